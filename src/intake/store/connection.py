"""One SQLCipher connection with every safety setting set and asserted; knows no tables."""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2

from intake.errors import (
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
from intake.store.refusals import from_os_error, why_disk_refused

Scalar = str | int | bytes | None
Row = tuple[Scalar, ...]

KEY_BYTES = 32
PAGE_BYTES = 4096
_KEY_TEXT_LENGTH = 67  # x'<64 hex>'; one character less silently becomes a passphrase
_PLAIN_MAGIC = b"SQLite format 3\x00"
# 4096 random bytes hold nearly all 256 values; a text, a picture's head or zeros far fewer.
_DISTINCT_BYTES_OF_CIPHERTEXT = 200
_CIPHER_VERSION = (4, 19)
_BATCH = 256
_FULL = "database or disk is full"  # a backup gives no code

# Pragmas, the value to set, and what must be in force afterwards. Locking comes before anything is
# read: afterwards there would be a file of shared memory.
_BEFORE_READING = (
    ("cipher_memory_security", "ON", "1"),
    ("locking_mode", "EXCLUSIVE", "exclusive"),
)
# Setting it writes to the file, even when it is in force already.
_AT_CREATION = (("auto_vacuum", "INCREMENTAL", 2),)
_AT_OPENING = (
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),
    ("secure_delete", "ON", 1),
    ("foreign_keys", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("temp_store", "MEMORY", 2),
    ("mmap_size", "0", 0),
    ("journal_size_limit", "0", 0),
)
_BY_DEFAULT = (
    ("cipher_status", "1"),
    ("cipher_use_hmac", "1"),
    ("cipher_page_size", str(PAGE_BYTES)),
)

# POSIX drops a process's locks on a file as soon as that process closes any descriptor of it; a
# second opening in the same process must therefore be refused before the file is touched.
_open_files: set[tuple[int, int]] = set()
# Closing a connection writes the log back; one that must not waits here for the process to end.
_abandoned: list[object] = []


def expected_settings() -> tuple[tuple[str, str | int], ...]:
    """Return every pragma that must be in force on an open store, with its value."""
    chosen = (*_BEFORE_READING, *_AT_CREATION, *_AT_OPENING)
    return _BY_DEFAULT + tuple((name, expected) for name, _, expected in chosen)


def create_file(path: Path) -> None:
    """Create an empty file that only its owner can read.

    Raises:
        DestinationExistsError: Something is there already.
        UnavailableError: The folder is missing, read-only, or its disk full.
    """
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        raise DestinationExistsError(path=str(path)) from None
    except OSError as error:
        raise from_os_error(error) from None


def remove_database(path: Path) -> None:
    """Remove a database that was just created, with its log or journal."""
    path.unlink()
    for ending in ("-wal", "-journal"):
        path.with_name(f"{path.name}{ending}").unlink(missing_ok=True)


def examine(path: Path) -> None:
    """Tell a file that can be a vault's database from one that cannot, before it is opened.

    Raises:
        VaultEmptyError: It has no content.
        VaultTruncatedError: It is shorter than one page.
        NotAVaultError: It is a plain database, or no encrypted file at all.
    """
    try:
        with path.open("rb") as file:
            start = file.read(PAGE_BYTES)
    except OSError as error:
        raise from_os_error(error) from None
    if not start:
        raise VaultEmptyError(name=path.name)
    if start.startswith(_PLAIN_MAGIC):
        raise NotAVaultError(path=str(path))
    if len(start) < PAGE_BYTES:
        raise VaultTruncatedError(name=path.name)
    if len(set(start)) < _DISTINCT_BYTES_OF_CIPHERTEXT:
        raise NotAVaultError(path=str(path))


class Database:
    """An open connection, confined to the thread that opened it.

    Errors of the library become errors for people; their own text is dropped, because it may quote
    a value.
    """

    access = "mode=rw"

    def __init__(self, path: Path, key: bytearray, *, fresh: bool) -> None:
        self.path = path
        self._thread = threading.get_ident()
        self._file = _identity(path)
        if self._file in _open_files:
            raise InUseError
        if not fresh:
            examine(path)
            self.require_access()
        try:
            self._connection = dbapi2.connect(
                f"{path.absolute().as_uri()}?{self.access}",
                uri=True,
                isolation_level=None,
                timeout=0,
                cached_statements=256,
            )
        except dbapi2.Error as error:  # it went away after it was looked at
            raise self._for_people(error) from None
        _open_files.add(self._file)
        try:
            self._configure(key, fresh=fresh)
        except BaseException:
            self.close()
            raise

    @classmethod
    def create(cls, path: Path, key: bytearray) -> Database:
        """Create a database file that must not exist yet, and open it."""
        create_file(path)
        try:
            return cls(path, key, fresh=True)
        except BaseException:
            remove_database(path)
            raise

    @classmethod
    def open(cls, path: Path, key: bytearray) -> Database:
        """Open an existing database file.

        Raises:
            VaultMissingError: Nothing is there; nothing was created.
            DamagedError: The file is empty, cut short, foreign or damaged; it was not changed.
            InUseError: Somebody has it open.
        """
        return cls(path, key, fresh=False)

    def require_access(self) -> None:
        """Refuse a file that cannot be used as it is meant to be.

        Raises:
            ReadOnlyError: It cannot be written.
        """
        if not os.access(self.path, os.W_OK):
            raise ReadOnlyError

    def _begin(self, key: bytearray) -> None:
        """Give the key, and read the first page with it."""
        self._connection.execute("PRAGMA cipher_log = off")  # its default writes to standard error
        text = _key_text(key)
        try:
            self._connection.set_key(text)
        finally:
            text[:] = bytes(len(text))
        self._set(_BEFORE_READING)
        self._read_first_page()

    def _configure(self, key: bytearray, *, fresh: bool) -> None:
        self._begin(key)
        if fresh:
            self._set(_AT_CREATION)
        self._set(_AT_OPENING)
        self.assert_settings()

    def _set(self, pragmas: tuple[tuple[str, str, str | int], ...]) -> None:
        for name, value, _ in pragmas:
            self.execute(f"PRAGMA {name} = {value}").fetchall()

    def _read_first_page(self) -> None:
        """Tell a wrong length from damage: both keep the library from reading any further."""
        try:
            self._connection.execute("PRAGMA user_version").fetchall()
        except dbapi2.Error as error:
            if _primary_code(error) == dbapi2.SQLITE_CORRUPT:
                raise VaultTruncatedError(name=self.path.name) from None
            raise self._for_people(error) from None

    def assert_settings(self) -> None:
        """Refuse to go on unless every setting is in force.

        Raises:
            UnavailableError: A setting is not in force; its name is given.
        """
        self._assert_in_force(expected_settings())

    def _assert_in_force(self, settings: tuple[tuple[str, str | int], ...]) -> None:
        version = str(self.value("PRAGMA cipher_version")).split(maxsplit=1)[0]
        if tuple(int(part) for part in version.split(".")[:2]) < _CIPHER_VERSION:
            raise UnavailableError(reason="the database library is too old")
        for name, expected in settings:
            if self.value(f"PRAGMA {name}") != expected:
                raise UnavailableError(reason=f"the database setting {name} is not in force")

    def assert_thread(self) -> None:
        """Refuse to go on in any thread but the one that opened the database."""
        if threading.get_ident() != self._thread:
            raise AssertionError("the store belongs to the thread that opened it")

    def execute(self, sql: str, parameters: Sequence[Scalar] = ()) -> dbapi2.Cursor:
        """Run one statement.

        Raises:
            UnavailableError: Disk full, read-only, in use or not answering.
            VaultDamagedError: A page is damaged.
            UsageError: A text holds half of a character and cannot be kept.
        """
        self.assert_thread()
        try:
            return self._connection.execute(sql, parameters)
        except dbapi2.Error as error:
            raise self._for_people(error) from None
        except UnicodeEncodeError:
            raise UsageError(what="A text holds half of a character and cannot be kept") from None

    def rows(self, sql: str, parameters: Sequence[Scalar] = ()) -> list[Row]:
        """Return all rows of a query."""
        cursor = self.execute(sql, parameters)
        try:
            found: list[Row] = cursor.fetchall()
        except dbapi2.Error as error:
            raise self._for_people(error) from None
        return found

    def one(self, sql: str, parameters: Sequence[Scalar] = ()) -> Row | None:
        """Return the only row of a query, or ``None``."""
        found = self.rows(sql, parameters)
        return found[0] if found else None

    def value(self, sql: str, parameters: Sequence[Scalar] = ()) -> Scalar:
        """Return the first value of the only row, or ``None`` when there is no row."""
        row = self.one(sql, parameters)
        return None if row is None else row[0]

    def number(self, sql: str, parameters: Sequence[Scalar] = ()) -> int:
        """Return the first value of the only row, a whole number."""
        found = self.value(sql, parameters)
        assert isinstance(found, int)
        return found

    def stream(self, sql: str, parameters: Sequence[Scalar] = ()) -> Iterator[Row]:
        """Yield the rows of a query without holding all of them."""
        cursor = self.execute(sql, parameters)
        while True:
            try:
                batch: list[Row] = cursor.fetchmany(_BATCH)
            except dbapi2.Error as error:
                raise self._for_people(error) from None
            if not batch:
                return
            yield from batch

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return bool(self._connection.in_transaction)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit what the block writes, or nothing of it when it raises."""
        self.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.execute("COMMIT")
        except BaseException:
            if self.in_transaction:  # on some errors the library has rolled back already
                self.execute("ROLLBACK")
            raise

    def checkpoint(self) -> None:
        """Move the whole log into the file and cut it to nothing."""
        self.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def backup_into(self, target: Database) -> None:
        """Copy every page into an empty database, under that database's own key.

        A page that cannot be read is copied as rubbish: only a check of the copy tells.
        """
        try:
            self._connection.backup(target._connection)
        except dbapi2.Error as error:
            raise (
                DiskFullError() if str(error) == _FULL else why_disk_refused(target.path)
            ) from None

    def close(self) -> None:
        """Close; as the last act the library writes the log back into the file."""
        _open_files.discard(self._file)
        self._connection.close()

    def abandon(self) -> None:
        """Let go without writing the log back; the process is about to end."""
        _abandoned.append(self._connection)

    def _for_people(self, error: dbapi2.Error) -> Exception:
        found: Exception = error
        code = _primary_code(error)
        if code == dbapi2.SQLITE_FULL:
            return DiskFullError()
        if code == dbapi2.SQLITE_READONLY:
            return ReadOnlyError()
        if code in {dbapi2.SQLITE_BUSY, dbapi2.SQLITE_LOCKED}:
            return InUseError()
        if code in {dbapi2.SQLITE_IOERR, dbapi2.SQLITE_CANTOPEN}:
            return why_disk_refused(self.path)
        if code in {dbapi2.SQLITE_CORRUPT, dbapi2.SQLITE_NOTADB}:
            return VaultDamagedError(part="database")
        return found


def _identity(path: Path) -> tuple[int, int]:
    """Return what a file is to the system, whatever its name; a folder or a pipe is refused."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise VaultMissingError(path=str(path)) from None
    except OSError as error:
        raise from_os_error(error) from None
    if not stat.S_ISREG(found.st_mode):
        raise NotAVaultError(path=str(path))
    return found.st_dev, found.st_ino


def _key_text(key: bytearray) -> bytearray:
    """Return the key as the library wants it, without leaving a copy behind."""
    if len(key) != KEY_BYTES:
        raise AssertionError("a database key has 32 bytes")
    text = bytearray(b"x'" + bytes(2 * KEY_BYTES) + b"'")
    for index, byte in enumerate(key):
        text[2 + 2 * index] = b"0123456789abcdef"[byte >> 4]
        text[3 + 2 * index] = b"0123456789abcdef"[byte & 15]
    if len(text) != _KEY_TEXT_LENGTH:
        raise AssertionError("the key's text has the wrong length")
    return text


def _primary_code(error: dbapi2.Error) -> int:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF
