"""Lays bundles on one another, as somebody does who holds all of them, and tells who stands out.

The attacker is given more than anybody has: which row of one bundle is which of another one, and
everything about everybody but what is sensitive. What tells people apart then is in which bundles
their rows stand, what the rows look like, and when they changed. Candidates of a person are the
unrelated people of whom all of that is the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from intake.disclosure.classes import certain


@dataclass(frozen=True, slots=True)
class Sighting:
    """One row of one bundle, and whose it is, which no recipient is told.

    Attributes:
        person: Whose row it is.
        unit: One for all people who count as one.
        bundle: Names the bundle.
        look: Equal for rows that nobody can tell apart.
        version: Names what the row holds; another one for the same person is a change.
        answers: The sensitive answers in it, by field.
    """

    person: str
    unit: str
    bundle: str
    look: str
    version: str
    answers: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Learned:
    """What an attack found out.

    Attributes:
        candidates: For each person how many unrelated people the rows can be of.
        certain: People of whom some sensitive answer is the same for all candidates.
    """

    candidates: Mapping[str, int]
    certain: frozenset[str]

    def under(self, k: int) -> frozenset[str]:
        """Return the people who have fewer than ``k`` candidates."""
        return frozenset(person for person, number in self.candidates.items() if number < k)


def attack(sightings: Iterable[Sighting]) -> Learned:
    """Attack all bundles together.

    Args:
        sightings: Every row that anybody holds, in the order of the bundles.
    """
    places: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
    versions: dict[str, list[str]] = defaultdict(list)
    answers: dict[str, dict[str, frozenset[str]]] = defaultdict(dict)
    units: dict[str, str] = {}
    for each in sightings:
        units[each.person] = each.unit
        known = versions[each.person]
        if each.version not in known:
            known.append(each.version)
        places[each.person].append((each.bundle, each.look, len(known)))
        told = answers[each.person]
        for name, given in each.answers.items():
            told[name] = told.get(name, frozenset()) | given
    groups: dict[tuple[tuple[str, str, int], ...], list[str]] = defaultdict(list)
    for person, seen in places.items():
        groups[tuple(seen)].append(person)
    candidates: dict[str, int] = {}
    sure: set[str] = set()
    for people in groups.values():
        number = len({units[person] for person in people})
        candidates.update(dict.fromkeys(people, number))
        if certain((units[person], answers[person]) for person in people):
            sure.update(people)
    return Learned(candidates, frozenset(sure))


def betrayed(earlier: Sequence[Sighting], planned: Sequence[Sighting], k: int) -> dict[str, int]:
    """Return whom a planned bundle would betray, and how many candidates each would have.

    Whoever leaves in it needs ``k`` candidates over all bundles, and no answer may be certain. Of
    everybody else it must take no candidate away: what earlier bundles have done is done.

    Args:
        earlier: The rows of all bundles that have left, in their order.
        planned: The rows of the planned one.
        k: Least number of candidates.
    """
    before, after = attack(earlier), attack((*earlier, *planned))
    leaving = {each.person for each in planned}
    found = {
        person: after.candidates[person]
        for person in after.under(k)
        if person in leaving or after.candidates[person] < before.candidates[person]
    }
    sure = {person: after.candidates[person] for person in leaving & after.certain}
    return {**sure, **found}
