"""The chosen case: what it is, what was agreed to, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from intake.domain.case import CaseFile, CaseStatus, CaseSummary
from intake.domain.consent import Consent, IdentityLevel, UseConsent, is_taken_back
from intake.domain.ids import CaseId
from intake.gui.i18n import plural, translate
from intake.gui.interview.consent_words import LEVELS, USES, WAYS, bundle_words, terms, word
from intake.gui.theme import Space
from intake.gui.widgets.adaptive_row import AdaptiveRow
from intake.gui.widgets.buttons import DangerButton, PrimaryButton, QuietButton
from intake.gui.widgets.card import Card
from intake.gui.widgets.case_row import STATUS_CHIPS
from intake.gui.widgets.chip import Chip, ChipKind
from intake.gui.widgets.labels import Label, Muted, Title
from intake.gui.words import ChoiceWords, iso_day_word, partly_word, status_word, versions_word
from intake.services.left_bundles import LeftBundle
from intake.services.sealable import Obstacle, why_not_sealable

READABLE = frozenset({CaseStatus.DRAFT, CaseStatus.FINALISED, CaseStatus.WITHDRAWN})
_BEGINNING = 600  # characters of the statement that are shown


class CaseDetail(QFrame):
    """Facts of one case and its buttons.

    Signals:
        open_asked: Open the interview.
        status_asked: Finalise a draft, or reopen what is finalised (``CaseStatus``).
        withdraw_asked: Record that consent was withdrawn.
        erase_asked: Erase the case.
        seal_asked: Seal a finished case.
        letters_asked: Write the letters that recall bundles.

    Args:
        words: Labels of choices.
        parent: Owner.
    """

    open_asked = Signal()
    status_asked = Signal(object)
    withdraw_asked = Signal()
    erase_asked = Signal()
    seal_asked = Signal()
    letters_asked = Signal()

    def __init__(self, words: ChoiceWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("band", "pane")
        self._words = words
        self._summary: CaseSummary | None = None
        self._file: CaseFile | None = None
        self.code, self.status, self.partly = Title(), Chip(), Chip()
        self.versions, self.review = Chip(), Chip()
        self.code.setWordWrap(False)
        self.facts_card, self.consent_card, self.statement_card = Card(), Card(), Card()
        self.bundles_card, self.bundles, self.over = Card(), Label(), Label()
        self.letters_button = QuietButton("", "withdraw")
        self._left: tuple[LeftBundle, ...] = ()
        self._shown: CaseId | None = None
        self._facts = QFormLayout()
        self.consent_state, self.beginning = Label(), Label()
        self.uses = QFormLayout()
        self.open_button = PrimaryButton("", "forward")
        self.status_button = QuietButton("", "finalise")
        self.withdraw_button = QuietButton("", "withdraw")
        self.seal_button = QuietButton("", "lock")
        self.erase_button = DangerButton("", "trash")
        self._lay_out()
        self.open_button.clicked.connect(self.open_asked)
        self.status_button.clicked.connect(self._ask_status)
        self.withdraw_button.clicked.connect(self.withdraw_asked)
        self.erase_button.clicked.connect(self.erase_asked)
        self.seal_button.clicked.connect(self.seal_asked)
        self.letters_button.clicked.connect(self.letters_asked)

    def show_case(self, summary: CaseSummary, file: CaseFile | None) -> None:
        """Show a case; its file arrives a moment after its summary."""
        self._summary, self._file = summary, file
        self.code.setText(summary.code)
        self.status.show_fact(status_word(summary.status), STATUS_CHIPS[summary.status])
        self.partly.show_fact(partly_word(summary), ChipKind.GONE)
        self.versions.show_fact(versions_word(summary), ChipKind.ATTENTION)
        self.review.show_fact(
            translate("CaseList", "Needs review") if summary.needs_review else "",
            ChipKind.ATTENTION,
        )
        if summary.id != self._shown:
            self._shown = summary.id
            self.show_bundles(())
        self._show_buttons(summary)
        self._show_facts(summary, file)
        if file is not None:
            self._show_consent(file.consent)
            texts = [s.text.strip() for s in file.statements if s.text.strip()]
            self.beginning.setText(_beginning(texts[0]) if texts else "")
            self.statement_card.setVisible(bool(texts))

    def show_bundles(self, bundles: tuple[LeftBundle, ...]) -> None:
        """Show the bundles that hold the case, and which have to come back; none, no card."""
        self._left = bundles
        over = [each.bundle_id for each in bundles if each.is_over]
        self.bundles.setText("\n".join(bundle_words(each) for each in bundles))
        text = plural(
            "Cases",
            "Consent does not cover %n of these bundles any more: whoever has it should delete it. "
            "{ids}",
            len(over),
        )
        self.over.setText(text.format(ids=", ".join(over)))
        for part in (self.over, self.letters_button):
            part.setVisible(bool(over))
        self.bundles_card.setVisible(bool(bundles))

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.facts_card.set_heading(translate("Cases", "Facts"))
        self.consent_card.set_heading(translate("Cases", "Consent"))
        self.statement_card.set_heading(translate("Cases", "Statement"))
        self.bundles_card.set_heading(translate("Cases", "Bundles with this case"))
        self.withdraw_button.setText(translate("Cases", "&Withdraw consent"))
        self.erase_button.setText(translate("Cases", "&Erase"))
        self.seal_button.setText(translate("Cases", "&Seal"))
        self.letters_button.setText(translate("Cases", "Write the letters"))
        if self._summary is not None:
            self.show_case(self._summary, self._file)
            self.show_bundles(self._left)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.ONE)
        head.setContentsMargins(Space.THREE, Space.TWO, Space.THREE, Space.ONE)
        for widget in (self.code, self.status, self.partly, self.versions, self.review):
            head.addWidget(widget)
        head.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self._cards(), 1)
        whole.addWidget(self._buttons())

    def _cards(self) -> QScrollArea:
        for form in (self._facts, self.uses):
            form.setHorizontalSpacing(Space.THREE)
            form.setVerticalSpacing(Space.HALF)
            form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
            form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading)
        self.facts_card.body.addLayout(self._facts)
        self.consent_card.body.addWidget(self.consent_state)
        self.consent_card.body.addLayout(self.uses)
        self.statement_card.body.addWidget(self.beginning)
        for label in (self.bundles, self.over):
            self.bundles_card.body.addWidget(label)
        self.bundles_card.body.addWidget(self.letters_button, 0, Qt.AlignmentFlag.AlignLeading)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(Space.THREE, Space.ONE, Space.THREE, Space.THREE)
        column.setSpacing(Space.TWO)
        cards = (self.facts_card, self.consent_card, self.bundles_card, self.statement_card)
        for card in cards:
            column.addWidget(card)
        column.addStretch(1)
        area = QScrollArea()
        for part in (area, content):
            part.setProperty("ground", "surface")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        return area

    def _buttons(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("band", "foot")
        self._foot = AdaptiveRow(foot)
        margins = (Space.THREE, Space.ONE_HALF, Space.THREE, Space.ONE_HALF)
        self._foot.setContentsMargins(*margins)
        self._foot.setSpacing(Space.ONE)
        others, primary = QHBoxLayout(), QHBoxLayout()
        for button in (
            self.erase_button,
            self.withdraw_button,
            self.status_button,
            self.seal_button,
        ):
            others.addWidget(button)
        others.addStretch(1)
        primary.addStretch(1)
        primary.addWidget(self.open_button)
        self._foot.addLayout(others, 1)
        self._foot.addLayout(primary)
        return foot

    def _show_buttons(self, summary: CaseSummary) -> None:
        draft = summary.status is CaseStatus.DRAFT
        here = summary.status in (CaseStatus.DRAFT, CaseStatus.FINALISED)
        self.status_button.setText(
            translate("Cases", "&Finalise") if draft else translate("Cases", "&Reopen")
        )
        self.status_button.set_icon_name("finalise" if draft else "reopen")
        self.status_button.setVisible(here)
        self._name_open(summary.status)
        self.open_button.setVisible(summary.status in READABLE)
        # Who took back one use may take back the others, too.
        self.withdraw_button.setVisible(here)
        # Two versions can be decided between, and the page says so; a draft is finalised first.
        self.seal_button.setVisible(why_not_sealable(summary) is not Obstacle.DRAFT)

    def _name_open(self, status: CaseStatus) -> None:
        only_read = status is CaseStatus.WITHDRAWN
        self.open_button.setText(
            translate("Cases", "&Read interview")
            if only_read
            else translate("Cases", "&Open interview")
        )

    def _show_facts(self, summary: CaseSummary, file: CaseFile | None) -> None:
        changed = QDateTime.fromSecsSinceEpoch(int(summary.changed.timestamp())).toLocalTime()
        facts = [
            (translate("Cases", "Interview"), iso_day_word(summary.interview_date)),
            (translate("Cases", "Country"), self._words.word("interview_country", summary.country)),
            (
                translate("Cases", "Targeted group"),
                self._words.word("targeted_group", summary.group),
            ),
            (translate("Cases", "Interviewer"), summary.interviewer),
            (
                translate("Cases", "Language"),
                self._words.word("interview_language", summary.language),
            ),
            (translate("Cases", "Project"), self._words.word("project", summary.project)),
            (translate("Cases", "Records"), _records(file) if file is not None else ""),
            (
                translate("Cases", "Last changed"),
                QLocale().toString(changed, "d MMMM yyyy, HH:mm"),
            ),
        ]
        _fill(self._facts, [(name, text) for name, text in facts if text])

    def _show_consent(self, consent: Consent | None) -> None:
        self.consent_state.setText(_consent_sentence(consent))
        uses = [
            (word(USES[use]), self._allowed(granted))
            for use, granted in (consent.uses if consent is not None else {}).items()
            if granted.level is not IdentityLevel.NONE and not is_taken_back(consent, use)
        ]
        _fill(self.uses, uses)

    def _allowed(self, granted: UseConsent) -> str:
        """Return as what a use was allowed, to whom, and on what terms."""
        facts = {name: self._words.question(name) or name for name in granted.withhold}
        return "; ".join((word(LEVELS[granted.level]), *terms(granted, facts)))

    def _ask_status(self) -> None:
        if self._summary is not None:
            draft = self._summary.status is CaseStatus.DRAFT
            self.status_asked.emit(CaseStatus.FINALISED if draft else CaseStatus.DRAFT)


def recall_words(code: str, bundles: tuple[LeftBundle, ...]) -> str:
    """Return what is to be recalled after consent to a case was withdrawn."""
    if not bundles:
        text = translate("Cases", "No bundle holds {code}: there is nothing to recall.")
        return text.format(code=code)
    text = plural(
        "Cases",
        "%n bundle(s) hold this record. Ask the recipients to delete: {ids}",
        len(bundles),
    )
    return text.format(ids="; ".join(bundle_words(each) for each in bundles))


def _consent_sentence(consent: Consent | None) -> str:
    if consent is None or consent.given is None:
        return translate("Cases", "Consent has not been asked. Nothing of this case may leave.")
    taken = consent.withdrawn
    if taken is not None and taken.what and not taken.erase:
        uses = ", ".join(word(text) for use, text in USES.items() if use in taken.what)
        text = translate("ConsentPanel", "On {day} the person took back: {uses}.")
        return text.format(day=iso_day_word(taken.day), uses=uses)
    if taken is not None:
        text = translate("Cases", "Withdrawn on {day}. Nothing more may leave.").format(
            day=iso_day_word(taken.day)
        )
        asked = translate("Cases", "The person asks that it be erased: press Erase.")
        return f"{text} {asked}" if taken.erase else text
    text = translate("Cases", "Given on {day} ({how}).").format(
        day=iso_day_word(consent.given), how=word(WAYS[consent.how]).lower()
    )
    if not consent.confirmed:
        text += " " + translate("Cases", "Not yet asked again at the end.")
    return text


def _records(file: CaseFile) -> str:
    parts = (
        plural("Cases", "%n person(s)", len(file.persons)),
        plural("Cases", "%n event(s)", len(file.events)),
    )
    return ", ".join(parts)


def _beginning(text: str) -> str:
    return text if len(text) <= _BEGINNING else text[:_BEGINNING].rsplit(" ", 1)[0] + " …"


def _fill(form: QFormLayout, rows: list[tuple[str, str]]) -> None:
    """Show these rows; labels that are there are used again, so nothing flickers."""
    while form.rowCount() > len(rows):
        form.removeRow(form.rowCount() - 1)
    while form.rowCount() < len(rows):
        name_label = Muted()
        name_label.setWordWrap(False)
        form.addRow(name_label, Label())
    for number, (name, text) in enumerate(rows):
        for role, words in (
            (QFormLayout.ItemRole.LabelRole, name),
            (QFormLayout.ItemRole.FieldRole, text),
        ):
            item = form.itemAt(number, role)
            label = item.widget() if item is not None else None
            if isinstance(label, Label):
                label.setText(words)
