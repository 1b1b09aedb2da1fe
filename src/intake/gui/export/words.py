"""The words of an export in the interface language."""

from __future__ import annotations

from intake.gui.i18n import noop, translate
from intake.services.exports import Policy, Reason

POLICIES = {
    Policy.STATISTICS: (
        noop("export", "Statistics"),
        noop("export", "Tables of counts. Nobody is a row."),
    ),
    Policy.RECORDS: (
        noop("export", "Records"),
        noop("export", "One line for each person, made coarse until nobody stands out."),
    ),
    Policy.ANALYSIS: (
        noop("export", "Records and statements"),
        noop("export", "The lines, and reviewed statements in a file of their own."),
    ),
}
REASONS = {
    Reason.NO_CONSENT: noop("export", "no consent for this use and recipient"),
    Reason.WITHDRAWN: noop("export", "consent withdrawn"),
    Reason.EXPIRED: noop("export", "consent is over or has not begun"),
    Reason.NOT_FINALISED: noop("export", "not finalised yet"),
    Reason.RELEASED_BEFORE: noop("export", "left in an earlier bundle"),
    Reason.UNDER_K: noop("export", "would stand out"),
}
EFFECTS = {
    "kept": noop("export", "as recorded"),
    "generalised": noop("export", "made coarse"),
    "withheld": noop("export", "left out"),
}


def word(text: str) -> str:
    """Return one of these words in the interface language."""
    return translate("export", text)
