"""Consent of a case: record it, confirm it, read it."""

from __future__ import annotations

from intake.domain.audit import Action
from intake.domain.consent import Consent
from intake.domain.ids import CaseId
from intake.services.interviews import Saved
from intake.services.session import VaultSession


def consent(session: VaultSession, case_id: CaseId) -> Consent | None:
    """Return the consent in force, or ``None`` when none was ever recorded."""
    return session.store.consents.current(case_id)


def save(session: VaultSession, case_id: CaseId, new: Consent) -> Saved:
    """Record consent; earlier versions are kept."""
    with session.store.write(Action.CONSENT_RECORDED, case_id) as tx:
        session.store.consents.save(tx, case_id, new)
    return Saved(tx.at, tx.changes)
