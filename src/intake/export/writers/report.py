"""``report.html``: what a bundle is, how it was made, what it may be used for; for people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from intake.disclosure.counts import say
from intake.disclosure.hierarchies import OTHER, SEVERAL
from intake.domain.classes import DisclosureClass
from intake.export.counting import FieldCounts, count_released
from intake.export.facts import Facts, ends_of
from intake.export.fields import FieldPolicy, FieldRule
from intake.export.layout import BundleFile, Table
from intake.export.snapshot import RedactedCase
from intake.export.terms import Policy
from intake.export.writers.charts import Bar, add_chart
from intake.export.writers.html import Page
from intake.export.writers.method import GROUPS, PURPOSES, Told, add_method
from intake.export.writers.words import Words

NAME = "report.html"

_CHARTS = 12
_HEADLINES = (
    "profile.targeted_group",
    "profile.age",
    "profile.sex",
    "profile.region_of_origin",
    "acts.act_type",
    "acts.institution",
    "displacement.reasons",
    "displacement.left_on",
    "displacement.route",
    "displacement.first_country",
    "displacement.legal_status",
    "needs.need",
)
_POLICIES: Mapping[Policy, str] = {
    Policy.STATISTICS: "Tables of counts only.",
    Policy.RECORDS: "De-identified rows, one per interviewee. No statements.",
    Policy.ANALYSIS: "De-identified rows, one per interviewee, and statements in a file of their "
    "own without any key to the rows.",
}
_REASONS: Mapping[str, str] = {
    "no_consent": "No consent for this purpose and recipient group",
    "withdrawn": "Consent was withdrawn",
    "expired": "Consent has ended or not begun",
    "not_finalised": "The record was not finished",
    "released_before": "Held back because of an earlier bundle",
    "under_k": "Too few people look alike",
}
KINDS: Mapping[str, str] = {
    "person": "People",
    "place": "Places",
    "organisation": "Organisations",
    "date": "Dates",
    "number": "Numbers and addresses",
    "other": "Others",
}
LEVELS: Mapping[str, str] = {
    "as_is": "as recorded",
    "quarter": "to the quarter of a year",
    "year": "to the year",
    "region": "to the region",
    "country": "to the country",
    "country_group": "to a group of countries",
    "band_narrow": "in narrow bands",
    "band_wide": "in wide bands",
    "band_broad": "in broad bands",
    "parents": "to groups of choices",
    "parent": "to one group of choices",
    "withheld": "withheld",
}


def given_as(words: Words, levels: str) -> str:
    """Return in words how much of a field is given, where classes differ from what to what."""
    finest, *coarsest = (words(LEVELS[level]) for level in ends_of(levels))
    if coarsest:
        return words("{finest}; in some groups {coarsest}", finest=finest, coarsest=coarsest[0])
    return finest


def write_report(
    facts: Facts,
    fields: FieldPolicy,
    tables: Sequence[Table],
    cases: Sequence[RedactedCase],
    counts: Sequence[FieldCounts],
) -> BundleFile:
    """Return the report.

    Args:
        facts: What the bundle is.
        fields: The fields of the form.
        tables: The tables of rows; none for counts.
        cases: What leaves, for the charts.
        counts: The counts of a bundle without rows.
    """
    words = Words(facts.language)
    lead = words(_POLICIES[facts.release.policy])
    page = Page(words("Redacted interview records"), lead, words.language)
    statements = any(case.statements for case in cases)
    threshold = facts.figures.count_threshold
    _add_warnings(page, words, facts, statements=statements)
    _add_facts(page, words, facts, statements=statements)
    add_method(page, words, facts, Told(fields, cases, counts, threshold))
    _add_left_out(page, words, facts)
    if tables:
        _add_levels(page, words, facts, tables)
    shown = counts or _headline_counts(fields, cases, threshold)
    _add_charts(page, words, fields, shown, threshold)
    _add_risk(page, words, facts)
    _add_limits(page, words)
    return page.finish(NAME)


def _add_warnings(page: Page, words: Words, facts: Facts, *, statements: bool) -> None:
    if statements and not facts.reviewed:
        page.warning(
            words(
                "Nobody has reviewed the statements for this bundle: suggested marks were applied "
                "as they came. Use it for evaluation only and do not pass it on."
            )
        )
    if facts.counts_only:
        page.warning(words("There were too few people for rows. Only counts leave."))


def _add_facts(page: Page, words: Words, facts: Facts, *, statements: bool) -> None:
    release = facts.release
    reviewed = ("yes" if facts.reviewed else "no") if statements else "no statements inside"
    page.heading(words("About this bundle"))
    rows = [
        (words("Bundle"), facts.bundle_id),
        (words("Month"), facts.month),
        (words("Purpose"), words(PURPOSES[release.purpose.value])),
        (words("For"), words(GROUPS[release.group.value])),
        (words("Statements reviewed by a person"), words(reviewed)),
    ]
    page.table((), rows)
    page.paragraph(
        words(
            "If the sender recalls this bundle by its number, delete it and every copy and table "
            "made from it: somebody in it has taken consent back."
        )
    )


def _said(words: Words, count: str) -> str:
    """Return in words a count as it may be said."""
    return count if count.isdecimal() else words(count)


def _add_left_out(page: Page, words: Words, facts: Facts) -> None:
    page.heading(words("What stayed out, and why"))
    page.paragraph(
        words(
            "Numbers are rounded down to fives: exact ones in two bundles would tell of the few "
            "people by whom they differ."
        )
    )
    said = facts.withheld_as_said()
    rows = [(words(_REASONS[reason]), _said(words, said[reason])) for reason in said]
    page.table((words("Reason"), words("Records")), rows)
    figures = facts.figures
    suppressed = _said(words, say(figures.suppressed_rows))
    page.paragraph(words("Rows left out because too few look alike: {rows}.", rows=suppressed))
    groups = [
        (words("As they left in an earlier bundle"), figures.standing_classes),
        (words("In this bundle for the first time"), figures.new_classes),
        (words("Of earlier bundles, found never to leave again"), figures.ended_classes),
    ]
    if not facts.counts_only:
        header = (words("Groups of people alike"), words("Groups"))
        page.table(header, [(name, _said(words, say(count))) for name, count in groups])
    if figures.redactions:
        masked = [
            (words(KINDS.get(kind, kind)), _said(words, say(count)))
            for kind, count in sorted(figures.redactions.items())
        ]
        page.table((words("Masked in statements"), words("Places in the text")), masked)


def _add_levels(page: Page, words: Words, facts: Facts, tables: Sequence[Table]) -> None:
    page.heading(words("What was made coarser"))
    columns = [column for table in tables for column in table.columns if column.rule.is_quasi]
    levels = facts.figures.levels
    rows = [
        (
            column.name,
            label_of(words, column.rule),
            given_as(words, levels.get(column.rule.key, "withheld")),
        )
        for column in columns
    ]
    page.table((words("Column"), words("Field"), words("Given")), rows)


def _add_charts(
    page: Page, words: Words, fields: FieldPolicy, counts: Sequence[FieldCounts], threshold: int
) -> None:
    page.heading(words("Counts"))
    page.paragraph(
        words(
            "People who gave each answer. Numbers below {least} are hidden, and so are others "
            "where a hidden one could be worked out from them; in the charts a dashed outline of "
            "one size stands for them.",
            least=threshold,
        )
    )
    for field in counts:
        rule = fields.by_key[field.key]
        page.heading(label_of(words, rule), level=3)
        given = {name: text.get(words.language) or name for name, text in rule.labels.items()}
        labels = {OTHER: words("other"), SEVERAL: words("several"), **given}
        # Words of ours: labels, bands, periods and regions. A team's own choice may be anything.
        bars = [
            Bar(labels.get(value, value), number, value in labels or not rule.is_open)
            for value, number in field.people
        ]
        add_chart(page, words, bars)


def _headline_counts(
    fields: FieldPolicy, cases: Sequence[RedactedCase], threshold: int
) -> list[FieldCounts]:
    others = [rule.key for rule in fields.rules if rule.key not in _HEADLINES]
    wanted = [key for key in (*_HEADLINES, *others) if key in fields.by_key]
    counted = (count_released(key, cases, threshold) for key in wanted)
    return [field for field in counted if field.people][:_CHARTS]


def _add_risk(page: Page, words: Words, facts: Facts) -> None:
    figures = facts.figures
    page.heading(words("Risk that is left"))
    rows = [
        (words("Least number of people who look alike (k)"), str(figures.k)),
        (words("Mean chance to single out a person"), f"{figures.global_risk:.1%}"),
        (words("Detail lost to protect people"), f"{figures.information_loss:.0%}"),
        (words("Scheme"), " \u2013 ".join(ends_of(figures.scheme)) or words("none")),
    ]
    if figures.diversity is not None:
        told = words("Least number of different sensitive answers among them (l)")
        rows.insert(1, (told, str(figures.diversity)))
    page.table((words("Figure"), words("Value")), rows)
    if figures.diversity == 1:
        page.paragraph(
            words(
                "Looking alike hides who somebody is, not what is true of everybody alike: in at "
                "least one group all who answered a sensitive question said the same (l is 1). "
                "Whoever knows that a person is in that group knows this answer."
            )
        )
    page.paragraph(
        words(
            "These figures cover the rows. They do not cover the statements: what a person tells "
            "can be known to others even when no name is left in it."
        )
    )


_LIMITS = (
    "Counts are not prevalence: they say what these people told, not how often it happens.",
    (
        "This is not an exhaustive account. Whom nobody could reach, and what nobody dared to "
        "tell, is missing, and nobody knows how much that is."
    ),
    (
        "What people told is their own account. Whether it was checked against other sources "
        "stands in the columns on source and reliability, where they were recorded."
    ),
    "Do not try to find out who somebody is, and do not combine rows with other lists.",
    "Quote a statement word for word or not at all, and never beside a row.",
    "Other persons in an account have not been asked: they appear as bands only.",
    "codebook.html explains every column; PRIVACY.json holds the figures for programs.",
)


def _add_limits(page: Page, words: Words) -> None:
    page.heading(words("Limits: before you use it"))
    page.items(words(limit) for limit in _LIMITS)


def label_of(words: Words, rule: FieldRule) -> str:
    """Return what a field is called in the language of the page."""
    return rule.label.get(words.language) or rule.name


CLASSES: Mapping[DisclosureClass, str] = {
    DisclosureClass.QUASI: "could single somebody out",
    DisclosureClass.QUASI_SENSITIVE: "could single somebody out, and is sensitive",
    DisclosureClass.SENSITIVE: "sensitive",
    DisclosureClass.PLAIN: "plain",
}
