"""The coverage gate fails on a missing line or branch, a low total or an absent room."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from checks.coverage_gate import main, shortfalls


def measured(
    name: str = "src/intake/vault/header.py",
    *,
    lines: tuple[int, ...] = (),
    branches: tuple[tuple[int, int], ...] = (),
    total: float = 95.0,
) -> dict[str, Any]:
    return {
        "files": {
            "src/intake/vault/kdf.py": {"missing_lines": [], "missing_branches": []},
            name: {"missing_lines": list(lines), "missing_branches": [list(b) for b in branches]},
        },
        "totals": {"percent_covered": total},
    }


def gate(report: dict[str, Any], *complete: str) -> list[str]:
    return list(shortfalls(report, complete=list(complete or ["vault"]), overall=90))


def test_a_complete_room_and_a_high_total_pass() -> None:
    assert gate(measured(total=90.0)) == []


def test_one_missing_line_in_a_complete_room_fails() -> None:
    (finding,) = gate(measured(lines=(7,)))
    assert finding.startswith("src/intake/vault/header.py: 1 lines (7)")


def test_one_missing_branch_in_a_complete_room_fails() -> None:
    (finding,) = gate(measured(branches=((7, 9),)))
    assert "1 branches ([7, 9])" in finding


def test_many_missing_lines_are_counted_and_the_first_are_shown() -> None:
    (finding,) = gate(measured(lines=tuple(range(1, 10))))
    assert "9 lines (1 2 3 4 5 6 7 8 ...) and 0 branches" in finding


def test_a_missing_line_below_a_folder_of_a_complete_room_fails() -> None:
    assert len(gate(measured("src/intake/vault/parts/deep.py", lines=(1,)))) == 1


def test_a_missing_line_elsewhere_counts_only_in_the_total() -> None:
    assert gate(measured("src/intake/gui/app.py", lines=(7,))) == []


def test_a_low_total_fails() -> None:
    (finding,) = gate(measured(total=89.9))
    assert "89.9 %" in finding


def test_a_room_that_nobody_measured_fails() -> None:
    assert gate(measured(), "vault", "store") == ["store: nothing was measured"]


@pytest.mark.parametrize(("lines", "code"), [((), 0), ((7,), 1)])
def test_the_exit_code_says_whether_the_promise_was_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: tuple[int, ...], code: int
) -> None:
    monkeypatch.chdir(tmp_path)
    gate_line = '[tool.intake.coverage]\noverall = 90\ncomplete = ["vault"]\n'
    Path("pyproject.toml").write_text(gate_line, encoding="utf-8")
    Path("coverage.json").write_text(json.dumps(measured(lines=lines)), encoding="utf-8")
    assert main(Path("coverage.json")) == code
