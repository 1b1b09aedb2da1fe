"""Who has left in some bundle: the cases themselves, their other cases, and who was erased since.

Of somebody who has left and was erased a digest of each phone, name and address stays, under a key
of the vault: enough to know the person again, and no name. Somebody with the passphrase can try
names against it, as they could while the case was there.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Iterator, Mapping

from intake.domain.ids import CaseId
from intake.services.relations import traits
from intake.services.session import VaultSession
from intake.store.transaction import Transaction

_KEY = "traces"
_KEY_BYTES = 32
_SHOWN = 32


def released_units(session: VaultSession, units: Mapping[str, str]) -> frozenset[str]:
    """Return the units of related people of whom somebody has been in a bundle.

    Args:
        session: The open vault.
        units: The unit of each case, see ``relations.units``.
    """
    left = {units[case] for case in session.store.releases.released_cases()}
    known = session.store.releases.traces()
    secret = session.store.keys.own_secret(_KEY) if known else None
    if secret is not None:
        for case, people in session.people.by_case(session.store).items():
            if units[case] not in left and not known.isdisjoint(_traces(secret, traits(people))):
                left.add(units[case])
        secret[:] = bytes(len(secret))
    return frozenset(left)


class Farewell:
    """Remembers who has left before their case is erased.

    Args:
        session: The open vault.
        case_id: The case that will be erased.
    """

    def __init__(self, session: VaultSession, case_id: CaseId) -> None:
        self._traces: tuple[str, ...] = ()
        self._releases = session.store.releases
        if not self._releases.bundles_of(case_id):
            return  # nothing left, so nothing has to stay
        secret = _own_secret(session)
        people = session.people.by_case(session.store)[case_id]
        self._traces = tuple(_traces(secret, traits(people)))
        secret[:] = bytes(len(secret))

    def keep(self, tx: Transaction) -> None:
        """Put what is needed into the ledger."""
        if self._traces:
            self._releases.keep_traces(tx, self._traces)


def _own_secret(session: VaultSession) -> bytearray:
    keys = session.store.keys
    found = keys.own_secret(_KEY)
    if found is None:
        found = bytearray(secrets.token_bytes(_KEY_BYTES))
        with session.store.write() as tx:
            keys.set_own(tx, _KEY, found, "")
    return found


def _traces(secret: bytearray, found: frozenset[tuple[str, str]]) -> Iterator[str]:
    for kind, text in sorted(found):
        message = f"{kind}\n{text}".encode("utf-8", "surrogatepass")
        yield hmac.digest(secret, message, "sha256").hex()[:_SHOWN]
