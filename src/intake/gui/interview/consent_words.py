"""The words of consent in the interface language: uses, recipients, levels, acts, and all of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from intake.domain.consent import (
    Act,
    Consent,
    Decider,
    HowGiven,
    IdentityLevel,
    RecipientGroup,
    Use,
    UseConsent,
)
from intake.export.terms import Policy
from intake.gui.i18n import noop, translate
from intake.gui.words import iso_day_word
from intake.services.left_bundles import LeftBundle

# What is asked in nearly every interview, and what comes up now and then; in this order.
FREQUENT = (Use.STATISTICS, Use.ANALYSIS, Use.QUOTATION, Use.PUBLIC_REPORT, Use.REFERRAL)
RARER = tuple(use for use in Use if use not in FREQUENT)

USES = {
    Use.STATISTICS: noop("consent", "Counts and statistics"),
    Use.ANALYSIS: noop("consent", "Analysis of patterns by code"),
    Use.QUOTATION: noop("consent", "Quoting the statement, redacted"),
    Use.PUBLIC_REPORT: noop("consent", "A public report"),
    Use.UN_MECHANISMS: noop("consent", "United Nations mechanisms"),
    Use.INTERNATIONAL_COURT: noop("consent", "An international court"),
    Use.NATIONAL_COURT: noop("consent", "A national court"),
    Use.PARTNER: noop("consent", "A partner organisation"),
    Use.MEDIA: noop("consent", "Media"),
    Use.RESEARCH: noop("consent", "Research and archives"),
    Use.REFERRAL: noop("consent", "Referral to help"),
}
GROUPS = {
    RecipientGroup.TEAM: noop("consent", "our team"),
    RecipientGroup.OFFICE: noop("consent", "our office"),
    RecipientGroup.ANALYSTS: noop("consent", "analysts"),
    RecipientGroup.UN: noop("consent", "United Nations"),
    RecipientGroup.COURT: noop("consent", "courts"),
    RecipientGroup.PARTNER: noop("consent", "partners"),
    RecipientGroup.PUBLIC: noop("consent", "the public"),
    RecipientGroup.ANY: noop("consent", "anyone of these"),
}
LEVELS = {
    IdentityLevel.NONE: noop("consent", "Not at all"),
    IdentityLevel.AGGREGATE: noop("consent", "Only as a number among others"),
    IdentityLevel.CODE: noop("consent", "As a record without a name"),
    IdentityLevel.FULL: noop("consent", "With the name (not in this version)"),
}
# Recorded elsewhere it is kept and shown; this version cannot do it, so it is never offered.
NOT_OFFERED = IdentityLevel.FULL
# The same in a word or two, for the buttons.
SHORT_LEVELS = {
    IdentityLevel.NONE: noop("consent", "No"),
    IdentityLevel.AGGREGATE: noop("consent", "As a number"),
    IdentityLevel.CODE: noop("consent", "Without a name"),
    IdentityLevel.FULL: noop("consent", "With the name (not in this version)"),
}
LEVELS_EXPLAINED = {
    IdentityLevel.NONE: noop("consent", "Nothing of the account is used for it."),
    IdentityLevel.AGGREGATE: noop("consent", "Counted among others; the person is never a row."),
    IdentityLevel.CODE: noop(
        "consent", "A record without names, made coarse until nobody stands out."
    ),
    IdentityLevel.FULL: noop(
        "consent",
        "Sealed, for one named recipient: not in this version. No name leaves in a bundle.",
    ),
}
ACTS = {
    Act.NOTES: noop("consent", "Written notes"),
    Act.AUDIO: noop("consent", "Sound recording"),
    Act.VIDEO: noop("consent", "Video recording"),
    Act.PHOTO: noop("consent", "Photographs"),
    Act.DOCUMENTS: noop("consent", "Keeping copies of documents"),
    Act.CONTACT: noop("consent", "Contacting the person again"),
}
DECIDERS = {
    Decider.PERSON: noop("consent", "The person"),
    Decider.GUARDIAN: noop("consent", "A guardian"),
    Decider.ASSENT: noop("consent", "A guardian, and the child agrees"),
}
WAYS = {
    HowGiven.ORAL: noop("consent", "Spoken"),
    HowGiven.WRITTEN: noop("consent", "Written"),
    HowGiven.RECORDED: noop("consent", "Recorded"),
}


def word(text: str) -> str:
    """Return one of these words in the interface language."""
    return translate("consent", text)


def terms(granted: UseConsent, facts: Mapping[str, str]) -> Iterator[str]:
    """Yield what one use was allowed on: to whom, when, what is left out, on which conditions.

    Args:
        granted: Consent to the use.
        facts: Labels of the facts that can be left out, by field name.
    """
    if RecipientGroup.ANY in granted.recipients:
        yield translate("consent", "To any recipient")
    elif granted.recipients:
        groups = [word(text) for group, text in GROUPS.items() if group in granted.recipients]
        yield translate("consent", "To: {groups}").format(groups=", ".join(groups))
    else:
        yield translate("consent", "To nobody yet: choose who may receive it")
    if granted.embargo is not None:
        day = iso_day_word(granted.embargo)
        yield translate("consent", "Not before {day}").format(day=day)
    if granted.until is not None:
        yield translate("consent", "Until {day}").format(day=iso_day_word(granted.until))
    if granted.withhold:
        names = sorted(facts.get(name, name) for name in granted.withhold)
        yield translate("consent", "Left out: {facts}").format(facts=", ".join(names))
    if granted.conditions.strip():
        yield translate("consent", "On condition: {conditions}").format(
            conditions=granted.conditions.strip()
        )


def agreement(consent: Consent, facts: Mapping[str, str]) -> Iterator[str]:
    """Yield all that was agreed to, a line each, to be read back to the person."""
    acts = [word(text) for act, text in ACTS.items() if act in consent.acts]
    if acts:
        yield translate("consent", "During the interview: {acts}").format(acts=", ".join(acts))
    for use in (*FREQUENT, *RARER):
        granted = consent.uses.get(use)
        if granted is not None and granted.level is not IdentityLevel.NONE:
            said = "; ".join((word(LEVELS[granted.level]), *terms(granted, facts)))
            yield f"{word(USES[use])}: {said}"


def bundle_words(bundle: LeftBundle) -> str:
    """Return a bundle by what people know of it: number, day, recipients, and what left in it."""
    parts = [bundle.bundle_id, iso_day_word(bundle.day)]
    if bundle.group is not None:
        names = f" ({', '.join(bundle.to)})" if bundle.to else ""
        parts.append(word(GROUPS[bundle.group]) + names)
    if bundle.purpose is not None:
        parts.append(word(USES[bundle.purpose]))
    if bundle.policy is Policy.STATISTICS:
        parts.append(translate("consent", "only counts"))
    if bundle.quotes:
        parts.append(translate("consent", "with a statement"))
    return ", ".join(parts)
