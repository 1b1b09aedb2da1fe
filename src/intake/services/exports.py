"""Exports: write exactly what was worked out, verified, and record that it left."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from intake.disclosure.lattice import published_axes
from intake.domain.audit import Action
from intake.domain.progress import CancelToken, ProgressCallback, ignore_progress
from intake.errors import (
    DestinationExistsError,
    PendingReviewError,
    RefusedError,
    UsageError,
)
from intake.export import bundle
from intake.export.bundle import Sealing
from intake.export.keys import parse_public_key, read_public_key
from intake.export.recipients import PassphraseRecipient, Recipient
from intake.export.terms import Policy
from intake.services import team
from intake.services.days import today
from intake.services.leaks import gate_for
from intake.services.planning import plan, require_sensible
from intake.services.plans import REPORT_LANGUAGES, ExportPlan, ExportRequest, FieldEffect
from intake.services.released import traces_of
from intake.services.selection import Reason
from intake.services.session import VaultSession
from intake.store.release_classes import ClassesOfBundle
from intake.vault.passphrase import require_strength

__all__ = [
    "REPORT_LANGUAGES",
    "ExportPlan",
    "ExportRequest",
    "FieldEffect",
    "Policy",
    "Reason",
    "Receipt",
    "axis_names",
    "plan",
    "require_ready",
    "write",
]


@dataclass(frozen=True, slots=True)
class Receipt:
    """A bundle that was written and verified by reading it back."""

    path: Path
    sha256: str
    size: int
    bundle_id: str
    cases: int
    files: tuple[str, ...]


def write(
    session: VaultSession,
    planned: ExportPlan,
    out: Path,
    progress: ProgressCallback = ignore_progress,
    cancel: CancelToken | None = None,
) -> Receipt:
    """Write, verify and record the bundle; on any error nothing is left.

    The ledger has the release before the file has its name: nothing leaves unknown. Where the
    file then cannot have its name, the ledger says that the bundle was abandoned.

    Raises:
        RollbackError: The vault was put back, wholly or in part.
        PendingReviewError: Statements would leave without review.
        RefusedError: No second person has looked where one has to, or the vault has changed since
            this was worked out, or the day has.
        LeakFoundError: The finished bytes hold an identifier.
        WeakPassphraseError: The passphrase of the bundle is below the strength floor.
        UnavailableError: Destination exists, disk full or read-only.
        CancelledError: Stopped.
    """
    session.store.soundness.require(progress, cancel)
    if planned.pending_statements:
        raise PendingReviewError(statements=planned.pending_statements, marks=planned.pending_marks)
    if planned.waiting_statements:
        count = planned.waiting_statements
        raise RefusedError(reason=f"statements that wait for a second look: {count}")
    if planned.state != session.store.state_digest():
        raise RefusedError(reason="the vault has changed since; work out again what would leave")
    if planned.contents.facts.release.day != today():
        raise RefusedError(reason="this was worked out on another day; consent ends with days")
    request = planned.request
    recipients = _recipients(session, request)
    with team.keyring(session) as own:
        sealing = Sealing(own.signer(request.group), recipients, request.unencrypted)
    written = bundle.write(
        out,
        planned.contents,
        sealing,
        gate_for(planned.gate, reviewed=not request.accept_suggestions, quoted=planned.quoted),
        progress,
        cancel,
        before_naming=lambda: _record(session, planned),
    )
    return Receipt(
        path=written.path,
        sha256=written.sha256,
        size=written.size,
        bundle_id=written.bundle_id,
        cases=written.cases,
        files=written.files,
    )


def axis_names() -> tuple[str, ...]:
    """Return the names of the facts that can be given a weight."""
    return tuple(axis.name for axis in published_axes())


def require_ready(session: VaultSession, request: ExportRequest, out: Path) -> None:
    """Check before the long work whether the bundle could be written at its end.

    Raises:
        RollbackError: The vault was put back and this has not been settled.
        DestinationExistsError: There is something at ``out``.
        IntakeError: The request, a recipient's key or the passphrase cannot be used.
    """
    session.store.refuse_rollback()
    require_sensible(request)
    _recipients(session, request)
    if os.path.lexists(out):
        raise DestinationExistsError(path=str(out))


def _record(session: VaultSession, planned: ExportPlan) -> Callable[[], None]:
    """Enter the bundle in the ledger; return what says there that it has not left after all."""
    request = planned.request
    release = planned.contents.facts.release
    body = {
        "policy": request.policy.value,
        "purpose": request.purpose.value,
        "group": request.group.value,
        "recipients": len(request.recipients),
        "to": _names(session, request),
        "k": planned.k,
        "schemes": list(planned.schemes),
        "weights": dict(sorted(request.weights.items())),
        "seed": (request.seed or b"").hex(),
    }
    bundle_id = release.ids.bundle()
    traces = traces_of(session, planned.included)
    with session.store.write(Action.EXPORTED, bundle_id) as tx:
        session.store.releases.record(
            tx, bundle_id, release.day[:7], planned.included, body, traces
        )
        leaving = planned.leaving
        changes = ClassesOfBundle(leaving.new, leaving.standing, leaving.over, planned.said)
        session.store.classes.record(tx, bundle_id, changes)
    return partial(_abandon, session, bundle_id)


def _abandon(session: VaultSession, bundle_id: str) -> None:
    with session.store.write(Action.EXPORT_ABANDONED, bundle_id) as tx:
        session.store.releases.abandon(tx, bundle_id)
        session.store.classes.abandon(tx, bundle_id)


def _names(session: VaultSession, request: ExportRequest) -> list[str]:
    """Return what the recipients are called: a recall has to reach each of them."""
    trusted = {each.name for each in session.store.keys.trusted()}
    return sorted(each if each in trusted else Path(each).stem for each in request.recipients)


def _recipients(session: VaultSession, request: ExportRequest) -> tuple[Recipient, ...]:
    if request.unencrypted:
        return ()
    if request.passphrase is not None:
        require_strength(request.passphrase)
        return (PassphraseRecipient(request.passphrase),)
    found: list[Recipient] = []
    for name in request.recipients:
        pinned = session.store.keys.get(name)
        if pinned is not None:
            found.append(parse_public_key(pinned.public.encode()).recipient)
        else:
            if not Path(name).exists():
                raise UsageError(
                    what=f"There is no key file {name}, and no trusted key has this name."
                )
            found.append(read_public_key(Path(name)).recipient)
    if not found:
        raise UsageError(what="Name a recipient's key, a bundle passphrase, or --unencrypted.")
    return tuple(found)
