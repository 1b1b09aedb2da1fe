"""Says which stretches of an old text still stand in a new one, and where: moved ones as well.

First what is equal at both ends, then paragraphs, sentences and phrases wherever they stand now,
then single words in their order. A stretch that was found grows over the equal characters around
it. Every step looks at each word once, so that no two texts take long.
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


# What was found of a kind, in order, and where; numbers stand where a stretch ends.
_Units = list[tuple[str | int, int]]

# Letters of scripts that are written without spaces are words by themselves.
_UNSPACED = "\u0e00-\u109f\u1780-\u17ff\u2e80-\U0010ffff"
WORD = re.compile(rf"[^\W{_UNSPACED}]+|\w")
_INSIDE = re.compile(rf"(?<=[^\W{_UNSPACED}])(?=[^\W{_UNSPACED}])")
# What is looked for wherever it stands now, and how many of it in a row: a single word may come
# back elsewhere by chance. Where both texts together have more than the last number of it in what
# changed, it is not looked for; so many sentences would be words with full stops.
_LEVELS = (
    (re.compile(r"\w[^\n]*"), 1, 60_000),
    (re.compile(r"\w[^\n.!?]*"), 1, 10_000),
    (WORD, 3, 60_000),
)
# A longer word is not looked through for its beginning.
_LONGEST_WORD = 60
# Of more stretches than this only the longest are kept: what is between them counts as changed.
_MOST_STRETCHES = 2_000
# Among more words than this, or in more changes than this, single words are not looked for.
_MOST_COMPARED = 60_000
_MOST_CHANGES = 1_000


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
    for unit, width, most in _LEVELS:
        olds, news = gaps_in_old(blocks), gaps_in_new(blocks)
        if _count(old, olds, unit) + _count(new, news, unit) > most:
            continue
        here, there = _units(old, olds, unit, 1), _units(new, news, unit, -1)
        found = _standing_alone(old, new, here, there, width)
        blocks = _grown(old, new, blocks + found, whole_words=True)
        if len(blocks) > _MOST_STRETCHES:
            break
    else:
        blocks += _words_in_order(old, new, blocks)
    return tuple(_grown(old, new, blocks, whole_words=False))


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


def _standing_alone(old: str, new: str, here: _Units, there: _Units, width: int) -> list[Block]:
    """Return what stands once in what changed of each text, wherever it stands now."""
    runs: list[Block] = []
    last = -2, -2
    for pair in _alone_in_both(_in_a_row(here, width), _in_a_row(there, width)):
        start, place = here[pair[0]][1], there[pair[1]][1]
        size = len(str(here[pair[0]][0]))
        if (pair[0] - 1, pair[1] - 1) == last and _meets(old, new, runs[-1], (start, place)):
            runs[-1] = Block(runs[-1].old, runs[-1].new, start + size - runs[-1].old)
        else:
            runs.append(Block(start, place, size))
        last = pair
    return _longest(runs)


def _longest(runs: list[Block]) -> list[Block]:
    many = len(runs) > _MOST_STRETCHES
    return nlargest(_MOST_STRETCHES, runs, key=itemgetter(2)) if many else runs


def _units(text: str, spans: Iterable[tuple[int, int]], unit: re.Pattern[str], mark: int) -> _Units:
    """Return the units in stretches of a text and their places.

    Behind each stretch stands a number that is nowhere else, so that no row crosses its end.
    """
    found: _Units = []
    for start, end in spans:
        found += [(each[0], each.start()) for each in unit.finditer(text, start, end)]
        found.append((mark * (len(found) + 1), end))
    return found


def _in_a_row(units: _Units, width: int) -> list[Hashable]:
    keys: list[Hashable] = [key for key, _ in units]
    return keys if width == 1 else list(zip(*(keys[n:] for n in range(width)), strict=False))


def _meets(old: str, new: str, before: Block, at: tuple[int, int]) -> bool:
    return old[before.old_end : at[0]] == new[before.new_end : at[1]]


def _alone_in_both(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Return the places of what stands once in each of two sequences, by place in the old one."""
    here = dict(zip(old, range(len(old)), strict=True))
    there = dict(zip(new, range(len(new)), strict=True))
    common = [(key, place) for key, place in here.items() if key in there]
    # What comes again has another first place than last one.
    first_here = dict(zip(reversed(old), range(len(old) - 1, -1, -1), strict=True))
    first_there = dict(zip(reversed(new), range(len(new) - 1, -1, -1), strict=True))
    return sorted(
        (place, there[key])
        for key, place in common
        if first_here[key] == place and first_there[key] == there[key]
    )


def _count(text: str, spans: Iterable[tuple[int, int]], unit: re.Pattern[str]) -> int:
    return sum(len(unit.findall(text, start, end)) for start, end in spans)


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
        if len(gone) + len(come) <= _MOST_COMPARED and not set(gone).isdisjoint(come):
            found += _in_order(old, new, before, after)
    return _longest(found)


def _in_order(old: str, new: str, before: Block, after: Block) -> Iterator[Block]:
    here = list(WORD.finditer(old, before.old_end, after.old))
    there = list(WORD.finditer(new, before.new_end, after.new))
    pairs = _alone_in_both([word[0] for word in here], [word[0] for word in there])
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
