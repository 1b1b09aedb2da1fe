"""One system in a process of its own: texts in, spans and figures out; knows no system itself.

A child is asked on its standard input for one reading of sets of documents, and answers in JSON.
It imports nothing but the standard library, so that it runs in the peers' environment as well. All
seconds are seconds of processor time of all its threads: busy cores stretch those of the clock.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

Span = tuple[int, int]
Document = Mapping[str, Any]
Reader = Callable[[Document], Iterable[Span]]
_WARM_UP = {
    "id": "",
    "lang": "en",
    "text": "Then Zorka Gusak came on 3 May 2021.",
    "identities": [],
}
_SHORTEST = 2.0  # seconds of reading; a small set is read several times


def answer(load: Callable[[], Reader]) -> None:
    """Load a system, let it read what the standard input asks for, and print what came of it."""
    sets: dict[str, list[Document]] = json.load(sys.stdin)
    start = time.process_time()
    reader = load()
    list(reader(_WARM_UP))
    loaded = time.process_time() - start
    read = {name: reading(reader, documents) for name, documents in sets.items()}
    print(json.dumps({"load s": loaded, "peak MiB": peak(), "sets": read}))


def reading(reader: Reader, documents: Sequence[Document]) -> dict[str, Any]:
    """Return the spans of each document and how many kB of UTF-8 were read in a second."""
    spans: dict[str, list[Span]] = {}
    size = sum(len(each["text"].encode()) for each in documents) / 1000
    spent, rounds = 0.0, 0
    while not rounds or spent < _SHORTEST:
        start = time.process_time()
        found = [list(reader(each)) for each in documents]
        spent += time.process_time() - start
        rounds += 1
        if not spans:
            spans = {each["id"]: united(hits) for each, hits in zip(documents, found, strict=True)}
    return {"spans": spans, "kB/s": size * rounds / spent}


def united(spans: Iterable[Span]) -> list[Span]:
    """Return the spans in order, those that overlap made one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif start < end:
            merged.append((start, end))
    return merged


def peak() -> int:
    """Return the highest memory use of this process in MiB, without what its parent used."""
    status = Path("/proc/self/status").read_text("ascii")
    line = next(each for each in status.splitlines() if each.startswith("VmHWM"))
    return int(line.split()[1]) // 1024
