"""A bundle is written as it was worked out, verified, and in the ledger; or nothing is left."""

from __future__ import annotations

import json
import os
import shutil
import signal
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from intake.domain.answers import Answer
from intake.domain.audit import Action
from intake.domain.consent import RecipientGroup, Use, Withdrawal
from intake.domain.person import Identity, Role
from intake.domain.progress import CancelToken
from intake.errors import (
    BundleDamagedError,
    CancelledError,
    DestinationExistsError,
    DiskFullError,
    IntakeError,
    LeakFoundError,
    NothingToReleaseError,
    PendingReviewError,
    RefusedError,
    RollbackError,
    UsageError,
    WeakPassphraseError,
    WrongKeyError,
)
from intake.export.writers import tables
from intake.redaction.leaks import LeakGate
from intake.services import bundles, cases, exports, interviews, review, settings, team
from intake.services.bundles import Means
from intake.services.exports import ExportPlan, ExportRequest, Policy
from intake.services.session import VaultSession
from intake.vault.secret import Secret
from tests.unit.services.conftest import OpenVault
from tests.unit.services.making import (
    document,
    fill,
    no_room_beyond,
    review_everything,
)

SEED = bytes(range(32))


@pytest.fixture
def vault(vault_session: VaultSession) -> VaultSession:
    """Return a vault with eight people who agree to everything."""
    fill(vault_session, *(document(number) for number in range(8)))
    return vault_session


def _request(policy: Policy = Policy.RECORDS, **changes: Any) -> ExportRequest:
    made = ExportRequest(policy, Use.ANALYSIS, RecipientGroup.ANALYSTS, unencrypted=True, seed=SEED)
    return replace(made, **changes)


def _planned(session: VaultSession, policy: Policy = Policy.RECORDS, **changes: Any) -> ExportPlan:
    return exports.plan(session, _request(policy, **changes))


@contextmanager
def _nothing_is_left(session: VaultSession, folder: Path) -> Iterator[None]:
    before = {each.name for each in folder.iterdir()}
    yield
    assert {each.name for each in folder.iterdir()} == before
    assert session.store.releases.all() == ()


@pytest.mark.parametrize("policy", Policy)
def test_what_was_worked_out_is_what_is_written(
    vault: VaultSession, tmp_path: Path, policy: Policy
) -> None:
    review_everything(vault)
    planned = _planned(vault, policy)
    receipt = exports.write(vault, planned, tmp_path / "out.zip")
    with zipfile.ZipFile(receipt.path) as archive:
        names = set(archive.namelist())
        for name, rows in planned.tables.items():
            assert archive.read(name).decode().startswith(rows[0][0])
    assert names == {*receipt.files, "padding"}
    assert ("data/statements.csv" in names) == (policy is Policy.ANALYSIS)
    assert ("data/interviews.csv" in names) == (policy is not Policy.STATISTICS)
    assert receipt.cases == (0 if policy is Policy.STATISTICS else 8)
    assert receipt.size == receipt.path.stat().st_size
    report = bundles.verify(receipt.path, Means(session=vault))
    assert (report.policy, report.trusted, report.reviewed) == (policy.value, True, True)


def test_every_bundle_is_in_the_ledger_and_every_case_leaves_once(
    vault: VaultSession, tmp_path: Path
) -> None:
    planned = _planned(vault)
    receipt = exports.write(vault, planned, tmp_path / "out.zip")
    (release,) = vault.store.releases.all()
    assert (release.bundle_id, release.cases) == (receipt.bundle_id, 8)
    assert release.body["policy"] == "records"
    assert bytes.fromhex(release.body["seed"]) == SEED
    assert vault.store.releases.bundles_of(planned.included[0]) == (receipt.bundle_id,)
    assert any(entry.action is Action.EXPORTED for entry in vault.store.audit.newest(5))
    with pytest.raises(NothingToReleaseError):
        _planned(vault, seed=bytes(32))


def test_a_seed_makes_one_bundle(vault: VaultSession, tmp_path: Path) -> None:
    exports.write(vault, _planned(vault), tmp_path / "out.zip")
    fill(vault, *(document(number) for number in range(10, 18)))
    with pytest.raises(UsageError, match="seed"):
        _planned(vault)
    exports.write(vault, _planned(vault, seed=bytes(32)), tmp_path / "another.zip")
    assert len(vault.store.releases.all()) == 2


def test_the_ledger_knows_before_the_bundle_has_its_name(
    vault: VaultSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A power cut at the very end must not leave a bundle that nobody knows of."""
    known = []

    def cut(*_: object, **__: object) -> None:
        known.append(len(vault.store.releases.all()))
        raise OSError(5, "cut")

    monkeypatch.setattr(Path, "replace", cut)
    monkeypatch.setattr(os, "link", cut)
    with pytest.raises(IntakeError):
        exports.write(vault, _planned(vault), tmp_path / "out.zip")
    monkeypatch.undo()
    assert known == [1]
    assert not (tmp_path / "out.zip").exists()


def test_a_bundle_that_got_no_name_has_not_left(
    vault: VaultSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise OSError(5, "fails")

    planned = _planned(vault)
    monkeypatch.setattr(Path, "replace", fails)
    monkeypatch.setattr(os, "link", fails)
    with pytest.raises(IntakeError):
        exports.write(vault, planned, tmp_path / "out.zip")
    monkeypatch.undo()
    assert vault.store.releases.all() == ()
    assert vault.store.releases.bundles_of(planned.included[0]) == ()
    assert vault.store.releases.knows(planned.contents.facts.bundle_id), "its seed is spent"
    newest = [entry.action for entry in vault.store.audit.newest(2)]
    assert set(newest) == {Action.EXPORTED, Action.EXPORT_ABANDONED}
    again = exports.write(vault, _planned(vault, seed=bytes(32)), tmp_path / "again.zip")
    assert again.cases == 8
    assert vault.store.check() == ()


def test_a_name_that_the_system_refuses_burns_nothing(vault: VaultSession, tmp_path: Path) -> None:
    with _nothing_is_left(vault, tmp_path), pytest.raises(IntakeError, match="too long"):
        exports.write(vault, _planned(vault), tmp_path / ("n" * 300))
    assert not vault.store.releases.knows(_planned(vault).contents.facts.bundle_id)


def test_an_interruption_comes_before_the_last_steps_or_after_them(
    vault: VaultSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = vault.store.releases.record

    def interrupted(*given: Any) -> None:
        real(*given)
        os.kill(os.getpid(), signal.SIGINT)

    monkeypatch.setattr(vault.store.releases, "record", interrupted)
    receipt = exports.write(vault, _planned(vault), tmp_path / "out.zip")
    assert receipt.path.exists()
    assert len(vault.store.releases.all()) == 1
    with pytest.raises(KeyboardInterrupt):
        os.kill(os.getpid(), signal.SIGINT)


def test_who_stops_at_the_last_moment_is_heard(vault: VaultSession, tmp_path: Path) -> None:
    cancel = CancelToken()
    planned = _planned(vault)

    def stop_at_the_end(done: int, total: int) -> None:
        if done == total:
            cancel.cancel()

    with _nothing_is_left(vault, tmp_path), pytest.raises(CancelledError):
        exports.write(vault, planned, tmp_path / "out.zip", stop_at_the_end, cancel)


def test_a_ledger_that_cannot_be_written_keeps_the_bundle_here(
    vault: VaultSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFullError

    planned = _planned(vault)
    monkeypatch.setattr(vault.store.releases, "record", full)
    with _nothing_is_left(vault, tmp_path), pytest.raises(DiskFullError):
        exports.write(vault, planned, tmp_path / "out.zip")


def test_a_full_disk_leaves_nothing(vault: VaultSession, tmp_path: Path) -> None:
    planned = _planned(vault)
    with _nothing_is_left(vault, tmp_path), pytest.raises(DiskFullError), no_room_beyond(20_000):
        exports.write(vault, planned, tmp_path / "out.zip")


def test_cancelling_leaves_nothing(vault: VaultSession, tmp_path: Path) -> None:
    planned = _planned(vault)
    for stop_at in (1, 5, 20):
        cancel = CancelToken()
        told: list[int] = []

        def stop(
            done: int, _: int, told: list[int] = told, at: int = stop_at, c: CancelToken = cancel
        ) -> None:
            told.append(done)
            if len(told) == at:
                c.cancel()

        with _nothing_is_left(vault, tmp_path), pytest.raises(CancelledError):
            exports.write(vault, planned, tmp_path / "out.zip", stop, cancel)


def test_what_is_there_is_never_overwritten(vault: VaultSession, tmp_path: Path) -> None:
    out = tmp_path / "out.zip"
    out.write_text("mine", "utf-8")
    with pytest.raises(DestinationExistsError):
        exports.require_ready(vault, _request(), out)
    with pytest.raises(DestinationExistsError):
        exports.write(vault, _planned(vault), out)
    assert out.read_text("utf-8") == "mine"
    assert vault.store.releases.all() == ()


def test_statements_without_review_stop_it(vault: VaultSession, tmp_path: Path) -> None:
    planned = _planned(vault, Policy.ANALYSIS)
    with _nothing_is_left(vault, tmp_path), pytest.raises(PendingReviewError, match="8 statements"):
        exports.write(vault, planned, tmp_path / "out.zip")


def test_one_statement_without_review_keeps_the_reviewed_ones_here(
    vault: VaultSession, tmp_path: Path
) -> None:
    review_everything(vault)
    statement = review.queue(vault, only_open=False)[0].statement_id
    interviews.set_final(vault, statement, final=False)
    told = review.state(vault, statement).statement.text
    interviews.save_draft(vault, statement, f"{told} Somebody called Lampadnik came.", 0)
    interviews.set_final(vault, statement, final=True)
    planned = _planned(vault, Policy.ANALYSIS)
    assert planned.statements == 7
    with _nothing_is_left(vault, tmp_path), pytest.raises(PendingReviewError, match="1 statement"):
        exports.write(vault, planned, tmp_path / "out.zip")
    assert vault.store.releases.all() == (), "whoever left once without words is never quoted"


def test_a_vault_that_changed_meanwhile_stops_it(vault: VaultSession, tmp_path: Path) -> None:
    planned = _planned(vault)
    (case_id, *_) = planned.included
    interview = cases.case_file(vault, case_id).interviews[0].id
    interviews.save_answer(vault, case_id, interview, "age", Answer(80))
    with _nothing_is_left(vault, tmp_path), pytest.raises(RefusedError, match="has changed"):
        exports.write(vault, planned, tmp_path / "out.zip")


def test_a_withdrawal_between_plan_and_writing_stops_it(
    vault: VaultSession, tmp_path: Path
) -> None:
    planned = _planned(vault)
    cases.withdraw(vault, planned.included[0], Withdrawal("2022-06-01"))
    with _nothing_is_left(vault, tmp_path), pytest.raises(RefusedError):
        exports.write(vault, planned, tmp_path / "out.zip")


def test_a_new_day_between_plan_and_writing_stops_it(
    vault: VaultSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Consent may have ended at midnight."""
    planned = _planned(vault)
    monkeypatch.setattr(exports, "today", lambda: "2999-01-01")
    with _nothing_is_left(vault, tmp_path), pytest.raises(RefusedError, match="another day"):
        exports.write(vault, planned, tmp_path / "out.zip")


def test_the_gate_has_the_last_word(vault: VaultSession, tmp_path: Path) -> None:
    review_everything(vault)
    somebody = Identity("P1", Role.OTHER, names=("Zmicier Early",))
    gate = LeakGate({"own": [somebody]}, {})
    planned = replace(_planned(vault, Policy.ANALYSIS), gate=gate)
    with _nothing_is_left(vault, tmp_path), pytest.raises(LeakFoundError, match=r"statements\.csv"):
        exports.write(vault, planned, tmp_path / "out.zip")


@pytest.mark.parametrize(
    "left",
    ["Сукнабвичу", "Zubrawa Suknobwicz", "#freesuknobvicz", "Suknobvi&#99;h", "Z. S."],
)
def test_a_redaction_that_leaves_a_name_in_another_form_is_refused(
    vault: VaultSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, left: str
) -> None:
    """A redaction step is sabotaged behind the last look at the text: only the file can tell."""
    review_everything(vault)
    planned = _planned(vault, Policy.ANALYSIS)
    honest = tables.harmless

    def sabotaged(text: str) -> str:
        return honest(text) + f" Asked were {left} too." if "They came" in text else honest(text)

    monkeypatch.setattr(tables, "harmless", sabotaged)
    with _nothing_is_left(vault, tmp_path), pytest.raises(LeakFoundError) as caught:
        exports.write(vault, planned, tmp_path / "out.zip")
    assert caught.value.exit_code == 4
    assert "statements.csv line" in str(caught.value)
    assert left not in str(caught.value)
    assert vault.store.releases.all() == ()
    monkeypatch.undo()
    exports.write(vault, planned, tmp_path / "out.zip")


def test_a_common_word_passes_in_reviewed_statements_only(
    vault: VaultSession, tmp_path: Path
) -> None:
    rose = Identity("P1", Role.OTHER, names=("Rose Lampa",))
    text = "It was a rose, no more."
    fill(vault, document(8, statement=text))
    review_everything(vault)
    gate = LeakGate({"own": [rose]}, {})
    planned = replace(_planned(vault, Policy.ANALYSIS), gate=gate)
    unreviewed = replace(planned, request=replace(planned.request, accept_suggestions=True))
    with _nothing_is_left(vault, tmp_path), pytest.raises(LeakFoundError):
        exports.write(vault, unreviewed, tmp_path / "out.zip")
    exports.write(vault, planned, tmp_path / "out.zip")


def test_a_vault_that_was_put_back_writes_nothing(vault: VaultSession, tmp_path: Path) -> None:
    planned = _planned(vault)
    vault.store.mark_rolled_back("database")
    with _nothing_is_left(vault, tmp_path):
        with pytest.raises(RollbackError):
            exports.write(vault, planned, tmp_path / "out.zip")
        with pytest.raises(RollbackError):
            exports.require_ready(vault, _request(), tmp_path / "out.zip")


def test_the_same_vault_and_seed_give_the_same_bytes(
    vault: VaultSession, tmp_path: Path, open_vault: OpenVault
) -> None:
    review_everything(vault)
    vault.close()
    written = []
    for name in ("one", "two"):
        session = open_vault(Path(shutil.copytree(vault.path, tmp_path / name)))
        out = tmp_path / f"{name}.zip"
        exports.write(session, _planned(session, Policy.ANALYSIS), out)
        written.append(out.read_bytes())
        session.close()
    assert written[0] == written[1]


# -- to whom --------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def analyst(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an analyst's key file; ``.pub`` behind it is the public one."""
    path = tmp_path_factory.mktemp("analyst") / "analyst.key"
    team.create_key(path, Secret.from_text(KEY_PASSPHRASE), work_factor=1)
    return path


KEY_PASSPHRASE = "another ladder seven invented oblong canyons"


@pytest.mark.parametrize("is_pinned", [False, True])
def test_the_recipient_opens_it_and_the_sender_does_not(
    vault: VaultSession,
    tmp_path: Path,
    analyst: Path,
    is_pinned: bool,  # noqa: FBT001 (both ways to name a recipient)
) -> None:
    public = Path(f"{analyst}.pub")
    if is_pinned:
        team.trust(vault, "analyst", public)
    named = "analyst" if is_pinned else str(public)
    request: dict[str, Any] = {"unencrypted": False, "recipients": (named,)}
    receipt = exports.write(vault, _planned(vault, **request), tmp_path / "out.age")
    own = tmp_path / "own.pub"
    team.save_public_key(team.own_key(vault), own)
    with Secret.from_text(KEY_PASSPHRASE) as passphrase:
        means = Means(key_file=analyst, passphrase=passphrase, signer=str(own))
        assert bundles.verify(receipt.path, means).trusted
    with pytest.raises(WrongKeyError):
        bundles.verify(receipt.path, Means(session=vault))


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({}, UsageError),
        ({"recipients": ("nowhere.pub",)}, UsageError),
        ({"passphrase": Secret(b"letmein")}, WeakPassphraseError),
    ],
)
def test_without_somebody_to_open_it_nothing_is_written(
    vault: VaultSession, tmp_path: Path, changes: dict[str, Any], error: type[IntakeError]
) -> None:
    request = _request(unencrypted=False, **changes)
    with _nothing_is_left(vault, tmp_path):
        with pytest.raises(error):
            exports.require_ready(vault, request, tmp_path / "out.age")
        with pytest.raises(error):
            exports.write(vault, exports.plan(vault, request), tmp_path / "out.age")


def test_a_file_that_is_no_key_is_refused_before_the_work(
    vault: VaultSession, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.pub"
    bad.write_text("{}", "utf-8")
    request = _request(unencrypted=False, recipients=(str(bad),))
    with pytest.raises(BundleDamagedError):
        exports.require_ready(vault, request, tmp_path / "out.age")


def test_what_can_be_written_is_ready(vault: VaultSession, tmp_path: Path, analyst: Path) -> None:
    exports.require_ready(vault, _request(), tmp_path / "out.zip")
    to_key = _request(unencrypted=False, recipients=(f"{analyst}.pub",))
    exports.require_ready(vault, to_key, tmp_path / "out.age")
    with pytest.raises(UsageError):
        exports.require_ready(vault, _request(k=1), tmp_path / "out.zip")


def test_numbers_in_the_bundle_are_never_below_five(vault: VaultSession, tmp_path: Path) -> None:
    fill(vault, document(9, consent={"given": None}))
    settings.save(vault, settings.Settings())
    exports.write(vault, _planned(vault), tmp_path / "out.zip")
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        manifest = json.loads(archive.read("manifest.json"))
    assert manifest["withheld"]["no_consent"] == "fewer than 5"
    assert set(manifest["withheld"].values()) == {"fewer than 5"}
