"""Finds the people whom a text names somewhere in their other case forms; knows no people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from intake.domain.marks import MarkKind
from intake.redaction.lists import is_ordinary, words
from intake.redaction.names.index import NameIndex
from intake.redaction.source_text import SourceText, Token
from intake.redaction.suggestion import Suggestion

SOURCE = "namesake"
_LEAST = 0.5  # of a mention, to be looked for again
_SHORTEST = 4
_MOST = 200  # people whom one text tells of


def namesakes(
    source: SourceText, found: Sequence[Suggestion], least: float
) -> Iterator[Suggestion]:
    """Propose further mentions of people whom nobody recorded, where only the ending differs.

    Args:
        source: The text.
        found: What is proposed in it.
        least: Score below which nothing is proposed.
    """
    keys = _names(source, found)
    if not keys:
        return
    index = NameIndex(enumerate(sorted(keys)[:_MOST]), by_sound=False)
    for match in index.find(source):
        mentioned = source.tokens_in(match.start, match.end)
        if match.score >= least and any(_tells(source, token) for token in mentioned):
            yield Suggestion(match.start, match.end, MarkKind.PERSON, SOURCE, match.score)


def _names(source: SourceText, found: Sequence[Suggestion]) -> set[str]:
    """Return the folded words of the people whom nobody recorded."""
    people = (hit for hit in found if hit.kind is MarkKind.PERSON and hit.code is None)
    return {
        token.key
        for hit in people
        if hit.score >= _LEAST
        for token in source.tokens_in(hit.start, hit.end)
        if _tells(source, token)
    }


def _tells(source: SourceText, token: Token) -> bool:
    is_small = not (token.is_capital or source.ignores_case)
    is_common = is_ordinary(token.key, source.language) or token.key in words("public_names")
    return len(token.key) >= _SHORTEST and token.key.isalpha() and not (is_small or is_common)
