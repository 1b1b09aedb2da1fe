from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap
from PySide6.QtWidgets import QApplication

from intake.gui.icons import DIRECTED, icon, pixmap, program_icon
from intake.gui.theme import Appearance, theme
from intake.resources import resource_path

NAMES = sorted(path.stem for path in resource_path("icons").glob("*.svg"))


def image(picture: QPixmap) -> QImage:
    return picture.toImage().convertToFormat(QImage.Format.Format_ARGB32)


def painted(picture: QPixmap) -> list[QColor]:
    found = image(picture)
    pixels = [found.pixelColor(x, y) for x in range(found.width()) for y in range(found.height())]
    return [colour for colour in pixels if colour.alpha() > 200]


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_of_one_family_and_draws_something(qapp: QApplication, name: str) -> None:
    drawing = resource_path("icons", f"{name}.svg").read_text("utf-8")
    assert 'viewBox="0 0 20 20"' in drawing
    assert 'stroke-width="1.75"' in drawing
    assert not re.search(r"#[0-9A-Fa-f]{3,6}|style=", drawing), "colours come from the theme"
    assert painted(pixmap(name, QColor("#102030"), size=40))


def test_an_icon_has_the_colour_that_is_asked_for(qapp: QApplication) -> None:
    colours = {colour.name() for colour in painted(pixmap("lock", QColor("#a01020"), size=60))}
    assert "#a01020" in colours
    assert all(QColor(name).red() > QColor(name).blue() for name in colours)


def test_an_icon_follows_the_appearance(qapp: QApplication) -> None:
    theme().set_appearance(Appearance.LIGHT)
    light = image(icon("cases").pixmap(20, 20))
    theme().set_appearance(Appearance.DARK)
    assert image(icon("cases").pixmap(20, 20)) != light


def test_a_checked_icon_has_the_accent(qapp: QApplication) -> None:
    made = icon("cases")
    at_rest = image(made.pixmap(20, 20))
    checked = image(made.pixmap(20, 20, QIcon.Mode.Normal, QIcon.State.On))
    assert at_rest != checked


def test_only_directed_icons_are_mirrored(qapp: QApplication) -> None:
    for name in ("back", "lock"):
        plain = image(icon(name).pixmap(20, 20))
        turned = image(icon(name, mirrored=True).pixmap(20, 20))
        assert (plain != turned) == (name in DIRECTED)


def test_every_icon_that_is_asked_for_exists() -> None:
    sources = Path(__file__).parents[2] / "src" / "intake" / "gui"
    asked = set()
    for path in sources.rglob("*.py"):
        text = path.read_text("utf-8")
        asked |= set(re.findall(r'(?<!Rail)Button\("[^"]*", "([a-z-]+)"', text))
        asked |= set(
            re.findall(r'(?:IconButton|IconLabel|EmptyState|ChoiceCard)\("([a-z-]+)"', text)
        )
        asked |= set(re.findall(r'set_icon_name\("([a-z-]+)"', text))
    assert asked
    assert asked <= set(NAMES)


def test_the_window_has_the_picture_of_the_program_in_every_size(qapp: QApplication) -> None:
    made = program_icon()
    for edge in (16, 32, 128):
        colours = {colour.name() for colour in painted(made.pixmap(edge, edge))}
        assert "#0e6a6a" in colours
