"""Interviews of a case, with their answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from intake.domain.answers import Answer
from intake.domain.changes import Noun
from intake.domain.ids import CaseId, InterviewId
from intake.domain.interview import Interview
from intake.store.answers import AnswerRepository
from intake.store.codec import from_optional_time, from_time, to_optional_time, to_time
from intake.store.connection import Database, Row
from intake.store.tables import INTERVIEWS
from intake.store.transaction import Part, Transaction

_SELECT = "SELECT id, case_id, form, created, stopped FROM interviews"


class InterviewRepository:
    """Interviews in the order in which they were added."""

    def __init__(self, db: Database, answers: AnswerRepository) -> None:
        self._db = db
        self._answers = answers

    def add(self, tx: Transaction, interview: Interview) -> None:
        """Store a new interview with its answers, behind those of the case that are there."""
        ordinal = self._db.value(
            "SELECT coalesce(max(ordinal), 0) + 1 FROM interviews WHERE case_id = ?",
            (interview.case_id,),
        )
        tx.insert(
            INTERVIEWS,
            {
                "id": interview.id,
                "case_id": interview.case_id,
                "ordinal": ordinal,
                "form": interview.form,
                "created": to_time(interview.created),
                "stopped": to_optional_time(interview.stopped),
            },
        )
        self._answers.add(tx, interview.id, interview.case_id, "interview", interview.answers)
        tx.touch(Noun.INTERVIEW, interview.id)
        tx.touch_case(interview.case_id, Part.ANSWERS)

    def stop(self, tx: Transaction, interview_id: InterviewId, at: datetime | None) -> None:
        """Set when the person asked to stop; ``None`` when the interview goes on after all.

        Raises:
            KeyError: There is no such interview.
        """
        tx.change(INTERVIEWS, (interview_id,), {"stopped": to_optional_time(at)})
        tx.touch(Noun.INTERVIEW, interview_id)
        tx.touch_case(self.get(interview_id).case_id)

    def get(self, interview_id: InterviewId) -> Interview:
        """Return one interview.

        Raises:
            KeyError: There is no such interview.
        """
        row = self._db.one(f"{_SELECT} WHERE id = ?", (interview_id,))
        if row is None:
            raise KeyError(interview_id)
        return _interview(row, self._answers.of(interview_id))

    def of(
        self, case_id: CaseId, sheets: Mapping[str, Mapping[str, Answer]] | None = None
    ) -> tuple[Interview, ...]:
        """Return the interviews of a case.

        Args:
            case_id: The case.
            sheets: Answers by owner, when the caller has read them already.
        """
        known = self._answers.of_case(case_id) if sheets is None else sheets
        rows = self._db.rows(f"{_SELECT} WHERE case_id = ? ORDER BY ordinal", (case_id,))
        return tuple(_interview(row, known.get(str(row[0]), {})) for row in rows)


def _interview(row: Row, answers: Mapping[str, Answer]) -> Interview:
    interview_id, case_id, form, created, stopped = row
    return Interview(
        id=InterviewId(str(interview_id)),
        case_id=CaseId(str(case_id)),
        form=str(form),
        created=from_time(created),
        stopped=from_optional_time(stopped),
        answers=dict(answers),
    )
