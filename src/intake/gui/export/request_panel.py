"""First step: what leaves, for what purpose, to whom, and for whose eyes it is locked."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QVBoxLayout, QWidget

from intake.disclosure.k_anonymity import DEFAULT_K, LEAST_K
from intake.domain.consent import RecipientGroup, Use
from intake.gui.export.words import POLICIES, word
from intake.gui.i18n import LANGUAGES, translate
from intake.gui.interview.consent_words import GROUPS, USES
from intake.gui.interview.consent_words import word as consent_word
from intake.gui.theme import Space
from intake.gui.widgets.buttons import LinkButton
from intake.gui.widgets.card import Card
from intake.gui.widgets.choice import CheckBox, ComboBox, RadioButton
from intake.gui.widgets.labels import Label, Muted, Small
from intake.services.exports import REPORT_LANGUAGES, ExportRequest, Policy
from intake.services.team import PublicKey

_GROUPS = tuple(group for group in RecipientGroup if group is not RecipientGroup.ANY)
_ABREAST = 3
_SIZES = (LEAST_K, DEFAULT_K, 10, 20)


class RequestPanel(QWidget):
    """The form of an export.

    Signals:
        key_file_asked: The person wants to add a recipient's key file.
        changed: Something was chosen.
    """

    key_file_asked = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._policies: dict[Policy, RadioButton] = {}
        self._explained: dict[Policy, Muted] = {}
        self._purpose, self._group, self._k = ComboBox(), ComboBox(), ComboBox()
        self.language = ComboBox()
        self._usual: int | None = None
        self._recipients: dict[str, CheckBox] = {}
        self._recipient_box = QVBoxLayout()
        self._no_recipients = Muted()
        self._add_key = LinkButton("", "key")
        self._add_key.clicked.connect(self.key_file_asked)
        self._k_note = Small()
        self._cards = {key: Card() for key in ("what", "why", "who")}
        self._labels = {key: Label() for key in ("purpose", "group", "k", "language")}
        self._assemble()
        self.retranslate()

    def show_keys(self, keys: tuple[PublicKey, ...]) -> None:
        """Show the trusted keys as possible recipients; ticked ones stay ticked."""
        ticked = set(self.recipients())
        while (item := self._recipient_box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._recipients = {}
        for key in keys:
            box = CheckBox(f"{key.name}  ·  {key.words}")
            box.setChecked(key.name in ticked or len(keys) == 1)
            box.clicked.connect(self.changed)
            self._recipients[key.name] = box
            self._recipient_box.addWidget(box)
        self._no_recipients.setVisible(not keys)
        self.changed.emit()

    def show_usual_k(self, usual: int) -> None:
        """Choose the smallest group that the vault is set to; it is offered like the others."""
        if usual == self._usual:
            return
        self._usual = usual
        chosen = QSignalBlocker(self._k)
        self._k.clear()
        for size in sorted({*_SIZES, usual}):
            self._k.addItem(QLocale().toString(size), size)
        self._k.setCurrentIndex(self._k.findData(usual))
        chosen.unblock()
        self._on_choice()

    def recipients(self) -> tuple[str, ...]:
        """Return the names of the ticked recipients."""
        return tuple(name for name, box in self._recipients.items() if box.isChecked())

    def request(self) -> ExportRequest:
        """Return what is asked for."""
        policy = next(p for p, button in self._policies.items() if button.isChecked())
        return ExportRequest(
            policy=policy,
            purpose=Use(self._purpose.currentData()),
            group=RecipientGroup(self._group.currentData()),
            recipients=self.recipients(),
            # Before the setting was read there is nothing to choose: the plan reads it then.
            k=self._k.currentData(),
            language=self.language.currentData(),
        )

    def focus_first(self) -> None:
        """Put the keyboard on what is chosen now."""
        next(button for button in self._policies.values() if button.isChecked()).setFocus()

    def retranslate(self) -> None:
        """Show texts in the interface language."""
        self._cards["what"].set_heading(translate("RequestPanel", "What leaves"))
        self._cards["why"].set_heading(translate("RequestPanel", "For what, and to whom"))
        self._cards["who"].set_heading(translate("RequestPanel", "Who can open it"))
        for policy, (name, explained) in POLICIES.items():
            self._policies[policy].setText(word(name))
            self._explained[policy].setText(word(explained))
        for index in range(self._purpose.count()):
            self._purpose.setItemText(index, consent_word(USES[Use(self._purpose.itemData(index))]))
        for index, group in enumerate(_GROUPS):
            self._group.setItemText(index, consent_word(GROUPS[group]))
        self._labels["purpose"].setText(translate("RequestPanel", "Purpose"))
        self._labels["group"].setText(translate("RequestPanel", "Recipients belong to"))
        self._labels["k"].setText(translate("RequestPanel", "Smallest group of people alike"))
        for index in range(self._k.count()):
            self._k.setItemText(index, QLocale().toString(self._k.itemData(index)))
        self._labels["language"].setText(translate("RequestPanel", "Report written in"))
        for key, field in self._fields():
            field.setAccessibleName(self._labels[key].text())
        self._no_recipients.setText(
            translate(
                "RequestPanel",
                "No key is known yet. Add the public key file that the recipient gave you.",
            )
        )
        self._add_key.setText(translate("RequestPanel", "Add a key file"))
        self._say_k()

    def _assemble(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.TWO)
        choices = QButtonGroup(self)
        for policy in Policy:
            button, explained = RadioButton(), Muted()
            explained.setContentsMargins(Space.FOUR, 0, 0, Space.ONE)
            choices.addButton(button)
            button.clicked.connect(self.changed)
            self._policies[policy], self._explained[policy] = button, explained
            self._cards["what"].body.addWidget(button)
            self._cards["what"].body.addWidget(explained)
        self._cards["what"].body.setSpacing(0)
        self._cards["what"].heading.setContentsMargins(0, 0, 0, Space.ONE)
        self._policies[Policy.RECORDS].setChecked(True)
        for use in Use:
            self._purpose.addItem("", use)
        self._purpose.setCurrentIndex(self._purpose.findData(Use.ANALYSIS))
        for group in _GROUPS:
            self._group.addItem("", group)
        self._group.setCurrentIndex(_GROUPS.index(RecipientGroup.ANALYSTS))
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.TWO)
        grid.setVerticalSpacing(Space.HALF)
        self._offer_languages()
        for place, (key, field) in enumerate(self._fields()):
            row, column_of = divmod(place, _ABREAST)
            grid.addWidget(self._labels[key], 2 * row, column_of)
            grid.addWidget(field, 2 * row + 1, column_of)
            field.currentIndexChanged.connect(self._on_choice)
        self._cards["why"].body.addLayout(grid)
        self._cards["why"].body.addWidget(self._k_note)
        self._cards["who"].body.addWidget(self._no_recipients)
        self._cards["who"].body.addLayout(self._recipient_box)
        self._cards["who"].body.addWidget(self._add_key, 0, Qt.AlignmentFlag.AlignLeading)
        for card in self._cards.values():
            column.addWidget(card)

    def _offer_languages(self) -> None:
        for code in REPORT_LANGUAGES:
            self.language.addItem(LANGUAGES[code], code)
        spoken = self.language.findData(QLocale().name().partition("_")[0])
        self.language.setCurrentIndex(max(0, spoken))

    def _fields(self) -> tuple[tuple[str, ComboBox], ...]:
        fields = (self._purpose, self._group, self._k, self.language)
        return tuple(zip(self._labels, fields, strict=True))

    def _on_choice(self) -> None:
        self._say_k()
        self.changed.emit()

    def _say_k(self) -> None:
        k = self._k.currentData()
        if k is None or self._usual is None or k >= max(DEFAULT_K, self._usual):
            self._k_note.hide()
            return
        if k < DEFAULT_K:
            text = translate(
                "RequestPanel",
                "Groups below 5 people can point to somebody. Choose this only on purpose.",
            )
        else:
            text = translate(
                "RequestPanel",
                "This vault is set to groups of {usual} people. Choose fewer only on purpose.",
            ).format(usual=QLocale().toString(self._usual))
        self._k_note.setText(text)
        self._k_note.show()
