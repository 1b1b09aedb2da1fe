"""Sealing, receiving, deciding and recalling on the command line, with two real vaults."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from intake.cli.left_here import tell_left
from intake.services import vaults
from intake.services.days import today
from intake.services.what_is_left import WhatIsLeft, as_document, what_is_left
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
    assert received == {
        "outcome": "new",
        "code": code,
        "sender": "Field",
        "erase": False,
        "recall": [],
    }
    again = intake("parcel", "receive", team.office, parcel)
    assert "here already" in again.out
    listed = intake.json("parcel-list", "parcel", "list", team.field)
    assert [each["label"] for each in listed["sealed"]] == ["blue"]
    assert "received" in intake.ok("parcel", "list", team.office)
    assert intake("parcel", "receive", team.field, parcel).code == 5


NOTHING_OPENS = "Nobody can open a case on this laptop."


def test_everything_goes_before_a_border_and_what_is_left_is_told_at_the_end(
    intake: CommandLine, team: Team
) -> None:
    done = intake(
        "case", "seal", team.field, "--all", "--to", "Office", "--out", team.between, *CHEAP
    )
    assert done.code == 0
    parcels = [line for line in done.out.splitlines() if line.endswith(".parcel")]
    assert len(parcels) == 2
    assert "left" not in done.out, "messages stay apart from what a script reads"
    assert codes(intake, team.field) == []
    report = done.err[done.err.index("What is left on this laptop:") :]
    assert "  0 cases that can be opened\n" in report
    assert "  2 notes of sealed cases\n" in report
    assert "  1 trusted key," in report
    assert "  No backup that holds a sealed case\n" in report
    assert "!" not in report
    assert NOTHING_OPENS in report.splitlines()[-1]


def test_one_case_is_sealed_without_the_report(intake: CommandLine, team: Team) -> None:
    code, _ = codes(intake, team.field)
    done = intake("case", "seal", team.field, code, "--to", "Office", "--out", team.between, *CHEAP)
    assert "What is left on this laptop" not in done.err


def test_the_document_says_what_is_left_as_the_vault_knows_it(
    intake: CommandLine, team: Team
) -> None:
    given = ("--all", "--to", "Office", "--out", team.between, *CHEAP)
    left = intake.json("case-seal", "case", "seal", team.field, *given)["left_here"]
    assert left["clear"]
    assert (left["cases"], left["drafts"], left["sealed"]) == (0, 0, 2)
    assert left["trusted_keys"] == 1
    with Secret.from_text(PASSPHRASE) as secret:
        opened = vaults.unlock(team.field, secret)
    try:
        assert left == as_document(what_is_left(opened))
    finally:
        opened.close()


def test_a_backup_out_of_reach_keeps_the_report_from_being_clear(
    intake: CommandLine, team: Team
) -> None:
    stick = intake.folder / "stick"
    intake.ok("vault", "backup", team.field, stick)
    stick.rename(intake.folder / "drawer")
    done = intake(
        "case", "seal", team.field, "--all", "--to", "Office", "--out", team.between, *CHEAP
    )
    assert f"! {stick} may still hold" in done.err
    assert NOTHING_OPENS not in done.err
    assert "still be opened" in done.err.splitlines()[-1]


def test_every_line_of_the_report_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    tell_left(
        WhatIsLeft(
            cases=3,
            drafts=1,
            sealed=2,
            labels=1,
            words=5,
            keys=2,
            bundles=1,
            traces=7,
            backups=(Path("old"),),
            out_of_reach=(),
            settings=("interviewer_code", "project"),
            named=True,
            awaits_new_keys=True,
        )
    )
    told = capsys.readouterr().err.splitlines()
    assert told[1] == "! 3 cases that can be opened, 1 draft among them"
    assert told[2].startswith("! The vault awaits new keys")
    assert told[3] == "  2 notes of sealed cases, 1 with a label"
    assert told[4].startswith("! This backup still holds")
    assert told[5].startswith("  5 words")
    assert told[7] == "  1 bundle in the ledger, 7 digests by which a name could be tried out"
    assert told[8].endswith("the interviewer's code, the project, the name of the vault")


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
    assert (received["outcome"], received["erase"]) == ("recalled", True)
    again = intake("parcel", "receive", team.office, recall)
    assert f"asks that it be erased: intake case erase VAULT {code}" in again.out + again.err
    (case,) = intake.json("case-list", "case", "list", team.office)["cases"]
    assert (case["status"], case["withdrawn"]) == ("withdrawn", True)


def test_the_day_of_a_recall_is_listed_with_its_case(intake: CommandLine, team: Team) -> None:
    for code in sorted(codes(intake, team.field)):
        seal(intake, team, code)
    listed = intake.json("parcel-list", "parcel", "list", team.field)["sealed"]
    assert [each["recalled"] for each in listed] == [None, None]
    number = listed[0]["parcel"]
    given = ("--to", "Office", "--out", team.between / "recall", "--day", "2026-02-03")
    intake.ok("parcel", "recall", team.field, number, *given)
    days = {
        each["parcel"]: each["recalled"]
        for each in intake.json("parcel-list", "parcel", "list", team.field)["sealed"]
    }
    assert days == {number: today(), listed[1]["parcel"]: None}
    lines = intake.ok("parcel", "list", team.field).splitlines()
    assert [f"recalled {today()}" in line for line in lines] == [number in line for line in lines]


def test_a_key_file_is_told_from_a_damaged_parcel(intake: CommandLine, team: Team) -> None:
    told = intake("parcel", "receive", team.office, team.between / "Field")
    assert told.code
    assert "This is a key file, no parcel" in told.err
    torn = intake.write("torn.parcel", "half of something")
    assert "key file" not in intake("parcel", "receive", team.office, torn).err


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
