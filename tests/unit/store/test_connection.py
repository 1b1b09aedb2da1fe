"""What the store opens, what it refuses, and the settings without which it does not work."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from intake.errors import (
    DamagedError,
    DestinationExistsError,
    DiskFullError,
    InUseError,
    NotAVaultError,
    ReadOnlyError,
    UnavailableError,
    UsageError,
    VaultDamagedError,
    VaultEmptyError,
    VaultMissingError,
    VaultTruncatedError,
)
from intake.store import connection
from intake.store.connection import (
    PAGE_BYTES,
    Database,
    create_file,
    expected_settings,
)
from intake.store.refusals import from_os_error
from intake.store.store import Store
from tests.unit.store.making import CHAIN_KEY, DB_KEY, VAULT_ID, Vault, small_case

PLAIN_DATABASE = b"SQLite format 3\x00" + os.urandom(3 * PAGE_BYTES)


@pytest.fixture
def closed(vault: Vault) -> Vault:
    store = vault.create()
    store.add_cases([small_case("word " * 400) for _ in range(20)])
    store.close()
    return vault


def flip(path: Path, place: int) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)


def names(vault: Vault) -> list[str]:
    return sorted(path.name for path in vault.folder.iterdir())


def cut(path: Path, length: int) -> None:
    os.truncate(path, length)


@pytest.mark.parametrize(
    ("spoil", "error"),
    [
        (lambda path: path.unlink(), VaultMissingError),
        (lambda path: path.write_bytes(b""), VaultEmptyError),
        (lambda path: cut(path, 1), VaultTruncatedError),
        (lambda path: cut(path, PAGE_BYTES - 1), VaultTruncatedError),
        (lambda path: cut(path, PAGE_BYTES), VaultTruncatedError),
        (lambda path: cut(path, 5 * PAGE_BYTES), VaultTruncatedError),
        (lambda path: cut(path, 5 * PAGE_BYTES + 7), VaultTruncatedError),
        (lambda path: path.write_bytes(PLAIN_DATABASE), NotAVaultError),
        (lambda path: path.write_bytes(PLAIN_DATABASE[:100]), NotAVaultError),
        (lambda path: path.write_bytes(b"Once upon a time. " * 1000), NotAVaultError),
        (lambda path: path.write_bytes(bytes(5 * PAGE_BYTES)), NotAVaultError),
        (lambda path: path.write_bytes(os.urandom(9 * PAGE_BYTES)), VaultDamagedError),
        (lambda path: flip(path, 3), VaultDamagedError),
        (lambda path: flip(path, 1000), VaultDamagedError),
    ],
    ids=[
        "missing",
        "empty",
        "one byte",
        "less than a page",
        "one page",
        "some pages",
        "some pages and a bit",
        "plain database",
        "start of a plain database",
        "text",
        "zeros",
        "somebody else's encrypted file",
        "damaged salt",
        "damaged first page",
    ],
)
def test_a_file_that_is_no_whole_vault_is_named_for_what_it_is_and_left_alone(
    closed: Vault, spoil: Callable[[Path], None], error: type[DamagedError]
) -> None:
    spoil(closed.database)
    before = closed.database.read_bytes() if closed.database.exists() else None
    mirror = closed.mirror.read_bytes()
    with pytest.raises(error):
        closed.open()
    after = closed.database.read_bytes() if closed.database.exists() else None
    assert after == before
    assert closed.mirror.read_bytes() == mirror
    assert names(closed) == ["mirror"] + (["vault.db"] if before is not None else [])


@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo])
def test_a_folder_or_a_pipe_in_its_place_is_refused_at_once(
    closed: Vault, make: Callable[[Path], None]
) -> None:
    closed.database.unlink()
    make(closed.database)
    with pytest.raises(NotAVaultError):
        closed.open()


def test_a_missing_folder_and_a_file_in_place_of_one_are_a_missing_vault(closed: Vault) -> None:
    with pytest.raises(VaultMissingError):
        Database.open(closed.folder / "nowhere" / "vault.db", bytearray(DB_KEY))
    with pytest.raises(VaultMissingError):
        Database.open(closed.database / "vault.db", bytearray(DB_KEY))


def test_a_path_that_the_system_refuses_is_said_not_to_answer(tmp_path: Path) -> None:
    with pytest.raises(UnavailableError):
        Database.open(tmp_path / ("x" * 5000), bytearray(DB_KEY))


def test_a_wrong_key_does_not_open_and_does_not_write(closed: Vault) -> None:
    before = closed.database.read_bytes()
    with pytest.raises(VaultDamagedError):
        closed.open(db_key=bytes(32))
    assert closed.database.read_bytes() == before
    closed.open().close()


def test_the_vault_of_somebody_else_under_the_same_key_is_refused(closed: Vault) -> None:
    with pytest.raises(VaultDamagedError):
        closed.open(vault_id=b"another vault id")
    closed.open().close()


def test_a_database_without_tables_is_damaged(vault: Vault) -> None:
    Database.create(vault.database, bytearray(DB_KEY)).close()
    with pytest.raises(VaultDamagedError):
        vault.open()


@pytest.mark.parametrize("there", ["database", "mirror"])
def test_creating_never_overwrites_and_leaves_nothing_behind(vault: Vault, there: str) -> None:
    path = getattr(vault, there)
    path.write_bytes(b"something of somebody")
    with pytest.raises(DestinationExistsError):
        vault.create()
    assert path.read_bytes() == b"something of somebody"
    assert names(vault) == [path.name]


def test_what_cannot_be_finished_at_creation_is_removed(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise DiskFullError

    monkeypatch.setattr("intake.store.store.upgrade", refuse)
    with pytest.raises(DiskFullError):
        vault.create()
    assert names(vault) == []


def test_a_database_that_cannot_be_set_up_is_removed(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "_BY_DEFAULT", (("cipher_use_hmac", "0"),))
    with pytest.raises(UnavailableError, match="cipher_use_hmac"):
        vault.create()
    assert names(vault) == []


def test_files_of_a_vault_are_its_owners_alone(store: Store, vault: Vault) -> None:
    assert {path.name: path.stat().st_mode & 0o077 for path in vault.folder.iterdir()} == {
        "vault.db": 0,
        "vault.db-wal": 0,
        "mirror": 0,
    }


def test_a_folder_that_cannot_be_written_is_said_to_be_read_only() -> None:
    with pytest.raises(UnavailableError):
        create_file(Path("/proc/made-up"))


def test_a_file_that_cannot_be_written_is_refused_before_it_is_opened(
    closed: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)  # nobody stops an administrator
    with pytest.raises(ReadOnlyError):
        closed.open()


def test_a_file_that_cannot_be_read_is_unavailable(
    closed: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "refused")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ReadOnlyError):
        closed.open()


@pytest.mark.parametrize(
    ("number", "error"),
    [
        (errno.ENOSPC, DiskFullError),
        (errno.EDQUOT, DiskFullError),
        (errno.EFBIG, DiskFullError),
        (errno.EROFS, ReadOnlyError),
        (errno.EACCES, ReadOnlyError),
        (errno.EIO, UnavailableError),
    ],
)
def test_errors_of_the_system_become_errors_for_people(
    number: int, error: type[UnavailableError]
) -> None:
    assert type(from_os_error(OSError(number, "a text with a path"))) is error


def test_a_second_opening_is_refused_in_the_same_process_and_the_first_goes_on(
    store: Store, vault: Vault
) -> None:
    with pytest.raises(InUseError):
        vault.open()
    store.add_cases([small_case()])
    assert in_another_process(vault) == "InUseError"
    store.add_cases([small_case()])
    assert store.cases.count() == 2


def test_another_name_of_the_same_file_is_known_to_be_the_same(store: Store, vault: Vault) -> None:
    other = Vault(vault.folder.with_name("other"))
    other.folder.symlink_to(vault.folder)
    with pytest.raises(InUseError):
        other.open()


def in_another_process(vault: Vault) -> str:
    code = f"""
from pathlib import Path
from tests.unit.store.making import Vault
try:
    Vault(Path({str(vault.folder)!r})).open().close()
    print("opened")
except Exception as error:
    print(type(error).__name__)
"""
    return subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout.strip()


def test_a_vault_that_was_closed_opens_in_another_process(closed: Vault) -> None:
    assert in_another_process(closed) == "opened"


def test_a_key_of_the_wrong_length_is_never_taken_for_a_passphrase(vault: Vault) -> None:
    for length in (0, 31, 33):
        with pytest.raises(AssertionError):
            Database.create(vault.database, bytearray(length))
        assert not vault.database.exists()


def test_the_text_of_the_key_is_the_key_in_hex_and_is_wiped_after_use(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[tuple[bytearray, bytes]] = []
    original = connection._key_text

    def watch(key: bytearray) -> bytearray:
        text = original(key)
        made.append((text, bytes(text)))
        return text

    monkeypatch.setattr(connection, "_key_text", watch)
    vault.create().close()
    [(text, before)] = made
    assert before == b"x'" + DB_KEY.hex().encode() + b"'"
    assert text == bytearray(67)


def test_a_key_text_of_the_wrong_length_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "_KEY_TEXT_LENGTH", 66)
    with pytest.raises(AssertionError):
        connection._key_text(bytearray(32))


def test_the_keys_that_were_handed_in_stay_with_the_caller(vault: Vault) -> None:
    db_key, chain_key = bytearray(DB_KEY), bytearray(CHAIN_KEY)
    store = Store.create(
        vault.database,
        db_key=db_key,
        chain_key=chain_key,
        mirror_path=vault.mirror,
        vault_id=VAULT_ID,
        header_generation=1,
    )
    own = store._writer.key
    assert own is not chain_key
    store.close()
    assert own == bytearray(32)
    assert (bytes(db_key), bytes(chain_key)) == (DB_KEY, CHAIN_KEY)


OTHER_VALUES = {
    "synchronous": "NORMAL",
    "secure_delete": "OFF",
    "foreign_keys": "OFF",
    "trusted_schema": "ON",
    "cell_size_check": "OFF",
    "temp_store": "FILE",
    "mmap_size": "65536",
    "journal_size_limit": "-1",
    "journal_mode": "DELETE",
}
# Cannot be changed once an encrypted database was opened: what is expected is changed instead.
FIXED = {
    "cipher_memory_security": "0",
    "cipher_status": "0",
    "cipher_use_hmac": "0",
    "cipher_page_size": "1024",
    "locking_mode": "normal",
    "auto_vacuum": 0,
}


def test_the_lists_below_name_every_setting() -> None:
    assert {name for name, _ in expected_settings()} == set(OTHER_VALUES) | set(FIXED)


@pytest.mark.parametrize("name", OTHER_VALUES)
def test_a_setting_that_is_not_in_force_is_noticed(store: Store, name: str) -> None:
    store._db.assert_settings()
    before = store._db.value(f"PRAGMA {name}")
    store._db.rows(f"PRAGMA {name} = {OTHER_VALUES[name]}")
    try:
        with pytest.raises(UnavailableError, match=name):
            store._db.assert_settings()
    finally:
        store._db.rows(f"PRAGMA {name} = {before!s}")


@pytest.mark.parametrize("name", FIXED)
def test_a_setting_that_cannot_change_is_compared_too(
    store: Store, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoiled = tuple((n, FIXED[n] if n == name else v) for n, v in expected_settings())
    monkeypatch.setattr(connection, "expected_settings", lambda: spoiled)
    with pytest.raises(UnavailableError, match=name):
        store._db.assert_settings()


def test_an_old_library_is_refused(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "_CIPHER_VERSION", (99, 0))
    with pytest.raises(UnavailableError, match="too old"):
        vault.create()


def test_an_index_that_would_keep_deleted_words_is_refused(vault: Vault) -> None:
    store = vault.create()
    store._db.execute("INSERT INTO search (search, rank) VALUES ('secure-delete', 0)")
    store.close()
    with pytest.raises(UnavailableError, match="deleted words"):
        vault.open()


def test_there_is_never_a_file_of_shared_memory(closed: Vault) -> None:
    store = closed.open()
    store.add_cases([small_case()])
    assert names(closed) == ["mirror", "vault.db", "vault.db-wal"]
    store.close()
    assert names(closed) == ["mirror", "vault.db"]


def test_nothing_reaches_standard_error_even_when_pages_are_damaged(closed: Vault) -> None:
    flip(closed.database, 9 * PAGE_BYTES + 50)
    code = f"""
from pathlib import Path
from tests.unit.store.making import Vault
store = Vault(Path({str(closed.folder)!r})).open()
assert store.check()
store.close()
try:
    Vault(Path({str(closed.folder)!r})).open(db_key=bytes(32))
except Exception as error:
    print(type(error).__name__)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "VaultDamagedError\n", "")


@pytest.mark.parametrize(
    "use",
    [
        lambda store: store.cases.count(),
        lambda store: store.add_cases([small_case()]),
        Store.close,
        Store.close_without_checkpoint,
    ],
)
def test_another_thread_is_refused_and_spoils_nothing(
    store: Store, use: Callable[[Store], object]
) -> None:
    caught: list[BaseException] = []

    def run() -> None:
        try:
            use(store)
        except AssertionError as error:
            caught.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert len(caught) == 1
    store.add_cases([small_case()])
    assert store.check() == ()


def test_half_a_character_in_a_field_of_codes_is_refused_and_nothing_is_written(
    store: Store,
) -> None:
    file = small_case()
    store.add_cases([file])
    with pytest.raises(UsageError, match="half of a character"), store.write() as tx:
        store.statements.set_language(tx, file.statements[0].id, "half \ud83d")
    assert store.statements.get(file.statements[0].id).language == file.statements[0].language
    with pytest.raises(UsageError):
        store.cases.find("\ud83d")


@pytest.mark.parametrize("read", [Database.rows, lambda db, sql: list(db.stream(sql))])
def test_a_damaged_page_in_the_middle_of_a_query_is_damage(
    vault: Vault, read: Callable[[Database, str], object]
) -> None:
    database = Database.create(vault.database, bytearray(DB_KEY))
    database.execute("CREATE TABLE rows (number INTEGER PRIMARY KEY, content BLOB)")
    with database.transaction():
        for number in range(300):
            database.execute("INSERT INTO rows VALUES (?, ?)", (number, bytes(3000)))
    database.close()
    flip(vault.database, vault.database.stat().st_size - 9 * PAGE_BYTES)
    database = Database.open(vault.database, bytearray(DB_KEY))
    assert database.value("SELECT number FROM rows LIMIT 1") == 0
    with pytest.raises(VaultDamagedError):
        read(database, "SELECT * FROM rows")
    database.close()


def test_a_database_that_takes_no_writes_says_so_and_can_be_read(store: Store) -> None:
    store.add_cases([small_case()])
    store._db.rows("PRAGMA query_only = ON")
    with pytest.raises(ReadOnlyError):
        store.add_cases([small_case()])
    assert store.cases.count() == 1
    store._db.rows("PRAGMA query_only = OFF")


def test_a_mistake_in_a_statement_is_no_error_for_people(store: Store) -> None:
    with pytest.raises(dbapi2.OperationalError, match="no such table"):
        store._db.execute("SELECT * FROM nowhere")


def test_a_full_page_limit_is_a_full_disk(store: Store) -> None:
    pages = store._db.number("PRAGMA page_count")
    store._db.rows(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(DiskFullError):
        store.add_cases([small_case("long " * 9000)])
    store._db.rows("PRAGMA max_page_count = 1000000")
    assert store.cases.count() == 0
    store.add_cases([small_case("long " * 9000)])
    assert store.check() == ()
