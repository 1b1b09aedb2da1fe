"""Takes a picture of every page in every look and three languages, to be looked at by people.

usage: python packaging/pictures.py [FOLDER] [--only TEXT]

The real window runs on a throw-away vault with the made-up cases. Pictures go to build/pictures
unless a folder is named; their names are page.look.language.png.
"""

from __future__ import annotations

import argparse
import os
import shutil
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
from intake.gui.app import Program  # noqa: E402 (the environment comes first)
from intake.gui.theme import Appearance, theme  # noqa: E402 (the environment comes first)
from intake.gui.windows.gate import Gate  # noqa: E402 (the environment comes first)
from intake.gui.windows.places import CASES, EXPORT, REVIEW, SETTINGS  # noqa: E402 (the environment comes first)
from intake.gui.workers.store_worker import ImmediateWorker  # noqa: E402 (the environment comes first)
from intake.services import cases, demo, team  # noqa: E402 (the environment comes first)
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
    """Take all pictures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", type=Path, default=Path("build/pictures"))
    parser.add_argument("--only", default="", metavar="TEXT", help="names that hold this text")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(["Intake"])
    application.setEffectEnabled(Qt.UIEffect.UI_AnimateCombo, enable=False)
    program = Program(ImmediateWorker())
    program.window.resize(*SIZE)
    camera = Camera(program, options.folder, options.only)
    program.start()
    for _ in variations(program, camera):
        before_the_vault(camera)
    session = vault()
    program.open_vault(session)
    for _ in variations(program, camera):
        in_the_vault(camera, session)
    session.close()
    shutil.rmtree(WORK, ignore_errors=True)
    taken = len(list(options.folder.glob("*.png")))
    sys.stdout.write(f"{taken} pictures in {options.folder}\n")
    sys.stdout.flush()
    os._exit(0)


def settle() -> None:
    """Let the window lay itself out and paint."""
    for _ in range(6):
        QApplication.processEvents()
        QTest.qWait(5)


def variations(program: Program, camera: Camera) -> Iterator[None]:
    """Go through languages and looks."""
    for language in LANGUAGES:
        program.set_language(language)
        for look in LOOKS:
            theme().set_appearance(look)
            camera.suffix = f"{look.value}.{language}"
            settle()
            yield


def vault() -> VaultSession:
    """Return a vault with the made-up cases and one trusted key."""
    folder = WORK / "vault"
    shutil.rmtree(folder, ignore_errors=True)
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
    pages: dict[str, Callable[[], object]] = {
        **{f"02-create-{step + 1}": partial(create_step, gate, step) for step in range(4)},
        "03-unlock": lambda: gate.show_unlock(Path("Invented") / "field-vault"),
        "04-open-or-restore": lambda: gate.pages.setCurrentWidget(gate.choose),
        "05-restore": lambda: gate.pages.setCurrentWidget(gate.restore),
        "06-recover": lambda: gate.pages.setCurrentWidget(gate.recover),
    }
    for name, show in pages.items():
        show()
        camera.take(name)


def create_step(gate: Gate, step: int) -> None:
    """Show one step of making a vault, as people see it."""
    gate.pages.setCurrentWidget(gate.creation)
    gate.creation.start()
    gate.creation._go(step)  # noqa: SLF001 (its steps are reached one after the other only)


def in_the_vault(camera: Camera, session: VaultSession) -> None:
    """Take every page of an open vault."""
    workspace = camera.program.window.workspace
    assert workspace is not None
    workspace.go(CASES)
    listed = cases.list_cases(session)
    workspace.cases.show_case(listed[3].id)
    camera.take("10-cases")
    if camera.wants("11-search"):
        QTest.keyClicks(workspace.search, "Batumi")
        QTest.qWait(400)
        camera.take("11-search")
        workspace.search.clear()
    interview_pages(camera, session)
    workspace.go(REVIEW)
    camera.take("40-review")
    export_pages(camera)
    workspace.go(SETTINGS)
    camera.take("60-settings")
    if camera.wants("70-help"):
        QTest.keyClick(camera.program.window, Qt.Key.Key_F1)
        settle()
        camera.take("70-help")
        QTest.keyClick(QApplication.focusWidget() or camera.program.window, Qt.Key.Key_Escape)
    workspace.go(CASES)


def interview_pages(camera: Camera, session: VaultSession) -> None:
    """Take every step of an interview."""
    workspace = camera.program.window.workspace
    assert workspace is not None
    case_id = cases.list_cases(session)[5].id
    if cases.case_file(session, case_id).case.status is CaseStatus.FINALISED:
        cases.set_status(session, case_id, CaseStatus.DRAFT)
    workspace.open_interview(case_id)
    page = workspace.interview
    page.set_language(camera.suffix.partition(".")[2])  # an interview keeps its own
    for index in range(page.steps):
        page.go_to(index)
        camera.take(f"{20 + index}-interview-{page.step_key.replace('/', '-')}")
    QTest.mouseMove(page, QPoint(1, 1))


def export_pages(camera: Camera) -> None:
    """Take every state of an export up to the exact rows."""
    workspace = camera.program.window.workspace
    assert workspace is not None
    workspace.go(EXPORT)
    names = ("50-export-what", "51-export-who", "52-export-coarse", "53-export-rows")
    for name in names:
        camera.take(name)
        if name != names[-1]:
            button = workspace.export.primary
            assert button is not None
            QTest.keyClick(button, Qt.Key.Key_Space)
            settle()


if __name__ == "__main__":
    sys.exit(main())
