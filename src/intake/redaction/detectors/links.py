"""Finds web addresses and handles of messengers and social networks."""

from __future__ import annotations

from collections.abc import Iterator

import re2

from intake.domain.marks import MarkKind
from intake.redaction.lists import is_function_word, words
from intake.redaction.scanning import spans
from intake.redaction.source_text import SourceText, Token
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
# "@goose@example.social" is one handle.
_AT = re2.compile(r"(?:[@＠][\p{L}\p{N}_][\p{L}\p{N}_.\-]*)+")
_UNDERSCORED = re2.compile(r"[\p{L}\p{N}]+(?:_+[\p{L}\p{N}]+)+_?")
_TAG = re2.compile(r"[\p{L}\p{N}_.]+#\d{4}")
_SHAPES = ((_WEB, 0.95), (_AT, 0.95), (_UNDERSCORED, 0.7), (_TAG, 0.9))
_GLUE = frozenset("_.-")
_SHORTEST_HANDLE = 3
_MOST_FILLERS = 3
_WIDEST_NICK_GAP = 4
_CYRILLIC = frozenset({"be", "ru", "uk"})
_NICK_GAP = frozenset(" \t\u00a0:=,-–—\"'«»„“”‘’`")
_QUOTED = frozenset("\"'«„“‘`")
_TRAILING = ".,;:!?…)]}'\"»”’"


def find(source: SourceText) -> Iterator[Suggestion]:
    """Return the web addresses and handles of a text."""
    text = source.text
    for pattern, score in _SHAPES:
        for start, end in spans(pattern, text):
            yield _hit(start, text[start:end], score)
    for start, end in spans(_BARE, text):
        if not text[end : end + 1].isalnum() and text[end - 1] not in ".-":
            yield _hit(start, text[start:end], 0.7)
    yield from _behind_services(source)
    yield from _behind_nicks(source)


def _behind_services(source: SourceText) -> Iterator[Suggestion]:
    """Return what stands behind "Telegram:" or "login =", a plain word included."""
    tokens = source.tokens
    for index in source.standing(words("handle_cues").holds):
        token, first = tokens[index], tokens[min(index + 1, len(tokens) - 1)]
        if source.gap(token, first).strip() not in {":", "="}:
            continue
        found = source.text[first.start : tokens[_last_of_handle(source, index + 1)].end]
        if len(found) >= _SHORTEST_HANDLE and "\n" not in source.gap(token, first):
            yield _hit(first.start, found, 0.8)


def _behind_nicks(source: SourceText) -> Iterator[Suggestion]:
    """Return what stands behind "my nick is": for sure if it does not look like a plain word."""
    tokens, keys, fillers = source.tokens, source.keys, words("nick_fillers")
    cues = source.standing(words("nick_cues").holds)
    close = source.joined(_is_close) if cues else []
    for index in cues:
        first = index + 1
        while first - index <= _MOST_FILLERS and close[first - 1] and keys[first] in fillers:
            first += 1
        if not close[first - 1]:
            continue
        token = tokens[first]
        found = source.text[token.start : tokens[_last_of_handle(source, first)].end]
        if len(found) >= _SHORTEST_HANDLE and not is_function_word(token.key, source.language):
            yield _hit(token.start, found, 0.7 if _stands_out(source, token, found) else 0.4)


def _is_close(gap: str) -> bool:
    return len(gap) <= _WIDEST_NICK_GAP and _NICK_GAP.issuperset(gap)


def _last_of_handle(source: SourceText, index: int) -> int:
    """Return the last of the words that points, hyphens and low lines join from a word on."""
    while source.gaps[index] in _GLUE:
        index += 1
    return index


def _stands_out(source: SourceText, token: Token, found: str) -> bool:
    """Tell a handle from a word: a capital, a figure, quotes, foreign letters."""
    is_quoted = source.text[token.start - 1] in _QUOTED
    is_foreign = found.isascii() and source.language in _CYRILLIC
    return token.is_capital or not found.isalpha() or is_quoted or is_foreign


def _hit(start: int, found: str, score: float) -> Suggestion:
    kept = found.rstrip(_TRAILING) or found
    return Suggestion(start, start + len(kept), MarkKind.OTHER, "link", score)
