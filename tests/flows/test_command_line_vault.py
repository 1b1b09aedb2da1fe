"""The vault by its commands: made, filled, found, checked, backed up, restored, and refused."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.flows.conftest import Program

MakeCase = Callable[..., dict[str, Any]]


def test_create_import_list_show_search(program: Program, made_up_case: MakeCase) -> None:
    vault = program.create()
    program.run("case", "import", vault, program.write_cases(made_up_case(1), made_up_case(2)))
    listed = program.json("case", "list", vault)["cases"]
    assert len(listed) == 2
    code = listed[0]["code"]
    shown = program.json("case", "show", vault, code)["cases"][0]
    assert shown["answers"]["age"] == 38
    hits = program.json("search", vault, "zubrava")["hits"]
    assert {hit["code"] for hit in hits} == {case["code"] for case in listed}


def test_no_file_of_the_vault_holds_a_word_of_a_case(
    program: Program, made_up_case: MakeCase
) -> None:
    vault = program.create()
    program.run("case", "import", vault, program.write_cases(made_up_case()))
    for word in ("Zubrava", "They came early", "arbitrary_arrest"):
        for encoding in ("utf-8", "utf-16-le"):
            needle = word.encode(encoding)
            assert not [f for f in vault.rglob("*") if f.is_file() and needle in f.read_bytes()]


def test_wrong_passphrase_is_exit_5(program: Program) -> None:
    vault = program.create()
    program.secret.write_text("not the one at all, sorry", "utf-8")
    assert "passphrase" in program.result("case", "list", vault).stderr
    program.run("case", "list", vault, code=5)


def test_weak_passphrase_creates_nothing(program: Program) -> None:
    program.secret.write_text("letmein", "utf-8")
    program.run("vault", "create", program.folder / "vault", code=2)
    assert not (program.folder / "vault").exists()


def test_missing_vault_is_told_and_nothing_is_created(program: Program) -> None:
    vault = program.folder / "nowhere"
    done = program.result("case", "list", vault)
    assert done.returncode == 3
    assert "There is no vault" in done.stderr
    assert not vault.exists()


@pytest.mark.parametrize("name", ["header.0", "vault.db"])
@pytest.mark.parametrize("left", [0, 100])
def test_empty_or_cut_files_are_told_and_left_alone(program: Program, name: str, left: int) -> None:
    vault = program.create()
    for file in vault.glob("header.*" if name.startswith("header") else name):
        file.write_bytes(file.read_bytes()[:left])
    before = {file.name: file.read_bytes() for file in vault.iterdir() if file.is_file()}
    program.run("case", "list", vault, code=3)
    after = {file.name: file.read_bytes() for file in vault.iterdir() if file.is_file()}
    assert {k: v for k, v in after.items() if k in before} == before


def test_a_plain_database_is_not_a_vault(program: Program) -> None:
    vault = program.folder / "plain"
    vault.mkdir()
    connection = sqlite3.connect(vault / "vault.db")
    connection.execute("CREATE TABLE t (x)")
    connection.commit()
    connection.close()
    before = (vault / "vault.db").read_bytes()
    program.run("case", "list", vault, code=3)
    assert (vault / "vault.db").read_bytes() == before


def test_a_bad_line_imports_nothing_and_says_where(
    program: Program, made_up_case: MakeCase
) -> None:
    vault = program.create()
    bad = made_up_case(2, unheard_of=1)
    done = program.result("case", "import", vault, program.write_cases(made_up_case(), bad))
    assert done.returncode == 3
    assert "Line 2" in done.stderr
    assert "unheard_of" in done.stderr
    assert program.json("case", "list", vault)["cases"] == []


def test_backup_restore_and_catch_up(program: Program, made_up_case: MakeCase) -> None:
    vault = program.create()
    program.run("case", "import", vault, program.write_cases(made_up_case()))
    backup = Path(program.run("vault", "backup", vault, program.folder / "backups").strip())
    shutil.rmtree(vault)
    restored = program.folder / "restored"
    program.run("vault", "restore", backup, restored)
    assert len(program.json("case", "list", restored)["cases"]) == 1
    withdraw = (
        "case",
        "withdraw",
        restored,
        program.json("case", "list", restored)["cases"][0]["code"],
    )
    program.run("vault", "caught-up", restored, "--no-bundle-since")
    program.run(*withdraw)
    assert program.json("vault", "check", restored)["good"]


def test_three_backups_are_kept(program: Program) -> None:
    vault = program.create()
    folder = program.folder / "backups"
    for _ in range(4):
        program.run("vault", "backup", vault, folder)
    assert len(list(folder.iterdir())) == 3


def test_a_changed_passphrase_opens_and_the_old_does_not(program: Program) -> None:
    vault = program.create()
    new = program.folder / "new.txt"
    new.write_text("another invented ladder seven oblong canyons", "utf-8")
    program.run("vault", "passphrase", vault, "--new-passphrase-file", new)
    program.run("case", "list", vault, code=5)
    program.secret.write_bytes(new.read_bytes())
    program.run("case", "list", vault)


def test_a_forgotten_passphrase_loses_nothing(program: Program, made_up_case: MakeCase) -> None:
    vault = program.folder / "vault"
    shown = program.run("vault", "create", vault, "--kdf-memory", "64", "--kdf-time", "3")
    program.run("case", "import", vault, program.write_cases(made_up_case()))
    new = program.folder / "new.txt"
    new.write_text("another invented ladder seven oblong canyons", "utf-8")
    program.secret.write_text(shown, "utf-8")
    program.run("vault", "passphrase", vault, "--with-recovery-key", "--new-passphrase-file", new)
    program.secret.write_bytes(new.read_bytes())
    assert len(program.json("case", "list", vault)["cases"]) == 1


def test_an_erased_case_is_gone_and_the_vault_is_whole(
    program: Program, made_up_case: MakeCase
) -> None:
    vault = program.create()
    program.run("case", "import", vault, program.write_cases(made_up_case(1), made_up_case(2)))
    code = program.json("case", "list", vault)["cases"][0]["code"]
    program.run("case", "erase", vault, code)
    assert code not in {case["code"] for case in program.json("case", "list", vault)["cases"]}
    assert program.json("vault", "check", vault)["good"]


def test_usage_errors_are_exit_2(program: Program) -> None:
    program.run("vault", secret=False, code=2)
    program.run("nonsense", secret=False, code=2)


def test_without_a_terminal_a_missing_passphrase_is_said(program: Program) -> None:
    vault = program.create()
    done = program.result("case", "list", vault, secret=False)
    assert done.returncode == 2
    assert "--passphrase-file" in done.stderr


def test_a_process_of_its_own_gives_the_same_exit_codes(program: Program) -> None:
    vault = program.create()
    assert program.process("case", "list", vault).returncode == 0
    assert program.process("case", "list", program.folder / "none").returncode == 3
    assert program.process("nonsense", secret=False).returncode == 2
