"""A vault of many people leaves without a false refusal; one name in another alphabet refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import gate
from intake.services.session import VaultSession
from tests.unit.services.making import fill

pytestmark = pytest.mark.no_cover


@pytest.mark.parametrize("number", [60, pytest.param(10_000, marks=pytest.mark.slow)])
def test_many_people_leave_and_one_name_too_many_does_not(
    vault_session: VaultSession, tmp_path: Path, number: int
) -> None:
    fill(vault_session, *gate.documents(number))
    folder = tmp_path / "bundles"
    folder.mkdir()
    found = gate.export(vault_session, folder)
    assert found["sabotage refused"]
    assert found["statements"] == found["cases"] > number / 2
    assert not found["some stayed out"]
    assert [each.name for each in folder.iterdir()] == ["out.zip"]
