"""Words that a team always masks or never: found as written, and no cover for recorded people."""

from __future__ import annotations

import pytest

from intake.domain.marks import MarkKind
from intake.domain.person import Identity, Role
from intake.redaction.suggest import Profile, suggest
from intake.redaction.vocabulary import AGAIN, ALWAYS, NO_WORDS, Phrase, Vocabulary

LAMPA = Identity("P1", Role.INTERVIEWEE, names=("Zubrava Lampa",))


def proposed(text: str, vocabulary: Vocabulary, *people: Identity) -> list[str]:
    found = suggest(text, language="en", identities=people, vocabulary=vocabulary)
    return [text[hit.start : hit.end] for hit in found]


def always(*words: str) -> Vocabulary:
    return Vocabulary(always=tuple(Phrase(each, MarkKind.ORGANISATION) for each in words))


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("kettle club", "we met at the kettle club there", ["kettle club"]),
        ("kettle club", "we met at the Kettle-Club there", ["Kettle-Club"]),
        (
            "\u0440\u043e\u043c\u0430\u0448\u043a\u0430",
            "\u0438\u0437 \u0440\u043e\u043c\u0430\u0448\u043a\u0438",
            ["\u0440\u043e\u043c\u0430\u0448\u043a\u0438"],
        ),
        ("kettle club", "the kettle, and a club", []),
        ("kettle club", "a kettle", []),
        ("kettle club", "the teapot club", []),
        ("!!", "nothing at all!!", []),
    ],
)
def test_words_that_are_always_masked_are_found(words: str, text: str, found: list[str]) -> None:
    for profile in (Profile.STRICT, Profile.BALANCED):
        hits = suggest(text, vocabulary=always(words), profile=profile)
        listed = [text[hit.start : hit.end] for hit in hits if hit.source == ALWAYS]
        assert listed == found


def test_a_masked_word_has_the_kind_it_was_given() -> None:
    (hit,) = suggest("by the teapot", vocabulary=always("teapot"), profile=Profile.BALANCED)
    assert (hit.kind, hit.source, hit.score) == (MarkKind.ORGANISATION, ALWAYS, 1.0)


def test_words_that_are_never_masked_are_left_alone() -> None:
    text = "they went to Kubik with Bubik, and to Kubik Hall."
    assert proposed(text, NO_WORDS) == ["Kubik", "Bubik", "Kubik", "Hall"]
    assert proposed(text, Vocabulary(never=("kubik",))) == ["Bubik", "Hall"]
    assert proposed(text, Vocabulary(never=("Kubik", "hall"))) == ["Bubik"]
    whole = "we met in Doctor Bublik Hall."
    assert proposed(whole, Vocabulary(never=("Bublik",))) == proposed(whole, NO_WORDS)
    assert proposed(whole, Vocabulary(never=("Doctor", "Bublik"))) == ["Hall"]
    assert proposed(whole, Vocabulary(never=("Doctor Bublik", "Hall"))) == []


def test_a_list_never_uncovers_a_recorded_person() -> None:
    text = "they asked Lampa, and Zubrava Lampa answered."
    never = Vocabulary(never=("Lampa", "Zubrava"))
    assert proposed(text, never, LAMPA) == ["Lampa", "Zubrava Lampa"]
    assert proposed(text, never) == []


def test_a_recorded_person_inside_a_wider_guess_is_not_uncovered() -> None:
    text = "they asked Doctor Lampa Kubik there."
    never = Vocabulary(never=("Doctor", "Lampa", "Kubik"))
    assert "Lampa" in " ".join(proposed(text, never, LAMPA))


def test_what_is_always_masked_stays_so_where_another_list_spares_it() -> None:
    both = Vocabulary((Phrase("Kubik", MarkKind.PLACE),), ("Kubik",))
    assert proposed("they went to Kubik.", both) == ["Kubik"]


def test_words_that_were_hidden_elsewhere_are_proposed_with_a_source_of_their_own() -> None:
    again = Vocabulary(never=("teapot",), again=(Phrase("teapot", MarkKind.OTHER),))
    (hit,) = suggest("by the teapothouse", vocabulary=again, profile=Profile.BALANCED)
    assert (hit.source, hit.start, hit.end) == (AGAIN, 7, 18)
    (hit,) = suggest("by the teapot", vocabulary=again, profile=Profile.BALANCED)
    assert hit.source == AGAIN
