"""Marks that a person makes in a statement: read, add, remove."""

from __future__ import annotations

from intake.domain.ids import MarkId, StatementId
from intake.domain.marks import Mark
from intake.errors import UsageError
from intake.services.interviews import Saved
from intake.services.session import VaultSession


def marks(session: VaultSession, statement_id: StatementId) -> tuple[Mark, ...]:
    """Return the marks of a statement's draft, by start."""
    return session.store.marks.of(statement_id)


def add_mark(session: VaultSession, statement_id: StatementId, mark: Mark) -> Saved:
    """Add a mark that a person made.

    Raises:
        UsageError: It reaches beyond the text, which has changed meanwhile.
    """
    store = session.store
    with store.write() as tx:
        if mark.end > len(store.statements.get(statement_id).text):
            raise UsageError(what="The text has changed. Select the words again.")
        known = store.marks.of(statement_id)
        placed = sorted((*known, mark), key=lambda found: (found.start, found.end))
        store.marks.replace(tx, statement_id, tuple(placed))
    return Saved(tx.at, tx.changes)


def remove_mark(session: VaultSession, statement_id: StatementId, mark_id: MarkId) -> Saved:
    """Remove a mark that a person made."""
    store = session.store
    with store.write() as tx:
        kept = tuple(m for m in store.marks.of(statement_id) if m.id != mark_id)
        store.marks.replace(tx, statement_id, kept)
    return Saved(tx.at, tx.changes)
