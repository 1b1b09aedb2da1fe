"""How the review page is laid out: the text, what would leave, and the marks; decides nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intake.gui.actions import ActionId, shortcut_text
from intake.gui.i18n import translate
from intake.gui.interview.marking_bar import MarkingBar
from intake.gui.models.marks_model import MarksModel
from intake.gui.review.marks_table import MarksTable
from intake.gui.review.passages import Passages
from intake.gui.review.preview import PreviewPane
from intake.gui.review.quiet_splitter import QuietSplitter
from intake.gui.review.statement_view import StatementView
from intake.gui.theme import Space
from intake.gui.widgets.buttons import LinkButton
from intake.gui.widgets.labels import Small, Strong

_TEXT_FIRST, _MARKS = 400, 206  # of the list, four rows with what stands above them
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class ReviewDesk(QWidget):
    """Left the statement, right what leaves, below the marks.

    Args:
        model: The marks of the statement.
        passages: Take the place of the marks while a version for sharing is written.
    """

    def __init__(
        self, model: MarksModel, passages: Passages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.text, self.preview = StatementView(), PreviewPane()
        self.marking = MarkingBar()
        self.marks = MarksTable(model)
        self.rewrite_button, self.text_button = LinkButton("", "edit"), LinkButton("", "keyboard")
        self.no_model, self._keys_in_text = Small(), Small()
        self._about_labels = Small()
        self._headings = {key: Strong() for key in ("text", "preview")}
        top = QuietSplitter(Qt.Orientation.Horizontal)
        self._told = _row(self._headings["text"], self._keys_in_text, self.text_button)
        self._keys_in_text.setAlignment(Qt.AlignmentFlag.AlignTrailing | _MIDDLE)
        top.addWidget(_column(self._told, self.no_model, self.marking, self.text))
        leaves = _row(self._headings["preview"], QWidget(), self.rewrite_button)
        top.addWidget(_column(leaves, self._about_labels, self.preview))
        top.setSizes([640, 560])
        self._split = split = QuietSplitter(Qt.Orientation.Vertical)
        self._shares: list[int] = []
        split.addWidget(top)
        split.addWidget(passages.beside(self.marks))
        split.setStretchFactor(0, 1)  # a larger window gives its room to the text
        split.setStretchFactor(1, 0)
        split.setSizes([_TEXT_FIRST, _MARKS])
        inner = QVBoxLayout(self)
        inner.setContentsMargins(Space.FOUR, 0, Space.FOUR, Space.ONE)
        inner.addWidget(split)
        self._keys_in_text.hide()
        self.text.led.connect(self._show_keys)

    def retranslate(self) -> None:
        """Set every text in the interface language."""
        self._headings["text"].setText(translate("ReviewPage", "Statement"))
        self._headings["preview"].setText(translate("ReviewPage", "What leaves this laptop"))
        self._about_labels.setText(
            translate(
                "ReviewPage",
                "Words in brackets stand for what is hidden. A bundle has them in English, "
                "whatever the language of this window.",
            )
        )
        self.no_model.setText(
            translate(
                "ReviewPage",
                "No recogniser knows this language: every word with a capital is proposed. "
                "Look for what has none.",
            )
        )
        version = translate("ReviewPage", "Version for sharing…")
        self.rewrite_button.setText(f"{version}  {shortcut_text(ActionId.WRITE_VERSION)}")
        missed = translate("ReviewPage", "Mark what was missed")
        self.text_button.setText(f"{missed}  {shortcut_text(ActionId.GO_TEXT)}")
        self._keys_in_text.setText(
            translate("ReviewPage", "Shift selects, A hides, 1 to 6 say what it is, Esc goes back")
        )
        self.text.setAccessibleName(self._headings["text"].text())
        self.text.setAccessibleDescription(self._keys_in_text.text())
        self.preview.setAccessibleName(self._headings["preview"].text())
        self.marking.retranslate()
        self.marks.retranslate()

    def enter_text(self, point: int) -> None:
        """Put the keyboard into the text at a place in code points, and make room to read it."""
        if not self._shares:
            self._shares = self._split.sizes()
            self._split.setSizes([sum(self._shares), 0])  # the list keeps what it cannot do without
        self.text.enter(point)

    def _show_keys(self, is_led: bool) -> None:  # noqa: FBT001 (Qt's signal)
        """Say which keys work in the text while they do; the list gets its room back after."""
        self._told.setMinimumHeight(self.text_button.sizeHint().height())  # nothing jumps
        self._keys_in_text.setVisible(is_led)
        self.text_button.setVisible(not is_led)
        if self._shares and not is_led:
            self._split.setSizes(self._shares)
            self._shares = []


def indented(widget: QWidget) -> QHBoxLayout:
    """Return a row that begins where the content of the page does."""
    row = QHBoxLayout()
    row.setContentsMargins(Space.FOUR, 0, Space.FOUR, 0)
    row.addWidget(widget)
    return row


def _row(heading: QWidget, middle: QWidget, button: QWidget) -> QWidget:
    """Return a row whose button stands at its end, also while there is no middle."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(heading)
    row.addWidget(middle, 1)
    row.addStretch()
    row.addWidget(button)
    return holder


def _column(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.HALF)
    for widget in widgets:
        column.addWidget(widget)
    column.setStretchFactor(widgets[-1], 1)
    return holder
