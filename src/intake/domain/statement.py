"""Statements: one draft that changes, and revisions that never do."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from intake.domain.ids import InterviewId, RevisionId, StatementId


class RevisionReason(StrEnum):
    """Why a revision was frozen."""

    FINALISED = "finalised"
    REVIEWED = "reviewed"
    LOCKED = "locked"
    TEN_MINUTES = "ten_minutes"
    IMPORTED = "imported"


def text_digest(text: str) -> str:
    """Return the SHA-256 of a text as hex; surrogates pass through so that any text has one."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Statement:
    """A narrative in the interviewee's words, a translation, or a version for sharing.

    Attributes:
        question: Field name of the narrative (``own_words``, ``translation`` ...).
        language: BCP 47 tag of the text, or empty when not known.
        text: The draft as it stands.
        caret: Where the person was writing, in code points.
        reviewed_digest: Digest of the text that was last reviewed; ``None`` before any review.
        final: The draft was finalised and is read-only until it is reopened on purpose.
    """

    id: StatementId
    interview_id: InterviewId
    question: str
    language: str = ""
    text: str = ""
    caret: int = 0
    reviewed_digest: str | None = None
    final: bool = False

    @property
    def digest(self) -> str:
        """Digest of the draft's text; marks belong to it."""
        return text_digest(self.text)

    @property
    def is_reviewed(self) -> bool:
        """Whether the text as it stands has been reviewed for sharing."""
        return self.reviewed_digest == self.digest


@dataclass(frozen=True, slots=True)
class Revision:
    """An immutable earlier or final text of a statement.

    Attributes:
        number: From 1, without gaps, per statement.
    """

    id: RevisionId
    statement_id: StatementId
    number: int
    text: str
    reason: RevisionReason
    created: datetime
