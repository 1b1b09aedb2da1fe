"""Cases to seal, and their parcels, for tests of both."""

from __future__ import annotations

from pathlib import Path

from intake.domain.ids import CaseId
from intake.services import sealing
from intake.services.session import VaultSession
from tests.unit.services.making import document, fill


def only_case(session: VaultSession) -> CaseId:
    """Return the id of the only case."""
    (case_id,) = session.store.cases.ids()
    return case_id


def sent(session: VaultSession, case_id: CaseId, folder: Path, *to: str) -> Path:
    """Seal a case and return its parcel."""
    (file,) = sealing.seal(session, [case_id], to=to, into=folder).files
    return file


def filled(session: VaultSession, number: int = 1) -> CaseId:
    """Store one invented case."""
    (case_id,) = fill(session, document(number))
    return case_id
