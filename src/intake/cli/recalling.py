"""``intake case recall``, and how commands tell of bundles that left."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from intake.cli.commands import Commands, Parser, add_command, add_json, add_vault
from intake.cli.opening import opened
from intake.cli.output import counted, note, say, say_json
from intake.services import cases, recall_notices
from intake.services.left_bundles import LeftBundle


def add_recall(commands: Commands[Parser]) -> None:
    """Add ``intake case recall``."""
    recall = add_command(
        commands,
        "recall",
        "write a letter to each who has a bundle that consent does not cover any more",
        _recall,
    )
    add_vault(recall)
    recall.add_argument("codes", nargs="+", metavar="CODE", help="code of a case")
    recall.add_argument(
        "--out", required=True, type=Path, metavar="DIR", help="new or empty folder"
    )
    recall.add_argument(
        "--language",
        action="append",
        choices=recall_notices.LANGUAGES,
        help="language of the letters; may be repeated, English without it",
    )
    add_json(recall)


def _recall(options: argparse.Namespace) -> int:
    languages = tuple(dict.fromkeys(options.language or [recall_notices.ENGLISH]))
    with opened(options, reads=True) as session:
        found = dict.fromkeys(cases.find(session, code) for code in options.codes)
        notices = recall_notices.write(session, found, options.out, languages)
    if options.json:
        letters = [
            {"file": str(notices.folder / name), **_document(each)}
            for name, each in notices.letters
        ]
        say_json({"letters": letters})
        return 0
    note(f"{counted(len(notices.letters), 'letter')} in {notices.folder}, not encrypted.")
    note("Send each to whoever has its bundle, ask for an answer, then delete the letters.")
    for name, bundle in notices.letters:
        say(f"{name}  {_line(bundle)}")
    return 0


def say_recalled(left: Iterable[LeftBundle]) -> None:
    """Tell which bundles have to be recalled, and how."""
    over = [each for each in left if each.is_over]
    if over:
        note("Ask whoever got these bundles to delete them: number, day, recipients.")
        note("A letter for each recipient: intake case recall VAULT CODE --out DIR.")
    say_bundles(over)


def say_bundles(left: Iterable[LeftBundle]) -> None:
    """Print bundles, each once, oldest first."""
    for bundle in _each_once(left):
        say(_line(bundle))


def as_document(left: Iterable[LeftBundle]) -> dict[str, object]:
    """Return what was shared, with whom, and the numbers of what has to be recalled."""
    bundles = _each_once(left)
    return {
        "recall": sorted(each.bundle_id for each in bundles if each.is_over),
        "bundles": [_document(each) for each in bundles],
    }


def _each_once(left: Iterable[LeftBundle]) -> list[LeftBundle]:
    """Return each bundle once: as it has to be recalled, if it has to for any case."""
    found: dict[str, LeftBundle] = {}
    for each in sorted(left, key=lambda each: each.is_over):
        found[each.bundle_id] = each
    return sorted(found.values(), key=lambda each: (each.day, each.bundle_id))


def _line(bundle: LeftBundle) -> str:
    """Return number, day, group, purpose, kind, and the names of the recipients."""
    words = (bundle.group, bundle.purpose, bundle.policy)
    told = "  ".join((bundle.bundle_id, bundle.day, *(word or "-" for word in words)))
    quoted = "  with a statement" if bundle.quotes else ""
    return f"{told}{quoted}  {', '.join(bundle.to) or '-'}"


def _document(bundle: LeftBundle) -> dict[str, object]:
    return {
        "bundle_id": bundle.bundle_id,
        "day": bundle.day,
        "group": bundle.group,
        "purpose": bundle.purpose,
        "policy": bundle.policy,
        "to": list(bundle.to),
        "statement": bundle.quotes,
        "recall": bundle.is_over,
    }
