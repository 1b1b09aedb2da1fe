"""Whatever is put back, removed or exchanged behind the program's back is noticed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from intake.domain.audit import Action
from intake.domain.ids import StatementId
from intake.errors import DiskFullError, IntakeError, RollbackError
from intake.store import mirror as mirror_module
from intake.store.connection import PAGE_BYTES, Database
from intake.store.store import Store
from tests.pages import plain_page
from tests.unit.store.making import DB_KEY, Vault, full_case, small_case

Change = Callable[[Store], None]


def copied(vault: Vault, name: str) -> Vault:
    """Return a copy of the folder as it is on the disk now: what a killed process leaves."""
    folder = vault.folder.with_name(name)
    shutil.copytree(vault.folder, folder)
    return Vault(folder, vault.generation)


def rollback_of(vault: Vault, **options: int) -> str | None:
    store = vault.open(generation=options.get("generation"))
    try:
        return store.rollback
    finally:
        store.close()


@pytest.fixture
def used(vault: Vault) -> Vault:
    store = vault.create()
    store.add_cases([full_case(), small_case("the first text")])
    store.close()
    return vault


def save(store: Store, text: str) -> None:
    case_id = store.cases.ids()[-1]
    [statement] = store.statements.of(case_id)
    with store.write() as tx:
        store.statements.save_draft(tx, statement.id, text, 0)


def decide(store: Store) -> None:
    case_id = store.cases.ids()[0]
    [statement] = store.statements.of(case_id)
    with store.write() as tx:
        store.marks.replace(tx, StatementId(statement.id), store.marks.of(statement.id)[:1])


def withdraw(store: Store) -> None:
    case_id = store.cases.ids()[1]
    consent = store.consents.current(store.cases.ids()[0])
    assert consent is not None
    with store.write() as tx:
        store.consents.save(tx, case_id, consent)


def edit(store: Store) -> None:
    save(store, "an edited text " * 300)


def spoil_older_slot(path: Path) -> None:
    # The vault was made (1) and cases were added (2): the newest slot is the first one.
    path.write_bytes(path.read_bytes()[:64] + os.urandom(64))


def test_an_honest_vault_is_never_suspected(used: Vault) -> None:
    for number in range(4):
        store = used.open()
        assert store.rollback is None
        save(store, f"text {number}")
        assert rollback_of(copied(used, f"killed {number}")) is None
        store.close()


def test_a_log_that_was_removed_is_noticed(used: Vault) -> None:
    store = used.open()
    save(store, "the only text")
    killed = copied(used, "killed")
    store.close()
    killed.log.unlink()
    assert rollback_of(killed) == "database"


@pytest.mark.parametrize("frames", [1, 2, 5])
def test_a_log_that_was_cut_is_noticed(used: Vault, frames: int) -> None:
    store = used.open()
    save(store, "a text that is checked")
    save(store, "another text")
    killed = copied(used, "killed")
    store.close()
    os.truncate(killed.log, 32 + frames * (24 + PAGE_BYTES))
    assert rollback_of(killed) == "database"


def test_an_older_database_is_noticed(used: Vault) -> None:
    old = used.database.read_bytes()
    store = used.open()
    save(store, "newer")
    store.close()
    used.database.write_bytes(old)
    assert rollback_of(used) == "database"


def test_an_older_mirror_is_noticed(used: Vault) -> None:
    old = used.mirror.read_bytes()
    store = used.open()
    save(store, "newer")
    save(store, "newest")
    store.close()
    used.mirror.write_bytes(old)
    assert rollback_of(used) == "mirror"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.unlink(),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(os.urandom(128)),
        lambda path: path.write_bytes(os.urandom(500)),
        spoil_older_slot,
    ],
    ids=["removed", "emptied", "overwritten", "too long", "older slot damaged"],
)
def test_a_mirror_that_says_nothing_is_noticed_and_made_whole(
    used: Vault, spoil: Callable[[Path], None]
) -> None:
    spoil(used.mirror)
    assert rollback_of(used) is not None
    store = used.open()
    assert store.rollback is not None  # until somebody settles it
    store.settle_rollback()
    store.close()
    assert rollback_of(used) is None


def test_another_line_of_history_with_the_same_number_of_commits_is_noticed(used: Vault) -> None:
    fork = copied(used, "fork")
    for vault, text in ((used, "what was said"), (fork, "what somebody else wrote")):
        store = vault.open()
        save(store, text)
        store.close()
    shutil.copy(fork.database, used.database)
    assert rollback_of(used) == "database"


def test_a_crash_between_commit_and_mirror_heals(
    used: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = used.mirror.read_bytes()
    store = used.open()
    save(store, "committed, but not mirrored")
    killed = copied(used, "killed")
    store.close()
    killed.mirror.write_bytes(before)
    assert rollback_of(killed) is None
    assert killed.mirror.read_bytes() != before
    assert rollback_of(killed) is None


def test_a_slot_torn_by_a_crash_heals(used: Vault) -> None:
    store = used.open()
    save(store, "mirrored by half")
    killed = copied(used, "killed")
    store.close()
    newest = (store._writer.head.counter % 2) * 64
    content = bytearray(killed.mirror.read_bytes())
    content[newest : newest + 30] = bytes(30)
    killed.mirror.write_bytes(content)
    assert rollback_of(killed) is None
    store = killed.open()
    save(store, "and on it goes")
    store.close()
    assert rollback_of(killed) is None


def test_a_commit_ahead_of_a_mirror_of_other_history_does_not_heal(used: Vault) -> None:
    fork = copied(used, "fork")
    store = fork.open()
    save(store, "one commit of another history")
    other = fork.mirror.read_bytes()
    store.close()
    store = used.open()
    save(store, "first")
    save(store, "second")
    store.close()
    used.mirror.write_bytes(other)
    assert rollback_of(used) == "mirror"


def test_a_mirror_that_cannot_be_written_fails_the_next_write_not_this_one(
    used: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = used.open()

    def refuse(*_: object) -> None:
        raise OSError(5, "refused")

    monkeypatch.setattr(mirror_module, "_sync", refuse)
    save(store, "committed and said so")
    with pytest.raises(IntakeError):
        save(store, "refused")
    monkeypatch.undo()
    save(store, "accepted again")
    store.close()
    assert rollback_of(used) is None
    store = used.open()
    assert store.cases.summaries()[0].preview == "accepted again"
    store.close()


def test_a_mirror_left_behind_is_written_at_close(
    used: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = used.open()
    with monkeypatch.context() as patch:
        patch.setattr(mirror_module, "_sync", lambda _: (_ for _ in ()).throw(OSError(5, "")))
        save(store, "committed")
    before = used.mirror.read_bytes()
    store.close()
    assert used.mirror.read_bytes() != before or store._writer._is_mirrored
    assert rollback_of(used) is None


def test_an_older_header_is_noticed(used: Vault) -> None:
    store = used.open()
    store.announce_generation(2)
    store.confirm_generation(2)
    assert store.generation == 2
    store.close()
    assert rollback_of(used, generation=1) == "header"


def test_a_newer_header_than_the_database_knows_is_noticed(used: Vault) -> None:
    assert rollback_of(used, generation=2) == "database"


@pytest.mark.parametrize("found", [1, 2, 3])
def test_a_crash_during_a_change_of_the_header_heals(used: Vault, found: int) -> None:
    store = used.open()
    store.announce_generation(3)
    store.close()
    assert rollback_of(used, generation=found) is None
    store = used.open(generation=found)
    assert store.generation == found
    assert store.rollback is None
    store.close()


def test_a_header_beyond_what_was_announced_is_noticed(used: Vault) -> None:
    store = used.open()
    store.announce_generation(3)
    store.close()
    assert rollback_of(used, generation=4) == "database"


def test_a_vault_that_was_put_back_stays_so_until_it_is_settled(used: Vault) -> None:
    old = used.database.read_bytes()
    store = used.open()
    save(store, "newer")
    save(store, "newest")
    commits = store._writer.head.counter
    store.close()
    used.database.write_bytes(old)
    for _ in range(2):
        store = used.open()
        assert store._writer.head.counter > commits
        with pytest.raises(RollbackError):
            store.refuse_rollback()
        save(store, "it can be read and written all the same")
        assert store.check() == ()
        store.close()
    store = used.open()
    store.settle_rollback()
    store.refuse_rollback()
    assert store.audit.newest(1)[0].action is Action.RESTORED
    store.close()
    assert rollback_of(used) is None


def test_a_note_of_rollback_is_not_lost_while_the_disk_is_full(
    used: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Database) -> None:
        raise DiskFullError

    used.mirror.unlink()
    with monkeypatch.context() as patch:
        patch.setattr(Database, "transaction", refuse)
        store = used.open()
        assert store.rollback == "mirror"
        with pytest.raises(DiskFullError):
            save(store, "no room")
    assert store.rollback == "mirror"
    save(store, "room again")
    store.close()
    assert rollback_of(used) == "mirror"


def test_a_restored_vault_can_be_treated_as_put_back(store: Store) -> None:
    store.mark_rolled_back("restore")
    with pytest.raises(RollbackError, match="restore"):
        store.refuse_rollback()


def test_the_state_digest_changes_with_every_write_and_only_then(store: Store) -> None:
    seen = {store.state_digest()}
    store.cases.summaries()
    assert store.state_digest() in seen
    for _ in range(3):
        with store.write():
            pass
        assert store.state_digest() not in seen
        seen.add(store.state_digest())


def test_a_page_put_back_while_the_vault_is_open_is_noticed_by_a_check(used: Vault) -> None:
    store = used.open()
    save(store, "an earlier text")
    store.checkpoint()
    before = used.database.read_bytes()
    save(store, "a later text")
    store.checkpoint()
    after = used.database.read_bytes()
    assert store.check() == ()
    pages = range(1, len(after) // PAGE_BYTES)
    # The texts are short enough to stand in the rows themselves: as draft, and as preview.
    place = next(n for n in pages if b"a later text" in plain_page(page_of(after, n), DB_KEY))
    with used.database.open("r+b") as file:
        file.seek(place * PAGE_BYTES)
        file.write(page_of(before, place))
    assert store.check() != ()
    store.close()


@pytest.mark.parametrize("change", [edit, decide, withdraw])
def test_every_single_page_put_back_is_noticed(used: Vault, change: Change) -> None:
    store = used.open()
    store.add_cases([small_case("more " * 700) for _ in range(3)])
    store.close()
    before = used.database.read_bytes()
    store = used.open()
    change(store)
    store.close()
    after = used.database.read_bytes()
    mirror = used.mirror.read_bytes()
    different = [
        page
        for page in range(1, min(len(before), len(after)) // PAGE_BYTES)  # the first has no rows
        if plain_page(page_of(before, page), DB_KEY) != plain_page(page_of(after, page), DB_KEY)
    ]
    assert len(different) > 2
    for page in different:
        start = page * PAGE_BYTES
        mixed = after[:start] + page_of(before, page) + after[start + PAGE_BYTES :]
        used.database.write_bytes(mixed)
        used.mirror.write_bytes(mirror)
        assert is_noticed(used), f"page {page} was put back and nobody noticed"


def page_of(content: bytes, page: int) -> bytes:
    return content[page * PAGE_BYTES : (page + 1) * PAGE_BYTES]


def is_noticed(vault: Vault) -> bool:
    try:
        store = vault.open()
    except IntakeError:
        return True
    try:
        return store.rollback is not None or store.check() != ()
    finally:
        store.close()
