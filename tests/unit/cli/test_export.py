"""``intake export``: what may leave, under which name, and what is refused with which code."""

from __future__ import annotations

import csv
import json
import zipfile
from pathlib import Path

import pytest

from intake.services import settings, vaults
from intake.vault.secret import Secret
from tests.unit.cli.conftest import PASSPHRASE, CommandLine, snapshot
from tests.unit.services.making import consent, document, no_room_beyond, uses

ANALYSIS = ("--purpose", "analysis", "--recipient-group", "analysts")
RECORDS = ("--policy", "records", *ANALYSIS)
STATEMENTS = ("--policy", "analysis", *ANALYSIS)
COUNTS = ("--policy", "statistics", "--purpose", "statistics", "--recipient-group", "public")
PLAIN = "--unencrypted"
ACCEPTED = "--accept-suggestions"
UNREVIEWED = "--unreviewed-statements"


def members(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(text.splitlines()))


def nothing_left(intake: CommandLine, *known: str) -> bool:
    return {path.name for path in intake.folder.iterdir()} == {"secret.txt", "vault", *known}


# --- the policies ---------------------------------------------------------------------------------


def test_statistics_are_tables_of_counts_without_small_numbers(
    intake: CommandLine, vault: Path
) -> None:
    made = intake.json("export", "export", vault, "out.zip", *COUNTS, PLAIN)
    assert made["counts_only"]
    found = members(intake.folder / "out.zip")
    assert "data/counts.csv" in found
    assert not set(found) & {"data/interviews.csv", "data/events.csv", "data/statements.csv"}
    for row in rows(found["data/counts.csv"]):
        assert row["people"] == "" or int(row["people"]) >= 5


def test_records_are_rows_without_statements(intake: CommandLine, vault: Path) -> None:
    made = intake.json("export", "export", vault, "out.zip", *RECORDS, PLAIN)
    found = members(intake.folder / "out.zip")
    assert set(made["files"]) == set(found) - {"padding"}
    tables = {f"data/{name}.csv" for name in ("interviews", "events", "displacements", "needs")}
    assert tables <= set(found)
    assert "data/statements.csv" not in found
    assert len(rows(found["data/interviews.csv"])) == made["cases"] == 8
    fields = [
        field
        for resource in json.loads(found["datapackage.json"])["resources"]
        for field in resource["schema"]["fields"]
    ]
    assert all("intake:disclosure" in field for field in fields)


def test_pending_marks_refuse_statements_and_write_nothing(
    intake: CommandLine, vault: Path
) -> None:
    done = intake("export", vault, "out.zip", *STATEMENTS, PLAIN)
    assert (done.code, done.out) == (4, "")
    assert "[P02]" in done.err
    assert nothing_left(intake)


def test_accepted_suggestions_let_no_statement_leave_and_say_so(
    intake: CommandLine, vault: Path
) -> None:
    intake.ok("export", vault, "out.zip", *STATEMENTS, PLAIN, ACCEPTED)
    told = intake.bare("bundle", "verify", "out.zip", "--signer", "any").out
    assert "Statements reviewed by a person: no statements inside" in told
    found = members(intake.folder / "out.zip")
    assert json.loads(found["PRIVACY.json"])["statements"] is False
    assert rows(found["data/statements.csv"]) == []
    assert len(rows(found["data/interviews.csv"])) == 8
    assert json.loads(found["manifest.json"])["reviewed"] is False


def test_unreviewed_statements_leave_on_purpose_without_a_key_to_the_rows(
    intake: CommandLine, vault: Path
) -> None:
    intake.ok("export", vault, "out.zip", *STATEMENTS, PLAIN, ACCEPTED, UNREVIEWED)
    found = members(intake.folder / "out.zip")
    said = rows(found["data/statements.csv"])
    assert len(said) == 8
    assert all("Zubrava" not in row["text"] for row in said)
    ids = {row["id"] for row in rows(found["data/interviews.csv"])}
    assert not ids & {row["id"] for row in said}
    assert json.loads(found["manifest.json"])["reviewed"] is False
    assert "Nobody has reviewed the statements" in found["report.html"]
    told = intake.bare("bundle", "verify", "out.zip", "--signer", "any").out
    assert "Statements reviewed by a person: no\n" in told


def test_unreviewed_statements_without_accepted_suggestions_are_usage(
    intake: CommandLine, vault: Path
) -> None:
    done = intake("export", vault, "out.zip", *STATEMENTS, PLAIN, UNREVIEWED)
    assert done.code == 2
    assert ACCEPTED in done.err


# --- what is asked for ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        (*RECORDS,),
        (*RECORDS, PLAIN, "--recipient", "key.pub"),
        (*RECORDS, PLAIN, "--bundle-passphrase-file", "secret.txt"),
        (*ANALYSIS, PLAIN),
        ("--policy", "records", "--purpose", "analysis", PLAIN),
        ("--policy", "records", "--recipient-group", "analysts", PLAIN),
        ("--policy", "everything", *ANALYSIS, PLAIN),
        ("--policy", "records", "--purpose", "gossip", "--recipient-group", "un", PLAIN),
        ("--policy", "records", "--purpose", "analysis", "--recipient-group", "any", PLAIN),
        (*RECORDS, PLAIN, "--k", "2"),
        (*RECORDS, PLAIN, "--k", "-5"),
        (*RECORDS, PLAIN, "--k", "five"),
        (*RECORDS, PLAIN, "--case", "ZZZZ-ZZZZ"),
        (*RECORDS, PLAIN, "--seed-file", "secret.txt"),
        (*RECORDS, PLAIN, "--seed-file", "nowhere"),
        (*RECORDS, "--recipient", "nowhere.pub"),
        (*RECORDS, "--bundle-passphrase-file", "nowhere"),
        (*RECORDS, "--unencr"),
        (*RECORDS, PLAIN, "--accept"),
    ],
)
def test_what_cannot_be_meant_is_exit_2_and_writes_nothing(
    intake: CommandLine, vault: Path, words: tuple[str, ...]
) -> None:
    done = intake("export", vault, "out.zip", *words)
    assert (done.code, done.out) == (2, "")
    assert done.err
    assert nothing_left(intake)


def test_a_folder_that_is_not_there_is_usage(intake: CommandLine, vault: Path) -> None:
    assert intake("export", vault, "nowhere/out.zip", *RECORDS, PLAIN).code == 2
    assert nothing_left(intake)


def test_only_the_cases_named_leave(intake: CommandLine, vault: Path) -> None:
    listed = intake.json("case-list", "case", "list", vault)["cases"]
    codes = [each["code"] for each in listed][:6]
    named = [word for code in codes for word in ("--case", code.lower())]
    made = intake.json("export", "export", vault, "out.zip", *RECORDS, PLAIN, *named)
    assert made["cases"] == 6


def test_too_few_people_alike_are_exit_4(intake: CommandLine, vault: Path) -> None:
    listed = intake.json("case-list", "case", "list", vault)["cases"]
    named = [word for each in listed[:4] for word in ("--case", each["code"])]
    done = intake("export", vault, "out.zip", *RECORDS, PLAIN, *named)
    assert done.code == 4
    assert "[P03]" in done.err
    intake.ok("export", vault, "out.zip", *RECORDS, PLAIN, *named, "--k", "3")


def test_the_setting_of_the_vault_holds_unless_k_says_otherwise(
    intake: CommandLine, vault: Path
) -> None:
    with Secret.from_text(PASSPHRASE) as secret:
        session = vaults.unlock(vault, secret)
    settings.save(session, settings.Settings(k=10))
    session.close()
    refused = intake("export", vault, "out.zip", *RECORDS, PLAIN)
    assert (refused.code, "Fewer than 10 people" in refused.err) == (4, True)
    done = intake("export", vault, "out.zip", *RECORDS, PLAIN, "--k", "6")
    assert "smaller than this vault's setting" in done.err
    found = members(intake.folder / "out.zip")
    assert json.loads(found["manifest.json"])["k"] == 6


def test_nobody_who_agreed_is_exit_4_with_advice(intake: CommandLine, vault: Path) -> None:
    words = ("--policy", "records", "--purpose", "media", "--recipient-group", "public")
    done = intake("export", vault, "out.zip", *words, PLAIN)
    assert done.code == 4
    assert "[P01]" in done.err
    assert nothing_left(intake)


def test_those_who_stay_out_are_counted_by_reason(intake: CommandLine, vault: Path) -> None:
    gone = consent(withdrawn="2022-06-01")
    late = uses(analysis={"level": "code", "recipients": ["any"], "until": "2022-06-01"})
    silent = consent(uses={})
    wish = document(21, answers={"anything_to_withdraw": "Please share nothing."})
    agreed = (document(20, consent=each) for each in (gone, late, silent))
    intake.ok("case", "import", vault, intake.write_cases(*agreed, wish))
    made = intake.json("export", "export", vault, "out.zip", *RECORDS, PLAIN)
    assert made["excluded"] == {"withdrawn": 1, "expired": 1, "no_consent": 1, "open_wish": 1}
    assert made["cases"] == 8
    told = json.loads(members(intake.folder / "out.zip")["manifest.json"])["withheld"]
    assert set(told.values()) == {"fewer than 5"}


def test_who_wished_for_something_is_named_to_the_sender(intake: CommandLine, vault: Path) -> None:
    wish = document(21, answers={"anything_to_withdraw": "Please share nothing."})
    told = intake.json("case-import", "case", "import", vault, intake.write_cases(wish))
    done = intake("export", vault, "out.zip", *RECORDS, PLAIN)
    assert f"wished something left out: {told['codes'][0]}." in done.err
    assert "share nothing" not in done.err


def test_quotation_lets_a_statement_leave_and_its_lack_keeps_it(
    intake: CommandLine, empty_vault: Path
) -> None:
    quiet = consent(uses={"analysis": {"level": "code", "recipients": ["any"]}})
    cases = [document(n, consent=quiet if n > 6 else consent()) for n in range(1, 10)]
    intake.ok("case", "import", empty_vault, intake.write_cases(*cases))
    intake.ok("export", empty_vault, "out.zip", *STATEMENTS, PLAIN, ACCEPTED, UNREVIEWED)
    found = members(intake.folder / "out.zip")
    assert len(rows(found["data/interviews.csv"])) == 9
    assert len(rows(found["data/statements.csv"])) == 6


def test_people_leave_again_as_they_left_and_are_counted_nowhere(
    intake: CommandLine, vault: Path
) -> None:
    first = intake.json("export", "export", vault, "out.zip", *RECORDS, PLAIN)
    assert first["classes"] == {"standing": 0, "new": 1, "ended": 0}
    again = intake("export", vault, "again.zip", *RECORDS, PLAIN)
    assert again.code == 0
    assert "1 group of an earlier bundle in it, exactly as before." in again.err
    one, other = (members(intake.folder / name) for name in ("out.zip", "again.zip"))
    cells = [
        sorted(str({**row, "id": ""}) for row in rows(found["data/interviews.csv"]))
        for found in (one, other)
    ]
    assert cells[0] == cells[1]
    words = ("--policy", "statistics", "--purpose", "analysis", "--recipient-group", "analysts")
    counts = intake("export", vault, "counts.zip", *words, PLAIN)
    assert (counts.code, "[P05]" in counts.err) == (4, True)
    assert not (intake.folder / "counts.zip").exists()


def test_the_same_vault_and_seed_give_the_same_bytes(intake: CommandLine, vault: Path) -> None:
    backup = snapshot(vault)
    seed = intake.write("seed", bytes(range(32)))
    made = []
    for name in ("a.zip", "b.zip"):
        for file, content in backup.items():
            (vault / file).write_bytes(content)
        intake.ok("export", vault, name, *RECORDS, PLAIN, "--seed-file", seed)
        made.append((intake.folder / name).read_bytes())
    assert made[0] == made[1]


# --- the ways out ---------------------------------------------------------------------------------


def test_stdout_has_the_path_and_the_digest(intake: CommandLine, vault: Path) -> None:
    done = intake("export", vault, "out.zip", *RECORDS, PLAIN)
    assert done.code == 0
    path, digest, number = done.out.splitlines()
    assert path == "out.zip"
    assert digest.startswith("SHA-256 ")
    manifest = json.loads(members(intake.folder / "out.zip")["manifest.json"])
    assert number == f"Bundle {manifest['bundle_id']}"
    assert "8 cases as rows, read back and verified" in done.err


@pytest.mark.parametrize("name", ["key.pub", "office.pub", "made-up analyst"])
def test_a_recipient_is_a_file_or_the_name_of_a_trusted_key(
    intake: CommandLine, vault: Path, key: Path, office: Path, name: str
) -> None:
    intake.ok("key", "trust", vault, "made-up analyst", "key.pub")
    intake.ok("export", vault, "out.age", *RECORDS, "--recipient", name)
    content = (intake.folder / "out.age").read_bytes()
    assert content.startswith(b"age-encryption.org/v1\n")
    assert b"interviews.csv" not in content


def test_several_recipients_open_one_bundle(
    intake: CommandLine, vault: Path, key: Path, office: Path
) -> None:
    both = ("--recipient", "key.pub", "--recipient", "office.pub")
    intake.ok("export", vault, "out.age", *RECORDS, *both)
    for means in (("--key", key), ("--vault", office)):
        intake.ok("bundle", "verify", "out.age", *means, "--signer", "any")


def test_what_is_no_key_file_is_exit_3(intake: CommandLine, vault: Path) -> None:
    done = intake("export", vault, "out.age", *RECORDS, "--recipient", intake.secret)
    assert done.code == 3
    assert nothing_left(intake)


def test_a_weak_bundle_passphrase_is_exit_2(intake: CommandLine, vault: Path) -> None:
    weak = intake.write("weak.txt", "letmein")
    words = ("export", vault, "out.age", *RECORDS, "--bundle-passphrase-file", weak)
    assert intake(*words).code == 2
    assert nothing_left(intake, "weak.txt")


def test_nothing_is_overwritten(intake: CommandLine, vault: Path) -> None:
    intake.write("out.zip", "mine")
    assert intake("export", vault, "out.zip", *RECORDS, PLAIN).code == 7
    assert (intake.folder / "out.zip").read_text() == "mine"


def test_a_full_disk_is_exit_7_and_leaves_nothing_and_no_release(
    intake: CommandLine, vault: Path
) -> None:
    with no_room_beyond(10_000):
        done = intake("export", vault, "out.zip", *RECORDS, PLAIN)
    assert done.code == 7
    assert "[A03]" in done.err
    assert nothing_left(intake)
    intake.ok("export", vault, "out.zip", *RECORDS, PLAIN)


def test_a_place_that_takes_no_files_is_exit_7(intake: CommandLine, vault: Path) -> None:
    done = intake("export", vault, "/sys/out.zip", *RECORDS, PLAIN)
    assert done.code == 7
    assert "[A02]" in done.err
    intake.ok("export", vault, "out.zip", *RECORDS, PLAIN)


@pytest.mark.parametrize("moment", [0, 1, 3])
def test_ctrl_c_is_exit_130_and_leaves_no_file_and_no_release(
    intake: CommandLine, vault: Path, moment: int
) -> None:
    words = ("export", vault, "out.zip", *RECORDS, PLAIN, *intake.given)
    done = intake.interrupted(*words, moment=moment)
    assert (done.code, done.out) == (130, "")
    assert done.err.endswith("Stopped. Nothing was left half-written. [C01]\n")
    assert nothing_left(intake)
    intake.ok("export", vault, "out.zip", *RECORDS, PLAIN)


def test_the_report_is_written_in_the_language_that_is_asked_for(
    intake: CommandLine, vault: Path
) -> None:
    words = ("--unencrypted", "--report-language", "be")
    intake.ok("export", vault, "out.zip", *RECORDS, *words)
    assert intake.bare("bundle", "open", "out.zip", "out", "--signer", "any").code == 0
    report = (intake.folder / "out" / "report.html").read_text("utf-8")
    assert report.startswith('<!DOCTYPE html>\n<html lang="be">')
    assert "Камплект" in report
    assert intake("export", vault, "more.zip", *RECORDS, *words[:2], "xx").code == 2
