"""Very long texts, read page by page; never edited here, so nothing of them can be lost."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intake.gui.i18n import translate
from intake.gui.theme import FontRole, theme
from intake.gui.widgets.buttons import IconButton
from intake.gui.widgets.entry import TextArea
from intake.gui.widgets.labels import Muted, Small

PAGED_FROM = 400_000  # code points; below that the editor stays quick
PAGE_LENGTH = 40_000


class PagedText(QWidget):
    """A read-only text in pages of at most ``PAGE_LENGTH`` characters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._page = 0
        self._note = Muted()
        self._area = TextArea()
        self._area.setReadOnly(True)
        self._where = Small()
        self._back, self._on = IconButton("back"), IconButton("forward")
        self._back.clicked.connect(lambda: self._turn(-1))
        self._on.clicked.connect(lambda: self._turn(1))
        foot = QHBoxLayout()
        foot.addStretch(1)
        for widget in (self._back, self._where, self._on):
            foot.addWidget(widget)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._note)
        column.addWidget(self._area, 1)
        column.addLayout(foot)

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-len(self._text) // PAGE_LENGTH))

    def show_text(self, text: str) -> None:
        """Show another text from its first page."""
        self._text = text
        self._page = 0
        self._area.setFont(theme().font(FontRole.STATEMENT))
        self._show_page()

    def _turn(self, by: int) -> None:
        self._page = min(max(self._page + by, 0), self.pages - 1)
        self._show_page()

    def _show_page(self) -> None:
        start = self._page * PAGE_LENGTH
        self._area.setPlainText(self._text[start : start + PAGE_LENGTH])
        self._note.setText(
            translate("PagedText", "This text is very long. It is shown page by page, to read.")
        )
        self._where.setText(
            translate("PagedText", "Page {page} of {pages}").format(
                page=self._page + 1, pages=self.pages
            )
        )
        self._back.set_word(translate("PagedText", "Page back"))
        self._on.set_word(translate("PagedText", "Next page"))
        self._area.setAccessibleName(self._where.text())
        self._back.setEnabled(self._page > 0)
        self._on.setEnabled(self._page < self.pages - 1)
