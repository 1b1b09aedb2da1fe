"""Opens the vault that a command names, and closes it whatever happens."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from intake.cli.output import note, progress_bar
from intake.cli.secrets import passphrase
from intake.errors import RollbackError, VaultDamagedError
from intake.services import local_backups, vaults, watching
from intake.services.local_backups import Awaits
from intake.services.session import VaultSession
from intake.store.soundness import DAMAGED, refusal
from intake.vault.secret import Secret


@contextmanager
def opened(options: argparse.Namespace, *, reads: bool = False) -> Iterator[VaultSession]:
    """Unlock the vault of ``options`` for one command; see ``unlocked``.

    Args:
        options: What was asked for.
        reads: The command tells what stands in cases: people rely on it being of today.
    """
    vaults.info(options.vault)  # a missing or foreign vault is told before a passphrase is asked
    with passphrase(options, "Passphrase: ") as secret, unlocked(options.vault, secret) as session:
        if reads:
            _look_at_everything(session)
        yield session


def _look_at_everything(session: VaultSession) -> None:
    """Notice rows that were put back, or say that nobody has looked."""
    with progress_bar("Checking") as progress:
        if not watching.look_if_cheap(session, progress):
            note(
                "This vault is large: nobody has looked now whether every record is the newest. "
                "To look: intake vault check."
            )


@contextmanager
def unlocked(path: Path, secret: Secret) -> Iterator[VaultSession]:
    """Unlock a vault, yield it, close it.

    A vault that was put back is told; it can be read and written, but lets nothing out.

    Args:
        path: Folder of the vault.
        secret: The passphrase; the caller wipes it.
    """
    session = vaults.unlock(path, secret)
    try:
        if session.healed:
            note("A damaged copy of this vault's header was replaced by the intact one.")
        if local_backups.why_awaits_rekey(session) is Awaits.RESCUE:
            note(
                "This vault was rescued without its settings, and awaits new keys: "
                "intake vault rekey."
            )
        with _put_back_told(session):
            yield session
    finally:
        session.close()


@contextmanager
def _put_back_told(session: VaultSession) -> Iterator[None]:
    """Tell once that a vault was put back: here, or in the refusal that follows from it."""
    try:
        yield
    except RollbackError:
        raise
    except BaseException as error:
        if not (isinstance(error, VaultDamagedError) and session.rollback == DAMAGED):
            _tell_put_back(session)
        raise
    _tell_put_back(session)


def _tell_put_back(session: VaultSession) -> None:
    if session.rollback is not None:
        note(str(refusal(session.rollback)))
