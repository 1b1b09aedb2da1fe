"""What a write touched, so that views refresh only when they must."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Noun(StrEnum):
    """Kinds of records that can change."""

    CASE = "case"
    INTERVIEW = "interview"
    PERSON = "person"
    EVENT = "event"
    ANSWER = "answer"
    STATEMENT = "statement"
    MARK = "mark"
    RULING = "ruling"
    CONSENT = "consent"
    KEY = "key"
    SETTING = "setting"
    RELEASE = "release"
    PARCEL = "parcel"


@dataclass(frozen=True, slots=True)
class Changes:
    """The kinds and ids that one write touched; an empty set means nothing changed."""

    nouns: frozenset[Noun] = frozenset()
    ids: frozenset[str] = field(default_factory=frozenset)

    def __or__(self, other: Changes) -> Changes:
        """Return the union of two changes."""
        return Changes(self.nouns | other.nouns, self.ids | other.ids)
