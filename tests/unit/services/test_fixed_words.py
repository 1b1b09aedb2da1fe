"""No name in a vault keeps a bundle here because the program's own words are spelled like it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from intake.domain.consent import RecipientGroup, Use
from intake.services import exports
from intake.services.exports import ExportRequest, Policy
from intake.services.session import VaultSession
from tests.unit.services.making import document, fill, review_everything

pytestmark = pytest.mark.no_cover

REQUEST = ExportRequest(Policy.RECORDS, Use.ANALYSIS, RecipientGroup.ANALYSTS, unencrypted=True)
_WORD = re.compile(r"[^\W\d_]{3,}")
_KINDS = {".html", ".json", ".csv", ".sig"}
TEXT = "I was held. &#118;&amp;\"'"


def _written(
    session: VaultSession, folder: Path, policy: Policy, documents: list[dict[str, Any]]
) -> dict[str, str]:
    """Export everybody and return the files of the bundle."""
    fill(session, *documents)
    review_everything(session)
    planned = exports.plan(session, replace(REQUEST, policy=policy))
    out = exports.write(session, planned, folder / f"{policy}.zip").path
    with zipfile.ZipFile(out) as archive:
        return {name: archive.read(name).decode("latin-1") for name in archive.namelist()}


def _people(words: list[str]) -> Iterator[dict[str, Any]]:
    """Yield cases of eight people who agree, and of strangers called like the words."""
    own = iter(words)
    for number in range(8):
        names = [f"Zubrava {next(own).title()}", f"{next(own).title()} Lampavich{'x' * number}"]
        person = {"ref": "p1", "role": "interviewee", "names": names, "handles": [next(own)]}
        yield document(number, persons=[person], statement=TEXT)
    strangers = [
        {
            "ref": f"s{number}",
            "role": "other",
            "names": [word.title(), f"{word.title()} {word.title()}evich"],
            "aliases": [word],
            "handles": [word],
            "emails": [f"{word}@example.org"],
        }
        for number, word in enumerate(words)
    ]
    for start in range(0, len(strangers), 100):
        yield {"answers": {"age": 30}, "persons": strangers[start : start + 100]}


@pytest.mark.parametrize("policy", Policy)
def test_who_is_called_like_a_word_of_the_program_stops_nothing(
    vault_session: VaultSession, module_session: VaultSession, tmp_path: Path, policy: Policy
) -> None:
    first = 100 * (1 + list(Policy).index(policy))
    ordinary = [document(number, statement=TEXT) for number in range(first, first + 8)]
    files = _written(module_session, tmp_path, policy, ordinary)
    assert {Path(name).suffix for name in files} >= _KINDS
    said = set(_WORD.findall(TEXT.lower()))
    found = {word.lower() for each in (*files, *files.values()) for word in _WORD.findall(each)}
    words = sorted(word for word in found - said if word.isascii())
    assert len(words) > 400
    (tmp_path / "again").mkdir()
    again = _written(vault_session, tmp_path / "again", policy, list(_people(words)))
    assert again.keys() == files.keys()


@pytest.mark.parametrize("name", ["Ivan Privalov", "Mary Needham", "Anna Statement"])
@pytest.mark.parametrize("role", ["interviewee", "other"])
def test_an_ordinary_surname_stops_nothing(
    vault_session: VaultSession, tmp_path: Path, name: str, role: str
) -> None:
    first = document(0)
    persons = [{"ref": "p1", "role": role, "names": [name]}]
    rest = [document(number) for number in range(1, 8)]
    documents = [{**first, "persons": persons, "statement": "", "events": []}, *rest]
    assert _written(vault_session, tmp_path, Policy.RECORDS, documents)
