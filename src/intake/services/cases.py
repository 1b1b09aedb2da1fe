"""Cases: list, make, import, finalise, withdraw and erase."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from intake.domain.case import CaseFile, CaseStatus, CaseSummary
from intake.domain.changes import Changes
from intake.domain.consent import Withdrawal
from intake.domain.ids import CaseId
from intake.domain.progress import CancelToken, ProgressCallback, ignore_progress
from intake.services.session import VaultSession
from intake.store.cases import CaseFilter, CaseOrder

NO_FILTER = CaseFilter()


@dataclass(frozen=True, slots=True)
class FilterChoices:
    """Values that occur in the vault, for the filter menus."""

    groups: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    interviewers: tuple[str, ...] = ()
    months: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportReceipt:
    """What an import brought in."""

    cases: int
    codes: tuple[str, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class WithdrawalReceipt:
    """What follows from a withdrawal: bundles that hold the record and must be recalled."""

    bundles: tuple[str, ...]
    changes: Changes


def list_cases(
    session: VaultSession,
    matching: CaseFilter = NO_FILTER,
    order: CaseOrder = CaseOrder.CHANGED,
) -> tuple[CaseSummary, ...]:
    """Return the summaries that match, in order."""
    raise NotImplementedError


def filter_choices(session: VaultSession) -> FilterChoices:
    """Return the values that the filters can offer."""
    raise NotImplementedError


def case_file(session: VaultSession, case_id: CaseId) -> CaseFile:
    """Return everything recorded about one case."""
    raise NotImplementedError


def find(session: VaultSession, code: str) -> CaseId:
    """Return the id of the case with this code.

    Raises:
        UsageError: There is no such case.
    """
    raise NotImplementedError


def import_file(
    session: VaultSession,
    path: Path,
    progress: ProgressCallback = ignore_progress,
    cancel: CancelToken | None = None,
) -> ImportReceipt:
    """Import a file in the interchange format, all or nothing.

    Raises:
        InputFileError: A line is wrong; it names line, key and reason.
        CancelledError: Stopped; nothing was imported.
    """
    raise NotImplementedError


def set_status(session: VaultSession, case_id: CaseId, status: CaseStatus) -> Changes:
    """Finalise a draft (freezes a revision of each statement) or reopen it on purpose."""
    raise NotImplementedError


def withdraw(session: VaultSession, case_id: CaseId, withdrawal: Withdrawal) -> WithdrawalReceipt:
    """Record that the person took consent back; the record itself stays."""
    raise NotImplementedError


def erase(session: VaultSession, case_id: CaseId) -> Changes:
    """Remove a case for good; a salted tombstone stays in the chain."""
    raise NotImplementedError
