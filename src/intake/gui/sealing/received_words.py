"""What a parcel or a recall brought, in plain words."""

from __future__ import annotations

from intake.gui.i18n import plural, translate
from intake.gui.interview.consent_words import bundle_words
from intake.services.parcels import Outcome
from intake.services.recalls import Arrived


def received_words(arrived: Arrived) -> str:
    """Return what became of a parcel, and what to do."""
    received = arrived.received
    texts = {
        Outcome.NEW: translate(
            "Received", "Case {code} from {sender} is here, with all its records."
        ),
        Outcome.SAME: translate(
            "Received",
            "Case {code} from {sender} is here already, this parcel brings nothing new.",
        ),
        Outcome.CONFLICT: translate(
            "Received",
            "This case was here already and differs from what {sender} sent. Both are kept, the "
            "new one as {code}: decide which one counts.",
        ),
        Outcome.RECALLED: translate(
            "Received",
            "{sender} tells that consent to case {code} was taken back. The withdrawal is "
            "recorded: nothing of it leaves any more.",
        ),
    }
    text = texts[received.outcome].format(code=received.code, sender=received.sender)
    if arrived.to_erase:
        text = f"{text} {to_erase_words()}"
    if received.bundles:
        more = plural(
            "Cases",
            "%n bundle(s) hold this record. Ask the recipients to delete: {ids}",
            len(received.bundles),
        )
        ids = "; ".join(bundle_words(each) for each in received.bundles)
        text = f"{text} {more.format(ids=ids)}"
    return text


def to_erase_words() -> str:
    """Say what the person asks for beyond a withdrawal, and how it is done."""
    return translate(
        "Received", "The person asks that it be erased: press Erase on the page of the case."
    )
