"""What ``make run`` prints without a display works as it stands."""

from __future__ import annotations

import shlex
import subprocess
from pathlib import Path

import pytest

import run
from intake.cli.main import run as intake

pytestmark = pytest.mark.no_cover


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


@pytest.mark.parametrize(("missing", "needed"), [([], True), (["libegl1"], False)])
def test_resources_are_built_without_a_display_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: list[str], *, needed: bool
) -> None:
    done: list[object] = []

    def note(command: list[str], **options: object) -> subprocess.CompletedProcess[str]:
        done.append(
            command[1:] if command[0] != "make" else ("make", command[-1], options["check"])
        )
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(run, "DEMO", tmp_path / "demo")
    monkeypatch.setattr(run, "has_display", lambda: False)
    monkeypatch.setattr(run, "missing_packages", lambda: missing)
    monkeypatch.setattr(subprocess, "run", note)
    assert run.main() == 0
    assert done == [
        ("make", "resources", needed),
        ["-P", "-m", "intake", "demo", str(tmp_path / "demo")],
    ]
