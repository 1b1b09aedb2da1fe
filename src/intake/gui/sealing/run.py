"""The work of sealing on the store's thread: proof, parcels, new keys; holds the secrets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from intake.domain.changes import Changes, Noun
from intake.domain.ids import CaseId
from intake.gui.i18n import translate
from intake.gui.sealing.secrets_panel import SecretsPanel
from intake.gui.workers.store_worker import Job, StoreWorker
from intake.services import seal_steps, sealing
from intake.services.sealing import Sealed
from intake.services.session import VaultSession
from intake.vault.recovery import RecoveryKey
from intake.vault.secret import Secret


@dataclass(frozen=True, slots=True)
class _Held:
    """A result whose changes nobody hears of yet: pages would ask a vault that closes next."""

    sealed: Sealed


@dataclass(frozen=True, slots=True)
class Task:
    """What is sealed, for whom and where to.

    Attributes:
        drafts: Unfinished cases are sealed as well.
    """

    cases: tuple[CaseId, ...]
    to: tuple[str, ...]
    into: Path
    label: str = ""
    drafts: bool = False


class SealRun(QObject):
    """One sealing after the other.

    Signals:
        started: What is under way now (text), and whether it can be stopped.
        advanced: Done and total.
        refused: The secrets are not right; nothing was done.
        failed: It was stopped or failed; cases may be sealed by then.
        finished: A ``Sealed`` or ``None``, and a ``Finished``; the vault is closed.
    """

    started = Signal(str, bool)
    advanced = Signal(int, int)
    refused = Signal(object)
    failed = Signal(object)
    finished = Signal(object, object)

    def __init__(self, worker: StoreWorker, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = worker
        self._session: VaultSession | None = None
        self._job: Job | None = None
        self._sealed: Sealed | None = None
        self._passphrase: Secret | None = None
        self._recovery: RecoveryKey | None = None

    def start(self, session: VaultSession, task: Task | None, secrets: SecretsPanel) -> None:
        """Prove the secrets, seal, and move the vault to new keys.

        Args:
            session: The open vault.
            task: ``None`` finishes a sealing that was interrupted.
            secrets: Emptied as soon as both are proven; until then what was typed stays there.
        """
        self._session, self._sealed = session, None
        new = secrets.new_key is not None
        passphrase, typed = secrets.passphrase.peek(), secrets.typed.peek()
        self._passphrase = passphrase
        self.started.emit(translate("SealPage", "Checking the passphrase"), False)  # noqa: FBT003 (Qt's signature)

        def done(recovery: RecoveryKey | None) -> None:
            typed.wipe()
            self._recovery = recovery or secrets.take_key()
            secrets.forget()
            self._seal(task)

        def failed(error: BaseException) -> None:
            typed.wipe()
            self._wipe()
            self.refused.emit(error)

        self._worker.submit(
            seal_steps.prove,
            session,
            passphrase,
            None if new else typed,
            done=done,
            failed=failed,
        )

    def cancel(self) -> None:
        """Ask it to stop at its next safe point."""
        if self._job is not None:
            self._job.cancel()

    def _seal(self, task: Task | None) -> None:
        if task is None:
            self._finish()
            return
        assert self._session is not None
        work = partial(
            sealing.seal,
            self._session,
            task.cases,
            to=task.to,
            into=task.into,
            label=task.label,
            drafts=task.drafts,
        )
        text = translate("SealPage", "Writing the parcels and reading each one back")
        self._run(text, lambda **told: _Held(work(**told)), self._on_sealed)

    def _on_sealed(self, held: _Held) -> None:
        self._sealed = held.sealed
        self._finish()

    def _finish(self) -> None:
        assert self._session is not None
        assert self._passphrase is not None
        assert self._recovery is not None
        work = partial(seal_steps.finish, self._session, self._passphrase, self._recovery)
        self._run(translate("SealPage", "Moving the vault to new keys"), work, self._on_finished)

    def _run(self, text: str, work: Callable[..., object], done: Callable[[Any], object]) -> None:
        self.started.emit(text, True)  # noqa: FBT003 (Qt's signature)
        self._job = self._worker.submit_long(
            work, progress=self._on_progress, done=done, failed=self._on_failed
        )

    def _on_progress(self, done: int, total: int) -> None:
        self.advanced.emit(done, total)

    def _on_finished(self, finished: object) -> None:
        self._wipe()
        self.finished.emit(self._sealed, finished)

    def _on_failed(self, error: BaseException) -> None:
        self._wipe()
        self.failed.emit(error)
        if self._session is not None and self._session.is_open:
            # Which cases are gone is not told by an error: every page looks again.
            self._worker.changed.emit(Changes(frozenset(Noun)))

    def _wipe(self) -> None:
        if self._passphrase is not None:
            self._passphrase.wipe()
        if self._recovery is not None:
            self._recovery.wipe()
        self._passphrase = self._recovery = None
