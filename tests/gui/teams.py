"""A second vault for the window's tests: the office, which trusts the first one and is trusted."""

from __future__ import annotations

from pathlib import Path

from intake.services import team, vaults
from intake.services.session import VaultSession
from intake.vault.recovery import RecoveryKey
from intake.vault.secret import Secret
from tests.gui.conftest import CHEAP, PASSPHRASE

OFFICE, FIELD = "Office", "Field"


def new_vault(folder: Path, name: str) -> VaultSession:
    """Make an empty vault with a name and keys of its own."""
    with Secret.from_text(PASSPHRASE) as passphrase, RecoveryKey.new() as recovery:
        return vaults.create(
            folder, name=name, passphrase=passphrase, recovery=recovery, costs=CHEAP
        )


def office_of(session: VaultSession, folder: Path) -> VaultSession:
    """Return the open vault of the office; both trust each other."""
    office = new_vault(folder / "office", OFFICE)
    team.pin(session, OFFICE, team.own_key(office, name=OFFICE))
    team.pin(office, FIELD, team.own_key(session, name=FIELD))
    return office
