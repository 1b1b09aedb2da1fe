"""Consent: who agreed to what, for which use, at which identity level; fails closed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum


class IdentityLevel(IntEnum):
    """How much of a person may be known, in rising order."""

    NONE = 0
    AGGREGATE = 1
    CODE = 2
    FULL = 3

    @property
    def label(self) -> str:
        """The name used in the interchange and on the command line."""
        return self.name.lower()


class Use(StrEnum):
    """What an account may be used for; each needs consent of its own."""

    ANALYSIS = "analysis"
    STATISTICS = "statistics"
    PUBLIC_REPORT = "public_report"
    QUOTATION = "quotation"
    UN_MECHANISMS = "un_mechanisms"
    INTERNATIONAL_COURT = "international_court"
    NATIONAL_COURT = "national_court"
    PARTNER = "partner"
    MEDIA = "media"
    RESEARCH = "research"
    REFERRAL = "referral"


class RecipientGroup(StrEnum):
    """Who may get something; ``ANY`` stands for all of them in a consent, never in a request."""

    TEAM = "team"
    OFFICE = "office"
    ANALYSTS = "analysts"
    UN = "un"
    COURT = "court"
    PARTNER = "partner"
    PUBLIC = "public"
    ANY = "any"


class Act(StrEnum):
    """What the interviewer may do during the interview."""

    NOTES = "notes"
    AUDIO = "audio"
    VIDEO = "video"
    PHOTO = "photo"
    DOCUMENTS = "documents"
    CONTACT = "contact"


class Decider(StrEnum):
    """Who decides."""

    PERSON = "person"
    GUARDIAN = "guardian"
    ASSENT = "assent"


class HowGiven(StrEnum):
    """How consent was expressed."""

    WRITTEN = "written"
    ORAL = "oral"
    RECORDED = "recorded"


@dataclass(frozen=True, slots=True)
class UseConsent:
    """Consent to one use.

    Attributes:
        recipients: Groups that may receive; empty means nobody.
        until: Last day on which it holds, ISO ``YYYY-MM-DD``; ``None`` for no end.
        embargo: First day on which it holds, ISO; ``None`` for at once.
        withhold: Field names that must stay out for this use.
        conditions: The person's own conditions in words; non-empty keeps the record out until
            somebody has confirmed them for the export at hand (``conditions_met``).
    """

    level: IdentityLevel
    recipients: frozenset[RecipientGroup] = frozenset()
    until: str | None = None
    embargo: str | None = None
    withhold: frozenset[str] = frozenset()
    conditions: str = ""
    conditions_met: bool = False


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """The person took consent back.

    Attributes:
        day: ISO day.
        what: Uses taken back; empty means everything.
        erase: The person asked that the record be erased.
    """

    day: str
    what: frozenset[Use] = frozenset()
    erase: bool = False


@dataclass(frozen=True, slots=True)
class Consent:
    """All that one person agreed to.

    Attributes:
        given: ISO day on which consent was given; ``None`` while it has not been asked.
        text_version: Version of the consent text that was read.
        withhold_note: Wishes in the person's own words; as long as there are any, nothing leaves.
        confirmed: Consent was asked again at the end and stood.
    """

    given: str | None = None
    decided_by: Decider = Decider.PERSON
    how: HowGiven = HowGiven.ORAL
    language: str = ""
    text_version: str = "1"
    acts: frozenset[Act] = frozenset()
    uses: Mapping[Use, UseConsent] = field(default_factory=dict)
    withhold_note: str = ""
    confirmed: bool = False
    withdrawn: Withdrawal | None = None


def level_for(consent: Consent | None, use: Use, group: RecipientGroup, day: str) -> IdentityLevel:
    """Return the identity level that consent allows; ``NONE`` whenever anything is unclear.

    Args:
        consent: The record of consent, or ``None`` when there is none.
        use: Purpose of the export.
        group: One concrete recipient group.
        day: ISO day of the export.
    """
    if consent is None or not _stands(consent, use, day):
        return IdentityLevel.NONE
    granted = consent.uses.get(use)
    if granted is None or not granted.recipients & {group, RecipientGroup.ANY}:
        return IdentityLevel.NONE
    if not _is_within(granted, day):
        return IdentityLevel.NONE
    if granted.conditions.strip() and not granted.conditions_met:
        return IdentityLevel.NONE
    return granted.level


def _stands(consent: Consent, use: Use, day: str) -> bool:
    """Tell whether the person has given consent, and neither taken it back nor limited it in words.

    A wish in the person's own words may concern any use: as long as it stands there, nobody can
    tell that this use is not meant. Who asked for erasure has taken back everything.
    """
    if consent.given is None or not is_day(consent.given) or consent.given > day:
        return False
    if consent.withhold_note.strip():
        return False
    return not is_taken_back(consent, use)


def rules_out(consent: Consent | None, use: Use) -> bool:
    """Tell whether a recorded consent gives nobody a use, on any day.

    Only what is plain counts: while consent has not been given, nothing is ruled out.
    :func:`level_for` alone says what may leave.
    """
    if consent is None or consent.given is None:
        return False
    granted = consent.uses.get(use)
    if granted is None or granted.level < IdentityLevel.CODE or not granted.recipients:
        return True
    return is_taken_back(consent, use)


def level_of_left(consent: Consent | None, use: Use, group: RecipientGroup) -> IdentityLevel:
    """Return the level at which what has left already may stay with its recipients.

    Days, conditions and open wishes say when something may leave; they call nothing back. What does
    is a use that was taken back or is agreed to no more, for this group.

    Args:
        consent: The record of consent as it stands, or ``None`` when there is none.
        use: What it left for.
        group: Who it left for.
    """
    if consent is None or is_taken_back(consent, use):
        return IdentityLevel.NONE
    granted = consent.uses.get(use, UseConsent(IdentityLevel.NONE))
    is_named = not granted.recipients.isdisjoint({group, RecipientGroup.ANY})
    return granted.level if is_named else IdentityLevel.NONE


def is_taken_back(consent: Consent | None, use: Use) -> bool:
    """Tell whether the person took a use back; who asked for erasure has taken back everything."""
    taken = None if consent is None else consent.withdrawn
    return taken is not None and (taken.erase or not taken.what or use in taken.what)


def _is_within(granted: UseConsent, day: str) -> bool:
    """Tell whether a day lies between embargo and end; a date that is none lets nothing through."""
    for limit in (granted.until, granted.embargo):
        if limit is not None and not is_day(limit):
            return False
    is_over = granted.until is not None and day > granted.until
    is_early = granted.embargo is not None and day < granted.embargo
    return not (is_over or is_early)


def wished_out(consent: Consent | None, use: Use | None) -> frozenset[str]:
    """Return the names of the fields that the person wants to stay out, for one use."""
    granted = None if consent is None or use is None else consent.uses.get(use)
    return frozenset() if granted is None else granted.withhold


def is_day(text: str) -> bool:
    """Tell whether a text is a day as ``2027-12-31``."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
