"""The review decides everything before a text may leave, and never forgets a decision."""

from __future__ import annotations

from dataclasses import replace

import pytest

from intake.domain.answers import Answer
from intake.domain.case import CaseFile
from intake.domain.ids import MarkId, StatementId
from intake.domain.marks import Decision, Mark, MarkKind
from intake.errors import PendingReviewError, RefusedError, UsageError
from intake.services import cases, everywhere, interviews, looking, review, settings
from intake.services.everywhere import Taken
from intake.services.proposals import VAULT, propose
from intake.services.review import Was
from intake.services.session import VaultSession

TEXT = "They came early on 12 May 2021. Zubrava Lampa was asleep, and Zubrava Lampa was taken away."


@pytest.fixture
def statement_id(vault_session: VaultSession) -> StatementId:
    """Return a statement that names its interviewee twice."""
    file = interviews.begin(vault_session, language="en").file
    names = Answer(("Zubrava Lampa",))
    interviews.save_answer(vault_session, file.case.id, file.persons[0].id, "names", names)
    found = next(s.id for s in file.statements if s.question == "own_words")
    interviews.save_draft(vault_session, found, TEXT, 0)
    return found


def _case(session: VaultSession, statement_id: StatementId) -> CaseFile:
    return cases.case_file(session, session.store.statements.case_of(statement_id))


def _put_back(
    session: VaultSession, statement_id: StatementId, marks: tuple[Mark, ...], text: str
) -> None:
    before = {statement_id: tuple(Was.of(mark, text) for mark in marks)}
    everywhere.take_back(session, before, Taken())


def _ids(marks: tuple[Mark, ...]) -> tuple[MarkId, ...]:
    return tuple(mark.id for mark in marks)


def test_the_recorded_name_is_proposed_wherever_it_stands(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    state = review.open_statement(vault_session, statement_id)
    named = [TEXT[m.start : m.end] for m in state.marks if m.kind is MarkKind.PERSON]
    assert named == ["Zubrava Lampa", "Zubrava Lampa"]
    assert all(mark.decision is Decision.PENDING for mark in state.marks)


def test_pending_marks_are_masked_in_the_preview(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    shown = review.preview(review.open_statement(vault_session, statement_id))
    assert "Zubrava" not in shown.text
    assert shown.text.count("[P1, interviewee]") == 2
    assert [shown.text[s.start : s.end] for s in shown.places].count("[P1, interviewee]") == 2


def test_looking_again_keeps_ids_and_decisions(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    first = review.open_statement(vault_session, statement_id)
    date = next(m for m in first.marks if m.kind is MarkKind.DATE)
    review.decide(vault_session, statement_id, (date.id,), Decision.KEEP)
    again = review.open_statement(vault_session, statement_id)
    assert _ids(again.marks) == _ids(first.marks)
    assert again.marks[0].decision is Decision.KEEP


def _date(marks: tuple[Mark, ...]) -> Mark:
    return next(mark for mark in marks if mark.kind is MarkKind.DATE)


def test_a_kept_word_stays_in_the_preview(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    date = _date(review.open_statement(vault_session, statement_id).marks)
    review.decide(vault_session, statement_id, (date.id,), Decision.KEEP)
    shown = review.preview(review.state(vault_session, statement_id))
    assert "12 May 2021" in shown.text


def test_a_name_of_the_case_cannot_be_kept(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    state = review.open_statement(vault_session, statement_id)
    person = next(m for m in state.marks if m.kind is MarkKind.PERSON)
    with pytest.raises(RefusedError, match="stay hidden"):
        review.decide(vault_session, statement_id, (person.id,), Decision.KEEP)
    assert review.state(vault_session, statement_id).marks == state.marks


def test_a_common_word_that_is_a_name_may_be_kept(vault_session: VaultSession) -> None:
    text = "Her faith was all she had left, she told us."
    found = _statement_with(vault_session, text, name="Faith Lampa")
    word = next(
        m
        for m in review.open_statement(vault_session, found).marks
        if text[m.start : m.end] == "faith"
    )
    review.decide(vault_session, found, (word.id,), Decision.KEEP)
    assert "faith" in review.preview(review.state(vault_session, found)).text


def _statement_with(session: VaultSession, text: str, name: str) -> StatementId:
    file = interviews.begin(session, language="en").file
    interviews.save_answer(session, file.case.id, file.persons[0].id, "names", Answer((name,)))
    found = next(s.id for s in file.statements if s.question == "own_words")
    interviews.save_draft(session, found, text, 0)
    return found


def test_somebody_of_another_case_is_proposed_and_stays_hidden(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    settings.save(vault_session, settings.Settings(redaction_profile="none"))
    text = "a man called bublikevich stood there"
    found = _statement_with(vault_session, text, name="Somebody Else")
    assert review.open_statement(vault_session, found).marks == ()
    _statement_with(vault_session, "Nothing.", name="Zmicier Bublikevich")
    (mark,) = review.open_statement(vault_session, found).marks
    assert (mark.source, text[mark.start : mark.end]) == (VAULT, "bublikevich")
    with pytest.raises(RefusedError):
        review.decide(vault_session, found, (mark.id,), Decision.KEEP)
    with pytest.raises(PendingReviewError):
        review.complete(vault_session, found)
    review.decide(vault_session, found, (mark.id,), Decision.MASK)
    review.complete(vault_session, found)
    assert review.state(vault_session, found).statement.is_reviewed


def test_a_decision_to_keep_falls_when_the_word_turns_out_to_be_a_name(
    vault_session: VaultSession,
) -> None:
    text = "We met Bublikevich there."
    found = _statement_with(vault_session, text, name="Somebody Else")
    state = review.open_statement(vault_session, found)
    review.decide(vault_session, found, _ids(state.marks), Decision.KEEP)
    review.complete(vault_session, found)
    _statement_with(vault_session, "Nothing.", name="Zmicier Bublikevich")
    again = review.open_statement(vault_session, found)
    assert "Bublikevich" not in review.preview(again).text
    with pytest.raises(PendingReviewError):
        review.complete(vault_session, found)


def test_a_review_with_undecided_marks_cannot_be_finished(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    review.open_statement(vault_session, statement_id)
    with pytest.raises(PendingReviewError):
        review.complete(vault_session, statement_id)


def test_a_finished_review_holds_until_the_text_changes(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    state = review.open_statement(vault_session, statement_id)
    review.decide(vault_session, statement_id, _ids(state.marks), Decision.MASK)
    review.complete(vault_session, statement_id)
    assert review.state(vault_session, statement_id).statement.is_reviewed
    assert review.queue(vault_session) == ()
    interviews.save_draft(vault_session, statement_id, TEXT + " Then silence.", 0)
    assert not review.state(vault_session, statement_id).statement.is_reviewed
    assert len(review.queue(vault_session)) == 1


def test_a_mark_by_hand_is_masked_at_once_and_survives_another_look(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    person = _case(vault_session, statement_id).persons[0].id
    span = (TEXT.index("early"), TEXT.index("early") + 5)
    mark, _ = review.add_mark(vault_session, statement_id, span, MarkKind.OTHER, person)
    state = review.open_statement(vault_session, statement_id)
    assert mark in state.marks
    assert "early" not in review.preview(state).text


def test_a_mark_outside_the_text_is_refused(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    with pytest.raises(UsageError):
        review.add_mark(vault_session, statement_id, (5, 5), MarkKind.OTHER)
    with pytest.raises(UsageError):
        review.add_mark(vault_session, statement_id, (0, 10_000), MarkKind.OTHER)


def test_the_kind_can_be_corrected(vault_session: VaultSession, statement_id: StatementId) -> None:
    state = review.open_statement(vault_session, statement_id)
    first = state.marks[0]
    review.decide(vault_session, statement_id, (first.id,), Decision.PENDING, kind=MarkKind.PLACE)
    assert review.state(vault_session, statement_id).marks[0].kind is MarkKind.PLACE


def test_marks_that_are_gone_stay_gone_when_decisions_are_put_back(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    state = review.open_statement(vault_session, statement_id)
    interviews.save_draft(vault_session, statement_id, "", 0)
    _put_back(vault_session, statement_id, state.marks, state.statement.text)
    assert review.state(vault_session, statement_id).marks == ()


def test_a_decision_is_not_put_back_over_words_that_grew(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    state = review.open_statement(vault_session, statement_id)
    mark = next(m for m in state.marks if m.kind is MarkKind.PERSON)
    kept = tuple(replace(m, decision=Decision.KEEP) if m is mark else m for m in state.marks)
    text = state.statement.text
    interviews.save_draft(
        vault_session, statement_id, text[: mark.end] + "son" + text[mark.end :], 0
    )
    _put_back(vault_session, statement_id, kept, text)
    (now,) = (m for m in review.state(vault_session, statement_id).marks if m.id == mark.id)
    assert (now.decision, now.end - now.start) == (
        Decision.PENDING,
        mark.end - mark.start + 3,
    )


def test_a_decision_is_not_put_back_over_words_that_replaced_others(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    state = review.open_statement(vault_session, statement_id)
    shown = tuple(replace(mark, decision=Decision.KEEP) for mark in state.marks)
    interviews.save_draft(vault_session, statement_id, "Nothing", 0)
    _put_back(vault_session, statement_id, shown, TEXT)
    marks = review.state(vault_session, statement_id).marks
    assert {mark.decision for mark in marks} == {Decision.PENDING}
    assert not {mark.id for mark in marks} & {mark.id for mark in state.marks}


def test_a_decision_is_not_put_back_over_other_words_of_the_same_length(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    state = review.open_statement(vault_session, statement_id)
    mark = next(m for m in state.marks if m.kind is MarkKind.PERSON)
    shown = (replace(mark, decision=Decision.KEEP),)
    text = TEXT.replace("Zubrava", "Bublika", 1)
    interviews.save_draft(vault_session, statement_id, text, 0)
    _put_back(vault_session, statement_id, shown, TEXT)
    for now in review.state(vault_session, statement_id).marks:
        assert now.decision is Decision.PENDING


def test_what_is_written_into_a_looked_at_text_is_looked_at_at_once(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    first = review.open_statement(vault_session, statement_id)
    review.decide(vault_session, statement_id, _ids(first.marks), Decision.MASK)
    review.complete(vault_session, statement_id)
    added = "\nThen somebody rang +375 29 123 45 67 for Zubrava.\nNobody answered."
    interviews.save_draft(vault_session, statement_id, TEXT + added, 0)
    marks = review.state(vault_session, statement_id).marks
    text = TEXT + added
    fresh = {text[m.start : m.end]: m for m in marks if m.decision is Decision.PENDING}
    assert {"+375 29 123 45 67", "Zubrava"} <= fresh.keys()
    assert fresh["Zubrava"].person_id == _case(vault_session, statement_id).persons[0].id
    assert [m for m in marks if m.decision is Decision.MASK] == [
        replace(m, decision=Decision.MASK) for m in first.marks
    ]


def test_typing_into_a_text_nobody_looked_at_marks_nothing(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    interviews.save_draft(vault_session, statement_id, TEXT + " Zubrava Lampa came.", 0)
    assert review.state(vault_session, statement_id).marks == ()


def test_a_look_that_is_late_takes_the_text_as_it_stands(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    seen = looking.material(vault_session, statement_id)
    marks = propose(seen)
    interviews.save_draft(vault_session, statement_id, f"Well. {TEXT}", 0)
    state = review.keep(vault_session, seen, marks)
    named = [state.statement.text[m.start : m.end] for m in state.marks]
    assert named.count("Zubrava Lampa") == 2


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ("one\ntwo\nthree", "one\ntwo more\nthree", "two more"),
        ("one\ntwo", "one\ntwo\nthree", "three"),
        ("one\ntwo\nthree", "one\nthree", ""),
        ("", "one", "one"),
        ("aa\naa", "aa\naa\naa", "aa"),
    ],
)
def test_what_changed_is_known_by_paragraphs(old: str, new: str, part: str) -> None:
    start, end = looking.changed_paragraphs(old, new)
    assert part in new[start:end]
    assert len(new[start:end]) <= len(part) + 6


def _hide(session: VaultSession, statement_id: StatementId, words: str) -> Mark:
    text = review.state(session, statement_id).statement.text
    start = text.index(words)
    span = (start, start + len(words))
    return review.add_mark(session, statement_id, span, MarkKind.OTHER)[0]


def _finished(session: VaultSession, statement_id: StatementId) -> None:
    marks = review.open_statement(session, statement_id).marks
    review.decide(session, statement_id, _ids(marks), Decision.MASK)
    review.complete(session, statement_id)


@pytest.mark.parametrize("way", ["undone", "moved", "beside a word", "copied"])
def test_words_hidden_by_hand_stay_hidden_through_any_edit(
    vault_session: VaultSession, statement_id: StatementId, way: str
) -> None:
    text = "They asked about the velvet lantern, as she told us."
    edits = {
        "undone": ["They asked about the , as she told us.", text],
        "moved": [
            "They asked about the , as she told us.",
            "The velvet lantern. They asked about the , as she told us.",
        ],
        "beside a word": ["They asked about the , as she told us of a velvet lanternhouse."],
        "copied": [f"{text} The velvet lantern!"],
    }[way]
    interviews.save_draft(vault_session, statement_id, text, 0)
    _hide(vault_session, statement_id, "velvet lantern")
    _finished(vault_session, statement_id)
    for edit in edits:
        interviews.save_draft(vault_session, statement_id, edit, 0)
    shown = review.preview(review.open_statement(vault_session, statement_id)).text
    assert "lantern" not in shown
    with pytest.raises(PendingReviewError):
        review.complete(vault_session, statement_id)


def test_words_hidden_by_hand_are_proposed_where_they_come_back_until_somebody_keeps_them(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    text = "They asked about the velvet lantern, as she told us."
    interviews.save_draft(vault_session, statement_id, text, 0)
    _hide(vault_session, statement_id, "velvet lantern")
    interviews.save_draft(vault_session, statement_id, "They asked, as she told us.", 0)
    interviews.save_draft(vault_session, statement_id, text, 0)
    state = review.open_statement(vault_session, statement_id)
    (mark,) = (m for m in state.marks if "velvet" in text[m.start : m.end])
    assert (mark.source, mark.decision) == ("again", Decision.PENDING)
    everywhere.decide_words(vault_session, statement_id, mark.id, Decision.KEEP, Taken())
    shown = review.preview(review.open_statement(vault_session, statement_id)).text
    assert "velvet lantern" in shown
