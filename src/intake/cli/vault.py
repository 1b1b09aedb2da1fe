"""Commands on vaults: create, info, check, secrets, backup, restore, caught-up."""

from __future__ import annotations

import argparse
from pathlib import Path

from intake.cli import ending, saving
from intake.cli.commands import (
    Commands,
    Parser,
    add_command,
    add_group,
    add_json,
    add_vault,
    vault_folder,
)
from intake.cli.opening import opened, unlocked
from intake.cli.output import counted, name_backups, note, progress_bar, say, say_json
from intake.cli.protection import add_protection
from intake.cli.recovery import is_interactive, recovery_key, show_recovery
from intake.cli.saving import say_lines
from intake.cli.secrets import add_passphrase_options, ask_twice, is_given, passphrase
from intake.errors import VaultDamagedError
from intake.services import backups, local_backups, rekeying, vaults
from intake.store.soundness import refusal
from intake.vault.kdf import KdfCosts
from intake.vault.secret import Secret


def add_commands(commands: Commands[Parser]) -> None:
    """Add ``intake vault ...``."""
    inner = add_group(commands, "vault", "create, check, back up and restore vaults")
    create = add_command(inner, "create", "create a vault", _create)
    add_vault(create)
    create.add_argument("--name", default="", metavar="TEXT", help="the vault's own name")
    add_costs(create)
    _add_split(create)
    info = add_command(inner, "info", "tell format and costs, without a passphrase", _info)
    info.add_argument("vault", type=vault_folder, metavar="VAULT", help="folder of the vault")
    add_json(info)
    add_protection(inner)
    check = add_command(
        inner, "check", "check header, database, search index, chain and mirror", _check
    )
    add_vault(check)
    add_json(check)
    _add_secrets(inner)
    backup = add_command(inner, "backup", "write a verified backup; three are kept", _backup)
    add_vault(backup)
    backup.add_argument("destination", type=Path, metavar="DEST", help="folder for backups")
    restore = add_command(inner, "restore", "make a new vault out of a backup", _restore)
    restore.add_argument("backup", type=Path, metavar="BACKUP", help="one backup")
    restore.add_argument(
        "vault", type=vault_folder, metavar="VAULT", help="new folder for the vault"
    )
    add_passphrase_options(restore)
    add_command(inner, "words", "print six random words that can serve as a passphrase", _words)
    _add_caught_up(inner)
    saving.add_commands(inner)
    ending.add_commands(inner)


def _add_caught_up(inner: Commands[Parser]) -> None:
    caught = add_command(
        inner,
        "caught-up",
        "state that withdrawals since a put-back are recorded, and whether bundles were written",
        _caught_up,
    )
    add_vault(caught)
    since = caught.add_mutually_exclusive_group(required=True)
    since.add_argument(
        "--no-bundle-since", action="store_true", help="no bundle was written after that state"
    )
    since.add_argument(
        "--bundles-since",
        action="store_true",
        help="one was, or nobody knows: no case that is here now leaves in a bundle any more",
    )


def add_costs(parser: Parser) -> None:
    """Add the options for the costs of the key derivation."""
    parser.add_argument(
        "--kdf-memory", type=int, metavar="MIB", help="memory of the key derivation, 64 to 2048"
    )
    parser.add_argument(
        "--kdf-time", type=int, metavar="N", help="passes of the key derivation, 3 to 16"
    )


def _add_split(parser: Parser) -> None:
    parser.add_argument(
        "--split",
        action="store_true",
        help="give the recovery key as three sheets, of which any two open the vault",
    )


def _add_secrets(inner: Commands[Parser]) -> None:
    change = add_command(inner, "passphrase", "change the passphrase", _passphrase)
    add_vault(change)
    add_passphrase_options(change, "new-")
    change.add_argument(
        "--with-recovery-key",
        action="store_true",
        help="the secret given is the recovery key: for a forgotten passphrase",
    )
    add_costs(change)
    recovery = add_command(inner, "recovery", "replace the recovery key", _recovery)
    add_vault(recovery)
    _add_split(recovery)
    rekey = add_command(
        inner, "rekey", "move the vault to new keys, with a new recovery key", _rekey
    )
    add_vault(rekey)
    add_costs(rekey)
    _add_split(rekey)


def _create(options: argparse.Namespace) -> int:
    costs = chosen_costs(options)
    with (
        _chosen_secret(options, "New passphrase: ") as secret,
        vaults.new_recovery_key() as recovery,
    ):
        vaults.require_usable(options.vault, secret)
        show_recovery(recovery, options)
        vaults.create(
            options.vault, name=options.name, passphrase=secret, recovery=recovery, costs=costs
        ).close()
    note(f"Created {options.vault}. Make a backup soon: intake vault backup.")
    for line in ending.WHAT_DESTROYING_MEANS.splitlines():
        note(line)
    return 0


def _chosen_secret(options: argparse.Namespace, prompt: str) -> Secret:
    if is_interactive(options):
        return ask_twice(prompt)
    return passphrase(options, prompt)


def chosen_costs(options: argparse.Namespace) -> KdfCosts | None:
    """Return the costs of the key derivation that were asked for, or ``None``."""
    if options.kdf_memory is None and options.kdf_time is None:
        return None
    return vaults.chosen_costs(options.kdf_memory, options.kdf_time)


def _info(options: argparse.Namespace) -> int:
    found = vaults.info(options.vault)
    document = {
        "format": found.format_version,
        "kdf": "argon2id",
        "memory_mib": found.costs.memory_kib // 1024,
        "passes": found.costs.time_cost,
        "lanes": found.costs.lanes,
    }
    if options.json:
        say_json(document)
        return 0
    say(
        f"Intake vault, format {document['format']}",
        f"Key derivation: Argon2id, {document['memory_mib']} MiB, "
        f"{document['passes']} passes, {document['lanes']} lanes",
    )
    return 0


def _check(options: argparse.Namespace) -> int:
    with opened(options) as session, progress_bar("Checking") as progress:
        report = vaults.check(session, progress)
        rollback = session.rollback
    if options.json:
        parts = [line.as_document() for line in report.lines]
        say_json({"good": report.good and rollback is None, "rollback": rollback, "parts": parts})
    else:
        say_lines(report.lines)
    if not report.good:
        return VaultDamagedError.exit_code
    return 0 if rollback is None else refusal(rollback).exit_code


def _passphrase(options: argparse.Namespace) -> int:
    vaults.info(options.vault)
    costs = chosen_costs(options)
    asked = recovery_key if options.with_recovery_key else passphrase
    prompt = "Recovery key, or a sheet of it: " if options.with_recovery_key else "Passphrase: "
    with asked(options, prompt) as old, _new_secret(options) as new:
        if options.with_recovery_key:
            _reset(options.vault, old, new, costs)
        else:
            with unlocked(options.vault, old) as session:
                vaults.change_passphrase(session, old, new, costs)
    note("The passphrase was changed. Older backups still open with the old one.")
    return 0


def _reset(path: Path, recovery: Secret, new: Secret, costs: KdfCosts | None) -> None:
    session = vaults.unlock_with_recovery(path, recovery)
    try:
        vaults.reset_passphrase(session, recovery, new, costs)
    finally:
        session.close()


def _new_secret(options: argparse.Namespace) -> Secret:
    if is_given(options, "new-"):
        return passphrase(options, "New passphrase: ", "new-")
    return ask_twice("New passphrase: ")


def _recovery(options: argparse.Namespace) -> int:
    vaults.info(options.vault)
    with (
        passphrase(options, "Passphrase: ") as secret,
        unlocked(options.vault, secret) as session,
        vaults.new_recovery_key() as recovery,
    ):
        show_recovery(recovery, options)
        vaults.replace_recovery_key(session, secret, recovery)
    note("The old recovery key is worthless now, except for older backups.")
    return 0


def _rekey(options: argparse.Namespace) -> int:
    vaults.info(options.vault)
    costs = chosen_costs(options)
    with (
        passphrase(options, "Passphrase: ") as secret,
        unlocked(options.vault, secret) as session,
        vaults.new_recovery_key() as recovery,
    ):
        show_recovery(recovery, options)
        old = local_backups.look(session).known
        with progress_bar("Copying") as progress:
            rekeying.rekey(session, secret, recovery, costs, progress)
    note("The vault has new keys. Older backups still open with the old ones: make a new backup.")
    name_backups(old, "These still open with the old keys")
    return 0


def _backup(options: argparse.Namespace) -> int:
    vaults.info(options.vault)
    with (
        passphrase(options, "Passphrase: ") as secret,
        unlocked(options.vault, secret) as session,
        progress_bar("Backing up") as progress,
    ):
        receipt = backups.backup(session, options.destination, secret, progress)
    say(str(receipt.path))
    note(f"{counted(receipt.cases, 'case')}, opened and verified.")
    return 0


def _restore(options: argparse.Namespace) -> int:
    backups.require_one(options.backup)
    vaults.info(options.backup)
    with passphrase(options, "Passphrase of the backup: ") as secret:
        backups.restore(options.backup, options.vault, secret)
    note(
        f"Restored to {options.vault}. Before it writes bundles again, record withdrawals made "
        "since the backup, then: intake vault caught-up."
    )
    return 0


def _words(_options: argparse.Namespace) -> int:
    with vaults.generate_passphrase() as secret, memoryview(secret.view()) as words:
        say(bytes(words).decode("ascii"))
    note("Learn them by heart. Who reads this screen or a file with them can open the vault.")
    return 0


def _caught_up(options: argparse.Namespace) -> int:
    with opened(options) as session:
        vaults.state_caught_up(session, no_bundle_since=options.no_bundle_since)
    note("Recorded. The vault may write bundles again.")
    return 0
