"""Opens the vault that a command names, and closes it whatever happens."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from intake.cli.output import note
from intake.cli.secrets import add_passphrase_options, passphrase
from intake.errors import RollbackError
from intake.services import vaults
from intake.services.session import VaultSession
from intake.vault.secret import Secret


def add_vault(parser: argparse.ArgumentParser) -> None:
    """Add the vault's path and the ways to give its passphrase."""
    parser.add_argument("vault", type=Path, metavar="VAULT", help="folder of the vault")
    add_passphrase_options(parser)


@contextmanager
def opened(options: argparse.Namespace, *, writes: bool = False) -> Iterator[VaultSession]:
    """Unlock the vault of ``options`` for one command; see ``unlocked``."""
    vaults.info(options.vault)  # a missing or foreign vault is told before a passphrase is asked
    secret = passphrase(options, "Passphrase: ")
    try:
        with unlocked(options.vault, secret, writes=writes) as session:
            yield session
    finally:
        secret.wipe()


@contextmanager
def unlocked(path: Path, secret: Secret, *, writes: bool = False) -> Iterator[VaultSession]:
    """Unlock a vault, yield it, close it.

    Args:
        path: Folder of the vault.
        secret: The passphrase; the caller wipes it.
        writes: The command changes the vault or lets something out of it: refused while the vault
            stands at an earlier state than its guards say.

    Raises:
        RollbackError: The vault was put back and the command writes.
    """
    session = vaults.unlock(path, secret)
    try:
        if session.rollback is not None:
            if writes:
                raise RollbackError(part=session.rollback)
            note(str(RollbackError(part=session.rollback)))
        yield session
    finally:
        session.close()
