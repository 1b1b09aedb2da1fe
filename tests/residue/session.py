"""A whole working session of the real program in a process of its own, driven by keys and clicks.

Started as ``python -m tests.residue.session plain`` (or ``hardened``, as the real program is, which
lets nobody look into its memory). Each of its three images reads a line of JSON (see ``Orders``):

1. makes a vault at the gate and locks;
2. unlocks the prepared vault, types, takes back, copies, searches, reviews, exports, meets a bug,
   types on and locks;
3. is unlocked again, types, and waits to be killed.

On standard output it tells how far it is; nothing that was typed is in what it says.
"""

from __future__ import annotations

import ctypes
import json
import os
import sys
import threading
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from intake.gui import app
from intake.gui.app import NOTHING, Program
from intake.gui.lock import LOCKED_OPTION, Handover, replace_process
from intake.gui.pages.export import DONE, ROWS, ExportPage
from intake.gui.widgets.passphrase import PassphraseEdit
from intake.gui.widgets.path_sheet import PathSheet
from intake.gui.widgets.statement_edit import StatementEdit
from intake.gui.windows.places import EXPORT, INTERVIEW, REVIEW
from intake.gui.windows.workspace import Workspace
from intake.gui.workers.store_worker import StoreWorker
from intake.vault import hardening
from tests.gui.hands import all_of, click, one, press, type_into, words_on

GIVE_UP_S = 120
CONTROL = Qt.KeyboardModifier.ControlModifier
_INET, _STREAM = 2, 1


@dataclass(frozen=True)
class Orders:
    """What a session is to do.

    Attributes:
        vault: A prepared vault with cases that may leave and a trusted analyst.
        created: Where the window makes another vault.
        out: The folder for the bundle.
        passphrase: Opens the vault, and is chosen for the other one.
        words: The words that must stay inside; one line of small letters.
        leak: Empty, or what the session does wrong on purpose, see ``_LEAKS``.
    """

    vault: Path
    created: Path
    out: Path
    passphrase: str
    words: str
    leak: str = ""


def read_orders() -> Orders:
    """Read one line byte by byte: what follows belongs to the next image of the process."""
    line = bytearray()
    while (byte := os.read(0, 1)) not in (b"\n", b""):
        line += byte
    found = json.loads(line)
    for name in ("vault", "created", "out"):
        found[name] = Path(found[name])
    return Orders(**found)


def say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def until(condition: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + GIVE_UP_S
    while not condition():
        if time.monotonic() > end:
            say(f"never came to: {what}")
            os._exit(1)
        QTest.qWait(10)


def enter(edit: PassphraseEdit, text: str) -> None:
    for letter in text:
        key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(edit.field, key)


# -- what a careless version would do -------------------------------------------------------------


def _temporary_file(orders: Orders) -> None:
    Path("/tmp", f"intake-{os.getpid()}.txt").write_text(orders.words.encode().hex())


def _recent_list(orders: Orders) -> None:
    kept = Path.home() / ".cache" / "recent"
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(orders.words.encode("utf-16-le"))


def _log(orders: Orders) -> None:
    sys.stderr.write(f"saved: {orders.words}\n")


def _socket(_orders: Orders) -> None:
    """Open a socket below Python, where no hook of the program sees it."""
    ctypes.CDLL(None).socket(_INET, _STREAM, 0)


_LEAKS: dict[str, Callable[[Orders], None]] = {
    "temporary file": _temporary_file,
    "recent list": _recent_list,
    "log": _log,
    "socket": _socket,
}


# -- the session ----------------------------------------------------------------------------------


class Driven(Program):
    """The program with somebody in front of it."""

    def __init__(self, worker: StoreWorker) -> None:
        super().__init__(worker, self._become_locked)
        self._orders: Orders | None = None

    def start(self, before: Handover = NOTHING, *, demo_asked: bool = False) -> None:
        """Show the window, and sit down in front of it."""
        super().start(before, demo_asked=demo_asked)
        self.window.activateWindow()
        QTimer.singleShot(0, lambda: self._sit_down(before.vault))

    def _sit_down(self, locked: Path | None) -> None:
        """Do what comes next; whatever goes wrong in the driver itself ends it at once."""
        try:
            self._do_next(locked)
        except BaseException:  # noqa: BLE001 (the program would only count it as a bug)
            say(traceback.format_exc())
            os._exit(1)

    def _do_next(self, locked: Path | None) -> None:
        until(self.window.isActiveWindow, "the keyboard")
        if locked is not None:
            say("locked")
        self._orders = orders = read_orders()
        if locked is None:
            self._create(orders)
        elif locked == orders.created:
            self._work(orders)
        else:
            self._go_on(orders)

    def _become_locked(self, command: Sequence[str], environment: Mapping[str, str]) -> NoReturn:
        """Let the locked image be driven too; everything else is the program's own lock."""
        orders = self._orders
        assert orders is not None
        if orders.leak == "process" and str(orders.vault) in command:
            say("locked")
            time.sleep(600)
        behind = list(command[command.index(LOCKED_OPTION) :])
        again = [sys.executable, "-B", "-m", "tests.residue.session", sys.argv[1], *behind]
        replace_process(again, environment)

    def open_workspace(self) -> Workspace:
        until(lambda: self.window.workspace is not None, "an open vault")
        found = self.window.workspace
        assert found is not None
        until(lambda: found._form is not None, "a form")
        return found

    def _work(self, orders: Orders) -> None:
        self.window.gate.show_unlock(orders.vault)
        workspace = self._unlock(orders)
        self._type(workspace, orders)
        self._search(workspace, orders)
        self._review(workspace)
        self._export(workspace, orders)
        self._meet_a_bug(orders)
        if orders.leak in _LEAKS:
            _LEAKS[orders.leak](orders)
        workspace.go(INTERVIEW)
        edit = one(workspace.interview, StatementEdit)
        edit.setFocus()
        QTest.keyClicks(edit, f" unsaved {orders.words}")
        say("typed")
        self.lock()

    def _go_on(self, orders: Orders) -> None:
        workspace = self._unlock(orders)
        until(lambda: bool(all_of(workspace, StatementEdit)), "the statement")
        edit = one(workspace, StatementEdit)
        edit.setFocus()
        QTest.keyClicks(edit, f" again {orders.words}")
        QTest.qWait(700)
        QTest.keyClicks(edit, orders.words)
        say("typing")

    def _create(self, orders: Orders) -> None:
        gate = self.window.gate
        gate._start_creating()
        page = gate.creation
        type_into(page.place.name, "Invented")
        page.place.change.click()
        page.place.panel.show_folder(orders.created.parent)
        page.place.panel.set_name(orders.created.name)
        click(page.next_button)
        for field in (page.passphrase.first, page.passphrase.again):
            enter(field, orders.passphrase)
        page.passphrase.judge()
        click(page.next_button)
        click(page.next_button)
        until(lambda: len(page.paper.paper.groups._groups) == 9, "a recovery key")
        groups = " ".join(page.paper.paper.groups._groups)
        click(page.next_button)
        enter(page.proof.typed.fields[0], groups)
        click(page.next_button)
        self.open_workspace()
        say("created")
        self.lock()

    def _unlock(self, orders: Orders) -> Workspace:
        gate = self.window.gate
        enter(gate.unlock.secret, orders.passphrase)
        click(gate.unlock.unlock_button)
        return self.open_workspace()

    def _type(self, workspace: Workspace, orders: Orders) -> None:
        """Begin an interview, type, take back, bring back, and copy."""
        workspace.begin_interview()
        until(lambda: workspace.pages.currentWidget() is workspace.interview, "an interview")
        workspace.interview.go_to(
            [s.key for s in workspace.interview._stack.steps].index("statement")
        )
        until(lambda: bool(all_of(workspace.interview, StatementEdit)), "its statement")
        edit = one(workspace.interview, StatementEdit)
        edit.setFocus()
        QTest.keyClicks(edit, f"They took Zq{orders.words} away. ")
        QTest.qWait(700)
        QTest.keyClick(edit, Qt.Key.Key_Z, CONTROL)
        QTest.keyClick(edit, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
        for key in (Qt.Key.Key_A, Qt.Key.Key_C):
            QTest.keyClick(edit, key, CONTROL)
        QTest.keyClick(edit, Qt.Key.Key_End, CONTROL)
        QTest.keyClick(edit, Qt.Key.Key_V, CONTROL)
        edit.commit()

    @staticmethod
    def _search(workspace: Workspace, orders: Orders) -> None:
        type_into(workspace.search, orders.words)
        until(workspace.hits.isVisible, "hits")
        until(lambda: workspace.hits.model.rowCount() > 0, "a hit")
        QTest.keyClick(workspace.search, Qt.Key.Key_Escape)

    @staticmethod
    def _review(workspace: Workspace) -> None:
        workspace.go(REVIEW)
        page = workspace.review
        until(lambda: page._state is not None, "a review")
        until(lambda: page._model.rowCount() > 0, "marks")
        page.marks.setFocus()
        QTest.keyClick(page.marks.table, Qt.Key.Key_C, CONTROL)
        for _ in range(page._model.rowCount()):
            press(Qt.Key.Key_A)
            QTest.qWait(20)

    @staticmethod
    def _export(workspace: Workspace, orders: Orders) -> None:
        workspace.go(EXPORT)
        page = workspace.export
        while page.state < ROWS:
            before = page.state
            until(page._next.isEnabled, f"the end of step {before}")
            click(page._next)
            until(partial(_is_at, page, before + 1), f"a step after {before}")
        until(page._next.isEnabled, "the rows")
        click(page._next)
        sheet = one(page.window(), PathSheet)
        type_into(sheet.panel.where, str(orders.out))
        press(Qt.Key.Key_Return)
        click(sheet.yes)
        until(lambda: page.state == DONE, "a bundle")

    def _meet_a_bug(self, orders: Orders) -> None:
        def fail() -> None:
            raise ValueError(f"cannot read {orders.words}")

        self._worker.submit(fail)
        other = threading.Thread(target=fail)
        other.start()
        other.join()
        until(lambda: "ValueError@" in words_on(self.window), "the code of the bug")


def _is_at(page: ExportPage, first: int) -> bool:
    """Tell whether the export waits at a step from the first one on; working out is none."""
    return first <= page.state <= ROWS


def main() -> None:
    """Run as ``plain`` or ``hardened``, then what the lock hands on."""
    how, *words = sys.argv[1:]
    if how == "hardened":
        hardening.harden_process()
    # The program makes its own: from here on, one with somebody in front of it.
    app.Program = Driven  # type: ignore[misc, assignment] # reason above
    raise SystemExit(app.run(words))


if __name__ == "__main__":
    main()
