"""Holds the sources to the house rules that no linter knows; it does not read their meaning.

Refused: paths of somebody's machine, unfinished places, skipped tests, and any silenced check or
broad ``except`` without a reason behind it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from checks.sources import own_files, report

# They hold specimens of what is refused here.
SPECIMENS = frozenset({Path("packaging/checks/house.py"), Path("tests/checks/test_house.py")})
REFUSED = (
    (re.compile(r"(?<![\w.~}])/(?:home|root|Users|work|workspace)/"), "a path of one machine"),
    (re.compile(r"\b[A-Z]:\\+Users\b"), "a path of one machine"),
    (re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b"), "an unfinished place"),
)
REFUSED_IN_PYTHON = (
    (re.compile(r"\bNotImplementedError\b"), "an unfinished place"),
    (re.compile(r"pragma: no (?:cover|branch)"), "a place hidden from coverage"),
    (re.compile(r"\bpytest\.skip\b|\bmark\.(?:skip|skipif|xfail)\b"), "a skipped test"),
)
SILENCED = (
    (re.compile(r"#\s*noqa(?P<codes>:\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*)?(?P<reason>.*)"), "noqa"),
    (re.compile(r"#\s*type:\s*ignore(?P<codes>\[[\w, -]+\])?(?P<reason>.*)"), "type: ignore"),
)
BROAD_EXCEPT = re.compile(r"^\s*except\s*(?:\*|:|.*\b(?:Base)?Exception\b)")
REASON_WORDS = 2


def against_the_house(path: Path, text: str) -> Iterator[str]:
    """Yield ``:line: finding`` for every line of ``text`` that breaks a house rule."""
    if path in SPECIMENS:
        return
    python = path.suffix == ".py"
    rules = REFUSED + REFUSED_IN_PYTHON if python else REFUSED
    lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        for pattern, what in rules:
            if pattern.search(line):
                yield f":{number}: {what}: {line.strip()[:80]}"
        if python:
            yield from _unexplained(number, line, lines[number : number + 1])


def _unexplained(number: int, line: str, following: list[str]) -> Iterator[str]:
    for pattern, what in SILENCED:
        found = pattern.search(line)
        if found and not (found["codes"] and _is_reason(found["reason"])):
            yield f":{number}: {what} without a code and a reason behind it"
    if BROAD_EXCEPT.match(line):
        comments = [text.partition("#")[2] for text in [line, *following]]
        if not any(_is_reason(comment) for comment in comments):
            yield f":{number}: broad except without a reason behind it"


def _is_reason(text: str) -> bool:
    return len(re.findall(r"[^\W\d_]{2,}", text)) >= REASON_WORDS


if __name__ == "__main__":
    here = Path.cwd()
    sys.exit(report(here, own_files(here), against_the_house))
