"""Labels that stand in for what is masked: the same within one bundle, fresh in the next."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from intake.domain.ids import PersonId
from intake.domain.marks import Mark, MarkKind
from intake.domain.person import Person, Role

# Shown instead of a stretch that stands for nobody known.
KIND_LABELS: Mapping[MarkKind, str] = {
    MarkKind.PERSON: "[person]",
    MarkKind.PLACE: "[place]",
    MarkKind.ORGANISATION: "[organisation]",
    MarkKind.DATE: "[date]",
    MarkKind.NUMBER: "[number]",
    MarkKind.OTHER: "[withheld]",
}
# The question what somebody is to the person who speaks, and those of its choices that are shown as
# they stand; every other answer, and what somebody typed, says no more than the role.
RELATION = "relation"
RELATIONS = frozenset(
    {"partner", "child", "parent", "sibling", "grandparent"}
    | {"friend", "colleague", "lawyer", "neighbour"}
)
_FIRST_RANGE = 900
_OFFSET = 100
_MIN_SEED = 16


class Pseudonyms:
    """Labels of one bundle.

    Args:
        seed: At least 16 random bytes, fresh for each bundle; the same seed gives the same labels
            for the same people asked for in the same order.
        persons: Everybody whom a mark may stand for, as the vault knows them now.

    Raises:
        ValueError: The seed is too short to be fresh.
    """

    def __init__(self, seed: bytes, persons: Iterable[Person] = ()) -> None:
        if len(seed) < _MIN_SEED:
            raise ValueError("a seed of at least 16 random bytes is needed")
        self._seed = seed
        self._words = {person.id: word_of(person) for person in persons}
        self._numbers: dict[PersonId, int] = {}
        self._taken: set[int] = set()
        self._drawn = 0

    def label(self, mark: Mark) -> str:
        """Return ``[P417, parent]`` to show instead of a mark; its kind for nobody known."""
        word = self._words.get(mark.person_id) if mark.person_id is not None else None
        if mark.person_id is None or word is None:
            return KIND_LABELS[mark.kind]
        return f"[P{self._number(mark.person_id)}, {word}]"

    def _number(self, person_id: PersonId) -> int:
        number = self._numbers.get(person_id)
        while number is None:
            drawn = self._draw()
            if drawn not in self._taken:
                number = self._numbers[person_id] = drawn
                self._taken.add(drawn)
        return number

    def _draw(self) -> int:
        """Return the next number of the generator; its range grows with the people."""
        size = _FIRST_RANGE
        while len(self._taken) * 2 > size:
            size *= 10
        counter = self._drawn.to_bytes(8, "big")
        self._drawn += 1
        digest = hashlib.blake2b(counter, key=hashlib.sha256(self._seed).digest()).digest()
        return _OFFSET + int.from_bytes(digest[:16], "big") % size


def relation_of(person: Person) -> str:
    """Return what somebody is to the person who speaks, a word of ``RELATIONS``, or nothing."""
    said = person.texts(RELATION)
    if person.role is Role.INTERVIEWEE or len(said) != 1 or said[0] not in RELATIONS:
        return ""
    return said[0]


def word_of(person: Person) -> str:
    """Return the word beside a person's code, ``parent``: the relation, else the role."""
    return relation_of(person) or person.role.value
