"""Weights: what matters is kept finer, in new classes only, and what it costs is told at once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from intake.disclosure.hierarchies import Level
from intake.disclosure.lattice import published_axes
from intake.domain.progress import CancelToken
from intake.errors import AnonymityError, CancelledError, NothingToReleaseError, UsageError
from intake.export.bundle import make_files
from intake.services import exports, figures
from intake.services.exports import ExportPlan, Policy
from intake.services.plans import Why
from intake.services.session import VaultSession
from intake.services.trials import AxisEffect, Trial
from tests.unit.services.making import document, fill
from tests.unit.services.series_making import RELIGIONS, classes, leave, plan, rows

KEEP_AGE, KEEP_GROUP = {"age": 4, "group": 1}, {"age": 1, "group": 4}
SEED = bytes(range(32))


def mixed(number: int) -> dict[str, Any]:
    """Return somebody of one of two groups and one of two ages: few are alike in both."""
    answers = {
        "targeted_group": [("lawyer", "worker")[number % 2]],
        "age": (38, 61)[number // 2 % 2],
        "sex": "female",
        "religion": RELIGIONS[number % 3],
    }
    return document(number, answers=answers)


@pytest.fixture
def vault(vault_session: VaultSession) -> VaultSession:
    """Return a vault with sixteen people, four of each kind."""
    fill(vault_session, *(mixed(number) for number in range(16)))
    return vault_session


def levels(planned: ExportPlan, key: str) -> set[str]:
    return {scheme.levels[key].value for scheme in planned.leaving.schemes}


def trial_of(planned: ExportPlan, weights: dict[str, int]) -> Trial:
    assert planned.trials is not None
    return planned.trials.of(weights)


def effect(trial: Trial, name: str) -> AxisEffect:
    return next(each for each in trial.axes if each.name == name)


def test_what_matters_more_stays_finer(vault: VaultSession) -> None:
    age, group = plan(vault, weights=KEEP_AGE), plan(vault, weights=KEEP_GROUP)
    assert levels(age, "profile.age") == {"band_narrow"}
    assert levels(age, "profile.targeted_group") == {"withheld"}
    assert levels(group, "profile.age") == {"withheld"}
    assert levels(group, "profile.targeted_group") == {"as_is"}
    assert age.class_sizes_after == group.class_sizes_after == (8, 8)


def test_what_is_given_up_is_in_no_row(vault: VaultSession) -> None:
    planned = plan(vault, weights={"group": 0, "sex": 0})
    assert levels(planned, "profile.sex") == levels(planned, "profile.targeted_group")
    assert levels(planned, "profile.sex") == {"withheld"}
    why = {field.key: field.why for field in planned.fields}
    assert why["profile.sex"] is Why.GIVEN_UP
    assert why["displacement.left_on"] is Why.FORM
    assert why["profile.residence_now"] is Why.PROTECTED
    table = planned.tables["data/interviews.csv"]
    assert {row[table[0].index("sex")] for row in table[1:]} == {""}


def test_the_reason_is_told_where_too_few_look_alike(vault: VaultSession) -> None:
    found = {each.key: each for each in plan(vault, weights=KEEP_GROUP).fields}
    assert (found["profile.age"].effect, found["profile.age"].why) == ("withheld", Why.ALIKE)
    assert found["profile.targeted_group"].why is Why.WHOLE


def test_a_trial_is_what_the_plan_then_is(vault: VaultSession) -> None:
    first = plan(vault)
    for weights in (KEEP_AGE, KEEP_GROUP, {"age": 0}, {}):
        tried, made = trial_of(first, weights), plan(vault, weights=weights).trial
        assert made is not None
        assert (tried.sizes, tried.waiting) == (made.sizes, made.waiting)
        assert (tried.axes, tried.loss, tried.risk) == (made.axes, made.loss, made.risk)


def test_a_trial_says_what_it_costs(vault: VaultSession) -> None:
    fill(vault, document(99, answers={"targeted_group": ["artist"], "left_on": "2019-01"}))
    planned = plan(vault)
    kept = trial_of(planned, KEEP_GROUP)
    assert effect(kept, "group").people[0] == (Level.AS_IS, 16)
    assert (Level.WITHHELD, 16) in effect(kept, "age").people
    assert kept.leaving + kept.waiting == 17
    assert trial_of(planned, dict.fromkeys(("age", "group", "when"), 0)).loss > kept.loss > 0
    assert [each.name for each in kept.axes] == [axis.name for axis in published_axes()]


def test_a_trial_changes_nothing_and_can_be_stopped(vault: VaultSession) -> None:
    planned = plan(vault)
    state = vault.store.state_digest()
    assert trial_of(planned, KEEP_AGE) == trial_of(planned, KEEP_AGE)
    assert vault.store.state_digest() == state
    token = CancelToken()
    token.cancel()
    assert planned.trials is not None
    with pytest.raises(CancelledError):
        planned.trials.of(KEEP_AGE, token)


def test_classes_that_stand_leave_as_they_left_whatever_matters_now(
    vault: VaultSession, tmp_path: Path
) -> None:
    before = rows(leave(vault, tmp_path, weights=KEEP_AGE))
    fill(vault, *(mixed(number) for number in range(16, 32)))
    planned = leave(vault, tmp_path, weights=KEEP_GROUP)
    assert classes(planned) == (2, 2, 0)
    assert [row for row in before if row in rows(planned)] == before
    assert planned.trials is not None
    assert planned.trials.of(KEEP_AGE).leaving == 32


def test_the_bundle_tells_its_weights_and_figures(vault: VaultSession, tmp_path: Path) -> None:
    planned = plan(vault, weights=KEEP_GROUP)
    files, _ = make_files(planned.contents, CancelToken())
    told = json.loads(next(file.content for file in files if file.name == "PRIVACY.json"))
    exports.write(vault, planned, tmp_path / "bundle.zip")
    assert told["weights"] == KEEP_GROUP
    assert (told["k"], told["l"], told["global_risk"]) == (5, 1, 0.125)
    assert 0 < told["t"] < 1
    assert told["discernibility"] == 8 * 8 + 8 * 8
    assert told["suppressed_share"] is None
    assert told["global_risk_line"] == 0.03
    assert 0 < told["information_loss"] < 1
    (release,) = vault.store.releases.all()
    assert release.body["weights"] == KEEP_GROUP


def test_who_stays_out_cannot_be_counted_from_the_figures() -> None:
    """With the rows of a bundle and an exact share anybody could."""
    for number, share in ((0, None), (4, None), (5, 5 / 25), (9, 5 / 25), (10, 10 / 30)):
        assert figures._share(number, 20) == share


@pytest.mark.parametrize(
    "weights", [{"shoes": 1}, {"when": 9}, {axis.name: 0 for axis in published_axes()}]
)
def test_weights_that_cannot_be_meant_are_refused(
    vault: VaultSession, weights: dict[str, int]
) -> None:
    with pytest.raises(UsageError, match="weights cannot be meant"):
        plan(vault, weights=weights)


# -- bad input ------------------------------------------------------------------------------------


def test_an_empty_vault_is_refused_in_words(vault_session: VaultSession) -> None:
    with pytest.raises(NothingToReleaseError):
        plan(vault_session)


def test_one_case_is_refused_in_words(vault_session: VaultSession) -> None:
    fill(vault_session, document())
    with pytest.raises(AnonymityError, match="5"):
        plan(vault_session)


def test_people_who_are_all_the_same_leave_whole(vault_session: VaultSession) -> None:
    fill(vault_session, *(document(number) for number in range(9)))
    planned = plan(vault_session)
    assert planned.schemes == ("aaaaaaa",)
    assert planned.trial is not None
    assert (planned.trial.loss, planned.trial.waiting) == (0, 0)


def test_people_who_have_nothing_in_common_are_counted_at_most(vault_session: VaultSession) -> None:
    groups = ("activist", "artist", "athlete", "journalist", "lawyer", "student", "worker")
    people = [
        {"age": 10 * n, "sex": ("female", "male", "other")[n % 3], "targeted_group": [group]}
        for n, group in enumerate(groups)
    ]
    unlike = [
        document(
            n, answers={**each, "left_on": str(2005 + n)}, events=[{"act_date": str(2000 + n)}]
        )
        for n, each in enumerate(people)
    ]
    fill(vault_session, *unlike)
    planned = plan(vault_session, k=5)
    if not planned.counts_only:
        assert all(size >= 5 for size in planned.class_sizes_after)
    else:
        assert planned.trial is None
        assert "only counts leave" in str(planned.notices)


def test_people_of_whom_everything_is_missing_are_alike(vault_session: VaultSession) -> None:
    blank = [document(n, answers={}, events=[], interview={}) for n in range(6)]
    fill(vault_session, *blank)
    planned = plan(vault_session)
    assert planned.class_sizes_after == (6,)
    assert planned.trial is not None
    assert planned.trial.loss == 0


def test_counts_have_no_weights(vault: VaultSession) -> None:
    planned = plan(vault, Policy.STATISTICS)
    assert (planned.trials, planned.trial) == (None, None)
