"""Work on one open vault on the store's thread, with one place for whatever fails."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from intake.gui.workers.store_worker import OnDone, OnFailed, StoreWorker
from intake.services.session import VaultSession


class AtVault:
    """A part's way to the store while a vault is open.

    Args:
        worker: Runs the work.
        failed: Called with every error.

    Attributes:
        session: The vault; ``None`` before one is open.
    """

    def __init__(self, worker: StoreWorker, failed: OnFailed) -> None:
        self._worker, self._failed = worker, failed
        self.session: VaultSession | None = None

    def submit(
        self,
        work: Callable[..., Any],
        *arguments: object,
        done: OnDone,
        failed: OnFailed | None = None,
        writes: bool = False,
    ) -> None:
        """Run ``work(session, *arguments)``.

        Args:
            work: A function of the services.
            *arguments: What it takes beside the vault.
            done: Called with the result.
            failed: Called with an error, in place of what is called with every one.
            writes: The work changes the store.
        """
        self._worker.submit(
            work, self.session, *arguments, done=done, failed=failed or self._failed, writes=writes
        )


class Newest:
    """Tells of a row of questions whether one of them is still the last one that was asked."""

    def __init__(self) -> None:
        self._asked = 0

    def ask(self) -> Callable[[], bool]:
        """Begin another question; return what tells, on any thread, whether it is the newest."""
        self._asked += 1
        number = self._asked
        return lambda: number == self._asked
