"""Which fields may leave: what the form's classes allow, and nothing that has no class."""

from __future__ import annotations

from intake.disclosure.hierarchies import Scale
from intake.domain.classes import DisclosureClass
from intake.export.fields import STATISTICS_ONLY, TABLES, THIRD_PARTIES, FieldPolicy
from intake.forms.definition import Owner, QuestionKind
from intake.forms.loader import core_form
from tests.unit.export.making import FIELDS, form


def test_direct_internal_and_unclassified_fields_never_leave() -> None:
    leaving = set(FIELDS.by_key)
    for section in form().sections:
        for question in section.items:
            key = f"{section.name}.{question.name}"
            if question.disclosure.never_leaves and key != "interview.interview_country":
                assert key not in leaving
    assert "profile.nickname" not in leaving
    assert "profile.unclassified" not in leaving


def test_a_place_of_now_is_there_only_as_a_protected_group_of_countries() -> None:
    protected = [rule for rule in FIELDS.rules if rule.is_protected]
    assert [rule.key for rule in protected] == ["interview.interview_country"]
    assert protected[0].generalise.value == "country_group"
    assert protected[0].is_quasi


def test_free_text_never_leaves_as_a_cell_whatever_its_class() -> None:
    assert "profile.motto" not in FIELDS.by_key
    kinds = {
        f"{question.section}.{question.name}": question.kind for question in core_form().questions
    }
    for rule in FieldPolicy.of(core_form()).rules:
        if not rule.is_quasi and rule.key in kinds:
            assert kinds[rule.key] in {
                QuestionKind.SELECT_ONE,
                QuestionKind.SELECT_MULTIPLE,
                QuestionKind.INTEGER,
                QuestionKind.NUMBER,
            }


def test_what_is_for_statistics_only_is_counted_and_has_no_column() -> None:
    for fields in (FIELDS, FieldPolicy.of(core_form())):
        assert {rule.key for rule in fields.only_counted} == STATISTICS_ONLY
        assert not STATISTICS_ONLY & {rule.key for rule in fields.rules}
        assert fields.by_key.keys() >= STATISTICS_ONLY


def test_sections_of_other_persons_have_no_rows() -> None:
    assert not any(key.startswith(("others.", "identity.")) for key in FIELDS.by_key)
    assert THIRD_PARTIES in FIELDS.by_key


def test_a_repeat_of_the_interview_has_no_table() -> None:
    sections = [
        section for section in form().sections if section.owner is Owner.INTERVIEW and section.items
    ]
    from dataclasses import replace

    repeated = replace(
        form(), sections=tuple(replace(section, repeats=True) for section in sections)
    )
    assert FieldPolicy.of(repeated).rules == (FIELDS.by_key[THIRD_PARTIES],)


def test_every_field_stands_in_one_of_the_tables() -> None:
    by_table = [rule.key for name in TABLES for rule in FIELDS.table(name)]
    assert sorted(by_table) == sorted(rule.key for rule in FIELDS.rules)
    assert [rule.key for rule in FIELDS.table("events")] == ["acts.act_type", "acts.counsel_access"]
    assert [rule.key for rule in FIELDS.table("needs")] == ["needs.need"]


def test_disclosure_control_gets_every_field_that_could_single_somebody_out() -> None:
    assert {of.name for of in FIELDS.quasi} == {
        rule.key for rule in FIELDS.rules if rule.disclosure.is_quasi
    }
    scales = {of.name: of.scale for of in FIELDS.quasi}
    assert scales["profile.age"] is Scale.AGE
    assert scales[THIRD_PARTIES] is Scale.COUNT
    parents = {of.name: of.parents for of in FIELDS.quasi}
    assert parents["profile.targeted_group"] == {"lawyer": "legal", "journalist": "media"}


def test_labels_cover_choices_and_their_groups() -> None:
    labels = FIELDS.by_key["profile.targeted_group"].labels
    assert {"lawyer", "athlete", "legal", "media"} <= labels.keys()
    assert FIELDS.by_key["profile.age"].labels == {}


def test_only_narratives_are_narratives() -> None:
    assert FIELDS.narratives == {"own_words"}
    assert FieldPolicy.of(core_form()).narratives == {
        "own_words",
        "translation",
        "version_for_sharing",
    }


def test_the_shipped_form_lets_nothing_leave_that_its_classes_forbid() -> None:
    classes = {
        f"{question.section}.{question.name}": question.disclosure
        for question in core_form().questions
    }
    for rule in FieldPolicy.of(core_form()).rules:
        if rule.key == THIRD_PARTIES:
            continue
        allowed = {DisclosureClass.INTERNAL} if rule.is_protected else {rule.disclosure}
        assert classes[rule.key] in allowed
        assert rule.is_protected or not classes[rule.key].never_leaves
