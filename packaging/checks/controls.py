"""Finds characters that a reader cannot see: bidirectional controls, zero width, byte order marks.

Sources that need one write it as an escape; this check does not look at what an escape stands for.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from checks.sources import own_files, report

SEEN = frozenset("\n\t")
UNSEEN_CATEGORIES = frozenset({"Cc", "Cf", "Zl", "Zp", "Co", "Cn"})


def unseen(_path: Path, text: str) -> Iterator[str]:
    """Yield ``:line: finding`` for every invisible character in ``text``."""
    for number, line in enumerate(text.split("\n"), start=1):
        for character in sorted(set(line) - SEEN):
            if unicodedata.category(character) in UNSEEN_CATEGORIES:
                name = f"U+{ord(character):04X}"
                yield f":{number}: invisible character {name}; write it as an escape"


if __name__ == "__main__":
    here = Path.cwd()
    sys.exit(report(here, own_files(here), unseen))
