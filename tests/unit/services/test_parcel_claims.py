"""What a trusted colleague claims in a parcel can block nothing here and pass nothing off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from intake.domain.consent import RecipientGroup, Withdrawal
from intake.domain.ids import CaseId, StatementId, new_id
from intake.domain.parcel import CaseRows, Value
from intake.errors import BundleDamagedError, NotAcceptedError, UsageError
from intake.export.keys import parse_public_key, to_base64
from intake.export.parcel import LeftIn, Parcel, write_parcel
from intake.forms.loader import core_form
from intake.services import (
    cases,
    documents,
    look_files,
    parcels,
    second_look,
    settings,
    team,
    vaults,
)
from intake.services.parcels import Outcome, Version
from intake.services.second_look import Stage
from intake.services.session import VaultSession
from intake.services.settings import Settings
from intake.store.migrations import NEWEST
from tests.unit.services.conftest import OpenVault, Template
from tests.unit.services.making import document, fill, review_everything
from tests.unit.services.parcel_making import filled, only_case, sent
from tests.unit.services.second_looks import statement_of
from tests.unit.services.two_vaults import befriended

OFFICE = "Office"
LEFT = LeftIn("ab" * 16, "2026-01", "2026-01-02T00:00:00.000000+00:00", {})
Three = tuple[VaultSession, VaultSession, VaultSession]


@pytest.fixture
def three(tmp_path: Path, template: Template, open_vault: OpenVault) -> Iterator[Three]:
    """Yield two vaults in the field and that of the office."""
    with befriended(tmp_path, template, open_vault, "Field", "Other", OFFICE) as (one, two, office):
        yield one, two, office


def claimed(
    sender: VaultSession, to: VaultSession, folder: Path, rows: CaseRows, *left_in: LeftIn
) -> Path:
    """Write a parcel around any rows."""
    path = folder / new_id()
    parcel = Parcel(new_id(), "2026-01", NEWEST, rows, left_in)
    with team.keyring(sender) as own, team.keyring(to) as addressee:
        recipients = [addressee.identity.recipient()]
        write_parcel(path, parcel, recipients, own.signer(RecipientGroup.TEAM))
    return path


def with_column(rows: CaseRows, table: str, column: str, value: Value) -> CaseRows:
    """Return rows with another value in the first row of a table."""
    return {**rows, table: ({**rows[table][0], column: value}, *rows[table][1:])}


# -- other names ----------------------------------------------------------------------------------


def claiming(
    sender: VaultSession, to: VaultSession, folder: Path, case_id: CaseId, *names: CaseId
) -> Path:
    """Write a parcel of a case under names of other cases."""
    path = folder / new_id()
    rows = sender.store.parcels.rows_of(case_id)
    parcel = Parcel(new_id(), "2026-01", NEWEST, rows, known_as=names)
    with team.keyring(sender) as own, team.keyring(to) as addressee:
        recipients = [addressee.identity.recipient()]
        write_parcel(path, parcel, recipients, own.signer(RecipientGroup.TEAM))
    return path


def taken_back(session: VaultSession, ids: Iterable[CaseId]) -> list[CaseId]:
    """Return those of some cases whose people took consent back."""
    found = ((each, session.store.consents.current(each)) for each in ids)
    return [each for each, consent in found if consent is not None and consent.withdrawn]


@pytest.mark.parametrize("is_erased", [True, False])
def test_what_claims_to_be_several_cases_touches_one_that_somebody_has_compared(
    tmp_path: Path, three: Three, *, is_erased: bool
) -> None:
    field, _, office = three
    here = [filled(office, number) for number in range(2, 6)]
    case_id = filled(field)
    cases.withdraw(field, case_id, Withdrawal(day="2026-01-01", erase=True))
    parcels.receive(office, claiming(field, office, tmp_path, case_id, *here))
    (found,) = parcels.conflicts(office)
    if is_erased:
        cases.erase(office, found.received.case_id)
    else:
        parcels.decide(office, found.received.parcel_id, Version.OURS)
    assert taken_back(office, here) == [found.received.rival]


def test_a_case_that_is_here_is_not_tied_to_others_by_one_more_parcel_of_it(
    tmp_path: Path, three: Three
) -> None:
    field, _, office = three
    case_id = filled(field)
    cases.withdraw(field, case_id, Withdrawal(day="2026-01-01", erase=True))
    parcels.receive(office, claiming(field, office, tmp_path, case_id))
    here = [filled(office, number) for number in range(2, 6)]
    again = claiming(field, office, tmp_path, case_id, *here)
    assert parcels.receive(office, again).outcome is Outcome.SAME
    cases.erase(office, case_id)
    assert taken_back(office, here) == []
    with pytest.raises(NotAcceptedError):
        parcels.receive(office, again)


# -- numbers and times ----------------------------------------------------------------------------


def require_refused(folder: Path, three: Three, table: str, column: str, value: Value) -> None:
    """Fail where the office takes in a case with another value in one place."""
    field, _, office = three
    rows = with_column(field.store.parcels.rows_of(filled(field)), table, column, value)
    with pytest.raises(BundleDamagedError):
        parcels.receive(office, claimed(field, office, folder, rows))
    assert office.store.cases.count() == 0


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("consents", "version", 2**63 - 1),
        ("consents", "version", 1_000_002),
        ("consents", "version", -1),
        ("revisions", "number", 2**63 - 1),
        ("interviews", "ordinal", 2**63 - 1),
        ("persons", "ordinal", 2**63 - 1),
        ("statements", "caret", 2**62),
        ("cases", "people", 2**63 - 1),
        ("cases", "created", "9999-12-31T23:59:59.999999+00:00"),
        ("consents", "saved", "0001-01-01T00:00:00.000000+00:00"),
        ("revisions", "created", "2026-01-02T00:00:00.000000"),
    ],
)
def test_a_number_or_a_time_that_leaves_no_room_is_refused(
    tmp_path: Path, three: Three, table: str, column: str, value: Value
) -> None:
    require_refused(tmp_path, three, table, column, value)


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("answers", "owner_kind", 1),
        ("statements", "final", "1"),
        ("statements", "reviewed_digest", 2),
        ("event_persons", "part", 1),
        ("events", "ordinal", "1"),
        ("persons", "code", 1_000_000),
        ("cases", "project", 7),
        ("cases", "status", "sealed"),
    ],
)
def test_a_value_that_no_vault_gives_is_refused_and_the_vault_stays_sound(
    tmp_path: Path, three: Three, table: str, column: str, value: Value
) -> None:
    require_refused(tmp_path, three, table, column, value)
    assert vaults.check(three[2]).good


def test_a_withdrawal_is_possible_and_sent_on_whatever_number_was_taken_in(
    tmp_path: Path, three: Three
) -> None:
    field, other, office = three
    rows = with_column(field.store.parcels.rows_of(filled(field)), "consents", "version", 1_000_001)
    parcels.receive(office, claimed(field, office, tmp_path, rows))
    case_id = only_case(office)
    cases.withdraw(office, case_id, Withdrawal(day="2026-02-03"))
    parcels.receive(other, sent(office, case_id, tmp_path, "Other"))
    consent = other.store.consents.current(case_id)
    assert consent is not None
    assert consent.withdrawn is not None


@pytest.mark.parametrize(
    "left_in",
    [
        (LEFT, LEFT),
        (replace(LEFT, made="9999-12-31T23:59:59.999999+00:00", month="9999-12"),),
        (replace(LEFT, made="0001-01-01T00:00:00.000000+00:00", month="0001-01"),),
        (replace(LEFT, made="2026-01-02T00:00:00.000000"),),
    ],
)
def test_a_ledger_that_cannot_be_is_refused(
    tmp_path: Path, three: Three, left_in: tuple[LeftIn, ...]
) -> None:
    field, _, office = three
    rows = field.store.parcels.rows_of(filled(field))
    with pytest.raises(BundleDamagedError):
        parcels.receive(office, _unread(field, office, tmp_path, rows, left_in))
    assert office.store.releases.all() == ()


def _unread(
    sender: VaultSession,
    to: VaultSession,
    folder: Path,
    rows: CaseRows,
    left_in: tuple[LeftIn, ...],
) -> Path:
    """Write a parcel that its own writer would refuse to read back."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("intake.export.parcel.write_new", _without_check)
        return claimed(sender, to, folder, rows, *left_in)


def _without_check(path: Path, write: object, *_: object) -> None:
    with path.open("wb") as sink:
        assert callable(write)
        write(sink)


@pytest.mark.parametrize(
    ("table", "column"), [("consents", "body"), ("answers", "value"), ("marks", "body")]
)
def test_what_is_nested_too_deep_is_refused(
    tmp_path: Path, three: Three, table: str, column: str
) -> None:
    field, _, office = three
    case_id = filled(field)
    review_everything(field)
    deep = b"[" * 100_000 + b"]" * 100_000
    rows = with_column(field.store.parcels.rows_of(case_id), table, column, deep)
    with pytest.raises(BundleDamagedError):
        parcels.receive(office, claimed(field, office, tmp_path, rows))
    assert office.store.cases.count() == 0


# -- ids that are somebody else's -----------------------------------------------------------------


@pytest.mark.parametrize("table", ["interviews", "persons", "statements", "consents"])
def test_an_id_that_is_used_here_keeps_no_honest_parcel_out(
    tmp_path: Path, three: Three, table: str
) -> None:
    field, other, office = three
    case_id = filled(field)
    honest = field.store.parcels.rows_of(case_id)
    expected = documents.as_document(field.store.cases.file(case_id))
    decoy = other.store.parcels.rows_of(filled(other, 2))
    squat = _renamed(decoy, str(decoy[table][0]["id"]), str(honest[table][0]["id"]))
    parcels.receive(office, claimed(other, office, tmp_path, squat))
    received = parcels.receive(office, sent(field, case_id, tmp_path, OFFICE))
    assert received.outcome is Outcome.NEW
    added = office.store.cases.find(received.code)
    assert added is not None
    assert documents.as_document(office.store.cases.file(added)) == expected
    assert vaults.check(office).good


def _renamed(rows: CaseRows, old: str, new: str) -> CaseRows:
    return {
        name: tuple({c: new if v == old else v for c, v in row.items()} for row in held)
        for name, held in rows.items()
    }


# -- second looks ---------------------------------------------------------------------------------


def reviewed(session: VaultSession) -> tuple[CaseId, StatementId]:
    """Store a case whose review is finished."""
    case_id = filled(session)
    review_everything(session)
    settings.save(session, Settings(second_look=True, interviewer_code="I-1"))
    return case_id, statement_of(session, case_id)


def signer_of(session: VaultSession) -> str:
    """Return with which key a vault signs looks."""
    public = parse_public_key(team.own_key(session).text.encode())
    return to_base64(public.signers[min(public.signers)])


def test_a_look_that_nobody_signed_is_not_taken_over(tmp_path: Path, three: Three) -> None:
    field, other, office = three
    settings.save(office, Settings(second_look=True, interviewer_code="I-1"))
    case_id, statement_id = reviewed(field)
    shown = second_look.status(field, statement_id).shown
    assert shown is not None
    look: Mapping[str, Value] = {
        "id": new_id(),
        "statement_id": statement_id,
        "digest": shown.digest,
        "signer": "",
        "case_id": case_id,
        "made": "2026-01-02T03:04:05.000000+00:00",
        "who": "Other",
        "answer": b"",
        "objects": 0,
        "round": 1,
    }
    forged = [
        look,
        {**look, "id": new_id(), "signer": signer_of(other), "round": 0},
        {**look, "id": new_id(), "signer": signer_of(other), "answer": b"{}", "round": 2},
    ]
    rows = {**field.store.parcels.rows_of(case_id), "looks": tuple(forged)}
    parcels.receive(office, claimed(field, office, tmp_path, rows))
    assert second_look.status(office, statement_id).stage is Stage.WAITS
    assert office.store.looks.of(statement_id) == ()


def looked_at(
    asker: VaultSession, colleague: VaultSession, statement_id: StatementId, folder: Path
) -> None:
    """Let a colleague look at a statement and sign it."""
    look_files.ask(asker, [statement_id], "Other", folder / "request")
    request = look_files.read_request(colleague, folder / "request")
    look_files.sign(colleague, request, {}, folder / "answer")
    look_files.take(asker, folder / "answer")


def test_a_look_that_somebody_trusted_here_has_signed_is_taken_over(
    tmp_path: Path, three: Three
) -> None:
    field, other, office = three
    settings.save(office, Settings(second_look=True, interviewer_code="I-1"))
    case_id, statement_id = reviewed(field)
    looked_at(field, other, statement_id, tmp_path)
    (row,) = field.store.parcels.rows_of(case_id)["looks"]
    rows = {**field.store.parcels.rows_of(case_id), "looks": ({**row, "who": "Somebody"},)}
    parcels.receive(office, claimed(field, office, tmp_path, rows))
    status = second_look.status(office, statement_id)
    assert (status.stage, status.by) == (Stage.LOOKED_AT, "Other")


@pytest.mark.parametrize("change", ["digest", "signer"])
def test_a_signature_counts_for_what_and_by_whom_it_was_made_alone(
    tmp_path: Path, three: Three, change: str
) -> None:
    field, other, office = three
    case_id, statement_id = reviewed(field)
    looked_at(field, other, statement_id, tmp_path)
    (row,) = field.store.parcels.rows_of(case_id)["looks"]
    otherwise: dict[str, Value] = {"digest": bytes(32), "signer": signer_of(field)}
    rows = {
        **field.store.parcels.rows_of(case_id),
        "looks": ({**row, change: otherwise[change]},),
    }
    parcels.receive(office, claimed(field, office, tmp_path, rows))
    assert office.store.looks.of(statement_id) == ()


def test_an_objection_comes_along_and_makes_another_version(tmp_path: Path, three: Three) -> None:
    field, _, office = three
    case_id, statement_id = reviewed(field)
    rows = field.store.parcels.rows_of(case_id)
    parcels.receive(office, claimed(field, office, tmp_path, rows))
    objection: Mapping[str, Value] = {
        "id": new_id(),
        "statement_id": statement_id,
        "digest": bytes(32),
        "signer": "",
        "case_id": case_id,
        "made": "2026-01-02T03:04:05.000000+00:00",
        "who": "",
        "answer": b"",
        "objects": 1,
        "round": 0,
    }
    path = claimed(field, office, tmp_path, {**rows, "looks": (objection,)})
    assert parcels.receive(office, path).outcome is Outcome.CONFLICT


# -- questionnaires -------------------------------------------------------------------------------


def test_a_parcel_from_before_a_new_version_of_the_questionnaire_is_taken_in(
    tmp_path: Path, three: Three, monkeypatch: pytest.MonkeyPatch
) -> None:
    field, _, office = three
    (case_id,) = fill(field, document(1))
    review_everything(field)
    parcel = sent(field, case_id, tmp_path, OFFICE)
    newer = replace(core_form(), version=str(int(core_form().version) + 1))
    monkeypatch.setattr("intake.services.believing.form", lambda: newer)
    assert parcels.receive(office, parcel).outcome is Outcome.NEW


def test_a_case_with_everything_that_the_interchange_takes_can_be_sealed_and_taken_in(
    tmp_path: Path, three: Three
) -> None:
    field, _, office = three
    persons = [
        {"ref": "p1", "role": "interviewee", "in_danger": True},
        {"ref": "p2", "role": "relative", "in_danger": False, "relation": "sibling"},
    ]
    (case_id,) = fill(field, {**document(1), "persons": persons})
    review_everything(field)
    assert parcels.receive(office, sent(field, case_id, tmp_path, OFFICE)).outcome is Outcome.NEW
    persons_there = office.store.cases.file(only_case(office)).persons
    assert [each.answers["in_danger"].value for each in persons_there] == ["yes", "no"]


@pytest.mark.parametrize(
    ("table", "column", "value", "said"),
    [
        ("interviews", "form", "intake-core/99", "newer questionnaire"),
        ("interviews", "form", "intake-core/1b", "newer questionnaire"),
        ("interviews", "form", "another/1", "another questionnaire"),
        ("answers", "question", "never_asked", "does not ask"),
        ("statements", "question", "never_asked", "does not ask"),
    ],
)
def test_what_this_program_does_not_ask_is_refused_in_words(
    tmp_path: Path, three: Three, table: str, column: str, value: str, said: str
) -> None:
    field, _, office = three
    rows = with_column(field.store.parcels.rows_of(filled(field)), table, column, value)
    with pytest.raises(UsageError, match=said):
        parcels.receive(office, claimed(field, office, tmp_path, rows))
    assert office.store.cases.count() == 0
