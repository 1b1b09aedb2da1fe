"""A recorded name or number is found however it was cut up, spaced out or spelt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.person import Identity, Role
from intake.redaction.leaks import LeakGate
from intake.redaction.names.pieces import numbers_in_pieces, words_in_pieces
from intake.redaction.propagation import IdentityIndex
from intake.redaction.source_text import SourceText, word_key
from intake.redaction.suggest import suggest
from tests.unit.redaction.work import calls_for

PERSON = Identity(
    "P1",
    Role.INTERVIEWEE,
    names=("Zorka Gusakevich", "Зорька Літоўка"),
    phones=("+375 29 123-45-67",),
)
INDEX = IdentityIndex([PERSON])
GATE = LeakGate({"a": [PERSON]}, {})

CUT_UP = [
    "Gusa-\nkevich",
    "Gusa\nkevich",
    "Gusa-\r\nkevich",
    "Gusa- \nkevich",
    "Gusa-kevich",
    "Gusa\u2011kevich",
    "Gusa\u00a0kevich",
    "Gusa*kevich",
    "Gusa/kevich",
    "Gusa\u2022kevich",
    'Gusa""kevich',
    "G u s a k e v i c h",
    "G.u.s.a.k.e.v.i.c.h",
    "G-u-s-a-k-e-v-i-c-h",
    "Л і т о ў к а",
    "Літ-\nоўка",
    "Гэта Л і т о ў к а і я",
]
JOINED = ["ZorkaGusakevich", "gusakevichzorka", "Gusakevich1984", "Літоўка84"]
MIXED = [
    "Л\u0069тоўка",  # Latin i
    "л\u0069т\u006fўк\u0061",  # Latin i, o, a
    "З\u006fрька",  # Latin o
    "Gus\u0430kevi\u0441h",  # Cyrillic a, c
    "Gus\u03b1kevich",  # Greek alpha
]
HIDDEN = [
    "Gusa\u034fkevich",  # combining grapheme joiner
    "Gusa\ufe0fkevich",  # variation selector
    "Gusa\u3164kevich",  # Hangul filler
    "Gusa\U000e0101kevich",
    "\u3164Gusakevich\uffa0",
]
NUMBERS = [
    "\uff0b\uff13\uff17\uff15 \uff12\uff19 \uff11\uff12\uff13\uff0d\uff14\uff15\uff0d\uff16\uff17",
    "+375\u200b29\u200b123\u200b4567",
    "+375 29\n123-45-67",
    "29,123,45,67",
    "2 9 1 2 3 4 5 6 7",
    "38,2021,+375_29_123_45_67",
    '"29","123","45","67"',
]


@pytest.mark.parametrize("written", [*CUT_UP, *JOINED, *MIXED, *HIDDEN, *NUMBERS], ids=ascii)
def test_no_way_of_writing_hides_a_recorded_name_or_number(written: str) -> None:
    text = f"Then they asked about {written} again."
    assert any(found.refuses for found in GATE.scan("data/statements.csv", text.encode()))
    assert any(place.refuses for place in GATE.places(text)), "and a review offers it"


@pytest.mark.parametrize("written", ["&amp;#71;usakevich", "\\u0026#71;usakevich"])
def test_no_escape_of_an_escape_hides_a_recorded_name(written: str) -> None:
    assert any(found.refuses for found in GATE.scan("x", written.encode()))


def test_escapes_are_resolved_a_few_times_and_no_more() -> None:
    deep = GATE.scan("x", b"&" + b"amp;" * 20_000 + b"#71;usakevich")
    assert not any(finding.refuses for finding in deep)


@pytest.mark.parametrize(
    "text",
    [
        "The goose-house and a key/chain.",
        "We saw gusli\nand kevin there.",
        "A b c d e f g h i j k l m n o p.",
        "In 2029, 123 people and 45 of 67.",
        "8 044 123 45 67",
        "29 a 123 b 45 c 67",
        "x291234567 and 1234567x",
        "1,2,3,4,5,6,7,8,9,10,11,12",
    ],
)
def test_ordinary_text_is_not_put_together_to_a_name(text: str) -> None:
    assert list(INDEX.find(SourceText(text))) == []


def test_what_is_in_pieces_is_found_as_one_place() -> None:
    text = "Then Gusa-\nkevich came, +375 29\n123-45-67, and G u s a k e v i c h."
    found = sorted(text[m.start : m.end] for m in INDEX.find(SourceText(text)))
    assert found == ["123-45-67", "375 29\n123-45-67", "G u s a k e v i c h", "Gusa-\nkevich"]


def test_a_name_that_is_whole_is_found_once() -> None:
    double = Identity("P1", Role.OTHER, names=("Zorka Gusakevich-Lee",))
    text = "Then Zorka Gusakevich-Lee came."
    (match,) = IdentityIndex([double]).find(SourceText(text))
    assert text[match.start : match.end] == "Zorka Gusakevich-Lee"


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("Л\u0069с", "ліс"),
        ("\u0421olor", "color"),  # Cyrillic C in a Latin word
        ("зоrка", "зоrка"),  # neither alphabet has all of it
        ("\u03b1lpha", "alpha"),
        ("α\u0069", "ai"),
        ("αβγ", "αβγ"),
        ("lampa", "lampa"),
        ("лампа", "лампа"),
    ],
)
def test_only_mixed_words_change_their_alphabet(word: str, key: str) -> None:
    assert word_key(word) == key


@given(st.text(st.sampled_from("aЛі1 -\n.\u00a0,\u3164\u034f"), max_size=60))
def test_pieces_lie_inside_the_text(text: str) -> None:
    source = SourceText(text)

    class Everything(dict[str, bool]):
        def __contains__(self, _: object) -> bool:
            return True

    for token in words_in_pieces(source, Everything(), Everything()):
        assert 0 <= token.start < token.end <= len(text)
        assert token.key
    for number in numbers_in_pieces(source.text, Everything()):
        assert number.digits == "".join(
            char for char in text[number.start : number.end] if char.isdecimal()
        )


PASSES = {
    "index": lambda text: list(INDEX.find(SourceText(text))),
    "gate": GATE.places,
    "suggest": lambda text: suggest(text, identities=[PERSON]),
}


@pytest.mark.parametrize("name", PASSES)
@pytest.mark.parametrize(
    "unit",
    [
        *("g u s a ", "1,", "gusa-\n", "9 ", "Gusa-kevich ", "Zorka Gusakevich, "),
        *("+375 29 123-45-67 ", "1 2 3 4 5 6 7 ", "Гуси лятуць. ", "Л і т о ў к а "),
    ],
)
def test_the_work_grows_no_faster_than_the_text(name: str, unit: str) -> None:
    """Each of these took seconds when every piece was held against every match."""
    calls_for(PASSES[name], unit * 8)  # lists are read and cached once
    short, long = (calls_for(PASSES[name], unit * times) for times in (150, 300))
    assert long <= 2.3 * short + 50


def test_a_range_of_ours_inside_another_hides_nothing_behind_both() -> None:
    content = b"Gusakevich &#71;usakevich"
    (found,) = GATE.scan("x", content, skip=((0, 10), (2, 5)))
    assert found.refuses


def test_a_sign_that_folds_to_nothing_is_no_part_of_a_name() -> None:
    odd = Identity("P1", Role.INTERVIEWEE, names=("Ali \u0640 Gusakevich",))
    assert LeakGate({"a": [odd]}, {}).places("Gusakevich \u0640 5")
