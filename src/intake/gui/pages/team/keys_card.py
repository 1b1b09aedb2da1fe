"""The keys of colleagues and of the office that are trusted here."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intake.gui.i18n import translate
from intake.gui.theme import Space, theme
from intake.gui.widgets.buttons import IconButton, QuietButton
from intake.gui.widgets.card import Card, IconLabel, Rule
from intake.gui.widgets.labels import Label, Muted, Strong
from intake.services.team import PublicKey


class KeysCard(Card):
    """A row for each trusted key: name, six words, and a button that forgets it.

    Signals:
        add_asked: Read the key file of somebody.
        forget_asked: A ``PublicKey`` that should not be trusted any more.
    """

    add_asked = Signal()
    forget_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._keys: tuple[PublicKey, ...] = ()
        self._about, self._nobody = Muted(), Label()
        self.rows = QVBoxLayout()
        self.rows.setSpacing(Space.ONE)
        self.add_button = QuietButton("", "plus")
        self.body.addWidget(self._about)
        self.body.addWidget(self._nobody)
        self.body.addLayout(self.rows)
        self.body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.add_button.clicked.connect(self.add_asked)

    def show_keys(self, keys: tuple[PublicKey, ...]) -> None:
        """Show these keys."""
        self._keys = keys
        while (item := self.rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for key in keys:
            self.rows.addWidget(Rule())
            self.rows.addWidget(self._row(key))
        self._nobody.setVisible(not keys)

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.set_heading(translate("TeamPage", "Keys that you trust"))
        self._about.setText(
            translate(
                "TeamPage",
                "Only these people can open what you seal, and only what they signed is received.",
            )
        )
        self._nobody.setText(
            translate("TeamPage", "Nobody yet. Ask the office for its key file, on a stick.")
        )
        self.add_button.setText(translate("TeamPage", "Add a key file"))
        self.show_keys(self._keys)

    def _row(self, key: PublicKey) -> QWidget:
        row = QWidget()
        words = Label(key.words)
        words.setFont(theme().monospace())
        forget = IconButton(
            "trash", translate("TeamPage", "Forget the key of {name}").format(name=key.name)
        )
        forget.clicked.connect(partial(self._forget, key))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Strong(key.name))
        column.addWidget(words)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.ONE_HALF)
        line.addWidget(IconLabel("key", "accent"))
        line.addLayout(column, 1)
        line.addWidget(forget)
        return row

    def _forget(self, key: PublicKey) -> None:
        self.forget_asked.emit(key)
