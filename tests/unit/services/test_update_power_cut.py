"""When the power goes while a vault is brought up to date, it is the old one or the new one."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from intake.errors import IntakeError
from intake.services import vaults
from intake.services.leftovers import before_update
from intake.store.connection import Database
from intake.store.migrations import NEWEST, version_of
from intake.vault.folder import DATABASE_NAME, Opened
from tests.power.disk import Said, after_a_power_cut, moments
from tests.power.recorder import recorded
from tests.unit.services.conftest import Template
from tests.unit.services.cut_sessions import UPDATED, VAULT
from tests.unit.services.older_vaults import Words, older_vault
from tests.unit.store.test_recorded_vaults import holds

pytestmark = pytest.mark.no_cover

SESSIONS = "tests.unit.services.cut_sessions"


def version_at(path: Path, opened: Opened) -> int:
    with vaults.raw(opened.keys.database) as key:
        db = Database.open(path / DATABASE_NAME, key)
    found = version_of(db)
    db.close()
    return found


def is_old_or_new(path: Path, opened: Opened, words: Words, version: int) -> int:
    """Return the version that the cut has left; whichever it is, everything is there."""
    found = version_at(path, opened)
    assert found in {version, NEWEST}
    store = vaults.open_store(path, opened)
    try:
        assert store.rollback is None
        assert store.check() == ()
        holds(store, words)
    finally:
        store.close()
    copy = before_update(path, opened.generation)
    assert version_at(copy, opened) == version
    kept = vaults.open_store(copy, opened)
    try:
        assert kept.rollback == vaults.COPY
        assert kept.check() == ()
        holds(kept, words)
    finally:
        kept.close()
    return found


def update_and_cut(
    tmp_path: Path, template: Template, version: int, session: str, count: int
) -> None:
    place = tmp_path / "place"
    place.mkdir()
    opened, words = older_vault(place / VAULT, template, version)
    before, steps = recorded(place, SESSIONS, session, str(place))
    chance = random.Random(45)
    seen = set()
    for moment in moments(steps, count, chance):
        after_a_power_cut(before, steps[:moment], chance).put(place)
        found = is_old_or_new(place / VAULT, opened, words, version)
        assert found == NEWEST or Said(UPDATED) not in steps[:moment]
        seen.add(found)
    assert seen == {version, NEWEST}


@pytest.mark.parametrize("version", [1, NEWEST - 1])
def test_in_20_power_cuts_an_older_vault_is_old_or_new(
    tmp_path: Path, template: Template, version: int
) -> None:
    update_and_cut(tmp_path, template, version, "update", 20)


@pytest.mark.slow
@pytest.mark.parametrize("version", range(1, NEWEST))
def test_in_250_power_cuts_an_older_vault_is_old_or_new(
    tmp_path: Path, template: Template, version: int
) -> None:
    update_and_cut(tmp_path, template, version, "update", 250)


def test_an_update_that_waits_for_nothing_is_caught(tmp_path: Path, template: Template) -> None:
    with pytest.raises((AssertionError, IntakeError)):
        update_and_cut(tmp_path, template, 1, "update_without_waiting", 40)
