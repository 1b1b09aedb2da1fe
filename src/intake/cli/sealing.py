"""The command that seals cases: first parcels, then new keys, then the old backups."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from intake.cli.commands import Commands, Parser, add_command, add_json, add_vault
from intake.cli.left_here import out_of_reach, tell_left
from intake.cli.opening import unlocked
from intake.cli.output import counted, note, progress_bar, say, say_json
from intake.cli.recovery import show_recovery
from intake.cli.secrets import from_file, passphrase
from intake.cli.vault import add_costs, chosen_costs
from intake.domain.ids import CaseId
from intake.errors import UsageError
from intake.services import cases, local_backups, seal_steps, sealing, vaults, what_is_left
from intake.services.seal_steps import Finished
from intake.services.session import VaultSession
from intake.vault.recovery import RecoveryKey

_PLAINLY = (
    "Sealed cases are open to the holders of these keys alone. Nobody can open them here again, "
    "you included, with any passphrase."
)


def add_seal(inner: Commands[Parser]) -> None:
    """Add ``intake case seal``."""
    parser = add_command(
        inner, "seal", "hand cases over in parcels that nobody here can open again", _seal
    )
    add_vault(parser)
    parser.add_argument("codes", nargs="*", metavar="CODE", help="code of a finished case")
    parser.add_argument(
        "--all", action="store_true", help="seal every case, drafts as well: to travel with nothing"
    )
    parser.add_argument(
        "--to", action="append", default=[], metavar="NAME", help="trusted key; may be repeated"
    )
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="folder that is there, for the parcels"
    )
    parser.add_argument("--label", default="", metavar="TEXT", help="by what to know one case here")
    parser.add_argument(
        "--recovery-file",
        type=Path,
        metavar="F",
        help="file with the recovery key, which stays valid; else a new one is made and shown",
    )
    parser.add_argument(
        "--finish",
        action="store_true",
        help="only do what an interrupted sealing has left: new keys, old backups",
    )
    add_costs(parser)
    add_json(parser)


def _seal(options: argparse.Namespace) -> int:
    _require_sense(options)
    vaults.info(options.vault)
    costs = chosen_costs(options)
    with (
        passphrase(options, "Passphrase: ") as secret,
        unlocked(options.vault, secret) as session,
        _recovery(options, session) as recovery,
        progress_bar("Sealing") as progress,
    ):
        files: tuple[Path, ...] = ()
        words = 0
        if not options.finish:
            note(_PLAINLY)
            sealed = sealing.seal(
                session,
                _wanted(options, session),
                to=options.to,
                into=options.out,
                label=options.label,
                drafts=options.all,
                progress=progress,
            )
            files, words = sealed.files, sealed.words
        finished = seal_steps.finish(session, secret, recovery, costs, progress)
        shown = None if options.recovery_file else " ".join(recovery.groups)
    if options.json:
        say_json(_document(files, words, finished) | {"recovery_key": shown})
    else:
        _tell(files, words, finished)
        if options.all or options.finish:  # what was interrupted may have been all as well
            tell_left(finished.left)
    return 0


def _require_sense(options: argparse.Namespace) -> None:
    if options.finish:
        return
    if bool(options.codes) == options.all:
        raise UsageError(what="Name the codes of the cases, or say --all.")
    if not options.to or options.out is None:
        raise UsageError(what="Say for whom (--to NAME) and into which folder (--out DIR).")


def _wanted(options: argparse.Namespace, session: VaultSession) -> tuple[CaseId, ...]:
    if options.all:
        return session.store.cases.ids()
    return tuple(cases.find(session, code) for code in options.codes)


@contextmanager
def _recovery(options: argparse.Namespace, session: VaultSession) -> Iterator[RecoveryKey]:
    """Yield the recovery key that the vault has from now on."""
    waits = local_backups.awaits_rekey(session) or local_backups.look(session).outdated
    if options.finish and not waits:
        raise UsageError(what="This vault awaits no new keys: nothing is left to do.")
    if options.recovery_file is not None:
        with (
            from_file(options.recovery_file) as typed,
            sealing.known_recovery(session, typed) as known,
        ):
            yield known
        return
    with vaults.new_recovery_key() as made:
        if not options.json:  # else it stands in the document
            show_recovery(made, options)
        yield made


def _document(files: tuple[Path, ...], words: int, finished: Finished) -> dict[str, object]:
    ended = finished.ended
    return {
        "parcels": [str(file) for file in files],
        "words_forgotten": words,
        "backups_destroyed": [str(each) for each in ended.destroyed],
        "backups_kept": [str(each) for each in ended.kept],
        "backups_out_of_reach": [str(each) for each in ended.out_of_reach],
        "cases_left": finished.left.cases,
        "left_here": what_is_left.as_document(finished.left),
    }


def _tell(files: tuple[Path, ...], words: int, finished: Finished) -> None:
    ended, left = finished.ended, counted(finished.left.cases, "case")
    say(*map(str, files))
    note(f"Sealed: {len(files)}. {left} left in the vault, under new keys.")
    if words:
        note(f"Taken off the lists of words, where they named somebody of them: {words}.")
    if ended.destroyed:
        note(f"{counted(len(ended.destroyed), 'backup')} that held them destroyed. Make a new one.")
    for backup in ended.kept:
        note(f"This backup still holds them and could not be destroyed: {backup}")
    for place in ended.out_of_reach:
        note(out_of_reach(place))
