"""Words that a team always masks or never: found as written, and no cover for recorded people."""

from __future__ import annotations

import pytest

from intake.domain.marks import MarkKind
from intake.domain.person import Identity, Role
from intake.redaction.source_text import SourceText
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


FORMS = [
    ("база", "на базу", "базу"),
    ("база", "за базой", "базой"),
    ("база", "между базами", "базами"),
    ("дом", "за домом", "домом"),
    ("Уфа", "под Уфой", "Уфой"),
    ("Ош", "были в Оше", "Оше"),
    ("Кубок", "возле Кубка", "Кубка"),
    ("Кінь", "біля Коня", "Коня"),
    ("القصر", "ثم ذهبنا بالقصر", "بالقصر"),
    ("القصر", "والقصر", "والقصر"),
    ("القصر", "للقصر", "للقصر"),
    ("קוביק", "הלכנו לקוביק", "לקוביק"),
    ("კუბიკი", "კუბიკისთვის", "კუბიკისთვის"),
    ("北京饭店", "他们把我带到北京饭店旁边的房子。", "北京饭店"),
    ("โรงแรมดาว", "ไปโรงแรมดาวใน", "โรงแรมดาว"),
    ("ቤተ", "ከቤተ", "ከቤተ"),
    ("Kubik", "see #kubikhouse", "kubikhouse"),
    ("Kettle Club", "see #kettleclub2", "kettleclub2"),
    ("Kettle Club", "at Kettle Club'dakiler", "Kettle Club'dakiler"),
    ("Kettle Club", "at kettlehouse club", "kettlehouse club"),
    ("Kubik", "met at &#75;ubik there", "&#75;ubik"),
    ("Kubik", "met at Kubi&#107; there", "Kubi&#107;"),
    ("Kubik", r"met at \u004bubik there", r"\u004bubik"),
    ("Kubik", "at K u b i k house", "K u b i k"),
    ("Kubik", "at &#75; u b i k house", "&#75; u b i k"),
    ("Kubik", "at Ku-\nbik house", "Ku-\nbik"),
    ("база", "на б а з а там", "б а з а"),
]


@pytest.mark.parametrize(("words", "text", "found"), FORMS)
def test_a_listed_word_is_found_in_every_form(words: str, text: str, found: str) -> None:
    assert any(always(words).find(SourceText(text)))
    for profile in (Profile.STRICT, Profile.BALANCED):
        hits = suggest(text, vocabulary=always(words), profile=profile)
        covered = [(text[hit.start : hit.end]) for hit in hits]
        assert any(found in each for each in covered), covered
        assert any(hit.source == ALWAYS for hit in hits)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("база", "на бегу"),
        ("база", "базилика"),
        ("дом", "дым, доброта"),
        ("Ош", "к ошейнику"),
        ("Уфа", "уфимец"),
        ("UN", "the unit"),
        ("дом", "за б о л ь"),
        ("cat", "concatenate"),
        ("IT", "what i t was i t"),
        ("القصر", "ثم ذهبنا"),
        ("Kubik", "met at &#75;abik and K a b i k there"),
    ],
)
def test_other_words_are_left(words: str, text: str) -> None:
    assert not any(always(words).find(SourceText(text)))
