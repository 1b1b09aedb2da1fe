"""Suggestions: merged, sorted, complete for known people, the same everywhere in a text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.marks import MarkKind
from intake.domain.person import Identity, Role
from intake.redaction import strict_rule
from intake.redaction.source_text import SourceText
from intake.redaction.suggest import Profile, Suggestion, merge, suggest

GOOSE = Identity("P1", Role.INTERVIEWEE, names=("Zorka Gusak",), handles=("@grey_goose",))
CLEAN = Path(__file__).parents[3] / "resources" / "demo" / "clean.jsonl"
WORDS = [
    "Zorka",
    "zorka",
    "Gusak",
    "Swan",
    "swan",
    "The",
    "the",
    "and",
    "Lake",
    "75",
    "4711",
    "2021",
]
JOINTS = [" ", ". ", ", ", "\n", "-", " «", "» ", ": ", " ", " "]


def hit(
    start: int,
    end: int,
    score: float = 0.5,
    kind: MarkKind = MarkKind.OTHER,
    code: str | None = None,
) -> Suggestion:
    return Suggestion(start, end, kind, "test", score, code)


def masked(text: str, language: str = "en", profile: Profile = Profile.STRICT) -> list[str]:
    found = suggest(text, language=language, identities=(GOOSE,), profile=profile)
    return [text[each.start : each.end] for each in found]


def texts() -> st.SearchStrategy[str]:
    pairs = st.tuples(st.sampled_from(WORDS), st.sampled_from(JOINTS))
    return st.lists(pairs, max_size=14).map(lambda parts: "".join(w + j for w, j in parts))


@given(texts() | st.text(max_size=60), st.sampled_from(Profile))
def test_suggestions_are_sorted_apart_and_inside_the_text(text: str, profile: Profile) -> None:
    reached = 0
    for each in suggest(text, language="en", identities=(GOOSE,), profile=profile):
        assert reached <= each.start < each.end <= len(text)
        assert 0 < each.score <= 1
        reached = each.end


@given(texts())
def test_every_word_of_a_known_name_is_covered_in_both_profiles(text: str) -> None:
    for profile in (Profile.STRICT, Profile.BALANCED):
        covered = {
            i
            for each in suggest(text, language="en", identities=(GOOSE,), profile=profile)
            for i in range(each.start, each.end)
        }
        for token in SourceText(text).tokens:
            if token.key in {"zorka", "gusak"}:
                assert covered >= set(range(token.start, token.end))


@given(texts())
def test_a_capitalised_word_that_is_proposed_once_is_proposed_everywhere(text: str) -> None:
    found = suggest(text, language="en", identities=(GOOSE,))
    covered = {i for each in found for i in range(each.start, each.end)}
    swans = [t for t in SourceText(text).tokens if text[t.start : t.end] in {"Swan", "Lake"}]
    for word in ("Swan", "Lake"):
        inside = {t.start in covered for t in swans if text[t.start : t.end] == word}
        assert len(inside) < 2


def test_the_strict_profile_adds_capitals_and_bare_numbers() -> None:
    text = "Then Swan came to cell 4711 in 2021, and the swan left."
    assert masked(text) == ["Swan", "4711"]
    assert masked(text, profile=Profile.BALANCED) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("it is paper № 47-11 of the office", ["47", "11"]),
        ("it is paper no. 12 of the office", ["12"]),
        ("the goose lives in flat 7, they say", ["7"]),
        ("Gaggleham 7, they say", ["Gaggleham", "7"]),
        ("Gaggleham 7 geese came", ["Gaggleham"]),
        ("they ate 7-8 geese", []),
    ],
)
def test_the_strict_profile_adds_numbers_that_belong_to_what_is_before_them(
    text: str, found: list[str]
) -> None:
    caught = strict_rule.find(SourceText(text, "en"))
    assert [text[hit.start : hit.end] for hit in sorted(caught, key=lambda hit: hit.start)] == found


def test_no_profile_no_proposals() -> None:
    assert masked("Zorka Gusak", profile=Profile.NONE) == []


def test_common_openings_and_public_names_are_left_alone() -> None:
    text = "Name: nobody. They left Belarus on Monday. I heard the KGB. Geese fly; the geese fly."
    assert masked(text) == []


def test_an_unknown_opening_word_is_proposed() -> None:
    assert masked("Gander was there.") == ["Gander"]


def test_initials_are_proposed_even_at_the_start() -> None:
    found = "".join(masked("G. P. Swan was there; g. and p."))
    assert found.replace(". ", "") == "GPSwan"


def test_a_number_behind_a_capitalised_word_belongs_to_it() -> None:
    assert masked("He stood at Swan 7 with 7 geese.") == ["Swan", "7"]


def test_full_stops_part_names_from_the_next_sentence() -> None:
    assert masked("They met Gander. Swan left.") == ["Gander", "Swan"]


def test_words_beside_what_is_known_are_proposed_apart() -> None:
    text = "Then Gander Zorka Gusak Swan came."
    assert masked(text) == ["Gander", "Zorka Gusak", "Swan"]


def test_the_known_person_wins_over_a_wider_guess() -> None:
    text = "My name is Zorka Gusak Swan and I ran."
    (first, *_rest) = suggest(text, language="en", identities=(GOOSE,))
    assert (first.code, first.kind) == ("P1", MarkKind.PERSON)


def test_what_is_known_in_a_handle_is_known_bare() -> None:
    assert masked("They ask @grey_goose, or grey_goose.") == ["@grey_goose", "grey_goose"]


def test_a_small_word_is_repeated_only_where_capitals_tell_nothing() -> None:
    careful = "We met Mr Swan. There was a swan too."
    assert masked(careful) == ["Swan"]
    careless = "we met mr gander. there was gander too. and so on"
    assert masked(careless) == ["gander", "gander"]


def test_a_repeated_word_keeps_the_surest_reading() -> None:
    text = "Then Swan spoke. My name is Swan."
    first, second = suggest(text, language="en")
    assert (first.kind, second.kind) == (
        MarkKind.PERSON,
        MarkKind.PERSON,
    ) or first.score < second.score


def test_overlapping_hits_become_one_with_the_label_of_the_longest() -> None:
    assert merge([hit(0, 4, 0.9), hit(2, 9, 0.4), hit(9, 11)]) == [hit(0, 9, 0.9), hit(9, 11)]


def test_of_equal_hits_the_known_person_then_the_score_decides() -> None:
    (one,) = merge([hit(0, 4, 0.9), hit(0, 4, 0.3, code="P1")])
    assert (one.code, one.score) == ("P1", 0.9)
    (other,) = merge([hit(0, 4, 0.2), hit(0, 4, 0.3, MarkKind.PLACE)])
    assert other.kind is MarkKind.PLACE


@pytest.mark.parametrize("known_first", [True, False])
def test_a_known_person_names_a_wider_stretch_of_the_same_kind(*, known_first: bool) -> None:
    known, wide = hit(2, 4, 0.5, MarkKind.PERSON, "P1"), hit(0, 9, 0.5, MarkKind.PERSON)
    (one,) = merge([known, wide] if known_first else [wide, known])
    assert (one.start, one.end, one.code) == (0, 9, "P1")
    later = hit(1, 9, 0.5, MarkKind.PERSON)
    (two,) = merge([hit(0, 3, 0.5, MarkKind.PERSON, "P1"), later])
    assert two.code == "P1"


def test_the_balanced_profile_leaves_clean_texts_alone() -> None:
    documents = [json.loads(line) for line in CLEAN.read_text("utf-8").splitlines()]
    untouched = [
        not suggest(d["text"], language=d.get("lang", ""), profile=Profile.BALANCED)
        for d in documents
    ]
    assert len(untouched) >= 30
    assert sum(untouched) >= 0.8 * len(untouched)


def test_a_doubtful_mention_hides_nothing_that_a_recogniser_is_sure_of(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    person = Identity("P1", Role.OTHER, names=("Zorka Gusakevich",))
    text = "So they met gusakevicha there. And so on."
    assert suggest(text, identities=[person], profile=Profile.BALANCED) == ()
    start, end = 12, 23
    sure = Suggestion(start, end, MarkKind.PERSON, "names_en", 0.9)
    monkeypatch.setattr("intake.redaction.suggest.recognise", lambda _source: iter([sure]))
    (hit,) = suggest(text, identities=[person], profile=Profile.BALANCED)
    assert (hit.start, hit.end, hit.score, hit.code) == (start, end, 0.9, "P1")
