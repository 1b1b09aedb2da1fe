"""``codebook.html``: what every column means and which words can stand in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from intake.export.facts import Facts
from intake.export.layout import BundleFile, Column, Table
from intake.export.terms import Gap, Policy
from intake.export.writers.html import Page
from intake.export.writers.report import CLASSES, given_as, label_of
from intake.export.writers.words import LANGUAGES, Words, texts_in

NAME = "codebook.html"

_GAPS = {
    Gap.NOT_ASKED: "The question was not asked.",
    Gap.UNKNOWN: "The person does not know.",
    Gap.DECLINED: "The person prefers not to say.",
    Gap.NOT_APPLICABLE: "The question does not apply.",
    Gap.WITHHELD: "There may be an answer; it does not leave.",
}
_READING = (
    "UTF-8, comma, double quotes, one header line. The order of rows means nothing.",
    "Every table of rows has one row per interviewee.",
    "Each field has two columns: the value, and the reason why there is none.",
    "Several values stand in one cell, joined by a semicolon, sorted.",
    "An apostrophe stands before what a spreadsheet program would take for a formula.",
    "other: a choice without a group of its own.",
    "several: more than one value where only one word is given.",
    "Bands such as 18-29 hold both ends; 70+ has no end.",
)
_STATEMENTS = (
    "id: random; leads to no row of another table.",
    "question: own_words, translation or version_for_sharing.",
    "language: language tag of the text.",
    "text: the statement with labels in square brackets where words were masked.",
)
_COUNTS = (
    "field: the question, as section and name.",
    "value: the answer.",
    "people: how many gave it; an answer that few or nobody gave does not stand here.",
    "people_reason: empty.",
)
_COLUMN = "{label} Class: {kind}. Given: {given}."
_NAMED = re.compile(r"\{\w+\}")


def write_codebook(facts: Facts, tables: Sequence[Table]) -> BundleFile:
    """Return the codebook over the tables of rows, or over the counts when there are none."""
    words = Words(facts.language)
    lead = words("Bundle {bundle}, {month}", bundle=facts.bundle_id, month=facts.month)
    page = Page(words("Codebook"), lead, words.language)
    _add_reading(page, words)
    for table in tables:
        page.heading(table.path)
        key = words("{key}: random in each bundle, the same in all tables of it.", key=table.key)
        page.paragraph(key if table.columns else f"{key} {words('No fields.')}")
        for column in table.columns:
            _add_column(page, words, facts, column)
    if facts.release.policy is Policy.ANALYSIS:
        page.heading("data/statements.csv")
        page.items(words(text) for text in _STATEMENTS)
    if not tables:
        page.heading("data/counts.csv")
        page.items(words(text) for text in _COUNTS)
    return page.finish(NAME)


def _add_reading(page: Page, words: Words) -> None:
    page.heading(words("How to read the files"))
    page.items(words(text) for text in _READING)
    gaps = [(gap.value, words(text)) for gap, text in _GAPS.items()]
    page.table((words("Reason"), words("Meaning")), gaps)


def _add_column(page: Page, words: Words, facts: Facts, column: Column) -> None:
    rule = column.rule
    page.heading(column.name, level=3)
    given = facts.figures.levels.get(rule.key, "withheld") if rule.is_quasi else "as_is"
    page.paragraph(
        words(
            _COLUMN,
            label=_sentence(label_of(words, rule)),
            kind=words(CLASSES[rule.disclosure]),
            given=given_as(words, given),
        )
    )
    labels = [(name, text.get(words.language) or name) for name, text in rule.labels.items()]
    if labels and given != "withheld":
        page.table((words("Value"), words("Meaning")), labels)


def label_in(text: str) -> str:
    """Return what a column is called, out of what the codebook says of it in any language.

    Args:
        text: The paragraph below the column's name; one of another kind gives nothing.
    """
    for language in LANGUAGES:
        told = _NAMED.split(texts_in(language).get(_COLUMN, _COLUMN))
        label, found, behind = text.rpartition(told[1])
        if found and told[2] in behind:
            return label.removesuffix(".")
    return ""


def _sentence(label: str) -> str:
    return label if label.endswith(("?", "!", ".")) else f"{label}."
