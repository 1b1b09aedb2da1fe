"""What every test of the window lives with: the theme in force, and English."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from intake.gui.theme import Appearance, Theme, install_theme


@pytest.fixture(autouse=True)
def installed_theme(qapp: QApplication) -> Theme:
    """Put the light appearance at normal size on the application."""
    return install_theme(Appearance.LIGHT)
