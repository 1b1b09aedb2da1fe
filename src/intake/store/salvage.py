"""Reads out of a damaged database whatever pages can still be read, row by row where need be.

A page that cannot be read spoils the connection, so that it is opened anew each time. Where a whole
table of a case cannot be read at once, its rows are read one by one. Nothing is judged here.
"""

from __future__ import annotations

from pathlib import Path

from intake.errors import NewerFormatError, VaultDamagedError
from intake.store.chain import TOMBSTONE
from intake.store.connection import Row, Scalar
from intake.store.migrations import version_of
from intake.store.reading import ReadingDatabase
from intake.store.tables import ANSWERS, CASES, EVENT_PERSONS, RELEASES, STATEMENTS, Table

Values = dict[str, Scalar]
_WITHOUT_ROWID = frozenset({ANSWERS.name, EVENT_PERSONS.name, RELEASES.name})
_PAGE = 16


class Salvage:
    """A damaged database that is opened anew after every page that cannot be read.

    Args:
        path: The file; its log must have been written back.
        key: 32 bytes; wiped by the caller, after ``close``.

    Raises:
        DamagedError: Not even the first pages can be read.
        NewerFormatError: A newer program wrote it: what it means is not known here.
    """

    def __init__(self, path: Path, key: bytearray) -> None:
        self._path = path
        self._key = key
        self._db = ReadingDatabase.open(path, key)
        try:
            self.version = version_of(self._db)
        except NewerFormatError:
            self._db.close()
            raise

    def rows(self, sql: str, parameters: Row = ()) -> list[Row] | None:
        """Return the rows of a query, or ``None`` when a page of them cannot be read."""
        try:
            return self._db.rows(sql, parameters)
        except VaultDamagedError:
            self._db.close()
            self._db = ReadingDatabase.open(self._path, self._key)
            return None

    def close(self) -> None:
        """Close the file."""
        self._db.close()


class Reader:
    """Reads rows out of a salvage, as many as there are; as the newest schema version has them.

    Args:
        source: The damaged database.
    """

    def __init__(self, source: Salvage) -> None:
        self._source = source

    def known(self, tables: tuple[Table, ...]) -> tuple[Table, ...]:
        """Return those tables that the damaged database has."""
        return tuple(table for table in tables if table.since <= self._source.version)

    def of_case(self, table: Table, case_id: str) -> tuple[list[Values], bool]:
        """Return the rows of a case that can be read, and whether these are all."""
        columns = ", ".join(self._held(table).columns)
        select = f"SELECT {columns} FROM {table.name}"  # noqa: S608 (names are constants)
        found = self._source.rows(f"{select} WHERE case_id = ?", (case_id,))
        if found is not None:
            return self._named(table, found), True
        keys = _place_of(table)  # the index over the cases has these, too, and may be whole
        listed = self._source.rows(
            f"SELECT {', '.join(keys)} FROM {table.name} WHERE case_id = ?",  # noqa: S608 (as above)
            (case_id,),
        )
        where = " AND ".join(f"{key} = ?" for key in keys)
        rows: list[Row] = []
        for key in listed or ():
            rows += self._source.rows(f"{select} WHERE {where}", key) or self._without_text(
                table, key
            )
        return self._named(table, rows), False

    def _without_text(self, table: Table, key: Row) -> list[Row]:
        """Return a statement with an empty text: a long one lies on pages of its own."""
        if table is not STATEMENTS:
            return []
        columns = self._held(STATEMENTS).columns
        names = ", ".join("x''" if column == "text" else column for column in columns)
        return self._source.rows(f"SELECT {names} FROM statements WHERE rowid = ?", key) or []  # noqa: S608 (as above)

    def from_both_ends(self, table: Table, condition: str) -> tuple[list[Values], bool]:
        """Return the rows of a table that come before and behind what cannot be read."""
        columns = ", ".join(self._held(table).columns)
        found = self._source.rows(f"SELECT {columns} FROM {table.name} WHERE {condition}")  # noqa: S608 (as above)
        if found is not None:
            return self._named(table, found), True
        rows: dict[Row, Row] = {}
        for sign, order in ((">", "ASC"), ("<", "DESC")):
            for row in self._up_to_damage(self._held(table), condition, sign, order):
                rows[self._held(table).key_of(row)] = row
        return self._named(table, list(rows.values())), False

    def _up_to_damage(self, table: Table, condition: str, sign: str, order: str) -> list[Row]:
        # In the order in which they lie: in that of random keys, one page would spoil nearly all.
        keys = _place_of(table)
        select = f"SELECT {', '.join((*keys, *table.columns))} FROM {table.name} WHERE {condition}"  # noqa: S608 (as above)
        ordered = " ORDER BY " + ", ".join(f"{key} {order}" for key in keys) + " LIMIT "
        after = f" AND ({', '.join(keys)}) {sign} ({', '.join('?' for _ in keys)})"
        rows: list[Row] = []
        for size in (_PAGE, 1):
            while True:
                where, key = (after, rows[-1][: len(keys)]) if rows else ("", ())
                page = self._source.rows(f"{select}{where}{ordered}{size}", key)
                if not page:
                    break
                rows += page
        return [row[len(keys) :] for row in rows]

    def cases(self) -> dict[int, tuple[str | None, str | None]]:
        """Return id and code of every case that is known somewhere, by its number."""
        ids = self._source.rows("SELECT number, id FROM cases INDEXED BY sqlite_autoindex_cases_1")
        codes = self._source.rows(
            "SELECT number, code FROM cases INDEXED BY sqlite_autoindex_cases_2"
        )
        found: dict[int, tuple[str | None, str | None]] = {}
        for number, case_id in ids or ():
            found[int(str(number))] = (str(case_id), None)
        for number, code in codes or ():
            found[int(str(number))] = (found.get(int(str(number)), (None,))[0], str(code))
        return dict(sorted(found.items()))

    def case(self, number: int) -> Values | None:
        """Return the row of a case, or ``None`` when it cannot be read."""
        columns = ", ".join(self._held(CASES).columns)
        rows = self._source.rows(f"SELECT {columns} FROM cases WHERE number = ?", (number,))  # noqa: S608 (as above)
        return self._named(CASES, rows)[0] if rows else None

    def handles(self) -> frozenset[str]:
        """Return the handles under which the chain, as far as it can be read, knows cases."""
        rows = self._source.rows("SELECT DISTINCT handle, kind FROM chain WHERE handle <> ''") or []
        erased = {handle for handle, kind in rows if kind == TOMBSTONE}
        return frozenset(str(handle) for handle, _ in rows if handle not in erased)

    def _held(self, table: Table) -> Table:
        """Return a table as the damaged database has it."""
        return table.at(self._source.version)

    def _named(self, table: Table, rows: list[Row]) -> list[Values]:
        columns, version = self._held(table).columns, self._source.version
        return [table.upgraded(dict(zip(columns, row, strict=True)), version) for row in rows]


def _place_of(table: Table) -> tuple[str, ...]:
    """Return the columns by which the rows of a table lie in order."""
    return table.key if table.name in _WITHOUT_ROWID else ("rowid",)
