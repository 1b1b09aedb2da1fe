"""An interview: one sitting with one person, and the answers given in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from intake.domain.answers import Answer
from intake.domain.ids import CaseId, InterviewId


@dataclass(frozen=True, slots=True)
class Interview:
    """One interview of a case.

    Attributes:
        form: Name and version of the form that was used, ``intake-core/1`` for the shipped one.
        stopped: When the person asked to stop, if they did.
        answers: Answers by field name, over all sections that are not repeats.
    """

    id: InterviewId
    case_id: CaseId
    form: str
    created: datetime
    stopped: datetime | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict)
