"""What is written for another system offers the same functions; only Linux's part is run here."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import intake.vault

ROOM = Path(intake.vault.__file__).parent


def public_functions(name: str) -> dict[str, str]:
    """Return the public functions of a module with their parameters and results."""
    tree = ast.parse((ROOM / f"{name}.py").read_text(encoding="utf-8"))
    return {
        node.name: f"{len(node.args.args) - len(node.args.defaults)} {ast.unparse(node.returns)}"
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and node.returns
    }


@pytest.mark.parametrize(
    ("here", "elsewhere"),
    [
        ("disk_posix", "disk_windows"),
        ("free_memory_linux", "free_memory_macos"),
        ("free_memory_linux", "free_memory_windows"),
        ("hardening_linux", "hardening_macos"),
        ("hardening_linux", "hardening_windows"),
        ("instance_lock_posix", "instance_lock_windows"),
    ],
)
def test_a_module_for_another_system_offers_the_same(here: str, elsewhere: str) -> None:
    assert public_functions(here)
    assert public_functions(elsewhere) == public_functions(here)


def test_every_module_for_another_system_is_compared() -> None:
    others = {path.stem for path in ROOM.glob("*.py") if path.stem.endswith(("windows", "macos"))}
    assert len(others) == 6
