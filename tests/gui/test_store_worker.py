from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from intake.domain.changes import Changes, Noun
from intake.domain.progress import CancelToken, ProgressCallback
from intake.errors import CancelledError, DiskFullError
from intake.gui.workers.store_worker import ImmediateWorker, StoreWorker, changes_in


@pytest.fixture
def threaded(qtbot: QtBot) -> Iterator[StoreWorker]:
    made = StoreWorker()
    yield made
    made.close()


def test_work_runs_in_order_on_one_thread_that_is_not_qts(
    qtbot: QtBot, threaded: StoreWorker
) -> None:
    seen: list[tuple[int, int]] = []
    for number in range(20):
        threaded.submit(lambda n=number: seen.append((n, threading.get_ident())))
    assert threaded.wait(10)
    assert [number for number, _thread in seen] == list(range(20))
    assert len({thread for _number, thread in seen}) == 1
    assert seen[0][1] != threading.get_ident()


def test_results_and_errors_come_back_on_the_qt_thread(qtbot: QtBot, threaded: StoreWorker) -> None:
    heard: list[tuple[object, bool]] = []

    def note(result: object) -> None:
        heard.append((result, QThread.isMainThread()))

    def fail() -> None:
        raise DiskFullError

    threaded.submit(pow, 2, 5, done=note)
    threaded.submit(fail, failed=note)
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard[0] == (32, True)
    assert isinstance(heard[1][0], DiskFullError)
    assert heard[1][1]


def test_an_error_that_nobody_takes_is_told_to_the_window(
    qtbot: QtBot, threaded: StoreWorker
) -> None:
    def fail() -> None:
        raise ValueError

    with qtbot.waitSignal(threaded.failed) as told:
        threaded.submit(fail)
    assert isinstance(told.args[0], ValueError)


def test_changes_are_told_once_wherever_they_are_in_a_result(worker: ImmediateWorker) -> None:
    heard: list[Changes] = []
    worker.changed.connect(heard.append)
    case, person = Changes(frozenset({Noun.CASE})), Changes(frozenset({Noun.PERSON}))

    class Saved:
        changes = case

    for result in (case, Saved(), ("person", person), (Saved(), person), 7, ("a", 1)):
        worker.submit(lambda result=result: result)
    assert heard == [case, case, person, case | person]
    assert changes_in(None) == Changes()


def test_writes_are_counted_until_they_are_committed(worker: ImmediateWorker) -> None:
    pending: list[int] = []
    committed: list[int] = []
    worker.writes_pending.connect(pending.append)
    worker.committed.connect(lambda: committed.append(1))
    worker.submit(int, writes=True)
    worker.submit(int)
    assert pending == [1, 0]
    assert committed == [1]


def test_a_failed_write_is_never_called_committed(worker: ImmediateWorker) -> None:
    committed: list[int] = []
    errors: list[BaseException] = []
    worker.committed.connect(lambda: committed.append(1))

    def fail() -> None:
        raise DiskFullError

    worker.submit(fail, failed=errors.append, writes=True)
    assert committed == []
    assert len(errors) == 1


def test_progress_comes_back_at_a_bearable_pace_and_ends_complete(worker: ImmediateWorker) -> None:
    heard: list[tuple[int, int]] = []

    def work(progress: ProgressCallback, cancel: CancelToken) -> None:
        for step in range(10_001):
            cancel.check()
            progress(step, 10_000)

    worker.submit_long(work, progress=lambda done, total: heard.append((done, total)))
    assert heard[-1] == (10_000, 10_000)
    assert len(heard) < 200


def test_long_work_can_be_stopped(qtbot: QtBot, threaded: StoreWorker) -> None:
    started = threading.Event()
    errors: list[BaseException] = []

    def work(progress: ProgressCallback, cancel: CancelToken) -> None:
        started.set()
        while True:
            progress(1, 0)
            cancel.check()
            time.sleep(0.001)

    job = threaded.submit_long(work, progress=lambda _done, _total: None, failed=errors.append)
    assert started.wait(10)
    job.cancel()
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], CancelledError)


def test_work_that_must_not_stop_is_given_no_token(worker: ImmediateWorker) -> None:
    given: list[ProgressCallback] = []

    def work(progress: ProgressCallback) -> None:
        given.append(progress)

    worker.submit_long(work, progress=lambda _done, _total: None, cancellable=False)
    assert len(given) == 1


class _Listener(QObject):
    heard = 0

    def hear(self, *_anything: object) -> None:
        self.heard += 1


def test_a_listener_that_is_gone_is_not_called(worker: ImmediateWorker) -> None:
    listener = _Listener()
    worker.submit(int, done=listener.hear)
    assert listener.heard == 1
    shiboken6.delete(listener)

    def fail() -> None:
        raise ValueError

    worker.submit(int, done=listener.hear)
    worker.submit(fail, failed=listener.hear)
    worker.submit_long(lambda progress: progress(1, 1), progress=listener.hear, cancellable=False)
    assert listener.heard == 1


@pytest.mark.parametrize(
    "way",
    [
        lambda listener: lambda _result: listener.setObjectName("heard"),
        lambda listener: partial(lambda them, _result: them.setObjectName("heard"), listener),
        lambda listener: partial(listener.setProperty, "heard"),
    ],
    ids=["a function around it", "a partial with it", "a partial of its method"],
)
def test_whatever_refers_to_a_listener_that_is_gone_is_not_called(
    worker: ImmediateWorker, way: Callable[[QObject], Callable[[object], object]]
) -> None:
    listener = QObject()
    heard = way(listener)
    worker.submit(lambda: 1, done=heard)
    shiboken6.delete(listener)
    worker.submit(lambda: 1, done=heard)


def test_waiting_gives_up_after_its_time(threaded: StoreWorker) -> None:
    release = threading.Event()
    threaded.submit(release.wait, 10)
    assert not threaded.wait(0.01)
    release.set()
    assert threaded.wait(10)
