"""Persons of a case, with the answers that name them."""

from __future__ import annotations

from collections.abc import Mapping

from intake.domain.answers import Answer
from intake.domain.changes import Noun
from intake.domain.ids import CaseId, PersonId
from intake.domain.person import Person, Role
from intake.store.answers import AnswerRepository
from intake.store.connection import Database, Row
from intake.store.tables import ANSWERS, CASES, EVENT_PERSONS, PERSONS
from intake.store.transaction import Part, Transaction

_SELECT = "SELECT id, case_id, code, role, never_name FROM persons"


class PersonRepository:
    """Persons in the order of their codes."""

    def __init__(self, db: Database, answers: AnswerRepository) -> None:
        self._db = db
        self._answers = answers

    def next_code(self, case_id: CaseId) -> str:
        """Return the next code of a case; one that was given once is never given again.

        Raises:
            KeyError: There is no such case.
        """
        found = self._db.value("SELECT people FROM cases WHERE id = ?", (case_id,))
        if found is None:
            raise KeyError(case_id)
        return f"P{int(found) + 1}"

    def add(self, tx: Transaction, person: Person) -> None:
        """Store a new person with the answers; also puts a removed one back under its code."""
        ordinal = _ordinal(person.code)
        tx.insert(
            PERSONS,
            {
                "id": person.id,
                "case_id": person.case_id,
                "ordinal": ordinal,
                "code": person.code,
                "role": person.role.value,
                "never_name": int(person.never_name),
            },
        )
        people = self._db.value("SELECT people FROM cases WHERE id = ?", (person.case_id,))
        if ordinal > int(people or 0):
            tx.change(CASES, (person.case_id,), {"people": ordinal})
        self._answers.add(tx, person.id, person.case_id, "person", person.answers)
        tx.touch(Noun.PERSON, person.id)
        tx.touch_case(person.case_id, Part.ANSWERS)

    def update(self, tx: Transaction, person: Person) -> None:
        """Store role and ``never_name`` of a person; answers are stored by themselves.

        Raises:
            KeyError: There is no such person.
        """
        values = {"role": person.role.value, "never_name": int(person.never_name)}
        tx.change(PERSONS, (person.id,), values)
        tx.touch(Noun.PERSON, person.id)
        tx.touch_case(person.case_id)

    def remove(self, tx: Transaction, person_id: PersonId) -> None:
        """Remove a person, the answers, and the links to events.

        Raises:
            KeyError: There is no such person.
        """
        person = self.get(person_id)
        links = self._db.rows(
            "SELECT event_id, part, ordinal FROM event_persons WHERE person_id = ?", (person_id,)
        )
        for link in links:
            tx.delete(EVENT_PERSONS, link)
            tx.touch(Noun.EVENT, str(link[0]))
        for question in person.answers:
            tx.delete(ANSWERS, (person_id, question))
        tx.delete(PERSONS, (person_id,))
        tx.touch(Noun.PERSON, person_id)
        tx.touch_case(person.case_id, Part.ANSWERS)

    def get(self, person_id: PersonId) -> Person:
        """Return one person.

        Raises:
            KeyError: There is no such person.
        """
        row = self._db.one(f"{_SELECT} WHERE id = ?", (person_id,))
        if row is None:
            raise KeyError(person_id)
        return _person(row, self._answers.of(person_id))

    def of(
        self, case_id: CaseId, sheets: Mapping[str, Mapping[str, Answer]] | None = None
    ) -> tuple[Person, ...]:
        """Return the persons of a case by code.

        Args:
            case_id: The case.
            sheets: Answers by owner, when the caller has read them already.
        """
        known = self._answers.of_case(case_id) if sheets is None else sheets
        rows = self._db.rows(f"{_SELECT} WHERE case_id = ? ORDER BY ordinal, code", (case_id,))
        return tuple(_person(row, known.get(str(row[0]), {})) for row in rows)


def _ordinal(code: str) -> int:
    digits = code.removeprefix("P")
    return int(digits) if digits.isascii() and digits.isdigit() else 0


def _person(row: Row, answers: Mapping[str, Answer]) -> Person:
    person_id, case_id, code, role, never_name = row
    return Person(
        id=PersonId(str(person_id)),
        case_id=CaseId(str(case_id)),
        code=str(code),
        role=Role(str(role)),
        never_name=bool(never_name),
        answers=dict(answers),
    )
