"""One thread that owns the store: work goes in, results come back on the Qt thread."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from intake.domain.changes import Changes
from intake.domain.progress import CancelToken

PROGRESS_INTERVAL_S = 0.05

# What a caller gives to hear of a result, an error, or progress (done, total).
OnDone = Callable[[Any], object]
OnFailed = Callable[[BaseException], object]
OnProgress = Callable[[int, int], object]


class Job:
    """One piece of work on its way.

    Attributes:
        token: Asks the work to stop; heard by work that was given progress.
    """

    def __init__(
        self,
        work: Callable[[], Any],
        done: OnDone | None,
        failed: OnFailed | None,
        *,
        writes: bool,
    ) -> None:
        self.token = CancelToken()
        self.work = work
        self.done = done
        self.failed = failed
        self.writes = writes

    def cancel(self) -> None:
        """Ask the work to stop at its next safe point; its ``failed`` hears of it."""
        self.token.cancel()


class StoreWorker(QObject):
    """Runs work on one thread, in the order of submission; callbacks run on the Qt thread.

    A callback whose owner has been deleted meanwhile is dropped.

    Signals:
        changed: ``Changes`` that a piece of work returned, alone or inside its result.
        committed: A write has been committed.
        writes_pending: How many writes are on their way.
        failed: An error that no caller took.
    """

    changed = Signal(object)
    committed = Signal()
    writes_pending = Signal(int)
    failed = Signal(object)
    _returned = Signal(object, object, object)
    _advanced = Signal(object, int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self._beside: StoreWorker | None = None
        self._writes = 0
        self._under_way: set[Job] = set()
        self._returned.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._advanced.connect(self._report, Qt.ConnectionType.QueuedConnection)

    def submit(
        self,
        work: Callable[..., Any],
        *arguments: object,
        done: OnDone | None = None,
        failed: OnFailed | None = None,
        writes: bool = False,
    ) -> Job:
        """Run ``work(*arguments)`` on the store's thread.

        Args:
            work: A function of the services.
            *arguments: Its positional arguments.
            done: Called with the result.
            failed: Called with the error; without it the signal ``failed`` tells.
            writes: The work changes the store; counted until it is committed.
        """
        return self._submit(Job(lambda: work(*arguments), done, failed, writes=writes))

    def submit_long(
        self,
        work: Callable[..., Any],
        *arguments: object,
        progress: OnProgress,
        done: OnDone | None = None,
        failed: OnFailed | None = None,
        cancellable: bool = True,
    ) -> Job:
        """Run work that takes ``progress`` and ``cancel`` by name; see ``submit``.

        Args:
            work: A function of the services with these two parameters.
            *arguments: Its positional arguments.
            progress: Called with (done, total), at most 20 times a second.
            done: Called with the result.
            failed: Called with the error, a ``CancelledError`` after ``cancel``.
            cancellable: ``work`` takes ``cancel``; some work must not stop half-way.
        """
        job = Job(lambda: None, done, failed, writes=False)
        report = self._throttled(progress)
        extra: dict[str, object] = {"progress": report}
        if cancellable:
            extra["cancel"] = job.token
        job.work = lambda: work(*arguments, **extra)
        return self._submit(job)

    @property
    def beside(self) -> StoreWorker:
        """Another thread, for work that takes a while and needs no store; made once."""
        if self._beside is None:
            self._beside = type(self)(self)
            self._beside.failed.connect(self.failed)
        return self._beside

    def wait(self, seconds: float) -> bool:
        """Block until everything submitted so far has run, at most ``seconds``.

        For the lock only: callbacks do not run meanwhile.

        Returns:
            Whether everything has run.
        """
        try:
            self._executor.submit(int).result(timeout=seconds)
        except TimeoutError:
            return False
        return True

    def cancel(self) -> None:
        """Ask everything that was submitted and can stop to stop at its next safe point."""
        if self._beside is not None:
            self._beside.cancel()
        for job in self._under_way:
            job.cancel()

    def close(self) -> None:
        """Wait for what was submitted and end the thread, and the one beside it."""
        if self._beside is not None:
            self._beside.close()
        self._executor.shutdown(wait=True)

    def _submit(self, job: Job) -> Job:
        if job.writes:
            self._count(1)
        self._under_way.add(job)
        self._start(job)
        return job

    def _start(self, job: Job) -> None:
        self._executor.submit(self._run, job)

    def _run(self, job: Job) -> None:
        try:
            result = job.work()
        except BaseException as error:  # noqa: BLE001 (every error is handed to the Qt thread)
            self._returned.emit(job, None, error)
        else:
            self._returned.emit(job, result, None)

    def _deliver(self, job: Job, result: Any, error: BaseException | None) -> None:  # noqa: ANN401 (results are whatever the work returns)
        self._under_way.discard(job)
        if job.writes:
            self._count(-1)
        if error is not None:
            if job.failed is None:
                self.failed.emit(error)
            elif _is_alive(job.failed):
                job.failed(error)
            return
        if job.writes:
            self.committed.emit()
        if job.done is not None and _is_alive(job.done):
            job.done(result)
        touched = changes_in(result)
        if touched.nouns:
            self.changed.emit(touched)

    def _report(self, progress: OnProgress, done: int, total: int) -> None:
        if _is_alive(progress):
            progress(done, total)

    def _throttled(self, progress: OnProgress) -> Callable[[int, int], None]:
        last = 0.0

        def report(done: int, total: int) -> None:
            nonlocal last
            now = time.monotonic()
            if now - last >= PROGRESS_INTERVAL_S or done == total:
                last = now
                self._advanced.emit(progress, done, total)

        return report

    def _count(self, step: int) -> None:
        self._writes += step
        self.writes_pending.emit(self._writes)


class ImmediateWorker(StoreWorker):
    """Runs everything at once on the calling thread: for tests and for taking pictures."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._returned.disconnect(self._deliver)
        self._advanced.disconnect(self._report)
        self._returned.connect(self._deliver, Qt.ConnectionType.DirectConnection)
        self._advanced.connect(self._report, Qt.ConnectionType.DirectConnection)

    def _start(self, job: Job) -> None:
        self._run(job)


def changes_in(result: object) -> Changes:
    """Return the ``Changes`` in a result: itself, its ``changes``, or inside a tuple."""
    if isinstance(result, Changes):
        return result
    inner = getattr(result, "changes", None)
    if isinstance(inner, Changes):
        return inner
    found = Changes()
    if isinstance(result, tuple):
        for part in result:
            if isinstance(part, Changes) or isinstance(getattr(part, "changes", None), Changes):
                found = found | changes_in(part)
    return found


def _is_alive(callback: Callable[..., object]) -> bool:
    return all(map(shiboken6.isValid, _owners(callback)))


def _owners(callback: Callable[..., object]) -> Iterator[QObject]:
    """Yield what a callback belongs to: of a method its object, of a function what it refers to."""
    if isinstance(callback, partial):
        yield from _owners(callback.func)
        yield from (each for each in callback.args if isinstance(each, QObject))
    found = [getattr(callback, "__self__", None)]
    for cell in getattr(callback, "__closure__", None) or ():
        with suppress(ValueError):  # nothing is in it yet
            found.append(cell.cell_contents)
    yield from (each for each in found if isinstance(each, QObject))
