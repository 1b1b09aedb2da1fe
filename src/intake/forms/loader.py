"""Reads a questionnaire from the sheets of an XLSForm; asks nobody and stores nothing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from intake.domain.classes import Generalisation
from intake.forms import rules
from intake.forms.binding import Draft, bind_expressions
from intake.forms.conformance import check_conformance
from intake.forms.definition import (
    NO_CHOICES,
    Choice,
    ChoiceList,
    FormDefinition,
    Owner,
    Question,
    Section,
)
from intake.forms.sheets import CHOICES, SETTINGS, SURVEY, Row, Sheet, read_sheets
from intake.resources import resource_path

Languages = Mapping[str, str]
Lists = Mapping[str, ChoiceList]


@cache
def core_form() -> FormDefinition:
    """Return the shipped questionnaire (cached).

    Its conformance to XLSForm is held by a test, so that a start does not wait for pyxform.

    Raises:
        FormError: The installation is damaged.
    """
    return _define(read_sheets(resource_path("forms", "core")))


def load_form(path: Path) -> FormDefinition:
    """Read a questionnaire that somebody else wrote.

    Args:
        path: A folder with ``survey.csv``, ``choices.csv`` and ``settings.csv``, or an ``.xlsx``
            file.

    Raises:
        FormError: Something is wrong at one cell: sheet, row, column and reason.
    """
    sheets = read_sheets(path)
    form = _define(sheets)
    check_conformance(sheets)
    return form


def _define(sheets: Mapping[str, Sheet]) -> FormDefinition:
    for sheet in sheets.values():
        rules.check_columns(sheet)
    settings = rules.check_settings(sheets[SETTINGS])
    survey, choices = sheets[SURVEY], sheets[CHOICES]
    languages = rules.languages_of([survey, choices], rules.default_language(settings))
    lists = _choice_lists(choices, languages)
    return FormDefinition(
        name=settings.get("form_id"),
        version=settings.get("version"),
        title=settings.get("form_title"),
        languages=tuple(dict.fromkeys(languages.values())),
        sections=_sections(survey, lists, languages),
        choices=lists,
    )


def _choice_lists(sheet: Sheet, languages: Languages) -> dict[str, ChoiceList]:
    rows: dict[str, dict[str, Row]] = {}
    for row in sheet.rows:
        list_name, name = rules.list_name(row), rules.choice_name(row)
        if name in rows.setdefault(list_name, {}):
            raise row.error("name", f"the list {list_name} has this choice twice")
        rows[list_name][name] = row
    for list_name, named in rows.items():
        for row in named.values():
            if row.get("parent") and row.get("parent") not in rows.get(f"{list_name}_group", {}):
                raise row.error("parent", f"there is no such choice in the list {list_name}_group")
    return {
        list_name: ChoiceList(
            list_name, tuple(_choice(name, row, languages) for name, row in named.items())
        )
        for list_name, named in rows.items()
    }


def _choice(name: str, row: Row, languages: Languages) -> Choice:
    label = rules.texts(row, "label", languages)
    if not label:
        raise row.error("label", "every choice needs a label")
    return Choice(name, label, row.get("parent"), row.get("external_code"))


def _sections(sheet: Sheet, lists: Lists, languages: Languages) -> tuple[Section, ...]:
    drafts = [_section(begin, rows, lists, languages) for begin, rows in _split(sheet)]
    if not drafts:
        raise sheet.error("type", "the form has no section")
    _check_names(drafts)
    return bind_expressions(drafts)


def _split(sheet: Sheet) -> list[tuple[Row, list[Row]]]:
    """Return the rows that begin a section, each with the rows of its questions."""
    split: list[tuple[Row, list[Row]]] = []
    opened = ""
    for row in sheet.rows:
        kind, _ = rules.split_type(row)
        if kind in rules.ENDS:
            if rules.ENDS[kind] != opened:
                raise row.error("type", "this ends a section that was not begun so")
            opened = ""
        elif kind in rules.ENDS.values():
            if opened:
                raise row.error("type", "a section cannot stand inside another")
            opened = kind
            split.append((row, []))
        elif not opened:
            raise row.error("type", "every question stands between begin_group and end_group")
        else:
            split[-1][1].append(row)
    if opened:
        raise split[-1][0].error("type", "this section has no end")
    return split


def _section(begin: Row, rows: list[Row], lists: Lists, languages: Languages) -> Draft:
    kind, _ = rules.split_type(begin)
    section = Section(
        name=rules.name_of(begin),
        label=rules.texts(begin, "label", languages),
        hint=rules.texts(begin, "hint", languages),
        kind=rules.section_kind(begin),
        repeats=kind == rules.BEGIN_REPEAT,
    )
    for column in (rules.DISCLOSURE, rules.GENERALISE, rules.IDENTITY):
        if begin.get(column):
            raise begin.error(column, "only a question has a disclosure class")
    return (section, begin), [(_question(section, row, lists, languages), row) for row in rows]


def _question(section: Section, row: Row, lists: Lists, languages: Languages) -> Question:
    kind = rules.question_kind(row)
    choices = _choices_of(row, lists)
    question = Question(
        name=rules.name_of(row),
        section=section.name,
        kind=kind,
        label=rules.texts(row, "label", languages),
        hint=rules.texts(row, "hint", languages),
        required=rules.is_required(row),
        constraint_message=rules.texts(row, "constraint_message", languages),
        choice_list=choices.name,
        choices=choices,
        appearance=row.get("appearance"),
        disclosure=rules.disclosure_of(row),
        generalise=rules.generalisation_of(row, kind),
        identity=rules.identity_kind(row),
    )
    if not question.label:
        raise row.error("label", "every question needs a label")
    if question.generalise is Generalisation.PARENT and not all(c.parent for c in choices.choices):
        raise row.error(rules.GENERALISE, "not every choice of the list has a parent")
    return question


def _choices_of(row: Row, lists: Lists) -> ChoiceList:
    _, list_name = rules.split_type(row)
    if not list_name:
        return NO_CHOICES
    if list_name not in lists:
        raise row.error("type", f"there is no list {list_name} on the sheet choices")
    return lists[list_name]


def _check_names(drafts: list[Draft]) -> None:
    """Check that a name means one thing in each record that answers are stored in."""
    sections: set[str] = set()
    questions: dict[Owner, set[str]] = {}
    for (section, begin), items in drafts:
        if section.name in sections:
            raise begin.error("name", "another section has this name")
        sections.add(section.name)
        seen = questions.setdefault(section.owner, set())
        for question, row in items:
            if question.name in seen:
                raise row.error("name", "another question of the same record has this name")
            seen.add(question.name)
