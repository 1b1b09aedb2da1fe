"""What was sealed, what was destroyed, and what is still to do by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.gui.i18n import plural, translate
from intake.gui.sealing.left_list import facts, verdict
from intake.gui.theme import Space
from intake.gui.widgets.card import Card
from intake.gui.widgets.fact_rows import Fact, FactRows, good, warning
from intake.gui.widgets.labels import Label
from intake.services.seal_steps import Finished
from intake.services.sealing import Sealed

_SHOWN = 6  # paths in a row of the receipt; the rest are counted


class ReceiptPanel(QWidget):
    """Two cards: what was done, and after border mode what is left.

    Attributes:
        has_new_paper: A new recovery key was shown; else the one on paper was typed, and stays.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.has_new_paper = False
        self._done, self._left = Card(), Card()
        self._facts, self._report = FactRows(), FactRows()
        self._verdict = Label()
        self._done.body.addWidget(self._facts)
        self._left.body.addWidget(self._verdict)
        self._left.body.addWidget(self._report)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TWO)
        column.addWidget(self._done)
        column.addWidget(self._left)

    def show_receipt(
        self, sealed: Sealed | None, finished: Finished, to: Sequence[str], *, border: bool
    ) -> None:
        """Show what became of a sealing.

        Args:
            sealed: The parcels; ``None`` when an earlier sealing was finished.
            finished: What was done afterwards.
            to: Names of those who can open the parcels.
            border: Show what is left on this laptop, too.
        """
        self._facts.show_facts(
            [
                *_sealed(sealed, to),
                _new_keys(new_paper=self.has_new_paper),
                *_ended(finished),
            ]
        )
        self._done.set_heading(translate("SealReceipt", "Sealed, read back, and removed from here"))
        self._left.setVisible(border)
        self._left.set_heading(translate("WhatIsLeft", "What is left on this laptop"))
        self._verdict.setText(verdict(finished.left))
        self._report.show_facts(facts(finished.left))


def _sealed(sealed: Sealed | None, to: Sequence[str]) -> list[Fact]:
    if sealed is None:
        return []
    text = plural(
        "SealReceipt",
        "%n parcel(s). Hand them over soon: no other copy exists.",
        len(sealed.files),
    )
    opens = translate("SealReceipt", "They can be opened by: {names}").format(names=", ".join(to))
    made = [Fact("send", "accent", text, _paths(sealed.files)), Fact("key", "accent", opens)]
    if sealed.words:
        words = plural(
            "SealReceipt", "%n word(s) taken off your lists: they named somebody", sealed.words
        )
        made.append(good(words))
    return made


def _new_keys(*, new_paper: bool) -> Fact:
    text = translate("SealReceipt", "The vault has new keys. Your passphrase is the same.")
    below = (
        translate("SealReceipt", "The new recovery key is the valid one. Burn the old paper.")
        if new_paper
        else translate("SealReceipt", "Your recovery key on paper stays valid.")
    )
    return good(text, below)


def _ended(finished: Finished) -> list[Fact]:
    ended = finished.ended
    made = list[Fact]()
    if ended.destroyed:
        text = plural(
            "SealReceipt", "%n backup(s) destroyed that held a sealed case", len(ended.destroyed)
        )
        made.append(good(text, _paths(ended.destroyed)))
    if ended.kept:
        text = plural(
            "SealReceipt",
            "%n backup(s) could not be destroyed. Destroy them yourself.",
            len(ended.kept),
        )
        made.append(warning(text, _paths(ended.kept)))
    if ended.out_of_reach:
        text = plural(
            "SealReceipt",
            "Backups in %n folder(s) are out of reach and may still hold the cases. Destroy them.",
            len(ended.out_of_reach),
        )
        made.append(warning(text, _paths(ended.out_of_reach)))
    return made


def _paths(paths: Iterable[Path]) -> str:
    found = list(map(str, paths))
    more = len(found) - _SHOWN
    shown = found[:_SHOWN]
    if more > 0:
        shown.append(plural("SealReceipt", "and %n more", more))
    return "\n".join(shown)
