"""The free memory is what the machine and the container allow together."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.vault.free_memory import free_memory_kib
from intake.vault.free_memory_linux import free_memory_kib as read_free_memory_kib

MEMINFO = "MemTotal:       16384000 kB\nMemFree:          100000 kB\nMemAvailable:    4000000 kB\n"


@pytest.fixture
def meminfo(tmp_path: Path) -> Path:
    path = tmp_path / "meminfo"
    path.write_text(MEMINFO)
    return path


def limit(folder: Path, allowed: str, used: str = "1048576") -> Path:
    (folder / "memory.max").write_text(f"{allowed}\n")
    (folder / "memory.current").write_text(f"{used}\n")
    return folder


def test_this_machine_tells() -> None:
    free = free_memory_kib()
    assert free is not None
    assert free > 0


def test_memory_that_caches_hold_counts_as_free(meminfo: Path, tmp_path: Path) -> None:
    assert read_free_memory_kib(meminfo, tmp_path / "absent") == 4_000_000


def test_a_container_lowers_it(meminfo: Path, tmp_path: Path) -> None:
    assert read_free_memory_kib(meminfo, limit(tmp_path, str(513 << 20))) == 512 << 10


def test_a_container_without_a_limit_changes_nothing(meminfo: Path, tmp_path: Path) -> None:
    assert read_free_memory_kib(meminfo, limit(tmp_path, "max")) == 4_000_000


def test_a_full_container_has_nothing_free(meminfo: Path, tmp_path: Path) -> None:
    assert read_free_memory_kib(meminfo, limit(tmp_path, "1000", used="2000")) == 0


def test_nobody_tells(tmp_path: Path) -> None:
    assert read_free_memory_kib(tmp_path / "absent", tmp_path / "absent") is None


def test_an_old_kernel_tells_nothing(tmp_path: Path) -> None:
    old = tmp_path / "meminfo"
    old.write_text("MemTotal:       16384000 kB\n")
    assert read_free_memory_kib(old, tmp_path / "absent") is None
