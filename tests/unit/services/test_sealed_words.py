"""After sealing nothing on the lists of a vault leads to who was in the case, however written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from intake.domain.marks import Decision, MarkKind
from intake.services import rulings, sealing
from intake.services.session import VaultSession
from tests.unit.services.conftest import OpenVault, Template
from tests.unit.services.making import document, fill
from tests.unit.services.two_vaults import befriended

OFFICE = "Office"
NAMED = {"names": ["Zubrava Lampa"]}


@pytest.fixture
def field(tmp_path: Path, template: Template, open_vault: OpenVault) -> Iterator[VaultSession]:
    """Yield a vault in the field that can hand over to the office."""
    with befriended(tmp_path, template, open_vault, "Field", OFFICE) as (session, _):
        yield session


def left_of(session: VaultSession, folder: Path, words: list[str], **person: Any) -> list[str]:
    """Seal a case of one person; return which words of a list are left."""
    (case_id,) = fill(session, document(persons=[{"ref": "p1", "role": "interviewee", **person}]))
    for each in words:
        rulings.add(session, each, Decision.MASK, MarkKind.OTHER)
    sealing.seal(session, [case_id], to=[OFFICE], into=folder)
    return [each.words for each in rulings.of_vault(session)]


@pytest.mark.parametrize(
    ("person", "words"),
    [
        ({"names": ["Wu Li"]}, ["Wu Li", "Wu", "the Li family"]),
        ({"names": ["吴丽"]}, ["吴丽", "吴丽的"]),
        ({"names": ["김철"]}, ["김철", "김철은"]),
        (NAMED | {"documents": ["MP1234567"]}, ["MP1234567", "MP 123 45 67"]),
        (NAMED | {"emails": ["kubak@letter.example"]}, ["kubak@letter.example", "kubak"]),
        (NAMED | {"phones": ["+375291234567"]}, ["+375 29 123-45-67", "8029 1234567"]),
        (NAMED | {"handles": ["@stork_77"]}, ["stork_77"]),
        (NAMED, ["Lampa", "Lampaam", "Лампа", "Zubrava"]),
    ],
)
def test_words_that_lead_to_somebody_go(
    tmp_path: Path, field: VaultSession, person: dict[str, Any], words: list[str]
) -> None:
    assert left_of(field, tmp_path, ["Strange Guild", *words], **person) == ["Strange Guild"]


def test_the_name_of_a_father_goes(tmp_path: Path, field: VaultSession) -> None:
    father = {"ref": "p2", "role": "relative", "names": ["Piotr Lampa"], "relation": "parent"}
    child = {"ref": "p1", "role": "interviewee", "names": ["Vasil Lampa"]}
    (case_id,) = fill(field, document(persons=[child, father]))
    rulings.add(field, "Piatrovich", Decision.MASK, MarkKind.PERSON)
    sealing.seal(field, [case_id], to=[OFFICE], into=tmp_path)
    assert rulings.of_vault(field) == ()


def test_words_that_lead_to_nobody_or_to_others_as_well_stay(
    tmp_path: Path, field: VaultSession
) -> None:
    fill(
        field, document(2, persons=[{"ref": "p1", "role": "interviewee", "names": ["Wu Padushka"]}])
    )
    words = ["Wu", "de facto", "AB1234567", "letter.example"]
    person = {"names": ["Wu de Li"], "documents": ["MP7654321"], "emails": ["kubak@letter.example"]}
    assert left_of(field, tmp_path, words, **person) == words
