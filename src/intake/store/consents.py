"""Consents: every version that was ever recorded; the newest one is in force."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from intake.domain.changes import Noun
from intake.domain.consent import (
    Act,
    Consent,
    Decider,
    HowGiven,
    IdentityLevel,
    RecipientGroup,
    Use,
    UseConsent,
    Withdrawal,
)
from intake.domain.ids import CaseId, new_id
from intake.store.codec import from_json, to_json, to_time
from intake.store.connection import Database
from intake.store.tables import CONSENTS
from intake.store.transaction import Part, Transaction


class ConsentRepository:
    """Consent of each case, by version."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def save(self, tx: Transaction, case_id: CaseId, consent: Consent) -> None:
        """Record a new version of a case's consent.

        Raises:
            KeyError: There is no such case.
        """
        tx.case_key(case_id)
        version = self._db.value(
            "SELECT coalesce(max(version), 0) + 1 FROM consents WHERE case_id = ?", (case_id,)
        )
        tx.insert(
            CONSENTS,
            {
                "id": new_id(),
                "case_id": case_id,
                "version": version,
                "saved": to_time(tx.at),
                "body": to_json(_to_plain(consent)),
            },
        )
        tx.touch(Noun.CONSENT, case_id)
        tx.touch_case(case_id, Part.CONSENT)

    def current(self, case_id: CaseId) -> Consent | None:
        """Return the consent in force, or ``None`` when none was ever recorded."""
        body = self._db.value(
            "SELECT body FROM consents WHERE case_id = ? ORDER BY version DESC LIMIT 1", (case_id,)
        )
        return None if body is None else _from_plain(from_json(body))

    def as_of(self, case_id: CaseId, moment: datetime) -> Consent | None:
        """Return the consent that was in force at a moment, or ``None`` when there was none."""
        body = self._db.value(
            """
            SELECT body FROM consents WHERE case_id = ? AND saved <= ?
            ORDER BY version DESC LIMIT 1
            """,
            (case_id, to_time(moment)),
        )
        return None if body is None else _from_plain(from_json(body))


def _to_plain(consent: Consent) -> dict[str, object]:
    withdrawn = consent.withdrawn
    return {
        "given": consent.given,
        "decided_by": consent.decided_by.value,
        "how": consent.how.value,
        "language": consent.language,
        "text_version": consent.text_version,
        "acts": sorted(consent.acts),
        "uses": {use.value: _use_to_plain(granted) for use, granted in consent.uses.items()},
        "withhold_note": consent.withhold_note,
        "confirmed": consent.confirmed,
        "withdrawn": None
        if withdrawn is None
        else {"day": withdrawn.day, "what": sorted(withdrawn.what), "erase": withdrawn.erase},
    }


def _use_to_plain(granted: UseConsent) -> dict[str, object]:
    return {
        "level": granted.level.label,
        "recipients": sorted(granted.recipients),
        "until": granted.until,
        "embargo": granted.embargo,
        "withhold": sorted(granted.withhold),
        "conditions": granted.conditions,
        "conditions_met": granted.conditions_met,
    }


def _from_plain(stored: dict[str, Any]) -> Consent:
    plain = {**_DEFAULTS, **stored}  # an older program knew fewer keys
    withdrawn = plain["withdrawn"]
    return Consent(
        given=plain["given"],
        decided_by=Decider(plain["decided_by"]),
        how=HowGiven(plain["how"]),
        language=plain["language"],
        text_version=plain["text_version"],
        acts=frozenset(Act(act) for act in plain["acts"]),
        uses={Use(use): _use_from_plain(granted) for use, granted in plain["uses"].items()},
        withhold_note=plain["withhold_note"],
        confirmed=plain["confirmed"],
        withdrawn=None
        if withdrawn is None
        else Withdrawal(
            day=withdrawn["day"],
            what=frozenset(Use(use) for use in withdrawn["what"]),
            erase=withdrawn["erase"],
        ),
    )


def _use_from_plain(stored: dict[str, Any]) -> UseConsent:
    plain = {**_USE_DEFAULTS, **stored}
    return UseConsent(
        level=IdentityLevel[plain["level"].upper()],
        recipients=frozenset(RecipientGroup(group) for group in plain["recipients"]),
        until=plain["until"],
        embargo=plain["embargo"],
        withhold=frozenset(plain["withhold"]),
        conditions=plain["conditions"],
        conditions_met=plain["conditions_met"],
    )


_DEFAULTS = _to_plain(Consent())
_USE_DEFAULTS = _use_to_plain(UseConsent(IdentityLevel.NONE))
