"""What may leave of a case: only what consent, classes and disclosure control allow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from intake.domain.answers import NOT_ASKED, Answer, Missing
from intake.domain.case import CaseFile
from intake.domain.consent import (
    Consent,
    IdentityLevel,
    RecipientGroup,
    Use,
    UseConsent,
    Withdrawal,
)
from intake.domain.ids import CaseId, EventId, InterviewId, StatementId
from intake.domain.person import Role
from intake.errors import ConsentMissingError, PendingReviewError
from intake.export.fields import THIRD_PARTIES
from intake.export.snapshot import Cell, RedactedCase, answers_of, build
from intake.export.terms import Gap, Policy, RowIds
from tests.unit.export.making import (
    FIELDS,
    NAME,
    WHEN,
    case_file,
    consent,
    generalised_row,
    masked,
    redacted,
    release,
)

WITHHELD = Cell(gap=Gap.WITHHELD)


def texts(case: RedactedCase) -> dict[str, str]:
    return {key: cell.text for key, cell in case.cells.items()}


def test_only_build_can_make_one() -> None:
    with pytest.raises(TypeError, match="only build"):
        RedactedCase("r1", {}, (), object())


def test_cells_come_from_the_generalised_row_and_the_choices_of_the_form() -> None:
    assert texts(redacted(case_file())) == {
        "case.project": "exile",
        "interview.mode": "yes",
        "profile.age": "35-39",
        "profile.sex": "female",
        "profile.targeted_group": "journalist;lawyer",
        "profile.religion": "",
        "profile.children": "2",
        "acts.act_type": "arrest",
        "acts.counsel_access": "no",
        "displacement.left_on": "2021-Q3",
        "needs.need": "documents;housing",
        THIRD_PARTIES: "",
    }


def test_what_is_only_counted_is_given_to_disclosure_control_and_to_no_row() -> None:
    assert answers_of(case_file(), FIELDS)["acts.sexual_violence"] == Answer("no")
    case = build(case_file(), release(), FIELDS, {"acts.sexual_violence": "no"})
    assert "acts.sexual_violence" not in case.cells


def test_nothing_that_names_somebody_is_in_it_anywhere() -> None:
    shown = repr(redacted(case_file()))
    for secret in (NAME, "Mianuska", "K7M2", "anything at all", f"{1:032x}", "GE"):
        assert secret not in shown


@pytest.mark.parametrize("reason", list(Missing))
def test_a_missing_answer_keeps_its_reason(reason: Missing) -> None:
    missing = Answer(missing=reason)
    cells = redacted(case_file(religion=missing, age=missing)).cells
    assert cells["profile.religion"] == Cell(gap=Gap(reason.value))
    assert cells["profile.age"] == Cell(gap=Gap(reason.value))


def test_what_disclosure_control_does_not_give_is_withheld() -> None:
    case = build(case_file(), release(), FIELDS, {})
    for rule in FIELDS.rules:
        if rule.is_quasi and not rule.is_protected:
            assert case.cells[rule.key] == WITHHELD


def test_disclosure_control_may_also_hold_back_a_sensitive_answer() -> None:
    case = build(case_file(), release(), FIELDS, {"needs.need": "withheld"})
    assert case.cells["needs.need"] == WITHHELD


@pytest.mark.parametrize(
    "answer", [Answer("Somebody's own words"), Answer(("yes", "and words")), Answer(7)]
)
def test_an_answer_that_the_form_cannot_give_is_withheld(answer: Answer) -> None:
    assert redacted(case_file(religion=answer)).cells["profile.religion"] == WITHHELD


@pytest.mark.parametrize("answer", [Answer("two, called Anonim"), Answer(("a", "b"))])
def test_text_in_the_place_of_a_number_is_withheld(answer: Answer) -> None:
    assert redacted(case_file(children=answer)).cells["profile.children"] == WITHHELD


def test_words_that_are_not_the_forms_stay_out_of_every_cell() -> None:
    case = case_file()
    own = replace(case, case=replace(case.case, project="Our own words"))
    assert redacted(own).cells["case.project"] == Cell(gap=Gap.WITHHELD)
    none = replace(case, case=replace(case.case, project="", answers={"project": Answer("exile")}))
    assert redacted(none).cells["case.project"].text == "exile"


@pytest.mark.parametrize(
    ("tag", "leaves"),
    [
        ("be", "be"),
        ("BE-tarask", "be"),
        ("sr-Latn-RS", "sr"),
        ("", ""),
        ("375291110001", ""),
        ("Voronaaaa-Pestraaak", ""),
        ("en-x-pestrak", ""),
        ("qqq", ""),
    ],
)
def test_of_the_language_only_a_word_of_our_list_leaves(tag: str, leaves: str) -> None:
    case = case_file()
    case = replace(case, statements=(replace(case.statements[0], language=tag),))
    assert redacted(case, text=masked()).statements[0].language == leaves


def test_a_word_that_is_no_choice_is_withheld_even_if_disclosure_control_gives_it() -> None:
    made = build(case_file(), release(), FIELDS, {"profile.targeted_group": "lawyer;Pestrak"})
    assert made.cells["profile.targeted_group"].gap is Gap.WITHHELD


@pytest.mark.parametrize("withheld", ["sex", "profile.sex", "need", "project"])
def test_what_a_person_wants_withheld_has_no_cell(withheld: str) -> None:
    given = consent().uses[Use.ANALYSIS]
    uses = {Use.ANALYSIS: replace(given, withhold=frozenset({withheld}))}
    case = replace(case_file(), consent=consent(uses=uses))
    row = generalised_row(case)
    cells = build(case, release(), FIELDS, row.values).cells
    assert withheld.rpartition(".")[2] not in {key.rpartition(".")[2] for key in cells}
    assert len(cells) == len(FIELDS.rules) - 2


def test_a_protected_place_leaves_only_where_consent_names_it() -> None:
    row = {"interview.interview_country": "Caucasus"}
    silent = build(case_file(), release(), FIELDS, row)
    assert "interview.interview_country" not in silent.cells
    named = build(case_file(), release(), FIELDS, row, named={"interview_country"})
    assert named.cells["interview.interview_country"].text == "Caucasus"
    as_recorded = build(case_file(), release(), FIELDS, {}, named={"interview_country"})
    assert as_recorded.cells["interview.interview_country"] == WITHHELD


def without(use: Use) -> Callable[[Consent], Consent]:
    return lambda given: replace(given, uses={u: c for u, c in given.uses.items() if u != use})


def with_level(level: IdentityLevel) -> Callable[[Consent], Consent]:
    def change(given: Consent) -> Consent:
        uses = {use: replace(each, level=level) for use, each in given.uses.items()}
        return replace(given, uses=uses)

    return change


NO_CONSENT: dict[str, Callable[[Consent], Consent | None]] = {
    "none": lambda _given: None,
    "never asked": lambda given: replace(given, given=None),
    "withdrawn": lambda given: replace(given, withdrawn=Withdrawal("2022-06-01")),
    "not for this purpose": without(Use.ANALYSIS),
    "aggregate only": with_level(IdentityLevel.AGGREGATE),
    "another group": lambda given: replace(
        given,
        uses={
            Use.ANALYSIS: UseConsent(IdentityLevel.CODE, frozenset({RecipientGroup.UN})),
            Use.QUOTATION: given.uses[Use.QUOTATION],
        },
    ),
}


@pytest.mark.parametrize("name", NO_CONSENT)
def test_without_consent_nothing_is_made(name: str) -> None:
    case = replace(case_file(), consent=NO_CONSENT[name](consent()))
    with pytest.raises(ConsentMissingError):
        build(case, release(), FIELDS, {})


def test_an_open_wish_at_the_end_of_an_interview_keeps_everything_here() -> None:
    with pytest.raises(ConsentMissingError):
        redacted(case_file(anything_to_withdraw=Answer("Please share nothing of this.")))
    assert redacted(case_file(anything_to_withdraw=Answer(missing=Missing.DECLINED))).cells
    assert redacted(case_file(anything_to_withdraw=Answer(" "))).cells


def test_a_statement_needs_consent_to_quotation_of_its_own() -> None:
    case = replace(case_file(), consent=without(Use.QUOTATION)(consent()))
    statements = [(case.statements[0], masked())]
    with pytest.raises(ConsentMissingError):
        build(case, release(), FIELDS, {}, statements=statements)
    assert build(case, release(), FIELDS, {}).statements == ()


@pytest.mark.parametrize("name", ["own_words", "statement.own_words"])
def test_a_statement_that_a_person_wants_withheld_stays_out(name: str) -> None:
    for use in (Use.QUOTATION, Use.ANALYSIS):
        uses = dict(consent().uses)
        uses[use] = replace(uses[use], withhold=frozenset({name}))
        case = replace(case_file(), consent=consent(uses=uses))
        made = build(case, release(), FIELDS, {}, statements=[(case.statements[0], masked())])
        assert made.statements == ()


def test_undecided_marks_refuse_unless_taken_on_purpose() -> None:
    case = case_file()
    statements = [(case.statements[0], masked(decided=False))]
    with pytest.raises(PendingReviewError):
        build(case, release(), FIELDS, {}, statements=statements)
    made = build(case, release(), FIELDS, {}, statements=statements, allow_pending=True)
    assert NAME not in made.statements[0].text.text


def test_statements_leave_under_analysis_only_and_rows_never_under_statistics() -> None:
    case = case_file()
    with pytest.raises(ValueError, match="policy"):
        build(
            case,
            release(Policy.RECORDS),
            FIELDS,
            {},
            statements=[(case.statements[0], masked())],
        )
    with pytest.raises(ValueError, match="policy"):
        build(case, release(Policy.STATISTICS), FIELDS, {})


def test_a_statement_of_another_case_or_no_narrative_is_refused() -> None:
    case = case_file()
    foreign = case_file(2).statements[0]
    observations = replace(case.statements[0], question="observations")
    for statement in (foreign, observations):
        with pytest.raises(ValueError, match="another case"):
            build(case, release(), FIELDS, {}, statements=[(statement, masked())])


def test_ids_are_random_per_bundle_and_those_of_statements_lead_nowhere() -> None:
    first, again = (redacted(case_file()) for _ in range(2))
    other = redacted(case_file(), release(seed=bytes(32)))
    assert first.row_id == again.row_id != other.row_id
    assert first.statements[0].row_id != other.statements[0].row_id
    assert first.statements[0].row_id[1:] != first.row_id[1:]
    assert first.row_id[0].isalpha()


def test_the_same_record_has_unlike_ids_as_row_and_as_statement() -> None:
    ids = RowIds(bytes(32))
    assert ids.interview("x")[1:] != ids.statement("x")[1:]


def test_a_seed_has_thirty_two_bytes() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        RowIds(bytes(16))


# --- one row per interviewee -----------------------------------------------------------------


def with_events(*answers: dict[str, Answer]) -> CaseFile:
    case = case_file()
    first = case.events[0]
    events = [
        replace(first, id=EventId(f"e{n}"), ordinal=n, answers=given)
        for n, given in enumerate(answers, start=1)
    ]
    return replace(case, events=tuple(events))


def test_several_events_become_one_set() -> None:
    case = with_events(
        {"act_type": Answer("raid"), "counsel_access": Answer("no")},
        {"act_type": Answer("arrest"), "counsel_access": Answer(missing=Missing.UNKNOWN)},
        {"act_type": Answer("raid")},
    )
    answers = answers_of(case, FIELDS)
    assert answers["acts.act_type"] == Answer(("arrest", "raid"))
    assert answers["acts.counsel_access"] == Answer(("no",))
    assert redacted(case).cells["acts.counsel_access"].text == "no"


def test_events_without_an_answer_keep_the_reason_and_no_events_were_not_asked() -> None:
    unknown = {"act_type": Answer(missing=Missing.UNKNOWN)}
    assert answers_of(with_events(unknown, {}), FIELDS)["acts.act_type"] == unknown["act_type"]
    assert answers_of(with_events(), FIELDS)["acts.act_type"] == NOT_ASKED


def test_of_several_interviews_the_first_answer_stays() -> None:
    case = case_file(sex=Answer(missing=Missing.DECLINED), religion=NOT_ASKED)
    later = replace(
        case.interviews[0],
        id=InterviewId("later"),
        created=WHEN,
        answers={"sex": Answer("other"), "age": Answer(90), "religion": Answer("no")},
    )
    answers = answers_of(replace(case, interviews=(*case.interviews, later)), FIELDS)
    assert answers["profile.age"] == Answer(39)
    assert answers["profile.sex"] == Answer("other")
    assert answers["profile.religion"] == Answer("no")


def test_a_reason_says_more_than_not_asked() -> None:
    case = case_file(sex=NOT_ASKED)
    later = replace(case.interviews[0], answers={"sex": Answer(missing=Missing.DECLINED)})
    answers = answers_of(replace(case, interviews=(*case.interviews, later)), FIELDS)
    assert answers["profile.sex"] == Answer(missing=Missing.DECLINED)


def test_other_persons_are_a_number_for_disclosure_control() -> None:
    assert answers_of(case_file(), FIELDS)[THIRD_PARTIES] == Answer(1)
    assert redacted(case_file()).cells[THIRD_PARTIES] == WITHHELD
    in_a_band = build(case_file(), release(), FIELDS, {THIRD_PARTIES: "1-4"})
    assert in_a_band.cells[THIRD_PARTIES].text == "1-4"
    alone = replace(
        case_file(),
        persons=tuple(p for p in case_file().persons if p.role is Role.INTERVIEWEE),
    )
    assert answers_of(alone, FIELDS)[THIRD_PARTIES] == Answer(0)


def test_a_case_without_interviews_has_only_gaps() -> None:
    case = replace(case_file(), interviews=(), events=(), persons=())
    empty = build(case, release(), FIELDS, {})
    values = {key: cell.text for key, cell in empty.cells.items() if cell.text}
    assert values == {"case.project": "exile"}
    assert CaseId(case.case.id)
    assert StatementId(case.statements[0].id)
