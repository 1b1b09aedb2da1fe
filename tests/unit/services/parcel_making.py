"""Vaults that trust each other, and cases to seal, for tests of parcels."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from intake.domain.ids import CaseId
from intake.services import sealing, team
from intake.services.session import VaultSession
from tests.unit.services.conftest import OpenVault, Template
from tests.unit.services.making import document, fill
from tests.unit.services.second_looks import another


@contextmanager
def befriended(
    folder: Path, template: Template, open_vault: OpenVault, *names: str
) -> Iterator[list[VaultSession]]:
    """Yield open vaults, each with keys of its own, that have pinned each other by name."""
    with ExitStack() as stack:
        sessions = []
        for name in names:
            (folder / name).mkdir()
            session = another(open_vault, template, folder / name)
            stack.callback(_close, session)
            sessions.append(session)
        for one in sessions:
            for other, name in zip(sessions, names, strict=True):
                if one is not other:
                    team.pin(one, name, team.own_key(other, name=name))
        yield sessions


def _close(session: VaultSession) -> None:
    if session.store.is_open:
        session.close()


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
