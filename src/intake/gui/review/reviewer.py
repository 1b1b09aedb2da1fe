"""Asks the store for what the review page shows and stores what is decided there, in order."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from intake.domain.changes import Changes
from intake.domain.ids import MarkId, PersonId, StatementId
from intake.domain.marks import Decision, Mark, MarkKind
from intake.domain.person import Person, Role
from intake.errors import IntakeError
from intake.gui.interview.marking_bar import NEW
from intake.gui.workers.at_vault import AtVault, Newest
from intake.gui.workers.store_worker import StoreWorker, changes_in
from intake.services import everywhere, looking, marking, paraphrases, records, review
from intake.services.everywhere import Reach, Taken
from intake.services.proposals import Material
from intake.services.review import Preview, ReviewState, Was
from intake.services.session import VaultSession
from intake.store.statements import QueuedStatement

Refused = Callable[[], object]  # called when a step was not stored


def _nothing() -> None:
    """Do nothing about a refusal but tell of it."""


class Reviewer(QObject):
    """The page's way to the store.

    Signals:
        failed: Something was refused or could not be stored (the error).
    """

    failed = Signal(object)

    def __init__(self, worker: StoreWorker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._vault = AtVault(worker, self._tell)
        self._own: Changes | None = None
        self._previews, self._counts = Newest(), Newest()
        self._looks, self._passages = Newest(), Newest()

    @property
    def session(self) -> VaultSession | None:
        """The vault that is worked on."""
        return self._vault.session

    def begin(self, session: VaultSession) -> None:
        """Work on this vault."""
        self._vault.session = session

    def is_own(self, changes: Changes) -> bool:
        """Tell whether these changes are of a decision that the page shows already."""
        return changes is self._own

    # -- reading ------------------------------------------------------------------------------

    def read_queue(self, show: Callable[[tuple[QueuedStatement, ...]], object]) -> None:
        """Read all statements, those that need a review first."""
        self._vault.submit(partial(review.queue, only_open=False), done=show)

    def open_statement(
        self, statement_id: StatementId, show: Callable[[ReviewState], object]
    ) -> None:
        """Let the detectors look at a statement, beside the store, and read it.

        Only the statement that is asked for last is shown.
        """

        def found(seen: Material, marks: tuple[Mark, ...]) -> None:
            self._vault.submit(review.keep, seen, marks, done=self._noting(show))

        self._look(self._looks, statement_id, looking.proposed, found)

    def read(self, statement_id: StatementId, show: Callable[[ReviewState], object]) -> None:
        """Read a statement as it is stored."""
        self._vault.submit(review.state, statement_id, done=show)

    def work_out(self, state: ReviewState, show: Callable[[Preview], object]) -> None:
        """Work out what would leave; only the newest one that is asked for is shown."""
        is_newest = self._previews.ask()

        def newest() -> Preview | None:
            return review.preview(state) if is_newest() else None

        def shown(preview: Preview | None) -> None:
            if preview is not None and is_newest():
                show(preview)

        self._worker.submit(newest, done=shown, failed=self._tell)

    def reach(
        self, statement_id: StatementId, mark_id: MarkId, show: Callable[[str, Reach], object]
    ) -> None:
        """Count what a wide decision would reach; only for the mark that was asked for last."""
        is_newest, session = self._counts.ask(), self.session

        def newest() -> Reach | None:
            if session is None or not is_newest():
                return None
            return everywhere.reach(session, statement_id, mark_id)

        def shown(found: Reach | None) -> None:
            if found is not None and is_newest():
                show(mark_id, found)

        self._worker.submit(newest, done=shown, failed=self._tell)

    # -- writing ------------------------------------------------------------------------------

    def decide_words(
        self,
        statement_id: StatementId,
        mark_id: MarkId,
        decision: Decision,
        taken: Taken,
        refused: Refused,
        *,
        in_vault: bool,
    ) -> None:
        """Store a decision for the same words in the whole case, or the whole vault.

        Args:
            statement_id: The statement that the mark belongs to.
            mark_id: The mark.
            decision: What is decided.
            taken: Takes what it changes.
            refused: Called when nothing was stored.
            in_vault: Put the words on the vault's list too.
        """
        deciding = partial(everywhere.decide_words, in_vault=in_vault)
        self._write(deciding, statement_id, mark_id, decision, taken, refused=refused)

    def hide_person(
        self, statement_id: StatementId, person_id: PersonId, taken: Taken, refused: Refused
    ) -> None:
        """Store that everything that stands for a person is hidden in the whole case."""
        self._write(everywhere.mask_person, statement_id, person_id, taken, refused=refused)

    def take_back(
        self,
        statement_id: StatementId,
        marks: tuple[Was, ...],
        elsewhere: Taken,
        refused: Refused = _nothing,
    ) -> None:
        """Undo: store marks as they were, here and in other statements."""
        self._write(everywhere.take_back, {statement_id: marks}, elsewhere, refused=refused)

    def store(self, statement_id: StatementId, marks: tuple[Mark, ...], refused: Refused) -> None:
        """Store decisions, kinds and persons of marks as they shall be."""
        alike: dict[tuple[Decision, MarkKind, PersonId | None], list[MarkId]] = {}
        for mark in marks:
            alike.setdefault((mark.decision, mark.kind, mark.person_id), []).append(mark.id)
        for (decision, kind, person), ids in alike.items():
            deciding = partial(review.decide, kind=kind, person_id=person)
            self._write(deciding, statement_id, tuple(ids), decision, refused=refused)

    def add(
        self,
        state: ReviewState,
        span: tuple[int, int],
        kind: MarkKind,
        person: str,
        show: Callable[[Mark, ReviewState], object],
    ) -> None:
        """Add a mark by hand.

        Args:
            state: The statement.
            span: Start and end, in code points.
            kind: What the words are.
            person: Id of a known person, ``NEW`` for a new one, or empty.
            show: Called with the mark and the statement as stored then.
        """

        def read(result: tuple[Mark, object]) -> None:
            self._own = changes_in(result)
            self.read(state.statement.id, partial(show, result[0]))

        def add(known: str) -> None:
            adding = (state.statement.id, span, kind, PersonId(known) if known else None)
            self._vault.submit(review.add_mark, *adding, done=read, writes=True)

        if person == NEW:
            self.add_person(state, lambda added: add(added.id))
        else:
            add(person)

    def look_in(
        self,
        statement_id: StatementId,
        span: tuple[int, int],
        text: str,
        show: Callable[[tuple[Mark, ...]], object],
    ) -> None:
        """Look, beside the store, for what names somebody in a text in place of a passage.

        Only what is found in the text that is asked about last is shown.
        """
        look = partial(paraphrases.found_in, span=span, text=text)
        self._look(self._passages, statement_id, look, lambda _seen, marks: show(marks))

    def rewrite(
        self,
        statement_id: StatementId,
        place: MarkId | tuple[int, int],
        text: str,
        show: Callable[[Mark, ReviewState], object],
    ) -> None:
        """Store a version for sharing, and read the statement.

        Args:
            statement_id: The statement.
            place: A mark, or start and end of a passage in code points.
            text: What leaves in its place.
            show: Called with the passage's mark and the statement as stored then.
        """

        def read(result: tuple[Mark, object]) -> None:
            self._own = changes_in(result)
            self.read(statement_id, partial(show, result[0]))

        self._vault.submit(paraphrases.write, statement_id, place, text, done=read, writes=True)

    def add_person(self, state: ReviewState, done: Callable[[Person], object]) -> None:
        """Add somebody to the case of a statement."""
        self._vault.submit(
            records.add_person,
            state.case_id,
            Role.OTHER,
            done=self._noting(lambda result: done(result[0])),
            writes=True,
        )

    def remove(
        self, statement_id: StatementId, mark_id: MarkId, show: Callable[[ReviewState], object]
    ) -> None:
        """Remove a mark that was made by hand, with what was proposed because of it."""
        self._write(marking.remove_mark, statement_id, mark_id)
        self.open_statement(statement_id, show)

    def complete(self, statement_id: StatementId, done: Callable[[Changes], object]) -> None:
        """Close the review of a statement."""
        self._vault.submit(review.complete, statement_id, done=self._noting(done), writes=True)

    # -- inside -------------------------------------------------------------------------------

    def _write(
        self, work: Callable[..., Any], *arguments: object, refused: Refused = _nothing
    ) -> None:
        def failed(error: BaseException) -> None:
            refused()
            self._tell(error)

        done = self._noting(lambda _saved: None)
        self._vault.submit(work, *arguments, done=done, failed=failed, writes=True)

    def _noting(self, done: Callable[[Any], object]) -> Callable[[Any], object]:
        """Return ``done`` that first notes the changes as the page's own."""

        def noted(result: object) -> None:
            self._own = changes_in(result)
            done(result)

        return noted

    def _look(
        self,
        asked: Newest,
        statement_id: StatementId,
        look: Callable[[Material], tuple[Mark, ...]],
        found: Callable[[Material, tuple[Mark, ...]], object],
    ) -> None:
        """Read what a look needs, and look beside the store; the newest look alone is told."""
        is_newest = asked.ask()

        def begin(seen: Material) -> None:
            def newest() -> tuple[Mark, ...] | None:
                return look(seen) if is_newest() else None

            self._worker.beside.submit(newest, done=partial(end, seen), failed=self._tell)

        def end(seen: Material, marks: tuple[Mark, ...] | None) -> None:
            if marks is not None and is_newest():
                found(seen, marks)

        self._vault.submit(looking.material, statement_id, done=begin)

    def _tell(self, error: BaseException) -> None:
        self.failed.emit(error)
        if not isinstance(error, IntakeError):
            self._worker.failed.emit(error)
