from __future__ import annotations

import pytest

from intake.forms.definition import (
    Choice,
    ChoiceList,
    FormDefinition,
    Owner,
    Question,
    QuestionKind,
    Section,
    Texts,
)

LABEL = Texts({"en": "Age", "be": "Узрост"})


def question(name: str, section: str, **more: str) -> Question:
    return Question(name, section, QuestionKind.TEXT, **more)  # type: ignore[arg-type] # texts only


FORM = FormDefinition(
    "small",
    "1",
    ("en",),
    (
        Section("acts", kind="event", repeats=True, items=(question("place", "acts"),)),
        Section("talk", items=(question("place", "talk"), question("day", "talk"))),
        Section("identity", kind="identity", items=(question("names", "identity"),)),
    ),
)


@pytest.mark.parametrize(
    ("language", "text"),
    [("be", "Узрост"), ("be-BY", "Узрост"), ("be_BY", "Узрост"), ("ru", "Age"), ("", "Age")],
)
def test_a_text_is_given_in_the_language_or_in_english(language: str, text: str) -> None:
    assert LABEL.get(language) == text


def test_a_text_without_english_is_given_in_what_there_is() -> None:
    assert Texts({"en": "", "ru": "Возраст"}).get("be") == "Возраст"
    assert Texts().get("en") == ""


def test_a_text_is_true_when_it_says_something_in_any_language() -> None:
    assert LABEL
    assert not Texts({"en": ""})
    assert not Texts()


def test_a_list_finds_its_choices_and_the_list_of_their_parents() -> None:
    plum = Choice("plum", parent="stone")
    fruit = ChoiceList("fruit", (Choice("apple"), plum))
    assert fruit.by_name["plum"] is plum
    assert fruit.group_list == "fruit_group"
    assert ChoiceList("colour", (Choice("red"),)).group_list == ""


def test_the_appearance_says_what_may_be_answered() -> None:
    several, opened, searched = (
        question("x", "talk", appearance=appearance)
        for appearance in ("several", "open autocomplete", "multiline autocomplete")
    )
    assert (several.accepts_several, several.accepts_new_choices) == (True, False)
    assert (opened.accepts_new_choices, opened.is_searched) == (True, True)
    assert (searched.accepts_several, searched.is_searched) == (False, True)


@pytest.mark.parametrize(
    ("kind", "owner"),
    [
        ("", Owner.INTERVIEW),
        ("statement", Owner.INTERVIEW),
        ("case", Owner.CASE),
        ("consent", Owner.CONSENT),
        ("event", Owner.EVENT),
        ("person", Owner.PERSON),
        ("identity", Owner.PERSON),
    ],
)
def test_the_kind_of_a_section_says_whose_record_it_is(kind: str, owner: Owner) -> None:
    assert Section("x", kind=kind).owner is owner


def test_a_question_is_found_by_name_outside_repeats_first() -> None:
    assert FORM.question("place").section == "talk"
    assert FORM.question("place", "acts").section == "acts"
    assert FORM.question_of(Owner.EVENT, "place").section == "acts"
    assert FORM.question_of(Owner.INTERVIEW, "day").section == "talk"
    assert [found.name for found in FORM.questions] == ["place", "place", "day", "names"]


def test_what_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        FORM.question("height")
    with pytest.raises(KeyError):
        FORM.question("day", "acts")
    with pytest.raises(KeyError):
        FORM.question("day", "nowhere")
    with pytest.raises(KeyError):
        FORM.section("nowhere")
    with pytest.raises(KeyError):
        FORM.question_of(Owner.PERSON, "day")


def test_definitions_can_be_told_apart_and_used_as_keys() -> None:
    assert {question("day", "talk"): 1}[question("day", "talk")] == 1
    assert question("day", "talk") != question("day", "acts")
