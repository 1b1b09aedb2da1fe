from __future__ import annotations

import pytest
from PySide6.QtCore import QDateTime, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QMainWindow,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from intake.domain.changes import Changes
from intake.errors import WrongPassphraseError
from intake.gui.i18n import Interpreter
from intake.gui.theme import Appearance, install_theme, theme
from intake.gui.widgets import (
    Busy,
    Card,
    CheckBox,
    Chip,
    ChipKind,
    ComboBox,
    EmptyState,
    ErrorText,
    IconLabel,
    Label,
    LineEdit,
    MessageBar,
    MessageKind,
    Page,
    PrimaryButton,
    QuietButton,
    RadioButton,
    Rail,
    Sheet,
    StatusStrip,
)
from intake.gui.widgets.adaptive_row import AdaptiveRow
from intake.gui.widgets.busy import DELAY_MS
from intake.gui.widgets.recovery_groups import RecoveryGroups
from intake.gui.widgets.stepper import Stepper


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    made.setCentralWidget(QWidget())
    made.resize(1000, 600)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def ask(window: QMainWindow, *, stays: bool = False) -> tuple[Sheet, list[str]]:
    sheet = Sheet(
        window, "Erase?", "It cannot be undone.", affirmative="Erase", cancel="Keep", stays=stays
    )
    heard: list[str] = []
    sheet.accepted.connect(lambda: heard.append("yes"))
    sheet.rejected.connect(lambda: heard.append("no"))
    sheet.open()
    return sheet, heard


def test_only_the_affirmative_button_means_yes(window: QMainWindow) -> None:
    sheet, heard = ask(window)
    sheet.yes.click()
    assert heard == ["yes"]
    sheet, heard = ask(window)
    sheet.no.click()
    assert heard == ["no"]


def test_escape_means_no(qtbot: QtBot, window: QMainWindow) -> None:
    sheet, heard = ask(window)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert heard == ["no"]
    assert sheet.isHidden()


def test_the_safe_answer_has_the_keyboard_at_first(window: QMainWindow) -> None:
    sheet, _heard = ask(window)
    assert QApplication.focusWidget() is sheet.no


def test_a_form_in_a_sheet_has_the_keyboard_at_first(window: QMainWindow) -> None:
    sheet = Sheet(window, "Why?", affirmative="Save", cancel="Cancel")
    field, other = LineEdit(), LineEdit()
    sheet.body.addWidget(field)
    sheet.body.addWidget(other)
    sheet.set_first(other)
    sheet.open()
    assert QApplication.focusWidget() is other


def test_tab_stays_inside_a_sheet(qtbot: QtBot, window: QMainWindow) -> None:
    outside = QPushButton("outside", window.centralWidget())
    outside.show()
    sheet, _heard = ask(window)
    seen = set()
    for _press in range(5):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert seen == {sheet.yes, sheet.no}
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() in seen


def test_a_sheet_covers_the_window_and_follows_its_size(window: QMainWindow) -> None:
    sheet, _heard = ask(window)
    window.resize(1100, 700)
    assert sheet.geometry() == window.rect()


def test_the_keyboard_goes_back_where_it_was(window: QMainWindow) -> None:
    button = QPushButton("before", window.centralWidget())
    button.show()
    button.setFocus()
    sheet, _heard = ask(window)
    sheet.no.click()
    assert QApplication.focusWidget() is button


def test_a_sheet_that_stays_shows_an_error_and_can_be_tried_again(
    qtbot: QtBot, window: QMainWindow
) -> None:
    sheet, heard = ask(window, stays=True)
    sheet.yes.click()
    sheet.set_busy("Deriving the key")
    assert not sheet.yes.isEnabled()
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert heard == ["yes"], "nothing interrupts work that runs"
    sheet.show_error(WrongPassphraseError())
    assert sheet.yes.isEnabled()
    assert sheet.messages.code.text() == "S01"
    sheet.finish()
    assert sheet.isHidden()


def test_a_message_says_what_and_carries_its_code(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    assert bar.isHidden()
    for kind in MessageKind:
        bar.show_message(kind, "The disk is full.", code="A03", action="Try again")
        assert bar.isVisible()
        assert bar.accessibleName() == "The disk is full."
        assert bar.code.text() == "A03"
    with qtbot.waitSignal(bar.action_triggered):
        bar.action.click()
    with qtbot.waitSignal(bar.dismissed):
        bar._close.click()
    assert bar.isHidden()


def test_typed_markup_is_never_read_as_markup(qtbot: QtBot) -> None:
    label = Label("<b>x</b><img src='file:///etc/passwd'>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_work_that_is_quick_is_never_shown_as_work(qtbot: QtBot) -> None:
    busy = Busy()
    qtbot.addWidget(busy)
    busy.start("Working")
    busy.stop()
    qtbot.wait(DELAY_MS + 100)
    assert busy.isHidden()


def test_long_work_shows_progress_and_can_be_cancelled(qtbot: QtBot) -> None:
    busy = Busy()
    qtbot.addWidget(busy)
    busy.start("Checking", cancel="Stop")
    qtbot.waitUntil(busy.isVisible)
    busy.advance(3, 10)
    assert (busy.bar.value(), busy.bar.maximum()) == (3, 10)
    with qtbot.waitSignal(busy.cancelled):
        busy.cancel_button.click()


class _Place(Page):
    def __init__(self) -> None:
        super().__init__()
        self.translated = 0

    def retranslate(self) -> None:
        self.translated += 1


def test_a_page_sets_its_texts_when_shown_and_when_the_language_changes(
    qtbot: QtBot, interpreter: Interpreter
) -> None:
    page = _Place()
    qtbot.addWidget(page)
    assert page.translated == 0
    page.show()
    assert page.translated == 1
    page.hide()
    page.show()
    assert page.translated == 1
    interpreter.speak("be")
    qtbot.waitUntil(lambda: page.translated > 1)
    page.refresh(Changes())


def test_the_primary_button_stands_at_the_far_end_in_both_directions(qtbot: QtBot) -> None:
    page, primary, back = Page(), PrimaryButton("Next"), QuietButton("Back", "back")
    qtbot.addWidget(page)
    page.add_secondary(back)
    page.set_primary(primary)
    page.resize(800, 500)
    page.show()
    assert primary.mapTo(page, primary.rect().center()).x() > 600
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    assert primary.mapTo(page, primary.rect().center()).x() < 200


def test_a_page_shows_errors_in_words_with_a_code(qtbot: QtBot) -> None:
    page = Page()
    qtbot.addWidget(page)
    page.set_lead("A sentence")
    page.show_error(WrongPassphraseError())
    assert "passphrase" in page.messages.text.text()
    assert page.messages.code.text() == "S01"


def test_buttons_answer_to_enter_and_draw_their_icon_in_the_theme(qtbot: QtBot) -> None:
    button = QuietButton("Go", "forward")
    qtbot.addWidget(button)
    button.show()
    before = button.icon().pixmap(20, 20).toImage()
    theme().set_appearance(Appearance.DARK)
    assert button.icon().pixmap(20, 20).toImage() != before
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return)
    button.set_icon_name("back")
    assert button.icon().pixmap(20, 20).toImage() != before


def test_an_empty_place_has_one_sentence_and_one_button(qtbot: QtBot) -> None:
    empty = EmptyState("cases")
    qtbot.addWidget(empty)
    empty.set_texts("Nothing here.")
    assert empty.button.isHidden()
    empty.set_texts("Nothing here.", "Begin")
    assert not empty.button.isHidden()
    with qtbot.waitSignal(empty.triggered):
        empty.button.click()


def test_cards_errors_and_icons_show_only_what_there_is(qtbot: QtBot) -> None:
    card, error, icon = Card(), ErrorText(), IconLabel("lock")
    for widget in (card, error, icon):
        qtbot.addWidget(widget)
    assert card.heading.isHidden()
    card.set_heading("Facts")
    assert not card.heading.isHidden()
    error.show_text("wrong")
    assert not error.isHidden()
    error.show_text("")
    assert error.isHidden()
    before = icon.pixmap().toImage()
    icon.set_icon("key", "danger")
    assert icon.pixmap().toImage() != before


@pytest.mark.parametrize("kind", [CheckBox, RadioButton])
def test_boxes_and_rings_are_drawn_differently_in_each_state(
    qtbot: QtBot, kind: type[CheckBox | RadioButton]
) -> None:
    button = kind("Choice")
    qtbot.addWidget(button)
    button.setAutoExclusive(False)
    with qtbot.waitActive(button):
        button.show()
    button.clearFocus()
    pictures = [button.grab().toImage()]
    button.setChecked(True)
    pictures.append(button.grab().toImage())
    button.setFocus()
    pictures.append(button.grab().toImage())
    button.setEnabled(False)
    pictures.append(button.grab().toImage())
    assert len({bytes(picture.constBits()) for picture in pictures}) == len(pictures)


@pytest.mark.parametrize("appearance", list(Appearance))
@pytest.mark.parametrize("kind", [CheckBox, RadioButton])
def test_a_tick_that_cannot_be_changed_is_still_read(
    qtbot: QtBot, kind: type[CheckBox | RadioButton], appearance: Appearance
) -> None:
    install_theme(appearance)
    button = kind("")
    qtbot.addWidget(button)
    button.setEnabled(False)
    button.setChecked(True)
    with qtbot.waitExposed(button):
        button.show()
    picture = button.grab().toImage()
    ratio = button.devicePixelRatioF()
    ground = theme().tokens.colour("window")
    seen = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(
            int((button.height() / 2 - 6) * ratio), int((button.height() / 2 + 6) * ratio)
        )
    }
    assert max(contrast(QColor(name), ground) for name in seen) >= 7


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours as the accessibility guidelines define it."""

    def light(colour: QColor) -> float:
        parts = [part / 255 for part in (colour.red(), colour.green(), colour.blue())]
        red, green, blue = (
            p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


def test_a_half_checked_box_is_neither(qtbot: QtBot) -> None:
    box = CheckBox("All")
    qtbot.addWidget(box)
    box.setTristate(True)
    drawn = set()
    for state in Qt.CheckState:
        box.setCheckState(state)
        drawn.add(bytes(box.grab().toImage().constBits()))
    assert len(drawn) == 3


def test_the_wheel_never_changes_an_answer(qtbot: QtBot) -> None:
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent

    box = ComboBox()
    qtbot.addWidget(box)
    box.addItems(["one", "two"])
    box.show()
    middle = QPointF(box.rect().center())
    turn = QWheelEvent(
        middle,
        box.mapToGlobal(middle),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 (Qt's signature)
    )
    QApplication.sendEvent(box, turn)
    assert box.currentText() == "one"
    box.grab()


def test_a_chip_says_its_fact(qtbot: QtBot) -> None:
    chip = Chip()
    qtbot.addWidget(chip)
    for kind in ChipKind:
        chip.show_fact("Draft", kind)
        chip.grab()
    assert chip.accessibleName() == chip.text == "Draft"
    chip.show_fact("")
    assert chip.isHidden()


def test_a_stepper_steps_types_and_stays_in_its_limits(qtbot: QtBot) -> None:
    stepper = Stepper(1, 10, 2)
    heard: list[int] = []
    qtbot.addWidget(stepper)
    stepper.changed.connect(heard.append)
    stepper.set_words("Minutes", "Fewer", "More")
    stepper.set_value(5)
    assert heard == []
    stepper.more.click()
    stepper.less.click()
    qtbot.keyClick(stepper, Qt.Key.Key_Up)
    qtbot.keyClick(stepper, Qt.Key.Key_Down)
    qtbot.keyClick(stepper, Qt.Key.Key_Left)
    assert heard == [7, 5, 7, 5]
    stepper.number.setText("99")
    stepper._take_typed()
    assert stepper.value == 10
    assert not stepper.more.isEnabled()
    stepper.number.setText("")
    stepper._take_typed()
    assert stepper.value == 10
    stepper.set_value(-3)
    assert not stepper.less.isEnabled()


@pytest.fixture
def rail(qtbot: QtBot) -> Rail:
    made = Rail()
    qtbot.addWidget(made)
    for key in ("cases", "export"):
        made.add_place(key, key)
        made.set_text(key, f"&{key}", "tip")
    made.resize(made.width(), 500)
    made.show()
    return made


def test_the_rail_leads_to_places_and_to_the_lock(qtbot: QtBot, rail: Rail) -> None:
    with qtbot.waitSignal(rail.chosen) as chosen:
        rail._places["export"].click()
    assert chosen.args == ["export"]
    with qtbot.waitSignal(rail.lock_asked):
        rail.lock.click()
    with qtbot.waitSignal(rail.panic_asked):
        rail.panic.click()


def test_the_rail_shows_where_one_is(rail: Rail) -> None:
    rail.set_current("cases")
    with_cases = rail.grab().toImage()
    rail.set_current("export")
    assert rail.grab().toImage() != with_cases
    rail.set_current("elsewhere")
    assert rail._group.checkedButton() is None
    rail.set_current("elsewhere")


def test_the_rail_grows_with_the_text(rail: Rail) -> None:
    before = rail.width()
    theme().set_zoom(150)
    assert rail.width() > before
    assert rail._places["cases"].accessibleName() == "cases"


def test_the_strip_says_saved_only_when_nothing_is_pending(qtbot: QtBot) -> None:
    strip = StatusStrip()
    qtbot.addWidget(strip)
    strip.show()
    assert strip._saved.text() == "Saves by itself"
    assert strip._saved.isVisible()
    strip.set_saved(QDateTime.fromString("2026-05-26T14:02:00", Qt.DateFormat.ISODate))
    assert strip._saved.text() == "Saved 14:02"
    assert strip._saved.isVisible()
    strip.set_pending(2)
    assert strip._saved.isHidden()
    assert strip._pending.isVisible()
    strip.set_pending(0)
    assert strip._saved.isVisible()


def test_the_strip_says_nothing_of_saving_once_the_vault_is_closed(
    qtbot: QtBot, interpreter: Interpreter
) -> None:
    strip = StatusStrip()
    qtbot.addWidget(strip)
    strip.show()
    strip.set_closed()
    strip.set_saved(QDateTime.currentDateTime())
    interpreter.speak("be")
    assert strip._saved.isHidden()
    assert strip._saved_icon.isHidden()


def test_the_strip_counts_the_last_minute_down(qtbot: QtBot, interpreter: Interpreter) -> None:
    strip = StatusStrip()
    qtbot.addWidget(strip)
    strip.show()
    strip.set_seconds_to_lock(250)
    assert strip._lock.text() == "Locks in 4:10"
    assert strip.countdown.isHidden()
    strip.set_seconds_to_lock(59)
    assert strip.countdown.isVisible()
    assert strip.countdown.value() == 59
    assert "0:59" in strip._lock.text()
    strip.set_seconds_to_lock(None)
    assert strip._lock.isHidden()
    interpreter.speak("be")
    strip.set_seconds_to_lock(250)
    qtbot.waitUntil(lambda: strip._lock.text() == "Замкнецца праз 4:10")


def test_the_strip_says_that_made_up_cases_end_with_the_lock(qtbot: QtBot) -> None:
    strip = StatusStrip()
    qtbot.addWidget(strip)
    strip.set_thrown_away()
    strip.set_seconds_to_lock(250)
    assert strip._lock.text() == "These made-up cases are thrown away in 4:10"
    strip.set_seconds_to_lock(9)
    assert strip._lock.text().endswith("in 0:09. Any key or movement keeps it open.")


def test_a_recovery_key_is_drawn_from_the_left_in_every_language(qtbot: QtBot) -> None:
    key = ("AAAA", "BBBB", "CCCC", "DDDD", "EEEE", "FFFF", "GGGG", "HHHH", "0123")
    groups = RecoveryGroups()
    qtbot.addWidget(groups)
    groups.resize(groups.sizeHint())
    empty = groups.grab().toImage()
    groups.set_groups(key)
    groups.resize(groups.sizeHint())
    shown = groups.grab().toImage()
    assert shown != empty
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    groups.setParent(parent)
    assert groups.layoutDirection() is Qt.LayoutDirection.LeftToRight
    groups.set_groups((*key[:-1], "3210"))
    assert groups.grab().toImage() != shown


def test_a_row_becomes_a_column_where_there_is_no_room(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    row = AdaptiveRow(holder)
    for text in ("a first long button", "a second long button"):
        inner = QHBoxLayout()
        inner.addWidget(QPushButton(text))
        row.addLayout(inner)
    holder.resize(800, 200)
    holder.show()
    assert row.direction() is QBoxLayout.Direction.LeftToRight
    holder.resize(row.minimumSize().width(), 200)
    QApplication.processEvents()
    assert row.direction() is QBoxLayout.Direction.TopToBottom
    holder.resize(800, 200)
    QApplication.processEvents()
    assert row.direction() is QBoxLayout.Direction.LeftToRight


def test_a_sheet_is_never_wider_than_its_window(window: QMainWindow) -> None:
    sheet, _heard = ask(window)
    sheet.set_width(5000)
    assert sheet._card.width() <= window.width()
    window.resize(700, 500)
    assert sheet._card.width() <= 700
