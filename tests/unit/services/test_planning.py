"""What is worked out is what would leave: by policy, consent, wishes and people alike."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from intake.domain.answers import Answer
from intake.domain.case import CaseStatus
from intake.domain.consent import RecipientGroup, Use
from intake.domain.ids import CaseId
from intake.domain.marks import MarkKind
from intake.domain.person import Role
from intake.domain.progress import CancelToken
from intake.errors import (
    AnonymityError,
    CancelledError,
    ConsentMissingError,
    NothingToReleaseError,
    RollbackError,
    UsageError,
)
from intake.services import cases, exports, interviews, planning, records, review, settings
from intake.services.exports import ExportPlan, ExportRequest, Policy, Reason
from intake.services.plans import Notice
from intake.services.session import VaultSession
from tests.unit.services.making import (
    ANYBODY,
    consent,
    document,
    fill,
    name_of,
    review_everything,
    uses,
)

SEED = bytes(range(32))
SOMEWHERE = {"residence_now": "Tbilisi", "settlement_of_origin": "Orsha"}
OWN_WORDS = next(each for each in interviews.form().questions if each.name == "own_words")
PROTECTED = ("residence_now", "interview_country", "interview_city", "settlement_of_origin")


@pytest.fixture
def vault(vault_session: VaultSession) -> VaultSession:
    """Return a vault of this test's own."""
    return vault_session


def _request(policy: Policy = Policy.RECORDS, **changes: Any) -> ExportRequest:
    made = ExportRequest(policy, Use.ANALYSIS, RecipientGroup.ANALYSTS, unencrypted=True, seed=SEED)
    return replace(made, **changes)


def _plan(session: VaultSession, policy: Policy = Policy.RECORDS, **changes: Any) -> ExportPlan:
    return planning.plan(session, _request(policy, **changes))


def _people(count: int, **changes: Any) -> list[dict[str, Any]]:
    return [document(number, **changes) for number in range(count)]


def _column(plan: ExportPlan, table: str, column: str) -> list[str]:
    header, *rows = plan.tables[f"data/{table}.csv"]
    return [row[header.index(column)] for row in rows]


def _words(plan: ExportPlan) -> str:
    return str(plan.tables)


def _rename(session: VaultSession, case_id: CaseId, name: str) -> None:
    person = cases.case_file(session, case_id).persons[0]
    interviews.save_answer(session, case_id, person.id, "names", Answer((name,)))


# -- policies -------------------------------------------------------------------------------------


def test_records_are_rows_and_no_statement(vault: VaultSession) -> None:
    fill(vault, *_people(8))
    plan = _plan(vault)
    assert len(plan.included) == len(_column(plan, "interviews", "id")) == 8
    assert "data/statements.csv" not in plan.tables
    assert (plan.counts_only, plan.statements, plan.pending_statements) == (False, 0, 0)
    assert plan.class_sizes_after == (8,)
    assert plan.risk_after == 1 / 8


def test_statistics_are_counts_and_no_row(vault: VaultSession) -> None:
    only_counted = uses(analysis={"level": "aggregate", "recipients": ANYBODY})
    fill(vault, *_people(4, consent=only_counted), *(document(n) for n in range(10, 14)))
    plan = _plan(vault, Policy.STATISTICS)
    assert set(plan.tables) == {"data/counts.csv"}
    assert plan.counts_only
    assert len(plan.included) == 8
    assert len(_plan(vault, k=3).included) == 4


@pytest.mark.parametrize("policy", Policy)
def test_nobody_leaves_whose_consent_is_for_less(vault: VaultSession, policy: Policy) -> None:
    less = uses(analysis={"level": "none", "recipients": ANYBODY})
    fill(vault, *_people(8))
    (stays,) = fill(vault, document(9, consent=less, answers={"sex": "male"}))
    plan = _plan(vault, policy, accept_suggestions=True)
    assert stays not in plan.included
    assert plan.excluded == {Reason.NO_CONSENT: 1}
    assert "'male'" not in _words(plan)
    assert plan.excluded_cases[Reason.NO_CONSENT] == (cases.case_file(vault, stays).case.code,)


def _l(plan: ExportPlan) -> int | None:
    return plan.contents.facts.figures.diversity


@pytest.mark.parametrize(
    ("of_lawyers", "of_teachers", "least"),
    [
        (["orthodox", "none", "muslim"], ["orthodox", "none", ""], 2),
        (["orthodox", "none", "muslim"], ["orthodox", "none", "none"], 3),
        (["orthodox", "none", "muslim"], ["none", "none", "none"], 3),
        (["orthodox", "none", "muslim"], ["none", "", ""], 1),
        (["orthodox", "none", "muslim"], ["", "", ""], 3),
        (["", "", ""], ["", "", ""], None),
    ],
)
def test_how_many_answers_people_who_look_alike_gave_is_told(
    vault: VaultSession, of_lawyers: list[str], of_teachers: list[str], least: int | None
) -> None:
    told = [*(("lawyer", r) for r in of_lawyers), *(("teacher", r) for r in of_teachers)]
    answers = [
        {"targeted_group": [group], "sex": "female", **({"religion": said} if said else {})}
        for group, said in told
    ]
    fill(vault, *(document(n, answers=each, events=[]) for n, each in enumerate(answers)))
    plan = _plan(vault, k=3)
    assert plan.class_sizes_after == (3, 3)
    assert _l(plan) == least


def test_a_label_says_what_somebody_is_now_and_nothing_that_was_typed(vault: VaultSession) -> None:
    others = [{"ref": "p2", "role": "other"}]
    people = [{**each, "persons": [*each["persons"], *others]} for each in _people(8)]
    file = cases.case_file(vault, fill(vault, *people)[0])
    person = file.persons[1]
    statement = next(found for found in file.statements if found.text)
    start = statement.text.index("They")
    review.add_mark(vault, statement.id, (start, start + 4), MarkKind.PERSON, person.id)
    review_everything(vault)

    def labels() -> tuple[str, str]:
        shown = review.preview(review.state(vault, statement.id)).text
        (left,) = (
            text
            for text in _column(_plan(vault, Policy.ANALYSIS), "statements", "text")
            if not text.startswith("They")
        )
        words = [text.partition("]")[0].partition(", ")[2] for text in (shown, left)]
        return words[0], words[1]

    def relate(word: str) -> None:
        answer = Answer(word)
        with vault.store.write() as tx:  # no form takes such an answer, an import might
            vault.store.answers.set(tx, person.id, "relation", answer)

    assert labels() == ("other", "other")
    records.set_role(vault, person.id, Role.PERPETRATOR)
    assert labels() == ("perpetrator", "perpetrator")
    relate("sibling")
    assert labels() == ("sibling", "sibling")
    relate("Zorka the harpist")
    assert labels() == ("perpetrator", "perpetrator")


def test_a_statement_leaves_after_its_review_and_without_a_way_to_its_row(
    vault: VaultSession,
) -> None:
    fill(vault, *_people(8))
    waiting = _plan(vault, Policy.ANALYSIS)
    assert (waiting.pending_statements, waiting.statements) == (8, 0)
    review_everything(vault)
    plan = _plan(vault, Policy.ANALYSIS)
    assert (plan.pending_statements, plan.statements) == (0, 8)
    assert not set(_column(plan, "statements", "id")) & set(_column(plan, "interviews", "id"))
    assert "Zubrava" not in _words(plan)


@pytest.mark.parametrize(
    ("reviewed", "accept", "unreviewed", "statements", "pending"),
    [
        (False, False, False, 0, 8),
        (False, True, False, 0, 0),
        (False, True, True, 8, 0),
        (True, False, False, 8, 0),
        (True, True, False, 0, 0),
        (True, True, True, 8, 0),
    ],
)
def test_who_reviewed_decides_whether_statements_leave(
    vault: VaultSession,
    reviewed: bool,  # noqa: FBT001 (a row of the table)
    accept: bool,  # noqa: FBT001 (as above)
    unreviewed: bool,  # noqa: FBT001 (as above)
    statements: int,
    pending: int,
) -> None:
    fill(vault, *_people(8))
    if reviewed:
        review_everything(vault)
    plan = _plan(
        vault, Policy.ANALYSIS, accept_suggestions=accept, unreviewed_statements=unreviewed
    )
    assert (plan.statements, plan.pending_statements) == (statements, pending)
    assert plan.contents.facts.reviewed == (not accept)
    warned = [notice for notice in plan.notices if "No person has reviewed" in notice]
    assert bool(warned) == unreviewed
    stayed = [notice for notice in plan.notices if "stayed out because no person" in notice]
    assert bool(stayed) == (accept and not unreviewed)


def test_a_statement_without_quotation_stays_while_its_row_leaves(vault: VaultSession) -> None:
    silent = uses(quotation={"level": "none"})
    fill(vault, *_people(7), document(8, consent=silent, statement="Only here: kalambur."))
    plan = _plan(vault, Policy.ANALYSIS, accept_suggestions=True, unreviewed_statements=True)
    assert (len(plan.included), plan.statements) == (8, 7)
    assert "kalambur" not in _words(plan)


def test_a_finished_review_opens_again_when_somebody_new_is_named(vault: VaultSession) -> None:
    ids = fill(vault, *_people(7), document(8, statement="We waited for swan all night."))
    review_everything(vault)
    assert _plan(vault, Policy.ANALYSIS).pending_statements == 0
    _rename(vault, ids[0], "Taras Swan")
    plan = _plan(vault, Policy.ANALYSIS)
    assert (plan.pending_statements, plan.pending_marks) == (1, 1)
    assert [(item.case_id, item.pending) for item in review.queue(vault)] == [(ids[7], 1)]
    review_everything(vault)
    ready = _plan(vault, Policy.ANALYSIS)
    assert (ready.statements, ready.pending_statements) == (8, 0)
    assert "swan" not in _words(ready)


@pytest.mark.usefixtures("unread_escapes")
def test_a_name_that_no_mark_can_reach_keeps_its_statement_here(vault: VaultSession) -> None:
    ids = fill(vault, *_people(7), document(8, statement="We waited for s&shy;wan all night."))
    review_everything(vault)
    _rename(vault, ids[0], "Taras Swan")
    plan = _plan(vault, Policy.ANALYSIS)
    assert (plan.statements, plan.pending_statements) == (7, 0)
    assert any("would have named somebody" in notice for notice in plan.notices)


# -- what never leaves ----------------------------------------------------------------------------


@pytest.mark.parametrize("policy", Policy)
def test_where_somebody_is_now_never_leaves(vault: VaultSession, policy: Policy) -> None:
    place = {"date": "2022-05-26", "city": "Batumi", "country": "GE"}
    answers = {**document()["answers"], **SOMEWHERE}
    fill(vault, *_people(8, interview=place, answers=answers))
    plan = _plan(vault, policy, accept_suggestions=True, unreviewed_statements=True)
    headers = {name for table in plan.tables.values() for name in table[0]}
    assert not headers & set(PROTECTED)
    for word in ("Tbilisi", "Batumi", "Orsha", "interview_country", "residence_now"):
        assert word not in _words(plan)
    effects = {each.key: each.effect for each in plan.fields}
    assert effects["interview.interview_country"] == "withheld"


@pytest.mark.parametrize("policy", Policy)
def test_no_identity_and_no_code_of_a_case_leaves(vault: VaultSession, policy: Policy) -> None:
    persons = [
        {
            "ref": "p1",
            "role": "interviewee",
            "names": [name_of(3)],
            "phones": ["+375 29 000 00 17"],
            "emails": ["zubrava@example.org"],
            "documents": ["XX0000017"],
            "birth_date": "1984-03-09",
            "safe_contact": "behind the old mill",
        }
    ]
    others = (document(number) for number in range(10, 17))
    ids = fill(vault, document(3, persons=persons), *others)
    plan = _plan(vault, policy, seed=SEED, accept_suggestions=True, unreviewed_statements=True)
    codes = [cases.case_file(vault, each).case.code for each in ids]
    words = ("Zubrava", "000 00 17", "example.org", "XX0000017", "1984", "mill", *codes, *ids)
    for word in words:
        assert word not in _words(plan)


# -- wishes ---------------------------------------------------------------------------------------


def test_a_withheld_field_is_withheld_for_the_one_who_asked(vault: VaultSession) -> None:
    wish = uses(analysis={"level": "code", "recipients": ANYBODY, "withhold": ["needs.need"]})
    needs = [{**document()["answers"], "need": [need]} for need in ("housing", "work")]
    people = [document(n, answers=needs[n % 2]) for n in range(12)]
    fill(vault, *people[:6], *(each | {"consent": wish} for each in people[6:]))
    plan = _plan(vault)
    assert sorted(_column(plan, "needs", "need")) == [""] * 6 + ["housing"] * 3 + ["work"] * 3
    assert plan.class_sizes_after == (6, 6)


@pytest.mark.parametrize("field", ["need", "needs.need"])
def test_too_few_with_the_same_wish_stay_here(vault: VaultSession, field: str) -> None:
    wish = uses(analysis={"level": "code", "recipients": ANYBODY, "withhold": [field]})
    fill(vault, *_people(20))
    alone = fill(vault, *_people(4, consent=wish))
    plan = _plan(vault)
    assert not set(alone) & set(plan.included)
    assert plan.excluded == {Reason.UNDER_K: 4}


def test_a_wish_for_one_use_says_nothing_about_another(vault: VaultSession) -> None:
    wish = uses(statistics={"level": "aggregate", "recipients": ANYBODY, "withhold": ["sex"]})
    both = ({"sex": "female"}, {"sex": "male"})
    fill(vault, *(document(n, consent=wish, answers=both[n % 2]) for n in range(12)))
    assert "profile.sex" in str(_plan(vault, Policy.STATISTICS).tables)
    assert "sex" not in str(_plan(vault, Policy.STATISTICS, purpose=Use.STATISTICS).tables)


@pytest.mark.parametrize("field", ["own_words", f"{OWN_WORDS.section}.own_words"])
@pytest.mark.parametrize("use", ["analysis", "quotation"])
def test_a_withheld_text_neither_leaves_nor_waits(
    vault: VaultSession, use: str, field: str
) -> None:
    wish = uses(**{use: {"level": "code", "recipients": ANYBODY, "withhold": [field]}})
    fill(vault, *_people(8, consent=wish))
    plan = _plan(vault, Policy.ANALYSIS)
    assert (plan.statements, plan.pending_statements) == (0, 0)
    assert len(plan.included) == 8


# -- too few --------------------------------------------------------------------------------------


def test_an_empty_vault_has_nothing_to_release(vault: VaultSession) -> None:
    with pytest.raises(NothingToReleaseError):
        _plan(vault)


def test_without_anybody_s_consent_it_is_consent_that_is_missing(vault: VaultSession) -> None:
    fill(vault, *_people(6, consent=consent(uses={})), document(7, consent=consent(given=None)))
    with pytest.raises(ConsentMissingError):
        _plan(vault)


def test_drafts_alone_are_nothing_to_release(vault: VaultSession) -> None:
    interviews.begin(vault)
    ids = fill(vault, *_people(6))
    for case_id in ids:
        cases.set_status(vault, case_id, CaseStatus.DRAFT)
    with pytest.raises(NothingToReleaseError):
        _plan(vault)


@pytest.mark.parametrize("policy", Policy)
def test_fewer_people_than_k_are_refused(vault: VaultSession, policy: Policy) -> None:
    fill(vault, *_people(4))
    with pytest.raises(AnonymityError):
        _plan(vault, policy)
    assert len(_plan(vault, policy, k=3, accept_suggestions=True).included) == 4


SAME_PERSON = {
    "name": {"names": ["Zubrava Lampavich"]},
    "name in another order": {"names": ["Lampavich Zubrava"]},
    "phone": {"names": ["{}"], "phones": ["+375 29 123-45-67"]},
    "phone as dialled at home": {"names": ["{}"], "phones": ["8 (029) 123 45 67"]},
    "address": {"names": ["{}"], "emails": ["Lampa.Zubr@example.org"]},
    "document": {"names": ["{}"], "documents": ["MP 7654321"]},
}


def _known(number: int, kind: str) -> dict[str, Any]:
    facts = {
        key: [value.format(name_of(number)) for value in values]
        for key, values in SAME_PERSON[kind].items()
    }
    return document(number, persons=[{"ref": "p1", "role": "interviewee", **facts}])


@pytest.mark.parametrize("policy", Policy)
@pytest.mark.parametrize("kind", SAME_PERSON)
def test_one_person_with_many_cases_is_one_person(
    vault: VaultSession, policy: Policy, kind: str
) -> None:
    fill(vault, *(_known(number, kind) for number in range(5)))
    with pytest.raises(AnonymityError):
        _plan(vault, policy)


def test_a_family_is_one_among_those_who_look_alike(vault: VaultSession) -> None:
    mother = {"ref": "p2", "role": "relative", "names": ["M"], "phones": ["+375 29 111-11-11"]}
    others = [document(number) for number in range(10, 14)]
    family = [
        document(n, persons=[{"ref": "p1", "role": "interviewee", "names": [name_of(n)]}, mother])
        for n in range(3)
    ]
    fill(vault, *others, *family)
    plan = _plan(vault)
    assert plan.class_sizes_after == (5,)
    ids = [case.id for case in cases.list_cases(vault)]
    units = vault.people.units(vault.store)
    assert len({units[each] for each in ids}) == 5


def test_who_is_named_in_many_cases_without_being_family_joins_nobody(vault: VaultSession) -> None:
    officer = {"ref": "p2", "role": "perpetrator", "names": ["Vulan Shafkavich"]}
    helper = {"ref": "p3", "role": "interpreter", "names": ["V"], "phones": ["+375 29 222-22-22"]}
    aunt = {"ref": "p4", "role": "relative", "names": ["Vulana Shafkavich"]}
    fill(
        vault,
        *(
            document(
                n,
                persons=[
                    {"ref": "p1", "role": "interviewee", "names": [name_of(n)]},
                    officer,
                    helper,
                    aunt,
                ],
            )
            for n in range(6)
        ),
    )
    assert len(_plan(vault).included) == 6


def test_cases_are_joined_by_way_of_cases_that_stay_here(vault: VaultSession) -> None:
    """Two cases without anything in common are one family when a third knows both."""
    phones = (["+375 29 111-11-11"], ["+375 29 111-11-11", "+375 29 222-22-22"], ["80292222222"])
    made = [
        document(
            n,
            persons=[{"ref": "p1", "role": "interviewee", "names": [name_of(n)], "phones": phone}],
            **({"consent": {"given": None}} if n == 1 else {}),
        )
        for n, phone in enumerate(phones)
    ]
    fill(vault, *made, *(document(n) for n in range(10, 13)))
    with pytest.raises(AnonymityError):
        _plan(vault)
    fill(vault, document(20))
    assert len(_plan(vault).included) == 6


def test_when_nobody_is_alike_only_counts_leave(vault: VaultSession) -> None:
    wishes = ["sex", "age", "need", "targeted_group", "role", "mode"]
    different = [
        document(
            number,
            consent=uses(analysis={"level": "code", "recipients": ANYBODY, "withhold": [field]}),
        )
        for number, field in enumerate(wishes)
    ]
    fill(vault, *different)
    plan = _plan(vault, Policy.ANALYSIS)
    assert plan.counts_only
    assert set(plan.tables) == {"data/counts.csv"}
    assert "Too few people are alike for rows: only counts leave." in plan.notices
    assert len(plan.included) == 6
    assert (plan.schemes, plan.statements, plan.pending_statements) == ((), 0, 0)


def test_small_groups_are_allowed_only_on_purpose_and_told(vault: VaultSession) -> None:
    fill(vault, *_people(8))
    assert any("fewer than 5" in notice for notice in _plan(vault, k=3).notices)
    assert not any("fewer than 5" in notice for notice in _plan(vault).notices)


@pytest.mark.parametrize("k", [3, 8, 10])
def test_the_setting_of_the_vault_is_the_smallest_group(vault: VaultSession, k: int) -> None:
    fill(vault, *_people(9))
    settings.save(vault, settings.Settings(k=k))
    if k > 9:
        with pytest.raises(AnonymityError):
            _plan(vault)
        return
    plan = _plan(vault)
    assert plan.k == plan.contents.facts.figures.k == k
    assert Notice.BELOW_SETTING not in plan.notices


def test_fewer_people_than_the_setting_are_asked_for_on_purpose_and_told(
    vault: VaultSession,
) -> None:
    fill(vault, *_people(9))
    settings.save(vault, settings.Settings(k=10))
    plan = _plan(vault, k=8)
    assert plan.k == 8
    assert Notice.BELOW_SETTING in plan.notices


# -- requests -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "changes",
    [
        {"k": 2},
        {"k": 0},
        {"unreviewed_statements": True},
        {"group": RecipientGroup.ANY},
    ],
)
def test_a_request_that_cannot_be_meant_is_refused(
    vault: VaultSession, changes: dict[str, Any]
) -> None:
    fill(vault, *_people(8))
    with pytest.raises(UsageError):
        _plan(vault, **changes)


def test_only_the_cases_that_were_named_are_looked_at(vault: VaultSession) -> None:
    ids = fill(vault, *_people(8))
    plan = _plan(vault, case_ids=ids[:5])
    assert set(plan.included) == set(ids[:5])
    assert plan.excluded == {}


def test_every_bundle_has_a_seed_of_its_own(vault: VaultSession) -> None:
    fill(vault, *_people(8))
    first, second = (_plan(vault, seed=None) for _ in range(2))
    assert first.request.seed != second.request.seed
    assert first.tables != second.tables
    assert _plan(vault).tables == _plan(vault).tables


def test_working_out_changes_nothing(vault: VaultSession) -> None:
    fill(vault, *_people(8))
    before = vault.store.state_digest()
    assert _plan(vault, Policy.ANALYSIS).state == before == vault.store.state_digest()


def test_it_can_be_stopped_at_any_case(vault: VaultSession) -> None:
    fill(vault, *_people(8))
    cancel = CancelToken()
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        cancel.cancel()

    vault.store.soundness.require()  # else the walk over the vault is stopped, before any case
    with pytest.raises(CancelledError):
        planning.plan(vault, _request(), stop, cancel)
    assert told == [(9, 16)]


def test_the_vault_s_profile_can_keep_all_statements_here(vault: VaultSession) -> None:
    fill(vault, *_people(8))
    settings.save(vault, settings.Settings(redaction_profile="none"))
    plan = _plan(vault, Policy.ANALYSIS, accept_suggestions=True, unreviewed_statements=True)
    assert (len(plan.included), plan.statements) == (8, 0)
    assert Notice.KEPT_HERE in plan.notices
    assert Notice.KEPT_HERE not in _plan(vault).notices


def test_the_effects_name_every_field_that_may_leave(vault: VaultSession) -> None:
    fill(vault, *_people(8))
    rows = {each.key: each for each in _plan(vault).fields}
    counts = {each.key: each for each in _plan(vault, Policy.STATISTICS).fields}
    assert rows["needs.need"].effect == "kept"
    told = {(each.effect, each.rule) for each in (rows["case.project"], counts["case.project"])}
    assert told == {("withheld", "choices")}, "a name of the team's own is in no cell"
    first, *rest = _plan(vault).tables["data/interviews.csv"]
    assert {row[first.index("project") :][:2] for row in rest} == {("", "withheld")}
    assert {each.effect for each in rows.values()} == {"kept", "generalised", "withheld"}
    assert "acts.sexual_violence" in counts
    assert "acts.sexual_violence" not in rows
    assert counts["profile.age"].effect == "generalised"


def test_a_vault_that_was_put_back_works_out_nothing(vault_session: VaultSession) -> None:
    fill(vault_session, *_people(8))
    vault_session.store.mark_rolled_back("restored from a backup")
    with pytest.raises(RollbackError):
        _plan(vault_session)
    vault_session.store.settle_rollback()
    assert _plan(vault_session).included


def test_a_record_that_was_put_back_stops_a_plan_and_a_bundle(
    vault_session: VaultSession, tmp_path: Path
) -> None:
    fill(vault_session, *_people(8))
    planned = _plan(vault_session)
    store = vault_session.store
    store._db.execute("DELETE FROM answers WHERE owner = (SELECT min(owner) FROM answers)")
    store.soundness._sound_at = None  # as after a restart
    with pytest.raises(RollbackError):
        exports.write(vault_session, planned, tmp_path / "out.age")
    assert not list(tmp_path.glob("out*"))
    with pytest.raises(RollbackError):
        _plan(vault_session)
