"""What can be said about why a mark stands where it does; the window puts it into words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from intake.redaction.names.declensions import Case, Gender


class Part(StrEnum):
    """What of a person the words are."""

    FULL_NAME = "full_name"
    SURNAME = "surname"
    GIVEN_NAME = "given_name"
    PATRONYMIC = "patronymic"
    GIVEN_AND_PATRONYMIC = "given_and_patronymic"
    SURNAME_AND_INITIALS = "surname_and_initials"
    INITIALS = "initials"
    NAME = "name"  # which part of it is open
    ALIAS = "alias"
    PHONE = "phone"
    EMAIL = "email"
    HANDLE = "handle"
    DOCUMENT = "document"
    BIRTH_DATE = "birth_date"
    MENTIONED = "mentioned"  # in a free text about the person


class Manner(IntEnum):
    """How it was recognised, the further from what is recorded the higher."""

    RECORDED = 0
    ENDING = 1
    SPELLING = 2
    SCRIPT = 3
    OTHER_FORM = 4  # short, fond, or of another language
    INSIDE = 5  # in a longer word
    SPLIT = 6  # cut, or letter by letter


class Script(StrEnum):
    """Alphabets, as Unicode calls them in the names of their letters."""

    LATIN = "LATIN"
    CYRILLIC = "CYRILLIC"
    ARABIC = "ARABIC"
    HEBREW = "HEBREW"
    GEORGIAN = "GEORGIAN"
    ARMENIAN = "ARMENIAN"
    GREEK = "GREEK"


class Cue(StrEnum):
    """What stands before words that nobody's record holds."""

    TITLE = "title"
    SENTENCE_START = "sentence_start"


@dataclass(frozen=True, slots=True)
class Inflection:
    """The cases that a form can be.

    Attributes:
        cases: In their usual order; the nominative only of a form for the other gender.
        form_for: Set when it is the form for the other gender than is recorded.
    """

    cases: tuple[Case, ...]
    form_for: Gender | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a mark stands where it does.

    Attributes:
        part: ``None`` when nothing more is known than the source of the mark.
        codes: Of whom: the code of the person, or of all whom it may be.
        is_sure: The mark stands for that person; else it only may.
        manner: ``None`` for what is no name.
        inflections: Ways to understand the ending; empty where none can be shown.
        script: The alphabet of the words, where it is another than that of the record.
        recorded: The alphabet of the record, where it is another than that of the words.
    """

    part: Part | None = None
    codes: tuple[str, ...] = ()
    is_sure: bool = True
    manner: Manner | None = None
    inflections: tuple[Inflection, ...] = ()
    script: Script | None = None
    recorded: Script | None = None
    cue: Cue | None = None
