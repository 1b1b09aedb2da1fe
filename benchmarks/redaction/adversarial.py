"""Each detector on hostile texts of 100 kB and of four times that: the worst time, and its growth.

usage: python -m benchmarks.redaction.adversarial

A hostile text repeats what makes a detector look again and again. ``growth`` is the time for the
longer text over that for the shorter: 4 is linear. All times are milliseconds of processor time,
the least of three turns.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from intake.redaction.detectors import DETECTORS
from intake.redaction.mended import mended
from intake.redaction.source_text import SourceText
from tests.unit.redaction.test_detectors import NASTY

_SIZE = 100_000  # bytes
_TIMES = 4
_TURNS = 3


def main() -> None:
    """Print a row for each detector, and for the mending of spoilt texts."""
    works: dict[str, Callable[[SourceText], object]] = {
        name: lambda source, detector=detector: list(detector(source))  # type: ignore[misc]  # mypy knows no defaults of a lambda
        for name, detector in DETECTORS.items()
    }
    works["mending"] = lambda source: mended(source.text)
    print("| detector | worst unit | 100 kB, ms | 400 kB, ms | growth |")
    print("|---|---|---|---|---|")
    for name, work in works.items():
        worst = max(NASTY, key=lambda unit: _spent(work, unit, _SIZE))
        short, long = _spent(work, worst, _SIZE), _spent(work, worst, _TIMES * _SIZE)
        print(f"| {name} | `{worst!r}` | {short:.1f} | {long:.1f} | {long / short:.1f} |")


def _spent(work: Callable[[SourceText], object], unit: str, size: int) -> float:
    text = unit * (size // len(unit.encode("utf-8", "replace")))
    return min(_turn(work, text) for _ in range(_TURNS))


def _turn(work: Callable[[SourceText], object], text: str) -> float:
    source = SourceText(text, "ru")
    assert source.tokens is not None  # cut into words before: all detectors share them
    start = time.process_time()
    work(source)
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    main()
