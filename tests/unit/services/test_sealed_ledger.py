"""The ledger of an older vault forgets who was sealed, and nobody else who is here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.domain.ids import CaseId
from intake.services import released, vaults
from intake.services.session import VaultSession
from intake.store.codec import to_json
from intake.store.tables import BUNDLES
from tests.unit.services.conftest import OpenVault, Template
from tests.unit.services.making import document, fill
from tests.unit.services.parcel_making import filled, sent
from tests.unit.services.two_vaults import befriended

OFFICE = "Office"
BUNDLE, OTHER = "ab" * 16, "cd" * 16


@pytest.fixture
def field(tmp_path: Path, template: Template, open_vault: OpenVault) -> Iterator[VaultSession]:
    """Yield a vault in the field that can hand over to the office."""
    with befriended(tmp_path, template, open_vault, "Field", OFFICE) as (session, _):
        yield session


def left(session: VaultSession, bundle: str, *case_ids: CaseId) -> dict[CaseId, frozenset[str]]:
    """Record a bundle as version 4 of a vault did; return by what its people are known again."""
    traces = released.traces_of(session, case_ids)
    with session.store.write() as tx:
        session.store.releases.record(tx, bundle, "2022-01", case_ids, {})
        made = "2022-01-01T00:00:00.000000+00:00"
        flat = to_json({"traces": sorted({each for found in traces.values() for each in found})})
        note = {"bundle_id": f"left:{bundle}", "month": "2022-01", "made": made}
        tx.insert(BUNDLES, {**note, "body": flat})
    return traces


def test_who_left_before_version_5_cannot_be_guessed_after_sealing(
    tmp_path: Path, field: VaultSession
) -> None:
    sealed, stays = fill(field, document(1), document(2))
    elsewhere = filled(field, 3)
    traces = left(field, BUNDLE, sealed, stays) | left(field, OTHER, elsewhere)
    sent(field, sealed, tmp_path, OFFICE)
    assert field.store.releases.traces() == traces[stays] | traces[elsewhere]
    assert vaults.check(field).good


def test_not_even_by_the_name_that_was_recorded_then(tmp_path: Path, field: VaultSession) -> None:
    sealed, stays = fill(field, document(1), document(2))
    traces = left(field, BUNDLE, sealed, stays)
    (person,) = field.store.cases.file(sealed).persons
    with field.store.write() as tx:
        field.store.answers.replace(tx, person.id, {})
    sent(field, sealed, tmp_path, OFFICE)
    assert field.store.releases.traces() == traces[stays]


def test_who_stays_is_known_again_when_recorded_anew(tmp_path: Path, field: VaultSession) -> None:
    sealed, stays = fill(field, document(1), document(2))
    left(field, BUNDLE, sealed, stays)
    sent(field, sealed, tmp_path, OFFICE)
    again, new = filled(field, 2), filled(field, 4)
    units = field.people.units(field.store)
    known = released.released_units(field, units)
    assert units[again] in known
    assert units[new] not in known
