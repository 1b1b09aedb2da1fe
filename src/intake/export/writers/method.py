"""How a bundle came about, in the words of a report: source, period, consent, protection, limits.

It tells only what stands in the tables of the bundle and in its facts, so nothing more leaves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from intake.export.counting import FieldCounts, count_released
from intake.export.facts import Facts
from intake.export.fields import FieldPolicy
from intake.export.snapshot import RedactedCase
from intake.export.terms import Policy
from intake.export.writers.html import Page
from intake.export.writers.words import Words

PURPOSES: Mapping[str, str] = {
    "analysis": "analysis",
    "statistics": "statistics",
    "public_report": "a public report",
    "quotation": "quotation",
    "un_mechanisms": "mechanisms of the United Nations",
    "international_court": "an international court",
    "national_court": "a national court",
    "partner": "work of a partner",
    "media": "media",
    "research": "research",
    "referral": "referral to help",
}
GROUPS: Mapping[str, str] = {
    "team": "the team",
    "office": "the office",
    "analysts": "analysts",
    "un": "the United Nations",
    "court": "courts and investigators",
    "partner": "a partner organisation",
    "public": "the public",
}
_INTERVIEWED = "interview.interview_date"
_MODE = "interview.mode"
_HAPPENED = ("acts.act_date", "displacement.left_on")
_YEAR = 4  # characters


@dataclass(frozen=True, slots=True)
class Told:
    """What the tables of a bundle tell, for the words above them.

    Attributes:
        cases: The rows.
        counts: The counts of a bundle without rows.
    """

    fields: FieldPolicy
    cases: Sequence[RedactedCase]
    counts: Sequence[FieldCounts]
    threshold: int

    def of(self, key: str) -> tuple[tuple[str, int | None], ...]:
        """Return the answers to a field with the number of people, small ones hidden."""
        if self.cases:
            return count_released(key, self.cases, self.threshold).people
        return next((field.people for field in self.counts if field.key == key), ())

    def period(self, *keys: str) -> str:
        """Return the first and the last year that the answers to fields name; empty without."""
        words = [value for key in keys for values, _ in self.of(key) for value in values.split(";")]
        years = sorted({word[:_YEAR] for word in words if word[:_YEAR].isdecimal()})
        return "\u2013".join(dict.fromkeys((years[0], years[-1]))) if years else ""


def add_method(page: Page, words: Words, facts: Facts, told: Told) -> None:
    """Add how the bundle was made, and a paragraph that a report can take over."""
    page.heading(words("Source, period and consent"))
    for sentence in (*_source(words, told), *_consent(words, facts)):
        page.paragraph(sentence)
    page.heading(words("How people are protected"))
    for sentence in _protection(words, facts):
        page.paragraph(sentence)
    for note in facts.notes:
        page.paragraph(words(note))
    page.heading(words("A paragraph for your own report"))
    page.quote(_paragraph(words, facts, told))


def _source(words: Words, told: Told) -> list[str]:
    said = [
        words(
            "The records come from interviews with people who gave a first-hand account. They are "
            "not a sample: people were reached through trust, safety and chance, and many could "
            "not be reached at all. Counts are not prevalence."
        )
    ]
    if told.cases:
        said.append(words("Number of people with a row: {people}.", people=len(told.cases)))
    if mode := _modes(words, told):
        said.append(words("How they were interviewed: {modes}.", modes=mode))
    if period := told.period(_INTERVIEWED):
        said.append(words("Years of the interviews: {period}.", period=period))
    if period := told.period(*_HAPPENED):
        said.append(words("Years that the accounts speak of: {period}.", period=period))
    return said


def _modes(words: Words, told: Told) -> str:
    rule = told.fields.by_key.get(_MODE)
    if rule is None:
        return ""
    labels = {name: text.get(words.language) or name for name, text in rule.labels.items()}
    hidden = words("hidden")
    return ", ".join(
        f"{labels.get(value, value)}: {hidden if number is None else number}"
        for value, number in told.of(_MODE)
    )


def _consent(words: Words, facts: Facts) -> list[str]:
    release = facts.release
    said = [
        words(
            "For everybody in it consent is recorded to this use ({purpose}) by this group of "
            "recipients ({group}), without their name. What somebody wanted left out was left "
            "out. Nobody is in it who had taken consent back by then, or whose consent had ended.",
            purpose=words(PURPOSES[release.purpose.value]),
            group=words(GROUPS[release.group.value]),
        )
    ]
    if release.policy is Policy.ANALYSIS:
        said.append(words("Statements are those of people who agreed to be quoted as well."))
    return said


def _protection(words: Words, facts: Facts) -> list[str]:
    said = [
        words(
            "Names, contacts, documents and exact dates never leave the laptop of the interviewer. "
            "What could single somebody out was made coarser in fixed steps, a published list: "
            "people were put together at the first step at which at least {k} "
            "unrelated people look alike in every column; rows that stayed alone were left out and "
            "wait for more people like them. So groups can stand at different steps: in one a fact "
            "is given that is withheld in another. Where everybody in a group, or all but one, "
            "gave the same answer to a sensitive question, this answer is withheld in this group.",
            k=facts.figures.k,
        ),
        words(
            "A group that was released once leaves in later bundles whole and exactly as it was, "
            "or not at all: it never gains or loses a person or a fact. When something in it was "
            "corrected, or somebody took consent back, the whole group stays out for good. New "
            "groups are made of new people only. So comparing bundles does not single anybody out."
        ),
    ]
    if _is_counted(facts):
        said = [
            words(
                "Names, contacts, documents and exact dates never leave the laptop of the "
                "interviewer. Only numbers of people leave: those below {least} are hidden, and "
                "so are others from which a hidden one could be worked out.",
                least=facts.figures.count_threshold,
            )
        ]
    if facts.release.policy is Policy.ANALYSIS:
        said.append(
            words(
                "In statements, words that name or point to somebody are replaced by labels in "
                "square brackets. The same label means the same person within this bundle only."
            )
        )
    return said


def _is_counted(facts: Facts) -> bool:
    return facts.release.policy is Policy.STATISTICS or facts.counts_only


def _not_disclosed(words: Words, facts: Facts) -> str:
    if _is_counted(facts):
        return words(
            "All agreed to this use, and their consent is on record. Guided by the principle of "
            "doing no harm, their names and whatever could identify them, their relatives or "
            "colleagues are not disclosed; only numbers of people are given, and none below "
            "{least}.",
            least=facts.figures.count_threshold,
        )
    return words(
        "All agreed to this use, and their consent is on record. Guided by the principle of "
        "doing no harm, their names and whatever could identify them, their relatives or "
        "colleagues are not disclosed; details were made coarser or withheld so that at least "
        "{k} people are alike.",
        k=facts.figures.k,
    )


def _paragraph(words: Words, facts: Facts, told: Told) -> str:
    """Return what a report would say of its own method, as one paragraph."""
    parts = [
        words("This analysis is based on first-hand accounts given in confidential interviews.")
    ]
    if told.cases:
        parts.append(words("Number of people interviewed: {people}.", people=len(told.cases)))
    if period := told.period(_INTERVIEWED):
        parts.append(words("Years of the interviews: {period}.", period=period))
    parts += [
        _not_disclosed(words, facts),
        words(
            "The people interviewed are not a sample, so the figures say nothing about how often "
            "something happens. This is not an exhaustive account: it shows what these people "
            "lived through."
        ),
        words(
            "Source: bundle {bundle}, {month}, opened and verified with Intake.",
            bundle=facts.bundle_id,
            month=facts.month,
        ),
    ]
    return " ".join(parts)
