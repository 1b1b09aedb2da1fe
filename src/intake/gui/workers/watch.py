"""Has the whole vault looked at while it is open, a little at a time; shows nothing."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from intake.gui.workers.store_worker import StoreWorker
from intake.services import watching
from intake.services.session import VaultSession

# First the list is filled and the person begins; then steps of a few milliseconds with as much
# room between them, so that nothing waits and the other core is not kept busy for nothing.
FIRST_MS = 1_000
BETWEEN_MS = 10


class Watch(QObject):
    """Leads the walk over an open vault to its end, on the store's thread, between other work.

    Signals:
        found: Some records are older than others; the session says so in ``rollback``.
    """

    found = Signal()

    def __init__(self, worker: StoreWorker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._session: VaultSession | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._step)

    def start(self, session: VaultSession) -> None:
        """Begin soon; nothing to find out about a vault that is known to have been put back."""
        if session.rollback is None:
            self._session = session
            self._timer.start(FIRST_MS)

    def stop(self) -> None:
        """Take no further step: the vault is about to be closed."""
        self._session = None
        self._timer.stop()

    def _step(self) -> None:
        if self._session is not None:
            self._worker.submit(watching.step, self._session, done=self._go_on)

    def _go_on(self, is_over: object) -> None:
        session = self._session
        if session is None:
            return
        if not is_over:
            self._timer.start(BETWEEN_MS)
            return
        self.stop()
        if session.rollback is not None:
            self.found.emit()
