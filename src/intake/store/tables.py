"""The guarded tables: which columns belong together, and how their rows are digested."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from intake.store.connection import Row, Scalar

DIGEST_BYTES = 32


class Guard(Enum):
    """How a change of a row outside the program is noticed.

    ``LIVE``: the row carries a seal, and the sum of all seals stands in the vault's own row.
    ``CHAINED``: each version of the row has an entry in the keyed chain.
    """

    LIVE = "live"
    CHAINED = "chained"


class Later(NamedTuple):
    """A column that a later schema version brought.

    Attributes:
        column: Its name.
        since: The version that brought it.
        before: What it says of a row from before, as the migration's ``DEFAULT`` does.
    """

    column: str
    since: int
    before: Scalar


@dataclass(frozen=True)
class Table:
    """One guarded table.

    Attributes:
        key: Columns that identify a row.
        columns: All columns under guard, the key included, in the order in which rows are given.
        since: Schema version that brought the table.
        later: Columns that a later schema version brought.
    """

    name: str
    key: tuple[str, ...]
    columns: tuple[str, ...]
    guard: Guard = Guard.LIVE
    since: int = 1
    later: tuple[Later, ...] = ()

    def at(self, version: int) -> Table:
        """Return the table as it was in a schema version, without the columns of later ones."""
        missing = {each.column for each in self.later if each.since > version}
        if not missing:
            return self
        return replace(self, columns=tuple(c for c in self.columns if c not in missing))

    def upgraded(self, values: Mapping[str, Scalar], version: int) -> dict[str, Scalar]:
        """Return a row of a schema version as this program has it.

        What lies in a parcel or in a damaged vault is no database that a migration could change.
        """
        later = {each.column: each.before for each in self.later if each.since > version}
        return {**values, **later}

    @cached_property
    def where(self) -> str:
        """The condition that selects one row by its key."""
        return " AND ".join(f"{column} = ?" for column in self.key)

    @cached_property
    def _written(self) -> tuple[str, ...]:
        return (*self.columns, "seal") if self.guard is Guard.LIVE else self.columns

    @cached_property
    def insert(self) -> str:
        """Insert one row."""
        places = ", ".join("?" for _ in self._written)
        return f"INSERT INTO {self.name} ({', '.join(self._written)}) VALUES ({places})"  # noqa: S608 (names are constants of this module)

    @cached_property
    def replace(self) -> str:
        """Insert one row, or overwrite the one with the same key."""
        rest = ", ".join(f"{c} = excluded.{c}" for c in self._written if c not in self.key)
        return f"{self.insert} ON CONFLICT ({', '.join(self.key)}) DO UPDATE SET {rest}"

    @cached_property
    def select(self) -> str:
        """All guarded columns, and the seal of a live table; a condition can follow."""
        return f"SELECT {', '.join(self._written)} FROM {self.name}"  # noqa: S608 (as above)

    @cached_property
    def seal(self) -> str:
        """The seal of one row by its key."""
        return f"SELECT seal FROM {self.name} WHERE {self.where}"  # noqa: S608 (as above)

    @cached_property
    def delete(self) -> str:
        """Delete one row by its key."""
        return f"DELETE FROM {self.name} WHERE {self.where}"  # noqa: S608 (as above)

    def pick(self, columns: Iterable[str]) -> str:
        """Return the query for some columns, and the seal behind them, of one row by its key."""
        return f"SELECT {', '.join([*columns, 'seal'])} FROM {self.name} WHERE {self.where}"  # noqa: S608 (as above)

    def update(self, columns: Iterable[str]) -> str:
        """Return the statement that sets some columns and the seal of one row by its key."""
        places = ", ".join(f"{column} = ?" for column in [*columns, "seal"])
        return f"UPDATE {self.name} SET {places} WHERE {self.where}"  # noqa: S608 (as above)

    def row(self, values: Mapping[str, Scalar]) -> Row:
        """Return values in the order of ``columns``."""
        return tuple(values[column] for column in self.columns)

    def key_of(self, row: Row) -> Row:
        """Return the key out of a row."""
        return tuple(row[self.columns.index(column)] for column in self.key)

    def name_of(self, row: Row) -> str:
        """Return the key out of a row as the text by which the chain knows the row."""
        return row_name(self.key_of(row))

    def digest(self, row: Row, salt: bytes = b"") -> bytes:
        """Return the digest of one row; with a salt it is a commitment that hides the row."""
        content = canonical((self.name, *row))
        return hashlib.blake2b(content, digest_size=DIGEST_BYTES, key=salt).digest()


def row_name(key: Row) -> str:
    """Return a key as the text by which the chain knows its row."""
    return "/".join(str(part) for part in key)


def canonical(values: Iterable[Scalar]) -> bytes:
    """Return one byte string per list of values, a different one for each different list."""
    parts = bytearray()
    for value in values:
        if value is None:
            parts += b"n"
            continue
        if isinstance(value, bytes):
            kind, raw = b"b", value
        elif isinstance(value, str):
            kind, raw = b"t", value.encode("utf-8", "surrogatepass")
        else:
            kind, raw = b"i", str(value).encode()
        parts += kind + str(len(raw)).encode() + b":" + raw
    return bytes(parts)


CASES = Table(
    "cases",
    ("id",),
    (
        "id",
        "code",
        "status",
        "created",
        "changed",
        "project",
        "never_name",
        "people",
        "handle",
        "salt",
        "group_name",
        "country",
        "interviewer",
        "language",
        "interview_date",
        "needs_review",
        "consent_until",
        "withdrawn",
        "preview",
        "indexed",
    ),
)
INTERVIEWS = Table(
    "interviews", ("id",), ("id", "case_id", "ordinal", "form", "created", "stopped")
)
PERSONS = Table("persons", ("id",), ("id", "case_id", "ordinal", "code", "role", "never_name"))
EVENTS = Table("events", ("id",), ("id", "case_id", "interview_id", "ordinal"))
EVENT_PERSONS = Table(
    "event_persons",
    ("event_id", "part", "ordinal"),
    ("event_id", "part", "ordinal", "person_id", "case_id"),
)
ANSWERS = Table(
    "answers",
    ("owner", "question"),
    ("owner", "question", "owner_kind", "case_id", "value", "missing"),
)
STATEMENTS = Table(
    "statements",
    ("id",),
    (
        "id",
        "case_id",
        "interview_id",
        "ordinal",
        "question",
        "language",
        "caret",
        "digest",
        "reviewed_digest",
        "final",
        "changed",
        "text",
    ),
)
REVISIONS = Table(
    "revisions",
    ("id",),
    ("id", "case_id", "statement_id", "number", "reason", "created", "text"),
    Guard.CHAINED,
)
MARKS = Table(
    "marks",
    ("statement_id",),
    ("statement_id", "case_id", "digest", "pending", "total", "body"),
    Guard.CHAINED,
)
CONSENTS = Table("consents", ("id",), ("id", "case_id", "version", "saved", "body"), Guard.CHAINED)
AUDIT = Table("audit", ("number",), ("number", "case_id", "at", "action", "subject"), Guard.CHAINED)
TRUSTED_KEYS = Table(
    "trusted_keys", ("name",), ("name", "public", "fingerprint", "pinned"), Guard.CHAINED
)
OWN_KEYS = Table("own_keys", ("kind",), ("kind", "secret", "public", "made"))
SETTINGS = Table("settings", ("key",), ("key", "value"))
BUNDLES = Table(
    "bundles", ("bundle_id",), ("bundle_id", "month", "made", "body"), Guard.CHAINED, since=2
)
RELEASES = Table(
    "releases", ("bundle_id", "handle"), ("bundle_id", "handle", "month"), Guard.CHAINED, since=2
)
RULINGS = Table("rulings", ("id",), ("id", "case_id", "body"), since=3)
LOOKS = Table(
    "looks",
    ("id",),
    (
        "id",
        "statement_id",
        "digest",
        "signer",
        "case_id",
        "made",
        "who",
        "answer",
        "objects",
        "round",
    ),
    Guard.CHAINED,
    since=4,
)
PARCELS = Table("parcels", ("id",), ("id", "case_id", "month", "label", "sender", "rival"), since=5)

TABLES = (
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
    AUDIT,
    TRUSTED_KEYS,
    OWN_KEYS,
    SETTINGS,
    BUNDLES,
    RELEASES,
    RULINGS,
    LOOKS,
    PARCELS,
)


# Whose rows belong to cases, in every list of them: parcels, rescue, erasing. What is referred to
# stands before what refers to it. Notes of parcels name a case and are the vault's own.
OF_A_CASE = (
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


def guarded(version: int, guard: Guard) -> tuple[Table, ...]:
    """Return the tables of one guard that a schema version has, with the columns it has."""
    return tuple(t.at(version) for t in TABLES if t.guard is guard and t.since <= version)
