"""What held a sealed case is destroyed or named: backups, what was restored, what was rescued."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from intake.domain.ids import CaseId
from intake.errors import DestinationExistsError, IntakeError, WrongPassphraseError
from intake.services import (
    backups,
    leftovers,
    local_backups,
    rekeying,
    rescuing,
    seal_steps,
    sealing,
    vaults,
)
from intake.services.seal_steps import Finished
from intake.services.session import VaultSession
from intake.services.what_is_left import what_is_left
from intake.vault import destruction
from intake.vault.disk import leftover
from intake.vault.secret import Secret
from tests.unit.services.conftest import CHEAP, OpenVault, Template, secret
from tests.unit.services.parcel_making import filled, sent
from tests.unit.services.two_vaults import befriended

OFFICE = "Office"
NEW = "marble ticket orchard lantern gravel spoon"
pytestmark = pytest.mark.usefixtures("shared_derivations")


@pytest.fixture
def field(tmp_path: Path, template: Template, open_vault: OpenVault) -> Iterator[VaultSession]:
    """Yield a vault in the field that can hand over to the office."""
    with befriended(tmp_path, template, open_vault, "Field", OFFICE) as (session, _):
        yield session


@pytest.fixture
def case_id(field: VaultSession) -> CaseId:
    """Return the case that will be sealed."""
    return filled(field)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Return a folder for backups that is not there yet."""
    return tmp_path / "stick"


def back_up(session: VaultSession, place: Path, passphrase: Secret | None = None) -> Path:
    return backups.backup(session, place, passphrase or secret()).path


def seal_and_finish(session: VaultSession, case_id: CaseId, folder: Path) -> Finished:
    sent(session, case_id, folder, OFFICE)
    return seal_steps.finish(session, secret(), vaults.new_recovery_key(), CHEAP)


def holds(path: Path, case_id: CaseId) -> bool:
    """Tell whether a folder still opens with the passphrase and holds the case."""
    try:
        session = vaults.unlock(path, secret())
    except IntakeError:
        return False
    try:
        return session.store.cases.has(case_id)
    finally:
        session.close()


def test_the_backup_that_a_vault_was_restored_from_is_destroyed(
    tmp_path: Path, field: VaultSession, case_id: CaseId, stick: Path
) -> None:
    name = back_up(field, stick).name
    field.close()
    shutil.rmtree(field.path)  # the laptop is lost, and the stick has another place in the new one
    backup = stick.rename(tmp_path / "other") / name
    backups.restore(backup, tmp_path / "restored", secret())
    session = vaults.unlock(tmp_path / "restored", secret())
    finished = seal_and_finish(session, case_id, tmp_path)
    assert finished.ended.destroyed == (backup,)
    assert finished.left.out_of_reach == (stick,), "there may be more in the old place"
    assert not holds(backup, case_id)


def test_a_copy_by_hand_that_a_vault_was_restored_from_is_named(
    tmp_path: Path, field: VaultSession, case_id: CaseId, stick: Path
) -> None:
    field.close()
    stick.mkdir()
    copy = Path(shutil.copytree(field.path, stick / "my copy"))
    backups.restore(copy, tmp_path / "restored", secret())
    session = vaults.unlock(tmp_path / "restored", secret())
    finished = seal_and_finish(session, case_id, tmp_path)
    assert copy in finished.left.out_of_reach
    assert not finished.left.is_clear
    assert holds(copy, case_id), "whose it is nobody can tell"


@pytest.mark.parametrize("where", ["beside", "elsewhere"])
def test_the_damaged_vault_that_another_was_rescued_from_is_named(
    tmp_path: Path, field: VaultSession, case_id: CaseId, where: str
) -> None:
    field.close()
    new = {"beside": field.path.parent, "elsewhere": tmp_path}[where] / "rescued"
    rescuing.rescue_into(field.path, new, secret())
    session = vaults.unlock(new, secret())
    finished = seal_and_finish(session, case_id, tmp_path)
    assert finished.ended.out_of_reach == (field.path,)
    assert finished.left.out_of_reach == (field.path,)
    assert not finished.left.is_clear
    assert holds(field.path, case_id), "it may hold what could not be rescued"


def test_what_was_cut_off_beside_a_vault_is_named(
    tmp_path: Path, field: VaultSession, case_id: CaseId
) -> None:
    half = Path(shutil.copytree(field.path, field.path.with_name("rescued.unfinished")))
    finished = seal_and_finish(field, case_id, tmp_path)
    assert finished.left.out_of_reach == (half,)
    assert not finished.left.is_clear


def test_the_generation_of_a_header_says_nothing_of_its_keys(
    tmp_path: Path, field: VaultSession, case_id: CaseId, stick: Path
) -> None:
    older = back_up(field, stick)
    vaults.change_passphrase(field, secret(), secret(NEW), CHEAP)
    newer = back_up(field, stick, secret(NEW))
    field.close()
    backups.restore(older, tmp_path / "restored", secret())
    session = vaults.unlock(tmp_path / "restored", secret())
    sent(session, case_id, tmp_path, OFFICE)
    assert set(what_is_left(session).backups) == {older, newer}
    ended = seal_steps.finish(session, secret(), vaults.new_recovery_key(), CHEAP).ended
    assert set(ended.destroyed) == {older, newer}


def test_backups_of_the_keys_since_stay_whatever_their_generation(
    tmp_path: Path, field: VaultSession, case_id: CaseId, stick: Path
) -> None:
    seal_and_finish(field, case_id, tmp_path)
    session = vaults.unlock(field.path, secret())
    first = back_up(session, stick)
    vaults.change_passphrase(session, secret(), secret(NEW), CHEAP)
    second = back_up(session, stick, secret(NEW))
    rekeying.rekey(session, secret(NEW), vaults.new_recovery_key(), CHEAP)
    session = vaults.unlock(field.path, secret(NEW))
    third = back_up(session, stick, secret(NEW))
    assert what_is_left(session).backups == ()
    sent(session, filled(session, 2), tmp_path, OFFICE)
    assert set(what_is_left(session).backups) == {first, second, third}
    session.close()


def test_a_finish_that_fails_forgets_no_backup(
    tmp_path: Path, field: VaultSession, case_id: CaseId, stick: Path
) -> None:
    backup = back_up(field, stick)
    sent(field, case_id, tmp_path, OFFICE)
    with pytest.raises(WrongPassphraseError):
        sealing.finish(field, secret(NEW), vaults.new_recovery_key(), CHEAP)
    (tmp_path / "drawer").mkdir()
    backup.rename(tmp_path / "drawer" / "my copy")
    assert backup in what_is_left(field).out_of_reach
    finished = seal_steps.finish(field, secret(), vaults.new_recovery_key(), CHEAP)
    assert finished.left.out_of_reach == (backup,)
    assert not finished.left.is_clear


def test_a_backup_that_the_disk_does_not_give_up_stays_known(
    tmp_path: Path,
    field: VaultSession,
    case_id: CaseId,
    stick: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept, gone = back_up(field, stick), back_up(field, tmp_path / "second")
    really = destruction.destroy_headers

    def destroy(place: Path) -> None:
        if place == kept:
            raise OSError(5, "invented")
        really(place)

    monkeypatch.setattr(destruction, "destroy_headers", destroy)
    finished = seal_and_finish(field, case_id, tmp_path)
    assert (finished.ended.destroyed, finished.ended.kept) == ((gone,), (kept,))
    assert finished.left.backups == (kept,)
    (tmp_path / "drawer").mkdir()
    kept.rename(tmp_path / "drawer" / "my copy")
    session = vaults.unlock(field.path, secret())
    assert what_is_left(session).out_of_reach == (kept,)
    session.close()


def test_no_folder_pushes_another_one_out(
    tmp_path: Path, field: VaultSession, case_id: CaseId, stick: Path
) -> None:
    backup = back_up(field, stick)
    with field.store.write() as tx:
        for day in range(60):
            (tmp_path / f"day-{day}").mkdir()
            local_backups.expect(field.store, tx, tmp_path / f"day-{day}")
    assert len(local_backups.places(field)) == 61
    assert seal_and_finish(field, case_id, tmp_path).ended.destroyed == (backup,)


def test_backups_are_looked_for_where_each_was_written_too(
    tmp_path: Path, field: VaultSession, case_id: CaseId, stick: Path
) -> None:
    backup = back_up(field, stick)
    with field.store.write() as tx:  # as an older program has left it
        field.store.settings.set(tx, "backup_places", None)
    assert seal_and_finish(field, case_id, tmp_path).ended.destroyed == (backup,)


def test_a_backup_that_is_open_where_it_lies_does_not_destroy_itself(
    tmp_path: Path, field: VaultSession, case_id: CaseId, stick: Path
) -> None:
    earlier = back_up(field, stick)
    backup = back_up(field, stick)
    field.close()
    session = vaults.unlock(backup, secret())
    vaults.state_caught_up(session, no_bundle_since=True)
    filled(session, 2)
    finished = seal_and_finish(session, case_id, tmp_path)
    assert finished.ended.destroyed == (earlier,)
    session = vaults.unlock(backup, secret())
    assert session.store.cases.count() == 1
    session.close()


def test_what_cannot_be_looked_into_is_named_and_stops_nothing(
    tmp_path: Path, field: VaultSession, case_id: CaseId, stick: Path
) -> None:
    back_up(field, stick)
    unreadable = tmp_path / ("x" * 300)  # the system answers with an error, whoever asks
    with field.store.write() as tx:
        local_backups.expect(field.store, tx, unreadable)
        local_backups.remember(field.store, tx, unreadable / "backup")
        local_backups.remember(field.store, tx, stick / ("y" * 300))
    finished = seal_and_finish(field, case_id, tmp_path)
    assert len(finished.ended.destroyed) == 1
    assert set(finished.left.out_of_reach) == {unreadable, stick / ("y" * 300)}


@pytest.mark.parametrize("is_cut_off", [True, False])
def test_a_backup_whose_headers_somebody_could_mend_is_named(
    tmp_path: Path, field: VaultSession, case_id: CaseId, stick: Path, *, is_cut_off: bool
) -> None:
    backup = back_up(field, stick)
    for name in ("header.0", "header.1"):
        header = backup / name
        if is_cut_off:
            header.rename(leftover(header))
        else:
            content = bytearray(header.read_bytes())
            content[-1] ^= 1  # the digest, which needs no key
            header.write_bytes(content)
    finished = seal_and_finish(field, case_id, tmp_path)
    assert finished.left.out_of_reach == (backup,)
    assert not finished.left.is_clear


def test_a_backup_without_any_header_opens_for_nobody_and_is_not_named(
    tmp_path: Path, field: VaultSession, case_id: CaseId, stick: Path
) -> None:
    destruction.destroy_headers(back_up(field, stick))
    assert seal_and_finish(field, case_id, tmp_path).left.is_clear


@pytest.mark.parametrize("named", [leftovers.outdated, leftovers.unfinished])
def test_a_folder_of_somebody_in_the_way_of_new_keys_stops_everything_before_it_begins(
    tmp_path: Path, field: VaultSession, case_id: CaseId, named: Callable[[Path], Path]
) -> None:
    strange = named(field.path)
    strange.mkdir()
    (strange / "notes").write_text("mine", "utf-8")
    with pytest.raises(DestinationExistsError):
        sent(field, case_id, tmp_path, OFFICE)
    assert list(tmp_path.glob("*.parcel")) == []
    with pytest.raises(DestinationExistsError):
        sealing.finish(field, secret(), vaults.new_recovery_key(), CHEAP)
    assert field.store.cases.has(case_id)
    assert (strange / "notes").read_text("utf-8") == "mine"
