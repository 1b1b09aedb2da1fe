"""``intake vault protection``: what protects a vault on this machine, and what does not."""

from __future__ import annotations

import argparse

from intake.cli.commands import Commands, Parser, add_command, add_json, vault_folder
from intake.cli.output import counted, note, say, say_json
from intake.services import protection, vaults
from intake.services.protection import Finding, ProtectionState, Surrounding

_STATES = {
    ProtectionState.ON: "on",
    ProtectionState.NOT_AVAILABLE: "not available here",
    ProtectionState.FAILED: "FAILED",
}
_FINDINGS = {Finding.GOOD: "good", Finding.RISK: "RISK", Finding.UNKNOWN: "cannot be told"}


def add_protection(inner: Commands[Parser]) -> None:
    """Add ``intake vault protection VAULT``."""
    parser = add_command(
        inner, "protection", "tell what protects a vault on this machine", _protection
    )
    parser.add_argument("vault", type=vault_folder, metavar="VAULT", help="folder of the vault")
    add_json(parser)


def _protection(options: argparse.Namespace) -> int:
    vaults.info(options.vault)
    found = protection.report(options.vault)
    if options.json:
        process = [{"name": x.name, "state": x.state, "detail": x.detail} for x in found.process]
        say_json(
            {
                "warnings": found.warnings,
                "process": process,
                "surroundings": [_as_json(each) for each in found.surroundings],
            }
        )
        return 0
    for each in found.process:
        say(f"{_STATES[each.state]:18} {_words(each.name, each.detail)}")
    for around in found.surroundings:
        say(f"{_FINDINGS[around.finding]:18} {_words(around.name, around.detail, around.names)}")
    note(f"{counted(found.warnings, 'warning')}. The window says what to do: page Protection.")
    return 0


def _as_json(found: Surrounding) -> dict[str, object]:
    return {
        "name": found.name,
        "finding": found.finding,
        "detail": found.detail,
        "names": list(found.names),
    }


def _words(name: str, detail: str, names: tuple[str, ...] = ()) -> str:
    more = ", ".join([*([detail] if detail else []), *names]).replace("_", " ")
    return f"{name.replace('_', ' ')}{f' ({more})' if more else ''}"
