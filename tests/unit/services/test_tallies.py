"""Counts hold words of the form and of ladders, of people who wish it, and never a small number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from intake.disclosure.schemes import Record
from intake.domain.answers import Answer
from intake.domain.case import CaseFile
from intake.export.fields import FieldPolicy
from intake.export.snapshot import answers_of
from intake.services.interviews import form
from intake.services.tallies import tally
from tests.unit.services.making import case_file, document

FIELDS = FieldPolicy.of(form())


def _tally(files: Sequence[CaseFile], withheld: str = "") -> dict[str, dict[str, int | None]]:
    records = [Record(f.case.id, f.case.id, dict(answers_of(f, FIELDS))) for f in files]
    wishes: dict[str, frozenset[str]] = {f.case.id: frozenset({withheld}) for f in files}
    return {found.key: dict(found.people) for found in tally(records, FIELDS, wishes)}


def test_related_people_are_counted_once_for_each_answer() -> None:
    files = _cases(7, sex="female") + _cases(7, sex="male")
    records = [Record(f.case.id, f.case.id, dict(answers_of(f, FIELDS))) for f in files]
    family = [
        Record(r.handle, "family", r.answers) if n in {0, 1, 7} else r
        for n, r in enumerate(records)
    ]
    wishes: dict[str, frozenset[str]] = {f.case.id: frozenset() for f in files}
    found = {each.key: dict(each.people) for each in tally(family, FIELDS, wishes)}
    assert found["profile.sex"] == {"female": 6, "male": 7}


def _cases(number: int, **answers: Any) -> list[CaseFile]:
    given = {**document()["answers"], **answers}
    return [case_file(n, answers=given) for n in range(number)]


def test_people_are_counted_by_choice() -> None:
    files = _cases(12, sex="female") + _cases(8, sex="male")
    assert _tally(files)["profile.sex"] == {"female": 12, "male": 8}


def test_small_numbers_are_hidden_and_what_would_tell_them() -> None:
    files = _cases(12, sex="female") + _cases(3, sex="male")
    assert _tally(files)["profile.sex"] == {}, "an answer whose number is hidden is not named"


def test_the_sums_of_two_fields_do_not_tell_of_the_few_who_did_not_answer_one() -> None:
    people = [*_cases(12, sex="female", interview_language="be"), *_cases(8, sex="male")]
    shy = case_file(40, answers={"targeted_group": ["lawyer"], "age": 38})
    found = _tally([*people, shy])
    assert found["profile.age"] == {}, "all of them"
    assert found["profile.sex"] == {"female": 12}
    assert _tally(people)["profile.sex"] == {"female": 12, "male": 8}


def test_quasi_identifiers_are_counted_at_a_published_level() -> None:
    found = _tally(_cases(6, age=38) + _cases(6, age=39) + _cases(7, age=61, left_on="2021-05-03"))
    assert set(found["profile.age"]) == {"35-39", "60-64"}
    assert set(found["displacement.left_on"]) == {"2021-Q2"}
    assert set(found["acts.act_date"]) == set(), "everybody gave the same"


def test_what_somebody_withholds_is_not_counted() -> None:
    assert "profile.sex" not in _tally(_cases(10), withheld="profile.sex")


def test_missing_answers_are_nobody_s_choice() -> None:
    assert "profile.sex" not in _tally(_cases(10, sex={"missing": "declined"}))


def test_where_somebody_is_now_is_never_counted() -> None:
    found = _tally(_cases(10, residence_now="Tbilisi"))
    assert "profile.residence_now" not in found
    assert "interview.interview_country" not in found


def test_a_team_s_own_words_are_never_counted() -> None:
    assert "case.project" not in _tally(_cases(10))


def test_what_is_for_statistics_only_is_counted() -> None:
    answers = ["no"] * 10 + ["yes"] * 6
    files = [case_file(n, events=[{"sexual_violence": said}]) for n, said in enumerate(answers)]
    assert _tally(files)["acts.sexual_violence"] == {"no": 10, "yes": 6}


def test_a_value_that_the_form_does_not_know_is_not_counted() -> None:
    rule = FIELDS.by_key["profile.sex"]
    sensitive = FIELDS.by_key["acts.counsel_access"]
    number = FIELDS.by_key["profile.age"]
    answers = {
        rule.key: Answer("Zubrava Lampa"),
        sensitive.key: Answer("Zubrava Lampa"),
        number.key: Answer("Zubrava Lampa"),
    }
    records = [Record(str(n), str(n), answers) for n in range(10)]
    wishes = {record.handle: frozenset[str]() for record in records}
    assert "Zubrava Lampa" not in str(tally(records, FIELDS, wishes))


def test_no_number_tells_of_fewer_than_k() -> None:
    files = _cases(6, sex="female") + _cases(20, sex="male")
    records = [Record(str(n), str(n), answers_of(file, FIELDS)) for n, file in enumerate(files)]
    wishes = {record.handle: frozenset[str]() for record in records}
    for k, shown in ((3, (6, 20)), (6, (6, 20)), (20, ())):
        found = {each.key: dict(each.people) for each in tally(records, FIELDS, wishes, k)}
        assert tuple(found["profile.sex"].values()) == shown
