"""Undoes what spoils a text for patterns (unseen signs, cut and spaced words); finds nothing."""

from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from io import StringIO

import re2

from intake.redaction.scanning import spans
from intake.redaction.suggestion import Suggestion

_UNSEEN = (
    r"[\p{Cf}\p{M}\x00-\x08\x0E-\x1B\x7F-\x84\x86-\x9F"
    r"\x{115F}\x{1160}\x{2065}\x{2800}\x{3164}\x{FFA0}\x{FFF0}-\x{FFFD}]+"
)
_HIDDEN = re2.compile(_UNSEEN)
_LINE_END = r"[\p{L}\p{N}][-‐‑]\r?\n[ \t]{0,8}[\p{Ll}\p{Nd}]"
_CUT = re2.compile(_LINE_END)
_SPACERS = (" ", "-", ".", "_", "\u00b7", "\u00a0", ",", ", ", " - ", ". ")
_BEFORE = r"(?:^|[^\p{L}\p{N}])"
_SPACED = tuple(
    (len(sign), re2.compile(rf"{_BEFORE}({one}(?:{re2.escape(sign)}{one}){{4,}})"))
    for sign in _SPACERS
    for one in (rf"[^\s{re2.escape(sign)}]",)
)
# Few texts are spoilt: one look tells the others from them.
_ANY_SPACER = "|".join(re2.escape(sign) for sign in _SPACERS)
_SPOILT = re2.compile(rf"{_UNSEEN}|{_LINE_END}|{_BEFORE}[^\s](?:(?:{_ANY_SPACER})[^\s]){{4}}")
# What a scan makes of figures, and of a letter: "3O.12.l951", "9 . 02 . 1966", "3айцу", "0лег".
_LIKE_FIGURES = str.maketrans("OОoоlIІЗ", "00001113")
_LIKE_LETTERS = {"3": "З", "0": "О"}
_FIGURE = r"[\dOОoоlIІЗ]"
_WORN_DATE = re2.compile(rf"(?:{_FIGURE}{{1,2}} ?[.,/] ?){{2}}{_FIGURE}{{4}}")
_FEWEST_FIGURES = 4
_WORN_NAME = re2.compile(r"(?:^|[^\p{L}\p{N}])([30])\p{Cyrillic}{3}")
_FEWEST = 5
_FEWEST_LETTERS = 3
_FEWEST_CAPITALS = 3
_MOST_REMEMBERED = 1_000


class Mended:
    """A text as a reader sees it, and where each of its characters comes from.

    Attributes:
        text: What is left; never longer than the original.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._original = text
        self._origins = array("I", range(len(text)))

    def cut_out(self, ranges: Iterable[tuple[int, int, str]]) -> None:
        """Take out stretches (start, end, what stands there now) that are in order and apart."""
        kept = StringIO(newline="")  # millions of short strings would need ten times the room
        origins = array("I")
        reached = 0
        for start, end, instead in ranges:
            kept.write(self.text[reached:start] + instead)
            origins += self._origins[reached : start + len(instead)]
            reached = end
        if reached:
            self.text = kept.getvalue() + self.text[reached:]
            self._origins = origins + self._origins[reached:]

    def back(self, hit: Suggestion) -> Suggestion:
        """Return what was found in the mended text at its place in the original."""
        start, end = self._origins[hit.start], self._origins[hit.end - 1] + 1
        while end < len(self._original) and unicodedata.combining(self._original[end]):
            end += 1
        return hit._replace(start=start, end=end)


def mended(text: str) -> Mended | None:
    """Return a text without what hides its words and numbers; ``None`` when nothing does.

    Signs that nobody sees and marks on letters are gone, words that a line end cuts are whole, and
    letters that stand apart ("К О В А Л Ь", "К-о-в-а-л-ь") make words. What a scan took for letters
    in a date, or for a figure at the start of a word, is read as what it was.

    Args:
        text: As ``SourceText`` holds it.
    """
    if not (_SPOILT.search(text) or _WORN_NAME.search(text) or any(_worn_dates(text))):
        return None
    whole = Mended(text)
    whole.cut_out((*match.span(1), _LIKE_LETTERS[match[1]]) for match in _WORN_NAME.finditer(text))
    whole.cut_out(_worn_dates(whole.text))
    whole.cut_out(_spaces_in_dates(whole.text))
    whole.cut_out(_hidden(whole.text))
    whole.cut_out(_cuts(whole.text))
    for width, pattern in _SPACED:
        whole.cut_out(_spacers(whole.text, width, pattern))
    return whole if whole.text != text else None


def _worn_dates(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield dates in which a scan has put letters or commas, or set figures apart, as they were."""
    for start, end in spans(_WORN_DATE, text):
        found = text[start:end]
        figures = found.translate(_LIKE_FIGURES).replace(",", ".")
        if figures == found and " " not in found:
            continue
        is_alone = not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())
        if is_alone and sum(char.isdigit() for char in found) >= _FEWEST_FIGURES:
            yield start, end, figures


def _spaces_in_dates(text: str) -> Iterator[tuple[int, int, str]]:
    for start, end in spans(_WORN_DATE, text):
        if " " in text[start:end]:
            yield from ((at, at + 1, "") for at in range(start, end) if text[at] == " ")


def _hidden(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield what is unseen; a mark goes into the letter before it where both make one."""
    signs = frozenset("".join(_HIDDEN.findall("".join(set(text)))))
    places = [at for at, char in enumerate(text) if char in signs] if signs else []
    for start, end in _rows(places):
        composed = _composed(text[start - 1 : end]) if start else ""
        if len(composed) == 1:
            yield start - 1, end, composed
        else:
            yield start, end, ""


def _rows(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield where places that follow one another begin, and the place behind them."""
    first = 0
    for index, at in enumerate(places, start=1):
        if index == len(places) or places[index] != at + 1:
            yield places[first], at + 1
            first = index


@lru_cache(_MOST_REMEMBERED)
def _composed(found: str) -> str:
    return unicodedata.normalize("NFC", found)


def _cuts(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the hyphens that cut a word at the end of a line, with the line end."""
    for start, end in spans(_CUT, text):
        yield start + 1, end - 1, ""


def _spacers(text: str, width: int, pattern: re2._Regexp) -> Iterator[tuple[int, int, str]]:
    """Yield what stands between single letters, where at least five of them stand in a row."""
    for match in pattern.finditer(text):
        start, end = match.span(1)
        if text[end : end + 1].isalnum() and text[end - 1].isalnum():
            end -= width + 1  # the last one is the first letter of a word
        signs = range(start, end, width + 1)
        letters = sum(text[at].isalpha() for at in signs)
        if len(signs) < _FEWEST or letters < (1 if len(signs) > _FEWEST else _FEWEST_LETTERS):
            continue  # figures that stand apart are found as they are
        for word in _words(text, signs):
            yield from ((at - width, at, "") for at in word[1:])


def _words(text: str, signs: Sequence[int]) -> Iterator[Sequence[int]]:
    """Yield the places of letters that make a word together; short ones are words already."""
    first, capitals = 0, 0
    for index, at in enumerate(signs):
        capitals += text[at].isupper()
        is_last = index + 1 == len(signs)
        if is_last or _is_other_word(text[at], text[signs[index + 1]], capitals):
            if index + 1 - first >= _FEWEST_LETTERS:
                yield signs[first : index + 1]
            first, capitals = index + 1, 0


def _is_other_word(left: str, right: str, capitals: int) -> bool:
    """Tell whether a small letter stands beside a word in capitals: it is a word of its own."""
    if left.islower() and right.isupper():
        return True
    return left.isupper() and right.islower() and capitals >= _FEWEST_CAPITALS
