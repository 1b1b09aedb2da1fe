"""Takes words off the vault's lists that name somebody of a case which is about to go."""

from __future__ import annotations

from collections.abc import Iterable

from intake.domain.ids import CaseId
from intake.domain.person import Identity
from intake.redaction.source_text import words_of
from intake.services.people import named_in
from intake.services.session import VaultSession
from intake.store.transaction import Transaction

_SHORTEST, _LONGEST_ENDING = 3, 2


def forget_words(session: VaultSession, tx: Transaction, case_id: CaseId) -> int:
    """Remove from the lists what names somebody of a case and of no other; return how many.

    Words of other cases stay: the list protects them, and says nothing that the vault does not.
    """
    people = session.people.by_case(session.store)
    _, named = named_in(session.store, case_id)
    own = _stems(named)
    others = {stem for case, found in people.items() if case != case_id for stem in _stems(found)}
    gone = [
        ruling
        for ruling in session.store.rulings.of_vault()
        if any(_names(word, own) and not _names(word, others) for word in words_of(ruling.words))
    ]
    for ruling in gone:
        session.store.rulings.remove(tx, ruling.id)
    return len(gone)


def _names(word: str, stems: set[str]) -> bool:
    """Tell whether a word is a name with whatever ending."""
    return any(word.startswith(stem) for stem in stems)


def _stems(people: Iterable[Identity]) -> set[str]:
    """Return how the words by which people are known begin, in every case of a language."""
    found = (
        word
        for person in people
        for text in (*person.names, *person.aliases, *person.handles, *person.phones)
        for word in words_of(text)
        if len(word) >= _SHORTEST
    )
    return {word[: max(_SHORTEST, len(word) - _LONGEST_ENDING)] for word in found}
