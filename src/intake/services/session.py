"""An unlocked vault as the front ends hold it: opaque, used on the store's thread only."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from intake.store.store import Store
from intake.vault.folder import VaultLock
from intake.vault.secret import Secret


@dataclass(slots=True)
class VaultSession:
    """An open vault.

    Attributes:
        path: Folder of the vault.
        name: The vault's own name, known only once it is open.
        colour: Name of its colour token, a help for people with several vaults.
        rollback: Which part is older than the rest, or ``None`` when all is well.
        healed: A damaged copy of the header was replaced by its twin at this opening.
    """

    path: Path
    store: Store
    lock: VaultLock
    attachments_key: Secret
    name: str = ""
    colour: str = "accent"
    rollback: str | None = None
    healed: bool = False
    notices: list[str] = field(default_factory=list)

    def close(self) -> None:
        """Checkpoint, close the store, wipe keys, release the lock."""
        try:
            self.store.close()
        finally:
            self._forget()

    def abandon(self) -> None:
        """Close at once for a panic lock: no checkpoint, the log stays as it is."""
        try:
            self.store.close_without_checkpoint()
        finally:
            self._forget()

    def _forget(self) -> None:
        self.attachments_key.wipe()
        self.lock.release()
