"""The way to an open vault: leads from page to page until there is a session."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from intake.gui.i18n import available_languages, translate
from intake.gui.pages.gate.bundle import BundlePage
from intake.gui.pages.gate.create import CreatePage
from intake.gui.pages.gate.destroyed import DestroyedPage
from intake.gui.pages.gate.first_start import FirstStartPage
from intake.gui.pages.gate.open_bundle import OpenBundlePage
from intake.gui.pages.gate.open_vault import ChooseVaultPage, RestorePage
from intake.gui.pages.gate.recover import RecoverPage
from intake.gui.pages.gate.unlock import UnlockPage
from intake.gui.theme import Space
from intake.gui.vault_places import default_vault, looks_like_vault
from intake.gui.widgets import tab_order
from intake.gui.widgets.card import IconLabel
from intake.gui.widgets.choice import ComboBox
from intake.gui.widgets.gate_page import GatePage
from intake.gui.widgets.message_bar import MessageKind
from intake.gui.widgets.passphrase import PassphraseEdit
from intake.gui.workers.store_worker import StoreWorker
from intake.services import ending
from intake.services.ending import Remains


class Gate(QWidget):
    """Everything in front of the vault.

    Signals:
        opened: A ``VaultSession``.
        deriving: A key is being derived, which takes a second.
        demo_asked: The person wants the made-up cases.
        language_chosen: Code of a language.
        viewing: A bundle is shown, whose texts are in the memory of this process from now on.
        viewed: It was closed, so that this process has to end.
        text_read: The ``Path`` of a vault to go on with, in another process: a rescue has read text
            of cases into this one.
    """

    opened = Signal(object)
    text_read = Signal(object)
    viewing = Signal()
    viewed = Signal()
    deriving = Signal()
    demo_asked = Signal()
    language_chosen = Signal(str)

    def __init__(self, worker: StoreWorker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "window")
        self.first, self.choose = FirstStartPage(), ChooseVaultPage()
        self.creation, self.unlock = CreatePage(worker), UnlockPage(worker)
        self.restore, self.recover = RestorePage(worker), RecoverPage(worker)
        self.ended = DestroyedPage()
        self.bundle, self.view = OpenBundlePage(worker), BundlePage(worker)
        self.language = ComboBox()
        for code, name in available_languages().items():
            self.language.addItem(name, code)
        self.pages = QStackedWidget()
        self._behind: dict[GatePage, GatePage] = {}  # where "Back" leads, by page
        for page in (
            self.first,
            self.creation,
            self.unlock,
            self.choose,
            self.restore,
            self.recover,
            self.ended,
            self.bundle,
            self.view,
        ):
            self.pages.addWidget(page)
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()
        self.retranslate()

    def begin(self, vault: Path | None = None, state: str = "") -> None:
        """Show the first page: unlock the given or the usual vault, else the choices.

        Args:
            vault: A vault to unlock, after a lock.
            state: Words for the state in which it was locked.
        """
        found = vault or default_vault()
        if vault is not None or looks_like_vault(found):
            self.show_unlock(found)
            self.unlock.show_state(state)
        else:
            self._show(self.first)

    def tell_thrown_away(self) -> None:
        """Say where the made-up cases went that were open a moment ago."""
        text = translate(
            "Gate", "The made-up vault is gone: it is thrown away whenever it locks or closes."
        )
        self.current.messages.show_message(MessageKind.INFO, text)

    def tell_new_keys(self) -> None:
        """Say that the vault has moved to new keys a moment ago."""
        text = translate(
            "Gate",
            "The vault has new keys: what was sealed opens here no more. Your passphrase is the "
            "same as before.",
        )
        self.current.messages.show_message(MessageKind.OK, text)

    def show_unlock(self, vault: Path) -> None:
        """Ask for the passphrase of a vault, or say what remains of one that nothing opens."""
        left = ending.remains(vault)
        if left is not None:
            self.show_destroyed(vault, left)
            return
        self.unlock.set_vault(vault)
        self._show(self.unlock)

    def show_destroyed(self, _vault: Path, left: Remains) -> None:
        """Say what remains of a vault to which access was destroyed."""
        self.ended.show_remains(left)
        self._show(self.ended)

    def set_language(self, language: str) -> None:
        """Show which language is spoken."""
        self.language.setCurrentIndex(max(0, self.language.findData(language)))

    @property
    def current(self) -> GatePage:
        """The page that is shown."""
        page = self.pages.currentWidget()
        assert isinstance(page, GatePage)
        return page

    @property
    def is_in_use(self) -> bool:
        """Tell whether something secret is on a page, or a vault is being opened or made."""
        page = self.current
        if page in (self.creation, self.recover, self.view) or not page.content.isEnabled():
            return True
        if self.unlock.holds_text:
            return True
        return any(not field.is_empty for field in page.findChildren(PassphraseEdit))

    @property
    def vault(self) -> Path | None:
        """The vault that somebody is about to open; ``None`` on all other pages."""
        return self.unlock.vault if self.current in (self.unlock, self.recover) else None

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 (Qt's signature)
        """Go from field to field as they are read."""
        return tab_order.step(tab_order.stops(self), forward=next)

    def changeEvent(self, event: QEvent) -> None:
        """Set the texts again when the language changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.language.setAccessibleName(translate("Gate", "Language"))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(Space.TWO, Space.ONE_HALF, Space.TWO, 0)
        top.setSpacing(Space.ONE)
        top.addStretch(1)
        top.addWidget(IconLabel("language"))
        top.addWidget(self.language)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.pages, 1)

    def _connect(self) -> None:
        self.first.create_asked.connect(self._start_creating)
        unlock, ended = self.unlock, self.ended
        for asked in (self.first.open_asked, unlock.other_asked, ended.other_asked):
            asked.connect(lambda: self._lead_to(self.choose))
        for asked in (unlock.restore_asked, ended.restore_asked, self.choose.restore_asked):
            asked.connect(lambda: self._lead_to(self.restore))
        for asked in (self.first.bundle_asked, unlock.bundle_asked):
            asked.connect(self.ask_for_bundle)
        self.bundle.left.connect(lambda: self._go_back(self.first))
        self.bundle.looked.connect(self._show_bundle)
        self.view.closed.connect(self.viewed)
        self.first.demo_asked.connect(self.demo_asked)
        self.creation.left.connect(lambda: self._show(self.first))
        self.creation.created.connect(self.opened)
        self.choose.left.connect(lambda: self._go_back(self.first))
        self.choose.chosen.connect(self.show_unlock)
        self.restore.left.connect(lambda: self._go_back(self.choose))
        self.restore.restored.connect(self.show_unlock)
        self.unlock.unlocked.connect(self.opened)
        self.unlock.recovered.connect(self._recover)
        self.unlock.deriving.connect(self.deriving)
        self.unlock.text_read.connect(self.text_read)
        self.unlock.access_destroyed.connect(self.show_destroyed)
        self.recover.finished.connect(self.opened)
        self.language.activated.connect(
            lambda index: self.language_chosen.emit(self.language.itemData(index))
        )

    def ask_for_bundle(self, path: Path | None = None) -> None:
        """Ask what opens a bundle, and which one if it is not chosen yet."""
        if self.current is not self.bundle:
            self._lead_to(self.bundle)
        self.bundle.start(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file, where a bundle may be opened."""
        if self._dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Go on with the file that was dropped."""
        path = self._dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.ask_for_bundle(path)

    def _dropped(self, event: QDropEvent) -> Path | None:
        urls = event.mimeData().urls()
        is_free = self.current in (self.first, self.unlock, self.choose, self.bundle)
        if not is_free or len(urls) != 1 or not urls[0].isLocalFile() or self._is_working:
            return None
        path = Path(urls[0].toLocalFile())
        return path if path.is_file() else None

    @property
    def _is_working(self) -> bool:
        return not self.current.content.isEnabled()

    def _show_bundle(self, found: object, path: object, means: object) -> None:
        self.view.show_bundle(found, path, means)  # type: ignore[arg-type]  # signals carry objects
        self._show(self.view)
        self.viewing.emit()

    def _start_creating(self) -> None:
        self._show(self.creation)
        self.creation.start()

    def _recover(self, session: object, typed: object) -> None:
        self._show(self.recover)
        self.recover.start(session, typed)  # type: ignore[arg-type]  # signals carry objects

    def _lead_to(self, page: GatePage) -> None:
        """Show a page that leads back to the one that is shown now."""
        self._behind[page] = self.current
        self._show(page)

    def _go_back(self, otherwise: GatePage) -> None:
        self._show(self._behind.get(self.current, otherwise))

    def _show(self, page: GatePage) -> None:
        self.pages.setCurrentWidget(page)
        page.setFocus()
