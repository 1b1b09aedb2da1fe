from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from intake.domain.marks import MarkKind
from intake.gui.theme import (
    HIGHEST_ZOOM,
    LOWEST_ZOOM,
    Appearance,
    FontRole,
    Theme,
    build_stylesheet,
    load_tokens,
    theme,
)

CONCRETE = [Appearance.LIGHT, Appearance.DARK, Appearance.CONTRAST]

# (ink token, ground token) that meet on some page.
TEXT_PAIRS = [
    ("ink", "window"),
    ("ink", "surface"),
    ("ink", "sunken"),
    ("ink", "hover"),
    ("ink", "selection"),
    ("ink", "info_tint"),
    ("ink", "warn_tint"),
    ("ink", "danger_tint"),
    ("ink", "ok_tint"),
    ("muted", "window"),
    ("muted", "surface"),
    ("muted", "sunken"),
    ("muted", "selection"),
    ("muted", "hover"),
    ("accent", "window"),
    ("accent", "surface"),
    ("accent", "hover"),
    ("accent", "selection"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("warn", "window"),
    ("warn", "surface"),
    ("warn", "warn_tint"),
    ("danger", "window"),
    ("danger", "surface"),
    ("danger", "sunken"),
    ("danger", "danger_tint"),
    ("on_danger", "danger"),
    ("on_danger", "danger_hover"),
    ("ok", "window"),
    ("ok", "surface"),
    ("ok", "ok_tint"),
]
# Frames of controls and focus rings must be seen too (WCAG 1.4.11).
SHAPE_PAIRS = [
    ("disabled", "window"),
    ("disabled", "surface"),
    ("control_line", "surface"),
    ("control_line", "window"),
    ("focus", "surface"),
    ("focus", "window"),
    ("focus", "sunken"),
]
FLOOR = {Appearance.LIGHT: 4.5, Appearance.DARK: 4.5, Appearance.CONTRAST: 7.0}


def luminance(colour: QColor) -> float:
    def channel(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (channel(v) for v in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("appearance", CONCRETE)
def test_every_pair_of_text_and_ground_can_be_read(appearance: Appearance) -> None:
    tokens = load_tokens(appearance)
    weak = {
        (ink, ground): round(contrast(tokens.colour(ink), tokens.colour(ground)), 2)
        for ink, ground in TEXT_PAIRS
        if contrast(tokens.colour(ink), tokens.colour(ground)) < FLOOR[appearance]
    }
    assert weak == {}


@pytest.mark.parametrize("appearance", CONCRETE)
def test_frames_and_focus_rings_can_be_seen(appearance: Appearance) -> None:
    tokens = load_tokens(appearance)
    weak = {
        (line, ground): round(contrast(tokens.colour(line), tokens.colour(ground)), 2)
        for line, ground in SHAPE_PAIRS
        if contrast(tokens.colour(line), tokens.colour(ground)) < 3.0
    }
    assert weak == {}


@pytest.mark.parametrize("appearance", CONCRETE)
def test_what_is_disabled_looks_paler_than_what_is_not(appearance: Appearance) -> None:
    tokens = load_tokens(appearance)
    ground = tokens.colour("window")
    usual = contrast(tokens.colour("ink"), ground)
    assert contrast(tokens.colour("disabled"), ground) < 0.6 * usual
    rules = [line for line in build_stylesheet(tokens, 100).splitlines() if ":disabled" in line]
    disabled = [line for line in rules if line.startswith("QPushButton") and "segment" not in line]
    primary = next(line for line in disabled if "primary" in line)
    assert f"background: {tokens.window}; color: {tokens.disabled}" in primary
    assert tokens.muted not in "".join(disabled)


@pytest.mark.parametrize("appearance", CONCRETE)
@pytest.mark.parametrize("kind", list(MarkKind))
def test_marked_words_keep_a_strong_contrast(appearance: Appearance, kind: MarkKind) -> None:
    tokens = load_tokens(appearance)
    assert contrast(tokens.colour("ink"), tokens.mark(kind)) >= 7.0


def test_contrast_is_measured_as_wcag_defines_it() -> None:
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21.0)
    assert contrast(QColor("#777777"), QColor("#FFFFFF")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("appearance", CONCRETE)
@pytest.mark.parametrize("zoom", [LOWEST_ZOOM, 100, HIGHEST_ZOOM])
def test_qt_understands_the_whole_style_sheet(
    qtbot: QtBot, appearance: Appearance, zoom: int
) -> None:
    # Qt complains about a sheet that it cannot parse; a warning fails the test.
    sheet = build_stylesheet(load_tokens(appearance), zoom)
    assert "${" not in sheet
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setStyleSheet(sheet)
    widget.ensurePolished()


def test_the_corner_between_two_scroll_bars_has_the_ground_of_its_table(
    qtbot: QtBot, installed_theme: Theme
) -> None:
    sheet = build_stylesheet(installed_theme.tokens, 100)
    assert "QAbstractScrollArea::corner { background: transparent" in sheet, "not every style is so"
    table = QTableWidget(40, 40)
    qtbot.addWidget(table)
    table.setProperty("frame", True)  # noqa: FBT003 (Qt's signature)
    table.resize(300, 200)
    for appearance in CONCRETE:
        installed_theme.set_appearance(appearance)
        table.show()
        place = QPoint(table.width() - 9, table.height() - 9)
        seen = table.grab().toImage().pixelColor(place)
        assert seen == installed_theme.tokens.colour("surface")


def test_appearance_reaches_the_palette(qapp: QApplication) -> None:
    for appearance in CONCRETE:
        theme().set_appearance(appearance)
        expected = load_tokens(appearance).colour("window")
        assert qapp.palette().color(QPalette.ColorRole.Window) == expected


def test_a_change_of_appearance_is_told_once(qtbot: QtBot, installed_theme: Theme) -> None:
    told: list[int] = []
    installed_theme.changed.connect(lambda: told.append(1))
    installed_theme.set_appearance(Appearance.DARK)
    installed_theme.set_appearance(Appearance.DARK)
    assert told == [1]


def test_zoom_scales_every_font_and_stays_in_its_limits(installed_theme: Theme) -> None:
    before = {role: installed_theme.font(role).pointSizeF() for role in FontRole}
    installed_theme.set_zoom(150)
    for role in FontRole:
        assert installed_theme.font(role).pointSizeF() == pytest.approx(before[role] * 1.5)
    assert installed_theme.scaled(20) == 30
    installed_theme.set_zoom(900)
    assert installed_theme.zoom == HIGHEST_ZOOM
    installed_theme.set_zoom(1)
    assert installed_theme.zoom == LOWEST_ZOOM


def test_there_is_one_theme_for_the_application(installed_theme: Theme) -> None:
    assert theme() is installed_theme
