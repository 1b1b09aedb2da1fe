"""An analyst without a vault: choose or drop a bundle, see who signed it, read, save, leave."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QTableView
from pytestqt.qtbot import QtBot

from intake.domain.consent import RecipientGroup
from intake.export.bundle import Sealing, write
from intake.export.keys import read_public_key, signer_words
from intake.export.pages import Grid, blocks_of
from intake.export.writers.charts import Bar, add_chart
from intake.export.writers.html import Page
from intake.export.writers.words import Words
from intake.gui.app import Program
from intake.gui.bundle.report_view import ChartPicture, ReportView
from intake.gui.export.rows_view import RowsView
from intake.gui.i18n import Interpreter
from intake.gui.lock import own_program
from intake.gui.theme import Appearance, theme
from intake.gui.widgets.path_sheet import PathSheet
from intake.gui.windows.gate import Gate
from intake.gui.workers.store_worker import ImmediateWorker
from intake.services import bundles, team
from intake.vault.secret import Secret
from tests.gui.hands import ReplacedError, Replacing, press, words_on
from tests.gui.test_gate import PASSPHRASE, enter, shows
from tests.unit.export.making import keyring, open_gate, varied


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a sealed bundle, a plain one, the key, and the sender's public key."""
    folder = tmp_path_factory.mktemp("sent")
    with Secret.from_text(PASSPHRASE) as passphrase:
        team.create_key(folder / "key.txt", passphrase, 10)
    reader = read_public_key(folder / "key.txt.pub").recipient
    signer = keyring().signer(RecipientGroup.ANALYSTS)
    write(folder / "bundle.age", varied(), Sealing(signer, (reader,)), open_gate)
    plain = Sealing(signer, unencrypted=True)
    write(folder / "plain.zip", varied(), plain, open_gate)
    (folder / "office.pub").write_text(keyring().public_key("Office").text)
    return folder


@pytest.fixture
def gate(qtbot: QtBot, worker: ImmediateWorker) -> Gate:
    made = Gate(worker)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
    made.begin()
    return made


def opened(gate: Gate, sent: Path, *, trusted: bool = True) -> None:
    gate.ask_for_bundle(sent / "bundle.age")
    page = gate.bundle
    page.key.set_path(sent / "key.txt")
    page.signer.set_path(sent / "office.pub" if trusted else None)
    enter(page.secret, PASSPHRASE)
    page.open_button.click()


def is_in_use(gate: Gate) -> bool:
    return gate.is_in_use


def tab_names(gate: Gate) -> list[str]:
    tabs = gate.view.tabs
    return [tabs.tabText(index) for index in range(tabs.count())]


def test_a_bundle_opens_by_keyboard_alone_and_shows_who_signed_it(
    gate: Gate, sent: Path, qtbot: QtBot
) -> None:
    qtbot.keyClick(gate.first.bundle_card, Qt.Key.Key_Return)
    assert shows(gate, gate.bundle)
    page = gate.bundle
    assert not page.open_button.isEnabled()
    for row, name in (
        (page.bundle, "bundle.age"),
        (page.key, "key.txt"),
        (page.signer, "office.pub"),
    ):
        row.button.setFocus()
        press(Qt.Key.Key_Return)
        sheet = gate.findChildren(PathSheet)[-1]
        assert sheet.panel.list.hasFocus(), "arrows and letters find a file at once"
        sheet.panel.show_path(sent / name)
        sheet.yes.click()
        assert row.about.text() == str(sent / name)
    page.secret.field.setFocus()
    enter(page.secret, PASSPHRASE)
    press(Qt.Key.Key_Return)
    assert shows(gate, gate.view)
    words = words_on(gate.view)
    assert "Signed by office." in words
    assert "Whole and unchanged" in words
    assert tab_names(gate)[:2] == ["Report", "Codebook"]
    assert "interviews (30)" in tab_names(gate)
    assert page.secret.is_empty


def test_an_unknown_signer_opens_nothing_before_six_words_were_compared(
    gate: Gate, sent: Path
) -> None:
    opened(gate, sent, trusted=False)
    assert shows(gate, gate.bundle)
    page = gate.bundle
    told = page.messages.text.text()
    words = " ".join(keyring_words())
    assert words in told
    assert page.compared_button.isVisible()
    assert not page.compared_button.hasFocus(), "one Enter too many must vouch for nobody"
    page.compared_button.click()
    assert shows(gate, gate.view)
    assert words in words_on(gate.view)
    assert "the words are right" in words_on(gate.view), "by whom it was vouched for"


def keyring_words() -> tuple[str, ...]:
    return signer_words(keyring().signer(RecipientGroup.ANALYSTS).public)


def test_another_file_takes_the_offer_back(gate: Gate, sent: Path) -> None:
    opened(gate, sent, trusted=False)
    gate.bundle.bundle.set_path(sent / "plain.zip")
    assert not gate.bundle.compared_button.isVisible()


def test_a_wrong_passphrase_is_told_in_place(gate: Gate, sent: Path) -> None:
    gate.ask_for_bundle(sent / "bundle.age")
    gate.bundle.key.set_path(sent / "key.txt")
    enter(gate.bundle.secret, "wrong")
    gate.bundle.open_button.click()
    assert shows(gate, gate.bundle)
    assert gate.bundle.messages.isVisible()
    assert gate.bundle.content.isEnabled()


@pytest.mark.parametrize("content", [b"", b"no bundle", b"PK\x03\x04"])
def test_what_is_no_bundle_is_told_and_shows_nothing(
    gate: Gate, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "x").write_bytes(content)
    gate.ask_for_bundle(tmp_path / "x")
    gate.bundle.open_button.click()
    assert shows(gate, gate.bundle)
    assert gate.bundle.messages.code.text() == "F08"


def drop(gate: Gate, *paths: Path) -> bool:
    """Drop files on the window; tell whether it took them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, button, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entering = QDragEnterEvent(QPointF(9, 9).toPoint(), action, data, button, none)
    QApplication.sendEvent(gate, entering)
    if entering.isAccepted():
        QApplication.sendEvent(gate, QDropEvent(QPointF(9, 9), action, data, button, none))
    return entering.isAccepted()


def test_a_dropped_file_is_chosen(gate: Gate, sent: Path, tmp_path: Path) -> None:
    assert drop(gate, sent / "bundle.age")
    assert shows(gate, gate.bundle)
    assert gate.bundle.bundle.path == sent / "bundle.age"
    assert drop(gate, sent / "plain.zip")
    assert gate.bundle.bundle.path == sent / "plain.zip"
    gate.bundle.back_button.click()
    assert shows(gate, gate.first)


def test_folders_several_files_and_pages_with_something_on_them_take_nothing(
    gate: Gate, sent: Path, qtbot: QtBot
) -> None:
    assert not drop(gate, sent)
    assert not drop(gate, sent / "bundle.age", sent / "plain.zip")
    assert not drop(gate)
    qtbot.mouseClick(gate.first.create_card, Qt.MouseButton.LeftButton)
    assert not drop(gate, sent / "bundle.age")


def test_the_report_is_shown_with_drawings_and_their_tables_and_never_as_html(
    gate: Gate, sent: Path
) -> None:
    opened(gate, sent)
    report = gate.view.tabs.widget(0)
    assert isinstance(report, ReportView)
    assert "Counts are not prevalence" in words_on(report)
    assert report.findChildren(ChartPicture)
    formats = {label.textFormat() for label in report.findChildren(QLabel) if label.text()}
    assert formats == {Qt.TextFormat.PlainText}


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1366, 1000)])
def test_what_is_read_takes_the_height_of_the_window(
    gate: Gate, sent: Path, qtbot: QtBot, width: int, height: int
) -> None:
    gate.resize(width, height)
    opened(gate, sent, trusted=False)
    gate.bundle.compared_button.click()
    view, button = gate.view, gate.view.save_button

    def fits() -> bool:  # the page neither scrolls nor wastes height
        bottom = button.mapTo(gate, QPoint(0, button.height())).y()
        return height - 45 < bottom <= height

    qtbot.waitUntil(fits)
    assert view.tabs.height() > height / 2


@pytest.mark.parametrize("look", [Appearance.LIGHT, Appearance.DARK])
def test_a_drawing_has_the_colours_of_the_window(qtbot: QtBot, look: Appearance) -> None:
    theme().set_appearance(look)
    page = Page("Title", "Lead")
    add_chart(page, Words(), [Bar("Lawyers", 7), Bar("Students", None)])
    grid = blocks_of("report.html", page.finish("report.html").content)[-1]
    assert isinstance(grid, Grid)
    chart = ChartPicture(grid.drawing)
    qtbot.addWidget(chart)
    chart.resize(640, chart.heightForWidth(640))
    seen = chart.grab().toImage()
    tokens = theme().tokens
    # In the middle of the bar, which is 320 wide and 9 high below its label.
    assert seen.pixelColor(300, 41).name() == tokens.colour("accent").name()
    assert tokens.colour("muted").name() in chart.coloured()


def test_a_table_shows_titles_and_a_long_cell_whole(gate: Gate, sent: Path) -> None:
    opened(gate, sent)
    names = tab_names(gate)
    people = gate.view.tabs.widget(names.index("interviews (30)"))
    assert isinstance(people, QTableView)
    heads = [
        people.model().headerData(index, Qt.Orientation.Horizontal)
        for index in range(people.model().columnCount())
    ]
    assert "About sex (sex)" in heads
    statements = gate.view.tabs.widget(names.index("statements (30)"))
    assert isinstance(statements, RowsView)
    gate.view.tabs.setCurrentWidget(statements)
    statements.setCurrentIndex(statements.model().index(0, 0))
    assert not gate.view.cell.isVisible()
    long = "x" * 60
    statements.rows.show_rows(["a", "b", "c", "d"], [["", "", "", long]])
    statements.setCurrentIndex(statements.model().index(0, 3))
    assert gate.view.cell.text() == long


def test_a_table_is_headed_in_the_language_of_the_report(gate: Gate, tmp_path: Path) -> None:
    russian = replace(varied(), facts=replace(varied().facts, language="ru"))
    signer = keyring().signer(RecipientGroup.ANALYSTS)
    write(tmp_path / "ru.zip", russian, Sealing(signer, unencrypted=True), open_gate)
    (tmp_path / "office.pub").write_text(keyring().public_key("Office").text)
    gate.ask_for_bundle(tmp_path / "ru.zip")
    gate.bundle.signer.set_path(tmp_path / "office.pub")
    gate.bundle.open_button.click()
    people = gate.view.tabs.widget(tab_names(gate).index("interviews (30)"))
    assert isinstance(people, QTableView)
    columns = range(people.model().columnCount())
    heads = [people.model().headerData(each, Qt.Orientation.Horizontal) for each in columns]
    assert "Другие лица в рассказе, в пределах (third_parties)" in heads


def test_a_table_of_many_rows_says_that_it_is_not_all(
    gate: Gate, sent: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundles, "MOST_ROWS", 4)
    opened(gate, sent)
    gate.view.tabs.setCurrentIndex(tab_names(gate).index("interviews (30)"))
    assert "The first 4 rows" in words_on(gate.view)
    assert "interviews (30)" in tab_names(gate)


def save(gate: Gate, folder: Path) -> None:
    gate.view.save_button.click()
    sheet = gate.findChildren(PathSheet)[-1]
    sheet.panel.show_path(folder)
    sheet.yes.click()


def test_the_files_are_written_where_the_person_says_and_nowhere_before(
    gate: Gate, sent: Path, tmp_path: Path
) -> None:
    opened(gate, sent)
    assert list(tmp_path.iterdir()) == []
    save(gate, tmp_path / "out")
    assert (tmp_path / "out" / "report.html").is_file()
    assert "not encrypted" in gate.view.messages.text.text()


def test_what_cannot_be_written_is_told(
    gate: Gate, sent: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(gate, sent)
    gate.view._save(tmp_path / "absent" / "out")
    assert gate.view.messages.isVisible()
    assert gate.view.content.isEnabled()


def test_leaving_the_page_wipes_the_passphrase(gate: Gate, sent: Path) -> None:
    gate.ask_for_bundle(sent / "bundle.age")
    enter(gate.bundle.secret, PASSPHRASE)
    gate.bundle.back_button.click()
    assert gate.bundle.secret.is_empty


def test_the_page_changes_its_language(gate: Gate, sent: Path, interpreter: Interpreter) -> None:
    opened(gate, sent)
    interpreter.speak("be")
    QApplication.processEvents()
    assert gate.view.tabs.tabText(0) != "Report"
    assert "interviews (30)" in tab_names(gate)


def test_a_shown_bundle_locks_like_a_vault_and_closing_it_ends_the_process(
    program: Program, sent: Path, qtbot: QtBot, replacing: Replacing
) -> None:
    gate = program.window.gate
    assert not is_in_use(gate)
    opened(gate, sent)
    assert is_in_use(gate)
    assert program.idle.seconds_left > 0
    with qtbot.capture_exceptions() as caught:
        gate.view.close_button.click()
    assert [kind for kind, _, _ in caught] == [ReplacedError]
    assert replacing.commands == [own_program()]
