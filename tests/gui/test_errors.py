from __future__ import annotations

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QtMsgType, qInstallMessageHandler, qWarning

from intake import errors
from intake.bugs import bug_code
from intake.gui.errors import BugReporter, bug_told, explain
from intake.gui.i18n import Interpreter
from intake.gui.workers.store_worker import changes_in
from intake.services.backups import RESTORED
from intake.services.rescuing import RESCUED
from intake.services.vaults import COPY

CANARY = "Vasil Lodachnik"


Kind = type[errors.IntakeError]


def kinds(kind: Kind = errors.IntakeError) -> Iterator[Kind]:
    yield kind
    for child in kind.__subclasses__():
        yield from kinds(child)


@pytest.mark.parametrize("language", ["en", "be", "ru"])
@pytest.mark.parametrize("kind", list(kinds()), ids=lambda kind: kind.code)
def test_every_error_can_be_told_in_every_language(
    interpreter: Interpreter, language: str, kind: type[errors.IntakeError]
) -> None:
    interpreter.speak(language)
    names = {name: f"<{name}>" for name in _names(kind.template)}
    told = explain(kind(**names))
    assert told.code == kind.code
    assert "{" not in told.text
    assert all(value in told.text for value in names.values())
    if language == "en":
        assert told.text == kind.template.format(**names)
    elif kind.template != "{what}":
        assert told.text != kind.template.format(**names)


def _names(template: str) -> set[str]:
    from string import Formatter

    return {name for _text, name, _spec, _how in Formatter().parse(template) if name}


def raised() -> BaseException:
    try:
        changes_in(_Trap())
    except ValueError as error:
        return error
    raise AssertionError


class _Trap:
    @property
    def changes(self) -> object:
        raise ValueError(CANARY)


def test_a_bug_is_told_by_type_and_place_and_never_by_value() -> None:
    told = explain(raised())
    assert CANARY not in told.text
    assert CANARY not in told.code
    assert told.code.startswith("ValueError@gui.workers.store_worker:")
    assert bug_told("x").code == "x"


def test_a_bug_outside_of_the_program_has_no_place() -> None:
    assert bug_code(ValueError(CANARY)) == "ValueError@?"


@pytest.fixture
def reports() -> Iterator[list[str]]:
    before = sys.excepthook, threading.excepthook
    heard: list[str] = []
    BugReporter(heard.append).install()
    yield heard
    sys.excepthook, threading.excepthook = before
    qInstallMessageHandler(None)


def test_uncaught_errors_of_all_threads_end_in_one_place(reports: list[str]) -> None:
    error = raised()
    sys.excepthook(type(error), error, error.__traceback__)

    def fail() -> None:
        raise ValueError(CANARY)

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    empty = threading.ExceptHookArgs((ValueError, None, None, None))
    threading.excepthook(empty)
    assert len(reports) == 2
    assert not any(CANARY in report for report in reports)


def test_messages_of_qt_are_told_without_their_text(reports: list[str]) -> None:
    qWarning(CANARY)
    assert len(reports) == 1
    assert reports[0].startswith("QtWarning@")
    assert CANARY not in reports[0]


def test_mere_information_of_qt_is_no_bug(reports: list[str]) -> None:
    from PySide6.QtCore import QMessageLogContext

    reporter = BugReporter(reports.append)
    reporter._from_qt(QtMsgType.QtDebugMsg, QMessageLogContext(), CANARY)
    assert reports == []


@pytest.mark.parametrize("part", ["database", "mirror", "header", RESTORED, RESCUED, COPY])
def test_what_was_put_back_is_told_by_a_sentence_of_its_own_and_without_commands(part: str) -> None:
    told = explain(errors.RollbackError(part=part))
    assert told.code == "R01"
    assert "Catch up" in told.text
    assert "intake vault" not in told.text
    assert f"({part})" not in told.text
