"""Questionnaires that somebody else wrote: checked; none is stored."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from intake.domain.classes import DisclosureClass
from intake.errors import UsageError
from intake.forms.loader import load_form


@dataclass(frozen=True, slots=True)
class FormReport:
    """A questionnaire without a flaw.

    Attributes:
        reference: Name and version.
        internal: How many of the questions never leave: those without a disclosure class, and
            those that say so.
    """

    reference: str
    questions: int
    internal: int
    languages: tuple[str, ...]


def check(path: Path) -> FormReport:
    """Check a questionnaire.

    Args:
        path: An ``.xlsx`` file, or a folder with its sheets as CSV.

    Raises:
        UsageError: There is nothing at this path.
        FormError: Something is wrong at one cell: sheet, row, column and reason.
    """
    if not path.exists():
        raise UsageError(what=f"The file {path} cannot be read. Check its path.")
    form = load_form(path)
    internal = sum(each.disclosure is DisclosureClass.INTERNAL for each in form.questions)
    return FormReport(form.reference, len(form.questions), internal, form.languages)
