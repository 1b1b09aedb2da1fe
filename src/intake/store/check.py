"""Checks of an open database: pages, rows, search index, chain; repairs nothing."""

from __future__ import annotations

from dataclasses import replace

from intake.domain.progress import CancelToken, ProgressCallback, ignore_progress
from intake.errors import VaultDamagedError
from intake.store.chain import Entry, link_of, read_head, write_head
from intake.store.connection import Database
from intake.store.migrations import version_of
from intake.store.search import words_digest
from intake.store.tables import DIGEST_BYTES, TABLES
from intake.store.walk import Finding, Flaw, Walk


def check_database(
    db: Database,
    key: bytearray,
    progress: ProgressCallback = ignore_progress,
    cancel: CancelToken | None = None,
) -> tuple[Finding, ...]:
    """Run every check on an open database; the log is written back first.

    Returns:
        What is wrong; empty when all is well.

    Raises:
        CancelledError: Stopped.
    """
    db.checkpoint()
    db.execute("PRAGMA shrink_memory")  # so that pages are read from the disk again
    bad = len(db.rows("PRAGMA cipher_integrity_check"))
    if bad:  # reading one of them would spoil the connection for the other checks
        return (Finding("database", Flaw.PAGES, bad),)
    return (*check_structure(db), *_check_search(db), *walk_chain(db, key, progress, cancel))


def walk_chain(
    db: Database,
    key: bytearray,
    progress: ProgressCallback = ignore_progress,
    cancel: CancelToken | None = None,
) -> tuple[Finding, ...]:
    """Recompute every link of the chain and the digest of every guarded row.

    Raises:
        CancelledError: Stopped.
    """
    return Walk(db, key, version_of(db)).finish(progress, cancel)


def relink(db: Database, key: bytearray) -> None:
    """Link the whole chain under a new key; it must have been walked under the old one before."""
    head = read_head(db)
    link = bytes(DIGEST_BYTES)
    with db.transaction():
        guard = str(db.value("SELECT sql FROM sqlite_schema WHERE name = 'chain_never_change'"))
        db.execute("DROP TRIGGER chain_never_change")
        for fields in db.rows(
            "SELECT number, handle, kind, row, digest FROM chain ORDER BY number"
        ):
            entry = Entry(*fields)  # type: ignore[arg-type]  # the table is STRICT
            link = link_of(key, link, entry)
            db.execute("UPDATE chain SET link = ? WHERE number = ?", (link, entry.number))
        db.execute(guard)
        write_head(db, replace(head, link=link))


# SQLite's own check finds no entry too many in an index of some rows only.
_PARTIAL = (
    ("cases_to_index", "cases", "indexed IS NULL"),
    ("cases_to_review", "cases", "needs_review = 1"),
    ("audit_by_case", "audit", "case_id IS NOT NULL"),
)


def check_structure(db: Database) -> tuple[Finding, ...]:
    """Check pages against each other: every tree, every index, every reference."""
    found = []
    if db.rows("PRAGMA integrity_check") != [("ok",)]:
        found.append(Finding("database", Flaw.STRUCTURE))
    return (*found, *_check_indexes(db))


def check_guarded(db: Database, cancel: CancelToken | None = None) -> tuple[Finding, ...]:
    """Check trees and indexes of the guarded tables, without the search index.

    A walk meets rows by their keys; whoever asks for the consent of a case, or for the bundles that
    hold it, goes by another index, and a page of that one can be put back too.

    Raises:
        CancelledError: Stopped.
    """
    try:
        for name in ("vault", "chain", *(table.name for table in TABLES)):
            if cancel is not None:
                cancel.check()
            known = db.one("SELECT 1 FROM sqlite_schema WHERE name = ?", (name,)) is not None
            if known and db.rows(f"PRAGMA integrity_check('{name}')") != [("ok",)]:
                return (Finding("database", Flaw.STRUCTURE),)
        return _check_indexes(db)
    except VaultDamagedError:
        return (Finding("database", Flaw.UNREADABLE),)


def _check_indexes(db: Database) -> tuple[Finding, ...]:
    found = [
        Finding("database", Flaw.PARTIAL_INDEX, table=table)
        for index, table, condition in _PARTIAL
        if not _is_of_its_rows(db, index, table, condition)
    ]
    orphans = len(db.rows("PRAGMA foreign_key_check"))
    if orphans:
        found.append(Finding("database", Flaw.ORPHANS, orphans))
    return tuple(found)


def _is_of_its_rows(db: Database, index: str, table: str, condition: str) -> bool:
    """Tell whether an index of some rows has as many entries as there are such rows."""
    if db.one("SELECT 1 FROM sqlite_schema WHERE name = ?", (index,)) is None:
        return True  # a vault of an earlier version has none
    count = f"SELECT count(*) FROM {table} {{how}} WHERE {condition}"  # noqa: S608 (constants of this module)
    entries = db.number(count.format(how=f"INDEXED BY {index}"))
    return entries == db.number(count.format(how="NOT INDEXED"))


def _check_search(db: Database) -> tuple[Finding, ...]:
    """Compare the index with its words, and the words with what the cases' rows know of them."""
    try:
        db.execute("INSERT INTO search (search) VALUES ('integrity-check')")
        rows = db.stream(
            "SELECT indexed, words FROM cases LEFT JOIN search ON search.rowid = cases.number"
            " WHERE indexed IS NOT NULL"
        )
        wrong = sum(words is None or words_digest(str(words)) != known for known, words in rows)
    except VaultDamagedError:
        return (Finding("search", Flaw.SEARCH),)
    return (Finding("search", Flaw.INDEXED_WRONGLY, wrong),) if wrong else ()
