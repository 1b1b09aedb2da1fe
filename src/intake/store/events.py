"""Events of an interview: their order, their answers, and who did them to whom."""

from __future__ import annotations

from collections.abc import Mapping

from intake.domain.answers import Answer
from intake.domain.changes import Noun
from intake.domain.event import Event
from intake.domain.ids import CaseId, EventId, InterviewId, PersonId
from intake.store.answers import AnswerRepository
from intake.store.connection import Database, Row
from intake.store.tables import ANSWERS, EVENT_PERSONS, EVENTS
from intake.store.transaction import Part, Transaction

_VICTIM, _PERPETRATOR = "victim", "perpetrator"
_SELECT = "SELECT id, interview_id, ordinal FROM events"
_LINKS = "SELECT event_id, part, person_id FROM event_persons"


class EventRepository:
    """Events in the order of the account."""

    def __init__(self, db: Database, answers: AnswerRepository) -> None:
        self._db = db
        self._answers = answers

    def add(self, tx: Transaction, event: Event) -> None:
        """Store a new event with its links and answers.

        Raises:
            KeyError: There is no such interview.
        """
        found = tx.owner_of(event.interview_id)
        if found is None:
            raise KeyError(event.interview_id)
        case_id = CaseId(found[0])
        tx.insert(
            EVENTS,
            {
                "id": event.id,
                "case_id": case_id,
                "interview_id": event.interview_id,
                "ordinal": event.ordinal,
            },
        )
        self._link(tx, case_id, event)
        self._answers.add(tx, event.id, case_id, "event", event.answers)
        tx.touch(Noun.EVENT, event.id)
        tx.touch_case(case_id, Part.ANSWERS)

    def update(self, tx: Transaction, event: Event) -> None:
        """Store place in the account and links of an event; answers are stored by themselves.

        Raises:
            KeyError: There is no such event.
        """
        tx.change(EVENTS, (event.id,), {"ordinal": event.ordinal})
        case_id = self.case_of(event.id)
        self._unlink(tx, event.id)
        self._link(tx, case_id, event)
        tx.touch(Noun.EVENT, event.id)
        tx.touch_case(case_id)

    def remove(self, tx: Transaction, event_id: EventId) -> None:
        """Remove an event with its links and answers.

        Raises:
            KeyError: There is no such event.
        """
        case_id = self.case_of(event_id)
        for question in self._answers.of(event_id):
            tx.delete(ANSWERS, (event_id, question))
        self._unlink(tx, event_id)
        tx.delete(EVENTS, (event_id,))
        tx.touch(Noun.EVENT, event_id)
        tx.touch_case(case_id, Part.ANSWERS)

    def case_of(self, event_id: EventId) -> CaseId:
        """Return the case of an event.

        Raises:
            KeyError: There is no such event.
        """
        found = self._db.value("SELECT case_id FROM events WHERE id = ?", (event_id,))
        if found is None:
            raise KeyError(event_id)
        return CaseId(str(found))

    def next_ordinal(self, interview_id: InterviewId) -> int:
        """Return the place behind the last event of an interview, from 1."""
        return self._db.number(
            "SELECT coalesce(max(ordinal), 0) + 1 FROM events WHERE interview_id = ?",
            (interview_id,),
        )

    def get(self, event_id: EventId) -> Event:
        """Return one event.

        Raises:
            KeyError: There is no such event.
        """
        row = self._db.one(f"{_SELECT} WHERE id = ?", (event_id,))
        if row is None:
            raise KeyError(event_id)
        links = self._db.rows(f"{_LINKS} WHERE event_id = ? ORDER BY ordinal", (event_id,))
        return _event(row, links, self._answers.of(event_id))

    def of(
        self, case_id: CaseId, sheets: Mapping[str, Mapping[str, Answer]] | None = None
    ) -> tuple[Event, ...]:
        """Return the events of a case in the order of the account.

        Args:
            case_id: The case.
            sheets: Answers by owner, when the caller has read them already.
        """
        known = self._answers.of_case(case_id) if sheets is None else sheets
        rows = self._db.rows(f"{_SELECT} WHERE case_id = ? ORDER BY ordinal, id", (case_id,))
        return tuple(
            _event(
                row,
                self._db.rows(f"{_LINKS} WHERE event_id = ? ORDER BY ordinal", (row[0],)),
                known.get(str(row[0]), {}),
            )
            for row in rows
        )

    @staticmethod
    def _link(tx: Transaction, case_id: CaseId, event: Event) -> None:
        for part, persons in ((_VICTIM, event.victims), (_PERPETRATOR, event.perpetrators)):
            for ordinal, person_id in enumerate(persons):
                tx.insert(
                    EVENT_PERSONS,
                    {
                        "event_id": event.id,
                        "part": part,
                        "ordinal": ordinal,
                        "person_id": person_id,
                        "case_id": case_id,
                    },
                )

    def _unlink(self, tx: Transaction, event_id: EventId) -> None:
        links = self._db.rows(
            "SELECT event_id, part, ordinal FROM event_persons WHERE event_id = ?", (event_id,)
        )
        for link in links:
            tx.delete(EVENT_PERSONS, link)


def _event(row: Row, links: list[Row], answers: Mapping[str, Answer]) -> Event:
    event_id, interview_id, ordinal = row
    assert isinstance(ordinal, int)
    return Event(
        id=EventId(str(event_id)),
        interview_id=InterviewId(str(interview_id)),
        ordinal=ordinal,
        victims=tuple(PersonId(str(who)) for _, part, who in links if part == _VICTIM),
        perpetrators=tuple(PersonId(str(who)) for _, part, who in links if part == _PERPETRATOR),
        answers=dict(answers),
    )
