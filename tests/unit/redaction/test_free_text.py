"""A free text about somebody hides every name, number and address in it, and no ordinary word."""

from __future__ import annotations

import pytest

from intake.domain.person import Identity, Role
from intake.redaction.free_text import spelled_out
from intake.redaction.leaks import LeakGate
from intake.redaction.suggest import Profile, suggest

CONTACT = (
    "After 18:00 her sister Zubrylina Kusaeva may answer, +375 29 000 00 42 or"
    " zubrylina@mail.example, @zubr_line, pass MP 7654321; Only on Monday, at Orlik\u2019s"
)


def someone(*texts: str) -> Identity:
    return Identity("P1", Role.INTERVIEWEE, others=texts)


def found(text: str, *contacts: str) -> list[str]:
    places = LeakGate({"own": [someone(*contacts or (CONTACT,))]}, {}).places(text)
    return [text[place.start : place.end] for place in places if place.refuses]


@pytest.mark.parametrize(
    "named",
    [
        "Zubrylina Kusaeva",
        "Kusaeva",
        "zubrylina",
        "80290000042",
        "zubrylina@mail.example",
        "@zubr_line",
        "7654321",
        "MP7654321",
        "Orlik",
    ],
)
def test_what_a_free_text_names_is_refused_and_masked(named: str) -> None:
    text = f"then they asked about {named} again"
    assert found(text), "the gate sees it"
    hits = suggest(text, language="en", identities=[someone(CONTACT)], profile=Profile.BALANCED)
    start = text.index(named.lstrip("@"))
    end = start + len(named.lstrip("@"))
    assert any(hit.start <= start and end <= hit.end for hit in hits)


def test_ordinary_words_of_a_free_text_stay_open() -> None:
    assert found("After that her sister may answer on Monday at 18:00") == []


def test_where_nobody_uses_capitals_every_telling_word_counts() -> None:
    assert found("then Zubrylina and Orlik came", "ask zubrylina or orlik") == [
        "Zubrylina",
        "Orlik",
    ]
    assert found("then they came to us", "to us or orlik") == []


def test_words_apart_are_names_apart() -> None:
    plain = spelled_out(someone("Orlik, Zubrava. J. Kusaeva"))
    assert plain.aliases == ("Orlik", "Zubrava", "J. Kusaeva")
    assert plain.others == ()


def test_of_another_case_only_what_is_certain_counts() -> None:
    gate = LeakGate({}, {"other": [someone(CONTACT)]})
    assert gate.places("then Zubrylina Kusaeva came")
    assert gate.places("they rang 80290000042")
    assert gate.places("at Orlik then") == ()


def test_who_has_no_free_text_stays_as_recorded() -> None:
    person = Identity("P1", Role.OTHER, names=("Zorka",))
    assert spelled_out(person) is person


def test_a_text_that_names_nobody_adds_nothing() -> None:
    assert spelled_out(someone("+375 29 000 00 42")).aliases == ()
