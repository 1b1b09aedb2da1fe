"""What detectors hand over: a stretch of text and what it stands for; decides nothing."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from intake.domain.marks import MarkKind


class Profile(StrEnum):
    """How much is proposed.

    ``STRICT`` adds every capitalised word and bare number to what is known and recognised;
    ``BALANCED`` stays with what is known and recognised; ``NONE`` means that no statement leaves,
    so nothing is proposed.
    """

    STRICT = "strict"
    BALANCED = "balanced"
    NONE = "none"


class Suggestion(NamedTuple):
    """A proposal to mask ``text[start:end]`` (code points of the original, end exclusive).

    Attributes:
        source: Name of the detector.
        score: Certainty between 0 and 1.
        code: Code of the known person (``P2``), or ``None``.
    """

    start: int
    end: int
    kind: MarkKind
    source: str
    score: float
    code: str | None = None
