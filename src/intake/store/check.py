"""Checks of an open database: pages, rows, search index, chain; repairs nothing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from intake.domain.progress import CancelToken, ProgressCallback, ignore_progress
from intake.errors import VaultDamagedError
from intake.store.chain import (
    REMOVED,
    TOMBSTONE,
    Entry,
    link_of,
    read_head,
    shifted,
    write_head,
)
from intake.store.connection import Database, Row, Scalar
from intake.store.migrations import version_of
from intake.store.search import words_digest
from intake.store.tables import DIGEST_BYTES, Guard, Table, guarded

_STEP = 500  # rows between two reports of progress


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong.

    Attributes:
        part: ``database``, ``search``, ``chain`` or ``mirror``.
        detail: What is wrong, as counts and names of tables; never anything out of a case.
    """

    part: str
    detail: str


class _Steps:
    """Counts rows, reports progress, and stops where the person asked for it."""

    def __init__(self, total: int, progress: ProgressCallback, cancel: CancelToken | None) -> None:
        self._done = 0
        self._total = total
        self._progress = progress
        self._cancel = cancel

    def step(self) -> None:
        self._done += 1
        if self._done % _STEP == 0 or self._done == self._total:
            self._progress(self._done, self._total)
            if self._cancel is not None:
                self._cancel.check()


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
        return (Finding("database", f"{bad} damaged pages"),)
    return (*_check_structure(db), *_check_search(db), *walk_chain(db, key, progress, cancel))


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
    try:
        version = version_of(db)
        tables = guarded(version, Guard.LIVE) + guarded(version, Guard.CHAINED)
        total = sum(_count(db, name) for name in ("chain", *(table.name for table in tables)))
        steps = _Steps(total, progress, cancel)
        expected = _walk_links(db, key, steps)
        if expected is None:
            return (Finding("chain", "an entry was changed or removed"),)
        chained = _walk_chained(db, guarded(version, Guard.CHAINED), expected, steps)
        return chained + _walk_live(db, guarded(version, Guard.LIVE), steps)
    except VaultDamagedError:
        return (Finding("database", "a page cannot be read"),)


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


def _check_structure(db: Database) -> tuple[Finding, ...]:
    found = []
    if db.rows("PRAGMA integrity_check") != [("ok",)]:
        found.append(Finding("database", "the structure is damaged"))
    found += [
        Finding("database", f"an index of {table} is not of today's rows")
        for index, table, condition in _PARTIAL
        if not _is_of_its_rows(db, index, table, condition)
    ]
    orphans = len(db.rows("PRAGMA foreign_key_check"))
    if orphans:
        found.append(Finding("database", f"{orphans} rows belong to nothing"))
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
        return (Finding("search", "the index is damaged"),)
    return (Finding("search", f"{wrong} cases are indexed wrongly"),) if wrong else ()


def _walk_links(db: Database, key: bytearray, steps: _Steps) -> dict[tuple[str, str], bytes] | None:
    """Return the newest digest of every row the chain knows, or ``None`` for a broken chain."""
    head = read_head(db)
    link, last = bytes(DIGEST_BYTES), 0
    newest: dict[tuple[str, str], bytes] = {}
    by_handle: dict[str, set[tuple[str, str]]] = {}
    rows = db.stream("SELECT number, handle, kind, row, digest, link FROM chain ORDER BY number")
    for *fields, stored in rows:
        entry = Entry(*fields)  # type: ignore[arg-type]  # the table is STRICT
        link, last = link_of(key, link, entry), last + 1
        if stored != link:
            return None
        if entry.kind == TOMBSTONE:
            for known in by_handle.pop(entry.handle, ()):
                newest.pop(known, None)
        else:
            newest[entry.kind, entry.row] = entry.digest
            if entry.handle:
                by_handle.setdefault(entry.handle, set()).add((entry.kind, entry.row))
        steps.step()
    if (last, link) != (head.entries, head.link):
        return None
    return {place: digest for place, digest in newest.items() if digest != REMOVED}


def _walk_chained(
    db: Database, tables: tuple[Table, ...], expected: dict[tuple[str, str], bytes], steps: _Steps
) -> tuple[Finding, ...]:
    salts = {row[0]: row[1] for row in db.stream("SELECT id, salt FROM cases")}
    changed: Counter[str] = Counter()
    for table in tables:
        for row in db.stream(table.select):
            place = (table.name, table.name_of(row))
            if expected.pop(place, None) != table.digest(row, _salt(table, row, salts)):
                changed[table.name] += 1
            steps.step()
    missing = Counter(name for name, _ in expected)
    return tuple(
        [Finding("chain", f"{name}: {count} rows changed") for name, count in changed.items()]
        + [Finding("chain", f"{name}: {count} rows missing") for name, count in missing.items()]
    )


def _salt(table: Table, row: Row, salts: dict[Scalar, Scalar]) -> bytes:
    if "case_id" not in table.columns:
        return b""
    salt = salts.get(row[table.columns.index("case_id")], b"")
    assert isinstance(salt, bytes)
    return salt


def _walk_live(db: Database, tables: tuple[Table, ...], steps: _Steps) -> tuple[Finding, ...]:
    total = 0
    changed: Counter[str] = Counter()
    for table in tables:
        for *row, seal in db.stream(table.select):
            assert isinstance(seal, bytes)
            if table.digest(tuple(row)) != seal:
                changed[table.name] += 1
            total = shifted(total, None, seal)
            steps.step()
    found = [Finding("chain", f"{name}: {count} rows changed") for name, count in changed.items()]
    if total != read_head(db).live:
        found.append(Finding("chain", "rows were removed or put back to an earlier state"))
    return tuple(found)


def _count(db: Database, name: str) -> int:
    return db.number(f"SELECT count(*) FROM {name}")  # noqa: S608 (names are constants)
