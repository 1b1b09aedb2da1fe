"""The statement with its timeline: what was said, marked where it names somebody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from intake.domain.marks import Mark, MarkKind
from intake.domain.statement import Statement
from intake.forms.definition import QuestionKind, Section
from intake.gui.actions import bind
from intake.gui.i18n import plural, translate
from intake.gui.interview.language_choice import LanguageChoice
from intake.gui.interview.marking_bar import MARK_ACTIONS, MarkingBar
from intake.gui.interview.questions_panel import QuestionsPanel
from intake.gui.interview.statement_menu import open_menu
from intake.gui.interview.statement_side import StatementSide
from intake.gui.interview.step_panel import StepPanel
from intake.gui.interview.views import CaseView, person_labels, timeline
from intake.gui.interview.writes import Key, draft_key
from intake.gui.theme import Space
from intake.gui.widgets.buttons import LinkButton, QuietButton
from intake.gui.widgets.card import IconLabel
from intake.gui.widgets.chip import Chip, ChipKind
from intake.gui.widgets.labels import Small
from intake.gui.widgets.paged_text import PAGED_FROM, PagedText
from intake.gui.widgets.statement_edit import StatementEdit


class StatementPanel(StepPanel):
    """One editor for the narratives of an interview, chosen by tabs.

    Signals:
        committed: ``(statement id, text, caret)``.
        marked: ``(statement id, (start, end), MarkKind, person id, ``NEW`` or empty)``; the text
            that it is about has been committed.
        unmarked: ``(statement id, Mark)``.
        final_asked: ``(statement id, bool)``.
        language_asked: ``(statement id, language)``.
        event_asked: The person wants to record an event.
        event_chosen: Id of an event to open.
    """

    committed = Signal(str, str, int)
    marked = Signal(str, object, object, str)
    unmarked = Signal(str, object)
    final_asked = Signal(str, bool)
    language_asked = Signal(str, str)
    event_asked = Signal()
    event_chosen = Signal(str)

    def __init__(self, section: Section, language: str, parent: QWidget | None = None) -> None:
        super().__init__(section, language, parent)
        self._narratives = [q for q in section.items if q.kind is QuestionKind.NARRATIVE]
        self._statements: dict[str, Statement] = {}
        self._marks: Mapping[str, tuple[Mark, ...]] = {}
        self._codes: dict[str, str] = {}
        self._labels: dict[str, str] = {}
        self._shown = ""
        self._mark_here = ""
        self._is_changeable = True
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.languages = LanguageChoice()
        self.bar = MarkingBar()
        self.editor = StatementEdit()
        self.paged = PagedText()
        self._hint, self._unsaved = Small(), Chip()
        self.unmark, self.final = LinkButton(), QuietButton("", "finalise")
        self.notes = QuestionsPanel(section, language, offers_reasons=False)
        self.side = StatementSide(self.notes if self.notes.rows else None)
        self._assemble()
        self._connect()
        self.retranslate(language)

    # -- showing ------------------------------------------------------------------------------

    def show_case(self, view: CaseView) -> None:
        """Show a case as it is stored; what is being typed right now is left alone."""
        self._statements = {found.question: found for found in view.file.statements}
        self._marks = view.file.marks
        self._codes = {person.id: person.code for person in view.file.persons}
        self._labels = person_labels(view.file, view.form)
        self.bar.set_persons(self._labels)
        events = next((s for s in view.form.sections if s.kind == "event"), None)
        self.side.show_events(timeline(view, events) if events is not None else ())
        answers = view.interview.answers
        self.notes.show_answers(view.interview.id, answers, unfinished=view.unfinished)
        self._show_current()

    def show_draft(self, statement: Statement, marks: tuple[Mark, ...]) -> None:
        """Show one statement as it is stored after a save."""
        self._statements[statement.question] = statement
        self._marks = {**self._marks, statement.id: marks}
        self._show_current()

    def take_refusal(self, key: Key, text: str) -> bool:
        """Keep a text that the store refused: it is handed out again with the next change."""
        if key == draft_key(self._shown):
            self.editor.mark_dirty()
        return super().take_refusal(key, text)

    def set_changeable(self, *, changeable: bool) -> None:
        """Allow changes, or only reading."""
        super().set_changeable(changeable=changeable)
        self._is_changeable = changeable
        for part in (self.languages, self.final, self.side.add_event):
            part.setEnabled(changeable)

    def retranslate(self, language: str) -> None:
        """Show texts in another language."""
        super().retranslate(language)
        for index, question in enumerate(self._narratives):
            self.tabs.setTabText(index, question.label.get(language) or question.name)
        self.bar.retranslate()
        self.side.retranslate()
        self.languages.retranslate()
        self.tabs.setAccessibleName(translate("StatementPanel", "Versions of the account"))
        self.unmark.setText(translate("StatementPanel", "Remove this mark"))
        self._show_state()

    def show_stuck(self, stuck: frozenset[Key]) -> None:
        """Say when the text is not in the store."""
        super().show_stuck(stuck)
        word = translate("StatementPanel", "Not saved yet")
        self._unsaved.show_fact(word if draft_key(self._shown) in stuck else "", ChipKind.ATTENTION)

    def question_panels(self) -> tuple[QuestionsPanel, ...]:
        """Return the interviewer's own questions."""
        return (self.notes,)

    def focus_first(self) -> None:
        """Put the keyboard into the text."""
        (self.paged if self.editor.isHidden() else self.editor).setFocus()

    def flush(self) -> None:
        """Hand out what was typed."""
        self.editor.commit()
        super().flush()

    @property
    def place(self) -> str:
        """Field name of the narrative that is open; empty for the first one."""
        return self._field() if self.tabs.currentIndex() > 0 else ""

    def return_to(self, place: str) -> None:
        """Open a narrative by its field name."""
        names = [question.name for question in self._narratives]
        if place in names:
            self.tabs.setCurrentIndex(names.index(place))

    # -- inside -------------------------------------------------------------------------------

    def _assemble(self) -> None:
        for _ in self._narratives:
            self.tabs.addTab("")
        foot = QHBoxLayout()
        foot.setSpacing(Space.ONE)
        # Not beside the tabs: in a small window no name of one may be cut off.
        language = (IconLabel("language"), self.languages)
        for widget in (*language, self._unsaved, self._hint, self.unmark, self.final):
            foot.addWidget(widget)
        foot.setStretchFactor(self._hint, 1)
        left = QVBoxLayout()
        left.setSpacing(Space.HALF)
        for part in (self.tabs, self.bar, self.editor, self.paged):
            left.addWidget(part)
        left.setStretchFactor(self.editor, 1)
        left.setStretchFactor(self.paged, 1)
        left.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, Space.ONE)
        row.setSpacing(Space.TWO)
        row.addLayout(left, 1)
        row.addWidget(self.side)
        self.unmark.hide()
        self.paged.hide()
        self.bar.set_usable(usable=False)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._on_tab)
        self.bar.marked.connect(self._on_marked)
        self.editor.committed.connect(self._on_committed)
        self.editor.mark_entered.connect(self._on_mark_entered)
        self.editor.menu_asked.connect(self._on_menu)
        self.editor.selectionChanged.connect(self._on_selection)
        self.unmark.clicked.connect(self._on_unmark)
        self.final.clicked.connect(self._on_final)
        self.languages.chosen.connect(lambda code: self.language_asked.emit(self._shown, code))
        self.notes.committed.connect(self.answered)
        self.notes.unfinished.connect(self.unfinished)
        self.side.event_asked.connect(self.event_asked)
        self.side.event_chosen.connect(self.event_chosen)
        for kind, action in MARK_ACTIONS.items():
            bind(self.editor, action, partial(self._by_key, kind))

    def _current(self) -> Statement | None:
        return self._statements.get(self._field())

    def _field(self) -> str:
        index = self.tabs.currentIndex()
        return self._narratives[index].name if index >= 0 else ""

    def _show_current(self) -> None:
        current = self._current()
        if current is None:
            return
        marks = self._marks.get(current.id, ())
        untouched = not self.editor.is_dirty and self.editor.text() != current.text
        if current.id != self._shown or untouched:
            self._load(current, marks)
        elif not self.editor.is_dirty:
            # While something is typed that is not saved, these places belong to an older text.
            self.editor.show_marks(marks, tags=self._codes)
        self._show_state()

    def _load(self, statement: Statement, marks: tuple[Mark, ...]) -> None:
        self._shown = statement.id
        paged = len(statement.text) > PAGED_FROM
        self.editor.setVisible(not paged)
        self.bar.setVisible(not paged)
        self.paged.setVisible(paged)
        if paged:
            self.editor.load("")
            self.paged.show_text(statement.text)
        else:
            self.editor.load(statement.text, statement.caret, marks, self._codes)

    def _show_state(self) -> None:
        current = self._current()
        if current is None:
            return
        self.editor.setReadOnly(current.final or not self._is_changeable)
        self.editor.setAccessibleName(self.tabs.tabText(self.tabs.currentIndex()))
        self.final.setText(
            translate("StatementPanel", "Re&open the statement")
            if current.final
            else translate("StatementPanel", "&Finalise the statement")
        )
        self.final.setVisible(bool(current.text.strip()) or self.editor.is_dirty)
        self.languages.show_language(current.language)
        self._show_hint()

    def _show_hint(self) -> None:
        current = self._current()
        marks = self._marks.get(self._shown, ())
        here = next((mark for mark in marks if mark.id == self._mark_here), None)
        final = current is not None and current.final
        self.unmark.setVisible(here is not None and not self.editor.isReadOnly())
        if final:
            text = translate("StatementPanel", "Finalised. Reopen it to change it.")
        elif here is not None and here.person_id in self._labels:
            text = self._labels[here.person_id]
        else:
            text = plural("StatementPanel", "%n mark(s). Select words to mark them.", len(marks))
        self._hint.setText(text)

    def _on_tab(self) -> None:
        self.editor.commit()
        self._shown = ""
        self._show_current()

    def _on_committed(self, text: str, caret: int) -> None:
        for question, statement in self._statements.items():
            if statement.id == self._shown:
                self._statements[question] = replace(statement, text=text, caret=caret)
        self.committed.emit(self._shown, text, caret)
        self._show_state()

    def _on_selection(self) -> None:
        usable = self.editor.textCursor().hasSelection() and not self.editor.isReadOnly()
        self.bar.set_usable(usable=usable)

    def _on_marked(self, kind: MarkKind, person: str) -> None:
        start, end = self.editor.selected_words()
        if start < end:
            self.editor.commit()
            self.marked.emit(self._shown, (start, end), kind, person)
            self.editor.select(end, end)  # a selection would hide the colour of the mark
            self.editor.setFocus()

    def _by_key(self, kind: MarkKind) -> None:
        if self.editor.textCursor().hasSelection() and not self.editor.isReadOnly():
            at = self.editor.cursorRect().bottomLeft()
            self.bar.choose(kind, self.editor.viewport().mapToGlobal(at))

    def _on_menu(self, at: QPoint) -> None:
        open_menu(self.editor, self.bar, at)

    def _on_mark_entered(self, key: str) -> None:
        self._mark_here = key
        self._show_hint()

    def _on_unmark(self) -> None:
        marks = self._marks.get(self._shown, ())
        here = next((mark for mark in marks if mark.id == self._mark_here), None)
        if here is not None:
            self.editor.commit()
            self.unmarked.emit(self._shown, here)
            self.editor.setFocus()

    def _on_final(self) -> None:
        current = self._current()
        if current is not None:
            self.editor.commit()
            self.editor.setReadOnly(not current.final)
            self.final_asked.emit(current.id, not current.final)
