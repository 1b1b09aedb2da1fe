"""Answers of cases, interviews, persons and events; knows no form."""

from __future__ import annotations

from collections.abc import Mapping

from intake.domain.answers import Answer
from intake.domain.changes import Noun
from intake.domain.ids import CaseId, OwnerId
from intake.store.codec import from_answer_columns, to_answer_columns
from intake.store.connection import Database
from intake.store.tables import ANSWERS
from intake.store.transaction import Part, Transaction


class AnswerRepository:
    """Answers by owner (case, interview, person or event) and field name."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, owner: OwnerId, question: str) -> Answer | None:
        """Return one answer, or ``None`` when the question was never answered."""
        row = self._db.one(
            "SELECT value, missing FROM answers WHERE owner = ? AND question = ?",
            (owner, question),
        )
        return None if row is None else from_answer_columns(*row)

    def of(self, owner: OwnerId) -> dict[str, Answer]:
        """Return all answers of an owner by field name."""
        rows = self._db.stream(
            "SELECT question, value, missing FROM answers WHERE owner = ?", (owner,)
        )
        return {str(name): from_answer_columns(value, missing) for name, value, missing in rows}

    def of_case(self, case_id: CaseId) -> dict[str, dict[str, Answer]]:
        """Return all answers of all owners of a case: by owner id, then by field name."""
        sheets: dict[str, dict[str, Answer]] = {}
        rows = self._db.stream(
            "SELECT owner, question, value, missing FROM answers WHERE case_id = ?", (case_id,)
        )
        for owner, question, value, missing in rows:
            answer = from_answer_columns(value, missing)
            sheets.setdefault(str(owner), {})[str(question)] = answer
        return sheets

    def set(self, tx: Transaction, owner: OwnerId, question: str, answer: Answer | None) -> None:
        """Store one answer; ``None`` removes it.

        Raises:
            KeyError: There is no such owner.
        """
        case_id, kind = _place(tx, owner)
        self._set(tx, (owner, question, kind, case_id), answer)
        tx.touch_case(case_id, Part.ANSWERS)

    def replace(self, tx: Transaction, owner: OwnerId, answers: Mapping[str, Answer]) -> None:
        """Store exactly these answers of an owner; others of the owner are removed.

        Raises:
            KeyError: There is no such owner.
        """
        case_id, kind = _place(tx, owner)
        for question in self.of(owner).keys() - answers.keys():
            self._set(tx, (owner, question, kind, case_id), None)
        for question, answer in answers.items():
            self._set(tx, (owner, question, kind, case_id), answer)
        tx.touch_case(case_id, Part.ANSWERS)

    def add(
        self,
        tx: Transaction,
        owner: OwnerId,
        case_id: CaseId,
        kind: str,
        answers: Mapping[str, Answer],
    ) -> None:
        """Store the answers of an owner that has none yet."""
        for question, answer in answers.items():
            tx.insert(
                ANSWERS,
                {
                    "owner": owner,
                    "question": question,
                    "owner_kind": kind,
                    "case_id": case_id,
                    **to_answer_columns(answer),
                },
            )
        if answers:
            tx.touch(Noun.ANSWER, owner)

    @staticmethod
    def _set(tx: Transaction, place: tuple[str, str, str, str], answer: Answer | None) -> None:
        owner, question, kind, case_id = place
        if answer is None:
            tx.delete(ANSWERS, (owner, question))
        else:
            tx.put(
                ANSWERS,
                {
                    "owner": owner,
                    "question": question,
                    "owner_kind": kind,
                    "case_id": case_id,
                    **to_answer_columns(answer),
                },
            )
        tx.touch(Noun.ANSWER, owner)


def _place(tx: Transaction, owner: OwnerId) -> tuple[str, str]:
    found = tx.owner_of(owner)
    if found is None:
        raise KeyError(owner)
    return found
