"""Each detector on hostile texts of 100 kB and of four times that: the worst time, and its growth.

usage: python -m benchmarks.redaction.adversarial

A hostile text repeats what makes a detector look again and again. ``growth`` is the time for the
longer text over that for the shorter: 4 is linear. Times are milliseconds of processor time of the
first look: what is remembered of a text would make the next ones faster.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from intake.redaction.detectors import DETECTORS, Detector
from intake.redaction.mended import mended
from intake.redaction.source_text import SourceText
from tests.unit.redaction.test_detectors import NASTY

_SIZE = 100_000  # bytes
_TIMES = 4


def _all_of(detector: Detector) -> Callable[[SourceText], object]:
    return lambda source: list(detector(source))


WORKS = {name: _all_of(detector) for name, detector in DETECTORS.items()} | {
    "mending": lambda source: mended(source.text)
}


def main() -> None:
    """Print a row for each detector, and for the mending of spoilt texts."""
    print("| detector | worst unit | 100 kB, ms | 400 kB, ms | growth |")
    print("|---|---|---|---|---|")
    spent: dict[str, dict[str, float]] = {name: {} for name in WORKS}
    for unit in NASTY:
        source = _source(unit, _SIZE)
        for name, work in WORKS.items():
            spent[name][unit] = _turn(work, source)
    for name, by_unit in spent.items():
        worst = max(by_unit, key=lambda unit: by_unit[unit])
        short, long = by_unit[worst], _turn(WORKS[name], _source(worst, _TIMES * _SIZE))
        print(f"| {name} | `{worst!r}` | {short:.1f} | {long:.1f} | {long / short:.1f} |")


def _source(unit: str, size: int) -> SourceText:
    """Return a text that is prepared already: that is done once for all detectors."""
    source = SourceText(unit * (size // len(unit.encode("utf-8", "replace"))), "ru")
    _prepare(source)
    return source


def _prepare(source: SourceText) -> object:
    return source.where(bool), source.gaps, source.keys, source.loud_keys, source.lower_keys


def _turn(work: Callable[[SourceText], object], source: SourceText) -> float:
    start = time.process_time()
    work(source)
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    main()
