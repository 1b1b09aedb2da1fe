"""Forms classes of people who leave together from now on; decides from quasi-identifiers alone.

Each bundle by itself may be anonymous and the series still betray people: whoever lays two of them
on one another sees who came, who went, and whose row has changed. So a class, once formed, stays as
it is. It leaves whole or not at all, and every new one is made of new people only.

What is sensitive has no say in who is put together: a class that was made coarser because all of
its members had suffered the same would tell exactly that. Where all members of a finished class
share a sensitive answer, that field is withheld in this class.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from intake.disclosure.hierarchies import QuasiField
from intake.disclosure.k_anonymity import Row
from intake.disclosure.schemes import Record, Scheme, generalised


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


def form_classes(
    candidates: Sequence[Candidate],
    quasi: Sequence[QuasiField],
    schemes: Sequence[Scheme],
    k: int,
) -> Formed:
    """Put new people into classes, each at the first scheme of the list that gives it k people.

    People who count as one are never in two classes: the first one that they are in has them, and
    their other records wait.

    Args:
        candidates: People of whom nothing has left.
        quasi: All fields that could single somebody out.
        schemes: A published list, from fine to coarse.
        k: Least number of unrelated people in a class.
    """
    classes: list[NewClass] = []
    left, placed = list(candidates), set[str]()
    others: list[Candidate] = []
    for scheme in schemes:
        formed = _at(scheme, left, quasi, k)
        inside = {row.handle for each in formed for row in each.rows}
        placed.update(row.unit for each in formed for row in each.rows)
        classes += formed
        rest = [each for each in left if each.record.handle not in inside]
        others += [each for each in rest if each.record.unit in placed]
        left = [each for each in rest if each.record.unit not in placed]
        if len(left) < k:
            break
    return Formed(tuple(classes), tuple(each.record.handle for each in (*left, *others)))


def _at(
    scheme: Scheme, candidates: Sequence[Candidate], quasi: Sequence[QuasiField], k: int
) -> list[NewClass]:
    alike: dict[tuple[str, ...], list[tuple[Candidate, Row]]] = defaultdict(list)
    for each in candidates:
        row = generalised(each.record, quasi, scheme)
        alike[each.terms, *row.values.values()].append((each, row))
    classes = []
    placed: set[str] = set()
    for group in alike.values():
        members = [(each, row) for each, row in group if row.unit not in placed]
        people = {row.unit for _, row in members}
        if len(people) >= k:
            placed |= people
            withheld = certain(each.sensitive for each, _ in members)
            rows = tuple(row for _, row in members)
            classes.append(NewClass(scheme, rows, len(people), withheld))
    return classes


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
