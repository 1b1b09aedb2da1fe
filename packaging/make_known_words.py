"""Makes the rows of bits by which the words of five languages are known.

Usage: PYTHONPATH=src:packaging python packaging/make_known_words.py DICTIONARIES COMMON NAMES...

DICTIONARIES holds, from Debian 12, ``american-english-large`` and ``british-english-large`` (SCOWL;
packages ``wamerican-large`` and ``wbritish-large`` 2020.12.07), and from the source package
``libreoffice-dictionaries`` 7.5.0 the pairs of files ``ru_RU``, ``uk_UA``, ``pl_PL`` and
``be-official`` (``.aff`` and ``.dic``). COMMON holds a file ``LANGUAGE.txt`` each for en, ru, uk
and pl with the commonest words of wordfreq 3.1, a word a line, most frequent first. NAMES are
``natasha/data/dict/last.txt`` of natasha 1.6.0 (MIT) and ``rigour/data/names/persons.txt`` of
rigour 1.2.0 (MIT, data of Wikidata, CC0).

Entries with a capital are names and are left out; so are words that are somebody's name too, unless
they are common: those are told apart in a row of their own.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from intake.redaction.known import row_of
from intake.redaction.source_text import words_of

ROWS = Path(__file__).parent.parent / "src" / "intake" / "redaction" / "known"
SOURCES = {"ru": "ru_RU", "uk": "uk_UA", "pl": "pl_PL", "be": "be-official"}
ENGLISH = ("american-english-large", "british-english-large")
READ_AS = {"be": ("ru", "uk")}  # there is no list of its own
MOST_COMMON = 20_000
SHORTEST = 3
PARTS_OF_RULE = 4


class Rule(NamedTuple):
    """One way to end a word: what goes, what comes, and behind what."""

    gone: str
    comes: str
    behind: re.Pattern[str]


class Words(NamedTuple):
    """The folded words of a dictionary, names apart."""

    common: set[str]
    names: set[str]


def encoding_of(rules: Path) -> str:
    """Return the encoding that a file of endings names."""
    first = next(line for line in rules.read_bytes().splitlines() if line.startswith(b"SET"))
    return first.split()[1].decode()


def endings_in(rules: Path) -> tuple[dict[str, list[Rule]], bool]:
    """Return the endings by their sign, and whether signs are numbers."""
    found: dict[str, list[Rule]] = defaultdict(list)
    is_numbered = False
    for line in rules.read_text(encoding_of(rules)).splitlines():
        parts = line.split()
        is_numbered = is_numbered or parts[:2] == ["FLAG", "num"]
        if parts[:1] != ["SFX"] or len(parts) < PARTS_OF_RULE or parts[2] in {"Y", "N"}:
            continue
        gone, comes = (each.partition("/")[0] for each in parts[2:4])
        behind = parts[4] if len(parts) > PARTS_OF_RULE else "."
        rule = Rule("" if gone == "0" else gone, "" if comes == "0" else comes, at_end(behind))
        found[parts[1]].append(rule)
    return found, is_numbered


def at_end(behind: str) -> re.Pattern[str]:
    """Return what a word must end with for a rule."""
    return re.compile(f"(?:{behind})$")


def forms(word: str, rules: Iterable[Rule]) -> Iterator[str]:
    """Yield a word in all the forms that its endings give."""
    yield word
    for rule in rules:
        if word.endswith(rule.gone) and rule.behind.search(word):
            yield word[: len(word) - len(rule.gone)] + rule.comes


def dictionary(stem: Path) -> Words:
    """Return what a pair of files ``.aff`` and ``.dic`` holds, in all forms."""
    rules, is_numbered = endings_in(Path(f"{stem}.aff"))
    held = Words(set(), set())
    lines = Path(f"{stem}.dic").read_text(encoding_of(Path(f"{stem}.aff"))).splitlines()
    for line in lines[1:]:
        word, _, signs = line.split("\t")[0].strip().partition("/")
        chosen = signs.split(",") if is_numbered else list(signs)
        kind = held.names if word[:1].isupper() else held.common
        for form in forms(word, (rule for sign in chosen for rule in rules.get(sign, ()))):
            kind.update(words_of(form))
    return held


def english(folder: Path) -> Words:
    """Return the words of the English lists."""
    held = Words(set(), set())
    for name in ENGLISH:
        for word in (folder / name).read_text("utf-8").split():
            (held.names if word[:1].isupper() else held.common).update(words_of(word))
    return held


def common_words(folder: Path, language: str) -> set[str]:
    """Return the folded words that are common in a language, or in its neighbours."""
    files = [folder / f"{each}.txt" for each in READ_AS.get(language, (language,))]
    lines = (line for file in files for line in file.read_text("utf-8").splitlines()[:MOST_COMMON])
    return {key for line in lines for key in words_of(line)}


def names_in(file: Path) -> Iterator[str]:
    """Yield the folded names of a list; what is behind an arrow is no name."""
    for line in file.read_text("utf-8").splitlines():
        yield from words_of(line.partition("=>")[0])


def main() -> int:
    """Write a row of bits for each language, and one for common words that are names, too."""
    folder, common, *lists = map(Path, sys.argv[1:])
    names = {key for file in lists for key in names_in(file)}
    both: set[str] = set()
    for language in ("en", *SOURCES):
        stem = folder / SOURCES.get(language, "")
        held = english(folder) if language == "en" else dictionary(stem)
        also = held.common & (held.names | names)
        spared = also & common_words(common, language)
        both |= spared
        write(language, held.common - also | spared)
    write("names", both)
    return 0


def write(name: str, keys: Iterable[str]) -> None:
    """Write the row of bits in which folded words are found."""
    chosen = {key for key in keys if len(key) >= SHORTEST and key.isalpha()}
    row = row_of(chosen)
    (ROWS / f"{name}.bloom").write_bytes(row)
    print(name, len(chosen), "words", len(row), "bytes")


if __name__ == "__main__":
    sys.exit(main())
