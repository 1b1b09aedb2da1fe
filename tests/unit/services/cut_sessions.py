"""Sessions of a child process whose every call to the disk is recorded.

usage: python -m tests.unit.services.cut_sessions KIND FOLDER
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from intake.export import new_file
from intake.services import backups, seal_steps, sealing, vaults
from intake.vault import twins
from tests.unit.services.conftest import CHEAP, secret
from tests.unit.store.writing_sessions import say, with_settings

OFFICE = "Office"
VAULT, PARCELS, STICK = "vault", "parcels", "stick"
SEALED, FINISHED, UPDATED, BACKED_UP = "sealed", "finished", "updated", "written"


def seal(place: Path) -> None:
    """Seal the finished case and move the vault to new keys."""
    session = vaults.unlock(place / VAULT, secret())
    (case,) = seal_steps.sealable(session).cases
    sealing.seal(session, [case.id], to=[OFFICE], into=place / PARCELS)
    say(SEALED)
    seal_steps.finish(session, secret(), vaults.new_recovery_key(), CHEAP)
    say(FINISHED)


def seal_without_waiting_for_the_parcel(place: Path) -> None:
    """Remove the case while its parcel may not be on the disk."""
    new_file.finish = _flush
    seal(place)


def seal_without_waiting_for_the_new_keys(place: Path) -> None:
    """Destroy the old headers while the new ones may not be on the disk."""
    twins.write_new = _write_some_time  # type: ignore[attr-defined]  # it is imported there
    seal(place)


def back_up(place: Path) -> None:
    """Write a backup into a folder that is not there yet."""
    session = vaults.unlock(place / VAULT, secret())
    backups.backup(session, place / STICK, secret())
    say(BACKED_UP)
    session.close()


def back_up_without_waiting_for_names(place: Path) -> None:
    """Write a backup whose names may not be on the disk."""
    backups.sync_folder = _wait_for_nothing  # type: ignore[attr-defined]  # it is imported there
    back_up(place)


def update(place: Path) -> None:
    """Open a vault of an older program, which brings it up to date."""
    vaults.unlock(place / VAULT, secret()).close()
    say(UPDATED)


def update_without_waiting(place: Path) -> None:
    """Do the same with a database that waits for nothing."""
    with_settings(synchronous=("OFF", 0))
    update(place)


def _flush(stream: BinaryIO) -> None:
    stream.flush()


def _wait_for_nothing(folder: Path) -> None:
    pass


def _write_some_time(path: Path, content: bytes) -> None:
    path.write_bytes(content)


SESSIONS: dict[str, Callable[[Path], None]] = {
    each.__name__: each
    for each in (
        seal,
        seal_without_waiting_for_the_parcel,
        seal_without_waiting_for_the_new_keys,
        back_up,
        back_up_without_waiting_for_names,
        update,
        update_without_waiting,
    )
}

if __name__ == "__main__":
    SESSIONS[sys.argv[1]](Path(sys.argv[2]))
