"""Labels that stand in for what is masked: the same within one bundle, fresh in the next."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from intake.domain.ids import PersonId
from intake.domain.marks import Mark, MarkKind
from intake.domain.person import Role

# Shown instead of a stretch that stands for nobody known.
KIND_LABELS: Mapping[MarkKind, str] = {
    MarkKind.PERSON: "[person]",
    MarkKind.PLACE: "[place]",
    MarkKind.ORGANISATION: "[organisation]",
    MarkKind.DATE: "[date]",
    MarkKind.NUMBER: "[number]",
    MarkKind.OTHER: "[withheld]",
}
# The only words of a hand-written label that may leave: a label is text that somebody typed.
RELATIONS = frozenset(
    {"mother", "father", "parent", "sister", "brother", "sibling", "daughter", "son", "child"}
    | {"wife", "husband", "spouse", "partner", "grandmother", "grandfather", "aunt", "uncle"}
    | {"cousin", "niece", "nephew", "grandchild", "friend", "neighbour", "colleague", "lawyer"}
    | {"doctor", "employer", "teacher", "student", "judge", "investigator", "official", "officer"}
    | {role.value for role in Role}
)
_FIRST_RANGE = 900
_OFFSET = 100
_MIN_SEED = 16


class Pseudonyms:
    """Labels of one bundle.

    Args:
        seed: At least 16 random bytes, fresh for each bundle; the same seed gives the same labels
            for the same people asked for in the same order.
        roles: The role of each known person.

    Raises:
        ValueError: The seed is too short to be fresh.
    """

    def __init__(self, seed: bytes, roles: Mapping[PersonId, Role] | None = None) -> None:
        if len(seed) < _MIN_SEED:
            raise ValueError("a seed of at least 16 random bytes is needed")
        self._seed = seed
        self._roles = dict(roles or {})
        self._numbers: dict[PersonId, int] = {}
        self._taken: set[int] = set()
        self._drawn = 0

    def label(self, mark: Mark) -> str:
        """Return what to show instead of a mark, in brackets."""
        if mark.person_id is None:
            return KIND_LABELS[mark.kind]
        return self.person(mark.person_id, _relation(mark.label))

    def person(self, person_id: PersonId, relation: str = "") -> str:
        """Return ``[P417, mother]``; without a known relation the role stands there."""
        shown = relation or self._roles.get(person_id, Role.OTHER).value
        return f"[P{self._number(person_id)}, {shown}]"

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


def _relation(label: str) -> str:
    """Return the relation named in a label such as ``P2, mother``, if it is a known word."""
    named = label.rpartition(",")[2].strip().lower()
    return named if named in RELATIONS else ""
