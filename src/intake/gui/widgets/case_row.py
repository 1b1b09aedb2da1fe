"""Draws one case in the list: code, status, group, country, date and the first words."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from intake.domain.case import CaseStatus, CaseSummary
from intake.gui.i18n import direction_of, translate
from intake.gui.models.case_list_model import SUMMARY
from intake.gui.theme import FontRole, Space, theme
from intake.gui.widgets.chip import ChipKind, chip_size, paint_chip
from intake.gui.words import ChoiceWords, day_word, partly_word, status_word, versions_word

STATUS_CHIPS = {
    CaseStatus.DRAFT: ChipKind.PLAIN,
    CaseStatus.FINALISED: ChipKind.GOOD,
    CaseStatus.SEALED: ChipKind.GONE,
    CaseStatus.WITHDRAWN: ChipKind.GONE,
}
_EDGE = Space.TWO
# The painter would turn left and right round once more.
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute


class CaseRowDelegate(QStyledItemDelegate):
    """Three lines a case, mirrored in right-to-left languages.

    Args:
        words: Labels of choices.
        parent: Owner.
    """

    def __init__(self, words: ChoiceWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of three lines."""
        body = QFontMetrics(theme().font(FontRole.BODY)).height()
        small = QFontMetrics(theme().font(FontRole.SMALL)).height()
        height = body + 2 * small + 2 * Space.ONE_HALF + 2 * Space.HALF
        return QSize(0, height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the row."""
        summary: CaseSummary | None = index.data(SUMMARY)
        if summary is None:
            return
        painter.save()
        row = _Row(painter, option)
        row.ground()
        self._first_line(row, summary)
        small, facts = theme().font(FontRole.SMALL), self._facts(summary)
        preview = summary.preview.replace("\n", " ") or translate("CaseList", "No account yet")
        if facts:
            row.text(1, facts, "ink", small)
            row.text(2, preview, "muted", small)
        else:  # no gap in the middle of a row: the account moves up, and goes on below
            row.two_lines(1, preview, "muted", small)
        painter.restore()

    def _first_line(self, row: _Row, summary: CaseSummary) -> None:
        code = theme().font(FontRole.BODY)
        code.setWeight(QFont.Weight.DemiBold)
        changed = QDateTime.fromSecsSinceEpoch(int(summary.changed.timestamp()))
        row.text_at_end(day_word(changed), "muted", theme().font(FontRole.SMALL))
        used = row.text(0, summary.code, "ink", code)
        row.chips(used, self._chips(summary))

    def _chips(self, summary: CaseSummary) -> list[tuple[str, ChipKind]]:
        chips = [(status_word(summary.status), STATUS_CHIPS[summary.status])]
        if partly := partly_word(summary):
            chips.append((partly, ChipKind.GONE))
        if versions := versions_word(summary):
            chips.append((versions, ChipKind.ATTENTION))
        if summary.needs_review:
            chips.append((translate("CaseList", "Needs review"), ChipKind.ATTENTION))
        return chips

    def _facts(self, summary: CaseSummary) -> str:
        facts = (
            self._words.word("targeted_group", summary.group),
            self._words.word("interview_country", summary.country),
        )
        return "  ·  ".join(fact for fact in facts if fact)


class _Row:
    """One row while it is drawn; knows where its lines are in both directions."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        self._painter = painter
        self._option = option
        self._inner = option.rect.adjusted(_EDGE, Space.ONE_HALF, -_EDGE, -Space.ONE_HALF)
        self._mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        self._body = QFontMetrics(theme().font(FontRole.BODY)).height()
        self._small = QFontMetrics(theme().font(FontRole.SMALL)).height()
        self._end = 0  # room taken at the far end of the first line

    def ground(self) -> None:
        """Draw selection, hover, the line below, and the ring of the current row."""
        tokens = theme().tokens
        state = self._option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            self._painter.fillRect(
                self._option.rect, tokens.colour("selection" if chosen else "hover")
            )
        bottom = self._option.rect.bottom()
        self._painter.fillRect(
            QRect(self._option.rect.left(), bottom, self._option.rect.width(), 1),
            tokens.colour("line"),
        )
        if chosen:
            x = self._option.rect.right() - 2 if self._mirrored else self._option.rect.left()
            bar = QRect(x, self._option.rect.top(), 3, self._option.rect.height())
            focused = bool(state & QStyle.StateFlag.State_HasFocus)
            self._painter.fillRect(bar, tokens.colour("accent" if focused else "control_line"))

    def text_at_end(self, text: str, ink: str, font: QFont) -> None:
        """Write at the far end of the first line."""
        width = QFontMetrics(font).horizontalAdvance(text)
        place = self._line(0)
        flag = Qt.AlignmentFlag.AlignLeft if self._mirrored else Qt.AlignmentFlag.AlignRight
        self._write(place, text, ink, font, flag)
        self._end = width + Space.ONE

    def text(self, line: int, text: str, ink: str, font: QFont) -> int:
        """Write a line, shortened to fit, and return the width it took."""
        place = self._line(line)
        room = place.width() - (self._end if line == 0 else 0)
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        flag = Qt.AlignmentFlag.AlignRight if self._mirrored else Qt.AlignmentFlag.AlignLeft
        self._write(place, shown, ink, font, flag)
        return metrics.horizontalAdvance(shown)

    def two_lines(self, line: int, text: str, ink: str, font: QFont) -> None:
        """Write over two lines, broken between words and shortened to fit."""
        metrics = QFontMetrics(font)
        room = self._line(line).width()
        words, first = text.split(), ""
        while words and metrics.horizontalAdvance(f"{first} {words[0]}".strip()) <= room:
            first = f"{first} {words.pop(0)}".strip()
        if not first:  # one word without an end
            first, words = text, []
        self.text(line, first, ink, font)
        self.text(line + 1, " ".join(words), ink, font)

    def chips(self, after: int, chips: list[tuple[str, ChipKind]]) -> None:
        """Draw chips on the first line, as many as there is room for."""
        place = self._line(0)
        used = after + Space.ONE
        for text, kind in chips:
            size = chip_size(text)
            if used + size.width() > place.width() - self._end:
                return
            x = place.right() - used - size.width() if self._mirrored else place.left() + used
            top = place.top() + (place.height() - size.height()) // 2
            paint_chip(self._painter, QPoint(x, top), text, kind)
            used += size.width() + Space.HALF

    def _line(self, number: int) -> QRect:
        heights = (self._body, self._small, self._small)
        top = self._inner.top() + sum(heights[:number]) + number * Space.HALF
        return QRect(self._inner.left(), top, self._inner.width(), heights[number])

    def _write(
        self, place: QRect, text: str, ink: str, font: QFont, flag: Qt.AlignmentFlag
    ) -> None:
        self._painter.setFont(font)
        self._painter.setPen(theme().tokens.colour(ink))
        self._painter.setLayoutDirection(direction_of(text))
        self._painter.drawText(place, flag | _MIDDLE, text)
