"""The steps of an interview: which panel shows which section of the form, and in what order."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from intake.forms.definition import FormDefinition, Section
from intake.gui.i18n import translate
from intake.gui.interview.consent_panel import ConsentPanel
from intake.gui.interview.identity_panel import IdentityPanel
from intake.gui.interview.records_panel import RecordsPanel
from intake.gui.interview.section_panel import SectionPanel
from intake.gui.interview.statement_panel import StatementPanel
from intake.gui.interview.step_area import StepArea
from intake.gui.interview.step_panel import StepPanel
from intake.gui.theme import FORM_WIDTH

_CONSENT_WIDTH = FORM_WIDTH + 280
_DETAIL = "#"


@dataclass(slots=True)
class Step:
    """One step: a section with its panel.

    Attributes:
        widget: What the page shows; the panel, scrolled where it needs to be.
        again: Consent is asked a second time here.
    """

    section: Section
    panel: StepPanel
    widget: QWidget
    again: bool = False

    @property
    def key(self) -> str:
        """Name of the step."""
        return f"{self.section.name}/again" if self.again else self.section.name

    @property
    def place(self) -> str:
        """What is remembered over a lock: the step, and what of it is open."""
        detail = self.panel.place
        return f"{self.key}{_DETAIL}{detail}" if detail else self.key

    def title(self, language: str) -> str:
        """Return the step's name in a language of the form."""
        label = self.section.label.get(language) or self.section.name
        if self.again:
            return translate("steps", "{section}, asked again").format(section=label)
        return label


def split_place(place: str) -> tuple[str, str]:
    """Return the key of the step and what of it is open."""
    key, _, detail = place.partition(_DETAIL)
    return key, detail


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


def _make_step(form: FormDefinition, section: Section, language: str) -> Step:
    if section.kind == "consent":
        return _consent_step(form, section, language, again=False)
    if section.kind == "statement":
        panel = StatementPanel(section, language)
        return Step(section, panel, panel)
    if section.repeats:
        return _scrolled(section, RecordsPanel(section, language))
    if section.kind == "identity":
        return _scrolled(section, IdentityPanel(section, language))
    return _scrolled(section, SectionPanel(section, language))


def _scrolled(section: Section, panel: StepPanel) -> Step:
    return Step(section, panel, StepArea(panel, FORM_WIDTH + 80))


def _consent_step(form: FormDefinition, section: Section, language: str, *, again: bool) -> Step:
    panel = ConsentPanel(form, section, language, again=again)
    return Step(section, panel, StepArea(panel, _CONSENT_WIDTH), again)
