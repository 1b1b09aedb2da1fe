"""Classes of the ledger and cases that are sealed, received, or here in two versions."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.domain.consent import RecipientGroup, Use
from intake.domain.ids import CaseId
from intake.domain.parcel import ReceivedCase
from intake.errors import NothingToReleaseError
from intake.services import exports, left_bundles, parcels, sealing
from intake.services.exports import ExportPlan, ExportRequest, Policy, Reason
from intake.services.parcels import Version
from intake.services.session import VaultSession
from intake.store.codec import from_json
from intake.store.parcels import month_of
from tests.unit.services.conftest import OpenVault, Template
from tests.unit.services.making import document, fill
from tests.unit.services.two_vaults import befriended

REQUEST = ExportRequest(Policy.RECORDS, Use.ANALYSIS, RecipientGroup.ANALYSTS, unencrypted=True)
PARCEL = "c" * 32


def _left(session: VaultSession, folder: Path) -> tuple[CaseId, ...]:
    ids = fill(session, *(document(number) for number in range(6)))
    exports.write(session, exports.plan(session, REQUEST), folder / "first.zip")
    return ids


def _planned_with_new_people(session: VaultSession) -> ExportPlan:
    fill(session, *(document(number) for number in range(10, 16)))
    planned = exports.plan(session, REQUEST)
    assert (len(planned.included), len(planned.leaving.new)) == (6, 1)
    return planned


def test_whoever_is_sealed_takes_the_class_along_and_nothing_is_left_of_it(
    tmp_path: Path, template: Template, open_vault: OpenVault
) -> None:
    with befriended(tmp_path, template, open_vault, "Field", "Office") as (field, office):
        ids = _left(field, tmp_path)
        (known,) = field.store.classes.standing()
        (file,) = sealing.seal(field, [ids[0]], to=["Office"], into=tmp_path).files
        assert field.store.classes.standing() == ()
        noted = [from_json(body) for (body,) in field.store._db.rows("SELECT body FROM bundles")]
        for word in (*known.members.values(), known.key, *known.given):
            assert word not in str(noted)
        assert field.store.check() == ()
        planned = _planned_with_new_people(field)
        assert planned.excluded == {Reason.RELEASED_BEFORE: 5}

        parcels.receive(office, file)
        assert office.store.classes.standing() == ()
        planned = _planned_with_new_people(office)
        assert planned.excluded == {Reason.RELEASED_BEFORE: 1}, "it has left, and has no class"


@pytest.mark.parametrize("version", Version)
def test_two_versions_keep_a_class_until_a_person_decides(
    vault_session: VaultSession, tmp_path: Path, version: Version
) -> None:
    ids = _left(vault_session, tmp_path)
    (other,) = fill(vault_session, document(0, answers={"age": 39}))
    store = vault_session.store
    with store.write() as tx:
        note = ReceivedCase(PARCEL, other, month_of(tx), "Office", ids[0])
        store.parcels.note_received(tx, note)
    with pytest.raises(NothingToReleaseError) as caught:
        exports.plan(vault_session, REQUEST)
    assert caught.value.parameters["group_stays"] == 5
    parcels.decide(vault_session, PARCEL, version)
    if version is Version.THEIRS:
        assert store.classes.standing() == ()
        assert _planned_with_new_people(vault_session).excluded == {Reason.RELEASED_BEFORE: 6}
    else:
        planned = exports.plan(vault_session, REQUEST)
        assert len(planned.leaving.standing) == 1
        assert set(planned.included) == set(ids)


def test_two_kept_versions_of_which_one_left_elsewhere_end_the_class(
    vault_session: VaultSession, tmp_path: Path
) -> None:
    ids = _left(vault_session, tmp_path)
    (other,) = fill(vault_session, document(0, answers={"age": 39}))
    store = vault_session.store
    with store.write() as tx:
        store.releases.record(tx, "ab" * 16, "2022-06", [other], {"policy": "records"})
        note = ReceivedCase(PARCEL, other, month_of(tx), "Office", ids[0])
        store.parcels.note_received(tx, note)
    parcels.decide(vault_session, PARCEL, Version.BOTH)
    planned = _planned_with_new_people(vault_session)
    assert len(planned.leaving.over) == 1
    assert planned.excluded == {Reason.RELEASED_BEFORE: 7}
    assert not set(planned.included) & {*ids, other}
    assert left_bundles.bundles_of(vault_session, ids[0])
