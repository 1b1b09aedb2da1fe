"""Very long texts, read page by page; never edited here, so nothing of them can be lost."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intake.gui.i18n import translate
from intake.gui.theme import FontRole, theme
from intake.gui.widgets.buttons import IconButton
from intake.gui.widgets.entry import TextArea
from intake.gui.widgets.labels import Muted, Small

PAGED_FROM = 400_000  # code points; below that the editor stays quick
PAGE_LENGTH = 40_000
_SEARCHED_FOR_A_BREAK = 4_000


class PagedText(QWidget):
    """A read-only text in pages of at most ``PAGE_LENGTH`` characters, cut between paragraphs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._starts = [0]
        self._page = 0
        self._note = Muted()
        self.area = TextArea()
        self.area.setReadOnly(True)
        self.setFocusProxy(self.area)
        self._where = Small()
        self.back, self.on = IconButton("back"), IconButton("forward")
        self.back.clicked.connect(lambda: self._turn(-1))
        self.on.clicked.connect(lambda: self._turn(1))
        foot = QHBoxLayout()
        foot.addStretch(1)
        for widget in (self.back, self._where, self.on):
            foot.addWidget(widget)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._note)
        column.addWidget(self.area, 1)
        column.addLayout(foot)
        theme().changed.connect(self._apply_theme)
        self._apply_theme()

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return len(self._starts)

    def show_text(self, text: str) -> None:
        """Show another text from its first page."""
        if text == self._text:
            return
        self._text = text
        self._starts = page_starts(text)
        self._page = 0
        self._show_page()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the page with Alt and an arrow."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._turn(step)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Set the texts again when the language changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._show_page()

    def _apply_theme(self) -> None:
        self.area.setFont(theme().font(FontRole.STATEMENT))

    def _turn(self, by: int) -> None:
        self._page = min(max(self._page + by, 0), self.pages - 1)
        self._show_page()

    def _show_page(self) -> None:
        start = self._starts[self._page]
        end = self._starts[self._page + 1] if self._page + 1 < self.pages else len(self._text)
        self.area.setPlainText(self._text[start:end])
        self._note.setText(
            translate("PagedText", "This text is very long. It is shown page by page, to read.")
        )
        self._where.setText(
            translate("PagedText", "Page {page} of {pages}").format(
                page=self._page + 1, pages=self.pages
            )
        )
        self.back.set_word(translate("PagedText", "Page back"))
        self.on.set_word(translate("PagedText", "Next page"))
        self.area.setAccessibleName(self._where.text())
        self.back.setEnabled(self._page > 0)
        self.on.setEnabled(self._page < self.pages - 1)


def page_starts(text: str) -> list[int]:
    """Return where the pages of a text begin; together they hold every character once."""
    starts = [0]
    while len(text) - starts[-1] > PAGE_LENGTH:
        latest = starts[-1] + PAGE_LENGTH
        gap = text.rfind("\n", latest - _SEARCHED_FOR_A_BREAK, latest)
        starts.append(gap + 1 if gap >= 0 else latest)
    return starts
