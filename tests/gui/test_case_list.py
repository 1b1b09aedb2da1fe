from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from intake.domain.case import CaseStatus, CaseSummary
from intake.domain.ids import CaseId
from intake.gui.models.case_list_model import SUMMARY, CaseListModel
from intake.gui.models.hits_model import HIT, WHERE, HitsModel, place_word
from intake.gui.widgets.case_row import CaseRowDelegate, _Row
from intake.gui.widgets.search_panel import HitDelegate, SearchPanel, fitting
from intake.gui.words import ChoiceWords
from intake.services import interviews
from intake.store.search import Place, SearchHit

MANY = 10_000


def summary(number: int, **changes: object) -> CaseSummary:
    at = datetime(2022, 5, 26, tzinfo=UTC) + timedelta(minutes=number)
    made = CaseSummary(
        id=CaseId(f"{number:032x}"),
        code=f"K7M2-{number:04d}",
        status=CaseStatus.DRAFT,
        created=at,
        changed=at,
        group="lawyer",
        country="GE",
        preview="They came at six in the morning.",
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # tests name fields of a summary


@pytest.fixture
def model(qtbot: QtBot) -> CaseListModel:
    return CaseListModel(ChoiceWords())


def test_the_list_keeps_qts_rules_while_rows_come_and_go(model: CaseListModel) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows = tuple(summary(number) for number in range(5))
    model.set_rows(rows)
    model.set_rows(tuple(replace(row, preview="changed") for row in rows))
    model.set_rows(rows[1:])
    model.set_rows(rows[1:3])
    model.set_rows(rows[1:])
    model.set_rows(())
    model.set_rows(())
    assert model.rowCount() == 0


def test_rows_that_follow_let_views_keep_their_place(qtbot: QtBot, model: CaseListModel) -> None:
    rows = tuple(summary(number) for number in range(5))
    model.set_rows(rows[:2])
    kept = QPersistentModelIndex(model.index(1))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.rowsInserted):
        model.set_rows(rows)
    assert kept.row() == 1
    assert model.rowCount() == 5


def test_rows_are_found_and_read_out(model: CaseListModel) -> None:
    rows = tuple(summary(number, needs_review=number == 1) for number in range(3))
    model.set_rows(rows)
    assert model.row_of(rows[2].id) == 2
    assert model.row_of(CaseId("nobody")) == -1
    index = model.index(1)
    assert model.data(index) == "K7M2-0001"
    assert model.data(index, SUMMARY) is rows[1]
    spoken = model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == (
        "K7M2-0001, Draft, lawyer, GE, needs review, They came at six in the morning."
    )
    assert model.data(index, Qt.ItemDataRole.ToolTipRole) is None
    assert model.data(QModelIndex()) is None
    assert model.rowCount(index) == 0


def test_a_change_of_content_keeps_what_is_chosen(qtbot: QtBot, model: CaseListModel) -> None:
    view = QListView()
    qtbot.addWidget(view)
    view.setModel(model)
    rows = tuple(summary(number) for number in range(5))
    model.set_rows(rows)
    view.setCurrentIndex(model.index(3))
    model.set_rows(tuple(replace(row, status=CaseStatus.FINALISED) for row in rows))
    assert view.currentIndex().row() == 3


def test_ten_thousand_cases_are_shown_without_drawing_them_all(
    qtbot: QtBot, model: CaseListModel
) -> None:
    drawn: list[int] = []

    class Counting(CaseRowDelegate):
        def paint(
            self,
            painter: QPainter,
            option: QStyleOptionViewItem,
            index: QModelIndex | QPersistentModelIndex,
        ) -> None:
            drawn.append(index.row())
            super().paint(painter, option, index)

    view = QListView()
    qtbot.addWidget(view)
    view.setUniformItemSizes(True)
    view.setModel(model)
    view.setItemDelegate(Counting(ChoiceWords(), view))
    view.resize(420, 700)
    model.set_rows(tuple(summary(number) for number in range(MANY)))
    view.grab()
    view.scrollToBottom()
    view.grab()
    assert 0 < len(drawn) < 60
    assert MANY - 1 in drawn


@pytest.mark.parametrize(
    "changes",
    [
        {"status": CaseStatus.FINALISED},
        {"status": CaseStatus.WITHDRAWN},
        {"withdrawn": True},
        {"needs_review": True},
        {"two_versions": True},
        {"group": "student"},
        {"country": "LT"},
        {"code": "ZZZZ-9999"},
        {"changed": datetime(2021, 1, 1, tzinfo=UTC)},
        {"preview": "Another beginning."},
    ],
)
def test_every_fact_of_a_row_can_be_seen(
    qtbot: QtBot, model: CaseListModel, changes: dict[str, object]
) -> None:
    view = QListView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.setItemDelegate(CaseRowDelegate(ChoiceWords(), view))
    view.resize(420, 120)
    model.set_rows((summary(1),))
    plain = view.grab().toImage()
    model.set_rows((summary(1, **changes),))
    assert view.grab().toImage() != plain


def test_a_row_without_facts_has_no_gap_before_its_account(
    qtbot: QtBot, model: CaseListModel
) -> None:
    view = QListView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.setItemDelegate(CaseRowDelegate(ChoiceWords(), view))
    view.resize(420, 120)
    written: list[tuple[int, str]] = []

    def write(_row: object, line: int, text: str, *_look: object) -> int:
        written.append((line, text))
        return 0

    words = "They took him to Minsk and nobody told us anything for many weeks after that day. "
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_Row, "text", write)
        for changes in ({"preview": words}, {"preview": ""}, {"preview": "z" * 500}):
            model.set_rows((summary(1, group="", country="", **changes),))
            view.grab()
    (_, first), (_, rest), *others = [each for each in written if each[0]]
    assert f"{first} {rest}" == words.strip()
    assert others == [(1, "No account yet"), (2, ""), (1, "z" * 500), (2, "")]


def test_a_chosen_row_is_drawn_differently_in_both_directions(
    qtbot: QtBot, model: CaseListModel
) -> None:
    view = QListView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.setItemDelegate(CaseRowDelegate(ChoiceWords(), view))
    view.resize(420, 120)
    model.set_rows((summary(1, needs_review=True),))
    pictures = [view.grab().toImage()]
    view.setCurrentIndex(model.index(0))
    pictures.append(view.grab().toImage())
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    pictures.append(view.grab().toImage())
    view.resize(200, 120)  # too narrow for the chips
    pictures.append(view.grab().toImage())
    assert len({bytes(picture.constBits()) for picture in pictures}) == 4


def hit(number: int, **changes: object) -> SearchHit:
    made = SearchHit(
        case_id=CaseId(f"{number:032x}"),
        code=f"K7M2-{number:04d}",
        place=Place.STATEMENT,
        record_id="r",
        question="own_words",
        snippet="😀 They took him to Minsk.",
        ranges=((20, 25),),
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # tests name fields of a hit


def test_hits_keep_qts_rules() -> None:
    model = HitsModel(ChoiceWords())
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_hits((hit(1), hit(2)))
    assert model.data(model.index(1), HIT) == hit(2)
    assert "Minsk" in model.data(model.index(0))
    assert model.data(model.index(0), Qt.ItemDataRole.ToolTipRole) is None
    assert model.data(QModelIndex()) is None
    assert model.rowCount(model.index(0)) == 0


def asked_words() -> ChoiceWords:
    words = ChoiceWords()
    words.use(interviews.form())
    return words


def test_a_hit_says_which_question_it_answers() -> None:
    model = HitsModel(asked_words())
    model.set_hits(
        (
            hit(1, place=Place.ANSWER, question="interview_city"),
            hit(2, place=Place.CODE, question=""),
            hit(3, place=Place.CONSENT, question="withhold_note"),
        )
    )
    asked, code, consent = (str(model.data(model.index(row), WHERE)) for row in range(3))
    assert asked.endswith("Answer  \u00b7  Town of the interview")
    assert "Town of the interview" in model.data(model.index(0))
    assert code.endswith("Case code")
    assert consent.endswith("Consent")


def test_the_words_found_are_in_sight_in_a_mirrored_window(panel: SearchPanel) -> None:
    panel.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    long = "They took him to Minsk. " + "Nobody told us anything for many weeks. " * 4
    drawn = []
    for ranges in (((17, 22),), ()):
        panel.show_hits((hit(1, snippet=long, ranges=ranges),), BELOW)
        panel.list.setCurrentIndex(QModelIndex())
        drawn.append(bytes(panel.list.grab().toImage().constBits()))
    assert drawn[0] != drawn[1]


def test_a_snippet_leaves_out_whole_words_until_it_fits() -> None:
    found = hit(1, snippet="They took him to Minsk\nand nobody told", ranges=((17, 22),))
    assert fitting(found) == "They took him to Minsk and nobody told"
    assert fitting(found, len, 35) == "They took him to Minsk and nobody …"
    assert fitting(found, len, 34) == "They took him to Minsk and …"
    assert fitting(found, len, 5) == "They took him to Minsk …", "what was found stays"
    cut = replace(found, cut_before=True, cut_after=True)
    assert fitting(cut) == "… They took him to Minsk and nobody told …"
    assert fitting(replace(cut, snippet="z" * 99, ranges=((0, 99),)), len, 9) == f"… {'z' * 99} …"


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[SearchPanel]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(900, 600)
    parent.show()
    yield SearchPanel(asked_words(), parent)
    parent.close()


BELOW = QRect(100, 10, 500, 36)


def test_results_open_below_the_field_and_are_chosen(qtbot: QtBot, panel: SearchPanel) -> None:
    panel.show_hits((hit(1), hit(2)), BELOW)
    assert panel.isVisible()
    assert panel.geometry().top() > 36
    with qtbot.waitSignal(panel.chosen) as chosen:
        panel.choose_first()
    assert chosen.args == [hit(1)]
    with qtbot.waitSignal(panel.chosen) as chosen:
        panel._choose(panel.model.index(1))
    assert chosen.args == [hit(2)]


def test_the_keyboard_goes_back_to_the_field(qtbot: QtBot, panel: SearchPanel) -> None:
    panel.show_hits((hit(1), hit(2)), BELOW)
    with qtbot.waitSignal(panel.left_up):
        qtbot.keyClick(panel.list, Qt.Key.Key_Up)
    panel.list.setCurrentIndex(panel.model.index(1))
    left: list[int] = []
    panel.left_up.connect(lambda: left.append(1))
    qtbot.keyClick(panel.list, Qt.Key.Key_Up)
    assert left == []
    qtbot.keyClick(panel.list, Qt.Key.Key_Escape)
    assert left == [1]


def test_nothing_found_is_said(panel: SearchPanel) -> None:
    panel.show_hits((), BELOW)
    assert "Nothing found" in panel.count.text()
    assert panel.list.isHidden()
    panel.choose_first()


def test_the_words_found_stand_out(qtbot: QtBot, panel: SearchPanel) -> None:
    drawn = []
    for changes in (
        {},
        {"ranges": ()},
        {"cut_before": True},
        {"cut_after": True},
        {"snippet": "محمد في مينسك الآن وغدا وبعد"},
    ):
        panel.show_hits((hit(1, **changes),), BELOW)
        panel.list.setCurrentIndex(QModelIndex())
        drawn.append(bytes(panel.list.grab().toImage().constBits()))
    assert len(set(drawn)) == len(drawn)
    assert isinstance(panel.list.itemDelegate(), HitDelegate)
    assert len({place_word(place) for place in Place}) == len(Place)
