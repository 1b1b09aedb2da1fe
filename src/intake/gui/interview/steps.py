"""The steps of an interview: which panel shows which section of the form, and in what order."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake.forms.definition import FormDefinition, Section
from intake.gui.i18n import noop, translate_to
from intake.gui.interview.consent_panel import ConsentPanel
from intake.gui.interview.identity_panel import IdentityPanel
from intake.gui.interview.records_panel import RecordsPanel
from intake.gui.interview.section_panel import SectionPanel
from intake.gui.interview.statement_panel import StatementPanel
from intake.gui.interview.step_area import StepArea
from intake.gui.interview.step_panel import StepPanel
from intake.gui.theme import FORM_WIDTH

_WIDTH, _CONSENT_WIDTH = FORM_WIDTH + 80, FORM_WIDTH + 280
_DETAIL = "#"
_AGAIN = noop("steps", "{section}, asked again")


class Step:
    """One step: a section, and its panel from the first time it is shown.

    Args:
        section: What is shown.
        make: Returns the panel in a language of the form.
        width: Widest the panel gets when it is scrolled; 0 when it scrolls on its own.
        again: Consent is asked a second time here.

    Attributes:
        panel: ``None`` until it is shown: making all of them at once takes a second.
        widget: What the page shows.
    """

    def __init__(
        self, section: Section, make: Callable[[str], StepPanel], width: int, *, again: bool = False
    ) -> None:
        self.section, self.again = section, again
        self.panel: StepPanel | None = None
        self.widget = QWidget()
        self._make, self._width = make, width
        self._room = QVBoxLayout(self.widget)
        self._room.setContentsMargins(0, 0, 0, 0)

    def make_panel(self, language: str) -> StepPanel:
        """Make the panel and put it where the page shows it."""
        self.panel = self._make(language)
        shown = StepArea(self.panel, self._width) if self._width else self.panel
        self._room.addWidget(shown)
        shown.show()
        return self.panel

    @property
    def key(self) -> str:
        """Name of the step."""
        return f"{self.section.name}/again" if self.again else self.section.name

    @property
    def place(self) -> str:
        """What is remembered over a lock: the step, and what of it is open."""
        detail = self.panel.place if self.panel is not None else ""
        return f"{self.key}{_DETAIL}{detail}" if detail else self.key

    def title(self, language: str) -> str:
        """Return the step's name in a language of the form."""
        label = self.section.label.get(language) or self.section.name
        if not self.again:
            return label
        # In the language of the questions, not of the window: a name is in one language.
        again = translate_to(language, "steps", _AGAIN) or "{section} (2)"
        return again.format(section=label)


def split_place(place: str) -> tuple[str, str]:
    """Return the key of the step and what of it is open."""
    key, _, detail = place.partition(_DETAIL)
    return key, detail


def make_steps(form: FormDefinition) -> list[Step]:
    """Return the steps in order; consent comes a second time before identity is asked."""
    consent = next((s for s in form.sections if s.kind == "consent"), None)
    steps: list[Step] = []
    for section in form.sections:
        if section.kind == "case":
            continue
        if section.kind == "identity" and consent is not None:
            steps.append(_consent_step(form, consent, again=True))
        steps.append(_make_step(form, section))
    return steps


def _make_step(form: FormDefinition, section: Section) -> Step:
    if section.kind == "consent":
        return _consent_step(form, section, again=False)
    if section.kind == "statement":
        return Step(section, partial(StatementPanel, section), 0)
    if section.repeats:
        return Step(section, partial(RecordsPanel, section), _WIDTH)
    if section.kind == "identity":
        return Step(section, partial(IdentityPanel, section), _WIDTH)
    return Step(section, partial(SectionPanel, section), _WIDTH)


def _consent_step(form: FormDefinition, section: Section, *, again: bool) -> Step:
    make = partial(ConsentPanel, form, section, again=again)
    return Step(section, make, _CONSENT_WIDTH, again=again)
