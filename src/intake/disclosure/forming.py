"""Puts people into classes that leave together from now on; decides from quasi-identifiers alone.

Each is formed at the first scheme of a list that gives it enough people, whoever else there is and
whatever they told that is sensitive (``classes`` says why).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import compress

from intake.disclosure.classes import Candidate, Formed, NewClass, certain
from intake.disclosure.columns import Alike, Columns, Groups, Some
from intake.disclosure.k_anonymity import Row
from intake.disclosure.schemes import Generaliser, Scheme
from intake.domain.progress import CancelToken

# Columns are made anew for those who are left once they are fewer than this share.
_SPARSE = 0.7


class Former:
    """Forms classes of the same people, in one order of schemes after another.

    Args:
        candidates: People of whom nothing has left.
        groups: All fields that could single somebody out, those together whose levels change
            together: that makes it faster, and changes nothing else.
        k: Least number of unrelated people in a class.
    """

    def __init__(self, candidates: Sequence[Candidate], groups: Groups, k: int) -> None:
        self.candidates = candidates
        self.k = k
        records = [each.record for each in candidates]
        self.columns = Columns(records, groups, [each.terms for each in candidates])
        fields = [field for group in self.columns.groups for field in group]
        self._generaliser = Generaliser(fields)

    def form(self, schemes: Sequence[Scheme], cancel: CancelToken | None = None) -> Formed:
        """Put people into classes, each at the first scheme of the list that gives it k people.

        People who count as one are never in two classes: the first one that they are in has them,
        and their other records wait.

        Args:
            schemes: From the one that is preferred to the one that is not.
            cancel: Lets somebody stop it.

        Raises:
            CancelledError: Stopped.
        """
        cancel = cancel or CancelToken()
        classes: list[NewClass] = []
        left = _Left(self.columns, [each.record.unit for each in self.candidates])
        for scheme in schemes:
            cancel.check()
            if left.number < self.k:
                break
            for members, people in left.take(scheme, self.k):
                classes.append(self._made(scheme, members, people))
        waiting = (self.candidates[place].record.handle for place in left.waiting())
        return Formed(tuple(classes), tuple(waiting))

    def _made(self, scheme: Scheme, members: Sequence[int], people: int) -> NewClass:
        chosen = [self.candidates[place] for place in members]
        values = self._generaliser.row(chosen[0].record, scheme).values  # the same for all
        rows = tuple(Row(each.record.handle, each.record.unit, values) for each in chosen)
        return NewClass(
            scheme, rows, people, certain((each.record.unit, each.sensitive) for each in chosen)
        )


class _Left:
    """Those who are in no class yet, in their order."""

    def __init__(self, columns: Columns, units: Sequence[str]) -> None:
        self._all, self._units = columns, units
        self._alike: Alike = columns
        self._places: Sequence[int] = range(len(units))
        self._is_left = bytearray(b"\1" * len(units))  # for each of these places
        self._others: list[int] = []
        self.number = len(units)

    def waiting(self) -> list[int]:
        """Return who is in no class: first those of whom nobody related is in one."""
        return [*compress(self._places, self._is_left), *self._others]

    def take(self, scheme: Scheme, k: int) -> list[tuple[list[int], int]]:
        """Take out the classes of a scheme: the members of each, and how many people they are."""
        keys = self._alike.keys(scheme, k)
        if keys is None:
            return []
        counts = Counter(compress(keys, self._is_left))
        if max(counts.values(), default=0) < k:
            return []
        groups: dict[int, list[int]] = {key: [] for key, n in counts.items() if n >= k}
        left = zip(
            compress(self._places, self._is_left), compress(keys, self._is_left), strict=True
        )
        for place, key in left:
            if key in groups:
                groups[key].append(place)
        found = []
        placed: set[str] = set()
        for group in groups.values():
            members = [place for place in group if self._units[place] not in placed]
            people = {self._units[place] for place in members}
            if len(people) >= k:
                placed |= people
                found.append((members, len(people)))
        self._drop({place for members, _ in found for place in members}, placed)
        return found

    def _drop(self, inside: AbstractSet[int], placed: AbstractSet[str]) -> None:
        if not inside:
            return
        for index in compress(range(len(self._places)), bytes(self._is_left)):
            place = self._places[index]
            if self._units[place] in placed:
                self._is_left[index] = 0
                self.number -= 1
                if place not in inside:
                    self._others.append(place)
        if self.number < _SPARSE * len(self._places):
            self._places = list(compress(self._places, self._is_left))
            self._is_left = bytearray(b"\1" * self.number)
            self._alike = Some(self._all, self._places)
