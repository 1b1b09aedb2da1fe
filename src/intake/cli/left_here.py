"""Tells what of people and work is left in a vault on this laptop, a line a kind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from intake.cli.output import counted, note
from intake.services.what_is_left import WhatIsLeft

_SETTINGS = {"interviewer_code": "the interviewer's code", "project": "the project"}
_CLEAR = (
    "Nobody can open a case on this laptop. Whoever has the passphrase can read what is above, "
    "and no more."
)
_NOT_CLEAR = (
    "Whoever has the passphrase can read what is above. Lines with ! are about cases that can "
    "still be opened."
)
_UNFINISHED = (
    "The vault awaits new keys: it still has its old ones, and an expert may find remains of "
    "cases. Run intake case seal with --finish."
)


def tell_left(found: WhatIsLeft) -> None:
    """Print the report as messages: those about cases that can be opened still carry a ``!``."""
    note("What is left on this laptop:")
    for is_warning, line in (*_cases(found), *_backups(found), *_people(found)):
        note(f"{'!' if is_warning else ' '} {line}")
    note(_CLEAR if found.is_clear else _NOT_CLEAR)


def _cases(found: WhatIsLeft) -> Iterator[tuple[bool, str]]:
    drafts = f", {counted(found.drafts, 'draft')} among them" if found.drafts else ""
    yield bool(found.cases), f"{counted(found.cases, 'case')} that can be opened{drafts}"
    if found.awaits_new_keys:
        yield True, _UNFINISHED
    labels = f", {found.labels} with a label" if found.labels else ""
    yield False, f"{counted(found.sealed, 'note')} of sealed cases{labels}"


def _backups(found: WhatIsLeft) -> Iterator[tuple[bool, str]]:
    for backup in found.backups:
        yield True, f"This backup still holds a sealed case and could not be destroyed: {backup}"
    for place in found.out_of_reach:
        yield True, out_of_reach(place)
    if not found.backups and not found.out_of_reach:
        yield False, "No backup that holds a sealed case"


def out_of_reach(place: Path) -> str:
    """Return what to do about something that may hold sealed cases and was not destroyed."""
    return (
        f"{place} may still hold sealed cases. Where it is a folder for backups, bring it and run "
        "this with --finish; where it is a vault or a copy of one, destroy it."
    )


def _people(found: WhatIsLeft) -> Iterator[tuple[bool, str]]:
    yield False, f"{counted(found.words, 'word')} on the lists; they may name people or groups"
    yield False, f"{counted(found.keys, 'trusted key')}, with the names of their owners"
    traces = f", {counted(found.traces, 'digest')} by which a name could be tried out"
    ledger = f"{counted(found.bundles, 'bundle')} in the ledger"
    yield False, ledger + (traces if found.traces else "")
    told = [_SETTINGS[each] for each in found.settings]
    if found.named:
        told.append("the name of the vault")
    if told:
        yield False, f"Settings that tell of you or your team: {', '.join(told)}"
    else:
        yield False, "No setting that tells of you or your team"
