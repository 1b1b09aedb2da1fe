"""What people read about the sources names only files that are there, and says one version."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import intake

ROOT = Path(__file__).parents[2]
TOPS = ("benchmarks", "docs", "packaging", "requirements", "resources", "src", "tests", ".ci")
PAGES = [
    *sorted(ROOT.glob("docs/**/*.md")),
    *sorted(ROOT.glob("resources/forms/**/*.md")),
    ROOT / "packaging" / "verify.md",
    ROOT / "README.md",
]
ROOMS = {path.name for path in (ROOT / "src" / "intake").iterdir() if path.is_dir()}
SOURCES = (".py", ".sh", ".toml", ".md", ".svg", ".ts")
# What stands for a name that somebody will choose, as in mNNNN_what.py.
PLACEHOLDER = re.compile(r"[A-Z]{3,}|\bXX\b|[*<>{}]")
THERE = [
    f"/{path.relative_to(ROOT).as_posix()}"
    for top in TOPS
    for path in (ROOT / top, *(ROOT / top).rglob("*"))
    if "__pycache__" not in path.parts and "_built" not in path.parts
] + [f"/{path.name}" for path in ROOT.iterdir()]


def is_there(name: str) -> bool:
    """Tell whether a file or folder of this name is in the repository, at any depth."""
    return any(path.endswith(f"/{name.strip('/')}") for path in THERE)


def paths_in(text: str) -> Iterator[str]:
    """Yield what a page writes as code and that is a path in the repository."""
    for name in re.findall(r"`([^`\s]+)`", text):
        first = name.partition("/")[0]
        is_path = "/" in name and (first in TOPS or first in ROOMS)
        is_source = name.endswith(SOURCES) and re.fullmatch(r"[\w./-]+", name) is not None
        if (is_path or is_source) and not PLACEHOLDER.search(name.replace("README", "")):
            yield name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_path_that_a_page_names_exists(page: Path) -> None:
    assert [name for name in paths_in(page.read_text("utf-8")) if not is_there(name)] == []


def test_a_path_that_is_gone_is_found() -> None:
    text = "see `src/intake/gone.py`, `gone.sh`, `store/` and `store/migrations/mNNNN_what.py`"
    assert [name for name in paths_in(text) if not is_there(name)] == [
        "src/intake/gone.py",
        "gone.sh",
    ]
    assert is_there("store/")


def test_the_house_of_the_readme_stands_as_drawn() -> None:
    drawing = (ROOT / "README.md").read_text("utf-8").split("## The house")[1].split("```")[1]
    named = re.findall(r"(?<![\w/])((?:[\w-]+/)+)(?=[\s,]|$)", drawing)
    assert {"src/intake/", "gui/", "packaging/"} <= set(named)
    assert [name for name in named if not is_there(name)] == []


def test_the_program_and_the_package_say_the_same_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert intake.__version__ == project["version"]


def test_the_catalogues_are_built_anew_when_what_builds_them_changes() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    resources = next(line for line in makefile.splitlines() if line.startswith("RESOURCES := "))
    for name in ("build_resources.py", "catalogues.py"):
        assert f"packaging/{name}" in resources
