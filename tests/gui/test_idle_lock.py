from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from intake.gui.workers import idle_lock
from intake.gui.workers.idle_lock import IdleLock, clock_with_sleep


class _Clocks:
    """Two clocks that a test turns: one goes on during sleep, one does not."""

    def __init__(self) -> None:
        self.awake = 1000.0
        self.slept = 0.0

    def with_sleep(self) -> float:
        return self.awake + self.slept


@pytest.fixture
def clocks(monkeypatch: pytest.MonkeyPatch) -> _Clocks:
    made = _Clocks()
    monkeypatch.setattr(idle_lock, "clock_with_sleep", made.with_sleep)
    monkeypatch.setattr(time, "monotonic", lambda: made.awake)
    return made


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def idle(qtbot: QtBot, clocks: _Clocks, window: QMainWindow) -> IdleLock:
    made = IdleLock(window)
    made.start(5)
    return made


def test_it_counts_down_and_expires_once(qtbot: QtBot, idle: IdleLock, clocks: _Clocks) -> None:
    left: list[int] = []
    ends: list[int] = []
    idle.ticked.connect(left.append)
    idle.expired.connect(lambda: ends.append(1))
    for seconds in (0, 100, 140, 59):
        clocks.awake += seconds
        idle.tick()
    assert left == [300, 200, 60, 1]
    assert ends == []
    clocks.awake += 1
    idle.tick()
    assert ends == [1]
    assert not idle._timer.isActive()


@pytest.mark.parametrize("how", ["key", "move", "click"])
def test_keys_and_movements_start_it_again(
    qtbot: QtBot, idle: IdleLock, clocks: _Clocks, window: QMainWindow, how: str
) -> None:
    clocks.awake += 200
    handle = window.windowHandle()
    assert handle is not None
    if how == "key":
        QTest.keyClick(handle, Qt.Key.Key_Shift)
    elif how == "move":
        QTest.mouseMove(handle, window.rect().center())
        qtbot.waitUntil(lambda: idle.seconds_left == 300)
    else:
        QTest.mousePress(handle, Qt.MouseButton.LeftButton)
    assert idle.seconds_left == 300


def test_other_events_do_not(idle: IdleLock, clocks: _Clocks, window: QMainWindow) -> None:
    clocks.awake += 200
    window.update()
    window.resize(700, 500)
    assert idle.seconds_left == 100


def test_sleep_counts_and_locks_at_once_on_waking(
    qtbot: QtBot, idle: IdleLock, clocks: _Clocks
) -> None:
    clocks.slept += 30
    with qtbot.waitSignal(idle.expired):
        idle.tick()


def test_two_clocks_that_drift_a_little_are_no_sleep(idle: IdleLock, clocks: _Clocks) -> None:
    ends: list[int] = []
    idle.expired.connect(lambda: ends.append(1))
    for _tick in range(20):
        clocks.slept += 0.1
        idle.tick()
    assert ends == []


def test_panic_keys_work_before_anything_else_sees_them(
    qtbot: QtBot, idle: IdleLock, window: QMainWindow
) -> None:
    panics: list[int] = []
    idle.panicked.connect(lambda: panics.append(1))
    idle.set_panic_keys("F12", "Ctrl+Alt+P", "")
    handle = window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_F11)
    assert panics == []
    QTest.keyClick(handle, Qt.Key.Key_F12)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    QTest.keyClick(handle, Qt.Key.Key_P, both)
    assert panics == [1, 1]


def test_a_new_window_is_watched_when_it_gets_the_keyboard(
    qtbot: QtBot, idle: IdleLock, clocks: _Clocks
) -> None:
    other = QMainWindow()
    qtbot.addWidget(other)
    with qtbot.waitActive(other):
        other.show()
    clocks.awake += 100
    handle = other.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_A)
    assert idle.seconds_left == 300
    idle.watch(None)


def test_the_clock_goes_on_where_the_system_has_one_that_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert clock_with_sleep() > 0
    monkeypatch.delattr(time, "CLOCK_BOOTTIME", raising=False)
    monkeypatch.setattr(time, "monotonic", lambda: 42.0)
    assert clock_with_sleep() == 42.0
