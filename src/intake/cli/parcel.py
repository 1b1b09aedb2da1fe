"""Commands on parcels: receive one, list what was sealed and received, decide, recall."""

from __future__ import annotations

import argparse
from pathlib import Path

from intake.cli.commands import Commands, Parser, add_command, add_group, add_json, add_vault
from intake.cli.opening import opened
from intake.cli.output import counted, note, say, say_json
from intake.cli.recalling import say_bundles
from intake.services import parcels, recalls
from intake.services.days import today
from intake.services.parcels import Conflict, Outcome, Received, Version

_TOLD = {
    Outcome.NEW: "A case that was not here: {code}, from {sender}.",
    Outcome.SAME: "This is here already: case {code}, from {sender}. Nothing was changed.",
    Outcome.CONFLICT: (
        "Another version of a case that is here, from {sender}: it stands beside it as {code}, and "
        "neither leaves until you decide: intake parcel decide."
    ),
    Outcome.RECALLED: "The person of case {code} took consent back, says {sender}: withdrawn.",
}


def add_commands(commands: Commands[Parser]) -> None:
    """Add ``intake parcel ...``."""
    inner = add_group(commands, "parcel", "sealed cases: receive, list, decide and recall")
    receive = add_command(inner, "receive", "take in a sealed case or a recall", _receive)
    add_vault(receive)
    receive.add_argument("file", type=Path, metavar="FILE", help="the parcel")
    listing = add_command(
        inner, "list", "list what was sealed and received, and what waits for a decision", _list
    )
    add_vault(listing)
    decide = add_command(inner, "decide", "decide between two versions of a case", _decide)
    add_vault(decide)
    decide.add_argument("parcel", metavar="NUMBER", help="number of the parcel, as listed")
    decide.add_argument(
        "version", choices=[v.value for v in Version], metavar="VERSION", help="what stays"
    )
    recall = add_command(
        inner, "recall", "write a signed recall of a sealed case, for whoever has it", _recall
    )
    add_vault(recall)
    recall.add_argument("parcel", metavar="NUMBER", help="number of the parcel, as listed")
    recall.add_argument("--to", action="append", required=True, metavar="NAME", help="trusted key")
    recall.add_argument("--out", required=True, type=Path, metavar="FILE", help="new file")
    recall.add_argument("--day", metavar="YYYY-MM-DD", help="day of the withdrawal; else today")
    recall.add_argument("--erase", action="store_true", help="the person wants the case erased")
    for parser in (receive, listing):
        add_json(parser)


def _receive(options: argparse.Namespace) -> int:
    with opened(options) as session:
        arrived = recalls.receive(session, options.file)
    received = arrived.received
    if options.json:
        say_json(
            {
                "outcome": received.outcome.value,
                "code": received.code,
                "sender": received.sender,
                "erase": arrived.to_erase,
                "recall": [each.bundle_id for each in received.bundles],
            }
        )
        return 0
    say(_TOLD[received.outcome].format(code=received.code, sender=received.sender))
    if arrived.to_erase:
        note(f"The person asks that it be erased: intake case erase VAULT {received.code}.")
    _tell_bundles(received)
    return 0


def _tell_bundles(received: Received) -> None:
    if received.bundles:
        note(f"It was part of {counted(len(received.bundles), 'bundle')}: ask to delete them.")
        note(f"A letter for each recipient: intake case recall VAULT {received.code} --out DIR.")
    say_bundles(received.bundles)


def _list(options: argparse.Namespace) -> int:
    with opened(options, reads=True) as session:
        sealed = session.store.parcels.sealed()
        received = [
            (each, session.store.cases.get(each.case_id).code)
            for each in session.store.parcels.received()
        ]
        waiting = parcels.conflicts(session)
        recalled = recalls.recalled(session)
    if options.json:
        say_json(
            {
                "sealed": [
                    {
                        "parcel": s.parcel_id,
                        "month": s.month,
                        "label": s.label,
                        "recalled": recalled.get(s.parcel_id),
                    }
                    for s in sealed
                ],
                "received": [
                    {"parcel": r.parcel_id, "month": r.month, "sender": r.sender, "code": code}
                    for r, code in received
                ],
                "conflicts": [_document(conflict) for conflict in waiting],
            }
        )
        return 0
    for each in sealed:
        day = recalled.get(each.parcel_id)
        told = f"  recalled {day}" if day else ""
        say(f"sealed    {each.parcel_id}  {each.month}  {each.label or '-'}{told}")
    for came, code in received:
        say(f"received  {came.parcel_id}  {came.month}  {came.sender}  {code}")
    for conflict in waiting:
        _print(conflict)
    return 0


def _document(conflict: Conflict) -> dict[str, object]:
    return {
        "parcel": conflict.received.parcel_id,
        "ours": conflict.ours.case.code,
        "theirs": conflict.theirs.case.code,
        "differences": [found.place for found in conflict.differences],
    }


def _print(conflict: Conflict) -> None:
    say(
        f"decide    {conflict.received.parcel_id}  ours {conflict.ours.case.code}  "
        f"theirs {conflict.theirs.case.code}"
    )
    for found in conflict.differences:
        say(f"    {found.place}: {found.ours or '-'} | {found.theirs or '-'}")


def _decide(options: argparse.Namespace) -> int:
    with opened(options, reads=True) as session:
        parcels.decide(session, options.parcel, Version(options.version))
    note("Decided. What was decided against is erased; the backups still hold it.")
    return 0


def _recall(options: argparse.Namespace) -> int:
    with opened(options) as session:
        recalls.write_recall(
            session,
            options.parcel,
            to=options.to,
            out=options.out,
            day=options.day or today(),
            erase=options.erase,
        )
    note(f"Recall written to {options.out}. Give it to whoever has the parcel.")
    return 0
