"""The environment of programs that tests start and look at from outside."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).parents[1]


def environment(root: Path = ROOT) -> dict[str, str]:
    """Return the environment for a child that imports the program and the tests from a tree.

    Nobody counts its lines: that would write files which are none of the program's, and take time.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    places = (root / "src", root / "packaging", root)
    return {**kept, "PYTHONPATH": os.pathsep.join(map(str, places))}
