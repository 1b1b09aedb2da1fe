"""A rescue that loses the settings loses what was known of cases that are gone: it stays shut."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from intake.domain.answers import Answer
from intake.domain.second_look import Look
from intake.errors import RefusedError, RollbackError, UsageError
from intake.services import (
    backups,
    cases,
    interviews,
    local_backups,
    parcels,
    rekeying,
    sealing,
    second_look,
    team,
    vaults,
)
from intake.services.local_backups import Awaits
from intake.services.parcels import Outcome, Version
from intake.services.rescuing import rescue_into
from intake.services.session import VaultSession
from intake.services.what_is_left import what_is_left
from tests.unit.services.conftest import CHEAP, OpenVault, Template, secret
from tests.unit.services.making import document, fill
from tests.unit.services.parcel_making import filled, sent
from tests.unit.services.test_rescuing import root_of, spoil
from tests.unit.services.two_vaults import befriended

pytestmark = pytest.mark.usefixtures("shared_derivations")


@pytest.fixture
def damaged(tmp_path: Path, template: Template, open_vault: OpenVault) -> Path:
    """Return a closed vault with some cases; tests damage it."""
    session = open_vault(template.copy_to(tmp_path))
    fill(session, *(document(number) for number in range(3)))
    session.close()
    return session.path


@pytest.mark.parametrize("is_lost", [True, False])
def test_where_the_settings_are_lost_a_second_look_is_asked_for(
    damaged: Path, tmp_path: Path, template: Template, *, is_lost: bool
) -> None:
    if is_lost:
        spoil(damaged, root_of(damaged, template, "settings"))
    rescue_into(damaged, tmp_path / "new", secret())
    session = vaults.unlock(tmp_path / "new", secret())
    assert second_look.is_asked(session) is is_lost
    session.close()


@pytest.mark.parametrize("is_lost", [True, False])
def test_where_the_settings_are_lost_no_confirmation_from_before_counts(
    damaged: Path, tmp_path: Path, template: Template, open_vault: OpenVault, *, is_lost: bool
) -> None:
    session = open_vault(damaged)
    case_id = session.store.cases.ids()[0]
    statement = session.store.statements.of(case_id)[0]
    with session.store.write() as tx:
        look = Look(statement.id, bytes(32), "", "I-2", tx.at, round=team.look_round(session))
        session.store.looks.add(tx, case_id, look)
    session.close()
    if is_lost:
        spoil(damaged, root_of(damaged, template, "settings"))
    rescue_into(damaged, tmp_path / "new", secret())
    session = open_vault(tmp_path / "new")
    (look,) = session.store.looks.of(statement.id)
    assert (look.round == team.look_round(session)) is not is_lost
    session.close()


def rescued_without_settings(
    damaged: Path, new: Path, template: Template, open_vault: OpenVault
) -> VaultSession:
    """Rescue a vault whose settings cannot be read; return the new one, open."""
    spoil(damaged, root_of(damaged, template, "settings"))
    assert rescue_into(damaged, new, secret()).forgets
    return open_vault(new)


def test_where_the_settings_are_lost_the_vault_awaits_new_keys(
    damaged: Path, tmp_path: Path, template: Template, open_vault: OpenVault
) -> None:
    sound = Path(shutil.copytree(damaged, tmp_path / "sound"))
    assert not rescue_into(sound, tmp_path / "whole", secret()).forgets
    whole = open_vault(tmp_path / "whole")
    assert local_backups.why_awaits_rekey(whole) is None
    whole.close()
    session = rescued_without_settings(damaged, tmp_path / "new", template, open_vault)
    assert local_backups.why_awaits_rekey(session) is Awaits.RESCUE
    assert what_is_left(session).awaits_new_keys
    vaults.state_caught_up(session, no_bundle_since=True)
    assert local_backups.why_awaits_rekey(session) is Awaits.RESCUE, "to say so is not to do it"
    with secret() as passphrase, vaults.new_recovery_key() as recovery:
        rekeying.rekey(session, passphrase, recovery, CHEAP)
    session = vaults.unlock(tmp_path / "new", secret())
    assert local_backups.why_awaits_rekey(session) is None
    assert vaults.check(session).good
    session.close()


def test_where_the_settings_are_lost_no_parcel_brings_an_erased_case_before_somebody_has_caught_up(
    tmp_path: Path, template: Template, open_vault: OpenVault
) -> None:
    with befriended(tmp_path, template, open_vault, "Field", "Other", "Office") as opened:
        field, other, office = opened
        erased, kept = filled(field), filled(field, 2)
        for each in (erased, kept):
            parcels.receive(other, parcel := sent(field, each, tmp_path, "Other", "Office"))
            parcels.receive(office, parcel)
        cases.erase(office, erased)
        again = sent(other, erased, tmp_path, "Office")
        same = sent(other, kept, tmp_path, "Office")
        office.close()
        session = rescued_without_settings(office.path, tmp_path / "new", template, open_vault)
        with pytest.raises(RefusedError, match="erased in it"):
            parcels.receive(session, again)
        assert not session.store.cases.has(erased)
        assert parcels.receive(session, same).outcome is Outcome.SAME, "what is here was not erased"
        with pytest.raises(RollbackError):
            session.store.refuse_rollback()
        vaults.state_caught_up(session, no_bundle_since=True)
        assert parcels.receive(session, again).outcome is Outcome.NEW
        session.close()


def test_where_the_settings_are_lost_a_recall_that_finds_no_case_says_that_somebody_has_to(
    tmp_path: Path, template: Template, open_vault: OpenVault
) -> None:
    with befriended(tmp_path, template, open_vault, "Field", "Other", "Office") as opened:
        field, other, office = opened
        case_id = filled(field)
        parcels.receive(other, sent(field, case_id, tmp_path, "Other"))
        parcels.receive(office, sent(other, case_id, tmp_path, "Office"))
        (note,) = field.store.parcels.sealed()
        recall = tmp_path / "recall"
        sealing.write_recall(
            field, note.parcel_id, to=["Office"], out=recall, day="2026-02-03", erase=False
        )
        office.close()
        session = rescued_without_settings(office.path, tmp_path / "new", template, open_vault)
        with pytest.raises(UsageError, match="was lost when this vault was rescued"):
            parcels.receive(session, recall)
        session.close()


# -- the notes of parcels -------------------------------------------------------------------------


def rescued_without_notes(
    session: VaultSession, new: Path, template: Template, open_vault: OpenVault
) -> VaultSession:
    """Rescue a vault whose notes of parcels cannot be read; return the new one, open."""
    session.close()
    spoil(session.path, root_of(session.path, template, "parcels"))
    assert rescue_into(session.path, new, secret()).lost == ("parcels",)
    return open_vault(new)


def test_where_the_notes_are_lost_a_recall_does_not_say_that_its_case_is_not_here(
    tmp_path: Path, template: Template, open_vault: OpenVault
) -> None:
    with befriended(tmp_path, template, open_vault, "Field", "Office") as (field, office):
        case_id = filled(field)
        parcels.receive(office, sent(field, case_id, tmp_path, "Office"))
        (note,) = field.store.parcels.sealed()
        recall = tmp_path / "recall"
        sealing.write_recall(
            field, note.parcel_id, to=["Office"], out=recall, day="2026-02-03", erase=False
        )
        session = rescued_without_notes(office, tmp_path / "new", template, open_vault)
        with pytest.raises(UsageError, match="was lost when this vault was rescued"):
            parcels.receive(session, recall)
        session.close()


def test_where_the_notes_are_lost_versions_of_a_case_are_decided_about_once_more(
    tmp_path: Path, template: Template, open_vault: OpenVault
) -> None:
    with befriended(tmp_path, template, open_vault, "Field", "Other", "Office") as opened:
        field, other, office = opened
        case_id = filled(field)
        parcel = sent(field, case_id, tmp_path, "Other", "Office")
        for vault in (other, office):
            parcels.receive(vault, parcel)
        interview = other.store.cases.file(case_id).interviews[0].id
        interviews.save_answer(other, case_id, interview, "age", Answer(80))
        parcels.receive(office, sent(other, case_id, tmp_path, "Office"))
        filled(office, 2)
        versions = office.store.parcels.rivals()
        session = rescued_without_notes(office, tmp_path / "new", template, open_vault)
        assert len(versions) == 2
        assert session.store.parcels.rivals() == versions
        (found,) = parcels.conflicts(session)
        parcels.decide(session, found.received.parcel_id, Version.OURS)
        assert not session.store.parcels.rivals()
        assert vaults.check(session).good
        session.close()


def test_where_the_notes_are_lost_the_vault_still_awaits_new_keys_after_a_sealing(
    tmp_path: Path, template: Template, open_vault: OpenVault
) -> None:
    with befriended(tmp_path, template, open_vault, "Field", "Office") as (field, _):
        case_id = filled(field)
        backups.backup(field, tmp_path / "stick", secret())
        sent(field, case_id, tmp_path, "Office")
        session = rescued_without_notes(field, tmp_path / "new", template, open_vault)
        assert local_backups.why_awaits_rekey(session) is Awaits.SEALING
        assert len(what_is_left(session).backups) == 1
        with vaults.new_recovery_key() as recovery:
            ended = sealing.finish(session, secret(), recovery, CHEAP)
        assert len(ended.destroyed) == 1
        assert not ended.left.awaits_new_keys
