"""The audit log as it can be read; entries are written by the transaction they belong to."""

from __future__ import annotations

from intake.domain.audit import Action, AuditEntry
from intake.domain.ids import CaseId
from intake.store.codec import from_time
from intake.store.connection import Database, Row


class AuditRepository:
    """Entries of the audit log."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def of_case(self, case_id: CaseId) -> tuple[AuditEntry, ...]:
        """Return the entries about a case and its records, oldest first."""
        rows = self._db.rows(
            "SELECT number, at, action, subject FROM audit WHERE case_id = ? ORDER BY number",
            (case_id,),
        )
        return tuple(map(_entry, rows))

    def newest(self, limit: int = 200) -> tuple[AuditEntry, ...]:
        """Return the newest entries, newest first."""
        rows = self._db.rows(
            "SELECT number, at, action, subject FROM audit ORDER BY number DESC LIMIT ?", (limit,)
        )
        return tuple(map(_entry, rows))


def _entry(row: Row) -> AuditEntry:
    number, at, action, subject = row
    return AuditEntry(int(str(number)), from_time(at), Action(str(action)), str(subject))
