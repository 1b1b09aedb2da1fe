"""The rules that hold for every test do fail a test that breaks them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

ROOT = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Lay out an empty project that has this project's rules for tests."""
    (tmp_path / "tests").mkdir()
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copy(ROOT / "tests" / "conftest.py", tmp_path / "tests")
    return tmp_path


def outcome(project: Path, body: str) -> str:
    """Run one test with ``body`` and return pytest's closing line."""
    (project / "tests" / "test_it.py").write_text(body, encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-q"],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )
    return result.stdout.strip().rpartition("\n")[2]


def test_a_test_that_does_nothing_wrong_passes(project: Path) -> None:
    assert "1 passed" in outcome(project, "def test_it(): assert 1 == 1\n")


@pytest.mark.parametrize(
    "body",
    [
        "import logging\ndef test_it(): logging.getLogger('x').error('y')\n",
        "import warnings\ndef test_it(): warnings.warn('y')\n",
        "from PySide6.QtCore import qWarning\ndef test_it(qapp): qWarning('y')\n",
        """
from PySide6.QtCore import QTimer
def test_it(qtbot):
    QTimer.singleShot(0, lambda: 1 / 0)
    qtbot.wait(20)
""",
    ],
    ids=["logged error", "warning", "Qt warning", "error inside a slot"],
)
def test_an_error_that_would_go_unseen_fails_the_test(project: Path, body: str) -> None:
    closing = outcome(project, body)
    assert "1 failed" in closing or "1 error" in closing


def test_a_marked_test_may_provoke_a_logged_error(project: Path) -> None:
    body = (
        "import logging, pytest\n"
        "@pytest.mark.logs_errors\n"
        "def test_it(): logging.getLogger('x').error('y')\n"
    )
    assert "1 passed" in outcome(project, body)


def test_no_test_sees_the_home_of_the_person_who_runs_it(home: Path) -> None:
    assert Path.home() == home
    assert Path(os.environ["XDG_CONFIG_HOME"]).is_relative_to(home)


@given(st.integers())
def test_the_rules_do_not_stand_in_the_way_of_generated_examples(number: int) -> None:
    assert isinstance(number, int)
