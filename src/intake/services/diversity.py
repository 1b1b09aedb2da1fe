"""The sensitive answers in the rows that leave, to tell how different they are within classes."""

from __future__ import annotations

from collections.abc import Mapping

from intake.domain.classes import DisclosureClass
from intake.domain.ids import CaseId
from intake.export.fields import FieldPolicy
from intake.export.snapshot import RedactedCase

_SENSITIVE = frozenset({DisclosureClass.SENSITIVE, DisclosureClass.QUASI_SENSITIVE})


def sensitive_answers(
    cases: Mapping[CaseId, RedactedCase], fields: FieldPolicy
) -> Mapping[str, Mapping[str, str]]:
    """Return the sensitive answers that leave, by handle of a row and key of the question.

    Args:
        cases: What leaves of each case; its id is the handle of its row.
        fields: The fields of the form.
    """
    sensitive = [rule.key for rule in fields.rules if rule.disclosure in _SENSITIVE]
    return {
        handle: {
            key: case.cells[key].text
            for key in sensitive
            if key in case.cells and case.cells[key].gap is None
        }
        for handle, case in cases.items()
    }
