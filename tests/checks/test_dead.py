"""The check for dead code names what nothing calls, and allowances that are no longer needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.dead import dead_code


@pytest.fixture
def source(tmp_path: Path) -> Path:
    (tmp_path / "room.py").write_text(
        "from enum import Enum\n"
        "LIMIT = 3\n"
        "class Colour(Enum):\n"
        "    RED = 1\n"
        "class Page:\n"
        "    title: str\n"
        "    def show(self): ...\n"
        "def walk(page: Page, colour: Colour): ...\n"
    )
    return tmp_path


def test_unused_constants_methods_and_functions_are_named(source: Path) -> None:
    found = list(dead_code([source], {}))
    assert [line.partition(": ")[2] for line in found] == [
        "unused variable LIMIT",
        "unused method show",
        "unused function walk",
    ]


def test_what_is_called_is_not_named(source: Path) -> None:
    with (source / "room.py").open("a") as more:
        more.write("walk(Page().show(), LIMIT)\n")
    assert list(dead_code([source], {})) == []


def test_what_is_allowed_is_not_named(source: Path) -> None:
    allowed = dict.fromkeys(("LIMIT", "show", "walk"), "a person types it")
    assert list(dead_code([source], allowed)) == []


def test_an_allowance_that_is_not_needed_is_named(source: Path) -> None:
    allowed = dict.fromkeys(("LIMIT", "show", "walk", "Colour"), "a person types it")
    (finding,) = dead_code([source], allowed)
    assert finding.startswith("Colour: ")


def test_an_allowance_without_a_reason_is_named(source: Path) -> None:
    (finding,) = dead_code([source], {"LIMIT": " ", "show": "a reason", "walk": "a reason"})
    assert finding == "LIMIT: allowed to be unused without a reason"
