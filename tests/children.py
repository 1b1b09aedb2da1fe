"""The environment of programs that tests start and look at from outside."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


# The package that has a program, where it has another name.
_PACKAGES = {"xvfb-run": "xvfb xauth", "dbus-run-session": "dbus-daemon"}


def require(*programs: str) -> None:
    """Fail a test that cannot be run here, and say what to install."""
    missing = [name for name in programs if shutil.which(name) is None]
    if missing:
        packages = " ".join(_PACKAGES.get(name, name) for name in missing)
        pytest.fail(f"Programs are missing. Install them: apt-get install {packages}")


def environment(root: Path = ROOT) -> dict[str, str]:
    """Return the environment for a child that imports the program and the tests from a tree.

    Nobody counts its lines: that would write files which are none of the program's, and take time.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    places = (root / "src", root / "packaging", root)
    return {**kept, "PYTHONPATH": os.pathsep.join(map(str, places))}
