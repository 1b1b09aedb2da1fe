"""A section of plain questions as a step of the interview."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.forms.definition import Owner, Section
from intake.gui.interview.guidance import Guidance
from intake.gui.interview.questions_panel import QuestionsPanel
from intake.gui.interview.step_panel import StepPanel
from intake.gui.interview.views import CaseView
from intake.gui.theme import Space


class SectionPanel(StepPanel):
    """The questions of one section, below a word to the interviewer where there is one."""

    def __init__(self, section: Section, language: str, parent: QWidget | None = None) -> None:
        super().__init__(section, language, parent)
        self.guidance = Guidance(section.kind)
        self.questions = QuestionsPanel(section, language, self)
        self.questions.committed.connect(self.answered)
        self.questions.unfinished.connect(self.unfinished)
        self.questions.finished.connect(self.finished)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.ONE)
        column.addWidget(self.guidance)
        column.addWidget(self.questions)

    def show_case(self, view: CaseView) -> None:
        """Show a case as it is stored."""
        if self.section.owner is Owner.CASE:
            case = view.file.case
            around = view.interview.answers
            self.questions.show_answers(case.id, case.answers, around, view.unfinished)
        else:
            answers = view.interview.answers
            self.questions.show_answers(view.interview.id, answers, unfinished=view.unfinished)

    def retranslate(self, language: str) -> None:
        """Show texts in another language."""
        super().retranslate(language)
        self.guidance.retranslate()

    def question_panels(self) -> tuple[QuestionsPanel, ...]:
        """Return the questions."""
        return (self.questions,)

    def focus_first(self) -> None:
        """Put the keyboard into the first question that applies."""
        self.questions.focus_first()
