"""The first start: four calm choices in plain words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intake.gui.i18n import translate
from intake.gui.theme import Space
from intake.gui.widgets.card import Card, IconLabel
from intake.gui.widgets.gate_page import GatePage
from intake.gui.widgets.labels import Muted, Strong


class ChoiceCard(Card):
    """A card that is one large button: icon, what it does, and why one would.

    Signals:
        chosen: It was pressed.
    """

    chosen = Signal()

    def __init__(self, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setProperty("choice", True)  # noqa: FBT003 (Qt's signature)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.name, self.reason = Strong(), Muted()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.name)
        words.addWidget(self.reason)
        row = QHBoxLayout()
        row.setSpacing(Space.TWO)
        row.addWidget(IconLabel(icon_name, "accent", 28))
        row.addLayout(words, 1)
        row.addWidget(IconLabel("chevron-forward", "muted", 20))
        self.body.addLayout(row)

    def set_texts(self, name: str, reason: str) -> None:
        """Set what it does and why."""
        self.name.setText(name)
        self.reason.setText(reason)
        self.setAccessibleName(name)
        self.setAccessibleDescription(reason)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose on a click that ends inside."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose on Enter or Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw the ring."""
        super().focusInEvent(event)
        self.update()


class FirstStartPage(GatePage):
    """Create a vault, open one, open a bundle, or look around with made-up cases.

    Signals:
        create_asked: The person wants a new vault.
        open_asked: The person has a vault already.
        bundle_asked: The person got a bundle and needs no vault.
        demo_asked: The person wants to look around.
    """

    create_asked = Signal()
    open_asked = Signal()
    bundle_asked = Signal()
    demo_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("notebook", parent)
        self.create_card = ChoiceCard("vault")
        self.open_card = ChoiceCard("key")
        self.bundle_card = ChoiceCard("overview")
        self.demo_card = ChoiceCard("notebook")
        self.create_card.chosen.connect(self.create_asked)
        self.open_card.chosen.connect(self.open_asked)
        self.bundle_card.chosen.connect(self.bundle_asked)
        self.demo_card.chosen.connect(self.demo_asked)
        self.body.setSpacing(Space.ONE_HALF)
        for card in (self.create_card, self.open_card, self.bundle_card, self.demo_card):
            self.body.addWidget(card)
        self.setFocusProxy(self.create_card)

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.title.setText(translate("FirstStart", "Welcome to Intake"))
        self.lead.setText(
            translate(
                "FirstStart",
                "A notebook for accounts of human rights violations. Everything you write stays "
                "in an encrypted vault on this laptop. Nothing is sent anywhere.",
            )
        )
        self.create_card.set_texts(
            translate("FirstStart", "Create a vault"),
            translate("FirstStart", "Choose a folder and a passphrase. Takes about five minutes."),
        )
        self.open_card.set_texts(
            translate("FirstStart", "Open a vault"),
            translate("FirstStart", "You have one on this laptop, on a drive, or as a backup."),
        )
        self.bundle_card.set_texts(
            translate("FirstStart", "Open a bundle"),
            translate("FirstStart", "Somebody has sent you one. You need no vault to read it."),
        )
        self.demo_card.set_texts(
            translate("FirstStart", "Try it with made-up cases"),
            translate("FirstStart", "A throw-away vault to look around. No real people, no risk."),
        )
