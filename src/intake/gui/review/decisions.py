"""What is decided about the marks of one statement; knows no widgets, asks nobody for a mark."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from intake.domain.ids import MarkId, PersonId
from intake.domain.marks import Decision, Mark, MarkKind
from intake.domain.person import Person
from intake.gui.interview.marking_bar import NEW
from intake.gui.review.history import History, Step
from intake.gui.review.reviewer import Reviewer
from intake.services.everywhere import same_words
from intake.services.review import ReviewState, Was


class Decisions(QObject):
    """The statement as it is decided so far: each step is shown, stored, and can be taken back.

    Signals:
        decided: Marks have other decisions, kinds or persons now.
        read: The statement was read anew (``ReviewState``); marks may have come or gone.
        persons_changed: The case has one person more.
        returned: Id of the mark that a person looks at after a step: taken back, or just made.
    """

    decided = Signal()
    read = Signal(object)
    persons_changed = Signal()
    returned = Signal(str)

    def __init__(self, reviewer: Reviewer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reviewer = reviewer
        self._history = History()
        self.state: ReviewState | None = None

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._history)

    def forget(self) -> None:
        """Forget the steps: they are no longer to be taken back."""
        self._history.clear()

    def decide(self, mark: Mark, decision: Decision) -> None:
        """Hide or keep the words of a mark."""
        self._set((replace(mark, decision=decision),))

    def decide_everywhere(
        self, mark: Mark, decision: Decision | None = None, *, in_vault: bool = False
    ) -> None:
        """Decide the same words alike in the whole case, or in the whole vault.

        Args:
            mark: The mark.
            decision: What is decided; that of the mark when ``None``, an undecided one is hidden.
            in_vault: Put the words on the vault's list too.
        """
        if self.state is None:
            return
        wanted = decision or mark.decision
        if wanted is Decision.PENDING:
            wanted = Decision.MASK
        alike = (mark, *same_words(self.state.statement.text, self.state.marks, mark))
        step = self._show(tuple(replace(found, decision=wanted) for found in alike))
        statement_id, refused = self.state.statement.id, partial(self._history.drop, step)
        self._reviewer.decide_words(
            statement_id, alike[0].id, wanted, step.elsewhere, refused, in_vault=in_vault
        )
        if in_vault and wanted is Decision.MASK:
            self._reviewer.open_statement(statement_id, self.read.emit)

    def hide_person(self, mark: Mark) -> None:
        """Hide everything in the case that stands for the same person as a mark."""
        if self.state is None or mark.person_id is None:
            return
        others = (m for m in self.state.marks if m.person_id == mark.person_id and m != mark)
        changed = tuple(replace(m, decision=Decision.MASK) for m in (mark, *others))
        step = self._show(changed)
        refused = partial(self._history.drop, step)
        self._reviewer.hide_person(self.state.statement.id, mark.person_id, step.elsewhere, refused)

    def set_kind(self, mark: Mark, kind: MarkKind) -> None:
        """Say what the words of a mark are."""
        self._set((replace(mark, kind=kind),))

    def set_person(self, mark: Mark, kind: MarkKind, person: str) -> None:
        """Say whom the words of a mark stand for.

        Args:
            mark: The mark.
            kind: What the words are.
            person: Id of a known person, ``NEW`` for a new one; who it is stays for any other.
        """
        if self.state is None:
            return
        if person == NEW:
            self._reviewer.add_person(self.state, partial(self._on_person, mark.id, kind))
            return
        known = PersonId(person) if person in {p.id for p in self.state.persons} else mark.person_id
        self._set((replace(mark, kind=kind, person_id=known),))

    def add(self, span: tuple[int, int], kind: MarkKind, person: str) -> None:
        """Make a mark by hand over ``text[span[0]:span[1]]``."""
        if self.state is not None:
            self._reviewer.add(self.state, span, kind, person, self._on_added)

    def rewrite(
        self, place: MarkId | tuple[int, int], text: str, done: Callable[[], object]
    ) -> None:
        """Let a text leave in place of a mark's words, or of a passage ``(start, end)``.

        Args:
            place: The mark's id, or the passage.
            text: What a person wrote.
            done: Called once it is stored.
        """
        if self.state is not None:
            stored = partial(self._on_rewritten, done)
            self._reviewer.rewrite(self.state.statement.id, place, text, stored)

    def undo(self) -> None:
        """Take the newest step back."""
        step = self._history.pop()
        if step is None or self.state is None:
            return
        if step.added is not None:
            if step.before:
                self._reviewer.take_back(self.state.statement.id, step.before, step.elsewhere)
            self._reviewer.remove(self.state.statement.id, step.added, self.read.emit)
            return
        self._put(tuple(was.mark for was in step.before))
        refused = partial(self._history.add, step)  # it was not taken back: it can be tried again
        self._reviewer.take_back(self.state.statement.id, step.before, step.elsewhere, refused)
        self.returned.emit(step.before[0].mark.id)
        if step.elsewhere.added:  # what followed from it goes with it
            self._reviewer.open_statement(self.state.statement.id, self.read.emit)

    def _set(self, marks: tuple[Mark, ...]) -> None:
        """Show and store marks with new decisions; the first one is in focus."""
        if self.state is not None:
            step = self._show(marks)
            refused = partial(self._history.drop, step)
            self._reviewer.store(self.state.statement.id, marks, refused)

    def _show(self, marks: tuple[Mark, ...]) -> Step:
        """Show marks as they shall be, as a step that can be taken back."""
        assert self.state is not None
        known = {mark.id: mark for mark in self.state.marks}
        text = self.state.statement.text
        step = Step(tuple(Was.of(known[mark.id], text) for mark in marks))
        self._history.add(step)
        self._put(marks)
        return step

    def _put(self, marks: tuple[Mark, ...]) -> None:
        assert self.state is not None
        new = {mark.id: mark for mark in marks}
        shown = tuple(new.get(mark.id, mark) for mark in self.state.marks)
        statement = self.state.statement
        if shown != self.state.marks:  # it was a review of the marks as they were
            statement = replace(statement, reviewed_digest=None)
        self.state = replace(self.state, marks=shown, statement=statement)
        self.decided.emit()

    def _on_person(self, mark_id: str, kind: MarkKind, person: Person) -> None:
        """Take in a person who was added for the mark that was in focus."""
        if self.state is None or self.state.case_id != person.case_id:
            return
        self.state = replace(self.state, persons=(*self.state.persons, person))
        self.persons_changed.emit()
        mark = next((found for found in self.state.marks if found.id == mark_id), None)
        if mark is not None:
            self.set_person(mark, kind, person.id)

    def _on_rewritten(self, done: Callable[[], object], mark: Mark, state: ReviewState) -> None:
        """Take in a passage with its version for sharing, and what was decided with it."""
        done()
        if self.state is None or self.state.statement.id != state.statement.id:
            return
        now = {found.id: found for found in state.marks}
        known = sorted(self.state.marks, key=lambda found: found.id != mark.id)
        text = self.state.statement.text
        before = tuple(Was.of(found, text) for found in known if now.get(found.id) != found)
        is_new = all(found.id != mark.id for found in known)
        self.read.emit(state)
        if is_new or before:
            self._history.add(Step(before, added=mark.id if is_new else None))
        self.returned.emit(mark.id)

    def _on_added(self, mark: Mark, state: ReviewState) -> None:
        self.read.emit(state)
        self._history.add(Step(added=mark.id))
        self.returned.emit(mark.id)
