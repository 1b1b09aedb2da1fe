"""Keys: the vault's own, whose secret half never leaves it, and those pinned of others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from intake.domain.changes import Noun
from intake.store.codec import from_time, to_time
from intake.store.connection import Database, Row
from intake.store.tables import OWN_KEYS, TRUSTED_KEYS
from intake.store.transaction import Transaction

_TRUSTED = "SELECT name, public, fingerprint, pinned FROM trusted_keys"


@dataclass(frozen=True, slots=True)
class TrustedKey:
    """A public key that was pinned under a name: the text of its file and its fingerprint."""

    name: str
    public: str
    fingerprint: str
    pinned: datetime


class KeyRepository:
    """Trusted keys by name, own keys by kind."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def trust(self, tx: Transaction, name: str, public: str, fingerprint: str) -> None:
        """Pin a public key under a name; a key that stood there is replaced."""
        tx.put(
            TRUSTED_KEYS,
            {
                "name": name,
                "public": public,
                "fingerprint": fingerprint,
                "pinned": to_time(tx.at),
            },
        )
        tx.touch(Noun.KEY, name)

    def forget(self, tx: Transaction, name: str) -> None:
        """Remove a pinned key; the chain keeps that there was one."""
        tx.delete(TRUSTED_KEYS, (name,))
        tx.touch(Noun.KEY, name)

    def trusted(self) -> tuple[TrustedKey, ...]:
        """Return all pinned keys by name."""
        return tuple(_trusted(row) for row in self._db.rows(f"{_TRUSTED} ORDER BY name"))

    def get(self, name: str) -> TrustedKey | None:
        """Return the key pinned under a name, or ``None``."""
        row = self._db.one(f"{_TRUSTED} WHERE name = ?", (name,))
        return None if row is None else _trusted(row)

    def set_own(self, tx: Transaction, kind: str, secret: bytearray, public: str) -> None:
        """Store one of the vault's own keys; the caller wipes ``secret``.

        Of the time only the month stays: the day of a sealing goes with the case.
        """
        made = tx.at.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        tx.put(
            OWN_KEYS,
            {"kind": kind, "secret": bytes(secret), "public": public, "made": to_time(made)},
        )
        tx.touch(Noun.KEY, kind)

    def own_secret(self, kind: str) -> bytearray | None:
        """Return the secret half of an own key, for the caller to wipe; ``None`` without one."""
        found = self._db.value("SELECT secret FROM own_keys WHERE kind = ?", (kind,))
        assert found is None or isinstance(found, bytes)
        return None if found is None else bytearray(found)

    def own_public(self, kind: str) -> str | None:
        """Return the public half of an own key, or ``None``."""
        found = self._db.value("SELECT public FROM own_keys WHERE kind = ?", (kind,))
        return None if found is None else str(found)


def _trusted(row: Row) -> TrustedKey:
    name, public, fingerprint, pinned = row
    return TrustedKey(str(name), str(public), str(fingerprint), from_time(pinned))
