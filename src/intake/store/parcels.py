"""Parcels: the rows of a case as they travel, and notes of what was sealed or received."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Iterable, Iterator, Mapping

from sqlcipher3 import dbapi2

from intake.domain.changes import Noun
from intake.domain.ids import CaseId
from intake.domain.parcel import CaseRows, ReceivedCase, SealedCase, Value
from intake.errors import UsageError
from intake.store.codec import from_blob, from_time, to_blob, to_time
from intake.store.connection import Database
from intake.store.tables import (
    ANSWERS,
    AUDIT,
    CASES,
    CONSENTS,
    DIGEST_BYTES,
    EVENT_PERSONS,
    EVENTS,
    INTERVIEWS,
    LOOKS,
    MARKS,
    PARCELS,
    PERSONS,
    REVISIONS,
    RULINGS,
    STATEMENTS,
    Table,
)
from intake.store.transaction import Part, Transaction

# What is referred to stands before what refers to it.
_CARRIED = (
    CASES,
    INTERVIEWS,
    PERSONS,
    EVENTS,
    EVENT_PERSONS,
    ANSWERS,
    STATEMENTS,
    REVISIONS,
    MARKS,
    CONSENTS,
    RULINGS,
    LOOKS,
    AUDIT,
)
# What each vault makes for itself: by it a case could be known again, or it follows from the rest.
_LOCAL: dict[str, Value] = {
    **dict.fromkeys(
        ("group_name", "country", "interviewer", "language", "interview_date", "preview"), ""
    ),
    "needs_review": 0,
    "withdrawn": 0,
    "consent_until": None,
    "indexed": None,
}
_SECRET = frozenset({"handle", "salt"})
# Says nothing of what was recorded: where the caret stood, when a row was made.
_PASSING = frozenset({"caret", "changed", "created", "number", "at", "made", "saved"})
# Each vault gives a case a code of its own where it is taken.
_PASSING_OF = {CASES.name: _PASSING | {"code"}}
# Where numbers are given one by one; rows may be missing, but not more of them than this.
_COUNTED = frozenset({"version", "number", "ordinal"})
_GAPS, _LARGEST = 1_000_000, 2**31
_TIMES = frozenset({"created", "changed", "saved", "at", "made", "stopped"})
_YEARS = range(1900, 3000)
_ID_COLUMNS = ("id", "case_id", "interview_id", "statement_id", "event_id", "person_id", "owner")
_REFERRING = ("interview_id", "statement_id", "event_id", "person_id", "owner")
_ID, _ID_IN_BYTES = re.compile(r"[0-9a-f]{32}"), re.compile(rb"[0-9a-f]{32}")
_EVERYTHING = Part.ANSWERS | Part.TEXT | Part.REVIEW | Part.CONSENT


class ParcelRepository:
    """Cases as rows, and notes of parcels."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def rows_of(self, case_id: CaseId) -> CaseRows:
        """Return every row of a case, by table; nothing by which this vault knows it again.

        Raises:
            KeyError: There is no such case.
        """
        rows = {table.name: tuple(self._rows(table, case_id)) for table in _CARRIED}
        if not rows[CASES.name]:
            raise KeyError(case_id)
        return rows

    def _rows(self, table: Table, case_id: CaseId) -> Iterator[Mapping[str, Value]]:
        columns = _columns(table)
        owner = "id" if table is CASES else "case_id"
        order = ", ".join(table.key)
        sql = f"SELECT {', '.join(columns)} FROM {table.name} WHERE {owner} = ? ORDER BY {order}"  # noqa: S608 (names are constants)
        for row in self._db.rows(sql, (case_id,)):
            yield dict(zip(columns, row, strict=True))

    def add_rows(self, tx: Transaction, rows: CaseRows) -> CaseId:
        """Store a case with all its rows; the caller reads it back and refuses what is no case.

        Raises:
            ValueError: The rows are not those of one case, a value is of another kind than its
                column, or a row refers to nothing.
        """
        case_id = require_one_case(rows)
        tx.made.add(case_id)
        try:
            for table in _CARRIED:
                for row in rows[table.name]:
                    self._add(tx, table, row)
        except (dbapi2.IntegrityError, dbapi2.DataError, OverflowError, UsageError):
            raise ValueError("rows") from None
        tx.touch_case(case_id, _EVERYTHING)
        return case_id

    @staticmethod
    def _add(tx: Transaction, table: Table, row: Mapping[str, Value]) -> None:
        values = dict(row)
        if table is CASES:
            values |= _LOCAL
            values["handle"] = secrets.token_hex(16)
            values["salt"] = secrets.token_bytes(DIGEST_BYTES)
        elif table is AUDIT:
            values["number"] = tx.head.entries + 1
        tx.insert(table, values)

    def note_sealed(self, tx: Transaction, sealed: SealedCase) -> None:
        """Keep all that may stay of a case that is sealed in this write."""
        self._note(tx, sealed.parcel_id, sealed.month, label=sealed.label)

    def note_received(self, tx: Transaction, received: ReceivedCase) -> None:
        """Keep where a case came from; an earlier note of the same parcel is overwritten."""
        self._note(
            tx,
            received.parcel_id,
            received.month,
            case_id=received.case_id,
            sender=received.sender,
            rival=received.rival,
        )

    @staticmethod
    def _note(
        tx: Transaction,
        parcel_id: str,
        month: str,
        *,
        case_id: CaseId | None = None,
        label: str = "",
        sender: str = "",
        rival: CaseId | None = None,
    ) -> None:
        tx.put(
            PARCELS,
            {
                "id": parcel_id,
                "case_id": case_id,
                "month": month,
                "label": to_blob(label),
                "sender": sender,
                "rival": rival,
            },
        )
        tx.touch(Noun.PARCEL, parcel_id)

    def sealed(self) -> tuple[SealedCase, ...]:
        """Return what stays of sealed cases; the order says nothing but the month."""
        rows = self._db.rows(
            "SELECT id, month, label FROM parcels WHERE case_id IS NULL ORDER BY month, id"
        )
        return tuple(SealedCase(str(i), str(month), from_blob(label)) for i, month, label in rows)

    def received(self) -> tuple[ReceivedCase, ...]:
        """Return the cases that came in parcels and are here."""
        return self._received("case_id IS NOT NULL")

    def received_in(self, parcel_id: str) -> ReceivedCase | None:
        """Return the case that came in a parcel, or ``None`` when none did that is here."""
        found = self._received("case_id IS NOT NULL AND id = ?", parcel_id)
        return found[0] if found else None

    def received_as(self, case_id: CaseId) -> tuple[ReceivedCase, ...]:
        """Return what is noted of the parcels in which a case came."""
        return self._received("case_id = ?", case_id)

    def undecided(self) -> tuple[ReceivedCase, ...]:
        """Return the received cases of which another version is here, and nobody has decided."""
        return self._received("case_id IS NOT NULL AND rival IS NOT NULL")

    def _received(self, condition: str, *values: str) -> tuple[ReceivedCase, ...]:
        rows = self._db.rows(
            "SELECT id, case_id, month, sender, rival FROM parcels"  # noqa: S608 (conditions are constants)
            f" WHERE {condition} ORDER BY month, id",
            values,
        )
        return tuple(
            ReceivedCase(
                str(parcel_id),
                CaseId(str(case_id)),
                str(month),
                str(sender),
                None if rival is None else CaseId(str(rival)),
            )
            for parcel_id, case_id, month, sender, rival in rows
        )

    def rivals(self) -> frozenset[CaseId]:
        """Return the cases of which two versions are here: neither may leave."""
        pairs = ((each.case_id, each.rival) for each in self.undecided())
        return frozenset(c for pair in pairs for c in pair if c is not None)

    def settle(self, tx: Transaction, received: ReceivedCase) -> None:
        """End what stands between a received case and the version beside it, and no more."""
        tx.change(PARCELS, (received.parcel_id,), {"rival": None})
        tx.touch_case(received.case_id)
        tx.touch(Noun.PARCEL, received.parcel_id)

    def inherit(self, tx: Transaction, gone: CaseId, kept: CaseId) -> None:
        """Let every note of a case that goes stand for the one that is kept of two.

        So a recall of either parcel means the case, and further versions stand beside it.
        """
        for each in self.received():
            case_id = kept if each.case_id == gone else each.case_id
            rival = kept if each.rival == gone else each.rival
            if (case_id, rival) != (each.case_id, each.rival):
                rival = None if rival == case_id else rival
                tx.change(PARCELS, (each.parcel_id,), {"case_id": case_id, "rival": rival})
                tx.touch(Noun.PARCEL, each.parcel_id)

    def is_taken(self, rows: CaseRows) -> bool:
        """Tell whether an id of these rows stands for something that is here already."""
        named = json.dumps([row["id"] for held in rows.values() for row in held if "id" in row])
        return any(
            self._db.one(
                f"SELECT 1 FROM {table.name} WHERE id IN (SELECT value FROM json_each(?)) LIMIT 1",  # noqa: S608 (names are constants)
                (named,),
            )
            for table in _CARRIED
            if "id" in table.key
        )


def month_of(tx: Transaction) -> str:
    """Return the month of a write, ``YYYY-MM``: the day of a sealing goes with the case."""
    return to_time(tx.at)[:7]


def require_one_case(rows: CaseRows) -> CaseId:
    """Return the id of the case that rows belong to.

    Raises:
        ValueError: They are not those of one case, a table or a column is missing or unknown, or a
            number or a time is none that a vault gives.
    """
    if rows.keys() != {table.name for table in _CARRIED} or len(rows[CASES.name]) != 1:
        raise ValueError("tables")
    case_id = rows[CASES.name][0].get("id")
    own = {None, *(row.get("id") for held in rows.values() for row in held)}
    for table in _CARRIED:
        columns = set(_columns(table))
        for row in rows[table.name]:
            owner = row.get("id" if table is CASES else "case_id")
            if row.keys() != columns or owner != case_id or not _has_ids(row):
                raise ValueError(table.name)
            if any(row.get(column) not in own for column in _REFERRING):
                raise ValueError(table.name)  # it reaches into another case
            _require_sound(row, len(rows[table.name]))
    if int(str(rows[CASES.name][0]["people"])) > len(rows[PERSONS.name]) + _GAPS:
        raise ValueError("people")
    return CaseId(str(case_id))


def _require_sound(row: Mapping[str, Value], rows: int) -> None:
    """Refuse numbers after which no further one could be given, and times outside of all years."""
    for column, value in row.items():
        # The next one is one more, of a row more: what is taken in here can always be sent on.
        most = rows + _GAPS if column in _COUNTED else _LARGEST
        if isinstance(value, int) and not 0 <= value <= most:
            raise ValueError(column)
        if column in _TIMES and value is not None and not is_sound_time(value):
            raise ValueError(column)


def is_sound_time(value: Value) -> bool:
    """Tell whether a value is a time with an offset, in a year that every place on earth has.

    Raises:
        ValueError: It is no time at all.
    """
    found = from_time(value)
    return found.tzinfo is not None and found.year in _YEARS


def _has_ids(row: Mapping[str, Value]) -> bool:
    named = [row[column] for column in _ID_COLUMNS if column in row]
    return all(isinstance(each, str) and _ID.fullmatch(each) for each in named)


def under_other_names(rows: CaseRows, code: str, new_id: Iterable[str] | None) -> CaseRows:
    """Return the rows of a case under a code, and those of another case where new ids are given.

    Args:
        rows: As ``rows_of`` gives them.
        code: Code of the case.
        new_id: Fresh ids, where one of the rows' own stands for something else; else ``None``.
    """
    changed = rows if new_id is None else _under_new_ids(rows, iter(new_id))
    (case,) = changed[CASES.name]
    return {**changed, CASES.name: ({**case, "code": code},)}


def _under_new_ids(rows: CaseRows, fresh: Iterator[str]) -> CaseRows:
    own = {
        str(row["id"]): next(fresh)
        for table in _CARRIED
        if "id" in table.key
        for row in rows[table.name]
    }
    return {
        name: tuple({column: _renamed(value, own) for column, value in row.items()} for row in held)
        for name, held in rows.items()
    }


def _renamed(value: Value, own: Mapping[str, str]) -> Value:
    """Return a value with other ids; they are random, so that no text holds one by chance."""
    if isinstance(value, str):
        return own.get(value, value)
    if isinstance(value, bytes):
        return _ID_IN_BYTES.sub(lambda found: _renamed_in(found[0], own), value)
    return value


def _renamed_in(found: bytes, own: Mapping[str, str]) -> bytes:
    return own.get(found.decode(), found.decode()).encode()


def tells_the_same(one: CaseRows, other: CaseRows) -> bool:
    """Tell whether two versions of a case hold the same, whenever they were written."""
    return _lasting(one) == _lasting(other)


def _lasting(rows: CaseRows) -> dict[str, list[dict[str, Value]]]:
    return {
        name: [
            {c: v for c, v in row.items() if c not in _PASSING_OF.get(name, _PASSING)}
            for row in held
            if _lasts(name, row)
        ]
        for name, held in rows.items()
        if name != AUDIT.name
    }


def _lasts(table: str, row: Mapping[str, Value]) -> bool:
    """Tell whether a row counts: a look that lets something pass may be given once more."""
    return table != LOOKS.name or row["objects"] == 1


def _columns(table: Table) -> tuple[str, ...]:
    local = _SECRET | _LOCAL.keys() if table is CASES else frozenset({"number"} & {*table.key})
    return tuple(column for column in table.columns if column not in local)
