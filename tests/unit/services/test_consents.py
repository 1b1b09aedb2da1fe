"""Consent of a case: recorded in versions, audited, and read as it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from intake.domain.changes import Noun
from intake.domain.consent import (
    Consent,
    IdentityLevel,
    RecipientGroup,
    Use,
    UseConsent,
    Withdrawal,
)
from intake.services import consents, interviews
from intake.services.session import VaultSession

GIVEN = Consent(
    given="2022-05-26",
    uses={Use.ANALYSIS: UseConsent(IdentityLevel.CODE, frozenset({RecipientGroup.ANY}))},
)


def test_before_anybody_was_asked_there_is_none(vault_session: VaultSession) -> None:
    case_id = interviews.begin(vault_session).file.case.id
    assert vault_session.store.consents.current(case_id) is None


def test_the_newest_version_counts_and_the_earlier_ones_stay(
    vault_session: VaultSession,
) -> None:
    case_id = interviews.begin(vault_session).file.case.id
    saved = consents.save(vault_session, case_id, GIVEN)
    assert Noun.CONSENT in saved.changes.nouns
    assert vault_session.store.consents.current(case_id) == GIVEN
    confirmed = replace(GIVEN, confirmed=True)
    later = consents.save(vault_session, case_id, confirmed)
    assert later.at >= saved.at
    assert vault_session.store.consents.current(case_id) == confirmed
    kept = vault_session.store._db.value(
        "SELECT count(*) FROM consents WHERE case_id = ?", (case_id,)
    )
    assert kept == 2


def test_each_version_is_in_the_chain_and_the_audit_log(vault_session: VaultSession) -> None:
    case_id = interviews.begin(vault_session).file.case.id
    consents.save(vault_session, case_id, GIVEN)
    assert vault_session.store.check() == ()
    actions = vault_session.store._db.rows("SELECT action FROM audit")
    assert ("consent_recorded",) in actions


def test_what_was_taken_back_stays_so_whatever_is_saved_later(
    vault_session: VaultSession,
) -> None:
    case_id = interviews.begin(vault_session).file.case.id
    quotation = Withdrawal("2022-06-01", frozenset({Use.QUOTATION}))
    consents.save(vault_session, case_id, replace(GIVEN, withdrawn=quotation))
    consents.save(vault_session, case_id, GIVEN)  # by a page that was open before
    kept = vault_session.store.consents.current(case_id)
    assert kept is not None
    assert kept.withdrawn == quotation


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (None, None, None),
        (None, {Use.MEDIA}, {Use.MEDIA}),
        ({Use.MEDIA}, {Use.PARTNER}, {Use.MEDIA, Use.PARTNER}),
        ({Use.MEDIA}, set(), set()),
    ],
)
def test_withdrawals_only_grow(
    one: set[Use] | None, other: set[Use] | None, together: set[Use] | None, *, turned: bool
) -> None:
    both = [
        None if what is None else Withdrawal("2022-06-01", frozenset(what)) for what in (one, other)
    ]
    united = consents.united(*(reversed(both) if turned else both))
    assert (None if united is None else set(united.what)) == together


def test_the_day_and_the_wish_to_be_erased_survive() -> None:
    whole = Withdrawal("2022-06-01", erase=True)
    later = Withdrawal("2022-07-01", frozenset({Use.MEDIA}))
    assert consents.united(whole, later) == whole
    assert consents.united(later, whole) == Withdrawal("2022-06-01", erase=True)
    assert consents.united(later, replace(later, day="2022-08-01")) == replace(
        later, day="2022-08-01"
    )
