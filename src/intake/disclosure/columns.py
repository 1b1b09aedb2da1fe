"""People as columns of small numbers, so that many schemes can be tried; decides nothing.

Two people have the same number at a scheme exactly when they look alike under it. Columns are made
once for each combination of levels that occurs, and put together in a tree: most schemes differ
from others in one branch of it.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from array import array
from collections import Counter
from collections.abc import Sequence
from operator import add

from intake.disclosure.hierarchies import Level, QuasiField, generalise
from intake.disclosure.schemes import Record, Scheme
from intake.domain.answers import NOT_ASKED

Groups = Sequence[Sequence[QuasiField]]
_Levels = tuple[tuple[Level, ...], ...]


class Column:
    """A number for each person, below ``kinds``.

    Args:
        codes: The numbers.
        kinds: How many different ones there may be.
    """

    __slots__ = ("_most", "codes", "kinds")

    def __init__(self, codes: array[int], kinds: int) -> None:
        self.codes, self.kinds = codes, kinds
        self._most = -1

    @property
    def most(self) -> int:
        """How many people have the most frequent number."""
        if self._most < 0:
            self._most = max(Counter(self.codes).values(), default=0)
        return self._most


_FEW = 4_000  # people of whom every column is kept, for whoever tries one order after another
_SHIFT = 32  # bits: there are fewer people than that


class FieldColumn:
    """One field of many people: the different answers to it, and which of them each gave.

    Args:
        field: The field.
        records: The people.
    """

    def __init__(self, field: QuasiField, records: Sequence[Record]) -> None:
        given = [record.answers.get(field.name, NOT_ASKED) for record in records]
        # 1, 1.0 and true are equal, and become different words.
        keys = [(type(each.value), each.value, each.missing) for each in given]
        first = dict(zip(reversed(keys), reversed(given), strict=True))
        known = {key: number for number, key in enumerate(dict.fromkeys(keys))}
        self.codes = array("i", map(known.__getitem__, keys))
        self.answers = tuple(map(first.__getitem__, known))
        self._field = field
        self._texts: dict[Level, tuple[str, ...]] = {}

    def texts(self, level: Level) -> tuple[str, ...]:
        """Return what each of the different answers becomes at a level."""
        if level not in self._texts:
            texts = (generalise(answer, self._field, level) for answer in self.answers)
            self._texts[level] = tuple(texts)
        return self._texts[level]

    def at(self, level: Level) -> Column:
        """Return the same number for those who are the same at the level."""
        known: dict[str, int] = {}
        step = [known.setdefault(text, len(known)) for text in self.texts(level)]
        return Column(array("i", map(step.__getitem__, self.codes)), len(known))


class Alike(ABC):
    """People of whom can be said who looks like whom.

    Attributes:
        size: How many they are.
    """

    def __init__(self, groups: Groups, size: int) -> None:
        self.groups = tuple(tuple(group) for group in groups if group)
        self.size = size
        self._made: dict[tuple[int, _Levels], Column | None] = {}
        self._first: dict[_Levels, Column] = {}

    def keys(self, scheme: Scheme, k: int = 0) -> Sequence[int] | None:
        """Return a number for each person: the same exactly where they look alike.

        Args:
            scheme: How coarse they are.
            k: Nothing is returned where fewer than that would be alike for sure.
        """
        levels = self.levels(scheme)
        middle = len(levels) // 2
        first, second = self.first(levels[:middle]), self.told(middle, levels[middle:])
        if first.most < k or (second is not None and second.most < k):
            return None
        if second is None:
            return first.codes
        return list(map(add, first.codes, second.codes))

    def first(self, levels: _Levels) -> Column:
        """Return the numbers over the first groups, and over what keeps people apart, shifted."""
        if levels not in self._first:
            found = _joined(self.apart(), self.told(0, levels)) or self.apart()
            codes = array("q", [code << _SHIFT for code in found.codes])
            self._first[levels] = Column(codes, found.kinds)
        return self._first[levels]

    def told(self, start: int, levels: _Levels) -> Column | None:
        """Return the numbers over some groups from ``start`` on; ``None`` if nothing is told."""
        key = (start, levels)
        if key not in self._made:
            self._made[key] = self._make(start, levels)
        return self._made[key]

    @abstractmethod
    def levels(self, scheme: Scheme) -> _Levels:
        """Return the levels of the groups under a scheme."""

    @abstractmethod
    def apart(self) -> Column:
        """Return the numbers of what keeps people apart at every scheme."""

    def has(self, start: int, levels: _Levels) -> bool:
        """Tell whether a column is there already."""
        return (start, levels) in self._made

    def _halves(self, start: int, levels: _Levels) -> Column | None:
        middle = len(levels) // 2
        first = self.told(start, levels[:middle])
        return _joined(first, self.told(start + middle, levels[middle:]))

    @abstractmethod
    def _make(self, start: int, levels: _Levels) -> Column | None: ...


class Columns(Alike):
    """All people of a bundle.

    Args:
        records: The people.
        groups: Fields whose levels change together.
        apart: One for each person: people who differ in it never look alike.
    """

    def __init__(self, records: Sequence[Record], groups: Groups, apart: Sequence[str]) -> None:
        super().__init__(groups, len(records))
        self.fields = {
            each.name: FieldColumn(each, records) for group in self.groups for each in group
        }
        known: dict[str, int] = {}
        codes = array("i", [known.setdefault(each, len(known)) for each in apart])
        self._terms = Column(codes, len(known))
        self._levels: dict[int, tuple[Scheme, _Levels]] = {}

    def levels(self, scheme: Scheme) -> _Levels:
        """Return the levels of the groups under a scheme."""
        known = self._levels.get(id(scheme))
        if known is None:
            levels = tuple(tuple(map(scheme.level, group)) for group in self.groups)
            known = self._levels[id(scheme)] = (scheme, levels)  # which keeps its id
        return known[1]

    def apart(self) -> Column:
        """Return the numbers of what keeps people apart at every scheme."""
        return self._terms

    def _make(self, start: int, levels: _Levels) -> Column | None:
        if len(levels) > 1:
            return self._halves(start, levels)
        found: Column | None = None
        for each, level in zip(self.groups[start], levels[0], strict=True) if levels else ():
            if level is not Level.WITHHELD:
                found = _joined(found, self.fields[each.name].at(level))
        return found


class Some(Alike):
    """Some of them; their columns are taken out of those of all.

    Args:
        of: The people.
        places: Which of them, in order.
    """

    def __init__(self, of: Alike, places: Sequence[int]) -> None:
        super().__init__(of.groups, len(places))
        self._of, self._places = of, places
        self._terms = self._out_of(of.apart())

    def apart(self) -> Column:
        """Return the numbers of what keeps people apart at every scheme."""
        return self._terms

    def levels(self, scheme: Scheme) -> _Levels:
        """Return the levels of the groups under a scheme."""
        return self._of.levels(scheme)

    def _make(self, start: int, levels: _Levels) -> Column | None:
        if len(levels) > 1 and self._of.size > _FEW and not self._of.has(start, levels):
            return self._halves(start, levels)
        found = self._of.told(start, levels)
        return None if found is None else self._out_of(found)

    def _out_of(self, column: Column) -> Column:
        codes = array(column.codes.typecode, map(column.codes.__getitem__, self._places))
        return Column(codes, column.kinds)


def _joined(first: Column | None, second: Column | None) -> Column | None:
    """Return the same number for those who have the same in both."""
    if first is None or second is None:
        return first or second
    pairs = zip(first.codes, second.codes, strict=True)
    keys = [x * second.kinds + y for x, y in pairs]
    known = {key: number for number, key in enumerate(dict.fromkeys(keys))}
    return Column(array("i", map(known.__getitem__, keys)), len(known))
