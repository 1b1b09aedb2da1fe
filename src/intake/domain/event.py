"""Events: what was done, to whom, by whom, where and when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from intake.domain.answers import Answer
from intake.domain.ids import EventId, InterviewId, PersonId


@dataclass(frozen=True, slots=True)
class Event:
    """One act or event of an account.

    Attributes:
        ordinal: Place in the account, from 1.
        victims: Persons it was done to.
        perpetrators: Persons who did it.
        answers: Answers of the repeat ``acts`` by field name (``act_type``, ``act_date`` ...).
    """

    id: EventId
    interview_id: InterviewId
    ordinal: int
    victims: tuple[PersonId, ...] = ()
    perpetrators: tuple[PersonId, ...] = ()
    answers: Mapping[str, Answer] = field(default_factory=dict)
