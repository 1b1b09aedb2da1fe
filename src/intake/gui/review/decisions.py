"""What is decided about the marks of one statement; knows no widgets, asks nobody for a mark."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from intake.domain.ids import PersonId
from intake.domain.marks import Decision, Mark, MarkKind
from intake.domain.person import Person
from intake.gui.interview.marking_bar import NEW
from intake.gui.review.history import History, Step
from intake.gui.review.reviewer import Reviewer, same_words
from intake.services.review import ReviewState


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

    def decide_everywhere(self, mark: Mark) -> None:
        """Decide the same words alike in the whole case; what is undecided is hidden."""
        if self.state is None:
            return
        decision = Decision.MASK if mark.decision is Decision.PENDING else mark.decision
        all_alike = (mark, *same_words(self.state, mark))
        self._set(tuple(replace(found, decision=decision) for found in all_alike), everywhere=True)

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

    def undo(self) -> None:
        """Take the newest step back."""
        step = self._history.pop()
        if step is None or self.state is None:
            return
        if step.added is not None:
            self._reviewer.remove(self.state.statement.id, step.added, self.read.emit)
            return
        self._put(step.before)
        self._reviewer.put_back(self.state.statement.id, step.before, step.elsewhere)
        self.returned.emit(step.before[0].id)

    def _set(self, marks: tuple[Mark, ...], *, everywhere: bool = False) -> None:
        """Show and store marks with new decisions; the first one is in focus."""
        if self.state is None:
            return
        known = {mark.id: mark for mark in self.state.marks}
        step = Step(tuple(known[mark.id] for mark in marks))
        self._history.add(step)
        self._put(marks)
        if everywhere:
            self._reviewer.store_everywhere(self.state.statement.id, marks[0], step.elsewhere)
        else:
            self._reviewer.store(self.state.statement.id, marks)

    def _put(self, marks: tuple[Mark, ...]) -> None:
        assert self.state is not None
        new = {mark.id: mark for mark in marks}
        shown = tuple(new.get(mark.id, mark) for mark in self.state.marks)
        self.state = replace(self.state, marks=shown)
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

    def _on_added(self, mark: Mark, state: ReviewState) -> None:
        self.read.emit(state)
        self._history.add(Step(added=mark.id))
        self.returned.emit(mark.id)
