"""Which cases may leave for a purpose and a recipient group, and why the others stay."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from enum import StrEnum

from intake.domain.case import CaseFile, CaseStatus
from intake.domain.consent import (
    Consent,
    IdentityLevel,
    RecipientGroup,
    Use,
    is_taken_back,
    level_for,
    wished_out,
)
from intake.domain.ids import CaseId
from intake.domain.progress import CancelToken, ProgressCallback
from intake.export.fields import FieldPolicy
from intake.export.terms import Policy
from intake.services.released import released_units
from intake.services.session import VaultSession

REPORT_EVERY = 20


class Reason(StrEnum):
    """Why a case stays out."""

    NO_CONSENT = "no_consent"
    OPEN_WISH = "open_wish"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    NOT_FINALISED = "not_finalised"
    RELEASED_BEFORE = "released_before"
    UNDER_K = "under_k"
    TWO_VERSIONS = "two_versions"
    GROUP_STAYS = "group_stays"


# What a bundle says instead: the format has no word for it, and the reader needs none.
_SAID_AS = {
    Reason.OPEN_WISH: Reason.NO_CONSENT,
    Reason.TWO_VERSIONS: Reason.NOT_FINALISED,
    Reason.GROUP_STAYS: Reason.RELEASED_BEFORE,
}


@dataclass(slots=True)
class Selection:
    """Cases that consent and status let through, and codes of the others by reason.

    Attributes:
        units: For each case of the vault the name of the unit of related people that it is in.
        stayed: Cases of a class of the ledger that stay for a reason of their own.
    """

    units: Mapping[str, str]
    files: list[CaseFile] = field(default_factory=list)
    excluded: dict[Reason, list[str]] = field(default_factory=dict)
    stayed: dict[CaseId, CaseFile] = field(default_factory=dict)

    @property
    def people(self) -> int:
        """How many unrelated people may leave."""
        return len({self.units[file.case.id] for file in self.files})

    def withheld(self) -> Counter[str]:
        """Return how many cases stay out, by the reason that a bundle names."""
        counts: Counter[str] = Counter()
        for reason, codes in self.excluded.items():
            counts[_SAID_AS.get(reason, reason).value] += len(codes)
        return counts

    def leave_out(self, reason: Reason, code: str) -> None:
        """Note that a case stays out."""
        self.excluded.setdefault(reason, []).append(code)


@dataclass(frozen=True, slots=True)
class Terms:
    """What consent is held against.

    Attributes:
        day: ISO day of the export.
        known: Names and keys of the fields that somebody may wish to withhold.
    """

    policy: Policy
    purpose: Use
    group: RecipientGroup
    day: str
    known: frozenset[str]

    @property
    def least(self) -> IdentityLevel:
        """The identity level that each record needs."""
        return self.policy.least_level

    def level(self, consent: Consent | None) -> IdentityLevel:
        """Return what consent allows for this purpose and group on this day."""
        return self._level(consent, self.purpose)

    def may_quote(self, consent: Consent | None) -> bool:
        """Tell whether a statement of this person may leave."""
        if self.policy is not Policy.ANALYSIS or self.level(consent) < IdentityLevel.CODE:
            return False
        return self._level(consent, Use.QUOTATION) >= IdentityLevel.CODE

    def wishes(self, consent: Consent | None, use: Use) -> frozenset[str]:
        """Return the fields that this person wants to stay out."""
        return wished_out(consent, use)

    def _level(self, consent: Consent | None, use: Use) -> IdentityLevel:
        # A wish that names no field cannot be fulfilled: nobody knows what it means.
        if not self.wishes(consent, use) <= self.known:
            return IdentityLevel.NONE
        return level_for(consent, use, self.group, self.day)


def field_names(fields: FieldPolicy) -> frozenset[str]:
    """Return every name by which somebody may wish to withhold a field."""
    questions = {question.name for question in fields.form.questions}
    keys = {f"{question.section}.{question.name}" for question in fields.form.questions}
    rules = fields.by_key
    return frozenset(questions | keys | rules.keys() | {rule.name for rule in rules.values()})


def select(
    session: VaultSession,
    case_ids: Iterable[CaseId] | None,
    terms: Terms,
    progress: ProgressCallback,
    cancel: CancelToken,
    returning: AbstractSet[CaseId] = frozenset(),
) -> Selection:
    """Return the cases that may leave; whatever is unclear stays.

    Args:
        session: The open vault.
        case_ids: Only these; all when ``None``.
        terms: What consent is held against.
        progress: Told (done, total) cases.
        cancel: Lets somebody stop it.
        returning: Cases whose class has left and may leave again; nobody else leaves twice.
    """
    units = session.people.units(session.store)
    released = released_units(session, units)
    rivals = session.store.parcels.rivals()
    # A case that is named twice is one person all the same.
    wanted = tuple(dict.fromkeys(session.store.cases.ids() if case_ids is None else case_ids))
    found = Selection(units)
    for done, file in enumerate(session.store.cases.files(wanted), start=1):
        returns = file.case.id in returning
        is_released = units[file.case.id] in released and not returns
        reason = _reason(file, terms, is_released=is_released)
        if reason is None and file.case.id in rivals:
            reason = Reason.TWO_VERSIONS
        if reason is None:
            found.files.append(file)
        else:
            found.leave_out(reason, file.case.code)
            if returns:
                found.stayed[file.case.id] = file
        if done % REPORT_EVERY == 0:
            cancel.check()
            progress(done, 2 * len(wanted))
    return found


def _reason(file: CaseFile, terms: Terms, *, is_released: bool) -> Reason | None:
    # What else stands against it is told first: to settle the wish would not help then.
    consent = replace(file.consent, withhold_note="") if file.consent is not None else None
    if terms.level(consent) < terms.least:
        if file.case.status is CaseStatus.WITHDRAWN or is_taken_back(consent, terms.purpose):
            return Reason.WITHDRAWN
        return Reason.EXPIRED if _was_or_will_be(consent, terms) else Reason.NO_CONSENT
    if file.case.status is not CaseStatus.FINALISED:
        return Reason.NOT_FINALISED
    if file.has_open_wish:
        return Reason.OPEN_WISH
    return Reason.RELEASED_BEFORE if is_released else None


def _was_or_will_be(consent: Consent | None, terms: Terms) -> bool:
    """Tell whether only the day stands against it."""
    granted = consent.uses.get(terms.purpose) if consent is not None else None
    if consent is None or granted is None:
        return False
    always = replace(granted, until=None, embargo=None)
    timeless = replace(consent, uses={**consent.uses, terms.purpose: always})
    return terms.level(timeless) >= terms.least
