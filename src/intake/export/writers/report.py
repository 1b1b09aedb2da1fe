"""``report.html``: what a bundle is, how it was made, what it may be used for; for people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from intake.disclosure.counts import say
from intake.disclosure.measures import RISK_LINE
from intake.domain.classes import DisclosureClass
from intake.export.counting import FieldCounts, count_released
from intake.export.facts import Facts, ends_of
from intake.export.fields import FieldPolicy, FieldRule
from intake.export.layout import BundleFile, Table
from intake.export.snapshot import RedactedCase
from intake.export.terms import Policy
from intake.export.writers.html import Page

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


def given_as(levels: str) -> str:
    """Return in words how much of a field is given, where classes differ from what to what."""
    finest, *coarsest = (LEVELS[level] for level in ends_of(levels))
    return "; in some groups ".join((finest, *coarsest))


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
    page = Page("Redacted interview records", _POLICIES[facts.release.policy])
    statements = any(case.statements for case in cases)
    _add_warnings(page, facts, statements=statements)
    _add_facts(page, facts, statements=statements)
    _add_method(page, facts)
    _add_left_out(page, facts)
    if tables:
        _add_levels(page, facts, tables)
    threshold = facts.figures.count_threshold
    _add_charts(page, fields, counts or _headline_counts(fields, cases, threshold), threshold)
    _add_risk(page, facts)
    _add_limits(page)
    return page.finish(NAME)


def _add_warnings(page: Page, facts: Facts, *, statements: bool) -> None:
    if statements and not facts.reviewed:
        page.warning(
            "Nobody has reviewed the statements for this bundle: suggested marks were applied as "
            "they came. Use it for evaluation only and do not pass it on."
        )
    if facts.counts_only:
        page.warning("There were too few people for rows. Only counts leave.")


def _add_facts(page: Page, facts: Facts, *, statements: bool) -> None:
    release = facts.release
    reviewed = ("yes" if facts.reviewed else "no") if statements else "no statements inside"
    page.heading("About this bundle")
    rows = [
        ("Bundle", facts.bundle_id),
        ("Month", facts.month),
        ("Purpose", release.purpose.value.replace("_", " ")),
        ("For", release.group.value),
        ("Statements reviewed by a person", reviewed),
    ]
    page.table((), rows)
    page.paragraph(
        "If the sender recalls this bundle by its number, delete it and every copy and table made "
        "from it: somebody in it has taken consent back."
    )


def _add_method(page: Page, facts: Facts) -> None:
    page.heading("How it was made")
    page.paragraph(
        "The records come from interviews with people who agreed to this use by this group of "
        "recipients. They are not a sample: people were reached through trust, safety and chance, "
        "and many could not be reached at all. Counts are not prevalence."
    )
    page.paragraph(
        "Names, contacts, documents and exact dates never leave the laptop of the interviewer. "
        "What could single somebody out was made coarser in fixed steps, a published list whose "
        "order follows what matters for this use (weights in PRIVACY.json) and not the people: "
        f"they were put together at the first step at which at least {facts.figures.k} "
        "unrelated people look alike in every column; rows that stayed alone were left out and "
        "wait for more people like them. So groups can stand at different steps: in one a fact "
        "is given that is withheld in another. Where everybody in a group, or all but one, gave "
        "the same answer to a sensitive question, this answer is withheld in this group."
    )
    page.paragraph(
        "A group that was released once leaves in later bundles whole and exactly as it was, or "
        "not at all: it never gains or loses a person or a fact. When something in it was "
        "corrected, or somebody took consent back, the whole group stays out for good. New "
        "groups are made of new people only. So comparing bundles does not single anybody out."
    )
    if facts.release.policy is Policy.ANALYSIS:
        page.paragraph(
            "In statements, words that name or point to somebody are replaced by labels in square "
            "brackets. The same label means the same person within this bundle only."
        )
    for note in facts.notes:
        page.paragraph(note)


def _add_left_out(page: Page, facts: Facts) -> None:
    page.heading("What stayed out, and why")
    page.paragraph(
        "Numbers are rounded down to fives: exact ones in two bundles would tell of the few people "
        "by whom they differ."
    )
    said = facts.withheld_as_said()
    page.table(("Reason", "Records"), [(_REASONS[reason], said[reason]) for reason in said])
    figures = facts.figures
    page.paragraph(f"Rows left out because too few look alike: {say(figures.suppressed_rows)}.")
    groups = [
        ("As they left in an earlier bundle", figures.standing_classes),
        ("In this bundle for the first time", figures.new_classes),
        ("Of earlier bundles, found never to leave again", figures.ended_classes),
    ]
    if not facts.counts_only:
        page.table(("Groups of people alike", "Groups"), [(n, say(count)) for n, count in groups])
    if figures.redactions:
        masked = [(kind, say(count)) for kind, count in sorted(figures.redactions.items())]
        page.table(("Masked in statements", "Places"), masked)


def _add_levels(page: Page, facts: Facts, tables: Sequence[Table]) -> None:
    page.heading("What was made coarser")
    columns = [column for table in tables for column in table.columns if column.rule.is_quasi]
    levels = facts.figures.levels
    rows = [
        (column.name, _label(column.rule), given_as(levels.get(column.rule.key, "withheld")))
        for column in columns
    ]
    page.table(("Column", "Field", "Given"), rows)


def _add_charts(
    page: Page, fields: FieldPolicy, counts: Sequence[FieldCounts], threshold: int
) -> None:
    page.heading("Counts")
    page.paragraph(
        f"People who gave each answer. Numbers below {threshold} are hidden, and so are others "
        "where a hidden one could be worked out from them. An answer that is hidden is not named."
    )
    for field in (each for each in counts if each.people):
        rule = fields.by_key[field.key]
        page.heading(_label(rule), level=3)
        labels = {name: label.get("en") or name for name, label in rule.labels.items()}
        # Words of ours: labels, bands, periods and regions. A team's own choice may be anything.
        rows = [
            (labels.get(value, value), number, value in labels or not rule.is_open)
            for value, number in field.people
        ]
        page.chart(rows)


def _headline_counts(
    fields: FieldPolicy, cases: Sequence[RedactedCase], threshold: int
) -> list[FieldCounts]:
    others = [rule.key for rule in fields.rules if rule.key not in _HEADLINES]
    wanted = [key for key in (*_HEADLINES, *others) if key in fields.by_key]
    counted = (count_released(key, cases, threshold) for key in wanted)
    return [field for field in counted if field.people][:_CHARTS]


def _add_risk(page: Page, facts: Facts) -> None:
    figures = facts.figures
    page.heading("Risk that is left")
    rows = [
        ("Least number of people who look alike (k)", str(figures.k)),
        ("Mean chance to single out a person", f"{figures.global_risk:.1%}"),
        ("The same, where anybody may have the data (OCHA)", f"below {RISK_LINE:.0%}"),
        ("Detail lost to protect people", f"{figures.information_loss:.0%}"),
        ("Scheme", " to ".join(ends_of(figures.scheme)) or "none"),
    ]
    if figures.diversity is not None:
        rows.insert(
            1,
            ("Least number of different sensitive answers among them (l)", str(figures.diversity)),
        )
    if figures.closeness is not None:
        distance = "Largest distance of a group's sensitive answers from those of all (t)"
        rows.insert(2, (distance, f"{figures.closeness:.2f}"))
    page.table(("Figure", "Value"), rows)
    if figures.diversity == 1:
        page.paragraph(
            "Looking alike hides who somebody is, not what is true of everybody alike: in at least "
            "one group all who answered a sensitive question said the same (l is 1). Whoever knows "
            "that a person is in that group knows this answer."
        )
    page.paragraph(
        "These figures cover the rows. They do not cover the statements: what a person tells can "
        "be known to others even when no name is left in it."
    )


def _add_limits(page: Page) -> None:
    page.heading("Before you use it")
    page.items(
        [
            "Counts are not prevalence: they say what these people told, not how often it happens.",
            "Do not try to find out who somebody is, and do not combine rows with other lists.",
            "Quote a statement word for word or not at all, and never beside a row.",
            "Other persons in an account have not been asked: they appear as bands only.",
            "codebook.html explains every column; PRIVACY.json holds the figures for programs.",
        ]
    )


def _label(rule: FieldRule) -> str:
    return rule.label.get("en") or rule.name


CLASSES: Mapping[DisclosureClass, str] = {
    DisclosureClass.QUASI: "could single somebody out",
    DisclosureClass.QUASI_SENSITIVE: "could single somebody out, and is sensitive",
    DisclosureClass.SENSITIVE: "sensitive",
    DisclosureClass.PLAIN: "plain",
}
