"""Who is named once in a text is found again with another ending; small words are no names."""

from __future__ import annotations

from intake.redaction.namesakes import namesakes
from intake.redaction.source_text import SourceText
from intake.redaction.suggest import suggest
from intake.redaction.suggestion import Profile, Suggestion


def again(text: str, first: str, *, score: float = 0.8, language: str = "pl") -> set[str]:
    at = text.index(first)
    kind = suggest("Pani Zwarnolp.", language="pl")[0].kind
    hit = Suggestion(at, at + len(first), kind, "name", score)
    found = namesakes(SourceText(text, language), [hit], 0.2)
    return {text[each.start : each.end] for each in found}


def test_another_ending_is_found() -> None:
    text = "Przyszedł Hłuszko. Widziałem Hłuszki brata, mówiłem z Hłuszką."
    assert again(text, "Hłuszko") >= {"Hłuszki", "Hłuszką"}


def test_who_is_doubtful_is_not_looked_for() -> None:
    assert again("Przyszedł Hłuszko. Widziałem Hłuszki brata.", "Hłuszko", score=0.4) == set()


def test_small_words_and_everyday_ones_are_no_namesakes() -> None:
    assert again("Then Gander came. There was a gander.", "Gander", language="en") == {"Gander"}
    assert again("Then Mother came. The mother Mothers.", "Mother", language="en") == set()


def test_both_profiles_hide_all_cases_of_a_name() -> None:
    text = "Następnie pani Żurawikowa wyszła. Widziałem tam Żurawikową i syna."
    for profile in (Profile.STRICT, Profile.BALANCED):
        found = {text[h.start : h.end] for h in suggest(text, language="pl", profile=profile)}
        assert {"Żurawikowa", "Żurawikową"} <= found
