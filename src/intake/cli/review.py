"""Commands on second looks: ask a colleague, sign what a colleague asks, take the answer."""

from __future__ import annotations

import argparse
from pathlib import Path

from intake.cli.commands import Commands, Parser, add_command, add_group, add_json, add_vault
from intake.cli.opening import opened
from intake.cli.output import counted, note, say, say_indented, say_json
from intake.errors import UsageError
from intake.export.looks import Request
from intake.services import cases, look_files, second_look


def add_commands(commands: Commands[Parser]) -> None:
    """Add ``intake review ...``."""
    inner = add_group(commands, "review", "second looks at statements before they leave")
    ask = add_command(inner, "ask", "write a request that a colleague looks at a case", _ask)
    add_vault(ask)
    ask.add_argument("code", metavar="CODE", help="code of a case whose review is finished")
    ask.add_argument("--to", required=True, metavar="NAME", help="trusted key of the colleague")
    ask.add_argument("--out", required=True, type=Path, metavar="FILE", help="new file")
    sign = add_command(inner, "sign", "show what a colleague asks to look at, and sign it", _sign)
    add_vault(sign)
    sign.add_argument("file", type=Path, metavar="FILE", help="the request")
    sign.add_argument(
        "--out", type=Path, metavar="ANSWER", help="sign, and write the answer to this new file"
    )
    sign.add_argument(
        "--seen", metavar="DIGITS", help="with --out: what was printed when the request was shown"
    )
    sign.add_argument(
        "--change",
        nargs=2,
        action="append",
        default=[],
        metavar=("NUMBER", "TEXT"),
        help="do not sign the text with this number: say what to change in it",
    )
    add_json(sign)
    take = add_command(inner, "take", "record what a colleague's answer says", _take)
    add_vault(take)
    take.add_argument("file", type=Path, metavar="FILE", help="the answer")
    add_json(take)


def _ask(options: argparse.Namespace) -> int:
    with opened(options, reads=True) as session:
        waiting = second_look.waiting(session, cases.find(session, options.code))
        if not waiting:
            raise UsageError(
                what="No statement of this case waits for a second look. Finish its review first; "
                "Settings say whether this vault asks for second looks at all."
            )
        asked = look_files.ask(session, waiting, options.to, options.out)
    note(f"{counted(asked.statements, 'statement')} for {options.to} in {options.out}.")
    if asked.left_out:
        note(
            f"Left out: {counted(asked.left_out, 'statement')}. The person has not agreed to be "
            "quoted, or the text still names somebody: an export leaves these out as well."
        )
    return 0


def _sign(options: argparse.Namespace) -> int:
    changes = {_place(number): text for number, text in options.change}
    if options.out is not None and options.seen is None:
        raise UsageError(
            what="Nobody signs unread. First show the request without --out and read it, then "
            "repeat the command with --out ANSWER and with the --seen DIGITS that it printed."
        )
    with opened(options) as session:
        request = look_files.read_request(session, options.file)
        if options.out is not None:
            if options.seen.strip().lower() != request.seen:
                raise UsageError(
                    what="This is not the request that was shown under these digits. Show it "
                    "without --out, and read it."
                )
            look_files.sign(session, request, changes, options.out)
    if options.json:
        texts = [
            {"number": number, "field": t.question, "language": t.language, "text": t.text}
            for number, t in enumerate(request.texts, start=1)
        ]
        say_json({"seen": request.seen, "texts": texts})
    else:
        _print(request)
    if options.out is None:
        note(
            "Nothing is signed. To sign what you have read, add "
            f"--seen {request.seen} --out ANSWER."
        )
    else:
        note(f"Signed in {options.out}. Give it to whoever asked.")
    return 0


def _place(number: str) -> int:
    if not (number.isascii() and number.isdigit() and int(number[:9]) > 0):
        raise UsageError(what="--change takes the number of a text, from 1, and what to change.")
    return int(number[:9]) - 1


def _print(request: Request) -> None:
    for number, shown in enumerate(request.texts, start=1):
        say(f"{number}. {shown.question} ({shown.language or '-'})")
        say_indented(shown.text)


def _take(options: argparse.Namespace) -> int:
    with opened(options) as session:
        taken = look_files.take(session, options.file)
    if options.json:
        say_json(
            {
                "by": taken.by,
                "looked_at": len(taken.looked),
                "outdated": taken.outdated,
                "overruled": taken.overruled,
                "changes": [
                    {"code": c.code, "field": c.question, "change": c.text} for c in taken.wanted
                ],
            }
        )
        return 0
    say(f"{taken.by} has looked at {counted(len(taken.looked), 'statement')}.")
    for change in taken.wanted:
        say(f"To be changed, {change.code} {change.question}:")
        say_indented(change.text)
    if taken.outdated:
        note(f"{counted(taken.outdated, 'text')} would leave otherwise by now: ask again.")
    if taken.overruled:
        note(f"A change was asked for before: {counted(taken.overruled, 'text')}. Make it first.")
    return 0
