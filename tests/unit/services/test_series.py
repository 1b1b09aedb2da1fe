"""Bundle after bundle: a class leaves whole and as it was, or not at all."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from intake.domain.answers import Answer, Missing
from intake.domain.case import CaseStatus
from intake.domain.consent import RecipientGroup, Use, Withdrawal
from intake.domain.ids import CaseId
from intake.errors import NothingToReleaseError
from intake.services import cases, exports, interviews, review
from intake.services.exports import ExportPlan, Policy, Reason
from intake.services.plans import Notice
from intake.services.session import VaultSession
from tests.unit.services.making import (
    ANYBODY,
    consent,
    document,
    fill,
    review_everything,
    uses,
)
from tests.unit.services.series_making import (
    alike,
    answer,
    classes,
    consents,
    ids,
    leave,
    plan,
    rows,
)

SIX = range(6)


@pytest.fixture
def vault(vault_session: VaultSession) -> VaultSession:
    """Return a vault of this test's own with six people alike."""
    fill(vault_session, *(alike(number) for number in SIX))
    return vault_session


# -- bundles in a row -----------------------------------------------------------------------------


def test_two_recipients_get_the_same_people_in_the_same_rows_and_new_ones(
    vault: VaultSession, tmp_path: Path
) -> None:
    first = leave(vault, tmp_path)
    fill(vault, *(alike(number) for number in range(10, 16)))
    second = leave(vault, tmp_path, group=RecipientGroup.UN)
    third = leave(vault, tmp_path)
    assert [classes(each) for each in (first, second, third)] == [(0, 1, 0), (1, 1, 0), (2, 0, 0)]
    assert [len(each.included) for each in (first, second, third)] == [6, 12, 12]
    for table in ("interviews", "events", "displacements", "needs"):
        assert set(rows(first, table)) <= set(rows(second, table))
        assert rows(second, table) == rows(third, table)
    ids = [{row[0] for row in each.tables["data/interviews.csv"]} for each in (first, second)]
    assert ids[0] & ids[1] == {"id"}, "numbers of rows are fresh"
    assert vault.store.check() == ()


def test_new_people_wait_for_enough_of_them_and_join_nobody(
    vault: VaultSession, tmp_path: Path
) -> None:
    leave(vault, tmp_path)
    fill(vault, *(alike(number) for number in range(10, 13)))
    second = leave(vault, tmp_path)
    assert (len(second.included), second.excluded) == (6, {Reason.UNDER_K: 3})
    fill(vault, *(alike(number) for number in range(20, 22)))
    third = leave(vault, tmp_path)
    assert (classes(third), len(third.included)) == ((1, 1, 0), 11)


def test_classes_stand_at_levels_of_their_own_and_the_bundle_says_so(
    vault: VaultSession, tmp_path: Path
) -> None:
    others = [{"targeted_group": ["lawyer"], "age": 20 + 6 * n, "sex": "male"} for n in range(8)]
    fill(vault, *(document(10 + n, answers=each) for n, each in enumerate(others)))
    planned = plan(vault)
    figures = planned.contents.facts.figures
    assert len(planned.schemes) == 2
    assert figures.scheme == f"{planned.schemes[0]}..{planned.schemes[1]}"
    ages = next(each for each in planned.fields if each.key == "profile.age")
    assert (ages.effect, ages.rule != ages.coarsest, bool(ages.coarsest)) == (
        *("generalised", True),
        True,
    )
    assert figures.levels["profile.age"] == f"{ages.rule}..{ages.coarsest}"
    receipt = exports.write(vault, planned, tmp_path / "out.zip")
    with zipfile.ZipFile(receipt.path) as archive:
        privacy = json.loads(archive.read("PRIVACY.json"))
        report = archive.read("report.html").decode()
    assert privacy["levels"]["profile.age"] == figures.levels["profile.age"]
    assert privacy["classes"] == dict.fromkeys(("standing", "new", "ended"), "fewer than 5")
    assert privacy["people_under_k_over_all_releases"] == 0
    assert "in narrow bands; in some groups" in report


def test_what_everybody_in_a_class_answered_is_withheld_for_good(
    vault_session: VaultSession, tmp_path: Path
) -> None:
    answers = {**document()["answers"], "religion": "muslim"}
    fill(vault_session, *(document(number, answers=answers) for number in SIX))
    first = leave(vault_session, tmp_path)
    assert "muslim" not in str(first.tables)
    assert rows(plan(vault_session)) == rows(first)


@pytest.mark.parametrize(
    ("said", "gap"), [(Answer(missing=Missing.DECLINED), "withheld"), (Answer(()), "")]
)
def test_to_decline_is_an_answer_and_an_empty_one_is_none(
    vault: VaultSession, said: Answer, gap: str
) -> None:
    for case_id in ids(vault):
        interview = cases.case_file(vault, case_id).interviews[0].id
        with vault.store.write() as tx:  # no form gives an empty answer, an import might
            vault.store.answers.set(tx, interview, "religion", said)
    header, *found = plan(vault).tables["data/interviews.csv"]
    assert {row[header.index("religion_reason")] for row in found} == {gap}


# -- what ends a class ----------------------------------------------------------------------------


def _is_over(session: VaultSession, folder: Path) -> None:
    fill(session, *(alike(number) for number in range(10, 16)))
    planned = leave(session, folder)
    assert classes(planned) == (0, 1, 1)
    assert len(planned.included) == 6
    assert planned.contents.facts.figures.ended_classes == 1
    again = plan(session)
    assert (classes(again), len(again.included)) == ((1, 0, 0), 6)


def test_a_correction_ends_the_class_for_good(vault: VaultSession, tmp_path: Path) -> None:
    leave(vault, tmp_path)
    one = ids(vault)[0]
    before = cases.case_file(vault, one).interviews[0].answers["age"].value
    answer(vault, one, "age", 71)
    _is_over(vault, tmp_path)
    answer(vault, one, "age", before)
    assert len(plan(vault).included) == 6, "not even when it is undone"


def test_a_sensitive_answer_is_frozen_as_well(vault: VaultSession, tmp_path: Path) -> None:
    leave(vault, tmp_path)
    answer(vault, ids(vault)[0], "religion", "buddhist")
    _is_over(vault, tmp_path)


def test_what_is_undone_before_the_next_bundle_ends_nothing(
    vault: VaultSession, tmp_path: Path
) -> None:
    leave(vault, tmp_path)
    one = ids(vault)[0]
    before = cases.case_file(vault, one).interviews[0].answers["age"].value
    answer(vault, one, "age", 71)
    assert vault.store.classes.standing(), "working out changes nothing in the ledger"
    answer(vault, one, "age", before)
    assert classes(plan(vault)) == (1, 0, 0)


def test_what_does_not_leave_may_change(vault: VaultSession, tmp_path: Path) -> None:
    first = leave(vault, tmp_path)
    one = ids(vault)[0]
    person = cases.case_file(vault, one).persons[0]
    interviews.save_answer(vault, one, person.id, "names", Answer(("Zubrava Inakshaya",)))
    answer(vault, one, "residence_now", "Tbilisi")
    again = plan(vault)
    assert classes(again) == (1, 0, 0)
    assert rows(again) == rows(first)


def _level(**more: Any) -> dict[str, Any]:
    return {"level": "code", "recipients": ANYBODY, **more}


NARROWER = {
    "withdrawn": consent(withdrawn="2022-06-01"),
    "other recipients": uses(analysis=_level(recipients=["un"])),
    "expired": uses(analysis=_level(until="2022-07-01")),
    "less of them": uses(analysis=_level(level="aggregate")),
    "a field less": uses(analysis=_level(withhold=["age"])),
    "not at all": uses(analysis={"level": "none", "recipients": ANYBODY}),
}


@pytest.mark.parametrize("given", NARROWER.values(), ids=NARROWER)
def test_narrower_consent_of_one_ends_the_class(
    vault: VaultSession, tmp_path: Path, given: dict[str, Any]
) -> None:
    leave(vault, tmp_path)
    consents(vault, ids(vault)[0], given)
    _is_over(vault, tmp_path)


def test_a_wish_for_what_has_never_left_ends_nothing(vault: VaultSession, tmp_path: Path) -> None:
    first = leave(vault, tmp_path)
    (known,) = vault.store.classes.standing()
    withheld = "interview_country"
    assert f"interview.{withheld}" not in known.given
    consents(vault, ids(vault)[0], uses(analysis=_level(withhold=[withheld])))
    again = plan(vault)
    assert (classes(again), rows(again)) == ((1, 0, 0), rows(first))


def test_a_withdrawal_recorded_on_its_page_ends_the_class(
    vault: VaultSession, tmp_path: Path
) -> None:
    leave(vault, tmp_path)
    cases.withdraw(vault, ids(vault)[0], Withdrawal("2022-06-01"))
    _is_over(vault, tmp_path)


def test_who_is_erased_takes_the_class_along_at_once(vault: VaultSession, tmp_path: Path) -> None:
    leave(vault, tmp_path)
    cases.erase(vault, ids(vault)[0])
    assert vault.store.classes.standing() == ()
    with pytest.raises(NothingToReleaseError) as caught:
        plan(vault)
    assert caught.value.parameters["released_before"] == 5


def test_who_has_left_elsewhere_as_well_ends_the_class(vault: VaultSession, tmp_path: Path) -> None:
    leave(vault, tmp_path)
    with vault.store.write() as tx:
        vault.store.releases.record(tx, "ef" * 16, "2022-06", ids(vault)[:1], {})
    _is_over(vault, tmp_path)


def test_of_a_bundle_that_was_abandoned_everybody_is_free(
    vault: VaultSession, tmp_path: Path
) -> None:
    leave(vault, tmp_path)
    (only,) = vault.store.releases.all()
    with vault.store.write() as tx:
        vault.store.releases.abandon(tx, only.bundle_id)
    assert classes(plan(vault)) == (0, 1, 0)


# -- what keeps a class here this time ------------------------------------------------------------


def _stays(session: VaultSession, own: Reason, **changes: Any) -> None:
    fill(session, *(alike(number) for number in range(10, 16)))
    planned = plan(session, **changes)
    assert classes(planned) == (0, 1, 0)
    assert planned.excluded == {own: 1, Reason.GROUP_STAYS: 5}
    assert planned.contents.facts.withheld["released_before"] == 5
    assert len(session.store.classes.standing()) == 1


def test_who_is_a_draft_again_keeps_the_class_until_it_is_finished(
    vault: VaultSession, tmp_path: Path
) -> None:
    leave(vault, tmp_path)
    one = ids(vault)[0]
    cases.set_status(vault, one, CaseStatus.DRAFT)
    _stays(vault, Reason.NOT_FINALISED)
    leave(vault, tmp_path)
    cases.set_status(vault, one, CaseStatus.FINALISED)
    assert classes(plan(vault)) == (2, 0, 0)


def test_a_wish_in_own_words_keeps_the_class_until_it_is_settled(
    vault: VaultSession, tmp_path: Path
) -> None:
    leave(vault, tmp_path)
    consents(vault, ids(vault)[0], consent(note="not that I am ill"))
    _stays(vault, Reason.OPEN_WISH)
    consents(vault, ids(vault)[0], consent())
    assert classes(plan(vault)) == (1, 1, 0)


def test_for_another_purpose_the_class_leaves_when_all_agree(
    vault_session: VaultSession, tmp_path: Path
) -> None:
    both = uses(un_mechanisms=_level())
    ids = fill(vault_session, *(alike(n, **({"consent": both} if n else {})) for n in SIX))
    leave(vault_session, tmp_path)
    with pytest.raises(NothingToReleaseError) as caught:
        plan(vault_session, purpose=Use.UN_MECHANISMS)
    assert caught.value.parameters["group_stays"] == 5
    consents(vault_session, ids[0], both)
    assert classes(leave(vault_session, tmp_path, purpose=Use.UN_MECHANISMS)) == (1, 0, 0)
    consents(vault_session, ids[0], consent())
    fill(vault_session, *(alike(number) for number in range(10, 16)))
    assert classes(plan(vault_session)) == (0, 1, 1), "it has left for the other purpose by now"


def test_a_wish_for_another_purpose_counts_there(
    vault_session: VaultSession, tmp_path: Path
) -> None:
    wish = uses(un_mechanisms=_level(withhold=["age"]))
    both = uses(un_mechanisms=_level())
    fill(vault_session, *(alike(n, consent=both if n else wish) for n in SIX))
    leave(vault_session, tmp_path)
    with pytest.raises(NothingToReleaseError):
        plan(vault_session, purpose=Use.UN_MECHANISMS)
    assert classes(plan(vault_session)) == (1, 0, 0)


def test_new_classes_part_by_what_earlier_purposes_would_part(
    vault_session: VaultSession, tmp_path: Path
) -> None:
    both = uses(un_mechanisms=_level())
    fill(vault_session, *(alike(n) for n in SIX))
    leave(vault_session, tmp_path)
    only_un = consent(uses={"un_mechanisms": _level()})
    new = (alike(n, consent=both if n % 2 else only_un) for n in range(10, 20))
    fill(vault_session, *new)
    assert classes(leave(vault_session, tmp_path, purpose=Use.UN_MECHANISMS)) == (0, 2, 0)
    planned = plan(vault_session)
    assert (classes(planned), len(planned.included)) == ((2, 0, 0), 11)


def test_people_found_to_be_related_are_too_few(
    vault_session: VaultSession, tmp_path: Path
) -> None:
    ids = fill(vault_session, *(alike(number) for number in range(5)))
    leave(vault_session, tmp_path)
    for case_id in ids[:2]:
        person = cases.case_file(vault_session, case_id).persons[0]
        phone = Answer(("+375290000001",))
        interviews.save_answer(vault_session, case_id, person.id, "phones", phone)
    fill(vault_session, *(alike(number) for number in range(10, 16)))
    planned = plan(vault_session)
    assert (classes(planned), planned.excluded) == ((0, 1, 0), {Reason.UNDER_K: 5})


def test_a_class_smaller_than_what_is_asked_for_stays(vault: VaultSession, tmp_path: Path) -> None:
    leave(vault, tmp_path)
    fill(vault, *(alike(number) for number in range(10, 18)))
    planned = leave(vault, tmp_path, k=8)
    assert (classes(planned), planned.excluded) == ((0, 1, 0), {Reason.UNDER_K: 6})
    assert classes(plan(vault)) == (2, 0, 0)


def test_a_class_of_which_only_some_are_named_stays(vault: VaultSession, tmp_path: Path) -> None:
    leave(vault, tmp_path)
    with pytest.raises(NothingToReleaseError) as caught:
        plan(vault, case_ids=tuple(ids(vault)[:5]))
    assert caught.value.parameters["group_stays"] == 5
    assert len(plan(vault, case_ids=tuple(ids(vault))).included) == 6


# -- counts ---------------------------------------------------------------------------------------


def test_who_is_a_row_is_in_no_count_and_who_was_counted_in_no_row(
    vault: VaultSession, tmp_path: Path
) -> None:
    leave(vault, tmp_path)
    fill(vault, *(alike(number) for number in range(10, 16)))
    counted = leave(vault, tmp_path, Policy.STATISTICS)
    assert len(counted.included) == 6
    assert counted.excluded == {Reason.RELEASED_BEFORE: 6}
    fill(vault, *(alike(number) for number in range(20, 26)))
    rows = plan(vault)
    assert (classes(rows), rows.excluded) == ((1, 1, 0), {Reason.RELEASED_BEFORE: 6})
    assert not set(rows.included) & set(counted.included)


# -- statements -----------------------------------------------------------------------------------


def _texts(planned: ExportPlan) -> list[str]:
    """Return the statements, but for the numbers that are fresh in each bundle."""
    header, *rows = planned.tables["data/statements.csv"]
    texts = [row[header.index("text")] for row in rows]
    return sorted(re.sub(r"\[P[0-9]+, ", "[P, ", text) for text in texts)


def _edit(session: VaultSession, case_id: CaseId, text: str) -> None:
    statement = next(s for s in cases.case_file(session, case_id).statements if s.text)
    interviews.set_final(session, statement.id, final=False)
    interviews.save_draft(session, statement.id, text, 0)
    interviews.set_final(session, statement.id, final=True)
    review_everything(session)


def test_a_statement_is_repeated_word_for_word(vault: VaultSession, tmp_path: Path) -> None:
    review_everything(vault)
    first = leave(vault, tmp_path, Policy.ANALYSIS)
    second = leave(vault, tmp_path, Policy.ANALYSIS, group=RecipientGroup.UN)
    assert first.statements == second.statements == 6
    assert _texts(first) == _texts(second)
    tables = [each.tables["data/statements.csv"] for each in (first, second)]
    assert not {row[0] for row in tables[0][1:]} & {row[0] for row in tables[1]}


def test_a_statement_that_has_changed_stays_alone(vault: VaultSession, tmp_path: Path) -> None:
    review_everything(vault)
    first = leave(vault, tmp_path, Policy.ANALYSIS)
    one = ids(vault)[0]
    _edit(vault, one, "They came early, and there were four of them.")
    second = leave(vault, tmp_path, Policy.ANALYSIS)
    assert (second.statements, classes(second)) == (5, (1, 0, 0))
    assert "four of them" not in str(_texts(second))
    assert Notice.OTHER_THAN_BEFORE in second.notices
    assert Notice.OTHER_THAN_BEFORE not in first.notices
    masked = [sum(each.contents.facts.figures.redactions.values()) for each in (first, second)]
    assert masked == [6, 5]


def test_a_mark_that_was_decided_otherwise_is_a_change(vault: VaultSession, tmp_path: Path) -> None:
    review_everything(vault)
    leave(vault, tmp_path, Policy.ANALYSIS)
    statement = next(s for s in cases.case_file(vault, ids(vault)[0]).statements if s.text)
    start = statement.text.index("early")
    mark = review.state(vault, statement.id).marks[0]
    review.add_mark(vault, statement.id, (start, start + 5), mark.kind, None)
    review_everything(vault)
    assert plan(vault, Policy.ANALYSIS).statements == 5


def test_whose_words_have_left_adds_none(vault: VaultSession, tmp_path: Path) -> None:
    review_everything(vault)
    leave(vault, tmp_path, Policy.ANALYSIS)
    file = cases.case_file(vault, ids(vault)[0])
    other = next(s for s in file.statements if s.question == "version_for_sharing")
    interviews.save_draft(vault, other.id, "A shorter version without anybody in it.", 0)
    interviews.set_final(vault, other.id, final=True)
    planned = plan(vault, Policy.ANALYSIS)
    assert (planned.statements, planned.pending_statements) == (5, 0)
    assert Notice.OTHER_THAN_BEFORE in planned.notices


def test_words_can_leave_later_than_the_row(vault: VaultSession, tmp_path: Path) -> None:
    leave(vault, tmp_path)
    review_everything(vault)
    second = leave(vault, tmp_path, Policy.ANALYSIS)
    assert (second.statements, classes(second)) == (6, (1, 0, 0))
