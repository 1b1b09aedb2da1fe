"""What a class of people who leave together is, and what it would tell; ``forming`` makes them.

Each bundle by itself may be anonymous and the series still betray people: whoever lays two of them
on one another sees who came, who went, and whose row has changed. So a class, once formed, stays as
it is. It leaves whole or not at all, and every new one is made of new people only.

What is sensitive has no say in who is put together: a class that was made coarser because all of
its members had suffered the same would tell exactly that. Where all members of a finished class
share a sensitive answer, or all but one, that field is withheld in this class.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from intake.disclosure.k_anonymity import Row
from intake.disclosure.schemes import Record, Scheme


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who has not left yet.

    Attributes:
        terms: Names equal terms of consent: who differs in them must never share a class, or one
            purpose would split what another one has put together.
        sensitive: For each sensitive field that would leave, the answers given; none where there
            is no answer.
    """

    record: Record
    terms: str
    sensitive: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class NewClass:
    """People who look alike.

    Attributes:
        rows: Their generalised values, all the same; in the order in which they were given.
        people: How many unrelated people they are.
        withheld: Sensitive fields that would be certain for everybody in the class.
    """

    scheme: Scheme
    rows: tuple[Row, ...]
    people: int
    withheld: frozenset[str]


@dataclass(frozen=True, slots=True)
class Formed:
    """The classes, finest first, and the handles of those who wait for more people like them."""

    classes: tuple[NewClass, ...]
    waiting: tuple[str, ...]


def certain(members: Iterable[tuple[str, Mapping[str, frozenset[str]]]]) -> frozenset[str]:
    """Return the fields of which some answer would be certain for somebody in a class.

    That is so for everybody where all gave it; and where all but one did, it is to that one, who
    knows the own row. Where somebody stands in several rows, as one person recorded twice does,
    only an answer can be theirs that stands in as many rows: whoever knows of the two records looks
    for a pair.

    Args:
        members: (unit, sensitive answers by field) of each row; rows of one unit count as one.
    """
    rows = list(members)
    fields = frozenset[str]().union(*(answers for _, answers in rows))
    found = set()
    for field in fields:
        given: dict[str, list[frozenset[str]]] = defaultdict(list)
        for unit, answers in rows:
            given[unit].append(answers.get(field, frozenset()))
        if _is_shared(given) or _is_the_only_pair(given):
            found.add(field)
    return frozenset(found)


def _is_shared(given: Mapping[str, Sequence[frozenset[str]]]) -> bool:
    """Tell whether all people gave an answer, or all but one of three or more."""
    odd = 1 if len(given) > 2 else 0  # noqa: PLR2004 (of two, each knows that there is the other)
    texts = frozenset[str]().union(*(answer for each in given.values() for answer in each))
    return any(
        sum(any(text not in answer for answer in each) for each in given.values()) <= odd
        for text in texts
    )


def _is_the_only_pair(given: Mapping[str, Sequence[frozenset[str]]]) -> bool:
    """Tell whether somebody's answer is the only one that stands in so many rows."""
    often = Counter(answer for each in given.values() for answer in each)
    for each in given.values():
        possible = [answer for answer, times in often.items() if times >= len(each)]
        if possible and frozenset.intersection(*possible, *each):
            return True
    return False
