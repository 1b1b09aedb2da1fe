"""What is kept of a case that was erased, so that no parcel brings it back; it names nobody."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable

from intake.domain.ids import CaseId
from intake.services.session import VaultSession
from intake.services.versions import known_as
from intake.store.store import Store
from intake.store.transaction import Transaction

_PARCELS = "erased_parcels"  # random numbers that lead to nothing here
_CASES = "erased_cases"  # a salt, and the digest of a random id under it
_FORGOTTEN = "erased_forgotten"  # what is above was lost with the settings
_RECALLS = "recalls_forgotten"  # in which parcel each case came was lost
_SALT_BYTES = _DIGEST_BYTES = 16


def remember(session: VaultSession, tx: Transaction, case_id: CaseId) -> None:
    """Keep the numbers of a case's parcels, and a digest of each id that it has in some vault.

    Nobody can guess a random id: the digest can be tried by who has the case itself, in a parcel
    or in a copy of a vault from before.
    """
    came = [each.parcel_id for each in session.store.parcels.received_as(case_id)]
    digests = [_digest(name) for name in sorted({case_id, *known_as(session, case_id)})]
    for key, more in ((_PARCELS, came), (_CASES, digests)):
        if more:
            session.store.settings.set(tx, key, [*_stored(session, key), *more])


def is_erased(session: VaultSession, note_id: str, names: Iterable[str]) -> bool:
    """Tell whether a case was erased here.

    Args:
        session: The open vault.
        note_id: The note of the parcel that brings it.
        names: The ids that it has in some vault.
    """
    if note_id in _stored(session, _PARCELS):
        return True
    salted = [each.partition(":") for each in _stored(session, _CASES)]
    return any(_digest_under(salt, name) == digest for name in names for salt, _, digest in salted)


def note_forgotten(store: Store, tx: Transaction) -> None:
    """Note that nobody knows any more which cases were erased here, or how others are known."""
    store.settings.set(tx, _FORGOTTEN, value=True)


def is_forgotten(session: VaultSession) -> bool:
    """Tell whether the vault was rescued without what it knew of cases that it does not hold."""
    return bool(session.store.settings.get(_FORGOTTEN))


def note_recalls_forgotten(store: Store, tx: Transaction) -> None:
    """Note that nobody knows any more in which parcels the cases came."""
    store.settings.set(tx, _RECALLS, value=True)


def are_recalls_forgotten(session: VaultSession) -> bool:
    """Tell whether a recall may mean a case that is here, and nothing here says which."""
    return is_forgotten(session) or bool(session.store.settings.get(_RECALLS))


def _stored(session: VaultSession, key: str) -> list[str]:
    found = session.store.settings.get(key)
    return found if isinstance(found, list) else []


def _digest(name: str) -> str:
    salt = secrets.token_hex(_SALT_BYTES)
    return f"{salt}:{_digest_under(salt, name)}"


def _digest_under(salt: str, name: str) -> str:
    key = bytes.fromhex(salt)
    return hashlib.blake2b(name.encode(), digest_size=_DIGEST_BYTES, key=key).hexdigest()
