"""A process that is killed while it saves loses nothing that it said was saved."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from intake.store.store import Store
from tests.unit.store.making import Vault, chain_of, small_case
from tests.unit.store.typist import REVISION_EVERY


def begin(vault: Vault) -> None:
    store = vault.create()
    store.add_cases([small_case("0 ")])
    store.close()


def type_and_kill(vault: Vault, acknowledgements: int) -> int:
    """Let a child save, kill it at a random moment, return the last number that it acknowledged."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.unit.store.typist", str(vault.folder)],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[3],
    )
    assert child.stdout is not None
    lines = [child.stdout.readline() for _ in range(acknowledgements)]
    # The next saves are under way; the kill falls somewhere between and inside of them.
    for _ in range(random.randrange(20_000)):
        pass
    os.kill(child.pid, signal.SIGKILL)
    lines += child.stdout.readlines()
    child.stdout.close()
    child.wait()
    whole = [int(line) for line in lines if line.endswith(b"\n")]
    assert whole, "the child saved nothing"
    return whole[-1]


def assert_nothing_lost(store: Store, acknowledged: int) -> None:
    assert store.rollback is None
    statement = store.statements.of(store.cases.ids()[0])[0]
    number = int(statement.text.split()[0])
    # One more may have been committed and not yet acknowledged.
    assert acknowledged <= number <= acknowledged + 1
    assert set(statement.text.split()[1:]) <= {"слова"}
    revisions = store.statements.revisions(statement.id)
    assert len(revisions) == number // REVISION_EVERY + 1  # and the one of the import
    assert [revision.number for revision in revisions] == list(range(1, len(revisions) + 1))


def kill_again_and_again(vault: Vault, times: int) -> None:
    begin(vault)
    for _ in range(times):
        acknowledged = type_and_kill(vault, random.randrange(1, 12))
        store = vault.open()
        assert_nothing_lost(store, acknowledged)
        assert chain_of(store) == ()
        store.close()
    store = vault.open()
    assert store.check() == ()
    store.close()


def test_nothing_that_was_acknowledged_is_lost_in_10_kills(vault: Vault) -> None:
    kill_again_and_again(vault, 10)


@pytest.mark.slow
def test_nothing_that_was_acknowledged_is_lost_in_200_kills(vault: Vault) -> None:
    kill_again_and_again(vault, 200)


def test_after_a_kill_a_removed_log_is_noticed(vault: Vault) -> None:
    begin(vault)
    type_and_kill(vault, 5)
    vault.log.unlink()
    store = vault.open()
    assert store.rollback == "database"
    store.close()


def test_after_a_kill_the_log_as_it_was_a_moment_before_is_noticed(vault: Vault) -> None:
    begin(vault)
    type_and_kill(vault, 3)
    before = vault.log.read_bytes()
    store = vault.open()
    with store.write() as tx:
        store.statements.save_draft(tx, store.statements.of(store.cases.ids()[0])[0].id, "9 ", 0)
    with store.write():
        pass
    store.close()
    vault.log.write_bytes(before)
    store = vault.open()
    found = (
        store.rollback is not None
        or int(store.statements.of(store.cases.ids()[0])[0].text.split()[0]) == 9
    )
    store.close()
    assert found
