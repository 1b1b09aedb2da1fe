"""Remembers which words pass the tests that never change their answer; reads no text.

Some forty lists and endings are asked for each word of each text. Words come back, so a word is
asked once, and a text is sorted by what its words have passed.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock

_MOST_REMEMBERED = 100_000  # words


class StandingTests:
    """Tests by number, and what each word has passed.

    A test must depend on nothing but the folded word, and be the same object at each call.
    """

    def __init__(self) -> None:
        self._tests: tuple[Callable[[str], bool], ...] = ()
        self._numbers: dict[Callable[[str], bool], int] = {}
        self._passed: dict[str, tuple[int, tuple[int, ...]]] = {}
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._tests)

    def number_of(self, test: Callable[[str], bool]) -> int:
        """Return the number of a test, which it has from its first use on."""
        number = self._numbers.get(test)
        if number is not None:
            return number
        with self._lock:  # another thread may have been quicker
            # Whoever knows a number finds its test: the list grows first.
            self._tests = tuple(dict.fromkeys((*self._tests, test)))
            self._numbers[test] = self._tests.index(test)
        return self._numbers[test]

    def passed(self, key: str, count: int) -> tuple[int, ...]:
        """Return the numbers of those among the first ``count`` tests that a folded word passes.

        Texts are read on several threads, so that a word may have been asked fewer or more of them.
        """
        asked, known = self._passed.get(key, (0, ()))
        if asked == count:
            return known
        if asked > count:
            return tuple(number for number in known if number < count)
        new = (number for number in range(asked, count) if self._tests[number](key))
        found = (*known, *new)
        if len(self._passed) >= _MOST_REMEMBERED:
            self._passed.clear()
        self._passed[key] = (count, found)
        return found


TESTS = StandingTests()
