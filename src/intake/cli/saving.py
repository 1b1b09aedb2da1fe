"""``intake vault drill`` and ``rescue``: whether a backup opens, and what a damaged vault gives."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from intake.cli.commands import Commands, Parser, add_command, add_json, vault_folder
from intake.cli.output import counted, note, progress_bar, say, say_json
from intake.cli.recovery import recovery_key
from intake.cli.secrets import add_passphrase_options, passphrase
from intake.errors import VaultDamagedError
from intake.services import backups, drilling, rescuing, vaults
from intake.services.checking import CheckLine
from intake.services.drilling import DrillReport, Unverified
from intake.services.rescuing import Rescued
from intake.vault.secret import Secret

_UNVERIFIED = {
    Unverified.SEARCH: "the search index: to check it is to write, and it can be made anew",
    Unverified.RECOVERY: "whether the recovery key opens it: try it with --with-recovery-key",
    Unverified.PASSPHRASE: "whether the passphrase opens it: try it without --with-recovery-key",
    Unverified.LOG: "the newest writes: they lie in a log beside it, which only a restore reads",
    Unverified.UPDATE: "the step to this version of the program: the first opening takes it",
    Unverified.REST: "the records: the database is damaged",
}

_FORGETS = (
    "Its settings are lost. It does not know any more which cases were erased in it, which recalls "
    "belong to its cases, and where its backups are: no parcel brings it a case that it does not "
    "have before you say intake vault caught-up, and it awaits new keys: intake vault rekey."
)


def add_commands(inner: Commands[Parser]) -> None:
    """Add ``intake vault drill`` and ``intake vault rescue``."""
    drill = add_command(
        inner, "drill", "open a backup where it lies, check it, change nothing", _drill
    )
    drill.add_argument("backup", type=Path, metavar="BACKUP", help="one backup")
    _add_secret(drill)
    rescue = add_command(
        inner, "rescue", "copy what can be read of a damaged vault into a new one", _rescue
    )
    rescue.add_argument(
        "vault", type=vault_folder, metavar="VAULT", help="folder of the damaged vault"
    )
    rescue.add_argument("new", type=Path, metavar="NEW", help="new folder for what is rescued")
    _add_secret(rescue)


def _add_secret(parser: Parser) -> None:
    add_passphrase_options(parser)
    parser.add_argument(
        "--with-recovery-key",
        action="store_true",
        help="the secret given is the recovery key, or two sheets of it",
    )
    add_json(parser)


def say_lines(lines: Sequence[CheckLine]) -> None:
    """Print a check: a line for each part, and below it what to do."""
    for line in lines:
        say(f"{'ok ' if line.good else 'BAD'} {line.part}: {line.detail}")
        if line.advice:
            say(f"    {line.advice}")


def _secret(options: argparse.Namespace) -> Secret:
    if options.with_recovery_key:
        return recovery_key(options, "Recovery key, or a sheet of it: ")
    return passphrase(options, "Passphrase: ")


def _drill(options: argparse.Namespace) -> int:
    backups.require_one(options.backup)
    vaults.info(options.backup)
    with _secret(options) as secret, progress_bar("Checking") as progress:
        report = drilling.drill(
            options.backup, secret, progress, with_recovery=options.with_recovery_key
        )
    if options.json:
        say_json(
            {
                "good": report.good,
                "parts": [line.as_document() for line in report.lines],
                "cases": report.cases,
                "newest": None if report.newest is None else report.newest.isoformat(),
                "unverified": [each.value for each in report.unverified],
            }
        )
    else:
        _say_drill(report)
    return 0 if report.good else VaultDamagedError.exit_code


def _say_drill(report: DrillReport) -> None:
    say_lines(report.lines)
    if report.good:
        say(f"This backup opens. {counted(report.cases, 'case')} in it.")
    if report.newest is not None:
        say(f"The newest entry in it is of {report.newest:%Y-%m-%d %H:%M} UTC; nothing later is.")
    for each in report.unverified:
        say(f"Not verified: {_UNVERIFIED[each]}.")


def _rescue(options: argparse.Namespace) -> int:
    vaults.info(options.vault)
    with _secret(options) as secret, progress_bar("Rescuing") as progress:
        found = rescuing.rescue_into(
            options.vault, options.new, secret, progress, with_recovery=options.with_recovery_key
        )
    if options.json:
        say_json(
            {
                "whole": list(found.whole),
                "partial": [{"code": each.code, "lost": list(each.lost)} for each in found.partial],
                "gone": list(found.gone),
                "nameless": found.nameless,
                "lost": list(found.lost),
                "unsaved": found.unsaved,
                "awaits_new_keys": found.forgets,
            }
        )
    else:
        _say_rescued(found)
    if found.forgets:
        note(_FORGETS)
    note(
        f"Rescued into {options.new}. Before it writes bundles, record withdrawals that may be "
        "lost, then: intake vault caught-up. The damaged vault was not changed."
    )
    return 0


def _say_rescued(found: Rescued) -> None:
    say(f"{counted(len(found.whole), 'case')} whole.")
    for each in found.partial:
        say(f"In part: {each.code}, something is missing of {', '.join(each.lost)}.")
    for code in found.gone:
        say(f"Lost: {code}.")
    if found.nameless:
        say(f"Lost, and their codes with them: {counted(found.nameless, 'case')}.")
    if found.lost:
        say(f"Something is missing of the vault's own {', '.join(found.lost)}.")
    if found.unsaved:
        say(f"The newest writes are missing, wherever they belong: {found.unsaved}.")
