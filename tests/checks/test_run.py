"""What ``make run`` prints without a display works as it stands."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

import run
from intake.cli.main import run as intake


def test_the_printed_command_opens_the_bundle_of_the_demo(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "DEMO", tmp_path / "demo")
    assert intake(["demo", str(run.DEMO)]) == 0
    program, *words = shlex.split(run.opening_command())
    assert Path(program).name == "intake"
    assert intake(words) == 0
    assert (run.DEMO / "opened" / "report.html").is_file()
    assert "Bundle " in capsys.readouterr().out
    assert "{opening}" in run.WITHOUT_DISPLAY
