"""Holds the sources to the house rules that no linter knows; it does not read their meaning.

Refused: paths of somebody's machine, unfinished places, skipped tests, and any silenced check or
broad ``except`` without a reason behind it.
"""

from __future__ import annotations

import ast
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
    (re.compile(r"\braise NotImplementedError\b"), "an unfinished place"),
    (re.compile(r"pragma: no (?:cover|branch)"), "a place hidden from coverage"),
    (re.compile(r"\bpytest\.skip\b|\bmark\.(?:skip|skipif|xfail)\b"), "a skipped test"),
)
SILENCED = (
    (re.compile(r"#\s*noqa(?P<codes>:\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*)?(?P<reason>.*)"), "noqa"),
    (re.compile(r"#\s*type:\s*ignore(?P<codes>\[[\w, -]+\])?(?P<reason>.*)"), "type: ignore"),
)
BROAD = frozenset({"Exception", "BaseException"})
REASON_LETTERS = 5


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
            yield from _silenced(number, line)
    if python:
        yield from _broad_excepts(text, lines)


def _silenced(number: int, line: str) -> Iterator[str]:
    for pattern, what in SILENCED:
        found = pattern.search(line)
        if found and not (found["codes"] and _is_reason(found["reason"])):
            yield f":{number}: {what} without a code and a reason behind it"


def _broad_excepts(text: str, lines: list[str]) -> Iterator[str]:
    """Yield the handlers that swallow everything; one that raises again only tidies up."""
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.ExceptHandler) or not _is_broad(node.type):
            continue
        last = node.body[-1]
        raises_again = isinstance(last, ast.Raise) and last.exc is None
        comments = [line.partition("#")[2] for line in lines[node.lineno - 1 : node.lineno + 1]]
        if not raises_again and not any(_is_reason(comment) for comment in comments):
            yield f":{node.lineno}: broad except without a reason behind it"


def _is_broad(caught: ast.expr | None) -> bool:
    if isinstance(caught, ast.Tuple):
        return any(_is_broad(one) for one in caught.elts)
    return caught is None or (isinstance(caught, ast.Name) and caught.id in BROAD)


def _is_reason(text: str) -> bool:
    return sum(character.isalpha() for character in text) >= REASON_LETTERS


if __name__ == "__main__":
    here = Path.cwd()
    sys.exit(report(here, own_files(here), against_the_house))
