"""A field for secrets: keys go into a buffer that can be wiped; no copy, no paste, no undo."""

from __future__ import annotations

import ctypes
import sys
import unicodedata

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from intake.gui.i18n import translate
from intake.gui.theme import CONTROL_HEIGHT, RADIUS, FontRole, Space, theme
from intake.gui.widgets.buttons import IconButton
from intake.vault.secret import Secret

CAPACITY = 1024  # bytes; allocated once, because a buffer that grows leaves copies behind
# A passphrase is written from the left in every language; the painter must not mirror it.
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
_CONTINUATION = 0b1000_0000
_LEAD_MASK = 0b1100_0000
_HINTS = (
    Qt.InputMethodHint.ImhHiddenText
    | Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)
_ALT_WRITES = sys.platform == "darwin"  # Option and a letter give another letter there


class SecretField(QWidget):
    """The line that takes keys and shows dots; use ``PassphraseEdit`` around it.

    Signals:
        edited: Something was typed or removed.
        submitted: Enter was pressed.
        letters_seen: (caps lock seems on, name of the script of the last letter or empty).
    """

    edited = Signal()
    submitted = Signal()
    letters_seen = Signal(bool, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buffer = bytearray(CAPACITY)
        self._used = 0
        self._shown = False
        self._wrong = False
        self._monospace = False
        self._placeholder = ""
        self._hint, self._hint_warns = "", False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setInputMethodHints(_HINTS)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def take(self) -> Secret:
        """Return what was typed as a secret of its own and empty the field."""
        secret = Secret(bytearray(memoryview(self._buffer)[: self._used]))
        self.wipe()
        return secret

    def peek(self) -> Secret:
        """Return what was typed as a secret of its own; the field keeps it."""
        return Secret(bytearray(memoryview(self._buffer)[: self._used]))

    def fill(self, secret: Secret) -> None:
        """Put a generated secret into the field, in place of what is there."""
        self.wipe()
        with secret.view() as content:
            self._used = min(len(content), CAPACITY)
            memoryview(self._buffer)[: self._used] = content[: self._used]
        self._changed()

    def wipe(self) -> None:
        """Overwrite and forget what was typed."""
        ctypes.memset((ctypes.c_char * CAPACITY).from_buffer(self._buffer), 0, CAPACITY)
        self._used = 0
        self._changed()

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been typed."""
        return self._used == 0

    def set_shown(self, *, shown: bool) -> None:
        """Show the letters in place of dots."""
        self._shown = shown
        self.update()

    def set_wrong(self, *, wrong: bool) -> None:
        """Show by the frame that this did not open it."""
        self._wrong = wrong
        self.update()

    def set_monospace(self, *, monospace: bool) -> None:
        """Draw letters of equal width, for keys in groups."""
        self._monospace = monospace
        self.update()

    def set_placeholder(self, text: str) -> None:
        """Set what the empty field says."""
        self._placeholder = text
        self.update()

    def set_hint(self, text: str, *, warns: bool) -> None:
        """Set a word at the far end of the field: what the keyboard writes."""
        self._hint, self._hint_warns = text, warns
        self.setAccessibleDescription(text)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of a control."""
        return QSize(240, theme().scaled(CONTROL_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the height of a control."""
        return QSize(120, theme().scaled(CONTROL_HEIGHT))

    def event(self, event: QEvent) -> bool:
        """Take letters before shortcuts of the window do; access keys are left to them."""
        if not (isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride):
            return super().event(event)
        event.setAccepted(_writes(event))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a letter, remove one, or submit."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
            event.ignore()  # a sheet around it may take Enter for its answer
        elif key == Qt.Key.Key_Backspace:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.wipe()
            else:
                self._remove_last()
        elif _writes(event):
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._append(event.text(), shifted=shifted)
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take what an input method commits; what is only being composed is not kept."""
        if event.commitString():
            self._append(event.commitString(), shifted=None)
        event.accept()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """Tell input methods where the caret is, and nothing about the text."""
        if query == Qt.InputMethodQuery.ImEnabled:
            return self.isEnabled()
        if query == Qt.InputMethodQuery.ImHints:
            return int(_HINTS.value)
        if query == Qt.InputMethodQuery.ImCursorRectangle:
            return QRect(Space.ONE, 0, 1, self.height())
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the keyboard."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the letters when the keyboard leaves."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw frame, dots or letters, and the caret."""
        tokens = theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "focus" if self.hasFocus() else "control_line"
        edge = "danger" if self._wrong else edge
        width = 2.0 if self.hasFocus() else 1.0
        painter.setPen(QPen(tokens.colour(edge if self.isEnabled() else "line"), width))
        painter.setBrush(tokens.colour("surface" if self.isEnabled() else "window"))
        half = width / 2
        frame = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(frame, RADIUS, RADIUS)
        room = self.rect().adjusted(Space.ONE_HALF, 2, -Space.ONE_HALF, -2)
        if self._hint:
            room.setRight(room.right() - self._draw_hint(painter, room))
        painter.setClipRect(room.adjusted(-Space.HALF, 0, 2, 0))
        if self.is_empty and self._placeholder:
            painter.setPen(tokens.colour("muted"))
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | _MIDDLE, self._placeholder)
        painter.setPen(tokens.colour("ink" if self.isEnabled() else "muted"))
        draw = self._draw_letters if self._shown else self._draw_dots
        end = draw(painter, room.width())
        if self.hasFocus():
            middle = self.height() / 2
            painter.setPen(QPen(tokens.colour("ink"), 1))
            painter.drawLine(QPointF(end, middle - 9), QPointF(end, middle + 9))
        painter.end()

    def _draw_hint(self, painter: QPainter, room: QRect) -> int:
        painter.setFont(theme().font(FontRole.SMALL))
        painter.setPen(theme().tokens.colour("warn" if self._hint_warns else "muted"))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | _MIDDLE, self._hint)
        width = painter.fontMetrics().horizontalAdvance(self._hint) + Space.ONE
        painter.setFont(self.font())
        return width

    def _draw_dots(self, painter: QPainter, room: int) -> float:
        step, radius = 11.0, 3.5
        count = self._count()
        x = Space.ONE_HALF - max(0.0, count * step - room)
        painter.setBrush(painter.pen().color())
        painter.setPen(Qt.PenStyle.NoPen)
        for _dot in range(count):
            painter.drawEllipse(QPointF(x + step / 2, self.height() / 2), radius, radius)
            x += step
        return x + 1

    def _draw_letters(self, painter: QPainter, room: int) -> float:
        # Drawn one by one: the text as a whole never exists as a Python or Qt string.
        painter.setFont(theme().monospace() if self._monospace else self.font())
        metrics = painter.fontMetrics()
        letters = list(self._letters())
        if letters and unicodedata.bidirectional(letters[0]) in ("R", "AL"):
            letters.reverse()
        total = sum(metrics.horizontalAdvance(letter) for letter in letters)
        x = float(Space.ONE_HALF - max(0, total - room))
        baseline = (self.height() + metrics.ascent() - metrics.descent()) / 2
        for letter in letters:
            painter.drawText(QPointF(x, baseline), letter)
            x += metrics.horizontalAdvance(letter)
        return x + 1

    def _letters(self) -> list[str]:
        found: list[str] = []
        start = 0
        for index in range(1, self._used + 1):
            if index == self._used or self._buffer[index] & _LEAD_MASK != _CONTINUATION:
                found.append(str(memoryview(self._buffer)[start:index], "utf-8"))
                start = index
        return found

    def _count(self) -> int:
        return sum(self._buffer[index] & _LEAD_MASK != _CONTINUATION for index in range(self._used))

    def _append(self, text: str, *, shifted: bool | None) -> None:
        for letter in text:
            if not letter.isprintable():
                continue
            encoded = letter.encode("utf-8", "ignore")
            if self._used + len(encoded) > CAPACITY:
                return
            self._buffer[self._used : self._used + len(encoded)] = encoded
            self._used += len(encoded)
            if letter.isalpha():
                caps = shifted is not None and letter.isupper() != shifted and _has_case(letter)
                self.letters_seen.emit(caps, unicodedata.name(letter, "").split(" ")[0])
        self._changed()

    def _remove_last(self) -> None:
        while self._used:
            self._used -= 1
            last = self._buffer[self._used]
            self._buffer[self._used] = 0
            if last & _LEAD_MASK != _CONTINUATION:
                break
        self._changed()

    def _changed(self) -> None:
        self.update()
        self.edited.emit()


class PassphraseEdit(QWidget):
    """A field for a passphrase or key, with the hints that people need in front of it.

    The field shows caps lock and the script of what is typed at its far end, so that nothing moves;
    a button shows the letters while it is held.

    Signals:
        edited: Something was typed or removed.
        submitted: Enter was pressed.
    """

    edited = Signal()
    submitted = Signal()

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = SecretField()
        self.reveal = IconButton("eye")
        self.reveal.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the caret where it is
        self.reveal.pressed.connect(lambda: self._show(shown=True))
        self.reveal.released.connect(lambda: self._show(shown=False))
        self._caps = False
        self._script = ""
        self.field.letters_seen.connect(self._note)
        self.field.edited.connect(self._edited)
        self.field.submitted.connect(self.submitted)
        self.setFocusProxy(self.field)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.HALF)
        row.addWidget(self.field, 1)
        row.addWidget(self.reveal)
        self.set_name(name)
        self.retranslate()

    def set_name(self, name: str) -> None:
        """Set what the field is for, for screen readers."""
        self.setAccessibleName(name)
        self.field.setAccessibleName(name)

    def take(self) -> Secret:
        """Return what was typed and empty the field; the caller wipes the secret."""
        return self.field.take()

    def peek(self) -> Secret:
        """Return what was typed and keep it in the field; the caller wipes the secret."""
        return self.field.peek()

    def fill(self, secret: Secret) -> None:
        """Put a generated secret into the field; the caller wipes the secret."""
        self.field.fill(secret)

    def wipe(self) -> None:
        """Overwrite and forget what was typed."""
        self.field.wipe()

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been typed."""
        return self.field.is_empty

    def set_wrong(self, *, wrong: bool) -> None:
        """Show by the frame that this did not open it."""
        self.field.set_wrong(wrong=wrong)

    def changeEvent(self, event: QEvent) -> None:
        """Set the texts again when the language changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        self.reveal.set_word(translate("PassphraseEdit", "Hold to show the letters"))
        self._show_hint()

    def _show(self, *, shown: bool) -> None:
        self.field.set_shown(shown=shown)
        self.reveal.set_icon_name("eye-off" if shown else "eye")

    def _edited(self) -> None:
        self.field.set_wrong(wrong=False)
        if self.field.is_empty:
            self._caps, self._script = False, ""
        self._show_hint()
        self.edited.emit()

    def _note(self, caps: bool, script: str) -> None:  # noqa: FBT001 (a slot takes what comes)
        self._caps, self._script = caps, script

    def _show_hint(self) -> None:
        scripts = {
            "LATIN": translate("PassphraseEdit", "Latin letters"),
            "CYRILLIC": translate("PassphraseEdit", "Cyrillic letters"),
            "ARABIC": translate("PassphraseEdit", "Arabic letters"),
            "GEORGIAN": translate("PassphraseEdit", "Georgian letters"),
        }
        caps = translate("PassphraseEdit", "Caps lock is on") if self._caps else ""
        self.field.set_hint(caps or scripts.get(self._script, ""), warns=self._caps)


def _writes(event: QKeyEvent) -> bool:
    # AltGr comes as Control and Alt together and types letters on many layouts.
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
    is_command = control != (alt and not _ALT_WRITES)
    return not is_command and event.text().isprintable() and bool(event.text())


def _has_case(letter: str) -> bool:
    return letter.lower() != letter.upper()
