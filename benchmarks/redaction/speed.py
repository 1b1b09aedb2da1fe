"""How fast the parts of redaction read, in characters a second of one core, and their memory.

usage: python -m benchmarks.redaction.speed [--seconds N]

Reads the made-up statements that ship with the program, for a case of six people, each part in a
process of its own. Seconds are of processor time, which busy cores stretch less than those of the
clock; two cores read two statements at once.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.redaction import child
from intake.domain.person import Identity, Role
from intake.redaction.detectors import DETECTORS
from intake.redaction.propagation import propagate
from intake.redaction.source_text import SourceText
from intake.redaction.suggest import Profile, suggest

DEMO = Path(__file__).parents[2] / "resources" / "demo" / "interviews.jsonl"
_NAMES = (
    ("Zorka Gusak", "Зорка Гусак"),
    ("Vasil Padkovabiaroza",),
    ("Нонна Компасодятлова",),
    ("Aleh Karandash-Lystou", "Карандаш-Листов Олег"),
    ("Гордій Зозуленко",),
    ("Kinga Wymyślona",),
)
PEOPLE = tuple(
    Identity(f"P{place}", Role.OTHER, names=names, phones=(f"+375 29 000-14-{place:02}",))
    for place, names in enumerate(_NAMES, start=1)
)
_LONG = 5_000_000  # bytes
Read = Callable[[str, str], object]


def _patterns(text: str, language: str) -> object:
    source = SourceText(text, language)
    found = list(propagate(source, PEOPLE))
    return [*found, *(hit for detector in DETECTORS.values() for hit in detector(source))]


def _everything(text: str, language: str) -> object:
    return suggest(text, language=language, identities=PEOPLE, profile=Profile.STRICT)


PARTS: dict[str, Read] = {"propagation and patterns": _patterns, "everything, strict": _everything}


def main() -> None:
    """Print a row for each part, or measure the one that is named."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--part", choices=PARTS)
    options = parser.parse_args()
    if options.part:
        print(json.dumps(_measured(PARTS[options.part], options.seconds)))
        return
    print("| part | characters a second, one core | 5 MB in one text, s | peak, MiB |")
    print("|---|---|---|---|")
    for part in PARTS:
        command = [sys.executable, "-m", __spec__.name, "--part", part]
        done = subprocess.run(
            [*command, "--seconds", str(options.seconds)], stdout=subprocess.PIPE, check=True
        )
        speed, long, peak = json.loads(done.stdout)
        print(f"| {part} | {speed:,.0f} | {long:.1f} | {peak} |")


def _measured(read: Read, seconds: float) -> tuple[float, float, int]:
    """Return (characters a second, seconds for 5 MB, MiB at most) of one part."""
    documents = [json.loads(line) for line in DEMO.read_text("utf-8").splitlines()]
    texts = [(each["statement"], each["language"]) for each in documents if each.get("statement")]
    for text, language in texts:  # lists, tables and models are read when first needed
        read(text, language)
    size = sum(len(text) for text, _ in texts)
    best, start = float("inf"), time.process_time()
    while time.process_time() - start < seconds:
        turn = time.process_time()
        for text, language in texts:
            read(text, language)
        best = min(best, time.process_time() - turn)
    together = "\n".join(text for text, _ in texts)
    long = together * (_LONG // len(together.encode()) + 1)
    turn = time.process_time()
    read(long, "ru")
    return size / best, time.process_time() - turn, child.peak()


if __name__ == "__main__":
    main()
