"""``intake vault``: every command, option, exit code and output that scripts rely on."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from intake.errors import DiskFullError
from intake.store import soundness
from intake.vault.folder import VaultLock
from tests.unit.cli.conftest import CHEAP, CommandLine, Done, checked, snapshot
from tests.unit.services.making import document, no_room_beyond

NEW_PASSPHRASE = "seven oblong canyons another invented ladder"
AtTerminal = Callable[..., Done]


def key_shown(shown: str) -> str:
    return shown.splitlines()[-1]


# --- create ---------------------------------------------------------------------------------------


def test_create_prints_the_recovery_key_alone_on_stdout(intake: CommandLine) -> None:
    done = intake("vault", "create", "vault", *CHEAP)
    assert done.code == 0
    groups = done.out.split()
    assert [len(group) for group in groups] == [4] * 9
    assert done.out == " ".join(groups) + "\n"
    assert "paper" in done.err
    assert groups[0] not in done.err


def test_create_says_what_it_means_to_destroy_access(intake: CommandLine) -> None:
    told = intake("vault", "create", "vault", *CHEAP).err
    means = told[told.index("Access to a vault can be destroyed") :]
    for said in ("nobody opens it afterwards", "The law:", "flash memory", "Backups stay"):
        assert said in means


def test_create_uses_the_costs_that_were_chosen(intake: CommandLine) -> None:
    intake.ok("vault", "create", "vault", "--kdf-memory", "72", "--kdf-time", "4")
    found = checked("vault-info", intake.bare("vault", "info", "vault", "--json"))
    assert (found["memory_mib"], found["passes"], found["format"]) == (72, 4, 1)


@pytest.mark.parametrize("costs", [("63", "3"), ("2049", "3"), ("64", "2"), ("64", "17")])
def test_costs_beyond_the_limits_are_usage_and_create_nothing(
    intake: CommandLine, costs: tuple[str, str]
) -> None:
    done = intake("vault", "create", "vault", "--kdf-memory", costs[0], "--kdf-time", costs[1])
    assert done.code == 2
    assert "64 to 2048" in done.err
    assert not (intake.folder / "vault").exists()


@pytest.mark.parametrize("weak", ["", "letmein", "one two three"])
def test_a_weak_passphrase_creates_nothing_and_shows_no_key(intake: CommandLine, weak: str) -> None:
    intake.secret.write_text(weak)
    done = intake("vault", "create", "vault", *CHEAP)
    assert (done.code, done.out) == (2, "")
    assert "[S04]" in done.err
    assert not (intake.folder / "vault").exists()


def test_create_overwrites_nothing_and_shows_no_key(intake: CommandLine, vault: Path) -> None:
    before = snapshot(vault)
    done = intake("vault", "create", vault, *CHEAP)
    assert (done.code, done.out) == (7, "")
    assert snapshot(vault) == before
    done = intake("vault", "create", intake.secret, *CHEAP)
    assert (done.code, done.out) == (7, "")


def test_create_takes_an_empty_folder(intake: CommandLine) -> None:
    (intake.folder / "vault").mkdir()
    intake.ok("vault", "create", "vault", *CHEAP)
    intake.ok("vault", "check", "vault")


def test_create_below_a_missing_folder_shows_no_key(intake: CommandLine) -> None:
    done = intake("vault", "create", "nowhere/vault", *CHEAP)
    assert (done.code, done.out) == (2, "")
    assert f"no folder {intake.folder / 'nowhere'}" in done.err
    assert not (intake.folder / "nowhere").exists()


def test_create_on_a_full_disk_is_exit_7_and_leaves_nothing(intake: CommandLine) -> None:
    with no_room_beyond(4096):
        done = intake("vault", "create", "vault", *CHEAP)
    assert done.code == 7
    assert not (intake.folder / "vault").exists()


@pytest.mark.parametrize("place", ["/proc/made-up", "/sys/made-up"])
def test_create_where_nothing_can_be_written_is_exit_7(intake: CommandLine, place: str) -> None:
    assert intake("vault", "create", place, *CHEAP).code == 7
    assert not Path(place).exists()


def test_on_a_terminal_create_asks_twice_and_has_the_key_typed_back(
    intake: CommandLine, at_terminal: AtTerminal
) -> None:
    secret = intake.secret.read_text().strip()
    done = at_terminal(("vault", "create", "vault", *CHEAP), secret, secret, key_shown)
    assert done.code == 0, done.err
    assert secret not in done.err + done.out
    intake.ok("vault", "check", "vault")


def test_two_different_passphrases_create_nothing(
    intake: CommandLine, at_terminal: AtTerminal
) -> None:
    done = at_terminal(("vault", "create", "vault", *CHEAP), "one thing", "another thing")
    assert done.code == 2
    assert "differ" in done.err
    assert not (intake.folder / "vault").exists()


def test_a_key_typed_back_wrongly_creates_nothing(
    intake: CommandLine, at_terminal: AtTerminal
) -> None:
    secret = intake.secret.read_text().strip()
    done = at_terminal(("vault", "create", "vault", *CHEAP), secret, secret, "7777 " * 9)
    assert done.code == 2
    assert "not the key shown" in done.err
    assert not (intake.folder / "vault").exists()


# --- info and check -------------------------------------------------------------------------------


def test_info_needs_no_passphrase_and_tells_format_and_costs_only(
    intake: CommandLine, vault: Path
) -> None:
    done = intake.bare("vault", "info", vault)
    assert done.code == 0
    assert "format 1" in done.out
    assert "64 MiB, 3 passes" in done.out
    assert "Made-up notebook" not in done.out
    found = checked("vault-info", intake.bare("vault", "info", vault, "--json"))
    assert found["kdf"] == "argon2id"
    assert set(found) == {"format", "kdf", "memory_mib", "passes", "lanes"}


def test_info_says_the_same_of_a_full_and_of_an_empty_vault(
    intake: CommandLine, vault: Path, empty_vault: Path
) -> None:
    shown = [intake.bare("vault", "info", each, "--json").out for each in (vault, empty_vault)]
    assert shown[0] == shown[1]


def test_check_names_each_part(intake: CommandLine, vault: Path) -> None:
    found = intake.json("vault-check", "vault", "check", vault)
    assert found["good"]
    assert found["rollback"] is None
    parts = ["header", "database", "search", "chain", "mirror"]
    assert [line["part"] for line in found["parts"]] == parts
    said = intake.ok("vault", "check", vault).splitlines()
    assert [line.split(":")[0] for line in said] == [f"ok  {part}" for part in parts]
    assert all(line.split(": ")[1] for line in said)


def test_check_of_a_damaged_vault_is_exit_3_with_the_part(intake: CommandLine, vault: Path) -> None:
    database = vault / "vault.db"
    content = bytearray(database.read_bytes())
    content[-2000] ^= 1
    database.write_bytes(content)
    found = intake.json("vault-check", "vault", "check", vault, code=3)
    assert not found["good"]
    bad = {line["part"] for line in found["parts"] if not line["good"]}
    assert "database" in bad
    done = intake("vault", "check", vault)
    assert done.code == 3
    assert "BAD database: 1 damaged pages" in done.out
    assert "rescued" in done.out
    assert "BAD chain: not looked at" in done.out
    assert "ok  header: both copies are whole" in done.out


def test_a_damaged_copy_of_the_header_is_healed_and_told(intake: CommandLine, vault: Path) -> None:
    header = vault / "header.0"
    whole = header.read_bytes()
    header.write_bytes(whole[:100] + bytes(100) + whole[200:])
    done = intake("case", "list", vault)
    assert done.code == 0
    assert "header was replaced" in done.err
    assert "header was replaced" not in intake("case", "list", vault).err


# --- a vault that cannot be opened ----------------------------------------------------------------

ON_A_VAULT = [
    ("vault", "check"),
    ("vault", "recovery"),
    ("vault", "rekey"),
    ("vault", "caught-up", "--no-bundle-since"),
    ("case", "list"),
    ("case", "show"),
    ("key", "show"),
]


@pytest.mark.parametrize("command", [*ON_A_VAULT, ("vault", "info")])
def test_a_missing_vault_is_exit_3_and_nothing_is_created(
    intake: CommandLine, command: tuple[str, ...]
) -> None:
    before = snapshot(intake.folder)
    more = () if command[1] == "info" else ("--passphrase-file", intake.secret)
    done = intake.bare(*command, "nowhere", *more)
    assert (done.code, done.out) == (3, "")
    assert f"There is no vault at {intake.folder / 'nowhere'}" in done.err
    assert snapshot(intake.folder) == before


@pytest.mark.parametrize("command", ON_A_VAULT)
def test_a_wrong_passphrase_is_exit_5_and_changes_nothing(
    intake: CommandLine, vault: Path, command: tuple[str, ...]
) -> None:
    before = snapshot(vault)
    intake.secret.write_text("not this one, whatever you may think of it")
    done = intake(*command, vault)
    assert done.code == 5
    assert "[S01]" in done.err
    assert "not this one" not in done.err
    assert snapshot(vault) == before


def _empty(vault: Path) -> None:
    (vault / "vault.db").write_bytes(b"")


def _cut(vault: Path) -> None:
    (vault / "vault.db").write_bytes((vault / "vault.db").read_bytes()[:1000])


def _plain(vault: Path) -> None:
    (vault / "vault.db").unlink()
    connection = sqlite3.connect(vault / "vault.db")
    connection.execute("CREATE TABLE made_up (x)")
    connection.commit()
    connection.close()


def _without_database(vault: Path) -> None:
    (vault / "vault.db").unlink()


def _without_headers(vault: Path) -> None:
    for header in vault.glob("header.*"):
        header.unlink()


def _empty_headers(vault: Path) -> None:
    for header in vault.glob("header.*"):
        header.write_bytes(b"")


def _foreign_headers(vault: Path) -> None:
    for header in vault.glob("header.*"):
        header.write_bytes(b"%PDF-1.7 something else" * 1000)


def _cut_headers(vault: Path) -> None:
    for header in vault.glob("header.*"):
        header.write_bytes(header.read_bytes()[:500])


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        (_empty, "F02"),
        (_cut, "F04"),
        (_plain, "F03"),
        (_without_database, "F01"),
        (_without_headers, "F15"),
        (_empty_headers, "F02"),
        (_foreign_headers, "F03"),
        (_cut_headers, "F04"),
    ],
)
def test_a_vault_that_is_none_is_named_and_left_as_it_is(
    intake: CommandLine, vault: Path, harm: Callable[[Path], None], code: str
) -> None:
    harm(vault)
    before = snapshot(vault)
    done = intake("case", "list", vault)
    assert (done.code, done.out) == (3, "")
    assert f"[{code}]" in done.err
    assert snapshot(vault) == before


def test_costs_that_were_forged_are_refused_before_they_are_paid(
    intake: CommandLine, vault: Path
) -> None:
    for header in vault.glob("header.*"):
        content = bytearray(header.read_bytes())
        content[20:120] = b"\xff" * 100
        header.write_bytes(content)
    done = intake("case", "list", vault)
    assert done.code == 3
    assert "[F0" in done.err


def test_a_second_instance_is_told_and_waits_for_nothing(intake: CommandLine, vault: Path) -> None:
    before = snapshot(vault)
    lock = VaultLock.acquire(vault)
    try:
        done = intake("case", "list", vault)
    finally:
        lock.release()
    assert done.code == 7
    assert "[A01]" in done.err
    assert snapshot(vault) == before
    intake.ok("case", "list", vault)


# --- passphrase, recovery, rekey ------------------------------------------------------------------


def test_a_new_passphrase_comes_from_a_file_or_a_descriptor(
    intake: CommandLine, vault: Path
) -> None:
    new = intake.write("new.txt", NEW_PASSPHRASE)
    done = intake("vault", "passphrase", vault, "--new-passphrase-file", new, *CHEAP)
    assert (done.code, done.out) == (0, "")
    assert "Older backups" in done.err
    assert intake("case", "list", vault).code == 5
    third = intake.write("third.txt", "a third invented passphrase with eight words inside")
    number = os.open(third, os.O_RDONLY)
    words = ("vault", "passphrase", vault, "--passphrase-file", new, *CHEAP)
    done = intake.bare(*words, "--new-passphrase-fd", str(number))
    os.close(number)
    assert done.code == 0, done.err
    assert intake.bare("case", "list", vault, "--passphrase-file", third).code == 0


def test_a_changed_passphrase_keeps_costs_that_were_chosen(
    intake: CommandLine, vault: Path
) -> None:
    new = intake.write("new.txt", NEW_PASSPHRASE)
    costs = ("--kdf-memory", "80", "--kdf-time", "3")
    intake.ok("vault", "passphrase", vault, "--new-passphrase-file", new, *costs)
    found = checked("vault-info", intake.bare("vault", "info", vault, "--json"))
    assert found["memory_mib"] == 80


@pytest.mark.parametrize(("new", "code"), [("letmein", 2), ("", 2)])
def test_a_weak_new_passphrase_changes_nothing(
    intake: CommandLine, vault: Path, new: str, code: int
) -> None:
    before = {name: content for name, content in snapshot(vault).items() if "header" in name}
    file = intake.write("new.txt", new)
    done = intake("vault", "passphrase", vault, "--new-passphrase-file", file, *CHEAP)
    assert done.code == code
    assert before.items() <= snapshot(vault).items()
    intake.ok("case", "list", vault)


def test_the_old_passphrase_stays_when_it_was_given_wrongly(
    intake: CommandLine, vault: Path
) -> None:
    new = intake.write("new.txt", NEW_PASSPHRASE)
    words = ("vault", "passphrase", vault, "--new-passphrase-file", new, *CHEAP)
    assert intake.bare(*words, "--passphrase-file", new).code == 5
    intake.ok("case", "list", vault)


def test_on_a_terminal_the_new_passphrase_is_asked_for_twice(
    intake: CommandLine, vault: Path, at_terminal: AtTerminal
) -> None:
    old = intake.secret.read_text().strip()
    words = ("vault", "passphrase", vault, *CHEAP)
    done = at_terminal(words, old, NEW_PASSPHRASE, NEW_PASSPHRASE)
    assert done.code == 0, done.err
    assert NEW_PASSPHRASE not in done.err + done.out
    intake.secret.write_text(NEW_PASSPHRASE)
    intake.ok("case", "list", vault)


def test_the_recovery_key_sets_a_new_passphrase(intake: CommandLine) -> None:
    shown = intake.ok("vault", "create", "vault", *CHEAP)
    paper = intake.write("paper.txt", shown.lower())
    new = intake.write("new.txt", NEW_PASSPHRASE)
    words = ("vault", "passphrase", "vault", "--with-recovery-key", *CHEAP)
    more = ("--passphrase-file", paper, "--new-passphrase-file", new)
    assert intake.bare(*words, *more).code == 0
    assert intake.bare("case", "list", "vault", "--passphrase-file", new).code == 0


def test_a_mistyped_recovery_key_is_exit_5_and_names_the_group(intake: CommandLine) -> None:
    groups = intake.ok("vault", "create", "vault", *CHEAP).split()
    groups[4] = "0000" if groups[4] != "0000" else "1111"
    paper = intake.write("paper.txt", " ".join(groups))
    new = intake.write("new.txt", NEW_PASSPHRASE)
    words = ("vault", "passphrase", "vault", "--with-recovery-key", *CHEAP)
    done = intake.bare(*words, "--passphrase-file", paper, "--new-passphrase-file", new)
    assert done.code == 5
    assert groups[0] not in done.err
    intake.ok("case", "list", "vault")


def test_a_new_recovery_key_makes_the_old_one_worthless(intake: CommandLine) -> None:
    old = intake.write("old.txt", intake.ok("vault", "create", "vault", *CHEAP))
    fresh = intake.write("fresh.txt", intake.ok("vault", "recovery", "vault"))
    new = intake.write("new.txt", NEW_PASSPHRASE)
    words = ("vault", "passphrase", "vault", "--with-recovery-key", *CHEAP)
    more = ("--new-passphrase-file", new)
    assert intake.bare(*words, *more, "--passphrase-file", old).code == 5
    assert intake.bare(*words, *more, "--passphrase-file", fresh).code == 0


def test_on_a_terminal_a_new_recovery_key_is_typed_back(
    intake: CommandLine, vault: Path, at_terminal: AtTerminal
) -> None:
    secret = intake.secret.read_text().strip()
    assert at_terminal(("vault", "recovery", vault), secret, "wrong").code == 2
    assert at_terminal(("vault", "recovery", vault), secret, key_shown).code == 0


def test_a_rekeyed_vault_has_its_cases_and_a_new_recovery_key(
    intake: CommandLine, vault: Path
) -> None:
    before = intake.json("case-list", "case", "list", vault)
    done = intake("vault", "rekey", vault, *CHEAP)
    assert done.code == 0
    assert len(done.out.split()) == 9
    assert "new backup" in done.err
    assert intake.json("case-list", "case", "list", vault) == before
    assert intake.json("vault-check", "vault", "check", vault)["good"]


# --- put back page by page ---


def spliced(intake: CommandLine, vault: Path) -> list[str]:
    """Go on with a vault, then put back everything but its own row; return the first cases."""
    database = vault / "vault.db"
    codes = [each["code"] for each in intake.json("case-list", "case", "list", vault)["cases"]]
    old = database.read_bytes()
    intake.ok("case", "withdraw", vault, codes[0], codes[1])
    more = intake.write_cases(*(document(number) for number in range(20, 45)), name="more.jsonl")
    intake.ok("case", "import", vault, more)
    new = database.read_bytes()
    head = slice(2 * 4096, 3 * 4096)  # the page of the vault's own row
    database.write_bytes(old[: head.start] + new[head] + old[head.stop :])
    return codes


def test_a_vault_put_back_page_by_page_is_told_and_lets_nothing_out(
    intake: CommandLine, vault: Path
) -> None:
    codes = spliced(intake, vault)
    for command in (("case", "list"), ("case", "show")):
        done = intake(*command, vault)
        assert done.code == 0
        assert "put back to an earlier state" in done.err
        assert all(code in done.out for code in codes)
    done = intake("search", vault, "early")
    assert "put back to an earlier state" in done.err
    words = ("--policy", "records", "--purpose", "analysis", "--recipient-group", "analysts")
    for _ in range(2):
        done = intake("export", vault, "out.zip", *words, "--unencrypted")
        assert (done.code, done.out) == (6, "")
    assert not (intake.folder / "out.zip").exists()
    done = intake("vault", "caught-up", vault, "--no-bundle-since")
    assert done.code == 3
    assert "restore the newest good backup" in done.err


def test_a_large_vault_says_that_nobody_has_looked(
    intake: CommandLine, vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert intake("case", "list", vault).err == ""
    monkeypatch.setattr(soundness, "_FEW", 3)
    assert "nobody has looked now" in intake("case", "list", vault).err


# --- backup, restore, caught-up -------------------------------------------------------------------


def test_backup_prints_the_path_alone_on_stdout(intake: CommandLine, vault: Path) -> None:
    done = intake("vault", "backup", vault, intake.folder / "stick")
    assert done.code == 0
    path = Path(done.out.rstrip("\n"))
    assert path.parent == intake.folder / "stick"
    assert "8 cases, opened and verified" in done.err
    assert path.is_dir()


def test_a_backup_that_is_opened_where_it_lies_lets_nothing_out(
    intake: CommandLine, vault: Path
) -> None:
    path = intake.ok("vault", "backup", vault, intake.folder / "stick").strip()
    found = intake.json("vault-check", "vault", "check", path, code=6)
    assert all(line["good"] for line in found["parts"])
    words = ("--policy", "statistics", "--purpose", "statistics", "--recipient-group", "public")
    assert intake("export", path, "out.zip", *words, "--unencrypted").code == 6


def test_backup_into_the_vault_or_onto_a_file_is_refused(intake: CommandLine, vault: Path) -> None:
    assert intake("vault", "backup", vault, vault / "inside").code == 2
    assert not (vault / "inside").exists()
    assert intake("vault", "backup", vault, intake.secret).code == 7


def test_backup_onto_a_full_disk_is_exit_7_and_leaves_nothing(
    intake: CommandLine, vault: Path
) -> None:
    stick = intake.folder / "stick"
    with no_room_beyond(60_000):
        done = intake("vault", "backup", vault, stick)
    assert done.code == DiskFullError.exit_code, done.err
    assert list(stick.iterdir()) == []
    assert intake.json("vault-check", "vault", "check", vault)["good"]


@pytest.mark.parametrize("command", ["backup", "rekey", "check"])
def test_ctrl_c_leaves_the_vault_as_it_was_and_nothing_beside_it(
    intake: CommandLine, vault: Path, command: str
) -> None:
    more: tuple[str, ...] = {"backup": ("stick",), "rekey": CHEAP, "check": ()}[command]
    done = intake.interrupted("vault", command, vault, *more, *intake.given, moment=0)
    assert done.code == 130
    assert done.err.endswith("Stopped. Nothing was left half-written. [C01]\n")
    left = {path.name for path in intake.folder.iterdir()} - {"stick"}
    assert left == {"secret.txt", "vault"}
    if command == "backup":
        assert list((intake.folder / "stick").iterdir()) == []
    assert intake.json("vault-check", "vault", "check", vault)["good"]


def test_a_restored_vault_reads_but_lets_nothing_out_until_it_caught_up(
    intake: CommandLine, vault: Path
) -> None:
    path = intake.ok("vault", "backup", vault, intake.folder / "stick").strip()
    done = intake("vault", "restore", path, "restored")
    assert (done.code, done.out) == (0, "")
    assert "caught-up" in done.err
    listed = intake("case", "list", "restored")
    assert listed.code == 0
    assert len(listed.out.splitlines()) == 8
    assert "[R01]" in listed.err
    found = intake.json("vault-check", "vault", "check", "restored", code=6)
    assert not found["good"]
    assert found["rollback"]
    assert all(line["good"] for line in found["parts"])
    out = ("export", "restored", "out.zip", "--policy", "statistics", "--unencrypted")
    purpose = ("--purpose", "statistics", "--recipient-group", "public")
    assert intake(*out, *purpose).code == 6
    assert not (intake.folder / "out.zip").exists()
    intake.ok("vault", "caught-up", "restored", "--no-bundle-since")
    assert "[R01]" not in intake("case", "list", "restored").err
    assert intake.json("vault-check", "vault", "check", "restored")["good"]
    intake.ok(*out, *purpose)


def test_restore_never_overwrites(intake: CommandLine, vault: Path) -> None:
    path = intake.ok("vault", "backup", vault, intake.folder / "stick").strip()
    before = snapshot(vault)
    assert intake("vault", "restore", path, vault).code == 7
    assert snapshot(vault) == before


def test_restore_of_what_is_no_backup_is_exit_3_and_leaves_nothing(
    intake: CommandLine, vault: Path
) -> None:
    path = Path(intake.ok("vault", "backup", vault, intake.folder / "stick").strip())
    assert intake("vault", "restore", intake.folder / "none", "new").code == 3
    (path / "vault.db").write_bytes((path / "vault.db").read_bytes()[:5000])
    assert intake("vault", "restore", path, "new").code == 3
    assert not (intake.folder / "new").exists()
    intake.secret.write_text("not this one, whatever you may think of it")
    shutil.rmtree(path)
    shutil.copytree(vault, path)
    assert intake("vault", "restore", path, "new").code == 5
    assert sorted(each.name for each in intake.folder.iterdir()) == ["secret.txt", "stick", "vault"]


def test_a_log_that_was_removed_is_an_earlier_state(intake: CommandLine, vault: Path) -> None:
    old = snapshot(vault)
    code = intake.ok("case", "list", vault).split()[0]
    intake.ok("case", "withdraw", vault, code)
    for name in ("vault.db", "vault.db-wal"):
        if name in old:
            (vault / name).write_bytes(old[name])
    done = intake("vault", "check", vault)
    assert done.code == 6
    assert "[R01]" in done.err
