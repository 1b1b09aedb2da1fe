from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from intake.gui.i18n import Interpreter
from intake.gui.models.folder_model import FolderModel
from intake.gui.widgets.file_panel import Choose, FilePanel, removable_drives


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("beta", "Alpha", ".hidden", "vault"):
        (tmp_path / name).mkdir()
    (tmp_path / "vault" / "header.0").write_bytes(b"")
    (tmp_path / "notes.txt").write_text("x")
    return tmp_path


def is_vault(path: Path) -> bool:
    return (path / "header.0").exists()


def names(model: FolderModel) -> list[str]:
    return [model.entry(row).name for row in range(model.rowCount())]


def make(qtbot: QtBot, choose: Choose, folder: Path) -> FilePanel:
    panel = FilePanel(choose, is_vault)
    qtbot.addWidget(panel)
    panel.show_folder(folder)
    panel.show()
    return panel


def choose_row(panel: FilePanel, name: str) -> None:
    panel.list.setCurrentIndex(panel._model.index(names(panel._model).index(name)))


def chosen(panel: FilePanel) -> Path | None:
    return panel.path


def test_the_model_keeps_qts_rules(qtbot: QtBot, tree: Path) -> None:
    model = FolderModel(is_vault)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.load(tree, lambda _name: True)
    assert names(model) == ["Alpha", "beta", "vault", "notes.txt"]
    assert model.entry(2).special
    assert model.load(tree, lambda _name: False)
    assert names(model) == ["Alpha", "beta", "vault"]
    for row in range(3):
        assert model.data(model.index(row), Qt.ItemDataRole.DecorationRole) is not None
    assert model.data(model.index(0), Qt.ItemDataRole.ToolTipRole) is None
    assert model.data(model.index(99)) is None
    assert model.rowCount(model.index(0)) == 0


def test_what_was_written_meanwhile_is_there_when_the_panel_is_seen_again(
    qtbot: QtBot, tree: Path
) -> None:
    panel = make(qtbot, Choose.FOLDER, tree)
    choose_row(panel, "beta")
    panel.hide()
    (tree / "again").mkdir()
    panel.show()
    assert names(panel._model) == ["again", "Alpha", "beta", "vault"]
    assert panel.path == tree / "beta", "what was chosen stays chosen"
    (tree / "later").mkdir()
    QApplication.sendEvent(panel, QEvent(QEvent.Type.ActivationChange))
    assert "later" in names(panel._model)
    (tree / "beta").rmdir()
    QApplication.sendEvent(panel, QEvent(QEvent.Type.ActivationChange))
    assert panel.path == tree, "what is gone is not chosen any more"


def test_a_path_in_the_place_of_a_name_is_told(qtbot: QtBot, tree: Path) -> None:
    panel = make(qtbot, Choose.NEW, tree)
    panel.name.setText(str(tree / "new"))
    assert chosen(panel) is None
    panel.show_folder(tree / "beta")
    assert "field above" in panel.problem.text()
    panel.name.setText("new")
    assert chosen(panel) == tree / "beta" / "new"
    assert panel.problem.isHidden()


def test_a_vault_that_is_chosen_by_its_path_is_no_empty_folder(qtbot: QtBot, tree: Path) -> None:
    panel = make(qtbot, Choose.FOLDER, tree)
    panel.show_path(tree / "vault")
    assert panel.path == tree / "vault"
    assert panel.nothing.text() == "This folder is the vault itself: it is chosen."
    panel.show_folder(tree / "beta")
    assert panel.nothing.text() == "There are no folders in here."


def test_a_folder_that_cannot_be_read_changes_nothing(qtbot: QtBot, tree: Path) -> None:
    panel = make(qtbot, Choose.FOLDER, tree)
    panel.show_folder(tree / "missing")
    assert panel.path == tree
    assert not panel.problem.isHidden()
    panel.show_folder(tree / "Alpha")
    assert panel.problem.isHidden()


def test_an_empty_folder_says_that_it_is_empty(qtbot: QtBot, tree: Path) -> None:
    panel = make(qtbot, Choose.FOLDER, tree)
    assert not panel.nothing.isVisible()
    panel.show_folder(tree / "beta")
    assert panel.nothing.isVisible()
    assert panel.nothing.text() == "There are no folders in here."
    chosen = make(qtbot, Choose.FILE, tree / "beta")
    assert "files" in chosen.nothing.text()


def test_a_broken_link_is_no_folder(qtbot: QtBot, tree: Path) -> None:
    (tree / "broken").symlink_to(tree / "gone")
    model = FolderModel()
    assert model.load(tree, lambda _name: True)
    assert not model.entry(names(model).index("broken")).is_folder


def test_choosing_a_folder(qtbot: QtBot, tree: Path) -> None:
    panel = make(qtbot, Choose.FOLDER, tree)
    assert panel.path == tree
    choose_row(panel, "beta")
    assert panel.path == tree / "beta"


def test_choosing_a_file(qtbot: QtBot, tree: Path) -> None:
    panel = make(qtbot, Choose.FILE, tree)
    found = {}
    for name in ("beta", "notes.txt"):
        choose_row(panel, name)
        found[name] = panel.path
    assert found == {"beta": None, "notes.txt": tree / "notes.txt"}
    with qtbot.waitSignal(panel.activated):
        panel._open(panel.list.currentIndex())


@pytest.mark.parametrize("bad", ["", " ", ".", "..", "a/b", "a\\b", "a:b", "a\0b"])
def test_a_new_name_must_be_one_name(qtbot: QtBot, tree: Path, bad: str) -> None:
    panel = make(qtbot, Choose.NEW, tree)
    panel.name.setText(bad)
    assert panel.path is None
    panel.set_name("Intake")
    assert panel.path == tree / "Intake"


def test_folders_are_entered_and_left_and_special_ones_chosen(qtbot: QtBot, tree: Path) -> None:
    panel = make(qtbot, Choose.FOLDER, tree)
    choose_row(panel, "beta")
    panel._open(panel.list.currentIndex())
    assert panel.path == tree / "beta"
    panel.up.click()
    choose_row(panel, "vault")
    with qtbot.waitSignal(panel.activated):
        panel._open(panel.list.currentIndex())
    assert panel.path == tree / "vault"


def test_the_root_has_no_way_up(qtbot: QtBot) -> None:
    panel = make(qtbot, Choose.FOLDER, Path(Path.home().anchor))
    assert not panel.up.isEnabled()


def test_a_path_can_be_typed_and_places_chosen(qtbot: QtBot, tree: Path) -> None:
    panel = make(qtbot, Choose.FOLDER, tree)
    panel.where.setText(str(tree / "Alpha"))
    qtbot.keyClick(panel.where, Qt.Key.Key_Return)
    assert panel.path == tree / "Alpha"
    panel._go_to_place(1)
    assert panel.path == Path.home()
    panel._go_to_place(0)
    assert panel.path == Path.home()


def test_drives_are_listed_by_their_names(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("USER", str(tmp_path))  # an absolute part takes the place of what is before
    (tmp_path / "STICK").mkdir()
    assert tmp_path / "STICK" in list(removable_drives())


def test_the_panel_speaks_the_language_of_the_window(
    qtbot: QtBot, tree: Path, interpreter: Interpreter
) -> None:
    panel = make(qtbot, Choose.NEW, tree)
    before = panel.name_label.text()
    interpreter.speak("be")
    qtbot.waitUntil(lambda: panel.name_label.text() != before)


def test_choosing_leaves_no_trace_at_home(qtbot: QtBot, tree: Path) -> None:
    panel = make(qtbot, Choose.FOLDER, tree)
    choose_row(panel, "beta")
    panel._open(panel.list.currentIndex())
    traces = [path for path in Path.home().rglob("*") if path.is_file()]
    assert [path for path in traces if b"beta" in path.read_bytes()] == []
    assert not any("QtProject" in path.name for path in traces)


def enter(panel: FilePanel, path: Path) -> None:
    panel.where.setText(str(path))
    panel.where.returnPressed.emit()


def test_the_path_of_a_file_that_is_typed_chooses_it(qtbot: QtBot, tree: Path) -> None:
    panel = make(qtbot, Choose.FILE, tree / "beta")
    enter(panel, tree / "notes.txt")
    assert panel.path == tree / "notes.txt"
    assert panel.problem.text() == ""
    assert panel.where.text() == str(tree)


def test_the_path_of_a_file_says_what_to_do_where_a_folder_is_asked_for(
    qtbot: QtBot, tree: Path
) -> None:
    panel = make(qtbot, Choose.FOLDER, tree)
    enter(panel, tree / "notes.txt")
    assert "Choose the folder that it is in" in panel.problem.text()


def test_the_path_of_a_new_file_gives_folder_and_name(qtbot: QtBot, tree: Path) -> None:
    panel = make(qtbot, Choose.NEW, tree)
    enter(panel, tree / "beta" / "bundle.age")
    assert panel.path == tree / "beta" / "bundle.age"


def test_the_first_arrow_down_takes_the_first_entry(qtbot: QtBot, tree: Path) -> None:
    panel = make(qtbot, Choose.FOLDER, tree)
    panel.list.setFocus()
    assert panel.path == tree, "nothing is chosen by looking"
    for name in ("Alpha", "beta"):
        qtbot.keyClick(panel.list, Qt.Key.Key_Down)
        assert panel.path == tree / name
