"""Words are asked once for what stands for good, and a text is sorted by the answers."""

from __future__ import annotations

from intake.redaction.source_text import SourceText
from intake.redaction.standing import StandingTests


class _Asked:
    def __init__(self, letter: str) -> None:
        self.letter, self.words = letter, list[str]()

    def holds(self, key: str) -> bool:
        self.words.append(key)
        return self.letter in key


def test_a_word_is_asked_once_however_many_texts_have_it() -> None:
    tests, asked = StandingTests(), _Asked("a")
    number = tests.number_of(asked.holds)
    assert [tests.passed(word, 1) for word in ("gander", "owl", "gander")] == [
        (number,),
        (),
        (number,),
    ]
    assert asked.words == ["gander", "owl"]


def test_a_test_that_comes_later_is_asked_of_words_that_are_known_already() -> None:
    tests = StandingTests()
    first = tests.number_of(_Asked("g").holds)
    assert tests.passed("gander", 1) == (first,)
    second = tests.number_of(_Asked("a").holds)
    assert tests.passed("gander", 2) == (first, second)
    assert tests.passed("gander", 1) == (first,)


def test_what_is_remembered_has_an_end() -> None:
    tests, asked = StandingTests(), _Asked("a")
    tests.number_of(asked.holds)
    for number in range(100_001):
        tests.passed(str(number), 1)
    assert len(tests._passed) == 1


def test_the_words_of_a_text_are_found_by_a_test_as_by_looking() -> None:
    text = "The owl saw a gander; the gander saw an owl."
    source = SourceText(text)
    early, late = _Asked("owl").holds, _Asked("gander").holds
    assert source.standing(early) == [1, 9] == source.where(early)
    assert source.standing(late) == [4, 6] == source.where(late)
    assert source.standing(early) == [1, 9]
    assert source.at("owl") == [1, 9]
    assert source.at("heron") == []
