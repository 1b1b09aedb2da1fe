"""Takes words off the vault's lists that name somebody of a case which is about to go."""

from __future__ import annotations

from intake.domain.ids import CaseId
from intake.redaction.propagation import IdentityIndex
from intake.redaction.source_text import SourceText, words_of
from intake.services.session import VaultSession
from intake.store.transaction import Transaction


def forget_words(session: VaultSession, tx: Transaction, case_id: CaseId) -> int:
    """Remove from the lists what names somebody of a case and of no other; return how many.

    They are looked for as in a statement of the case: by every field that leads to somebody, in
    other alphabets and endings too. Words of other cases stay: the list protects them, and says
    nothing that the vault does not.
    """
    people = session.people.by_case(session.store)
    own = IdentityIndex(people[case_id])
    named = {
        ruling.id: keys
        for ruling in session.store.rulings.of_vault()
        if (keys := _named_by(own, ruling.words))
    }
    if not named:
        return 0
    # By their spelling alone: among many people somebody sounds like any word.
    others = IdentityIndex(
        [person for case, found in people.items() if case != case_id for person in found],
        by_sound=False,
    )
    gone = [
        ruling
        for ruling in session.store.rulings.of_vault()
        if not named.get(ruling.id, frozenset()) <= _named_by(others, ruling.words)
    ]
    for ruling in gone:
        session.store.rulings.remove(tx, ruling.id)
    return len(gone)


def _named_by(index: IdentityIndex, words: str) -> frozenset[str]:
    """Return those of some words, folded, that lead to somebody."""
    places = index.find(SourceText(words))
    return frozenset(key for place in places for key in words_of(words[place.start : place.end]))
