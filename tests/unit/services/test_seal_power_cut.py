"""When the power goes while a case is sealed, it is here or in its parcel, and it can go on."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from intake.domain.case import CaseStatus
from intake.domain.ids import CaseId
from intake.domain.parcel import CaseRows
from intake.errors import DamagedError, IntakeError
from intake.export.parcel import Parcel, read_parcel
from intake.services import backups, cases, leftovers, seal_steps, sealing, team, vaults
from intake.services.session import VaultSession
from intake.services.what_is_left import what_is_left
from intake.store.migrations import NEWEST
from intake.vault import folder
from tests.power.disk import Said, after_a_power_cut, moments
from tests.power.recorder import recorded
from tests.unit.services.conftest import CHEAP, OpenVault, Template, secret
from tests.unit.services.cut_sessions import FINISHED, OFFICE, PARCELS, SEALED, VAULT
from tests.unit.services.parcel_making import filled
from tests.unit.services.two_vaults import befriended

SESSIONS = "tests.unit.services.cut_sessions"


pytestmark = [pytest.mark.no_cover, pytest.mark.usefixtures("shared_derivations")]


@dataclass(frozen=True)
class Place:
    """A vault with one case to seal and one to stay, and with a backup; and the office's vault."""

    folder: Path
    case_id: CaseId
    other: CaseId
    rows: CaseRows
    backup: Path
    office: VaultSession

    @property
    def vault(self) -> Path:
        return self.folder / VAULT

    def has_parcel(self) -> bool:
        """Tell whether a parcel holds the whole case and opens with the office's key."""
        return any(self._is_whole(path) for path in self.folder.glob(f"{PARCELS}/*.parcel"))

    def _is_whole(self, path: Path) -> bool:
        try:
            with team.keyring(self.office) as key:
                opened = read_parcel(path, key.identity, newest=NEWEST)
        except IntakeError:
            return False
        return isinstance(opened.content, Parcel) and opened.content.rows == self.rows


@pytest.fixture
def place(tmp_path: Path, template: Template, open_vault: OpenVault) -> Iterator[Place]:
    """Yield a place with a closed vault."""
    with befriended(tmp_path, template, open_vault, "Field", OFFICE) as (field, office):
        case_id, other = filled(field, 1), filled(field, 2)
        cases.set_status(field, other, CaseStatus.DRAFT)
        with secret() as passphrase:
            backup = backups.backup(field, tmp_path / "Field" / "stick", passphrase).path
        rows = field.store.parcels.rows_of(case_id)
        (tmp_path / "Field" / PARCELS).mkdir()
        field.close()
        yield Place(tmp_path / "Field", case_id, other, rows, backup, office)


def cut(place: Place, session: str, count: int) -> Iterator[set[str]]:
    """Let a child seal; yield what it had said at each cut, with the disk as it may be then."""
    before, steps = recorded(place.folder, SESSIONS, session, str(place.folder))
    chance = random.Random(45)
    for moment in moments(steps, count, chance):
        after_a_power_cut(before, steps[:moment], chance).put(place.folder)
        yield {step.text for step in steps[:moment] if isinstance(step, Said)}


def cut_twice(place: Place, count: int, again: int) -> Iterator[set[str]]:
    """Cut the power while a child seals, and again while another one opens what that has left."""
    for said in cut(place, "seal", count):
        before, steps = recorded(place.folder, SESSIONS, "update", str(place.folder))
        chance = random.Random(45)
        for moment in moments(steps, again, chance):
            after_a_power_cut(before, steps[:moment], chance).put(place.folder)
            yield said


def opens(vault: Path) -> bool:
    """Tell whether a folder has a header from which the passphrase gives keys."""
    try:
        with secret() as passphrase:
            folder.open_headers(vault, passphrase=passphrase).keys.wipe()
    except IntakeError:
        return False
    return True


def nothing_is_lost(place: Place, session: VaultSession, said: set[str]) -> None:
    """The case is here or in its parcel; the other one, and the vault, are as they were."""
    is_here = place.case_id in session.store.cases.ids()
    assert session.rollback is None
    assert vaults.check(session).good
    assert place.other in session.store.cases.ids()
    assert not is_here or session.store.parcels.rows_of(place.case_id) == place.rows
    assert is_here or place.has_parcel(), "neither here nor in a parcel"
    assert not is_here or SEALED not in said


def what_is_unfinished_is_said(place: Place, session: VaultSession, said: set[str]) -> None:
    """As long as anything here opens a sealed case the vault says so; and no longer."""
    left = what_is_left(session)
    is_sealed = place.case_id not in session.store.cases.ids()
    has_old_keys = session.store.generation == 1
    assert left.awaits_new_keys == (is_sealed and has_old_keys)
    assert (left.backups == (place.backup,)) == (is_sealed and opens(place.backup))
    assert not list(leftovers.outdated(place.vault).glob("*"))  # an empty folder may be back
    if FINISHED in said:
        assert not left.awaits_new_keys
        assert not left.backups


def it_can_go_on(place: Place, session: VaultSession) -> None:
    """Whoever opens the vault can seal what is still here, and finish."""
    if place.case_id in session.store.cases.ids():
        sealing.seal(session, [place.case_id], to=[OFFICE], into=place.folder / PARCELS)
    with secret() as passphrase, vaults.new_recovery_key() as recovery:
        left = seal_steps.finish(session, passphrase, recovery, CHEAP).left
    assert (left.cases, left.backups, left.awaits_new_keys) == (1, (), False)
    assert place.has_parcel()
    assert {path.name for path in place.folder.glob("*vault*")} == {VAULT}


def seal_and_cut(place: Place, session: str, count: int) -> None:
    all_is_well(place, cut(place, session, count))


def all_is_well(place: Place, cuts: Iterator[set[str]]) -> None:
    for said in cuts:
        with secret() as passphrase:
            opened = vaults.unlock(place.vault, passphrase)
        try:
            nothing_is_lost(place, opened, said)
            what_is_unfinished_is_said(place, opened, said)
            it_can_go_on(place, opened)
        finally:
            if opened.is_open:
                opened.close()


def test_a_case_is_never_lost_in_24_power_cuts(place: Place) -> None:
    seal_and_cut(place, "seal", 24)


@pytest.mark.slow
def test_a_case_is_never_lost_in_2000_power_cuts(place: Place) -> None:
    seal_and_cut(place, "seal", 2000)


@pytest.mark.slow
def test_a_case_is_never_lost_when_the_power_goes_again_at_the_next_opening(place: Place) -> None:
    all_is_well(place, cut_twice(place, 80, 5))


def test_a_parcel_that_nobody_waited_for_is_missed(place: Place) -> None:
    with pytest.raises(AssertionError, match="neither here nor in a parcel"):
        seal_and_cut(place, "seal_without_waiting_for_the_parcel", 60)


def test_new_keys_that_nobody_waited_for_are_missed(place: Place) -> None:
    with pytest.raises(DamagedError):
        seal_and_cut(place, "seal_without_waiting_for_the_new_keys", 60)
