"""Folders beside a vault: only what a change of its own keys has left is ever taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.services import leftovers, vaults
from intake.vault import folder
from intake.vault.folder import HEADER_NAMES
from tests.unit.services.conftest import CHEAP, Template, secret


@pytest.fixture
def vault(template: Template, tmp_path: Path) -> Path:
    """Return a closed vault."""
    return template.copy_to(tmp_path)


def successor(template: Template, place: Path) -> None:
    """Put headers of the same vault under new keys into a folder."""
    with secret() as passphrase, vaults.new_recovery_key() as recovery:
        folder.create_headers(place, passphrase, recovery, CHEAP, successor_of=template.opened)


def test_where_nothing_was_cut_off_nothing_happens(vault: Path) -> None:
    before = sorted(vault.parent.rglob("*"))
    leftovers.finish_rekey(vault)
    leftovers.forget_updates(vault)
    assert sorted(vault.parent.rglob("*")) == before


def test_the_vault_under_new_keys_takes_the_name_that_the_old_one_left(
    vault: Path, template: Template
) -> None:
    successor(template, leftovers.unfinished(vault))
    vault.rename(leftovers.outdated(vault))
    leftovers.finish_rekey(vault)
    assert [path.name for path in vault.parent.iterdir()] == [vault.name]
    assert folder.describe(vault).generation == template.opened.generation + 1


def test_the_old_vault_comes_back_when_there_is_no_new_one(vault: Path) -> None:
    content = (vault / "vault.db").read_bytes()
    vault.rename(leftovers.outdated(vault))
    leftovers.finish_rekey(vault)
    assert (vault / "vault.db").read_bytes() == content


def test_the_old_vault_is_destroyed_with_its_copies(vault: Path, template: Template) -> None:
    old = leftovers.outdated(vault)
    vault.rename(old)
    copy = leftovers.before_update(old, 1)
    copy.mkdir()
    for name in HEADER_NAMES:
        (copy / name).write_bytes((old / name).read_bytes())
    successor(template, vault)
    leftovers.finish_rekey(vault)
    assert not old.exists()


@pytest.mark.parametrize("kind", ["a folder of somebody's", "another vault", "the same vault"])
def test_what_is_not_a_remnant_is_left_alone(vault: Path, template: Template, kind: str) -> None:
    old = leftovers.outdated(vault)
    if kind == "a folder of somebody's":
        old.mkdir()
        (old / "letters").write_text("mine")
    elif kind == "another vault":
        with secret() as passphrase, vaults.new_recovery_key() as recovery:
            vaults.create(
                old, name="", passphrase=passphrase, recovery=recovery, costs=CHEAP
            ).close()
    else:
        template.copy_to(vault.parent / "copy").rename(old)
    before = sorted(old.rglob("*"))
    leftovers.finish_rekey(vault)
    assert sorted(old.rglob("*")) == before


def test_a_link_is_never_followed(vault: Path, tmp_path: Path, template: Template) -> None:
    elsewhere = tmp_path / "elsewhere"
    successor(template, elsewhere)
    leftovers.outdated(vault).symlink_to(elsewhere, target_is_directory=True)
    leftovers.finish_rekey(vault)
    assert (elsewhere / HEADER_NAMES[0]).exists()
    assert not leftovers.is_remnant(tmp_path / "nowhere", vault)


def test_copies_from_before_updates_are_forgotten(vault: Path) -> None:
    for generation in (1, 2):
        copy = leftovers.before_update(vault, generation)
        copy.mkdir()
        (copy / "vault.db").write_bytes(b"old")
    leftovers.forget_updates(vault)
    assert not list(vault.glob("before-update-*"))
    leftovers.remove_folder(vault / "nowhere")
