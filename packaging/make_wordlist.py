"""Makes the generator's word list from two free sources; the program itself never runs it.

Usage::

    apt-get download wamerican-small && dpkg-deb -x wamerican-small_*.deb out
    python packaging/make_wordlist.py out/usr/share/dict/american-english-small > words.txt

The dictionary of Debian's package ``wamerican-small`` (SCOWL, free licence) says what an English
word is. The frequency lists inside the Python package ``zxcvbn`` (MIT) say which words are common.
Kept are the 7776 most common words of 4 to 9 letters that are not a plain inflection of another
word (``walk`` stays, ``walked`` goes), not a given name, not a Roman numeral, and not a word that
somebody who documents violence should have to type every morning (``unwelcome_words.txt``).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path

from zxcvbn.frequency_lists import FREQUENCY_LISTS

WORDS = 7776
SHAPE = re.compile(r"[a-z]{4,9}")
ROMAN = re.compile(r"[ivxlcdm]+")
# ending -> what may stand in its place in the base word
ENDINGS = (
    ("s", ("",)),
    ("es", ("",)),
    ("ies", ("y",)),
    ("ed", ("", "e")),
    ("ied", ("y",)),
    ("ing", ("", "e")),
    ("er", ("", "e")),
    ("ier", ("y",)),
    ("est", ("", "e")),
    ("iest", ("y",)),
    ("ly", ("",)),
    ("ness", ("",)),
)
UNWELCOME = Path(__file__).with_name("unwelcome_words.txt")


def ranks() -> dict[str, int]:
    """Return the best rank of every word over the frequency lists, 0 the most common."""
    best: dict[str, int] = {}
    for listed in FREQUENCY_LISTS.values():
        for rank, word in enumerate(listed):
            best[word] = min(rank, best.get(word, rank))
    return best


def is_inflection(word: str, known: set[str]) -> bool:
    """Tell whether ``word`` is a known word with a common ending."""
    for ending, replacements in ENDINGS:
        if not word.endswith(ending):
            continue
        base = word.removesuffix(ending)
        if any(base + replacement in known for replacement in replacements):
            return True
        if base[-1:] == base[-2:-1] and base[:-1] in known:
            return True
    return False


def unwelcome() -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the unwelcome words and the unwelcome beginnings."""
    lines = UNWELCOME.read_text(encoding="utf-8").splitlines()
    entries = [entry for line in lines if not line.startswith("#") for entry in line.split()]
    beginnings = tuple(entry.removesuffix("*") for entry in entries if entry.endswith("*"))
    return frozenset(entry for entry in entries if not entry.endswith("*")), beginnings


def choose(dictionary: Iterable[str]) -> list[str]:
    """Return the chosen words in alphabetical order."""
    known = {word for word in dictionary if re.fullmatch(r"[a-z]{3,9}", word)}
    given_names = {*FREQUENCY_LISTS["female_names"], *FREQUENCY_LISTS["male_names"]}
    rank = ranks()
    words, beginnings = unwelcome()
    fit = [
        word
        for word in known
        if SHAPE.fullmatch(word)
        and word in rank
        and word not in given_names
        and not ROMAN.fullmatch(word)
        and word not in words
        and not word.startswith(beginnings)
        and not is_inflection(word, known)
    ]
    return sorted(sorted(fit, key=lambda word: (rank[word], word))[:WORDS])


if __name__ == "__main__":
    chosen = choose(Path(sys.argv[1]).read_text(encoding="utf-8").split())
    if len(chosen) != WORDS:
        sys.exit(f"only {len(chosen)} words")
    print("\n".join(chosen))
