"""Second looks: who saw, or objected to, what would leave; added to, never changed."""

from __future__ import annotations

from intake.domain.changes import Noun
from intake.domain.ids import CaseId, StatementId, new_id
from intake.domain.second_look import Look
from intake.store.codec import from_time, to_time
from intake.store.connection import Database, Row
from intake.store.tables import LOOKS
from intake.store.transaction import Transaction

_SELECT = "SELECT statement_id, digest, signer, who, made, answer, objects, round FROM looks"


class LookRepository:
    """Looks by statement."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, tx: Transaction, case_id: CaseId, look: Look) -> bool:
        """Store a look; tell whether it is a new one."""
        known = self._db.one(
            f"{_SELECT} WHERE statement_id = ? AND digest = ? AND signer = ? AND objects = ? "
            "AND round = ?",
            (look.statement_id, look.digest, look.signer, int(look.objects), look.round),
        )
        if known is not None:
            return False
        tx.insert(
            LOOKS,
            {
                # The chain keeps the key of a row when a case is erased: it tells nothing.
                "id": new_id(),
                "statement_id": look.statement_id,
                "digest": look.digest,
                "signer": look.signer,
                "case_id": case_id,
                "made": to_time(look.at),
                "who": look.by,
                "answer": look.answer,
                "objects": int(look.objects),
                "round": look.round,
            },
        )
        tx.touch(Noun.STATEMENT, look.statement_id)
        return True

    def of(self, statement_id: StatementId) -> tuple[Look, ...]:
        """Return the looks at a statement, at whatever stood there then; oldest first."""
        rows = self._db.rows(f"{_SELECT} WHERE statement_id = ? ORDER BY made", (statement_id,))
        return tuple(_look(row) for row in rows)

    def newest_round(self) -> int:
        """Return the highest round of any look, 0 where there is none."""
        return self._db.number("SELECT coalesce(max(round), 0) FROM looks")


def _look(row: Row) -> Look:
    statement_id, digest, signer, who, made, answer, objects, number = row
    assert isinstance(digest, bytes)
    assert isinstance(answer, bytes)
    assert isinstance(number, int)
    return Look(
        statement_id=StatementId(str(statement_id)),
        digest=digest,
        signer=str(signer),
        by=str(who),
        at=from_time(made),
        answer=answer,
        objects=objects == 1,
        round=number,
    )
