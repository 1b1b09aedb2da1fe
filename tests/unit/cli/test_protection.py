"""``intake vault protection``: what it prints, and that it asks for no passphrase."""

from __future__ import annotations

import pytest

from intake.services import protection
from intake.vault import hardening
from intake.vault.protection import Protection, ProtectionState, not_available
from tests.unit.cli.conftest import CHEAP, CommandLine, checked, snapshot


def test_it_tells_without_a_passphrase_and_writes_nothing(intake: CommandLine) -> None:
    intake.ok("vault", "create", "vault", *CHEAP)
    before = snapshot(intake.folder)
    found = checked("vault-protection", intake.bare("vault", "protection", "vault", "--json"))
    expected = protection.report(intake.folder / "vault")
    assert [each["name"] for each in found["surroundings"]] == [
        each.name for each in expected.surroundings
    ]
    assert found["warnings"] == expected.warnings
    assert snapshot(intake.folder) == before


def test_what_failed_stands_out_in_the_lines(
    intake: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    results = [
        Protection("umask", ProtectionState.ON),
        Protection("no_core_file", ProtectionState.FAILED, "errno-1"),
        not_available("no_screen_pictures"),
    ]
    monkeypatch.setattr(hardening, "_results", results)
    intake.ok("vault", "create", "vault", *CHEAP)
    done = intake.bare("vault", "protection", "vault")
    assert done.code == 0
    lines = done.out.splitlines()
    assert "FAILED             no core file (errno-1)" in lines
    assert "not available here no screen pictures" in lines
    assert len(lines) == 3 + 9
    assert "warning" in done.err


def test_a_sync_folder_is_named(intake: CommandLine) -> None:
    (intake.folder / "Dropbox").mkdir()
    intake.ok("vault", "create", "Dropbox/vault", *CHEAP)
    done = intake.bare("vault", "protection", "Dropbox/vault")
    assert "RISK               sync folder (Dropbox)" in done.out.splitlines()


def test_what_is_no_vault_is_refused(intake: CommandLine) -> None:
    done = intake.bare("vault", "protection", "nowhere", "--json")
    assert done.code != 0
    assert done.out == ""
