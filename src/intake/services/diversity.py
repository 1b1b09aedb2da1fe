"""How different the sensitive answers are among people who look alike in the rows that leave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from intake.disclosure.k_anonymity import Row, diversity
from intake.domain.classes import DisclosureClass
from intake.domain.ids import CaseId
from intake.export.fields import FieldPolicy
from intake.export.snapshot import RedactedCase

_SENSITIVE = frozenset({DisclosureClass.SENSITIVE, DisclosureClass.QUASI_SENSITIVE})


def least_diversity(
    rows: Sequence[Row],
    names: Sequence[str],
    cases: Mapping[CaseId, RedactedCase],
    fields: FieldPolicy,
) -> int | None:
    """Return the least number of different answers to a sensitive question in a class.

    Args:
        rows: The generalised rows that leave.
        names: What forms the classes.
        cases: What leaves of each case; its id is the handle of its row.
        fields: The fields of the form.
    """
    sensitive = [rule.key for rule in fields.rules if rule.disclosure in _SENSITIVE]
    answers: dict[str, dict[str, str]] = {
        handle: {
            key: case.cells[key].text
            for key in sensitive
            if key in case.cells and case.cells[key].gap is None
        }
        for handle, case in cases.items()
    }
    return diversity(rows, names, answers)
