"""Holds the cells of a form against what a form may say, cell by cell; builds nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from intake.domain.classes import DisclosureClass, Generalisation
from intake.domain.person import IdentityKind
from intake.forms.definition import FALLBACK_LANGUAGE, SECTION_KINDS, QuestionKind, Texts
from intake.forms.sheets import CHOICES, SETTINGS, SURVEY, WHOLE_ROW, Row, Sheet

KIND = "bind::intake:kind"
DISCLOSURE = "bind::intake:disclosure"
GENERALISE = "bind::intake:generalise"
IDENTITY = "bind::intake:identity"
NAMESPACE = 'intake="urn:intake:form:1"'

_COLUMNS = {
    SURVEY: {
        "type",
        "name",
        "required",
        "relevant",
        "constraint",
        "calculation",
        "appearance",
        KIND,
        DISCLOSURE,
        GENERALISE,
        IDENTITY,
    },
    CHOICES: {"list_name", "name", "parent", "external_code"},
    SETTINGS: {"form_title", "form_id", "version", "default_language", "namespaces"},
}
_TRANSLATED = {SURVEY: {"label", "hint", "constraint_message"}, CHOICES: {"label"}, SETTINGS: set()}
_NEEDED = {
    SURVEY: ("type", "name", DISCLOSURE),
    CHOICES: ("list_name", "name"),
    SETTINGS: ("form_id", "version", "namespaces"),
}

_LANGUAGE = re.compile(r"\(([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\)$")
_NAME = re.compile(r"[a-z][a-z0-9_]{0,63}")
_CHOICE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
_FORM_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")

BEGIN_GROUP, BEGIN_REPEAT = "begin_group", "begin_repeat"
ENDS = {"end_group": BEGIN_GROUP, "end_repeat": BEGIN_REPEAT}
SELECTS = {
    "select_one": QuestionKind.SELECT_ONE,
    "select_multiple": QuestionKind.SELECT_MULTIPLE,
}
_PLAIN_TYPES = {
    "text": QuestionKind.TEXT,
    "integer": QuestionKind.INTEGER,
    "decimal": QuestionKind.NUMBER,
    "date": QuestionKind.DATE,
    "image": QuestionKind.IMAGE,
    "note": QuestionKind.NOTE,
    **SELECTS,
}
# What pyxform has no type for is a text (or a note) with a kind.
_KINDS_OF = {
    "text": {
        "person": QuestionKind.PERSON,
        "place": QuestionKind.PLACE,
        "edtf": QuestionKind.DATE,
        "narrative": QuestionKind.NARRATIVE,
        "code": QuestionKind.CODE,
    },
    "note": {"consent": QuestionKind.NOTE},
}
_SELECT_KINDS = frozenset(SELECTS.values())
_GENERALISED = {
    Generalisation.QUARTER: {QuestionKind.DATE},
    Generalisation.BANDS: {QuestionKind.INTEGER, QuestionKind.NUMBER},
    Generalisation.REGION: {QuestionKind.PLACE},
    Generalisation.COUNTRY_GROUP: {QuestionKind.PLACE},
    Generalisation.PARENT: _SELECT_KINDS,
    Generalisation.OTHER: _SELECT_KINDS,
}


def check_columns(sheet: Sheet) -> None:
    """Check that every column means something here and that none is missing.

    Raises:
        FormError: A column is missing or unknown, or a translation does not name its language.
    """
    for column in sheet.columns:
        base, translated, language = column.partition("::")
        if column in _COLUMNS[sheet.name] or column.startswith("#"):
            continue
        if base not in _TRANSLATED[sheet.name]:
            raise sheet.error(column, "this program does not know this column")
        if translated and not _LANGUAGE.search(language):
            raise sheet.error(column, f"name the language with its code: {base}::English (en)")
    for column in _NEEDED[sheet.name]:
        if column not in sheet.columns:
            raise sheet.error(column, "this column is missing")


def check_settings(sheet: Sheet) -> Row:
    """Return the row of settings.

    Raises:
        FormError: There is not exactly one row, or it lacks name, version or the namespace.
    """
    if len(sheet.rows) != 1:
        raise sheet.error(WHOLE_ROW, "the settings are exactly one row")
    row = sheet.rows[0]
    if NAMESPACE not in row.get("namespaces").split():
        raise row.error("namespaces", f"the form must declare {NAMESPACE}")
    for column in ("form_id", "version"):
        if not _FORM_NAME.fullmatch(row.get(column)):
            raise row.error(column, "needed is a short name of letters, digits, . _ and -")
    return row


def languages_of(sheets: Iterable[Sheet], default: str) -> dict[str, str]:
    """Return the language tag of each translated column, columns in order.

    Args:
        sheets: Sheets whose header is checked.
        default: Tag for a column that names no language.
    """
    tags = {}
    for sheet in sheets:
        for column in sheet.columns:
            base, translated, language = column.partition("::")
            if base not in _TRANSLATED[sheet.name]:
                continue
            found = _LANGUAGE.search(language) if translated else None
            tags[column] = found[1] if found else default
    return tags


def default_language(settings: Row) -> str:
    """Return the tag in ``default_language``, English when it names none."""
    found = _LANGUAGE.search(settings.get("default_language"))
    return found[1] if found else FALLBACK_LANGUAGE


def texts(row: Row, base: str, languages: Mapping[str, str]) -> Texts:
    """Return the translations of one cell.

    Raises:
        FormError: A text names an answer, which other programs would put in its place.
    """
    found = {}
    for column, tag in languages.items():
        text = row.get(column)
        if column.partition("::")[0] != base or not text:
            continue
        if "${" in text:
            raise row.error(column, "a text cannot name an answer here")
        found[tag] = text
    return Texts(found)


def name_of(row: Row) -> str:
    """Return the name of a question or section.

    Raises:
        FormError: It is missing or no name.
    """
    if not _NAME.fullmatch(row.get("name")):
        raise row.error("name", "needed is a name of small Latin letters, digits and _")
    return row.get("name")


def list_name(row: Row) -> str:
    """Return the name of the list that a choice belongs to.

    Raises:
        FormError: It is missing or no name.
    """
    if not _NAME.fullmatch(row.get("list_name")):
        raise row.error("list_name", "needed is a name of small Latin letters, digits and _")
    return row.get("list_name")


def choice_name(row: Row) -> str:
    """Return the name of a choice.

    Raises:
        FormError: It is missing or no name.
    """
    if not _CHOICE_NAME.fullmatch(row.get("name")):
        raise row.error("name", "needed is a name of Latin letters, digits, _ and -")
    return row.get("name")


def split_type(row: Row) -> tuple[str, str]:
    """Return type and choice list of a row, ``begin group`` written ``begin_group``.

    Raises:
        FormError: This program does not know the type.
    """
    words = row.get("type").replace("begin ", "begin_").replace("end ", "end_").split()
    kind, rest = (words[0], words[1:]) if words else ("", [])
    known = kind in _PLAIN_TYPES or kind in ENDS or kind in ENDS.values()
    if not known or len(rest) != (1 if kind in SELECTS else 0):
        raise row.error("type", "this program does not know this type of question")
    return kind, rest[0] if rest else ""


def section_kind(row: Row) -> str:
    """Return the kind of a section.

    Raises:
        FormError: There is no such kind.
    """
    if row.get(KIND) not in SECTION_KINDS:
        raise row.error(KIND, "a section has no such kind")
    return row.get(KIND)


def question_kind(row: Row) -> QuestionKind:
    """Return the kind of a question.

    Raises:
        FormError: The kind does not exist or does not fit the type.
    """
    plain, _ = split_type(row)
    own = row.get(KIND)
    if own:
        found = _KINDS_OF.get(plain, {}).get(own)
        if found is None:
            raise row.error(KIND, f"a question of type {plain} has no such kind")
        return found
    if plain == "text" and "multiline" in row.get("appearance").split():
        return QuestionKind.LONG_TEXT
    return _PLAIN_TYPES[plain]


def disclosure_of(row: Row) -> DisclosureClass:
    """Return the disclosure class of a question.

    Raises:
        FormError: It is missing or there is no such class.
    """
    if not row.get(DISCLOSURE):
        raise row.error(DISCLOSURE, "every question needs a disclosure class")
    return _member(DisclosureClass, row, DISCLOSURE, "there is no such disclosure class")


def generalisation_of(row: Row, kind: QuestionKind) -> Generalisation:
    """Return how a question is made coarser.

    Raises:
        FormError: There is no such way, or it does not fit the kind.
    """
    found = _member(Generalisation, row, GENERALISE, "there is no such way to generalise")
    if found is not Generalisation.NONE and kind not in _GENERALISED[found]:
        raise row.error(GENERALISE, f"a question of kind {kind} cannot be generalised so")
    return found


def identity_kind(row: Row) -> IdentityKind | None:
    """Return as what an answer names somebody; ``None`` when the form does not say it.

    Raises:
        FormError: There is no such kind.
    """
    if not row.get(IDENTITY):
        return None
    return _member(IdentityKind, row, IDENTITY, "an answer names nobody in such a way")


def is_required(row: Row) -> bool:
    """Return whether an answer is asked for.

    Raises:
        FormError: It says something else than yes or no.
    """
    said = row.get("required").lower()
    if said not in {"", "yes", "no", "true", "false", "true()", "false()"}:
        raise row.error("required", "write yes or leave it empty")
    return said in {"yes", "true", "true()"}


_Member = TypeVar("_Member")


def _member(make: Callable[[str], _Member], row: Row, column: str, reason: str) -> _Member:
    try:
        return make(row.get(column))
    except ValueError:
        raise row.error(column, reason) from None
