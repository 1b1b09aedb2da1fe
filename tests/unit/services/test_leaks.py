"""The last look: what a person decided in a reviewed statement passes there and nowhere else."""

from __future__ import annotations

import pytest

from intake.domain.person import Identity, Role
from intake.export.layout import BundleFile
from intake.redaction.leaks import LeakGate
from intake.services.leaks import gate_for

STATEMENTS, ROWS = "data/statements.csv", "data/interviews.csv"
NAMED = {"case": [Identity("P1", Role.INTERVIEWEE, names=("Heather Lampavich",))]}
WORD, NAME = b"they walked in the heather then", b"then Heather Lampavich spoke"


def found(name: str, content: bytes, *, reviewed: bool) -> list[bool]:
    look = gate_for(LeakGate(NAMED, {}), reviewed=reviewed)
    return [each.refuses for each in look(BundleFile(name, content))]


@pytest.mark.parametrize("reviewed", [True, False])
@pytest.mark.parametrize("name", [STATEMENTS, ROWS])
def test_a_name_is_found_wherever_it_stands(name: str, *, reviewed: bool) -> None:
    assert True in found(name, NAME, reviewed=reviewed)


@pytest.mark.parametrize(
    ("name", "reviewed", "passes"),
    [(STATEMENTS, True, True), (STATEMENTS, False, False), (ROWS, True, False)],
)
def test_what_is_left_to_a_person_passes_where_one_has_looked(
    name: str, *, reviewed: bool, passes: bool
) -> None:
    assert LeakGate(NAMED, {}).scan(name, WORD), "the word is doubtful"
    assert (found(name, WORD, reviewed=reviewed) == []) is passes


def test_what_is_our_own_is_not_looked_at() -> None:
    look = gate_for(LeakGate(NAMED, {}), reviewed=False)
    at = NAME.index(b"Heather")
    ours = ((at, at + len(b"Heather Lampavich")),)
    assert look(BundleFile(ROWS, NAME))
    assert look(BundleFile(ROWS, NAME, ours=ours)) == []
