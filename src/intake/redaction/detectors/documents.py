"""Finds numbers of documents, tax and social registers, case files and cards."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

import re2
from stdnum import imei, luhn
from stdnum.de import idnr
from stdnum.ee import ik
from stdnum.lt import asmens
from stdnum.lv import pvn
from stdnum.md import idno
from stdnum.pl import nip, pesel, regon
from stdnum.ru import inn
from stdnum.ua import edrpou, rntrc

from intake.domain.marks import MarkKind
from intake.redaction.detectors.edges import is_amount, is_stretch, stands_alone
from intake.redaction.lists import words
from intake.redaction.scanning import spans
from intake.redaction.source_text import SourceText
from intake.redaction.suggestion import Suggestion

_LETTER = r"[A-ZА-ЯЁІЎЇЄҐ]"


class _Shape(NamedTuple):
    """How a number is written; one that may count may also be an amount or a stretch of years."""

    pattern: re2._Regexp
    score: float
    is_valid: Callable[[str], bool] | None = None
    may_count: bool = False


def _is_snils(number: str) -> bool:
    """Check the control number of a Russian insurance number (weighted sum, mod 101)."""
    digits = [int(char) for char in number if char.isdigit()]
    total = sum(digit * place for digit, place in zip(digits[:9], range(9, 0, -1), strict=True))
    return total % 101 % 100 == digits[9] * 10 + digits[10]


def _is_german_card(number: str) -> bool:
    """Check the control figure of a German identity card (weights 7, 3, 1; letters from 10)."""
    values = [int(char, 36) for char in number]
    total = sum(value * weight for value, weight in zip(values[:9], (7, 3, 1) * 3, strict=True))
    return total % 10 == values[-1] and _is_mixed(number)


def _is_mixed(number: str) -> bool:
    """Tell whether letters stand among three figures or more."""
    return 3 <= sum(char.isdigit() for char in number) < len(number)  # noqa: PLR2004 (as said)


# Numbers of registers in one piece, by their length: what is valid in one of them counts.
_REGISTERED: Mapping[int, tuple[float, tuple[Callable[[str], bool], ...]]] = {
    8: (0.7, (edrpou.is_valid,)),
    9: (0.7, (regon.is_valid,)),
    10: (0.97, (inn.is_valid, rntrc.is_valid)),
    11: (0.97, (_is_snils, pesel.is_valid, asmens.is_valid, ik.is_valid, pvn.is_valid)),
    12: (0.97, (inn.is_valid,)),
    13: (0.97, (idno.is_valid,)),
    14: (0.7, (regon.is_valid,)),
}
_IN_ONE_PIECE = re2.compile(r"\b\d{8,14}\b")
# ``\b`` passes over runs that are too long at once; it knows ASCII alone, so edges are asked again.
_SHAPES = (
    # Belarusian personal number: 7 digits, a letter, 3 digits, 2 letters, a digit.
    _Shape(
        re2.compile(r"(?i)[1-8]\d{6}[ \-]?[A-ZА-Я][ \-]?\d{3}[ \-]?[A-ZА-Я]{2}[ \-]?\d"),
        0.97,
    ),
    # Passports and identity cards.
    _Shape(re2.compile(rf"{_LETTER}{{2}}[ \-№]{{0,3}}\d{{6,7}}"), 0.9),
    _Shape(re2.compile(rf"{_LETTER}{{3}}[ \-]?\d{{6}}"), 0.85),
    _Shape(re2.compile(rf"\d{{2}}{_LETTER}{{2}}\d{{5}}"), 0.9),  # Georgia
    _Shape(re2.compile(r"\d{2} ?\d{2}[ №\-]{1,3}\d{6}"), 0.85),  # Russia, inner
    _Shape(re2.compile(r"\d{2} \d{7}"), 0.8),  # Russia, abroad
    _Shape(re2.compile(r"\b[A-Z0-9]{9}\d\b"), 0.9, _is_german_card),
    _Shape(re2.compile(r"\d{2} ?\d{6} ?[A-Z] ?\d{3}"), 0.9),  # Germany, pension
    # Numbers of insurance, of persons, for taxes, of firms, of bank cards.
    _Shape(re2.compile(r"\d{3}-\d{3}-\d{3}[ \-]\d{2}"), 0.9),
    _Shape(re2.compile(r"\d{6}-\d{5}"), 0.9),  # Latvia
    _Shape(re2.compile(r"\b\d{2} ?\d{3} ?\d{3} ?\d{3}\b"), 0.97, idnr.is_valid),
    _Shape(re2.compile(r"\b\d{3}-?\d{3}-?\d{2}-?\d{2}\b"), 0.9, nip.is_valid),
    _Shape(re2.compile(r"\b\d{4}(?:[ \-]?\d{4}){2}[ \-]?\d{1,7}\b"), 0.95, luhn.is_valid),
    # Cards with a mistyped figure, and accounts as banks print them.
    _Shape(re2.compile(r"\d{4}[ \-]\d{4}[ \-]\d{4}[ \-]\d{4}"), 0.7),
    _Shape(re2.compile(r"\d{2}(?:[ \-]\d{4}){6}"), 0.9),
    # Telephones, vehicles, and the files of courts.
    _Shape(re2.compile(r"\b\d{2}-?\d{6}-?\d{6}-?\d\b"), 0.95, imei.is_valid),
    _Shape(re2.compile(r"\b[A-HJ-NPR-Z0-9]{17}\b"), 0.8, _is_mixed),
    _Shape(re2.compile(r"(?:[IVX]{1,5}|\d{1,4}) [A-Z][A-Za-z]{0,4} \d{1,5}/\d{2,4}"), 0.9),
    # Long runs and mixed runs name a file, a ticket or a document, whatever they are.
    _Shape(re2.compile(r"\d{6,}"), 0.6, may_count=True),
    _Shape(re2.compile(r"\b[A-Z0-9]{8,12}\b"), 0.6, _is_mixed),
    _Shape(re2.compile(r"(?i)id\d{5,}"), 0.7),
    _Shape(re2.compile(rf"{_LETTER}{{2,4}}-{_LETTER}{{1,4}}[ \-]?\d{{3,}}"), 0.6),
    _Shape(re2.compile(rf"{_LETTER}{{1,4}}[\-/]?\d{{4,}}(?:[\-/]\d+)*"), 0.6),
    _Shape(
        re2.compile(rf"(?:{_LETTER}{{1,3}}-)?\d{{1,4}}[/\-]\d{{3,}}(?:[/\-]\d+)*"),
        0.55,
        may_count=True,
    ),
)
_SHORTEST_NAMED = 4
_REACH = 5
_LONGEST_SERIES = 4
_TIGHT = frozenset("-/№")


def find(source: SourceText) -> Iterator[Suggestion]:
    """Return the document and register numbers of a text."""
    text = source.text
    for shape in _SHAPES:
        for start, end in spans(shape.pattern, text):
            found = text[start:end]
            if not stands_alone(text, start, end):
                continue
            if shape.may_count and (is_amount(text, start, end) or is_stretch(found)):
                continue
            if shape.is_valid is None or shape.is_valid(found):
                yield _hit(start, end, shape.score)
    yield from _registered(text)
    yield from _behind_cues(source)


def _registered(text: str) -> Iterator[Suggestion]:
    """Return the numbers that a register may have given out, as their control figures tell."""
    for start, end in spans(_IN_ONE_PIECE, text):
        score, checks = _REGISTERED[end - start]
        found = text[start:end]
        if stands_alone(text, start, end) and any(is_valid(found) for is_valid in checks):
            yield _hit(start, end, score)


def _behind_cues(source: SourceText) -> Iterator[Suggestion]:
    """Return what stands behind "passport" or "case no.": a number of something in any shape."""
    tokens = source.tokens
    for index in source.standing(words("document_cues").holds):
        token = tokens[index]
        reach = range(index + 1, min(index + 1 + _REACH, len(tokens)))
        first = next((i for i in reach if any(c.isdigit() for c in tokens[i].key)), None)
        if first is None or "\n" in source.text[token.end : tokens[first].start]:
            continue
        last = first
        while last + 1 < len(tokens) and _belongs(source, last):
            last += 1
        if first > index + 1 and _is_series(source, first - 1):
            first -= 1
        start, end = tokens[first].start, tokens[last].end
        digits = sum(char.isdigit() for char in source.text[start:end])
        if digits >= _SHORTEST_NAMED and not _is_year(source.text[start:end]):
            yield _hit(start, end, 0.8)


def _belongs(source: SourceText, last: int) -> bool:
    left, right = source.tokens[last], source.tokens[last + 1]
    gap = source.gap(left, right)
    return gap in _TIGHT or (gap == " " and any(char.isdigit() for char in right.key))


def _is_series(source: SourceText, index: int) -> bool:
    token, number = source.tokens[index], source.tokens[index + 1]
    return (
        len(token.key) <= _LONGEST_SERIES
        and source.text[token.start : token.end].isupper()
        and source.gap(token, number).strip(" -/№") == ""
    )


def _is_year(found: str) -> bool:
    return len(found) == _SHORTEST_NAMED and found[:2] in {"19", "20"}


def _hit(start: int, end: int, score: float) -> Suggestion:
    return Suggestion(start, end, MarkKind.NUMBER, "document", score)
