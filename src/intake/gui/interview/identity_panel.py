"""Who the person is: asked last, or never; a name is kept only when the person agrees to that."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from intake.forms.definition import Section
from intake.gui.i18n import plural, translate
from intake.gui.interview.questions_panel import QuestionsPanel
from intake.gui.interview.step_panel import StepPanel
from intake.gui.interview.views import CaseView
from intake.gui.theme import Space
from intake.gui.widgets.card import Card
from intake.gui.widgets.choice import RadioButton
from intake.gui.widgets.labels import Muted
from intake.gui.widgets.sheet import Sheet


class IdentityPanel(StepPanel):
    """The choice between a name and no name, and the questions about identity.

    Signals:
        never_name_asked: ``True``: no name may be kept; ``False``: one may after all.
    """

    never_name_asked = Signal(bool)

    def __init__(self, section: Section, language: str, parent: QWidget | None = None) -> None:
        super().__init__(section, language, parent)
        self._is_never = False
        self.named, self.nameless = RadioButton(), RadioButton()
        self._group = QButtonGroup(self)
        self._about_named, self._about_nameless = Muted(), Muted()
        self.questions = QuestionsPanel(section, language, self)
        self.questions.committed.connect(self.answered)
        self.questions.unfinished.connect(self.unfinished)
        self.questions.finished.connect(self.finished)
        card = Card()
        for button, about in (
            (self.named, self._about_named),
            (self.nameless, self._about_nameless),
        ):
            self._group.addButton(button)
            about.setContentsMargins(Space.FOUR, 0, 0, Space.HALF)
            card.body.addWidget(button)
            card.body.addWidget(about)
        card.body.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.ONE)
        column.addWidget(card)
        column.addWidget(self.questions)
        self.named.clicked.connect(self._on_named)
        self.nameless.clicked.connect(self._on_nameless)
        self.retranslate(language)

    def show_case(self, view: CaseView) -> None:
        """Show a case as it is stored."""
        person = view.interviewee
        self._is_never = view.file.case.never_name
        around = view.interview.answers
        self.questions.show_answers(person.id, person.answers, around, view.unfinished)
        self._show_choice()

    def retranslate(self, language: str) -> None:
        """Show texts in another language."""
        super().retranslate(language)
        self.named.setText(translate("IdentityPanel", "The person may be named in this record"))
        self._about_named.setText(
            translate(
                "IdentityPanel",
                "What you write below stays encrypted on this laptop. It never leaves in a bundle.",
            )
        )
        self.nameless.setText(translate("IdentityPanel", "No name is recorded"))
        self._about_nameless.setText(
            translate(
                "IdentityPanel",
                "The person is known by a code only. Nothing that identifies them can be written "
                "down here, and nobody can find them again through this record.",
            )
        )

    def question_panels(self) -> tuple[QuestionsPanel, ...]:
        """Return the questions."""
        return (self.questions,)

    def focus_first(self) -> None:
        """Put the keyboard on the choice, or into the first question once there are answers."""
        if self._recorded and not self._is_never:
            self.questions.focus_first()
        else:
            (self.nameless if self._is_never else self.named).setFocus()

    def set_changeable(self, *, changeable: bool) -> None:
        """Allow changes, or only reading."""
        super().set_changeable(changeable=changeable)
        for button in (self.named, self.nameless):
            button.setEnabled(changeable)

    @property
    def _recorded(self) -> int:
        """How many answers of this section there are, those just typed among them."""
        rows, answers = self.questions.rows, self.questions.answers
        return sum(name in answers or row.is_unfinished for name, row in rows.items())

    def _show_choice(self) -> None:
        (self.nameless if self._is_never else self.named).setChecked(True)
        self.questions.setVisible(not self._is_never)

    def _on_named(self) -> None:
        if self._is_never:
            self.never_name_asked.emit(False)  # noqa: FBT003 (a signal's argument)

    def _on_nameless(self) -> None:
        if self._is_never:
            return
        self.questions.flush()
        if not self._recorded:
            self.never_name_asked.emit(True)  # noqa: FBT003 (a signal's argument)
            return
        sheet = Sheet(
            self,
            translate("IdentityPanel", "Remove what identifies the person?"),
            plural(
                "IdentityPanel",
                "%n answer(s) of this section are removed and cannot be brought back. "
                "The account and everything else stay.",
                self._recorded,
            ),
            affirmative=translate("IdentityPanel", "Remove and record no name"),
            cancel=translate("IdentityPanel", "Keep the name"),
            danger=True,
        )
        sheet.accepted.connect(lambda: self.never_name_asked.emit(True))  # noqa: FBT003 (as above)
        sheet.rejected.connect(self._show_choice)
        sheet.open()
