"""The interchange is read whole or refused with line and key, and never by repeating a value."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.answers import Answer, Missing
from intake.domain.case import CaseFile, CaseStatus
from intake.domain.consent import Act, Decider, HowGiven, IdentityLevel, RecipientGroup, Use
from intake.domain.ids import check_character, is_case_code
from intake.domain.person import Role
from intake.domain.text import REPLACEMENT
from intake.errors import InputFileError, UsageError
from intake.services import interchange
from intake.services.interchange import InterchangeReader, count_lines
from intake.services.interchange_case import CaseMaker, FlawError
from intake.services.interviews import form
from tests.unit.services.making import case_file, consent, document, uses, write_lines

SECRET = "Zubrava Tajnaja"
CODE = "ABCDEFG" + check_character("ABCDEFG")
SEVERAL = {"act_type": ["arbitrary_arrest", "torture", "torture"], "act_date": "2020-08"}


def _read(path: Path, *taken: str) -> list[CaseFile]:
    return list(InterchangeReader(form(), frozenset(taken)).read(path))


def _read_bytes(tmp_path: Path, content: bytes) -> list[CaseFile]:
    path = tmp_path / "in.jsonl"
    path.write_bytes(content)
    return _read(path)


def _line(**changes: Any) -> bytes:
    return json.dumps(document(**changes)).encode() + b"\n"


def _refused(tmp_path: Path, content: bytes) -> InputFileError:
    with pytest.raises(InputFileError) as caught:
        _read_bytes(tmp_path, content)
    assert SECRET not in str(caught.value)
    return caught.value


def _key(tmp_path: Path, **changes: Any) -> str:
    error = _refused(tmp_path, _line() + _line(**changes))
    assert error.parameters["line"] == 2
    return str(error.parameters["key"])


def _own(file: CaseFile) -> dict[str, Answer]:
    return dict(file.interviews[0].answers)


# -- what is taken over ---------------------------------------------------------------------------


def _documented_case() -> CaseFile:
    return case_file(
        code=None,
        interview={"date": "2022-05-26", "mode": "in_person", "country": "GE", "city": "Batumi"},
        persons=[
            {
                "ref": "p1",
                "role": "interviewee",
                "names": [SECRET],
                "aliases": ["Zuba"],
                "phones": ["+375 29 000 00 17"],
                "emails": [],
                "documents": [],
                "birth_date": "1984-03",
                "sex": "female",
                "citizenships": ["BY"],
                "occupation": "keeper of an invented lighthouse",
                "in_danger": True,
            },
            {"ref": "p2", "role": "relative", "relation": "mother", "sex": "female"},
        ],
        answers={
            "targeted_group": ["lawyer"],
            "age": 38,
            "left_on": "2021-07",
            "residence_now": {"missing": "declined"},
            "tags": ["own tag"],
        },
        events=[
            {
                "act_type": ["arbitrary_arrest"],
                "act_date": "2020-08-11/2020-08-14",
                "institution": ["gubopik"],
                "victims": ["p1", "p1"],
                "perpetrators": [],
            }
        ],
    )


def test_the_documented_case_is_read_as_it_is_meant() -> None:
    file = _documented_case()
    first, second = file.persons
    assert (first.code, first.role, second.code) == ("P1", Role.INTERVIEWEE, "P2")
    assert first.texts("names") == (SECRET,)
    assert first.answers["birth_date"] == Answer("1984-03")
    assert first.answers["in_danger"] == Answer("yes")
    assert second.answers == {"relation": Answer("mother"), "sex": Answer("female")}
    answers = _own(file)
    assert answers["interview_date"] == Answer("2022-05-26")
    assert answers["interview_language"] == Answer("en")
    assert answers["sex"] == Answer("female")
    assert answers["citizenships"] == Answer(("BY",))
    assert answers["occupation_text"] == Answer("keeper of an invented lighthouse")
    assert answers["residence_now"] == Answer(missing=Missing.DECLINED)
    assert file.case.answers == {"tags": Answer(("own tag",))}
    assert (file.case.project, file.case.status) == ("Invented 2022", CaseStatus.FINALISED)
    (event,) = file.events
    assert event.victims == (first.id,)
    assert event.answers["act_date"] == Answer("2020-08-11/2020-08-14")
    own = next(each for each in file.statements if each.question == "own_words")
    assert (own.language, own.final, own.is_reviewed) == ("en", True, False)


def test_all_of_a_consent_is_kept() -> None:
    given = {
        "level": "full",
        "recipients": ["un", "court"],
        "until": "2030-01-31",
        "embargo": "2022-02-28",
        "withhold": ["age", "needs.need"],
        "conditions": "Ask me.",
    }
    found = case_file(
        consent=consent(
            how="recorded",
            decided_by="guardian",
            language="be",
            text_version="2",
            acts=["notes", "audio"],
            uses={"un_mechanisms": given},
            confirmed=True,
            note="Not my village.",
            withdrawn={"day": "2022-06-01", "what": ["media"], "erase": False},
        )
    ).consent
    assert found is not None
    assert (found.how, found.decided_by) == (HowGiven.RECORDED, Decider.GUARDIAN)
    assert (found.language, found.text_version, found.confirmed) == ("be", "2", True)
    assert found.acts == {Act.NOTES, Act.AUDIO}
    assert found.withhold_note == "Not my village."
    assert found.withdrawn is not None
    assert found.withdrawn.what == {Use.MEDIA}
    use = found.uses[Use.UN_MECHANISMS]
    assert (use.level, use.until, use.embargo) == (IdentityLevel.FULL, "2030-01-31", "2022-02-28")
    assert use.recipients == {RecipientGroup.UN, RecipientGroup.COURT}
    assert use.withhold == {"age", "needs.need"}
    assert use.conditions == "Ask me."


def test_one_event_has_one_act() -> None:
    file = case_file(events=[SEVERAL, {}])
    acts = [event.answers.get("act_type") for event in file.events]
    assert acts == [Answer("arbitrary_arrest"), Answer("torture"), None]
    assert [event.ordinal for event in file.events] == [1, 2, 3]


def test_a_case_with_a_statement_alone_has_an_interviewee() -> None:
    made = CaseMaker(form(), set()).case({"statement": "They came early."})
    assert [person.code for person in made.persons] == ["P1"]
    assert made.consent is None
    assert is_case_code(made.case.code)


def test_without_an_interviewee_the_others_keep_their_numbers() -> None:
    file = case_file(persons=[{"ref": "w", "role": "witness", "names": ["A B"]}], events=[])
    assert [(p.code, p.role) for p in file.persons] == [
        ("P1", Role.INTERVIEWEE),
        ("P2", Role.WITNESS),
    ]


@pytest.mark.parametrize("answers", [{}, {"project": "Own project"}])
def test_the_project_may_stand_in_either_place(answers: dict[str, Any]) -> None:
    file = case_file(project="" if answers else "Own project", answers=answers)
    assert file.case.project == "Own project"


def test_an_occupation_of_the_list_is_a_choice() -> None:
    persons = [{"ref": "p1", "role": "interviewee", "occupation": "lawyer"}]
    assert _own(case_file(persons=persons))["occupation"] == Answer("lawyer")


@pytest.mark.parametrize(
    ("withdrawn", "status"),
    [
        ("2022-06-01", CaseStatus.WITHDRAWN),
        ({"day": "2022-06-01"}, CaseStatus.WITHDRAWN),
        ({"day": "2022-06-01", "what": ["media"], "erase": True}, CaseStatus.WITHDRAWN),
        ({"day": "2022-06-01", "what": ["media"]}, CaseStatus.FINALISED),
        (None, CaseStatus.FINALISED),
    ],
)
def test_who_has_withdrawn_everything_is_a_withdrawn_case(
    withdrawn: object, status: CaseStatus
) -> None:
    assert case_file(consent=consent(withdrawn=withdrawn)).case.status is status


def test_text_keeps_every_character_that_can_be_kept(tmp_path: Path) -> None:
    text = "a\x00b\ud800c\r\nd\u2028e\ufeff 👩\u200d👧 и\u0306"
    content = json.dumps({"statement": text, "project": "p"}).encode()
    (file,) = _read_bytes(tmp_path, content)
    own = next(each.text for each in file.statements if each.text)
    assert own == f"a{REPLACEMENT}b{REPLACEMENT}c\nd\ne\ufeff 👩\u200d👧 и\u0306"


def test_a_statement_of_five_megabytes_is_taken(tmp_path: Path) -> None:
    text = "Яны, прыйшлі [рана]. " * 250_000
    content = json.dumps({"statement": text}, ensure_ascii=False).encode()
    assert len(content) > 5_000_000
    (file,) = _read_bytes(tmp_path, content)
    assert max(len(each.text) for each in file.statements) == len(text)


# -- lines ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "around",
    [
        lambda line: b"\xef\xbb\xbf" + line,
        lambda line: line.replace(b"\n", b"\r\n"),
        lambda line: b"\n\r\n  \n" + line + b"\n\n",
        lambda line: line.rstrip(b"\n"),
    ],
)
def test_marks_and_empty_lines_of_editors_do_not_matter(
    tmp_path: Path, around: Callable[[bytes], bytes]
) -> None:
    assert len(_read_bytes(tmp_path, around(_line()))) == 1


def test_empty_lines_count(tmp_path: Path) -> None:
    assert _refused(tmp_path, b"\n\n" + _line(unheard=1)).parameters["line"] == 3


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "not one JSON object"),
        (b"[]", "not one JSON object"),
        (b"null", "not one JSON object"),
        (b'"text"', "not one JSON object"),
        (b"{} {}", "not one JSON object"),
        (b'{"statement": "x"', "not one JSON object"),
        (b'{"statement": NaN}', "not the kind of value"),
        (b'{"answers": {"age": 1e400}}', "number"),
        (b'{"answers": {"age": ' + b"9" * 5000 + b"}}", "not one JSON object"),
        (b'{"statement": "\xff"}', "not UTF-8"),
        (b'{"statement": "\xed\xa0\x80"}', "not UTF-8"),
        ('{"statement": "x"}'.encode("utf-16"), "not UTF-8"),
        (b"\xef\xbb\xbf" + b'{"statement": "x"}', "not one JSON object"),
        (b"{" * 100_000, "not one JSON object"),
        (b'{"answers": ' + b"[" * 900 + b"]" * 900 + b"}", "nested too deep"),
        (b'{"answers": ' + b'{"a":' * 30 + b"1" + b"}" * 31, "nested too deep"),
        (b'{"answers": [' + b"0," * 200_000 + b"0]}", "too many values"),
        (b'{"answers": [' + b"0," * 2_000_001 + b"0]}", "too many values"),
    ],
)
def test_a_line_that_is_no_case_is_told_at_once(tmp_path: Path, line: bytes, reason: str) -> None:
    error = _refused(tmp_path, _line() + line + b"\n")
    assert error.parameters["line"] == 2
    assert reason in str(error)


def test_a_line_without_an_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(interchange, "LONGEST_LINE", 1000)
    assert "longer than" in str(_refused(tmp_path, _line() + b"x" * 5000))


@pytest.mark.parametrize("content", [b"", b"\n", b"  \r\n\n", b"\xef\xbb\xbf"])
def test_a_blank_file_is_no_import(tmp_path: Path, content: bytes) -> None:
    assert _refused(tmp_path, content).parameters["line"] == 1


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none"):
        with pytest.raises(UsageError):
            _read(path)


def test_lines_are_counted_where_that_can_be_done(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "in.jsonl", document(1), document(2))
    assert count_lines(path) == 2
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    assert count_lines(path) == 2
    path.write_bytes(b"")
    assert count_lines(path) == 0
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert count_lines(pipe) == 0


def test_a_file_that_may_not_be_counted_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "is_file", forbidden)
    with pytest.raises(UsageError):
        count_lines(tmp_path)


# -- keys and values ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"unheard_of": SECRET}, "unheard_of"),
        ({"consent": consent(unheard_of=SECRET)}, "consent.unheard_of"),
        ({"consent": consent(given=SECRET)}, "consent.given"),
        ({"consent": consent(given="2022-13-01")}, "consent.given"),
        ({"consent": consent(given="20220501")}, "consent.given"),
        ({"consent": consent(withdrawn="2022-02-30")}, "consent.withdrawn"),
        ({"consent": consent(withdrawn={"day": "2022-02-30"})}, "consent.withdrawn"),
        ({"consent": consent(withdrawn={})}, "consent.withdrawn.day"),
        ({"consent": uses(media={})}, "consent.uses.media.level"),
        ({"consent": uses(media={"level": SECRET})}, "consent.uses.media.level"),
        ({"consent": uses(gossip={"level": "code"})}, "consent.uses.gossip"),
        (
            {"consent": uses(media={"level": "code", "until": "2022-02-30"})},
            "consent.uses.media.until",
        ),
        (
            {"consent": uses(media={"level": "code", "embargo": "2022-00-01"})},
            "consent.uses.media.embargo",
        ),
        (
            {"consent": uses(media={"level": "code", "withhold": [SECRET]})},
            "consent.uses.media.withhold",
        ),
        (
            {"consent": uses(media={"level": "code", "recipients": ["press"]})},
            "consent.uses.media.recipients[0]",
        ),
        ({"interview": {"unheard_of": SECRET}}, "interview.unheard_of"),
        ({"interview": {"date": SECRET}}, "interview.date"),
        ({"interview": {"mode": SECRET}}, "interview.mode"),
        ({"interview": {"date": "2022", "interview_date": "2021"}}, "interview_date"),
        ({"answers": {"unheard_of": SECRET}}, "answers.unheard_of"),
        ({"answers": {"age": SECRET}}, "answers.age"),
        ({"answers": {"age": -1}}, "answers.age"),
        ({"answers": {"age": True}}, "answers.age"),
        ({"answers": {"sex": {"missing": SECRET}}}, "answers.sex.missing"),
        ({"answers": {"own_words": SECRET}}, "answers.own_words"),
        ({"answers": {"names": [SECRET]}}, "answers.names"),
        ({"answers": {"tags": [SECRET, SECRET]}}, "answers.tags"),
        ({"answers": {"project": "Another"}}, "answers.project"),
        ({"answers": {"interview_date": "2001-01-01"}}, "answers.interview_date"),
        ({"project": "a\x00"}, "project"),
        ({"project": "\ud800"}, "project"),
        ({"language": "en\x1b[2J"}, "language"),
        ({"language": "Voronaaaa-Pestraaak"}, "language"),
        ({"language": "375291110001"}, "language"),
        ({"language": "x-Pestrak"}, "language"),
        ({"language": "en-x-Pestrak"}, "language"),
        ({"statement": 5}, "statement"),
        ({"code": SECRET}, "code"),
        ({"code": "AAAA-AAAA"}, "code"),
        ({"events": [{"unheard_of": SECRET}]}, "events[0].unheard_of"),
        ({"events": [{"act_type": [SECRET]}]}, "events[0].act_type"),
        ({"events": [{"act_date": "yesterday"}]}, "events[0].act_date"),
        ({"events": [{"victims": ["p9"]}]}, "events[0].victims"),
        ({"events": [{"perpetrators": ["p9"]}]}, "events[0].perpetrators"),
        ({"events": [{}] * 1001}, "events"),
        ({"persons": [{"ref": "p1"}]}, "persons[0].role"),
        ({"persons": [{"ref": SECRET, "role": "other"}]}, "persons[0].ref"),
        ({"persons": [{"ref": "p1", "role": "boss"}]}, "persons[0].role"),
        ({"persons": [{"ref": "a", "role": "other", "nmaes": [SECRET]}]}, "persons[0].nmaes"),
        ({"persons": [{"ref": "a", "role": "other", "names": ["x\x00"]}]}, "persons[0].names"),
        ({"persons": [{"ref": "a", "role": "other", "names": [SECRET] * 2}]}, "persons[0].names"),
        ({"persons": [{"ref": "p1", "role": "interviewee", "sex": SECRET}]}, "persons[0].sex"),
        (
            {"persons": [{"ref": "p1", "role": "interviewee", "citizenships": ["ZZ"]}]},
            "persons[0].citizenships",
        ),
        ({"persons": [{"ref": "a", "role": "other"}] * 2}, "persons"),
        (
            {"persons": [{"ref": ref, "role": "interviewee"} for ref in ("p1", "p2")]},
            "persons",
        ),
    ],
)
def test_what_does_not_fit_is_told_by_its_key(
    tmp_path: Path, changes: dict[str, Any], key: str
) -> None:
    assert _key(tmp_path, **changes) == key


def test_an_answer_that_contradicts_a_person_is_refused(tmp_path: Path) -> None:
    persons = [{"ref": "p1", "role": "interviewee", "sex": "female"}]
    assert _key(tmp_path, persons=persons, answers={"sex": "male"}) == "answers.sex"
    assert len(_read_bytes(tmp_path, _line(persons=persons, answers={"sex": "female"}))) == 1


def test_a_case_needs_a_statement_or_answers(tmp_path: Path) -> None:
    error = _refused(tmp_path, b'{"project": "p"}')
    assert error.parameters["key"] == "statement"
    assert len(_read_bytes(tmp_path, b'{"statement": ""}\n{"answers": {}}')) == 2


@pytest.mark.parametrize(
    "content",
    [
        b'{"statement": "x", "statement": "y"}',
        b'{"answers": {"age": 1, "age": 2, "sex": "female"}}',
    ],
)
def test_a_key_that_is_there_twice_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    error = _refused(tmp_path, content)
    assert error.parameters["key"] in {"statement", "age"}
    assert "twice" in str(error)


def test_the_key_in_a_message_can_harm_no_terminal(tmp_path: Path) -> None:
    key = "\x1b[2J\u202e\ud800" + "x" * 500
    told = str(_refused(tmp_path, _line(**{key: 1})))
    assert "\x1b" not in told
    assert "\u202e" not in told
    assert "\ud800" not in told
    assert len(told) < 250


@given(st.binary(max_size=200) | st.text(alphabet='{}[]":,\\u d8e1', max_size=60).map(str.encode))
def test_any_bytes_are_an_object_or_refused(content: bytes) -> None:
    try:
        document = interchange._parse(content, is_first=True)
    except FlawError:
        return
    assert {"statement", "answers"} & document.keys()


# -- codes ----------------------------------------------------------------------------------------


def test_a_code_is_kept_in_the_form_in_which_codes_are_written() -> None:
    assert case_file(code=CODE.lower()).case.code == f"{CODE[:4]}-{CODE[4:]}"


@pytest.mark.parametrize("known", [CODE, f"{CODE[:4]}-{CODE[4:]}"])
def test_a_code_that_exists_is_refused(tmp_path: Path, known: str) -> None:
    path = write_lines(tmp_path / "in.jsonl", document(code=CODE))
    with pytest.raises(InputFileError, match="exists"):
        _read(path, known)
    twice = write_lines(tmp_path / "twice.jsonl", document(code=CODE), document(code=known))
    with pytest.raises(InputFileError, match="Line 2, code"):
        _read(twice)


def test_a_new_code_is_drawn_again_when_it_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = iter([f"{CODE[:4]}-{CODE[4:]}", "2222-2222"])
    monkeypatch.setattr("intake.services.interchange_case.new_case_code", lambda: next(drawn))
    monkeypatch.setattr("intake.services.interchange_case.is_case_code", lambda _: True)
    reader = InterchangeReader(form(), frozenset({CODE}))
    assert reader._maker.case(document()).case.code == "2222-2222"


# -- how much one case holds ----------------------------------------------------------------------


def _persons(number: int, names: int, length: int) -> list[dict[str, Any]]:
    return [
        {
            "ref": f"p{each}",
            "role": "relative",
            "names": [f"{each} {n} ".ljust(length, "a") for n in range(names)],
        }
        for each in range(number)
    ]


LONG = {"act_type": ["arbitrary_arrest", "torture"], "act_description": "a" * 19_000}


@pytest.mark.parametrize(
    ("changes", "key", "reason"),
    [
        ({"persons": _persons(201, 1, 10)}, "persons", "no more than 200 fit here"),
        ({"persons": _persons(1, 31, 10)}, "persons[0].names", "no more than 30 fit here"),
        (
            {"persons": _persons(2, 2, 201)},
            "persons[1].names[1]",
            "no more than 200 characters fit here",
        ),
        (
            {"persons": _persons(200, 3, 200)},
            "persons",
            "no more than 100000 characters fit here in all",
        ),
        (
            {"events": [{"act_type": ["arbitrary_arrest", "torture"]}] * 501},
            "events",
            "no more than 1000 fit here, one for each act",
        ),
        (
            {
                "persons": _persons(200, 0, 0),
                "events": [
                    {
                        "act_type": ["arbitrary_arrest", "torture"],
                        "victims": [f"p{each}" for each in range(200)],
                    }
                ]
                * 51,
            },
            "events",
            "no more than 20000 victims and perpetrators fit here",
        ),
        (
            {"events": [LONG] * 60},
            "events",
            "no more than 2000000 characters fit in one case",
        ),
        (
            {"interview": {f"question_{each}": "a" * 20_000 for each in range(101)}},
            "interview",
            "no more than 2000000 characters fit in one case",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_case_that_holds_too_much_is_refused_with_line_and_key(
    tmp_path: Path, changes: dict[str, Any], key: str, reason: str
) -> None:
    error = _refused(tmp_path, _line() + _line(**changes))
    told = error.parameters
    assert (told["line"], told["key"], told["reason"]) == (2, key, reason)


def test_a_large_case_is_read_all_the_same(tmp_path: Path) -> None:
    text = "They came early. " * 300_000
    content = _line(persons=_persons(200, 2, 200), statement=text)
    assert len(content) > 5_000_000
    (file,) = _read_bytes(tmp_path, content)
    assert len(file.persons) == 201
    assert {each.text for each in file.statements} == {text, ""}
