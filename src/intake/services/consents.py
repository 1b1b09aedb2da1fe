"""Consent of a case: record it, and keep what was taken back."""

from __future__ import annotations

from dataclasses import replace

from intake.domain.audit import Action
from intake.domain.consent import Consent, Withdrawal
from intake.domain.ids import CaseId
from intake.services.interviews import Saved
from intake.services.session import VaultSession


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
