"""Prints everything that is recorded about a case, for a person; leaves nothing out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from intake.cli.output import say, say_indented

Document = Mapping[str, Any]


def print_case(case: Document) -> None:
    """Print a case as ``services.documents.as_document`` gives it."""
    wish = "  no name may be recorded" if case["never_name"] else ""
    say(f"{case['code']}  {case['status']}  {case['project']}{wish}")
    _print_consent(case["consent"])
    for person in case["persons"]:
        _print_person(person)
    _print_answers(case["answers"], "  ")
    for number, event in enumerate(case["events"], start=1):
        _print_event(number, event)
    for statement in case["statements"]:
        states = [name for name in ("final", "reviewed") if statement[name]]
        known = ", ".join([statement["language"] or "-", *states])
        say(f"  {statement['field']} ({known}):")
        say_indented(statement["text"])


def _print_consent(consent: Document | None) -> None:
    if consent is None or consent["given"] is None:
        say("  consent: has not been asked")
    if consent is None:
        return
    plain = ("given", "how", "decided_by", "language", "text_version", "acts", "withhold_note")
    for name in plain:
        if consent[name]:
            say(f"  consent, {name}: {_said(consent[name])}")
    say(f"  consent, asked again at the end: {_said(consent['confirmed'])}")
    for use, granted in consent["uses"].items():
        facts = [f"{name} {_said(value)}" for name, value in granted.items() if value]
        say(f"  consent to {use}: {'; '.join(facts)}")
    taken = consent["withdrawn"]
    if taken is not None:
        what = _said(taken["what"]) if taken["what"] else "everything"
        erase = "; asks to be erased" if taken["erase"] else ""
        say(f"  WITHDRAWN on {taken['day']}: {what}{erase}")


def _print_person(person: Document) -> None:
    answers = dict(person["answers"])
    names = _said(answers.pop("names", None) or "no name recorded")
    say(f"  {person['code']} {person['role']}: {names}")
    _print_answers(answers, "    ")


def _print_event(number: int, event: Document) -> None:
    facts = [f"{name} {_said(value)}" for name, value in event["answers"].items()]
    roles = ("victims", "perpetrators")
    facts += [f"{role} {_said(event[role])}" for role in roles if event[role]]
    say(f"  event {number}: {'; '.join(facts)}")


def _print_answers(answers: Document, before: str) -> None:
    for name, value in answers.items():
        say(f"{before}{name}: {_said(value)}")


def _said(value: object) -> str:
    if isinstance(value, Mapping):
        return f"({value['missing']})"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(str(each) for each in value) if isinstance(value, list) else str(value)
