"""What every test of the window lives with: the theme, English, and a small real vault."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from intake.domain.answers import Answer
from intake.domain.case import CaseStatus
from intake.domain.consent import Consent, IdentityLevel, RecipientGroup, Use, UseConsent
from intake.domain.ids import CaseId
from intake.gui import app
from intake.gui.app import Program
from intake.gui.i18n import Interpreter
from intake.gui.pages.conflict import ConflictPage
from intake.gui.pages.export import ExportPage
from intake.gui.pages.team.page import TeamPage
from intake.gui.theme import Appearance, Theme, install_theme
from intake.gui.windows.workspace import Workspace
from intake.gui.workers.store_worker import ImmediateWorker
from intake.services import cases, consents, interviews, team, vaults
from intake.services.session import VaultSession
from intake.vault import kdf
from intake.vault.kdf import KdfCosts
from intake.vault.recovery import RecoveryKey
from intake.vault.secret import Secret
from tests.gui.hands import Replacing

# The message bus is a program of its own; where it is missing, its tests are left out.
collect_ignore = (
    [] if "CI" in os.environ or shutil.which("dbus-daemon") else ["test_desktop_signals.py"]
)
CHEAP = KdfCosts(memory_kib=64 * 1024, time_cost=3, lanes=1)
PASSPHRASE = "quiet lantern orbit maple thunder velvet"
OFFICE, FIELD = "Office", "Field"
STATEMENT = "They came at six in the morning. Vasil Lodachnik opened the door."


@dataclass(frozen=True)
class Made:
    """The vault that tests copy: its folder, its recovery key, and its cases oldest first."""

    folder: Path
    recovery: str
    ids: tuple[CaseId, ...]


@pytest.fixture(scope="session")
def interpreter(qapp: QApplication) -> Interpreter:
    """Return the one that speaks to the application."""
    made = Interpreter()
    made.speak("en")
    return made


@pytest.fixture(scope="session")
def first_theme(qapp: QApplication) -> Theme:
    """Put style and light appearance on the application, once: each time styles every widget."""
    return install_theme(Appearance.LIGHT)


@pytest.fixture(autouse=True)
def installed_theme(interpreter: Interpreter, first_theme: Theme) -> Theme:
    """Go back to the light appearance at normal size, and speak English.

    What the test before has left is deleted first, which Qt does in a running event loop alone:
    it would be styled and translated again.
    """
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if interpreter.language != "en":
        interpreter.speak("en")
    first_theme.set_appearance(Appearance.LIGHT)
    first_theme.set_zoom(100)
    return first_theme


@pytest.fixture(scope="session")
def made_vault(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Make one vault with three invented cases."""
    folder = tmp_path_factory.mktemp("made") / "vault"
    key = RecoveryKey.new()
    recovery = "-".join(key.groups)
    session = vaults.create(
        folder,
        name="Invented",
        passphrase=Secret.from_text(PASSPHRASE),
        recovery=key,
        costs=CHEAP,
    )
    facts = (("lawyer", "GE", "IV-1"), ("journalist", "LT", "IV-2"), ("student", "PL", "IV-1"))
    ids = tuple(_make_case(session, *fact) for fact in facts)
    cases.set_status(session, ids[1], CaseStatus.FINALISED)
    session.close()
    return Made(folder, recovery, ids)


def _make_case(session: VaultSession, group: str, country: str, interviewer: str) -> CaseId:
    file = interviews.begin(session, language="en").file
    case_id, interview = file.case.id, file.interviews[0].id
    for question, value in (
        ("targeted_group", (group,)),
        ("interview_country", country),
        ("interviewer_code", interviewer),
    ):
        interviews.save_answer(session, case_id, interview, question, Answer(value))
    own_words = next(s for s in file.statements if s.question == "own_words")
    interviews.save_draft(session, own_words.id, STATEMENT, len(STATEMENT))
    allowed = UseConsent(IdentityLevel.CODE, frozenset({RecipientGroup.ANY}))
    uses = dict.fromkeys((Use.ANALYSIS, Use.QUOTATION), allowed)
    consents.save(session, case_id, Consent(given="2022-05-26", uses=uses))
    return case_id


@pytest.fixture
def recovery_key(made_vault: Made) -> str:
    """Return the recovery key of the vault, as it is on paper."""
    return made_vault.recovery


@pytest.fixture
def case_ids(made_vault: Made) -> tuple[CaseId, ...]:
    """Return the ids of the three cases, oldest first: a lawyer, a journalist, a student."""
    return made_vault.ids


@pytest.fixture
def cheap_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let new vaults have the lowest costs that are allowed."""
    monkeypatch.setattr(kdf, "calibrate", lambda: CHEAP)


@pytest.fixture
def vault_folder(made_vault: Made, tmp_path: Path) -> Path:
    """Copy the vault for one test."""
    return Path(shutil.copytree(made_vault.folder, tmp_path / "vault"))


@pytest.fixture
def session(vault_folder: Path) -> Iterator[VaultSession]:
    """Open a copy of the vault."""
    opened = vaults.unlock(vault_folder, Secret.from_text(PASSPHRASE))
    yield opened
    opened.close()


@pytest.fixture
def worker(qapp: QApplication) -> ImmediateWorker:
    """Return a worker that runs everything at once and lets no error pass unseen."""
    made = ImmediateWorker(qapp)
    made.failed.connect(_raise)
    return made


def _raise(error: BaseException) -> None:
    raise error


# -- a second vault: the office, which trusts the first one and is trusted ------------------------


def new_vault(folder: Path, name: str) -> VaultSession:
    """Make an empty vault with a name and keys of its own."""
    with Secret.from_text(PASSPHRASE) as passphrase, RecoveryKey.new() as recovery:
        return vaults.create(
            folder, name=name, passphrase=passphrase, recovery=recovery, costs=CHEAP
        )


def office_of(session: VaultSession, folder: Path) -> VaultSession:
    """Return the open vault of the office; both trust each other."""
    office = new_vault(folder / "office", OFFICE)
    team.pin(session, OFFICE, team.own_key(office, name=OFFICE))
    team.pin(office, FIELD, team.own_key(session, name=FIELD))
    return office


def show_page(
    qtbot: QtBot,
    worker: ImmediateWorker,
    page: TeamPage | ConflictPage | ExportPage,
    session: VaultSession,
) -> None:
    """Show a page in a window of its own, kept up to date, with a vault."""
    qtbot.addWidget(page)
    worker.changed.connect(page.refresh)
    page.resize(1274, 700)
    with qtbot.waitActive(page):
        page.show()
    page.open(session)


@pytest.fixture
def office(session: VaultSession, tmp_path: Path) -> Iterator[VaultSession]:
    """Open the vault of the office."""
    made = office_of(session, tmp_path)
    yield made
    made.close()


@pytest.fixture
def team_page(qtbot: QtBot, worker: ImmediateWorker, session: VaultSession) -> TeamPage:
    """Show the team page of the vault."""
    made = TeamPage(worker)
    show_page(qtbot, worker, made, session)
    return made


@pytest.fixture
def at_office(qtbot: QtBot, worker: ImmediateWorker, office: VaultSession) -> TeamPage:
    """Show the team page of the office."""
    made = TeamPage(worker)
    show_page(qtbot, worker, made, office)
    return made


@pytest.fixture
def replacing() -> Replacing:
    return Replacing()


@pytest.fixture
def program(
    qtbot: QtBot, worker: ImmediateWorker, replacing: Replacing, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Program]:
    monkeypatch.setattr(app, "system_language", lambda: "en")
    made = Program(worker, replacing)  # type: ignore[arg-type]  # it raises, it does not return
    qtbot.addWidget(made.window)
    with qtbot.waitActive(made.window):
        made.start()
    yield made
    made.idle.stop()
    made.idle.set_panic_keys()
    made.idle.panicked.disconnect()


@pytest.fixture
def workspace(program: Program, vault_folder: Path) -> Iterator[Workspace]:
    session = vaults.unlock(vault_folder, Secret.from_text(PASSPHRASE))
    program.open_vault(session)
    QApplication.processEvents()
    assert program.window.workspace is not None
    yield program.window.workspace
    program.window.workspace.search.clear()  # a search on its way would ask a closed vault
    if program._session is not None:
        program._session.close()
