"""Versions of one case: how a case is known elsewhere, and what all of its versions have to share.

A case that came under other ids, or was sealed onward, is known here by the ids that it has in
other vaults and by the notes of the parcels that it came in there.
"""

from __future__ import annotations

from collections.abc import Iterable

from intake.domain.audit import Action
from intake.domain.consent import Withdrawal
from intake.domain.ids import CaseId, new_id
from intake.domain.parcel import ReceivedCase
from intake.services.consents import take_back, united
from intake.services.other_names import KNOWN_AS, other_names
from intake.services.session import VaultSession
from intake.store.parcels import month_of
from intake.store.store import Store
from intake.store.transaction import Transaction

_NOBODY = "?"  # who sent it is lost


def known_as(session: VaultSession, case_id: CaseId) -> frozenset[str]:
    """Return how a case is known elsewhere: ids in other vaults, and notes of earlier parcels."""
    return frozenset(other_names(session.store).get(case_id, ()))


def note_known_as(
    session: VaultSession, tx: Transaction, case_id: CaseId, names: Iterable[str]
) -> None:
    """Keep how a case is known elsewhere, beside what is kept already."""
    every = other_names(session.store)
    before = every.get(case_id, [])
    found = sorted({*before, *names} - {case_id})
    if found != before:
        session.store.settings.set(tx, KNOWN_AS, {**every, case_id: found})


def forget(session: VaultSession, tx: Transaction, case_id: CaseId) -> None:
    """Forget how a case is known elsewhere: it goes."""
    every = other_names(session.store)
    if case_id in every:
        rest = {each: every[each] for each in every if each != case_id}
        session.store.settings.set(tx, KNOWN_AS, rest or None)


def known_by(session: VaultSession, names: Iterable[str]) -> tuple[CaseId, ...]:
    """Return the cases here that have one of these ids, or are known by one of these names."""
    wanted, every = frozenset(names), other_names(session.store)
    return tuple(
        case_id
        for case_id in session.store.cases.ids()
        if case_id in wanted or not wanted.isdisjoint(every.get(case_id, ()))
    )


def believable(session: VaultSession, case_id: CaseId, names: Iterable[str]) -> frozenset[str]:
    """Return names that a parcel claims for a case, without those of other people's cases here.

    Whoever claims them would otherwise tie cases together that nobody has compared, so that what is
    taken back in one is taken back in all.

    Args:
        session: The open vault.
        case_id: The case that came, or the version of it that is here.
        names: Ids in other vaults, and notes of earlier parcels.
    """
    own, every = family(session, case_id), other_names(session.store)
    others = (each for each in session.store.cases.ids() if each not in own)
    return frozenset(names) - {name for each in others for name in (each, *every.get(each, ()))}


def family(session: VaultSession, case_id: CaseId) -> frozenset[CaseId]:
    """Return a case and all of its other versions here, decided about or not."""
    pairs = [{each.case_id, each.rival} for each in session.store.parcels.undecided() if each.rival]
    found: set[CaseId] = set()
    new = {case_id}
    while new:
        found |= new
        names = {name for each in new for name in (each, *known_as(session, each))}
        beside = {each for pair in pairs if new & pair for each in pair}
        new = {*known_by(session, names), *beside} - found
    return frozenset(found)


def compare_again(store: Store, tx: Transaction) -> None:
    """Let versions of one case stand side by side again where the notes of that are lost.

    By what else they are known tells it; what was decided about them is to be decided once more.
    """
    every = other_names(store)
    first: dict[str, CaseId] = {}
    rivals = store.parcels.rivals()
    for case_id in store.cases.ids():
        names = {case_id, *every.get(case_id, ())}
        beside = next((first[name] for name in sorted(names & first.keys())), None)
        first = {**dict.fromkeys(names, beside or case_id), **first}
        if beside is not None and case_id not in rivals:
            note = ReceivedCase(new_id(), case_id, month_of(tx), _NOBODY, beside)
            store.parcels.note_received(tx, note)


def heir_of(session: VaultSession, case_id: CaseId) -> CaseId | None:
    """Return the version that stands for a case when it goes, or ``None`` where there is none."""
    others = family(session, case_id) - {case_id}
    for each in session.store.parcels.undecided():
        if case_id in {each.case_id, each.rival}:
            return each.rival if each.case_id == case_id else each.case_id
    return min(others, default=None)


def share(session: VaultSession, tx: Transaction, versions: Iterable[CaseId]) -> None:
    """Let what was taken back in one version be taken back in all, and who left have left in all.

    Args:
        session: The open vault.
        tx: The open write.
        versions: All versions of one case, see ``family``.
    """
    store, cases = session.store, sorted(versions)
    withdrawn = {each: _withdrawn(session, each) for each in cases}
    taken: Withdrawal | None = None
    for one in withdrawn.values():
        taken = united(taken, one)
    left_in = {bundle for each in cases for bundle in store.releases.bundles_of(each)}
    releases = [each for each in store.releases.all() if each.bundle_id in left_in]
    for each in cases:
        store.releases.adopt(tx, each, releases)
        if taken is not None and united(withdrawn[each], taken) != withdrawn[each]:
            take_back(session, tx, each, taken)
            tx.audit(Action.CASE_WITHDRAWN, each)


def _withdrawn(session: VaultSession, case_id: CaseId) -> Withdrawal | None:
    consent = session.store.consents.current(case_id)
    return None if consent is None else consent.withdrawn


def pass_on(session: VaultSession, tx: Transaction, gone: CaseId, kept: CaseId) -> None:
    """Let one version stand for another that goes: for recalls, further versions and the ledger."""
    names = {gone, *known_as(session, gone)}
    session.store.releases.pass_on_traces(tx, gone, kept)
    session.store.parcels.inherit(tx, gone, kept)
    note_known_as(session, tx, kept, names)
