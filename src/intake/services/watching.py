"""Watches whether every record is the one that was written last: in small steps, or at once."""

from __future__ import annotations

from contextlib import suppress

from intake.domain.progress import ProgressCallback, ignore_progress
from intake.errors import RollbackError, VaultDamagedError
from intake.services.session import VaultSession

# What a step may take of the store's thread: a save that comes meanwhile waits no longer.
STEP_SECONDS = 0.008


def step(session: VaultSession) -> bool:
    """Go on a little with the walk over the whole vault; return whether it is over.

    What is found stands in ``session.rollback``. With the vault the walk ends.
    """
    return not session.store.is_open or session.store.soundness.walk_on(STEP_SECONDS)


def look_if_cheap(session: VaultSession, progress: ProgressCallback = ignore_progress) -> bool:
    """Look at the whole vault if that takes about a second at most.

    What is found stands in ``session.rollback``: the vault can be read all the same.

    Returns:
        Whether it is known now how the vault is.
    """
    soundness = session.store.soundness
    if session.rollback is not None:
        return True
    if not soundness.is_cheap:
        return False
    with suppress(RollbackError, VaultDamagedError):
        soundness.require(progress)
    return True
