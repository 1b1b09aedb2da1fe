"""Rulings: standing decisions of one case or of the whole vault, each one guarded row."""

from __future__ import annotations

from typing import Any

from intake.domain.changes import Noun
from intake.domain.ids import CaseId, PersonId, RulingId
from intake.domain.marks import Decision, MarkKind
from intake.domain.rulings import Ruling
from intake.store.codec import from_json, to_json
from intake.store.connection import Database, Row
from intake.store.tables import RULINGS
from intake.store.transaction import Transaction

_SELECT = "SELECT id, case_id, body FROM rulings"


class RulingRepository:
    """Standing decisions, oldest first."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def of_vault(self) -> tuple[Ruling, ...]:
        """Return what holds in every case."""
        return self._read(f"{_SELECT} WHERE case_id IS NULL ORDER BY rowid")

    def of_case(self, case_id: CaseId) -> tuple[Ruling, ...]:
        """Return what holds in one case alone."""
        return self._read(f"{_SELECT} WHERE case_id = ? ORDER BY rowid", (case_id,))

    def put(self, tx: Transaction, ruling: Ruling) -> None:
        """Store a ruling, or overwrite the one with the same id."""
        body: dict[str, Any] = {
            "decision": ruling.decision.value,
            "words": ruling.words,
            "kind": ruling.kind.value,
            "person": ruling.person_id,
        }
        row = {"id": ruling.id, "case_id": ruling.case_id, "body": to_json(body)}
        tx.put(RULINGS, row)
        tx.touch(Noun.RULING, ruling.id)

    def remove(self, tx: Transaction, ruling_id: RulingId) -> None:
        """Remove a ruling for good; one that is gone already stays gone."""
        if self._db.one("SELECT 1 FROM rulings WHERE id = ?", (ruling_id,)) is not None:
            tx.delete(RULINGS, (ruling_id,))
            tx.touch(Noun.RULING, ruling_id)

    def _read(self, sql: str, parameters: Row = ()) -> tuple[Ruling, ...]:
        return tuple(_ruling(row) for row in self._db.rows(sql, parameters))


def _ruling(row: Row) -> Ruling:
    ruling_id, case_id, stored = row
    body = from_json(stored)
    person = body["person"]
    return Ruling(
        id=RulingId(str(ruling_id)),
        decision=Decision(body["decision"]),
        words=body["words"],
        kind=MarkKind(body["kind"]),
        case_id=None if case_id is None else CaseId(str(case_id)),
        person_id=None if person is None else PersonId(person),
    )
