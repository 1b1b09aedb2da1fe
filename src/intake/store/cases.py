"""Cases: headers, the list with its filters, whole case files, and erasing one for good."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from intake.domain.case import Case, CaseFile, CaseStatus, CaseSummary
from intake.domain.changes import Noun
from intake.domain.ids import CaseId
from intake.store.answers import AnswerRepository
from intake.store.codec import from_time, to_time
from intake.store.connection import Database, Row, Scalar
from intake.store.consents import ConsentRepository
from intake.store.events import EventRepository
from intake.store.interviews import InterviewRepository
from intake.store.marks import MarkRepository
from intake.store.persons import PersonRepository
from intake.store.search import SearchIndex
from intake.store.statements import StatementRepository
from intake.store.tables import CASES, DIGEST_BYTES, OF_A_CASE, PARCELS
from intake.store.transaction import Transaction

_HEADER = "SELECT id, code, status, created, changed, project, never_name FROM cases"
_SUMMARY = """
    SELECT id, code, status, created, changed, project, group_name, country, interviewer, language,
           interview_date, needs_review, consent_until, withdrawn, preview,
           id IN (SELECT case_id FROM parcels WHERE case_id IS NOT NULL AND rival IS NOT NULL
                  UNION ALL SELECT rival FROM parcels WHERE rival IS NOT NULL)
    FROM cases
"""
_MONTH = "iif(length(interview_date) >= 7, substr(interview_date, 1, 7), '')"
# What refers to something goes before it.
_ERASED = (PARCELS, *reversed(OF_A_CASE), CASES)


class CaseOrder(StrEnum):
    """Orders of the list; ties go to the newer case."""

    CHANGED = "changed"
    CREATED = "created"
    CODE = "code"
    INTERVIEW_DATE = "interview_date"
    STATUS = "status"
    COUNTRY = "country"
    GROUP = "group"


_ORDER = {
    CaseOrder.CHANGED: "changed DESC, number DESC",
    CaseOrder.CREATED: "created DESC, number DESC",
    CaseOrder.CODE: "code",
    CaseOrder.INTERVIEW_DATE: "interview_date DESC, number DESC",
    CaseOrder.STATUS: "status, number DESC",
    CaseOrder.COUNTRY: "country, number DESC",
    CaseOrder.GROUP: "group_name, number DESC",
}


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """Which cases a list shows; a filter left at its default lets everything through.

    Attributes:
        text: Words that must all occur somewhere in the case (see ``intake.store.search``).
        month: ``YYYY-MM`` of the first interview.
        consent_expiring_before: ISO day; a consent ends before it.
    """

    text: str = ""
    status: CaseStatus | None = None
    group: str | None = None
    country: str | None = None
    interviewer: str | None = None
    month: str | None = None
    needs_review: bool | None = None
    consent_expiring_before: str | None = None


@dataclass(frozen=True, slots=True)
class FilterValues:
    """Values that occur in the list, sorted, for filter menus."""

    groups: tuple[str, ...]
    countries: tuple[str, ...]
    interviewers: tuple[str, ...]
    months: tuple[str, ...]


NO_FILTER = CaseFilter()


class CaseRepository:
    """Cases and what belongs to them."""

    def __init__(  # noqa: PLR0913 (a case file is made of all of these)
        self,
        db: Database,
        search: SearchIndex,
        *,
        answers: AnswerRepository,
        interviews: InterviewRepository,
        persons: PersonRepository,
        events: EventRepository,
        statements: StatementRepository,
        marks: MarkRepository,
        consents: ConsentRepository,
    ) -> None:
        self._db = db
        self._search = search
        self._answers = answers
        self._interviews = interviews
        self._persons = persons
        self._events = events
        self._statements = statements
        self._marks = marks
        self._consents = consents

    def add(self, tx: Transaction, case: Case) -> None:
        """Store a new case with the answers of its header; its code must not exist yet."""
        empty = dict.fromkeys(
            ("group_name", "country", "interviewer", "language", "interview_date", "preview"), ""
        )
        tx.insert(
            CASES,
            {
                "id": case.id,
                "code": case.code,
                "status": case.status.value,
                "created": to_time(case.created),
                "changed": to_time(case.changed),
                "project": case.project,
                "never_name": int(case.never_name),
                "people": 0,
                "handle": secrets.token_hex(16),
                "salt": secrets.token_bytes(DIGEST_BYTES),
                "needs_review": 0,
                "consent_until": None,
                "withdrawn": 0,
                "indexed": None,
                **empty,
            },
        )
        tx.made.add(case.id)
        self._answers.add(tx, case.id, case.id, "case", case.answers)
        tx.touch_case(case.id)

    def add_file(self, tx: Transaction, file: CaseFile) -> None:
        """Store a whole new case file."""
        self.add(tx, file.case)
        for interview in file.interviews:
            self._interviews.add(tx, interview)
        for person in file.persons:
            self._persons.add(tx, person)
        for event in file.events:
            self._events.add(tx, event)
        for statement in file.statements:
            self._statements.add(tx, statement)
            self._marks.replace(tx, statement.id, file.marks.get(statement.id, ()))
            if statement.reviewed_digest is not None:
                self._statements.set_reviewed(tx, statement.id, statement.reviewed_digest)
        if file.consent is not None:
            self._consents.save(tx, file.case.id, file.consent)

    def set_status(self, tx: Transaction, case_id: CaseId, status: CaseStatus) -> None:
        """Set where a case stands.

        Raises:
            KeyError: There is no such case.
        """
        self._set(tx, case_id, {"status": status.value})

    def set_never_name(self, tx: Transaction, case_id: CaseId, *, never: bool) -> None:
        """Set whether no name may be recorded; names that are there are removed by the caller.

        Raises:
            KeyError: There is no such case.
        """
        self._set(tx, case_id, {"never_name": int(never)})

    def set_code(self, tx: Transaction, case_id: CaseId, code: str) -> None:
        """Give a case another code, one that no case has.

        Raises:
            KeyError: There is no such case.
        """
        self._set(tx, case_id, {"code": code})

    @staticmethod
    def _set(tx: Transaction, case_id: CaseId, values: dict[str, Scalar]) -> None:
        tx.change(CASES, (case_id,), values)
        tx.touch_case(case_id)

    def get(self, case_id: CaseId) -> Case:
        """Return the header of a case.

        Raises:
            KeyError: There is no such case.
        """
        row = self._db.one(f"{_HEADER} WHERE id = ?", (case_id,))
        if row is None:
            raise KeyError(case_id)
        found, code, status, created, changed, project, never_name = row
        return Case(
            id=CaseId(str(found)),
            code=str(code),
            status=CaseStatus(str(status)),
            created=from_time(created),
            changed=from_time(changed),
            project=str(project),
            never_name=bool(never_name),
            answers=self._answers.of(CaseId(str(found))),
        )

    def has(self, case_id: CaseId) -> bool:
        """Tell whether a case is here."""
        return self._db.one("SELECT 1 FROM cases WHERE id = ?", (case_id,)) is not None

    def find(self, code: str) -> CaseId | None:
        """Return the id of the case with a code, or ``None``."""
        found = self._db.value("SELECT id FROM cases WHERE code = ?", (code,))
        return None if found is None else CaseId(str(found))

    def codes(self) -> frozenset[str]:
        """Return the codes of all cases."""
        return frozenset(str(code) for (code,) in self._db.stream("SELECT code FROM cases"))

    def ids(self) -> tuple[CaseId, ...]:
        """Return the ids of all cases, oldest first."""
        rows = self._db.stream("SELECT id FROM cases ORDER BY number")
        return tuple(CaseId(str(case_id)) for (case_id,) in rows)

    def changes(self) -> dict[CaseId, datetime]:
        """Return when each case was last changed, oldest case first."""
        rows = self._db.stream("SELECT id, changed FROM cases ORDER BY number")
        return {CaseId(str(case_id)): from_time(changed) for case_id, changed in rows}

    def count(self) -> int:
        """Return how many cases there are."""
        return self._db.number("SELECT count(*) FROM cases")

    def summaries(
        self,
        matching: CaseFilter = NO_FILTER,
        order: CaseOrder = CaseOrder.CHANGED,
        *,
        limit: int = -1,
        offset: int = 0,
    ) -> tuple[CaseSummary, ...]:
        """Return the rows of the list that match, in order; a negative limit is none."""
        where, values = self._where(matching)
        sql = f"{_SUMMARY} {where} ORDER BY {_ORDER[order]} LIMIT ? OFFSET ?"
        return tuple(_summary(row) for row in self._db.stream(sql, (*values, limit, offset)))

    def filter_values(self) -> FilterValues:
        """Return the values that filters can offer."""
        return FilterValues(
            groups=self._distinct("group_name"),
            countries=self._distinct("country"),
            interviewers=self._distinct("interviewer"),
            months=self._distinct(_MONTH),
        )

    def file(self, case_id: CaseId) -> CaseFile:
        """Return everything recorded about one case.

        Raises:
            KeyError: There is no such case.
        """
        case = self.get(case_id)
        sheets = self._answers.of_case(case_id)
        return CaseFile(
            case=case,
            consent=self._consents.current(case_id),
            interviews=self._interviews.of(case_id, sheets),
            persons=self._persons.of(case_id, sheets),
            events=self._events.of(case_id, sheets),
            statements=self._statements.of(case_id),
            marks=self._marks.of_case(case_id),
        )

    def files(self, case_ids: Iterable[CaseId] | None = None) -> Iterator[CaseFile]:
        """Yield whole case files one at a time, all cases when no ids are given.

        Raises:
            KeyError: There is no such case.
        """
        for case_id in self.ids() if case_ids is None else case_ids:
            yield self.file(case_id)

    def erase(self, tx: Transaction, case_id: CaseId) -> None:
        """Remove a case for good: rows, revisions, marks, index, audit events about it.

        The chain keeps a salted tombstone; handle and salt are gone with the case.

        Raises:
            KeyError: There is no such case.
        """
        self._search.remove(tx, tx.case_key(case_id).number)
        self._compare_otherwise(tx, case_id)
        tx.bury(case_id)
        tx.run("INSERT INTO erasing VALUES (?)", (case_id,))
        for table in _ERASED:
            tx.delete_all(table, case_id)
        tx.run("DELETE FROM erasing")
        tx.db.execute("PRAGMA incremental_vacuum").fetchall()
        tx.forget_case(case_id)

    def _compare_otherwise(self, tx: Transaction, gone: CaseId) -> None:
        """Let the versions that stood beside a case stand beside one another: none leaves alone.

        Whoever shows notes of parcels hears of all that this changes.
        """
        rows = self._db.rows("SELECT id, case_id FROM parcels WHERE rival = ? ORDER BY id", (gone,))
        for place, (parcel_id, _) in enumerate(rows):
            tx.change(PARCELS, (parcel_id,), {"rival": rows[0][1] if place else None})
            tx.touch(Noun.PARCEL, str(parcel_id))
        own = self._db.rows("SELECT id FROM parcels WHERE case_id = ?", (gone,))
        for (parcel_id,) in own:  # these go with the case
            tx.touch(Noun.PARCEL, str(parcel_id))

    def _where(self, matching: CaseFilter) -> tuple[str, list[Scalar]]:
        needs = matching.needs_review
        wanted: list[tuple[str, Scalar]] = [
            ("status = ?", matching.status and matching.status.value),
            ("group_name = ?", matching.group),
            ("country = ?", matching.country),
            ("interviewer = ?", matching.interviewer),
            ("substr(interview_date, 1, 7) = ?", matching.month),
            ("needs_review = ?", None if needs is None else int(needs)),
            ("consent_until < ?", matching.consent_expiring_before),
            *((found,) if (found := self._search.condition(matching.text)) else ()),
        ]
        used = [(condition, value) for condition, value in wanted if value is not None]
        if not used:
            return "", []
        return "WHERE " + " AND ".join(c for c, _ in used), [value for _, value in used]

    def _distinct(self, expression: str) -> tuple[str, ...]:
        rows = self._db.rows(
            f"SELECT DISTINCT {expression} AS found FROM cases WHERE found <> '' ORDER BY found"  # noqa: S608 (the expression is a constant of this module)
        )
        return tuple(str(value) for (value,) in rows)


def _summary(row: Row) -> CaseSummary:
    found, code, status, created, changed, project, group, *rest = row
    country, interviewer, language, date, needs_review, until, withdrawn, preview, rival = rest
    return CaseSummary(
        id=CaseId(str(found)),
        code=str(code),
        status=CaseStatus(str(status)),
        created=from_time(created),
        changed=from_time(changed),
        project=str(project),
        group=str(group),
        country=str(country),
        interviewer=str(interviewer),
        language=str(language),
        interview_date=str(date),
        needs_review=bool(needs_review),
        consent_until=None if until is None else str(until),
        withdrawn=bool(withdrawn),
        preview=str(preview),
        two_versions=bool(rival),
    )
