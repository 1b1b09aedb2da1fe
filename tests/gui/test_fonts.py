"""Fonts that a package brings along are known to Qt; without them nothing is missing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from intake.gui.fonts import load_fonts, shipped_fonts

NOTO = Path("/usr/share/fonts/truetype/noto")


def test_the_fonts_of_a_folder_are_added_by_family(qtbot: QtBot, tmp_path: Path) -> None:
    for name in ("NotoSans-Regular", "NotoSans-Bold", "NotoSansGeorgian-Regular"):
        shutil.copy(NOTO / f"{name}.ttf", tmp_path)
    assert load_fonts(tmp_path) == ["Noto Sans", "Noto Sans Georgian"]


def test_a_file_that_is_no_font_adds_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "broken.ttf").write_bytes(b"no font")
    assert load_fonts(tmp_path) == []


def test_without_shipped_fonts_there_is_nothing_to_load(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("intake.resources._places", lambda: (tmp_path,))
    assert load_fonts(shipped_fonts()) == []
    (tmp_path / "fonts").mkdir()
    assert shipped_fonts() == tmp_path / "fonts"
