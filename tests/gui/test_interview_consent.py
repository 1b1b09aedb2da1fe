"""Consent and identity in an interview: in full, read back, withdrawn; a name last or never."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from intake.domain.answers import Answer
from intake.domain.consent import (
    Act,
    Consent,
    Decider,
    HowGiven,
    IdentityLevel,
    RecipientGroup,
    Use,
    UseConsent,
    Withdrawal,
)
from intake.gui.interview.consent_panel import ConsentPanel
from intake.gui.interview.consent_words import ACTS, FREQUENT, RARER, USES
from intake.gui.interview.identity_panel import IdentityPanel
from intake.gui.widgets.choice import CheckBox
from intake.gui.workers.store_worker import ImmediateWorker
from intake.services import consents
from intake.services.session import VaultSession
from tests.gui.hands import (
    DOWN,
    ENTER,
    RIGHT,
    SPACE,
    Seat,
    all_of,
    broken,
    click,
    keyboard,
    named,
    open_sheet,
    pick,
    press,
    stored,
    type_into,
    type_text,
    words_on,
)

LAMP = "\U0001fa94"
ACCOUNT = f"{LAMP} Zubrava Lampa came at six. \u0641\u062a\u062d saw it."


@pytest.fixture
def seat(qtbot: QtBot, worker: ImmediateWorker, session: VaultSession) -> Seat:
    """Sit down before an interview that was begun just now."""
    return Seat(qtbot, worker, session)


def consent_of(seat: Seat) -> Consent:
    found = stored(seat.session, seat.case_id).consent
    assert found is not None
    return found


def consenting(seat: Seat, key: str = "consent") -> ConsentPanel:
    panel = seat.go(key)
    assert isinstance(panel, ConsentPanel)
    return panel


def give(seat: Seat, **uses: UseConsent) -> None:
    granted = {Use(name): use for name, use in uses.items()}
    consents.save(seat.session, seat.case_id, Consent(given="2022-05-26", uses=granted))


CODED = UseConsent(IdentityLevel.CODE, frozenset({RecipientGroup.ANALYSTS}))


# -- consent --------------------------------------------------------------------------------------


def test_consent_is_recorded_in_full(seat: Seat) -> None:
    panel = consenting(seat)
    assert "has not been asked yet" in words_on(panel)
    assert keyboard() is panel.asking.yes, "first ask"
    press(SPACE)
    pick(panel.asking.decider, Decider.GUARDIAN)
    pick(panel.asking.how, HowGiven.WRITTEN)
    pick(panel.asking.language, "ka")
    type_into(panel.asking.version, "4")
    for act in (Act.NOTES, Act.CONTACT):
        click(panel.asking.acts[act])
    panel.note.setFocus()
    type_text("Not to my brother.")
    panel.asking.yes.setFocus()
    seat.page.flush()
    found = consent_of(seat)
    assert found.given is not None
    assert (found.decided_by, found.how) == (Decider.GUARDIAN, HowGiven.WRITTEN)
    assert (found.language, found.text_version) == ("ka", "4")
    assert found.acts == {Act.NOTES, Act.CONTACT}
    assert found.withhold_note == "Not to my brother."
    assert not any(use.level for use in found.uses.values()), "nothing is allowed by itself"


def test_each_use_is_agreed_to_on_its_own(seat: Seat) -> None:
    panel = consenting(seat)
    click(panel.asking.yes)
    level = named(panel, "Counts and statistics: As a number")
    click(level)
    assert panel.cards[Use.STATISTICS].terms.isVisible(), "who may receive it is asked at once"
    assert "To nobody yet" in words_on(panel)
    click(named(panel, "Counts and statistics: analysts"))
    uses = consent_of(seat).uses
    assert uses[Use.STATISTICS] == UseConsent(
        IdentityLevel.AGGREGATE, frozenset({RecipientGroup.ANALYSTS})
    )
    assert [use for use, granted in uses.items() if granted.level] == [Use.STATISTICS]
    level.setFocus()
    press(RIGHT)
    assert consent_of(seat).uses[Use.STATISTICS].level is IdentityLevel.CODE


def test_every_use_and_every_act_has_words(seat: Seat) -> None:
    panel = consenting(seat)
    assert {*FREQUENT, *RARER} == set(Use) == set(USES)
    assert set(ACTS) == set(Act)
    assert not all_of(panel._rarer, CheckBox)
    before = len(words_on(panel))
    click(panel.more)
    assert len(words_on(panel)) > before
    assert "An international court" in words_on(panel)
    click(panel.more)
    assert "An international court" not in words_on(panel)


def test_a_rarer_use_that_was_agreed_to_is_never_hidden(seat: Seat) -> None:
    give(seat, media=CODED)
    seat.open("consent")
    panel = consenting(seat)
    assert "Media" in words_on(panel)
    assert panel.more.isHidden()


def test_who_does_not_agree_is_thanked_and_nothing_more_is_asked(qtbot: QtBot, seat: Seat) -> None:
    panel = consenting(seat)
    click(panel.asking.no)
    sheet = open_sheet(seat.page)
    assert "End here, without consent?" in words_on(sheet)
    assert "no reason is needed" in words_on(sheet)
    assert keyboard() is sheet.no
    press(ENTER)
    assert stored(seat.session, seat.case_id).interviews[0].stopped is None
    click(panel.asking.no)
    with qtbot.waitSignal(seat.page.left):
        click(open_sheet(seat.page).yes)
    assert stored(seat.session, seat.case_id).interviews[0].stopped is not None


def test_it_is_read_back_at_the_end_and_asked_again(seat: Seat) -> None:
    give(seat, analysis=CODED)
    seat.open("consent/again")
    panel = consenting(seat, "consent/again")
    assert not panel.asking.isVisible()
    (line,) = panel.read_back.lines
    assert line.startswith("Analysis of patterns by code: As a record without a name; To: analysts")
    assert "For anything else the account is not used." in words_on(panel)
    assert keyboard() is panel.read_back.stands
    press(SPACE)
    assert consent_of(seat).confirmed
    assert not panel.read_back.stands.isEnabled()
    assert seat.panel is panel


def test_what_was_confirmed_is_asked_again_when_it_changes(seat: Seat) -> None:
    give(seat, analysis=CODED)
    seat.open("consent/again")
    panel = consenting(seat, "consent/again")
    press(SPACE)
    assert consent_of(seat).confirmed
    click(panel.read_back.change)
    click(named(panel, "Analysis of patterns by code: As a number"))
    assert not consent_of(seat).confirmed
    assert panel.read_back.stands.isEnabled()
    click(panel.read_back.change)
    assert not panel.asking.isVisible()
    panel.focus_first()
    assert keyboard() is panel.read_back.stands


def test_a_name_is_not_offered_but_stays_where_it_is_recorded(seat: Seat) -> None:
    def shown(panel: ConsentPanel) -> tuple[bool, ...]:
        level = IdentityLevel.FULL
        buttons = [panel.cards[use].level.buttons[level] for use in (Use.ANALYSIS, Use.REFERRAL)]
        return tuple(not button.isHidden() for button in buttons)

    give(seat, analysis=CODED)
    panel = consenting(seat)
    seat.open("consent")
    assert shown(panel) == (False, False)
    assert "not in this version" not in words_on(panel)
    give(seat, analysis=replace(CODED, level=IdentityLevel.FULL))
    seat.open("consent")
    assert shown(panel) == (True, False)
    assert words_on(panel).count("not in this version") == 3
    assert consent_of(seat).uses[Use.ANALYSIS].level is IdentityLevel.FULL
    click(named(panel, "Analysis of patterns by code: Without a name"))
    assert shown(panel) == (False, False)
    assert consent_of(seat).uses[Use.ANALYSIS].level is IdentityLevel.CODE


def test_all_terms_are_read_back(seat: Seat) -> None:
    full = UseConsent(
        IdentityLevel.FULL,
        frozenset({RecipientGroup.COURT}),
        until="2027-12-31",
        embargo="2026-06-01",
        withhold=frozenset({"age"}),
        conditions=" ask me first ",
    )
    consents.save(
        seat.session,
        seat.case_id,
        Consent(given="2022-05-26", acts=frozenset({Act.NOTES}), uses={Use.NATIONAL_COURT: full}),
    )
    seat.open("consent/again")
    acts, use = consenting(seat, "consent/again").read_back.lines
    assert acts == "During the interview: Written notes"
    for part in ("courts", "31 December 2027", "1 June 2026", "Left out: Age", "ask me first"):
        assert part in use


def test_before_it_was_asked_nothing_can_be_confirmed(seat: Seat) -> None:
    panel = consenting(seat, "consent/again")
    assert not panel.read_back.stands.isEnabled()
    assert keyboard() is panel.read_back.change
    assert panel.read_back.lines == ()


@pytest.mark.parametrize(
    ("taken", "said"),
    [
        (Withdrawal("2023-01-02"), "took everything back"),
        (Withdrawal("2023-01-02", erase=True), "asked that the record be erased"),
        (Withdrawal("2023-01-02", frozenset({Use.MEDIA})), "took back: Media"),
    ],
)
def test_a_withdrawal_stands_on_top_and_is_not_undone_by_a_click(
    seat: Seat, taken: Withdrawal, said: str
) -> None:
    consents.save(
        seat.session,
        seat.case_id,
        Consent(given="2022-05-26", uses={Use.MEDIA: CODED, Use.ANALYSIS: CODED}, withdrawn=taken),
    )
    seat.open("consent")
    panel = consenting(seat)
    assert said in words_on(panel)
    assert "2 January 2023" in words_on(panel)
    assert not panel.cards[Use.MEDIA].level.isEnabled()
    partly = bool(taken.what)
    assert panel.cards[Use.ANALYSIS].level.isEnabled() is partly
    assert panel.asking.decider.isEnabled() is partly
    assert panel.asking.yes.isHidden()
    again = consenting(seat, "consent/again")
    assert not again.read_back.stands.isEnabled()


def test_consent_that_is_not_in_the_store_says_so(seat: Seat) -> None:
    panel = consenting(seat)
    with broken(seat.session):
        click(panel.asking.yes)
        assert panel._unsaved.text == "Not saved yet"
    seat.page.flush()
    assert panel._unsaved.isHidden()
    assert consent_of(seat).given is not None


# -- identity -------------------------------------------------------------------------------------


def identifying(seat: Seat) -> IdentityPanel:
    panel = seat.go("identity")
    assert isinstance(panel, IdentityPanel)
    return panel


def test_identity_is_asked_last(seat: Seat) -> None:
    assert seat.keys[-2:] == ["consent/again", "identity"]
    assert seat.keys[:3] == ["checklist", "consent", "statement"]


def test_never_name_records_no_name(seat: Seat) -> None:
    panel = identifying(seat)
    assert panel.questions.isVisible()
    click(panel.nameless)
    assert stored(seat.session, seat.case_id).case.never_name
    assert panel.questions.isHidden()
    assert keyboard() is not None
    panel.focus_first()
    assert keyboard() is panel.nameless
    click(panel.nameless)
    click(panel.named)
    assert not stored(seat.session, seat.case_id).case.never_name
    assert panel.questions.isVisible()
    click(panel.named)


def test_what_identifies_is_removed_only_when_it_is_said_so(seat: Seat) -> None:
    panel = identifying(seat)
    panel.questions.focus_first()
    type_text("Zubrava Lampa")
    click(panel.nameless)
    sheet = open_sheet(seat.page)
    assert "1 answer of this section is removed" in words_on(sheet)
    click(sheet.no)
    assert panel.named.isChecked()
    person = stored(seat.session, seat.case_id).persons[0]
    assert person.answers["names"] == Answer(("Zubrava Lampa",))
    click(panel.nameless)
    click(open_sheet(seat.page).yes)
    assert stored(seat.session, seat.case_id).persons[0].answers == {}
    assert stored(seat.session, seat.case_id).case.never_name


def test_the_keyboard_goes_down_from_a_name_to_none(seat: Seat) -> None:
    panel = identifying(seat)
    panel.named.setFocus()
    press(DOWN)
    assert panel.nameless.isChecked()
    assert stored(seat.session, seat.case_id).case.never_name


def test_menus_close_without_doing_anything(seat: Seat) -> None:
    assert all_of(seat.page, QMenu) == []
    QTest.keyClick(seat.page, Qt.Key.Key_Escape)
    assert seat.step == "checklist"


def test_consent_that_was_recorded_by_a_slip_can_be_undone(seat: Seat) -> None:
    panel = consenting(seat)
    click(panel.asking.yes)
    assert consent_of(seat).given is not None
    assert not panel.asking.yes.isVisible()
    click(panel.asking.undo)
    assert consent_of(seat).given is None
    assert keyboard() is panel.asking.yes
    assert panel.asking.no.isVisible()
    assert not panel.asking.undo.isVisible()
