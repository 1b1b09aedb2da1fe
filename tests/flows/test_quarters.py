"""Bundles of several quarters, really written and opened: laid on one another they show nobody.

The short form of ``benchmarks/disclosure/quarters.py``.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.disclosure import quarters
from benchmarks.disclosure.quarter_people import Person, people

pytestmark = pytest.mark.no_cover
QUARTERS = 3
FEWEST = 5


@pytest.fixture(scope="module")
def everybody() -> tuple[Person, ...]:
    """Return made-up people."""
    return people(80, QUARTERS)


def test_an_attacker_with_all_bundles_finds_nobody(
    everybody: tuple[Person, ...], tmp_path: Path
) -> None:
    series = quarters.kept(everybody, QUARTERS, tmp_path / "kept")
    found = quarters.attacked(everybody, series)
    assert len(series.opened) == 2 * QUARTERS
    assert found.people > len(everybody) / 2
    assert (found.under, found.certain, found.small_counts) == (0, 0, 0)
    assert min(found.fewest, found.fewest_by_facts, found.fewest_for_words) >= FEWEST
    happened = {what for person in everybody for what in person.happens.values()}
    everything = {"edited", "sensitive edited", "reworded", "withdrawn", "erased", "related"}
    assert happened == everything, "quieter quarters would prove less"


def test_the_same_attacker_finds_many_in_bundles_made_afresh(
    everybody: tuple[Person, ...], tmp_path: Path
) -> None:
    series = quarters.afresh(everybody, QUARTERS, tmp_path / "afresh")
    found = quarters.attacked(everybody, series)
    assert found.under > found.people / 10
    assert found.certain > 0
