"""The rows of a case as they travel: which, whether they are of one case, what two versions share.

Nothing is read or stored here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from intake.domain.ids import CaseId
from intake.domain.parcel import CaseRows, Value
from intake.store.codec import from_time
from intake.store.tables import AUDIT, CASES, LOOKS, OF_A_CASE, PARCELS, PERSONS, Table

# What is referred to stands before what refers to it.
CARRIED = (CASES, *OF_A_CASE)
# What each vault makes for itself: by it a case could be known again, or it follows from the rest.
LOCAL: dict[str, Value] = {
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
# Columns that name another row of the case: none may reach into another one.
_REFERRING = ("interview_id", "statement_id", "event_id", "person_id", "owner")
_ID_COLUMNS = ("id", "case_id", *_REFERRING)
_ID, _ID_IN_BYTES = re.compile(r"[0-9a-f]{32}"), re.compile(rb"[0-9a-f]{32}")


def brought_up(rows: CaseRows, schema: int) -> CaseRows:
    """Return the rows that a vault of some schema version has sent as this program has them.

    Args:
        rows: Of one case, by table.
        schema: Their version, not above the newest.

    Raises:
        ValueError: No vault of that version sends cases, or a table or a column is missing or
            unknown in it.
    """
    known = {table.name: table.at(schema) for table in CARRIED if table.since <= schema}
    if schema < PARCELS.since or rows.keys() != known.keys():
        raise ValueError("tables")
    for name, held in rows.items():
        columns = set(columns_of(known[name]))
        if any(row.keys() != columns for row in held):
            raise ValueError(name)
    return {
        table.name: tuple(_upgraded(table, row, schema) for row in rows.get(table.name, ()))
        for table in CARRIED
    }


def _upgraded(table: Table, row: Mapping[str, Value], schema: int) -> Mapping[str, Value]:
    whole = table.upgraded(row, schema)
    return {column: whole[column] for column in columns_of(table)}


def require_one_case(rows: CaseRows) -> CaseId:
    """Return the id of the case that rows belong to.

    Raises:
        ValueError: They are not those of one case, a table or a column is missing or unknown, or a
            number or a time is none that a vault gives.
    """
    if rows.keys() != {table.name for table in CARRIED} or len(rows[CASES.name]) != 1:
        raise ValueError("tables")
    case_id = rows[CASES.name][0].get("id")
    own = {None, *(row.get("id") for held in rows.values() for row in held)}
    for table in CARRIED:
        columns = set(columns_of(table))
        for row in rows[table.name]:
            owner = row.get("id" if table.name == CASES.name else "case_id")
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
        for table in CARRIED
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


def columns_of(table: Table) -> tuple[str, ...]:
    """Return the columns of a table that travel."""
    is_case = table.name == CASES.name
    local = _SECRET | LOCAL.keys() if is_case else frozenset({"number"} & {*table.key})
    return tuple(column for column in table.columns if column not in local)
