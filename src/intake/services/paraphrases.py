"""Versions for sharing of passages: written by a person, kept with what is hidden in them."""

from __future__ import annotations

from dataclasses import replace

from intake.domain.ids import MarkId, StatementId
from intake.domain.marks import Decision, Mark, MarkKind, Paraphrase, new_mark
from intake.domain.statement import Statement
from intake.domain.text import settle
from intake.errors import TooLongError, UsageError
from intake.services import looking
from intake.services.interviews import Saved
from intake.services.proposals import BY_HAND, Material
from intake.services.retelling import found
from intake.services.session import VaultSession

LONGEST = 10_000

Span = tuple[int, int]


def found_in(seen: Material, span: Span, text: str) -> tuple[Mark, ...]:
    """Return what of a text names or points to somebody when it stands in place of a passage.

    Needs no store: pure, any thread.

    Args:
        seen: The statement, as ``looking.material`` reads it.
        span: Start and end of the passage, in code points.
        text: What would stand there, settled: places are code points of it.

    Raises:
        UsageError: The passage lies outside the statement, or the text is too long.
    """
    _require_inside(seen.statement, span)
    return found(seen, span, _settled(text))


def write(
    session: VaultSession, statement_id: StatementId, place: MarkId | Span, text: str
) -> tuple[Mark, Saved]:
    """Let a text leave in place of a passage; what is found in it is hidden.

    The passage is decided with it, and so is what is undecided inside the passage: it is hidden. An
    empty text takes the paraphrase away, and a label stands there again.

    Args:
        session: The open vault.
        statement_id: The statement.
        place: A mark, or start and end of a passage in code points.
        text: What a person wrote.

    Raises:
        UsageError: There is no such passage, or the text is too long.
    """
    seen = looking.material(session, statement_id)
    passage = _passage(seen.marks, place)
    span = passage.start, passage.end
    _require_inside(seen.statement, span)
    wanted = _settled(text).strip()
    told = Paraphrase(wanted, found(seen, span, wanted)) if wanted else None
    passage = replace(passage, decision=Decision.MASK, source=BY_HAND, paraphrase=told)
    others = [_hidden(mark, span) for mark in seen.marks if mark.id != passage.id]
    placed = sorted((*others, passage), key=lambda mark: (mark.start, mark.end))
    with session.store.write() as tx:
        session.store.marks.replace(tx, statement_id, tuple(placed))
    return passage, Saved(tx.at, tx.changes)


def _settled(text: str) -> str:
    settled = settle(text)
    if len(settled) > LONGEST:
        raise TooLongError(most=LONGEST)
    return settled


def _passage(known: tuple[Mark, ...], place: MarkId | Span) -> Mark:
    if isinstance(place, str):
        same = next((mark for mark in known if mark.id == place), None)
        if same is None:
            raise UsageError(what="This mark is gone. Select the words again.")
        return same
    same = next((mark for mark in known if (mark.start, mark.end) == place), None)
    if same is None and not 0 <= place[0] < place[1]:
        raise UsageError(what="The text has changed. Select the words again.")
    return same or new_mark(*place, MarkKind.OTHER)


def _require_inside(statement: Statement, span: Span) -> None:
    if not 0 <= span[0] < span[1] <= len(statement.text):
        raise UsageError(what="The text has changed. Select the words again.")


def _hidden(mark: Mark, passage: Span) -> Mark:
    """Return a mark that is decided, if it was not, where it lies inside a passage."""
    inside = passage[0] <= mark.start and mark.end <= passage[1]
    if not inside or mark.decision is not Decision.PENDING or mark.paraphrase is not None:
        return mark
    return replace(mark, decision=Decision.MASK)
