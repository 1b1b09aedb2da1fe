"""Consent of a case: record it, and keep what was taken back."""

from __future__ import annotations

from dataclasses import replace

from intake.domain.audit import Action
from intake.domain.case import CaseStatus
from intake.domain.consent import Consent, Withdrawal
from intake.domain.ids import CaseId
from intake.services.interviews import Saved
from intake.services.session import VaultSession
from intake.store.transaction import Transaction


def save(session: VaultSession, case_id: CaseId, new: Consent) -> Saved:
    """Record consent; earlier versions are kept, and what was taken back stays taken back.

    Who saves may have looked at the record before the person took something back: a page that was
    open meanwhile, or a change that could not be stored at once.
    """
    with session.store.write(Action.CONSENT_RECORDED, case_id) as tx:
        now = session.store.consents.current(case_id)
        before = now.withdrawn if now is not None else None
        session.store.consents.save(
            tx, case_id, replace(new, withdrawn=united(before, new.withdrawn))
        )
    return Saved(tx.at, tx.changes)


def take_back(
    session: VaultSession, tx: Transaction, case_id: CaseId, withdrawal: Withdrawal
) -> None:
    """Record in an open write what a person took back, beside what was taken back before."""
    store = session.store
    now = store.consents.current(case_id) or Consent()
    taken = united(now.withdrawn, withdrawal) or withdrawal
    store.consents.save(tx, case_id, replace(now, withdrawn=taken))
    if taken.erase or not taken.what:
        store.cases.set_status(tx, case_id, CaseStatus.WITHDRAWN)


def united(earlier: Withdrawal | None, later: Withdrawal | None) -> Withdrawal | None:
    """Return what two withdrawals take back together: one only ever grows."""
    if earlier is None or later is None:
        return earlier or later
    everything = not earlier.what or not later.what
    return Withdrawal(
        day=earlier.day if not earlier.what else later.day,
        what=frozenset() if everything else earlier.what | later.what,
        erase=earlier.erase or later.erase,
    )
