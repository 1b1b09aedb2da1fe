"""Made-up vaults and cases for the tests of the store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from intake.domain.answers import Answer, Missing
from intake.domain.case import Case, CaseFile, CaseStatus
from intake.domain.consent import (
    Act,
    Consent,
    IdentityLevel,
    RecipientGroup,
    Use,
    UseConsent,
    Withdrawal,
)
from intake.domain.event import Event
from intake.domain.ids import (
    CaseId,
    EventId,
    InterviewId,
    MarkId,
    PersonId,
    StatementId,
    new_case_code,
    new_id,
)
from intake.domain.interview import Interview
from intake.domain.marks import Decision, Mark, MarkKind
from intake.domain.person import Person, Role
from intake.domain.statement import Statement
from intake.store.check import walk_chain
from intake.store.connection import PAGE_BYTES
from intake.store.store import Store
from intake.store.walk import Finding
from tests.pages import plain_page

DB_KEY = bytes(range(32))
CHAIN_KEY = bytes(range(100, 132))
VAULT_ID = b"made-up vault id"
START = datetime(2022, 5, 26, 9, 30, tzinfo=UTC)


@dataclass
class Vault:
    """A vault folder, and how its store is made and opened."""

    folder: Path
    generation: int = 1
    migrated: list[int] = field(default_factory=list)

    @property
    def database(self) -> Path:
        return self.folder / "vault.db"

    @property
    def log(self) -> Path:
        return self.folder / "vault.db-wal"

    @property
    def mirror(self) -> Path:
        return self.folder / "mirror"

    def create(self) -> Store:
        return Store.create(
            self.database,
            db_key=bytearray(DB_KEY),
            chain_key=bytearray(CHAIN_KEY),
            mirror_path=self.mirror,
            vault_id=VAULT_ID,
            header_generation=self.generation,
        )

    def open(
        self,
        *,
        db_key: bytes = DB_KEY,
        chain_key: bytes = CHAIN_KEY,
        vault_id: bytes = VAULT_ID,
        generation: int | None = None,
    ) -> Store:
        return Store.open(
            self.database,
            db_key=bytearray(db_key),
            chain_key=bytearray(chain_key),
            mirror_path=self.mirror,
            vault_id=vault_id,
            header_generation=self.generation if generation is None else generation,
            before_migration=self._note,
        )

    def _note(self, store: Store) -> None:
        self.migrated.append(store.cases.count())


def plain_pages(database: Path) -> list[bytes]:
    """Return what the pages of a database hold, decrypted by hand, free pages included."""
    content = database.read_bytes()
    return [
        plain_page(content[start : start + PAGE_BYTES], DB_KEY, is_first=start == 0)
        for start in range(0, len(content), PAGE_BYTES)
    ]


def small_case(
    text: str = "", *, code: str | None = None, answers: Mapping[str, Answer] | None = None
) -> CaseFile:
    """Return a case with one interview, the interviewee and one statement."""
    case_id, interview_id = CaseId(new_id()), InterviewId(new_id())
    return CaseFile(
        Case(case_id, code or new_case_code(), CaseStatus.DRAFT, START, START),
        interviews=(Interview(interview_id, case_id, "intake-core/1", START, None, answers or {}),),
        persons=(Person(PersonId(new_id()), case_id, "P1", Role.INTERVIEWEE),),
        statements=(Statement(StatementId(new_id()), interview_id, "own_words", "", text),),
    )


def full_case() -> CaseFile:
    """Return a case in which everything that can be recorded is recorded."""
    case_id, interview_id = CaseId(new_id()), InterviewId(new_id())
    first, second = PersonId(new_id()), PersonId(new_id())
    statement_id = StatementId(new_id())
    answers = {"tags": Answer(("first", "second"))}
    names = {"names": Answer(("Зарянка Вымышленная", "Zaranka Vymyślenaja"))}
    acts = {"act_type": Answer(("raid",)), "act_date": Answer("2020-08~")}
    marks = (
        Mark(MarkId(new_id()), 12, 31, MarkKind.PERSON, Decision.MASK, first),
        Mark(MarkId(new_id()), 46, 55, MarkKind.PLACE, source="places", score=0.75),
    )
    return CaseFile(
        case=Case(
            id=case_id,
            code=new_case_code(),
            status=CaseStatus.DRAFT,
            created=START,
            changed=START,
            project="Made-up project",
            answers=answers,
        ),
        consent=full_consent(),
        interviews=(
            Interview(interview_id, case_id, "intake-core/1", START, answers=FULL_ANSWERS),
        ),
        persons=(
            Person(first, case_id, "P1", Role.INTERVIEWEE, answers=names),
            Person(second, case_id, "P2", Role.PERPETRATOR, never_name=True),
        ),
        events=(Event(EventId(new_id()), interview_id, 1, (first,), (second,), acts),),
        statements=(Statement(statement_id, interview_id, "own_words", "be", TEXT, caret=4),),
        marks={statement_id: marks},
    )


TEXT = "Мяне завуць Зарянка Вымышленная, мы жылі каля Чарнавода."
FULL_ANSWERS = {
    "interview_country": Answer("GE"),
    "interview_date": Answer("2022-05-26"),
    "interview_language": Answer("be"),
    "interviewer_code": Answer("INT-7"),
    "targeted_group": Answer(("lawyer", "protester")),
    "age": Answer(38),
    "residence_now": Answer(missing=Missing.DECLINED),
}


def full_consent() -> Consent:
    """Return a consent in which every field differs from its default."""
    return Consent(
        given="2022-05-26",
        language="be",
        text_version="2",
        acts=frozenset({Act.NOTES, Act.AUDIO}),
        uses={
            Use.ANALYSIS: UseConsent(
                IdentityLevel.CODE,
                frozenset({RecipientGroup.ANALYSTS, RecipientGroup.UN}),
                until="2027-05-26",
                embargo="2022-06-01",
                withhold=frozenset({"region_of_origin"}),
                conditions="ask me again first",
                conditions_met=True,
            ),
            Use.STATISTICS: UseConsent(IdentityLevel.AGGREGATE, until="2025-01-01"),
        },
        withhold_note="nothing about the workshop",
        confirmed=True,
        withdrawn=Withdrawal("2023-01-01", frozenset({Use.MEDIA}), erase=True),
    )


def chain_of(store: Store) -> tuple[Finding, ...]:
    """Return what is wrong with chain and guarded rows, also inside a transaction."""
    return walk_chain(store._db, store._writer.key)
