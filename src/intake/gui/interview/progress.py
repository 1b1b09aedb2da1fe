"""How far each section of an interview is, told from the case and the form alone."""

from __future__ import annotations

from collections.abc import Sequence

from intake.domain.case import CaseFile
from intake.forms.definition import Section
from intake.forms.validation import is_relevant
from intake.gui.interview.questions_panel import is_asked, surroundings
from intake.gui.interview.steps import Step
from intake.gui.interview.views import CaseView


def progress(section: Section, view: CaseView, *, again: bool = False) -> tuple[int, int]:
    """Return how much of a section is answered: (answered, asked).

    Args:
        section: The section.
        view: The case.
        again: It is consent that is asked the second time.
    """
    file = view.file
    if section.kind == "consent":
        given = file.consent is not None and file.consent.given is not None
        stands = file.consent is not None and file.consent.confirmed
        return int(given and (stands or not again)), 1
    if section.kind == "statement":
        written = any(statement.text.strip() for statement in file.statements)
        return int(written) + int(any(statement.final for statement in file.statements)), 2
    if section.repeats:
        records = len(file.events if section.kind == "event" else view.others)
        return min(records, 1), 1
    if section.kind == "identity" and file.case.never_name:
        return 1, 1
    answers = view.interview.answers
    if section.kind == "identity":
        answers = {**answers, **view.interviewee.answers}
    known = surroundings(answers)
    names = [q.name for q in section.items if is_asked(q) and is_relevant(q, known)]
    return sum(name in answers for name in names), len(names)


def applies(section: Section, view: CaseView) -> bool:
    """Tell whether a section is part of this interview."""
    return is_relevant(section, surroundings(view.interview.answers))


def lacks_consent(steps: Sequence[Step], index: int, file: CaseFile | None) -> bool:
    """Tell whether a step writes something down although consent is not recorded."""
    missing = file is None or file.consent is None or file.consent.given is None
    kinds = [step.section.kind for step in steps]
    first = kinds.index("consent") if "consent" in kinds else len(kinds)
    return missing and index > first and kinds[index] != "consent"


def first_open(steps: Sequence[Step], view: CaseView) -> int:
    """Return the place of the first step that is part of this interview and not done, else 0."""
    for index, step in enumerate(steps):
        answered, asked = progress(step.section, view, again=step.again)
        if answered < asked and applies(step.section, view):
            return index
    return 0
