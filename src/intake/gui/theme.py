"""Colours, sizes and fonts by name, and the style made of them; the only place that knows any."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from enum import IntEnum, StrEnum
from functools import cache
from string import Template

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from intake.domain.marks import MarkKind
from intake.resources import resource_path


class Appearance(StrEnum):
    """What a person may choose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class FontRole(StrEnum):
    """What a piece of text is for."""

    SMALL = "small"
    BODY = "body"
    STATEMENT = "statement"
    HEADING = "heading"
    TITLE = "title"


class Space(IntEnum):
    """Distances in pixels, on a grid of 8 (4 inside controls)."""

    HALF = 4
    ONE = 8
    ONE_HALF = 12
    TWO = 16
    THREE = 24
    FOUR = 32
    SIX = 48


RADIUS = 6
ICON_SIZE = 20
CONTROL_HEIGHT = 36
RAIL_WIDTH = 92
FORM_WIDTH = 560
CARET_WIDTH = 2  # of what is only read; a caret one pixel wide is not found there
STATEMENT_MEASURE = 68  # characters a line
STATEMENT_LINE_HEIGHT = 145  # per cent
# A camera reads dark on light, whatever the appearance is.
CODE_INK, CODE_GROUND = "#000000", "#FFFFFF"
LOWEST_ZOOM, HIGHEST_ZOOM, ZOOM_STEP = 80, 200, 10

_POINTS = {
    FontRole.SMALL: 9.5,
    FontRole.BODY: 10.5,
    FontRole.STATEMENT: 12.0,
    FontRole.HEADING: 15.0,
    FontRole.TITLE: 20.0,
}
_FAMILIES = ["Noto Sans", "Noto Sans Arabic", "Noto Sans Georgian"]
_MONOSPACE = ["Noto Sans Mono", "DejaVu Sans Mono", "Menlo", "Consolas", "monospace"]


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one appearance, ``#RRGGBB`` (``backdrop`` is ``#AARRGGBB``).

    ``disabled`` is what cannot be used now: to be read, and paler than what can. ``*_tint`` are
    surfaces for messages; ``mark_*`` lie behind ink.
    """

    window: str
    surface: str
    sunken: str
    hover: str
    ink: str
    muted: str
    disabled: str
    line: str
    control_line: str
    accent: str
    accent_hover: str
    on_accent: str
    selection: str
    focus: str
    warn: str
    danger: str
    danger_hover: str
    on_danger: str
    ok: str
    info_tint: str
    warn_tint: str
    danger_tint: str
    ok_tint: str
    backdrop: str
    mark_person: str
    mark_place: str
    mark_organisation: str
    mark_date: str
    mark_number: str
    mark_other: str

    def colour(self, name: str) -> QColor:
        """Return a colour by token name."""
        return QColor(getattr(self, name))

    def mark(self, kind: MarkKind) -> QColor:
        """Return the colour behind a mark of this kind."""
        return self.colour(f"mark_{kind.value}")


@cache
def load_tokens(appearance: Appearance) -> Tokens:
    """Return the tokens of an appearance other than ``SYSTEM``."""
    path = resource_path("themes", f"{appearance.value}.json")
    return Tokens(**json.loads(path.read_text("utf-8")))


@cache
def _style_template() -> Template:
    return Template(resource_path("themes", "intake.qss").read_text("utf-8"))


def build_stylesheet(tokens: Tokens, zoom: int) -> str:
    """Return the style sheet for these colours at ``zoom`` per cent."""
    names = {field.name: getattr(tokens, field.name) for field in fields(tokens)}
    sizes = {f"pt_{role.value}": f"{_POINTS[role] * zoom / 100:.2f}pt" for role in FontRole}
    scaled = {
        "control_height": f"{round((CONTROL_HEIGHT - 16) * zoom / 100)}px",
        "radius": f"{RADIUS}px",
    }
    return _style_template().substitute(names | sizes | scaled)


def build_palette(tokens: Tokens) -> QPalette:
    """Return the palette that widgets without a style sheet rule paint with."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: tokens.window,
        QPalette.ColorRole.WindowText: tokens.ink,
        QPalette.ColorRole.Base: tokens.surface,
        QPalette.ColorRole.AlternateBase: tokens.window,
        QPalette.ColorRole.Text: tokens.ink,
        QPalette.ColorRole.PlaceholderText: tokens.muted,
        QPalette.ColorRole.Button: tokens.surface,
        QPalette.ColorRole.ButtonText: tokens.ink,
        QPalette.ColorRole.BrightText: tokens.danger,
        QPalette.ColorRole.ToolTipBase: tokens.ink,
        QPalette.ColorRole.ToolTipText: tokens.window,
        QPalette.ColorRole.Highlight: tokens.selection,
        QPalette.ColorRole.HighlightedText: tokens.ink,
        QPalette.ColorRole.Link: tokens.accent,
        QPalette.ColorRole.LinkVisited: tokens.accent,
        QPalette.ColorRole.Accent: tokens.accent,
        QPalette.ColorRole.Light: tokens.surface,
        QPalette.ColorRole.Midlight: tokens.hover,
        QPalette.ColorRole.Mid: tokens.line,
        QPalette.ColorRole.Dark: tokens.control_line,
        QPalette.ColorRole.Shadow: tokens.line,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    dimmed = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)
    for role in dimmed:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.disabled))
    return palette


class Theme(QObject):
    """The appearance in force; one per application, reached through ``theme()``.

    Signals:
        changed: Colours or sizes are different now; widgets that paint themselves update.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = Appearance.SYSTEM
        self._zoom = 100
        self._applied: tuple[Tokens, int] | None = None

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return load_tokens(self._resolved())

    @property
    def appearance(self) -> Appearance:
        """What the person chose."""
        return self._appearance

    @property
    def zoom(self) -> int:
        """Text size in per cent."""
        return self._zoom

    def set_appearance(self, appearance: Appearance) -> None:
        """Change the colours of the whole application."""
        if appearance is not self._appearance:
            self._appearance = appearance
            self.apply()

    def set_zoom(self, percent: int) -> None:
        """Change the text size of the whole application, within the limits."""
        percent = max(LOWEST_ZOOM, min(HIGHEST_ZOOM, percent))
        if percent != self._zoom:
            self._zoom = percent
            self.apply()

    def apply(self) -> None:
        """Put palette, font and style sheet on the application, unless they are there already.

        Every widget is styled anew by this, which takes a moment in a full window.
        """
        if self._applied == (self.tokens, self._zoom):
            return
        self._applied = (self.tokens, self._zoom)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.setPalette(build_palette(self.tokens))
        application.setFont(self.font(FontRole.BODY))
        application.setStyleSheet(build_stylesheet(self.tokens, self._zoom))
        self.changed.emit()

    def font(self, role: FontRole) -> QFont:
        """Return the font for a role at the zoom in force."""
        font = QFont(_FAMILIES)
        font.setPointSizeF(_POINTS[role] * self._zoom / 100)
        if role in (FontRole.HEADING, FontRole.TITLE):
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def monospace(self) -> QFont:
        """Return the font for keys, codes and digests."""
        font = QFont(_MONOSPACE)
        font.setStyleHint(QFont.StyleHint.Monospace)
        font.setPointSizeF(_POINTS[FontRole.BODY] * self._zoom / 100)
        return font

    def scaled(self, pixels: int) -> int:
        """Return a size in pixels at the zoom in force."""
        return round(pixels * self._zoom / 100)

    def _resolved(self) -> Appearance:
        if self._appearance is not Appearance.SYSTEM:
            return self._appearance
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return Appearance.DARK if dark else Appearance.LIGHT


def theme() -> Theme:
    """Return the application's theme; made at the first call, owned by the application."""
    application = QCoreApplication.instance()
    assert application is not None
    found = application.findChild(Theme, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, Theme) else Theme(application)


def install_theme(appearance: Appearance = Appearance.SYSTEM, zoom: int = 100) -> Theme:
    """Set style, palette, font and style sheet of the application once, at start-up."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.setStyle(QStyleFactory.create("Fusion"))
    installed = theme()
    installed.set_appearance(appearance)
    installed.set_zoom(zoom)
    installed.apply()
    return installed
