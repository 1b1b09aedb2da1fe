"""Tab goes through every page as it is read, and comes to the rail only after its end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from intake.gui.app import Program
from intake.gui.i18n import Interpreter
from intake.gui.interview.identity_panel import IdentityPanel
from intake.gui.widgets import tab_order
from intake.gui.windows.places import CASES, EXPORT, INTERVIEW, PROTECTION, REVIEW, SETTINGS
from intake.gui.windows.workspace import Workspace
from tests.gui.hands import SHIFT, SPACE, TAB, all_of, keyboard, press, type_text

pytestmark = pytest.mark.no_cover

_SLACK = 4  # pixels by which neighbours in a row may stand higher


def box(widget: QWidget) -> QRect:
    """Return where a widget stands in the window, a whole column for what scrolls inside of it."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def walk(workspace: Workspace) -> list[QWidget]:
    """Press Tab from the search field until the keyboard is there again."""
    workspace.search.setFocus()
    seen: list[QWidget] = [keyboard()]
    while True:
        press(TAB)
        QApplication.processEvents()
        if keyboard() is seen[0]:
            return seen
        assert keyboard() not in seen, f"{keyboard()} comes twice"
        seen.append(keyboard())


def is_read_after(before: QRect, after: QRect, *, mirrored: bool) -> bool:
    """Tell whether one box stands below the other, or beside it further along the line."""
    if after.top() >= before.bottom() - _SLACK:
        return True
    if mirrored:
        return after.right() <= before.left() + _SLACK
    return after.left() >= before.right() - _SLACK


def insist_on_order(workspace: Workspace) -> list[QWidget]:
    """Walk through the page that is shown, check the order, and return what was met on it."""
    met = walk(workspace)
    rail = [widget for widget in met if workspace.rail.isAncestorOf(widget)]
    assert rail, "the rail is never reached"
    assert met[-len(rail) :] == rail, "the rail comes before the end of the page"
    page = workspace.pages.currentWidget()
    assert page is not None
    # A list that opens below its field closes again when the keyboard goes on.
    on_page = [widget for widget in met if page.isAncestorOf(widget) and widget.isVisible()]
    mirrored = workspace.layoutDirection() is Qt.LayoutDirection.RightToLeft
    for before, after in pairwise(on_page):
        # Scrolling moves everything of a page alike, so the places are compared after the walk.
        assert is_read_after(box(before), box(after), mirrored=mirrored), (before, after)
    return on_page


@pytest.mark.parametrize("place", [CASES, REVIEW, EXPORT, PROTECTION, SETTINGS])
@pytest.mark.parametrize("language", ["en", "x-rtl"])
def test_tab_follows_the_reading_order_on_every_page(
    interpreter: Interpreter, workspace: Workspace, place: str, language: str
) -> None:
    interpreter.speak(language)
    workspace.go(place)
    assert insist_on_order(workspace)


def test_tab_follows_the_reading_order_in_every_step_of_an_interview(
    workspace: Workspace, case_ids: tuple[str, ...]
) -> None:
    workspace.begin_interview()
    assert workspace.pages.currentWidget() is workspace.places[INTERVIEW]
    for index in range(workspace.interview.steps):
        workspace.interview.go_to(index)
        QApplication.processEvents()
        assert insist_on_order(workspace)


def test_back_tab_goes_the_same_way_back(workspace: Workspace) -> None:
    workspace.go(SETTINGS)
    forth = walk(workspace)
    back = [forth[0]]
    for _ in forth[1:]:
        press(TAB, SHIFT)
        back.append(keyboard())
    assert back[1:] == forth[:0:-1]


def test_a_space_that_was_meant_for_a_field_of_the_last_section_locks_nothing(
    program: Program, workspace: Workspace
) -> None:
    asked: list[str] = []
    program.window.lock_asked.disconnect()
    program.window.panic_asked.disconnect()
    workspace.lock_asked.connect(lambda: asked.append("lock"))
    workspace.panic_asked.connect(lambda: asked.append("panic"))
    workspace.begin_interview()
    workspace.interview.go_to(workspace.interview.steps - 1)
    (panel,) = all_of(workspace, IdentityPanel)
    panel.named.setFocus()
    press(TAB)
    assert panel.questions.isAncestorOf(keyboard())
    for stop in walk(workspace):
        if workspace.rail.isAncestorOf(stop):
            stop.setFocus()
            assert stop not in (workspace.rail.lock, workspace.rail.panic)
    workspace.rail._places[CASES].setFocus()
    press(TAB)
    press(SPACE)
    assert asked == []


def test_tab_before_the_vault_follows_the_reading_order(program: Program) -> None:
    gate = program.window.gate
    gate.language.setFocus()
    met = [keyboard()]
    for _ in range(12):
        press(TAB)
        if keyboard() is met[0]:
            break
        met.append(keyboard())
    assert met == tab_order.stops(gate)
    for before, after in pairwise(met):
        assert is_read_after(box(before), box(after), mirrored=False)


def test_typing_after_the_choice_of_a_name_goes_into_the_first_question(
    workspace: Workspace,
) -> None:
    workspace.begin_interview()
    workspace.interview.go_to(workspace.interview.steps - 1)
    (panel,) = all_of(workspace, IdentityPanel)
    panel.named.setFocus()
    while not panel.questions.rows["names"].edit.isAncestorOf(keyboard()):
        press(TAB)
        assert panel.questions.isAncestorOf(keyboard())
    type_text("Vasil Panic")
    panel.flush()
    answers = workspace.interview._desk.file
    assert answers is not None
    assert any("Vasil Panic" in str(p.answers) for p in answers.persons)
