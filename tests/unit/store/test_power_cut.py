"""When the power goes, nothing is lost that was said to be saved; a disk that fails is said to."""

from __future__ import annotations

import itertools
import random
import shutil
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from intake.domain.audit import Action
from intake.domain.statement import RevisionReason
from intake.errors import DiskFullError, IntakeError, UnavailableError
from intake.store import connection
from intake.store.store import Store
from tests.unit.store.making import Vault, small_case
from tests.unit.store.watched_disk import Call, WatchedDisk, state_after_a_power_cut

SAVES = 40
IOERR_FSYNC = dbapi2.SQLITE_IOERR | (4 << 8)


def begin(vault: Vault) -> None:
    store = vault.create()
    store.add_cases([small_case("0 "), small_case("to be erased")])
    store.close()


def session(vault: Vault, disk: WatchedDisk, *, checkpoints: bool = True) -> None:
    """Work as in an interview: drafts, revisions, a checkpoint, one case erased, the end."""
    store = vault.open()
    [case_id, other] = store.cases.ids()
    statement = store.statements.of(case_id)[0]
    for number in range(1, SAVES + 1):
        with store.write() as tx:
            store.statements.save_draft(tx, statement.id, f"{number} " + "слова " * 900, 0)
            if number % 8 == 0:
                store.statements.freeze(tx, statement.id, RevisionReason.TEN_MINUTES)
        disk.note(str(number))
        if checkpoints and number == SAVES // 2:
            store.checkpoint()
            with store.write(Action.CASE_ERASED) as tx:
                store.cases.erase(tx, other)
            store.search.find("слова")
    store.close()


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def recorded(vault: Vault) -> tuple[dict[str, bytes], list[Call]]:
    """Run a session and return the files before it and what it did to the disk."""
    begin(vault)
    before = contents(vault.folder)
    disk = WatchedDisk()
    with disk.installed():
        session(vault, disk)
    assert {call.name for call in disk.calls if call.kind == "sync"} == {
        "vault.db",
        "vault.db-wal",
        "mirror",
    }
    return before, disk.calls


def losses(vault: Vault, states: int) -> tuple[int, int]:
    """Cut the power at random moments; return how often saved text was lost, or suspicion rose."""
    before, calls = recorded(vault)
    chance = random.Random(45)
    lost = suspected = 0
    for _ in range(states):
        done = calls[: chance.randrange(len(calls) + 1)]
        saved = max((int(call.name) for call in done if call.kind == "note"), default=0)
        shutil.rmtree(vault.folder)
        vault.folder.mkdir()
        for name, content in state_after_a_power_cut(before, done, chance).items():
            vault.folder.joinpath(name).write_bytes(content)
        store = vault.open()
        number = int(store.statements.of(store.cases.ids()[0])[0].text.split()[0])
        lost += number < saved
        suspected += store.rollback is not None
        if number >= saved:
            assert store.check() == ()
        store.close()
    return lost, suspected


def test_nothing_that_was_saved_is_lost_in_80_power_cuts(vault: Vault) -> None:
    assert losses(vault, 80) == (0, 0)


@pytest.mark.slow
def test_nothing_that_was_saved_is_lost_in_2000_power_cuts(vault: Vault) -> None:
    assert losses(vault, 2000) == (0, 0)


def test_without_a_sync_at_each_commit_the_same_cuts_lose_text_and_are_noticed(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    weak = tuple(
        ("synchronous", "NORMAL", 1) if name == "synchronous" else (name, value, expected)
        for name, value, expected in connection._AT_OPENING
    )
    monkeypatch.setattr(connection, "_AT_OPENING", weak)
    lost, suspected = losses(vault, 40)
    assert lost > 0
    assert suspected >= lost


def newest(store: Store) -> int:
    return int(store.statements.of(store.cases.ids()[0])[0].text.split()[0])


def save(store: Store, number: int) -> None:
    statement = store.statements.of(store.cases.ids()[0])[0]
    with store.write() as tx:
        store.statements.save_draft(tx, statement.id, f"{number} " + "слова " * 300, 0)


class Failing:
    """Makes one call of a kind fail, counted from the moment it is armed."""

    def __init__(self, kind: str, index: int, code: int) -> None:
        self._kind, self._left, self._code = kind, index, code
        self.failed = False
        self.is_armed = True

    def __call__(self, kind: str) -> int:
        if kind != self._kind or not self.is_armed:
            return 0
        self._left -= 1
        self.failed = self.failed or self._left == -1
        return self._code if self._left == -1 else 0


@pytest.mark.parametrize(
    ("kind", "code", "error"),
    [("write", dbapi2.SQLITE_FULL, DiskFullError), ("sync", IOERR_FSYNC, UnavailableError)],
)
def test_a_call_that_fails_is_said_and_everything_earlier_stays(
    vault: Vault, kind: str, code: int, error: type[IntakeError]
) -> None:
    begin(vault)
    copy = Vault(vault.folder.with_name("copy"))
    number = last = 0
    for index in itertools.count():
        disk = WatchedDisk()
        with disk.installed():
            store = vault.open()
            last = newest(store)
            disk.fail = failing = Failing(kind, index, code)
            for _ in range(2):
                number += 1
                try:
                    save(store, number)
                except error:
                    # Whether the disk has the text or not, nobody was told that it is saved.
                    assert newest(store) == last
                    failing.is_armed = False
                    shutil.copytree(vault.folder, copy.folder)
                    assert_holds(copy, last)
                    shutil.rmtree(copy.folder)
                else:
                    last = number
                    assert newest(store) == last
            store.close()
        if not failing.failed:
            break
    assert index > 1
    assert_holds(vault, last)


def assert_holds(vault: Vault, number: int) -> None:
    store = vault.open()
    assert newest(store) >= number
    assert store.rollback is None
    assert store.check() == ()
    store.close()
