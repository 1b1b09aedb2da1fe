"""Makes the table by which given names of people whom nobody recorded are known.

Usage: PYTHONPATH=src:packaging python packaging/make_given_names.py PERSONS.TXT FIRST.TXT WORDS

PERSONS.TXT is ``rigour/data/names/persons.txt`` of rigour 1.2.0 (MIT, data of Wikidata, CC0),
FIRST.TXT ``natasha/data/dict/first.txt`` of natasha 1.6.0 (MIT), WORDS the dictionary of Debian's
package ``wamerican-small`` (SCOWL). A line of PERSONS.TXT counts if one of its spellings is a given
name for FIRST.TXT or for the dictionaries of pymorphy3-dicts-ru 2.4 (OpenCorpora),
pymorphy3-dicts-uk 2.4 (VESUM) or morfeusz2 1.99 (SGJP, 2-clause BSD). They are also asked which of
the names, and which of their case forms, are words; the table holds no entry of theirs.
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from intake.redaction.gazetteer.forms import bases_of
from intake.redaction.people.surnames import is_surname
from intake.redaction.source_text import word_key
from make_name_classes import TONES, is_readable

HERE = Path(__file__).parent
TABLE = HERE.parent / "src" / "intake" / "redaction" / "people" / "given.txt"
SHORT_FORMS = HERE.parent / "src" / "intake" / "redaction" / "names" / "short_forms.txt"
# A letter whose sound begins like the y of "yes" begins with a star: Kostya, Kostia.
LETTERS = dict(zip("абвгґдезийіклмнопрстуфыэў", "abvggdeziyiklmnoprstufyeu", strict=True))
LETTERS |= {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch"}
LETTERS |= {"ё": "*o", "ю": "*u", "я": "*a", "є": "*e", "ї": "*i", "ь": "", "'": ""}
HEAD = """# Given names of the world, folded: names, names that are also words, and forms of names
# that are also words. Made by packaging/make_given_names.py from rigour 1.2.0 (MIT; its data are
# Wikidata's, CC0) and natasha 1.6.0 (MIT).
"""
SHORTEST = 3
GEORGIAN, ARABIC, HEBREW, CYRILLIC, LATIN = "\u10d0", "\u0600", "\u0590", "\u0400", ""
ALPHABETS = (GEORGIAN, ARABIC, HEBREW, CYRILLIC, LATIN)
FEWEST_ALPHABETS = 3  # of a name in Arabic letters that no dictionary here knows
OWN = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr"})


class Dictionaries:
    """What the dictionaries say together about a word in small letters.

    Args:
        english: The words of an English dictionary; names have a capital there.
    """

    def __init__(self, english: Iterable[str]) -> None:
        import morfeusz2  # type: ignore[import-not-found]  # noqa: PLC0415 (this script alone needs it)
        import pymorphy3  # type: ignore[import-not-found]  # noqa: PLC0415 (this script alone needs it)

        self._readers = {each: pymorphy3.MorphAnalyzer(lang=each) for each in ("ru", "uk")}
        self._polish = morfeusz2.Morfeusz()
        self._english = {word for word in english if word.islower()}

    def is_given(self, name: str) -> bool:
        """Tell whether a word is a given name by itself."""
        if is_cyrillic(name):
            return any({"Name", "nomn"} <= tag for _, tag in self._cyrillic(name))
        return any("imię" in each[3] and ":nom" in each[2] for each in self._latin(name))

    def is_word(self, name: str) -> bool:
        """Tell whether a word is, in whatever form, something else than a name."""
        if is_cyrillic(name):
            return any(is_common(*each) for each in self._cyrillic(name))
        found = (each for each in self._latin(name) if "nazwa_pospolita" in each[3] or not each[3])
        return any(found) or name in self._english

    def is_noun(self, name: str) -> bool:
        """Tell whether a word is the name of a thing as well; rarer forms do not count."""
        if is_cyrillic(name):
            tags = (tag for language, tag in self._cyrillic(name) if is_common(language, tag))
            return any({"NOUN", "nomn"} <= tag for tag in tags)
        common = (each for each in self._latin(name) if "nazwa_pospolita" in each[3])
        return name in self._english or any(":nom" in each[2] and not each[4] for each in common)

    def words(self) -> Iterator[str]:
        """Yield all words in all forms, names apart."""
        yield from self._english
        for language, reader in self._readers.items():
            for word, tag, *_ in reader.dictionary.iter_known_words():
                if is_common(language, tag.grammemes):
                    yield word

    def _cyrillic(self, name: str) -> Iterator[tuple[str, frozenset[str]]]:
        for language, reader in self._readers.items():
            for each in reader.parse(name):
                if each.is_known:
                    yield language, each.tag.grammemes

    def _latin(self, name: str) -> list[tuple[str, ...]]:
        found = [each[2] for each in self._polish.analyse(name.capitalize())]
        return [each for each in found if each[2] != "ign"]


def is_common(language: str, tag: frozenset[str]) -> bool:
    """Tell whether a reading is of no name; Ukrainian ones are unmarked among what lives."""
    is_unmarked = language == "uk" and "NOUN" in tag and "inan" not in tag
    return not is_unmarked and not OWN & tag


def main(persons: Path, first: Path, english: Path) -> int:
    """Write the table."""
    known = Dictionaries(frozenset(english.read_text("utf-8").split()))
    listed = frozenset(first.read_text("utf-8").split())
    own_names: set[str] = set()
    for own in (HERE / "given_names.txt", HERE / "given_names_more.txt", SHORT_FORMS):
        lines = own.read_text("utf-8").splitlines()
        own_names |= {name for line in lines if not line.startswith("#") for name in line.split()}
    listed |= own_names
    found = listed | {latin for name in own_names for latin in in_latin(name)}
    for line in persons.read_text("utf-8").splitlines():
        found |= given_in(line, lambda name: name in listed or known.is_given(name))
    # Вадим and Толик are names, though also forms of words that hardly anybody uses.
    plain = {
        name
        for name in found
        if (known.is_noun(name) if name in own_names else known.is_word(name))
    }
    names = {key for name in found if len(key := word_key(name)) >= SHORTEST and key.isalpha()}
    words = {word_key(name) for name in plain} & names
    looks = {
        key
        for word in known.words()
        if (key := word_key(word)) not in names and not names.isdisjoint(bases_of(key))
    }
    parts = {"name": names - words, "word": words, "form": looks}
    lines = [
        f"{kind} {line}"
        for kind, keys in parts.items()
        for line in textwrap.wrap(" ".join(sorted(keys)), 20_000, break_on_hyphens=False)
    ]
    TABLE.write_text(HEAD + "".join(f"{line}\n" for line in lines), "utf-8")
    counted = ", ".join(f"{len(keys)} {kind}" for kind, keys in parts.items())
    print(f"{counted}; {TABLE.stat().st_size} bytes")
    return 0


def given_in(line: str, is_given: Callable[[str], bool]) -> set[str]:
    """Return the spellings of a line ``name, name, ... => Q123`` if it is that of a given name."""
    names = [name.strip() for name in line.rpartition(" => ")[0].split(",")]
    if any(TONES.intersection(name) for name in names):
        return set()
    readable = {name for name in names if is_readable(name) and not is_hebrew(name)}
    if any(map(is_given, readable)):
        return readable
    alphabets = {next(first for first in ALPHABETS if word_key(name) >= first) for name in readable}
    is_many = len(alphabets) >= FEWEST_ALPHABETS
    return {
        name
        for name in readable
        if (is_many and name[0] >= ARABIC)
        or (name[0] >= GEORGIAN and not is_surname(word_key(name)))
    }


def in_latin(name: str) -> Iterator[str]:
    """Yield how people write a Cyrillic name in Latin letters who follow no standard."""
    if is_cyrillic(name):
        for soft in ("y", "i"):
            written = "".join(LETTERS.get(char, char) for char in name.lower())
            yield written.replace("*", soft)


def is_hebrew(name: str) -> bool:
    """Tell whether a word is written in Hebrew letters."""
    return HEBREW <= name[0] < ARABIC


def is_cyrillic(name: str) -> bool:
    """Tell whether a word is written in Cyrillic letters."""
    return CYRILLIC <= name[0] < HEBREW


if __name__ == "__main__":
    if len(sys.argv) != 4:  # noqa: PLR2004 (the script and three files)
        sys.exit(__doc__)
    sys.exit(main(*map(Path, sys.argv[1:])))
