"""How far each section of an interview is, told from the case and the form alone.

A section is **done** when every question that applies has an answer, or the reason why there is
none; it is **begun** when anything of it is there; else it is **open**. Nothing is done because it
was looked at. The same for what is not a row of questions:

- a checklist is done when every point of it is ticked;
- consent is done when it was given, the second time when it was said to stand;
- the account is done when a statement is finished, and begun when anything is written;
- events and persons are done when at least one record is complete and none is half-filled. An event
  counts from the moment at which it is added; a person who was only marked in the account, or named
  as the one who did it, counts once something is written about them here;
- the identity is done as well when no name is to be recorded.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum

from intake.domain.answers import Answer
from intake.domain.case import CaseFile
from intake.forms.definition import Owner, Question, QuestionKind, Section
from intake.forms.validation import is_relevant
from intake.gui.interview.questions_panel import is_asked, surroundings
from intake.gui.interview.steps import Step
from intake.gui.interview.views import CaseView


class Progress(Enum):
    """How far a section is."""

    OPEN = "open"
    BEGUN = "begun"
    DONE = "done"


def progress(section: Section, view: CaseView, *, again: bool = False) -> Progress:
    """Return how far a section is; see above for what counts as done.

    Args:
        section: The section.
        view: The case.
        again: It is consent that is asked the second time.
    """
    file = view.file
    if section.kind == "consent":
        return _of_consent(file, again=again)
    if section.kind == "statement":
        written = any(statement.text.strip() for statement in file.statements)
        return _told(written, any(statement.final for statement in file.statements))
    if section.kind == "event":
        return _of_records(section, [event.answers for event in file.events])
    if section.kind == "person":
        sheets = [person.answers for person in view.others]
        return _of_records(section, [sheet for sheet in sheets if _points(section, sheet)[0]])
    if section.kind == "identity" and file.case.never_name:
        return Progress.DONE
    sheet, around = view.interview.answers, view.interview.answers
    if section.kind == "identity":
        sheet = view.interviewee.answers
    elif section.owner is Owner.CASE:
        sheet = file.case.answers
    answered, asked = _points(section, sheet, around)
    return _told(answered, asked and answered >= asked)


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
        state = progress(step.section, view, again=step.again)
        if state is not Progress.DONE and applies(step.section, view):
            return index
    return 0


def _told(begun: object, done: object) -> Progress:
    if done:
        return Progress.DONE
    return Progress.BEGUN if begun else Progress.OPEN


def _of_consent(file: CaseFile, *, again: bool) -> Progress:
    consent = file.consent
    if consent is None:
        return Progress.OPEN
    given = consent.given is not None
    if again:  # what was recorded the first time begins nothing here
        return _told(begun=False, done=given and consent.confirmed)
    return _told(begun=consent.uses, done=given)


def _of_records(section: Section, sheets: Sequence[Mapping[str, Answer]]) -> Progress:
    complete = []
    for sheet in sheets:
        answered, asked = _points(section, sheet)
        complete.append(answered >= asked)
    return _told(complete, complete and all(complete))


def _points(
    section: Section, sheet: Mapping[str, Answer], around: Mapping[str, Answer] | None = None
) -> tuple[int, int]:
    """Return how many points of a record are settled, and how many there are.

    Args:
        section: The questions.
        sheet: The answers of the record.
        around: Answers of other owners that decide whether a question applies.
    """
    known = surroundings(around or {}, sheet)
    asked = [q for q in section.items if is_asked(q) and is_relevant(q, known)]
    if section.kind == "checklist":
        counts = [_ticked(question, sheet.get(question.name)) for question in asked]
        return sum(ticked for ticked, _ in counts), sum(points for _, points in counts)
    return sum(question.name in sheet for question in asked), len(asked)


def _ticked(question: Question, answer: Answer | None) -> tuple[int, int]:
    """Return how many points of a list are ticked; a reason why none is settles them all."""
    points = len(question.choices.choices) if question.kind is QuestionKind.SELECT_MULTIPLE else 1
    if answer is None:
        return 0, points
    return (points if answer.missing else min(points, len(answer.texts))), points
