"""Makes the list of names of settlements that are also words or names of people.

Usage: PYTHONPATH=src:packaging python packaging/make_place_words.py CITIES500.JSON

Asks the dictionaries of pymorphy3-dicts-ru 2.4 (OpenCorpora), pymorphy3-dicts-uk 2.4 (VESUM) and
morfeusz2 1.99 (SGJP, 2-clause BSD) about each name. They are needed for this list alone; it holds
no entry of theirs, only which of our names they know as something else.
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Callable, Iterable
from pathlib import Path

from intake.redaction.source_text import word_key
from make_gazetteer import read

LIST = Path(__file__).parent / "place_words.txt"
HEAD = """# Names of settlements that are also words, or also names of people, folded.
# Made by packaging/make_place_words.py with dictionaries of Russian, Ukrainian and Polish.
"""
PEOPLE = frozenset({"Surn", "Name", "Patr"})


def cyrillic(language: str) -> Callable[[str], str]:
    """Return a function that tells what else a name is in Russian or Ukrainian."""
    import pymorphy3  # type: ignore[import-not-found]  # noqa: PLC0415 (this script alone needs it)

    reader = pymorphy3.MorphAnalyzer(lang=language)

    def judge(name: str) -> str:
        found = [parse for parse in reader.parse(name) if parse.is_known]
        # People are not called in the plural: Барановичи is the town.
        if any(PEOPLE & parse.tag.grammemes and "plur" not in parse.tag for parse in found):
            return "person"
        return "word" if any(is_word(parse) for parse in found) else ""

    def is_word(parse: object) -> bool:
        grammemes = parse.tag.grammemes  # type: ignore[attr-defined]  # only who makes the list has it
        if language == "ru" or "NOUN" not in grammemes:
            return "Geox" not in grammemes
        # The Ukrainian dictionary does not mark places; a town has no plural.
        forms = [set(form.tag.grammemes) for form in parse.lexeme]  # type: ignore[attr-defined]  # only who makes the list has it
        return any("plur" in form for form in forms) and not all("plur" in form for form in forms)

    return judge


def polish() -> Callable[[str], str]:
    """Return a function that tells what else a name is in Polish."""
    import morfeusz2  # type: ignore[import-not-found]  # noqa: PLC0415 (this script alone needs it)

    reader = morfeusz2.Morfeusz()

    def judge(name: str) -> str:
        found = [each[2] for each in reader.analyse(name.capitalize()) if each[2][2] != "ign"]
        surnames = [each for each in found if "nazwisko" in each[3] and each[2].endswith(":m1")]
        if any(each[2].startswith("subst:sg:nom") for each in surnames):
            return "person"
        if any("imię" in each[3] for each in found):
            return "person"
        is_word = any("nazwa_pospolita" in each[3] or not each[3] for each in found)
        return "word" if is_word else ""

    return judge


def judged(names: Iterable[str]) -> dict[str, set[str]]:
    """Return the folded names that are something else, by what they are."""
    russian, ukrainian, pole = cyrillic("ru"), cyrillic("uk"), polish()
    found: dict[str, set[str]] = {"word": set(), "person": set()}
    for name in names:
        small = name.lower()
        is_cyrillic = "\u0400" <= small[0] <= "\u052f"
        kinds = {russian(small), ukrainian(small)} if is_cyrillic else {pole(small)}
        for kind in kinds - {""}:
            found[kind].add(word_key(name))
    return found


def main(path: Path) -> int:
    """Write the list."""
    names = {name for each in read(path) for name in each.names if name.isalpha()}
    found = judged(sorted(names))
    lines = [
        f"{kind}: {line}"
        for kind, keys in found.items()
        for line in textwrap.wrap(" ".join(sorted(keys)), 110)
    ]
    LIST.write_text(HEAD + "".join(f"{line}\n" for line in lines), "utf-8")
    print(", ".join(f"{len(keys)} {kind}" for kind, keys in found.items()))
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 2:  # noqa: PLR2004 (the script and one file)
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1])))
