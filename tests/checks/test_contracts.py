"""Each contract between the rooms of the house notices when it is broken."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "intake"
ROOMS = [
    "gui",
    "cli",
    "services",
    "export",
    "store",
    "vault",
    "forms",
    "redaction",
    "disclosure",
    "domain",
]
FLOORS = "A floor imports only floors below; rooms on one floor do not know each other"
QT = "Only the window knows Qt"
PAGES = "Only windows and pages know pages"
DATABASE = "Only the store knows the database"
NETWORK = "Nobody knows the network"
CODE_FROM_DATA = "Nothing runs code out of data or leaves plain text in a temporary file"
DOMAIN = "The domain knows only the standard library"


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the project's contracts over the package that stands in ``folder``."""
    return subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": "", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Build an empty house with every room of the real one, under the real contracts."""
    for room in ROOMS:
        (tmp_path / "intake" / room).mkdir(parents=True)
        (tmp_path / "intake" / room / "__init__.py").touch()
    for inner in (path.parent for path in PACKAGE.glob("gui/*/__init__.py")):
        (tmp_path / "intake" / "gui" / inner.name).mkdir()
        (tmp_path / "intake" / "gui" / inner.name / "__init__.py").touch()
    for module in PACKAGE.glob("*.py"):
        (tmp_path / "intake" / module.name).touch()
    config = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(config, encoding="utf-8")
    return tmp_path


def test_an_empty_house_keeps_all_contracts(house: Path) -> None:
    result = lint_imports(house)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("room", "line", "contract"),
    [
        ("domain", "import intake.store", FLOORS),
        ("store", "import intake.export", FLOORS),
        ("export", "import intake.services", FLOORS),
        ("services", "import intake.cli", FLOORS),
        ("store", "import intake.vault", FLOORS),
        ("vault", "import intake.store", FLOORS),
        ("redaction", "import intake.disclosure", FLOORS),
        ("forms", "import intake.redaction", FLOORS),
        ("cli", "import intake.gui", FLOORS),
        ("gui", "import intake.cli", FLOORS),
        ("gui/widgets", "import intake.gui.pages", PAGES),
        ("services", "from PySide6.QtCore import QObject", QT),
        ("cli", "import shiboken6", QT),
        ("services", "import sqlcipher3", DATABASE),
        ("vault", "import sqlite3", DATABASE),
        ("gui", "import socket", NETWORK),
        ("services", "import ssl", NETWORK),
        ("export", "import http.client", NETWORK),
        ("forms", "import urllib3", NETWORK),
        ("store", "import pickle", CODE_FROM_DATA),
        ("export", "import tempfile", CODE_FROM_DATA),
        ("domain", "import lark", DOMAIN),
    ],
    ids=lambda value: value if " " not in value else value.split()[1],
)
def test_a_forbidden_import_breaks_its_contract(
    house: Path, room: str, line: str, contract: str
) -> None:
    (house / "intake" / room / "stranger.py").write_text(f"{line}\n", encoding="utf-8")
    result = lint_imports(house)
    assert result.returncode == 1, result.stdout + result.stderr
    assert f"{contract} BROKEN" in " ".join(result.stdout.split())


def test_a_room_without_a_floor_breaks_the_contract(house: Path) -> None:
    (house / "intake" / "attic.py").touch()
    result = lint_imports(house)
    assert result.returncode == 1
    assert "intake.attic" in result.stdout


def test_the_window_may_use_qt_and_the_store_the_database(house: Path) -> None:
    (house / "intake" / "gui" / "app.py").write_text("import PySide6.QtCore\n", encoding="utf-8")
    (house / "intake" / "store" / "open.py").write_text("import sqlcipher3\n", encoding="utf-8")
    (house / "intake" / "forms" / "links.py").write_text("import urllib.parse\n", encoding="utf-8")
    result = lint_imports(house)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    "line",
    [
        "import socket",
        "import urllib.request",
        "from urllib.request import urlopen",
        "import pickle",
        "import tempfile",
        "from PySide6 import QtNetwork",
        "from PySide6.QtNetwork import QTcpSocket",
        "from PySide6.QtWidgets import QMessageBox",
        "from PySide6.QtWidgets import QFileDialog",
        "from PySide6.QtCore import QSettings",
    ],
)
def test_the_linter_refuses_what_is_banned_by_name(line: str) -> None:
    result = subprocess.run(
        [
            Path(sys.executable).with_name("ruff"),
            *("check", "--select=TID251", "--no-cache"),
            *("--stdin-filename=src/intake/gui/stranger.py", "-"),
        ],
        cwd=ROOT,
        input=f"{line}\n",
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1
    assert "TID251" in result.stdout
