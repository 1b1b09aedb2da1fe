"""One process at a time uses a vault."""

from __future__ import annotations

import errno
import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

from intake.errors import InUseError, UnavailableError, VaultMissingError
from intake.vault.folder import VaultLock


def test_a_second_lock_is_refused_until_the_first_is_released(tmp_path: Path) -> None:
    first = VaultLock.acquire(tmp_path)
    with pytest.raises(InUseError):
        VaultLock.acquire(tmp_path)
    first.release()
    first.release()
    with VaultLock.acquire(tmp_path):
        pass
    VaultLock.acquire(tmp_path).release()


def test_another_process_is_refused(tmp_path: Path) -> None:
    script = """
import sys
from pathlib import Path
from intake.vault.folder import VaultLock
lock = VaultLock.acquire(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""
    with subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(InUseError):
            VaultLock.acquire(tmp_path)
        other.kill()
        other.wait()
    VaultLock.acquire(tmp_path).release()


def test_a_replaced_process_image_no_longer_holds_the_lock(tmp_path: Path) -> None:
    script = """
import os, sys
from pathlib import Path
from intake.vault.folder import VaultLock
lock = VaultLock.acquire(Path(sys.argv[1]))
again = "import sys; from pathlib import Path; from intake.vault.folder import VaultLock;" \
    "VaultLock.acquire(Path(sys.argv[1])); print('free')"
os.execv(sys.executable, [sys.executable, "-c", again, sys.argv[1]])
"""
    result = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], check=True, capture_output=True, text=True
    )
    assert result.stdout == "free\n"


def test_locking_leaves_no_file(tmp_path: Path) -> None:
    with VaultLock.acquire(tmp_path):
        assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["absent", "file", "file/below"])
def test_a_missing_folder_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(VaultMissingError):
        VaultLock.acquire(tmp_path / name)


def test_a_file_system_without_locks_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_number: int, _how: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", refuse)
    before = len(list(Path("/proc/self/fd").iterdir()))
    with pytest.raises(UnavailableError, match=str(errno.ENOLCK)):
        VaultLock.acquire(tmp_path)
    assert len(list(Path("/proc/self/fd").iterdir())) == before
