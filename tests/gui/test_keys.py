"""Keys in the window: the vault's own is handed over, those of others are compared and trusted."""

from __future__ import annotations

from pathlib import Path

import pytest
import segno
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from intake.domain.consent import RecipientGroup
from intake.export.keys import read_public_key
from intake.gui.export.request_panel import RequestPanel
from intake.gui.keys.changed_sheet import ChangedKeySheet
from intake.gui.keys.own_key import OwnKeySheet, file_name
from intake.gui.keys.trust_sheet import TrustSheet
from intake.gui.keys.whose_sheet import AlikeSheet, WhoseSheet
from intake.gui.pages.export import ExportPage
from intake.gui.pages.team.page import TeamPage
from intake.gui.widgets.buttons import IconButton, LinkButton
from intake.gui.widgets.path_sheet import PathSheet
from intake.gui.workers.store_worker import ImmediateWorker
from intake.services import team
from intake.services.session import VaultSession
from intake.vault.secret import Secret
from tests.gui.conftest import PASSPHRASE, show_page
from tests.gui.hands import ENTER, click, named, one, open_sheet, press, type_into, words_on


def write_into(page: QWidget, folder: Path) -> None:
    sheet = one(page.window(), PathSheet)
    type_into(sheet.panel.where, str(folder))
    press(ENTER)
    click(sheet.yes)


def test_the_team_page_shows_all_words_and_writes_the_file(
    team_page: TeamPage, session: VaultSession, tmp_path: Path
) -> None:
    click(named(team_page, "Words that readers of bundles see", LinkButton))
    sheet = one(team_page, OwnKeySheet)
    key = team.own_key(session)
    told = words_on(sheet)
    assert key.words in told
    assert all(words in told for words in team.bundle_words(key).values())
    assert f"holds the name {key.name}" in told, "what the file tells about the vault"
    click(sheet.yes)
    write_into(team_page, tmp_path)
    assert read_public_key(tmp_path / file_name(key)).text == key.text
    assert str(tmp_path / file_name(key)) in words_on(team_page.messages)


def test_a_key_file_that_cannot_be_written_is_told(
    team_page: TeamPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    click(team_page.own.save_button)
    sheet = one(team_page, PathSheet)
    team_page.own_key._write(
        team.PublicKey("Z", "six words", "text"), tmp_path / "missing" / "x.pub"
    )
    sheet.cancel()
    assert team_page.messages.isVisible()
    assert not list(tmp_path.glob("*.pub"))


def test_after_an_export_the_words_of_its_group_are_shown(
    export: ExportPage, session: VaultSession, tmp_path: Path
) -> None:
    page = export
    page._own_key.show(session, RecipientGroup.UN)
    sheet = one(page, OwnKeySheet)
    key = team.own_key(session)
    words = team.bundle_words(key)
    told = words_on(sheet)
    assert words["un"] in told
    assert words["court"] not in told
    click(sheet.yes)
    write_into(page, tmp_path)
    assert str(tmp_path / file_name(key)) in words_on(page.messages)


# -- keys of others -------------------------------------------------------------------------------


@pytest.fixture
def export(qtbot: QtBot, worker: ImmediateWorker, session: VaultSession) -> ExportPage:
    made = ExportPage(worker)
    show_page(qtbot, worker, made, session)
    return made


def made_key(folder: Path, name: str) -> tuple[team.PublicKey, Path]:
    key = team.create_key(folder / name, Secret.from_text(PASSPHRASE), work_factor=1)
    return key, folder / f"{name}.pub"


def say_whose(page: QWidget, name: str = "") -> None:
    """Say whose key it is, or leave the name that is offered."""
    sheet = one(page.window(), WhoseSheet)
    if name:
        type_into(sheet.name, name)
    click(sheet.yes)


def test_a_key_is_trusted_as_it_was_shown(
    export: ExportPage, session: VaultSession, tmp_path: Path
) -> None:
    shown, file = made_key(tmp_path, "other")
    _, replacing = made_key(tmp_path, "replacing")
    export._trusting.look_at(file)
    file.write_bytes(replacing.read_bytes())
    say_whose(export)
    click(one(export, TrustSheet).yes)
    assert {key.name: key.words for key in team.trusted_keys(session)}["other"] == shown.words


def test_a_name_that_has_another_key_is_refused_where_it_is_asked(
    export: ExportPage, session: VaultSession, tmp_path: Path
) -> None:
    _, known = made_key(tmp_path, "analyst")
    team.trust(session, "analyst", known)
    _, other = made_key(tmp_path, "other")
    export._trusting.look_at(other)
    say_whose(export)
    sheet = one(export, TrustSheet)
    type_into(sheet.name, " ")
    assert not sheet.yes.isEnabled()
    type_into(sheet.name, "analyst")
    click(sheet.yes)
    assert "has another key already" in words_on(sheet)
    type_into(sheet.name, "second analyst")
    click(sheet.yes)
    assert len(team.trusted_keys(session)) == 2


def test_a_file_that_is_no_key_is_refused_in_words(
    export: ExportPage, session: VaultSession, tmp_path: Path
) -> None:
    (tmp_path / "letter.pub").write_text("no key at all", "utf-8")
    export._trusting.look_at(tmp_path / "letter.pub")
    assert words_on(export.messages)
    assert export.messages.code.text()
    assert team.trusted_keys(session) == ()


def test_ticked_recipients_stay_ticked_when_a_key_comes(qtbot: QtBot) -> None:
    panel = RequestPanel()
    qtbot.addWidget(panel)
    key = team.PublicKey("analyst", "six words", "")
    panel.show_keys((key,))
    assert panel.recipients() == ("analyst",)
    panel.show_keys((key, team.PublicKey("other", "six more", "")))
    assert panel.recipients() == ("analyst",)


# -- a key that has changed -----------------------------------------------------------------------


def test_a_changed_key_is_loud_and_cannot_be_trusted(
    team_page: TeamPage, session: VaultSession, tmp_path: Path
) -> None:
    old, known = made_key(tmp_path, "Office")
    team.trust(session, "Office", known)
    (tmp_path / "later").mkdir()
    new, file = made_key(tmp_path / "later", "Office")
    team_page.trusting.look_at(file)
    say_whose(team_page)
    sheet = one(team_page, ChangedKeySheet)
    told = words_on(sheet)
    assert old.words in told
    assert new.words in told
    assert "not the key of Office" in told
    press(ENTER)
    assert not sheet.isVisible()
    assert [key.words for key in team.trusted_keys(session)] == [old.words]


def test_a_file_that_goes_by_a_trusted_name_is_a_changed_key_whatever_it_calls_itself(
    team_page: TeamPage, session: VaultSession, tmp_path: Path
) -> None:
    _, known = made_key(tmp_path, "Office")
    team.trust(session, "Warsaw", known)
    _, other = made_key(tmp_path, "colleague")
    team_page.trusting.look_at(other.rename(tmp_path / "warsaw.pub"))
    say_whose(team_page)
    assert one(team_page, ChangedKeySheet).isVisible()


def test_two_colleagues_may_have_files_of_one_name(
    team_page: TeamPage, session: VaultSession, tmp_path: Path
) -> None:
    for folder, owner in (("one", "Alesia"), ("other", "Marek")):
        (tmp_path / folder).mkdir()
        _, file = made_key(tmp_path / folder, owner)
        team_page.trusting.look_at(file.rename(file.parent / "sender.pub"))
        sheet = one(team_page, WhoseSheet)
        assert not sheet.name.text(), "the name of the file says nothing"
        assert not sheet.yes.isEnabled()
        say_whose(team_page, owner)
        click(one(team_page, TrustSheet).yes)
    assert {key.name for key in team.trusted_keys(session)} == {"Alesia", "Marek"}


def test_a_key_that_calls_itself_like_another_is_asked_about(
    team_page: TeamPage, session: VaultSession, tmp_path: Path
) -> None:
    _, known = made_key(tmp_path, "Field")
    team.trust(session, "Alesia", known)
    (tmp_path / "later").mkdir()
    _, file = made_key(tmp_path / "later", "Field")
    for answer in ("no", "yes"):
        team_page.trusting.look_at(file)
        say_whose(team_page, "Marek")
        asked = one(team_page, AlikeSheet)
        assert "than Alesia" in words_on(asked)
        assert asked.no.hasFocus(), "Enter goes on to nothing"
        click(getattr(asked, answer))
    click(one(team_page, TrustSheet).yes)
    assert {key.name for key in team.trusted_keys(session)} == {"Alesia", "Marek"}


def test_what_is_written_is_compared_however_the_file_is_called(
    team_page: TeamPage, session: VaultSession, tmp_path: Path
) -> None:
    _, known = made_key(tmp_path, "Office")
    team.trust(session, "Warsaw", known)
    _, other = made_key(tmp_path, "colleague")
    team_page.trusting.look_at(other)
    say_whose(team_page, " warsaw ")
    assert one(team_page, ChangedKeySheet).isVisible()


@pytest.mark.parametrize(
    ("vault", "expected"),
    [
        ("Field team", "Field team.pub"),
        ("../a:b", "a b.pub"),
        ("Intake", "Intake-amber-lake.pub"),
        ("sender", "Intake-amber-lake.pub"),
        ("...", "Intake-amber-lake.pub"),
    ],
)
def test_files_of_keys_are_told_apart_by_their_names(vault: str, expected: str) -> None:
    assert file_name(team.PublicKey(vault, "amber lake stone tide moss fern", "")) == expected


def test_a_key_that_is_trusted_already_is_said_so(
    team_page: TeamPage, session: VaultSession, tmp_path: Path
) -> None:
    _, known = made_key(tmp_path, "Office")
    team.trust(session, "The office", known)
    team_page.trusting.look_at(known)
    assert "trusted already, as The office" in words_on(team_page.messages)


def test_a_key_is_forgotten_after_a_question(
    team_page: TeamPage, session: VaultSession, tmp_path: Path
) -> None:
    _, known = made_key(tmp_path, "Office")
    team_page.trusting.look_at(known)
    say_whose(team_page)
    click(one(team_page, TrustSheet).yes)
    assert "Office" in words_on(team_page.keys)
    forget = team_page.keys.findChildren(IconButton)[0]
    click(forget)
    press(ENTER)  # on the safe answer, where the keyboard is
    assert len(team.trusted_keys(session)) == 1
    click(team_page.keys.findChildren(IconButton)[0])
    click(open_sheet(team_page).yes)
    assert team.trusted_keys(session) == ()
    assert "Nobody yet" in words_on(team_page.keys)


def test_the_code_for_a_camera_holds_the_six_words(
    team_page: TeamPage, session: VaultSession
) -> None:
    words = team.own_key(session).words
    assert team_page.own.code.isVisible()
    drawn = team_page.own.code.grab().toImage()
    rows = team_page.own.code.rows
    module = drawn.width() // (len(rows) + 8)
    seen = tuple(
        bytes(
            drawn.pixelColor((x + 4) * module + module // 2, (y + 4) * module + module // 2).value()
            < 128
            for x in range(len(rows))
        )
        for y in range(len(rows))
    )
    assert seen == rows, "what is drawn is what was made"
    expected = segno.make(words, error="m", micro=False).matrix
    assert rows == tuple(bytes(row) for row in expected)
