"""Finds phrases that single one person out ("the only ...", a scar); proposes, knows nothing."""

from __future__ import annotations

from collections.abc import Iterator

from intake.domain.marks import MarkKind
from intake.redaction.lists import words
from intake.redaction.source_text import SourceText
from intake.redaction.suggestion import Suggestion

_MOST_WORDS = 9
_BREAKS = frozenset('.,;:!?\n()«»"“”—–')


def find(source: SourceText) -> Iterator[Suggestion]:
    """Return the phrases from a cue to the end of its clause."""
    tokens = source.tokens
    for index in source.where(lambda key: key == "only" or key in words("unique_cues")):
        token = tokens[index]
        if token.key == "only" and (index == 0 or tokens[index - 1].key != "the"):
            continue
        last = index
        while last + 1 < len(tokens) and last - index < _MOST_WORDS:
            if _BREAKS & set(source.gap(tokens[last], tokens[last + 1])):
                break
            last += 1
        if last > index:
            start, end = token.start, tokens[last].end
            yield Suggestion(start, end, MarkKind.OTHER, "unique", 0.3)
