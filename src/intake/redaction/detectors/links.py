"""Finds web addresses and handles of messengers and social networks."""

from __future__ import annotations

from collections.abc import Iterator

import re2

from intake.domain.marks import MarkKind
from intake.redaction.lists import words
from intake.redaction.source_text import SourceText
from intake.redaction.suggestion import Suggestion

_TOP_LEVEL = (
    "com|org|net|info|biz|name|me|io|ai|app|dev|tv|cc|eu|by|ru|su|ua|pl|lt|lv|ee|ge|am|az|md|kz|de"
    "|cz|sk|uk|us|fr|it|es|nl|be|at|ch|se|no|fi|tr|il|ca|бел|рф|укр"
)
_WEB = re2.compile(r"(?i)(?:[a-z][a-z0-9+]{1,9}://|www\.)[^\s<>\"«»“”]+")
_BARE = re2.compile(
    r"[\p{L}\p{N}][\p{L}\p{N}\-]*(?:\.[\p{L}\p{N}\-]+)*\.(?i:" + _TOP_LEVEL + r")"
    r"(?:/[^\s<>\"«»“”]*)?"
)
_AT = re2.compile(r"[@＠][\p{L}\p{N}_][\p{L}\p{N}_.\-]*")
_UNDERSCORED = re2.compile(r"[\p{L}\p{N}]+(?:_+[\p{L}\p{N}]+)+_?")
_GLUE = frozenset("_.-")
_SHORTEST_HANDLE = 3
_TRAILING = ".,;:!?…)]}'\"»”’"


def find(source: SourceText) -> Iterator[Suggestion]:
    """Return the web addresses and handles of a text."""
    for match in _WEB.finditer(source.text):
        yield _hit(match.start(), match[0], 0.95)
    for match in _BARE.finditer(source.text):
        following = source.text[match.end() : match.end() + 1]
        if not following.isalnum() and match[0][-1] not in ".-":
            yield _hit(match.start(), match[0], 0.7)
    for match in _AT.finditer(source.text):
        yield _hit(match.start(), match[0], 0.95)
    for match in _UNDERSCORED.finditer(source.text):
        yield _hit(match.start(), match[0], 0.7)
    yield from _behind_services(source)


def _behind_services(source: SourceText) -> Iterator[Suggestion]:
    """Return what stands behind "Telegram:" or "login =", a plain word included."""
    tokens = source.tokens
    for index in source.where(words("handle_cues").holds):
        token, first = tokens[index], tokens[min(index + 1, len(tokens) - 1)]
        if source.gap(token, first).strip() not in {":", "="}:
            continue
        last = index + 1
        while last + 1 < len(tokens) and source.gap(tokens[last], tokens[last + 1]) in _GLUE:
            last += 1
        found = source.text[first.start : tokens[last].end]
        if len(found) >= _SHORTEST_HANDLE and "\n" not in source.gap(token, first):
            yield _hit(first.start, found, 0.8)


def _hit(start: int, found: str, score: float) -> Suggestion:
    kept = found.rstrip(_TRAILING) or found
    return Suggestion(start, start + len(kept), MarkKind.OTHER, "link", score)
