"""Decides once for every place: the same words or one person, in the case or in the vault."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from intake.domain.case import CaseFile
from intake.domain.ids import MarkId, PersonId, RulingId, StatementId, new_id
from intake.domain.marks import Decision, Mark
from intake.domain.rulings import Ruling
from intake.domain.statement import Statement
from intake.errors import UsageError
from intake.services import review, rulings
from intake.services.interviews import Saved
from intake.services.review import Was
from intake.services.session import VaultSession
from intake.services.standing import folded
from intake.store.transaction import Transaction

_Found = Iterator[tuple[Statement, Mark]]


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a decision about one mark would go.

    Attributes:
        words: Other marks of the case over the same words.
        person: All marks of the case that stand for the same person; 0 when it stands for none.
        is_for_list: The words can stand on a list of the vault.
    """

    words: int
    person: int
    is_for_list: bool = False


@dataclass(slots=True)
class Taken:
    """What a wide decision has changed, so that it can be taken back; filled as it is made.

    Attributes:
        before: The marks that it changed, as they were, by statement.
        added: The rulings that it made.
        removed: The rulings in whose place they stand.
    """

    before: dict[StatementId, tuple[Was, ...]] = field(default_factory=dict)
    added: list[RulingId] = field(default_factory=list)
    removed: list[Ruling] = field(default_factory=list)


def reach(session: VaultSession, statement_id: StatementId, mark_id: MarkId) -> Reach:
    """Return how many marks of the case a mark has something in common with."""
    file = _file(session, statement_id)
    mark = _mark(file, statement_id, mark_id)
    if mark is None:
        return Reach(0, 0)
    alike = sum(found.id != mark_id for _, found in _same_words(file, statement_id, mark))
    person = mark.person_id
    return Reach(
        alike,
        0 if person is None else sum(1 for _ in _of_person(file, person)),
        rulings.is_for_list(_words(file, statement_id, mark)),
    )


def same_words(text: str, marks: Iterable[Mark], one: Mark) -> tuple[Mark, ...]:
    """Return the other ones of these marks of a text that stand over the same words as one."""
    words = folded(text[one.start : one.end])
    return tuple(
        mark for mark in marks if mark.id != one.id and folded(text[mark.start : mark.end]) == words
    )


def decide_words(
    session: VaultSession,
    statement_id: StatementId,
    mark_id: MarkId,
    decision: Decision,
    taken: Taken,
    *,
    in_vault: bool = False,
) -> Saved:
    """Decide the words of a mark in all statements of the case, now and whenever they come up.

    Args:
        session: The open vault.
        statement_id: The statement of the mark.
        mark_id: The mark.
        decision: ``MASK`` or ``KEEP``.
        taken: Takes what is changed.
        in_vault: Put the words on the vault's list too: always hidden, or never a name.

    Raises:
        RefusedError: Words that name somebody in this vault cannot be kept; nothing is changed.
        UsageError: The mark is gone, or its words are too short or too long for a list.
    """
    file = _file(session, statement_id)
    mark = _mark(file, statement_id, mark_id)
    if mark is None:
        raise UsageError(what="The text has changed. Choose the words again.")
    words = _words(file, statement_id, mark)
    case_id = None if in_vault else file.case.id
    ruling = Ruling(RulingId(new_id()), decision, words, mark.kind, case_id)
    found = _same_words(file, statement_id, mark)
    return _decide(session, file, found, ruling, taken)


def mask_person(
    session: VaultSession, statement_id: StatementId, person_id: PersonId, taken: Taken
) -> Saved:
    """Mask everything in the case that stands for one person, now and whenever it comes up."""
    file = _file(session, statement_id)
    ruling = Ruling(RulingId(new_id()), Decision.MASK, case_id=file.case.id, person_id=person_id)
    return _decide(session, file, _of_person(file, person_id), ruling, taken)


def take_back(
    session: VaultSession, before: Mapping[StatementId, tuple[Was, ...]], taken: Taken
) -> Saved:
    """Undo: give marks the decision that they had, and take rulings back.

    Args:
        session: The open vault.
        before: Marks as they were, by statement, beside those of ``taken``.
        taken: What a wide decision has changed.

    Raises:
        RefusedError: Words that name somebody in this vault cannot be kept.
    """
    with session.store.write() as tx:
        for ruling_id in taken.added:
            session.store.rulings.remove(tx, ruling_id)
        for ruling in taken.removed:
            session.store.rulings.put(tx, ruling)
        review.put_back(session, tx, {**taken.before, **before})
    return Saved(tx.at, tx.changes)


def _decide(
    session: VaultSession, file: CaseFile, found: _Found, ruling: Ruling, taken: Taken
) -> Saved:
    wanted = {mark.id for _, mark in found}
    with session.store.write() as tx:
        removed = rulings.remember(session, tx, ruling)
        before = {
            statement.id: was
            for statement in file.statements
            if (was := _store(session, tx, file, statement, wanted, ruling.decision))
        }
    taken.before.update(before)
    taken.added.append(ruling.id)
    taken.removed.extend(removed)
    return Saved(tx.at, tx.changes)


def _store(
    session: VaultSession,
    tx: Transaction,
    file: CaseFile,
    statement: Statement,
    wanted: set[MarkId],
    decision: Decision,
) -> tuple[Was, ...]:
    """Decide marks of one statement; return those that changed as they were."""
    known = file.marks.get(statement.id, ())
    changed = [
        mark
        for mark in known
        if mark.id in wanted and (mark.decision is not decision or mark.ruled)
    ]
    ids = {mark.id for mark in changed}
    marks = tuple(replace(m, decision=decision, ruled=False) if m.id in ids else m for m in known)
    if changed:
        review.store_decided(session, tx, statement, marks)
    return tuple(Was.of(mark, statement.text) for mark in changed)


def _file(session: VaultSession, statement_id: StatementId) -> CaseFile:
    store = session.store
    return store.cases.file(store.statements.case_of(statement_id))


def _mark(file: CaseFile, statement_id: StatementId, mark_id: MarkId) -> Mark | None:
    return next((m for m in file.marks.get(statement_id, ()) if m.id == mark_id), None)


def _words(file: CaseFile, statement_id: StatementId, mark: Mark) -> str:
    text = next(each.text for each in file.statements if each.id == statement_id)
    return text[mark.start : mark.end]


def _same_words(file: CaseFile, statement_id: StatementId, one: Mark) -> _Found:
    """Yield all marks of the case over the same words as one mark, itself included."""
    words = folded(_words(file, statement_id, one))
    return _where(file, lambda text, mark: folded(text[mark.start : mark.end]) == words)


def _of_person(file: CaseFile, person_id: PersonId) -> _Found:
    return _where(file, lambda _, mark: mark.person_id == person_id)


def _where(file: CaseFile, holds: Callable[[str, Mark], bool]) -> _Found:
    for statement in file.statements:
        for mark in file.marks.get(statement.id, ()):
            if holds(statement.text, mark):
                yield statement, mark
