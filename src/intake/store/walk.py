"""Walks the chain and every guarded row, in small steps between which the vault may be written."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from intake.domain.progress import CancelToken, ProgressCallback
from intake.errors import VaultDamagedError
from intake.store.chain import REMOVED, TOMBSTONE, Entry, link_of, read_head, shifted
from intake.store.connection import Database, Row, Scalar
from intake.store.tables import DIGEST_BYTES, Guard, Table, guarded

_REPORT_EVERY = 500  # rows between two reports of progress
# Rows that one step reads: a step is over in a few milliseconds.
_PAGE = 64
_PAGE_OF_TEXTS = 4
_LEAST = -(2**63)

Place = tuple[str, str]  # table and row, as the chain names them


class Flaw(StrEnum):
    """What can be wrong with a database, in words; a front end puts them into its language."""

    PAGES = "{count} damaged pages"
    STRUCTURE = "the structure is damaged"
    UNREADABLE = "a page cannot be read"
    PARTIAL_INDEX = "an index of {table} is not of today's rows"
    ORPHANS = "{count} rows belong to nothing"
    SEARCH = "the index is damaged"
    INDEXED_WRONGLY = "{count} cases are indexed wrongly"
    ENTRY = "an entry was changed or removed"
    CHANGED = "{table}: {count} rows changed"
    MISSING = "{table}: {count} rows missing"
    PUT_BACK = "rows were removed or put back to an earlier state"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, as counts and names of tables; never anything out of a case.

    Attributes:
        part: ``database``, ``search``, ``chain`` or ``mirror``.
        flaw: What is wrong.
        count: How many rows, pages or cases, where the flaw counts some.
        table: Which table, where the flaw names one.
    """

    part: str
    flaw: Flaw
    count: int = 0
    table: str = ""

    @property
    def detail(self) -> str:
        """What is wrong, in words."""
        return self.flaw.format(count=self.count, table=self.table)


class Walk:
    """Recomputes every link of the chain and the digest of every guarded row, once.

    Whoever writes between two steps tells ``follow`` what became of rows that the walk has passed;
    entries that the chain gets meanwhile are read at the end, with the rows that they are about.

    Args:
        db: The open database.
        key: Key of the chain.
        version: Version of the schema.

    Attributes:
        findings: What is wrong; complete when the walk is over.
        rows: How many rows and entries were read.
    """

    def __init__(self, db: Database, key: bytearray, version: int) -> None:
        self._db = db
        self._key = key
        self._tables = {guard: guarded(version, guard) for guard in Guard}
        self._link, self._last = bytes(DIGEST_BYTES), 0
        self._is_broken = False
        self._newest: dict[Place, bytes] = {}
        self._by_handle: dict[str, set[Place]] = {}
        self._unseen: set[Place] = set()  # to be looked at: not met yet, or met in another form
        self._salts = Salts(db)
        self._passed: set[str] = set()
        self._here: tuple[str, Row] = ("", ())
        self._sum = 0
        self._changed: Counter[str] = Counter()
        self._missing: Counter[str] = Counter()
        self._steps = self._guarded_steps()
        self.findings: tuple[Finding, ...] = ()
        self.rows = 0

    def advance(self, seconds: float) -> bool:
        """Go on for a moment; return whether the walk is over."""
        end = time.perf_counter() + seconds
        return all(time.perf_counter() < end for _ in self._steps)

    def finish(self, progress: ProgressCallback, cancel: CancelToken | None) -> tuple[Finding, ...]:
        """Walk to the end without a pause; return what is wrong.

        Raises:
            CancelledError: Stopped.
        """
        total, told = self._total(), 0
        for _ in self._steps:
            if self.rows - told >= _REPORT_EVERY:
                told = self.rows
                progress(min(told, total), total)
                if cancel is not None:
                    cancel.check()
        progress(total, total)
        if cancel is not None:
            cancel.check()
        return self.findings

    def has_passed(self, table: Table, key: Row) -> bool:
        """Tell whether the seal of a live row is in the sum already."""
        name, last = self._here
        return table.name in self._passed or (table.name == name and key <= last)

    def follow(self, amount: int) -> None:
        """Take over by how much the sum of the rows passed has changed in a commit."""
        self._sum = (self._sum + amount) % (1 << (8 * DIGEST_BYTES))

    def _total(self) -> int:
        names = ["chain", *(table.name for tables in self._tables.values() for table in tables)]
        try:
            return sum(self._db.number(f"SELECT count(*) FROM {name}") for name in names)  # noqa: S608 (names are constants)
        except VaultDamagedError:
            return 0  # the walk itself says it

    def _guarded_steps(self) -> Iterator[None]:
        try:
            yield from self._all_steps()
        except VaultDamagedError:
            self.findings = (Finding("database", Flaw.UNREADABLE),)

    def _all_steps(self) -> Iterator[None]:
        while not self._read_links():
            yield
        if not self._is_broken:
            for table in self._tables[Guard.CHAINED]:
                yield from self._walk_chained(table)
            for table in self._tables[Guard.LIVE]:
                yield from self._walk_live(table)
            yield from self._look_again()
        # No step between the last entry read and this.
        self.findings = tuple(self._found())

    def _read_links(self) -> bool:
        """Read some entries; return whether the end of the chain was reached."""
        rows = self._db.rows(
            "SELECT number, handle, kind, row, digest, link FROM chain WHERE number > ?"
            " ORDER BY number LIMIT ?",
            (self._last or _LEAST, _PAGE),
        )
        for *fields, stored in rows:
            entry = Entry(*fields)  # type: ignore[arg-type]  # the table is STRICT
            self._link = link_of(self._key, self._link, entry)
            if stored != self._link or entry.number != self._last + 1:
                self._is_broken = True
                return True
            self._last = entry.number
            self._note(entry)
        self.rows += len(rows)
        if len(rows) == _PAGE:
            return False
        head = read_head(self._db)
        self._is_broken = (self._last, self._link) != (head.entries, head.link)
        return True

    def _note(self, entry: Entry) -> None:
        if entry.kind == TOMBSTONE:
            for known in self._by_handle.pop(entry.handle, ()):
                self._newest.pop(known, None)
                self._unseen.add(known)  # it must be gone
            return
        place = (entry.kind, entry.row)
        self._newest[place] = entry.digest
        self._unseen.add(place)
        if entry.handle:
            self._by_handle.setdefault(entry.handle, set()).add(place)

    def _walk_chained(self, table: Table) -> Iterator[None]:
        for rows in self._pages(table):
            for row in rows:
                place = (table.name, table.name_of(row))
                if self._newest.get(place) == table.digest(row, self._salts.of(table, row)):
                    self._unseen.discard(place)
                else:  # perhaps it was written after its entries were read
                    self._unseen.add(place)
            yield

    def _walk_live(self, table: Table) -> Iterator[None]:
        for rows in self._pages(table):
            for *row, seal in rows:
                assert isinstance(seal, bytes)
                if table.digest(tuple(row)) != seal:
                    self._changed[table.name] += 1
                self._sum = shifted(self._sum, None, seal)
            self._here = (table.name, table.key_of(rows[-1]))
            yield
        self._passed.add(table.name)

    def _pages(self, table: Table) -> Iterator[list[Row]]:
        """Yield the rows of a table in the order of its key, a few at a time."""
        keys = ", ".join(table.key)
        size = _PAGE_OF_TEXTS if {"text", "body"} & set(table.columns) else _PAGE
        ordered = f" ORDER BY {keys} LIMIT {size}"
        after = f" WHERE ({keys}) > ({', '.join('?' for _ in table.key)})"
        rows = self._db.rows(table.select + ordered)
        while rows:
            self.rows += len(rows)
            yield rows
            rows = self._db.rows(table.select + after + ordered, table.key_of(rows[-1]))

    def _look_again(self) -> Iterator[None]:
        """Look at rows one by one that were not met as the chain knows them."""
        while True:
            is_at_end = self._read_links()
            if self._is_broken or (is_at_end and not self._unseen):
                return
            if is_at_end:
                for _ in range(min(_PAGE, len(self._unseen))):
                    self._look_at(self._unseen.pop())
            yield

    def _look_at(self, place: Place) -> None:
        name, row_name = place
        expected = self._newest.get(place, REMOVED)
        table = next((t for t in self._tables[Guard.CHAINED] if t.name == name), None)
        row = None if table is None else row_named(self._db, table, row_name)
        if table is None or row is None:
            self._missing[name] += expected != REMOVED
        else:
            digest = table.digest(row, self._salts.of(table, row))
            self._changed[name] += expected != digest

    def _found(self) -> Iterator[Finding]:
        if self._is_broken:
            yield Finding("chain", Flaw.ENTRY)
            return
        for counted, flaw in ((self._changed, Flaw.CHANGED), (self._missing, Flaw.MISSING)):
            for name, count in counted.items():
                if count:
                    yield Finding("chain", flaw, count, name)
        if self._sum != read_head(self._db).live:
            yield Finding("chain", Flaw.PUT_BACK)


class Salts:
    """The salts of the cases, under which the chain knows their rows."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._known: dict[Scalar, bytes] = {}

    def of(self, table: Table, row: Row) -> bytes:
        """Return the salt for a row; empty for one that belongs to no case."""
        if "case_id" not in table.columns:
            return b""
        case_id = row[table.columns.index("case_id")]
        if case_id not in self._known:
            salt = self._db.value("SELECT salt FROM cases WHERE id = ?", (case_id,))
            self._known[case_id] = salt if isinstance(salt, bytes) else b""
        return self._known[case_id]


def row_named(db: Database, table: Table, name: str) -> Row | None:
    """Return the row that the chain knows by this name, or ``None``."""
    key = name.split("/", len(table.key) - 1)
    return (
        db.one(f"{table.select} WHERE {table.where}", key) if len(key) == len(table.key) else None
    )
