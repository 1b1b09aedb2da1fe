"""The keyed chain and the state of the vault as one short digest; writes nothing itself."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from intake.store.connection import Database, Scalar
from intake.store.tables import DIGEST_BYTES, canonical

TOMBSTONE = "erased"
REMOVED = b""  # digest of a row that was removed on purpose
_ROUND = 1 << (8 * DIGEST_BYTES)


@dataclass(frozen=True, slots=True)
class Head:
    """The vault's own row: what stands for everything else in the database.

    Attributes:
        generation: Generation of the header that this database belongs to.
        announced: Highest generation that a header change under way may reach, or ``None``.
        rollback: Why the vault counts as put back to an earlier state, or ``None``.
        counter: Number of commits.
        previous: Digest of the head one commit earlier.
        entries: Number of entries of the chain.
        link: Link of the newest entry.
        live: Sum of the seals of all live rows, modulo 2**256.
    """

    vault_id: bytes
    generation: int
    announced: int | None
    rollback: str | None
    counter: int
    previous: bytes
    entries: int
    link: bytes
    live: int

    def digest(self, key: bytearray) -> bytes:
        """Return the keyed digest of the head; the previous head stands for itself."""
        values: tuple[Scalar, ...] = (
            self.vault_id,
            self.generation,
            self.announced,
            self.rollback,
            self.counter,
            self.entries,
            self.link,
            self.live.to_bytes(DIGEST_BYTES, "big"),
        )
        return _keyed(key, b"intake-head", values)

    def next(self, key: bytearray) -> Head:
        """Return the head with which the next commit begins."""
        return replace(self, counter=self.counter + 1, previous=self.digest(key))


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the chain: a row, the case it belongs to by handle, and its digest."""

    number: int
    handle: str
    kind: str
    row: str
    digest: bytes


def link_of(key: bytearray, before: bytes, entry: Entry) -> bytes:
    """Return the link of an entry behind the link of the entry before it."""
    values = (before, entry.number, entry.handle, entry.kind, entry.row, entry.digest)
    return _keyed(key, b"intake-link", values)


def shifted(live: int, old: bytes | None, new: bytes | None) -> int:
    """Return the sum of seals after one row changed; ``None`` stands for no row."""
    before = 0 if old is None else int.from_bytes(old, "big")
    after = 0 if new is None else int.from_bytes(new, "big")
    return (live - before + after) % _ROUND


def read_head(db: Database) -> Head:
    """Return the vault's own row."""
    row = db.one(
        "SELECT vault_id, generation, announced, rollback, counter, previous, entries, link, live"
        " FROM vault"
    )
    assert row is not None
    *values, live = row
    assert isinstance(live, bytes)
    return Head(*values, int.from_bytes(live, "big"))  # type: ignore[arg-type, call-arg]  # the query has these columns


def write_head(db: Database, head: Head) -> None:
    """Store the vault's own row."""
    db.execute(
        "UPDATE vault SET generation = ?, announced = ?, rollback = ?, counter = ?, previous = ?,"
        " entries = ?, link = ?, live = ?",
        (
            head.generation,
            head.announced,
            head.rollback,
            head.counter,
            head.previous,
            head.entries,
            head.link,
            head.live.to_bytes(DIGEST_BYTES, "big"),
        ),
    )


def first_head(vault_id: bytes, generation: int) -> Head:
    """Return the head of a vault that holds nothing yet."""
    return Head(vault_id, generation, None, None, 0, bytes(DIGEST_BYTES), 0, bytes(DIGEST_BYTES), 0)


def _keyed(key: bytearray, purpose: bytes, values: tuple[Scalar, ...]) -> bytes:
    content = canonical(values)
    return hashlib.blake2b(content, digest_size=DIGEST_BYTES, key=key, person=purpose).digest()
