"""What a command says: one JSON document or plain lines on stdout, all else on stderr."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from intake.domain.progress import ProgressCallback, ignore_progress

_BAR_WIDTH = 30
_REPLACEMENT = "\ufffd"


def safe_line(text: str) -> str:
    """Return ``text`` as one line without control and format characters, for a terminal.

    Case text, paths and arguments can hold escape sequences, bidirectional controls and line ends;
    a terminal must obey none of them, and none may make a line that seems to come from us.
    """
    return "".join(char if _is_harmless(char) else _REPLACEMENT for char in text)


def _is_harmless(char: str) -> bool:
    return char.isprintable() or char == "\t" or unicodedata.category(char) == "Zs"


def counted(count: int, thing: str) -> str:
    """Return a number with its thing, ``1 case`` or ``2 cases``."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def say(*lines: str) -> None:
    """Print plain lines on stdout, each as one line whatever it holds."""
    for line in lines:
        print(safe_line(line))


def say_indented(text: str) -> None:
    """Print a text of several lines on stdout, set apart from what we say ourselves."""
    say(*(f"    {line}" for line in text.split("\n")))


def say_text(text: str) -> None:
    """Write a text on stdout: character by character into a file, harmless on a terminal."""
    if sys.stdout.isatty():
        say(*text.split("\n"))
    else:
        sys.stdout.write(text)


def say_json(document: object) -> None:
    """Print one JSON document on stdout; unpaired surrogates stay escaped."""
    print(json.dumps(document, ensure_ascii=True, indent=2, sort_keys=True))


def note(text: str) -> None:
    """Print a message on stderr, as one line."""
    print(safe_line(text), file=sys.stderr)


def name_backups(paths: Sequence[Path], told: str) -> None:
    """Name backups in messages, a line each; ``told`` says what they are."""
    if paths:
        note(f"{told}:")
    for path in paths:
        note(f"  {path}")


@contextmanager
def progress_bar(label: str, stream: TextIO | None = None) -> Iterator[ProgressCallback]:
    """Yield a progress callback that draws a bar on a terminal, and nothing elsewhere."""
    target = sys.stderr if stream is None else stream
    if not target.isatty():
        yield ignore_progress
        return
    shown = ""

    def draw(done: int, total: int) -> None:
        nonlocal shown
        filled = min(_BAR_WIDTH, _BAR_WIDTH * done // total) if total else 0
        share = f"{min(100, 100 * done // total)} %" if total else str(done)
        bar = f"\r{label} [{'#' * filled}{'.' * (_BAR_WIDTH - filled)}] {share:>5}"
        if bar != shown:
            shown = bar
            target.write(bar)
            target.flush()

    try:
        yield draw
    finally:
        target.write("\n")
