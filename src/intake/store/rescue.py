"""Takes out of a damaged database what can be read, and puts it into a new one, guarded anew.

A page that cannot be read spoils the connection, so that it is opened anew each time. Where a whole
table of a case cannot be read at once, its rows are read one by one. What decides whether somebody
agreed is taken whole or not at all: of a case whose consents are not all there, none is taken.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from intake.domain.progress import CancelToken, ProgressCallback
from intake.domain.statement import text_digest
from intake.errors import VaultDamagedError
from intake.store.chain import TOMBSTONE
from intake.store.codec import from_blob
from intake.store.connection import Row, Scalar
from intake.store.migrations import version_of
from intake.store.reading import ReadingDatabase
from intake.store.store import Store
from intake.store.tables import (
    ANSWERS,
    AUDIT,
    BUNDLES,
    CASES,
    CONSENTS,
    EVENT_PERSONS,
    EVENTS,
    INTERVIEWS,
    LOOKS,
    MARKS,
    OWN_KEYS,
    PARCELS,
    PERSONS,
    RELEASES,
    REVISIONS,
    RULINGS,
    SETTINGS,
    STATEMENTS,
    TRUSTED_KEYS,
    Table,
)
from intake.store.transaction import Part, Transaction

Values = dict[str, Scalar]
_ALL_PARTS = Part.ANSWERS | Part.TEXT | Part.REVIEW
_WITHOUT_ROWID = frozenset({ANSWERS.name, EVENT_PERSONS.name, RELEASES.name})
# Without one of these nobody has reviewed what is left.
_REVIEWED = frozenset({STATEMENTS.name, MARKS.name, LOOKS.name})
_PAGE = 16
# A row comes after the rows that it belongs to.
_OF_A_CASE = (
    INTERVIEWS,
    PERSONS,
    EVENTS,
    EVENT_PERSONS,
    ANSWERS,
    STATEMENTS,
    REVISIONS,
    MARKS,
    CONSENTS,
    LOOKS,
    RULINGS,
    AUDIT,
)
_OF_THE_VAULT = (TRUSTED_KEYS, OWN_KEYS, SETTINGS, BUNDLES, RELEASES, RULINGS, PARCELS, AUDIT)
_PARTLY_OF_CASES = frozenset({RULINGS.name, AUDIT.name})
_ALL, _NO_CASE = "1", "case_id IS NULL"


@dataclass(frozen=True, slots=True)
class RescuedCase:
    """One case: ``lost`` names the tables of which something is missing; empty when it is whole."""

    code: str
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rescued:
    """What was taken over, and what was not.

    Attributes:
        whole: Codes of the cases of which everything was read.
        partial: Cases of which something is missing.
        gone: Codes of the cases that are lost; those whose code cannot be read are in ``nameless``.
        nameless: How many more cases there must have been.
        lost: Tables of the vault itself of which something is missing.
        unsaved: Newest writes of any kind that are missing with their log.
    """

    whole: tuple[str, ...]
    partial: tuple[RescuedCase, ...]
    gone: tuple[str, ...]
    nameless: int
    lost: tuple[str, ...]
    unsaved: int = 0


class Salvage:
    """A damaged database that is opened anew after every page that cannot be read.

    Args:
        path: The file; its log must have been written back.
        key: 32 bytes; wiped by the caller, after ``close``.

    Raises:
        DamagedError: Not even the first pages can be read.
    """

    def __init__(self, path: Path, key: bytearray) -> None:
        self._path = path
        self._key = key
        self._db = ReadingDatabase.open(path, key)
        self.version = version_of(self._db)

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


class _Reader:
    """Reads rows out of a salvage, as many as there are."""

    def __init__(self, source: Salvage) -> None:
        self._source = source

    def known(self, tables: tuple[Table, ...]) -> tuple[Table, ...]:
        """Return those tables that the damaged database has."""
        return tuple(table for table in tables if table.since <= self._source.version)

    def of_case(self, table: Table, case_id: str) -> tuple[list[Values], bool]:
        """Return the rows of a case that can be read, and whether these are all."""
        select = f"SELECT {', '.join(table.columns)} FROM {table.name}"  # noqa: S608 (names are constants)
        found = self._source.rows(f"{select} WHERE case_id = ?", (case_id,))
        if found is not None:
            return _named(table, found), True
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
        return _named(table, rows), False

    def _without_text(self, table: Table, key: Row) -> list[Row]:
        """Return a statement with an empty text: a long one lies on pages of its own."""
        if table is not STATEMENTS:
            return []
        names = ", ".join(column for column in STATEMENTS.columns if column != "text")
        found = self._source.rows(f"SELECT {names} FROM statements WHERE rowid = ?", key)  # noqa: S608 (as above)
        return [(*row, b"") for row in found or ()]

    def from_both_ends(self, table: Table, condition: str) -> tuple[list[Values], bool]:
        """Return the rows of a table that come before and behind what cannot be read."""
        columns = ", ".join(table.columns)
        found = self._source.rows(f"SELECT {columns} FROM {table.name} WHERE {condition}")  # noqa: S608 (as above)
        if found is not None:
            return _named(table, found), True
        rows: dict[Row, Row] = {}
        for sign, order in ((">", "ASC"), ("<", "DESC")):
            for row in self._up_to_damage(table, condition, sign, order):
                rows[table.key_of(row)] = row
        return _named(table, list(rows.values())), False

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
        rows = self._source.rows(
            f"SELECT {', '.join(CASES.columns)} FROM cases WHERE number = ?",  # noqa: S608 (as above)
            (number,),
        )
        return _named(CASES, rows)[0] if rows else None

    def handles(self) -> frozenset[str]:
        """Return the handles under which the chain, as far as it can be read, knows cases."""
        rows = self._source.rows("SELECT DISTINCT handle, kind FROM chain WHERE handle <> ''") or []
        erased = {handle for handle, kind in rows if kind == TOMBSTONE}
        return frozenset(str(handle) for handle, _ in rows if handle not in erased)


def _place_of(table: Table) -> tuple[str, ...]:
    """Return the columns by which the rows of a table lie in order."""
    return table.key if table.name in _WITHOUT_ROWID else ("rowid",)


def _named(table: Table, rows: list[Row]) -> list[Values]:
    return [dict(zip(table.columns, row, strict=True)) for row in rows]


def rescue(
    source: Salvage,
    target: Store,
    progress: ProgressCallback,
    cancel: CancelToken | None,
) -> Rescued:
    """Copy everything that can be read into a new store; see the module.

    Args:
        source: The damaged database.
        target: A new store with nothing in it.
        progress: Cases done, of how many.
        cancel: Asked after each case.

    Raises:
        CancelledError: Stopped.
        UnavailableError: Disk full.
    """
    reader = _Reader(source)
    known = reader.cases()
    taken: list[RescuedCase] = []
    gone: list[str | None] = []
    handles = set()
    for done, (number, (_, code)) in enumerate(known.items(), start=1):
        values = reader.case(number)
        if values is None:
            gone.append(code)
        else:
            handles.add(values["handle"])
            lost = _take_case(reader, target, values)
            taken.append(RescuedCase(str(values["code"]), lost))
        progress(done, len(known))
        if cancel is not None:
            cancel.check()
    lost_of_vault = _take_vault(reader, target)
    unheard = max(0, len(reader.handles() - handles) - len(gone))
    return Rescued(
        whole=tuple(each.code for each in taken if not each.lost),
        partial=tuple(each for each in taken if each.lost),
        gone=tuple(code for code in gone if code is not None),
        nameless=gone.count(None) + unheard,
        lost=lost_of_vault,
    )


def _take_case(reader: _Reader, target: Store, case: Values) -> tuple[str, ...]:
    """Copy one case; return the tables of which something is missing."""
    rows: dict[str, list[Values]] = {table.name: [] for table in _OF_A_CASE}
    lost = []
    for table in reader.known(_OF_A_CASE):
        rows[table.name], is_all = reader.of_case(table, str(case["id"]))
        if not is_all:
            lost.append(table.name)
    _mend(case, rows, frozenset(lost))
    parts = _ALL_PARTS | (Part.CONSENT if rows[CONSENTS.name] else Part.CHANGED)
    with target.write() as tx:
        tx.insert(CASES, case | {"indexed": None, "consent_until": None, "withdrawn": 0})
        tx.made.add(str(case["id"]))
        tx.touch_case(str(case["id"]), parts)
        for table in _OF_A_CASE:
            for values in rows[table.name]:
                _insert(tx, table, values)
    return tuple(lost)


def _mend(case: Values, rows: dict[str, list[Values]], lost: frozenset[str]) -> None:
    """Make the rows of a case fit together where some are missing; refuse where in doubt."""
    if CONSENTS.name in lost:
        rows[CONSENTS.name] = []  # the newest one could be the withdrawal that is missing
    statements = rows[STATEMENTS.name]
    if STATEMENTS.name in lost:
        _mend_texts(statements, rows[REVISIONS.name])
    if lost & _REVIEWED:
        for statement in statements:
            statement["reviewed_digest"] = None
    _mend_interviews(case, rows)
    persons, events, written = (
        {values["id"] for values in rows[table.name]} for table in (PERSONS, EVENTS, STATEMENTS)
    )
    rows[EVENT_PERSONS.name] = [
        values
        for values in rows[EVENT_PERSONS.name]
        if values["person_id"] in persons and values["event_id"] in events
    ]
    for table in (REVISIONS, MARKS, LOOKS):
        rows[table.name] = [v for v in rows[table.name] if v["statement_id"] in written]


def _mend_texts(statements: list[Values], revisions: list[Values]) -> None:
    """Give a statement whose text is lost that of its newest revision that can be read."""
    for statement in statements:
        text = from_blob(statement["text"])
        if text_digest(text) == statement["digest"]:
            continue
        newest = max(
            (each for each in revisions if each["statement_id"] == statement["id"]),
            key=lambda each: int(str(each["number"])),
            default=None,
        )
        statement["text"] = b"" if newest is None else newest["text"]
        statement["digest"] = text_digest(from_blob(statement["text"]))
        statement["caret"] = 0


def _mend_interviews(case: Values, rows: dict[str, list[Values]]) -> None:
    """Put an empty interview where statements or events belong to one that is lost."""
    there = {values["id"] for values in rows[INTERVIEWS.name]}
    for values in (*rows[STATEMENTS.name], *rows[EVENTS.name]):
        interview = values["interview_id"]
        if interview not in there:
            there.add(interview)
            rows[INTERVIEWS.name].append(
                {
                    "id": interview,
                    "case_id": case["id"],
                    "ordinal": len(there),
                    "form": "",
                    "created": case["created"],
                    "stopped": None,
                }
            )


def _take_vault(reader: _Reader, target: Store) -> tuple[str, ...]:
    """Copy what belongs to no case; return the tables of which something is missing."""
    lost = []
    with target.write() as tx:
        for table in reader.known(_OF_THE_VAULT):
            condition = _NO_CASE if table.name in _PARTLY_OF_CASES else _ALL
            found, is_all = reader.from_both_ends(table, condition)
            if table is RELEASES:
                found = [each for each in found if tx.db.one(*_bundle(each))]
            if table is PARCELS:
                read, found = found, _mend_notes(tx, found)
                is_all = is_all and found == read
            if not is_all:
                lost.append(table.name)
            for values in found:
                _insert(tx, table, values)
    return tuple(lost)


def _mend_notes(tx: Transaction, notes: list[Values]) -> list[Values]:
    """Leave out notes of parcels whose case is lost, and compare none with a case that is."""
    there = {case_id for (case_id,) in tx.db.rows("SELECT id FROM cases")}
    heirs: dict[Scalar, Scalar] = {}
    mended = []
    for note in notes:
        case_id, rival = note["case_id"], note["rival"]
        if case_id is not None and case_id not in there:
            continue
        if rival is not None and rival not in there:
            # Further versions of what is lost are still versions of the same: none may leave.
            heir = heirs.setdefault(rival, case_id)
            rival = None if heir == case_id else heir
        mended.append(note | {"rival": rival})
    return mended


def _bundle(release: Values) -> tuple[str, Row]:
    return "SELECT 1 FROM bundles WHERE bundle_id = ?", (release["bundle_id"],)


def _insert(tx: Transaction, table: Table, values: Values) -> None:
    if table is AUDIT:
        values = values | {"number": tx.head.entries + 1}
    tx.insert(table, values)
