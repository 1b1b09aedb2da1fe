"""The steps of an interview: which panel shows which section of the form, and in what order."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from intake.domain.case import CaseFile
from intake.forms.definition import FormDefinition, Owner, QuestionKind, Section
from intake.gui.i18n import translate
from intake.gui.interview.consent_panel import ConsentPanel
from intake.gui.interview.questions_panel import QuestionsPanel
from intake.gui.interview.records_panel import RecordsPanel
from intake.gui.interview.statement_panel import StatementPanel
from intake.gui.theme import FORM_WIDTH, Space

Panel = QuestionsPanel | RecordsPanel | ConsentPanel | StatementPanel


@dataclass(slots=True)
class Step:
    """One step: a section with its panel.

    Attributes:
        widget: What the page shows; the panel, scrolled where it needs to be.
        notes: Questions of the interviewer beside a statement, if the section has any.
        again: Consent is asked a second time here.
    """

    section: Section
    panel: Panel
    widget: QWidget
    notes: QuestionsPanel | None = None
    again: bool = False

    @property
    def key(self) -> str:
        """Name that is remembered over a lock."""
        return f"{self.section.name}/again" if self.again else self.section.name

    def title(self, language: str) -> str:
        """Return the step's name in a language of the form."""
        label = self.section.label.get(language) or self.section.name
        if self.again:
            return translate("steps", "{section}, asked again").format(section=label)
        return label

    def focus(self) -> None:
        """Put the keyboard on the first thing to do."""
        self.panel.focus_first()

    def flush(self) -> None:
        """Commit what was typed."""
        if not isinstance(self.panel, ConsentPanel):
            self.panel.flush()
        if self.notes is not None:
            self.notes.flush()

    def retranslate(self, language: str) -> None:
        """Show texts in another language."""
        if isinstance(self.panel, ConsentPanel):
            self.panel.retranslate()
        else:
            self.panel.retranslate(language)
        if self.notes is not None:
            self.notes.retranslate(language)

    def question_panels(self) -> tuple[QuestionsPanel, ...]:
        """Return every panel with question rows that is open in this step."""
        found = [self.notes] if self.notes is not None else []
        if isinstance(self.panel, QuestionsPanel):
            found.append(self.panel)
        if isinstance(self.panel, RecordsPanel):
            current = self.panel.current_panel()
            found += [current] if current is not None else []
        return tuple(found)


def make_steps(form: FormDefinition, language: str) -> list[Step]:
    """Return the steps in order; consent comes a second time before identity is asked."""
    consent = next((s for s in form.sections if s.kind == "consent"), None)
    steps: list[Step] = []
    for section in form.sections:
        if section.kind == "case":
            continue
        if section.kind == "identity" and consent is not None:
            steps.append(_consent_step(form, consent, language, again=True))
        steps.append(_make_step(form, section, language))
    return steps


def progress(step: Step, file: CaseFile) -> tuple[int, int]:
    """Return how much of a step is answered: (answered, asked)."""
    if isinstance(step.panel, QuestionsPanel):
        return step.panel.answered()
    if isinstance(step.panel, ConsentPanel):
        given = file.consent is not None and file.consent.given is not None
        done = given and (not step.again or bool(file.consent and file.consent.confirmed))
        return (1, 1) if done else (0, 1)
    if isinstance(step.panel, StatementPanel):
        written = any(s.text.strip() for s in file.statements)
        final = any(s.final for s in file.statements)
        return (int(written) + int(final), 2)
    records = len(step.panel.cards)
    return (min(records, 1), 1)


def owner_id(step: Step, file: CaseFile) -> str:
    """Return the id of the record that the answers of a step without records belong to."""
    owner = step.section.owner
    if owner is Owner.PERSON:
        return file.persons[0].id
    if owner is Owner.CASE:
        return file.case.id
    return file.interviews[0].id


def _make_step(form: FormDefinition, section: Section, language: str) -> Step:
    if section.kind == "consent":
        return _consent_step(form, section, language, again=False)
    if section.kind == "statement":
        return _statement_step(section, language)
    if section.repeats:
        records = RecordsPanel(section, language)
        return Step(section, records, _scrolled(records))
    questions = QuestionsPanel(section, language)
    return Step(section, questions, _scrolled(questions))


def _consent_step(form: FormDefinition, section: Section, language: str, *, again: bool) -> Step:
    panel = ConsentPanel(form, language)
    return Step(section, panel, _scrolled(panel, width=FORM_WIDTH + 200), again=again)


def _statement_step(section: Section, language: str) -> Step:
    narratives = [q for q in section.items if q.kind is QuestionKind.NARRATIVE]
    panel = StatementPanel(narratives, language)
    notes = QuestionsPanel(section, language)
    panel.set_notes(notes if notes.rows else None)
    return Step(section, panel, panel, notes if notes.rows else None)


def _scrolled(content: QWidget, width: int = FORM_WIDTH + 80) -> QScrollArea:
    holder = QWidget()
    holder.setProperty("plain", True)  # noqa: FBT003 (Qt's signature)
    column = QVBoxLayout(holder)
    column.setContentsMargins(Space.HALF, 0, Space.THREE, Space.THREE)
    content.setMaximumWidth(width)
    column.addWidget(content)
    column.addStretch(1)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(holder)
    return area
