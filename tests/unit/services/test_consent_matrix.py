"""Every combination of what consent says and what an export asks for, against a rule of its own.

The rule below is written from what consent means, and asks none of the code that it judges.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import cycle, product
from typing import NamedTuple

import pytest

from intake.domain.case import CaseFile, CaseStatus
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
from intake.export.fields import FieldPolicy
from intake.export.snapshot import build
from intake.export.terms import Policy, Release, RowIds
from intake.services.interviews import form
from intake.services.selection import Reason, Selection, Terms, _reason, field_names
from tests.unit.services.making import case_file

YESTERDAY, TODAY, TOMORROW = "2022-06-14", "2022-06-15", "2022-06-16"
FIELDS = FieldPolicy.of(form())
KNOWN = field_names(FIELDS)
GROUPS = [group for group in RecipientGroup if group is not RecipientGroup.ANY]
PAIRS = list(product(Use, GROUPS))
FILE = case_file()
IN_WORDS = "Leave out all else."


class Asked(NamedTuple):
    """What an export names."""

    policy: Policy
    use: Use
    group: RecipientGroup


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said of the use that is asked for, in the words of the matrix."""

    level: IdentityLevel = IdentityLevel.FULL
    to: str = "this"
    withhold: str = "none"
    until: str | None = None
    embargo: str | None = None
    conditions: str = "none"
    withdrawn: str = "no"
    status: CaseStatus = CaseStatus.FINALISED
    given: str | None = YESTERDAY


# -- the rule, from what consent means ------------------------------------------------------------

AS_A_ROW = ["code", "full"]
AS_A_NUMBER = ["aggregate", *AS_A_ROW]


def against(asked: Asked, said: Said) -> set[str]:
    """Return everything that stands against it; nothing, and the record leaves."""
    enough = AS_A_NUMBER if asked.policy.value == "statistics" else AS_A_ROW
    found = {
        "no_consent": said.level.label not in enough
        or said.to in {"nobody", "another"}
        or said.conditions == "open"
        or said.withhold == "no such field"
        or said.given is None
        or said.given > TODAY,
        "expired": (said.until or TODAY) < TODAY or (said.embargo or TODAY) > TODAY,
        "withdrawn": said.withdrawn in {"this use", "all", "other use, and erase"},
        "not_finalised": said.status.value != "finalised",
        "open_wish": said.withhold == "in words",
    }
    return {reason for reason, is_so in found.items() if is_so}


def told(asked: Asked, said: Said) -> str | None:
    """Return the one reason that is counted: what consent says first, its end if nothing else."""
    found = against(asked, said)
    taken = "withdrawn" in found or said.status.value == "withdrawn"
    if found & {"no_consent", "expired", "withdrawn"}:
        if taken:
            return "withdrawn"
        return "no_consent" if "no_consent" in found else "expired"
    return next((each for each in ("not_finalised", "open_wish") if each in found), None)


# -- the same, as the program has it --------------------------------------------------------------


def _recipients(asked: Asked, to: str) -> frozenset[RecipientGroup]:
    another = frozenset(each for each in GROUPS if each is not asked.group)
    return {
        "nobody": frozenset[RecipientGroup](),
        "another": another,
        "this": frozenset({asked.group}),
        "any": frozenset({RecipientGroup.ANY}),
    }[to]


def _granted(asked: Asked, said: Said) -> UseConsent:
    withheld = {"a field": {"age"}, "no such field": {"age", "my village"}}
    return UseConsent(
        said.level,
        _recipients(asked, said.to),
        said.until,
        said.embargo,
        frozenset(withheld.get(said.withhold, ())),
        "" if said.conditions == "none" else "Ask me first.",
        said.conditions == "met",
    )


def _withdrawal(asked: Asked, said: Said) -> Withdrawal | None:
    other = frozenset({next(each for each in Use if each is not asked.use)})
    return {
        "no": None,
        "other use": Withdrawal(YESTERDAY, other),
        "this use": Withdrawal(YESTERDAY, frozenset({asked.use})),
        "all": Withdrawal(YESTERDAY),
        "other use, and erase": Withdrawal(YESTERDAY, other, erase=True),
    }[said.withdrawn]


def _consent(asked: Asked, said: Said, granted: UseConsent | None = None) -> Consent:
    return Consent(
        given=said.given,
        uses={asked.use: granted or _granted(asked, said)},
        withhold_note=IN_WORDS if said.withhold == "in words" else "",
        withdrawn=_withdrawal(asked, said),
    )


def _terms(asked: Asked) -> Terms:
    return Terms(asked.policy, asked.use, asked.group, TODAY, KNOWN)


def _file(consent: Consent | None, status: CaseStatus = CaseStatus.FINALISED) -> CaseFile:
    return replace(FILE, consent=consent, case=replace(FILE.case, status=status))


def _judged(asked: Asked, said: Said) -> str | None:
    return _reason(_file(_consent(asked, said), said.status), _terms(asked), is_released=False)


def _disagreements(combinations: Iterable[tuple[Asked, Said]]) -> Iterator[str]:
    for asked, said in combinations:
        found, expected = _judged(asked, said), told(asked, said)
        if found != expected or (found is None) != (not against(asked, said)):
            yield f"{asked}, {said}: {found} instead of {expected}"


# -- the matrix -----------------------------------------------------------------------------------

TO = ("nobody", "another", "this", "any")
WITHHOLD = ("none", "a field", "no such field", "in words")
UNTIL = EMBARGO = (None, YESTERDAY, TODAY, TOMORROW)
CONDITIONS = ("none", "open", "met")
WITHDRAWN = ("no", "other use", "this use", "all", "other use, and erase")
GIVEN = (None, YESTERDAY, TODAY, TOMORROW)


@pytest.mark.parametrize("policy", Policy)
def test_every_combination_of_terms_is_decided_as_the_rule_says(policy: Policy) -> None:
    """Purpose and group go round, so that each pair of them meets each value of all terms."""
    pairs = cycle(PAIRS)
    everything = product(
        IdentityLevel, TO, WITHHOLD, UNTIL, EMBARGO, CONDITIONS, WITHDRAWN, CaseStatus
    )
    tried = ((Asked(policy, *next(pairs)), Said(*each)) for each in everything)
    assert list(_disagreements(tried)) == []


@pytest.mark.parametrize("policy", Policy)
def test_every_purpose_and_group_is_decided_as_the_rule_says(policy: Policy) -> None:
    everything = product(PAIRS, IdentityLevel, TO, WITHDRAWN, GIVEN)
    tried = (
        (Asked(policy, *pair), Said(level, to, withdrawn=taken, given=given))
        for pair, level, to, taken, given in everything
    )
    assert list(_disagreements(tried)) == []


def test_the_matrix_has_both_sides() -> None:
    asked = Asked(Policy.RECORDS, Use.ANALYSIS, RecipientGroup.UN)
    terms = product(IdentityLevel, TO, WITHHOLD, UNTIL, EMBARGO, CONDITIONS, WITHDRAWN, CaseStatus)
    found = Counter(told(asked, Said(*each)) for each in terms)
    assert found.keys() == {
        None,
        "no_consent",
        "expired",
        "withdrawn",
        "not_finalised",
        "open_wish",
    }
    # Two levels, two recipients, two withholdings, 3 x 3 days, two conditions, two withdrawals.
    assert found[None] == 2 * 2 * 2 * 3 * 3 * 2 * 2


@pytest.mark.parametrize("policy", Policy)
def test_one_use_says_nothing_of_another(policy: Policy) -> None:
    whole = UseConsent(IdentityLevel.FULL, frozenset({RecipientGroup.ANY}))
    for (use, group), granted in product(PAIRS, Use):
        consent = Consent(given=YESTERDAY, uses={granted: whole})
        found = _reason(_file(consent), _terms(Asked(policy, use, group)), is_released=False)
        assert found == (None if use is granted else "no_consent")


def test_however_it_was_given_the_terms_decide() -> None:
    """Written, spoken or recorded, by whom, in which language, asked again or not yet."""
    asked = Asked(Policy.RECORDS, Use.ANALYSIS, RecipientGroup.UN)
    ways = product(HowGiven, Decider, ("", "be", "ka"), ("1", "7"), (frozenset(), {*Act}), (0, 1))
    for how, decider, language, version, acts, confirmed in ways:
        for level in IdentityLevel:
            consent = replace(
                _consent(asked, Said(level)),
                how=how,
                decided_by=decider,
                language=language,
                text_version=version,
                acts=frozenset(acts),
                confirmed=bool(confirmed),
            )
            found = _reason(_file(consent), _terms(asked), is_released=False)
            assert (found is None) == (level.label in AS_A_ROW)


def test_whoever_stays_is_counted_once_and_never_named() -> None:
    asked = Asked(Policy.RECORDS, Use.ANALYSIS, RecipientGroup.UN)
    chosen, expected = Selection({}), Counter[str]()
    for said in (Said(*each) for each in product(IdentityLevel, TO, WITHHOLD, UNTIL, EMBARGO)):
        reason = _judged(asked, said)
        if reason is not None:
            chosen.leave_out(Reason(reason), FILE.case.code)
            expected[{"open_wish": "no_consent"}.get(reason, reason)] += 1
    assert chosen.withheld() == expected
    assert FILE.case.code not in str(chosen.withheld())


# -- statements -----------------------------------------------------------------------------------


@pytest.mark.parametrize("policy", Policy)
def test_a_statement_needs_its_purpose_and_quotation_each_on_its_own_terms(policy: Policy) -> None:
    asked = Asked(policy, Use.UN_MECHANISMS, RecipientGroup.UN)
    quote = asked._replace(use=Use.QUOTATION)
    what_else = ((), (asked.use,), (Use.QUOTATION,), (Use.MEDIA,))
    withdrawals = [None, *(Withdrawal(TODAY, frozenset(what)) for what in what_else)]
    withhold = ("a field", "no such field")
    terms = [Said(*each) for each in product(IdentityLevel, TO[:3], withhold, UNTIL[:2])]
    for one, other, taken in product(terms, terms, withdrawals):
        uses = {asked.use: _granted(asked, one), quote.use: _granted(quote, other)}
        consent = Consent(given=YESTERDAY, uses=uses, withdrawn=taken)
        what = {use.value for use in taken.what} if taken is not None else {""}
        is_taken = not what or bool(what & {"un_mechanisms", "quotation"})
        expected = policy.value == "analysis" and not (
            is_taken or against(asked, one) or against(quote, other)
        )
        assert _terms(asked).may_quote(consent) == expected, (one, other, taken)


# -- field by field -------------------------------------------------------------------------------


def _wishing(*withhold: str) -> CaseFile:
    granted = UseConsent(
        IdentityLevel.CODE, frozenset({RecipientGroup.ANY}), withhold=frozenset(withhold)
    )
    return _file(Consent(given=YESTERDAY, uses={Use.ANALYSIS: granted}))


@pytest.mark.parametrize("whole", [False, True], ids=["name", "key"])
def test_each_field_stays_out_for_whoever_withholds_it(*, whole: bool) -> None:
    asked = Asked(Policy.RECORDS, Use.ANALYSIS, RecipientGroup.UN)
    release = Release(*asked, TODAY, RowIds(bytes(32)))
    generalised = {field.name: "x" for field in FIELDS.quasi}
    everything = {rule.key for rule in FIELDS.rules if not rule.is_protected}
    assert build(_wishing(), release, FIELDS, generalised).cells.keys() == everything
    for rule in FIELDS.rules:
        file = _wishing(rule.key if whole else rule.name)
        assert _reason(file, _terms(asked), is_released=False) is None
        left = build(file, release, FIELDS, generalised).cells.keys()
        same_name = {each.key for each in FIELDS.rules if each.name == rule.name}
        assert left == everything - ({rule.key} if whole else same_name)
