"""Whoever has the whole disk, raw blocks and backups, and the passphrase reads no sealed case.

The disk is a file system of its own in a file. The attacker looks at every block of it: each one
that was ever a header is opened with the passphrase, and each block of the disk is decrypted with
every key that this gives.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from intake.domain.consent import RecipientGroup
from intake.errors import IntakeError
from intake.export.keys import VaultKeyring
from intake.services import backups, local_backups, sealing, team, vaults
from intake.services.session import VaultSession
from intake.store.connection import PAGE_BYTES
from intake.vault import destruction, folder
from intake.vault.header import HEADER_BYTES, MAGIC
from intake.vault.kdf import KdfCosts
from intake.vault.secret import Secret
from tests.pages import plain_page
from tests.unit.services.making import document, fill

PASSPHRASE = "velvet ladder invented canyon pepper oblong"
CHEAP = KdfCosts(64 * 1024, 3, 1)
CANARY = "Zubravacanarylampa"
MEBIBYTES = 48
BLOCK = 512


pytestmark = pytest.mark.slow


@contextmanager
def mounted(image: Path, at: Path) -> Iterator[Path]:
    done = subprocess.run(["mount", "-o", "loop", image, at], capture_output=True, check=False)
    assert done.returncode == 0, "run this campaign as root, where disks in files can be mounted"
    try:
        yield at
    except BaseException:
        subprocess.run(["umount", "-l", at], check=False)  # something is open still
        raise
    subprocess.run(["umount", at], check=True)


def secret() -> Secret:
    return Secret.from_text(PASSPHRASE)


def office_key(session: VaultSession) -> None:
    """Pin the key of an office whose secret half is on no disk."""
    public = VaultKeyring.generate().public_key("Office", [RecipientGroup.TEAM])
    team.pin(session, "Office", team.PublicKey("Office", " ".join(public.words), public.text))


def life_of_a_vault(place: Path) -> None:
    """Use a vault as people do, and seal a case; everything else of it stays on the disk."""
    path = place / "vault"
    session = vaults.create(
        path, name="", passphrase=secret(), recovery=vaults.new_recovery_key(), costs=CHEAP
    )
    office_key(session)
    sealed, _ = fill(
        session,
        document(1, statement=f"{CANARY} spoke. " * 2000),
        document(2, statement="Somebody else spoke. " * 500),
    )
    backups.backup(session, place / "backups", secret())
    # Each of these leaves an older header behind that the passphrase opens.
    vaults.replace_recovery_key(session, secret(), vaults.new_recovery_key())
    vaults.change_passphrase(session, secret(), secret(), CHEAP)
    backups.backup(session, place / "backups", secret())
    session.store.checkpoint()
    sealing.seal(session, [sealed], to=["Office"], into=place)
    sealing.finish(session, secret(), vaults.new_recovery_key(), CHEAP)
    again = vaults.unlock(path, secret())
    backups.backup(again, place / "backups", secret())
    again.close()


def keys_on(content: bytes, scratch: Path) -> set[bytes]:
    """Return every database key that a header anywhere on the disk gives with the passphrase."""
    found: set[bytes] = set()
    at = content.find(MAGIC)
    while at >= 0:
        if at % BLOCK == 0:
            place = scratch / f"header-{at}"
            place.mkdir()
            for name in folder.HEADER_NAMES:
                (place / name).write_bytes(content[at : at + HEADER_BYTES])
            try:
                with folder.open_headers(place, passphrase=secret()).keys as keys:
                    found.add(bytes(keys.database.view()))
            except IntakeError:
                pass
        at = content.find(MAGIC, at + 1)
    return found


def is_readable(content: bytes, keys: set[bytes]) -> bool:
    """Tell whether the case can be read in some block, in clear or with one of the keys."""
    marker = CANARY.encode()
    if marker in content:
        return True
    for key in keys:
        for start in range(0, len(content) - PAGE_BYTES + 1, PAGE_BYTES):
            page = content[start : start + PAGE_BYTES]
            if not any(page[:64]):
                continue
            if marker in plain_page(page, key):
                return True
    return False


def seized(tmp_path: Path) -> tuple[bytes, set[bytes]]:
    """Let a vault live on a disk of its own; return all of the disk, and all keys on it."""
    image, at, scratch = tmp_path / "disk", tmp_path / "mounted", tmp_path / "scratch"
    at.mkdir()
    scratch.mkdir()
    with image.open("wb") as file:
        file.truncate(MEBIBYTES * 1024 * 1024)
    subprocess.run(["mkfs.ext4", "-q", "-b", str(PAGE_BYTES), image], check=True)
    with mounted(image, at) as place:
        life_of_a_vault(place)
    content = image.read_bytes()
    return content, keys_on(content, scratch)


def test_a_sealed_case_is_nowhere_on_the_disk(tmp_path: Path) -> None:
    content, keys = seized(tmp_path)
    assert len(keys) == 1  # of the vault as it is now, and its backup
    assert not is_readable(content, keys)


def careless(path: Path, _size: int) -> None:
    """Stand in for overwriting a file, and do not."""
    if not path.exists():
        raise FileNotFoundError(path)


@pytest.mark.parametrize("broken", ["old headers", "replaced headers", "old backups"])
def test_what_is_not_overwritten_would_be_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    if broken == "old headers":
        monkeypatch.setattr(destruction, "scramble", careless)
    elif broken == "replaced headers":
        monkeypatch.setattr("intake.vault.disk_posix._blot_out", lambda _number: None)
    else:
        monkeypatch.setattr(local_backups, "_is_destroyed", lambda _backup: False)
    content, keys = seized(tmp_path)
    assert len(keys) > 1
    assert is_readable(content, keys)
