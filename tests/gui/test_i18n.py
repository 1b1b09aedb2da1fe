from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from intake.gui import i18n
from intake.gui.i18n import (
    LANGUAGES,
    Interpreter,
    available_languages,
    direction_of,
    is_right_to_left,
    noop,
    plural,
    system_language,
    translate,
)
from intake.gui.words import ChoiceWords, day_word, iso_day_word, month_word, status_word


def test_every_language_is_offered_under_its_own_name() -> None:
    assert available_languages() == LANGUAGES
    assert LANGUAGES["be"] == "Беларуская"


def test_the_interface_changes_its_language_while_it_runs(interpreter: Interpreter) -> None:
    assert translate("Workspace", "Cases") == "Cases"
    interpreter.speak("be")
    assert translate("Workspace", "Cases") == "Выпадкі"
    interpreter.speak("ru")
    assert translate("Workspace", "Cases") == "Случаи"
    interpreter.speak("en")
    assert translate("Workspace", "Cases") == "Cases"


@pytest.mark.parametrize("language", ["be", "ru"])
def test_words_for_different_things_are_different(interpreter: Interpreter, language: str) -> None:
    interpreter.speak(language)
    assert translate("Cases", "&New interview") != translate("ShortcutSheet", "&Close")
    assert translate("Actions", "Lock") != translate("RecordCard", "Close")
    assert translate("Actions", "Review") != translate("Settings", "Check")
    assert translate("Workspace", "Review") != translate("Settings", "Check")


@pytest.mark.parametrize(
    ("language", "count", "expected"),
    [
        ("en", 1, "1 case"),
        ("en", 2, "2 cases"),
        ("be", 1, "1 выпадак"),
        ("be", 3, "3 выпадкі"),
        ("be", 11, "11 выпадкаў"),
        ("be", 21, "21 выпадак"),
        ("ru", 1, "1 случай"),
        ("ru", 4, "4 случая"),
        ("ru", 5, "5 случаев"),
    ],
)
def test_counting_follows_the_rules_of_the_language(
    interpreter: Interpreter, language: str, count: int, expected: str
) -> None:
    interpreter.speak(language)
    assert plural("Cases", "%n case(s)", count) == expected


def test_a_language_from_right_to_left_turns_the_window_round(
    qapp: QApplication, interpreter: Interpreter
) -> None:
    interpreter.speak("x-rtl")
    assert qapp.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert translate("Workspace", "Cases").endswith("Cásés")
    interpreter.speak("en")
    assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_directions() -> None:
    assert is_right_to_left("ar")
    assert is_right_to_left("ar-EG")
    assert is_right_to_left("x-rtl")
    assert not is_right_to_left("be")
    assert direction_of("«Мінск»") is Qt.LayoutDirection.LeftToRight
    assert direction_of("2022 محمد") is Qt.LayoutDirection.RightToLeft
    assert direction_of("1234") is Qt.LayoutDirection.LeftToRight


def test_an_unknown_language_is_english(interpreter: Interpreter) -> None:
    interpreter.speak("tlh")
    assert translate("Workspace", "Cases") == "Cases"


def test_a_broken_catalogue_is_english(
    interpreter: Interpreter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken.qm"
    broken.write_bytes(b"not a catalogue")
    monkeypatch.setattr(i18n, "resource_path", lambda *_parts: broken)
    interpreter.speak("be")
    assert translate("Workspace", "Cases") == "Cases"


@pytest.mark.parametrize(
    ("tags", "expected"),
    [(["be-BY", "ru"], "be"), (["de-DE", "ru-RU"], "ru"), (["fr"], "en"), ([], "en")],
)
def test_the_systems_language_is_spoken_when_we_can(
    monkeypatch: pytest.MonkeyPatch, tags: list[str], expected: str
) -> None:
    class _System:
        def uiLanguages(self) -> list[str]:  # noqa: N802 (Qt's name)
            return tags

    monkeypatch.setattr(QLocale, "system", _System)
    assert system_language() == expected


def test_marked_text_stays_as_it_is() -> None:
    assert noop("Anything", "text") == "text"


def test_days_and_months_are_written_in_the_language(interpreter: Interpreter) -> None:
    assert month_word("2022-05") == "May 2022"
    assert month_word("2022") == "2022"
    assert month_word("garbage") == "garbage"
    assert iso_day_word("2022-05-26") == "26 May 2022"
    assert iso_day_word("2022-05~") == "2022-05~"
    interpreter.speak("be")
    assert iso_day_word("2022-05-26") == "26 мая 2022"


def test_a_moment_is_as_short_as_it_can_be(qtbot: QtBot) -> None:
    from PySide6.QtCore import QDateTime

    now = QDateTime.currentDateTime()
    assert day_word(now) == QLocale().toString(now.time(), "HH:mm")
    assert day_word(now.addYears(-2)).endswith(str(now.addYears(-2).date().year()))
    early = QDateTime(now.date().addDays(-1 if now.date().day() > 1 else 1), now.time())
    assert ":" not in day_word(early)


def test_choices_have_labels_once_the_form_is_read() -> None:
    from intake.domain.case import CaseStatus
    from intake.services import interviews

    words = ChoiceWords()
    assert words.word("targeted_group", "lawyer") == "lawyer"
    words.use(interviews.form())
    assert words.word("targeted_group", "lawyer") == "Lawyer"
    words.language = "be"
    assert words.word("targeted_group", "lawyer") != "Lawyer"
    assert words.word("targeted_group", "of our own") == "of our own"
    assert words.word("no_such_question", "x") == "x"
    assert words.word("targeted_group", "") == ""
    assert len({status_word(status) for status in CaseStatus}) == len(CaseStatus)
