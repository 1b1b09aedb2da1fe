"""Interviews keep what was said, and say no in plain words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from intake.domain.answers import Answer, Missing
from intake.domain.case import CaseFile
from intake.domain.ids import PersonId, StatementId
from intake.domain.marks import Decision, MarkKind, new_mark
from intake.domain.person import Role
from intake.domain.statement import RevisionReason
from intake.errors import UsageError
from intake.services import cases, interviews, marking, records, settings, unfinished
from intake.services.session import VaultSession

TEXT = "They came early. Zubrava Lampa was asleep."


@pytest.fixture
def file(vault_session: VaultSession) -> CaseFile:
    """Return a case that was just begun."""
    return interviews.begin(vault_session, language="en").file


def _own_words(file: CaseFile) -> StatementId:
    return next(found.id for found in file.statements if found.question == "own_words")


def test_a_new_interview_has_a_person_and_empty_statements(file: CaseFile) -> None:
    assert [person.code for person in file.persons] == ["P1"]
    assert {found.question for found in file.statements} >= {"own_words", "translation"}
    assert all(not found.text for found in file.statements)


def test_the_team_s_presets_are_filled_in(vault_session: VaultSession) -> None:
    settings.save(vault_session, settings.Settings(interviewer_code="I7", project="Invented"))
    made = interviews.begin(vault_session).file
    assert made.case.project == "Invented"
    assert made.interviews[0].answers["interviewer_code"] == Answer("I7")


def test_an_answer_is_kept_and_removed(vault_session: VaultSession, file: CaseFile) -> None:
    owner = file.interviews[0].id
    interviews.save_answer(vault_session, file.case.id, owner, "age", Answer(38))
    assert _stored(vault_session, file).interviews[0].answers["age"] == Answer(38)
    declined = Answer(missing=Missing.DECLINED)
    interviews.save_answer(vault_session, file.case.id, owner, "age", declined)
    assert _stored(vault_session, file).interviews[0].answers["age"] == declined
    interviews.save_answer(vault_session, file.case.id, owner, "age", None)
    assert "age" not in _stored(vault_session, file).interviews[0].answers


def _stored(session: VaultSession, file: CaseFile) -> CaseFile:
    return cases.case_file(session, file.case.id)


@pytest.mark.parametrize(
    ("name", "answer"),
    [("no_such_question", Answer("x")), ("age", Answer(400)), ("sex", Answer("no_choice"))],
)
def test_what_does_not_fit_the_form_is_refused(
    vault_session: VaultSession, file: CaseFile, name: str, answer: Answer
) -> None:
    with pytest.raises(UsageError):
        interviews.save_answer(vault_session, file.case.id, file.interviews[0].id, name, answer)


def test_an_answer_of_another_case_is_refused(vault_session: VaultSession, file: CaseFile) -> None:
    other = interviews.begin(vault_session).file
    with pytest.raises(UsageError):
        interviews.save_answer(
            vault_session, file.case.id, other.interviews[0].id, "age", Answer(38)
        )


def test_a_draft_is_kept_with_its_caret(vault_session: VaultSession, file: CaseFile) -> None:
    saved = interviews.save_draft(vault_session, _own_words(file), TEXT, 12)
    found = interviews.statement(vault_session, _own_words(file))
    assert (found.text, found.caret) == (TEXT, 12)
    assert saved.at <= datetime.now(UTC)


def test_marks_move_with_the_text_and_are_pending_where_it_changed(
    vault_session: VaultSession, file: CaseFile
) -> None:
    statement_id = _own_words(file)
    interviews.save_draft(vault_session, statement_id, TEXT, 0)
    start = TEXT.index("Zubrava")
    mark = new_mark(start, start + len("Zubrava Lampa"), MarkKind.PERSON)
    marking.add_mark(vault_session, statement_id, mark)
    changed = TEXT.replace("They", "Four men").replace("Zubrava Lampa", "Zubrava B. Lampa")
    interviews.save_draft(vault_session, statement_id, changed, 0)
    (carried,) = marking.marks(vault_session, statement_id)
    assert changed[carried.start : carried.end] == "Zubrava B. Lampa"
    assert carried.decision is Decision.PENDING


def test_a_mark_beyond_the_text_is_refused(vault_session: VaultSession, file: CaseFile) -> None:
    with pytest.raises(UsageError):
        marking.add_mark(vault_session, _own_words(file), new_mark(0, 9, MarkKind.OTHER))


def test_a_mark_can_be_removed(vault_session: VaultSession, file: CaseFile) -> None:
    statement_id = _own_words(file)
    interviews.save_draft(vault_session, statement_id, TEXT, 0)
    mark = new_mark(0, 4, MarkKind.OTHER)
    marking.add_mark(vault_session, statement_id, mark)
    marking.remove_mark(vault_session, statement_id, mark.id)
    assert marking.marks(vault_session, statement_id) == ()


def test_ten_minutes_of_editing_freeze_a_revision(
    vault_session: VaultSession, file: CaseFile
) -> None:
    statement_id = _own_words(file)
    interviews.save_draft(vault_session, statement_id, "a", 1)
    assert vault_session.store.statements.revisions(statement_id) == ()
    vault_session.editing_since[statement_id] -= timedelta(minutes=11)
    interviews.save_draft(vault_session, statement_id, "ab", 2)
    (revision,) = vault_session.store.statements.revisions(statement_id)
    assert (revision.text, revision.reason) == ("ab", RevisionReason.TEN_MINUTES)


def test_locking_freezes_what_was_edited(vault_session: VaultSession, file: CaseFile) -> None:
    interviews.save_draft(vault_session, _own_words(file), TEXT, 1)
    interviews.freeze_edited(vault_session)
    (revision,) = vault_session.store.statements.revisions(_own_words(file))
    assert revision.reason is RevisionReason.LOCKED
    assert not vault_session.editing_since


def test_a_final_statement_is_reopened_on_purpose_only(
    vault_session: VaultSession, file: CaseFile
) -> None:
    statement_id = _own_words(file)
    interviews.save_draft(vault_session, statement_id, TEXT, 1)
    interviews.set_final(vault_session, statement_id, final=True)
    with pytest.raises(UsageError):
        interviews.save_draft(vault_session, statement_id, "other", 1)
    interviews.set_final(vault_session, statement_id, final=False)
    interviews.save_draft(vault_session, statement_id, "other", 1)
    interviews.freeze_edited(vault_session)
    texts = [found.text for found in vault_session.store.statements.revisions(statement_id)]
    assert texts == [TEXT, "other"]


def test_codes_of_removed_persons_are_not_given_out_again(
    vault_session: VaultSession, file: CaseFile
) -> None:
    second, _ = records.add_person(vault_session, file.case.id, Role.RELATIVE)
    records.remove_person(vault_session, second.id)
    third, _ = records.add_person(vault_session, file.case.id, Role.WITNESS)
    assert (second.code, third.code) == ("P2", "P3")
    records.restore_person(vault_session, second)
    records.set_role(vault_session, second.id, Role.OTHER)
    roles = {p.code: p.role for p in _stored(vault_session, file).persons}
    assert roles == {"P1": Role.INTERVIEWEE, "P2": Role.OTHER, "P3": Role.WITNESS}


def test_events_are_linked_removed_and_put_back(
    vault_session: VaultSession, file: CaseFile
) -> None:
    event, _ = records.add_event_to_case(vault_session, file.case.id)
    person = PersonId(file.persons[0].id)
    records.link_persons(vault_session, event.id, victims=(person,), perpetrators=())
    interviews.save_answer(vault_session, file.case.id, event.id, "act_date", Answer("2020-08"))
    (kept,) = _stored(vault_session, file).events
    records.remove_event(vault_session, event.id)
    assert _stored(vault_session, file).events == ()
    records.restore_event(vault_session, kept)
    assert _stored(vault_session, file).events == (kept,)
    assert kept.victims == (person,)


def test_never_name_removes_names_and_refuses_new_ones(
    vault_session: VaultSession, file: CaseFile
) -> None:
    person = file.persons[0].id
    names = Answer(("Zubrava Lampa",))
    interviews.save_answer(vault_session, file.case.id, person, "names", names)
    records.set_never_name(vault_session, file.case.id, never=True)
    assert "names" not in _stored(vault_session, file).persons[0].answers
    with pytest.raises(UsageError):
        interviews.save_answer(vault_session, file.case.id, person, "names", names)
    records.set_never_name(vault_session, file.case.id, never=False)
    interviews.save_answer(vault_session, file.case.id, person, "names", names)


def test_stopping_keeps_everything(vault_session: VaultSession, file: CaseFile) -> None:
    interviews.save_draft(vault_session, _own_words(file), TEXT, 1)
    interviews.stop_case(vault_session, file.case.id)
    stored = _stored(vault_session, file)
    assert stored.interviews[0].stopped is not None
    assert interviews.statement(vault_session, _own_words(file)).text == TEXT


def test_the_language_of_a_statement_is_kept(vault_session: VaultSession) -> None:
    found = interviews.begin(vault_session, language="en").file.statements[0]
    interviews.set_language(vault_session, found.id, "be")
    assert interviews.statement(vault_session, found.id).language == "be"


def test_what_was_typed_about_a_removed_record_goes_with_it(vault_session: VaultSession) -> None:
    case_id = interviews.begin(vault_session).file.case.id
    person, _ = records.add_person(vault_session, case_id, Role.WITNESS)
    event, _ = records.add_event_to_case(vault_session, case_id)
    rest = {f"{case_id}/project": "x"}
    texts = {f"{person.id}/birth_date": "about", f"{event.id}/act_date": "then", **rest}
    unfinished.keep(vault_session, case_id, texts)
    records.remove_person(vault_session, person.id)
    records.remove_event(vault_session, event.id)
    assert unfinished.of_case(vault_session, case_id) == rest
    with pytest.raises(KeyError):
        records.remove_person(vault_session, person.id)
