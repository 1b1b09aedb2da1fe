"""Exports: plan a bundle, write it verified, verify and open bundles of others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from intake.domain.consent import RecipientGroup, Use
from intake.domain.ids import CaseId
from intake.domain.progress import CancelToken, ProgressCallback, ignore_progress
from intake.services.session import VaultSession
from intake.vault.secret import Secret

DEFAULT_K = 5


class Policy(StrEnum):
    """What leaves."""

    STATISTICS = "statistics"
    RECORDS = "records"
    ANALYSIS = "analysis"


class Reason(StrEnum):
    """Why a case stays out."""

    NO_CONSENT = "no_consent"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    NOT_FINALISED = "not_finalised"
    RELEASED_BEFORE = "released_before"
    UNDER_K = "under_k"


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What is asked for.

    Attributes:
        recipients: Names of trusted keys or paths of public key files.
        passphrase: Encrypt with a passphrase instead of keys.
        unencrypted: Write the plain archive, said on purpose.
        case_ids: Only these cases; ``None`` for all.
        seed: 32 bytes for reproducible tests.
    """

    policy: Policy
    purpose: Use
    group: RecipientGroup
    recipients: tuple[str, ...] = ()
    passphrase: Secret | None = None
    unencrypted: bool = False
    case_ids: tuple[CaseId, ...] | None = None
    k: int = DEFAULT_K
    accept_suggestions: bool = False
    unreviewed_statements: bool = False
    seed: bytes | None = None


@dataclass(frozen=True, slots=True)
class FieldEffect:
    """What happens to one field: ``kept``, ``generalised``, ``withheld``."""

    name: str
    effect: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class ExportPlan:
    """What would leave, computed by the code that writes the bundle.

    Attributes:
        included: Cases that leave.
        excluded: How many cases stay out, by reason.
        excluded_cases: Their codes by reason: for the person at this laptop only.
        fields: What happens to each field.
        scheme: Name of the generalisation scheme in force.
        risk_before: Highest re-identification risk of a record before (0..1).
        risk_after: The same after generalisation and suppression.
        class_sizes: Sizes of the groups of indistinguishable people, before and after.
        statements: How many statements leave.
        pending_statements: Statements that block the export, and their undecided marks.
        tables: The exact rows that would leave, by table name, header first.
        counts_only: Too few people for rows: only tables of counts leave.
    """

    request: ExportRequest
    included: tuple[CaseId, ...]
    excluded: Mapping[Reason, int]
    excluded_cases: Mapping[Reason, tuple[str, ...]]
    fields: tuple[FieldEffect, ...]
    scheme: str
    risk_before: float
    risk_after: float
    class_sizes_before: tuple[int, ...]
    class_sizes_after: tuple[int, ...]
    statements: int
    pending_statements: int = 0
    pending_marks: int = 0
    tables: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    counts_only: bool = False
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Receipt:
    """A bundle that was written and verified by reading it back."""

    path: Path
    sha256: str
    size: int
    bundle_id: str
    cases: int
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What a bundle says of itself, after all digests and its signature were checked."""

    bundle_id: str
    signer: str
    signer_words: str
    trusted: bool
    policy: str
    purpose: str
    group: str
    month: str
    files: tuple[tuple[str, int], ...]
    withheld: Mapping[str, str]
    reviewed: bool


def plan(
    session: VaultSession,
    request: ExportRequest,
    progress: ProgressCallback = ignore_progress,
    cancel: CancelToken | None = None,
) -> ExportPlan:
    """Work out what would leave.

    Raises:
        RefusedError: Consent, anonymity or nothing left.
    """
    raise NotImplementedError


def write(
    session: VaultSession,
    planned: ExportPlan,
    out: Path,
    progress: ProgressCallback = ignore_progress,
    cancel: CancelToken | None = None,
) -> Receipt:
    """Write, verify and record the bundle; on any error nothing is left.

    Raises:
        PendingReviewError: Statements would leave without review.
        LeakFoundError: The finished bytes hold an identifier.
        UnavailableError: Destination exists, disk full or read-only.
    """
    raise NotImplementedError


def verify(
    path: Path,
    *,
    session: VaultSession | None = None,
    key_file: Path | None = None,
    passphrase: Secret | None = None,
    signer: str | None = None,
) -> VerifyReport:
    """Check a bundle without writing anything.

    Args:
        path: The bundle.
        session: Open vault whose key may open it and whose trusted keys count.
        key_file: An analyst's key file; ``passphrase`` opens it.
        passphrase: Passphrase of the key file, or of the bundle itself.
        signer: Path of a public key file that is trusted for this call, or ``any``.
    """
    raise NotImplementedError


def open_bundle(
    path: Path,
    directory: Path,
    *,
    session: VaultSession | None = None,
    key_file: Path | None = None,
    passphrase: Secret | None = None,
    signer: str | None = None,
) -> VerifyReport:
    """Verify a bundle, then write its files into a new folder."""
    raise NotImplementedError
