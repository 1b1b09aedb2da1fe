"""Two vaults that pass files of a second look to each other, for tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from intake.domain.audit import Action
from intake.domain.ids import CaseId, StatementId
from intake.export.looks import Request
from intake.services import cases, look_files, settings, team
from intake.services.session import VaultSession
from intake.services.settings import Settings
from tests.unit.services.conftest import OpenVault, Template
from tests.unit.services.making import document, fill, review_everything
from tests.unit.services.two_vaults import another


def reviewed_cases(session: VaultSession) -> tuple[CaseId, ...]:
    """Store six reviewed cases in a vault that asks for second looks from now on."""
    found = fill(session, *(document(number) for number in range(6)))
    review_everything(session)
    settings.save(session, Settings(second_look=True, interviewer_code="I-1"))
    return found


def statement_of(session: VaultSession, case_id: CaseId) -> StatementId:
    file = cases.case_file(session, case_id)
    return next(each.id for each in file.statements if each.text)


def audited(session: VaultSession) -> list[Action]:
    return [entry.action for entry in session.store.audit.newest()]


@dataclass(frozen=True)
class Exchange:
    """Files on their way between two vaults."""

    ours: VaultSession
    theirs: VaultSession
    folder: Path

    def ask(self, *statement_ids: StatementId, name: str = "request") -> Request:
        path = self.folder / name
        look_files.ask(self.ours, statement_ids, "Colleague", path)
        return look_files.read_request(self.theirs, path)

    def answer(self, request: Request, name: str = "answer", **changes: str) -> Path:
        said = {int(place.removeprefix("text_")): text for place, text in changes.items()}
        path = self.folder / name
        look_files.sign(self.theirs, request, said, path)
        return path


@contextmanager
def exchanging(
    ours: VaultSession, template: Template, open_vault: OpenVault, folder: Path
) -> Iterator[Exchange]:
    """Yield our vault and that of a colleague, whose key is pinned in ours."""
    with another(open_vault, template, folder / "colleague") as theirs:
        team.pin(ours, "Colleague", team.own_key(theirs, name="Somebody"))
        yield Exchange(ours, theirs, folder)
