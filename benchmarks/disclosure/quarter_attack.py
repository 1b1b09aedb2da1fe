"""Attacks bundles out of their opened files alone; knows nothing of how the program protects them.

The attacker holds the bundles of all recipients and knows everything about everybody but what is
sensitive: facts, families, consents, when somebody was corrected or took consent back. Beyond that
the attacker is told which row of one bundle is which of another one, so that what is found here is
more than anybody could find out. Which person a row is of nobody tells.
"""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

_TABLES = ("interviews", "events", "displacements", "needs")
_KNOWN = frozenset({"quasi", "quasi_sensitive"})
_PSEUDONYM = re.compile(r"\[P[0-9]+, ")
_SMALL = 5
Cells = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Row:
    """What stands about one interviewee in all tables of a bundle.

    Attributes:
        known: Cells of columns whose truth an attacker knows, and why a cell is empty.
        told: The sensitive answers by column, none where there is none.
        all: Every cell.
    """

    known: Cells
    told: Mapping[str, frozenset[str]]
    all: Cells


@dataclass(frozen=True)
class Opened:
    """The files of one bundle.

    Attributes:
        rows: By their number in the bundle.
        statements: Their words, without the numbers that are fresh in each bundle.
        counts: Every number that the bundle tells of people who stayed out.
    """

    rows: Mapping[str, Row]
    statements: frozenset[str]
    counts: Mapping[str, str]


@dataclass(frozen=True)
class Found:
    """What an attack found out.

    Attributes:
        people: How many people left in some bundle.
        fewest: The least number of unrelated people that somebody's rows can be of.
        under: People with fewer candidates than 5.
        certain: People of whom some sensitive answer is certain, be it only to one of those who
            look like them, who knows the own row.
        fewest_by_facts: The least number of unrelated people in one bundle whom somebody's facts
            fit, of those that fit anybody.
        fewest_for_words: The least number of unrelated people that somebody's statement can be of.
        small_counts: Pairs of bundles whose numbers differ by fewer than 5.
    """

    people: int
    fewest: int
    under: int
    certain: int
    fewest_by_facts: int
    fewest_for_words: int
    small_counts: int


def read(folder: Path) -> Opened:
    """Read a bundle that was opened into a folder."""
    classes = _classes(folder)
    cells: dict[str, dict[str, str]] = defaultdict(dict)
    for table in _TABLES:
        for line in _lines(folder / "data" / f"{table}.csv"):
            number = line.pop("id", None) or line.pop("interview_id")
            cells[number].update({f"{table}.{name}": text for name, text in line.items()})
    path = folder / "data" / "statements.csv"
    words = _lines(path) if path.exists() else []
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    privacy = json.loads((folder / "PRIVACY.json").read_text("utf-8"))
    return Opened(
        {number: _row(each, classes) for number, each in cells.items()},
        frozenset(_PSEUDONYM.sub("[P, ", line["text"]) for line in words),
        {**manifest["withheld"], "rows that stayed out": privacy["suppressed_rows"]},
    )


def _lines(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _classes(folder: Path) -> dict[str, str]:
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    return {
        f"{resource['name']}.{each['name']}": each["intake:disclosure"]
        for resource in package["resources"]
        for each in resource["schema"]["fields"]
    }


def _row(cells: Mapping[str, str], classes: Mapping[str, str]) -> Row:
    gaps = {name for name in cells if name.endswith("_reason")}
    known = tuple(
        (name, text if classes[name] in _KNOWN else str(text == "withheld"))
        for name, text in sorted(cells.items())
        if classes[name] in _KNOWN or name in gaps
    )
    told = {
        name: frozenset(text.split(";")) if text else frozenset()
        for name, text in cells.items()
        if classes[name] == "sensitive" and name not in gaps
    }
    return Row(known, told, tuple(sorted(cells.items())))


# -- facts ----------------------------------------------------------------------------------------


def fits(facts: Mapping[str, object], row: Row, parents: Mapping[str, str]) -> bool:
    """Tell whether a row can be that of somebody of whom these facts are true.

    Args:
        facts: By the name of the column; words of the form, whole numbers and dates.
        row: A row of a bundle.
        parents: What the published form makes coarser choices of.
    """
    shown = {name.partition(".")[2]: text for name, text in row.known}
    return all(_fits(fact, shown.get(name, ""), parents) for name, fact in facts.items())


def _fits(fact: object, text: str, parents: Mapping[str, str]) -> bool:
    if text in {"", "other", "several"}:
        return True
    if isinstance(fact, int):
        low, _, high = text.rstrip("+").partition("-")
        return int(low) <= fact and (text.endswith("+") or fact <= int(high or low))
    word = str(fact)
    if word[:4].isdecimal():
        return text in {word[:4], f"{word[:4]}-Q{(int(word[5:7]) + 2) // 3}"}
    return text in {word, parents.get(word)}


# -- the attacks ----------------------------------------------------------------------------------


def attack(
    bundles: Sequence[Opened],
    owners: Sequence[Mapping[str, int]],
    units: Mapping[int, int],
    fitting: Iterable[frozenset[int]],
) -> Found:
    """Attack all bundles together.

    Args:
        bundles: In the order in which they were written.
        owners: Whose row it is, for each bundle; used to follow a row from bundle to bundle and to
            count unrelated people, never to tell whose it is.
        units: The family of each person.
        fitting: For each bundle and each person the owners of the rows that the person's facts fit.
    """
    paths = _paths(bundles, owners)
    groups: dict[object, list[int]] = defaultdict(list)
    for person, path in paths.items():
        groups[_as_seen(path)].append(person)
    sizes = {p: len({units[e] for e in group}) for group in groups.values() for p in group}
    certain = sum(len(group) for group in groups.values() if _has_one_answer(group, paths, units))
    by_facts = [len({units[owner] for owner in found}) for found in fitting if found]
    return Found(
        people=len(paths),
        fewest=min(sizes.values(), default=0),
        under=sum(size < _SMALL for size in sizes.values()),
        certain=certain,
        fewest_by_facts=min(by_facts, default=0),
        fewest_for_words=min(_for_words(bundles, paths, groups, units), default=0),
        small_counts=_small_counts(bundles),
    )


_Path = tuple[Row | None, ...]


def _paths(bundles: Sequence[Opened], owners: Sequence[Mapping[str, int]]) -> dict[int, _Path]:
    """Return the rows of each person, bundle for bundle; ``None`` where there is none."""
    seen = [
        {owner[number]: row for number, row in bundle.rows.items()}
        for bundle, owner in zip(bundles, owners, strict=True)
    ]
    people = sorted({person for each in seen for person in each})
    return {person: tuple(each.get(person) for each in seen) for person in people}


def _as_seen(path: _Path) -> tuple[object, ...]:
    """Return what tells rows from others: where they stand, what is known, when they changed."""
    versions: list[Cells] = []
    seen: list[object] = []
    for row in path:
        if row is not None and row.all not in versions:
            versions.append(row.all)
        seen.append(None if row is None else (row.known, versions.index(row.all)))
    return tuple(seen)


def _has_one_answer(
    group: Iterable[int], paths: Mapping[int, _Path], units: Mapping[int, int]
) -> bool:
    """Tell whether some answer is certain, to somebody from outside or to one of the people."""
    told: dict[int, dict[str, frozenset[str]]] = defaultdict(dict)
    for person in group:
        for row in paths[person]:
            for name, given in row.told.items() if row is not None else ():
                kept = told[person]
                kept[name] = kept.get(name, frozenset()) | given
    families = {units[person] for person in told}
    for left_out in (None, *families):
        rest = [told[person] for person in told if units[person] != left_out]
        names = rest[0] if rest else ()
        if any(frozenset.intersection(*(each.get(n, frozenset()) for each in rest)) for n in names):
            return True
    return False


def _for_words(
    bundles: Sequence[Opened],
    paths: Mapping[int, _Path],
    groups: Mapping[object, Sequence[int]],
    units: Mapping[int, int],
) -> list[int]:
    """Return for each statement of how many people it can be whose rows are always there with it.

    Rows stand where the words stand. Whoever knows whose words they are knows the group at most.
    """
    standing: dict[str, list[int]] = defaultdict(list)
    for number, bundle in enumerate(bundles):
        for text in bundle.statements:
            standing[text].append(number)
    found = []
    for places in standing.values():
        possible = [
            group
            for group in groups.values()
            if all(paths[group[0]][place] is not None for place in places)
        ]
        found.append(len({units[person] for group in possible for person in group}))
    return found


def _small_counts(bundles: Sequence[Opened]) -> int:
    found = 0
    for one, other in combinations(bundles, 2):
        for name, text in one.counts.items():
            numbers = [int(each) for each in (text, other.counts[name]) if each.isdecimal()]
            found += len(numbers) > 1 and 0 < abs(numbers[0] - numbers[1]) < _SMALL
    return found
