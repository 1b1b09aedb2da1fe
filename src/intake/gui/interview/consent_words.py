"""The words of consent in the interface language: uses, recipients, levels, acts."""

from __future__ import annotations

from intake.domain.consent import (
    Act,
    Decider,
    HowGiven,
    IdentityLevel,
    RecipientGroup,
    Use,
)
from intake.gui.i18n import noop, translate

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
    IdentityLevel.FULL: noop("consent", "With the name, handed over sealed"),
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
