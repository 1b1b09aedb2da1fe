"""Choose a new passphrase: typed twice or generated, with an honest estimate of its strength."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from intake.errors import IntakeError
from intake.gui.i18n import translate
from intake.gui.theme import Space, theme
from intake.gui.widgets.buttons import QuietButton
from intake.gui.widgets.labels import ErrorText, Small, Strong
from intake.gui.widgets.passphrase import PassphraseEdit
from intake.vault.passphrase import WORDS, generate, strength, word_list
from intake.vault.secret import Secret

JUDGE_DELAY_MS = 250
_SEGMENTS = 4
_METER_HEIGHT = 6
_CLOSE = 0.75  # share of the floor, in powers of ten


class StrengthMeter(QWidget):
    """Four segments: the last one is filled only when the passphrase is strong enough."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filled = 0
        self.setFixedHeight(_METER_HEIGHT)

    @property
    def filled(self) -> int:
        """How many of the four segments are filled."""
        return self._filled

    def set_filled(self, segments: int) -> None:
        """Fill 0 to 4 segments."""
        self._filled = segments
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the segments."""
        return QSize(200, _METER_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the segments from the reading edge."""
        tokens = theme().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        gap = float(Space.HALF)
        width = (self.width() - gap * (_SEGMENTS - 1)) / _SEGMENTS
        colour = "ok" if self._filled == _SEGMENTS else "warn" if self._filled > 1 else "danger"
        for number in range(_SEGMENTS):
            at = (
                number
                if self.layoutDirection() is Qt.LayoutDirection.LeftToRight
                else (_SEGMENTS - 1 - number)
            )
            painter.setBrush(tokens.colour(colour if number < self._filled else "line"))
            painter.drawRoundedRect(QRectF(at * (width + gap), 0, width, self.height()), 3, 3)
        painter.end()


class NewPassphrase(QWidget):
    """Two fields, a generator and the estimate.

    Signals:
        changed: What was typed is different now; see ``is_ready``.
        submitted: Enter was pressed while it is ready.
    """

    changed = Signal()
    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first_label, self.again_label = Strong(), Strong()
        self.first, self.again = PassphraseEdit(), PassphraseEdit()
        self.generate_button = QuietButton("", "dice")
        self.meter = StrengthMeter()
        self.verdict = Small()
        self.problem = ErrorText()
        self._ready = False
        self._guesses = 0.0
        self._enough = False
        self._judging = QTimer(self)
        self._judging.setSingleShot(True)
        self._judging.setInterval(JUDGE_DELAY_MS)
        self._judging.timeout.connect(self.judge)
        self._assemble()
        self.generate_button.clicked.connect(self._generate)
        self.first.edited.connect(self._typed)
        self.again.edited.connect(self._typed)
        self.first.submitted.connect(self.again.setFocus)
        self.again.submitted.connect(self._submit)
        self.setFocusProxy(self.first)
        self.retranslate()

    @property
    def is_ready(self) -> bool:
        """Whether the passphrase is strong enough and typed twice the same."""
        return self._ready

    def take(self) -> Secret:
        """Return the passphrase and empty both fields; the caller wipes it."""
        self.again.wipe()
        return self.first.take()

    def wipe(self) -> None:
        """Overwrite and forget both fields."""
        self.first.wipe()
        self.again.wipe()

    def judge(self) -> None:
        """Estimate the strength and compare the two fields now."""
        self._judging.stop()
        with self.first.peek() as typed, self.again.peek() as repeated:
            try:
                estimate = strength(typed)
                self._guesses, self._enough = estimate.guesses_log10, estimate.enough
            except IntakeError:
                self._guesses, self._enough = 0.0, False
            same = typed == repeated
            on_its_way = typed.view()[: len(repeated)] == repeated.view()
        self.problem.show_text(
            "" if on_its_way else translate("NewPassphrase", "The two passphrases differ.")
        )
        self._ready = self._enough and same
        self._show_verdict()
        self.changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Set the texts again when the language changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Set the texts in the interface language."""
        first = translate("NewPassphrase", "New passphrase")
        again = translate("NewPassphrase", "The same again")
        self.first_label.setText(first)
        self.again_label.setText(again)
        self.first.set_name(first)
        self.again.set_name(again)
        self.generate_button.setText(translate("NewPassphrase", "Suggest six words"))
        self._show_verdict()

    def _assemble(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.first_label, 1)
        top.addWidget(self.generate_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF)
        column.addLayout(top)
        column.addWidget(self.first)
        column.addWidget(self.meter)
        column.addWidget(self.verdict)
        column.addSpacing(Space.ONE)
        column.addWidget(self.again_label)
        column.addWidget(self.again)
        column.addWidget(self.problem)

    def _generate(self) -> None:
        with generate() as words:
            self.first.fill(words)
        self.again.wipe()
        # It has to be read to be written down; typing it again hides it.
        self.first.field.set_shown(shown=True)
        self.judge()
        self.again.setFocus()

    def _typed(self) -> None:
        self._ready = False
        self.changed.emit()
        self._judging.start()

    def _submit(self) -> None:
        self.judge()
        if self._ready:
            self.submitted.emit()
        elif self._enough:
            self.problem.show_text(translate("NewPassphrase", "The two passphrases differ."))

    def _show_verdict(self) -> None:
        hint = translate(
            "NewPassphrase", "Six random words, or a sentence that only you could have made up."
        )
        if self.first.is_empty:
            self.meter.set_filled(0)
            self.verdict.setText(hint)
            return
        floor = _floor_log10()
        share = min(self._guesses / floor, 0.99)
        self.meter.set_filled(_SEGMENTS if self._enough else 1 + int(share * (_SEGMENTS - 1)))
        if self._enough:
            text = translate("NewPassphrase", "Strong: guessing it is out of reach.")
        elif share > _CLOSE:
            text = translate("NewPassphrase", "Almost: one more unusual word would do.")
        else:
            text = translate(
                "NewPassphrase", "Too easy: somebody with the laptop and time would find it."
            )
            text = f"{text}\n{hint}"  # what to do, beside what is wrong
        self.verdict.setText(text)


def _floor_log10() -> float:
    return math.log10(math.perm(len(word_list()), WORDS))
