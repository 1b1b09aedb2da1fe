"""Holds the tests to the coverage that ``[tool.intake.coverage]`` promises; it runs no tests.

usage: python -m checks.coverage_gate COVERAGE.json
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOM_PARTS = 3  # src/intake/<room>
SHOWN = 8


def shortfalls(measured: dict[str, Any], *, complete: list[str], overall: float) -> Iterator[str]:
    """Yield one line for each place that is covered less than promised.

    Args:
        measured: What ``coverage json`` wrote, with branches.
        complete: Rooms whose every line and branch must run.
        overall: Share of lines and branches of the whole package that must run, in percent.
    """
    rooms_seen = set()
    for name, file in sorted(measured["files"].items()):
        parts = Path(name).parts
        room = parts[ROOM_PARTS - 1] if len(parts) > ROOM_PARTS else ""
        if room not in complete:
            continue
        rooms_seen.add(room)
        lines, branches = file["missing_lines"], file.get("missing_branches", [])
        if lines or branches:
            yield f"{name}: {_some(lines, 'lines')} and {_some(branches, 'branches')} did not run"
    for room in sorted(set(complete) - rooms_seen):
        yield f"{room}: nothing was measured"
    total = measured["totals"]["percent_covered"]
    if total < overall:
        yield f"the whole: {total:.1f} % of lines and branches ran; {overall} % are promised"


def _some(places: list[Any], what: str) -> str:
    shown = " ".join(str(place) for place in places[:SHOWN])
    more = " ..." if len(places) > SHOWN else ""
    return f"{len(places)} {what} ({shown}{more})" if places else f"0 {what}"


def main(path: Path) -> int:
    """Print the shortfalls of the report at ``path``; return 1 if there are any."""
    promised = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))
    gate = promised["tool"]["intake"]["coverage"]
    measured = json.loads(path.read_text(encoding="utf-8"))
    found = list(shortfalls(measured, complete=gate["complete"], overall=gate["overall"]))
    for line in found:
        print(line, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
