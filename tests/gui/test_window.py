from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from intake.domain.case import CaseStatus
from intake.domain.consent import Consent
from intake.domain.ids import CaseId
from intake.errors import DiskFullError
from intake.gui import app, lock
from intake.gui.app import Program, demo_parents
from intake.gui.errors import Told, explain
from intake.gui.lock import Handover, own_program
from intake.gui.theme import Appearance, theme
from intake.gui.widgets.page import Page
from intake.gui.widgets.sheet import Sheet
from intake.gui.windows.main_window import TITLE
from intake.gui.windows.places import CASES, EXPORT, INTERVIEW, PROTECTION, REVIEW, SETTINGS
from intake.gui.windows.workspace import Workspace
from intake.gui.workers.store_worker import ImmediateWorker
from intake.services import cases, demo, settings, vaults
from intake.services.preferences import load_preferences
from intake.services.session import VaultSession
from intake.services.settings import Place, Settings
from intake.vault.secret import Secret
from tests.gui.hands import ReplacedError, Replacing, words_on

PASSPHRASE = "quiet lantern orbit maple thunder velvet"
CONTROL = Qt.KeyboardModifier.ControlModifier
Ids = tuple[CaseId, ...]


def here(workspace: Workspace) -> str:
    pages = {page: key for key, page in workspace.places.items()}
    page = workspace.pages.currentWidget()
    assert isinstance(page, Page)
    return pages[page]


def press(program: Program, key: Qt.Key, modifiers: Qt.KeyboardModifier = CONTROL) -> None:
    focused = QApplication.focusWidget() or program.window
    QTest.keyClick(focused, key, modifiers)


def test_the_title_never_says_what_is_in_the_window(program: Program, workspace: Workspace) -> None:
    for place in workspace.places:
        workspace.go(place)
        assert program.window.windowTitle() == TITLE == "Intake"


def test_the_name_of_the_vault_is_shown_once_it_is_open(workspace: Workspace) -> None:
    assert workspace.vault_name.text() == "Invented"


def test_the_rail_and_its_keys_lead_everywhere(
    qtbot: QtBot, program: Program, workspace: Workspace
) -> None:
    for key, place in (
        (Qt.Key.Key_2, REVIEW),
        (Qt.Key.Key_3, EXPORT),
        (Qt.Key.Key_6, PROTECTION),
        (Qt.Key.Key_Comma, SETTINGS),
        (Qt.Key.Key_1, CASES),
    ):
        press(program, key)
        assert here(workspace) == place
    for place in (REVIEW, EXPORT, PROTECTION, SETTINGS, CASES):
        workspace.rail._places[place].click()
        assert here(workspace) == place


def test_a_question_is_answered_before_going_elsewhere(
    program: Program, workspace: Workspace
) -> None:
    press(program, Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
    sheets = [s for s in program.window.findChildren(Sheet) if s.isVisible()]
    assert len(sheets) == 1
    for key in (Qt.Key.Key_2, Qt.Key.Key_F):
        press(program, key)
    press(program, Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
    assert here(workspace) == CASES
    assert [s for s in program.window.findChildren(Sheet) if s.isVisible()] == sheets
    sheets[0].yes.click()


def test_searching_everything_and_opening_a_hit(
    qtbot: QtBot, program: Program, workspace: Workspace, case_ids: Ids
) -> None:
    workspace.go(SETTINGS)
    press(program, Qt.Key.Key_F)
    assert QApplication.focusWidget() is workspace.search
    workspace.search.clear()
    workspace.search.setText("journalist")
    qtbot.keyClick(workspace.search, Qt.Key.Key_Down)
    workspace.search.searched.emit("journalist")
    assert workspace.hits.isVisible()
    assert workspace.hits.model.rowCount() == 1
    qtbot.keyClick(workspace.search, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is workspace.hits.list
    qtbot.keyClick(workspace.hits.list, Qt.Key.Key_Up)
    assert QApplication.focusWidget() is workspace.search
    qtbot.keyClick(workspace.search, Qt.Key.Key_Return)
    assert here(workspace) == CASES
    assert workspace.hits.isHidden()
    assert workspace.cases.chosen is not None
    assert workspace.cases.chosen.id == case_ids[1]
    assert workspace.search.text() == "journalist", "kept, to look at the next hit"
    workspace._show_hits(workspace.hits.model._hits)
    assert workspace.hits.isHidden(), "an answer that comes too late covers nothing"
    qtbot.keyClick(workspace.search, Qt.Key.Key_Down)
    assert workspace.hits.isVisible()
    workspace.go(CASES)
    assert workspace.search.text() == "journalist"
    workspace.go(SETTINGS)
    assert workspace.search.text() == "", "another page begins with an empty field"


def test_hits_that_come_too_late_are_not_shown(workspace: Workspace) -> None:
    workspace.search.setText("Lodachnik")
    workspace.search.searched.emit("Lodachnik")
    workspace.resize(1000, 700)
    assert workspace.hits.isHidden(), "they would float in the wrong place"
    workspace.search.clear()
    workspace._show_hits(())
    workspace.search.searched.emit(" ")
    assert workspace.hits.isHidden()


def test_a_case_that_nothing_was_typed_into_is_removed_when_it_is_left(
    program: Program, workspace: Workspace, case_ids: Ids
) -> None:
    session = workspace._session
    assert session is not None
    workspace.begin_interview()
    begun = workspace.interview.case_id
    assert begun is not None
    workspace.go(SETTINGS)
    assert {row.id for row in cases.list_cases(session)} == set(case_ids)
    workspace.begin_interview()
    kept = workspace.interview.case_id
    assert kept is not None
    workspace.interview._desk._on_consent(Consent(given="2022-05-26"))
    workspace.go(CASES)
    assert kept in {row.id for row in cases.list_cases(session)}
    workspace.open_interview(case_ids[0])
    workspace.go(CASES)
    assert case_ids[0] in {row.id for row in cases.list_cases(session)}


def test_an_interview_keeps_its_language_when_the_window_changes(
    program: Program, workspace: Workspace, case_ids: Ids
) -> None:
    workspace.open_interview(case_ids[0])
    workspace.interview.set_language("ru")
    program.set_language("be")
    assert workspace.interview.languages.language == "ru"
    workspace.go(CASES)
    workspace.open_interview(case_ids[2])
    assert workspace.interview.languages.language == "be"
    workspace.go(CASES)
    workspace.open_interview(case_ids[0])
    assert workspace.interview.languages.language == "ru"
    program.set_language("en")


def test_a_new_interview_opens_and_leads_back(workspace: Workspace) -> None:
    before = workspace.cases.model.rowCount()
    workspace.cases.new_asked.emit()
    assert here(workspace) == INTERVIEW
    assert workspace.status._saved.isVisible(), "a new case is saved at once"
    workspace.interview.left.emit()
    assert here(workspace) == CASES
    assert workspace.cases.model.rowCount() == before, "nothing was typed into it"


def test_what_failed_to_be_saved_is_pending_until_it_is_in_the_store(workspace: Workspace) -> None:
    workspace.begin_interview()
    workspace.interview.unsaved.emit(2)
    assert workspace.status._pending.text() == "2 changes not saved yet"
    assert workspace.status._saved.isHidden()
    workspace.interview.unsaved.emit(0)
    assert workspace.status._saved.isVisible()


def test_an_interview_opens_from_its_case(workspace: Workspace, case_ids: Ids) -> None:
    workspace.cases.show_case(case_ids[0])
    workspace.cases.detail.open_button.click()
    assert here(workspace) == INTERVIEW
    assert workspace.interview.case_id == case_ids[0]
    assert workspace.place().case_id == case_ids[0]
    workspace.go(CASES)
    assert workspace.place() == Place()


def test_pages_lead_to_each_other(workspace: Workspace) -> None:
    workspace.export.review_asked.emit()
    assert here(workspace) == REVIEW
    workspace.review.cases_asked.emit()
    assert here(workspace) == CASES


def test_after_a_lock_one_is_where_one_was(
    program: Program, vault_folder: Path, case_ids: Ids
) -> None:
    session = vaults.unlock(vault_folder, Secret.from_text(PASSPHRASE))
    settings.remember_place(session, Place(case_ids[0], "statement"))
    program.open_vault(session)
    workspace = program.window.workspace
    assert workspace is not None
    assert here(workspace) == INTERVIEW
    assert workspace.interview.case_id == case_ids[0]
    session.close()
    program._session = None


def test_a_place_that_is_gone_is_no_error_one_cannot_leave(
    program: Program, vault_folder: Path
) -> None:
    session = vaults.unlock(vault_folder, Secret.from_text(PASSPHRASE))
    settings.remember_place(session, Place("0" * 32, "statement"))
    program.open_vault(session)
    workspace = program.window.workspace
    assert workspace is not None
    assert here(workspace) == CASES
    session.close()
    program._session = None


def test_locking_remembers_the_place_and_starts_this_vault_locked(
    program: Program,
    workspace: Workspace,
    replacing: Replacing,
    case_ids: Ids,
    vault_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(lock, "COMMIT_BUDGET_S", 60)  # a busy machine must not decide this test
    # An abandoned file stays taken until the process ends, and this process goes on.
    monkeypatch.setattr(VaultSession, "abandon", VaultSession.close)
    workspace.open_interview(case_ids[0], "statement")
    with pytest.raises(ReplacedError):
        program.lock()
    assert program.window.isHidden()
    assert replacing.commands[0][-3:-1] == ["--locked", str(vault_folder)]
    program._session = None
    session = vaults.unlock(vault_folder, Secret.from_text(PASSPHRASE))
    assert settings.last_place(session).case_id == case_ids[0]
    session.close()


@pytest.mark.parametrize("how", ["rail", "panic", "pause", "idle", "panic key", "key"])
def test_every_way_to_lock_locks(
    program: Program, workspace: Workspace, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    locked: list[int] = []
    monkeypatch.setattr(program._lock, "lock", lambda _vault: locked.append(1))
    handle = program.window.windowHandle()
    assert handle is not None
    ways: dict[str, Callable[[], object]] = {
        "rail": workspace.rail.lock.click,
        "panic": workspace.rail.panic.click,
        "pause": workspace.interview.pause_asked.emit,
        "idle": program.idle.expired.emit,
        "panic key": lambda: QTest.keyClick(handle, Qt.Key.Key_F12),
        "key": lambda: press(program, Qt.Key.Key_L),
    }
    ways[how]()
    assert locked == [1]


def test_there_is_nothing_to_lock_before_a_vault_is_open(
    program: Program, replacing: Replacing
) -> None:
    press(program, Qt.Key.Key_L)
    press(program, Qt.Key.Key_F)
    press(program, Qt.Key.Key_2)
    program.lock()
    assert replacing.commands == []


def test_settings_of_the_vault_take_effect(
    program: Program, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert program.idle.seconds_left == 300
    locked: list[int] = []
    monkeypatch.setattr(program._lock, "lock", lambda _vault: locked.append(1))
    program.apply_settings(Settings(idle_minutes=2, appearance="dark", panic_shortcut="Ctrl+Q"))
    assert program.idle.seconds_left == 120
    assert theme().appearance is Appearance.DARK
    handle = program.window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, Qt.Key.Key_Q, CONTROL)
    assert locked == [1]


def test_time_left_is_shown(program: Program, workspace: Workspace) -> None:
    program.idle.ticked.emit(42)
    assert workspace.status.countdown.isVisible()


def test_language_and_text_size_are_kept_outside_the_vault_and_nothing_else(
    qtbot: QtBot, program: Program, workspace: Workspace
) -> None:
    workspace.settings.language_chosen.emit("be")
    press(program, Qt.Key.Key_Plus)
    kept = load_preferences()
    assert (kept.language, kept.text_size) == ("be", 110)
    assert theme().zoom == 110
    qtbot.waitUntil(lambda: workspace.rail._places[CASES].accessibleName() == "Выпадкі")
    press(program, Qt.Key.Key_Minus)
    press(program, Qt.Key.Key_Minus)
    assert theme().zoom == 90
    press(program, Qt.Key.Key_0)
    assert theme().zoom == 100
    program.set_text_size(900)
    assert theme().zoom == 200
    program.window.gate.language_chosen.emit("en")
    program.set_text_size(100)


def test_pages_made_while_the_key_is_derived_are_the_ones_that_open(
    qtbot: QtBot, program: Program, vault_folder: Path
) -> None:
    window = program.window
    window.gate.unlock.deriving.emit()
    qtbot.waitUntil(lambda: window._prepared is not None)
    prepared = window._prepared
    assert prepared is not None
    press(program, Qt.Key.Key_L)  # there is nothing to lock yet
    program.set_language("be")
    qtbot.waitUntil(lambda: prepared.rail._places[CASES].accessibleName() == "Выпадкі")
    program.open_vault(vaults.unlock(vault_folder, Secret.from_text(PASSPHRASE)))
    assert window.workspace is prepared
    window.prepare()
    assert window._prepared is None
    program.set_language("en")
    window.close()


def test_an_error_that_no_page_takes_is_shown_where_one_is(
    program: Program, workspace: Workspace, worker: ImmediateWorker
) -> None:
    worker.failed.disconnect()
    worker.failed.connect(lambda error: program.window.show_problem(explain(error)))

    def fail() -> None:
        raise DiskFullError

    workspace.go(SETTINGS)
    worker.submit(fail)
    assert workspace.settings.messages.code.text() == "A03"


def test_a_bug_is_shown_by_its_code(qtbot: QtBot, program: Program) -> None:
    program.report_bug("ValueError@somewhere:1")
    messages = program.window.gate.current.messages
    qtbot.waitUntil(lambda: messages.code.text() == "ValueError@somewhere:1")
    program.window.show_problem(Told("text", "code"))
    assert messages.text.text() == "text"


def test_closing_the_window_closes_the_vault(
    program: Program, workspace: Workspace, vault_folder: Path
) -> None:
    program.window.close()
    assert program._session is None
    vaults.unlock(vault_folder, Secret.from_text(PASSPHRASE)).close()


def test_closing_without_a_vault_just_closes(program: Program) -> None:
    program.window.close()
    assert program._session is None


def test_a_healed_header_and_a_rollback_are_told(workspace: Workspace) -> None:
    class _Session:
        rollback: str | None = None
        healed = True

    told = _Session()
    workspace._tell_state(told)  # type: ignore[arg-type]  # the two facts are all it looks at
    assert "healed" in workspace.cases.messages.text.text()
    told.rollback = "database"
    workspace._tell_state(told)  # type: ignore[arg-type]  # the two facts are all it looks at
    assert workspace.cases.messages.code.text() == "R01"


def made_up(vault: Path) -> object:
    def throw_away(folder: Path, progress: object, *, name: str) -> VaultSession:
        assert name == "Made-up cases"
        assert callable(progress)
        progress(1, 1)
        folder.mkdir(parents=True)
        return vaults.unlock(vault, Secret.from_text(PASSPHRASE))

    return throw_away


def test_made_up_cases_open_and_leave_nothing_behind(
    program: Program, vault_folder: Path, monkeypatch: pytest.MonkeyPatch, replacing: Replacing
) -> None:
    monkeypatch.setattr(demo, "throw_away_vault", made_up(vault_folder))
    program.window.gate.demo_asked.emit()
    assert program._demo is not None
    folder = program._demo.path
    assert folder.exists()
    assert program.window.workspace is not None
    assert "thrown away in" in words_on(program.window.workspace.status), "said beforehand"
    session = program._session
    with pytest.raises(ReplacedError):
        program.lock()
    assert not folder.exists(), "nobody knows its passphrase: it ends with the lock"
    assert replacing.commands[0][-1] == "--thrown-away"
    assert session is not None
    program._session = None


@pytest.mark.parametrize("has_new_keys", [False, True])
def test_made_up_cases_that_were_closed_for_good_are_thrown_away_all_the_same(
    program: Program,
    vault_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    replacing: Replacing,
    *,
    has_new_keys: bool,
) -> None:
    monkeypatch.setattr(demo, "throw_away_vault", made_up(vault_folder))
    program.open_demo()
    assert program._demo is not None
    folder, workspace, session = program._demo.path, program.window.workspace, program._session
    assert workspace is not None
    assert session is not None
    session.close()
    if has_new_keys:
        workspace.ended.emit()
    with pytest.raises(ReplacedError):
        (program.lock if has_new_keys else program.lock_closed)()
    assert replacing.commands[0][-1] == "--thrown-away"
    assert not folder.exists()


def test_made_up_cases_that_are_being_made_go_with_the_process(
    program: Program, replacing: Replacing, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []

    def lock_meanwhile(_folder: Path, progress: object, *, name: str) -> VaultSession:
        program.lock()
        raise AssertionError

    monkeypatch.setattr(demo, "throw_away_vault", lock_meanwhile)
    monkeypatch.setattr(program._worker, "wait", waits.append)
    program.open_demo()
    assert replacing.commands == [own_program()]
    assert program._demo is None
    assert waits == [], "nothing of theirs is worth a wait"


def test_made_up_cases_that_cannot_be_made_are_told(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_folder: Path, progress: object, *, name: str) -> None:
        raise DiskFullError

    monkeypatch.setattr(demo, "throw_away_vault", refuse)
    program.start(demo_asked=True)
    assert program.window.gate.current.messages.code.text() == "A03"
    assert program.window.gate.current.content.isEnabled()


def test_the_throw_away_vault_lies_in_memory_where_there_is_such_a_place(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert demo_parents() == (tmp_path, Path.home())
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    assert demo_parents() == (Path.home(),)


def test_after_made_up_cases_the_first_page_says_where_they_went(program: Program) -> None:
    program.start(Handover(was_thrown_away=True))
    assert "The made-up vault is gone" in words_on(program.window.gate.current)


def test_made_up_cases_without_room_for_a_folder_are_told(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr(app, "demo_parents", lambda: (tmp_path / "file",))
    program.open_demo()
    assert program.window.gate.current.messages.code.text()


def nameless(root: QWidget) -> list[str]:
    """Return what can have the keyboard but would be read out as nothing."""
    found = []
    for widget in root.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.focusProxy() is not None:
            continue
        if not widget.isVisible():
            continue
        text = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
        inner = widget.parent() if widget.objectName().startswith("qt_") else None
        if isinstance(inner, QAbstractItemView) or not widget.isEnabled():
            continue
        if not (widget.accessibleName() or text):
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


@pytest.mark.parametrize("place", [CASES, REVIEW, EXPORT, PROTECTION, SETTINGS, INTERVIEW])
def test_everything_that_takes_the_keyboard_has_a_name(
    workspace: Workspace, case_ids: Ids, place: str
) -> None:
    if place == INTERVIEW:
        workspace.open_interview(case_ids[0])
    else:
        workspace.go(place)
    workspace.cases.filter_button.setChecked(True)
    QApplication.processEvents()
    assert nameless(workspace) == []


def test_everything_in_front_of_a_vault_has_a_name(program: Program) -> None:
    gate = program.window.gate
    for number in range(gate.pages.count()):
        gate.pages.setCurrentIndex(number)
        assert nameless(gate) == []
    gate._start_creating()
    for step in range(len(gate.creation.steps)):
        gate.creation._go(step)
        assert nameless(gate) == []


def test_a_widget_without_a_name_would_be_found(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QLineEdit

    holder = QWidget()
    qtbot.addWidget(holder)
    QLineEdit(holder)
    holder.show()
    assert nameless(holder) == ["QLineEdit in QWidget"]


def test_sealed_cases_are_not_opened(workspace: Workspace, case_ids: Ids) -> None:
    from dataclasses import replace

    rows = tuple(
        replace(workspace.cases.model.summary(row), status=CaseStatus.SEALED) for row in range(3)
    )
    workspace.cases.show_cases(rows)
    workspace.cases._open_chosen()
    assert here(workspace) == CASES
    assert workspace.cases.detail.open_button.isHidden()


def test_the_search_field_is_where_results_open(workspace: Workspace) -> None:
    workspace.search.setText("Lodachnik")
    workspace.search.searched.emit("Lodachnik")
    corner = workspace.search.mapTo(workspace, QPoint(0, workspace.search.height()))
    assert workspace.hits.geometry().top() >= corner.y()
    assert workspace.hits.geometry().left() == corner.x()
