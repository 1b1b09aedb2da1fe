"""The statement editor: plain text only, places in code points, marks that keep to their words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import (
    QClipboard,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QImage,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from intake.domain.ids import MarkId, PersonId
from intake.domain.marks import Decision, Mark, MarkKind
from intake.gui.clipboard import IN_APP
from intake.gui.theme import Appearance, Theme, install_theme, theme
from intake.gui.widgets.mark_highlighter import MarkHighlighter, Stretch, mark_format
from intake.gui.widgets.paged_text import PAGE_LENGTH, PagedText, page_starts
from intake.gui.widgets.statement_edit import StatementEdit
from tests.gui.hands import (
    ALT,
    BACKSPACE,
    CONTROL,
    END,
    ENTER,
    HOME,
    LEFT,
    RIGHT,
    SHIFT,
    TAB,
    click,
    press,
    type_text,
)

LAMP = "\U0001fa94"  # beyond U+FFFF: one code point, two units in Qt
ARABIC = "\u0641\u062a\u062d \u0632\u0648\u0628\u0631\u0627 \u0627\u0644\u0628\u0627\u0628"
NASTY = f"{LAMP} Zubrava {LAMP}{LAMP} met \u0401\u043b\u043a\u0430\n{ARABIC}\nand Lampa {LAMP}."
HIDDEN, OPEN, KEPT = Decision.MASK, Decision.PENDING, Decision.KEEP


@pytest.fixture
def edit(qtbot: QtBot) -> Iterator[StatementEdit]:
    made = StatementEdit()
    qtbot.addWidget(made)
    made.resize(800, 400)
    with qtbot.waitActive(made):
        made.show()
    made.setFocus()
    IN_APP.clear()
    yield made
    IN_APP.clear()
    QGuiApplication.clipboard().clear()


def mark(
    text: str,
    words: str,
    decision: Decision = HIDDEN,
    kind: MarkKind = MarkKind.PERSON,
    person: str = "",
) -> Mark:
    start = text.index(words)
    known = PersonId(person) if person else None
    return Mark(MarkId(f"m-{words}"), start, start + len(words), kind, decision, known)


def drawn(edit: StatementEdit) -> dict[str, str]:
    """Return the words that each mark is drawn over, as Qt sees them."""
    cursor = QTextCursor(edit.document())
    found = {}
    for stretch in edit._highlighter.stretches:
        cursor.setPosition(stretch.start)
        cursor.setPosition(stretch.end, QTextCursor.MoveMode.KeepAnchor)
        found[stretch.key] = cursor.selectedText().replace("\u2029", "\n")
    return found


def formatted(edit: StatementEdit) -> list[str]:
    """Return every stretch of text that has a look of its own."""
    found = []
    block = edit.document().begin()
    while block.isValid():
        units = block.text().encode("utf-16-le")
        for part in block.layout().formats():
            start, end = 2 * part.start, 2 * (part.start + part.length)
            found.append(units[start:end].decode("utf-16-le"))
        block = block.next()
    return found


# -- plain text only ------------------------------------------------------------------------------


def test_only_the_plain_text_of_what_is_pasted_comes_in(edit: StatementEdit) -> None:
    rich = QMimeData()
    rich.setHtml("<b>bold</b> <img src='file:///etc/hostname'>")
    rich.setText("\ufeffbold\r\nline\u2028other\x00")
    QGuiApplication.clipboard().setMimeData(rich)
    press(Qt.Key.Key_V, CONTROL)
    assert edit.text() == "bold\nline\nother\ufffd"
    assert edit.toPlainText() == edit.text(), "places in the document are places in the text"
    assert "<b>" not in edit.toHtml()
    assert formatted(edit) == []


def test_other_sources_insert_plain_text_and_pictures_nothing(edit: StatementEdit) -> None:
    html, picture = QMimeData(), QMimeData()
    html.setHtml("<h1>Big</h1>")
    picture.setImageData(b"x")
    assert not edit.canInsertFromMimeData(picture)
    edit.insertFromMimeData(picture)
    assert edit.text() == ""
    assert edit.acceptRichText() is False
    assert edit.acceptDrops() is False
    words = QMimeData()
    words.setText("told")
    assert edit.canInsertFromMimeData(words)
    edit.insertFromMimeData(words)
    assert edit.text() == "told"


def test_what_is_copied_stays_inside_the_program(edit: StatementEdit) -> None:
    edit.load("one\ntwo three")
    press(Qt.Key.Key_A, CONTROL)
    press(Qt.Key.Key_C, CONTROL)
    assert IN_APP.text() == "one\ntwo three"
    assert QGuiApplication.clipboard().text() == ""
    assert edit.createMimeDataFromSelection().formats() == []
    press(Qt.Key.Key_X, CONTROL)
    assert edit.text() == ""
    press(Qt.Key.Key_V, CONTROL)
    press(Qt.Key.Key_V, CONTROL)
    assert edit.text() == "one\ntwo threeone\ntwo three"
    assert QGuiApplication.clipboard().text() == ""


def test_a_finalised_text_can_be_copied_but_not_changed(edit: StatementEdit) -> None:
    edit.load("settled")
    edit.setReadOnly(True)
    press(Qt.Key.Key_A, CONTROL)
    for key in (Qt.Key.Key_X, Qt.Key.Key_V):
        press(key, CONTROL)
    press(ENTER)
    type_text("x")
    edit.cut_inside()
    edit.paste_inside()
    assert edit.text() == "settled"
    press(Qt.Key.Key_C, CONTROL)
    assert IN_APP.text() == "settled"


def test_the_middle_button_brings_nothing_in(edit: StatementEdit) -> None:
    clipboard = QGuiApplication.clipboard()
    mode = QClipboard.Mode.Selection if clipboard.supportsSelection() else QClipboard.Mode.Clipboard
    clipboard.setText("from elsewhere", mode)
    place = edit.viewport().rect().center()
    QTest.mouseClick(edit.viewport(), Qt.MouseButton.MiddleButton, pos=place)
    assert edit.text() == ""
    edit.load("words to click on")
    QTest.mouseClick(edit.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(400, 20))
    assert edit.caret() > 0


def test_the_menu_is_our_own(qtbot: QtBot, edit: StatementEdit) -> None:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(50, 60))
    with qtbot.waitSignal(edit.menu_asked) as asked:
        QApplication.sendEvent(edit.viewport(), event)
    assert asked.args == [QPoint(50, 60)]
    assert event.isAccepted()


def test_prediction_services_get_nothing(edit: StatementEdit) -> None:
    hints = edit.inputMethodHints()
    assert hints & Qt.InputMethodHint.ImhSensitiveData
    assert hints & Qt.InputMethodHint.ImhNoPredictiveText


def test_tab_leaves_the_text(qtbot: QtBot) -> None:
    window, edit, after = QWidget(), StatementEdit(), QPushButton("after")
    column = QVBoxLayout(window)
    column.addWidget(edit)
    column.addWidget(after)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    edit.setFocus()
    type_text("told")
    press(TAB)
    assert edit.text() == "told"
    assert after.hasFocus()


# -- typing and undo ------------------------------------------------------------------------------


def test_what_was_typed_can_be_taken_back_and_brought_back(edit: StatementEdit) -> None:
    edit.load("told. ")
    press(END, CONTROL)
    type_text("more")
    press(Qt.Key.Key_Z, CONTROL)
    assert edit.text() == "told. "
    press(Qt.Key.Key_Z, CONTROL | SHIFT)
    assert edit.text() == "told. more"


def test_undo_never_brings_back_another_text(edit: StatementEdit) -> None:
    edit.load("of one person")
    edit.load("of another person")
    press(Qt.Key.Key_Z, CONTROL)
    assert edit.text() == "of another person"
    assert not edit.document().isUndoAvailable()


def test_enter_makes_one_plain_line_end(edit: StatementEdit) -> None:
    type_text("one")
    press(ENTER)
    press(ENTER, SHIFT)
    type_text("two")
    assert edit.text() == "one\n\ntwo"


def test_loading_commits_nothing_and_typing_is_handed_out_once(
    qtbot: QtBot, edit: StatementEdit
) -> None:
    heard: list[tuple[str, int]] = []
    edit.committed.connect(lambda text, caret: heard.append((text, caret)))
    edit.load("told", 2)
    edit.commit()
    assert heard == []
    assert edit.caret() == 2
    with qtbot.waitSignal(edit.typed):
        type_text("x")
    assert edit.is_dirty
    edit.commit()
    edit.commit()
    assert heard == [("toxld", 3)]
    edit.mark_dirty()
    edit.commit()
    assert heard == [("toxld", 3)] * 2


def test_leaving_hands_out_at_once(edit: StatementEdit) -> None:
    heard: list[str] = []
    edit.committed.connect(lambda text, _caret: heard.append(text))
    type_text("told")
    QApplication.sendEvent(edit, QFocusEvent(QEvent.Type.FocusOut))
    assert heard == ["told"]


def test_who_types_without_a_pause_is_saved_within_two_seconds(
    qtbot: QtBot, edit: StatementEdit
) -> None:
    assert edit._debounce.interval() + edit._deadline.interval() <= 2000
    type_text("a")
    qtbot.waitUntil(lambda: 0 < edit._deadline.remainingTime() < edit._deadline.interval() - 20)
    left = edit._deadline.remainingTime()
    type_text("b")
    assert 0 < edit._deadline.remainingTime() <= left, "the second key does not put it off"
    with qtbot.waitSignal(edit.committed, timeout=2000):
        type_text("c")
    assert not edit._deadline.isActive()


def test_a_byte_order_mark_in_front_is_not_kept(edit: StatementEdit) -> None:
    heard: list[tuple[str, int]] = []
    edit.committed.connect(lambda text, caret: heard.append((text, caret)))
    edit.load("\ufeff\ufefftold", 99)
    assert (edit.text(), edit.caret()) == ("told", 4)
    press(HOME, CONTROL)
    type_text("\ufeffI ")
    edit.commit()
    assert heard == [("I told", 2)]
    assert edit.document().characterAt(0) == "I"


# -- places are code points -----------------------------------------------------------------------


def test_caret_and_selection_are_counted_in_code_points(edit: StatementEdit) -> None:
    edit.load(NASTY, NASTY.index("Zubrava"))
    assert edit.caret() == NASTY.index("Zubrava")
    press(RIGHT, SHIFT, times=len("Zubrava"))
    start, end = edit.selection()
    assert NASTY[start:end] == "Zubrava"
    for words in (f"{LAMP}{LAMP}", "\u0401\u043b\u043a\u0430", ARABIC, "Lampa", LAMP):
        edit.select(NASTY.rindex(words), NASTY.rindex(words) + len(words))
        start, end = edit.selection()
        assert NASTY[start:end] == words
        assert edit.textCursor().selectedText() == words


def test_a_caret_beyond_the_text_goes_to_its_end(edit: StatementEdit) -> None:
    edit.load(LAMP, 40)
    assert edit.caret() == 1
    edit.load(LAMP, -3)
    assert edit.caret() == 0


def test_typing_between_wide_characters_keeps_every_place(edit: StatementEdit) -> None:
    edit.load(LAMP * 3, 2)
    type_text("x")
    assert edit.text() == LAMP * 2 + "x" + LAMP
    assert edit.caret() == 3
    press(LEFT, times=2)
    assert edit.caret() == 1
    type_text(LAMP)
    assert edit.caret() == 2


def test_a_place_is_brought_into_view_without_moving_the_caret(edit: StatementEdit) -> None:
    edit.load("\n".join(f"line {n} {LAMP}" for n in range(300)), 0)
    assert edit.verticalScrollBar().value() == 0
    edit.reveal(len(edit.text()) - 2)
    below = edit.verticalScrollBar().value()
    assert below > 0
    assert edit.caret() == 0
    edit.reveal(len(edit.text()) - 2)
    assert edit.verticalScrollBar().value() == below
    edit.reveal(10**6)


def test_lines_keep_their_measure_in_a_wide_window(edit: StatementEdit) -> None:
    edit.load("word " * 400)
    edit.resize(1600, 400)
    wide = edit.viewport().width()
    edit.resize(1300, 400)
    assert abs(edit.viewport().width() - wide) <= 2


# -- marks ----------------------------------------------------------------------------------------


def test_marks_are_drawn_over_their_words_whatever_stands_before_them(edit: StatementEdit) -> None:
    marks = [mark(NASTY, words) for words in ("Zubrava", ARABIC, "Lampa", f"{LAMP}{LAMP}")]
    edit.load(NASTY, marks=marks)
    wanted = {f"m-{words}": words for words in ("Zubrava", ARABIC, "Lampa", f"{LAMP}{LAMP}")}
    assert drawn(edit) == wanted
    assert set(formatted(edit)) == set(wanted.values())
    edit.show_marks(marks[:1])
    assert formatted(edit) == ["Zubrava"]


def test_a_mark_over_a_line_end_is_drawn_on_both_lines(edit: StatementEdit) -> None:
    text = "one two\nthree"
    edit.load(text, marks=[mark(text, "two\nthree")])
    assert formatted(edit) == ["two", "three"]


LETTERS = "aZ\u0451\u0641 \n" + LAMP


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(LETTERS, min_size=2, max_size=24),
    st.text(LETTERS, max_size=4),
    st.data(),
)
def test_marks_keep_to_their_words_while_anything_is_typed_anywhere(
    edit: StatementEdit, text: str, typed: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = Mark(MarkId("m"), start, end, MarkKind.PERSON, HIDDEN)
    edit.load(text, marks=[found])
    at = data.draw(st.integers(0, len(text)))
    until = data.draw(st.integers(at, len(text)))
    edit.select(at, until)
    edit.textCursor().insertText(typed)
    assert edit.text() == text[:at] + typed + text[until:]
    if until <= start or at >= end:
        assert drawn(edit) == {"m": text[start:end]}
        assert {s.decision for s in edit._highlighter.stretches} == {HIDDEN}
    elif (at, until) == (at, at) and not typed:
        assert drawn(edit) == {"m": text[start:end]}
    elif at > start or until < end:
        # What is left of the marked words stays covered, with what was typed among them.
        left = text[start : max(start, at)] + typed + text[min(end, until) : end]
        assert left in drawn(edit)["m"]
        assert {s.decision for s in edit._highlighter.stretches} == {OPEN}


def test_changing_marked_words_makes_the_mark_undecided(edit: StatementEdit) -> None:
    text = "met Zubrava there"
    edit.load(text, text.index("brava"), [mark(text, "Zubrava")])
    type_text("x")
    (stretch,) = edit._highlighter.stretches
    assert stretch.decision is OPEN
    assert drawn(edit) == {"m-Zubrava": "Zuxbrava"}
    press(Qt.Key.Key_A, CONTROL)
    press(BACKSPACE)
    assert drawn(edit) == {}


def test_typing_at_the_edge_leaves_a_mark_as_it_is(edit: StatementEdit) -> None:
    text = "met Zubrava there"
    edit.load(text, text.index("Zubrava"), [mark(text, "Zubrava"), mark(text, "there")])
    type_text("old ")
    assert drawn(edit) == {"m-Zubrava": "Zubrava", "m-there": "there"}
    assert {s.decision for s in edit._highlighter.stretches} == {HIDDEN}


def test_the_state_of_a_mark_is_told_by_line_and_fill_not_by_colour_alone() -> None:
    line = QTextCharFormat.UnderlineStyle
    looks = {d: mark_format(MarkKind.PERSON, d) for d in Decision}
    styles = {d: look.underlineStyle() for d, look in looks.items()}
    assert styles == {
        OPEN: line.DashUnderline,
        KEPT: line.SingleUnderline,
        HIDDEN: line.NoUnderline,
    }
    filled = {
        d: look.background().style() is not Qt.BrushStyle.NoBrush for d, look in looks.items()
    }
    assert filled == {OPEN: False, KEPT: False, HIDDEN: True}


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK, Appearance.CONTRAST])
def test_the_mark_in_focus_has_a_frame_that_no_kind_has(
    edit: StatementEdit, appearance: Appearance
) -> None:
    install_theme(appearance)
    text = "met Zubrava there"
    frame = theme().tokens.colour("ink").rgb()

    def frame_pixels(known: Mark, current: str) -> int:
        edit.load(text)
        edit.show_marks([known], current=current)
        picture = edit.viewport().grab().toImage()
        left = edit.cursorRect().left() - 2  # the caret stands before the text
        box = edit._highlighter.document().documentLayout().blockBoundingRect
        top = int(box(edit.document().firstBlock()).top())
        points = [(x, y) for x in range(left, left + 200) for y in range(top, top + 40)]
        return sum(picture.pixel(x, y) == frame for x, y in points)

    for kind in MarkKind:
        known = mark(text, "Zubrava", HIDDEN, kind)
        assert frame_pixels(known, known.id) > frame_pixels(known, "") + 40, kind
        assert theme().tokens.mark(kind).rgb() != frame


def test_marks_follow_the_colours_of_the_window(edit: StatementEdit) -> None:
    text = "met Zubrava there"
    edit.load(text, marks=[mark(text, "Zubrava")])
    light = edit.viewport().grab().toImage()
    install_theme(Appearance.DARK)
    assert edit.viewport().grab().toImage() != light
    install_theme(Appearance.LIGHT)
    assert edit.viewport().grab().toImage() == light


def test_the_caret_tells_the_innermost_mark(edit: StatementEdit) -> None:
    text = f"{LAMP} old Zubrava Lampa there"
    entered: list[str] = []
    edit.mark_entered.connect(entered.append)
    edit.load(text, 0, [mark(text, "old Zubrava Lampa"), mark(text, "Lampa")])
    press(RIGHT, times=2)
    press(RIGHT, times=len("old Zubrava "))
    press(END)
    assert entered == ["m-old Zubrava Lampa", "m-Lampa", ""]


def test_the_code_of_a_known_person_is_written_above_the_mark(edit: StatementEdit) -> None:
    text = f"{LAMP} met Zubrava there"
    found = mark(text, "Zubrava", person="p2")
    edit.load(text, marks=[found], tags={"p2": "P2"})
    tagged = edit.viewport().grab().toImage()
    edit.show_marks([found], tags={})
    assert edit.viewport().grab().toImage() != tagged
    edit.show_marks([found], tags={"p2": "P2"})
    assert edit.viewport().grab().toImage() == tagged


@pytest.mark.parametrize("zoom", [100, 200])
def test_a_code_above_the_first_line_is_whole_and_apart_from_the_words(
    edit: StatementEdit, installed_theme: Theme, zoom: int
) -> None:
    installed_theme.set_zoom(zoom)
    text = "\u017bubrava there"
    found = mark(text, text.split(maxsplit=1)[0], person="p2")
    edit.load(text, marks=[found])
    plain = edit.viewport().grab().toImage()
    edit.show_marks([found], tags={"p2": "P2"})
    tagged = edit.viewport().grab().toImage()
    edit.load("")
    bare = edit.viewport().grab().toImage()
    code, words = rows_that_differ(plain, tagged), rows_that_differ(bare, plain)
    assert code[0] > 0
    assert code[-1] + 1 < words[0]


def rows_that_differ(one: QImage, other: QImage) -> list[int]:
    columns = range(20, 120)  # beside the caret
    return [
        y for y in range(one.height()) if any(one.pixel(x, y) != other.pixel(x, y) for x in columns)
    ]


def test_marks_between_two_places_are_found_in_order(qtbot: QtBot, edit: StatementEdit) -> None:
    edit.load("x" * 100)
    lighter = edit._highlighter
    assert isinstance(lighter, MarkHighlighter)
    spans = ((0, 50), (10, 12), (60, 61))
    lighter.show_marks([Stretch(a, b, MarkKind.OTHER, OPEN, f"{a}") for a, b in reversed(spans)])
    assert [s.key for s in lighter.between(11, 60)] == ["0", "10"]
    assert [s.key for s in lighter.between(12, 61)] == ["0", "60"]
    assert lighter.at(55) is None


# -- very long texts ------------------------------------------------------------------------------


def test_a_very_long_text_is_read_page_by_page_and_loses_nothing(qtbot: QtBot) -> None:
    text = "".join(f"line {n} {'x' * 200}\n" for n in range(600)) + "y" * 50_000
    view = PagedText()
    qtbot.addWidget(view)
    view.show_text(text)
    with qtbot.waitActive(view):
        view.show()
    pages = []
    for _ in range(view.pages):
        pages.append(view.area.toPlainText())
        if view.on.isEnabled():
            click(view.on)
    assert "".join(pages) == text
    assert max(map(len, pages)) <= PAGE_LENGTH
    assert page_starts(text)[1] == text.rindex("\n", 0, PAGE_LENGTH) + 1
    assert not view.on.isEnabled()
    QTest.keyClick(view, LEFT, ALT)
    assert view.area.accessibleName() == f"Page {view.pages - 1} of {view.pages}"
    QTest.keyClick(view, RIGHT, ALT)
    QTest.keyClick(view, RIGHT)
    click(view.back)
    before = view.area.toPlainText()
    view.show_text(text)
    assert view.area.toPlainText() == before, "the same text stays at its page"
    type_text("z")
    assert view.area.toPlainText() == before
