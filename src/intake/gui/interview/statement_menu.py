"""The menu over a statement: mark the words, or cut, copy and paste inside the program."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from intake.domain.marks import MarkKind
from intake.gui.i18n import translate
from intake.gui.interview.marking_bar import MarkingBar, kind_word, swatch
from intake.gui.widgets.statement_edit import StatementEdit


def open_menu(editor: StatementEdit, bar: MarkingBar, at: QPoint) -> QMenu:
    """Open the menu at a global position and return it."""
    menu = QMenu(editor)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    selected = editor.textCursor().hasSelection()
    changeable = not editor.isReadOnly()
    if selected and changeable:
        for action in bar.person_actions(menu):
            action.setIcon(swatch(MarkKind.PERSON))
            menu.addAction(action)
        for kind in MarkKind:
            if kind is not MarkKind.PERSON:
                menu.addAction(_marking(menu, bar, kind))
        menu.addSeparator()
    entries = (
        (translate("StatementMenu", "Cu&t"), editor.cut_inside, selected and changeable),
        (translate("StatementMenu", "&Copy inside Intake"), editor.copy_inside, selected),
        (translate("StatementMenu", "&Paste"), editor.paste_inside, changeable),
        (translate("StatementMenu", "Select &all"), editor.selectAll, True),
    )
    for text, act, usable in entries:
        entry = QAction(text, menu)
        entry.setEnabled(usable)
        entry.triggered.connect(lambda _checked=False, chosen=act: chosen())
        menu.addAction(entry)
    menu.popup(at)
    return menu


def _marking(menu: QMenu, bar: MarkingBar, kind: MarkKind) -> QAction:
    action = QAction(swatch(kind), kind_word(kind), menu)
    action.triggered.connect(lambda _checked=False: bar.marked.emit(kind, ""))
    return action
