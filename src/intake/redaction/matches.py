"""What was found of a known person, and how; finds nothing itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Trait(StrEnum):
    """What of a person was found."""

    NAME = "name"
    INITIALS = "initials"
    PHONE = "phone"
    CODE = "code"  # e-mail, handle or document
    BIRTH_DATE = "birth_date"


class Way(StrEnum):
    """How it was found: the reason that is shown beside a proposal."""

    WRITTEN = "written"  # as recorded
    ENDING = "ending"  # with another ending
    SOUND = "sound"  # in another spelling or alphabet
    VARIANT = "variant"  # the same name in another language, or a short form
    PIECES = "pieces"  # cut, spaced out, or inside a longer word


@dataclass(frozen=True, slots=True)
class Match:
    """``text[start:end]`` names one of ``owners`` (indexes into the identities given).

    Attributes:
        is_told: What stands there does not speak against it that one of them is meant: no initial
            of somebody else who has the same surname.
    """

    start: int
    end: int
    trait: Trait
    score: float
    owners: frozenset[int]
    way: Way = Way.WRITTEN
    is_told: bool = True
