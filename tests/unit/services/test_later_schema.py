"""Between programs of two schema versions nothing is read in half and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.domain.ids import CaseId, new_id
from intake.errors import NewerFormatError
from intake.services import parcels, team, vaults
from intake.services.parcels import Outcome
from intake.services.rescuing import rescue_into
from intake.services.session import VaultSession
from intake.store import parcel_rows
from intake.store.migrations import NEWEST, version_of
from intake.store.tables import CASES, PERSONS, REVISIONS
from tests.unit.services.conftest import OpenVault, Template, secret
from tests.unit.services.older_vaults import older_vault
from tests.unit.services.parcel_making import filled, only_case, sent
from tests.unit.services.two_vaults import another
from tests.unit.store.growing import BEFORE, NEXT, NOTES, grow
from tests.unit.store.test_recorded_vaults import holds

VERSIONS = range(1, NEWEST + 1)


def with_a_case(
    folder: Path, office: VaultSession, template: Template, open_vault: OpenVault
) -> Path:
    """Return a closed vault of today with an invented case; it and the office trust each other."""
    with another(open_vault, template, folder) as field:
        team.pin(field, "Office", team.own_key(office, name="Office"))
        team.pin(office, "Field", team.own_key(field, name="Field"))
        filled(field)
        return field.path


def noted(field: VaultSession) -> CaseId:
    """Say something in all that is new in the version to come; return the id of the only case."""
    case_id = only_case(field)
    (grown,) = (each for each in parcel_rows.CARRIED if each.name == PERSONS.name)
    with field.store.write() as tx:
        for (person,) in field.store._db.rows("SELECT id FROM persons"):
            tx.change(grown, (person,), {"added": "said later"})
        tx.insert(NOTES, {"id": new_id(), "case_id": case_id, "words": "invented"})
    return case_id


def test_a_parcel_of_a_later_version_is_refused_and_leaves_nothing(
    tmp_path: Path,
    template: Template,
    open_vault: OpenVault,
    vault_session: VaultSession,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = with_a_case(tmp_path / "field", vault_session, template, open_vault)
    with monkeypatch.context() as later:
        grow(later, PERSONS, notes=True)
        field = open_vault(path)
        sent_later = sent(field, noted(field), tmp_path, "Office")
        field.close()
    with pytest.raises(NewerFormatError, match=f"format {NEXT}.*Update the program"):
        parcels.receive(vault_session, sent_later)
    assert vault_session.store.cases.ids() == ()
    assert vault_session.store.parcels.received() == ()
    assert vaults.check(vault_session).good


def test_what_is_new_travels_between_two_later_programs(
    tmp_path: Path, template: Template, open_vault: OpenVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    with another(open_vault, template, tmp_path / "office") as office:
        places = (office.path, with_a_case(tmp_path / "field", office, template, open_vault))
    grow(monkeypatch, PERSONS, notes=True)
    office, field = (open_vault(each) for each in places)
    case_id = noted(field)
    before = field.store.parcels.rows_of(case_id)
    came = parcels.receive(office, sent(field, case_id, tmp_path, "Office"))
    assert came.outcome is Outcome.NEW
    after = office.store.parcels.rows_of(only_case(office))
    assert (after["persons"], after["notes"]) == (before["persons"], before["notes"])
    assert {row["added"] for row in after["persons"]} == {"said later"}
    assert len(after["notes"]) == 1
    assert field.store._db.rows("SELECT * FROM notes") == [], "it went with its case"
    for each in (office, field):
        assert vaults.check(each).good
        each.close()


@pytest.mark.parametrize("version", VERSIONS)
def test_a_vault_of_an_earlier_version_is_rescued(
    tmp_path: Path, template: Template, version: int
) -> None:
    _, words = older_vault(tmp_path / "old", template, version)
    found = rescue_into(tmp_path / "old", tmp_path / "new", secret())
    assert sorted(found.whole) == sorted(words["codes"])
    assert (found.partial, found.gone, found.nameless, found.lost) == ((), (), 0, ())
    session = vaults.unlock(tmp_path / "new", secret())
    try:
        assert version_of(session.store._db) == NEWEST
        assert vaults.check(session).good
        holds(session.store, words)
    finally:
        session.close()


@pytest.mark.parametrize("version", VERSIONS)
def test_a_version_to_come_rescues_it_as_well(
    tmp_path: Path, template: Template, version: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    grow(monkeypatch, CASES, PERSONS, REVISIONS, notes=True)
    _, words = older_vault(tmp_path / "old", template, version)
    found = rescue_into(tmp_path / "old", tmp_path / "new", secret())
    assert sorted(found.whole) == sorted(words["codes"])
    session = vaults.unlock(tmp_path / "new", secret())
    try:
        assert version_of(session.store._db) == NEXT
        assert vaults.check(session).good
        for name in ("cases", "persons", "revisions"):
            rows = session.store._db.rows(f"SELECT added FROM {name}")
            assert {added for (added,) in rows} == {BEFORE}
    finally:
        session.close()


def files_in(path: Path) -> dict[Path, bytes]:
    return {each: each.read_bytes() for each in path.rglob("*") if each.is_file()}


def test_a_vault_of_a_later_version_is_neither_opened_nor_rescued(
    tmp_path: Path, template: Template, open_vault: OpenVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = template.copy_to(tmp_path)
    with monkeypatch.context() as later:
        grow(later, PERSONS)
        open_vault(path).close()
    before = files_in(path)
    for refused in (
        lambda: rescue_into(path, tmp_path / "new", secret()),
        lambda: vaults.unlock(path, secret()),
    ):
        with pytest.raises(NewerFormatError, match=f"format {NEXT}.*Update the program"):
            refused()
    assert files_in(path) == before
    assert [each.name for each in tmp_path.iterdir()] == ["vault"]
