"""The open vault as pages see it: ask the services through the worker; no page touches the store.

A page gets one ``OpenVault``. ``read`` and ``write`` call ``work(session, *arguments)`` on the
store's thread and come back on the Qt thread.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from intake.gui.workers.store_worker import Job, OnDone, OnFailed, OnProgress, StoreWorker
from intake.services.session import VaultSession


class OpenVault(QObject):
    """A session and the worker that may touch it.

    Attributes:
        worker: The store's thread.
        session: Only handed on to services, on the worker's thread.

    Signals:
        changed: ``Changes`` after a write of anybody; pages refresh what they show.
    """

    changed = Signal(object)

    def __init__(
        self, worker: StoreWorker, session: VaultSession, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.worker = worker
        self.session = session
        worker.changed.connect(self.changed)

    def read(
        self,
        work: Callable[..., Any],
        *arguments: object,
        done: OnDone | None = None,
        failed: OnFailed | None = None,
    ) -> Job:
        """Ask for something; see ``StoreWorker.submit``."""
        return self.worker.submit(work, self.session, *arguments, done=done, failed=failed)

    def write(
        self,
        work: Callable[..., Any],
        *arguments: object,
        done: OnDone | None = None,
        failed: OnFailed | None = None,
    ) -> Job:
        """Change something; counted as pending until it is committed."""
        return self.worker.submit(
            work, self.session, *arguments, done=done, failed=failed, writes=True
        )

    def run(
        self,
        work: Callable[..., Any],
        *arguments: object,
        progress: OnProgress,
        done: OnDone | None = None,
        failed: OnFailed | None = None,
        cancellable: bool = True,
    ) -> Job:
        """Do long work with progress; see ``StoreWorker.submit_long``."""
        return self.worker.submit_long(
            work,
            self.session,
            *arguments,
            progress=progress,
            done=done,
            failed=failed,
            cancellable=cancellable,
        )
