"""The made-up cases: a throw-away vault, and the main job from end to end without a window."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from intake.domain.consent import RecipientGroup, Use
from intake.domain.marks import Decision
from intake.domain.progress import ProgressCallback, ignore_progress
from intake.errors import DestinationExistsError
from intake.resources import resource_path
from intake.services import bundles, cases, exports, review, team, vaults
from intake.services.bundles import Means, VerifyReport
from intake.services.exports import ExportRequest, Policy, Receipt
from intake.services.session import VaultSession
from intake.vault.disk import discard as discard_file
from intake.vault.disk import disk_errors
from intake.vault.kdf import KdfCosts
from intake.vault.secret import Secret

NAME = "Made-up cases"
# Nothing in it is secret.
_CHEAP = KdfCosts(memory_kib=64 * 1024, time_cost=3, lanes=1)
_CHEAP_WORK_FACTOR = 12
_STEPS = 5


@dataclass(frozen=True, slots=True)
class DemoResult:
    """Where the demo left its files.

    Attributes:
        reviewed: How many statements were reviewed.
    """

    vault: Path
    passphrase_file: Path
    analyst_key: Path
    bundle: Path
    receipt: Receipt
    verified: VerifyReport
    reviewed: int


def throw_away_vault(
    folder: Path, progress: ProgressCallback = ignore_progress, *, name: str = NAME
) -> VaultSession:
    """Create a vault with the made-up cases in a folder and leave it open.

    Its passphrase is drawn and forgotten: what is typed into it is gone when it is closed.

    Args:
        folder: Must not exist, or be empty.
        progress: Told (done, total) cases.
        name: What the vault is called.
    """
    with vaults.generate_passphrase() as passphrase:
        return _vault(folder, name, passphrase, progress)


def _vault(folder: Path, name: str, passphrase: Secret, progress: ProgressCallback) -> VaultSession:
    with vaults.new_recovery_key() as recovery:
        session = vaults.create(
            folder, name=name, passphrase=passphrase, recovery=recovery, costs=_CHEAP
        )
    try:
        cases.import_file(session, resource_path("demo", "interviews.jsonl"), progress)
    except BaseException:
        session.close()
        raise
    return session


def run(folder: Path, progress: ProgressCallback = ignore_progress) -> DemoResult:
    """Do the main job in ``folder``: made-up interviews, review, bundle, verification.

    Raises:
        DestinationExistsError: The folder holds something.
        UnavailableError: Read-only or full disk; nothing is left.
    """
    _require_empty(folder)
    try:
        return _run(folder, progress)
    except BaseException:
        for left in folder.iterdir():
            _remove(left)
        raise


def _run(folder: Path, progress: ProgressCallback) -> DemoResult:
    passphrase_file, key_file = folder / "passphrase.txt", folder / "analyst-key.txt"
    with vaults.generate_passphrase() as passphrase:
        _write_private(passphrase_file, passphrase)
        progress(1, _STEPS)
        session = _vault(folder / "vault", NAME, passphrase, ignore_progress)
        try:
            progress(2, _STEPS)
            reviewed = _review_everything(session)
            progress(3, _STEPS)
            team.create_key(key_file, passphrase, _CHEAP_WORK_FACTOR)
            receipt = _export(session, key_file.with_name(key_file.name + ".pub"), folder)
            progress(4, _STEPS)
            own_key = folder / "vault-key.pub"
            team.save_public_key(team.own_key(session), own_key)
        finally:
            session.close()
        means = Means(key_file=key_file, passphrase=passphrase, signer=str(own_key))
        verified = bundles.verify(receipt.path, means)
    progress(_STEPS, _STEPS)
    return DemoResult(
        folder / "vault",
        passphrase_file,
        key_file,
        receipt.path,
        receipt,
        verified,
        reviewed,
    )


def _require_empty(folder: Path) -> None:
    with disk_errors():
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            occupied = any(folder.iterdir())
        except FileExistsError:
            occupied = True
    if occupied:
        raise DestinationExistsError(path=str(folder))


def _write_private(path: Path, content: Secret) -> None:
    """Write a secret without a buffer that would keep a copy of it."""
    with disk_errors():
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            os.write(number, content.view())
            os.write(number, b"\n")
        finally:
            os.close(number)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        discard_file(path)


def _review_everything(session: VaultSession) -> int:
    """Decide as a careful person would who knows nobody: hide whatever is proposed."""
    done = 0
    for item in review.queue(session):
        state = review.open_statement(session, item.statement_id)
        pending = tuple(m.id for m in state.marks if m.decision is Decision.PENDING)
        review.decide(session, item.statement_id, pending, Decision.MASK)
        review.complete(session, item.statement_id)
        done += 1
    return done


def _export(session: VaultSession, recipient: Path, folder: Path) -> Receipt:
    request = ExportRequest(
        policy=Policy.ANALYSIS,
        purpose=Use.ANALYSIS,
        group=RecipientGroup.ANALYSTS,
        recipients=(str(recipient),),
    )
    return exports.write(session, exports.plan(session, request), folder / "bundle.age")
