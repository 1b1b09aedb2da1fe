"""Weights on the export page: what they cost is seen at once, and only what was seen leaves."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWheelEvent
from pytestqt.qtbot import QtBot

from intake.disclosure.hierarchies import Level
from intake.disclosure.lattice import MOST, published_axes
from intake.domain.progress import CancelToken
from intake.gui.export.effect_bar import EffectBar
from intake.gui.export.weights_card import WeightsCard
from intake.gui.export.words import AXES, WEIGHTS, WHY, few
from intake.gui.pages.export import DONE, EFFECT, ROWS, WHO, ExportPage
from intake.gui.theme import theme
from intake.gui.widgets.slider import StepSlider
from intake.gui.workers.store_worker import ImmediateWorker, StoreWorker
from intake.services import team
from intake.services.plans import Why
from intake.services.session import VaultSession
from intake.services.trials import AxisEffect, Trial
from intake.vault.secret import Secret
from tests.gui.hands import all_of, click, named, words_on
from tests.unit.services.making import document, fill

PASSPHRASE = "another ladder seven invented oblong canyons"
LEFT, RIGHT = Qt.Key.Key_Left, Qt.Key.Key_Right


@pytest.fixture(scope="module")
def public_key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the public key file of an analyst."""
    path = tmp_path_factory.mktemp("analyst") / "analyst.key"
    team.create_key(path, Secret.from_text(PASSPHRASE), work_factor=1)
    return Path(f"{path}.pub")


@pytest.fixture
def vault(vault_session: VaultSession, public_key: Path) -> VaultSession:
    """Return a vault with four people of each of two groups and two ages, and one who waits."""
    people: list[dict[str, Any]] = [
        {"targeted_group": [("lawyer", "worker")[n % 2]], "age": (38, 61)[n // 2 % 2]}
        for n in range(16)
    ]
    fill(vault_session, *(document(n, answers={**each}) for n, each in enumerate(people)))
    team.trust(vault_session, "analyst", public_key)
    return vault_session


def begin(qtbot: QtBot, worker: StoreWorker, session: VaultSession) -> ExportPage:
    page = ExportPage(worker)
    qtbot.addWidget(page)
    page.resize(1366, 740)
    with qtbot.waitActive(page):
        page.show()
    page.open(session)
    return page


@pytest.fixture
def page(qtbot: QtBot, worker: ImmediateWorker, vault: VaultSession) -> ExportPage:
    page = begin(qtbot, worker, vault)
    for _ in range(2):
        click(page._next)
    assert page.state == EFFECT
    return page


@pytest.fixture
def threaded() -> Iterator[StoreWorker]:
    """Return a worker with threads of its own."""
    worker = StoreWorker()
    yield worker
    worker.close()


def slider(page: ExportPage, axis: str) -> StepSlider:
    return page._effect.weights_card._rows[axis].slider


def push(qtbot: QtBot, page: ExportPage, axis: str, key: Qt.Key, times: int) -> None:
    moved = slider(page, axis)
    moved.setFocus()
    for _ in range(times):
        qtbot.keyClick(moved, key)


def test_every_weight_has_a_name_and_says_what_it_is(page: ExportPage) -> None:
    found = all_of(page, StepSlider)
    assert len(found) == len(published_axes()) == len(AXES)
    names = {each.accessibleName() for each in found}
    assert names == {f"How much it matters to keep: {name}" for name in AXES.values()}
    assert {each.accessibleDescription() for each in found} == {"as usual"}
    assert set(WHY) == set(Why) - {Why.WHOLE}
    assert len(WEIGHTS) == MOST + 1


def test_a_weight_is_moved_by_the_keyboard_and_shows_what_it_costs(
    qtbot: QtBot, page: ExportPage
) -> None:
    before = words_on(page._effect)
    push(qtbot, page, "group", RIGHT, 2)
    push(qtbot, page, "age", LEFT, 1)
    card = page._effect.weights_card
    assert card.weights() == {"group": 4, "age": 1}
    assert slider(page, "group").accessibleDescription() == "matters most"
    assert card._rows["group"].told.text() == "as recorded: 16"
    assert card._rows["age"].told.text() == "left out: 16"
    assert words_on(page._effect) != before
    push(qtbot, page, "group", LEFT, 3)
    push(qtbot, page, "age", RIGHT, 3)
    assert card._rows["age"].told.text() == "in narrow bands: 16"
    assert "Detail lost" in words_on(page._effect)


def test_it_says_what_to_do_with_few_people_and_what_no_slider_changes(
    qtbot: QtBot, worker: ImmediateWorker, vault: VaultSession, tmp_path: Path
) -> None:
    page = begin(qtbot, worker, vault)
    for _ in range(2):
        click(page._next)
    told = page._effect._advice.text()
    assert "Counts alone are usually the better answer" in told
    assert "“Statistics”" in told
    assert "no slider" not in told, "nothing has left"
    click(page._next)
    page._write(tmp_path / "out.age")
    assert page.state == DONE
    assert page._receipt.key_button.hasFocus(), "Enter must not take the receipt away"
    click(page._next)
    for _ in range(2):
        click(page._next)
    assert "no slider changes" in page._effect._advice.text()


def test_what_was_tried_is_worked_out_before_it_leaves(qtbot: QtBot, page: ExportPage) -> None:
    push(qtbot, page, "group", RIGHT, 2)
    assert not page._effect.table.isEnabled(), "the table is that of the plan"
    assert page._plan is not None
    assert page._plan.request.weights == {}
    click(page._next)
    assert page.state == ROWS
    assert page._plan.request.weights == {"group": 4}
    assert page._plan.trial is not None
    click(page._back)
    assert page.state == EFFECT
    assert page._effect.table.isEnabled()
    assert slider(page, "group").value() == 4


def test_going_back_works_it_out_too(qtbot: QtBot, page: ExportPage) -> None:
    push(qtbot, page, "age", RIGHT, 2)
    click(page._back)
    assert page.state == WHO
    assert page._plan is not None
    assert page._plan.request.weights == {"age": 4}


def test_all_can_be_as_usual_again(qtbot: QtBot, page: ExportPage) -> None:
    told = words_on(page._effect)
    push(qtbot, page, "age", RIGHT, 2)
    click(named(page, "All as usual"))
    assert page._effect.weights_card.weights() == {}
    assert words_on(page._effect) == told


def test_not_everything_can_be_given_up(qtbot: QtBot, page: ExportPage) -> None:
    for axis in AXES:
        push(qtbot, page, axis, LEFT, 4)
    values = page._effect.weights_card.weights().values()
    assert sorted(values) == [0, 0, 0, 0, 0, 0, 1]


def test_the_wheel_scrolls_the_page_and_moves_no_weight(page: ExportPage) -> None:
    moved = slider(page, "age")
    middle = moved.rect().center().toPointF()
    there = moved.mapToGlobal(middle)
    quiet = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase)
    turn = QPoint(0, 120)
    event = QWheelEvent(middle, there, QPoint(), turn, *quiet, False)  # noqa: FBT003 (Qt's signature)
    moved.wheelEvent(event)
    assert not event.isAccepted()
    assert moved.value() == 2


def test_what_is_outdated_is_stopped_and_never_shown(
    qtbot: QtBot,
    worker: ImmediateWorker,
    threaded: StoreWorker,
    page: ExportPage,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    worker._beside = threaded
    assert page._plan is not None
    trials = page._plan.trials
    assert trials is not None
    tried, go = [], threading.Event()
    of = type(trials).of

    def slow(self: Any, weights: dict[str, int], cancel: CancelToken | None = None) -> Trial:
        assert threading.current_thread() is not threading.main_thread()
        go.wait(20)
        found = of(self, weights, cancel)
        tried.append(found.weights)
        return found

    monkeypatch.setattr(type(trials), "of", slow)
    push(qtbot, page, "age", RIGHT, 2)
    push(qtbot, page, "group", LEFT, 1)
    go.set()
    qtbot.waitUntil(lambda: not page._effect.table.isEnabled())
    assert tried[-1] == {"age": 4, "group": 1}
    assert len(tried) == 1, "the two before it were stopped"


def test_no_number_below_five_is_shown(qtbot: QtBot) -> None:
    assert [few(number) for number in (0, 4, 5, 16)] == ["fewer than 5", "fewer than 5", "5", "16"]
    card = WeightsCard()
    qtbot.addWidget(card)
    card.show_weights({})
    people = ((Level.BAND_NARROW, 30), (Level.WITHHELD, 2))
    card.show_trial(Trial({}, (30,), 3, 0.1, 0.1, (AxisEffect("age", people),)))
    assert card._rows["age"].told.text() == "in narrow bands: 30  ·  left out: fewer than 5"
    bar = card._rows["age"].bar
    assert bar.accessibleDescription() == card._rows["age"].told.text()


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_a_bar_gets_paler_from_the_reading_edge_on(
    qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    bar = EffectBar()
    qtbot.addWidget(bar)
    bar.setLayoutDirection(direction)
    bar.resize(300, 14)
    bar.show_people(((Level.AS_IS, 10), (Level.PARENT, 10), (Level.WITHHELD, 10)), 0)
    picture = bar.grab().toImage()
    full = theme().tokens.colour("accent")
    places = [40, 140, 260] if direction is Qt.LayoutDirection.LeftToRight else [260, 140, 40]
    seen = [picture.pixelColor(x, 7) for x in places]
    assert seen[0] == full
    assert seen[1] != full
    assert seen[2] == theme().tokens.colour("surface")


def test_counts_have_no_weights(qtbot: QtBot, worker: ImmediateWorker, vault: VaultSession) -> None:
    page = begin(qtbot, worker, vault)
    click(named(page, "Statistics"))
    for _ in range(2):
        click(page._next)
    assert page.state == EFFECT
    assert not page._effect.weights_card.isVisible()
