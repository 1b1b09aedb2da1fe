"""Measures what a writer feels: the time from a key press to the end of the paint that shows it.

The text is 100 kB in paragraphs of up to 5,000 characters, in several scripts, with 3,000 marks.
The limit beside it is Qt's plainest text field with the same text. Without a display: offscreen.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import time

from PySide6.QtCore import QEvent, QEventLoop, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit

from benchmarks import window
from intake.domain.ids import MarkId, PersonId
from intake.domain.marks import Decision, Mark, MarkKind
from intake.gui.theme import Appearance, install_theme
from intake.gui.widgets.statement_edit import StatementEdit

BUDGET_MS = 16.0
LONGEST_PARAGRAPH = 5_000
# A paragraph is in one script, as people write; now and then a word is in another.
SCRIPTS = (
    ("ло", "ва", "сё", "шчы", "ім", "та", "ў", "не", "па", "ру"),
    ("ka", "re", "žo", "ny", "en", "ło", "mi", "sta", "vi", "po"),
)
Edit = QTextEdit | QPlainTextEdit
PERSON = PersonId("a person")
STRANGE_WORDS = ("😀", "مدينة", "2021-07-14")


def invented_text(size: int, chance: random.Random) -> str:
    """Return ``size`` characters of made-up words in paragraphs, the longest in the middle."""
    paragraphs: list[str] = []
    length = 0
    while length < size:
        most = LONGEST_PARAGRAPH if abs(length - size // 2) < LONGEST_PARAGRAPH else 2_000
        words: list[str] = []
        room = most
        syllables = chance.choice(SCRIPTS)
        while room > 0:
            word = "".join(chance.choices(syllables, k=chance.randint(1, 4)))
            if chance.random() < 0.01:
                word = chance.choice(STRANGE_WORDS)
            words.append(word)
            room -= len(word) + 1
        paragraph = " ".join(words)[:most]
        paragraphs.append(paragraph)
        length += len(paragraph) + 1
    return "\n".join(paragraphs)[:size]


def invented_marks(text: str, count: int, chance: random.Random) -> list[Mark]:
    """Return marks over short stretches spread evenly over the text."""
    step = len(text) // count
    kinds, decisions = list(MarkKind), list(Decision)
    return [
        Mark(
            MarkId(f"{number:032x}"),
            number * step,
            number * step + chance.randint(3, max(4, step - 4)),
            chance.choice(kinds),
            chance.choice(decisions),
            PERSON if chance.random() < 1 / 6 else None,
        )
        for number in range(count)
    ]


def press(edit: Edit, key: Qt.Key, text: str) -> float:
    """Press a key, paint, and return the milliseconds that took."""
    begun = time.perf_counter()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(edit, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
    edit.viewport().repaint()
    return (time.perf_counter() - begun) * 1000


def typed(edit: Edit, at: int, presses: int, chance: random.Random) -> list[float]:
    """Type at a place: mostly letters, some blanks, some deletions; return the times."""
    cursor = QTextCursor(edit.document())
    cursor.setPosition(at)
    edit.setTextCursor(cursor)
    edit.ensureCursorVisible()
    settle()
    times = []
    for _ in range(presses):
        roll = chance.random()
        if roll < 0.1:
            times.append(press(edit, Qt.Key.Key_Backspace, ""))
        elif roll < 0.25:
            times.append(press(edit, Qt.Key.Key_Space, " "))
        else:
            times.append(press(edit, Qt.Key.Key_A, chance.choice("aеўżм")))
        settle()
    return times


def settle() -> None:
    """Let Qt do what it put off; between keys, as when a person types."""
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)


def report(name: str, times: list[float]) -> None:
    """Print the middle, the 99th percentile and the longest of some times."""
    high = statistics.quantiles(times, n=100)[-1]
    verdict = "within" if high <= BUDGET_MS else "OVER"
    print(
        f"{name:28} {statistics.median(times):8.2f} {high:8.2f} {max(times):8.2f}"
        f"   {verdict} {BUDGET_MS:.0f} ms"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=100_000, help="characters")
    parser.add_argument("--marks", type=int, default=3_000)
    parser.add_argument("--presses", type=int, default=400, help="at each place")
    options = parser.parse_args()
    os.environ.update(window.environment())
    application = QApplication([])
    install_theme(Appearance.LIGHT)
    chance = random.Random(7)
    text = invented_text(options.size, chance)
    edit = StatementEdit()
    edit.resize(760, 520)
    edit.show()
    begun = time.perf_counter()
    marks = invented_marks(text, options.marks, chance)
    edit.load(text, 0, marks, {PERSON: "P2"})
    settle()
    print(f"platform {application.platformName()}, {len(text)} characters, {options.marks} marks")
    print(f"shown after {(time.perf_counter() - begun) * 1000:.0f} ms")
    print(f"{'ms':28} {'p50':>8} {'p99':>8} {'longest':>8}")
    plain = QPlainTextEdit(text)
    plain.setFont(edit.font())
    plain.resize(edit.size())
    plain.show()
    last = edit.document().characterCount() - 1
    for name, at in (("start", 0), ("longest paragraph", last // 2), ("end", last)):
        report(f"{name}, with marks", typed(edit, at, options.presses, chance))
        report(f"{name}, bare Qt field", typed(plain, at, options.presses, chance))
    begun = time.perf_counter()
    edit.commit()
    print(f"handing out the text takes {(time.perf_counter() - begun) * 1000:.1f} ms")


if __name__ == "__main__":
    main()
