"""Labels: the same within one bundle, fresh in the next, and free of words that somebody typed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from intake.domain.answers import Answer, Missing
from intake.domain.ids import CaseId, MarkId, PersonId
from intake.domain.marks import Mark, MarkKind
from intake.domain.person import Person, Role
from intake.forms.definition import Owner
from intake.forms.loader import core_form
from intake.redaction.pseudonyms import KIND_LABELS, RELATION, RELATIONS, Pseudonyms, word_of

SEED = bytes(range(16))
PEOPLE = [
    Person(PersonId(f"person-{number}"), CaseId("c"), f"P{number}", Role.OTHER)
    for number in range(1200)
]


def mark(person: Person | None, kind: MarkKind = MarkKind.PERSON) -> Mark:
    return Mark(MarkId("m"), 0, 1, kind, person_id=person.id if person is not None else None)


def answering(relation: str, role: Role = Role.WITNESS) -> Person:
    return replace(PEOPLE[0], role=role, answers={RELATION: Answer(relation)})


def test_a_person_keeps_one_number_in_a_bundle_and_people_differ() -> None:
    labels = Pseudonyms(SEED, PEOPLE)
    shown = [labels.label(mark(person)) for person in PEOPLE]
    assert len(set(shown)) == len(PEOPLE)
    assert [labels.label(mark(person)) for person in PEOPLE] == shown


def test_the_same_seed_gives_the_same_labels_and_another_one_fresh_ones() -> None:
    seeds = [SEED, SEED, *(SEED + bytes([n]) for n in range(20))]
    first, again, *others = [Pseudonyms(seed, PEOPLE).label(mark(PEOPLE[0])) for seed in seeds]
    assert first == again
    assert len(set(others)) > 15


@pytest.mark.parametrize(
    ("person", "word"),
    [
        (replace(PEOPLE[0], role=Role.WITNESS), "witness"),
        (answering("parent"), "parent"),
        (answering("other_relative"), "witness"),
        (answering("other"), "witness"),
        (answering("parent", Role.INTERVIEWEE), "interviewee"),
        (replace(PEOPLE[0], answers={RELATION: Answer(missing=Missing.UNKNOWN)}), "other"),
        (replace(PEOPLE[0], answers={RELATION: Answer(("parent", "Zorka"))}), "other"),
    ],
)
def test_the_relation_stands_there_and_where_there_is_none_the_role(
    person: Person, word: str
) -> None:
    assert Pseudonyms(SEED, [person]).label(mark(person)).endswith(f", {word}]")


def test_every_relation_that_is_shown_is_a_choice_of_the_form() -> None:
    asked = core_form().question_of(Owner.PERSON, RELATION)
    assert asked.choices.by_name.keys() >= RELATIONS


@pytest.mark.parametrize("typed", ["Zorka the harpist", "Parent", "mother", "parent "])
def test_a_word_that_somebody_typed_never_leaves(typed: str) -> None:
    assert word_of(answering(typed)) == "witness"


@pytest.mark.parametrize("kind", MarkKind)
def test_what_stands_for_nobody_known_shows_its_kind(kind: MarkKind) -> None:
    assert Pseudonyms(SEED).label(mark(None, kind)) == KIND_LABELS[kind]
    assert Pseudonyms(SEED).label(mark(PEOPLE[0], kind)) == KIND_LABELS[kind]


def test_a_short_seed_is_refused() -> None:
    with pytest.raises(ValueError, match="16 random bytes"):
        Pseudonyms(b"short")
