"""Bundles that hold a case: what was shared, with whom, and which of them have to come back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeVar

from intake.domain.consent import (
    Consent,
    IdentityLevel,
    RecipientGroup,
    Use,
    level_of_left,
    wished_out,
)
from intake.domain.ids import CaseId
from intake.export.terms import Policy
from intake.services.session import VaultSession
from intake.store.releases import Release

Word = TypeVar("Word", RecipientGroup, Use, Policy)


@dataclass(frozen=True, slots=True)
class LeftBundle:
    """A bundle that left this vault, as people know it again.

    Attributes:
        bundle_id: Its number, which a recall names.
        day: ISO day on which it was written, of this place.
        group: Who it was for; ``None`` where the ledger does not say.
        purpose: What it was for; ``None`` likewise.
        policy: What kind of thing left; ``None`` likewise.
        to: Names of the keys that open it, as they were known on that day; none where it has a
            passphrase, is not encrypted, or was written before the ledger held them.
        quotes: A statement of this case is in it.
        is_over: Consent does not cover it any more: whoever has it should delete it.
    """

    bundle_id: str
    day: str
    group: RecipientGroup | None
    purpose: Use | None = None
    policy: Policy | None = None
    to: tuple[str, ...] = ()
    quotes: bool = False
    is_over: bool = True


def bundles_of(session: VaultSession, case_id: CaseId) -> tuple[LeftBundle, ...]:
    """Return the bundles that hold a case, oldest first."""
    store = session.store
    holding = frozenset(store.releases.bundles_of(case_id))
    if not holding:
        return ()
    consent = store.consents.current(case_id)
    quoting = store.classes.quoting(case_id, holding)
    found = []
    for release in store.releases.all():
        if release.bundle_id in holding:
            bundle = _left(release, consent, quotes=release.bundle_id in quoting)
            then = store.consents.as_of(case_id, release.made)
            is_over = bundle.is_over or _is_wished_out(consent, then, bundle)
            found.append(replace(bundle, is_over=is_over))
    return tuple(found)


def _left(release: Release, consent: Consent | None, *, quotes: bool) -> LeftBundle:
    body = release.body
    group = _known(RecipientGroup, body.get("group"))
    purpose = _known(Use, body.get("purpose"))
    policy = _known(Policy, body.get("policy"))
    names = body.get("to", ())
    return LeftBundle(
        bundle_id=release.bundle_id,
        day=release.made.astimezone().date().isoformat(),
        group=group,
        purpose=purpose,
        policy=policy,
        to=tuple(map(str, names)) if isinstance(names, list) else (),
        quotes=quotes,
        is_over=_is_over(consent, purpose, group, policy, quotes=quotes),
    )


def _known(words: type[Word], text: object) -> Word | None:
    """Return a word of the ledger; a parcel can have brought one that is not known here."""
    return next((each for each in words if each.value == text), None)


def _is_over(
    consent: Consent | None,
    purpose: Use | None,
    group: RecipientGroup | None,
    policy: Policy | None,
    *,
    quotes: bool,
) -> bool:
    if purpose is None or group is None:
        return True  # nobody can tell that it is covered
    # Where nobody knows what kind of thing it was, it may have had rows.
    least = (policy or Policy.RECORDS).least_level
    if level_of_left(consent, purpose, group) < least:
        return True
    return quotes and level_of_left(consent, Use.QUOTATION, group) < IdentityLevel.CODE


def _is_wished_out(now: Consent | None, then: Consent | None, bundle: LeftBundle) -> bool:
    """Tell whether the person wants a field left out that they did not when the bundle left."""
    uses = {bundle.purpose, Use.QUOTATION} if bundle.quotes else {bundle.purpose}
    return any(not wished_out(now, use) <= wished_out(then, use) for use in uses)
