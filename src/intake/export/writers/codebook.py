"""``codebook.html``: what every column means and which words can stand in it."""

from __future__ import annotations

from collections.abc import Sequence

from intake.export.facts import Facts
from intake.export.layout import BundleFile, Column, Table
from intake.export.terms import Gap, Policy
from intake.export.writers.html import Page
from intake.export.writers.report import CLASSES, given_as

NAME = "codebook.html"

_GAPS = {
    Gap.NOT_ASKED: "The question was not asked.",
    Gap.UNKNOWN: "The person does not know.",
    Gap.DECLINED: "The person prefers not to say.",
    Gap.NOT_APPLICABLE: "The question does not apply.",
    Gap.WITHHELD: "There may be an answer; it does not leave.",
}


def write_codebook(facts: Facts, tables: Sequence[Table]) -> BundleFile:
    """Return the codebook over the tables of rows, or over the counts when there are none."""
    page = Page("Codebook", f"Bundle {facts.bundle_id}, {facts.month}")
    _add_reading(page)
    for table in tables:
        page.heading(table.path)
        key = f"{table.key}: random in each bundle, the same in all tables of this one."
        page.paragraph(key if table.columns else f"{key} No fields.")
        for column in table.columns:
            _add_column(page, facts, column)
    if facts.release.policy is Policy.ANALYSIS:
        _add_statements(page)
    if not tables:
        _add_counts(page)
    return page.finish(NAME)


def _add_reading(page: Page) -> None:
    page.heading("How to read the files")
    page.items(
        [
            "UTF-8, comma, double quotes, one header line. The order of rows means nothing.",
            "Every table of rows has one row per interviewee.",
            "Each field has two columns: the value, and the reason why there is none.",
            "Several values stand in one cell, joined by a semicolon, sorted.",
            "An apostrophe stands before what a spreadsheet program would take for a formula.",
            "other: a choice without a group of its own.",
            "several: more than one value where only one word is given.",
            "Bands such as 18-29 hold both ends; 70+ has no end.",
        ]
    )
    page.table(("Reason", "Meaning"), [(gap.value, text) for gap, text in _GAPS.items()])


def _add_column(page: Page, facts: Facts, column: Column) -> None:
    rule = column.rule
    page.heading(column.name, level=3)
    given = facts.figures.levels.get(rule.key, "withheld") if rule.is_quasi else "as_is"
    label = rule.label.get("en") or rule.name
    page.paragraph(f"{label}. Class: {CLASSES[rule.disclosure]}. Given: {given_as(given)}.")
    labels = [(name, text.get("en") or name) for name, text in rule.labels.items()]
    if labels and given != "withheld":
        page.table(("Value", "Meaning"), labels)


def _add_statements(page: Page) -> None:
    page.heading("data/statements.csv")
    page.items(
        [
            "id: random; leads to no row of another table.",
            "question: own_words, translation or version_for_sharing.",
            "language: language tag of the text.",
            "text: the statement with labels in square brackets where words were masked.",
        ]
    )


def _add_counts(page: Page) -> None:
    page.heading("data/counts.csv")
    page.items(
        [
            "field: the question, as section and name.",
            "value: the answer.",
            "people: how many gave it; an answer that few or nobody gave does not stand here.",
            "people_reason: empty.",
        ]
    )
