"""Takes a free text about somebody apart into what can be looked for; looks for nothing itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import re2

from intake.domain.person import Identity
from intake.redaction.detectors import emails
from intake.redaction.detectors.phones import PHONE_SHAPE
from intake.redaction.lists import is_ordinary
from intake.redaction.source_text import SourceText, Token

_SHORTEST_SMALL = 3
_JOINTS = frozenset({" ", "-", "\u00a0", ". ", "."})
_LONGEST_INITIAL = 2
# What is written without a space and holds one of these is an account, a number or both.
_ACCOUNT = re2.compile(r"[^\s,;()]*[\p{Nd}@_/][^\s,;()]*")
_DOCUMENT = re2.compile(r"(?:\b\p{L}{1,4}[ \x{A0}])?[^\s,;()]*\p{Nd}[^\s,;()]*")


def spelled_out(identity: Identity) -> Identity:
    """Return a person with the names and numbers of the free texts among the rest.

    Every capitalised word counts that is no small or ordinary word; where a text has no capital at
    all, every word that is none of these. More is hidden so than is needed, and never less.
    """
    if not identity.others:
        return identity
    sources = [SourceText(text) for text in identity.others]
    accounts = tuple(match[0] for source in sources for match in _ACCOUNT.finditer(source.text))
    return replace(
        identity,
        aliases=identity.aliases + tuple(name for each in sources for name in _names(each)),
        phones=identity.phones
        + tuple(match[0] for source in sources for match in PHONE_SHAPE.finditer(source.text)),
        emails=identity.emails
        + tuple(
            source.text[found.start : found.end]
            for source in sources
            for found in emails.find(source)
        ),
        handles=identity.handles + tuple(each for each in accounts if not _is_number(each)),
        documents=identity.documents
        + tuple(match[0] for source in sources for match in _DOCUMENT.finditer(source.text)),
        others=(),
    )


def _is_number(account: str) -> bool:
    return not any(char.isalpha() for char in account)


def _names(source: SourceText) -> Iterator[str]:
    """Yield the names of a text, each as long as its words stand together."""
    has_capitals = any(token.is_capital for token in source.tokens)
    run: list[Token] = []
    for token in source.tokens:
        named = token.is_capital if has_capitals else len(token.key) >= _SHORTEST_SMALL
        if not named or _is_ordinary(token.key):
            continue
        if run and not _is_joined(source, run[-1], token, has_capitals=has_capitals):
            yield source.text[run[0].start : run[-1].end]
            run = []
        run.append(token)
    if run:
        yield source.text[run[0].start : run[-1].end]


def _is_joined(source: SourceText, left: Token, right: Token, *, has_capitals: bool) -> bool:
    """Tell whether two words are one name: nothing says so where nobody uses capitals."""
    gap = source.gap(left, right)
    initial = len(left.key) <= _LONGEST_INITIAL
    return has_capitals and gap in _JOINTS and ("." not in gap or initial)


def _is_ordinary(key: str) -> bool:
    return is_ordinary(key) or any(char.isdecimal() for char in key)
