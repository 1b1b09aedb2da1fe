"""An unlocked vault as the front ends hold it: opaque, used on the store's thread only."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from intake.services.people import KnownPeople
from intake.store.store import Store
from intake.vault.folder import VaultLock


@dataclass(slots=True)
class VaultSession:
    """An open vault. It holds no key: what needs one asks for the passphrase again.

    Attributes:
        path: Folder of the vault.
        name: The vault's own name, known only once it is open.
        colour: Name of its colour token, a help for people with several vaults.
        healed: A damaged copy of the header was replaced by its twin at this opening.
        opened_state: Four words for the state in which it was opened; empty for a new vault.
        editing_since: Statements typed into since their text was last frozen, by id.
        people: Everybody who is named in the vault, as far as somebody has asked.
    """

    path: Path
    store: Store
    lock: VaultLock
    name: str = ""
    colour: str = "accent"
    healed: bool = False
    opened_state: str = ""
    editing_since: dict[str, datetime] = field(default_factory=dict)
    people: KnownPeople = field(default_factory=KnownPeople, repr=False)

    @property
    def rollback(self) -> str | None:
        """Which part of the vault is older than the rest, or ``None`` when all is well."""
        return self.store.rollback

    @property
    def is_open(self) -> bool:
        """Whether the vault can be asked; not any more once it has moved to new keys."""
        return self.store.is_open

    def close(self) -> None:
        """Checkpoint, close the store, release the lock."""
        try:
            self.store.close()
        finally:
            self.lock.release()

    def abandon(self) -> None:
        """Close at once for a panic lock: no checkpoint, the log stays as it is."""
        try:
            self.store.close_without_checkpoint()
        finally:
            self.lock.release()
