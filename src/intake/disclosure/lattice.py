"""The published lattice of schemes, and its order for what somebody wants to keep; sees no data.

Facts belong together on axes (time, place, age ...). Each axis has a few published rungs from fine
to coarse, and a scheme is one rung of each. What one person would rather keep than another only
changes the order in which the schemes are tried, never what a scheme is: levels that were tuned
to the people at hand would tell something about them.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from types import MappingProxyType

from intake.disclosure.hierarchies import Level, QuasiField
from intake.disclosure.schemes import Scheme, published_schemes
from intake.resources import resource_path

GIVEN_UP, USUAL, MOST = 0, 2, 4
_FINE = ("a", "b")  # rungs with everything in them: only all of them together
_COARSE = ("1", "2", "3", "4")

NO_WEIGHTS: Mapping[str, int] = MappingProxyType({})
# How much it matters to keep an axis, ``GIVEN_UP`` to ``MOST``; one that is absent is ``USUAL``.
Weights = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of an axis.

    Attributes:
        letter: Its name in the names of schemes.
        cost: What is lost of the axis, 0 to 1; published like the levels.
        levels: Of every field of the axis.
    """

    letter: str
    cost: float
    levels: Mapping[str, Level]

    @property
    def is_gone(self) -> bool:
        """Whether nothing of the axis is left."""
        return set(self.levels.values()) == {Level.WITHHELD}


@dataclass(frozen=True, slots=True)
class Axis:
    """Facts that are made coarse together."""

    name: str
    rungs: tuple[Rung, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of its fields."""
        return tuple(self.rungs[0].levels)

    def among(self, letters: Sequence[str]) -> tuple[Rung, ...]:
        """Return the rungs with these names."""
        return tuple(rung for rung in self.rungs if rung.letter in letters)


@dataclass(frozen=True, slots=True)
class Node:
    """A scheme of the lattice with what it costs on each axis."""

    scheme: Scheme
    rungs: tuple[Rung, ...]


def read_axes(lines: Iterable[str]) -> tuple[Axis, ...]:
    """Return the axes of a published list.

    Args:
        lines: CSV with a column for each rung; each axis begins with a line of costs, without a
            field.

    Raises:
        ValueError: A field has a hole, a level that is unknown, or lies on two axes; or an axis
            does not end with all of its fields withheld.
    """
    axes: dict[str, list[dict[str, str]]] = {}
    for row in csv.DictReader(lines):
        axes.setdefault(row["axis"], []).append(row)
    made = tuple(_axis(name, rows) for name, rows in axes.items())
    fields = [field for axis in made for field in axis.fields]
    if len(fields) != len(set(fields)):
        raise ValueError("a field lies on two axes")
    return made


def _axis(name: str, rows: Sequence[Mapping[str, str]]) -> Axis:
    costs, *fields = rows
    letters = [letter for letter in (*_FINE, *_COARSE) if costs.get(letter)]
    for row in fields:
        holes = [letter for letter in letters if not row.get(letter)]
        if holes:
            raise ValueError(f"{row['field']} has no level at rung {holes[0]} of {name}")
    rungs = tuple(
        Rung(
            letter,
            float(costs[letter]),
            MappingProxyType({row["field"]: Level(row[letter]) for row in fields}),
        )
        for letter in letters
    )
    if not (fields and rungs and rungs[-1].is_gone):
        raise ValueError(f"{name} does not end with its fields withheld")
    return Axis(name, rungs)


@cache
def published_axes() -> tuple[Axis, ...]:
    """Return the shipped axes."""
    with resource_path("disclosure", "lattice.csv").open(encoding="utf-8", newline="") as lines:
        return read_axes(lines)


def nodes_of(axes: Sequence[Axis]) -> tuple[Node, ...]:
    """Return every scheme of the lattice: one for each choice of rungs, none that tells nothing."""
    found: dict[tuple[Level, ...], Node] = {}
    for letters in (_FINE, _COARSE):
        for rungs in product(*(axis.among(letters) or axis.rungs[:1] for axis in axes)):
            levels = {field: level for rung in rungs for field, level in rung.levels.items()}
            scheme = Scheme("".join(rung.letter for rung in rungs), MappingProxyType(levels))
            if not all(rung.is_gone for rung in rungs):
                found.setdefault(tuple(levels.values()), Node(scheme, rungs))
    return tuple(found.values())


@cache
def _published_nodes() -> tuple[Node, ...]:
    return nodes_of(published_axes())


def ordered(nodes: Sequence[Node], axes: Sequence[Axis], weights: Weights) -> tuple[Scheme, ...]:
    """Return the schemes from what is missed least to what is missed most.

    An axis that is given up is withheld in all of them. Of two that cost the same the finer one
    comes first, whatever the weights.

    Args:
        nodes: The lattice.
        axes: Its axes.
        weights: How much it matters to keep each.

    Raises:
        ValueError: An axis is unknown or a weight out of range, or everything is given up.
    """
    names = [axis.name for axis in axes]
    if not weights.keys() <= set(names):
        raise ValueError(f"the axes are {', '.join(names)}")
    if not all(GIVEN_UP <= weight <= MOST for weight in weights.values()):
        raise ValueError(f"a weight is {GIVEN_UP} to {MOST}")
    each = [weights.get(name, USUAL) for name in names]
    kept = [node for node in nodes if _gives_up(node, each)]
    if not kept:
        raise ValueError("everything is given up")

    def cost(node: Node) -> tuple[float, float, str]:
        weighed = sum(w * rung.cost for w, rung in zip(each, node.rungs, strict=True))
        plain = sum(rung.cost for rung in node.rungs)
        return round(weighed, 6), round(plain, 6), node.scheme.name

    return tuple(node.scheme for node in sorted(kept, key=cost))


def _gives_up(node: Node, weights: Sequence[int]) -> bool:
    pairs = zip(weights, node.rungs, strict=True)
    return all(rung.is_gone for weight, rung in pairs if weight == GIVEN_UP)


@lru_cache(maxsize=64)
def _in_order(weights: tuple[tuple[str, int], ...]) -> tuple[Scheme, ...]:
    return ordered(_published_nodes(), published_axes(), dict(weights))


def lattice(weights: Weights = NO_WEIGHTS) -> tuple[Scheme, ...]:
    """Return the published lattice in the order for some weights; see ``ordered``."""
    return _in_order(tuple(sorted(weights.items())))


@cache
def known_schemes() -> Mapping[str, Scheme]:
    """Return every published scheme by name, those of the list before the lattice first.

    Classes that left under one of those still stand.
    """
    known = (*published_schemes(), *lattice())
    return MappingProxyType({scheme.name: scheme for scheme in known})


def by_axis(quasi: Sequence[QuasiField]) -> tuple[tuple[QuasiField, ...], ...]:
    """Return fields as they lie on the published axes; those on none leave in no scheme."""
    named = {each.name: each for each in quasi}
    return tuple(
        tuple(named[field] for field in axis.fields if field in named) for axis in published_axes()
    )
