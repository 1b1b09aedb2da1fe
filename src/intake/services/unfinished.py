"""What was typed into an interview and cannot stand as an answer: kept word for word for each case.

It is shown again where it was typed, leaves in no bundle, and goes with the case.
"""

from __future__ import annotations

from collections.abc import Mapping

from intake.domain.case import CaseFile
from intake.domain.changes import Changes
from intake.domain.ids import CaseId
from intake.services.session import VaultSession
from intake.store.transaction import Transaction

_KEY = "unfinished/"


def of_case(session: VaultSession, case_id: CaseId) -> dict[str, str]:
    """Return what is kept of a case: where it was typed, and the text."""
    stored = session.store.settings.get(_KEY + case_id)
    found = stored if isinstance(stored, dict) else {}
    return {place: text for place, text in found.items() if isinstance(text, str)}


def with_case(session: VaultSession, case_id: CaseId) -> tuple[CaseFile, dict[str, str]]:
    """Return a case, and what was typed into its interview and is no answer yet."""
    return session.store.cases.file(case_id), of_case(session, case_id)


def keep(session: VaultSession, case_id: CaseId, texts: Mapping[str, str]) -> Changes:
    """Keep these texts of a case in place of all before; of a case that is gone, nothing."""
    with session.store.write() as tx:
        is_there = tx.owner_of(case_id) is not None
        session.store.settings.set(tx, _KEY + case_id, (dict(texts) if is_there else {}) or None)
    return tx.changes


def forget(session: VaultSession, tx: Transaction, case_id: CaseId, *, beginning: str = "") -> None:
    """Remove what is kept of a case, or only of the places that begin like this."""
    kept = of_case(session, case_id)
    rest = {place: text for place, text in kept.items() if not place.startswith(beginning)}
    if rest != kept:
        session.store.settings.set(tx, _KEY + case_id, rest or None)
