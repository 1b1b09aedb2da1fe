"""After unlocking, no secret stands in memory but the keys that are in use."""

from __future__ import annotations

import hmac
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from intake.vault import kdf
from intake.vault.folder import HEADER_NAMES
from intake.vault.header import parse
from intake.vault.keyslots import SlotKind, SlotSecret, VaultKeys
from intake.vault.passphrase import normalise
from intake.vault.secret import Secret
from tests.unit.vault.conftest import PASSPHRASE, Vault
from tests.unit.vault.memory_of import copies

pytestmark = pytest.mark.usefixtures("twenty_runs")

# With a letter that has to be normalised: this is where a str would be left.
NEW = "Нічога, акрамя \u0438\u0306 і цішыні".encode()

CHILD = """
import os, sys
from pathlib import Path
from intake.vault.folder import change_passphrase, create_headers, open_headers
from intake.vault.kdf import KdfCosts
from intake.vault.recovery import RecoveryKey, parse
from intake.vault.secret import Secret

def read_secret():
    buffer = bytearray(int.from_bytes(os.read(0, 1)))
    os.readv(0, [buffer])
    return Secret(buffer)

folder, task = Path(sys.argv[1]), sys.argv[2]
with read_secret() as secret:
    if task == "recovery":
        with parse(secret) as recovery:
            opened = open_headers(folder, recovery=recovery)
    elif task == "create":
        with RecoveryKey.new() as recovery:
            opened = create_headers(folder, secret, recovery, KdfCosts(64 * 1024, 3, 2))
    elif task == "change":
        with read_secret() as new:
            change_passphrase(folder, secret, new, KdfCosts(64 * 1024, 3, 2))
            opened = open_headers(folder, passphrase=new)
    else:
        opened = open_headers(folder, passphrase=secret)
    if task == "leak":
        leaked = bytes(secret.view()), bytes(opened.keys.database.view())
os.write(1, b"open")
os.read(0, 1)
opened.keys.wipe()
os.write(1, b"shut")
os.read(0, 1)
"""


@contextmanager
def child(folder: Path, task: str, *secrets: bytes) -> Iterator[subprocess.Popen[bytes]]:
    """Run a process that unlocks the vault, and leave it waiting with the vault open."""
    with subprocess.Popen(
        [sys.executable, "-c", CHILD, str(folder), task],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        bufsize=0,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for secret in secrets:
            process.stdin.write(bytes([len(secret)]) + secret)
        assert process.stdout.read(4) == b"open"
        yield process
        process.kill()


LIVE = ("database", "attachments", "header_mac", "chain")


def wipe_keys(process: subprocess.Popen[bytes]) -> None:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b"x")
    assert process.stdout.read(4) == b"shut"


def extracted(key: Secret, salt: bytes) -> bytes:
    """Return what HKDF makes of a key first; it is worth as much as the key."""
    return hmac.digest(salt or bytes(64), key.view(), "sha512")


def needles(folder: Path, passphrase: bytes) -> dict[str, bytes]:
    """Return everything that opens the vault whose header is on disk."""
    path = folder / HEADER_NAMES[0]
    header = parse(path.read_bytes(), path)
    stretched = kdf.derive(Secret(passphrase), header.salt, header.costs)
    key = SlotSecret(SlotKind.PASSPHRASE, stretched)
    found = key.unwrap(header)
    assert found is not None
    index, root = found
    wanted = {
        "passphrase": passphrase,
        "derived passphrase": bytes(stretched.view()),
        "extract of it": extracted(stretched, header.vault_id),
        "slot key": bytes(key._key(header, index).view()),
        "root": bytes(root.view()),
        "extract of the root": extracted(root, b""),
    }
    with VaultKeys.from_root(root) as keys:
        return wanted | {name: bytes(getattr(keys, name).view()) for name in LIVE}


def require_only_live(found: dict[str, int]) -> None:
    assert {name: count for name, count in found.items() if count} == dict.fromkeys(LIVE, 1)


def test_unlocking_leaves_no_copies(vault: Vault) -> None:
    wanted = needles(vault.path, PASSPHRASE)
    with child(vault.path, "open", PASSPHRASE) as process:
        require_only_live(copies(process.pid, wanted))
        wipe_keys(process)
        assert not any(copies(process.pid, wanted).values())


def test_creating_a_vault_leaves_no_copies(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    with child(folder, "create", PASSPHRASE) as process:
        require_only_live(copies(process.pid, needles(folder, PASSPHRASE)))


def test_changing_the_passphrase_leaves_no_copies(vault: Vault) -> None:
    old = needles(vault.path, PASSPHRASE)
    with child(vault.path, "change", PASSPHRASE, NEW) as process:
        normal = bytes(normalise(Secret(NEW)).view())
        found = copies(process.pid, {**needles(vault.path, normal), "as typed": NEW})
        require_only_live(found)
        assert not any(
            count for name, count in copies(process.pid, old).items() if name not in LIVE
        )


def test_unlocking_with_the_recovery_key_leaves_no_copies(vault: Vault) -> None:
    typed = "".join(vault.recovery.groups).encode()
    wanted = {
        **needles(vault.path, PASSPHRASE),
        "typed": typed,
        "bits": vault.recovery.secret.view(),
    }
    with child(vault.path, "recovery", typed) as process:
        require_only_live(copies(process.pid, {k: bytes(v) for k, v in wanted.items()}))


def test_a_copy_that_is_left_on_purpose_is_found(vault: Vault) -> None:
    with child(vault.path, "leak", PASSPHRASE) as process:
        found = copies(process.pid, needles(vault.path, PASSPHRASE))
    assert found["passphrase"] == 1
    assert found["database"] == 2
