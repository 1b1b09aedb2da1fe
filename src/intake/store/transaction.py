"""One write: rows with their guards, the audit event and what was touched, all or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import Flag, auto

from intake.domain.audit import Action
from intake.domain.changes import Changes, Noun
from intake.store.chain import REMOVED, TOMBSTONE, Entry, Head, link_of, shifted, write_head
from intake.store.codec import to_time
from intake.store.connection import Database, Row, Scalar
from intake.store.tables import AUDIT, CASES, Guard, Table, row_name
from intake.store.walk import Walk

NO_CASE = ""


class Part(Flag):
    """Which parts of a case's summary must be worked out anew before the commit."""

    CHANGED = 0
    ANSWERS = auto()
    TEXT = auto()
    REVIEW = auto()
    CONSENT = auto()


@dataclass(frozen=True, slots=True)
class CaseKey:
    """What guards the rows of one case: number in the index, handle in the chain, salt."""

    number: int
    handle: str
    salt: bytes


_OWNER = """
    SELECT id, 'case' FROM cases WHERE id = ?1
    UNION ALL SELECT case_id, 'interview' FROM interviews WHERE id = ?1
    UNION ALL SELECT case_id, 'person' FROM persons WHERE id = ?1
    UNION ALL SELECT case_id, 'event' FROM events WHERE id = ?1
    UNION ALL SELECT case_id, 'statement' FROM statements WHERE id = ?1
"""


class Transaction:
    """An open write; repositories put rows through it, so that no row escapes its guard.

    Attributes:
        at: The moment of the write (UTC); what is stored as time of change.
        parts: The cases that were touched, and what of their summaries follows from it.
        made: The cases that are new in this write.
        is_erasing: Something was removed for good, so that the log must not keep it either.
        walked: By how much the sum of the seals changed that a walk under way has counted already.
    """

    def __init__(self, db: Database, head: Head, key: bytearray, walk: Walk | None = None) -> None:
        self.db = db
        self.at = datetime.now(UTC)
        self.head = head
        self._key = key
        self._walk = walk
        self.walked = 0
        self._cases: dict[str, CaseKey] = {}
        self._nouns: set[Noun] = set()
        self._ids: set[str] = set()
        self.is_erasing = False
        self._is_over = False
        self.parts: dict[str, Part] = {}
        self.made: set[str] = set()

    @property
    def changes(self) -> Changes:
        """What was touched so far; complete after the block of ``Store.write``."""
        return Changes(frozenset(self._nouns), frozenset(self._ids))

    def touch(self, noun: Noun, *ids: str) -> None:
        """Note that records of a kind changed."""
        self._nouns.add(noun)
        self._ids.update(ids)

    def touch_case(self, case_id: str, parts: Part = Part.CHANGED) -> None:
        """Note that a case changed, and which parts of its summary with it."""
        self.parts[case_id] = self.parts.get(case_id, Part.CHANGED) | parts
        self.touch(Noun.CASE, case_id)

    def owner_of(self, record_id: str) -> tuple[str, str] | None:
        """Return the case of a record and the record's kind, or ``None`` for an unknown id."""
        row = self.db.one(_OWNER, (record_id,))
        return None if row is None else (str(row[0]), str(row[1]))

    def case_key(self, case_id: str) -> CaseKey:
        """Return what guards the rows of a case.

        Raises:
            KeyError: There is no such case.
        """
        found = self._cases.get(case_id)
        if found is None:
            row = self.db.one("SELECT number, handle, salt FROM cases WHERE id = ?", (case_id,))
            if row is None:
                raise KeyError(case_id)
            found = CaseKey(*row)  # type: ignore[arg-type]  # the table is STRICT
            self._cases[case_id] = found
        return found

    def run(self, sql: str, parameters: Row = ()) -> None:
        """Run one statement that writes."""
        if self._is_over:
            raise AssertionError("this write has ended")
        self.db.execute(sql, parameters)

    def insert(self, table: Table, values: Mapping[str, Scalar]) -> None:
        """Insert a row that is not there yet."""
        row = table.row(values)
        if table.guard is Guard.CHAINED:
            self.run(table.insert, row)
            self._enter(table, row, values.get("case_id"))
            return
        seal = table.digest(row)
        self.run(table.insert, (*row, seal))
        self._shift(table, table.key_of(row), None, seal)

    def put(self, table: Table, values: Mapping[str, Scalar]) -> None:
        """Insert a row, or overwrite the one with the same key."""
        row = table.row(values)
        if table.guard is Guard.CHAINED:
            self.run(table.replace, row)
            self._enter(table, row, values.get("case_id"))
            return
        key = table.key_of(row)
        old = self.db.value(table.seal, key)
        seal = table.digest(row)
        self.run(table.replace, (*row, seal))
        self._shift(table, key, _seal(old), seal)

    def change(self, table: Table, key: Row, values: Mapping[str, Scalar]) -> dict[str, Scalar]:
        """Set some columns of one row of a live table; return the row without those columns.

        Raises:
            KeyError: There is no such row.
        """
        kept = [column for column in table.columns if column not in values]
        found = self.db.one(table.pick(kept), key)
        if found is None:
            raise KeyError(key)
        *rest, old = found
        others = dict(zip(kept, rest, strict=True))
        seal = table.digest(table.row({**others, **values}))
        self.run(table.update(values), (*values.values(), seal, *key))
        self._shift(table, key, _seal(old), seal)
        return others

    def delete(self, table: Table, key: Row, *, case_id: str | None = None) -> None:
        """Delete one row; a chained one leaves an entry that says so."""
        if table.guard is Guard.LIVE:
            old = self.db.value(table.seal, key)
            self._shift(table, key, _seal(old), None)
        else:
            handle = NO_CASE if case_id is None else self.case_key(case_id).handle
            self._append(handle, table.name, row_name(key), REMOVED)
        self.run(table.delete, key)

    def delete_all(self, table: Table, case_id: str) -> None:
        """Delete every row of a case without an entry of its own; for erasing a case."""
        if table.guard is Guard.LIVE:
            condition = "id = ?" if table is CASES else "case_id = ?"
            for row in self.db.rows(f"{table.select} WHERE {condition}", (case_id,)):
                self._shift(table, table.key_of(row), _seal(row[-1]), None)
        column = "id" if table is CASES else "case_id"
        self.run(f"DELETE FROM {table.name} WHERE {column} = ?", (case_id,))  # noqa: S608 (names are constants)

    def reseal(self, table: Table) -> None:
        """Guard every row of a table anew, after a migration gave it another column.

        Args:
            table: The table with the columns that it has now, ``CASES.at(3)``.
        """
        keys = self.db.rows(f"SELECT {', '.join(table.key)} FROM {table.name}")  # noqa: S608 (names are constants)
        for key in keys:
            found = self.db.one(f"{table.select} WHERE {table.where}", key)
            assert found is not None
            if table.guard is Guard.CHAINED:
                self._enter(
                    table, found, dict(zip(table.columns, found, strict=True)).get("case_id")
                )
                continue
            *row, old = found
            seal = table.digest(tuple(row))
            self.run(table.update(()), (seal, *key))
            self._shift(table, key, _seal(old), seal)

    def forget_case(self, case_id: str) -> None:
        """Forget what was noted about a case that is gone, but not that it was touched."""
        del self._cases[case_id]
        self.is_erasing = True
        self.parts.pop(case_id, None)
        self.touch(Noun.CASE, case_id)

    def bury(self, case_id: str) -> None:
        """Enter the tombstone of a case: its handle, and a commitment that its salt can open."""
        key = self.case_key(case_id)
        row = self.db.one(f"{CASES.select} WHERE id = ?", (case_id,))
        assert row is not None
        self._append(key.handle, TOMBSTONE, key.handle, CASES.digest(row[:-1], key.salt))

    def audit(self, action: Action, subject: str) -> None:
        """Append an audit event; one about a record of a case goes when the case is erased."""
        owner = self.owner_of(subject) if subject else None
        at = self.at
        # The month stays, the day goes with the case.
        if action in {Action.CASE_ERASED, Action.CASE_SEALED}:
            at = at.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        self.insert(
            AUDIT,
            {
                "number": self.head.entries + 1,  # grows, and is never given out again
                "case_id": None if owner is None else owner[0],
                "at": to_time(at),
                "action": action.value,
                "subject": subject,
            },
        )

    def alter_head(self, **values: str | int | None) -> None:
        """Set generation, announced generation or rollback state in the vault's own row."""
        self.head = replace(self.head, **values)  # type: ignore[arg-type]  # names are checked by replace

    def finish(self) -> None:
        """Write the vault's own row; the commit follows."""
        write_head(self.db, self.head)

    def end(self) -> None:
        """Refuse whatever comes after the commit or its failure."""
        self._is_over = True

    def _shift(self, table: Table, key: Row, old: bytes | None, new: bytes | None) -> None:
        self.head = replace(self.head, live=shifted(self.head.live, old, new))
        if self._walk is not None and self._walk.has_passed(table, key):
            self.walked = shifted(self.walked, old, new)

    def _enter(self, table: Table, row: Row, case_id: Scalar) -> None:
        if case_id is None:
            handle, salt = NO_CASE, b""
        else:
            key = self.case_key(str(case_id))
            handle, salt = key.handle, key.salt
        self._append(handle, table.name, table.name_of(row), table.digest(row, salt))

    def _append(self, handle: str, kind: str, row: str, digest: bytes) -> None:
        entry = Entry(self.head.entries + 1, handle, kind, row, digest)
        link = link_of(self._key, self.head.link, entry)
        self.run(
            "INSERT INTO chain (number, handle, kind, row, digest, link) VALUES (?, ?, ?, ?, ?, ?)",
            (entry.number, handle, kind, row, digest, link),
        )
        self.head = replace(self.head, entries=entry.number, link=link)


def _seal(value: Scalar) -> bytes | None:
    assert value is None or isinstance(value, bytes)
    return value
