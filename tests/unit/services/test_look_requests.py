"""What a request for a second look holds: only what an export could quote, and what can be read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.domain.audit import Action
from intake.domain.consent import Withdrawal
from intake.domain.ids import CaseId, StatementId
from intake.domain.marks import Decision, MarkKind
from intake.errors import (
    PendingReviewError,
    RefusedError,
    UsageError,
)
from intake.export import looks
from intake.export.looks import MOST_TEXTS
from intake.services import (
    cases,
    look_files,
    review,
    rulings,
    second_look,
    settings,
)
from intake.services.session import VaultSession
from intake.services.settings import Settings
from tests.unit.services.conftest import OpenVault, Template
from tests.unit.services.making import consent, document, fill, uses
from tests.unit.services.second_looks import (
    Exchange,
    audited,
    exchanging,
    reviewed_cases,
    statement_of,
)

ASKED = Action.SECOND_LOOK_ASKED


@pytest.fixture
def case_ids(vault_session: VaultSession) -> tuple[CaseId, ...]:
    """Return six reviewed cases in a vault that asks for second looks."""
    return reviewed_cases(vault_session)


@pytest.fixture
def statement_id(vault_session: VaultSession, case_ids: tuple[CaseId, ...]) -> StatementId:
    return statement_of(vault_session, case_ids[0])


@pytest.fixture
def exchange(
    tmp_path: Path, template: Template, open_vault: OpenVault, vault_session: VaultSession
) -> Iterator[Exchange]:
    """Yield our vault and that of a colleague, whose key is pinned in ours."""
    with exchanging(vault_session, template, open_vault, tmp_path) as made:
        yield made


def _digest_of(session: VaultSession, statement_id: StatementId) -> bytes:
    file = cases.case_file(session, review.state(session, statement_id).case_id)
    statement = next(each for each in file.statements if each.id == statement_id)
    shown = second_look.shown_of(file, statement)
    assert shown is not None
    return shown.digest


def test_a_request_is_written_for_finished_reviews_alone(
    exchange: Exchange, statement_id: StatementId, tmp_path: Path
) -> None:
    review.add_mark(exchange.ours, statement_id, (0, 4), MarkKind.OTHER)
    with pytest.raises(PendingReviewError):
        exchange.ask(statement_id)
    with pytest.raises(UsageError, match="finished"):
        exchange.ask()
    with pytest.raises(UsageError, match="too many"):
        exchange.ask(*[statement_id] * (MOST_TEXTS + 1))
    with pytest.raises(UsageError):
        look_files.ask(exchange.ours, (statement_id,), "Nobody", tmp_path / "request")
    assert not (tmp_path / "request").exists()


def test_a_vault_that_lets_no_statement_leave_shows_none_to_a_colleague(
    exchange: Exchange, statement_id: StatementId
) -> None:
    settings.save(exchange.ours, Settings(second_look=True, redaction_profile="none"))
    with pytest.raises(RefusedError):
        exchange.ask(statement_id)


def test_who_has_withdrawn_is_shown_to_nobody(
    exchange: Exchange, statement_id: StatementId, case_ids: tuple[CaseId, ...]
) -> None:
    cases.withdraw(exchange.ours, case_ids[0], Withdrawal("2022-06-01"))
    with pytest.raises(RefusedError):
        exchange.ask(statement_id)


def _hide_everything(session: VaultSession, statement_id: StatementId) -> None:
    """Finish a review that no queue holds."""
    marks = review.open_statement(session, statement_id).marks
    review.decide(session, statement_id, tuple(mark.id for mark in marks), Decision.MASK)
    review.complete(session, statement_id)


NO_QUOTATION = {name: use for name, use in consent()["uses"].items() if name != "quotation"}
QUOTATION = consent()["uses"]["quotation"]


@pytest.mark.parametrize(
    "changes",
    [
        {"consent": consent(uses=NO_QUOTATION)},
        {"consent": uses(quotation={**QUOTATION, "level": "aggregate"})},
        {"consent": uses(quotation={**QUOTATION, "until": "2022-06-01"})},
        {"consent": uses(quotation={**QUOTATION, "withhold": ["own_words"]})},
        {"consent": consent(note="not what I said of the lamp")},
        {"consent": None},
    ],
)
def test_what_may_not_be_quoted_is_shown_to_nobody_and_counted(
    exchange: Exchange, statement_id: StatementId, changes: dict[str, object], tmp_path: Path
) -> None:
    settings.save(exchange.ours, Settings())
    made = {key: value for key, value in document(6, **changes).items() if value is not None}
    (case_id,) = fill(exchange.ours, made)
    other = statement_of(exchange.ours, case_id)
    _hide_everything(exchange.ours, other)
    with pytest.raises(RefusedError):
        exchange.ask(other)
    assert not (tmp_path / "request").exists()
    ids = (statement_id, other)
    asked = look_files.ask(exchange.ours, ids, "Colleague", tmp_path / "request")
    assert (asked.statements, asked.left_out) == (1, 1)
    request = look_files.read_request(exchange.theirs, tmp_path / "request")
    assert [each.digest for each in request.texts] == [_digest_of(exchange.ours, statement_id)]
    audited = [e for e in exchange.ours.store.audit.newest() if e.action is ASKED]
    assert [entry.subject for entry in audited] == [statement_id]


def test_what_names_somebody_for_all_that_was_decided_is_shown_to_nobody(
    exchange: Exchange, statement_id: StatementId
) -> None:
    start = review.state(exchange.ours, statement_id).statement.text.index("early")
    mark, _ = review.add_mark(exchange.ours, statement_id, (start, start + 5), MarkKind.OTHER)
    review.decide(exchange.ours, statement_id, (mark.id,), Decision.KEEP)
    review.complete(exchange.ours, statement_id)
    exchange.ask(statement_id, name="before")
    rulings.add(exchange.ours, "early", Decision.MASK, MarkKind.OTHER)
    assert "early" in review.preview(review.state(exchange.ours, statement_id)).text
    with pytest.raises(RefusedError) as caught:
        exchange.ask(statement_id)
    assert not isinstance(caught.value, PendingReviewError)


def test_no_request_is_written_that_a_colleague_could_not_open(
    exchange: Exchange, statement_id: StatementId, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(looks, "LONGEST_TEXT", 9)
    with pytest.raises(UsageError):
        exchange.ask(statement_id)
    assert not (tmp_path / "request").exists()
    assert ASKED not in audited(exchange.ours)


@pytest.mark.parametrize("changes", [{7: "no such text"}, {0: "x" * 2001}, {-1: "before"}])
def test_what_is_to_be_changed_is_in_the_request_and_short(
    exchange: Exchange, statement_id: StatementId, changes: dict[int, str], tmp_path: Path
) -> None:
    request = exchange.ask(statement_id)
    with pytest.raises(UsageError):
        look_files.sign(exchange.theirs, request, changes, tmp_path / "answer")
