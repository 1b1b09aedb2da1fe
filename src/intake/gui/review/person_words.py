"""How the people of a case are called on the review page."""

from __future__ import annotations

from intake.gui.interview.views import person_label
from intake.services import interviews
from intake.services.review import ReviewState


def codes_of(state: ReviewState) -> dict[str, str]:
    """Return the code of each person by id."""
    return {person.id: person.code for person in state.persons}


def labels_of(state: ReviewState) -> dict[str, str]:
    """Return the label of each person by id, as the case knows them now."""
    return {person.id: person_label(person, interviews.form()) for person in state.persons}
