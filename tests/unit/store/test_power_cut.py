"""When the power goes, nothing is lost that was said to be saved; a disk that fails is said to."""

from __future__ import annotations

import itertools
import random
import shutil
from collections.abc import Sequence

import pytest
from sqlcipher3 import dbapi2

from intake.errors import DiskFullError, IntakeError, UnavailableError
from intake.store.store import Store
from tests.power.disk import Said, Step, after_a_power_cut, moments
from tests.power.recorder import recorded
from tests.unit.store.failing_disk import FailingDisk
from tests.unit.store.making import Vault, small_case
from tests.unit.store.writing_sessions import SAVES

pytestmark = pytest.mark.no_cover

SESSIONS = "tests.unit.store.writing_sessions"
IOERR_FSYNC = dbapi2.SQLITE_IOERR | (4 << 8)


def begin(vault: Vault) -> None:
    store = vault.create()
    store.add_cases([small_case("0 "), small_case("to be erased")])
    store.close()


def last_saved(steps: Sequence[Step]) -> int:
    return max((int(step.text) for step in steps if isinstance(step, Said)), default=0)


def losses(vault: Vault, session: str, cuts: int) -> tuple[int, int, int]:
    """Cut the power at random moments.

    Returns:
        How often saved text was lost, suspicion rose, and nothing was lost but a page was damaged.
    """
    begin(vault)
    before, steps = recorded(vault.folder, SESSIONS, session, str(vault.folder))
    assert last_saved(steps) == SAVES
    chance = random.Random(45)
    lost = suspected = damaged = 0
    for moment in moments(steps, cuts, chance):
        after_a_power_cut(before, steps[:moment], chance).put(vault.folder)
        store = vault.open()
        is_lost = newest(store) < last_saved(steps[:moment])
        lost += is_lost
        suspected += store.rollback is not None
        damaged += not is_lost and store.check() != ()
        store.close()
    print(f"{session}: {cuts} cuts, {lost} lost text")  # noqa: T201 (a figure, shown by -rP)
    return lost, suspected, damaged


def test_nothing_that_was_saved_is_lost_in_80_power_cuts(vault: Vault) -> None:
    assert losses(vault, "interview", 80) == (0, 0, 0)


@pytest.mark.slow
def test_nothing_that_was_saved_is_lost_in_2000_power_cuts(vault: Vault) -> None:
    assert losses(vault, "interview", 2000) == (0, 0, 0)


OTHER_JOURNALS = ["with_usual_journal", "without_waiting"]


@pytest.mark.parametrize("session", OTHER_JOURNALS)
def test_in_another_journal_the_same_cuts_lose_text_and_are_noticed(
    vault: Vault, session: str
) -> None:
    lost, suspected, _ = losses(vault, session, 40)
    assert 0 < lost <= suspected


@pytest.mark.slow
@pytest.mark.parametrize("session", OTHER_JOURNALS)
def test_in_another_journal_2000_cuts_lose_text_and_are_noticed(vault: Vault, session: str) -> None:
    lost, suspected, _ = losses(vault, session, 2000)
    assert 0 < lost <= suspected


def test_what_the_usual_journal_loses_is_the_removal_that_nobody_waits_for(vault: Vault) -> None:
    lost, suspected, _ = losses(vault, "with_usual_journal_and_names", 40)
    assert (lost, suspected) == (0, 0)


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
        disk = FailingDisk()
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
