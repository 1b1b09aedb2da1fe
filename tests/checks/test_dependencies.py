"""Every dependency is locked with hashes, explained, and fetched from nowhere in particular."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PEERS = sorted((ROOT / "benchmarks" / "redaction").glob("*.txt"))
LOCKS = [*sorted((ROOT / "requirements").glob("*.txt")), *PEERS]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ENTRY = re.compile(
    r"^(?P<name>[a-z0-9-]+)==[^\s;]+(?: ;[^\\]+)? \\\n(?P<rest>(?: +.*\n?)+)", re.MULTILINE
)


def name_of(requirement: str) -> str:
    found = re.match(r"[A-Za-z0-9-]+", requirement)
    assert found
    return found[0].lower()


def locked(lock: Path) -> dict[str, str]:
    """Return what stands below each locked name."""
    return {found["name"]: found["rest"] for found in ENTRY.finditer(lock.read_text("utf-8"))}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_every_line_of_a_lock_is_a_pinned_name_with_hashes(lock: Path) -> None:
    text = lock.read_text("utf-8")
    code = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    entries = locked(lock)
    assert len([line for line in code if not line.startswith(" ")]) == len(entries) > 0
    assert all("--hash=sha256:" in rest for rest in entries.values())


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_a_lock_names_no_place_to_fetch_from(lock: Path) -> None:
    assert not re.search(r"://|@ |--(?:index|extra|find|trusted)", lock.read_text("utf-8"))


@pytest.mark.parametrize(
    ("lock", "requirements"),
    [
        ("runtime", PROJECT["project"]["dependencies"]),
        ("dev", PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"]),
        ("analysis", PROJECT["project"]["optional-dependencies"]["analysis"]),
        ("build", PROJECT["dependency-groups"]["build"]),
        ("package", PROJECT["dependency-groups"]["package"]),
    ],
)
def test_a_lock_holds_all_that_is_asked_for(lock: str, requirements: list[str]) -> None:
    names = locked(ROOT / "requirements" / f"{lock}.txt").keys()
    assert {name_of(requirement) for requirement in requirements} <= names


@pytest.mark.parametrize("lock", PEERS, ids=lambda lock: lock.stem)
def test_the_peers_of_the_benchmark_stay_out_of_the_program(lock: Path) -> None:
    asked_for = lock.with_suffix(".in").read_text("utf-8").splitlines()
    peers = {name_of(line) for line in asked_for if line and not line.startswith("#")}
    assert peers <= locked(lock).keys()
    assert not any(peers & locked(other).keys() for other in LOCKS if other != lock)


def test_the_tests_run_on_the_versions_that_are_shipped() -> None:
    runtime = locked(ROOT / "requirements" / "runtime.txt")
    dev = locked(ROOT / "requirements" / "dev.txt")
    hashes = re.compile(r"sha256:\w+")
    assert {name: hashes.findall(dev[name]) for name in runtime} == {
        name: hashes.findall(rest) for name, rest in runtime.items()
    }


def test_every_dependency_is_explained() -> None:
    text = (ROOT / "docs" / "dependencies.md").read_text("utf-8").lower()
    groups = [PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"].values()]
    asked_for = {name_of(requirement) for group in groups for requirement in group}
    brought_along = locked(ROOT / "requirements" / "runtime.txt").keys()
    assert {name for name in asked_for | brought_along if f"`{name}`" not in text} == set()
