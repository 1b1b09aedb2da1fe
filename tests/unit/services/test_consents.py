"""Consent of a case: recorded in versions, audited, and read as it stands."""

from __future__ import annotations

from dataclasses import replace

from intake.domain.changes import Noun
from intake.domain.consent import Consent, IdentityLevel, RecipientGroup, Use, UseConsent
from intake.services import consents, interviews
from intake.services.session import VaultSession

GIVEN = Consent(
    given="2022-05-26",
    uses={Use.ANALYSIS: UseConsent(IdentityLevel.CODE, frozenset({RecipientGroup.ANY}))},
)


def test_before_anybody_was_asked_there_is_none(vault_session: VaultSession) -> None:
    case_id = interviews.begin(vault_session).file.case.id
    assert consents.consent(vault_session, case_id) is None


def test_the_newest_version_counts_and_the_earlier_ones_stay(
    vault_session: VaultSession,
) -> None:
    case_id = interviews.begin(vault_session).file.case.id
    saved = consents.save(vault_session, case_id, GIVEN)
    assert Noun.CONSENT in saved.changes.nouns
    assert consents.consent(vault_session, case_id) == GIVEN
    confirmed = replace(GIVEN, confirmed=True)
    later = consents.save(vault_session, case_id, confirmed)
    assert later.at >= saved.at
    assert consents.consent(vault_session, case_id) == confirmed
    kept = vault_session.store._db.value(
        "SELECT count(*) FROM consents WHERE case_id = ?", (case_id,)
    )
    assert kept == 2


def test_each_version_is_in_the_chain_and_the_audit_log(vault_session: VaultSession) -> None:
    case_id = interviews.begin(vault_session).file.case.id
    consents.save(vault_session, case_id, GIVEN)
    assert vault_session.store.verify_chain() == ()
    actions = vault_session.store._db.rows("SELECT action FROM audit")
    assert ("consent_recorded",) in actions
