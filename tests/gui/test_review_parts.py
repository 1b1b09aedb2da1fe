"""The parts of the review page on their own: the preview, the model of marks, the splitter."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from intake.domain.ids import CaseId, MarkId
from intake.domain.marks import Mark, MarkKind
from intake.gui.models.marks_model import SOURCE_WORDS, Column, MarksModel
from intake.gui.pages.review import ReviewPage
from intake.gui.review.history import History
from intake.gui.review.preview import PreviewPane
from intake.gui.review.quiet_splitter import QuietSplitter
from intake.gui.workers.store_worker import ImmediateWorker, StoreWorker
from intake.redaction.apply import Place
from intake.redaction.detectors import DETECTORS
from intake.redaction.namesakes import SOURCE as NAMESAKE
from intake.redaction.propagation import SOURCES
from intake.redaction.recognisers import BY_LANGUAGE, JUDGMENT
from intake.redaction.strict_rule import SOURCE as STRICT
from intake.redaction.vocabulary import AGAIN, ALWAYS
from intake.services import interviews, review
from intake.services.everywhere import Reach
from intake.services.proposals import BY_HAND, VAULT
from intake.services.review import Preview, ReviewState
from intake.services.session import VaultSession
from tests.gui.hands import told

LAMP = "\U0001fa94"
TEXT = f"{LAMP} Vasil Lodachnik rang +375 29 123 45 67."


@pytest.fixture
def state(session: VaultSession, case_ids: tuple[CaseId, ...]) -> ReviewState:
    statement = told(session, case_ids[0])
    interviews.save_draft(session, statement.id, TEXT, 0)
    return review.open_statement(session, statement.id)


def test_a_preview_keeps_its_place_while_only_a_part_changes(qtbot: QtBot) -> None:
    pane = PreviewPane()
    qtbot.addWidget(pane)
    pane.resize(500, 200)
    pane.show()
    pane.highlight("m1")
    body = f"{LAMP} line\n" * 200
    span = Place(2, 10, MarkId("m1"), (2, 7))
    mark = Mark(MarkId("m1"), 2, 7, MarkKind.PERSON)
    pane.show_preview(Preview(f"{LAMP} [person]{body}", (span,)), (mark,))
    pane.highlight("m1")
    assert [s.current for s in pane._highlighter.stretches] == [True]
    pane.verticalScrollBar().setValue(300)
    pane.show_preview(Preview(f"{LAMP} Lampa{LAMP}!{body}", ()), ())
    assert pane.text() == f"{LAMP} Lampa{LAMP}!{body}"
    assert pane.verticalScrollBar().value() == 300
    pane.show_preview(Preview(f"{LAMP} Lampa{LAMP}!{body}", ()), ())
    pane.show_preview(Preview("", ()), ())
    assert pane.text() == ""
    assert pane.createMimeDataFromSelection().formats() == []


@pytest.fixture
def held(qtbot: QtBot) -> Iterator[tuple[StoreWorker, threading.Event]]:
    """Return a worker that waits until it is let go."""
    made, gate = StoreWorker(), threading.Event()
    made.submit(gate.wait)
    yield made, gate
    gate.set()
    made.close()


def test_only_the_newest_preview_is_worked_out(
    qtbot: QtBot, state: ReviewState, held: tuple[StoreWorker, threading.Event]
) -> None:
    worker, gate = held
    page = ReviewPage(worker)
    qtbot.addWidget(page)
    shown: list[Preview] = []
    for _ in range(3):
        page._reviewer.work_out(state, shown.append)
    gate.set()
    qtbot.waitUntil(lambda: bool(shown))
    with qtbot.waitCallback() as after:
        worker.submit(int, done=after)
    assert len(shown) == 1


def test_nothing_is_counted_before_a_vault_is_open(
    qtbot: QtBot, state: ReviewState, held: tuple[StoreWorker, threading.Event]
) -> None:
    worker, gate = held
    page = ReviewPage(worker)
    qtbot.addWidget(page)
    shown: list[tuple[str, Reach]] = []
    for mark in state.marks[:2]:
        page._reviewer.reach(
            state.statement.id, mark.id, lambda key, found: shown.append((key, found))
        )
    gate.set()
    with qtbot.waitCallback() as after:
        worker.submit(int, done=after)
    assert shown == []


def test_a_passage_is_looked_at_beside_the_store_and_the_newest_text_alone_is_shown(
    qtbot: QtBot,
    worker: ImmediateWorker,
    session: VaultSession,
    state: ReviewState,
    held: tuple[StoreWorker, threading.Event],
) -> None:
    worker._beside, gate = held
    page = ReviewPage(worker)
    qtbot.addWidget(page)
    page._reviewer.begin(session)
    shown: list[tuple[int, int]] = []

    def show(marks: tuple[Mark, ...]) -> None:
        shown.extend((mark.start, mark.end) for mark in marks)

    for text in ("Vasil Lodachnik rang.", "it was Vasil Lodachnik."):
        page._reviewer.look_in(state.statement.id, (2, 17), text, show)
    assert shown == []
    gate.set()
    with qtbot.waitCallback() as after:
        worker.beside.submit(int, done=after)
    assert shown == [(7, 22)]


def test_the_model_of_marks_keeps_to_the_rules_of_models(qtbot: QtBot, state: ReviewState) -> None:
    model = MarksModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_marks(TEXT, state.marks)
    model.show_marks(TEXT, state.marks[::-1])
    model.show_marks(TEXT, state.marks[:1])
    assert model.mark_at(7) is None
    assert model.row_of("x") == -1
    assert model.next_pending(-1) == 0
    assert [model.headerData(c, Qt.Orientation.Horizontal) for c in Column] == [
        "Words",
        "What it is",
        "Why it is marked",
        "Decision",
    ]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    picture = Qt.ItemDataRole.DecorationRole
    drawn = [model.index(0, c).data(picture) is not None for c in Column]
    assert drawn == [False, True, False, True]
    assert model.data(model.index(5, 0)) is None


def _sources() -> set[str]:
    """Return every source that a mark can have, as the code names them."""
    models = {JUDGMENT.source, *(use.source for use in BY_LANGUAGE.values())}
    by_vault = {AGAIN, ALWAYS, BY_HAND, VAULT}
    return {*DETECTORS, *SOURCES.values(), *models, STRICT, NAMESAKE, *by_vault}


def test_every_reason_for_a_mark_has_words_and_no_word_is_left_over() -> None:
    assert SOURCE_WORDS.keys() == _sources()


@pytest.mark.parametrize(
    ("source", "kind", "words"),
    [
        (STRICT, MarkKind.NUMBER, "a number"),
        (STRICT, MarkKind.OTHER, "may be a name"),
        (VAULT, MarkKind.PERSON, "names somebody in this vault"),
        (ALWAYS, MarkKind.OTHER, "on the list of words to hide"),
        ("of another program", MarkKind.PERSON, ""),
    ],
)
def test_the_reason_for_a_mark_is_told(
    qtbot: QtBot, source: str, kind: MarkKind, words: str
) -> None:
    model = MarksModel()
    model.show_marks("a lampa", (Mark(MarkId("m"), 2, 7, kind, source=source),))
    assert model.index(0, Column.WHY).data() == words


def test_a_splitter_shows_a_grip_in_both_directions(qtbot: QtBot) -> None:
    for orientation in Qt.Orientation:
        splitter = QuietSplitter(orientation)
        qtbot.addWidget(splitter)
        splitter.addWidget(QWidget())
        splitter.addWidget(QWidget())
        splitter.resize(300, 300)
        splitter.show()
        handle = splitter.handle(1)
        picture = handle.grab().toImage()
        centre = handle.rect().center()
        assert picture.pixelColor(centre) != picture.pixelColor(0, 0)
        assert not splitter.childrenCollapsible()


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_no_part_of_a_splitter_is_cut_off(qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    splitter = QuietSplitter(Qt.Orientation.Horizontal)
    qtbot.addWidget(splitter)
    splitter.setLayoutDirection(direction)
    parts = (QWidget(), QWidget())
    for part in parts:
        splitter.addWidget(part)
    splitter.resize(1209, 300)
    splitter.show()
    assert all(splitter.rect().contains(part.geometry()) for part in parts)


def test_there_is_nothing_to_take_back_at_first() -> None:
    assert History().pop() is None
