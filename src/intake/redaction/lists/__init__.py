"""Small word lists written for this program (function words, number words, public names)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from importlib import resources

from intake.redaction.source_text import word_key

LANGUAGES = ("en", "ru", "be", "uk", "pl")
_LONGEST_ENDING = 4
_MOST_REMEMBERED = 20_000


class WordList:
    """Words by folded key, some of them stems.

    Args:
        forms: Words as written; a trailing ``*`` allows an ending of up to four letters. What is in
            capitals is always written so.

    Attributes:
        holds: Tells whether a folded word is in the list.
    """

    def __init__(self, forms: Iterable[str]) -> None:
        self._words: set[str] = set()
        self._stems: set[str] = set()
        self._loud: set[str] = set()
        for form in forms:
            if form.isupper():
                self._loud.add(word_key(form))
            (self._stems if form.endswith("*") else self._words).add(word_key(form.rstrip("*")))
        # Asked for each word of each text: both answer without a call of Python's where they can.
        self.holds: Callable[[str], bool] = (
            lru_cache(_MOST_REMEMBERED)(self._is_listed)
            if self._stems
            else self._words.__contains__
        )

    def _is_listed(self, key: str) -> bool:
        return key in self._words or self._has_stem(key)

    def _has_stem(self, key: str) -> bool:
        shortest = max(1, len(key) - _LONGEST_ENDING)
        return any(key[:length] in self._stems for length in range(len(key), shortest - 1, -1))

    @property
    def forms(self) -> frozenset[str]:
        """The folded words that are listed whole."""
        return frozenset(self._words)

    def means(self, key: str, written: str) -> bool:
        """Tell whether a word is one of the list as it is written.

        What the list has in capitals is no name that only begins with one.
        """
        return self.holds(key) and not (key in self._loud and written.istitle())

    def __contains__(self, key: str) -> bool:
        return self.holds(key)

    def __len__(self) -> int:
        return len(self._words) + len(self._stems)


@cache
def words(name: str) -> WordList:
    """Return the list ``name``; ``#`` starts a comment in the file."""
    return WordList(form for line in _lines(name) for form in line.split())


@cache
def numbered(name: str) -> tuple[tuple[int, WordList], ...]:
    """Return the list ``name`` whose lines start with the number that their words stand for.

    A colon behind the number keeps the figure itself from being one of the words.
    """
    split = [line.split() for line in _lines(name)]
    return tuple((int(first.rstrip(":")), WordList(rest)) for first, *rest in split)


@cache
def named(name: str, *uses: str) -> WordList:
    """Return the words of the list ``name`` on the lines that start with one of ``uses``."""
    split = [line.split() for line in _lines(name)]
    return WordList(form for first, *rest in split if first in uses for form in rest)


@cache
def function_words(language: str) -> tuple[WordList, ...]:
    """Return the small words of one language; those of all languages when it is not known."""
    chosen = (language,) if language in LANGUAGES else LANGUAGES
    return tuple(words(f"function_{each}") for each in chosen)


@lru_cache(_MOST_REMEMBERED)
def is_function_word(key: str, language: str) -> bool:
    """Tell whether a folded word is a small word of the language."""
    return any(key in each for each in function_words(language))


_ORDINARY = ("form_words", "kin", "months", "numbers", "phone_cues", "titles", "weekdays")


@lru_cache(_MOST_REMEMBERED)
def is_ordinary(key: str, language: str = "") -> bool:
    """Tell whether a folded word is an everyday one, or a small one of the language (or of any)."""
    return is_function_word(key, language) or any(key in words(name) for name in _ORDINARY)


def _lines(name: str) -> list[str]:
    text = resources.files(__package__).joinpath(f"{name}.txt").read_text("utf-8")
    return [line for raw in text.splitlines() if (line := raw.split("#")[0].strip())]
