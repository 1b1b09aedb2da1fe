"""When the power goes while a backup is written, the vault is whole, and so is what was said."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from intake.errors import DamagedError
from intake.services import backups, local_backups, vaults
from intake.vault import folder
from tests.power.disk import Said, after_a_power_cut, moments
from tests.power.recorder import recorded
from tests.unit.services.conftest import OpenVault, Template, secret
from tests.unit.services.cut_sessions import BACKED_UP, STICK, VAULT
from tests.unit.services.parcel_making import filled

SESSIONS = "tests.unit.services.cut_sessions"
pytestmark = [pytest.mark.no_cover, pytest.mark.usefixtures("shared_derivations")]


@pytest.fixture
def place(tmp_path: Path, template: Template, open_vault: OpenVault) -> Path:
    """Return a folder with a closed vault that holds a case."""
    made = tmp_path / "place"
    made.mkdir()
    session = open_vault(template.copy_to(made))
    filled(session)
    session.close()
    return made


def whole_backups(place: Path) -> list[Path]:
    """Return the backups that have their final name; each of them opens and is whole."""
    found = [path for path in place.glob(f"{STICK}/*") if path.suffix != ".unfinished"]
    for path in found:
        with secret() as passphrase:
            session = vaults.unlock(path, passphrase)
        assert session.rollback == vaults.COPY
        assert session.store.cases.count() == 1
        assert vaults.check(session).good
        session.close()
    return found


def has_header(path: Path) -> bool:
    try:
        folder.describe(path)
    except DamagedError:
        return False
    return True


def back_up_and_cut(place: Path, session: str, count: int) -> None:
    before, steps = recorded(place, SESSIONS, session, str(place))
    chance = random.Random(45)
    for moment in moments(steps, count, chance):
        after_a_power_cut(before, steps[:moment], chance).put(place)
        found = whole_backups(place)
        assert found or Said(BACKED_UP) not in steps[:moment], "the backup is gone"
        with secret() as passphrase:
            opened = vaults.unlock(place / VAULT, passphrase)
        assert opened.rollback is None
        assert opened.store.cases.count() == 1
        assert vaults.check(opened).good
        may_open = {path for path in place.glob(f"{STICK}/*") if has_header(path)}
        assert may_open <= set(local_backups.look(opened).known), (
            "a copy that may open is not known"
        )
        with secret() as passphrase:
            backups.backup(opened, place / STICK, passphrase)
        opened.close()
        assert len(whole_backups(place)) == len(found) + 1


def test_a_backup_that_was_reported_is_whole_in_16_power_cuts(place: Path) -> None:
    back_up_and_cut(place, "back_up", 16)


@pytest.mark.slow
def test_a_backup_that_was_reported_is_whole_in_500_power_cuts(place: Path) -> None:
    back_up_and_cut(place, "back_up", 500)


def test_a_backup_whose_name_nobody_waited_for_is_missed(place: Path) -> None:
    with pytest.raises(AssertionError, match="the backup is gone"):
        back_up_and_cut(place, "back_up_without_waiting_for_names", 80)
