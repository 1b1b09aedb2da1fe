"""Looks at statements for what names somebody: reads what a look needs, stores what it found."""

from __future__ import annotations

import gc
from dataclasses import replace
from functools import cache

from intake.domain.alignment import equal_ahead, equal_behind
from intake.domain.ids import StatementId
from intake.domain.marks import Mark
from intake.domain.statement import Statement
from intake.redaction.leaks import LeakGate
from intake.redaction.suggest import Profile
from intake.services import settings
from intake.services.people import named_in
from intake.services.proposals import BY_HAND, Material, propose, propose_in
from intake.services.retelling import looked_at
from intake.services.rulings import standing_of
from intake.services.session import VaultSession

# What is more was pasted: nobody waits for it at a key press, and the next review looks at it.
_LONGEST = 5_000


def material(session: VaultSession, statement_id: StatementId) -> Material:
    """Read what a look at a statement needs; the look itself, ``proposed``, needs no store.

    The gate takes every case of the vault for one that leaves, so that a finished review meets no
    refusal that was not offered here.
    """
    store = session.store
    found = _material(session, store.statements.get(statement_id), store.marks.of(statement_id))
    return replace(found, gate=session.people.everybody(store))


def proposed(seen: Material) -> tuple[Mark, ...]:
    """Return the marks of a statement after a look at it and its paraphrases. Pure, any thread."""
    return looked_at(seen, propose(seen))


def keep(session: VaultSession, seen: Material, marks: tuple[Mark, ...]) -> None:
    """Store what a look has found; look again where the statement has changed meanwhile."""
    statement_id, store = seen.statement.id, session.store
    now = store.statements.get(statement_id).digest, store.marks.of(statement_id)
    if now != (seen.statement.digest, seen.marks):
        seen = material(session, statement_id)
        marks = proposed(seen)
    if marks != seen.marks:
        with store.write() as tx:
            store.marks.replace(tx, statement_id, marks)


def look(session: VaultSession, statement_id: StatementId) -> None:
    """Look at a statement with detectors and leak gate, store what is new as pending marks."""
    seen = material(session, statement_id)
    keep(session, seen, proposed(seen))


def at_change(
    session: VaultSession, before: Statement, text: str, marks: tuple[Mark, ...]
) -> tuple[Mark, ...]:
    """Return the marks of a statement that is being written, with what is new where it changed.

    A statement that nobody had looked at for sharing stays as the interviewer marks it.

    Args:
        session: The open vault.
        before: The statement before the change.
        text: Its new text.
        marks: The marks as they were carried to the new text.
    """
    was_looked_at = before.is_reviewed or any(mark.source != BY_HAND for mark in marks)
    start, end = changed_paragraphs(before.text, text) if was_looked_at else (0, 0)
    if not 0 < end - start <= _LONGEST:
        return marks
    found = propose_in(_material(session, replace(before, text=text), marks), (start, end))
    _spare_tables()
    return found


@cache
def _spare_tables() -> None:
    """Keep the collector of garbage from going through the tables of names at every turn.

    They are in memory by now and stay there; a turn in the middle of typing took 40 ms.
    """
    gc.freeze()


def changed_paragraphs(old: str, new: str) -> tuple[int, int]:
    """Return (start, end) of the paragraphs of the new text that hold every change."""
    room = min(len(old), len(new))
    head = equal_ahead(old, new, (0, 0), room)
    tail = equal_behind(old, new, (len(old), len(new)), room - head)
    start = new.rfind("\n", 0, head) + 1
    end = new.find("\n", len(new) - tail)
    return start, len(new) if end < 0 else end


def _material(session: VaultSession, statement: Statement, marks: tuple[Mark, ...]) -> Material:
    case_id = session.store.statements.case_of(statement.id)
    persons, named = named_in(session.store, case_id)
    return Material(
        statement=statement,
        marks=marks,
        identities=named,
        persons={person.code: person.id for person in persons},
        profile=Profile(settings.load(session).redaction_profile),
        gate=_nobody,
        standing=standing_of(session, case_id),
    )


def _nobody() -> LeakGate:
    return LeakGate({}, {})
