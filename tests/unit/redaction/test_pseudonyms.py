"""Labels: the same within one bundle, fresh in the next, and free of words that somebody typed."""

from __future__ import annotations

import pytest

from intake.domain.ids import MarkId, PersonId
from intake.domain.marks import Mark, MarkKind
from intake.domain.person import Role
from intake.redaction.pseudonyms import KIND_LABELS, Pseudonyms

SEED = bytes(range(16))
PEOPLE = [PersonId(f"person-{number}") for number in range(1200)]


def mark(person: PersonId | None, label: str = "", kind: MarkKind = MarkKind.PERSON) -> Mark:
    return Mark(MarkId("m"), 0, 1, kind, person_id=person, label=label)


def test_a_person_keeps_one_number_in_a_bundle_and_people_differ() -> None:
    labels = Pseudonyms(SEED)
    shown = [labels.person(person) for person in PEOPLE]
    assert len(set(shown)) == len(PEOPLE)
    assert [labels.person(person) for person in PEOPLE] == shown


def test_the_same_seed_gives_the_same_labels_and_another_one_fresh_ones() -> None:
    first = [Pseudonyms(SEED).person(person) for person in PEOPLE[:1]]
    assert [Pseudonyms(SEED).person(person) for person in PEOPLE[:1]] == first
    others = {Pseudonyms(SEED + bytes([n])).person(PEOPLE[0]) for n in range(20)}
    assert len(others) > 15


def test_the_role_stands_there_unless_a_known_relation_was_chosen() -> None:
    labels = Pseudonyms(SEED, {PEOPLE[0]: Role.WITNESS})
    number = labels.person(PEOPLE[0]).partition(",")[0]
    assert labels.label(mark(PEOPLE[0])) == f"{number}, witness]"
    assert labels.label(mark(PEOPLE[0], "P2, Mother")) == f"{number}, mother]"
    assert Pseudonyms(SEED).label(mark(PEOPLE[0])).endswith(", other]")


def test_a_label_that_somebody_typed_never_leaves() -> None:
    shown = Pseudonyms(SEED).label(mark(PEOPLE[0], "P2, Zorka the harpist"))
    assert "Zorka" not in shown
    assert "harpist" not in shown


@pytest.mark.parametrize("kind", MarkKind)
def test_what_stands_for_nobody_known_shows_its_kind(kind: MarkKind) -> None:
    assert Pseudonyms(SEED).label(mark(None, "Zorka", kind)) == KIND_LABELS[kind]


def test_a_short_seed_is_refused() -> None:
    with pytest.raises(ValueError, match="16 random bytes"):
        Pseudonyms(b"short")
