"""Folders beside a vault: only what a change of its own keys has left is ever taken."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from intake.errors import IntakeError, VaultMissingError
from intake.services import backups, ending, leftovers, vaults
from intake.vault import folder
from intake.vault import header as header_format
from intake.vault.folder import HEADER_NAMES
from tests.unit.services.conftest import CHEAP, Template, secret
from tests.unit.vault.forging import forged


@pytest.fixture
def vault(template: Template, tmp_path: Path) -> Path:
    """Return a closed vault."""
    return template.copy_to(tmp_path)


def successor(template: Template, place: Path) -> None:
    """Put headers of the same vault under new keys into a folder."""
    with secret() as passphrase, vaults.new_recovery_key() as recovery:
        folder.create_headers(place, passphrase, recovery, CHEAP, successor_of=template.opened)


def snapshot(place: Path) -> dict[Path, bytes | None]:
    return {path: path.read_bytes() if path.is_file() else None for path in place.rglob("*")}


def test_where_nothing_was_cut_off_nothing_happens(vault: Path) -> None:
    before = sorted(vault.parent.rglob("*"))
    leftovers.finish_rekey(vault)
    leftovers.forget_updates(vault)
    assert sorted(vault.parent.rglob("*")) == before


def test_the_vault_under_new_keys_takes_the_name_that_the_old_one_left(
    vault: Path, template: Template
) -> None:
    successor(template, leftovers.unfinished(vault))
    (leftovers.unfinished(vault) / "vault.db").write_bytes(b"under new keys")
    vault.rename(leftovers.outdated(vault))
    before = snapshot(vault.parent)
    assert folder.describe(leftovers.standing(vault)).generation == 2
    assert vaults.info(vault).generation == 2
    assert snapshot(vault.parent) == before
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


NAMES_LIKE_OURS = ("mirror of my photos.tar", "vault.db.copy-2024", "header.0", "vault.db")


@pytest.mark.parametrize("is_there", [True, False])
@pytest.mark.parametrize("name", NAMES_LIKE_OURS)
def test_a_folder_without_a_header_of_the_vault_is_left_alone(
    vault: Path, tmp_path: Path, name: str, *, is_there: bool
) -> None:
    path = vault if is_there else tmp_path / "nov"
    for place in (leftovers.outdated(path), leftovers.unfinished(path)):
        place.mkdir()
        (place / name).write_text("mine")
    before = snapshot(tmp_path)
    leftovers.finish_rekey(path)
    if is_there:
        assert vaults.info(path).intact_copies == 2
    else:
        with pytest.raises(VaultMissingError):
            vaults.info(path)
    assert snapshot(tmp_path) == before


def test_a_vault_beside_files_of_somebody_s_is_not_taken(vault: Path) -> None:
    old = leftovers.outdated(vault)
    vault.rename(old)
    (old / "thesis.txt").write_text("mine")
    leftovers.finish_rekey(vault)
    assert old.exists()
    assert not vault.exists()


def test_a_successor_of_another_vault_does_not_take_the_name(vault: Path) -> None:
    new, old = leftovers.unfinished(vault), leftovers.outdated(vault)
    with secret() as passphrase, vaults.new_recovery_key() as recovery:
        vaults.create(new, name="", passphrase=passphrase, recovery=recovery, costs=CHEAP).close()
    content = (vault / "vault.db").read_bytes()
    vault.rename(old)
    leftovers.finish_rekey(vault)
    assert (vault / "vault.db").read_bytes() == content
    assert new.exists()


def test_what_is_left_without_headers_goes_when_it_is_signed(
    vault: Path, template: Template, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = leftovers.outdated(vault)
    vault.rename(old)
    successor(template, vault)

    def cut(_: Path) -> None:
        raise OSError(5, "cut")

    with monkeypatch.context() as patch:
        patch.setattr(leftovers, "remove_remnant", cut)
        with pytest.raises(IntakeError):
            leftovers.finish_rekey(vault)
    assert not (old / HEADER_NAMES[0]).exists()
    sign = (old / "outdated").read_bytes()
    (old / "outdated").write_bytes(sign[:-1] + b"?")
    leftovers.finish_rekey(vault)
    assert old.exists()
    (old / "outdated").write_bytes(sign)
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
        (copy / "vault.db-journal").write_bytes(b"cut off while it was copied")
    theirs = vault / "before-update-photos", vault / "before-update-3"
    for place in theirs:
        place.mkdir()
        (place / "thesis.txt").write_text("mine")
    leftovers.forget_updates(vault)
    assert sorted(vault.glob("before-update-*")) == sorted(theirs)
    leftovers.remove_folder(vault / "nowhere")


def a_stump(vault: Path, name: str, content: bytes) -> Path:
    place = leftovers.unfinished(vault)
    place.mkdir()
    (place / name).write_bytes(content)
    return place


@pytest.mark.parametrize("name", ["header.0", "vault.db", "vault.db-journal"])
def test_a_folder_of_ours_without_a_whole_header_is_a_stump(vault: Path, name: str) -> None:
    assert leftovers.is_stump(a_stump(vault, name, b"cut sho"))


def test_what_may_be_somebody_s_is_no_stump(vault: Path) -> None:
    header = (vault / "header.0").read_bytes()
    newer = forged(header, 8, (header_format.FORMAT + 1).to_bytes(2))
    for name, content in (("notes", b"mine"), ("header.0", header), ("header.0", newer)):
        place = a_stump(vault, name, content)
        assert not leftovers.is_stump(place)
        (place / name).unlink()
        place.rmdir()
    assert not leftovers.is_stump(leftovers.unfinished(vault))


@pytest.fixture
def closed_to_us(vault: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of somebody else where a change of keys puts the old vault."""
    place = leftovers.outdated(vault)
    place.mkdir()
    real = Path.iterdir

    def iterdir(path: Path) -> Iterator[Path]:  # no folder is closed to whoever may do everything
        if path == place:
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    return place


@pytest.mark.usefixtures("closed_to_us")
def test_a_folder_that_is_closed_to_us_stands_in_nobody_s_way(vault: Path) -> None:
    with secret() as passphrase:
        vaults.unlock(vault, passphrase).close()
    assert ending.destroy(vault).files == (vault,)
    assert not any((vault / name).exists() for name in HEADER_NAMES)


def test_access_is_destroyed_before_backups_are_looked_for(
    vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def look(_vault: Path, _vault_id: bytes | None = None) -> tuple[Path, ...]:
        assert not any((vault / name).exists() for name in HEADER_NAMES)
        return (vault.with_name("made up"),)

    monkeypatch.setattr(backups, "beside", look)
    assert ending.destroy(vault).backups == (vault.with_name("made up"),)


@pytest.mark.parametrize("name", [".DS_Store", ".directory", "Thumbs.db"])
def test_what_a_file_manager_puts_into_a_copy_keeps_nothing_that_opens(
    vault: Path, name: str
) -> None:
    copy = Path(shutil.copytree(vault, leftovers.before_update(vault, 3)))
    (copy / name).write_bytes(b"made by a file manager")
    leftovers.forget_updates(vault)
    assert [each.name for each in copy.iterdir()] == [name]
    assert folder.describe(vault).intact_copies == 2


def test_access_by_a_link_is_destroyed_beside_the_vault_too(vault: Path, tmp_path: Path) -> None:
    cut_off = Path(shutil.copytree(vault, leftovers.outdated(vault)))
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link"
    link.symlink_to(vault)
    assert ending.destroy(link).files == (vault, cut_off)
    assert not [*vault.glob("header*"), *cut_off.glob("header*")]
