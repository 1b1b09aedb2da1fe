"""Report and codebook in every language of the window, and what a report says of its method."""

from __future__ import annotations

import string
from dataclasses import replace
from typing import Any

import pytest

from intake.domain.consent import RecipientGroup, Use
from intake.domain.progress import CancelToken
from intake.export.bundle import BundleContents, make_files
from intake.export.counting import FieldCounts
from intake.export.facts import Facts
from intake.export.terms import Policy
from intake.export.writers import words as words_module
from intake.export.writers.codebook import label_in
from intake.export.writers.method import GROUPS, PURPOSES
from intake.export.writers.notice import Recalled, letter
from intake.export.writers.report import CLASSES, KINDS, LEVELS
from intake.export.writers.words import LANGUAGES, Words, texts_in
from intake.forms.definition import Texts
from intake.services.plans import Notice
from tests.unit.export.making import FIELDS, contents, facts, release, varied
from tests.unit.export.test_documents import Reader

COUNTS = (
    FieldCounts("profile.sex", (("female", 7), ("male", None), ("other", 5))),
    FieldCounts("interview.mode", (("yes", 9), ("no", None))),
    FieldCounts("interview.interview_date", (("2021-Q4", 9), ("2022-Q2", None))),
)
DATED = replace(
    FIELDS,
    only_counted=(
        *FIELDS.only_counted,
        replace(FIELDS.by_key["displacement.left_on"], key="interview.interview_date"),
    ),
)
MANY = 30  # so that some answer was given by enough of them to be named
TRANSLATED = [language for language in LANGUAGES if language != "en"]


def made_in(language: str) -> list[BundleContents]:
    """Return bundles that say everything that a report can say."""
    poor = replace(
        facts().figures,
        closeness=0.4,
        diversity=1,
        levels={"profile.age": "band_narrow..withheld"},
        scheme="a..b",
    )
    unreviewed = facts(figures=poor, reviewed=False, language=language)
    told = facts(figures=replace(facts().figures, scheme=""), language=language)
    told = replace(told, notes=(*told.notes, *Notice))
    records = facts(release(Policy.RECORDS), language=language)
    counted = facts(release(Policy.STATISTICS), language=language, counts_only=True)
    made = varied(MANY)
    return [
        replace(contents(), facts=unreviewed),
        replace(made, facts=told),
        replace(contents(made_for=release(Policy.RECORDS)), facts=records),
        BundleContents(counted, DATED, counts=COUNTS),
        BundleContents(told, replace(FIELDS, rules=FIELDS.table("needs")), made.cases),
    ]


def text_of(made: BundleContents, name: str = "report.html") -> str:
    files = {file.name: file for file in make_files(made, CancelToken())[0]}
    return Reader(files[name]).text


@pytest.mark.parametrize("language", TRANSLATED)
def test_nothing_is_left_in_english(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    said: set[str] = set()
    original = Words.__call__

    def noted(self: Words, text: str, **values: Any) -> str:
        said.add(text)
        return original(self, text, **values)

    monkeypatch.setattr(words_module.Words, "__call__", noted)
    for made in made_in(language):
        make_files(made, CancelToken())
    letter(Recalled("b1", "2022-06-01", "analysis", "un", "Zubrava"), [language], "2022-06-02")
    mappings = (PURPOSES, GROUPS, LEVELS, CLASSES, KINDS)
    constant = {text for mapping in mappings for text in mapping.values()}
    assert said | constant | set(Notice) == texts_in(language).keys() | {"A made-up note."}


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_have_the_places_of_their_source(language: str) -> None:
    for source, text in texts_in(language).items():
        assert text.strip() == text
        places = [
            sorted(name for _, name, _, _ in string.Formatter().parse(each) if name is not None)
            for each in (source, text)
        ]
        assert places[0] == places[1], source


def test_every_purpose_and_group_has_its_words() -> None:
    assert PURPOSES.keys() == {use.value for use in Use}
    assert GROUPS.keys() == {group.value for group in RecipientGroup} - {"any"}


def test_a_language_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="language"):
        Words("xx")


def test_the_language_changes_the_pages_and_nothing_that_programs_read() -> None:
    both = [
        {file.name: file.content for file in make_files(each, CancelToken())[0]}
        for each in (contents(), replace(contents(), facts=facts(language="be")))
    ]
    changed = {name for name in both[0] if both[0][name] != both[1][name]}
    assert changed == {"report.html", "codebook.html"}


def test_a_report_says_source_period_consent_what_was_withheld_risk_and_limits() -> None:
    text = text_of(varied(MANY))
    for part in (
        "first-hand account",
        f"Number of people with a row: {MANY}.",
        "Years that the accounts speak of: 2020\u20132021.",
        "consent is recorded to this use (analysis) by this group of recipients (analysts)",
        "agreed to be quoted",
        "What stayed out, and why",
        "Consent was withdrawn",
        "Risk that is left",
        "not an exhaustive account",
    ):
        assert part in text, part


def test_it_offers_a_paragraph_to_take_over() -> None:
    text = text_of(contents()).partition("A paragraph for your own report")[2]
    for part in ("doing no harm", "at least 5 people are alike", "not a sample", "Source: bundle"):
        assert part in text.partition("What stayed out")[0], part


def test_counts_promise_nothing_that_only_rows_have() -> None:
    counted: Facts = facts(release(Policy.STATISTICS))
    text = text_of(BundleContents(counted, DATED, counts=COUNTS))
    assert "people are alike" not in text
    assert "Years of the interviews: 2021\u20132022." in text
    assert "none below 5" in text
    assert "Number of people" not in text.partition("What stayed out")[0]
    assert "How they were interviewed: Yes: 9, No: hidden." in text


def test_the_years_are_those_of_the_tables_and_no_finer() -> None:
    text = text_of(varied(MANY))
    assert "2021-07" not in text
    assert "2021-Q3" in text


@pytest.mark.parametrize(
    ("told", "label"),
    [
        ("What was done? Class: may single out. Given: as it is.", "What was done?"),
        ("What was done?. Class: may single out. Given: as it is.", "What was done?"),  # until 4
        ("Узрост. Клас: такі. Як выдаецца: так.", "Узрост"),
        ("Something else", ""),
    ],
)
def test_what_a_column_is_called_is_found_in_codebooks_of_every_time(told: str, label: str) -> None:
    assert label_in(told) == label


def test_a_question_mark_ends_a_sentence_of_the_codebook() -> None:
    asking = tuple(replace(rule, label=Texts({"en": "Which one?"})) for rule in FIELDS.rules)
    made = replace(contents(), fields=replace(FIELDS, rules=asking))
    (codebook,) = (
        each.content for each in make_files(made, CancelToken())[0] if each.name == "codebook.html"
    )
    assert b"Which one? Class:" in codebook
