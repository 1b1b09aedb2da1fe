"""A ruling is about words or about one person of a case, and says what is to be done."""

from __future__ import annotations

from typing import Any

import pytest

from intake.domain.ids import CaseId, PersonId, RulingId
from intake.domain.marks import Decision
from intake.domain.rulings import Ruling

CASE, PERSON = CaseId("c"), PersonId("p")


@pytest.mark.parametrize(
    "given",
    [
        {"decision": Decision.PENDING, "words": "kettle"},
        {"decision": Decision.MASK},
        {"decision": Decision.MASK, "words": " "},
        {"decision": Decision.MASK, "words": "kettle", "case_id": CASE, "person_id": PERSON},
        {"decision": Decision.MASK, "person_id": PERSON},
        {"decision": Decision.KEEP, "case_id": CASE, "person_id": PERSON},
        {"decision": Decision.PENDING, "case_id": CASE, "person_id": PERSON},
    ],
)
def test_a_ruling_that_means_nothing_cannot_be_made(given: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"ruling|person"):
        Ruling(RulingId("r"), **given)


@pytest.mark.parametrize(
    "given",
    [
        {"decision": Decision.KEEP, "words": "kettle"},
        {"decision": Decision.PENDING, "words": "kettle", "case_id": CASE},
        {"decision": Decision.MASK, "case_id": CASE, "person_id": PERSON},
    ],
)
def test_a_ruling_is_for_the_vault_or_a_case(given: dict[str, Any]) -> None:
    assert Ruling(RulingId("r"), **given).decision is given["decision"]
