"""Says which stretches of an old text still stand in a new one, and where: moved ones as well.

First what is equal at both ends, then paragraphs, then phrases, both wherever they stand now, then
single words in their order. A stretch that was found grows over the equal characters around it.
Every step looks at each word once, so that no two texts take long.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator, Sequence
from heapq import nlargest
from itertools import islice, pairwise
from operator import itemgetter
from typing import NamedTuple


class Block(NamedTuple):
    """An equal stretch: ``old[old : old + size]`` is ``new[new : new + size]``."""

    old: int
    new: int
    size: int

    @property
    def old_end(self) -> int:
        """Where it ends in the old text."""
        return self.old + self.size

    @property
    def new_end(self) -> int:
        """Where it ends in the new text."""
        return self.new + self.size


# Letters of scripts that are written without spaces are words by themselves.
_UNSPACED = "\u0e00-\u109f\u1780-\u17ff\u2e80-\U0010ffff"
WORD = re.compile(rf"[^\W{_UNSPACED}]+|\w")
_INSIDE = re.compile(rf"(?<=[^\W{_UNSPACED}])(?=[^\W{_UNSPACED}])")
# Words in a phrase. A single word may come back elsewhere by chance.
_PHRASE = 3
# A longer word is not looked through for its beginning.
_LONGEST_WORD = 60
# Texts that changed in more words than this are not looked through for phrases, and of more
# stretches than this only the longest are kept: what is between counts as changed.
_MOST_WORDS = 30_000
_MOST_STRETCHES = 4_000
# In more changes than this, single words between them are not looked for.
_MOST_CHANGES = 2_000


def align(old: str, new: str) -> tuple[Block, ...]:
    """Return the equal stretches of two texts by their place in the old one.

    No character is in two of them. The first one begins where both texts begin and the last one
    ends where both end; these two may be empty.
    """
    shortest = min(len(old), len(new))
    head = equal_ahead(old, new, (0, 0), shortest)
    tail = equal_behind(old, new, (len(old), len(new)), shortest)
    if head + tail >= shortest:  # one stretch was written or taken out, and nothing else
        tail = shortest - head
        return Block(0, 0, head), Block(len(old) - tail, len(new) - tail, tail)
    blocks = _ends(old, new, head, tail)
    blocks = _grown(old, new, blocks + _paragraphs(old, new, blocks), whole_words=True)
    blocks = _grown(old, new, blocks + _phrases(old, new, blocks), whole_words=True)
    return tuple(_grown(old, new, blocks + _words_in_order(old, new, blocks), whole_words=False))


def equal_ahead(old: str, new: str, at: tuple[int, int], limit: int) -> int:
    """Return how many of the next ``limit`` characters behind two places are equal."""
    here, there = at
    done, step, halving = 0, 1, False
    while done < limit:
        size = min(step, limit - done)
        if old[here + done : here + done + size] == new[there + done : there + done + size]:
            done += size
            step = max(1, step // 2) if halving else step * 2
        elif size == 1:
            break
        else:
            step, halving = size // 2, True
    return done


def equal_behind(old: str, new: str, at: tuple[int, int], limit: int) -> int:
    """Return how many of the last ``limit`` characters before two places are equal."""
    here, there = at
    done, step, halving = 0, 1, False
    while done < limit:
        size = min(step, limit - done)
        before = old[here - done - size : here - done]
        if before == new[there - done - size : there - done]:
            done += size
            step = max(1, step // 2) if halving else step * 2
        elif size == 1:
            break
        else:
            step, halving = size // 2, True
    return done


def _ends(old: str, new: str, head: int, tail: int) -> list[Block]:
    """Return the whole lines at both ends, so that a paragraph that moved is seen as a whole."""
    head = old.rfind("\n", 0, head) + 1
    first = old.find("\n", len(old) - tail) + 1
    tail = len(old) - first if first else 0
    return [Block(0, 0, head), Block(len(old) - tail, len(new) - tail, tail)]


def _paragraphs(old: str, new: str, blocks: list[Block]) -> list[Block]:
    """Return the lines with words that stand once in the changed part of each text."""
    (old_lines, old_starts), (new_lines, new_starts) = (
        _lines(old, blocks[0].old_end, blocks[1].old),
        _lines(new, blocks[0].new_end, blocks[1].new),
    )
    runs: list[Block] = []
    last = -2, -2
    for here, there in _alone_in_both(old_lines, new_lines):
        line = Block(old_starts[here], new_starts[there], len(old_lines[here]))
        if (here - 1, there - 1) == last and runs:
            before = runs[-1]
            runs[-1] = Block(before.old, before.new, line.old_end - before.old)
        elif WORD.search(old_lines[here]):
            runs.append(line)
        last = here, there
    return _longest(runs)


def _lines(text: str, start: int, end: int) -> tuple[list[str], list[int]]:
    lines = text[start:end].split("\n")
    starts = []
    for line in lines:
        starts.append(start)
        start += len(line) + 1
    return lines, starts


def _alone_in_both(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[tuple[int, int]]:
    """Yield the places of what stands once in each of two sequences, by place in the old one."""
    there = dict(_alone(new))
    for key, place in _alone(old):
        if key in there:
            yield place, there[key]


def _alone(keys: Sequence[Hashable]) -> Iterator[tuple[Hashable, int]]:
    last = dict(zip(keys, range(len(keys)), strict=True))
    # A key that comes again has a later place than its first one.
    if len(last) == len(keys):
        yield from last.items()
        return
    first = dict(zip(reversed(keys), range(len(keys) - 1, -1, -1), strict=True))
    yield from ((key, place) for key, place in last.items() if first[key] == place)


def _phrases(old: str, new: str, blocks: list[Block]) -> list[Block]:
    """Return phrases that stand once in what changed of each text, wherever they stand now."""
    olds, news = gaps_in_old(blocks), gaps_in_new(blocks)
    if not olds or not news:
        return []
    if _count(old, olds) + _count(new, news) > 2 * _MOST_WORDS:
        return []
    old_words, old_places = _words(old, olds, 1)
    new_words, new_places = _words(new, news, -1)
    runs: list[Block] = []
    last = -2, -2
    for here, there in _alone_in_both(_runs(old_words), _runs(new_words)):
        word = Block(old_places[here], new_places[there], len(str(old_words[here])))
        if (here - 1, there - 1) == last and _joins(old, new, runs[-1], word):
            before = runs[-1]
            runs[-1] = Block(before.old, before.new, word.old_end - before.old)
        else:
            runs.append(word)
        last = here, there
    return _longest(runs)


def _longest(runs: list[Block]) -> list[Block]:
    return (
        nlargest(_MOST_STRETCHES, runs, key=itemgetter(2)) if len(runs) > _MOST_STRETCHES else runs
    )


def _count(text: str, spans: Iterable[tuple[int, int]]) -> int:
    return sum(len(WORD.findall(text, start, end)) for start, end in spans)


def _words(
    text: str, spans: Iterable[tuple[int, int]], mark: int
) -> tuple[list[Hashable], list[int]]:
    """Return the words in stretches of a text and their places.

    Between two stretches stands a number that no other text has, so that no phrase crosses.
    """
    words: list[Hashable] = []
    places: list[int] = []
    for start, end in spans:
        for found in WORD.finditer(text, start, end):
            words.append(found[0])
            places.append(found.start())
        words.append(mark * (len(words) + 1))
        places.append(end)
    return words, places


def _runs(words: list[Hashable]) -> list[Hashable]:
    return list(zip(*(words[skip:] for skip in range(_PHRASE)), strict=False))


def _joins(old: str, new: str, before: Block, after: Block) -> bool:
    between = old[before.old_end : after.old]
    return between == new[before.new_end : after.new]


def _words_in_order(old: str, new: str, blocks: list[Block]) -> list[Block]:
    """Return words that stand once on both sides of a change, as far as they kept their order."""
    found: list[Block] = []
    changes = (
        (before, after)
        for before, after in _next_to_each_other(blocks)
        if before.old_end < after.old and before.new_end < after.new
    )
    for before, after in islice(changes, _MOST_CHANGES):
        gone = WORD.findall(old, before.old_end, after.old)
        come = WORD.findall(new, before.new_end, after.new) if gone else []
        if len(gone) + len(come) <= 2 * _MOST_WORDS and not set(gone).isdisjoint(come):
            found += _in_order(old, new, before, after)
    return _longest(found)


def _in_order(old: str, new: str, before: Block, after: Block) -> Iterator[Block]:
    here = list(WORD.finditer(old, before.old_end, after.old))
    there = list(WORD.finditer(new, before.new_end, after.new))
    pairs = list(_alone_in_both([word[0] for word in here], [word[0] for word in there]))
    for gone, come in _rising(pairs):
        yield Block(here[gone].start(), there[come].start(), len(here[gone][0]))


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the most pairs, sorted by their first, whose second rises too (patience sorting)."""
    tops: list[int] = []
    holders: list[int] = []
    below: list[int] = []
    for index, (_, there) in enumerate(pairs):
        pile = bisect_left(tops, there)
        below.append(holders[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [there]
        holders[pile : pile + 1] = [index]
    chosen = []
    index = holders[-1] if holders else -1
    while index >= 0:
        chosen.append(pairs[index])
        index = below[index]
    return chosen[::-1]


def _grown(old: str, new: str, found: list[Block], *, whole_words: bool) -> list[Block]:
    """Return blocks with the equal characters around them, joined where they meet.

    Args:
        old: The old text.
        new: The new text.
        found: Blocks in any order; no two share a character.
        whole_words: Leave a word that would be cut, for it may have moved as a whole.
    """
    blocks = sorted(found, key=itemgetter(0, 2))
    order = sorted(range(len(blocks)), key=lambda index: blocks[index][1:])
    _grow_ahead(old, new, blocks, order, whole_words)
    _grow_behind(old, new, blocks, order, whole_words)
    joined = blocks[:1]
    for block in blocks[1:]:
        before = joined[-1]
        if (block.old, block.new) == (before.old_end, before.new_end):
            joined[-1] = Block(before.old, before.new, before.size + block.size)
        else:
            joined.append(block)
    return joined


def _grow_ahead(
    old: str,
    new: str,
    blocks: list[Block],
    order: list[int],
    whole: bool,  # noqa: FBT001 (private)
) -> None:
    for here, after in pairwise(order):
        start, there, size = blocks[here]
        ahead = blocks[here + 1].old if here + 1 < len(blocks) else start + size
        room = min(ahead - start, blocks[after].new - there) - size
        if room > 0 and old[start + size] == new[there + size]:
            size += equal_ahead(old, new, (start + size, there + size), room)
            if whole:
                size -= _begun(old, new, (start + size, there + size), size - blocks[here].size)
            blocks[here] = Block(start, there, size)


def _grow_behind(
    old: str,
    new: str,
    blocks: list[Block],
    order: list[int],
    whole: bool,  # noqa: FBT001 (private)
) -> None:
    for before, here in pairwise(order):
        start, there, size = blocks[here]
        room = min(start - blocks[here - 1].old_end if here else 0, there - blocks[before].new_end)
        if room > 0 and old[start - 1] == new[there - 1]:
            grown = equal_behind(old, new, (start, there), room)
            if whole:
                grown -= _ended(old, new, (start - grown, there - grown), grown)
            blocks[here] = Block(start - grown, there - grown, size + grown)


def _begun(old: str, new: str, at: tuple[int, int], room: int) -> int:
    """Return how many characters before two places belong to a word that goes on in either."""
    here, there = at
    for back in range(min(room, _LONGEST_WORD)):
        if not (_INSIDE.match(old, here - back) or _INSIDE.match(new, there - back)):
            return back
    return room


def _ended(old: str, new: str, at: tuple[int, int], room: int) -> int:
    """Return how many characters behind two places belong to a word that began in either."""
    here, there = at
    for on in range(min(room, _LONGEST_WORD)):
        if not (_INSIDE.match(old, here + on) or _INSIDE.match(new, there + on)):
            return on
    return room


def in_new_order(blocks: Iterable[Block]) -> list[Block]:
    """Return blocks by their place in the new text."""
    return sorted(blocks, key=itemgetter(1, 2))


def words_in(text: str, span: tuple[int, int]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the words of a stretch and their places, whole where one reaches over its edges."""
    start, end = span
    for found in WORD.finditer(text, _word_start(text, start), _word_end(text, end)):
        yield found[0], found.span()


def _word_start(text: str, place: int) -> int:
    lowest = max(0, place - _LONGEST_WORD)
    while place > lowest and _INSIDE.match(text, place):
        place -= 1
    return place


def _word_end(text: str, place: int) -> int:
    highest = min(len(text), place + _LONGEST_WORD)
    while place < highest and _INSIDE.match(text, place):
        place += 1
    return place


def _next_to_each_other(blocks: Sequence[Block]) -> Iterator[tuple[Block, Block]]:
    """Yield the pairs that follow each other in both texts."""
    order = sorted(range(len(blocks)), key=lambda index: blocks[index][1:])
    return ((blocks[a], blocks[b]) for a, b in pairwise(order) if b == a + 1)


def gaps_in_old(blocks: Iterable[Block]) -> list[tuple[int, int]]:
    """Return the stretches of the old text that are in no block."""
    return [(b.old_end, after.old) for b, after in pairwise(blocks) if b.old_end < after.old]


def gaps_in_new(blocks: Iterable[Block]) -> list[tuple[int, int]]:
    """Return the stretches of the new text that are in no block."""
    return [
        (b.new_end, after.new)
        for b, after in pairwise(in_new_order(blocks))
        if b.new_end < after.new
    ]
