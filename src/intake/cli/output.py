"""What a command says: one JSON document or plain lines on stdout, all else on stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from intake.domain.progress import ProgressCallback, ignore_progress

_BAR_WIDTH = 30


def safe_line(text: str) -> str:
    """Return ``text`` without control and format characters, for a terminal.

    Case text can hold escape sequences and bidirectional controls; a terminal must show neither.
    """
    return "".join(char if char.isprintable() or char == "\n" else "\ufffd" for char in text)


def say(text: str) -> None:
    """Print plain lines on stdout."""
    print(safe_line(text))


def say_json(document: object) -> None:
    """Print one JSON document on stdout; unpaired surrogates stay escaped."""
    print(json.dumps(document, ensure_ascii=True, indent=2, sort_keys=True))


def note(text: str) -> None:
    """Print a message on stderr."""
    print(safe_line(text), file=sys.stderr)


@contextmanager
def progress_bar(label: str, stream: TextIO | None = None) -> Iterator[ProgressCallback]:
    """Yield a progress callback that draws a bar on a terminal, and nothing elsewhere."""
    target = sys.stderr if stream is None else stream
    if not target.isatty():
        yield ignore_progress
        return

    def draw(done: int, total: int) -> None:
        filled = _BAR_WIDTH * done // total if total else 0
        bar = "#" * filled + "." * (_BAR_WIDTH - filled)
        target.write(f"\r{label} [{bar}] {done}/{total or '?'}")
        target.flush()

    try:
        yield draw
    finally:
        target.write("\n")
