"""The picture of how far people stand out: its bars, its words and its numbers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from intake.gui.export.class_picture import ClassPicture, band_name, people_by_band
from intake.gui.theme import theme

RTL = Qt.LayoutDirection.RightToLeft


def test_people_are_counted_by_the_size_of_their_group() -> None:
    assert people_by_band((1, 1, 3, 5, 30)) == [2, 3, 5, 0, 30]
    assert [band_name(*band) for band in ((1, 1), (2, 4), (20, None))] == ["1", "2–4", "20+"]


def test_a_range_reads_from_its_low_end_from_right_to_left_too(qapp: QApplication) -> None:
    qapp.setLayoutDirection(RTL)
    try:
        names = [band_name(*band) for band in ((1, 1), (2, 4), (20, None))]
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert names == ["1", "\u20662–4\u2069", "\u206620+\u2069"]


def test_numbers_are_told_in_the_digits_of_the_language(qtbot: QtBot) -> None:
    picture = ClassPicture()
    qtbot.addWidget(picture)
    usual = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Arabic, QLocale.Country.Egypt))
    try:
        picture.show_classes((2, 2), (5,), 5)
        told = picture.as_text() + band_name(10, 19)
    finally:
        QLocale.setDefault(usual)
    assert not set(told) & set("0123456789")


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, RTL])
def test_bars_stand_in_the_middle_of_their_row_and_can_be_seen(
    qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    picture = ClassPicture()
    qtbot.addWidget(picture)
    picture.setLayoutDirection(direction)
    picture.resize(600, picture.sizeHint().height())
    picture.show_classes((1, *[30] * 30), (1, *[30] * 30), 1)
    image, colour = picture.grab().toImage(), theme().tokens.colour("accent")
    row = theme().scaled(34)
    drawn = [
        (x, y) for x in range(image.width()) for y in range(row) if image.pixelColor(x, y) == colour
    ]
    heights, widths = {y for _, y in drawn}, {x for x, _ in drawn}
    assert abs((min(heights) + max(heights)) / 2 - row / 2) <= 1.5
    assert len(widths) >= 2, "one person among a thousand"


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, RTL])
def test_the_picture_tells_before_from_after_and_small_from_large(
    qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    def drawn(before: tuple[int, ...], after: tuple[int, ...], k: int) -> object:
        picture = ClassPicture()
        qtbot.addWidget(picture)
        picture.setLayoutDirection(direction)
        picture.resize(picture.sizeHint())
        if before or after:
            picture.show_classes(before, after, k)
        assert picture.minimumSizeHint().height() == picture.height()
        return picture.grab().toImage()

    assert drawn((5,), (), 5) != drawn((), (5,), 5), "outline and filled"
    assert drawn((5,), (5,), 5) != drawn((5,), (5,), 10), "a warning below the wanted size"
    assert drawn((), (), 5) != drawn((1,), (1,), 5)


def test_the_picture_can_be_read_as_words(qtbot: QtBot) -> None:
    picture = ClassPicture()
    qtbot.addWidget(picture)
    picture.show_classes((1, 1), (5,), 5)
    assert picture.as_text().startswith("groups of 1: 2 before, 0 after; ")
    assert "groups of 5–9: 0 before, 5 after" in picture.as_text()


@pytest.mark.parametrize(("before", "after"), [((), (1,)), ((1,), ()), ((1,), (1,))])
def test_a_lone_bar_stands_on_the_line_of_its_label(
    qtbot: QtBot, before: tuple[int, ...], after: tuple[int, ...]
) -> None:
    picture = ClassPicture()
    qtbot.addWidget(picture)
    picture.resize(600, picture.sizeHint().height())
    picture.show_classes(before, after, 1)
    image = picture.grab().toImage()
    row, middle = theme().scaled(34), image.width() // 2
    ground = image.pixelColor(middle, row + 2)
    heights = [y for y in range(row) if image.pixelColor(middle, y) != ground]
    assert abs((min(heights) + max(heights)) / 2 - row / 2) <= 1.5
