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
        paraphrase: What a person wrote to leave in place of these words.
        ruled: The decision follows from one that was made for every place; it goes with that one.
    """

    id: MarkId
    start: int
    end: int
    kind: MarkKind
    decision: Decision = Decision.PENDING
    person_id: PersonId | None = None
    source: str = "person"
    score: float = 1.0
    paraphrase: Paraphrase | None = None
    ruled: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError("a mark covers at least one character")


@dataclass(frozen=True, slots=True)
class Paraphrase:
    """A text to leave in place of a passage, with what in it is hidden.

    Whoever makes one has looked at the text: nothing in it can be kept open later.

    Attributes:
        text: What a person wrote.
        marks: Stretches of ``text`` that name or point to somebody, all of them hidden.
    """

    text: str
    marks: tuple[Mark, ...] = ()

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("a paraphrase says something")
        for mark in self.marks:
            if mark.decision is not Decision.MASK or mark.paraphrase is not None:
                raise ValueError("what is found in a paraphrase is hidden")
            if mark.end > len(self.text):
                raise ValueError("a mark reaches beyond the paraphrase")


def new_mark(start: int, end: int, kind: MarkKind) -> Mark:
    """Return a pending mark with a fresh id over ``text[start:end]``."""
    return Mark(MarkId(new_id()), start, end, kind)
