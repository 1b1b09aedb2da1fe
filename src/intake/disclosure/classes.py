"""What a class of people who leave together is, and what it would tell; ``forming`` makes them.

Each bundle by itself may be anonymous and the series still betray people: whoever lays two of them
on one another sees who came, who went, and whose row has changed. So a class, once formed, stays as
it is. It leaves whole or not at all, and every new one is made of new people only.

What is sensitive has no say in who is put together: a class that was made coarser because all of
its members had suffered the same would tell exactly that. Where all members of a finished class
share a sensitive answer, that field is withheld in this class.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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


def certain(answers: Iterable[Mapping[str, frozenset[str]]]) -> frozenset[str]:
    """Return the fields of which some answer is given by everybody, and so is certain for each.

    Args:
        answers: The sensitive answers of each member of a class, by field.
    """
    members = list(answers)
    fields = frozenset[str]().union(*members)
    nothing = frozenset[str]()
    return frozenset(
        field
        for field in fields
        if frozenset.intersection(*(each.get(field, nothing) for each in members))
    )
