"""The export page: nothing leaves before the last step, and only what was shown leaves."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from intake.domain.case import CaseStatus
from intake.domain.consent import RecipientGroup, Use
from intake.gui.export.rows_model import RowsModel
from intake.gui.export.words import REASONS, fact_words, level_word, word
from intake.gui.i18n import Interpreter
from intake.gui.keys.own_key import OwnKeySheet
from intake.gui.keys.trust_sheet import TrustSheet
from intake.gui.keys.whose_sheet import WhoseSheet
from intake.gui.pages.export import ASK, DONE, EFFECT, ROWS, WHO, WORK, ExportPage
from intake.gui.widgets.choice import CheckBox, RadioButton
from intake.gui.widgets.path_sheet import PathSheet
from intake.gui.workers.store_worker import ImmediateWorker, StoreWorker
from intake.services import cases, exports, interviews, settings, team, vaults
from intake.services.exports import ExportPlan, Policy, Reason
from intake.services.plans import CHOICES_ONLY
from intake.services.session import VaultSession
from intake.vault.kdf import KdfCosts
from intake.vault.secret import Secret
from tests.gui.hands import (
    ENTER,
    ESCAPE,
    SPACE,
    all_of,
    click,
    keyboard,
    named,
    one,
    pick,
    press,
    type_into,
    words_on,
)
from tests.unit.services.making import (
    consent,
    document,
    fill,
    name_of,
    no_room_beyond,
    review_everything,
)

KEY_PASSPHRASE = "another ladder seven invented oblong canyons"
RTL = Qt.LayoutDirection.RightToLeft
ACROSS, TIP = Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole


@pytest.fixture(scope="module")
def public_key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the public key file of an analyst."""
    path = tmp_path_factory.mktemp("analyst") / "analyst.key"
    team.create_key(path, Secret.from_text(KEY_PASSPHRASE), work_factor=1)
    return Path(f"{path}.pub")


@pytest.fixture
def vault(vault_session: VaultSession) -> VaultSession:
    """Return a vault with eight people who agree to everything, and two who do not."""
    fill(vault_session, *(document(number) for number in range(8)))
    fill(vault_session, document(8, consent=consent(given=None)))
    fill(vault_session, document(9, consent=consent(withdrawn={"day": "2022-06-01"})))
    return vault_session


def begin(qtbot: QtBot, worker: StoreWorker, session: VaultSession) -> ExportPage:
    page = ExportPage(worker)
    qtbot.addWidget(page)
    worker.changed.connect(page.refresh)
    page.resize(1366, 740)
    with qtbot.waitActive(page):
        page.show()
    page.open(session)
    return page


@pytest.fixture
def page(
    qtbot: QtBot, worker: ImmediateWorker, vault: VaultSession, public_key: Path
) -> ExportPage:
    team.trust(vault, "analyst", public_key)
    return begin(qtbot, worker, vault)


def plan_of(page: ExportPage) -> ExportPlan:
    assert page._plan is not None
    return page._plan


def go_on(page: ExportPage, state: int) -> None:
    """Press the primary button until a state is reached."""
    for _ in range(state - page.state):
        if page.state < state:
            click(page._next)
    assert page.state == state, words_on(page.messages)


def where(page: ExportPage, folder: Path, name: str = "") -> PathSheet:
    """Open the question where to write, and go to a folder."""
    click(page._next)
    sheet = one(page.window(), PathSheet)
    type_into(sheet.panel.where, str(folder))
    press(ENTER)
    if name:
        type_into(sheet.panel.name, name)
    return sheet


def said(page: ExportPage) -> str:
    return page.messages.text.text() if page.messages.isVisible() else ""


# -- what is asked for ----------------------------------------------------------------------------


def test_an_export_begins_with_purpose_and_recipient(page: ExportPage) -> None:
    assert page.state == ASK
    assert "Nothing leaves before the last step" in words_on(page)
    opened = keyboard()
    assert isinstance(opened, RadioButton)
    assert opened.isChecked()
    assert "analyst" in words_on(page)
    request = page._ask.request()
    assert (request.policy, request.purpose) == (Policy.RECORDS, Use.ANALYSIS)
    assert (request.group, request.k) == (RecipientGroup.ANALYSTS, 5)
    assert request.recipients == ("analyst",)
    assert request.passphrase is None
    assert not request.unencrypted
    assert not request.accept_suggestions


def test_every_choice_is_what_is_asked_for(page: ExportPage) -> None:
    click(named(page, "Statistics"))
    pick(page._ask._purpose, Use.STATISTICS)
    pick(page._ask._group, RecipientGroup.UN)
    pick(page._ask._k, 10)
    request = page._ask.request()
    assert (request.policy, request.purpose) == (Policy.STATISTICS, Use.STATISTICS)
    assert (request.group, request.k) == (RecipientGroup.UN, 10)
    offered = [page._ask._group.itemData(i) for i in range(page._ask._group.count())]
    assert RecipientGroup.ANY not in offered, "a bundle goes to somebody, never to anybody"


def test_the_setting_of_the_vault_is_chosen_until_somebody_chooses_fewer(
    qtbot: QtBot, worker: ImmediateWorker, vault: VaultSession, public_key: Path
) -> None:
    team.trust(vault, "analyst", public_key)
    settings.save(vault, settings.Settings(k=8))
    page = begin(qtbot, worker, vault)
    assert page._ask.request().k == 8
    assert not page._ask._k_note.isVisible()
    worker.submit(settings.save, vault, settings.Settings(k=7), writes=True)
    assert page._ask.request().k == 7
    pick(page._ask._k, 5)
    assert "set to groups of 7 people" in words_on(page)
    worker.submit(settings.save, vault, settings.Settings(k=7, project="Exile"), writes=True)
    assert page._ask.request().k == 5, "what was chosen stays"
    go_on(page, WHO)
    assert plan_of(page).k == 5
    assert "smaller than this vault's setting" in words_on(page._who)


def test_small_groups_are_warned_of(page: ExportPage) -> None:
    assert not page._ask._k_note.isVisible()
    pick(page._ask._k, 3)
    assert page._ask._k_note.isVisible()
    assert "can point to somebody" in words_on(page)


def test_without_a_recipient_nothing_goes_on(page: ExportPage) -> None:
    (box,) = all_of(page._ask, CheckBox)
    click(box)
    assert not page._next.isEnabled()
    click(box)
    assert page._next.isEnabled()


def test_a_recipients_key_is_added_from_its_file(
    qtbot: QtBot, worker: ImmediateWorker, vault: VaultSession, public_key: Path
) -> None:
    page = begin(qtbot, worker, vault)
    assert "No key is known yet." in words_on(page)
    assert not page._next.isEnabled()
    click(named(page, "Add a key file"))
    sheet = one(page, PathSheet)
    assert not sheet.yes.isEnabled(), "first a file is chosen"
    type_into(sheet.panel.where, str(public_key.parent))
    press(ENTER)
    model = sheet.panel._model
    names = [model.entry(row).name for row in range(model.rowCount())]
    sheet.panel.list.setFocus()
    sheet.panel.list.setCurrentIndex(model.index(names.index(public_key.name)))
    click(sheet.yes)
    words = team.read_key(public_key).words
    click(one(page, WhoseSheet).yes)
    assert words in words_on(one(page, TrustSheet)), "the six words to compare by voice"
    press(ENTER)
    assert team.trusted_keys(vault) == (), "Enter on what has just opened trusts nobody"
    page._trusting.look_at(public_key)
    click(one(page, WhoseSheet).yes)
    asked = one(page, TrustSheet)
    type_into(asked.name, "the office")
    click(asked.yes)
    assert page._ask.recipients() == ("the office",)
    assert words in words_on(page)
    assert page._next.isEnabled()


# -- the plan -------------------------------------------------------------------------------------


def test_who_leaves_and_who_stays_with_the_reason(page: ExportPage, vault: VaultSession) -> None:
    go_on(page, WHO)
    words = words_on(page._who)
    assert "8 cases leave." in words
    assert "Consent withdrawn" in words
    assert "No consent for this use and recipient" in words
    for codes in plan_of(page).excluded_cases.values():
        assert all(code in words for code in codes)
    assert vault.store.releases.all() == ()


def test_nobody_stays_out_when_all_agree(
    qtbot: QtBot, worker: ImmediateWorker, vault_session: VaultSession, public_key: Path
) -> None:
    fill(vault_session, *(document(number) for number in range(8)))
    team.trust(vault_session, "analyst", public_key)
    page = begin(qtbot, worker, vault_session)
    go_on(page, WHO)
    assert "Nobody." in words_on(page._who)


def test_what_is_made_coarse_is_told_and_drawn(page: ExportPage) -> None:
    go_on(page, EFFECT)
    plan, words = plan_of(page), words_on(page._effect)
    assert f"{plan.risk_before * 100:.0f} % before" in words
    assert f"{plan.risk_after * 100:.0f} % in the bundle" in words
    assert plan.trial is not None
    assert f"Detail lost: {plan.trial.loss * 100:.0f} %" in words
    assert "Stay out: fewer than 5." in words
    picture = page._effect.picture
    assert picture.accessibleName() == "People by size of their group"
    assert "before" in picture.accessibleDescription()
    table = page._effect.table.rows
    facts = {table.text_at(r, 0): table.text_at(r, 2) for r in range(table.rowCount())}
    assert table.rowCount() == len(plan.fields)
    assert facts["Age"] in ("Made coarse", "Left out")
    assert set(facts.values()) <= {"As recorded", "Made coarse", "Left out"}
    coarse = [f for f in plan.fields if f.effect == "generalised" or f.rule == CHOICES_ONLY]
    hows = [table.text_at(r, 3) for r in range(table.rowCount()) if table.text_at(r, 3)]
    assert len(hows) == len(coarse) > 0


def test_statistics_say_that_nobody_is_a_row(page: ExportPage) -> None:
    click(named(page, "Statistics"))
    go_on(page, EFFECT)
    assert "nobody is a row" in words_on(page._effect)


def test_the_exact_rows_are_shown_and_name_nobody(page: ExportPage) -> None:
    go_on(page, ROWS)
    plan = plan_of(page)
    tabs = page._rows.tabs
    assert tabs.count() == len(plan.tables)
    seen = ""
    for number, (name, rows) in enumerate(plan.tables.items()):
        assert tabs.tabText(number) == f"{name} ({max(0, len(rows) - 1)})"
        tabs.setCurrentIndex(number)
        view = tabs.currentWidget()
        model = view.rows  # type: ignore[attr-defined]  # a view of rows
        cells = [[model.text_at(r, c) for c in range(len(rows[0]))] for r in range(len(rows) - 1)]
        assert cells == [list(row) + [""] * (len(rows[0]) - len(row)) for row in rows[1:]]
        heads = [model.headerData(c, ACROSS) for c in range(len(rows[0]))]
        assert not set(heads) & set(rows[0]), "questions in words, not names of columns"
        assert [model.headerData(c, ACROSS, TIP) for c in range(len(rows[0]))] == list(rows[0])
        seen += str(cells)
    assert all(name_of(number) not in seen for number in range(10))


def test_a_long_cell_can_be_read_whole(page: ExportPage) -> None:
    go_on(page, ROWS)
    view = page._rows.tabs.widget(0)
    view.rows.show_rows(("a", "b"), (("x" * 200, "y"),))  # type: ignore[union-attr]  # what was found is a table
    view.setCurrentIndex(view.rows.index(0, 0))  # type: ignore[union-attr]  # what was found is a table
    assert page._rows._whole_cell.text() == "x" * 200
    assert page._rows._whole_cell.isVisible()
    view.setCurrentIndex(view.rows.index(0, 1))  # type: ignore[union-attr]  # what was found is a table
    assert page._rows._whole_cell.isHidden()


def test_one_can_go_back_and_forth(page: ExportPage) -> None:
    go_on(page, ROWS)
    assert keyboard() is page._next
    for state in (EFFECT, WHO, ASK):
        click(page._back)
        assert page.state == state
    assert not page._back.isVisible()
    assert isinstance(keyboard(), RadioButton)


def test_what_cannot_go_on_says_why(
    qtbot: QtBot, worker: ImmediateWorker, vault: VaultSession
) -> None:
    page = begin(qtbot, worker, vault)
    assert not page._next.isEnabled()
    assert page._why_not.text() == "Choose who can open the bundle first."


def test_when_nobody_leaves_the_reasons_are_shown(
    qtbot: QtBot, worker: ImmediateWorker, vault_session: VaultSession, public_key: Path
) -> None:
    drafts = fill(vault_session, *(document(number) for number in range(3)))
    for case_id in drafts:
        cases.set_status(vault_session, case_id, CaseStatus.DRAFT)
    fill(vault_session, document(4, consent=consent(withdrawn={"day": "2022-06-01"})))
    team.trust(vault_session, "analyst", public_key)
    page = begin(qtbot, worker, vault_session)
    click(page._next)
    assert page.state == WHO, said(page)
    words = words_on(page._who)
    assert "Nobody leaves." in words
    assert "Consent withdrawn" in words
    assert word(REASONS[Reason.NOT_FINALISED]) in words
    assert "Nothing is left to release" in said(page)
    assert not page._next.isEnabled()
    assert page._why_not.text() == "There is nobody who may leave."
    click(page._back)
    assert page.state == ASK


def test_too_few_people_are_refused_in_words(
    qtbot: QtBot, worker: ImmediateWorker, vault_session: VaultSession, public_key: Path
) -> None:
    team.trust(vault_session, "analyst", public_key)
    page = begin(qtbot, worker, vault_session)
    click(page._next)
    assert page.state == ASK
    assert said(page)
    assert page.messages.code.text()
    assert vault_session.store.releases.all() == ()


def test_statements_that_need_review_block_and_lead_there(
    qtbot: QtBot, page: ExportPage, vault: VaultSession
) -> None:
    click(named(page, "Records and statements"))
    click(page._next)
    assert page.state == WHO
    assert said(page) == "Some statements still need review."
    assert "8 statements still need review." in words_on(page._who)
    assert not page._next.isEnabled()
    with qtbot.waitSignal(page.review_asked):
        click(named(page.messages, "Go to the review"))
    review_everything(vault)
    page.open(vault)
    go_on(page, WHO)
    assert "8 statements leave with them." in words_on(page._who)
    assert page._next.isEnabled()


# -- writing --------------------------------------------------------------------------------------


def test_the_bundle_is_written_and_its_receipt_is_shown(
    page: ExportPage, vault: VaultSession, tmp_path: Path
) -> None:
    go_on(page, ROWS)
    sheet = where(page, tmp_path)
    assert sheet.panel.name.text() == "bundle.age"
    assert list(tmp_path.glob("*.age")) == []
    click(sheet.yes)
    assert page.state == DONE
    written = (tmp_path / "bundle.age").read_bytes()
    digest = hashlib.sha256(written).hexdigest()
    words = words_on(page)
    assert digest in words.replace(" ", "")
    assert str(tmp_path / "bundle.age") in words
    assert "first and the last eight characters" in words
    (release,) = vault.store.releases.all()
    assert release.bundle_id in words
    assert not any(name_of(number).encode() in written for number in range(10))
    click(page._receipt.key_button)
    handing = one(page, OwnKeySheet)
    own = team.bundle_words(team.own_key(vault))
    assert own["analysts"] in words_on(handing), "what the recipient of this bundle sees"
    handing.cancel()
    click(page._next)
    assert page.state == ASK


def test_escape_in_the_question_where_writes_nothing(page: ExportPage, tmp_path: Path) -> None:
    go_on(page, ROWS)
    where(page, tmp_path)
    press(ESCAPE)
    assert page.state == ROWS
    assert list(tmp_path.glob("*.age")) == []


def test_a_file_that_is_there_is_never_replaced(
    page: ExportPage, vault: VaultSession, tmp_path: Path
) -> None:
    there = tmp_path / "there.age"
    there.write_text("older", "utf-8")
    go_on(page, ROWS)
    sheet = where(page, tmp_path, "there.age")
    assert not sheet.yes.isEnabled()
    assert "already something with this name" in words_on(sheet)
    type_into(sheet.panel.name, "other.age")
    assert sheet.yes.isEnabled()
    assert "already something" not in words_on(sheet)
    (tmp_path / "other.age").write_text("came meanwhile", "utf-8")
    click(sheet.yes)
    assert page.state == ROWS
    assert said(page)
    assert there.read_text("utf-8") == "older"
    assert (tmp_path / "other.age").read_text("utf-8") == "came meanwhile"
    assert vault.store.releases.all() == ()


def test_a_vault_that_changed_since_is_worked_out_again(
    page: ExportPage, vault: VaultSession, tmp_path: Path
) -> None:
    go_on(page, ROWS)
    fill(vault, document(12))
    click(where(page, tmp_path).yes)
    assert page.state == ROWS
    assert "work out again" in said(page)
    assert list(tmp_path.glob("*.age")) == []
    assert vault.store.releases.all() == ()


def test_a_full_disk_leaves_nothing(page: ExportPage, vault: VaultSession, tmp_path: Path) -> None:
    go_on(page, ROWS)
    sheet = where(page, tmp_path)
    before = set(tmp_path.iterdir())
    with no_room_beyond(600):
        click(sheet.yes)
    assert page.state == ROWS
    assert said(page)
    assert set(tmp_path.iterdir()) == before
    assert vault.store.releases.all() == ()


def test_an_error_that_is_no_ones_fault_is_told_to_the_window(
    qtbot: QtBot, page: ExportPage, worker: ImmediateWorker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    worker.failed.disconnect()
    monkeypatch.setattr(exports, "plan", fail)
    with qtbot.waitSignal(worker.failed):
        click(page._next)
    assert page.state == ASK


class Slow:
    """The export page with the real thread, which waits until it is let go."""

    def __init__(self, qtbot: QtBot, folder: Path, public_key: Path) -> None:
        self.qtbot, self.worker, self.gate = qtbot, StoreWorker(), threading.Event()
        self.session: VaultSession = self.ask(self._make, folder, public_key)
        self.page = begin(qtbot, self.worker, self.session)
        self.ask(int)

    @staticmethod
    def _make(folder: Path, public_key: Path) -> VaultSession:
        with Secret.from_text(KEY_PASSPHRASE) as secret, vaults.new_recovery_key() as recovery:
            made = vaults.create(
                folder,
                name="Invented",
                passphrase=secret,
                recovery=recovery,
                costs=KdfCosts(64 * 1024, 3, 1),
            )
        fill(made, *(document(number) for number in range(8)))
        team.trust(made, "analyst", public_key)
        return made

    def ask(self, work: Callable[..., Any], *arguments: object) -> Any:
        with self.qtbot.waitCallback(timeout=20_000) as answered:
            self.worker.submit(work, *arguments, done=answered)
        return answered.args[0]

    def cancel(self, state: int) -> None:
        """Cancel what waits to be done, and wait for the page to go back to a state."""
        busy = self.page._busy
        assert self.page.state == WORK
        assert not self.page._next.isEnabled()
        self.qtbot.waitUntil(busy.isVisible)
        click(busy.cancel_button)
        self.gate.set()
        self.qtbot.waitUntil(lambda: self.page.state == state)

    def close(self) -> None:
        self.gate.set()
        self.ask(self.session.close)
        self.worker.close()


@pytest.fixture
def slow(qtbot: QtBot, tmp_path: Path, public_key: Path) -> Iterator[Slow]:
    made = Slow(qtbot, tmp_path / "vault", public_key)
    yield made
    made.close()


def test_working_out_can_be_stopped(slow: Slow) -> None:
    slow.worker.submit(slow.gate.wait)
    click(slow.page._next)
    slow.cancel(ASK)
    assert said(slow.page) == "Stopped. Nothing was written."


def test_writing_can_be_stopped_and_leaves_nothing(slow: Slow, tmp_path: Path) -> None:
    click(slow.page._next)
    slow.qtbot.waitUntil(lambda: slow.page.state == WHO)
    go_on(slow.page, ROWS)
    sheet = where(slow.page, tmp_path)
    before = set(tmp_path.iterdir())
    slow.worker.submit(slow.gate.wait)
    click(sheet.yes)
    slow.cancel(ROWS)
    assert said(slow.page) == "Stopped. Nothing was written."
    assert set(tmp_path.iterdir()) == before
    assert slow.ask(slow.session.store.releases.all) == ()


# -- the parts ------------------------------------------------------------------------------------


def test_rows_keep_to_the_rules_of_models(qtbot: QtBot) -> None:
    model = RowsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows(("a", "b"), (("1",), ("2", "3")))
    assert model.text_at(0, 1) == ""
    assert model.headerData(1, Qt.Orientation.Horizontal) == "b"
    assert model.headerData(1, Qt.Orientation.Vertical) is None
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0
    assert model.data(model.index(0, 0), Qt.ItemDataRole.DecorationRole) is None


def test_facts_are_called_as_in_the_questionnaire() -> None:
    form = interviews.form()
    assert fact_words(form, "profile.age", "en")[1] == "Age"
    assert fact_words(form, "profile.age", "ru")[1] != "Age"
    assert fact_words(form, "made.up", "en") == ("", "made.up")
    assert level_word("country") == "only the country"


@pytest.mark.parametrize("state", [ASK, WHO, EFFECT, ROWS])
def test_every_step_speaks_the_language_of_the_window(
    page: ExportPage, interpreter: Interpreter, state: int
) -> None:
    go_on(page, state)
    before = page._next.text()
    interpreter.speak("be")
    QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    page.retranslate()
    assert page._next.text() != before
    assert "Export" not in page.title.text()


def test_a_path_is_taken_with_enter_on_the_file(
    qtbot: QtBot, page: ExportPage, public_key: Path
) -> None:
    click(named(page, "Add a key file"))
    sheet = one(page, PathSheet)
    sheet.panel.show_folder(public_key.parent)
    model = sheet.panel._model
    names = [model.entry(row).name for row in range(model.rowCount())]
    sheet.panel.list.setCurrentIndex(model.index(names.index(public_key.name)))
    with qtbot.waitSignal(sheet.chosen) as chosen:
        sheet.panel.list.activated.emit(sheet.panel.list.currentIndex())
    assert chosen.args == [public_key]


def test_space_ticks_and_the_key_of_a_button_presses_it(page: ExportPage) -> None:
    (box,) = all_of(page._ask, CheckBox)
    box.setFocus()
    press(SPACE)
    assert not box.isChecked()
    assert isinstance(box, QWidget)
