"""Where a vault asks for a second look, no statement leaves that nobody else has seen as it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from intake.domain.audit import Action
from intake.domain.consent import RecipientGroup, Use
from intake.domain.ids import CaseId, StatementId, new_id
from intake.domain.marks import Decision, MarkKind
from intake.domain.person import Role
from intake.domain.statement import Statement
from intake.errors import (
    NotAcceptedError,
    RefusedError,
    TooLongError,
    UnknownSignerError,
    UsageError,
    WrongKeyError,
)
from intake.services import (
    cases,
    exports,
    interviews,
    look_files,
    paraphrases,
    planning,
    records,
    review,
    second_look,
    settings,
    team,
)
from intake.services.exports import ExportRequest, Policy
from intake.services.second_look import LONGEST_CODE, Stage
from intake.services.session import VaultSession
from intake.services.settings import Settings
from tests.unit.services.conftest import OpenVault, Template
from tests.unit.services.making import document, fill, review_everything
from tests.unit.services.second_looks import (
    Exchange,
    audited,
    exchanging,
    reviewed_cases,
    statement_of,
)
from tests.unit.services.two_vaults import another

WAITS, LOOKED_AT, NOT_REVIEWED = Stage.WAITS, Stage.LOOKED_AT, Stage.NOT_REVIEWED


@pytest.fixture
def case_ids(vault_session: VaultSession) -> tuple[CaseId, ...]:
    """Return six reviewed cases in a vault that asks for second looks."""
    return reviewed_cases(vault_session)


@pytest.fixture
def statement_id(vault_session: VaultSession, case_ids: tuple[CaseId, ...]) -> StatementId:
    return statement_of(vault_session, case_ids[0])


def _stage(session: VaultSession, statement_id: StatementId) -> Stage:
    return second_look.status(session, statement_id).stage


def _digest(session: VaultSession, statement_id: StatementId) -> bytes:
    shown = second_look.status(session, statement_id).shown
    assert shown is not None
    return shown.digest


def _confirm(session: VaultSession, statement_id: StatementId) -> None:
    second_look.confirm(session, statement_id, "I-2", _digest(session, statement_id))


def _request() -> ExportRequest:
    return ExportRequest(
        Policy.ANALYSIS, Use.ANALYSIS, RecipientGroup.ANALYSTS, unencrypted=True, seed=bytes(32)
    )


def _write(session: VaultSession, case_id: CaseId, question: str) -> None:
    """Write and review another statement of a case."""
    interview_id = cases.case_file(session, case_id).interviews[0].id
    made = Statement(StatementId(new_id()), interview_id, question, "en")
    with session.store.write() as tx:
        session.store.statements.add(tx, made)
    interviews.save_draft(session, made.id, f"They came again: {question}.", 0)
    review_everything(session)


def _reads(monkeypatch: pytest.MonkeyPatch, repository: object, name: str) -> list[object]:
    """Return a list that grows with every reading by this method, which goes on as before."""
    heard: list[object] = []
    reading = getattr(type(repository), name)

    def read(self: object, *arguments: object) -> object:
        heard.append(arguments)
        return reading(self, *arguments)

    monkeypatch.setattr(type(repository), name, read)
    return heard


# -- in one vault -----------------------------------------------------------------------------


def test_a_vault_asks_for_no_second_look_unless_it_is_told_to(vault_session: VaultSession) -> None:
    (case_id,) = fill(vault_session, document())
    assert not Settings().second_look
    statement_id = statement_of(vault_session, case_id)
    assert _stage(vault_session, statement_id) is Stage.NOT_ASKED
    assert second_look.checker(vault_session) is None


def test_a_confirmation_is_recorded_as_an_action_of_its_own(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    assert _stage(vault_session, statement_id) is WAITS
    assert Action.SECOND_LOOK not in audited(vault_session)
    _confirm(vault_session, statement_id)
    found = second_look.status(vault_session, statement_id)
    assert (found.stage, found.by) == (LOOKED_AT, "I-2")
    assert audited(vault_session)[0] is Action.SECOND_LOOK
    assert vault_session.store.check() == ()


@pytest.mark.parametrize("by", ["", "  ", "I-1", " i-1 ", "two\nlines", "x" * 81])
def test_who_confirms_is_somebody_else_and_can_be_shown(
    vault_session: VaultSession, statement_id: StatementId, by: str
) -> None:
    digest = _digest(vault_session, statement_id)
    with pytest.raises(UsageError):
        second_look.confirm(vault_session, statement_id, by, digest)


def test_a_code_is_as_long_as_the_window_lets_it_be(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    digest = _digest(vault_session, statement_id)
    with pytest.raises(TooLongError, match=str(LONGEST_CODE)):
        second_look.confirm(vault_session, statement_id, "x" * (LONGEST_CODE + 1), digest)
    second_look.confirm(vault_session, statement_id, "x" * LONGEST_CODE, digest)
    assert _stage(vault_session, statement_id) is LOOKED_AT


def test_nobody_confirms_where_no_code_of_an_interviewer_is_set(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    settings.save(vault_session, Settings(second_look=True))
    with pytest.raises(UsageError):
        _confirm(vault_session, statement_id)
    assert _stage(vault_session, statement_id) is WAITS


@pytest.mark.parametrize("by", ["K-7", "k-7", " \uff2b-\uff17 "])
@pytest.mark.parametrize("of_vault", ["", "I-1"])
def test_who_interviewed_is_no_second_person(
    vault_session: VaultSession, by: str, of_vault: str
) -> None:
    met = {**document()["interview"], "interviewer_code": "K-7"}
    (case_id,) = fill(vault_session, document(interview=met))
    review_everything(vault_session)
    settings.save(vault_session, Settings(second_look=True, interviewer_code=of_vault))
    statement_id = statement_of(vault_session, case_id)
    digest = _digest(vault_session, statement_id)
    with pytest.raises(UsageError):
        second_look.confirm(vault_session, statement_id, by, digest)
    _confirm(vault_session, statement_id)
    assert _stage(vault_session, statement_id) is LOOKED_AT


def test_what_was_not_shown_is_not_confirmed(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    with pytest.raises(RefusedError):
        second_look.confirm(vault_session, statement_id, "I-2", bytes(32))


def _edit(session: VaultSession, statement_id: StatementId) -> None:
    text = review.state(session, statement_id).statement.text
    with session.store.write() as tx:
        session.store.statements.set_final(tx, statement_id, final=False)
    interviews.save_draft(session, statement_id, f"{text} And so on.", 0)


def _keep(session: VaultSession, statement_id: StatementId) -> None:
    mark, _ = review.add_mark(session, statement_id, (0, 4), MarkKind.OTHER)
    review.decide(session, statement_id, (mark.id,), Decision.KEEP)


def _kind(session: VaultSession, statement_id: StatementId) -> None:
    mark = review.state(session, statement_id).marks[0]
    review.decide(session, statement_id, (mark.id,), Decision.MASK, kind=MarkKind.DATE)


def _rewrite(session: VaultSession, statement_id: StatementId) -> None:
    paraphrases.write(session, statement_id, (0, 15), "At some hour some people came.")


def _role(session: VaultSession, statement_id: StatementId) -> None:
    file = cases.case_file(session, review.state(session, statement_id).case_id)
    records.set_role(session, file.persons[0].id, Role.WITNESS)


@pytest.mark.parametrize("change", [_edit, _keep, _kind, _rewrite, _role])
def test_any_change_of_what_would_leave_voids_the_look(
    vault_session: VaultSession, statement_id: StatementId, change: object
) -> None:
    _confirm(vault_session, statement_id)
    assert callable(change)
    change(vault_session, statement_id)
    marks = review.open_statement(vault_session, statement_id).marks
    pending = tuple(mark.id for mark in marks if mark.decision is Decision.PENDING)
    review.decide(vault_session, statement_id, pending, Decision.MASK)
    review.complete(vault_session, statement_id)
    assert _stage(vault_session, statement_id) is WAITS


def test_an_unfinished_review_counts_as_not_reviewed_whatever_was_looked_at(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    _confirm(vault_session, statement_id)
    review.add_mark(vault_session, statement_id, (0, 4), MarkKind.OTHER)
    assert _stage(vault_session, statement_id) is NOT_REVIEWED


def test_a_look_at_one_statement_is_none_at_another_with_the_same_words(
    vault_session: VaultSession,
) -> None:
    one, other = fill(
        vault_session, document(statement="They came."), document(2, statement="They came.")
    )
    review_everything(vault_session)
    settings.save(vault_session, Settings(second_look=True, interviewer_code="I-1"))
    _confirm(vault_session, statement_of(vault_session, one))
    assert _stage(vault_session, statement_of(vault_session, other)) is WAITS


def test_an_export_waits_for_every_look_and_says_for_how_many(
    vault_session: VaultSession, case_ids: tuple[CaseId, ...], tmp_path: Path
) -> None:
    plan = planning.plan(vault_session, _request())
    assert (plan.statements, plan.waiting_statements) == (0, 6)
    with pytest.raises(RefusedError, match="second look: 6"):
        exports.write(vault_session, plan, tmp_path / "bundle")
    assert not (tmp_path / "bundle").exists()
    for case_id in case_ids:
        _confirm(vault_session, statement_of(vault_session, case_id))
    plan = planning.plan(vault_session, _request())
    assert (plan.statements, plan.waiting_statements) == (6, 0)
    exports.write(vault_session, plan, tmp_path / "bundle")


def test_no_text_leaves_unreviewed_where_second_looks_are_asked_for(
    vault_session: VaultSession, case_ids: tuple[CaseId, ...]
) -> None:
    for case_id in case_ids:
        _confirm(vault_session, statement_of(vault_session, case_id))
    request = ExportRequest(
        **{
            **{name: getattr(_request(), name) for name in ("policy", "purpose", "group", "seed")},
            "unencrypted": True,
            "accept_suggestions": True,
            "unreviewed_statements": True,
        }
    )
    plan = planning.plan(vault_session, request)
    assert (plan.statements, plan.waiting_statements) == (0, 6)


def test_the_test_of_an_export_goes_by_the_case_that_it_is_given(
    vault_session: VaultSession, statement_id: StatementId, case_ids: tuple[CaseId, ...]
) -> None:
    _confirm(vault_session, statement_id)
    file = cases.case_file(vault_session, case_ids[0])
    statement = next(each for each in file.statements if each.id == statement_id)
    is_looked_at = second_look.checker(vault_session)
    assert is_looked_at is not None
    assert is_looked_at(file, statement)
    assert not is_looked_at(replace(file, marks={}), statement)
    assert not is_looked_at(file, replace(statement, language="pl"))


def test_what_waits_is_found_with_one_look_at_the_case_and_the_keys(
    vault_session: VaultSession, case_ids: tuple[CaseId, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    for question in ("translation", "version_for_sharing"):
        _write(vault_session, case_ids[0], question)
    _confirm(vault_session, statement_of(vault_session, case_ids[0]))
    read = _reads(monkeypatch, vault_session.store.cases, "file")
    keys = _reads(monkeypatch, vault_session.store.keys, "trusted")
    assert len(second_look.waiting(vault_session, case_ids[0])) == 2
    assert (len(read), len(keys)) == (1, 1)
    settings.save(vault_session, Settings(second_look=False))
    assert second_look.waiting(vault_session, case_ids[0]) == ()


def test_a_look_goes_with_its_case(
    vault_session: VaultSession, statement_id: StatementId, case_ids: tuple[CaseId, ...]
) -> None:
    _confirm(vault_session, statement_id)
    cases.erase(vault_session, case_ids[0])
    assert vault_session.store.looks.of(statement_id) == ()
    assert vault_session.store.check() == ()


# -- by a colleague's signature ---------------------------------------------------------------


@pytest.fixture
def exchange(
    tmp_path: Path, template: Template, open_vault: OpenVault, vault_session: VaultSession
) -> Iterator[Exchange]:
    with exchanging(vault_session, template, open_vault, tmp_path) as made:
        yield made


def test_a_colleague_sees_the_redacted_text_alone_and_signs_it(
    exchange: Exchange, statement_id: StatementId
) -> None:
    request = exchange.ask(statement_id)
    (shown,) = request.texts
    assert shown.text == review.preview(review.state(exchange.ours, statement_id)).text
    assert "Zubrava" not in shown.text
    assert _stage(exchange.ours, statement_id) is WAITS
    taken = look_files.take(exchange.ours, exchange.answer(request))
    assert (taken.by, taken.looked, taken.wanted, taken.outdated) == (
        "Colleague",
        (statement_id,),
        (),
        0,
    )
    found = second_look.status(exchange.ours, statement_id)
    assert (found.stage, found.by) == (LOOKED_AT, "Colleague")
    assert audited(exchange.ours)[:2] == [Action.SECOND_LOOK, Action.SECOND_LOOK_ASKED]
    assert exchange.ours.store.check() == ()


def test_where_a_key_is_trusted_nobody_confirms_here_and_earlier_confirmations_end(
    vault_session: VaultSession, statement_id: StatementId, request: pytest.FixtureRequest
) -> None:
    _confirm(vault_session, statement_id)
    request.getfixturevalue("exchange")
    assert _stage(vault_session, statement_id) is WAITS
    with pytest.raises(RefusedError):
        _confirm(vault_session, statement_id)


def test_confirmations_of_before_a_key_was_trusted_never_count_again(
    exchange: Exchange, statement_id: StatementId
) -> None:
    with exchange.ours.store.write() as tx:
        exchange.ours.store.keys.forget(tx, "Colleague")
    _confirm(exchange.ours, statement_id)
    assert _stage(exchange.ours, statement_id) is LOOKED_AT
    team.pin(exchange.ours, "Colleague", team.own_key(exchange.theirs, name="Somebody"))
    with exchange.ours.store.write() as tx:
        exchange.ours.store.keys.forget(tx, "Colleague")
    assert _stage(exchange.ours, statement_id) is WAITS
    _confirm(exchange.ours, statement_id)
    assert _stage(exchange.ours, statement_id) is LOOKED_AT


def test_a_colleague_says_what_to_change(exchange: Exchange, case_ids: tuple[CaseId, ...]) -> None:
    ids = tuple(statement_of(exchange.ours, case_id) for case_id in case_ids[:2])
    request = exchange.ask(*ids)
    taken = look_files.take(exchange.ours, exchange.answer(request, text_1="the hour tells it"))
    assert taken.looked == (ids[0],)
    assert [(change.statement_id, change.text) for change in taken.wanted] == [
        (ids[1], "the hour tells it")
    ]
    assert [_stage(exchange.ours, each) for each in ids] == [LOOKED_AT, Stage.OBJECTED]


def test_an_objection_voids_every_look_until_what_would_leave_is_another(
    exchange: Exchange, statement_id: StatementId, tmp_path: Path
) -> None:
    request = exchange.ask(statement_id)
    fine, not_fine = exchange.answer(request), exchange.answer(request, "no", text_0="the nurse")
    look_files.take(exchange.ours, fine)
    assert _stage(exchange.ours, statement_id) is LOOKED_AT
    look_files.take(exchange.ours, not_fine)
    assert _stage(exchange.ours, statement_id) is Stage.OBJECTED
    assert audited(exchange.ours)[0] is Action.SECOND_LOOK_OBJECTED
    taken = look_files.take(exchange.ours, fine)
    assert (taken.looked, taken.overruled, taken.outdated) == ((), 1, 0)
    assert _stage(exchange.ours, statement_id) is Stage.OBJECTED
    checker, case_id = (
        second_look.checker(exchange.ours),
        review.state(exchange.ours, statement_id).case_id,
    )
    file = cases.case_file(exchange.ours, case_id)
    statement = next(each for each in file.statements if each.id == statement_id)
    assert checker is not None
    assert not checker(file, statement)
    assert second_look.waiting(exchange.ours, case_id) == ()
    assert b"nurse" not in b"".join(x.answer for x in exchange.ours.store.looks.of(statement_id))
    _rewrite(exchange.ours, statement_id)
    review.complete(exchange.ours, statement_id)
    assert _stage(exchange.ours, statement_id) is WAITS
    look_files.take(exchange.ours, exchange.answer(exchange.ask(statement_id, name="2"), "fine"))
    assert _stage(exchange.ours, statement_id) is LOOKED_AT
    assert exchange.ours.store.check() == ()


def test_an_objection_holds_when_its_key_is_no_longer_trusted(
    exchange: Exchange, statement_id: StatementId
) -> None:
    look_files.take(exchange.ours, exchange.answer(exchange.ask(statement_id), text_0="no"))
    with exchange.ours.store.write() as tx:
        exchange.ours.store.keys.forget(tx, "Colleague")
    _confirm(exchange.ours, statement_id)
    assert _stage(exchange.ours, statement_id) is Stage.OBJECTED


def test_nothing_that_was_said_about_an_erased_case_stays(
    exchange: Exchange, case_ids: tuple[CaseId, ...]
) -> None:
    ids = tuple(statement_of(exchange.ours, case_id) for case_id in case_ids[:2])
    said = "the red gate tells it"
    look_files.take(exchange.ours, exchange.answer(exchange.ask(*ids), text_0=said))
    cases.erase(exchange.ours, case_ids[0])
    (look,) = exchange.ours.store.looks.of(ids[1])
    assert look.answer
    assert said.encode() not in look.answer


def test_an_answer_to_what_has_changed_since_counts_for_nothing(
    exchange: Exchange, statement_id: StatementId
) -> None:
    answer = exchange.answer(exchange.ask(statement_id))
    _rewrite(exchange.ours, statement_id)
    review.complete(exchange.ours, statement_id)
    taken = look_files.take(exchange.ours, answer)
    assert (taken.looked, taken.outdated) == ((), 1)
    assert _stage(exchange.ours, statement_id) is WAITS


@pytest.mark.parametrize("more", [look_files.MOST_OUTDATED, look_files.MOST_OUTDATED + 1])
def test_an_answer_to_much_that_does_not_stand_here_is_refused(
    exchange: Exchange, statement_id: StatementId, more: int
) -> None:
    request = exchange.ask(statement_id)
    strange = tuple(replace(request.texts[0], decided=bytes([n]) * 32) for n in range(more))
    answer = exchange.answer(replace(request, texts=(*request.texts, *strange)))
    if more <= look_files.MOST_OUTDATED:
        assert look_files.take(exchange.ours, answer).outdated == more
        return
    with pytest.raises(NotAcceptedError) as caught:
        look_files.take(exchange.ours, answer)
    assert caught.value.exit_code == 3
    assert exchange.ours.store.looks.of(statement_id) == ()


def test_an_answer_can_be_taken_twice(exchange: Exchange, statement_id: StatementId) -> None:
    answer = exchange.answer(exchange.ask(statement_id))
    for _ in range(2):
        assert look_files.take(exchange.ours, answer).looked == (statement_id,)
    assert len(exchange.ours.store.looks.of(statement_id)) == 1
    assert audited(exchange.ours).count(Action.SECOND_LOOK) == 1


def test_only_what_is_new_in_an_answer_goes_on_record(
    exchange: Exchange, case_ids: tuple[CaseId, ...]
) -> None:
    one, other = (statement_of(exchange.ours, case_id) for case_id in case_ids[:2])
    look_files.take(exchange.ours, exchange.answer(exchange.ask(one, name="first"), "early"))
    both = exchange.answer(exchange.ask(one, other, name="second"), "late")
    assert look_files.take(exchange.ours, both).looked == (one, other)
    said = [e for e in exchange.ours.store.audit.newest() if e.action is Action.SECOND_LOOK]
    assert [entry.subject for entry in said] == [other, one]


def test_an_answer_reads_each_case_once(
    exchange: Exchange, case_ids: tuple[CaseId, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = exchange.ours
    _write(ours, case_ids[0], "translation")
    answer = exchange.answer(exchange.ask(*second_look.waiting(ours, case_ids[0])))
    read = _reads(monkeypatch, ours.store.cases, "file")
    assert len(look_files.take(ours, answer).looked) == 2
    assert len(read) == len(case_ids)


def test_a_key_that_is_no_longer_trusted_vouches_for_nothing(
    exchange: Exchange,
    statement_id: StatementId,
    tmp_path: Path,
    template: Template,
    open_vault: OpenVault,
) -> None:
    look_files.take(exchange.ours, exchange.answer(exchange.ask(statement_id)))
    with another(open_vault, template, tmp_path / "other") as other:
        team.pin(exchange.ours, "Other", team.own_key(other))
    with exchange.ours.store.write() as tx:
        exchange.ours.store.keys.forget(tx, "Colleague")
    assert _stage(exchange.ours, statement_id) is WAITS


def test_an_unknown_signer_is_refused(
    exchange: Exchange,
    statement_id: StatementId,
    tmp_path: Path,
    template: Template,
    open_vault: OpenVault,
) -> None:
    request = exchange.ask(statement_id)
    with another(open_vault, template, tmp_path / "stranger") as stranger:
        look_files.sign(stranger, request, {}, tmp_path / "forged")
    with pytest.raises(UnknownSignerError) as caught:
        look_files.take(exchange.ours, tmp_path / "forged")
    assert caught.value.exit_code == 3
    assert _stage(exchange.ours, statement_id) is WAITS


def test_this_vault_cannot_sign_for_itself(
    exchange: Exchange, statement_id: StatementId, tmp_path: Path
) -> None:
    look_files.sign(exchange.ours, exchange.ask(statement_id), {}, tmp_path / "own")
    with pytest.raises(NotAcceptedError):
        look_files.take(exchange.ours, tmp_path / "own")
    assert _stage(exchange.ours, statement_id) is WAITS


def test_pinning_ones_own_key_makes_no_colleague(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    team.pin(vault_session, "Me", team.own_key(vault_session, name="Another name"))
    assert second_look.colleagues(vault_session) == {}
    _confirm(vault_session, statement_id)


def test_files_for_others_are_not_opened(
    exchange: Exchange, statement_id: StatementId, tmp_path: Path
) -> None:
    answer = exchange.answer(exchange.ask(statement_id))
    with pytest.raises(WrongKeyError):
        look_files.read_request(exchange.ours, tmp_path / "request")
    with pytest.raises(WrongKeyError):
        look_files.take(exchange.theirs, answer)
