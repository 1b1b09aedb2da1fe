"""A parcel and a recall as earlier programs wrote them are taken in for ever."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest

from intake.domain.case import CaseStatus
from intake.services import parcels, team, vaults
from intake.services.parcels import Outcome
from intake.services.session import VaultSession
from tests.unit.services.making import name_of
from tests.unit.services.parcel_making import only_case

VECTORS = Path(__file__).parents[2] / "vectors" / "export"


@pytest.mark.parametrize("version", [1])
def test_a_recorded_parcel_is_taken_in(
    tmp_path: Path, vault_session: VaultSession, version: int
) -> None:
    recorded = json.loads((VECTORS / f"parcel_{version}.json").read_text("utf-8"))
    with vault_session.store.write() as tx:
        own = bytearray(base64.b64decode(recorded["office"]))
        vault_session.store.keys.set_own(tx, "keyring", own, "")
    key, parcel, recall = (tmp_path / name for name in ("field.pub", "parcel", "recall"))
    key.write_text(recorded["field_public"], "utf-8")
    parcel.write_bytes(base64.b64decode(recorded["parcel"]))
    recall.write_bytes(base64.b64decode(recorded["recall"]))
    team.trust(vault_session, "Field", key)
    assert parcels.receive(vault_session, parcel).outcome is Outcome.NEW
    case_id = only_case(vault_session)
    assert vault_session.store.search.find(name_of(1).split()[1])
    assert vault_session.store.releases.bundles_of(case_id) == ("0a" * 16,)
    assert parcels.receive(vault_session, recall).outcome is Outcome.RECALLED
    assert vault_session.store.cases.get(case_id).status is CaseStatus.WITHDRAWN
    assert vaults.check(vault_session).good
