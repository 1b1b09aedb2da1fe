from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from intake.domain.answers import NOT_ASKED, Answer, Missing
from intake.forms.definition import FormDefinition, Question
from intake.forms.expressions import Context
from intake.forms.loader import core_form, load_form
from intake.forms.validation import (
    LARGEST_NUMBER,
    LONGEST_LINE,
    LONGEST_TEXT,
    MOST_TEXTS,
    ProblemKind,
    calculate,
    check_answer,
    is_relevant,
    some_of,
    validate,
)
from tests.unit.forms.conftest import CLASS, LABEL, SURVEY, WriteForm

TODAY = date(2022, 5, 26)
NOTHING = Context({}, TODAY)


def core(name: str, section: str = "") -> Question:
    return core_form().question(name, section)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("age", 38),
        ("age", 0),
        ("mode", "remote"),
        ("citizenships", ("BY", "PL")),
        ("left_on", "2021-07~"),
        ("interview_date", "2022-05-26"),
        ("region_of_origin", "Minsk"),
        ("observations", "a\n" * 9000),
        ("names", ("Nobody Nowhere", "Никто Нигде")),
        ("safe_contact", "x" * LONGEST_TEXT),
        ("interviewer_code", "I-07"),
        ("project", "A project of our own"),
        ("tags", ("urgent", "a tag of our own")),
        ("follow_up_date", "2022-06"),
    ],
)
def test_an_answer_that_fits_has_no_problem(name: str, value: Any) -> None:
    assert validate(core(name), Answer(value), NOTHING) == ()


@pytest.mark.parametrize("missing", list(Missing))
def test_a_missing_answer_is_never_a_problem(missing: Missing) -> None:
    for question in core_form().questions:
        assert validate(question, Answer(missing=missing), NOTHING) == ()


@pytest.mark.parametrize(
    ("name", "value", "kind"),
    [
        ("age", "38", ProblemKind.WRONG_TYPE),
        ("age", 38.5, ProblemKind.WRONG_TYPE),
        ("age", True, ProblemKind.WRONG_TYPE),
        ("age", ("38",), ProblemKind.WRONG_TYPE),
        ("age", LARGEST_NUMBER + 1, ProblemKind.WRONG_TYPE),
        ("age", 10**400, ProblemKind.WRONG_TYPE),
        ("age", -(10**400), ProblemKind.WRONG_TYPE),
        ("age", 121, ProblemKind.CONSTRAINT),
        ("age", -1, ProblemKind.CONSTRAINT),
        ("mode", "telepathy", ProblemKind.UNKNOWN_CHOICE),
        ("mode", "", ProblemKind.WRONG_TYPE),
        ("mode", 1, ProblemKind.WRONG_TYPE),
        ("mode", ("remote",), ProblemKind.WRONG_TYPE),
        ("citizenships", "BY", ProblemKind.WRONG_TYPE),
        ("citizenships", ("BY", "ZZ"), ProblemKind.UNKNOWN_CHOICE),
        ("citizenships", ("BY", "BY"), ProblemKind.WRONG_TYPE),
        ("names", tuple(map(str, range(MOST_TEXTS + 1))), ProblemKind.WRONG_TYPE),
        ("names", "Nobody", ProblemKind.WRONG_TYPE),
        ("patronymic", ("Nobody",), ProblemKind.WRONG_TYPE),
        ("left_on", "14.07.2021", ProblemKind.BAD_DATE),
        ("left_on", "2021-02-30", ProblemKind.BAD_DATE),
        ("left_on", "2022-06", ProblemKind.CONSTRAINT),
        ("region_of_origin", "x" * (LONGEST_LINE + 1), ProblemKind.TOO_LONG),
        ("observations", "x" * (LONGEST_TEXT + 1), ProblemKind.TOO_LONG),
        ("tags", ("x" * (LONGEST_LINE + 1),), ProblemKind.TOO_LONG),
        ("region_of_origin", "Mi\x00nsk", ProblemKind.BAD_CHARACTERS),
        ("region_of_origin", "Mi\x7fnsk", ProblemKind.BAD_CHARACTERS),
        ("region_of_origin", "Mi\udc00nsk", ProblemKind.BAD_CHARACTERS),
        ("interviewer_code", "Nobody Nowhere", ProblemKind.CONSTRAINT),
        ("others_present", ("nobody", "lawyer"), ProblemKind.CONSTRAINT),
        ("own_words", "text", ProblemKind.WRONG_TYPE),
        ("photo", "text", ProblemKind.WRONG_TYPE),
        ("consent_record", "text", ProblemKind.WRONG_TYPE),
    ],
)
def test_an_answer_that_does_not_fit_is_named_without_repeating_it(
    name: str, value: Any, kind: ProblemKind
) -> None:
    (problem,) = validate(core(name), Answer(value), NOTHING)
    assert problem.kind is kind
    assert problem.reason
    assert str(value) not in problem.reason or len(str(value)) < 2


def test_a_constraint_speaks_in_the_words_of_the_form() -> None:
    (problem,) = validate(core("age"), Answer(121), NOTHING)
    assert problem.message.get("be") == "Цэлы лік ад 0 да 120."
    assert problem.reason == "A whole number from 0 to 120."


def small(write_form: WriteForm, **cells: str) -> FormDefinition:
    new = {"type": "decimal", "name": "weight", LABEL: "Weight", CLASS: "plain"} | cells
    return load_form(write_form(survey=[*SURVEY[:6], new, *SURVEY[6:]]))


def test_a_constraint_without_words_gives_a_plain_reason(write_form: WriteForm) -> None:
    question = small(write_form, constraint=". > 0.5").question("weight")
    (problem,) = validate(question, Answer(0.25), NOTHING)
    assert problem.reason == "the answer lies outside what is possible"
    assert not problem.message
    assert validate(question, Answer(0.75), NOTHING) == ()


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf"), 10**400])
def test_a_number_is_finite(write_form: WriteForm, number: float) -> None:
    (problem,) = validate(small(write_form).question("weight"), Answer(number), NOTHING)
    assert problem.kind is ProblemKind.WRONG_TYPE
    (problem,) = validate(small(write_form).question("weight"), Answer("2"), NOTHING)
    assert problem.reason == "this question takes a number"


def test_a_constraint_that_waits_for_another_answer_holds(write_form: WriteForm) -> None:
    question = small(write_form, constraint=". < ${age}").question("weight")
    assert validate(question, Answer(40), NOTHING) == ()
    known = Context({"age": Answer(38)}, TODAY)
    assert validate(question, Answer(38), known)
    assert validate(question, Answer(37), known) == ()


def test_a_question_is_asked_once_what_it_depends_on_is_answered() -> None:
    channel = core("channel")
    assert not is_relevant(channel, NOTHING)
    assert not is_relevant(channel, Context({"mode": NOT_ASKED}, TODAY))
    assert not is_relevant(channel, Context({"mode": Answer("in_person")}, TODAY))
    assert is_relevant(channel, Context({"mode": Answer("remote")}, TODAY))


def asked(section: str, **answers: Any) -> list[str]:
    sheet = {name: Answer(value) for name, value in answers.items()}
    items = core_form().section(section).items
    return [question.name for question in items if is_relevant(question, Context(sheet, TODAY))]


def test_an_act_asks_only_what_belongs_to_it() -> None:
    arrest, fired = asked("acts", act_type="arbitrary_arrest"), asked("acts", act_type="dismissal")
    assert {"detention_days", "conditions", "ill_treatment", "legal_outcome"} <= set(arrest)
    assert "in_absentia" not in arrest
    assert "in_absentia" in asked("acts", act_type="criminal_prosecution")
    assert not {"detention_days", "conditions", "ill_treatment", "sexual_violence"} & set(fired)
    assert "medical_attention" not in asked("acts", act_type="torture", injuries=("none",))
    assert "medical_attention" in asked("acts", act_type="torture", injuries=("bruises",))


def test_leaving_is_asked_about_unless_the_person_has_not_left() -> None:
    assert "left_on" in asked("displacement")
    assert "left_on" in asked("displacement", reasons=("threats",))
    stayed = asked("displacement", reasons=("has_not_left",))
    assert stayed == ["reasons", "legal_status", "case_opened_at_home"]
    assert "moved_after_february_2022" not in asked("displacement", onward_moves=0)
    assert "moved_after_february_2022" in asked("displacement", onward_moves=1)


@pytest.mark.parametrize(
    ("question", "answers", "expected"),
    [
        ({"calculation": "coalesce(${age}, 0.5)"}, {}, Answer(0.5)),
        ({"calculation": "${age}"}, {"age": Answer(3)}, Answer(3)),
        ({"calculation": "${age}"}, {}, None),
        ({}, {"age": Answer(3)}, None),
        ({"type": "text", "calculation": "if(${age} > 2, 'old', '')"}, {"age": Answer(1)}, None),
        ({"type": "date", "calculation": "today()"}, {}, Answer("2022-05-26")),
        (
            {"type": "date", "calculation": "${since}"},
            {"since": Answer("2021")},
            Answer("2021-01-01"),
        ),
    ],
)
def test_a_calculation_gives_an_answer_once_it_can(
    write_form: WriteForm,
    question: dict[str, str],
    answers: dict[str, Answer],
    expected: Answer | None,
) -> None:
    rows = [*SURVEY[:6], {"type": "decimal", "name": "sum", LABEL: "S", CLASS: "plain"} | question]
    form = load_form(write_form(survey=[*rows, *SURVEY[6:]]))
    assert calculate(form.question("sum"), Context(answers, TODAY)) == expected


@pytest.mark.parametrize(
    ("section", "name", "raw", "value"),
    [
        ("", "targeted_group", ["lawyer"], ("lawyer",)),
        ("", "targeted_group", "lawyer", ("lawyer",)),
        ("", "age", 38, 38),
        ("", "age", 38.0, 38),
        ("", "region_of_origin", " Minsk ", "Minsk"),
        ("", "left_on", "2021-07", "2021-07"),
        ("", "legal_status", "visa_free", "visa_free"),
        ("", "need", ["legalisation", "mental_health"], ("legalisation", "mental_health")),
        ("", "observations", "calm", "calm"),
        ("", "place_type", "office", "office"),
        ("acts", "place_type", "own_home", "own_home"),
        ("acts", "act_type", ["arbitrary_arrest"], "arbitrary_arrest"),
        ("acts", "act_date", "2020-08-11/2020-08-14", "2020-08-11/2020-08-14"),
        ("acts", "act_place", "...", "..."),
        ("acts", "institution", ["gubopik"], ("gubopik",)),
        ("identity", "names", ["Nobody"], ("Nobody",)),
        ("identity", "names", "Nobody", ("Nobody",)),
        ("identity", "birth_date", "1984-03", "1984-03"),
        ("case", "project", "Exile 2022", "Exile 2022"),
    ],
)
def test_a_value_of_the_interchange_becomes_an_answer(
    section: str, name: str, raw: object, value: object
) -> None:
    assert check_answer(core_form(), section, name, raw, today=TODAY) == Answer(value)  # type: ignore[arg-type] # any value


@pytest.mark.parametrize("missing", list(Missing))
def test_a_missing_value_says_why(missing: Missing) -> None:
    found = check_answer(core_form(), "", "residence_now", {"missing": missing.value})
    assert found == Answer(missing=missing)


def test_an_empty_list_means_that_nothing_was_recorded() -> None:
    assert check_answer(core_form(), "identity", "emails", []) == NOT_ASKED


@pytest.mark.parametrize(
    ("section", "name", "raw", "reason"),
    [
        ("", "height", 3, "there is no such question here"),
        ("", "act_type", "torture", "there is no such question here"),
        ("", "names", "Nobody", "there is no such question here"),
        ("", "own_words", "text", "there is no such question here"),
        ("", "case_code", "text", "there is no such question here"),
        ("consent", "consent_record", "text", "there is no such question here"),
        ("identity", "photo", "text", "there is no such question here"),
        ("nowhere", "age", 38, "there is no such question here"),
        ("", "age", {"missing": "perhaps"}, "a missing answer is an object"),
        ("", "age", {"missing": ["declined"]}, "a missing answer is an object"),
        ("", "age", {"missing": "declined", "why": "x"}, "a missing answer is an object"),
        ("", "age", {}, "a missing answer is an object"),
        ("", "age", None, "no value"),
        ("", "mode", " ", "no value"),
        ("", "age", "thirty", "a whole number"),
        ("", "age", 38.5, "a whole number"),
        ("", "age", True, "not used here"),
        ("", "age", float("inf"), "a whole number"),
        ("", "age", 10**30, "too large"),
        ("", "age", 10**400, "too large"),
        ("", "age", 200, "A whole number from 0 to 120"),
        ("", "mode", "telepathy", "not in the list interview_mode; choose one of "),
        ("", "mode", ["in_person", "remote"], "takes one value"),
        ("", "need", ["work", 3], "a list holds texts only"),
        ("", "need", ["work", " "], "takes text"),
        ("", "need", [["work"]], "a list holds texts only"),
        ("", "left_on", "last summer", "write a date as"),
        ("", "left_on", "2023", "cannot lie in the future"),
        ("", "left_on", 2021, "takes text"),
        ("", "region_of_origin", "\ud800", "control characters"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_its_key(
    section: str, name: str, raw: object, reason: str
) -> None:
    with pytest.raises(ValueError, match=f"^{name}: .*{reason}") as caught:
        check_answer(core_form(), section, name, raw, today=TODAY)
    assert not str(caught.value).endswith(".")


def test_a_message_names_a_whole_list_or_the_nearest_of_a_long_one() -> None:
    every = core_form().choices["interview_mode"].by_name
    with pytest.raises(ValueError, match="choose one of ") as short:
        check_answer(core_form(), "", "mode", "telepathy")
    assert str(short.value).endswith(", ".join(every))
    countries = [f"country_{number:03}" for number in range(99)]
    told = some_of(countries, "country_070x")
    assert told.startswith("country_070, ")
    assert told.endswith("and 89 more")
    assert some_of(countries, ["no", "text"]).startswith("country_000, country_001")


def test_without_a_day_the_current_one_counts() -> None:
    assert check_answer(core_form(), "", "left_on", "2021") == Answer("2021")
    with pytest.raises(ValueError, match="future"):
        check_answer(core_form(), "", "left_on", "2999")
