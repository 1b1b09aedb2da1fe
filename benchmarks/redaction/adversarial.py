"""Each part of redaction on hostile texts of 100 kB and four times that: worst time, its growth.

usage: python -m benchmarks.redaction.adversarial

First each pattern by itself, then each part with everything that it does.
A hostile text repeats what makes a part look again and again, or never says the same twice.
``growth`` is the time for the longer text over that for the shorter: 4 is linear. Times are
milliseconds of processor time, the best of three looks: lists are read, words may be remembered.
"""

from __future__ import annotations

import importlib
import pkgutil
import random
import time
from collections.abc import Callable, Iterator, Mapping
from itertools import cycle
from typing import NamedTuple, TypeVar

import re2

from benchmarks.redaction.speed import PEOPLE
from intake import redaction
from intake.domain.marks import MarkKind
from intake.redaction import strict_rule
from intake.redaction.detectors import DETECTORS, Detector
from intake.redaction.mended import mended
from intake.redaction.namesakes import namesakes
from intake.redaction.propagation import propagate
from intake.redaction.scanning import spans
from intake.redaction.source_text import SourceText, scannable
from intake.redaction.strangers import strangers
from intake.redaction.suggestion import Suggestion
from tests.unit.redaction.test_detectors import NASTY

_SIZE = 100_000  # bytes
_TIMES = 4
_LOOKS = 3
_LEAST = 0.2
_WORST = 5
_ANY = re2.compile(".")
_SYLLABLES = ("гу", "са", "хво", "щи", "ля", "бры", "дзю", "пло", "нэ", "му", "ки", "жо")
_ENDINGS = ("а", "у", "ой", "ым", "ого", "ому", "ы", "ых", "ой-", "е", "ою", "")
_Given = TypeVar("_Given")
Work = Callable[[SourceText], object]
Parts = Callable[[random.Random], Iterator[str]]


def _all_of(detector: Detector) -> Work:
    return lambda source: list(detector(source))


def _alike(source: SourceText) -> object:
    """Look for the namesakes of every word, as if each were somebody."""
    found = [
        Suggestion(token.start, token.end, MarkKind.PERSON, "name", 0.8) for token in source.tokens
    ]
    return list(namesakes(source, found, _LEAST))


WORKS: Mapping[str, Work] = {name: _all_of(detector) for name, detector in DETECTORS.items()} | {
    "mending": lambda source: mended(source.text),
    "propagation": lambda source: list(propagate(source, PEOPLE)),
    "strict rule": lambda source: list(strict_rule.find(source)),
    "strangers": lambda source: list(strangers(source)),
    "namesakes": _alike,
    "words": lambda source: _prepare(SourceText(source.text, source.language)),
}


def patterns() -> dict[str, Callable[[str], object]]:
    """Return every pattern of redaction by its module and its number there."""
    found: dict[str, Callable[[str], object]] = {}
    for info in pkgutil.walk_packages(redaction.__path__, f"{redaction.__name__}."):
        module = importlib.import_module(info.name)
        each = [pattern for value in vars(module).values() for pattern in _patterns_in(value)]
        for number, pattern in enumerate(dict.fromkeys(each), start=1):
            found[f"{info.name.removeprefix('intake.')} {number}"] = _every_match(pattern)
    return found


def _patterns_in(value: object) -> Iterator[re2._Regexp]:
    if isinstance(value, type(_ANY)):
        yield value
    elif isinstance(value, Mapping):
        yield from _patterns_in(tuple(value.values()))
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _patterns_in(each)


def _every_match(pattern: re2._Regexp) -> Callable[[str], object]:
    return lambda text: list(spans(pattern, text))


def _unknown(choose: random.Random) -> Iterator[str]:
    while True:
        yield "".join(choose.choices(_SYLLABLES, k=4)) + " "


def _unknown_names(choose: random.Random) -> Iterator[str]:
    return (word.title() for word in _unknown(choose))


def _one_name(choose: random.Random) -> Iterator[str]:
    while True:
        yield f"Гусков{choose.choice(_ENDINGS)} "


def _initials(choose: random.Random) -> Iterator[str]:
    while True:
        yield f"{choose.choice('абвгдзклмн')}. "


def _mixed(choose: random.Random) -> Iterator[str]:
    while True:
        yield choose.choice(NASTY)


def _dates(choose: random.Random) -> Iterator[str]:
    while True:
        yield f"{choose.randint(1, 31)}.{choose.randint(1, 12):02}.{choose.randint(1950, 2024)} "


def _days(choose: random.Random) -> Iterator[str]:
    while True:
        yield f"{choose.randint(1, 31)} {choose.choice(('May', 'June', 'мая', 'июня'))} "


def _addresses(choose: random.Random) -> Iterator[str]:
    while True:
        yield f"ул. {choose.choice(_SYLLABLES).title()}, д. {choose.randint(1, 99)}, "


def _numbers(choose: random.Random) -> Iterator[str]:
    while True:
        yield f"{choose.randrange(10**9)} "


VARIED: Mapping[str, Parts] = {
    "unknown words": _unknown,
    "unknown names": _unknown_names,
    "one name, many endings": _one_name,
    "initials": _initials,
    "everything, mixed": _mixed,
    "dates": _dates,
    "days": _days,
    "addresses": _addresses,
    "numbers": _numbers,
}


def _text(kind: str, size: int) -> str:
    """Return a hostile text: of a kind that is varied, or a unit again and again."""
    made = VARIED[kind](random.Random(kind)) if kind in VARIED else cycle([kind])
    parts: list[str] = []
    while size > 0:
        parts.append(next(made))
        size -= len(parts[-1].encode("utf-8", "replace"))
    return "".join(parts)


def main() -> None:
    """Print a row for the worst patterns, and one for each part."""
    print("| part | worst text | 100 kB, ms | 400 kB, ms | growth |")
    print("|---|---|---|---|---|")
    rows = sorted(_rows(patterns(), scannable), key=lambda row: -row.short)
    print(f"| {len(rows)} patterns, the worst {_WORST}: | | | | |")
    for row in (*rows[:_WORST], *_rows(WORKS, _prepared)):
        growth = row.long / row.short
        print(f"| {row.name} | `{row.text!r}` | {row.short:.1f} | {row.long:.1f} | {growth:.1f} |")


class _Row(NamedTuple):
    """How long a part took for its worst text, in milliseconds: 100 kB and four times that."""

    name: str
    text: str
    short: float
    long: float


def _rows(
    works: Mapping[str, Callable[[_Given], object]], given: Callable[[str], _Given]
) -> list[_Row]:
    """Time every work with every text, made ready for it anew each time."""
    spent: dict[str, dict[str, float]] = {name: {} for name in works}
    for kind in (*NASTY, *VARIED):
        text = _text(kind, _SIZE)
        for name, work in works.items():
            spent[name][kind] = _best(work, given, text)
    rows = []
    for name, by_kind in spent.items():
        worst = max(by_kind, key=lambda kind: by_kind[kind])
        long = _best(works[name], given, _text(worst, _TIMES * _SIZE))
        rows.append(_Row(name, worst, by_kind[worst], long))
    return rows


def _best(work: Callable[[_Given], object], given: Callable[[str], _Given], text: str) -> float:
    return min(_turn(work, given(text)) for _ in range(_LOOKS))


def _turn(work: Callable[[_Given], object], ready: _Given) -> float:
    start = time.process_time()
    work(ready)
    return (time.process_time() - start) * 1000


def _prepared(text: str) -> SourceText:
    """Return a text of which is known what all parts look at."""
    source = SourceText(text, "ru")
    _prepare(source)
    return source


def _prepare(source: SourceText) -> object:
    """Do what is done once for all parts."""
    return source.where(bool), source.gaps, source.keys, source.loud_keys, source.lower_keys


if __name__ == "__main__":
    main()
