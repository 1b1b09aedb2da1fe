"""The audit log as it can be read; entries are written by the transaction they belong to."""

from __future__ import annotations

from intake.domain.audit import Action, AuditEntry
from intake.store.codec import from_time
from intake.store.connection import Database


class AuditRepository:
    """Entries of the audit log."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def newest(self, limit: int = 200) -> tuple[AuditEntry, ...]:
        """Return the newest entries, newest first."""
        rows = self._db.rows(
            "SELECT number, at, action, subject FROM audit ORDER BY number DESC LIMIT ?", (limit,)
        )
        return tuple(
            AuditEntry(int(str(number)), from_time(at), Action(str(action)), str(subject))
            for number, at, action, subject in rows
        )
