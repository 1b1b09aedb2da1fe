"""The Debian package depends on what its program asks for; its profile lets nothing else run."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import PySide6
import pytest
import sqlcipher3

from deb.depends import asked_for, main

ROOT = Path(__file__).parents[2]
XCB = Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"
DATABASE = next(Path(sqlcipher3.__file__).parent.glob("_sqlite3*.so"))


def test_a_library_of_the_system_becomes_a_dependency(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(DATABASE, tmp_path)
    assert main(tmp_path) == 0
    assert capsys.readouterr().out.strip() == "libc6 (>= 2.34)"


def test_a_library_that_nobody_named_a_package_for_stops_the_build(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(XCB, tmp_path)
    assert main(tmp_path) == 1
    assert "libQt6Gui.so.6" in capsys.readouterr().err


def test_a_library_that_the_program_carries_is_not_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(DATABASE, tmp_path)
    for library in asked_for(tmp_path):
        shutil.copy(DATABASE, tmp_path / library)
    assert main(tmp_path) == 0
    assert capsys.readouterr().out.strip() == ""


def test_the_profile_grants_no_network_and_runs_nothing_but_the_program() -> None:
    text = (ROOT / "packaging" / "deb" / "apparmor").read_text("utf-8")
    rules = [line.strip() for line in text.splitlines() if not line.lstrip().startswith("#")]
    granted = [rule for rule in rules if rule.startswith(("network", "allow network"))]
    assert granted == ["network unix,"]
    assert {"deny network inet,", "deny network inet6,"} <= set(rules)
    runs = [rule for rule in rules if re.search(r"/\S*\s[a-zA-Z]*x,$", rule)]
    assert runs == ["/usr/lib/case-intake/intake rix,"]
