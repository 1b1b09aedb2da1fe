from __future__ import annotations

import gc
import itertools

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from intake.gui.clipboard import IN_APP
from intake.gui.theme import theme
from intake.gui.widgets.new_passphrase import NewPassphrase
from intake.gui.widgets.passphrase import CAPACITY, PassphraseEdit, SecretField

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def edit(qtbot: QtBot) -> PassphraseEdit:
    made = PassphraseEdit("Passphrase")
    qtbot.addWidget(made)
    made.resize(360, 40)
    with qtbot.waitActive(made):
        made.show()
    made.setFocus()
    return made


def typed(edit: PassphraseEdit | SecretField) -> str:
    with edit.peek() as secret:
        return bytes(secret.view()).decode()


def press(field: SecretField, text: str, modifiers: Qt.KeyboardModifier) -> None:
    key = QKeyEvent(QEvent.Type.KeyPress, 0, modifiers, text)
    QApplication.sendEvent(field, key)


def test_it_takes_letters_of_every_script_and_of_four_bytes(edit: PassphraseEdit) -> None:
    for letter in "aЖع😀":
        press(edit.field, letter, Qt.KeyboardModifier.NoModifier)
    assert typed(edit) == "aЖع😀"


def test_backspace_removes_one_whole_letter(qtbot: QtBot, edit: PassphraseEdit) -> None:
    for letter in "aЖ😀":
        press(edit.field, letter, Qt.KeyboardModifier.NoModifier)
    for left in ("aЖ", "a", "", ""):
        qtbot.keyClick(edit.field, Qt.Key.Key_Backspace)
        assert typed(edit) == left


def test_control_backspace_removes_everything(qtbot: QtBot, edit: PassphraseEdit) -> None:
    qtbot.keyClicks(edit.field, "secret")
    qtbot.keyClick(edit.field, Qt.Key.Key_Backspace, CONTROL)
    assert edit.is_empty


def test_enter_submits(qtbot: QtBot, edit: PassphraseEdit) -> None:
    with qtbot.waitSignal(edit.submitted):
        qtbot.keyClick(edit.field, Qt.Key.Key_Return)


def test_taking_empties_the_field_and_leaves_zeros(qtbot: QtBot, edit: PassphraseEdit) -> None:
    qtbot.keyClicks(edit.field, "secret")
    buffer = edit.field._buffer
    with edit.take() as secret:
        assert bytes(secret.view()) == b"secret"
    assert edit.is_empty
    assert buffer == bytes(CAPACITY)


def test_removing_letters_leaves_zeros_behind(qtbot: QtBot, edit: PassphraseEdit) -> None:
    qtbot.keyClicks(edit.field, "ab")
    qtbot.keyClick(edit.field, Qt.Key.Key_Backspace)
    assert edit.field._buffer[1] == 0


def test_the_buffer_never_moves_and_never_overflows(edit: PassphraseEdit) -> None:
    buffer = edit.field._buffer
    for _letter in range(CAPACITY + 10):
        press(edit.field, "Ж", Qt.KeyboardModifier.NoModifier)
    assert edit.field._buffer is buffer
    assert len(buffer) == CAPACITY
    assert typed(edit) == "Ж" * (CAPACITY // 2)


def test_nothing_can_be_copied_and_nothing_pasted(qtbot: QtBot, edit: PassphraseEdit) -> None:
    IN_APP.copy("from elsewhere")
    QGuiApplication.clipboard().setText("from the system")
    qtbot.keyClicks(edit.field, "secret")
    for key in (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_V, Qt.Key.Key_Z):
        qtbot.keyClick(edit.field, key, CONTROL)
    qtbot.mouseDClick(edit.field, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    qtbot.mouseClick(edit.field, Qt.MouseButton.MiddleButton, pos=QPoint(20, 10))
    assert typed(edit) == "secret"
    assert QGuiApplication.clipboard().text() == "from the system"
    assert IN_APP.text() == "from elsewhere"
    IN_APP.clear()
    QGuiApplication.clipboard().clear()


def test_letters_behind_alt_gr_are_letters_and_commands_are_not(edit: PassphraseEdit) -> None:
    press(edit.field, "ą", CONTROL | ALT)
    press(edit.field, "b", CONTROL)
    press(edit.field, "c", ALT)
    assert typed(edit) == "ą"


@pytest.mark.parametrize(
    ("modifiers", "is_letter"),
    [
        (Qt.KeyboardModifier.NoModifier, True),
        (SHIFT, True),
        (CONTROL | ALT, True),
        (ALT, False),
        (CONTROL, False),
    ],
)
def test_letters_come_before_shortcuts_and_access_keys_do_not(
    edit: PassphraseEdit, modifiers: Qt.KeyboardModifier, *, is_letter: bool
) -> None:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_S, modifiers, "s")
    event.ignore()
    QApplication.sendEvent(edit.field, event)
    assert event.isAccepted() is is_letter


def test_an_input_method_gives_what_it_commits_and_nothing_before(edit: PassphraseEdit) -> None:
    QApplication.sendEvent(edit.field, QInputMethodEvent("composing", []))
    assert edit.is_empty
    committed = QInputMethodEvent()
    committed.setCommitString("пароль")
    QApplication.sendEvent(edit.field, committed)
    assert typed(edit) == "пароль"


def test_input_methods_are_told_that_it_is_secret_and_never_what_it_is(
    qtbot: QtBot, edit: PassphraseEdit
) -> None:
    qtbot.keyClicks(edit.field, "secret")
    hints = edit.field.inputMethodHints()
    assert hints & Qt.InputMethodHint.ImhHiddenText
    assert hints & Qt.InputMethodHint.ImhSensitiveData
    assert hints & Qt.InputMethodHint.ImhNoPredictiveText
    for query in (
        Qt.InputMethodQuery.ImSurroundingText,
        Qt.InputMethodQuery.ImCurrentSelection,
        Qt.InputMethodQuery.ImTextBeforeCursor,
    ):
        assert edit.field.inputMethodQuery(query) is None


def hint_of(edit: PassphraseEdit) -> str:
    return edit.field.accessibleDescription()


def test_it_says_which_letters_the_keyboard_writes(edit: PassphraseEdit) -> None:
    assert hint_of(edit) == ""
    press(edit.field, "a", Qt.KeyboardModifier.NoModifier)
    assert hint_of(edit) == "Latin letters"
    press(edit.field, "ж", Qt.KeyboardModifier.NoModifier)
    assert hint_of(edit) == "Cyrillic letters"
    edit.wipe()
    assert hint_of(edit) == ""


def test_it_notices_caps_lock(edit: PassphraseEdit) -> None:
    press(edit.field, "A", SHIFT)
    assert hint_of(edit) == "Latin letters"
    press(edit.field, "A", Qt.KeyboardModifier.NoModifier)
    assert hint_of(edit) == "Caps lock is on"
    press(edit.field, "a", SHIFT)
    assert hint_of(edit) == "Caps lock is on"
    press(edit.field, "ع", SHIFT)
    assert hint_of(edit) == "Arabic letters"


def grab(edit: PassphraseEdit) -> QImage:
    return edit.field.grab().toImage()


def test_letters_are_dots_unless_the_button_is_held(qtbot: QtBot, edit: PassphraseEdit) -> None:
    qtbot.keyClicks(edit.field, "mmmm")
    four_wide = grab(edit)
    edit.wipe()
    qtbot.keyClicks(edit.field, "iiii")
    assert grab(edit) == four_wide, "dots tell nothing but their number"
    qtbot.mousePress(edit.reveal, Qt.MouseButton.LeftButton)
    shown = grab(edit)
    assert shown != four_wide
    qtbot.mouseRelease(edit.reveal, Qt.MouseButton.LeftButton)
    assert grab(edit) == four_wide


def test_it_is_named_for_screen_readers(edit: PassphraseEdit) -> None:
    assert edit.field.accessibleName() == "Passphrase"
    assert edit.reveal.accessibleName()


def test_no_python_text_of_the_secret_lives_on(qtbot: QtBot, edit: PassphraseEdit) -> None:
    secret = "".join(chr(ord("a") + number) for number in (25, 16, 22, 9, 23, 25))
    for letter in secret:
        press(edit.field, letter, Qt.KeyboardModifier.NoModifier)
    edit.field.set_shown(shown=True)
    edit.grab()
    gc.collect()
    alive = [found for found in gc.get_objects() if isinstance(found, str) and secret in found]
    assert alive == []


@pytest.fixture
def new(qtbot: QtBot) -> NewPassphrase:
    made = NewPassphrase()
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_generated_passphrase_is_strong_shown_and_must_be_typed_again(
    qtbot: QtBot, new: NewPassphrase
) -> None:
    new.generate_button.click()
    words = typed(new.first)
    assert len(words.split(" ")) == 6
    assert new.meter.filled == 4
    ready = [new.is_ready]
    qtbot.keyClicks(new.again.field, words)
    new.judge()
    ready.append(new.is_ready)
    assert ready == [False, True]
    with new.take() as taken:
        assert bytes(taken.view()).decode() == words
    assert new.again.is_empty


@pytest.mark.parametrize("weak", ["password", "correct horse", "Минск2020", "qwertyuiop123"])
def test_a_weak_passphrase_is_called_weak(qtbot: QtBot, new: NewPassphrase, weak: str) -> None:
    for field in (new.first.field, new.again.field):
        for letter in weak:
            press(field, letter, Qt.KeyboardModifier.NoModifier)
    new.judge()
    assert not new.is_ready
    assert new.meter.filled < 4
    assert "Six random words" in new.verdict.text(), "what to do stays in sight"


def test_a_difference_is_told_once_it_is_certain(qtbot: QtBot, new: NewPassphrase) -> None:
    qtbot.keyClicks(new.first.field, "lantern")
    qtbot.keyClicks(new.again.field, "lant")
    new.judge()
    assert new.problem.isHidden()
    qtbot.keyClicks(new.again.field, "x")
    new.judge()
    assert not new.problem.isHidden()


def test_the_field_is_drawn_in_every_state(qtbot: QtBot, edit: PassphraseEdit) -> None:
    pictures = [grab(edit)]
    edit.field.set_placeholder("Passphrase")
    pictures.append(grab(edit))
    qtbot.keyClicks(edit.field, "a")
    pictures.append(grab(edit))
    edit.set_wrong(wrong=True)
    pictures.append(grab(edit))
    edit.field.set_shown(shown=True)
    pictures.append(grab(edit))
    edit.setEnabled(False)
    pictures.append(grab(edit))
    theme().set_zoom(150)
    assert all(one != other for one, other in itertools.pairwise(pictures))
