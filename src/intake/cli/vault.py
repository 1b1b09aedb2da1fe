"""Commands on vaults: create, info, check, passphrase, recovery, backup, restore, caught-up."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from intake.cli.opening import add_vault, opened, unlocked
from intake.cli.output import note, progress_bar, say, say_json
from intake.cli.secrets import add_passphrase_options, ask, ask_twice, passphrase
from intake.errors import RollbackError, UsageError, VaultDamagedError
from intake.services import backups, vaults
from intake.vault.kdf import KdfCosts
from intake.vault.recovery import RecoveryKey
from intake.vault.secret import Secret

Commands = argparse._SubParsersAction  # noqa: SLF001 (argparse names no public type for it)


def add_commands(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add ``intake vault ...``."""
    group = commands.add_parser("vault", help="create, check, back up and restore vaults")
    inner = group.add_subparsers(dest="subcommand", required=True, metavar="COMMAND")
    _add_create(inner)
    info = inner.add_parser("info", help="tell format and costs, without a passphrase")
    info.add_argument("vault", type=Path, metavar="VAULT", help="folder of the vault")
    info.add_argument("--json", action="store_true", help="one JSON document on stdout")
    info.set_defaults(run=_info)
    check = inner.add_parser("check", help="check header, database, search index and chain")
    add_vault(check)
    check.add_argument("--json", action="store_true", help="one JSON document on stdout")
    check.set_defaults(run=_check)
    _add_secrets(inner)
    backup = inner.add_parser("backup", help="write a verified backup into a folder")
    add_vault(backup)
    backup.add_argument("destination", type=Path, metavar="DEST", help="folder for backups")
    backup.set_defaults(run=_backup)
    restore = inner.add_parser("restore", help="make a new vault out of a backup")
    restore.add_argument("backup", type=Path, metavar="BACKUP", help="one backup")
    restore.add_argument("vault", type=Path, metavar="VAULT", help="new folder for the vault")
    add_passphrase_options(restore)
    restore.set_defaults(run=_restore)
    caught = inner.add_parser(
        "caught-up", help="state that withdrawals and releases since a put-back are known"
    )
    add_vault(caught)
    caught.set_defaults(run=_caught_up)


def _add_create(inner: Commands[argparse.ArgumentParser]) -> None:
    create = inner.add_parser("create", help="create a vault")
    add_vault(create)
    create.add_argument("--name", default="", metavar="TEXT", help="the vault's own name")
    create.add_argument("--kdf-memory", type=int, metavar="MIB", help="memory of the derivation")
    create.add_argument("--kdf-time", type=int, metavar="N", help="passes of the derivation")
    create.set_defaults(run=_create)


def _add_secrets(inner: Commands[argparse.ArgumentParser]) -> None:
    change = inner.add_parser("passphrase", help="change the passphrase")
    add_vault(change)
    add_passphrase_options(change, "new-")
    change.add_argument(
        "--with-recovery-key",
        action="store_true",
        help="the secret given is the recovery key: for a forgotten passphrase",
    )
    change.set_defaults(run=_passphrase)
    recovery = inner.add_parser("recovery", help="replace the recovery key")
    add_vault(recovery)
    recovery.set_defaults(run=_recovery)


def _create(options: argparse.Namespace) -> int:
    interactive = sys.stdin.isatty() and not _named(options)
    secret = ask_twice("New passphrase: ") if interactive else passphrase(options, "Passphrase: ")
    recovery = vaults.new_recovery_key()
    try:
        vaults.require_usable(options.vault, secret)
        _show_recovery(recovery, interactive=interactive)
        session = vaults.create(
            options.vault,
            name=options.name,
            passphrase=secret,
            recovery=recovery,
            costs=_costs(options),
        )
        session.close()
    finally:
        secret.wipe()
        recovery.wipe()
    note(f"Created {options.vault}. Make a backup soon: intake vault backup.")
    return 0


def _named(options: argparse.Namespace) -> bool:
    return options.passphrase_fd is not None or options.passphrase_file is not None


def _costs(options: argparse.Namespace) -> KdfCosts | None:
    if options.kdf_memory is None and options.kdf_time is None:
        return None
    return vaults.chosen_costs(options.kdf_memory, options.kdf_time)


def _show_recovery(recovery: RecoveryKey, *, interactive: bool) -> None:
    note("Recovery key. Write it on paper and keep it away from this laptop:")
    say(" ".join(recovery.groups))
    if not interactive:
        return
    typed = ask("Type it back: ")
    try:
        if not recovery.matches(typed):
            raise UsageError(what="This is not the key shown. Nothing was created; try again.")
    finally:
        typed.wipe()


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
        f"Intake vault, format {document['format']}\n"
        f"Key derivation: Argon2id, {document['memory_mib']} MiB, "
        f"{document['passes']} passes, {document['lanes']} lanes"
    )
    return 0


def _check(options: argparse.Namespace) -> int:
    with opened(options) as session, progress_bar("Checking") as progress:
        report = vaults.check(session, progress)
        rollback = session.rollback
    if options.json:
        lines = [{"part": x.part, "good": x.good, "detail": x.detail} for x in report.lines]
        say_json({"good": report.good and rollback is None, "rollback": rollback, "parts": lines})
    else:
        for line in report.lines:
            say(f"{'ok ' if line.good else 'BAD'} {line.part} {line.detail}".rstrip())
    if not report.good:
        return VaultDamagedError.exit_code
    return 0 if rollback is None else RollbackError.exit_code


def _passphrase(options: argparse.Namespace) -> int:
    vaults.info(options.vault)
    prompt = "Recovery key: " if options.with_recovery_key else "Passphrase: "
    old = passphrase(options, prompt)
    new = _new_secret(options)
    try:
        if options.with_recovery_key:
            _reset(options.vault, old, new)
        else:
            with unlocked(options.vault, old) as session:
                vaults.change_passphrase(session, old, new)
    finally:
        old.wipe()
        new.wipe()
    note("The passphrase was changed. Older backups still open with the old one.")
    return 0


def _reset(path: Path, recovery: Secret, new: Secret) -> None:
    session = vaults.unlock_with_recovery(path, recovery)
    try:
        vaults.reset_passphrase(session, recovery, new)
    finally:
        session.close()


def _new_secret(options: argparse.Namespace) -> Secret:
    if options.new_passphrase_fd is None and options.new_passphrase_file is None:
        return ask_twice("New passphrase: ")
    return passphrase(options, "New passphrase: ", "new-")


def _recovery(options: argparse.Namespace) -> int:
    vaults.info(options.vault)
    secret = passphrase(options, "Passphrase: ")
    recovery = vaults.new_recovery_key()
    try:
        with unlocked(options.vault, secret) as session:
            _show_recovery(recovery, interactive=sys.stdin.isatty() and not _named(options))
            vaults.replace_recovery_key(session, secret, recovery)
    finally:
        secret.wipe()
        recovery.wipe()
    note("The old recovery key is worthless now, except for older backups.")
    return 0


def _backup(options: argparse.Namespace) -> int:
    vaults.info(options.vault)
    secret = passphrase(options, "Passphrase: ")
    try:
        with unlocked(options.vault, secret) as session, progress_bar("Backing up") as progress:
            receipt = backups.backup(session, options.destination, secret, progress)
    finally:
        secret.wipe()
    say(str(receipt.path))
    note(f"{receipt.cases} cases, opened and verified.")
    return 0


def _restore(options: argparse.Namespace) -> int:
    vaults.info(options.backup)
    secret = passphrase(options, "Passphrase of the backup: ")
    try:
        backups.restore(options.backup, options.vault, secret)
    finally:
        secret.wipe()
    note(
        f"Restored to {options.vault}. Before it writes bundles again, record withdrawals made "
        "since the backup, then: intake vault caught-up."
    )
    return 0


def _caught_up(options: argparse.Namespace) -> int:
    with opened(options) as session:
        vaults.state_caught_up(session)
    note("Recorded. The vault may write bundles again.")
    return 0
