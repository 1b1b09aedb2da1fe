"""Says plainly what sealing means: in full before the first time, in short afterwards."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intake.gui.i18n import plural, translate
from intake.gui.theme import Space
from intake.gui.widgets.buttons import LinkButton
from intake.gui.widgets.card import Card, IconLabel
from intake.gui.widgets.labels import Label, Strong


class MeaningPanel(QWidget):
    """What happens, what cannot be undone, and what is not promised."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cases: int | None = None
        self._count = Strong()
        self._card = Card()
        self._points = [(IconLabel(*picture), Strong(), Label()) for picture in _PICTURES]
        for picture, name, text in self._points:
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(name)
            words.addWidget(text)
            row = QHBoxLayout()
            row.setSpacing(Space.TWO)
            row.setContentsMargins(0, Space.HALF, 0, Space.HALF)
            row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
            row.addLayout(words, 1)
            self._card.body.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.ONE_HALF)
        column.addWidget(self._count)
        column.addWidget(self._card)

    def show_border(self, cases: int | None) -> None:
        """Say that everything is sealed, drafts too.

        Args:
            cases: How many there are; ``None`` when only chosen cases are sealed.
        """
        self._cases = cases
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        border = self._cases is not None
        self._count.setVisible(border)
        self._count.setText(plural("Sealing", "%n case(s) to seal", self._cases or 0))
        texts = [_what(border=border), *_rest()]
        for (_, name, text), (head, body) in zip(self._points, texts, strict=True):
            name.setText(head)
            text.setText(body)


class ShortMeaning(QWidget):
    """One sentence, and the way to all of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self.more = Label(), LinkButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.ONE_HALF)
        row.addWidget(IconLabel("lock", "accent"))
        row.addWidget(self._text, 1)
        row.addWidget(self.more)

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self._text.setText(
            translate(
                "Sealing",
                "Sealed cases leave this laptop for good. Nobody can open them here, you included.",
            )
        )
        self.more.setText(translate("Sealing", "All about sealing"))


_PICTURES = (
    ("send", "accent"),
    ("lock", "accent"),
    ("warning", "warn"),
    ("key", "accent"),
    ("info", "muted"),
)


def _what(*, border: bool) -> tuple[str, str]:
    if border:
        return (
            translate("Sealing", "Every case leaves this laptop, drafts too"),
            translate(
                "Sealing",
                "Each goes, encrypted, into a parcel that only the people whom you choose can "
                "open. Every parcel is read back and checked before its case is removed.",
            ),
        )
    return (
        translate("Sealing", "The case leaves this laptop"),
        translate(
            "Sealing",
            "It goes, encrypted, into a parcel that only the people whom you choose can open. "
            "The parcel is read back and checked before the case is removed.",
        ),
    )


def _rest() -> tuple[tuple[str, str], ...]:
    return (
        (
            translate("Sealing", "Afterwards nobody can open it here"),
            translate(
                "Sealing",
                "Not with your passphrase, not under pressure. You can say so, and it is true. "
                "What stays is the word \u201csealed\u201d, the month, and a label if you want "
                "one. Words on your lists that name somebody of the case go with it.",
            ),
        ),
        (
            translate("Sealing", "It cannot be undone"),
            translate(
                "Sealing",
                "You cannot read, change, search or share it any more. If the parcel is lost "
                "before the others have it, the case is lost. Copy it to them soon.",
            ),
        ),
        (
            translate("Sealing", "The vault gets new keys, then it locks"),
            translate(
                "Sealing",
                "You need your passphrase, which stays the same, and your recovery key. Backups "
                "within reach that hold the case are destroyed; those on sticks elsewhere you "
                "destroy yourself.",
            ),
        ),
        (
            translate("Sealing", "What is not promised"),
            translate(
                "Sealing",
                "Somebody who copied the disk or a backup while the case was open, and has your "
                "passphrase, can open that copy.",
            ),
        ),
    )
