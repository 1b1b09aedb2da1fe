"""Four words at the lock: for the notebook, and compared by the program itself."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from intake.domain.audit import Action
from intake.gui import app, lock
from intake.gui.app import Program
from intake.gui.lock import LOCKED_OPTION, Handover
from intake.gui.workers.store_worker import ImmediateWorker
from intake.services import interviews, vaults
from intake.services.session import VaultSession
from intake.vault.secret import Secret
from tests.gui.hands import words_on

PASSPHRASE = "quiet lantern orbit maple thunder velvet"


class _ReplacedError(Exception):
    """Stands for the end of the process."""


class Processes:
    """Starts programs one after the other, as locking does; remembers how the next one starts."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.command: list[str] = []
        self.running: list[Program] = []

    def start(self, vault: Path | None = None, state: str = "") -> Program:
        worker = ImmediateWorker()
        worker.failed.connect(_raise)
        program = Program(worker, self._replace)  # type: ignore[arg-type]  # it raises
        self._qtbot.addWidget(program.window)
        with self._qtbot.waitActive(program.window):
            program.start(Handover(vault, state))
        self.running.append(program)
        return program

    def lock(self, program: Program) -> list[str]:
        """Lock, and return what the next process is started with behind ``--locked``."""
        with pytest.raises(_ReplacedError):
            program.lock()
        program._session = None
        return self.command[self.command.index(LOCKED_OPTION) + 1 :]

    def _replace(self, command: Sequence[str], _environment: Mapping[str, str]) -> None:
        self.command = list(command)
        raise _ReplacedError


def _raise(error: BaseException) -> None:
    raise error


def unlock(program: Program, folder: Path) -> VaultSession:
    session = vaults.unlock(folder, Secret.from_text(PASSPHRASE))
    program.open_vault(session)
    QApplication.processEvents()
    return session


@pytest.fixture
def processes(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Processes]:
    monkeypatch.setattr(app, "system_language", lambda: "en")
    monkeypatch.setattr(lock, "COMMIT_BUDGET_S", 60)  # a busy machine must not decide this test
    # An abandoned file stays taken until the process ends, and this process goes on.
    monkeypatch.setattr(VaultSession, "abandon", VaultSession.close)
    made = Processes(qtbot)
    yield made
    for program in made.running:
        program.idle.stop()
        if program._session is not None:
            program._session.close()


def warning(program: Program) -> str:
    assert program.window.workspace is not None
    bar = program.window.workspace.cases.messages
    return "" if bar.isHidden() else bar.text.text()


def test_the_words_are_shown_on_the_locked_page_and_agree_after_unlocking(
    processes: Processes, vault_folder: Path
) -> None:
    first = processes.start(vault_folder)
    assert "State when it was locked" not in words_on(first.window)
    session = unlock(first, vault_folder)
    folder, words = processes.lock(first)
    assert folder == str(vault_folder)
    assert len(words.split()) == 4
    locked = processes.start(Path(folder), words)
    assert f"State when it was locked: {words}" in words_on(locked.window)
    session = unlock(locked, vault_folder)
    assert session.opened_state == words
    (newest,) = session.store.audit.newest(1)
    assert newest.action is Action.LOCKED
    assert warning(locked) == ""
    workspace = locked.window.workspace
    assert workspace is not None
    workspace.go("settings")
    assert words in words_on(workspace.settings)


def test_an_earlier_vault_in_its_place_is_warned_of(
    processes: Processes, vault_folder: Path, tmp_path: Path
) -> None:
    earlier = Path(shutil.copytree(vault_folder, tmp_path / "earlier"))
    first = processes.start(vault_folder)
    interviews.begin(unlock(first, vault_folder))
    folder, words = processes.lock(first)
    shutil.rmtree(vault_folder)
    shutil.copytree(earlier, vault_folder)
    locked = processes.start(Path(folder), words)
    session = unlock(locked, vault_folder)
    assert session.rollback is None, "nothing in the files themselves tells it"
    assert "not as it was when it was locked" in warning(locked)
    assert words in warning(locked)
    assert session.opened_state in warning(locked)


def test_another_vault_is_not_compared(processes: Processes, vault_folder: Path) -> None:
    elsewhere = vault_folder.parent / "other"
    shutil.copytree(vault_folder, elsewhere)
    program = processes.start(vault_folder, "made up words here")
    program.window.gate.show_unlock(elsewhere)
    assert "State when it was locked" not in words_on(program.window)
    unlock(program, elsewhere)
    assert warning(program) == ""


def test_without_everything_in_the_store_no_words_are_shown(
    processes: Processes, vault_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = processes.start(vault_folder)
    unlock(program, vault_folder)
    monkeypatch.setattr(program, "_note_lock", _give_up)
    (folder,) = processes.lock(program)
    assert folder == str(vault_folder)


def _give_up(_session: VaultSession) -> None:
    """Stand for a store that did not answer in time."""


@pytest.mark.parametrize(
    ("words", "handover"),
    [
        (
            ["--locked", "/a/vault", "one two three four"],
            Handover(Path("/a/vault"), "one two three four"),
        ),
        (["--new-keys", "/a/vault"], Handover(Path("/a/vault"), has_new_keys=True)),
        (["--thrown-away"], Handover(was_thrown_away=True)),
        (["--demo"], Handover()),
        ([], Handover()),
    ],
)
def test_a_process_that_begins_locked_knows_what_to_show(
    monkeypatch: pytest.MonkeyPatch, words: list[str], handover: Handover
) -> None:
    heard: list[tuple[Handover, bool]] = []

    def note(_self: object, before: Handover, *, demo_asked: bool) -> None:
        heard.append((before, demo_asked))

    exits: Callable[[], int] = lambda: 0  # noqa: E731 (a stand-in for the loop of events)
    monkeypatch.setattr(Program, "start", note)
    monkeypatch.setattr(app, "QApplication", lambda _arguments: _Application(exits))
    monkeypatch.setattr(app, "BugReporter", lambda _report: _Reporter())
    assert app.run(words) == 0
    assert heard == [(handover, words == ["--demo"])]


class _Reporter:
    def install(self) -> None:
        """Leave the handlers of the tests in place."""


class _Application:
    def __init__(self, exits: Callable[[], int]) -> None:
        self.exec = exits

    def setApplicationName(self, name: str) -> None:  # noqa: N802 (Qt's name)
        """Take what the real one takes."""

    def setDesktopFileName(self, name: str) -> None:  # noqa: N802 (Qt's name)
        """Take what the real one takes."""

    def setWindowIcon(self, icon: QIcon) -> None:  # noqa: N802 (Qt's name)
        """Take what the real one takes."""
