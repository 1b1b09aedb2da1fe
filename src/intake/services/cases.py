"""Cases: list, make, import, finalise, withdraw and erase."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from intake.domain.audit import Action
from intake.domain.case import CaseFile, CaseStatus, CaseSummary
from intake.domain.changes import Changes
from intake.domain.consent import Withdrawal
from intake.domain.ids import CaseId
from intake.domain.progress import CancelToken, ProgressCallback, ignore_progress
from intake.domain.statement import RevisionReason
from intake.errors import UsageError
from intake.services import erased, settings, unfinished, versions
from intake.services.consents import take_back
from intake.services.interchange import InterchangeReader, count_lines
from intake.services.interchange_case import written_code
from intake.services.interviews import form
from intake.services.left_bundles import LeftBundle, bundles_of
from intake.services.leftovers import forget_updates
from intake.services.released import Farewell
from intake.services.session import VaultSession
from intake.store.cases import CaseFilter, CaseOrder, FilterValues
from intake.store.transaction import Transaction

NO_FILTER = CaseFilter()
_ACTIONS = {
    CaseStatus.FINALISED: Action.CASE_FINALISED,
    CaseStatus.DRAFT: Action.CASE_REOPENED,
}


@dataclass(frozen=True, slots=True)
class ImportReceipt:
    """What an import brought in."""

    cases: int
    codes: tuple[str, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class WithdrawalReceipt:
    """What follows from a withdrawal.

    Attributes:
        bundles: All that hold the record: what was shared, with whom.
    """

    bundles: tuple[LeftBundle, ...]
    changes: Changes

    @property
    def recalled(self) -> tuple[LeftBundle, ...]:
        """The bundles that consent does not cover any more: whoever has them should delete them."""
        return tuple(each for each in self.bundles if each.is_over)


def list_cases(
    session: VaultSession,
    matching: CaseFilter = NO_FILTER,
    order: CaseOrder = CaseOrder.CHANGED,
    limit: int = -1,
) -> tuple[CaseSummary, ...]:
    """Return the summaries that match, in order; only the first ones up to a limit of 0 or more."""
    return session.store.cases.summaries(matching, order, limit=limit)


def filter_choices(session: VaultSession) -> FilterValues:
    """Return the values that the filters can offer."""
    return session.store.cases.filter_values()


def case_file(session: VaultSession, case_id: CaseId) -> CaseFile:
    """Return everything recorded about one case."""
    return session.store.cases.file(case_id)


def find(session: VaultSession, code: str) -> CaseId:
    """Return the id of the case with this code.

    Raises:
        UsageError: There is no such case.
    """
    found = session.store.cases.find(written_code(code))
    if found is None:
        raise UsageError(what=f"There is no case {code}. List the cases to see their codes.")
    return found


def import_file(
    session: VaultSession,
    path: Path,
    progress: ProgressCallback = ignore_progress,
    cancel: CancelToken | None = None,
) -> ImportReceipt:
    """Import a file in the interchange format, all or nothing.

    Raises:
        InputFileError: A line is wrong, or there is none; it names line, key and reason.
        UsageError: The file cannot be read.
        CancelledError: Stopped; nothing was imported.
    """
    reader = InterchangeReader(form(), session.store.cases.codes())
    codes: list[str] = []

    def noted() -> Iterator[CaseFile]:
        for file in reader.read(path):
            codes.append(file.case.code)
            yield file

    total = count_lines(path)
    changes = session.store.add_cases(noted(), total=total, progress=progress, cancel=cancel)
    return ImportReceipt(len(codes), tuple(codes), changes)


def set_status(session: VaultSession, case_id: CaseId, status: CaseStatus) -> Changes:
    """Finalise a draft (freezes a revision of each statement) or reopen it on purpose.

    Raises:
        UsageError: Only drafts and finalised cases change this way.
    """
    if status not in _ACTIONS:
        raise UsageError(what="A case is withdrawn or sealed by a step of its own.")
    store = session.store
    if store.cases.get(case_id).status not in _ACTIONS:
        raise UsageError(what="A withdrawn or sealed case stays as it is.")
    final = status is CaseStatus.FINALISED
    with store.write(_ACTIONS[status], case_id) as tx:
        for statement in store.statements.of(case_id):
            if final:
                store.statements.freeze(tx, statement.id, RevisionReason.FINALISED)
            if statement.final != final and statement.text:
                store.statements.set_final(tx, statement.id, final=final)
        store.cases.set_status(tx, case_id, status)
    return tx.changes


def withdraw(session: VaultSession, case_id: CaseId, withdrawal: Withdrawal) -> WithdrawalReceipt:
    """Record that the person took consent back; the record itself stays until it is erased.

    What was taken back before stays taken back: a withdrawal only ever grows.
    """
    with session.store.write(Action.CASE_WITHDRAWN, case_id) as tx:
        take_back(session, tx, case_id, withdrawal)
    return WithdrawalReceipt(bundles_of(session, case_id), tx.changes)


def erase(session: VaultSession, case_id: CaseId) -> Changes:
    """Remove a case for good; a salted tombstone stays in the chain.

    Of a case that has left in a bundle stays what it takes to know the person again. Where another
    version of the case is here, what was taken back is taken back in that as well, and it stands
    for the one that goes; where none is, no parcel brings the case back.

    Copies of the vault from before an update go with it: they hold the case, too.
    """
    store = session.store
    farewell = Farewell(session, case_id)
    forget_updates(session.path)
    heir = versions.heir_of(session, case_id)
    with store.write(Action.CASE_ERASED) as tx:
        farewell.keep(tx)
        if heir is None:
            erased.remember(session, tx, case_id)
        else:
            versions.share(session, tx, versions.family(session, case_id))
            versions.pass_on(session, tx, case_id, heir)
        erase_rows(session, tx, case_id)
    store.checkpoint()
    return tx.changes


def erase_rows(session: VaultSession, tx: Transaction, case_id: CaseId) -> None:
    """Remove a case in a write that is open, with what is kept of it outside of its rows."""
    unfinished.forget(session, tx, case_id)
    settings.forget_place(session, tx, case_id)
    versions.forget(session, tx, case_id)
    session.store.classes.forget(tx, case_id)
    session.store.cases.erase(tx, case_id)
