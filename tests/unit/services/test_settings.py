"""Settings in the vault, and the two preferences beside it: limits, defaults, broken values."""

from __future__ import annotations

import json
import stat
import sys
from pathlib import Path

import pytest

from intake.domain.changes import Noun
from intake.services import preferences, settings
from intake.services.preferences import Preferences
from intake.services.session import VaultSession
from intake.services.settings import Place, Settings

ONES_OWN = Settings(
    idle_minutes=12,
    panic_shortcut="Ctrl+Shift+K",
    appearance="contrast",
    k=7,
    redaction_profile="balanced",
    interviewer_code="I-04",
    project="Invented 2022",
)


def _store(session: VaultSession, key: str, value: object) -> None:
    with session.store.write() as tx:
        session.store.settings.set(tx, key, value)


def test_a_new_vault_has_the_safe_defaults(vault_session: VaultSession) -> None:
    found = settings.load(vault_session)
    assert found == Settings()
    assert (found.idle_minutes, found.k, found.redaction_profile) == (5, 5, "strict")


def test_what_was_saved_is_loaded_and_told(vault_session: VaultSession) -> None:
    changes = settings.save(vault_session, ONES_OWN)
    assert settings.load(vault_session) == ONES_OWN
    assert Noun.SETTING in changes.nouns


@pytest.mark.parametrize(
    ("name", "value", "instead"),
    [
        ("idle_minutes", 0, 1),
        ("idle_minutes", 10_000, 60),
        ("k", 1, 3),
        ("k", 1000, 50),
        ("panic_shortcut", "Esc", ""),
        ("panic_shortcut", "Ctrl+ESCAPE", ""),
        ("appearance", "plaid", "system"),
        ("redaction_profile", "lax", "strict"),
    ],
)
def test_no_value_is_beyond_its_limits_however_it_got_there(
    vault_session: VaultSession, name: str, value: object, instead: object
) -> None:
    _store(vault_session, "settings", {name: value})
    assert getattr(settings.load(vault_session), name) == instead


@pytest.mark.parametrize(
    "stored", [None, 7, [], {"k": "5"}, {"k": True}, {"unheard_of": 1}, {"idle_minutes": None}]
)
def test_broken_and_unknown_values_are_passed_over(
    vault_session: VaultSession, stored: object
) -> None:
    _store(vault_session, "settings", stored)
    assert settings.load(vault_session) == Settings()


def test_one_broken_value_does_not_cost_the_others(vault_session: VaultSession) -> None:
    _store(vault_session, "settings", {"k": "broken", "project": "Invented 2022"})
    assert settings.load(vault_session) == Settings(project="Invented 2022")


def test_the_place_of_the_lock_is_remembered(vault_session: VaultSession) -> None:
    assert settings.last_place(vault_session) == Place()
    settings.remember_place(vault_session, Place("a-case", "statement"))
    assert settings.last_place(vault_session) == Place("a-case", "statement")


@pytest.mark.parametrize("stored", [3, {"case_id": 1}, {"case_id": "a", "section": None}, {}])
def test_a_broken_place_is_nowhere(vault_session: VaultSession, stored: object) -> None:
    _store(vault_session, "place", stored)
    assert settings.last_place(vault_session) == Place()


# --- preferences ----------------------------------------------------------------------------------


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep preferences in a folder of this test's own; return their file."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    return preferences.preferences_file()


def test_preferences_are_kept_and_hold_nothing_else(config: Path) -> None:
    assert preferences.load_preferences() == Preferences()
    preferences.save_preferences(Preferences("be", 140))
    assert preferences.load_preferences() == Preferences("be", 140)
    assert json.loads(config.read_text("utf-8")) == {"language": "be", "text_size": 140}


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "null",
        '{"language": 3, "text_size": "x"}',
        "[" * 100000,
        '{"language": "xxxxxxxxxxxxxxxxxxx"}',
        '{"text_size": 79}',
        '{"text_size": 201}',
    ],
)
def test_broken_preferences_are_the_defaults(config: Path, content: str) -> None:
    config.parent.mkdir()
    config.write_text(content, "utf-8")
    assert preferences.load_preferences() == Preferences()


def test_where_preferences_cannot_be_kept_nothing_breaks(config: Path) -> None:
    config.parent.write_text("in the way", "utf-8")
    preferences.save_preferences(Preferences("be", 140))
    assert preferences.load_preferences() == Preferences()
    assert stat.S_ISREG(config.parent.stat().st_mode)


def test_without_a_folder_of_its_own_the_home_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_CONFIG_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    expected = tmp_path / ".config" / "intake" / "preferences.json"
    assert preferences.preferences_file() == expected


@pytest.mark.parametrize(
    ("system", "below"),
    [
        ("win32", Path("intake", "preferences.json")),
        ("darwin", Path("Library", "Application Support", "intake", "preferences.json")),
    ],
)
def test_other_systems_have_places_of_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str, below: Path
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("APPDATA", str(tmp_path))
    assert preferences.preferences_file() == tmp_path / below
