"""Marks: stretches of a statement that name or point to somebody, and what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from intake.domain.ids import MarkId, PersonId, new_id


class MarkKind(StrEnum):
    """What a mark stands for."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    DATE = "date"
    NUMBER = "number"
    OTHER = "other"


class Decision(StrEnum):
    """What a person decided; pending counts as masked in every preview."""

    PENDING = "pending"
    MASK = "mask"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text, ``text[start:end]`` in code points.

    Attributes:
        person_id: The known person, when the mark stands for one.
        source: ``person`` when made by hand, else the detector's name.
        score: Certainty of the detector between 0 and 1.
    """

    id: MarkId
    start: int
    end: int
    kind: MarkKind
    decision: Decision = Decision.PENDING
    person_id: PersonId | None = None
    source: str = "person"
    score: float = 1.0

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError("a mark covers at least one character")


def new_mark(start: int, end: int, kind: MarkKind) -> Mark:
    """Return a pending mark with a fresh id over ``text[start:end]``."""
    return Mark(MarkId(new_id()), start, end, kind)
