"""Finds registration plates of Belarus and its neighbours, of Latvia, Georgia and Germany."""

from __future__ import annotations

from collections.abc import Iterator

import re2

from intake.domain.marks import MarkKind
from intake.redaction.detectors.edges import stands_alone
from intake.redaction.lists import words
from intake.redaction.source_text import SourceText, words_of
from intake.redaction.strict_rule import is_year
from intake.redaction.suggestion import Suggestion

_UA = "ABCEHIKMOPTXАВСЕНІКМОРТХ"
_RU = "ABEKMHOPCTYXАВЕКМНОРСТУХ"
# Letters that look alike stand for each other; what is as strange in small letters is found so too.
_SHAPES = (
    re2.compile(rf"(?:\d{{4}}[ \-]?[{_UA}]{{2}}|[{_UA}]{{2}}[ \-]?\d{{4}})[ \-]?[0-8]"),  # Belarus
    re2.compile(rf"(?i)\d{{4}}(?: ?[{_UA}]{{2}}-|[{_UA}]{{2}}[ \-]?)[0-8]"),
    re2.compile(rf"[{_UA}]{{2}}[ \-]?\d{{4}}[ \-]?[{_UA}]{{2}}"),  # Ukraine
    re2.compile(rf"(?i)[{_UA}]{{2}}\d{{4}}[{_UA}]{{2}}"),
    re2.compile(rf"[{_RU}][ \-]?\d{{3}}[ \-]?[{_RU}]{{2}}[ \-]?\d{{2,3}}"),  # Russia
    re2.compile(rf"(?i)[{_RU}]\d{{3}}[{_RU}]{{2}}[ \-]?\d{{2,3}}"),
    re2.compile(r"[A-Z]{3}[ :]\d{3}"),  # Lithuania
    re2.compile(r"[A-Z]{2}-?\d{3}-?[A-Z]{2}"),  # Georgia
    re2.compile(r"[A-Z]{2}-\d{3,4}"),  # Latvia
    re2.compile(r"[A-ZÄÖÜ]{1,3}-[A-Z]{1,2}[ \-]?\d{2,4}[EH]?"),  # Germany
    re2.compile(r"(?:[A-Z]{1,3}-)?[A-Z]{2,3} [0-9A-Z]{0,2}\d[0-9A-Z]{2,3}"),  # Poland
)
# Behind a word such as "plate" anything that mixes letters and figures is one.
_LETTERS = r"[A-Za-zА-яЁёІіЎў]"
_ANY = re2.compile(
    rf"(?:{_LETTERS}{{1,3}}[ \-]?\d{{2,5}}(?:[ \-]?{_LETTERS}{{1,3}})?"
    rf"|\d{{2,4}}[ \-]?{_LETTERS}{{2,3}})"
    r"(?:[ \-]?\d{1,3})?"
)
_REACH = 48
_MOST_WORDS = 3


def find(source: SourceText) -> Iterator[Suggestion]:
    """Return the plates of a text."""
    for shape in _SHAPES:
        for match in shape.finditer(source.text):
            start, end = match.span()
            if stands_alone(source.text, start, end) and _tells(match[0]):
                yield Suggestion(start, end, MarkKind.NUMBER, "plate", 0.7)
    yield from _behind_cues(source)


def _tells(found: str) -> bool:
    """Tell a plate from a public name with a year or a figure behind it ("KGB 2020")."""
    digits = "".join(char for char in found if char.isdecimal())
    names = [key for key in words_of(found) if key.isalpha()]
    if len(digits) < 2 or any(name in words("public_names") for name in names):  # noqa: PLR2004 (one figure is a class or a page)
        return False
    return not (is_year(digits) and found.endswith(digits) and " " in found)


def _behind_cues(source: SourceText) -> Iterator[Suggestion]:
    for index in source.standing(words("plate_cues").holds):
        cue = source.tokens[index]
        match = _ANY.search(source.text[cue.end : cue.end + _REACH])
        if match is None:
            continue
        start, end = cue.end + match.start(), cue.end + match.end()
        between = source.text[cue.end : start]
        is_near = len(words_of(between)) < _MOST_WORDS and not {"\n", "."} & set(
            between.rstrip(". ")
        )
        if is_near and stands_alone(source.text, start, end):
            yield Suggestion(start, end, MarkKind.NUMBER, "plate", 0.7)
