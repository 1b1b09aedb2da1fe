"""A vault of every schema version there ever was opens, checks, backs up and is brought up to date.

And the way on is open: a later version may give a guarded table another column.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from intake.domain.consent import Consent, IdentityLevel, Use, UseConsent
from intake.domain.ids import MarkId, PersonId
from intake.domain.marks import Decision, Mark, MarkKind, Paraphrase
from intake.store import tables
from intake.store.codec import from_json, to_json
from intake.store.consents import _from_plain
from intake.store.marks import _fields, _mark
from intake.store.migrations import NEWEST, version_of
from intake.store.store import Store
from intake.store.tables import (
    ANSWERS,
    AUDIT,
    CONSENTS,
    INTERVIEWS,
    PERSONS,
    REVISIONS,
    Guard,
    Table,
)
from tests.unit.store import growing
from tests.unit.store.growing import NEXT, with_column
from tests.unit.store.making import DB_KEY, Vault, chain_of, full_case, small_case
from tests.unit.store.record import RECORDED, WORDS, empty_vault, main

VERSIONS = range(1, NEWEST + 1)


class Keeping(Vault):
    """A copy of a recorded vault that is backed up before a migration, as the program does it."""

    def _note(self, store: Store) -> None:
        super()._note(store)
        assert store.check() == ()
        copy = self.kept
        copy.folder.mkdir()
        store.backup_to(
            copy.database, db_key=bytearray(DB_KEY), mirror_path=copy.mirror, note="copy"
        )

    @property
    def kept(self) -> Vault:
        return Vault(self.folder / "kept")


def recorded(tmp_path: Path, version: int) -> tuple[Keeping, dict[str, Any]]:
    place = tmp_path / "recorded"
    shutil.copytree(RECORDED / f"version-{version}", place)
    return Keeping(place), json.loads((place / WORDS).read_text("utf-8"))


def holds(store: Store, words: dict[str, Any]) -> None:
    files = list(store.cases.files())
    statements = [file.statements[0] for file in files]
    assert [file.case.code for file in files] == words["codes"]
    assert [statement.text for statement in statements] == words["texts"]
    assert list(files[0].persons[0].answers["names"].texts) == words["names"]
    assert [len(store.statements.revisions(each.id)) for each in statements] == words["revisions"]
    marks = store.marks.of(statements[0].id)
    assert [[mark.start, mark.end] for mark in marks] == words["marks"]
    consent = store.consents.current(files[0].case.id)
    assert consent is not None
    assert consent.uses[Use.ANALYSIS].until == words["until"]
    assert [each.bundle_id for each in store.releases.all()] == words["bundles"]
    rulings = words.get("rulings", [])
    assert [each.words for each in store.rulings.of_vault()] == rulings
    assert [each.words for each in store.rulings.of_case(files[0].case.id)] == rulings
    assert [each.by for each in store.looks.of(statements[0].id)] == words.get("looks", [])
    assert store.search.find("text, changed")


def test_every_version_is_recorded() -> None:
    assert {path.name for path in RECORDED.iterdir()} == {f"version-{n}" for n in VERSIONS}


@pytest.mark.parametrize("version", VERSIONS)
def test_a_recorded_vault_opens_checks_and_holds_what_it_held(tmp_path: Path, version: int) -> None:
    vault, words = recorded(tmp_path, version)
    store = vault.open()
    assert store.rollback is None
    assert version_of(store._db) == NEWEST
    assert vault.migrated == ([] if version == NEWEST else [2])
    assert store.check() == ()
    holds(store, words)
    store.add_cases([full_case(), small_case("a new text")])
    assert store.check() == ()
    store.close()


def test_a_version_is_recorded_once(tmp_path: Path) -> None:
    main(tmp_path)
    made = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    main(tmp_path)
    assert {path: path.read_bytes() for path in made} == made
    assert {path.parent.name for path in made} == {f"version-{n}" for n in VERSIONS}


# -- a version to come ----------------------------------------------------------------------------

Grow = Callable[..., tuple[Table, ...]]


@pytest.fixture
def grow(monkeypatch: pytest.MonkeyPatch) -> Grow:
    """Return a function after which the program has another version: tables with a new column."""
    return partial(growing.grow, monkeypatch)


@pytest.mark.parametrize("version", VERSIONS)
def test_guarded_tables_can_get_columns(tmp_path: Path, version: int, grow: Grow) -> None:
    vault, words = recorded(tmp_path, version)
    grow(INTERVIEWS, PERSONS, ANSWERS, REVISIONS, CONSENTS, AUDIT)
    store = vault.open()
    assert vault.migrated == [2]
    assert version_of(store._db) == NEXT
    assert store.check() == ()
    holds(store, words)
    store.close()
    store = vault.open()
    assert store.rollback is None
    assert store.check() == ()
    store.close()
    kept = vault.kept.open()
    assert kept.rollback == "copy"
    assert kept.check() == ()
    kept.close()


@pytest.mark.parametrize("table", [PERSONS, REVISIONS], ids=lambda table: table.name)
def test_a_new_column_is_under_guard(tmp_path: Path, table: Table, grow: Grow) -> None:
    vault, _ = recorded(tmp_path, NEWEST)
    grow(table)
    store = vault.open()
    for (name,) in store._db.rows(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?", (table.name,)
    ):
        store._db.execute(f"DROP TRIGGER {name!s}")
    store._db.execute(f"UPDATE {table.name} SET added = 'otherwise'")
    found = chain_of(store)
    store.close()
    assert [finding.part for finding in found] == ["chain"]
    assert found[0].detail.startswith(table.name)


@pytest.mark.parametrize("table", [PERSONS, REVISIONS], ids=lambda table: table.name)
def test_a_migration_that_forgets_the_guard_is_noticed(
    tmp_path: Path, table: Table, grow: Grow
) -> None:
    vault, _ = recorded(tmp_path, NEWEST)
    grow(table, reseal=False)
    store = vault.open()
    found = chain_of(store)
    store.close()
    assert [finding.part for finding in found] == ["chain"]
    assert found[0].detail.startswith(table.name)


def test_an_older_version_has_only_the_columns_of_its_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    grown = with_column(PERSONS)
    monkeypatch.setattr(tables, "TABLES", (grown,))
    assert tables.guarded(NEWEST, Guard.LIVE)[0].columns == PERSONS.columns
    assert tables.guarded(NEXT, Guard.LIVE)[0].columns == (*PERSONS.columns, "added")


def test_a_vault_of_version_1_has_no_table_of_version_2(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    store = empty_vault(Vault(tmp_path / "old"), 1)
    names = {str(name) for (name,) in store._db.rows("SELECT name FROM sqlite_schema")}
    store.close()
    assert not names & {"bundles", "releases"}


# -- bodies ---------------------------------------------------------------------------------------


def test_a_consent_of_an_older_program_is_read_with_what_a_new_one_would_say() -> None:
    stored = {"given": "2022-05-26", "uses": {"analysis": {"level": "code", "recipients": []}}}
    expected = Consent(
        given="2022-05-26", uses={Use.ANALYSIS: UseConsent(IdentityLevel.CODE, frozenset())}
    )
    assert _from_plain(stored) == expected


def test_a_mark_of_an_older_program_is_read_with_what_a_new_one_would_say() -> None:
    mark = Mark(MarkId("m"), 3, 5, MarkKind.PLACE)
    assert _mark(_fields(mark)[:4]) == mark


def test_a_mark_comes_back_with_its_paraphrase() -> None:
    inside = Mark(MarkId("0-3"), 0, 3, MarkKind.PERSON, Decision.MASK, PersonId("p"))
    mark = Mark(MarkId("m"), 3, 5, MarkKind.OTHER, paraphrase=Paraphrase("she \ud800", (inside,)))
    assert _mark(from_json(to_json(_fields(mark)))) == mark
    assert _mark(_fields(mark)[:9]).paraphrase is None


def test_words_that_an_older_program_stored_in_a_mark_are_not_read() -> None:
    mark = Mark(MarkId("m"), 3, 5, MarkKind.PERSON, person_id=PersonId("p"))
    stored = _fields(mark)
    stored[6] = "P2, Zorka the harpist"
    assert _mark(stored) == mark
    assert _fields(_mark(stored))[6] == ""
