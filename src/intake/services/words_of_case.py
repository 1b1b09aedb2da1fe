"""Takes words off the vault's lists that name somebody of a case which is about to go."""

from __future__ import annotations

from collections.abc import Iterable

from intake.domain.ids import CaseId
from intake.domain.person import Identity
from intake.redaction.source_text import words_of
from intake.services.people import named_in
from intake.services.session import VaultSession
from intake.store.transaction import Transaction

_SHORTEST = 3


def forget_words(session: VaultSession, tx: Transaction, case_id: CaseId) -> int:
    """Remove from the lists what names somebody of a case and of no other; return how many.

    Words of other cases stay: the list protects them, and says nothing that the vault does not.
    """
    people = session.people.by_case(session.store)
    _, named = named_in(session.store, case_id)
    own = _names(named)
    others = {word for case, found in people.items() if case != case_id for word in _names(found)}
    gone = [
        ruling
        for ruling in session.store.rulings.of_vault()
        if any(word in own - others for word in words_of(ruling.words))
    ]
    for ruling in gone:
        session.store.rulings.remove(tx, ruling.id)
    return len(gone)


def _names(people: Iterable[Identity]) -> set[str]:
    return {
        word
        for person in people
        for text in (*person.names, *person.aliases, *person.handles, *person.phones)
        for word in words_of(text)
        if len(word) >= _SHORTEST
    }
