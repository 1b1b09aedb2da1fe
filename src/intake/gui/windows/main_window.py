"""The one window: the way to a vault, or the open vault; its title never says what is in it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from intake.gui.actions import ActionId, bind
from intake.gui.errors import Told
from intake.gui.theme import ZOOM_STEP, theme
from intake.gui.widgets.message_bar import MessageKind
from intake.gui.widgets.sheet import open_sheets
from intake.gui.widgets.shortcut_sheet import ShortcutSheet
from intake.gui.windows.gate import Gate
from intake.gui.windows.places import CASES, EXPORT, PROTECTION, REVIEW, SETTINGS, TEAM
from intake.gui.workers.store_worker import StoreWorker
from intake.services.session import VaultSession

if TYPE_CHECKING:
    from intake.gui.windows.workspace import Workspace

TITLE = "Intake"
_SMALLEST = (960, 600)
_USUAL = (1280, 720)


class MainWindow(QMainWindow):
    """Shows the gate until a vault is open, then the workspace.

    Signals:
        lock_asked: Lock, as after a pause.
        panic_asked: Lock at once.
        text_size_asked: Per cent.
        closed: The window was closed.
    """

    lock_asked = Signal()
    panic_asked = Signal()
    text_size_asked = Signal(int)
    closed = Signal()

    def __init__(self, worker: StoreWorker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_USUAL)
        self._worker = worker
        self.gate = Gate(worker)
        self.workspace: Workspace | None = None
        self._prepared: Workspace | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.gate)
        self.setCentralWidget(self._stack)
        self._bind()

    def prepare(self) -> None:
        """Make the empty pages of an open vault, while the key is derived and nobody waits."""
        if self.workspace is not None or self._prepared is not None:
            return
        # Only now: the pages of an open vault need half of the program, the unlock page does not.
        from intake.gui.windows.workspace import Workspace  # noqa: PLC0415 (reason above)

        self._prepared = Workspace(self._worker)
        self._stack.addWidget(self._prepared)

    def show_vault(self, session: VaultSession, language: str) -> Workspace:
        """Show an open vault."""
        self.prepare()
        workspace, self._prepared = self._prepared, None
        assert workspace is not None
        workspace.set_language(language)
        workspace.lock_asked.connect(self.lock_asked)
        workspace.panic_asked.connect(self.panic_asked)
        self.workspace = workspace
        self._stack.setCurrentWidget(workspace)
        workspace.open(session)
        return workspace

    def show_problem(self, told: Told) -> None:
        """Show an error that nobody else has taken."""
        if self.workspace is not None:
            self.workspace.show_problem(told.text, told.code)
        else:
            self.gate.current.messages.show_message(MessageKind.ERROR, told.text, code=told.code)

    def changeEvent(self, event: QEvent) -> None:
        """Set the texts again when the language changed."""
        super().changeEvent(event)
        if event.type() is not QEvent.Type.LanguageChange:
            return
        shown = self.workspace or self._prepared
        if shown is not None:
            shown.retranslate()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window goes."""
        super().closeEvent(event)
        self.closed.emit()

    def _bind(self) -> None:
        bind(self, ActionId.HELP, self._show_shortcuts)
        bind(self, ActionId.ZOOM_IN, lambda: self._zoom(ZOOM_STEP))
        bind(self, ActionId.ZOOM_OUT, lambda: self._zoom(-ZOOM_STEP))
        bind(self, ActionId.ZOOM_RESET, lambda: self.text_size_asked.emit(100))
        bind(self, ActionId.LOCK, self._lock)
        bind(self, ActionId.SEARCH, self._search)
        for action, place in (
            (ActionId.GO_CASES, CASES),
            (ActionId.GO_REVIEW, REVIEW),
            (ActionId.GO_EXPORT, EXPORT),
            (ActionId.GO_TEAM, TEAM),
            (ActionId.GO_PROTECTION, PROTECTION),
            (ActionId.GO_SETTINGS, SETTINGS),
        ):
            bind(self, action, partial(self._go, place))

    def _lock(self) -> None:
        if self.workspace is not None:
            self.lock_asked.emit()

    def _search(self) -> None:
        if self.workspace is not None and not self._is_asking():
            self.workspace.go_to_search()

    def _go(self, place: str) -> None:
        if self.workspace is not None and not self._is_asking():
            self.workspace.go(place)

    def _zoom(self, step: int) -> None:
        self.text_size_asked.emit(theme().zoom + step)

    def _show_shortcuts(self) -> None:
        if not self._is_asking():
            ShortcutSheet(self).open()

    def _is_asking(self) -> bool:
        """Tell whether a sheet is open: a question is answered before going elsewhere."""
        return bool(open_sheets(self))
