"""Choose a folder, a file or a new name without leaving a trace on the disk."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from enum import Enum
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from intake.gui.i18n import translate
from intake.gui.models.folder_model import FolderModel
from intake.gui.theme import Space
from intake.gui.widgets.buttons import IconButton
from intake.gui.widgets.choice import ComboBox
from intake.gui.widgets.entry import LineEdit
from intake.gui.widgets.labels import ErrorText, Small, Strong

_FORBIDDEN_IN_NAMES = frozenset('/\\:*?"<>|\0')
_FORBIDDEN_WORDS = '/ \\ : * ? " < > |'


class Choose(Enum):
    """What the panel is for."""

    FOLDER = "folder"
    FILE = "file"
    NEW = "new"


class EntryList(QListView):
    """A list in which nothing is chosen before a person chooses it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin at the first entry: Qt takes it for passed as soon as the list has the keyboard."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not self.selectedIndexes():
            first = self.currentIndex() if self.currentIndex().isValid() else self._first()
            self.setCurrentIndex(first)
            self.selectionModel().select(first, QItemSelectionModel.SelectionFlag.Select)
        else:
            super().keyPressEvent(event)

    def _first(self) -> QModelIndex:
        return self.model().index(0, 0)


class FilePanel(QWidget):
    """A list of one folder with a way up; starts at home and remembers nothing.

    The folder is read again whenever the panel is seen anew: a drive may have been put in, and
    something written, while the person was elsewhere.

    Signals:
        changed: What would be chosen is different now; see ``path``.
        activated: A file or a special folder was double-clicked or Enter was pressed on it.

    Args:
        choose: A folder, an existing file, or a folder and a new name in it.
        is_special: Recognises folders that stand for something and are chosen whole.
        parent: Owner.
        lists: Tells by its name whether a file is listed; one that is typed in always is.
    """

    changed = Signal()
    activated = Signal()

    def __init__(
        self,
        choose: Choose,
        is_special: Callable[[Path], bool] = lambda _path: False,
        parent: QWidget | None = None,
        *,
        lists: Callable[[str], bool] | None = None,
    ) -> None:
        super().__init__(parent)
        self._choose, self._lists = choose, lists
        self._is_special = is_special
        self._folder, self._typed = Path.home(), ""
        self._model = FolderModel(is_special, self)
        self.places = ComboBox()
        self.up = IconButton("up")
        self.where = LineEdit()
        self.list = EntryList()
        self.name_label = Strong()
        self.name = LineEdit()
        self.problem, self.nothing = ErrorText(), Small()
        self._assemble()
        self._connect()
        self.retranslate()
        self.show_folder(self._folder)

    @property
    def path(self) -> Path | None:
        """What would be chosen, or ``None`` while there is nothing to choose."""
        if self._choose is Choose.NEW:
            name = self.name.text().strip()
            return self._folder / name if name and _is_name(name) else None
        for index in self.list.selectedIndexes():
            entry = self._model.entry(index.row())
            if entry.is_folder == (self._choose is Choose.FOLDER):
                return self._folder / entry.name
        return self._folder if self._choose is Choose.FOLDER else None

    def show_path(self, path: Path) -> None:
        """Show what was typed: a folder, or the folder of a file with the file chosen."""
        path = path.expanduser()
        if self._choose is Choose.NEW and not path.is_dir() and path.parent.is_dir():
            self.show_folder(path.parent)
            self.set_name(path.name)
        elif not path.is_file():
            self.show_folder(path)
        elif self._choose is Choose.FOLDER:
            text = translate("FilePanel", "This is a file. Choose the folder that it is in.")
            self.problem.show_text(text)
        else:
            self.show_folder(path.parent, typed=path.name)
            self._select(path.name)

    def show_folder(self, folder: Path, *, typed: str = "") -> None:
        """Show another folder, or say that it cannot be read.

        Args:
            folder: The folder.
            typed: Name of a file that somebody wrote out; it is listed whatever it is called.
        """
        folder = folder.expanduser()
        if not self._model.load(folder, lists=partial(self._is_listed, typed)):
            self.problem.show_text(translate("FilePanel", "This folder cannot be read."))
            return
        self.problem.show_text(self._problem_of_name())
        self._folder, self._typed = folder, typed
        self._show_nothing()
        self.where.setText(str(folder))
        self.up.setEnabled(folder.parent != folder)
        self.changed.emit()

    def set_name(self, name: str) -> None:
        """Suggest a new name."""
        self.name.setText(name)

    def look_again(self) -> None:
        """Read the folder again; what was chosen stays chosen."""
        if self.places.view().isVisible():
            return
        self._offer_places()
        chosen = {self._model.entry(index.row()).name for index in self.list.selectedIndexes()}
        before = self.path
        if not self._model.load_again(self._folder, partial(self._is_listed, self._typed)):
            return
        self._show_nothing()
        for row in range(self._model.rowCount()):
            if self._model.entry(row).name in chosen:
                self.list.setCurrentIndex(self._model.index(row))
        if self.path != before:
            self.changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the folder again: something may have changed while it was not seen."""
        super().showEvent(event)
        self.look_again()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter where it has led to a folder; in the name it may be the answer of a sheet."""
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not entered or self.name.hasFocus():
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Set the texts when the language changed; look again when the person comes back."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() is QEvent.Type.ActivationChange and self.isVisible():
            self.look_again()

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.up.set_word(translate("FilePanel", "One folder up"))
        self.where.setAccessibleName(translate("FilePanel", "Folder"))
        self.list.setAccessibleName(translate("FilePanel", "Content of the folder"))
        self.places.setAccessibleName(translate("FilePanel", "Places"))
        self.name.setAccessibleName(translate("FilePanel", "Name"))
        self.name_label.setText(translate("FilePanel", "Name"))
        self._show_nothing()
        self._offer_places()

    def _show_nothing(self) -> None:
        """Say why the list is empty, where it is."""
        if self._choose is Choose.FILE:
            text = translate("FilePanel", "There are no folders and files to choose from here.")
        elif self._choose is Choose.FOLDER and self._is_special(self._folder):
            text = translate("FilePanel", "This folder is the vault itself: it is chosen.")
        else:
            text = translate("FilePanel", "There are no folders in here.")
        self.nothing.setText(text)
        self.nothing.setVisible(self._model.rowCount() == 0)

    def _offer_places(self) -> None:
        self.places.blockSignals(True)  # noqa: FBT003 (Qt's signature)
        self.places.clear()
        self.places.addItem(translate("FilePanel", "Places"), None)
        self.places.addItem(translate("FilePanel", "Home"), str(Path.home()))
        for drive in removable_drives():
            self.places.addItem(drive.name, str(drive))
        self.places.addItem(translate("FilePanel", "This computer"), Path.home().anchor)
        self.places.blockSignals(False)  # noqa: FBT003 (Qt's signature)

    def _assemble(self) -> None:
        self.list.setModel(self._model)
        self.list.setProperty("frame", True)  # noqa: FBT003 (Qt's signature)
        self.list.setUniformItemSizes(True)
        self.list.setMinimumHeight(160)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        inside = QVBoxLayout(self.list.viewport())
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside.addWidget(self.nothing)
        top = QHBoxLayout()
        top.setSpacing(Space.ONE)
        top.addWidget(self.places)
        top.addWidget(self.up)
        top.addWidget(self.where, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.ONE)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addWidget(self.problem)
        row = QHBoxLayout()
        row.setSpacing(Space.ONE)
        row.addWidget(self.name_label)
        row.addWidget(self.name, 1)
        column.addLayout(row)
        self.name_label.setVisible(self._choose is Choose.NEW)
        self.name.setVisible(self._choose is Choose.NEW)

    def _connect(self) -> None:
        self.places.activated.connect(self._go_to_place)
        self.up.clicked.connect(lambda: self.show_folder(self._folder.parent))
        self.where.returnPressed.connect(lambda: self.show_path(Path(self.where.text())))
        self.list.activated.connect(self._open)
        self.list.selectionModel().selectionChanged.connect(self.changed)
        self.name.textChanged.connect(self._judge_name)

    def _judge_name(self) -> None:
        """Say why a name cannot be had."""
        self.problem.show_text(self._problem_of_name())
        self.changed.emit()

    def _problem_of_name(self) -> str:
        name = self.name.text().strip()
        if not name or _is_name(name):
            return ""
        text = translate(  # most likely it is a path
            "FilePanel",
            "A name has none of these: {characters}. Write the folder into the field above.",
        )
        return text.format(characters=_FORBIDDEN_WORDS)

    def _is_listed(self, typed: str, name: str) -> bool:
        if self._choose is not Choose.FILE:
            return False
        return self._lists is None or name == typed or self._lists(name)

    def _select(self, name: str) -> None:
        for row in range(self._model.rowCount()):
            if self._model.entry(row).name == name:
                self.list.setCurrentIndex(self._model.index(row))
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.problem.show_text(translate("FilePanel", "This file is hidden: rename or copy it."))

    def _go_to_place(self, at: int) -> None:
        place = self.places.itemData(at)
        self.places.setCurrentIndex(0)
        if place:
            self.show_folder(Path(place))

    def _open(self, index: QModelIndex) -> None:
        entry = self._model.entry(index.row())
        if entry.is_folder and not entry.special:
            self.show_folder(self._folder / entry.name)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._choose is not Choose.NEW:
            self.activated.emit()


def _is_name(text: str) -> bool:
    return text not in (".", "..") and not _FORBIDDEN_IN_NAMES & set(text)


def removable_drives() -> Iterator[Path]:
    """Yield where drives that can be taken out are mounted, as far as they can be listed."""
    user = os.environ.get("USER", "")
    for parent in (Path("/run/media") / user, Path("/media") / user, Path("/Volumes")):
        try:
            yield from sorted(path for path in parent.iterdir() if path.is_dir())
        except OSError:
            continue
