"""What stands around sealing: what can be sealed, proof beforehand, and what is left afterwards."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from intake.domain.case import CaseStatus
from intake.domain.consent import Withdrawal
from intake.domain.marks import Decision, MarkKind
from intake.domain.parcel import ReceivedCase
from intake.errors import (
    RefusedError,
    UnavailableError,
    UsageError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from intake.services import (
    backups,
    cases,
    local_backups,
    rulings,
    seal_steps,
    sealing,
    settings,
    team,
    unfinished,
    vaults,
)
from intake.services.local_backups import Awaits
from intake.services.session import VaultSession
from intake.services.settings import Settings
from intake.services.what_is_left import as_document, what_is_left
from intake.vault.recovery import RecoveryKey
from tests.unit.services.conftest import CHEAP, OpenVault, Template, secret
from tests.unit.services.parcel_making import filled, sent
from tests.unit.services.two_vaults import befriended

OFFICE = "Office"


@pytest.fixture
def pair(
    tmp_path: Path, template: Template, open_vault: OpenVault
) -> Iterator[tuple[VaultSession, VaultSession]]:
    """Yield a vault in the field and that of the office."""
    with befriended(tmp_path, template, open_vault, "Field", OFFICE) as (field, office):
        yield field, office


def test_only_finished_cases_are_offered_and_drafts_when_asked(
    pair: tuple[VaultSession, VaultSession],
) -> None:
    field, _ = pair
    case_id = filled(field)
    assert [each.id for each in seal_steps.sealable(field).cases] == [case_id]
    cases.set_status(field, case_id, CaseStatus.DRAFT)
    assert seal_steps.sealable(field).cases == ()
    assert [each.id for each in seal_steps.sealable(field, drafts=True).cases] == [case_id]
    assert [key.name for key in seal_steps.sealable(field).keys] == [OFFICE]


@pytest.mark.parametrize("drafts", [False, True])
def test_what_is_offered_is_what_can_be_sealed_and_what_is_kept_back_is_refused(
    tmp_path: Path, pair: tuple[VaultSession, VaultSession], *, drafts: bool
) -> None:
    """One rule: the list of the window and the refusal of the command line agree on every case."""
    field, office = pair
    finished, draft, typed, twin, taken = (filled(field, number) for number in range(1, 6))
    cases.set_status(field, draft, CaseStatus.DRAFT)
    unfinished.keep(field, typed, {"case//age": "about forty"})
    cases.withdraw(field, taken, Withdrawal(day="2026-02-01"))
    with field.store.write() as tx:
        note = ReceivedCase("0a" * 16, twin, "2026-01", OFFICE, rival=finished)
        field.store.parcels.note_received(tx, note)
    found = seal_steps.sealable(field, drafts=drafts)
    assert {each.id for each in found.cases} == ({taken, draft} if drafts else {taken})
    code = {each: field.store.cases.get(each).code for each in field.store.cases.ids()}
    assert set(found.undecided) == {code[twin], code[finished]}
    assert found.unanswered == (code[typed],)
    offered = {each.id for each in found.cases}
    for each, named in code.items():
        if each in offered:
            sealing.require_sealable(field, [each], drafts=drafts)
            continue
        with pytest.raises(RefusedError, match=named):
            sealing.require_sealable(field, [each], drafts=drafts)
        with pytest.raises(RefusedError, match=named):
            sealing.seal(field, [each], to=[OFFICE], into=tmp_path, drafts=drafts)
    assert office.is_open


def test_what_it_means_is_said_until_something_was_sealed(
    tmp_path: Path, pair: tuple[VaultSession, VaultSession]
) -> None:
    field, _ = pair
    case_id = filled(field)
    assert seal_steps.sealable(field).is_first
    assert seal_steps.awaits_new_keys(field) is None
    sealing.seal(field, [case_id], to=[OFFICE], into=tmp_path)
    assert not seal_steps.sealable(field).is_first
    assert seal_steps.awaits_new_keys(field) is Awaits.SEALING


def test_secrets_are_proven_before_anything_is_sealed(
    pair: tuple[VaultSession, VaultSession], template: Template
) -> None:
    field, _ = pair
    wrong = secret("another phrase that nobody ever chose here")
    with wrong, pytest.raises(WrongPassphraseError):
        seal_steps.prove(field, wrong)
    with secret() as right, secret("-".join(template.recovery.groups)) as typed:
        assert seal_steps.prove(field, right) is None
        found = seal_steps.prove(field, right, typed)
        assert found is not None
        assert found.secret == template.recovery.secret
        found.wipe()
    with secret() as right, RecoveryKey.new() as other, secret("-".join(other.groups)) as typed:
        refused = pytest.raises(WrongRecoveryKeyError)
        with refused:
            seal_steps.prove(field, right, typed)


def test_after_everything_is_sealed_nothing_is_left_to_open(
    tmp_path: Path, pair: tuple[VaultSession, VaultSession]
) -> None:
    field, _ = pair
    case_id = filled(field)
    cases.set_status(field, case_id, CaseStatus.DRAFT)
    (tmp_path / "stick").mkdir()
    with secret() as passphrase:
        backup = backups.backup(field, tmp_path / "stick", passphrase).path
    before = what_is_left(field)
    assert (before.cases, before.drafts, before.is_clear) == (1, 1, False)
    sealing.seal(field, [case_id], to=[OFFICE], into=tmp_path, label="blue", drafts=True)
    between = what_is_left(field)
    assert between.cases == 0
    assert between.backups == (backup,)
    assert between.awaits_new_keys
    assert not between.is_clear, "the old keys and a backup still open it"
    with secret() as passphrase, RecoveryKey.new() as recovery:
        finished = seal_steps.finish(field, passphrase, recovery, CHEAP)
    assert finished.ended.destroyed == (backup,)
    assert not field.is_open
    left = finished.left
    assert left.is_clear
    assert (left.cases, left.sealed, left.labels, left.keys) == (0, 1, 1, 1)
    assert left.backups == ()
    assert not left.awaits_new_keys


def test_a_folder_with_backups_that_is_not_there_is_named(
    tmp_path: Path, pair: tuple[VaultSession, VaultSession]
) -> None:
    field, _ = pair
    stick = tmp_path / "stick"
    with field.store.write() as tx:
        local_backups.remember(field.store, tx, stick)
    found = what_is_left(field)
    assert found.out_of_reach == (stick,)
    assert not found.is_clear


def test_everything_that_tells_of_people_is_counted(
    pair: tuple[VaultSession, VaultSession],
) -> None:
    field, _ = pair
    assert what_is_left(field).settings == ()
    rulings.add(field, "Strange Guild", Decision.MASK, MarkKind.ORGANISATION)
    settings.save(field, Settings(interviewer_code="IV-1", project="Exile"))
    found = what_is_left(field)
    assert found.words == 1
    assert found.settings == ("interviewer_code", "project")
    assert found.named == bool(field.name)
    assert found.is_clear, "none of it opens a case"
    told = json.loads(json.dumps(as_document(found)))
    assert told["words"] == 1
    assert told["trusted_keys"] == 1
    assert told["clear"] is True


def test_the_vault_opens_with_the_same_passphrase_and_the_chosen_key(
    tmp_path: Path, pair: tuple[VaultSession, VaultSession]
) -> None:
    field, _ = pair
    sealing.seal(field, [filled(field)], to=[OFFICE], into=tmp_path)
    with secret() as passphrase, RecoveryKey.new() as recovery:
        written = "-".join(recovery.groups)
        seal_steps.finish(field, passphrase, recovery, CHEAP)
    with secret(written) as typed:
        opened = vaults.unlock_with_recovery(field.path, typed)
    assert [key.name for key in team.trusted_keys(opened)] == [OFFICE]
    opened.close()


@pytest.mark.parametrize(
    "one",
    [
        {"cases": 1},
        {"backups": (Path("stick"),)},
        {"out_of_reach": (Path("stick"),)},
        {"awaits_new_keys": True},
    ],
)
def test_one_thing_that_opens_a_case_is_enough_not_to_be_clear(
    vault_session: VaultSession, one: dict[str, Any]
) -> None:
    nothing = what_is_left(vault_session)
    assert nothing.is_clear
    assert not replace(nothing, **one).is_clear


def test_no_case_goes_where_the_vault_could_not_get_new_keys(
    tmp_path: Path,
    pair: tuple[VaultSession, VaultSession],
    open_vault: OpenVault,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    field, _ = pair
    case_id = filled(field)
    with monkeypatch.context() as patched:
        patched.setattr("os.path.ismount", lambda path: path == field.path)
        with pytest.raises(UnavailableError, match="be renamed"):
            sent(field, case_id, tmp_path, OFFICE)
    field.close()
    (tmp_path / "link").symlink_to(field.path)
    linked = open_vault(tmp_path / "link")
    with pytest.raises(UsageError, match="opened by a link"):
        sent(linked, case_id, tmp_path, OFFICE)
    assert linked.store.cases.has(case_id)
    linked.close()
