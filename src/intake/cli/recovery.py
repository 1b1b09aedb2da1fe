"""The recovery key on the terminal: shown, typed back or asked for, whole or as three sheets."""

from __future__ import annotations

import argparse
import sys
from contextlib import ExitStack

from intake.cli.output import note, say
from intake.cli.secrets import ask, is_given, passphrase
from intake.errors import OneSheetError, UsageError, WrongRecoveryKeyError
from intake.vault.recovery import RecoveryKey, parse
from intake.vault.secret import Secret
from intake.vault.splitting import Sheet, join


def is_interactive(options: argparse.Namespace) -> bool:
    """Tell whether somebody can be asked: on a terminal, and no secret was given another way."""
    return sys.stdin.isatty() and not is_given(options)


def show_recovery(recovery: RecoveryKey, options: argparse.Namespace) -> None:
    """Show a new recovery key, split if asked for; on a terminal it must be typed back.

    Raises:
        UsageError: What was typed back is not what was shown.
    """
    if getattr(options, "split", False):
        with ExitStack() as wiping:
            _show_sheets([wiping.enter_context(sheet) for sheet in recovery.split()], options)
        return
    note("Recovery key. Write it on paper and keep it away from this laptop:")
    say(" ".join(recovery.groups))
    if is_interactive(options):
        with ask("Type it back: ") as typed:
            if not recovery.matches(typed):
                raise UsageError(what="This is not the key shown. Nothing was changed; try again.")


def _show_sheets(sheets: list[Sheet], options: argparse.Namespace) -> None:
    note(
        "Recovery key, split over three sheets. Write each on paper of its own, with number and "
        "words, and keep them in three places: any two open the vault, one alone tells nothing."
    )
    for sheet in sheets:
        say(f"Sheet {sheet.number} of {len(sheets)}, {sheet.words}", " ".join(sheet.groups))
    for sheet in sheets if is_interactive(options) else ():
        with ask(f"Type sheet {sheet.number} back: ") as typed:
            if not sheet.matches(typed):
                raise UsageError(
                    what=f"This is not sheet {sheet.number} as shown. "
                    "Nothing was changed; try again."
                )


def recovery_key(options: argparse.Namespace, prompt: str) -> Secret:
    """Return the recovery key as it is typed; who types one sheet is asked for another.

    Raises:
        UsageError: It cannot be read, and there is no terminal to ask on.
    """
    typed = passphrase(options, prompt)
    if not is_interactive(options) or not _is_one_sheet(typed):
        return typed
    with typed, ask("Another sheet: ") as other:
        return join(typed, other)


def _is_one_sheet(typed: Secret) -> bool:
    try:
        parse(typed).wipe()
    except OneSheetError:
        return True
    except WrongRecoveryKeyError:  # told where the vault is opened
        return False
    return False
