"""The made-up material is whole, varied, and cannot be taken for, or reach, anybody real."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import phonenumbers
import pytest

from intake.disclosure.places import resolve
from intake.domain.edtf import parse
from intake.export.schema_check import first_flaw
from intake.forms.loader import core_form
from intake.forms.validation import check_answer
from intake.services.interchange import InterchangeReader

DEMO = Path(__file__).resolve().parents[3] / "resources" / "demo"
IDENTITY = {"names", "aliases", "phones", "emails", "handles", "documents", "birth_date"}
Line = dict[str, Any]

_EMAIL = re.compile(r"[\w.+-]+@[\w.-]*\w")
_DIALLED = re.compile(r"\+\d[\d ()-]{7,}\d")
_PASSPORT = re.compile(r"\b[A-Z]{2}\d{7}\b")
_COUNTRIES = re.compile(r"Poland|Літве|Грузії|Litwie")


def read(name: str) -> list[Line]:
    return [json.loads(line) for line in (DEMO / name).read_text("utf-8").splitlines()]


CASES = read("interviews.jsonl")
CLEAN = read("clean.jsonl")
every_case = pytest.mark.parametrize(
    "case", CASES, ids=[f"{number}-{case['language']}" for number, case in enumerate(CASES, 1)]
)


def digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for inner in value.values() for text in texts(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in texts(inner)]
    return [value] if isinstance(value, str) else []


def surname(full: str) -> str:
    """The longest word of a name: the glued ones are longer than given names."""
    return max(re.split(r"[ -]", full), key=len)


def test_interviews_come_in_five_languages() -> None:
    assert Counter(case["language"] for case in CASES) == {
        "en": 8,
        "ru": 8,
        "be": 6,
        "uk": 5,
        "pl": 5,
    }


@every_case
def test_a_line_follows_the_published_schema_of_the_interchange(case: Line) -> None:
    assert first_flaw("interchange", case) is None


def test_the_reader_of_the_interchange_takes_every_case() -> None:
    read_back = list(InterchangeReader(core_form(), frozenset()).read(DEMO / "interviews.jsonl"))
    assert [file.statements[0].text for file in read_back] == [case["statement"] for case in CASES]
    assert [len(file.persons) for file in read_back] == [len(case["persons"]) for case in CASES]
    assert all(file.consent is not None and file.events for file in read_back)
    asked = [file.interviews[0].answers for file in read_back]
    for name in ("sex", "citizenships", "targeted_group", "left_on"):
        assert all(answers[name].value for answers in asked)
    assert all(event.answers["act_type"].value for file in read_back for event in file.events)


@every_case
def test_a_statement_has_the_length_of_a_real_one_and_paragraphs(case: Line) -> None:
    assert 250 <= len(case["statement"].split()) <= 700
    assert case["statement"].count("\n\n") >= 3


@every_case
def test_every_reference_points_to_a_person_of_the_case(case: Line) -> None:
    refs = [person["ref"] for person in case["persons"]]
    assert 2 <= len(refs) == len(set(refs)) <= 5
    assert [person["role"] for person in case["persons"]].count("interviewee") == 1
    assert case["persons"][0]["role"] == "interviewee"
    for event in case["events"]:
        assert event["victims"]
        assert set(event["victims"]) | set(event.get("perpetrators", [])) <= set(refs)


@every_case
def test_telephone_numbers_are_possible_and_belong_to_nobody(case: Line) -> None:
    numbers = [phone for person in case["persons"] for phone in person.get("phones", [])]
    assert numbers
    for number in numbers:
        parsed = phonenumbers.parse(number, None)
        assert phonenumbers.is_possible_number(parsed)
        assert not phonenumbers.is_valid_number(parsed)


@every_case
def test_a_statement_holds_no_number_that_is_not_recorded(case: Line) -> None:
    recorded = {digits(phone) for person in case["persons"] for phone in person.get("phones", [])}
    assert {digits(found) for found in _DIALLED.findall(case["statement"])} <= recorded


@every_case
def test_mail_goes_to_addresses_that_nobody_can_own(case: Line) -> None:
    found = [mail for text in texts(case) for mail in _EMAIL.findall(text)]
    assert all(mail.endswith(("@example.org", "@example.com")) for mail in found)


@every_case
def test_passport_numbers_were_never_issued(case: Line) -> None:
    numbers = [number for text in texts(case) for number in _PASSPORT.findall(text)]
    assert all(digits(number).startswith("0000") for number in numbers)


def test_no_full_name_occurs_in_two_cases() -> None:
    counted = Counter(
        name for case in CASES for name in {n for p in case["persons"] for n in p["names"]}
    )
    assert [name for name, count in counted.items() if count > 1] == []


@every_case
def test_redaction_has_work_in_every_statement(case: Line) -> None:
    statement = case["statement"]
    named = [
        person
        for person in case["persons"]
        if any(surname(name)[:5] in statement for name in person["names"])
        or any(alias in statement for alias in [*person["aliases"], *person.get("handles", [])])
    ]
    assert len(named) == len(case["persons"])
    known = [
        text
        for person in case["persons"]
        for key in ("phones", "emails", "documents")
        for text in person.get(key, [])
    ]
    assert any(text in statement for text in known)


@every_case
def test_twelve_to_twenty_five_answers_are_filled_in(case: Line) -> None:
    assert 12 <= len(case["answers"]) <= 25
    assert 1 <= len(case["events"]) <= 3


@every_case
def test_every_answer_fits_its_question_in_the_core_form(case: Line) -> None:
    form = core_form()
    for name, raw in case["answers"].items():
        check_answer(form, "", name, raw)
    for event in case["events"]:
        for name, raw in event.items():
            if name not in {"victims", "perpetrators"}:
                check_answer(form, "acts", name, raw)
    for person in case["persons"]:
        for name in IDENTITY & person.keys():
            check_answer(form, "identity", name, person[name])


@every_case
def test_every_place_is_known_to_the_hierarchy_of_places(case: Line) -> None:
    named = [case["interview"]["country"], case["interview"]["city"]]
    named += [case["answers"]["region_of_origin"], case["answers"]["first_country"]]
    named += [event["act_place"] for event in case["events"]]
    assert [place for place in named if resolve(place) is None] == []


@every_case
def test_dates_are_edtf_and_the_age_fits_the_birth_date(case: Line) -> None:
    day = parse(case["interview"]["date"])
    for event in case["events"]:
        act = parse(event["act_date"])
        assert act.earliest is not None
        assert day.latest is not None
        assert act.earliest <= day.latest
    parse(case["answers"]["left_on"])
    born = parse(case["persons"][0]["birth_date"])
    age = case["answers"]["age"]
    if isinstance(age, int):
        assert born.earliest is not None
        assert born.latest is not None
        assert day.latest is not None
        youngest = (day.latest - born.latest).days // 365.25
        oldest = (day.latest - born.earliest).days // 365.25
        assert youngest <= age <= oldest


def test_dates_have_every_precision() -> None:
    dates = [parse(event["act_date"]) for case in CASES for event in case["events"]]
    assert {date.precision.value for date in dates} >= {"day", "month", "season", "interval"}
    assert any(date.approximate for date in dates)


def test_consent_has_every_shape_that_keeps_a_record_out() -> None:
    consents = [case["consent"] for case in CASES]
    analysis = [consent["uses"].get("analysis") for consent in consents]
    given = [use for use in analysis if use is not None]
    assert analysis.count(None) == 2
    assert sum(consent["withdrawn"] is not None for consent in consents) == 1
    assert sum(use.get("until") is not None for use in given) == 1
    assert sum(use.get("embargo") is not None for use in given) == 1
    assert sum(bool(use.get("withhold")) for use in given) >= 3
    assert sum("quotation" not in consent["uses"] for consent in consents) >= 3


def test_the_cases_vary_in_country_year_and_sex() -> None:
    countries = Counter(case["interview"]["country"] for case in CASES)
    assert set(countries) == {"GE", "PL", "LT"}
    assert min(countries.values()) >= 5
    assert {case["answers"]["left_on"][:4] for case in CASES} == {"2020", "2021", "2022"}
    sexes = Counter(case["persons"][0]["sex"] for case in CASES)
    assert min(sexes.values()) >= 10


def test_people_who_agree_to_analysis_form_groups_of_five_by_group_and_year() -> None:
    choices = core_form().question("targeted_group").choices.by_name
    sizes: Counter[tuple[str, str]] = Counter()
    for case in CASES:
        use = case["consent"]["uses"].get("analysis", {})
        is_limited = case["consent"]["withdrawn"] or use.keys() & {"until", "embargo", "withhold"}
        if use and not is_limited:
            answers = case["answers"]
            parent = choices[answers["targeted_group"][0]].parent
            sizes[parent, answers["left_on"][:4]] += 1
    rows = sum(sizes.values())
    assert sum(size for size in sizes.values() if size >= 5) >= 0.8 * rows
    assert sum(size >= 5 for size in sizes.values()) >= 3


def test_there_are_six_clean_texts_a_language() -> None:
    assert Counter(line["lang"] for line in CLEAN) == dict.fromkeys(
        ("en", "ru", "be", "uk", "pl"), 6
    )
    assert len({line["id"] for line in CLEAN}) == 30


@pytest.mark.parametrize("line", CLEAN, ids=lambda line: str(line["id"]))
def test_a_clean_text_names_nobody(line: Line) -> None:
    text = _COUNTRIES.sub("", line["text"])
    assert not re.search(r"[\d@]", text)
    inner = re.findall(r"(?<=[^.!?»:] )[^\W\d_]\w*", text)
    assert [word for word in inner if word[0].isupper() and word not in {"I", "Sunday"}] == []
