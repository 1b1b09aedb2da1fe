"""Consent decides who may leave: for this purpose, group, level and day, and in no other case."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from intake.domain.case import CaseFile, CaseStatus
from intake.domain.consent import (
    Consent,
    IdentityLevel,
    RecipientGroup,
    Use,
    UseConsent,
    Withdrawal,
)
from intake.domain.progress import CancelToken, ignore_progress
from intake.errors import CancelledError, NothingToReleaseError
from intake.export.facts import WITHHELD_REASONS
from intake.export.fields import FieldPolicy
from intake.export.schema_check import schema
from intake.export.terms import Policy
from intake.export.writers import report
from intake.services import selection
from intake.services.interviews import form
from intake.services.selection import Reason, Selection, Terms, _reason, field_names, select
from intake.services.session import VaultSession
from tests.unit.services.making import case_file, consent, document, fill, uses

TODAY, BEFORE, AFTER = "2022-06-15", "2022-06-14", "2022-06-16"
KNOWN = field_names(FieldPolicy.of(form()))
GROUPS = [group for group in RecipientGroup if group is not RecipientGroup.ANY]
FILE = case_file()
UNTIL = {None: True, BEFORE: False, TODAY: True, AFTER: True}
EMBARGO = {None: True, TODAY: True, AFTER: False}


def _said() -> set[str]:
    return {selection._SAID_AS.get(reason, reason).value for reason in Reason}


def test_every_reason_has_a_name_for_the_reader_and_for_the_command_line() -> None:
    assert _said() == set(WITHHELD_REASONS) == set(report._REASONS)
    excluded = schema("output-export")["properties"]["excluded"]["properties"]
    assert set(excluded) == {reason.value for reason in Reason}


def test_a_reason_that_no_bundle_can_name_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(selection._SAID_AS, Reason.TWO_VERSIONS)
    with pytest.raises(AssertionError):
        test_every_reason_has_a_name_for_the_reader_and_for_the_command_line()


def _terms(policy: Policy = Policy.RECORDS, use: Use = Use.ANALYSIS) -> Terms:
    return Terms(policy, use, RecipientGroup.ANALYSTS, TODAY, KNOWN)


def _with(consent_given: Consent | None, status: CaseStatus = CaseStatus.FINALISED) -> CaseFile:
    return replace(FILE, consent=consent_given, case=replace(FILE.case, status=status))


@pytest.mark.parametrize("policy", Policy)
@pytest.mark.parametrize("use", Use)
def test_only_full_agreement_lets_a_record_leave(policy: Policy, use: Use) -> None:
    least = IdentityLevel.AGGREGATE if policy is Policy.STATISTICS else IdentityLevel.CODE
    other = next(each for each in Use if each is not use)
    withdrawals: dict[Withdrawal | None, bool] = {
        None: True,
        Withdrawal(BEFORE): False,
        Withdrawal(BEFORE, what=frozenset({use})): False,
        Withdrawal(BEFORE, what=frozenset({other})): True,
        Withdrawal(BEFORE, what=frozenset({other}), erase=True): False,
    }
    tried = let_through = 0
    for group, level in product(GROUPS, IdentityLevel):
        terms = Terms(policy, use, group, TODAY, KNOWN)
        another = next(each for each in GROUPS if each is not group)
        recipients: dict[frozenset[RecipientGroup], bool] = {
            frozenset(): False,
            frozenset({group}): True,
            frozenset({another}): False,
            frozenset({RecipientGroup.ANY}): True,
        }
        for who, until, embargo, withdrawn in product(recipients, UNTIL, EMBARGO, withdrawals):
            granted = UseConsent(level, who, until, embargo)
            file = _with(Consent(given=BEFORE, uses={use: granted}, withdrawn=withdrawn))
            expected = (
                level >= least
                and recipients[who]
                and UNTIL[until]
                and EMBARGO[embargo]
                and withdrawals[withdrawn]
            )
            reason = _reason(file, terms, is_released=False)
            assert (reason is None) == expected, (group, granted, withdrawn)
            tried += 1
            let_through += reason is None
    assert 0 < let_through < tried / 10


def test_consent_to_another_use_is_none() -> None:
    for wanted, given in product(Use, Use):
        granted = UseConsent(IdentityLevel.FULL, frozenset({RecipientGroup.ANY}))
        file = _with(Consent(given=BEFORE, uses={given: granted}))
        assert (_reason(file, _terms(use=wanted), is_released=False) is None) == (wanted is given)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"consent": consent(given=None)}, Reason.NO_CONSENT),
        ({"consent": consent(given="2022-06-16")}, Reason.NO_CONSENT),
        ({"consent": consent(uses={})}, Reason.NO_CONSENT),
        ({"consent": consent(withdrawn="2022-06-01")}, Reason.WITHDRAWN),
        (
            {"consent": consent(withdrawn={"day": "2022-06-01", "what": ["analysis"]})},
            Reason.WITHDRAWN,
        ),
        ({"consent": consent(withdrawn={"day": "2022-06-01", "what": ["media"]})}, None),
        (
            {"consent": consent(withdrawn={"day": "2022-06-01", "what": ["media"], "erase": True})},
            Reason.WITHDRAWN,
        ),
        (
            {
                "consent": uses(
                    analysis={"level": "code", "recipients": ["any"], "until": "2022-06-14"}
                )
            },
            Reason.EXPIRED,
        ),
        (
            {
                "consent": uses(
                    analysis={"level": "code", "recipients": ["any"], "embargo": "2022-06-16"}
                )
            },
            Reason.EXPIRED,
        ),
        (
            {
                "consent": uses(
                    analysis={"level": "aggregate", "recipients": ["any"], "until": "2022-06-14"}
                )
            },
            Reason.NO_CONSENT,
        ),
        (
            {
                "consent": uses(
                    analysis={"level": "code", "recipients": ["any"], "conditions": "Ask me."}
                )
            },
            Reason.NO_CONSENT,
        ),
        ({"consent": consent(note="Not my village.")}, Reason.OPEN_WISH),
        ({"consent": consent(note="Not my village.", uses={})}, Reason.NO_CONSENT),
        ({"answers": {"anything_to_withdraw": "Share nothing."}}, Reason.OPEN_WISH),
        ({"answers": {"anything_to_withdraw": {"missing": "not_asked"}}}, None),
        (
            {
                "answers": {"anything_to_withdraw": "Share nothing."},
                "consent": consent(withdrawn="2022-06-01"),
            },
            Reason.WITHDRAWN,
        ),
        ({}, None),
    ],
)
def test_the_reason_is_the_one_that_stands_against_it(
    changes: dict[str, Any], reason: Reason | None
) -> None:
    assert _reason(case_file(**changes), _terms(), is_released=False) is reason


def test_without_any_consent_nothing_leaves() -> None:
    assert _reason(_with(None), _terms(), is_released=False) is Reason.NO_CONSENT


def test_another_withdrawal_is_no_reason_for_what_was_never_agreed_to() -> None:
    file = case_file(consent=consent(uses={}, withdrawn={"day": BEFORE, "what": ["media"]}))
    assert _reason(file, _terms(), is_released=False) is Reason.NO_CONSENT


@pytest.mark.parametrize("status", CaseStatus)
def test_only_finalised_cases_leave(status: CaseStatus) -> None:
    reason = _reason(_with(FILE.consent, status), _terms(), is_released=False)
    assert (reason is None) == (status is CaseStatus.FINALISED)


def test_a_withdrawn_case_without_consent_counts_as_withdrawn() -> None:
    file = _with(None, CaseStatus.WITHDRAWN)
    assert _reason(file, _terms(), is_released=False) is Reason.WITHDRAWN


def test_what_has_left_stays() -> None:
    assert _reason(FILE, _terms(), is_released=True) is Reason.RELEASED_BEFORE


def _wishing(use: Use, *withhold: str) -> Consent:
    assert FILE.consent is not None
    granted = replace(FILE.consent.uses[use], withhold=frozenset(withhold))
    return replace(FILE.consent, uses={**FILE.consent.uses, use: granted})


@pytest.mark.parametrize(
    "name", ["age", "profile.age", "own_words", "names", "third_parties", "persons.third_parties"]
)
def test_a_wish_that_names_a_field_lets_the_rest_leave(name: str) -> None:
    file = _with(_wishing(Use.ANALYSIS, name))
    assert _reason(file, _terms(), is_released=False) is None


@pytest.mark.parametrize("name", ["Age", "my village", "", "profile"])
def test_a_wish_that_names_no_field_keeps_everything_here(name: str) -> None:
    file = _with(_wishing(Use.ANALYSIS, "age", name))
    assert _reason(file, _terms(), is_released=False) is Reason.NO_CONSENT


def test_a_wish_about_another_use_does_not_matter() -> None:
    assert _reason(_with(_wishing(Use.STATISTICS, "?")), _terms(), is_released=False) is None


@pytest.mark.parametrize("policy", Policy)
def test_a_statement_needs_quotation_and_the_purpose(policy: Policy) -> None:
    both = case_file().consent
    assert _terms(policy).may_quote(both) == (policy is Policy.ANALYSIS)
    for lacking in (
        uses(quotation={"level": "aggregate", "recipients": ["any"]}),
        uses(quotation={"level": "code", "recipients": ["un"]}),
        uses(quotation={"level": "code", "recipients": ["any"], "until": BEFORE}),
        uses(analysis={"level": "aggregate", "recipients": ["any"]}),
        uses(analysis={"level": "code", "recipients": ["un"]}),
        consent(withdrawn={"day": BEFORE, "what": ["quotation"]}),
    ):
        assert not _terms(policy).may_quote(case_file(consent=lacking).consent)
    assert not _terms(policy).may_quote(None)
    assert not _terms(policy).may_quote(_wishing(Use.QUOTATION, "no such field"))


# -- over the vault -------------------------------------------------------------------------------


def _selected(session: VaultSession, case_ids: tuple[object, ...] | None = None) -> Selection:
    return select(session, case_ids, _terms(), ignore_progress, CancelToken())  # type: ignore[arg-type] # ids are texts


def test_everybody_stays_for_the_reason_that_is_theirs(vault_session: VaultSession) -> None:
    first, second, *_ = fill(
        vault_session,
        document(1),
        document(2),
        document(3, consent=consent(uses={})),
        document(4, consent=consent(withdrawn="2022-06-01")),
    )
    found = _selected(vault_session)
    assert [file.case.id for file in found.files] == [first, second]
    assert {reason: len(codes) for reason, codes in found.excluded.items()} == {
        Reason.NO_CONSENT: 1,
        Reason.WITHDRAWN: 1,
    }
    assert [file.case.id for file in _selected(vault_session, (second,)).files] == [second]


def test_a_case_named_twice_is_one_person(vault_session: VaultSession) -> None:
    (only,) = fill(vault_session, document())
    assert len(_selected(vault_session, (only, only, only)).files) == 1


def test_selecting_can_be_stopped_and_tells_how_far_it_is(vault_session: VaultSession) -> None:
    fill(vault_session, *(document(number) for number in range(20)))
    told: list[tuple[int, int]] = []
    cancel = CancelToken()
    select(vault_session, None, _terms(), lambda *at: told.append(at), cancel)
    assert told == [(20, 40)]
    cancel.cancel()
    with pytest.raises(CancelledError):
        select(vault_session, None, _terms(), ignore_progress, cancel)


def test_every_reason_stands_in_what_is_said_when_nothing_leaves() -> None:
    for reason in Reason:
        assert f"{{{reason.value}}}" in NothingToReleaseError.template
        assert "7" in str(NothingToReleaseError(**{reason.value: 7}))
