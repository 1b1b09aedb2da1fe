"""A term that cannot be read allows nothing; what was typed beside it is kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from intake.domain.consent import (
    Consent,
    IdentityLevel,
    RecipientGroup,
    Use,
    UseConsent,
    Withdrawal,
    level_for,
)
from intake.gui.interview.consent_panel import ConsentPanel
from intake.gui.interview.use_card import UseCard
from intake.gui.workers.store_worker import ImmediateWorker
from intake.services import consents, interviews
from intake.services.session import VaultSession
from tests.gui.hands import TAB, Seat, click, press, stored, take, type_into, words_on

CONDITIONS = "Only after my sister has left the country."
ANALYSTS = frozenset({RecipientGroup.ANALYSTS})
DAYS = pytest.mark.parametrize("name", ["until", "embargo"])
WRONG = pytest.mark.parametrize("typed", ["31.12.2099", "2099-02-30", "next year", "2099"])


@pytest.fixture
def seat(qtbot: QtBot, worker: ImmediateWorker, session: VaultSession) -> Seat:
    """Sit down before an interview in which analysts may know the code."""
    made = Seat(qtbot, worker, session)
    granted = UseConsent(IdentityLevel.CODE, ANALYSTS)
    consents.save(session, made.case_id, Consent(given="2022-05-26", uses={Use.ANALYSIS: granted}))
    made.open()
    return made


def panel_of(seat: Seat) -> ConsentPanel:
    panel = seat.go("consent")
    assert isinstance(panel, ConsentPanel)
    return panel


def card_of(seat: Seat) -> UseCard:
    card = panel_of(seat).cards[Use.ANALYSIS]
    if not card.terms.isVisible():
        click(card.more)
    return card


def field_of(card: UseCard, name: str) -> QLineEdit:
    found = getattr(card.terms, name)
    assert isinstance(found, QLineEdit)
    return found


def stored_use(seat: Seat) -> UseConsent:
    consent = stored(seat.session, seat.case_id).consent
    assert consent is not None
    return consent.uses[Use.ANALYSIS]


@DAYS
@WRONG
def test_while_a_day_cannot_be_read_the_use_is_not_allowed(
    seat: Seat, name: str, typed: str
) -> None:
    card = card_of(seat)
    type_into(field_of(card, name), typed)
    press(TAB)
    type_into(card.terms.conditions, CONDITIONS)
    press(TAB)
    found = stored_use(seat)
    assert (found.level, found.until, found.embargo) == (IdentityLevel.NONE, None, None)
    assert (found.recipients, found.conditions) == (ANALYSTS, CONDITIONS)
    assert "this use is not allowed" in words_on(card)
    assert field_of(card, name).text() == typed


@DAYS
def test_no_other_choice_makes_it_allowed(seat: Seat, name: str) -> None:
    card = card_of(seat)
    type_into(field_of(card, name), "31.12.2099")
    press(TAB)
    click(card.terms.groups[RecipientGroup.UN])
    click(card.level.buttons[IdentityLevel.AGGREGATE])
    found = stored_use(seat)
    assert found.level is IdentityLevel.NONE
    assert found.recipients == {RecipientGroup.ANALYSTS, RecipientGroup.UN}
    assert field_of(card, name).text() == "31.12.2099"


@DAYS
def test_the_choice_comes_into_force_with_a_day_that_can_be_read(seat: Seat, name: str) -> None:
    card = card_of(seat)
    for typed in ("31.12.2099", "2099-12-31"):
        type_into(field_of(card, name), typed)
        press(TAB)
    found = stored_use(seat)
    assert found.level is IdentityLevel.CODE
    assert getattr(found, name) == "2099-12-31"
    assert "not allowed" not in words_on(card)


def test_a_day_that_is_taken_out_again_is_no_day(seat: Seat) -> None:
    card = card_of(seat)
    for typed in ("31.12.2099", ""):
        type_into(card.terms.until, typed)
        press(TAB)
    assert stored_use(seat) == UseConsent(IdentityLevel.CODE, ANALYSTS)


@pytest.mark.parametrize(
    ("typed", "level"), [("2020-01-01", IdentityLevel.CODE), ("2020-1-1", IdentityLevel.NONE)]
)
def test_what_is_being_typed_when_the_program_locks_counts(
    seat: Seat, typed: str, level: IdentityLevel
) -> None:
    card = card_of(seat)
    type_into(card.terms.until, typed)
    seat.page.flush()
    assert stored_use(seat).level is level
    consent = stored(seat.session, seat.case_id).consent
    allowed = level_for(consent, Use.ANALYSIS, RecipientGroup.ANALYSTS, "2022-06-01")
    assert allowed is IdentityLevel.NONE


def test_an_interview_that_was_left_with_a_wrong_day_stays_not_allowed(seat: Seat) -> None:
    type_into(card_of(seat).terms.until, "31.12.2099")
    seat.page.flush()
    other = interviews.begin(seat.session).file
    seat.page.open_case(seat.session, other, interviews.form(), "")
    shown = panel_of(seat).cards[Use.ANALYSIS]
    assert shown.terms.until.text() == ""
    assert not shown.terms.is_wrong
    seat.open()
    assert stored_use(seat).level is IdentityLevel.NONE


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_E])
def test_no_fact_is_left_out_by_going_past_it(seat: Seat, key: Qt.Key) -> None:
    terms = card_of(seat).terms
    terms.withhold.setFocus()
    press(key)
    assert stored_use(seat).withhold == frozenset()
    assert terms.withhold.view().isVisible()
    terms.withhold.hidePopup()
    take(terms.withhold, "earlier_interviews")
    take(terms.withhold, "sex")
    assert stored_use(seat).withhold == {"earlier_interviews", "sex"}


def test_nothing_is_changed_by_looking(seat: Seat) -> None:
    granted = UseConsent(
        IdentityLevel.CODE, ANALYSTS, until="2099-12-31", conditions=f"  {CONDITIONS} "
    )
    consents.save(
        seat.session, seat.case_id, Consent(given="2022-05-26", uses={Use.ANALYSIS: granted})
    )
    seat.open()
    card_of(seat)
    seat.page.flush()
    assert stored_use(seat) == granted


def test_who_asked_for_erasure_has_taken_every_use_back(seat: Seat) -> None:
    consent = stored(seat.session, seat.case_id).consent
    assert consent is not None
    taken = Withdrawal("2022-06-01", frozenset({Use.MEDIA}), erase=True)
    consents.save(
        seat.session, seat.case_id, Consent("2022-05-26", uses=consent.uses, withdrawn=taken)
    )
    seat.open()
    panel = panel_of(seat)
    assert not any(card.level.isEnabled() for card in panel.cards.values())
