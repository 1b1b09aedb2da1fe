"""The composition root of the window: makes the parts, wires them, and owns the way to the lock."""

from __future__ import annotations

import importlib
import os
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from intake.errors import UnavailableError
from intake.gui.actions import TABLE, ActionId
from intake.gui.clipboard import SYSTEM, ClipboardGuard
from intake.gui.desktop import DesktopSignals, desktop_signals
from intake.gui.errors import BugReporter, bug_told, explain
from intake.gui.fonts import load_fonts, shipped_fonts
from intake.gui.i18n import Interpreter, system_language, translate
from intake.gui.icons import program_icon
from intake.gui.lock import (
    LONGEST_CLOSE_S,
    Handover,
    Lock,
    Replace,
    ends_within,
    hide_everything,
    replace_process,
)
from intake.gui.theme import HIGHEST_ZOOM, LOWEST_ZOOM, Appearance, install_theme, theme
from intake.gui.windows.main_window import TITLE, MainWindow
from intake.gui.workers.idle_lock import IdleLock
from intake.gui.workers.store_worker import StoreWorker
from intake.services import settings, throw_away
from intake.services.preferences import load_preferences, save_preferences
from intake.services.session import VaultSession
from intake.services.settings import Settings
from intake.services.throw_away import ThrowAwayFolder

DEMO_OPTION = "--demo"
NOTHING = Handover()
_ABANDON_BUDGET_S = 0.05


class Program(QObject):
    """The running program.

    Args:
        worker: The store's thread.
        replace: Puts a new process image in the place of this one; exchanged in tests.
    """

    _bug_found = Signal(str)

    def __init__(
        self, worker: StoreWorker, replace: Replace = replace_process, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._session: VaultSession | None = None
        self._closed: Handover | None = None  # of a vault that is closed for good
        self._demo: ThrowAwayFolder | None = None
        self._left_words = ""  # for the state in which this process locks
        self._before = Handover()  # from the process before this one
        self._preferences = load_preferences()
        self._interpreter = Interpreter()
        self._settings = Settings()
        install_theme(Appearance.SYSTEM, self._preferences.text_size)
        self._interpreter.speak(self._preferences.language or system_language())
        self.window = MainWindow(worker)
        self.idle = IdleLock(self)
        self.idle.set_panic_keys(TABLE[ActionId.PANIC].shortcut)
        self.desktop = DesktopSignals(self)
        self.clipboard = ClipboardGuard(self)
        self._lock = Lock(
            commit=self._commit_and_note,
            wait=self._wait,
            abandon=self._abandon,
            replace=replace,
            words=lambda: self._left_words,
        )
        self._connect()

    def start(self, before: Handover = NOTHING, *, demo_asked: bool = False) -> None:
        """Show the window.

        Args:
            before: What the process that locked has left to show.
            demo_asked: Open the made-up cases at once.
        """
        self._before = before
        self.window.gate.set_language(self._interpreter.language)
        self.window.gate.begin(before.vault, before.words)
        if before.was_thrown_away:
            self.window.gate.tell_thrown_away()
        if before.has_new_keys:
            self.window.gate.tell_new_keys()
        self.window.show()
        # The pages of an open vault are loaded while the person types the passphrase.
        self._worker.submit(importlib.import_module, "intake.gui.windows.workspace")
        if demo_asked:
            self.open_demo()

    def open_vault(self, session: VaultSession) -> None:
        """Take over an open vault."""
        self._session = session
        workspace = self.window.show_vault(session, self._interpreter.language)
        workspace.ended.connect(partial(self._close, has_new_keys=True))
        workspace.protection.listen(self.desktop)
        workspace.settings.settings_changed.connect(self.apply_settings)
        workspace.settings.language_chosen.connect(self.set_language)
        workspace.settings.text_size_chosen.connect(self.set_text_size)
        workspace.settings.vault_closed.connect(self.lock_closed)
        workspace.settings.appearance.set_language(self._interpreter.language)
        self._worker.submit(settings.load, session, done=self.apply_settings)
        before, self._before = self._before, NOTHING
        if before.words and before.vault == session.path:
            workspace.compare_states(before.words, session.opened_state)

    def open_demo(self) -> None:
        """Make a throw-away vault with made-up cases and open it."""
        from intake.services import demo  # noqa: PLC0415 (loads the whole export)

        page = self.window.gate.current
        throw_away.remove_remnants(demo_parents())
        try:
            self._demo = ThrowAwayFolder(demo_parents()[0])
        except UnavailableError as error:
            page.show_error(error)
            return
        page.set_busy(translate("App", "Preparing the made-up cases."))
        self._worker.submit_long(
            partial(demo.throw_away_vault, name=translate("App", "Made-up cases")),
            self._demo.vault,
            progress=page.busy.advance,
            done=self._show_demo,
            failed=self._demo_failed,
            cancellable=False,
        )

    def apply_settings(self, found: Settings) -> None:
        """Let settings take effect."""
        self._settings = found
        theme().set_appearance(Appearance(found.appearance))
        self.idle.set_panic_keys(TABLE[ActionId.PANIC].shortcut, found.panic_shortcut)
        self.idle.start(found.idle_minutes)

    def set_language(self, language: str) -> None:
        """Speak another language from now on."""
        self._preferences = replace(self._preferences, language=language)
        save_preferences(self._preferences)
        self._interpreter.speak(language)
        self.window.gate.set_language(language)
        if self.window.workspace is not None:
            self.window.workspace.set_language(language)
            self.window.workspace.settings.appearance.set_language(language)

    def set_text_size(self, percent: int) -> None:
        """Make all text larger or smaller."""
        percent = max(LOWEST_ZOOM, min(HIGHEST_ZOOM, percent))
        self._preferences = replace(self._preferences, text_size=percent)
        save_preferences(self._preferences)
        theme().set_zoom(percent)

    def lock(self) -> None:
        """Lock: hide, save what can be saved, and become a locked process.

        It wins over whatever is under way: a vault that is just being opened, a key that is being
        derived, an open question.
        """
        self.idle.stop()
        handover = self._handover()
        if handover is not None:
            self._lock.lock(handover)

    def lock_closed(self) -> None:
        """Become a locked process after the vault was closed for good: nothing is left to save."""
        if self._session is not None:
            self._close()
            self.lock()

    def listen(self, desktop: DesktopSignals) -> None:
        """Lock when the desktop tells of sleep, of its own lock, or of somebody else."""
        self.desktop = desktop
        desktop.setParent(self)
        desktop.told.connect(lambda _event: self.lock())
        if self.window.workspace is not None:
            self.window.workspace.protection.listen(desktop)
        desktop.start()

    def quit(self) -> None:
        """Hide, save, close the vault properly, and end.

        No key can lock meanwhile, so that nothing is left on the screen, long work is asked to
        stop, and the process ends although some of it does not.
        """
        self.idle.stop()
        with ends_within(LONGEST_CLOSE_S):
            hide_everything()
            SYSTEM.take_back()
            self._worker.cancel()
            if self._session is not None:
                self._commit()
                self._worker.submit(self._session.close)
                self._session = None
            self._worker.close()
            self._remove_demo()
        QApplication.quit()  # Qt may not: the window was hidden before it was closed

    def report_bug(self, code: str) -> None:
        """Tell of a bug by its code; safe to call on any thread."""
        self._bug_found.emit(code)

    def _handover(self) -> Handover | None:
        """Return what the locked process is to show; ``None`` while nothing is to be locked."""
        gate = self.window.gate
        if self._closed is not None:
            return self._closed
        if self._session is not None:
            return self._offer(self._session)
        if self._demo is not None or gate.is_in_use:  # made-up cases may be on their way
            return Handover(gate.vault, gate.unlock.words)
        return None

    def _offer(self, session: VaultSession) -> Handover:
        """Return what a locked process shows after this vault."""
        # Nobody knows the passphrase of a demo vault: it ends with the lock.
        return Handover(was_thrown_away=True) if self._demo else Handover(session.path)

    def _close(self, *, has_new_keys: bool = False) -> None:
        """Keep nothing of a vault that is closed for good; the lock is all that is left.

        Args:
            has_new_keys: The locked process has to say so.
        """
        if self._session is not None:
            self._closed = replace(self._offer(self._session), has_new_keys=has_new_keys)
            self._session = None

    def _connect(self) -> None:
        gate = self.window.gate
        gate.opened.connect(self.open_vault)
        # First the page shows that it is busy, then the other pages are made.
        gate.deriving.connect(self.window.prepare, Qt.ConnectionType.QueuedConnection)
        gate.demo_asked.connect(self.open_demo)
        gate.language_chosen.connect(self.set_language)
        gate.text_read.connect(self._go_on_with)
        gate.viewing.connect(lambda: self.idle.start(self._settings.idle_minutes))
        gate.viewed.connect(self.lock)
        self.window.lock_asked.connect(self.lock)
        self.window.panic_asked.connect(self.lock)
        self.window.text_size_asked.connect(self.set_text_size)
        self.window.closed.connect(self.quit)
        self.idle.ticked.connect(self._show_seconds)
        self.idle.expired.connect(self.lock)
        self.idle.panicked.connect(self.lock)
        self._worker.failed.connect(lambda error: self.window.show_problem(explain(error)))
        self._bug_found.connect(
            lambda code: self.window.show_problem(bug_told(code)),
            Qt.ConnectionType.QueuedConnection,
        )

    def _go_on_with(self, vault: Path) -> None:
        self._closed = Handover(vault)
        self.lock()

    def _show_seconds(self, seconds: int) -> None:
        workspace = self.window.workspace
        if workspace is not None:
            workspace.status.set_seconds_to_lock(seconds)

    def _commit(self) -> None:
        workspace, session = self.window.workspace, self._session
        if workspace is None or session is None:
            return
        workspace.commit_pending()
        from intake.services import interviews  # noqa: PLC0415 (loaded with the open vault)

        self._worker.submit(interviews.freeze_edited, session)

    def _commit_and_note(self) -> None:
        """Send everything on its way, and the entry that says that the vault was locked."""
        SYSTEM.take_back()
        if self._demo is not None:  # nothing of it is kept
            self._remove_demo()
            return
        self._commit()
        if self._session is not None and self.window.workspace is not None:
            self._worker.submit(self._note_lock, self._session)

    def _note_lock(self, session: VaultSession) -> None:
        from intake.services import state_code  # noqa: PLC0415 (loaded with the open vault)

        self._left_words = state_code.note_lock(session)

    def _wait(self, seconds: float) -> bool:
        # Only an open vault has something to save; a key that is being derived ends with us.
        return self._session is None or self._worker.wait(seconds)

    def _abandon(self) -> None:
        if self._session is not None:
            self._worker.submit(self._session.abandon)
            self._worker.wait(_ABANDON_BUDGET_S)

    def _demo_failed(self, error: BaseException) -> None:
        self._remove_demo()
        page = self.window.gate.current
        page.set_busy()
        page.show_error(error)

    def _show_demo(self, session: VaultSession) -> None:
        self.open_vault(session)
        if self.window.workspace is not None:
            self.window.workspace.status.set_thrown_away()

    def _remove_demo(self) -> None:
        if self._demo is not None:
            self._demo.remove()
            self._demo = None


def demo_parents() -> tuple[Path, ...]:
    """Return where throw-away vaults may lie, the place for a new one first.

    In memory where the system offers it.
    """
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    if runtime and os.access(runtime, os.W_OK):
        return Path(runtime), Path.home()
    return (Path.home(),)


def run(arguments: Sequence[str]) -> int:
    """Run the window until it is closed.

    Args:
        arguments: Nothing, ``--demo``, or after a lock ``--locked VAULT [STATE]``,
            ``--new-keys VAULT`` when the vault has moved to new keys, or ``--thrown-away`` when
            there were made-up cases.

    Returns:
        The exit code.
    """
    application = QApplication([TITLE])
    application.setApplicationName(TITLE)
    application.setDesktopFileName("case-intake")
    application.setWindowIcon(program_icon())
    load_fonts(shipped_fonts())
    program = Program(StoreWorker())
    reporter = BugReporter(program.report_bug)
    reporter.install()
    program.start(Handover.read(arguments), demo_asked=list(arguments[:1]) == [DEMO_OPTION])
    # The window comes first: asking the desktop takes a moment.
    QTimer.singleShot(0, lambda: program.listen(desktop_signals()))
    return application.exec()
