"""What became of a text: where its stretches stand now, and what was written around them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import chain, islice, pairwise

from intake.domain.alignment import (
    Block,
    align,
    equal_ahead,
    equal_behind,
    gaps_in_new,
    in_new_order,
    words_in,
)

Span = tuple[int, int]

# More than this in place of some words is another text: only the line that the words stood in is
# taken for what replaces them.
_PAGE = 2_000
# Words in more pieces than this are taken to be anywhere in what changed.
_MOST_PIECES = 32
# A word that comes more often in what was written names nobody; more words than this were not moved
# but written anew, and of what was written only so many words are looked at.
_MOST_PLACES = 100
_MOST_WORDS = 1_000
_MOST_READ = 10_000
# What belongs to the word that it is written against: letters, digits, and signs that combine with
# them, none of which is a word to the module re.
_COMBINING = (
    "\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06ed\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e\u0f71-\u0f84\u102b-\u103e\u17b4-\u17d3"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
)
_LETTERS = re.compile(rf"[\w{_COMBINING}]+")
# Letters further away from a mark belong to no word that it is part of.
_LONGEST_WORD = 200


class Rewriting:
    """Two texts, and answers about a stretch ``[start, end)`` of the old one."""

    def __init__(self, old: str, new: str) -> None:
        self._old = old
        self._new = new
        self._blocks = align(old, new)
        self._starts = [block.old for block in self._blocks]
        self._order = in_new_order(self._blocks)
        self._rank = dict(zip(self._order, range(len(self._order)), strict=True))
        self._again: dict[int, list[Block]] = {}
        self._typed: list[Span] = []
        self._find_doubtful()
        self._words: dict[str, list[Span]] | None = None
        self._sought = 0
        self._found = 0

    def whole(self, stretch: Span) -> Span | None:
        """Return where the stretch stands unchanged, or ``None``."""
        start, end = stretch
        block = self._blocks[bisect_right(self._starts, start) - 1]
        if end > block.old_end:
            return None
        shift = block.new - block.old
        place = start + shift, end + shift
        near = self.with_letters((start, end), place, certain=True)
        return place if near == place else None

    def left(self, stretch: Span) -> Iterator[Span]:
        """Yield where the letters of the stretch stand that are left of it."""
        start, end = stretch
        first, last = self._reach(start, end)
        if last - first > _MOST_PIECES:
            yield self._anywhere(start, end)
            return
        for block in self._blocks[first : last + 1]:
            here, there = max(start, block.old), min(end, block.old_end)
            if here < there:
                shift = block.new - block.old
                yield here + shift, there + shift

    def instead(self, stretch: Span) -> Iterator[Span]:
        """Yield where the stretch may stand as well, and what was written in its place.

        To be asked for stretches by their start: a word of several is looked for once.
        """
        start, end = stretch
        first, last = self._reach(start, end)
        many = last - first > _MOST_PIECES
        pairs = (first - 1, first, last) if many else range(first - 1, last + 1)
        for pair in pairs:
            yield from self._as_well(pair, start, end)
        for pair in () if many else range(first, min(last + 1, len(self._blocks) - 1)):
            before, after = self._blocks[pair], self._blocks[pair + 1]
            here, there = max(start, before.old_end), min(end, after.old)
            if here < there or start < here == there < end:
                yield from self._put_there(before, after, (here, there))
            if here < there:
                yield from self._same_words(here, there)

    def with_letters(self, stretch: Span, place: Span, *, certain: bool) -> Span:
        """Return a place with the letters that stand directly against its edges.

        Where the stretch began or ended inside a word of the old text, the rest of the word stays
        outside, if letters of the stretch stand in the place for certain: else they may stand in
        that rest.
        """
        start, end = place
        letters = self._letters_before(start)
        if letters:
            inside = certain and (
                stretch[0] > 0 and _LETTERS.match(self._old, stretch[0] - 1, stretch[0])
            )
            start = max(start - letters, self._typed_from(start)) if inside else start - letters
        letters = self._letters_behind(end)
        if letters:
            inside = certain and (
                stretch[1] < len(self._old)
                and _LETTERS.match(self._old, stretch[1], stretch[1] + 1)
            )
            end = min(end + letters, self._typed_to(end)) if inside else end + letters
        return start, end

    def trimmed(self, stretch: Span, place: Span) -> Span:
        """Return a place without spaces at its edges, unless the stretch has some at its own."""
        text = self._new[slice(*place)]
        words = self._old[slice(*stretch)]
        start = len(text) - len(text.lstrip()) if words[:1] == words.lstrip()[:1] else 0
        end = len(text) - len(text.rstrip()) if words[-1:] == words.rstrip()[-1:] else 0
        return place[0] + start, max(place[1] - end, place[0] + start)

    def _letters_before(self, place: int) -> int:
        found = _LETTERS.match(self._new[max(0, place - _LONGEST_WORD) : place][::-1])
        return found.end() if found and not self._new[place].isspace() else 0

    def _letters_behind(self, place: int) -> int:
        found = _LETTERS.match(self._new, place, place + _LONGEST_WORD)
        return found.end() - place if found and not self._new[place - 1].isspace() else 0

    def _find_doubtful(self) -> None:
        """Find what may have been typed, and which words may stand elsewhere as well.

        Where "an" was written behind "an", nobody can tell which of the two is the new one.
        """
        typed = gaps_in_new(self._blocks)
        for pair, (before, after) in enumerate(pairwise(self._blocks)):
            if self._rank[after] != self._rank[before] + 1:
                continue
            added = before.old_end == after.old
            if added == (before.new_end == after.new):
                continue  # nothing stands between them, or words in place of others
            back, on = self._slides(before, after)
            if back.size or on.size:
                self._again[pair] = [back, on]
                if added:
                    typed.append((before.new_end - back.size, after.new + on.size))
        for span in sorted(typed):
            if self._typed and span[0] <= self._typed[-1][1]:
                self._typed[-1] = self._typed[-1][0], max(self._typed[-1][1], span[1])
            else:
                self._typed.append(span)

    def _slides(self, before: Block, after: Block) -> tuple[Block, Block]:
        """Return what stands beside something added or taken out and may as well be it."""
        room = min(after.old - before.old, after.new - before.new)
        back = equal_behind(self._old, self._new, (after.old, after.new), room)
        room = min(after.old_end - before.old_end, after.new_end - before.new_end)
        on = equal_ahead(self._old, self._new, (before.old_end, before.new_end), room)
        return (
            Block(after.old - back, after.new - back, back),
            Block(before.old_end, before.new_end, on),
        )

    def _reach(self, start: int, end: int) -> Span:
        return bisect_right(self._starts, start) - 1, bisect_left(self._starts, end) - 1

    def _anywhere(self, start: int, end: int) -> Span:
        head, tail = self._blocks[0], self._blocks[-1]
        return min(start, head.new_end), max(end + tail.new - tail.old, tail.new)

    def _as_well(self, pair: int, start: int, end: int) -> Iterator[Span]:
        for block in self._again.get(pair, ()):
            here, there = max(start, block.old), min(end, block.old_end)
            if here < there:
                shift = block.new - block.old
                yield here + shift, there + shift

    def _put_there(self, before: Block, after: Block, gone: Span) -> Iterator[Span]:
        """Yield what stands in the new text where words between two blocks are gone."""
        between = before.new_end, after.new
        if 0 <= between[1] - between[0] <= _PAGE:
            yield between
            return
        behind, ahead = self._order[self._rank[before] + 1], self._order[self._rank[after] - 1]
        yield from self._line(before.new_end, behind.new, (before.old_end, gone[0]), first=True)
        yield from self._line(ahead.new_end, after.new, (gone[1], after.old), first=False)

    def _line(self, start: int, end: int, skipped: Span, *, first: bool) -> Iterator[Span]:
        """Yield a stretch of the new text, or the line at one edge when it is a page."""
        if end - start <= _PAGE:
            yield start, end
        elif self._old.find("\n", *skipped) < 0:
            place = self._new.find("\n", start, end) if first else self._new.rfind("\n", start, end)
            if first:
                yield start, end if place < 0 else place
            else:
                yield max(start, place + 1), end

    def _same_words(self, start: int, end: int) -> Iterator[Span]:
        """Yield where whole words that are gone from their place were written elsewhere."""
        start = max(start, self._sought)
        if start >= end:
            return
        self._sought = end
        if self._words is None:
            self._words = {}
            typed = (words_in(self._new, span) for span in gaps_in_new(self._blocks))
            for word, place in islice(chain.from_iterable(typed), _MOST_READ):
                self._words.setdefault(word, []).append(place)
        for word, _ in words_in(self._old, (start, end)):
            places = self._words.pop(word, [])
            if len(places) <= _MOST_PLACES and self._found < _MOST_WORDS:
                self._found += len(places)
                yield from places

    def _typed_from(self, place: int) -> int:
        """Return where the typed stretch that reaches up to a place begins, or the place."""
        span = self._typed_at(place - 1)
        return span[0] if span else place

    def _typed_to(self, place: int) -> int:
        """Return where the typed stretch that a place is in ends, or the place."""
        span = self._typed_at(place)
        return span[1] if span else place

    def _typed_at(self, place: int) -> Span | None:
        rank = bisect_right(self._typed, (place, len(self._new) + 1)) - 1
        return self._typed[rank] if rank >= 0 and place < self._typed[rank][1] else None
