"""A case: the unit that one person's account is kept, found, shared and erased by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from intake.domain.answers import Answer
from intake.domain.consent import Consent
from intake.domain.event import Event
from intake.domain.ids import CaseId
from intake.domain.interview import Interview
from intake.domain.marks import Mark
from intake.domain.person import Person
from intake.domain.statement import Statement

# The question at the end of an interview whether anything should be taken back or left out.
WISH = "anything_to_withdraw"


class CaseStatus(StrEnum):
    """Where a case stands."""

    DRAFT = "draft"
    FINALISED = "finalised"
    SEALED = "sealed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Case:
    """The header of one case.

    Attributes:
        code: Random, meaningless, with a check character; never leaves in a bundle.
        created: When the record was made (UTC).
        changed: When anything of the case was last changed (UTC).
        never_name: The interviewee asked that no name be recorded.
        answers: Answers of the section ``case`` by field name.
    """

    id: CaseId
    code: str
    status: CaseStatus
    created: datetime
    changed: datetime
    project: str = ""
    never_name: bool = False
    answers: Mapping[str, Answer] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """One row of the list of cases.

    Attributes:
        group: Choice name of the first targeted group, or empty.
        country: Country of the interview as written, or empty.
        interview_date: EDTF date of the first interview, or empty.
        needs_review: A mark is pending or a statement is newer than its review.
        consent_until: The earliest day on which a consent ends (ISO), or ``None``.
        preview: The first characters of the statement, for the list in the open vault only.
        two_versions: Another version of the case is here, and nobody has decided between the two.
    """

    id: CaseId
    code: str
    status: CaseStatus
    created: datetime
    changed: datetime
    project: str = ""
    group: str = ""
    country: str = ""
    interviewer: str = ""
    language: str = ""
    interview_date: str = ""
    needs_review: bool = False
    consent_until: str | None = None
    withdrawn: bool = False
    preview: str = ""
    two_versions: bool = False


@dataclass(frozen=True, slots=True)
class CaseFile:
    """Everything that is recorded about one case, as one value."""

    case: Case
    consent: Consent | None = None
    interviews: tuple[Interview, ...] = ()
    persons: tuple[Person, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    marks: Mapping[str, tuple[Mark, ...]] = field(default_factory=dict)  # by statement id

    @property
    def has_open_wish(self) -> bool:
        """Whether the person wished something left out in own words, and nobody has settled it.

        It is settled by recording what is meant (a fact left out, a use taken back, a text changed)
        and then clearing the words. Until then nobody can tell what may leave.
        """
        sheets = (self.case.answers, *(interview.answers for interview in self.interviews))
        said = [text for sheet in sheets if WISH in sheet for text in sheet[WISH].texts]
        if self.consent is not None:
            said.append(self.consent.withhold_note)
        return any(text.strip() for text in said)
