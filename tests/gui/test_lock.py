from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget
from pytestqt.qtbot import QtBot

from intake.__main__ import WINDOW_OPTIONS
from intake.gui import lock
from intake.gui.lock import COMMIT_BUDGET_S, Handover, Lock, close_on_exec, own_program, scrubbed
from tests.children import environment

THROWN_AWAY = Handover(was_thrown_away=True)


class _ReplacedError(Exception):
    """Stands for the end of the process."""


class _Steps:
    """Writes down in which order the lock does things."""

    def __init__(self, window: QWidget, *, arrives: bool = True) -> None:
        self.window = window
        self.arrives = arrives
        self.words = ""
        self.done: list[str] = []
        self.commands: list[tuple[str, ...]] = []
        self.environments: list[Mapping[str, str]] = []

    def note(self, name: str) -> None:
        self.done.append(f"{name}, {'hidden' if self.window.isHidden() else 'seen'}")

    def wait(self, seconds: float) -> bool:
        assert 0 <= seconds <= COMMIT_BUDGET_S
        self.note("wait")
        return self.arrives

    def replace(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self.note("replace")
        self.commands.append(tuple(command))
        self.environments.append(environment)
        raise _ReplacedError

    def lock(self, commit: Callable[[], object] | None = None) -> Lock:
        return Lock(
            commit=commit or (lambda: self.note("commit")),
            wait=self.wait,
            abandon=lambda: self.note("abandon"),
            replace=self.replace,  # type: ignore[arg-type]  # it raises, it does not return
            words=lambda: self.words,
        )


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    made.show()
    return made


def test_everything_is_hidden_before_anything_else_happens(window: QMainWindow) -> None:
    steps = _Steps(window)
    with pytest.raises(_ReplacedError):
        steps.lock().lock(Handover(Path("/v")))
    assert steps.done == ["commit, hidden", "wait, hidden", "abandon, hidden", "replace, hidden"]


def test_menus_and_other_windows_are_hidden_too(qtbot: QtBot, window: QMainWindow) -> None:
    menu, other = QMenu(), QWidget()
    qtbot.addWidget(menu)
    qtbot.addWidget(other)
    other.show()
    with pytest.raises(_ReplacedError):
        _Steps(window).lock().lock(THROWN_AWAY)
    assert other.isHidden()
    assert menu.isHidden()


def test_what_does_not_arrive_in_time_is_given_up_with_the_log_left_alone(
    window: QMainWindow,
) -> None:
    steps = _Steps(window, arrives=False)
    with pytest.raises(_ReplacedError):
        steps.lock().lock(THROWN_AWAY)
    assert steps.done == ["commit, hidden", "wait, hidden", "replace, hidden"]


def test_no_error_stops_the_lock(window: QMainWindow) -> None:
    steps = _Steps(window)

    def fail() -> None:
        raise ValueError

    with pytest.raises(_ReplacedError):
        steps.lock(fail).lock(THROWN_AWAY)
    assert steps.done == ["replace, hidden"]


def test_slow_saving_leaves_no_more_time_to_wait(window: QMainWindow) -> None:
    steps = _Steps(window)
    waits: list[float] = []

    def wait(seconds: float) -> bool:
        waits.append(seconds)
        return True

    slow = Lock(
        commit=lambda: time.sleep(COMMIT_BUDGET_S + 0.05),
        wait=wait,
        abandon=lambda: None,
        replace=steps.replace,  # type: ignore[arg-type]  # it raises, it does not return
    )
    with pytest.raises(_ReplacedError):
        slow.lock(THROWN_AWAY)
    assert waits == [0.0]


SPACED = Path("/v with space")


@pytest.mark.parametrize(
    ("handover", "options"),
    [
        (Handover(), []),
        (Handover(SPACED), ["--locked", str(SPACED)]),
        (Handover(SPACED, "amber basket"), ["--locked", str(SPACED), "amber basket"]),
        (Handover(SPACED, has_new_keys=True), ["--new-keys", str(SPACED)]),
        (THROWN_AWAY, ["--thrown-away"]),
    ],
)
def test_the_new_image_is_this_program_and_is_told_what_to_show(
    window: QMainWindow, handover: Handover, options: list[str]
) -> None:
    steps = _Steps(window)
    with pytest.raises(_ReplacedError):
        steps.lock().lock(handover)
    assert steps.commands == [(sys.executable, "-P", "-m", "intake", *options)]
    assert Handover.read(options) == handover, "the locked process reads what was handed over"
    assert not options or options[0] in WINDOW_OPTIONS, "it starts as a window"


def test_a_packaged_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert own_program() == [sys.executable, "-P", "-m", "intake"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert own_program() == [sys.executable]


@pytest.mark.parametrize("options", [[], ["--demo"], ["--locked"], ["--new-keys"]])
def test_other_options_say_nothing_of_a_lock(options: list[str]) -> None:
    assert Handover.read(options) == Handover()


def test_words_that_are_left_by_this_lock_take_the_place_of_older_ones(
    window: QMainWindow,
) -> None:
    steps = _Steps(window)
    steps.words = "newer words"
    with pytest.raises(_ReplacedError):
        steps.lock().lock(Handover(SPACED, "older words"))
    assert steps.commands[0][-1] == "newer words"


def test_only_what_a_window_needs_is_taken_along() -> None:
    before = {
        "DISPLAY": ":1",
        "LC_ALL": "be_BY.UTF-8",
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_RUNTIME_DIR": "/run/user/1",
        "HOME": "/h",
        "INTAKE_SECRET": "canary",
        "OLDPWD": "/secret/place",
        "_MEIPASS2": "/bundle",
        "LD_PRELOAD": "/evil.so",
    }
    assert set(scrubbed(before)) == {
        "DISPLAY",
        "LC_ALL",
        "QT_QPA_PLATFORM",
        "XDG_RUNTIME_DIR",
        "HOME",
    }


def test_no_open_file_lives_on() -> None:
    reading, writing = os.pipe()
    try:
        os.set_inheritable(reading, True)  # noqa: FBT003 (the signature of os)
        assert reading in lock.open_descriptors()
        close_on_exec([reading, writing, 9999])
        assert not os.get_inheritable(reading)
    finally:
        os.close(reading)
        os.close(writing)


def test_without_a_list_of_open_files_all_numbers_are_closed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(_path: Path) -> None:
        raise FileNotFoundError

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert lock.open_descriptors() == list(range(3, os.sysconf("SC_OPEN_MAX")))


def test_the_image_is_replaced_with_the_new_command(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[tuple[str, list[str], dict[str, str]]] = []

    def replaced(*arguments: Any) -> None:
        called.append(arguments)
        raise _ReplacedError

    def ended(code: int) -> None:
        assert code == 1

    monkeypatch.setattr(os, "execve", replaced)
    monkeypatch.setattr(os, "_exit", ended)
    monkeypatch.setattr(lock, "open_descriptors", list)
    with contextlib.suppress(_ReplacedError):
        lock.replace_process(["/usr/bin/x", "--locked"], {"A": "b"})
    assert called == [("/usr/bin/x", ["/usr/bin/x", "--locked"], {"A": "b"})]


def test_a_program_that_cannot_start_anew_ends_all_the_same() -> None:
    script = """
from intake.gui.lock import replace_process
try:
    replace_process(["/nowhere/at/all"], {})
finally:
    print("it lives on", flush=True)
"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")


def test_a_display_that_hangs_does_not_keep_the_process_alive() -> None:
    script = """
import time
from pathlib import Path
from intake.gui import lock
lock.LONGEST_S = 0.3
lock.hide_everything = lambda: time.sleep(600)
made = lock.Lock(commit=int, wait=bool, abandon=int, replace=lock.replace_process)
made.lock(lock.Handover(Path("made up")))
"""
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
