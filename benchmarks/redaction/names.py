"""Recorded names in other forms, spellings and alphabets: how many are found, and what else is.

usage: python -m benchmarks.redaction.names FILE [--pairs N]

FILE holds one name a line, in all its spellings: ``name, name, ... => anything``. Of each kind
of pair as many are drawn as asked, always the same ones. A person is recorded under one spelling;
a sentence names the person in another one, with an ending of the language around it. Found means
that propagation alone, no other detector, proposes the whole word. False words are those of texts
in which nobody is named, and names of other people of the same alphabet. Names that the program's
own table lists are reported apart: the table was made from such a file.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.redaction.report import share, table
from intake.domain.person import Identity, Role
from intake.redaction.names.classes import variants_of
from intake.redaction.propagation import propagate
from intake.redaction.source_text import SourceText

CLEAN = Path(__file__).parents[2] / "resources" / "demo" / "clean.jsonl"
STRICT, BALANCED = 0.2, 0.5
_SHORTEST, _LONGEST = 4, 14
_PEOPLE = 10
_RANGES = {
    "Latin": ("a", "\u024f"),
    "Cyrillic": ("\u0400", "\u052f"),
    "Georgian": ("\u10d0", "\u10ff"),
    "Arabic": ("\u0600", "\u06ff"),
    "Hebrew": ("\u0590", "\u05ff"),
}
_SENTENCES = {
    "Latin": ("pl", "Potem powiedzieli, że {} nic o tym nie wie."),
    "Cyrillic": ("ru", "Потом сказали, что {} ничего об этом не знает."),
    "Georgian": ("ka", "მერე თქვეს, რომ {} არაფერი იცის."),
    "Arabic": ("fa", "بعد گفتند که {} چیزی نمی\u200cداند."),
    "Hebrew": ("he", "אחר כך אמרו כי {} לא יודע דבר."),
}
# What a name ends in, and what stands there in the other cases; the first that fits counts.
_CASES = {
    "Latin": (
        ("ski", ("skiego", "skiemu", "skim")),
        ("ska", ("skiej", "ską")),
        ("a", ("y", "ę", "ą", "ie")),
        ("o", ("o",)),
        ("", ("a", "owi", "em")),
    ),
    "Cyrillic": (
        ("ский", ("ского", "скому", "ским", "ском")),
        ("ская", ("ской", "скую")),
        ("ый", ("ого", "ому", "ым", "ом")),
        ("ов", ("ова", "ову", "овым", "ове")),
        ("ев", ("ева", "еву", "евым", "еве")),
        ("ин", ("ина", "ину", "иным", "ине")),
        ("ия", ("ии", "ию", "ией")),
        ("а", ("ы", "е", "у", "ой")),
        ("я", ("и", "е", "ю", "ей")),
        ("ь", ("я", "ю", "ем", "е")),
        ("й", ("я", "ю", "ем", "е")),
        *((vowel, (vowel,)) for vowel in "оеиуыэюіё"),
        ("", ("а", "у", "ом", "е")),
    ),
    "Georgian": (("ი", ("მა", "ის", "ს", "ით")), ("", ("მ", "ს", "სთან"))),
    "Arabic": (),
    "Hebrew": (),
}
_BEFORE = {"Arabic": ("و",), "Hebrew": ("ו", "ל", "מ")}


class Pair(NamedTuple):
    """How somebody is recorded, how the text spells the name, and in which alphabet."""

    recorded: str
    spelled: str
    alphabet: str


class Kind(NamedTuple):
    """Which pairs are drawn: from one alphabet to another; the same spelling or another one."""

    recorded: str
    text: str
    is_same: bool = False

    @property
    def title(self) -> str:
        """Return how the report calls it."""
        if self.is_same:
            return f"{self.text}, the same spelling"
        if self.recorded == self.text:
            return f"{self.text}, another spelling"
        return f"{self.recorded} to {self.text}"


KINDS = (
    Kind("Cyrillic", "Cyrillic", is_same=True),
    Kind("Latin", "Latin", is_same=True),
    Kind("Georgian", "Georgian", is_same=True),
    Kind("Cyrillic", "Cyrillic"),
    Kind("Latin", "Latin"),
    Kind("Latin", "Cyrillic"),
    Kind("Cyrillic", "Latin"),
    Kind("Latin", "Georgian"),
    Kind("Cyrillic", "Georgian"),
    Kind("Georgian", "Cyrillic"),
    Kind("Latin", "Arabic"),
    Kind("Cyrillic", "Arabic"),
    Kind("Arabic", "Latin"),
    Kind("Latin", "Hebrew"),
    Kind("Cyrillic", "Hebrew"),
)


def main() -> None:
    """Draw the pairs, measure, and print two tables."""
    parser = argparse.ArgumentParser()
    parser.add_argument("names", type=Path)
    parser.add_argument("--pairs", type=int, default=1_000)
    options = parser.parse_args()
    unlisted, listed = _split(options.names)
    head = ["recorded to text", "pairs", "as it is", "with an ending", "the same, balanced"]
    for title, rows in (("", unlisted), (" (listed names)", listed)):
        drawn = ((kind, _pairs(rows, kind, options.pairs)) for kind in KINDS)
        print(table(head, (_found(kind, pairs, title) for kind, pairs in drawn if pairs)))
    print(table(["false words", "looked at", "strict", "balanced"], _false(unlisted)))


def _split(path: Path) -> tuple[list[dict[str, list[str]]], list[dict[str, list[str]]]]:
    """Return the spellings of each name by alphabet: names that the program lists, apart."""
    parts: tuple[list[dict[str, list[str]]], list[dict[str, list[str]]]] = ([], [])
    for line in path.read_text("utf-8").splitlines():
        forms: dict[str, list[str]] = defaultdict(list)
        for form in line.rpartition("=>")[0].split(","):
            alphabet = _alphabet(form.strip())
            if alphabet is not None:
                forms[alphabet].append(form.strip())
        # Names of the region: something in Cyrillic or Georgian is known of them.
        if len(forms) > 1 and ("Cyrillic" in forms or "Georgian" in forms):
            parts[any(variants_of(each[0]) for each in forms.values())].append(dict(forms))
    return parts


def _alphabet(form: str) -> str | None:
    if not _SHORTEST <= len(form) <= _LONGEST or not form.isalpha():
        return None
    for name, (first, last) in _RANGES.items():
        if all(first <= char <= last for char in form):
            return name
    return None


def _pairs(rows: Sequence[dict[str, list[str]]], kind: Kind, number: int) -> list[Pair]:
    """Return the pairs of a kind, drawn with a fixed seed."""
    chance = random.Random(kind.title)
    pairs: list[Pair] = []
    for row in chance.sample(rows, len(rows)):
        recorded, spelled = row.get(kind.recorded, []), row.get(kind.text, [])
        if kind.recorded == kind.text and not kind.is_same:
            if len(spelled) < 2:
                continue
            one, other = chance.sample(spelled, 2)
        elif recorded and spelled:
            one = chance.choice(recorded)
            other = one if kind.is_same else chance.choice(spelled)
        else:
            continue
        pairs.append(Pair(one.capitalize(), other.capitalize(), kind.text))
        if len(pairs) == number:
            break
    return pairs


def _found(kind: Kind, pairs: Sequence[Pair], title: str) -> list[str]:
    chance = random.Random(title)
    inflected = [pair._replace(spelled=_with_ending(pair, chance)) for pair in pairs]
    counts = (
        sum(_is_found(pair, STRICT) for pair in pairs),
        sum(_is_found(pair, STRICT) for pair in inflected),
        sum(_is_found(pair, BALANCED) for pair in inflected),
    )
    return [kind.title + title, str(len(pairs)), *(share(n / len(pairs)) for n in counts)]


def _with_ending(pair: Pair, chance: random.Random) -> str:
    """Return the name in a case that the language of its alphabet has, or with a small word."""
    before = _BEFORE.get(pair.alphabet)
    if before:
        return chance.choice(before) + pair.spelled
    for ending, cases in _CASES[pair.alphabet]:
        if pair.spelled.endswith(ending):
            return pair.spelled[: len(pair.spelled) - len(ending)] + chance.choice(cases)
    return pair.spelled


def _is_found(pair: Pair, least: float) -> bool:
    language, sentence = _SENTENCES[pair.alphabet]
    text = sentence.format(pair.spelled)
    start = text.index(pair.spelled)
    end = start + len(pair.spelled)
    covered = _covered(text, language, [_person(pair.recorded)], least)
    return covered.issuperset(range(start, end))


def _person(name: str) -> Identity:
    return Identity(code="P1", role=Role.OTHER, names=(name,))


def _covered(text: str, language: str, people: Sequence[Identity], least: float) -> set[int]:
    hits = propagate(SourceText(text, language), people)
    return {i for hit in hits if hit.score >= least for i in range(hit.start, hit.end)}


def _false(rows: Sequence[dict[str, list[str]]]) -> Iterator[list[str]]:
    """Yield the shares of words that name nobody and are proposed, with ten people recorded."""
    documents = [json.loads(line) for line in CLEAN.read_text("utf-8").splitlines()]
    texts = [(each["text"], each.get("lang", "")) for each in documents]
    yield _rate("words of clean texts", rows, 100, lambda _: texts)
    for alphabet in ("Cyrillic", "Latin"):
        names = [form for row in rows for form in row.get(alphabet, [])]
        language = _SENTENCES[alphabet][0]

        def others(
            chance: random.Random, names: Sequence[str] = names, language: str = language
        ) -> list[tuple[str, str]]:
            return [(each.capitalize(), language) for each in chance.sample(names, 100)]

        yield _rate(f"other people's names, {alphabet}", rows, 100, others)


def _rate(
    title: str,
    rows: Sequence[dict[str, list[str]]],
    rounds: int,
    texts: Callable[[random.Random], list[tuple[str, str]]],
) -> list[str]:
    chance = random.Random(title)
    wrong, total = {STRICT: 0, BALANCED: 0}, 0
    for _ in range(rounds):
        chosen = (chance.choice(list(row.values())) for row in chance.sample(rows, _PEOPLE))
        people = [_person(chance.choice(forms).capitalize()) for forms in chosen]
        for text, language in texts(chance):
            words = SourceText(text, language).tokens
            total += len(words)
            for least in wrong:
                covered = _covered(text, language, people, least)
                wrong[least] += sum(word.start in covered for word in words)
    return [title, f"{total:,}", *(f"{wrong[least] / total:.4f}" for least in wrong)]


if __name__ == "__main__":
    main()
