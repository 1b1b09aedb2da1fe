"""The words of an export in the interface language."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QLocale

from intake.disclosure.counts import THRESHOLD
from intake.disclosure.hierarchies import Level
from intake.export.fields import THIRD_PARTIES
from intake.export.layout import tables_of
from intake.forms.definition import FormDefinition
from intake.gui.i18n import noop, translate
from intake.services.exports import ExportPlan, Policy, Reason
from intake.services.plans import CHOICES_ONLY, Why

POLICIES = {
    Policy.STATISTICS: (
        noop("export", "Statistics"),
        noop("export", "Tables of counts. Nobody is a row."),
    ),
    Policy.RECORDS: (
        noop("export", "Records"),
        noop("export", "One line for each person, made coarse until nobody stands out."),
    ),
    Policy.ANALYSIS: (
        noop("export", "Records and statements"),
        noop("export", "The lines, and reviewed statements in a file of their own."),
    ),
}
REASONS = {
    Reason.NO_CONSENT: noop("export", "No consent for this use and recipient"),
    Reason.OPEN_WISH: noop(
        "export",
        "The person wished something left out, in own words: record what is meant, "
        "then clear the words (consent, or the question at the end)",
    ),
    Reason.WITHDRAWN: noop("export", "Consent withdrawn"),
    Reason.EXPIRED: noop("export", "Consent is over or has not begun"),
    Reason.NOT_FINALISED: noop("export", "Not finalised yet"),
    Reason.RELEASED_BEFORE: noop("export", "The person left in an earlier bundle"),
    Reason.UNDER_K: noop(
        "export", "Would stand out: can leave once more people like them are here"
    ),
    Reason.GROUP_STAYS: noop(
        "export", "Left together with others before, and not all of them can leave now"
    ),
    Reason.TWO_VERSIONS: noop("export", "Two versions are here: decide on the Team page"),
}
EFFECTS = {
    "kept": noop("export", "As recorded"),
    "generalised": noop("export", "Made coarse"),
    "withheld": noop("export", "Left out"),
}
LEVELS = {
    Level.AS_IS: noop("export", "as recorded"),
    Level.QUARTER: noop("export", "only the quarter of the year"),
    Level.YEAR: noop("export", "only the year"),
    Level.REGION: noop("export", "only the region"),
    Level.COUNTRY: noop("export", "only the country"),
    Level.COUNTRY_GROUP: noop("export", "only a group of countries"),
    Level.BAND_NARROW: noop("export", "in narrow bands"),
    Level.BAND_WIDE: noop("export", "in wide bands"),
    Level.BAND_BROAD: noop("export", "in broad bands"),
    Level.PARENTS: noop("export", "only the coarser groups"),
    Level.PARENT: noop("export", "only the coarser group"),
    Level.WITHHELD: noop("export", "left out"),
}
AXES = {
    "when": noop("export", "Time"),
    "place": noop("export", "Places"),
    "age": noop("export", "Age"),
    "sex": noop("export", "Sex"),
    "group": noop("export", "Targeted group"),
    "acts": noop("export", "What was done"),
    "details": noop("export", "All other details"),
}
WEIGHTS = (
    noop("export", "give up"),
    noop("export", "matters little"),
    noop("export", "as usual"),
    noop("export", "matters more"),
    noop("export", "matters most"),
)
WHY = {
    Why.FORM: noop("export", "No bundle tells more of it"),
    Why.ALIKE: noop("export", "With more of it, too few people would look alike"),
    Why.GIVEN_UP: noop("export", "You gave it up"),
    Why.GROUP: noop("export", "Everybody in a group gave the same answer, or somebody wished it"),
    Why.PROTECTED: noop("export", "It tells where somebody is now"),
    Why.EMPTY: noop("export", "Nobody gave an answer that may leave"),
}
FEWER = noop("export", "fewer than 5")
# What the plan may note, word for word.
NOTICES = (
    noop(
        "export",
        "No person has reviewed the statements in this bundle: every mark is a machine's.",
    ),
    noop("export", "Statements stayed out because no person reviewed their marks."),
    noop("export", "Statements stayed out because this vault is set to let none leave."),
    noop("export", "Statements stayed out because they would have named somebody."),
    noop("export", "Statements stayed out because they have changed since an earlier bundle."),
    noop("export", "Groups of fewer than 5 people were allowed on purpose."),
    noop("export", "Groups smaller than this vault's setting were allowed on purpose."),
    noop("export", "Too few people are alike for rows: only counts leave."),
)


_WHY_EMPTY = noop("export", "{fact} · why it is empty")
OTHER_PERSONS = noop("export", "Other persons in the account, as a band")
# Columns that answer no question, by their names in the files.
COLUMNS = {
    "id": noop("export", "Random number of the row"),
    "interview_id": noop("export", "Random number of the person's row"),
    "field": noop("export", "Fact"),
    "value": noop("export", "Answer"),
    "people": noop("export", "People"),
    "people_reason": noop("export", "Why there is no number"),
    "question": noop("export", "Which text"),
    "language": noop("export", "Language"),
    "text": noop("export", "Text"),
}


def word(text: str) -> str:
    """Return one of these words in the interface language."""
    return translate("export", text)


def few(number: int) -> str:
    """Return a number of people as it may be shown to whoever looks on: none below 5."""
    return word(FEWER) if number < THRESHOLD else QLocale().toString(number)


def level_word(rule: str) -> str:
    """Return how much of a fact leaves, all without a rule; the name of one not known here."""
    if rule == CHOICES_ONLY:
        return translate("export", "only the choices of the questionnaire")
    level = rule or Level.AS_IS.value
    return word(LEVELS[Level(level)]) if level in set(Level) else level


def fact_words(form: FormDefinition, key: str, language: str) -> tuple[str, str]:
    """Return the section and the question that a key such as ``profile.age`` stands for.

    Args:
        form: The questionnaire.
        key: Section and field name.
        language: Language of the labels.
    """
    if key == THIRD_PARTIES:
        return "", word(OTHER_PERSONS)
    section_name, _, name = key.partition(".")
    try:
        section = form.section(section_name)
        question = form.question(name, section_name)
    except KeyError:
        return "", key
    return section.label.get(language) or section_name, question.label.get(language) or name


def column_words(plan: ExportPlan, language: str) -> Mapping[str, Mapping[str, str]]:
    """Return what the columns of the tables of rows hold, by path of the file and column name.

    Args:
        plan: The plan.
        language: Language of the questions.
    """
    fields, cases = plan.contents.fields, tuple(plan.contents.cases)
    found: dict[str, dict[str, str]] = {}
    for table in tables_of(fields, cases):
        names = found[table.path] = {}
        for column in table.columns:
            _, fact = fact_words(fields.form, column.rule.key, language)
            names[column.name] = fact
            names[column.reason] = word(_WHY_EMPTY).format(fact=fact)
    return found


def header_words(names: Mapping[str, str], column: str) -> str:
    """Return what a column holds: the question, or what the bundle itself puts there."""
    return names.get(column) or (word(COLUMNS[column]) if column in COLUMNS else column)
