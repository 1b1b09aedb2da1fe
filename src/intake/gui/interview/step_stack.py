"""The steps of an interview one upon the other; each panel is made and filled when it is shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from intake.domain.case import CaseStatus
from intake.forms.definition import FormDefinition
from intake.gui.interview.step_panel import StepPanel
from intake.gui.interview.steps import Step, make_steps
from intake.gui.interview.views import CaseView
from intake.gui.interview.writes import Key


class StepStack(QStackedWidget):
    """Shows one step; the ones out of sight are filled again when they open.

    Attributes:
        steps: All steps, in order.

    Signals:
        made: A ``StepPanel`` that was shown for the first time.
        finished: Index of a step that its panel says is done.
    """

    made = Signal(object)
    finished = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps: list[Step] = []
        self._stale: set[int] = set()

    def build(self, form: FormDefinition) -> None:
        """Put the steps of a form here in place of all that were."""
        while (widget := self.widget(0)) is not None:
            self.removeWidget(widget)
            widget.deleteLater()
        self.steps = make_steps(form)
        for step in self.steps:
            self.addWidget(step.widget)

    @property
    def current(self) -> Step | None:
        """The step that is open."""
        index = self.currentIndex()
        return self.steps[index] if 0 <= index < len(self.steps) else None

    @property
    def panels(self) -> list[StepPanel]:
        """The panels that have been shown."""
        return [step.panel for step in self.steps if step.panel is not None]

    def cycle_missing(self) -> None:
        """Go to the next reason why the question that has the keyboard has no answer."""
        for panel in self.panels:
            for row in [questions.current_row() for questions in panel.question_panels()]:
                if row is not None:
                    row.cycle_missing()

    def panel_of(self, index: int, language: str) -> StepPanel:
        """Return the panel of a step, made when it is wanted for the first time."""
        step = self.steps[index]
        if step.panel is not None:
            return step.panel
        panel = step.make_panel(language)
        panel.finished.connect(lambda: self.finished.emit(index))
        self._stale.add(index)
        self.made.emit(panel)
        return panel

    def forget(self, *, others: bool = False) -> None:
        """Take every panel for out of date, or every one but the one that is open."""
        self._stale |= set(range(len(self.steps)))
        if others:
            self._stale.discard(self.currentIndex())

    def fill(self, view: CaseView, stuck: frozenset[Key]) -> None:
        """Let the open panel show the case unless it does already."""
        step, index = self.current, self.currentIndex()
        if step is None or step.panel is None or index not in self._stale:
            return
        self._stale.discard(index)
        step.panel.set_changeable(changeable=view.file.case.status is CaseStatus.DRAFT)
        step.panel.show_case(view)
        step.panel.show_stuck(stuck)
