"""``vault drill``, ``rescue`` and ``destroy``: what they say and change, their exit codes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from intake.services import ending, vaults
from intake.store.connection import PAGE_BYTES
from intake.vault.folder import VaultLock
from intake.vault.secret import Secret
from tests.unit.cli.conftest import CHEAP, PASSPHRASE, CommandLine, Done, snapshot

AtTerminal = Callable[..., Done]


def damage(vault: Path, at: int = -2000) -> None:
    content = bytearray((vault / "vault.db").read_bytes())
    content[at] ^= 1
    (vault / "vault.db").write_bytes(content)


def settings_in(vault: Path) -> int:
    """Return the place of a byte without which no setting can be read."""
    with Secret.from_text(PASSPHRASE) as secret:
        session = vaults.unlock(vault, secret)
    sql = "SELECT rootpage FROM sqlite_schema WHERE name = 'settings'"
    page = session.store._db.number(sql)
    session.close()
    return (page - 1) * PAGE_BYTES + 50


def backed_up(intake: CommandLine, vault: Path) -> Path:
    return Path(intake.ok("vault", "backup", vault, intake.folder / "backups").strip())


# --- drill ----------------------------------------------------------------------------------------


def test_a_drill_says_that_the_backup_opens_and_what_is_in_it(
    intake: CommandLine, vault: Path
) -> None:
    backup = backed_up(intake, vault)
    before = snapshot(backup)
    said = intake.ok("vault", "drill", backup)
    assert "This backup opens. 8 cases in it." in said
    assert "The newest entry in it is of 20" in said
    assert "Not verified: whether the recovery key opens it" in said
    assert snapshot(backup) == before
    found = intake.json("vault-drill", "vault", "drill", backup)
    assert (found["good"], found["cases"]) == (True, 8)
    assert found["unverified"] == ["search", "recovery"]


def test_a_drill_of_a_damaged_backup_is_exit_3_with_the_part(
    intake: CommandLine, vault: Path
) -> None:
    backup = backed_up(intake, vault)
    damage(backup)
    before = snapshot(backup)
    done = intake("vault", "drill", backup)
    assert done.code == 3
    assert "BAD database: 1 damaged pages" in done.out
    assert "opens" not in done.out.split("Not verified")[0]
    assert "Not verified: the records" in done.out
    assert snapshot(backup) == before


def test_a_drill_with_the_recovery_key(intake: CommandLine) -> None:
    paper = intake.write("paper.txt", intake.ok("vault", "create", "vault", *CHEAP))
    backup = backed_up(intake, intake.folder / "vault")
    words = ("vault", "drill", backup, "--with-recovery-key", "--passphrase-file", paper)
    done = intake.bare(*words)
    assert done.code == 0, done.err
    assert "whether the passphrase opens it" in done.out


def test_a_drill_with_a_wrong_passphrase_or_of_all_backups(
    intake: CommandLine, vault: Path
) -> None:
    backup = backed_up(intake, vault)
    assert intake("vault", "drill", backup.parent).code == 2
    intake.secret.write_text("not the one at all, sorry")
    assert intake("vault", "drill", backup).code == 5


# --- rescue ---------------------------------------------------------------------------------------


def test_a_rescue_names_what_it_took_and_lets_nothing_out(intake: CommandLine, vault: Path) -> None:
    codes = {each["code"] for each in intake.json("case-list", "case", "list", vault)["cases"]}
    damage(vault)
    before = snapshot(vault)
    found = intake.json("vault-rescue", "vault", "rescue", vault, "new")
    assert snapshot(vault) == before
    told = {*found["whole"], *found["gone"], *(each["code"] for each in found["partial"])}
    assert told == codes
    assert intake("vault", "check", "new").code == 6
    intake.ok("vault", "caught-up", "new", "--no-bundle-since")
    intake.ok("vault", "check", "new")


def test_a_rescue_says_in_words_what_is_lost(intake: CommandLine, vault: Path) -> None:
    done = intake("vault", "rescue", vault, "new")
    assert done.code == 0
    assert done.out == "8 cases whole.\n"
    assert "caught-up" in done.err
    assert intake("vault", "rescue", vault, "new").code == 7


def test_a_rescue_that_lost_the_settings_says_what_the_vault_does_not_know(
    intake: CommandLine, vault: Path
) -> None:
    assert not intake.json("vault-rescue", "vault", "rescue", vault, "whole")["awaits_new_keys"]
    damage(vault, at=settings_in(vault))
    done = intake("vault", "rescue", vault, "new")
    assert "the vault's own settings" in done.out
    assert "which cases were erased in it" in done.err
    assert intake.json("vault-rescue", "vault", "rescue", vault, "another")["awaits_new_keys"]
    assert "intake vault rekey" in done.err
    intake.ok("vault", "caught-up", "new", "--no-bundle-since")
    assert "awaits new keys" in intake("case", "list", "new").err, "until it has them"
    intake.ok("vault", "rekey", "new", *CHEAP)
    assert "awaits new keys" not in intake("case", "list", "new").err


# --- destroy --------------------------------------------------------------------------------------


def test_a_destroyed_vault_opens_with_nothing_and_says_what_remains(
    intake: CommandLine, vault: Path
) -> None:
    backup = backed_up(intake, vault)
    done = intake.bare("vault", "destroy", vault, stdin=b"vault\n")
    assert done.code == 0, done.err
    assert str(backup) in done.err
    assert "nobody can read" in done.err
    assert "cannot be undone" in done.err
    assert [path.name for path in vault.iterdir()] == ["vault.db"]
    assert intake("case", "list", vault).code == 3
    assert intake("case", "list", backup).code == 0
    assert intake.bare("vault", "destroy", vault, stdin=b"vault\n").code == 3


@pytest.mark.parametrize("named", [".", "../vault/.", "../vault/../vault"])
def test_a_vault_is_destroyed_or_gets_new_keys_from_inside_of_its_folder_too(
    intake: CommandLine, vault: Path, named: str
) -> None:
    intake.folder = vault
    intake.ok("vault", "rekey", named, *CHEAP)
    assert {each.name for each in vault.parent.glob("vault*")} == {"vault"}
    done = intake.bare("vault", "destroy", named, stdin=b"vault\n")
    assert done.code == 0, done.err
    assert not list(vault.glob("header*"))


@pytest.mark.parametrize("typed", [b"", b"\n", b"yes\n", b"VAULT\n"])
def test_nothing_is_destroyed_unless_the_name_is_typed(
    intake: CommandLine, vault: Path, typed: bytes
) -> None:
    before = snapshot(vault)
    assert intake.bare("vault", "destroy", vault, stdin=typed).code == 2
    assert snapshot(vault) == before


def test_without_backups_that_is_said(intake: CommandLine, vault: Path) -> None:
    done = intake.bare("vault", "destroy", vault, stdin=b"vault\n")
    assert "No backup was found" in done.err


def test_a_vault_that_is_open_elsewhere_is_destroyed_and_told(
    intake: CommandLine, vault: Path
) -> None:
    with VaultLock.acquire(vault):
        done = intake.bare("vault", "destroy", vault, stdin=b"vault\n")
    assert done.code == 0
    assert "open in a window" in done.err
    assert not list(vault.glob("header*"))


def test_what_is_no_vault_is_left_alone(intake: CommandLine) -> None:
    for name in ("header.0", "header.1", "diary.txt"):
        (intake.folder / "mine").mkdir(exist_ok=True)
        (intake.folder / "mine" / name).write_bytes(b"my own " * 4000)
    before = snapshot(intake.folder / "mine")
    assert intake.bare("vault", "destroy", "mine", stdin=b"mine\n").code == 3
    assert intake.bare("vault", "destroy", "nowhere", stdin=b"nowhere\n").code == 3
    assert snapshot(intake.folder / "mine") == before


def test_the_locked_page_offers_it_when_somebody_has_said_so(
    intake: CommandLine, vault: Path
) -> None:
    assert not ending.is_offered(vault)
    assert intake.bare("vault", "destroy", vault, "--on-locked-page", "yes").code == 0
    assert ending.is_offered(vault)
    intake.ok("vault", "rekey", vault, *CHEAP)
    assert ending.is_offered(vault)
    assert intake.bare("vault", "destroy", vault, "--on-locked-page", "no").code == 0
    assert not ending.is_offered(vault)
    assert intake.bare("vault", "destroy", "nowhere", "--on-locked-page", "yes").code == 3


# --- rekey ----------------------------------------------------------------------------------------


def test_a_change_of_keys_names_the_backups_that_still_open(
    intake: CommandLine, vault: Path
) -> None:
    backup = backed_up(intake, vault)
    done = intake("vault", "rekey", vault, *CHEAP)
    assert done.code == 0
    assert str(backup) in done.err
    assert intake("case", "list", backup).code == 0
