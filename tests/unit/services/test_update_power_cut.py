"""When the power goes while a vault is brought up to date, it is the old one or the new one."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from intake.errors import IntakeError
from intake.services import vaults
from intake.services.leftovers import before_update
from intake.store.backup import CopyFiles, copy_verified
from intake.store.connection import Database
from intake.store.migrations import NEWEST, version_of
from intake.vault import folder
from intake.vault.folder import DATABASE_NAME, MIRROR_NAME, Opened
from tests.power.disk import Said, after_a_power_cut, moments
from tests.power.recorder import recorded
from tests.unit.services.conftest import CHEAP, Template, secret
from tests.unit.services.cut_sessions import UPDATED, VAULT
from tests.unit.store.making import CHAIN_KEY, DB_KEY, VAULT_ID
from tests.unit.store.record import RECORDED, WORDS
from tests.unit.store.test_recorded_vaults import holds

pytestmark = pytest.mark.no_cover

SESSIONS = "tests.unit.services.cut_sessions"
Words = dict[str, Any]


def older_vault(path: Path, template: Template, version: int) -> tuple[Opened, Words]:
    """Make a whole vault, with a header and keys, of a database recorded by an older program."""
    named = Opened(template.opened.keys, 0, VAULT_ID)  # the recorded one is of generation 1
    with secret() as passphrase:
        opened = folder.create_headers(
            path, passphrase, template.recovery, CHEAP, successor_of=named
        )
    source = Database.open(RECORDED / f"version-{version}" / DATABASE_NAME, bytearray(DB_KEY))
    with vaults.raw(opened.keys.database) as db_key, vaults.raw(opened.keys.chain) as chain_key:
        files = CopyFiles(path / DATABASE_NAME, path / MIRROR_NAME, db_key, chain_key)
        copy_verified(source, bytearray(CHAIN_KEY), files)
    source.close()
    words = (RECORDED / f"version-{version}" / WORDS).read_text("utf-8")
    return opened, json.loads(words)


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
