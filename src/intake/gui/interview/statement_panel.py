"""The statement with its timeline: what was said, marked where it names somebody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QTabBar, QVBoxLayout, QWidget

from intake.domain.marks import Mark, MarkKind
from intake.domain.statement import Statement
from intake.forms.definition import Question
from intake.gui.actions import bind
from intake.gui.i18n import plural, translate
from intake.gui.interview.marking_bar import MARK_ACTIONS, MarkingBar
from intake.gui.theme import Space, theme
from intake.gui.widgets.buttons import LinkButton, QuietButton
from intake.gui.widgets.labels import Muted, Small, Strong
from intake.gui.widgets.paged_text import PAGED_FROM, PagedText
from intake.gui.widgets.statement_edit import StatementEdit


class StatementPanel(QWidget):
    """One editor for the narratives of an interview, chosen by tabs.

    Signals:
        committed: ``(statement id, text, caret)``.
        typed: Something is not saved yet.
        marked: ``(statement id, (start, end), MarkKind, person id, ``new`` or empty)``.
        unmarked: ``(statement id, mark id)``.
        event_asked: The person wants to record an event.
        final_asked: ``(statement id, bool)``.
    """

    committed = Signal(str, str, int)
    typed = Signal()
    marked = Signal(str, object, object, str)
    unmarked = Signal(str, str)
    event_asked = Signal()
    final_asked = Signal(str, bool)

    def __init__(
        self, questions: Sequence[Question], language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._questions = list(questions)
        self._language = language
        self._statements: dict[str, Statement] = {}
        self._marks: Mapping[str, tuple[Mark, ...]] = {}
        self._shown = ""
        self._mark_here = ""
        self._tabs = QTabBar()
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._bar = MarkingBar()
        self.editor = StatementEdit()
        self._paged = PagedText()
        self._hint = Small()
        self._unmark = LinkButton()
        self._final = QuietButton("", "finalise")
        self._events_title, self._add_event = Strong(), QuietButton("", "plus")
        self._events = QVBoxLayout()
        self._no_events = Muted()
        self._notes_button = LinkButton()
        self._notes_button.hide()
        self._notes: QWidget | None = None
        self._assemble()
        self._connect()
        self.retranslate(language)

    # -- showing ------------------------------------------------------------------------------

    def show_statements(
        self, statements: Sequence[Statement], marks: Mapping[str, tuple[Mark, ...]]
    ) -> None:
        """Show stored statements; what is being typed right now is left alone."""
        self._statements = {found.question: found for found in statements}
        self._marks = marks
        current = self._current()
        if current is None:
            return
        untouched = not self.editor.is_dirty and self.editor.text() != current.text
        if current.id != self._shown or untouched:
            self._load(current)
        self.editor.show_marks(self._marks.get(current.id, ()))
        self._show_state(current)

    def show_marks(self, statement_id: str, marks: tuple[Mark, ...]) -> None:
        """Show the marks that a save returned."""
        self._marks = {**self._marks, statement_id: marks}
        if statement_id == self._shown and not self.editor.is_dirty:
            self.editor.show_marks(marks)

    def show_events(self, lines: Sequence[str]) -> None:
        """Show the events of the account beside it, in order."""
        while (item := self._events.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for number, line in enumerate(lines, start=1):
            self._events.addWidget(_EventLine(number, line))
        self._no_events.setVisible(not lines)

    def set_notes(self, notes: QWidget | None) -> None:
        """Put the interviewer's own questions below the text, folded away until asked for."""
        self._notes = notes
        self._notes_button.setVisible(notes is not None)
        if notes is not None:
            self._left.addWidget(notes)
            notes.hide()

    def set_persons(self, persons: Mapping[str, str]) -> None:
        """Set the known persons for marking: id to label."""
        self._bar.set_persons(persons)

    def retranslate(self, language: str) -> None:
        """Show texts in another language."""
        self._language = language
        for index, question in enumerate(self._questions):
            self._tabs.setTabText(index, question.label.get(language) or question.name)
        self._bar.retranslate()
        self.editor.setAccessibleName(translate("StatementPanel", "Statement"))
        self._events_title.setText(translate("StatementPanel", "Timeline"))
        self._add_event.setText(translate("StatementPanel", "Add an event"))
        self._no_events.setText(
            translate("StatementPanel", "What happened, one event at a time, as it comes up.")
        )
        self._unmark.setText(translate("StatementPanel", "Remove this mark"))
        self._notes_button.setText(translate("StatementPanel", "My own notes"))
        current = self._current()
        if current is not None:
            self._show_state(current)

    def focus_first(self) -> None:
        """Put the keyboard into the text."""
        self.editor.setFocus()

    def flush(self) -> None:
        """Commit what was typed."""
        self.editor.commit()

    # -- inside -------------------------------------------------------------------------------

    def _assemble(self) -> None:
        for _ in self._questions:
            self._tabs.addTab("")
        foot = QHBoxLayout()
        foot.addWidget(self._hint, 1)
        foot.addWidget(self._notes_button)
        foot.addWidget(self._unmark)
        foot.addWidget(self._final)
        left = QVBoxLayout()
        left.setSpacing(Space.ONE)
        for widget in (self._tabs, self._bar, self.editor, self._paged):
            left.addWidget(widget)
        left.setStretchFactor(self.editor, 1)
        left.setStretchFactor(self._paged, 1)
        left.addLayout(foot)
        self._left = left
        right = QVBoxLayout()
        right.setSpacing(Space.ONE)
        right.addWidget(self._events_title)
        right.addWidget(self._no_events)
        right.addLayout(self._events)
        right.addWidget(self._add_event)
        right.addStretch(1)
        side = QFrame()
        side.setLayout(right)
        side.setFixedWidth(theme().scaled(236))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.TWO)
        row.addLayout(left, 1)
        row.addWidget(side)
        self._unmark.hide()
        self._paged.hide()

    def _connect(self) -> None:
        self._tabs.currentChanged.connect(self._on_tab)
        self._bar.marked.connect(self._on_marked)
        self.editor.committed.connect(self._on_committed)
        self.editor.typed.connect(self.typed)
        self.editor.mark_clicked.connect(self._on_mark_clicked)
        self.editor.marking_asked.connect(self._on_marking_asked)
        self.editor.selectionChanged.connect(self._on_selection)
        self._unmark.clicked.connect(self._on_unmark)
        self._final.clicked.connect(self._on_final)
        self._notes_button.clicked.connect(self._on_notes)
        self._add_event.clicked.connect(self.event_asked)
        for kind, action in MARK_ACTIONS.items():
            bind(self.editor, action, partial(self._by_key, kind))

    def _current(self) -> Statement | None:
        index = self._tabs.currentIndex()
        return self._statements.get(self._questions[index].name) if index >= 0 else None

    def _load(self, statement: Statement) -> None:
        self._shown = statement.id
        paged = len(statement.text) > PAGED_FROM
        self.editor.setVisible(not paged)
        self._bar.setVisible(not paged)
        self._paged.setVisible(paged)
        if paged:
            self._paged.show_text(statement.text)
            return
        self.editor.load(statement.text, statement.caret)

    def _show_state(self, statement: Statement) -> None:
        self.editor.setReadOnly(statement.final)
        self._bar.setEnabled(not statement.final)
        self._final.setText(
            translate("StatementPanel", "Reopen the statement")
            if statement.final
            else translate("StatementPanel", "Finalise the statement")
        )
        self._final.setEnabled(bool(statement.text.strip()))
        marks = self._marks.get(statement.id, ())
        self._hint.setText(
            plural("StatementPanel", "%n mark(s). Select words to mark them.", len(marks))
        )

    def _on_tab(self) -> None:
        self.editor.commit()
        current = self._current()
        if current is not None:
            self._load(current)
            self.editor.show_marks(self._marks.get(current.id, ()))
            self._show_state(current)

    def _on_committed(self, text: str, caret: int) -> None:
        if self._shown:
            self.committed.emit(self._shown, text, caret)

    def _on_selection(self) -> None:
        start, end = self.editor.textCursor().selectionStart(), self.editor.textCursor().position()
        self._bar.set_usable(usable=self.editor.textCursor().hasSelection() or start != end)

    def _on_marked(self, kind: MarkKind, person: str) -> None:
        start, end = self.editor.selection()
        if start < end:
            self.editor.commit()
            self.marked.emit(self._shown, (start, end), kind, person)
            self.editor.setFocus()

    def _by_key(self, kind: MarkKind) -> None:
        if self.editor.textCursor().hasSelection():
            self._bar.choose(kind)

    def _on_marking_asked(self) -> None:
        if self.editor.textCursor().hasSelection():
            at = self.editor.cursorRect().bottomLeft()
            self._bar.offer_persons(self.editor.viewport().mapToGlobal(at))

    def _on_mark_clicked(self, key: str) -> None:
        self._mark_here = key
        self._unmark.setVisible(bool(key) and not self.editor.isReadOnly())

    def _on_unmark(self) -> None:
        if self._mark_here:
            self.unmarked.emit(self._shown, self._mark_here)
            self.editor.setFocus()

    def _on_notes(self) -> None:
        if self._notes is not None:
            self._notes.setVisible(self._notes.isHidden())

    def _on_final(self) -> None:
        current = self._current()
        if current is not None:
            self.editor.commit()
            self.final_asked.emit(current.id, not current.final)


class _EventLine(QWidget):
    """One event of the timeline: a number on a line, and what happened."""

    def __init__(self, number: int, line: str) -> None:
        super().__init__()
        badge = QLabel(str(number))
        badge.setObjectName("badge")
        badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        badge.setFixedSize(theme().scaled(24), theme().scaled(24))
        text = Small(line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.ONE)
        row.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text, 1)
