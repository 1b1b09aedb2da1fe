"""What a team has decided once for every place: its lists of words, and what holds in one case."""

from __future__ import annotations

from intake.domain.audit import Action
from intake.domain.changes import Changes
from intake.domain.ids import CaseId, RulingId, new_id
from intake.domain.marks import Decision, Mark, MarkKind
from intake.domain.rulings import Ruling
from intake.domain.statement import Statement
from intake.errors import TooLongError, UsageError
from intake.redaction.source_text import words_of
from intake.redaction.vocabulary import Vocabulary
from intake.services.proposals import BY_HAND
from intake.services.session import VaultSession
from intake.services.standing import Standing, folded, standing
from intake.store.transaction import Transaction

LONGEST = 200
_SHORTEST = 2


def of_vault(session: VaultSession) -> tuple[Ruling, ...]:
    """Return the lists of the vault: what is always hidden, and what never is, oldest first."""
    return session.store.rulings.of_vault()


def standing_of(session: VaultSession, case_id: CaseId) -> Standing:
    """Return what holds for the statements of a case."""
    rulings = session.store.rulings
    return standing(rulings.of_vault(), rulings.of_case(case_id))


def always_of(session: VaultSession) -> Vocabulary:
    """Return the words that leave in no text, whatever was decided about it."""
    return Vocabulary(always=standing(of_vault(session)).vocabulary.always)


def add(session: VaultSession, words: str, decision: Decision, kind: MarkKind) -> Changes:
    """Put words on a list of the vault; they leave the other list, if they are on it.

    Raises:
        UsageError: They are too short or too long to be looked for.
    """
    ruling = Ruling(RulingId(new_id()), decision, _sensible(words), kind)
    with session.store.write(Action.SETTINGS_CHANGED) as tx:
        remember(session, tx, ruling)
    return tx.changes


def remove(session: VaultSession, ruling_id: RulingId) -> Changes:
    """Take words off a list; what was decided about single places stays."""
    with session.store.write(Action.SETTINGS_CHANGED) as tx:
        session.store.rulings.remove(tx, ruling_id)
    return tx.changes


def restore(session: VaultSession, ruling: Ruling) -> Changes:
    """Put back what was taken off (undo)."""
    with session.store.write(Action.SETTINGS_CHANGED) as tx:
        session.store.rulings.put(tx, ruling)
    return tx.changes


def remember(session: VaultSession, tx: Transaction, ruling: Ruling) -> tuple[Ruling, ...]:
    """Store a ruling in place of those about the same in the same case; return these.

    Raises:
        UsageError: The words for a list of the vault are too short or too long to be looked for.
    """
    if ruling.case_id is None:
        _sensible(ruling.words)
    replaced = tuple(found for found in _beside(session, ruling) if _is_alike(found, ruling))
    for old in replaced:
        session.store.rulings.remove(tx, old.id)
    session.store.rulings.put(tx, ruling)
    return replaced


def remember_hidden(
    session: VaultSession,
    tx: Transaction,
    before: Statement,
    marks: tuple[Mark, ...],
    now: tuple[str, tuple[Mark, ...]],
) -> None:
    """Remember words that somebody hid by hand and that an edit has taken away or changed.

    No detector knows them: when they come back, by undo or from the clipboard, they are proposed.

    Args:
        session: The open vault.
        tx: The write of the edit.
        before: The statement before it.
        marks: Its marks.
        now: The text after it, and the marks as they were carried to it.
    """
    text, carried = now
    left = {mark.id: text[mark.start : mark.end] for mark in carried}
    gone = [
        (words, mark.kind)
        for mark in marks
        if mark.decision is Decision.MASK and (mark.source == BY_HAND or mark.paraphrase)
        if left.get(mark.id) != (words := before.text[mark.start : mark.end])
    ]
    if not gone:
        return
    case_id = session.store.statements.case_of(before.id)
    rulings = session.store.rulings.of_case(case_id)
    known = {folded(each.words) for each in rulings if each.decision is not Decision.KEEP}
    for words, kind in gone:
        if words.strip() and folded(words) not in known:
            ruling = Ruling(RulingId(new_id()), Decision.PENDING, words, kind, case_id)
            remember(session, tx, ruling)


def is_for_list(words: str) -> bool:
    """Tell whether words are neither too short nor too long for a list of the vault."""
    return len("".join(words_of(words))) >= _SHORTEST and len(words) <= LONGEST


def _beside(session: VaultSession, ruling: Ruling) -> tuple[Ruling, ...]:
    rulings = session.store.rulings
    return rulings.of_vault() if ruling.case_id is None else rulings.of_case(ruling.case_id)


def _is_alike(one: Ruling, other: Ruling) -> bool:
    if one.person_id != other.person_id:
        return False
    return one.person_id is not None or folded(one.words) == folded(other.words)


def _sensible(words: str) -> str:
    plain = " ".join(words.split())
    if len(plain) <= LONGEST and not is_for_list(plain):
        raise UsageError(what="Give a word of at least two letters.")
    if len(plain) > LONGEST:
        raise TooLongError(most=LONGEST)
    return plain
