"""Finds days that are named by a feast ("on Christmas Eve"); reads no figures."""

from __future__ import annotations

from collections.abc import Iterator

from intake.domain.marks import MarkKind
from intake.redaction.lists import named
from intake.redaction.source_text import SourceText
from intake.redaction.suggestion import Suggestion

_BEFORE = named("feasts", "before")
_FEASTS = named("feasts", "feast")
_STARTS = frozenset(form.partition("+")[0] for form in _FEASTS.forms)
_JOINTS = frozenset({" ", "\u00a0", "\n"})
_MOST_WORDS = 3
_SURE, _DOUBTFUL = 0.6, 0.3


def find(source: SourceText) -> Iterator[Suggestion]:
    """Return the feasts behind a preposition; in small letters they may be something else."""
    keys, gaps, tokens = source.keys, source.gaps, source.tokens
    for index in source.standing(_STARTS.__contains__):
        if not _BEFORE.holds(keys[index - 1]) or gaps[index - 1] not in _JOINTS:
            continue
        reach = 1
        while reach < _MOST_WORDS and gaps[index + reach - 1] in _JOINTS:
            if index + reach >= len(keys):
                break
            reach += 1
        for last in range(index + reach - 1, index - 1, -1):
            if "+".join(keys[index : last + 1]) in _FEASTS:
                score = _SURE if tokens[index].is_capital else _DOUBTFUL
                start, end = tokens[index].start, tokens[last].end
                yield Suggestion(start, end, MarkKind.DATE, "date", score)
                break
