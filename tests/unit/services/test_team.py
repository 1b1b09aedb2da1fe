"""Keys: the vault's own are made once, those of others are pinned, a changed one is loud."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.domain.consent import RecipientGroup
from intake.errors import (
    BundleDamagedError,
    DestinationExistsError,
    UsageError,
    WeakPassphraseError,
)
from intake.export.keys import open_analyst_key, parse_public_key
from intake.services import team
from intake.services.session import VaultSession
from intake.vault.secret import Secret
from tests.unit.services.conftest import NAME, secret

CHEAP = 10  # of scrypt; the files protect nothing


def _key(folder: Path, name: str) -> Path:
    with secret() as passphrase:
        team.create_key(folder / name, passphrase, CHEAP)
    return folder / f"{name}.pub"


def test_a_vault_keeps_its_keys(vault_session: VaultSession) -> None:
    own = team.own_key(vault_session)
    assert own.name == NAME
    team.make_keyring(vault_session)
    assert team.own_key(vault_session) == own
    assert team.own_key(vault_session, name="Made-up team").name == "Made-up team"


def test_a_vault_without_a_name_calls_its_key_after_the_program(
    vault_session: VaultSession,
) -> None:
    vault_session.name = ""
    assert team.own_key(vault_session).name == "Intake"


def test_keys_that_are_missing_are_made(vault_session: VaultSession) -> None:
    """A vault of an early version has none."""
    own = team.own_key(vault_session).text
    vault_session.store._db.execute("DELETE FROM own_keys")
    team.make_keyring(vault_session)
    assert team.own_key(vault_session).text != own


def test_every_group_sees_other_words_for_the_same_vault(vault_session: VaultSession) -> None:
    words = team.bundle_words(team.own_key(vault_session))
    groups = {group.value for group in RecipientGroup if group is not RecipientGroup.ANY}
    assert groups <= set(words)
    assert len(set(words.values())) == len(words)
    assert team.own_key(vault_session).words not in words.values()


def test_pinned_keys_are_listed_by_name(vault_session: VaultSession, tmp_path: Path) -> None:
    for name in ("office", "analyst"):
        key, _ = team.trust(vault_session, f" {name} ", _key(tmp_path, name))
        assert key.name == name
    listed = team.trusted_keys(vault_session)
    assert [key.name for key in listed] == ["analyst", "office"]
    assert all(len(key.words.split()) == 6 for key in listed)
    parsed = parse_public_key(listed[0].text.encode())
    assert " ".join(parsed.words) == listed[0].words


def test_the_same_key_may_be_pinned_again_and_another_may_not(
    vault_session: VaultSession, tmp_path: Path
) -> None:
    first, second = _key(tmp_path, "first"), _key(tmp_path, "second")
    team.trust(vault_session, "office", first)
    team.trust(vault_session, "office", first)
    with pytest.raises(UsageError, match="attack"):
        team.trust(vault_session, "office", second)
    assert len(team.trusted_keys(vault_session)) == 1


@pytest.mark.parametrize("name", ["", "  ", "x" * 81, "a\nb", "a\u202eb", "a\x00b"])
def test_names_are_such_that_can_be_shown(
    vault_session: VaultSession, tmp_path: Path, name: str
) -> None:
    with pytest.raises(UsageError, match=r"plain characters|80 characters"):
        team.trust(vault_session, name, _key(tmp_path, "office"))


def test_what_is_no_public_key_is_not_pinned(vault_session: VaultSession, tmp_path: Path) -> None:
    file = tmp_path / "text"
    file.write_text("something else")
    with pytest.raises(BundleDamagedError):
        team.trust(vault_session, "office", file)
    public = _key(tmp_path, "office")
    public.write_bytes(public.read_bytes().replace(b'"any"', b'"un"', 1))
    with pytest.raises(BundleDamagedError):
        team.trust(vault_session, "office", public)
    assert team.trusted_keys(vault_session) == ()


def test_a_key_file_opens_with_its_passphrase(tmp_path: Path) -> None:
    with secret() as passphrase:
        made = team.create_key(tmp_path / "key", passphrase, CHEAP)
        opened = open_analyst_key(tmp_path / "key", passphrase)
    assert opened.signer().public == parse_public_key(made.text.encode()).signers["any"]


def test_a_key_needs_a_strong_passphrase_and_free_names(tmp_path: Path) -> None:
    with Secret.from_text("letmein") as weak, pytest.raises(WeakPassphraseError):
        team.create_key(tmp_path / "key", weak, CHEAP)
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "key.pub").write_text("mine")
    with secret() as passphrase, pytest.raises(DestinationExistsError):
        team.create_key(tmp_path / "key", passphrase, CHEAP)
    assert [path.name for path in tmp_path.iterdir()] == ["key.pub"]


def test_a_public_key_is_written_once(vault_session: VaultSession, tmp_path: Path) -> None:
    own = team.own_key(vault_session)
    team.save_public_key(own, tmp_path / "own.pub")
    assert (tmp_path / "own.pub").read_text("utf-8") == own.text
    with pytest.raises(DestinationExistsError):
        team.save_public_key(own, tmp_path / "own.pub")
