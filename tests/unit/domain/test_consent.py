"""Consent fails closed: whatever is unclear allows nothing."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from intake.domain.consent import (
    Consent,
    IdentityLevel,
    RecipientGroup,
    Use,
    UseConsent,
    Withdrawal,
    level_for,
    rules_out,
)

DAY = "2022-06-01"
GIVEN = Consent(
    given="2022-05-26",
    uses={
        Use.ANALYSIS: UseConsent(IdentityLevel.CODE, frozenset({RecipientGroup.TEAM})),
        Use.STATISTICS: UseConsent(IdentityLevel.AGGREGATE, frozenset({RecipientGroup.ANY})),
    },
)


def _analysis(**changes: object) -> Consent:
    granted = replace(GIVEN.uses[Use.ANALYSIS], **changes)  # type: ignore[arg-type]  # names of fields
    return replace(GIVEN, uses={Use.ANALYSIS: granted})


def _level(consent: Consent | None, day: str = DAY) -> IdentityLevel:
    return level_for(consent, Use.ANALYSIS, RecipientGroup.TEAM, day)


def test_what_was_granted_is_allowed() -> None:
    assert _level(GIVEN) is IdentityLevel.CODE
    assert IdentityLevel.CODE.label == "code"


@pytest.mark.parametrize(
    ("use", "group"), [x for x in product(Use, RecipientGroup) if x[0] is not Use.STATISTICS]
)
def test_only_the_named_use_and_group_are_allowed(use: Use, group: RecipientGroup) -> None:
    expected = (
        IdentityLevel.CODE
        if (use, group) == (Use.ANALYSIS, RecipientGroup.TEAM)
        else IdentityLevel.NONE
    )
    assert level_for(GIVEN, use, group, DAY) is expected


@pytest.mark.parametrize("group", list(RecipientGroup))
def test_any_covers_every_group(group: RecipientGroup) -> None:
    assert level_for(GIVEN, Use.STATISTICS, group, DAY) is IdentityLevel.AGGREGATE


def test_no_record_allows_nothing() -> None:
    assert _level(None) is IdentityLevel.NONE


def test_consent_not_yet_asked_allows_nothing() -> None:
    assert _level(replace(GIVEN, given=None)) is IdentityLevel.NONE


def test_consent_given_later_than_the_export_allows_nothing() -> None:
    assert _level(replace(GIVEN, given="2022-06-02")) is IdentityLevel.NONE


def test_nobody_named_means_nobody() -> None:
    assert _level(_analysis(recipients=frozenset())) is IdentityLevel.NONE


def test_until_holds_to_its_last_day() -> None:
    assert _level(_analysis(until=DAY)) is IdentityLevel.CODE
    assert _level(_analysis(until="2022-05-31")) is IdentityLevel.NONE


def test_an_embargo_ends_on_its_day() -> None:
    assert _level(_analysis(embargo=DAY)) is IdentityLevel.CODE
    assert _level(_analysis(embargo="2022-06-02")) is IdentityLevel.NONE


def test_conditions_keep_the_record_in_until_confirmed() -> None:
    assert _level(_analysis(conditions="ask me first")) is IdentityLevel.NONE
    assert _level(_analysis(conditions="ask me first", conditions_met=True)) is IdentityLevel.CODE
    assert _level(_analysis(conditions="  ")) is IdentityLevel.CODE


def test_withdrawal_of_everything() -> None:
    assert _level(replace(GIVEN, withdrawn=Withdrawal(DAY))) is IdentityLevel.NONE


def test_withdrawal_of_one_use_leaves_the_others() -> None:
    partly = replace(GIVEN, withdrawn=Withdrawal(DAY, frozenset({Use.ANALYSIS})))
    assert _level(partly) is IdentityLevel.NONE
    left = level_for(partly, Use.STATISTICS, RecipientGroup.TEAM, DAY)
    assert left is IdentityLevel.AGGREGATE


def test_a_request_to_erase_takes_back_everything() -> None:
    partly = Withdrawal(DAY, frozenset({Use.MEDIA}), erase=True)
    assert _level(replace(GIVEN, withdrawn=partly)) is IdentityLevel.NONE


def test_a_use_is_ruled_out_only_by_what_was_said() -> None:
    assert not rules_out(None, Use.ANALYSIS)
    assert not rules_out(replace(GIVEN, given=None, uses={}), Use.ANALYSIS)
    assert not rules_out(GIVEN, Use.ANALYSIS)
    assert not rules_out(_analysis(until="2000-01-01", conditions="ask first"), Use.ANALYSIS)
    assert rules_out(GIVEN, Use.QUOTATION)
    assert rules_out(GIVEN, Use.STATISTICS), "numbers alone"
    assert rules_out(_analysis(recipients=frozenset()), Use.ANALYSIS)


def test_a_use_that_was_taken_back_is_ruled_out() -> None:
    for taken in (
        Withdrawal(DAY),
        Withdrawal(DAY, frozenset({Use.ANALYSIS})),
        Withdrawal(DAY, frozenset({Use.MEDIA}), erase=True),
    ):
        assert rules_out(replace(GIVEN, withdrawn=taken), Use.ANALYSIS)
    assert not rules_out(
        replace(GIVEN, withdrawn=Withdrawal(DAY, frozenset({Use.MEDIA}))), Use.ANALYSIS
    )


def test_a_wish_in_words_keeps_everything_in() -> None:
    assert _level(replace(GIVEN, withhold_note="nothing about the school")) is IdentityLevel.NONE
    assert _level(replace(GIVEN, withhold_note="  ")) is IdentityLevel.CODE


@pytest.mark.parametrize("text", ["2026-31-03", "2099-99-99", "31.12.2099", "20990101", ""])
def test_a_date_that_is_none_lets_nothing_through(text: str) -> None:
    assert _level(_analysis(until=text)) is IdentityLevel.NONE
    assert _level(_analysis(embargo=text)) is IdentityLevel.NONE
    assert _level(replace(GIVEN, given=text)) is IdentityLevel.NONE
