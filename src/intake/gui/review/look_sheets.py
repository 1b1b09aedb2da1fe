"""The sheets of a second look: whom to ask, what somebody here has seen, what a colleague asks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from intake.export.looks import LONGEST_CHANGE, Request, Shown
from intake.gui.i18n import plural, translate
from intake.gui.theme import Space, theme
from intake.gui.widgets.choice import ComboBox
from intake.gui.widgets.entry import LineEdit
from intake.gui.widgets.labels import Label, Muted, Strong
from intake.gui.widgets.sheet import Sheet
from intake.gui.widgets.statement_edit import StatementEdit
from intake.services.look_files import AnswerTaken, Change
from intake.services.second_look import LONGEST_CODE

_WIDTH, _NARROW = 860, 560
_TEXT_HEIGHT, _READING_HEIGHT = 220, 400


class AskSheet(Sheet):
    """Asks which colleague shall look.

    Args:
        over: A widget of the window to cover.
        names: Under which the colleagues' keys are trusted.
        count: How many statements of the case wait.
    """

    def __init__(self, over: QWidget, names: Sequence[str], count: int) -> None:
        super().__init__(
            over,
            translate("LookSheets", "Ask for a second look"),
            plural(
                "LookSheets",
                "%n statement(s) of this case wait. The file holds what would leave, nothing else, "
                "and opens with the colleague's key alone.",
                count,
            ),
            affirmative=translate("LookSheets", "Choose a place for the file"),
            cancel=translate("LookSheets", "Cancel"),
        )
        self.set_width(_NARROW)
        self.names = ComboBox()
        self.names.addItems(list(names))
        heading = Strong(translate("LookSheets", "Colleague"))
        self.names.setAccessibleName(heading.text())
        self.body.addWidget(heading)
        self.body.addWidget(self.names)


class ConfirmSheet(Sheet):
    """Shows what would leave to a second person, who says so under a code.

    Args:
        over: A widget of the window to cover.
        shown: What would leave.
    """

    enter_confirms = False

    def __init__(self, over: QWidget, shown: Shown) -> None:
        super().__init__(
            over,
            translate("LookSheets", "Somebody else reads this now"),
            translate(
                "LookSheets",
                "Read it as somebody who wants to find this person. If something gives them away, "
                "press Cancel and say what.",
            ),
            affirmative=translate("LookSheets", "I have looked at this"),
            cancel=translate("LookSheets", "Cancel"),
            stays=True,
        )
        self.set_width(_WIDTH)
        self.shown = shown
        self.code = LineEdit()
        self.code.setMaxLength(LONGEST_CODE)
        heading = Strong(translate("LookSheets", "Code of the person who looks, not a name"))
        self.code.setAccessibleName(heading.text())
        text = _reading(shown.text, _READING_HEIGHT)
        for widget in (text, heading, self.code):
            self.body.addWidget(widget)
        self.code.textChanged.connect(self._on_code)
        # Whoever opens the sheet reads before anything can be pressed.
        self.set_first(text)
        self._on_code()

    def _on_code(self) -> None:
        self.yes.setEnabled(bool(self.code.text().strip()))


class RequestSheet(Sheet):
    """Shows what a colleague asks to look at, with a field for what has to change in each text.

    Args:
        over: A widget of the window to cover.
        request: What was asked for.
    """

    enter_confirms = False

    def __init__(self, over: QWidget, request: Request) -> None:
        super().__init__(
            over,
            translate("LookSheets", "A colleague asks you to look at this"),
            translate(
                "LookSheets",
                "Only what would leave is here. Read it as somebody who wants to find these "
                "people. Where something gives one of them away, write below the text what has to "
                "change: that text is not signed.",
            ),
            affirmative=translate("LookSheets", "Sign what I have read"),
            cancel=translate("LookSheets", "Cancel"),
        )
        self.set_width(_WIDTH)
        self.changes = [LineEdit() for _ in request.texts]
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.ONE)
        texts = []
        for number, (shown, change) in enumerate(
            zip(request.texts, self.changes, strict=True), start=1
        ):
            heading = Strong(f"{number} / {len(request.texts)}  {shown.language}".rstrip())
            label = translate("LookSheets", "What has to change in text {number}")
            change.setAccessibleName(label.format(number=number))
            change.setPlaceholderText(change.accessibleName())
            change.setMaxLength(LONGEST_CHANGE)
            texts.append(_reading(shown.text, _TEXT_HEIGHT))
            for widget in (heading, texts[-1], change):
                column.addWidget(widget)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setMinimumHeight(theme().scaled(_READING_HEIGHT))
        scroll.setWidget(holder)
        for part in (scroll, holder):
            part.setProperty("ground", "surface")
        self.body.addWidget(scroll)
        self.set_first(texts[0])

    def said(self) -> dict[int, str]:
        """Return what has to change, by the text's place from 0."""
        written = (field.text().strip() for field in self.changes)
        return {place: text for place, text in enumerate(written) if text}


class ChangesSheet(Sheet):
    """Shows what a colleague wants changed."""

    def __init__(self, over: QWidget, taken: AnswerTaken) -> None:
        super().__init__(
            over,
            translate("LookSheets", "This has to change before it leaves"),
            told(taken),
            affirmative=translate("LookSheets", "Go to the first of them"),
            cancel=translate("LookSheets", "Close"),
        )
        self.set_width(_NARROW)
        for change in taken.wanted:
            self._add(change)

    def _add(self, change: Change) -> None:
        self.body.addWidget(Muted(change.code))
        self.body.addWidget(Label(change.text))


def told(taken: AnswerTaken) -> str:
    """Say what an answer brought."""
    count = len(taken.looked)
    text = plural("LookSheets", "{name} has looked at %n statement(s).", count)
    told = text.format(name=taken.by)
    if taken.outdated:
        rest = plural(
            "LookSheets", "%n text(s) would leave otherwise by now: ask again.", taken.outdated
        )
        told = f"{told} {rest}"
    if taken.overruled:
        rest = plural(
            "LookSheets",
            "A change was asked for before in %n text(s): make it first.",
            taken.overruled,
        )
        told = f"{told} {rest}"
    return told


def _reading(text: str, height: int) -> StatementEdit:
    """Return a text to read."""
    made = StatementEdit()
    made.setReadOnly(True)
    made.load(text)
    made.setAccessibleName(translate("LookSheets", "What would leave"))
    made.setFixedHeight(theme().scaled(height))
    return made
