"""Looks for words in files and in the memory of a process, however they are written there."""

from __future__ import annotations

import base64
import os
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

_LARGEST = 64 << 20
_STEP = 4 << 20


def spellings(words: str) -> dict[str, bytes]:
    """Return what words look like in UTF-8, UTF-16, hex and base64, by the name of the writing."""
    plain = words.encode()
    found = {
        "UTF-8": plain,
        "UTF-16 LE": words.encode("utf-16-le"),
        "UTF-16 BE": words.encode("utf-16-be"),
        "hex": plain.hex().encode(),
        "HEX": plain.hex().upper().encode(),
    }
    for phase in range(3):
        whole = base64.b64encode(bytes(phase) + plain)
        # Only the signs that neighbours have no part in.
        first, last = -(-phase * 8 // 6), (phase + len(plain)) * 8 // 6
        found[f"base64, phase {phase}"] = whole[first:last]
    return found


def in_stream(parts: Iterable[bytes], wanted: dict[str, bytes]) -> set[str]:
    """Return the writings that stand in a stream, across the borders of its parts too."""
    found: set[str] = set()
    overlap = max(map(len, wanted.values())) - 1
    tail = b""
    for part in parts:
        window = tail + part
        found |= {name for name, word in wanted.items() if word in window}
        tail = window[-overlap:]
    return found


def in_files(files: Iterable[Path], words: str) -> list[str]:
    """Return the files whose name or content holds the words, and in which writing."""
    wanted = spellings(words)
    found = []
    for path in files:
        if words in str(path):
            found.append(f"{path}: name")
        try:
            if not path.is_file() or path.stat().st_size > _LARGEST:
                continue
            with path.open("rb") as stream:
                here = in_stream(iter(partial(stream.read, _STEP), b""), wanted)
        except OSError:
            continue
        found += [f"{path}: {name}" for name in sorted(here)]
    return found


def files_below(
    *folders: Path, since: float = 0.0, without: tuple[Path, ...] = ()
) -> Iterator[Path]:
    """Yield files and links, those alone that changed since a time (seconds of the epoch)."""
    for folder in folders:
        for root, names, files in os.walk(folder, onerror=lambda _error: None):
            names[:] = [name for name in names if Path(root, name) not in without]
            for path in (Path(root, name) for name in files):
                try:
                    changed = max(path.lstat().st_mtime, path.lstat().st_ctime)
                except OSError:
                    continue
                if changed >= since:
                    yield path


def in_memory(pid: int, words: str) -> set[str]:
    """Return in which writings words stand in any readable page of a process."""
    return in_stream(_memory(pid), spellings(words))


def _memory(pid: int) -> Iterator[bytes]:
    with Path(f"/proc/{pid}/mem").open("rb", 0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            span, rights = line.split()[:2]
            if not rights.startswith("r") or "[v" in line:
                continue
            begin, end = (int(part, 16) for part in span.split("-"))
            try:
                memory.seek(begin)
                yield memory.read(end - begin)
            except (OSError, ValueError, OverflowError):
                continue
