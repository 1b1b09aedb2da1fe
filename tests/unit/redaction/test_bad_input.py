"""Texts that machines, people in a hurry or people in fear spoilt: a reader's eye decides."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.marks import MarkKind
from intake.domain.person import Identity, Role
from intake.redaction.mended import mended
from intake.redaction.source_text import scannable
from intake.redaction.suggest import Profile, Suggestion, suggest

GOOSE = Identity(
    "P1",
    Role.INTERVIEWEE,
    names=("Гусавкина Наталля", "Natallia Husaukina"),
    phones=("+375 29 000 14 01",),
    emails=("zorka.gusak@example.org",),
    documents=("MP0000045",),
)
# What is hidden where: of people who are recorded, and of people whom only a cue gives away.
PLACES = {
    "recorded": ("ru", "Потом пришла {} и молчала.", "Гусавкина"),
    "recorded, Latin": ("en", "Then came {} and said nothing.", "Husaukina"),
    "cue": ("ru", "Там была гражданка {} и молчала.", "Выдумляк"),
    "cue, Latin": ("en", "There we saw Mrs {} and left.", "Vydumkina"),
    "introduction": ("ru", "Мою сестру зовут {} и всё.", "Выдумляк"),
    "phone": ("ru", "Мой телефон {} до вечера.", "+375 29 000 14 99"),
    "recorded phone": ("en", "She gave {} to me.", "+375 29 000 14 01"),
    "e-mail": ("en", "Write to {} please.", "made.up@example.org"),
    "recorded e-mail": ("en", "Write to {} please.", "zorka.gusak@example.org"),
    "document": ("ru", "Мой паспорт {} забрали.", "МР1234567"),
    "recorded document": ("ru", "бумага {} пропала", "MP0000045"),
}
_TWINS = str.maketrans(
    "АВСЕНКМОРТХасеорхуABCEHKMOPTXaceopxy", "ABCEHKMOPTXaceopxyАВСЕНКМОРТХасеорху"
)
_UNSEEN = (
    "\u200b\u200d\u200e\u200f\u202a\u202e\u2066\u2069\u00ad\u2060\ufeff\ufe0f\x00\x07\ud800\udfff"
)
_MARKS = "\u0301\u0306\u0332\u0489"
_KIND = (MarkKind.OTHER, "test", 0.5)


def inside(sign: str) -> Callable[[str], str]:
    return lambda value: value[: len(value) // 2] + sign + value[len(value) // 2 :]


def between(sign: str) -> Callable[[str], str]:
    return sign.join


def in_two_alphabets(value: str) -> str:
    return next(
        (
            value[:place] + char.translate(_TWINS) + value[place + 1 :]
            for place, char in enumerate(value)
            if char != char.translate(_TWINS)
        ),
        value,
    )


def wide(value: str) -> str:
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in value)


def bold(value: str) -> str:
    starts = {"A": 0x1D400, "a": 0x1D41A, "0": 0x1D7CE}
    first = {char: "A" if char.isupper() else "a" if char.isalpha() else "0" for char in value}
    return "".join(
        chr(starts[first[char]] + ord(char) - ord(first[char]))
        if char.isascii() and char.isalnum()
        else char
        for char in value
    )


SPOILT: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "a lone surrogate": inside("\ud800"),
    "a surrogate before": lambda value: "\udfff" + value,
    "a surrogate behind": lambda value: value + "\ud800",
    "a mark": inside("\u0301"),
    "every letter marked": between("\u0332"),
    "a zero width space": inside("\u200b"),
    "joiners": between("\u200d"),
    "bidi controls": lambda value: f"\u202e{inside(chr(0x200F))(value)}\u202c",
    "a soft hyphen": inside("\u00ad"),
    "soft hyphens": between("\u00ad"),
    "a control character": inside("\x07"),
    "two alphabets": in_two_alphabets,
    "spelled out": between("-"),
    "spelled out in capitals": lambda value: between("-")(value.upper()),
    "spaced out": between(" "),
    "spaced out in capitals": lambda value: between(" ")(value.upper()),
    "spaced out with blanks that never break": between("\u00a0"),
    "cut by the end of a line": inside("-\n"),
    "blanks that never break": lambda value: value.replace(" ", "\u00a0"),
    "wide": wide,
    "bold": bold,
}


def readable(text: str, start: int, end: int, hits: tuple[Suggestion, ...]) -> str:
    """Return the letters and digits of a stretch that nothing masks."""
    covered = {place for hit in hits for place in range(hit.start, hit.end)}
    return "".join(
        text[place] for place in range(start, end) if text[place].isalnum() and place not in covered
    )


@pytest.mark.parametrize("profile", [Profile.STRICT, Profile.BALANCED])
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("how", SPOILT)
def test_what_a_reader_would_find_is_found(how: str, place: str, profile: Profile) -> None:
    language, sentence, plain = PLACES[place]
    spoilt = SPOILT[how](plain)
    text = sentence.format(spoilt)
    start = text.index(spoilt)
    hits = suggest(text, language=language, identities=[GOOSE], profile=profile)
    assert readable(text, start, start + len(spoilt), hits) == ""


@pytest.mark.parametrize("profile", [Profile.STRICT, Profile.BALANCED])
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("case", [str.lower, str.upper], ids=["small", "capitals"])
def test_case_hides_nothing(case: Callable[[str], str], place: str, profile: Profile) -> None:
    language, sentence, plain = PLACES[place]
    text = case(sentence.format(plain))
    start = text.index(case(plain))
    hits = suggest(text, language=language, identities=[GOOSE], profile=profile)
    assert readable(text, start, start + len(plain), hits) == ""


def test_words_around_what_was_spoilt_stay_readable() -> None:
    text = "Потом К О В А Л Ь и д\u200bругие ушли домой, а мы остались."
    person = Identity("P2", Role.OTHER, names=("Коваль",))
    hits = suggest(text, language="ru", identities=[person], profile=Profile.BALANCED)
    (hit,) = hits
    assert hit.code == "P2"
    assert text[hit.start : hit.end].startswith("К О В А Л Ь")
    assert hit.end <= text.index(" д\u200bругие")


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("К О В А Л Ь и я", "КОВАЛЬ и я"),
        ("и К о в а л ь", "и Коваль"),
        ("мы К О В А Л Ь", "мы КОВАЛЬ"),
        ("был Г-у-с-ь-к-о-в там", "был Гуськов там"),
        ("слово а б в г дело", "слово а б в г дело"),
        ("МР 1 2 3 4 5", "МР 1 2 3 4 5"),
        ("М Р 1 2 3 4 5 6", "МР123456"),
        ("1 2 3 4 5 6 7", "1 2 3 4 5 6 7"),
        ("Гу-\r\n  ськов", "Гуськов"),
        ("Гусь-\nПетров", "Гусь-\nПетров"),
        ("и\u0306од", "йод"),
        ("\u0301а\u0301\u200b", "а"),
        ("a\r\nb\tc", "a\r\nb\tc"),
        ("г\u200bу\ufffdсь", "гусь"),
        ("от 3O.12.l951 г", "от 30.12.1951 г"),
        ("9 . 02 . 1966", "9.02.1966"),
        ("21 ,07. 2О21 я", "21.07.2021 я"),
        ("30.12.1951", "30.12.1951"),
        ("камеры 10, 11, 12", "камеры 10, 11, 12"),
        ("в1 . 02 . 1966", "в1 . 02 . 1966"),
        ("дом 3айцева и 0лега", "дом Зайцева и Олега"),
        ("3-го и 3го дня", "3-го и 3го дня"),
        ("plain", "plain"),
    ],
)
def test_a_text_is_mended_as_a_reader_does_it(text: str, whole: str) -> None:
    found = mended(text)
    assert (text if found is None else found.text) == whole


# What a scan mixes up counts as one character here.
_FIGURES = str.maketrans("OОoоlIІЗ,", "00001113.")


def nasty() -> st.SearchStrategy[str]:
    pieces = st.sampled_from(
        [
            *_UNSEEN,
            *_MARKS,
            " ",
            "-",
            "-\n",
            ".",
            "_",
            "К",
            "о",
            "В",
            "и",
            "1",
            "О",
            ",",
            "+",
            "@",
            "\n",
            "Гусь",
        ]
    )
    return st.lists(pieces, max_size=30).map("".join)


@given(nasty() | st.text(max_size=60))
def test_what_is_found_in_a_mended_text_lies_at_its_place(text: str) -> None:
    text = scannable(text)
    whole = mended(text)
    if whole is None:
        return
    assert len(whole.text) <= len(text)
    reached = 0
    for place, char in enumerate(whole.text):
        there = whole.back(Suggestion(place, place + 1, *_KIND))
        assert reached <= there.start < there.end <= len(text)
        is_same = text[there.start].translate(_FIGURES) == char.translate(_FIGURES)
        assert char.isspace() or is_same or there.end > there.start + 1
        reached = there.start + 1


@given(nasty() | st.text(max_size=60), st.sampled_from([Profile.STRICT, Profile.BALANCED]))
def test_whatever_was_spoilt_suggestions_are_sorted_apart_and_inside(
    text: str, profile: Profile
) -> None:
    reached = 0
    for hit in suggest(text, language="ru", identities=[GOOSE], profile=profile):
        assert reached <= hit.start < hit.end <= len(text)
        reached = hit.end


@given(st.lists(st.sampled_from([*_UNSEEN, *_MARKS]), min_size=8, max_size=8), st.data())
def test_no_unseen_sign_hides_a_recorded_name(signs: list[str], data: st.DataObject) -> None:
    name = list("Гусавкина")
    for sign in signs:
        name.insert(data.draw(st.integers(1, len(name) - 1)), sign)
    spoilt = "".join(name)
    text = f"Потом пришла {spoilt} и молчала."
    start = text.index(spoilt)
    hits = suggest(text, language="ru", identities=[GOOSE], profile=Profile.BALANCED)
    assert readable(text, start, start + len(spoilt), hits) == ""


# --- size ----------------------------------------------------------------------------------------

LARGE = """
import sys
from intake.domain.marks import MarkKind
from intake.domain.person import Identity, Role
from intake.redaction.source_text import scannable
from intake.redaction.suggest import suggest
unit = sys.argv[1].encode("ascii").decode("unicode_escape")
size = int(sys.argv[2])
people = [Identity("P1", Role.OTHER, names=("Zorka Husak",))]
text = unit * (size // len(unit.encode()) + 1)
found = suggest(text, language="ru", identities=people)
# Not ru_maxrss: that counts the test process which started this one, too.
status = open("/proc/self/status").read().splitlines()
print(len(found), next(int(line.split()[1]) for line in status if "VmHWM" in line) // 1024)
"""
UNITS = {
    "an account": "Потом пришла Зорка Гусак, +375 29 000 14 01. Мы ушли 3 мая в Оршу.\n",
    "one paragraph": "Потом пришла Зорка Гусак и мы ушли, ",
    "unseen signs": "Пот\u200bом пришла З\u0301орка Гусак.\n",
    "letters that stand apart": "З О Р К А пришла\n",
    "one word": "слово",
    "figures": "1234 ",
}


def large(unit: str, size: int) -> tuple[int, int]:
    done = subprocess.run(
        [sys.executable, "-c", LARGE, unit.encode("unicode_escape").decode("ascii"), str(size)],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=True,
    )
    found, peak = map(int, done.stdout.split())
    return found, peak


@pytest.mark.no_cover
@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_a_large_text_is_read_to_its_end_in_little_memory(unit: str) -> None:
    found, peak = large(unit, 200_000)
    assert found > 0 or unit == UNITS["one word"]
    assert peak < 150


@pytest.mark.slow
@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_five_megabytes_are_read_in_less_than_500_mib(unit: str) -> None:
    _, peak = large(unit, 5_000_000)
    assert peak < 500
