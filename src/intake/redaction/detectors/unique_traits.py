"""Finds phrases that single one person out: the only one, a post, a mark; knows no people."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import re2

from intake.domain.marks import MarkKind
from intake.redaction.lists import is_function_word, named, words
from intake.redaction.source_text import SourceText
from intake.redaction.suggestion import Suggestion

_MOST_WORDS = 12
_MOST_OF_POST = 5
_FARTHEST_OCCUPATION = 3
_BREAKS = frozenset('.,;:!?\n()«»"“”—–')
_HARD_BREAKS = frozenset(".;!?\n()")
_SPECIFIC, _WEAK = 0.55, 0.3
_INSIDE_POSTS = frozenset({"of", "the", "for", "at", "in"})
# What words for people who do something end in, on folded words.
_OCCUPATION = re2.compile(
    r"\p{L}{2,}(?:"
    r"ologist|ician|urgeon|smith|worker|woman|women|driver|keeper|maker|teacher"
    r"|ург(?:а|ом|у|ам)?|олог(?:а|ом|у|ам)?|[иі]ст(?:ка|ку|кои|а|ом|ам)?"
    r"|[щч][иы](?:к|ца|цу|цеи|ка|ком)|тель(?:ница|ницеи)?|евт|ятор|атор|меистер"
    r"|i[s]t(?:a|ka|ke|ki)?|arka|erka|orka|urg|olog(?:iem|a)?"
    r")"
)


def find(source: SourceText) -> Iterator[Suggestion]:
    """Return the phrases from a cue to the end of its clause."""
    reader = _Reader(source)
    for index in sorted({*source.at("only"), *source.standing(named("unique_cues", "only").holds)}):
        yield from reader.only(index)
    for index in source.at("one"):
        yield from reader.one_of(index)
    for index in source.standing(named("unique_cues", "first").holds):
        yield from reader.first(index)
    for index in source.standing(named("unique_cues", "post").holds):
        yield from reader.post(index)
    for index in source.standing(named("unique_cues", "chief").holds):
        yield from reader.chief(index)
    for index in source.standing(named("unique_cues", "mark").holds):
        yield from reader.mark(index)


class _Reader:
    """Reads the clause behind a cue."""

    def __init__(self, source: SourceText) -> None:
        self._source = source
        self._tokens = source.tokens
        self._known: dict[frozenset[str], tuple[list[bool], list[int]]] = {}

    def only(self, index: int) -> Iterator[Suggestion]:
        """Propose "the only neurosurgeon in ..."; in English the article is needed."""
        if self._key(index) == "only" and self._key(index - 1) not in {"the", "their", "our"}:
            return
        score = _SPECIFIC if self._occupation(index) else _WEAK
        yield from self._phrase(index, self._clause(index), score)

    def one_of(self, index: int) -> Iterator[Suggestion]:
        """Propose "one of three women at the bar"."""
        is_few = self._key(index + 1) == "of" and self._key(index + 2) in words("numbers")
        if is_few and self._occupation(index + 2):
            yield from self._phrase(index, self._clause(index), _SPECIFIC)

    def first(self, index: int) -> Iterator[Suggestion]:
        """Propose "the first woman to ..." and "самый молодой машинист ..."."""
        at = self._occupation(index)
        last = self._clause(index)
        if at and last > at:
            yield from self._phrase(index, last, _SPECIFIC)

    def post(self, index: int) -> Iterator[Suggestion]:
        """Propose "the head of the cardiology ward"; a name behind the word is somebody's title."""
        last = index
        is_english = "of" in {self._key(index + 1), self._key(index + 2)}
        runs_on = self._runs_on(_BREAKS)
        while last - index < _MOST_OF_POST + 2 * is_english and runs_on[last]:
            key = self._key(last + 1)
            small = is_function_word(key, self._source.language)
            if small and not (is_english and key in _INSIDE_POSTS):
                break
            last += 1
        while last > index and is_function_word(self._key(last), self._source.language):
            last -= 1
        is_plain = self._source.language == "en" and not is_english
        if last > index and not is_plain and not self._tokens[index + 1].is_capital:
            yield from self._phrase(index, last, _WEAK)

    def chief(self, index: int) -> Iterator[Suggestion]:
        """Propose "главный инженер завода", but no chief task and no main square."""
        if self._occupation(index):
            yield from self.post(index)

    def mark(self, index: int) -> Iterator[Suggestion]:
        """Propose a mark with the word before it and all that is said of it."""
        first = index
        if self._runs_on(_BREAKS)[index - 1]:
            is_small = is_function_word(self._key(index - 1), self._source.language)
            first -= not is_small or self._key(index - 1) in {"нет", "без", "няма", "нема", "bez"}
        yield from self._phrase(first, self._clause(index, _HARD_BREAKS), _WEAK)

    def _phrase(self, first: int, last: int, score: float) -> Iterator[Suggestion]:
        if last > first:
            first -= self._key(first - 1) == "the"
            start, end = self._tokens[first].start, self._tokens[last].end
            yield Suggestion(start, end, MarkKind.OTHER, "unique", score)

    def _key(self, index: int) -> str:
        return self._source.keys[index] if 0 <= index < len(self._tokens) else ""

    def _runs_on(self, breaks: frozenset[str]) -> list[bool]:
        """Return for each word whether its clause goes on behind it."""
        return self._clauses(breaks)[0]

    def _clauses(self, breaks: frozenset[str]) -> tuple[list[bool], list[int]]:
        """Return for each word whether its clause goes on, and the last word of the clause."""
        if breaks not in self._known:
            runs_on = self._source.joined(breaks.isdisjoint)
            ends = list(range(len(self._tokens)))
            for index in reversed(ends[:-1]):
                if runs_on[index]:
                    ends[index] = ends[index + 1]
            self._known[breaks] = runs_on, ends
        return self._known[breaks]

    def _clause(self, index: int, breaks: frozenset[str] = _BREAKS) -> int:
        """Return the last word of the clause, or as many words as such a phrase has."""
        return min(index + _MOST_WORDS, self._clauses(breaks)[1][index])

    def _occupation(self, index: int) -> int:
        """Return the word behind a cue that says what somebody is; 0 if there is none."""
        end = min(index + _FARTHEST_OCCUPATION, self._clauses(_BREAKS)[1][index])
        near = range(index + 1, end + 1)
        return next((place for place in near if _is_occupation(self._source.keys[place])), 0)


@lru_cache(maxsize=1 << 14)
def _is_occupation(key: str) -> bool:
    return key in words("occupations") or _OCCUPATION.fullmatch(key) is not None
