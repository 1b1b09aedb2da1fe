"""Our own line icons, tinted from the theme; knows no widget."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from intake.gui.theme import ICON_SIZE, Tokens, theme
from intake.resources import resource_path

# Icons that point along the reading direction are drawn mirrored in right-to-left languages.
DIRECTED = frozenset({"back", "forward", "chevron-forward", "export", "skip", "undo", "send"})
_RATIOS = (1.0, 2.0)
_PROGRAM = "program/case-intake"
_PROGRAM_SIZES = (16, 24, 32, 48, 64, 128, 256)


def pixmap(
    name: str, colour: QColor, *, size: int = ICON_SIZE, ratio: float = 1.0, mirrored: bool = False
) -> QPixmap:
    """Return one icon as a picture; drawn once, since styles ask again and again.

    Args:
        name: File name below ``resources/icons`` without ``.svg``.
        colour: Colour of all strokes.
        size: Edge in device-independent pixels.
        ratio: Device pixels per device-independent pixel.
        mirrored: Draw it as seen in a mirror.
    """
    return _drawn(name, colour.name(), size, ratio, mirrored)


def icon(name: str, tint: str = "ink", *, on_tint: str = "accent", mirrored: bool = False) -> QIcon:
    """Return an icon in the theme's colours, sharp at 100 and 200 per cent.

    Args:
        name: As in ``pixmap``.
        tint: Colour token when at rest.
        on_tint: Colour token when checked.
        mirrored: The reading direction is right to left.
    """
    flip = mirrored and name in DIRECTED
    return _tinted(name, tint, on_tint, flip, theme().scaled(ICON_SIZE), theme().tokens)


def program_icon() -> QIcon:
    """Return the picture of the program itself, in its own colours, for the window's frame."""
    drawing = QByteArray(_source(_PROGRAM).encode())
    made = QIcon()
    for edge in _PROGRAM_SIZES:
        picture = QPixmap(edge, edge)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        QSvgRenderer(drawing).render(painter)
        painter.end()
        made.addPixmap(picture)
    return made


@lru_cache(maxsize=512)
def _tinted(
    name: str,
    tint: str,
    on_tint: str,
    flip: bool,  # noqa: FBT001 (part of the key of the cache)
    size: int,
    tokens: Tokens,
) -> QIcon:
    made = QIcon()
    states = (
        (QIcon.Mode.Normal, QIcon.State.Off, tint),
        (QIcon.Mode.Normal, QIcon.State.On, on_tint),
        (QIcon.Mode.Disabled, QIcon.State.Off, "disabled"),
    )
    for ratio in _RATIOS:
        for mode, state, colour in states:
            picture = _drawn(name, tokens.colour(colour).name(), size, ratio, flip)
            made.addPixmap(picture, mode, state)
    return made


@lru_cache(maxsize=1024)
def _drawn(
    name: str,
    colour: str,
    size: int,
    ratio: float,
    mirrored: bool,  # noqa: FBT001 (part of the key of the cache)
) -> QPixmap:
    picture = QPixmap(QSize(size, size) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    if mirrored:
        painter.translate(size, 0)
        painter.scale(-1, 1)
    drawing = _source(name).replace("currentColor", colour).encode()
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return resource_path("icons", f"{name}.svg").read_text("utf-8")
