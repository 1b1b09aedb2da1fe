"""Commands on cases: import, list, show, withdraw, erase; others have modules of their own."""

from __future__ import annotations

import argparse
from pathlib import Path

from intake.cli.case_text import print_case
from intake.cli.commands import Commands, Parser, add_command, add_group, add_json, add_vault
from intake.cli.opening import opened
from intake.cli.output import counted, note, progress_bar, say, say_json
from intake.cli.recalling import add_recall, as_document, say_bundles, say_recalled
from intake.cli.sealing import add_seal
from intake.domain.case import CaseSummary
from intake.domain.consent import Use, Withdrawal
from intake.services import cases, documents
from intake.services.days import today
from intake.services.left_bundles import LeftBundle, bundles_of


def add_commands(commands: Commands[Parser]) -> None:
    """Add ``intake case ...``."""
    inner = add_group(commands, "case", "import, list, show, withdraw, erase and seal cases")
    importing = add_command(
        inner, "import", "import the interchange format, all cases or none", _import
    )
    add_vault(importing)
    importing.add_argument("file", type=Path, metavar="FILE.jsonl", help="one case a line")
    listing = add_command(inner, "list", "list cases, all or those named", _list)
    show = add_command(inner, "show", "show everything recorded about cases", _show)
    withdraw = add_command(
        inner,
        "withdraw",
        "record that a person took consent back; lists bundles to recall",
        _withdraw,
    )
    erase = add_command(inner, "erase", "remove cases for good", _erase)
    add_recall(inner)
    add_seal(inner)
    for parser, least in ((listing, "*"), (show, "*"), (withdraw, "+"), (erase, "+")):
        add_vault(parser)
        parser.add_argument("codes", nargs=least, metavar="CODE", help="code of a case")
    withdraw.add_argument(
        "--use",
        action="append",
        choices=[use.value for use in Use],
        help="take back this use only; may be repeated",
    )
    withdraw.add_argument(
        "--erase", action="store_true", help="the person wants the case erased: all is taken back"
    )
    for parser in (importing, listing, show, withdraw, erase):
        add_json(parser)


def _import(options: argparse.Namespace) -> int:
    with opened(options) as session, progress_bar("Importing") as progress:
        receipt = cases.import_file(session, options.file, progress)
    if options.json:
        say_json({"cases": receipt.cases, "codes": list(receipt.codes)})
    else:
        note(f"{counted(receipt.cases, 'case')} imported, finalised.")
    return 0


def _list(options: argparse.Namespace) -> int:
    with opened(options, reads=True) as session:
        wanted = {cases.find(session, code) for code in options.codes}
        summaries = [
            summary for summary in cases.list_cases(session) if not wanted or summary.id in wanted
        ]
    if options.json:
        say_json({"cases": [_summary(summary) for summary in summaries]})
        return 0
    for summary in summaries:
        say(
            f"{summary.code}  {summary.status.value:<9}  {summary.interview_date or '-':<10}  "
            f"{summary.country or '-':<2}  {summary.group or '-'}"
        )
    return 0


def _summary(summary: CaseSummary) -> dict[str, object]:
    return {
        "code": summary.code,
        "status": summary.status.value,
        "project": summary.project,
        "group": summary.group,
        "country": summary.country,
        "language": summary.language,
        "interview_date": summary.interview_date,
        "needs_review": summary.needs_review,
        "consent_until": summary.consent_until,
        "withdrawn": summary.withdrawn,
    }


def _show(options: argparse.Namespace) -> int:
    with opened(options, reads=True) as session:
        found = [cases.find(session, code) for code in options.codes]
        wanted = found or [summary.id for summary in cases.list_cases(session)]
        files = [cases.case_file(session, case_id) for case_id in dict.fromkeys(wanted)]
    if options.json:
        say_json({"cases": [documents.as_document(file) for file in files]})
        return 0
    for file in files:
        print_case(documents.as_document(file))
    return 0


def _withdraw(options: argparse.Namespace) -> int:
    uses = frozenset(Use(name) for name in options.use or ())
    withdrawal = Withdrawal(day=today(), what=uses, erase=options.erase)
    left: list[LeftBundle] = []
    with opened(options, reads=True) as session:
        found = {cases.find(session, code) for code in options.codes}
        for case_id in found:
            left.extend(cases.withdraw(session, case_id, withdrawal).bundles)
    if options.json:
        say_json({"withdrawn": len(found), **as_document(left)})
        return 0
    held = len({each.bundle_id for each in left})
    note(f"Withdrawn: {len(found)}. It was part of {counted(held, 'bundle')}.")
    say_recalled(left)
    return 0


def _erase(options: argparse.Namespace) -> int:
    with opened(options) as session:
        found = {cases.find(session, code) for code in options.codes}
        left = [each for case_id in found for each in bundles_of(session, case_id)]
        for case_id in found:
            cases.erase(session, case_id)
    if options.json:
        say_json({"erased": len(found), **as_document(left)})
        return 0
    note(f"Erased: {len(found)}. Older backups may still hold them: make a new backup.")
    if left:
        note("They are part of these bundles, which nothing here will tell any more:")
        say_bundles(left)
    return 0
