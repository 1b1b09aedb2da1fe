"""Says what somebody could work out about hidden cells of a table; hides none itself.

A table with its margins is a flow that goes round: from the grand total to the rows, through the
cells to the columns, and back. Every hidden number is an arc whose flow is unknown, every published
one is fixed, so the range that a hidden number may have follows from the ways in which flow can go
round another way.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

Node = tuple[str, str]
_ENDLESS = 1 << 60


class Arc(NamedTuple):
    """One number of a table, as an arc between two sums; ``name`` is its (row, column)."""

    tail: Node
    head: Node
    name: tuple[str, str]


class Range(NamedTuple):
    """What a hidden number may be; ``high`` is ``None`` when nothing bounds it."""

    low: int
    high: int | None


def possible_range(values: Mapping[Arc, int], hidden: AbstractSet[Arc], arc: Arc) -> Range:
    """Return the exact range of a hidden number for somebody who sees all others.

    Args:
        values: All numbers of the table with its margins; they add up.
        hidden: The numbers that are not published.
        arc: One of the hidden numbers.
    """
    others = {each: values[each] for each in hidden if each != arc}
    value = values[arc]
    down = _flow(others, arc.tail, arc.head, value)
    up = _flow(others, arc.head, arc.tail, _ENDLESS)
    return Range(value - down, None if up >= _ENDLESS else value + up)


def _flow(hidden: Mapping[Arc, int], start: Node, end: Node, limit: int) -> int:
    """Return how much of ``limit`` can go from start to end over the hidden arcs.

    Along an arc a number may grow without end, against it shrink to zero.
    """
    room: dict[Node, dict[Node, int]] = defaultdict(lambda: defaultdict(int))
    for arc, value in hidden.items():
        room[arc.tail][arc.head] += _ENDLESS
        room[arc.head][arc.tail] += value
    total = 0
    while total < limit:
        path = _path(room, start, end)
        if not path:
            break
        amount = min(limit - total, *(room[tail][head] for tail, head in path))
        for tail, head in path:
            room[tail][head] -= amount
            room[head][tail] += amount
        total += amount
    return total


def _path(
    room: Mapping[Node, Mapping[Node, int]], start: Node, end: Node
) -> list[tuple[Node, Node]]:
    """Return a shortest way from start to end as its steps; empty when there is none."""
    came_from: dict[Node, Node] = {start: start}
    waiting = deque([start])
    while waiting and end not in came_from:
        node = waiting.popleft()
        for following, left in room[node].items():
            if left > 0 and following not in came_from:
                came_from[following] = node
                waiting.append(following)
    if end not in came_from:
        return []
    steps = []
    node = end
    while node != start:
        steps.append((came_from[node], node))
        node = came_from[node]
    return steps[::-1]
