"""Who has left in some bundle: the cases themselves, their other cases, and who was erased since.

Of somebody who leaves a digest of each phone, name and address stays, under a key of the vault,
whatever becomes of the case: enough to know the person again, and no name. Somebody with the
passphrase can try names against it, as they could while the case was there.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from intake.domain.ids import CaseId, new_id
from intake.errors import VaultDamagedError
from intake.services.relations import marks_of, recognised_by
from intake.services.session import VaultSession
from intake.store.codec import to_time
from intake.store.releases import Release
from intake.store.store import Store
from intake.store.transaction import Transaction

_KEY = "traces"
_KEY_BYTES = 32
_SHOWN = 32


def released_units(session: VaultSession, units: Mapping[str, str]) -> frozenset[str]:
    """Return the units of related people of whom somebody has been in a bundle.

    Args:
        session: The open vault.
        units: The unit of each case, see ``relations.units``.

    Raises:
        VaultDamagedError: The key is gone under which people who have left are known again.
    """
    left = {units[case] for case in session.store.releases.released_cases()}
    known = session.store.releases.traces()
    if not known:
        return frozenset(left)
    secret = session.store.keys.own_secret(_KEY)
    if secret is None:
        raise VaultDamagedError(part="the key to who has left before")
    for case, people in session.people.by_case(session.store).items():
        if units[case] not in left and not known.isdisjoint(
            _digests(secret, recognised_by(people))
        ):
            left.add(units[case])
    secret[:] = bytes(len(secret))
    return frozenset(left)


def counts_as_left_in(session: VaultSession, case_id: CaseId) -> tuple[Release, ...]:
    """Return the bundles by which a case counts as left: its own, else those of its family.

    Where nothing tells the bundle any more (somebody was erased, or the key of the traces is gone)
    one without a name stands for it, so that the case goes on counting as left elsewhere.
    """
    store = session.store
    left_in = set(store.releases.bundles_of(case_id))
    if not left_in:
        units = session.people.units(store)
        cases = [CaseId(each) for each, unit in units.items() if unit == units[case_id]]
        left_in = {bundle for each in cases for bundle in store.releases.bundles_of(each)}
        left_in |= _told_by_traces(session, cases)
    found = tuple(each for each in store.releases.all() if each.bundle_id in left_in)
    if found or not left_in:
        return found
    return (_nameless(),)


def _nameless() -> Release:
    """Return what stands for a bundle of which nothing is known."""
    month = datetime.now(UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    return Release(new_id(), to_time(month)[:7], month, {}, 0)


def count_all_as_left(store: Store, tx: Transaction) -> None:
    """Enter every case as left in a bundle of which nothing is known.

    Nobody can tell any more who was in it, so that everybody may have been: none leaves again.
    """
    unknown = _nameless()
    for case_id in store.cases.ids():
        store.releases.adopt(tx, case_id, (unknown,))


def _told_by_traces(session: VaultSession, cases: Iterable[CaseId]) -> set[str]:
    """Return the bundles that traces of these people are of, an empty name where none is known."""
    kept = session.store.releases.traces_by_bundle()
    if not any(kept.values()):
        return set()
    secret = session.store.keys.own_secret(_KEY)
    if secret is None:
        return {""}
    people = session.people.by_case(session.store)
    known = {trace for each in cases for trace in _digests(secret, recognised_by(people[each]))}
    secret[:] = bytes(len(secret))
    return {bundle for bundle, traces in kept.items() if not traces.isdisjoint(known)}


def traces_of(session: VaultSession, case_ids: Iterable[CaseId]) -> dict[CaseId, frozenset[str]]:
    """Return by what the people of these cases are known again, for the ledger."""
    people = session.people.by_case(session.store)
    secret = _own_secret(session)
    found = {case: _digests(secret, marks_of(people[case])) for case in case_ids}
    secret[:] = bytes(len(secret))
    return found


class Farewell:
    """Remembers who has left before their case is erased.

    What was recorded on the day of a bundle is in the ledger already; what was recorded since, and
    everything of bundles from before the ledger held it, is added here.

    Args:
        session: The open vault.
        case_id: The case that will be erased.
    """

    def __init__(self, session: VaultSession, case_id: CaseId) -> None:
        self._traces: frozenset[str] = frozenset()
        self._releases = session.store.releases
        if self._releases.bundles_of(case_id):
            self._traces = traces_of(session, [case_id])[case_id] - self._releases.traces()

    def keep(self, tx: Transaction) -> None:
        """Put what is needed into the ledger."""
        if self._traces:
            self._releases.keep_traces(tx, self._traces)


def _own_secret(session: VaultSession) -> bytearray:
    """Return the key of the traces, a new one where there are none.

    Where the key of earlier traces is gone a new one would hide that: what is returned then is
    stored nowhere, so that exports stay refused and a case can be erased all the same.
    """
    keys = session.store.keys
    found = keys.own_secret(_KEY)
    if found is not None:
        return found
    made = bytearray(secrets.token_bytes(_KEY_BYTES))
    if not session.store.releases.traces():
        with session.store.write() as tx:
            keys.set_own(tx, _KEY, made, "")
    return made


def _digests(secret: bytearray, found: frozenset[tuple[str, str]]) -> frozenset[str]:
    return frozenset(
        hmac.digest(secret, f"{kind}\n{text}".encode("utf-8", "surrogatepass"), "sha256").hex()[
            :_SHOWN
        ]
        for kind, text in found
    )
