"""A parcel and a recall as earlier programs wrote them are taken in for ever, by later ones too."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from intake.domain.case import CaseStatus
from intake.errors import BundleDamagedError
from intake.export import parcel
from intake.services import parcels, team, vaults
from intake.services.parcels import Outcome
from intake.services.session import VaultSession
from intake.store import parcel_rows
from intake.store.migrations import NEWEST
from intake.store.tables import CASES, PERSONS
from tests.unit.services.conftest import OpenVault, Template
from tests.unit.services.making import name_of
from tests.unit.services.parcel_making import only_case
from tests.unit.services.record_parcel import VECTORS, fixed_keys, place_of
from tests.unit.store.growing import BEFORE, grow

RECORDED = sorted(VECTORS.glob("parcel_*.json"))
every_recorded = pytest.mark.parametrize("recorded", RECORDED, ids=lambda path: path.stem)


@dataclass(frozen=True)
class Post:
    """What was sent to the office, as files."""

    parcel: Path
    recall: Path


def delivered(folder: Path, office: VaultSession, recorded: Path) -> Post:
    """Give a vault the keys of the office, let it trust the sender, and lay the files before it."""
    known = json.loads(recorded.read_text("utf-8"))
    fixed_keys(office, known["office"])
    key, sent, recall = (folder / name for name in ("field.pub", "parcel", "recall"))
    key.write_text(known["field_public"], "utf-8")
    sent.write_bytes(base64.b64decode(known["parcel"]))
    recall.write_bytes(base64.b64decode(known["recall"]))
    team.trust(office, "Field", key)
    return Post(sent, recall)


def takes_in(office: VaultSession, post: Post) -> None:
    assert parcels.receive(office, post.parcel).outcome is Outcome.NEW
    case_id = only_case(office)
    assert office.store.search.find(name_of(1).split()[1])
    assert office.store.releases.bundles_of(case_id) == ("0a" * 16,)
    assert parcels.receive(office, post.recall).outcome is Outcome.RECALLED
    assert office.store.cases.get(case_id).status is CaseStatus.WITHDRAWN
    assert vaults.check(office).good


@every_recorded
def test_a_recorded_parcel_is_taken_in(
    tmp_path: Path, vault_session: VaultSession, recorded: Path
) -> None:
    takes_in(vault_session, delivered(tmp_path, vault_session, recorded))


def test_what_this_program_writes_is_recorded() -> None:
    place = place_of(parcel._VERSION, NEWEST)
    assert place in RECORDED, "python -m tests.unit.services.record_parcel"
    known = json.loads(place.read_text("utf-8"))
    assert (known["format"], known["schema"]) == (parcel.FORMAT, NEWEST)


@every_recorded
def test_the_next_version_takes_it_in(
    tmp_path: Path,
    template: Template,
    open_vault: OpenVault,
    monkeypatch: pytest.MonkeyPatch,
    recorded: Path,
) -> None:
    grow(monkeypatch, CASES, PERSONS, notes=True)
    office = open_vault(template.copy_to(tmp_path))
    try:
        takes_in(office, delivered(tmp_path, office, recorded))
        rows = office.store.parcels.rows_of(only_case(office))
        assert {row["added"] for name in ("cases", "persons") for row in rows[name]} == {BEFORE}
        assert rows["notes"] == ()
    finally:
        office.close()


@pytest.mark.parametrize("forgotten", ["column", "table"])
def test_a_version_that_forgot_rows_from_before_would_be_caught(
    tmp_path: Path,
    template: Template,
    open_vault: OpenVault,
    monkeypatch: pytest.MonkeyPatch,
    forgotten: str,
) -> None:
    grow(monkeypatch, PERSONS, notes=True)
    office = open_vault(template.copy_to(tmp_path))
    if forgotten == "column":
        careless = tuple(replace(each, later=()) for each in parcel_rows.CARRIED)
    else:
        careless = tuple(replace(each, since=1) for each in parcel_rows.CARRIED)
    monkeypatch.setattr(parcel_rows, "CARRIED", careless)
    try:
        post = delivered(tmp_path, office, place_of(parcel._VERSION, NEWEST))
        with pytest.raises(BundleDamagedError):
            takes_in(office, post)
        assert office.store.cases.ids() == ()
    finally:
        office.close()
