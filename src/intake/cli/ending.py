"""``intake vault destroy``: makes a vault impossible to open; what it asks for is no secret."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from intake.cli.commands import Commands, Parser, add_command, vault_folder
from intake.cli.output import name_backups, note
from intake.errors import UsageError
from intake.services import ending, vaults

# Said when a vault is made: it is no reading for the day of need.
WHAT_DESTROYING_MEANS = """\
Access to a vault can be destroyed (intake vault destroy): nobody opens it afterwards, you neither.
Know now what that means.
- The law: where you are, to destroy evidence or to refuse access can be a crime. Ask a lawyer
  before you need this.
- The disk: flash memory may keep old blocks for a while, and an image that somebody took before
  holds what opened the vault.
- Backups stay as they are and open with their passphrase. Without a backup elsewhere every case is
  lost."""


def add_commands(inner: Commands[Parser]) -> None:
    """Add ``intake vault destroy``."""
    destroy = add_command(
        inner, "destroy", "make a vault impossible to open, for everybody and for good", _destroy
    )
    destroy.add_argument("vault", type=vault_folder, metavar="VAULT", help="folder of the vault")
    destroy.add_argument(
        "--on-locked-page",
        choices=("yes", "no"),
        help="destroy nothing: say whether the locked page of the window offers it",
    )


def _destroy(options: argparse.Namespace) -> int:
    if options.on_locked_page is not None:
        vaults.info(options.vault)
        ending.offer(options.vault, offered=options.on_locked_page == "yes")
        note(f"Offered on the locked page: {options.on_locked_page}.")
        return 0
    vaults.info(options.vault)  # a missing or foreign vault is told before anything is asked
    _confirm(options.vault)
    left = ending.destroy(options.vault)
    note("Access is destroyed: no passphrase and no recovery key opens this vault any more.")
    for path in left.files:
        note(f"Encrypted files that nobody can read remain in {path}.")
    if left.was_open:
        note("The vault is open in a window: what is shown there stays until it is locked.")
    if left.backups:
        name_backups(left.backups, "These backups still open; destroy each in the same way")
    else:
        note("No backup was found beside it. Others still open, wherever they are.")
    note("Flash memory and images of the disk may still hold what opened it.")
    return 0


def _confirm(vault: Path) -> None:
    """Have the name of the folder typed.

    Raises:
        UsageError: Something else was typed; nothing was changed.
    """
    name = vault.absolute().name
    note(
        "This cannot be undone. Without a backup every case in the vault is lost. Destroying "
        "evidence can be a crime where you are: ask a lawyer before you need to."
    )
    sys.stderr.write(f"Type the name of the folder to go on ({name}): ")
    sys.stderr.flush()
    if sys.stdin.readline().strip() != name:
        raise UsageError(what="This is not the name of the folder. Nothing was changed.")
