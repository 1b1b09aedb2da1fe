"""Parcels: the rows of a case read and stored, and notes of what was sealed or received."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator, Mapping

from sqlcipher3 import dbapi2

from intake.domain.changes import Noun
from intake.domain.ids import CaseId
from intake.domain.parcel import CaseRows, ReceivedCase, SealedCase, Value
from intake.errors import UsageError
from intake.store.codec import from_blob, to_blob, to_time
from intake.store.connection import Database
from intake.store.parcel_rows import CARRIED, LOCAL, columns_of, require_one_case
from intake.store.tables import AUDIT, CASES, DIGEST_BYTES, PARCELS, Table
from intake.store.transaction import Part, Transaction

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
        rows = {table.name: tuple(self._rows(table, case_id)) for table in CARRIED}
        if not rows[CASES.name]:
            raise KeyError(case_id)
        return rows

    def _rows(self, table: Table, case_id: CaseId) -> Iterator[Mapping[str, Value]]:
        columns = columns_of(table)
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
            for table in CARRIED:
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
            values |= LOCAL
            values["handle"] = secrets.token_hex(16)
            values["salt"] = secrets.token_bytes(DIGEST_BYTES)
        elif table is AUDIT:
            values["number"] = tx.head.entries + 1
        tx.insert(table, values)
        # A number in a column for text is stored as text, and its seal would be of another row.
        given = table.row(values)
        stored = tx.db.one(f"{table.select} WHERE {table.where}", table.key_of(given))
        if stored is None or stored[: len(given)] != given:
            raise ValueError("kind")

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
            for table in CARRIED
            if "id" in table.key
        )


def month_of(tx: Transaction) -> str:
    """Return the month of a write, ``YYYY-MM``: the day of a sealing goes with the case."""
    return to_time(tx.at)[:7]
