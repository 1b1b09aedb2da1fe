"""A draft is kept letter by letter; revisions never change; marks belong to one text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.domain.case import CaseFile
from intake.domain.ids import CaseId, InterviewId, RevisionId, StatementId, new_id
from intake.domain.marks import Decision, MarkKind, new_mark
from intake.domain.statement import Revision, RevisionReason, Statement, text_digest
from intake.store import marks
from intake.store.codec import to_time
from intake.store.connection import Scalar
from intake.store.marks import _fields
from intake.store.store import Store
from intake.store.transaction import Part
from tests.unit.store.making import START, full_case, small_case

NOBODY = StatementId("nobody")


@pytest.fixture
def file(store: Store) -> CaseFile:
    made = small_case("the first text")
    with store.write() as tx:
        store.cases.add_file(tx, made)
    return made


@pytest.fixture
def statement(file: CaseFile) -> Statement:
    return file.statements[0]


def save(store: Store, statement_id: StatementId, text: str, caret: int = 0) -> None:
    with store.write() as tx:
        store.statements.save_draft(tx, statement_id, text, caret)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(text=st.text(st.characters(), max_size=300), caret=st.integers(0, 300))
def test_every_draft_comes_back_letter_by_letter(
    store: Store, statement: Statement, text: str, caret: int
) -> None:
    save(store, statement.id, text, caret)
    found = store.statements.get(statement.id)
    assert (found.text, found.caret) == (text, caret)
    with store.write() as tx:
        store.statements.freeze(tx, statement.id, RevisionReason.TEN_MINUTES)
    if text:
        newest = store.statements.newest_revision(statement.id)
        assert newest is not None
        assert newest.text == text


@pytest.mark.parametrize("text", ["a\x00b", "\ud800", "\udfff tail", "👩\u200d👧", "x" * 1_000_000])
def test_awkward_texts_are_kept_too(store: Store, statement: Statement, text: str) -> None:
    save(store, statement.id, text)
    assert store.statements.get(statement.id).text == text
    assert store.cases.file(store.statements.case_of(statement.id)).statements[0].text == text
    assert store.check() == ()


def test_a_draft_of_nobody_is_refused(store: Store) -> None:
    with pytest.raises(KeyError):
        save(store, NOBODY, "text")
    for read in (store.statements.get, store.statements.case_of):
        with pytest.raises(KeyError):
            read(NOBODY)
    with pytest.raises(KeyError), store.write() as tx:
        store.statements.freeze(tx, NOBODY, RevisionReason.LOCKED)
    with pytest.raises(KeyError), store.write() as tx:
        store.statements.add(tx, Statement(NOBODY, InterviewId("nobody"), "own_words"))
    assert store.statements.newest_revision(NOBODY) is None


def test_the_time_of_a_draft_is_the_time_of_its_write(store: Store, statement: Statement) -> None:
    with store.write() as tx:
        store.statements.save_draft(tx, statement.id, "newer", 0)
    changed = store._db.value("SELECT changed FROM statements WHERE id = ?", (statement.id,))
    assert changed == to_time(tx.at)


def test_what_is_said_of_a_statement_can_change_without_its_text(
    store: Store, statement: Statement
) -> None:
    with store.write() as tx:
        store.statements.set_language(tx, statement.id, "be")
        store.statements.set_final(tx, statement.id, final=True)
        store.statements.set_reviewed(tx, statement.id, statement.digest)
    expected = replace(statement, language="be", final=True, reviewed_digest=statement.digest)
    assert store.statements.get(statement.id) == expected
    assert expected.is_reviewed
    with store.write() as tx:
        store.statements.set_final(tx, statement.id, final=False)
        store.statements.set_reviewed(tx, statement.id, None)
    assert store.statements.get(statement.id) == replace(statement, language="be")


def test_revisions_are_numbered_from_one_and_only_made_of_new_text(
    store: Store, statement: Statement
) -> None:
    made: list[Revision | None] = []
    for text in ("the first text", "the first text", "a second text", "", "a second text"):
        save(store, statement.id, text)
        with store.write() as tx:
            made.append(store.statements.freeze(tx, statement.id, RevisionReason.LOCKED))
    first, again, second, empty, third = made
    assert again is None
    assert first is not None
    assert (first.number, first.text, first.reason) == (1, "the first text", RevisionReason.LOCKED)
    assert [r.number if r else None for r in (second, empty, third)] == [2, 3, 4]
    assert store.statements.revisions(statement.id) == (first, second, empty, third)
    assert store.statements.newest_revision(statement.id) == third


def test_an_empty_draft_without_revisions_gets_none(store: Store, statement: Statement) -> None:
    save(store, statement.id, "")
    with store.write() as tx:
        assert store.statements.freeze(tx, statement.id, RevisionReason.LOCKED) is None
    assert store.statements.newest_revision(statement.id) is None


def test_a_revision_from_elsewhere_is_stored_as_it_is(store: Store, statement: Statement) -> None:
    revision = Revision(
        RevisionId(new_id()), statement.id, 7, "said long ago", RevisionReason.REVIEWED, START
    )
    with store.write() as tx:
        store.statements.add_revision(tx, revision)
    assert store.statements.revisions(statement.id) == (revision,)
    assert store.check() == ()


def test_marks_come_back_as_they_were_decided(store: Store) -> None:
    made = full_case()
    store.add_cases([made])
    [statement] = made.statements
    assert store.marks.of(statement.id) == made.marks[statement.id]
    assert store.marks.of_case(made.case.id) == made.marks


def test_marks_of_another_text_come_back_undecided(store: Store) -> None:
    made = full_case()
    store.add_cases([made])
    [statement] = made.statements
    undecided = tuple(replace(mark, decision=Decision.PENDING) for mark in made.marks[statement.id])
    assert undecided != made.marks[statement.id]
    save(store, statement.id, "another text")
    assert store.marks.of(statement.id) == undecided
    assert store.marks.of_case(made.case.id) == {statement.id: undecided}
    save(store, statement.id, statement.text)
    assert store.marks.of(statement.id) == made.marks[statement.id]
    mark = replace(new_mark(0, 7, MarkKind.OTHER), decision=Decision.KEEP)
    with store.write() as tx:
        store.marks.replace(tx, statement.id, (mark,))
    assert store.marks.of(statement.id) == (mark,)


@pytest.mark.parametrize("digest", ["", text_digest("another text")])
def test_a_digest_that_was_changed_takes_every_decision_back(
    store: Store, statement: Statement, digest: str
) -> None:
    kept = replace(new_mark(0, 3, MarkKind.PERSON), decision=Decision.KEEP)
    with store.write() as tx:
        store.marks.replace(tx, statement.id, (kept,))
        store.statements.set_reviewed(tx, statement.id, statement.digest)
    case_id = store.statements.case_of(statement.id)
    [queued] = store.statements.review_queue(only_open=False)
    assert (queued.pending, queued.total) == (0, 1)
    with store.write() as tx:
        store._db.execute("UPDATE marks SET digest = ?", (digest,))
        tx.touch_case(case_id, Part.REVIEW)
    (found,) = store.marks.of(statement.id)
    assert found == replace(kept, decision=Decision.PENDING)
    assert store.marks.of_case(case_id) == {statement.id: (found,)}
    assert store.cases.file(case_id).marks == {statement.id: (found,)}
    [queued] = store.statements.review_queue()
    assert (queued.pending, queued.total) == (1, 1)


def test_the_marks_of_a_case_are_read_at_once(
    store: Store, statement: Statement, monkeypatch: pytest.MonkeyPatch
) -> None:
    marks = tuple(new_mark(n, n + 1, MarkKind.PERSON) for n in range(9))
    with store.write() as tx:
        store.marks.replace(tx, statement.id, marks)
    case_id = store.statements.case_of(statement.id)
    asked: list[str] = []
    execute = store._db.execute

    def asking(sql: str, parameters: Sequence[Scalar] = ()) -> Any:
        asked.append(sql)
        return execute(sql, parameters)

    monkeypatch.setattr(store._db, "execute", asking)
    assert store.marks.of_case(case_id) == {statement.id: marks}
    assert len(asked) == 1


def test_marks_that_did_not_change_are_not_written_again(
    store: Store, statement: Statement
) -> None:
    entries = "SELECT count(*) FROM chain"
    with store.write() as tx:
        store.marks.replace(tx, statement.id, ())
    assert not tx.changes.nouns
    kept = (replace(new_mark(0, 3, MarkKind.PERSON), decision=Decision.KEEP, score=0.123456789),)
    with store.write() as tx:
        store.marks.replace(tx, statement.id, kept)
    before = store._db.number(entries)
    with store.write() as tx:
        store.marks.replace(tx, statement.id, kept)
    assert store._db.number(entries) == before
    save(store, statement.id, "the same marks in another text")
    with store.write() as tx:
        store.marks.replace(tx, statement.id, kept)
    assert store._db.number(entries) == before + 1
    assert store.marks.of(statement.id) == kept


def test_marks_that_an_older_program_stored_with_words_keep_their_review(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = full_case()
    with monkeypatch.context() as older:
        older.setattr(marks, "_fields", lambda mark: [*_fields(mark)[:6], "P1, other", "", 1.0])
        store.add_cases([made])
    [statement] = made.statements
    with store.write() as tx:
        store.statements.set_reviewed(tx, statement.id, statement.digest)
    with store.write() as tx:
        store.marks.replace(tx, statement.id, store.marks.of(statement.id))
    assert store.statements.get(statement.id).is_reviewed


def test_marks_of_nobody_are_refused(store: Store) -> None:
    assert store.marks.of(NOBODY) == ()
    with pytest.raises(KeyError), store.write() as tx:
        store.marks.replace(tx, NOBODY, ())


@pytest.fixture
def reviewing(store: Store) -> tuple[Store, dict[str, CaseId]]:
    ids = {}
    for name, pending, reviewed, text in (
        ("two pending", 2, False, "a text with marks"),
        ("one pending, reviewed", 1, True, "a text with a mark"),
        ("not reviewed", 0, False, "a text"),
        ("done", 0, True, "a text that is done"),
        ("empty", 0, False, ""),
    ):
        made = small_case(text)
        store.add_cases([made])
        ids[name] = made.case.id
        [statement] = made.statements
        decided = replace(new_mark(0, 1, MarkKind.DATE), decision=Decision.MASK)
        pendings = tuple(new_mark(2 + n, 3 + n, MarkKind.PERSON) for n in range(pending))
        with store.write() as tx:
            if text:
                store.marks.replace(tx, statement.id, (decided, *pendings))
            if reviewed:
                store.statements.set_reviewed(tx, statement.id, statement.digest)
    return store, ids


def test_the_review_queue_lists_what_is_open_most_undecided_first(
    reviewing: tuple[Store, dict[str, CaseId]],
) -> None:
    store, ids = reviewing
    names = {case_id: name for name, case_id in ids.items()}
    queue = store.statements.review_queue()
    assert [names[item.case_id] for item in queue] == [
        "two pending",
        "one pending, reviewed",
        "not reviewed",
    ]
    first = queue[0]
    assert (first.pending, first.total, first.is_reviewed) == (2, 3, False)
    assert (first.question, first.language) == ("own_words", "")
    assert first.code == store.cases.get(first.case_id).code
    assert queue[1].is_reviewed
    everything = [names[item.case_id] for item in store.statements.review_queue(only_open=False)]
    assert everything == ["two pending", "one pending, reviewed", "done", "not reviewed"]


def test_a_reviewed_statement_beside_an_open_one_is_not_in_the_queue(store: Store) -> None:
    made = small_case("open")
    other = Statement(StatementId(new_id()), made.interviews[0].id, "translation", "en", "done")
    store.add_cases([replace(made, statements=(*made.statements, other))])
    with store.write() as tx:
        store.statements.set_reviewed(tx, other.id, other.digest)
    assert [item.question for item in store.statements.review_queue()] == ["own_words"]
