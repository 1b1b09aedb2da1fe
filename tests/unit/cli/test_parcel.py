"""Sealing, receiving, deciding and recalling on the command line, with two real vaults."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from intake.services import vaults
from intake.vault.secret import Secret
from tests.unit.cli.conftest import CHEAP, PASSPHRASE, CommandLine, Word
from tests.unit.services.making import document


@dataclass(frozen=True)
class Team:
    """A vault in the field with two cases, the office's vault, and a folder between them."""

    field: Path
    office: Path
    between: Path


@pytest.fixture
def team(intake: CommandLine, empty_vault: Path) -> Team:
    """Return two vaults whose keys are pinned."""
    office = intake.folder / "office"
    intake.ok("vault", "create", office, *CHEAP)
    between = intake.folder / "between"
    between.mkdir()
    for vault, name in ((empty_vault, "Field"), (office, "Office")):
        intake.ok("key", "show", vault, "--out", between / name)
    intake.ok("key", "trust", empty_vault, "Office", between / "Office")
    intake.ok("key", "trust", office, "Field", between / "Field")
    intake.ok("case", "import", empty_vault, intake.write_cases(document(1), document(2)))
    return Team(empty_vault, office, between)


def codes(intake: CommandLine, vault: Path) -> list[str]:
    return [each["code"] for each in intake.json("case-list", "case", "list", vault)["cases"]]


def seal(intake: CommandLine, team: Team, *words: str) -> list[Path]:
    given: tuple[Word, ...] = (*words, "--to", "Office", "--out", team.between, *CHEAP)
    sealed = intake.json("case-seal", "case", "seal", team.field, *given)
    return [Path(each) for each in sealed["parcels"]]


def test_a_case_goes_to_the_office(intake: CommandLine, team: Team) -> None:
    code, other = sorted(codes(intake, team.field))
    (parcel,) = seal(intake, team, code, "--label", "blue")
    assert codes(intake, team.field) == [other]
    received = intake.json("parcel-receive", "parcel", "receive", team.office, parcel)
    assert received == {"outcome": "new", "code": code, "sender": "Field", "recall": []}
    again = intake("parcel", "receive", team.office, parcel)
    assert "here already" in again.out
    listed = intake.json("parcel-list", "parcel", "list", team.field)
    assert [each["label"] for each in listed["sealed"]] == ["blue"]
    assert "received" in intake.ok("parcel", "list", team.office)
    assert intake("parcel", "receive", team.field, parcel).code == 5


def test_everything_goes_before_a_border(intake: CommandLine, team: Team) -> None:
    assert len(seal(intake, team, "--all")) == 2
    assert codes(intake, team.field) == []


def test_the_recovery_key_stays_where_it_is_given(intake: CommandLine, team: Team) -> None:
    shown = intake("vault", "recovery", team.field)
    assert shown.code == 0
    paper = intake.write("paper.txt", shown.out)
    code, _ = codes(intake, team.field)
    seal(intake, team, code, "--recovery-file", str(paper))
    with Secret.from_text(shown.out.strip()) as typed:
        vaults.unlock_with_recovery(team.field, typed).close()


def test_a_recall_reaches_the_office(intake: CommandLine, team: Team) -> None:
    code, _ = codes(intake, team.field)
    (parcel,) = seal(intake, team, code)
    intake.ok("parcel", "receive", team.office, parcel)
    number = intake.json("parcel-list", "parcel", "list", team.field)["sealed"][0]["parcel"]
    recall = team.between / "recall"
    intake.ok("parcel", "recall", team.field, number, "--to", "Office", "--out", recall, "--erase")
    received = intake.json("parcel-receive", "parcel", "receive", team.office, recall)
    assert received["outcome"] == "recalled"
    (case,) = intake.json("case-list", "case", "list", team.office)["cases"]
    assert (case["status"], case["withdrawn"]) == ("withdrawn", True)


def test_two_versions_are_decided(intake: CommandLine, team: Team) -> None:
    code, _ = codes(intake, team.field)
    # The field's vault as it was: from it the case can be handed over in another state.
    shutil.copytree(team.field, intake.folder / "older")
    (parcel,) = seal(intake, team, code)
    intake.ok("parcel", "receive", team.office, parcel)
    intake.ok("case", "withdraw", intake.folder / "older", code, "--use", "statistics")
    older = Team(intake.folder / "older", team.office, team.between)
    (second,) = seal(intake, older, code)
    received = intake("parcel", "receive", team.office, second)
    assert "Another version" in received.out
    listed = intake("parcel", "list", team.office)
    assert "decide" in listed.out
    assert "withdrawn" in listed.out
    conflict = intake.json("parcel-list", "parcel", "list", team.office)["conflicts"][0]
    done = intake("parcel", "decide", team.office, conflict["parcel"], "theirs")
    assert done.code == 0
    assert codes(intake, team.office) == [code]
    assert intake("parcel", "decide", team.office, conflict["parcel"], "ours").code == 2


@pytest.mark.parametrize(
    "words",
    [
        ("--to", "Office", "--out", "between"),
        ("CODE", "--all", "--to", "Office", "--out", "between"),
        ("CODE", "--out", "between"),
        ("CODE", "--to", "Office"),
        ("CODE", "--to", "Nobody", "--out", "between"),
        ("CODE", "--to", "Office", "--out", "nowhere"),
        ("--finish",),
    ],
)
def test_what_cannot_be_meant_changes_nothing(
    intake: CommandLine, team: Team, words: tuple[str, ...]
) -> None:
    code, _ = codes(intake, team.field)
    given = [code if word == "CODE" else word for word in words]
    assert intake("case", "seal", team.field, *given, *CHEAP).code == 2
    assert len(codes(intake, team.field)) == 2


def test_a_backup_out_of_reach_is_named_and_destroyed_when_it_is_back(
    intake: CommandLine, team: Team
) -> None:
    code, _ = codes(intake, team.field)
    stick, drawer = intake.folder / "stick", intake.folder / "drawer"
    intake.ok("vault", "backup", team.field, stick)
    stick.rename(drawer)
    done = intake("case", "seal", team.field, code, "--to", "Office", "--out", team.between, *CHEAP)
    assert done.code == 0
    assert str(stick) in done.err
    drawer.rename(stick)
    ended = intake.json("case-seal", "case", "seal", team.field, "--finish", *CHEAP)
    assert len(ended["backups_destroyed"]) == 1
    assert list(stick.iterdir()) == []
    assert PASSPHRASE not in done.err
