"""What makes a section of an interview begun, and what makes it done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from intake.domain.answers import NOT_ASKED, Answer
from intake.domain.case import CaseFile
from intake.domain.consent import Consent, IdentityLevel, Use, UseConsent
from intake.domain.event import Event
from intake.domain.ids import CaseId, EventId, PersonId
from intake.domain.person import Person, Role
from intake.gui.i18n import Interpreter
from intake.gui.interview.progress import Progress, progress
from intake.gui.interview.steps import make_steps
from intake.gui.interview.views import CaseView
from intake.services import cases, interviews, records
from intake.services.session import VaultSession

FORM = interviews.form()
OPEN, BEGUN, DONE = Progress.OPEN, Progress.BEGUN, Progress.DONE
Answers = Mapping[str, Answer]


@pytest.fixture
def file(session: VaultSession) -> CaseFile:
    """Return a case that was begun just now, with one more person in it."""
    case_id = interviews.begin(session).file.case.id
    records.add_person(session, case_id, Role.PERPETRATOR)
    found = cases.case_file(session, case_id)
    interview = replace(found.interviews[0], answers={})
    return replace(found, interviews=(interview,))


def state(file: CaseFile, name: str, *, again: bool = False) -> Progress:
    return progress(FORM.section(name), CaseView(file, FORM, "en"), again=again)


def told(file: CaseFile, **answers: Answer) -> CaseFile:
    """Return the case with other answers of its interview."""
    return replace(file, interviews=(replace(file.interviews[0], answers=answers),))


def settled(section: str, *but: str) -> Answers:
    """Return a reason for every question of a section but some."""
    return {q.name: NOT_ASKED for q in FORM.section(section).items if q.name not in but}


def happened(file: CaseFile, *sheets: Answers) -> CaseFile:
    interview = file.interviews[0].id
    return replace(
        file,
        events=tuple(
            Event(EventId(str(place)), interview, place, answers=sheet)
            for place, sheet in enumerate(sheets, 1)
        ),
    )


def test_every_point_of_the_checklist_is_ticked_when_it_is_done(file: CaseFile) -> None:
    points = tuple(FORM.choices["information"].by_name)
    assert state(told(file), "checklist") is OPEN
    assert state(told(file, information_given=Answer(points[:5])), "checklist") is BEGUN
    assert state(told(file, information_given=Answer(points)), "checklist") is DONE
    assert state(told(file, information_given=NOT_ASKED), "checklist") is DONE


def test_questions_are_done_when_each_that_applies_is_answered_or_has_a_reason(
    file: CaseFile,
) -> None:
    assert state(told(file), "prior") is OPEN
    first = Answer("first")  # the question after it does not apply then
    assert state(told(file, earlier_interviews=first), "prior") is DONE
    other = Answer("once")
    begun = told(file, earlier_interviews=other)
    assert state(begun, "prior") is BEGUN
    reason = told(file, earlier_interviews=other, earlier_reference=NOT_ASKED)
    assert state(reason, "prior") is DONE


def test_answers_of_another_record_with_the_same_name_do_not_count(file: CaseFile) -> None:
    assert state(told(file, names=Answer(("Somebody",))), "identity") is OPEN


def test_an_empty_event_is_begun_and_only_whole_events_are_done(file: CaseFile) -> None:
    whole = settled("acts")
    assert state(file, "acts") is OPEN
    assert state(happened(file, {}), "acts") is BEGUN
    assert state(happened(file, settled("acts", "act_date")), "acts") is BEGUN
    assert state(happened(file, whole), "acts") is DONE
    assert state(happened(file, whole, {}), "acts") is BEGUN


def test_somebody_who_was_only_marked_is_not_at_risk(file: CaseFile) -> None:
    assert state(file, "others") is OPEN
    whole = settled("others")
    own, perpetrator = file.persons

    def people(*sheets: Answers) -> CaseFile:
        made = [
            Person(PersonId(str(place)), file.case.id, f"P{place}", Role.RELATIVE, answers=sheet)
            for place, sheet in enumerate(sheets, 3)
        ]
        return replace(file, persons=(own, perpetrator, *made))

    assert state(people({"relation": NOT_ASKED}), "others") is BEGUN
    assert state(people(whole), "others") is DONE
    assert state(people(whole, {"relation": NOT_ASKED}), "others") is BEGUN


def test_a_name_begins_the_identity_and_no_name_ends_it(file: CaseFile) -> None:
    own, *others = file.persons

    def known(answers: Answers) -> CaseFile:
        return replace(file, persons=(replace(own, answers=answers), *others))

    assert state(file, "identity") is OPEN
    assert state(known({"names": Answer(("Vasil",))}), "identity") is BEGUN
    assert state(known(settled("identity", "photo")), "identity") is DONE
    assert state(replace(file, case=replace(file.case, never_name=True)), "identity") is DONE


def test_consent_is_done_when_given_and_again_when_it_stands(file: CaseFile) -> None:
    asked = Consent(uses={Use.ANALYSIS: UseConsent(IdentityLevel.CODE)})
    assert state(replace(file, consent=None), "consent") is OPEN
    assert state(replace(file, consent=asked), "consent") is BEGUN
    given = replace(file, consent=replace(asked, given="2022-05-26"))
    assert state(given, "consent") is DONE
    assert state(given, "consent", again=True) is OPEN
    stands = replace(file, consent=replace(asked, given="2022-05-26", confirmed=True))
    assert state(stands, "consent", again=True) is DONE


def test_the_account_is_done_when_it_is_finished(
    session: VaultSession, case_ids: tuple[CaseId, ...]
) -> None:
    file = cases.case_file(session, case_ids[0])
    assert state(file, "statement") is BEGUN
    final = tuple(replace(found, final=True) for found in file.statements)
    assert state(replace(file, statements=final), "statement") is DONE
    assert state(replace(file, statements=()), "statement") is OPEN


@pytest.mark.parametrize("window", ["en", "be", "ru"])
@pytest.mark.parametrize(
    ("language", "title"), [("en", "asked again"), ("be", "перапытваем"), ("ru", "ещё раз")]
)
def test_a_section_has_a_name_in_the_language_of_the_questions(
    interpreter: Interpreter, window: str, language: str, title: str
) -> None:
    interpreter.speak(window)
    again = next(step for step in make_steps(FORM) if step.again)
    label = FORM.section("consent").label.get(language)
    assert again.title(language).startswith(label)
    assert again.title(language).endswith(title)


def test_a_language_without_a_catalogue_numbers_the_second_time() -> None:
    again = next(step for step in make_steps(FORM) if step.again)
    assert again.title("ka").endswith(" (2)")
