"""Makes the table of given names that are one name in several languages.

Usage: python packaging/make_name_classes.py PERSONS.TXT

PERSONS.TXT is ``rigour/data/names/persons.txt`` of the package rigour 1.2.0 (MIT; the data are
Wikidata's, CC0): one line for each name, its spellings in all languages. The table keeps the
classes of the names in ``packaging/given_names.txt`` in the alphabets that the program reads.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

HERE = Path(__file__).parent
TABLE = HERE.parent / "src" / "intake" / "redaction" / "names" / "classes.txt"
DIGEST = "8917f3568a112df3a47c35251ba999d1f9626f315fc45952b55154b4829b7cfe"
SMALLEST_CLASS = 3
# Chinese names are spelled with tones; their short spellings look like names of other languages.
TONES = frozenset("0123456789¹²³´ǎǐǒǔǚāēīōūǖ")
# First and last letter of each alphabet that the program reads.
ALPHABETS = (("a", "\u024f"), ("\u0400", "\u052f"), ("\u0590", "\u06ff"), ("\u10d0", "\u10ff"))
HEAD = """# Given names that are one name in several languages, one class a line.
# Made by packaging/make_name_classes.py from rigour 1.2.0 (MIT); its data are Wikidata's (CC0).
"""


def classes(lines: Iterable[str], wanted: frozenset[str]) -> Iterator[tuple[str, ...]]:
    """Yield each class that holds a wanted name, sorted, without foreign alphabets.

    Args:
        lines: ``name, name, ... => Q123``.
        wanted: Names in small letters.
    """
    for line in lines:
        names = [name.strip() for name in line.rpartition(" => ")[0].split(",")]
        if any(TONES.intersection(name) for name in names):
            continue
        kept = sorted({name for name in names if is_readable(name)})
        if len(kept) >= SMALLEST_CLASS and wanted.intersection(kept):
            yield tuple(kept)


def is_readable(name: str) -> bool:
    """Tell whether a name is one word in one alphabet that the program reads."""
    letters = [char for char in name if char not in "'’ʼʹ`"]
    return any(
        letters and all(first <= char <= last for char in letters) for first, last in ALPHABETS
    )


def main(path: Path) -> int:
    """Write the table."""
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != DIGEST:
        print(f"{path.name} is not the file of rigour 1.2.0", file=sys.stderr)
        return 1
    wanted = frozenset((HERE / "given_names.txt").read_text("utf-8").split())
    found = sorted(set(classes(content.decode("utf-8").splitlines(), wanted)))
    TABLE.write_text(HEAD + "".join(f"{' '.join(each)}\n" for each in found), "utf-8")
    print(f"{len(found)} classes in {TABLE.name}, {TABLE.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 2:  # noqa: PLR2004 (the script and one file)
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1])))
