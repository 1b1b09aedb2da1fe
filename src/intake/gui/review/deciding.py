"""What keys and buttons of the review do: to selected words, else to the mark in focus."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from intake.domain.marks import Decision, Mark, MarkKind
from intake.gui.actions import ActionId, bind
from intake.gui.i18n import translate
from intake.gui.interview.marking_bar import MARK_ACTIONS
from intake.gui.models.marks_model import MarksModel
from intake.gui.review.decisions import Decisions
from intake.gui.review.desk import ReviewDesk
from intake.gui.review.person_words import codes_of
from intake.gui.review.reviewer import Reviewer
from intake.gui.review.wide_row import NOWHERE
from intake.services.everywhere import Reach

_KIND_KEYS = {
    ActionId.KIND_PERSON: MarkKind.PERSON,
    ActionId.KIND_PLACE: MarkKind.PLACE,
    ActionId.KIND_ORGANISATION: MarkKind.ORGANISATION,
    ActionId.KIND_DATE: MarkKind.DATE,
    ActionId.KIND_NUMBER: MarkKind.NUMBER,
    ActionId.KIND_OTHER: MarkKind.OTHER,
}


class Deciding(QObject):
    """Turns what a person does on the desk into decisions.

    The keys work while the keyboard is on the desk, so that none decides anything while a list of
    statements is open.

    Signals:
        listed: Words went on a list of the vault (what to say about it).
        refused: A key has nothing to act on (why).
        gone_on: A decision was made; what was said before has been seen.
    """

    listed = Signal(str)
    refused = Signal(str)
    gone_on = Signal()

    def __init__(
        self, desk: ReviewDesk, model: MarksModel, decisions: Decisions, reviewer: Reviewer
    ) -> None:
        super().__init__(desk)
        self._desk, self._model = desk, model
        self._decisions, self._reviewer = decisions, reviewer
        self._connect()

    def current(self) -> Mark | None:
        """Return the mark in focus."""
        return self._model.mark_at(self._desk.marks.row)

    def ask_reach(self) -> None:
        """Ask how far a decision about the mark in focus would go."""
        mark, state = self.current(), self._decisions.state
        if mark is None or state is None:
            self._show_reach(NOWHERE)
        else:
            self._reviewer.reach(state.statement.id, mark.id, self._on_reach)

    def forget_reach(self) -> None:
        """Offer nothing wide until it is known for the mark in focus."""
        self._show_reach(NOWHERE)

    def _connect(self) -> None:
        desk, wide = self._desk, self._desk.marks.wide
        hide = partial(self._decide, Decision.MASK)
        keep = partial(self._decide, Decision.KEEP)
        desk.marks.hide_button.clicked.connect(hide)
        desk.marks.keep_button.clicked.connect(keep)
        desk.marks.undo_button.clicked.connect(self._undo)
        desk.marking.marked.connect(self._mark)
        for button, action, act in (
            (wide.same, ActionId.DECIDE_SAME, self._decide_everywhere),
            (wide.person, ActionId.HIDE_PERSON, self._hide_person),
            (wide.never, ActionId.NEVER_A_NAME, partial(self._put_on_list, Decision.KEEP)),
            (wide.always, ActionId.ALWAYS_HIDE, partial(self._put_on_list, Decision.MASK)),
        ):
            button.clicked.connect(act)
            bind(desk, action, act)
        bind(desk, ActionId.ACCEPT_MARK, hide)
        bind(desk, ActionId.KEEP_MARK, keep)
        bind(desk, ActionId.NEXT_MARK, partial(self._step, 1))
        bind(desk, ActionId.PREVIOUS_MARK, partial(self._step, -1))
        bind(desk, ActionId.UNDO_DECISION, self._undo)
        for action, kind in _KIND_KEYS.items():
            bind(desk, action, partial(self._set_kind, kind))
        self._connect_text()

    def _connect_text(self) -> None:
        desk = self._desk
        desk.text_button.clicked.connect(self._enter_text)
        bind(desk, ActionId.GO_TEXT, self._enter_text)
        bind(desk.text, ActionId.LEAVE_TEXT, self._leave_text)
        for kind, action in MARK_ACTIONS.items():  # as in the interview; for a person, ask which
            bind(desk, action, partial(desk.marking.choose, kind))

    # -- where the keyboard is ----------------------------------------------------------------

    def follow(self) -> None:
        """Bring the caret to the mark in focus when keys lead it and it stands elsewhere."""
        text, mark = self._desk.text, self.current()
        if mark is not None and text.is_led and text.mark_at_caret() != mark.id:
            text.put_caret(mark.start)

    def _enter_text(self) -> None:
        mark = self.current()
        self._desk.enter_text(mark.start if mark is not None else self._desk.text.caret())

    def _leave_text(self) -> None:
        self._desk.text.drop_selection()
        self.gone_on.emit()
        self._desk.marks.setFocus()

    # -- one place ----------------------------------------------------------------------------

    def _step(self, by: int) -> None:
        """Go down or up the list; where keys lead the caret, on or back in the text."""
        text, marks = self._desk.text, self._desk.marks
        if not text.is_led:
            marks.go_to(marks.row + by)
            return
        row = self._model.beside(text.caret(), text.mark_at_caret(), by)
        if row >= 0:
            marks.go_to(row)
            self.follow()

    def _undo(self) -> None:
        self.gone_on.emit()
        self._decisions.undo()

    def _decide(self, decision: Decision) -> None:
        if decision is Decision.MASK and self._means_words():
            self._mark(MarkKind.OTHER, "")
            return
        mark = self._in_focus()
        if mark is None:
            return
        if decision is not mark.decision:
            self.gone_on.emit()
        self._decisions.decide(mark, decision)
        self._go_on()

    def _set_kind(self, kind: MarkKind) -> None:
        if self._means_words():
            self._mark(kind, "")
            return
        mark = self._in_focus()
        if mark is not None:
            self._decisions.set_kind(mark, kind)

    def _mark(self, kind: MarkKind, person: str) -> None:
        """Mark the words that are meant; without any, say more about the mark in focus."""
        text = self._desk.text
        start, end = text.meant_words()
        if start < end:
            self.gone_on.emit()
            self._decisions.add((start, end), kind, person)
            text.put_caret(end)  # the selection has been used
        elif not text.textCursor().hasSelection():
            mark = self._in_focus()
            if mark is not None:
                self._decisions.set_person(mark, kind, person)
        if not text.is_led:
            self._desk.marks.setFocus()

    def _means_words(self) -> bool:
        start, end = self._desk.text.meant_words()
        return start < end

    def _in_focus(self) -> Mark | None:
        """Return the mark in focus, unless other words are meant: a key must not act elsewhere.

        Where keys lead the caret, the mark that it touches comes into focus.
        """
        text = self._desk.text
        if text.textCursor().hasSelection() and self._means_words():
            self.refused.emit(
                translate("Deciding", "Words are selected: A hides them, 1 to 6 say what they are.")
            )
            return None
        if not text.is_led:
            return self.current()
        key = text.mark_at_caret()
        if not key:
            self.refused.emit(
                translate(
                    "Deciding",
                    "The caret is at no mark. At a word, A hides it and 1 to 6 say what it is; "
                    "Esc goes back to the list.",
                )
            )
            return None
        self._desk.marks.go_to(self._model.row_of(key))
        return self.current()

    # -- every place --------------------------------------------------------------------------

    def _on_reach(self, mark_id: str, reach: Reach) -> None:
        mark = self.current()
        if mark is not None and mark.id == mark_id:
            self._show_reach(reach)

    def _show_reach(self, reach: Reach) -> None:
        mark, state = self.current(), self._decisions.state
        code = ""
        if mark is not None and mark.person_id is not None and state is not None:
            code = codes_of(state).get(mark.person_id, "")
        keeps = mark is not None and mark.decision is Decision.KEEP
        self._desk.marks.wide.show_reach(reach, code, in_focus=mark is not None, keeps=keeps)

    def _decide_everywhere(self) -> None:
        mark = self._in_focus()
        if mark is not None and not self._desk.marks.wide.same.isHidden():
            self._decisions.decide_everywhere(mark)
            self._go_on()

    def _hide_person(self) -> None:
        mark = self._in_focus()
        if mark is not None and not self._desk.marks.wide.person.isHidden():
            self._decisions.hide_person(mark)
            self._go_on()

    def _put_on_list(self, decision: Decision) -> None:
        """Decide words for the whole vault; somebody who is recorded is on no list."""
        mark, state = self._in_focus(), self._decisions.state
        if mark is None or state is None or self._desk.marks.wide.never.isHidden():
            return
        self._decisions.decide_everywhere(mark, decision, in_vault=True)
        always = translate("Deciding", "“{words}” is always hidden now, in every case.")
        never = translate("Deciding", "“{words}” is never proposed again, in any case.")
        said = always if decision is Decision.MASK else never
        words = " ".join(state.statement.text[mark.start : mark.end].split())
        where = translate("Deciding", "U takes it back; the list is in the settings.")
        self._go_on()
        self.listed.emit(f"{said.replace('{words}', words)} {where}")

    def _go_on(self) -> None:
        text, model = self._desk.text, self._model
        following = model.next_pending(self._desk.marks.row)
        if text.is_led:
            following = model.beside(text.caret(), text.mark_at_caret(), 1, pending=True)
        if following >= 0:
            self._desk.marks.go_to(following)
            self.follow()
