"""Which fields of a form may stand in which table of a bundle; decides nothing about one case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from intake.disclosure.hierarchies import QuasiField, Scale
from intake.domain.classes import DisclosureClass, Generalisation
from intake.forms.definition import (
    NO_CHOICES,
    FormDefinition,
    Owner,
    Question,
    QuestionKind,
    Section,
    Texts,
)

INTERVIEWS, EVENTS, DISPLACEMENTS, NEEDS = "interviews", "events", "displacements", "needs"
TABLES = (INTERVIEWS, EVENTS, DISPLACEMENTS, NEEDS)
THIRD_PARTIES = "persons.third_parties"

# Sections with a table of their own; all others of the same owner stand in ``interviews``.
_TABLE_OF_SECTION = {"displacement": DISPLACEMENTS, "needs": NEEDS}
_TABLE_OF_OWNER = {Owner.CASE: INTERVIEWS, Owner.INTERVIEW: INTERVIEWS, Owner.EVENT: EVENTS}
# Free text, names, places as written and pictures never leave as cells, whatever their class says.
_PLAIN_KINDS = frozenset(
    {
        QuestionKind.SELECT_ONE,
        QuestionKind.SELECT_MULTIPLE,
        QuestionKind.INTEGER,
        QuestionKind.NUMBER,
    }
)
# Too dangerous as a cell beside others: counts only.
STATISTICS_ONLY = frozenset({"acts.sexual_violence"})
# Where somebody is now: leaves only as a group of countries, and only where consent names it.
_PROTECTED = (DisclosureClass.INTERNAL, Generalisation.COUNTRY_GROUP)
_SCALES = {"age": Scale.AGE, "detention_days": Scale.DAYS, "hours_to_prepare": Scale.HOURS}


@dataclass(frozen=True, slots=True)
class FieldRule:
    """One field that may leave.

    Attributes:
        key: ``profile.age``: section and name, as in the disclosure schemes.
        name: Column of the table.
        disclosure: Class under which it leaves.
        choices: Labels of the values that the form allows, by name; empty when it allows any.
        parents: The coarser value of each choice.
        parent_labels: Labels of the coarser values.
        is_open: Values beyond the choices may occur.
        is_protected: Leaves only where a person's consent names it.
    """

    key: str
    name: str
    table: str
    disclosure: DisclosureClass
    label: Texts
    choices: Mapping[str, Texts]
    parents: Mapping[str, str]
    parent_labels: Mapping[str, Texts]
    generalise: Generalisation
    is_open: bool = False
    is_protected: bool = False

    @property
    def is_quasi(self) -> bool:
        """Whether its value comes from the generalised row alone."""
        return self.disclosure.is_quasi

    @property
    def labels(self) -> Mapping[str, Texts]:
        """Labels of every word that can stand in a cell, coarser ones last."""
        return {**self.choices, **self.parent_labels} if self.choices else {}

    def as_quasi_field(self) -> QuasiField:
        """Return what disclosure control needs to know of it."""
        scale = _SCALES.get(self.name, Scale.COUNT)
        return QuasiField(self.key, self.generalise, self.parents, scale)


@dataclass(frozen=True)
class FieldPolicy:
    """All fields of one form that may leave, in the order of the form.

    A field that is not here never leaves: one of class direct or internal, one without a class, one
    that the form does not know.

    Attributes:
        rules: Fields with a column.
        only_counted: Fields that leave in counts and never as a cell.
    """

    rules: tuple[FieldRule, ...]
    narratives: frozenset[str]
    form: FormDefinition
    only_counted: tuple[FieldRule, ...] = ()

    @classmethod
    def of(cls, form: FormDefinition) -> FieldPolicy:
        """Return what the form's disclosure classes allow."""
        allowed = [
            _rule(form, section, question)
            for section in form.sections
            for question in section.items
            if _may_leave(section, question)
        ]
        rules = [rule for rule in allowed if rule.key not in STATISTICS_ONLY]
        counted = tuple(rule for rule in allowed if rule.key in STATISTICS_ONLY)
        narratives = frozenset(
            question.name
            for question in form.questions
            if question.disclosure is DisclosureClass.NARRATIVE
        )
        return cls((*rules, _THIRD_PARTIES_RULE), narratives, form, counted)

    def table(self, name: str) -> tuple[FieldRule, ...]:
        """Return the fields of one table in order."""
        return tuple(rule for rule in self.rules if rule.table == name)

    @cached_property
    def quasi(self) -> tuple[QuasiField, ...]:
        """Every field that could single somebody out: what classes are formed from."""
        return tuple(rule.as_quasi_field() for rule in self.rules if rule.is_quasi)

    @cached_property
    def by_key(self) -> Mapping[str, FieldRule]:
        """The fields by key, those that are only counted among them."""
        return {rule.key: rule for rule in (*self.rules, *self.only_counted)}


_THIRD_PARTIES_RULE = FieldRule(
    key=THIRD_PARTIES,
    name="third_parties",
    table=INTERVIEWS,
    disclosure=DisclosureClass.QUASI,
    label=Texts(
        {
            "en": "Other persons in the account, as a band",
            "be": "Іншыя асобы ў аповедзе, у межах",
            "ru": "Другие лица в рассказе, в пределах",
        }
    ),
    choices={},
    parents={},
    parent_labels={},
    generalise=Generalisation.BANDS,
)


def _table_of(section: Section) -> str:
    if section.owner is Owner.INTERVIEW and section.repeats:
        return ""
    return _TABLE_OF_SECTION.get(section.name, _TABLE_OF_OWNER.get(section.owner, ""))


def _is_protected(question: Question) -> bool:
    return (question.disclosure, question.generalise) == _PROTECTED


def _may_leave(section: Section, question: Question) -> bool:
    if not _table_of(section):
        return False
    if question.disclosure.is_quasi or _is_protected(question):
        return question.kind not in {QuestionKind.NOTE, QuestionKind.IMAGE}
    leaves = question.disclosure in {DisclosureClass.SENSITIVE, DisclosureClass.PLAIN}
    return leaves and question.kind in _PLAIN_KINDS


def _rule(form: FormDefinition, section: Section, question: Question) -> FieldRule:
    choices = question.choices.choices
    groups = form.choices.get(question.choices.group_list, NO_CHOICES)
    protected = _is_protected(question)
    return FieldRule(
        key=f"{section.name}.{question.name}",
        name=question.name,
        table=_table_of(section),
        disclosure=DisclosureClass.QUASI if protected else question.disclosure,
        label=question.label,
        choices={choice.name: choice.label for choice in choices},
        parents={choice.name: choice.parent for choice in choices if choice.parent},
        parent_labels={group.name: group.label for group in groups.choices},
        generalise=question.generalise,
        is_open=question.accepts_new_choices,
        is_protected=protected,
    )
