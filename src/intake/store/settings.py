"""Settings of the vault: any JSON value under a name."""

from __future__ import annotations

from typing import Any

from intake.domain.changes import Noun
from intake.store.codec import from_json, to_json
from intake.store.connection import Database
from intake.store.tables import SETTINGS
from intake.store.transaction import Transaction


class SettingRepository:
    """Settings by name."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, key: str) -> Any:  # noqa: ANN401 (JSON has no narrower type)
        """Return the value under a name, or ``None``; tuples come back as lists."""
        found = self._db.value("SELECT value FROM settings WHERE key = ?", (key,))
        return None if found is None else from_json(found)

    def set(self, tx: Transaction, key: str, value: object) -> None:
        """Store a JSON value under a name; ``None`` removes the name."""
        if value is None:
            tx.delete(SETTINGS, (key,))
        else:
            tx.put(SETTINGS, {"key": key, "value": to_json(value)})
        tx.touch(Noun.SETTING, key)
