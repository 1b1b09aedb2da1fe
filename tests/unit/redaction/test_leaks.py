"""The leak gate: every identifier of the exported cases, certain ones of all, and never a value."""

from __future__ import annotations

import html
import json

import pytest

from intake.domain.person import Identity, Role
from intake.redaction.leaks import Finding, LeakGate, OwnPeople, kept_words
from intake.redaction.matches import Trait

GOOSE = Identity(
    "P1",
    Role.INTERVIEWEE,
    names=("Zorka Gusakevich",),
    aliases=("Zorik",),
    phones=("+375 29 123-45-67",),
    emails=("grey.goose@example.org",),
    documents=("MP7654321",),
    birth_date="1984-03-12",
)
SWAN = Identity(
    "P1",
    Role.WITNESS,
    names=("Pavlina Lebedzeva",),
    aliases=("Swannie", "White Pavlina"),
    phones=("+48 600 700 801",),
    emails=("white.swan@example.org",),
    handles=("@white_swan",),
    documents=("AB 1112223",),
    birth_date="1990-05-06",
)
BROOK = Identity("P2", Role.RELATIVE, names=("Heather Brook", "Drake"))
GATE = LeakGate({"own": [GOOSE]}, {"own": [GOOSE], "far": [SWAN, BROOK]})


def scan(text: str, name: str = "a.csv") -> tuple[Finding, ...]:
    return GATE.scan(name, text.encode())


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("x\nof Gusakevich", Trait.NAME),
        ("x\nof Gusakevicha", Trait.NAME),
        ("x\nof zorik, then", Trait.NAME),
        ("x\n8 029 123 45 67", Trait.PHONE),
        ("x\ngrey goose at example.org: grey.goose", Trait.CODE),
        ("x\nMP 7654321", Trait.CODE),
        ("x\n12 March 1984", Trait.BIRTH_DATE),
    ],
)
def test_any_form_of_an_exported_person_refuses(text: str, kind: Trait) -> None:
    assert scan(text) == (Finding("a.csv", 2, kind, "own", refuses=True),)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("of Lebedzeva there", Trait.NAME),
        ("of Pavlina Lebedzeva there", Trait.NAME),
        ("of heather brook there", Trait.NAME),
        ("48600700801", Trait.PHONE),
        ("white.swan@example.org", Trait.CODE),
        ("white_swan", Trait.CODE),
        ("AB1112223", Trait.CODE),
        ("06.05.1990", Trait.BIRTH_DATE),
    ],
)
def test_what_is_certain_of_any_other_person_refuses(text: str, kind: Trait) -> None:
    assert scan(text) == (Finding("a.csv", 1, kind, "far", refuses=True),)


@pytest.mark.parametrize(
    "text", ["Pavlina", "a Brook there", "Swannie", "Drake", "P. L. said", "Lebedzevu", "Heather"]
)
def test_what_many_people_share_says_nothing_of_other_cases(text: str) -> None:
    assert scan(text) == ()


@pytest.mark.parametrize("text", ["Something with lebedzeva in it", "Something of gusakevichi"])
def test_small_letters_leave_the_decision_to_a_person(text: str) -> None:
    (finding,) = scan(text)
    assert not finding.refuses


def test_initials_and_common_words_of_own_people_are_left_to_a_person() -> None:
    gate = LeakGate({"own": [GOOSE, BROOK]}, {})
    findings = gate.scan("a.csv", b"Then Z. G. had a brook")
    assert {(f.kind, f.refuses) for f in findings} == {(Trait.NAME, False), (Trait.INITIALS, False)}


def test_a_finding_never_shows_the_value() -> None:
    assert "usakevich" not in repr(scan("of Gusakevich"))
    assert {f.name for f in Finding.__dataclass_fields__.values()} == {
        "file",
        "line",
        "kind",
        "case",
        "refuses",
    }


def test_the_name_of_the_file_is_looked_through() -> None:
    assert scan("nothing", "gusakevich.csv") == (
        Finding("gusakevich.csv", 0, Trait.NAME, "own", refuses=True),
    )


@pytest.mark.parametrize(
    "written", [json.dumps("Гусакевіч"), html.escape("Гусакевіч &").replace("к", "&#1082;")]
)
def test_escapes_hide_nothing(written: str) -> None:
    gate = LeakGate({"own": [Identity("P1", Role.OTHER, ("Зорка Гусакевіч",))]}, {})
    assert [f.kind for f in gate.scan("a.json", written.encode())] == [Trait.NAME]


def test_what_does_not_come_from_a_case_is_skipped_by_place_not_by_value() -> None:
    content = "ў,Gusakevich,x\nGusakevich".encode()
    start = content.index(b"Gus")
    inside = [(start, start + len("Gusakevich"))]
    assert [f.line for f in GATE.scan("a.csv", content, skip=inside)] == [2]
    partly = [(start + 1, start + len("Gusakevich"))]
    assert [f.line for f in GATE.scan("a.csv", content, skip=partly)] == [1, 2]
    other = "ў,Lebedzeva,x\nLebedzeva".encode()
    labels = [(0, 2), (start, start + len("Lebedzeva"))]
    assert [f.line for f in GATE.scan("a.csv", other, skip=labels)] == [2]


def test_bytes_that_are_no_text_hide_nothing_behind_them() -> None:
    assert GATE.scan("a.csv", b"\xff\xfe Gusakevich")[0].kind is Trait.NAME


def test_what_is_ours_stays_ours_when_escapes_are_resolved() -> None:
    content = (
        "<p>ў Gusakevich</p> &amp; Gus&#97;kevich <b>Gusakevich</b>\nGusakevich &amp;".encode()
    )
    first, last = content.index(b"<p>"), content.index(b"</p>")
    bold, end = content.index(b"<b>"), content.index(b"\n")
    found = GATE.scan("a.html", content, skip=[(first, last), (bold, end)])
    assert sorted(f.line for f in found) == [1, 2], "the hidden one, and the one that is nobody's"
    content = content.replace(b"Gus&#97;kevich", b"nobody")
    bold, end = content.index(b"<b>"), content.index(b"\n")
    found = GATE.scan("a.html", content, skip=[(first, last), (first, 3), (bold, end)])
    assert [f.line for f in found] == [2]


def test_a_name_that_every_bundle_has_is_not_looked_through() -> None:
    assert GATE.scan("gusakevich.csv", b"nothing", is_our_name=True) == ()


@pytest.mark.parametrize(
    ("text", "refuses"),
    [
        ("we read the report together", False),
        ("Report of that day", False),
        ("write to @report", True),
        ("see t.me/report", True),
        ("we read the swansong together", True),
    ],
)
def test_an_account_that_is_an_ordinary_word_needs_its_sign(
    text: str,
    refuses: bool,  # noqa: FBT001 (both answers)
) -> None:
    somebody = Identity("P1", Role.OTHER, handles=("report", "swansong"))
    gate = LeakGate({}, {"far": [somebody]}, frozenset({"report"}))
    assert [f.refuses for f in gate.scan("a.csv", text.encode())] == [True] * refuses
    own = LeakGate({"far": [somebody]}, {}, frozenset({"report"}))
    assert own.scan("a.csv", text.encode()), "of an own case every form counts"


def test_a_person_in_several_cases_is_named_for_each() -> None:
    gate = LeakGate({"one": [GOOSE], "two": [GOOSE]}, {})
    assert [f.case for f in gate.scan("a.csv", b"of Gusakevich")] == ["one", "two"]


def test_a_large_vault_gives_no_false_refusal_on_text_without_people() -> None:
    syllables = ["bra", "kun", "zel", "mar", "pik", "dus", "hol", "gar", "vint", "lom"]
    names = [
        f"{a}{b}a {c}{d}{e}ski".title()
        for a in syllables
        for b in syllables
        for c in syllables[:3]
        for d in syllables[:3]
        for e in syllables[:3]
    ]
    others = {
        f"case-{n}": [Identity("P1", Role.OTHER, (name,), phones=(f"+375 29 {n:07}",))]
        for n, name in enumerate(names)
    }
    assert len(others) == 2700
    gate = LeakGate({}, others)
    text = "The detained were held for 15 days in 2021; 12,345 people left, 48 of them teachers.\n"
    assert gate.scan("report.html", (text * 50).encode()) == ()
    found = gate.scan("report.html", (text + names[1234]).encode())
    assert (others.keys() >= {f.case for f in found}, "case-1234" in {f.case for f in found}) == (
        True,
        True,
    )


def test_the_places_of_a_text_are_those_that_a_scan_finds() -> None:
    text = "Gusakevich, and then Pavlina Lebedzeva, and heather"
    found = GATE.places(text)
    assert [text[each.start : each.end] for each in found] == ["Gusakevich", "Pavlina Lebedzeva"]
    assert [(each.kind, each.refuses) for each in found] == [
        (each.kind, each.refuses) for each in scan(text)
    ]
    assert GATE.places("Nobody is named here.") == ()


def test_a_code_that_reads_like_a_year_names_nobody() -> None:
    someone = Identity("", Role.OTHER, handles=("2021", "ZU-42"))
    gate = LeakGate({"own": [someone]}, {})
    assert gate.scan("data/x.csv", b"taken in 2021-07") == ()
    assert gate.scan("data/x.csv", b"by ZU-42")


WOLF = Identity("P1", Role.INTERVIEWEE, names=("Зорка Гусятнік", "Мікалай Гусятнік"))


@pytest.mark.parametrize(
    ("text", "refuses"),
    [
        ("then Husiatnik spoke", [True]),
        ("then Zorka Husiatnik spoke", [True]),
        ("then Nikolai spoke", [False]),
        ("then Z. H. spoke", [False]),
        ("then Nikolaevna spoke", [False]),
        ("Husiatnik spoke", [False]),
        ("then somebody spoke", []),
        ("then ZH spoke", []),
    ],
)
def test_in_their_own_statement_people_are_told_in_every_form(
    text: str, refuses: list[bool]
) -> None:
    own = OwnPeople((WOLF,), case="own")
    assert [place.refuses for place in own.places(text)] == refuses
    assert [place.refuses for place in own.places("Тады Гусятнік, і гусятніку. Але")] == [True]
    assert LeakGate({"own": [WOLF]}, {}).places(text) == ()
    found = [*own.findings("a.csv", 7, "A line\n" + text)]
    assert found == [Finding("a.csv", 8, p.kind, "own", refuses=True) for p in own.places(text)]


def test_only_the_very_words_that_a_person_kept_pass() -> None:
    text = "then Nikolai spoke, then Husiatnik"
    kept = OwnPeople((WOLF,), kept_words(text, [(5, 12), (25, 34)]))
    assert [text[p.start : p.end] for p in kept.places(text)] == ["Husiatnik"]
    assert [p.refuses for p in kept.places("then Mikalai spoke")] == [False]
    assert kept.places("then Nikolaj spoke")


def test_a_rare_name_of_any_case_in_another_alphabet_is_offered_and_refuses_nothing() -> None:
    gate = LeakGate({"own": [GOOSE]}, {"far": [WOLF]})
    text = "then Gusyatnik spoke and Husakievič"
    assert [(text[p.start : p.end], p.refuses) for p in gate.likely(text)] == [
        ("Gusyatnik", False),
        ("Husakievič", False),
    ]
    assert gate.places("then Gusyatnik spoke") == ()
    assert gate.scan("a.csv", text.encode()) == ()


def test_a_long_text_is_looked_through_like_a_short_one() -> None:
    text = "Nobody spoke. " * 8_000 + "Then Gusakevich spoke."
    assert len(text) > 100_000
    assert [text[p.start : p.end] for p in GATE.places(text)] == ["Gusakevich"]
    own = OwnPeople((WOLF,))
    assert [p.refuses for p in own.places("x " * 60_000 + "then Husiatnik spoke")] == [True]


def test_what_was_kept_although_it_may_name_somebody_is_told() -> None:
    person = Identity("P1", Role.OTHER, names=("Zubrava Suknobvich",))
    text = "Then Z. S. called, and Z. S. again, and Suknobvich left."
    own = OwnPeople((person,), frozenset({"z", "s"}))
    assert set(own.kept_in(text)) == {"Z. S"}
    assert set(OwnPeople((person,)).kept_in(text)) == set()
