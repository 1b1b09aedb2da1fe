"""Takes a picture of every page in every look and three languages, to be looked at by people.

usage: python packaging/pictures.py [FOLDER] [--only TEXT]

The real window runs on a throw-away vault with the made-up cases. Pictures go to build/pictures
unless a folder is named; their names are page.look.language.png.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
WORK = Path("build/pictures-work").resolve()
for name in ("HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"):
    os.environ[name] = str(WORK / name.lower())
    Path(os.environ[name]).mkdir(mode=0o700, parents=True, exist_ok=True)

from PySide6.QtCore import QPoint, Qt  # noqa: E402 (the environment comes first)
from PySide6.QtTest import QTest  # noqa: E402 (the environment comes first)
from PySide6.QtWidgets import QApplication  # noqa: E402 (the environment comes first)

from intake.domain.case import CaseStatus  # noqa: E402 (the environment comes first)
from intake.domain.ids import CaseId  # noqa: E402 (the environment comes first)
from intake.errors import WrongPassphraseError  # noqa: E402 (the environment comes first)
from intake.export.looks import Request, Shown  # noqa: E402 (the environment comes first)
from intake.export.recipients import HybridIdentity  # noqa: E402 (the environment comes first)
from intake.gui.app import Program  # noqa: E402 (the environment comes first)
from intake.gui.ending.destroy_sheet import DestroySheet  # noqa: E402 (the environment comes first)
from intake.gui.ending.drill_sheet import DrillSheet  # noqa: E402 (the environment comes first)
from intake.gui.ending.rekey_sheet import RekeyOffer, RekeySheet  # noqa: E402 (the environment comes first)
from intake.gui.ending.rescue_sheet import RescueSheet  # noqa: E402 (the environment comes first)
from intake.gui.interview.record_card import RecordCard  # noqa: E402 (the environment comes first)
from intake.gui.pages.settings.care import BackupSheet  # noqa: E402 (the environment comes first)
from intake.gui.pages.settings.secrets import ChangePassphraseSheet, ReplaceRecoverySheet  # noqa: E402 (the environment comes first)
from intake.gui.review.look_sheets import ConfirmSheet, RequestSheet  # noqa: E402 (the environment comes first)
from intake.gui.theme import Appearance, theme  # noqa: E402 (the environment comes first)
from intake.gui.widgets.sheet import Sheet  # noqa: E402 (the environment comes first)
from intake.gui.windows.gate import Gate  # noqa: E402 (the environment comes first)
from intake.gui.windows.places import CASES, EXPORT, PROTECTION, REVIEW, SETTINGS, TEAM  # noqa: E402 (the environment comes first)
from intake.gui.windows.workspace import Workspace  # noqa: E402 (the environment comes first)
from intake.gui.workers.store_worker import ImmediateWorker  # noqa: E402 (the environment comes first)
from intake.services import cases, demo, team, vaults  # noqa: E402 (the environment comes first)
from intake.services.ending import Remains  # noqa: E402 (the environment comes first)
from intake.services.second_look import Stage, Status  # noqa: E402 (the environment comes first)
from intake.services.session import VaultSession  # noqa: E402 (the environment comes first)
from intake.vault.secret import Secret  # noqa: E402 (the environment comes first)

SIZE = (1366, 768)
LOOKS = (Appearance.LIGHT, Appearance.DARK, Appearance.CONTRAST)
LANGUAGES = ("en", "be", "x-rtl")
PASSPHRASE = "velvet ladder invented canyon pepper oblong"


class Camera:
    """Shows a page, waits until it is painted, and writes the picture."""

    def __init__(self, program: Program, folder: Path, only: str) -> None:
        self.program = program
        self._folder = folder
        self._only = only
        self.suffix = ""

    def wants(self, page: str) -> bool:
        """Tell whether a page is asked for."""
        return self._only in f"{page}.{self.suffix}"

    def take(self, page: str) -> None:
        """Write the window as it is."""
        if not self.wants(page):
            return
        settle()
        self.program.window.grab().save(str(self._folder / f"{page}.{self.suffix}.png"))


def main() -> int:
    """Take all pictures, each part in a process of its own: a program opens one vault."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", type=Path, default=Path("build/pictures"))
    parser.add_argument("--only", default="", metavar="TEXT", help="names that hold this text")
    parser.add_argument("--part", choices=PARTS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    if options.part is None:
        for part in PARTS:
            subprocess.run([sys.executable, *sys.argv, "--part", part], check=True)
        taken = len(list(options.folder.glob("*.png")))
        print(f"{taken} pictures in {options.folder}")
        return 0
    shutil.rmtree(WORK / "vaults", ignore_errors=True)
    (WORK / "vaults").mkdir(parents=True)
    application = QApplication(["Intake"])
    application.setEffectEnabled(Qt.UIEffect.UI_AnimateCombo, enable=False)
    program = Program(ImmediateWorker())
    program.window.resize(*SIZE)
    program.start()
    PARTS[options.part](Camera(program, options.folder, options.only))
    shutil.rmtree(WORK, ignore_errors=True)
    sys.stdout.flush()
    os._exit(0)  # the program's own end would wait for the window


def gate_part(camera: Camera) -> None:
    """Take what is seen before a vault is open."""
    for _ in variations(camera):
        before_the_vault(camera)


def vault_part(camera: Camera) -> None:
    """Take every page of a vault with cases."""
    session = vault()
    camera.program.open_vault(session)
    for _ in variations(camera):
        in_the_vault(camera, session)
    session.close()


def empty_part(camera: Camera) -> None:
    """Take what a vault without cases shows."""
    with vaults.new_recovery_key() as recovery, Secret.from_text(PASSPHRASE) as passphrase:
        session = vaults.create(
            WORK / "vaults" / "empty", name="Z-7", passphrase=passphrase, recovery=recovery
        )
    camera.program.open_vault(session)
    for _ in variations(camera):
        for place in (CASES, REVIEW, EXPORT):
            open_workspace(camera).go(place)
            camera.take(f"80-empty-{place}")
    session.close()


def receipt_part(camera: Camera) -> None:
    """Take the receipt of a bundle; a case leaves a vault once, so it is written once."""
    session = vault()
    camera.program.open_vault(session)
    workspace = open_workspace(camera)
    export_pages(Camera(camera.program, WORK, "nothing"), workspace)
    workspace.export._write(WORK / "bundle.age")  # noqa: SLF001 (as its sheet does)
    for _ in variations(camera):
        camera.take("55-export-receipt")
    session.close()


PARTS: dict[str, Callable[[Camera], None]] = {
    "gate": gate_part,
    "vault": vault_part,
    "empty": empty_part,
    "receipt": receipt_part,
}


def settle() -> None:
    """Let the window lay itself out and paint."""
    for _ in range(6):
        QApplication.processEvents()
        QTest.qWait(5)


def variations(camera: Camera) -> Iterator[None]:
    """Go through languages and looks."""
    for language in LANGUAGES:
        camera.program.set_language(language)
        for look in LOOKS:
            theme().set_appearance(look)
            camera.suffix = f"{look.value}.{language}"
            settle()
            yield


def vault() -> VaultSession:
    """Return a vault with the made-up cases and one trusted key."""
    folder = WORK / "vaults" / "made-up"
    session = demo.throw_away_vault(folder, name="Z-7")
    key = WORK / "office"
    for old in (key, key.with_name("office.pub")):
        old.unlink(missing_ok=True)
    with Secret.from_text(PASSPHRASE) as passphrase:
        team.create_key(key, passphrase)
    team.trust(session, "office", key.with_name("office.pub"))
    return session


def before_the_vault(camera: Camera) -> None:
    """Take the pages in front of a vault."""
    gate = camera.program.window.gate
    gate.begin()
    camera.take("01-first-start")
    remains = Remains((Path("Invented") / "field-vault",), ())
    pages: dict[str, Callable[[], object]] = {
        **{f"02-create-{step + 1}": partial(create_step, gate, step) for step in range(5)},
        "03-unlock": lambda: gate.show_unlock(Path("Invented") / "field-vault"),
        "03-unlock-locked": partial(locked, gate),
        "03-unlock-wrong": partial(wrong_passphrase, gate),
        "04-open-or-restore": lambda: gate.pages.setCurrentWidget(gate.choose),
        "05-restore": lambda: gate.pages.setCurrentWidget(gate.restore),
        "06-recover": lambda: gate.pages.setCurrentWidget(gate.recover),
        "07-destroyed": partial(gate.show_destroyed, Path(), remains),
    }
    for name, show in pages.items():
        show()
        camera.take(name)


def create_step(gate: Gate, step: int) -> None:
    """Show one step of making a vault, as people see it."""
    gate.pages.setCurrentWidget(gate.creation)
    gate.creation.start()
    gate.creation.place.name.setText("Z-7")
    if step >= gate.creation.steps.index(gate.creation.paper):
        gate.creation._show_key(vaults.new_recovery_key())  # noqa: SLF001 (as below)
    gate.creation._go(step)  # noqa: SLF001 (its steps are reached one after the other only)


def locked(gate: Gate) -> None:
    """Show the page that a lock leaves behind."""
    gate.begin(Path("Invented") / "field-vault", "invented words of state")


def wrong_passphrase(gate: Gate) -> None:
    """Show what a wrong passphrase is answered with."""
    gate.show_unlock(Path("Invented") / "field-vault")
    gate.unlock._refused(WrongPassphraseError())  # noqa: SLF001 (stands for a second of key derivation)


def in_the_vault(camera: Camera, session: VaultSession) -> None:
    """Take every page of an open vault."""
    workspace = open_workspace(camera)
    workspace.go(CASES)
    case_pages(camera, workspace, session)
    interview_pages(camera, workspace, session)
    workspace.go(REVIEW)
    camera.take("40-review")
    passage(camera, workspace)
    second_looks(camera, workspace)
    export_pages(camera, workspace)
    workspace.go(TEAM)
    camera.take("55-team")
    sheet(camera, "56-what-is-left", workspace.ways.team.journey.report_button.click)
    workspace.ways.team.border_asked.emit()
    camera.take("57-seal")
    workspace.go(PROTECTION)
    camera.take("58-protection")
    workspace.go(SETTINGS)
    camera.take("60-settings")
    sheet(camera, "61-backup", lambda: BackupSheet(workspace).open())
    sheet(camera, "62-passphrase", lambda: ChangePassphraseSheet(workspace).open())
    sheet(camera, "63-recovery", lambda: new_recovery(workspace))
    sheet(camera, "64-recovery-split", lambda: new_recovery(workspace, split=True))
    endings(camera, workspace, session)
    sheet(camera, "70-help", lambda: QTest.keyClick(camera.program.window, Qt.Key.Key_F1))
    workspace.go(CASES)


def passage(camera: Camera, workspace: Workspace) -> None:
    """Take the review while a version for sharing of a passage is written."""
    if not camera.wants("41-passage"):
        return
    page = workspace.review
    page.passages.start((0, min(300, len(page.text.text()))), None)
    editor = page.passages.panel.editor
    editor.insertPlainText("A relative told me to wait near Invented Street until the evening.")
    editor.commit()
    camera.take("41-passage")
    page.passages.panel.left.emit()


def second_looks(camera: Camera, workspace: Workspace) -> None:
    """Take the foot of the review where a second look is next, and what two people then see."""
    looks = workspace.review.looks
    text = "They came for [P2, parent] in the morning.\nNobody said why."
    shown = Shown(bytes(32), "own_words", "en", text)
    request = Request(HybridIdentity(Secret(bytearray(32))).recipient(), "team", (shown, shown))
    waits = Status(Stage.WAITS, colleagues=("Invented colleague",), shown=shown)
    looks._status = waits  # noqa: SLF001 (a review that was finished is long)
    looks.retranslate()
    camera.take("42-second-look")
    page = workspace.review
    sheet(camera, "43-somebody-else", lambda: ConfirmSheet(page, shown).open())
    sheet(camera, "44-request", lambda: RequestSheet(page, request).open())
    looks._status = Status(Stage.NOT_ASKED)  # noqa: SLF001 (as above)
    looks.retranslate()


def open_workspace(camera: Camera) -> Workspace:
    """Return the pages of the open vault."""
    workspace = camera.program.window.workspace
    assert workspace is not None
    return workspace


def sheet(camera: Camera, name: str, show: Callable[[], object]) -> None:
    """Take a sheet over the page it belongs to, and close it."""
    if camera.wants(name):
        show()
        camera.take(name)
        for found in camera.program.window.findChildren(Sheet):
            found.cancel()
        settle()


def new_recovery(workspace: Workspace, *, split: bool = False) -> None:
    """Ask for a new recovery key to be written down, whole or on three sheets."""
    asked = ReplaceRecoverySheet(workspace, vaults.new_recovery_key())
    asked.open()
    asked.proof.paper.split.setChecked(split)


def endings(camera: Camera, workspace: Workspace, session: VaultSession) -> None:
    """Take what tries, moves, rescues or ends a vault."""
    known = (Path("Invented") / "stick" / "intake-backup-1a2b3c4d-20220526-093000",)
    offer = RekeyOffer(session, vaults.new_recovery_key(), known)
    worker = camera.program._worker  # noqa: SLF001 (nothing is asked of it)
    sheet(camera, "65-new-keys", lambda: RekeySheet(workspace, worker, offer).open())
    sheet(camera, "66-drill", lambda: DrillSheet(workspace, worker).open())
    sheet(camera, "67-destroy", lambda: DestroySheet(workspace, session.path, known).open())
    sheet(camera, "68-rescue", lambda: RescueSheet(workspace, worker, session.path).open())


def case_pages(camera: Camera, workspace: Workspace, session: VaultSession) -> None:
    """Take the list of cases, what is found in it, and its questions."""
    page = workspace.cases
    page.show_case(by_code(session)[3])
    camera.take("10-cases")
    if camera.wants("11-search"):
        QTest.keyClicks(workspace.search, "Batumi")
        QTest.qWait(400)
        camera.take("11-search")
        workspace.search.clear()
        QTest.qWait(400)
    if camera.wants("12-filters"):
        page.filter_button.click()
        camera.take("12-filters")
        page.filter_button.click()
    sheet(camera, "13-withdraw", page._ask_withdrawal)  # noqa: SLF001 (as its button does)
    sheet(camera, "14-erase", page._ask_chosen_erasure)  # noqa: SLF001 (as its button does)


def by_code(session: VaultSession) -> list[CaseId]:
    """Return the cases in an order that does not follow their changes."""
    return [case.id for case in sorted(cases.list_cases(session), key=lambda case: case.code)]


def statement_cases(session: VaultSession) -> list[CaseId]:
    """Return two cases whose consent stands: one to be written in, one to stay finalised."""
    rows = {case.id: case for case in cases.list_cases(session)}
    return [each for each in by_code(session) if not rows[each].withdrawn][5:7]


def interview_pages(camera: Camera, workspace: Workspace, session: VaultSession) -> None:
    """Take every step of an interview, and one of a case that is finalised."""
    page = workspace.interview
    open_case, final = statement_cases(session)
    workspace.open_interview(final)
    page.go_to(2)
    camera.take("33-interview-finalised")
    if cases.case_file(session, open_case).case.status is CaseStatus.FINALISED:
        cases.set_status(session, open_case, CaseStatus.DRAFT)
    workspace.open_interview(open_case)
    page.set_language(camera.suffix.partition(".")[2])  # an interview keeps its own
    for index in range(page.steps):
        page.go_to(index)
        name = f"{20 + index}-interview-{page.step_key.partition('#')[0].replace('/', '-')}"
        camera.take(name)
        cards = [card for card in page.findChildren(RecordCard) if card.isVisible()]
        for card in cards[:1]:
            card.toggle.click()
            camera.take(f"{name}-open")
            card.toggle.click()
    sheet(camera, "34-stop", page._on_stop)  # noqa: SLF001 (as its button does)
    QTest.mouseMove(page, QPoint(1, 1))


def export_pages(camera: Camera, workspace: Workspace) -> None:
    """Take every state of an export up to the exact rows."""
    workspace.go(EXPORT)
    names = ("50-export-what", "51-export-who", "52-export-coarse", "53-export-rows")
    for name in names:
        camera.take(name)
        if name != names[-1]:
            press_primary(workspace)
    sheet(camera, "54-export-where", lambda: press_primary(workspace))


def press_primary(workspace: Workspace) -> None:
    """Go on with the one button that goes on."""
    button = workspace.export.primary
    assert button is not None
    QTest.keyClick(button, Qt.Key.Key_Space)
    settle()


if __name__ == "__main__":
    sys.exit(main())
