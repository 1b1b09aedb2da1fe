"""A given name beside somebody else's surname is hidden, and said to be nobody's."""

from __future__ import annotations

import pytest

from intake.domain.marks import MarkKind
from intake.domain.person import Identity, Role
from intake.redaction import attribution
from intake.redaction import suggest as suggesting
from intake.redaction.source_text import SourceText
from intake.redaction.suggest import Profile, Suggestion, suggest

IVAN = Identity("P1", Role.INTERVIEWEE, names=("Ivan Kupalnin", "Иван Сергеевич Купальнин"))
HANNA = Identity("P2", Role.RELATIVE, names=("Ганна Лампадная", "Hanna Lampadnaja"))
ZUBRAVA = Identity("P3", Role.OTHER, names=("Zubrava Kolodka",))
ONLY = Identity("P4", Role.OTHER, names=("Tadeusz",))
PEOPLE = (IVAN, HANNA, ZUBRAVA, ONLY)

SOMEBODY_ELSE = [
    ("en", "Then we met John Smithson at the gate.", "John"),
    ("en", "Then we met John P. Smithson at the gate.", "John"),
    ("en", "Then we met John Paul Smithson at the gate.", "John"),
    ("en", "Then we met Zubrava Smithson at the gate.", "Zubrava"),
    ("ru", "Потом пришёл Иван Сковородкин и сел.", "Иван"),
    ("ru", "Потом пришёл Сковородкин Иван и сел.", "Иван"),
    ("ru", "Сковородченко Иван пришёл и сел.", "Иван"),
    ("ru", "Об этом говорили Ивану Сковородкину дважды.", "Ивану"),
    ("ru", "Потом пришёл Иван Петрович и сел.", "Иван"),
    ("be", "Потым прыйшла Ганна Патэльнічава і села.", "Ганна"),
    ("be", "Потым прыйшоў Янка Патэльнікаў і сеў.", "Янка"),
    ("uk", "Потім прийшов Іван Сковорідченко і сів.", "Іван"),
    ("pl", "Potem przyszła Anna Patelniowska i usiadła.", "Anna"),
    ("pl", "Potem przyszedł Jan Patelniowski i usiadł.", "Jan"),
]
THE_SAME = [
    ("en", "Then we met John at the gate.", "John", "P1"),
    ("en", "Then we met Ivan Kupalnin at the gate.", "Ivan", "P1"),
    ("en", "Then we met John Kupalnin at the gate.", "John", "P1"),
    ("en", "Then Ivan. Smithson was not there.", "Ivan", "P1"),
    ("en", "Then we met John, Smithson and others.", "John", "P1"),
    ("en", "We read of it in John's American paper.", "John", "P1"),
    ("en", "We came to Ivan on Monday.", "Ivan", "P1"),
    ("en", "We came to Ivan Monday morning.", "Ivan", "P1"),
    ("en", "Smithson's Ivan was there too.", "Ivan", "P1"),
    ("en", "Then we met Kupalnin Smithson's brother.", "Kupalnin", "P1"),
    ("en", "Then we met Tadeusz Patelniowski there.", "Tadeusz", "P4"),
    ("ru", "Потом пришёл Иван Сергеевич и сел.", "Иван", "P1"),
    ("ru", "Потом пришёл Купальнин Иван и сел.", "Иван", "P1"),
    ("ru", "Следователь Иван сел за стол.", "Иван", "P1"),
    ("ru", "Сначала Иван молчал.", "Иван", "P1"),
    ("ru", "Дядя Иван сел.", "Иван", "P1"),
    ("be", "Потым прыйшла Ганна Лампадная і села.", "Ганна", "P2"),
    ("be", "Потым прыйшла цётка Ганна і села.", "Ганна", "P2"),
    ("pl", "Potem przyszła Anna Lampadnaja i usiadła.", "Anna", "P2"),
]


def code_at(text: str, language: str, words: str, profile: Profile = Profile.STRICT) -> str | None:
    """Return whose name the words are said to be; they are proposed in any case."""
    start = text.index(words)
    (over,) = (
        hit
        for hit in suggest(text, language=language, identities=PEOPLE, profile=profile)
        if hit.start <= start and start + len(words) <= hit.end
    )
    return over.code


@pytest.mark.parametrize("profile", [Profile.STRICT, Profile.BALANCED])
@pytest.mark.parametrize(("language", "text", "words"), SOMEBODY_ELSE)
def test_a_given_name_beside_another_surname_is_nobodys_and_still_proposed(
    language: str, text: str, words: str, profile: Profile
) -> None:
    assert code_at(text, language, words, profile) is None


@pytest.mark.parametrize(("language", "text", "words", "code"), THE_SAME)
def test_a_name_that_nothing_speaks_against_stays_attributed(
    language: str, text: str, words: str, code: str
) -> None:
    assert code_at(text, language, words) == code


def test_a_word_that_is_repeated_is_attributed_by_no_mention_of_somebody_else() -> None:
    text = "Then we met John Smithson. Later Smithson spoke, and smithson left with Ivan."
    found = suggest(text, language="en", identities=PEOPLE)
    by_words = {text[hit.start : hit.end]: hit.code for hit in found}
    assert by_words["Smithson"] is None
    assert by_words["Ivan"] == "P1"


@pytest.mark.parametrize("profile", [Profile.STRICT, Profile.BALANCED])
def test_what_is_proposed_is_the_same_whoever_is_meant(
    monkeypatch: pytest.MonkeyPatch, profile: Profile
) -> None:
    texts = [(language, text) for language, text, *_ in (*SOMEBODY_ELSE, *THE_SAME)]
    texts += [
        (language, " ".join(t for each, t in texts if each == language)) for language, _ in texts
    ]

    def stretches() -> list[list[tuple[int, int, str]]]:
        return [
            [
                (hit.start, hit.end, hit.kind)
                for hit in suggest(text, language=language, identities=PEOPLE, profile=profile)
            ]
            for language, text in texts
        ]

    now = stretches()
    monkeypatch.setattr(suggesting, "attributed", lambda _source, found, *_: list(found))
    assert stretches() == now


def test_what_is_cut_out_of_a_longer_word_is_nobodys_to_judge() -> None:
    source = SourceText("Ivanov came.", "en")
    inside = Suggestion(0, 4, MarkKind.PERSON, "identity", 0.9, "P1")
    assert not attribution._is_foreign(source, inside, ("Ivan Kupalnin",))


def test_mentions_of_others_in_one_stretch_are_passed_over() -> None:
    hit = Suggestion(0, 9, MarkKind.PERSON, "identity", 0.9, "P1")
    told = [hit._replace(end=4, code="P2"), hit._replace(start=5, code="P1")]
    found = list(attribution._inside(told, [4, 9], hit))
    assert found == [told[1]]
