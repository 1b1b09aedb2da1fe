"""A case as a document: everything that was recorded, named as in the form."""

from __future__ import annotations

from dataclasses import fields, replace

from intake.domain.consent import Act, Consent, UseConsent, Withdrawal
from intake.export.schema_check import first_flaw
from intake.services.documents import as_document
from tests.unit.services.making import case_file, consent, name_of, uses

PERSONS = [
    {"ref": "p1", "role": "interviewee", "names": [name_of(1)], "phones": ["+375290000017"]},
    {"ref": "p2", "role": "perpetrator"},
]


def test_everything_of_a_consent_is_there() -> None:
    made = as_document(case_file(consent=consent()))["consent"]
    assert set(made) == {field.name for field in fields(Consent)}
    (use, *_) = made["uses"].values()
    assert set(use) == {field.name for field in fields(UseConsent)}
    taken = case_file(consent=consent(withdrawn={"day": "2022-06-01", "erase": True}))
    withdrawn = as_document(taken)["consent"]["withdrawn"]
    assert set(withdrawn) == {field.name for field in fields(Withdrawal)}
    assert withdrawn == {"day": "2022-06-01", "what": [], "erase": True}


def test_wishes_and_conditions_are_told_as_they_were_said() -> None:
    granted = {
        "level": "code",
        "recipients": ["un", "court"],
        "until": "2030-01-31",
        "embargo": "2023-01-01",
        "withhold": ["sex", "age"],
        "conditions": "Ask me first.",
    }
    file = case_file(consent=uses(analysis=granted))
    assert file.consent is not None
    file = replace(file, consent=replace(file.consent, withhold_note="Not my town.", language="be"))
    made = as_document(file)["consent"]
    assert made["withhold_note"] == "Not my town."
    assert made["language"] == "be"
    shown = made["uses"]["analysis"]
    assert shown["recipients"] == ["court", "un"]
    assert shown["withhold"] == ["age", "sex"]
    assert shown["conditions"] == "Ask me first."
    assert not shown["conditions_met"]
    assert first_flaw("output-case-show", {"cases": [as_document(file)]}) is None


def test_a_case_without_consent_says_so() -> None:
    assert as_document(replace(case_file(), consent=None))["consent"] is None


def test_persons_are_named_by_their_codes_wherever_they_occur() -> None:
    event = {"act_type": ["threats"], "victims": ["p1"], "perpetrators": ["p2"]}
    made = as_document(case_file(persons=PERSONS, events=[event]))
    assert [(each["code"], each["role"]) for each in made["persons"]] == [
        ("P1", "interviewee"),
        ("P2", "perpetrator"),
    ]
    assert made["persons"][0]["answers"]["names"] == [name_of(1)]
    assert made["events"][0]["victims"] == ["P1"]
    assert made["events"][0]["perpetrators"] == ["P2"]


def test_a_missing_answer_keeps_its_reason_and_a_choice_its_kind() -> None:
    answers = {"age": 38, "targeted_group": ["lawyer"], "residence_now": {"missing": "declined"}}
    made = as_document(case_file(answers=answers))["answers"]
    assert made["age"] == 38
    assert made["targeted_group"] == ["lawyer"]
    assert made["residence_now"] == {"missing": "declined"}
    assert list(made) == sorted(made)


def test_the_first_of_several_interviews_speaks_for_the_case() -> None:
    file = case_file(answers={"age": 38})
    later = case_file(answers={"age": 39, "sex": "female"}).interviews
    made = as_document(replace(file, interviews=(*file.interviews, *later)))["answers"]
    assert made["age"] == 38
    assert made["sex"] == "female"


def test_empty_statements_are_left_out() -> None:
    file = case_file(statement="They came early.")
    (said,) = as_document(file)["statements"]
    assert (said["field"], said["text"]) == ("own_words", "They came early.")
    assert said["language"] == "en"
    assert not said["reviewed"]
    empty = tuple(replace(each, text="") for each in file.statements)
    assert as_document(replace(file, statements=empty))["statements"] == []


def test_what_was_agreed_to_is_in_order() -> None:
    file = case_file(consent=consent(acts=["photo", "audio", "notes"]))
    assert as_document(file)["consent"]["acts"] == ["audio", "notes", "photo"]
    assert set(as_document(file)["consent"]["acts"]) <= {act.value for act in Act}
