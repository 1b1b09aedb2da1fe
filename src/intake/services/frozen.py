"""Commitments to what has left: enough to tell that something is as it was, and nothing else.

Each is keyed with a secret of its class, which goes with the class.
"""

from __future__ import annotations

import hmac
import json
import re
import secrets
from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from intake.domain.statement import Statement
from intake.export.snapshot import Cell
from intake.export.terms import Gap
from intake.redaction.apply import RedactedText

_KEY_BYTES = 32
_NUMBER = re.compile(r"\[P([0-9]+), ")


def new_key() -> str:
    """Return a fresh secret for the commitments of one class, hex."""
    return secrets.token_hex(_KEY_BYTES)


def commit_to_row(key: str, cells: Mapping[str, Cell], given: AbstractSet[str]) -> str:
    """Return a commitment to the cells of one row, hex.

    Args:
        key: Secret of the class, hex.
        cells: By field key.
        given: The fields that leave; a cell with something in it that is not among them counts too.
    """
    leaving = {name for name, cell in cells.items() if cell.gap is not Gap.WITHHELD}
    told = [_told(name, cells.get(name)) for name in sorted(given | leaving)]
    return _commitment(key, "row", told)


def _told(name: str, cell: Cell | None) -> list[str | list[str]]:
    gap = Gap.WITHHELD if cell is None else cell.gap
    values = () if cell is None else cell.values
    return [name, list(values), "" if gap is None else gap.value]


def commit_to_statement(key: str, statement: Statement, text: RedactedText) -> str:
    """Return a commitment to a statement as it leaves but for the numbers of people in it, hex.

    The numbers are fresh in each bundle; who is the same person as who in a text stays.
    """
    told = [statement.id, statement.question, statement.language, _without_numbers(text)]
    return _commitment(key, "statement", told)


def _without_numbers(text: RedactedText) -> str:
    known: dict[str, int] = {}

    def numbered(found: re.Match[str]) -> str:
        return f"[P{known.setdefault(found[1], len(known) + 1)}, "

    parts, reached = [], 0
    for place in text.places:
        shown = text.text[place.start : place.end]
        parts += [text.text[reached : place.start], _NUMBER.sub(numbered, shown)]
        reached = place.end
    return "".join((*parts, text.text[reached:]))


def _commitment(key: str, kind: str, told: object) -> str:
    content = json.dumps([kind, told], ensure_ascii=True, separators=(",", ":"))
    return hmac.digest(bytes.fromhex(key), content.encode("ascii"), "sha256").hex()
