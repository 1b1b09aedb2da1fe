"""The state of a whole vault as four words for a notebook; tells no part of what is in it."""

from __future__ import annotations

import contextlib
import hashlib

from intake.domain.audit import Action
from intake.errors import UnavailableError
from intake.services.session import VaultSession
from intake.store.store import Store
from intake.vault.passphrase import word_list

WORDS = 4
_PURPOSE = b"intake-state-code"


def state_code(store: Store) -> str:
    """Return four words that stand for the vault as it is; every commit gives other words.

    They come from the keyed digest of the whole vault, so that nobody without the key can make a
    vault, or choose an earlier one, that has the same words: 4 of 7,776 words are 51 bits.
    """
    digest = hashlib.sha256(_PURPOSE + store.state_digest()).digest()
    number = int.from_bytes(digest, "big")
    listed = word_list()
    chosen = []
    for _ in range(WORDS):
        number, index = divmod(number, len(listed))
        chosen.append(listed[index].decode("ascii"))
    return " ".join(chosen)


def note_lock(session: VaultSession) -> str:
    """Write down that the vault is locked now, and return the words for the notebook.

    A disk that is full does not keep the vault from being locked: the words then stand for what
    is stored without the entry.
    """
    with contextlib.suppress(UnavailableError), session.store.write(Action.LOCKED):
        pass
    return state_code(session.store)
