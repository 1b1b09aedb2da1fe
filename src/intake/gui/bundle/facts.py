"""What was verified of a bundle, as sentences for the person who opened it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from intake.gui.i18n import translate
from intake.gui.widgets.fact_rows import Fact, good, note, warning

if TYPE_CHECKING:
    from intake.services.bundles import VerifyReport


def facts_of(report: VerifyReport) -> list[Fact]:
    """Return who signed it, whether it is whole, and what one must know before reading."""
    return [_signed(report), _whole(report), *_statements(report)]


def _signed(report: VerifyReport) -> Fact:
    if report.trusted:
        text = translate("BundleFacts", "Signed by {name}.").format(name=report.signer)
        return good(text, report.signer_words)
    text = translate("BundleFacts", "Signed by a key of which you said: the words are right.")
    below = translate(
        "BundleFacts", "{words}. Not compared by voice? Then trust nothing of it until you have."
    )
    return warning(text, below.format(words=report.signer_words))


def _whole(report: VerifyReport) -> Fact:
    text = translate("BundleFacts", "Whole and unchanged: every file is as it was signed.")
    below = translate("BundleFacts", "Bundle {number}, {month}. At least {k} people look alike.")
    return good(
        text,
        below.format(number=report.bundle_id, month=report.month, k=QLocale().toString(report.k)),
    )


def _statements(report: VerifyReport) -> list[Fact]:
    found = []
    if report.statements and not report.reviewed:
        text = translate("BundleFacts", "Nobody has reviewed the statements. Do not pass them on.")
        found.append(warning(text))
    if not report.encrypted:
        text = translate("BundleFacts", "The file is not encrypted: whoever has it can read it.")
        found.append(note(text))
    return found
