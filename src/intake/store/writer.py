"""The one way to write: transaction, guard, commit, mirror, in this order; knows no noun."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace

from intake.domain.audit import Action
from intake.errors import UnavailableError
from intake.store.chain import Head
from intake.store.connection import Database
from intake.store.freshness import judge
from intake.store.mirror import Mirror, MirrorState, Slots
from intake.store.transaction import Transaction
from intake.store.walk import Walk


class Writer:
    """Writes of one open database, each guarded by chain, head and mirror.

    Args:
        db: The open database.
        mirror: Its open mirror.
        key: The key of the chain; the writer keeps a copy of its own and wipes it.
        head: The vault's own row as it stands in the database.

    Attributes:
        head: The vault's own row after the last commit.
        finishers: Called with every transaction before it is committed: what follows from its rows.
        walk: A walk under way, which has to follow what is written behind it.
    """

    def __init__(self, db: Database, mirror: Mirror, key: bytearray, head: Head) -> None:
        self.db = db
        self.head = head
        self.key = bytearray(key)
        self.finishers: list[Callable[[Transaction], None]] = []
        self.walk: Walk | None = None
        self._mirror = mirror
        self._is_mirrored = True

    @contextmanager
    def write(self, action: Action | None = None, subject: str = "") -> Iterator[Transaction]:
        """Open a transaction; see ``Store.write``."""
        if self.db.in_transaction:
            raise AssertionError("a write is open already")
        if not self._is_mirrored:
            self._write_mirror()
        with self.db.transaction():
            tx = Transaction(self.db, self.head.next(self.key), self.key, self.walk)
            try:
                yield tx
                for finish in self.finishers:
                    finish(tx)
                if action is not None:
                    tx.audit(action, subject)
                tx.finish()
            finally:
                tx.end()
        self.head = tx.head
        if self.walk is not None:
            self.walk.follow(tx.walked)
        self._is_mirrored = False
        # The commit stands, so that this is no failure of the write. The next write tries again
        # first, and fails if it must: one commit at most is not in the mirror.
        with suppress(UnavailableError):
            self._write_mirror()
            if tx.is_erasing:  # the log still holds the pages as they were
                self.db.checkpoint()

    def attach(self, slots: Slots, header_generation: int) -> None:
        """Compare database, mirror and header; note a rollback, or finish what a crash cut off."""
        verdict = judge(self.head, self.key, slots, header_generation)
        if verdict.rollback is not None:
            newest = max((slot.counter for slot in slots if slot is not None), default=0)
            self.note_rollback(verdict.rollback, newest, header_generation)
        elif verdict.heal:
            self._heal(header_generation)

    def note_rollback(self, part: str, mirrored: int = 0, generation: int | None = None) -> None:
        """Keep in the database that it was put back, ahead of everything the mirror knows.

        Args:
            part: What is older than the rest.
            mirrored: The highest counter in the mirror.
            generation: Of the header, when it was held against the database; a change of it that
                was announced is over then.
        """
        self.head = replace(self.head, counter=max(self.head.counter, mirrored), rollback=part)
        if generation is not None:
            self.head = replace(self.head, generation=generation, announced=None)
        # A full disk keeps nobody from reading; the next write that succeeds keeps the note.
        with suppress(UnavailableError):
            with self.write():
                pass
            self._mirror.write_both(self._state())

    def _heal(self, generation: int) -> None:
        with suppress(UnavailableError):  # the next write tries again, and says so
            self._is_mirrored = False
            self._write_mirror()
            if self.head.generation != generation:
                with self.write() as tx:
                    tx.alter_head(generation=generation, announced=None)

    def close(self) -> None:
        """Try once more to bring the mirror up to date, close it, wipe the key."""
        if not self._is_mirrored:
            with suppress(UnavailableError):  # a mirror one commit behind is legal
                self._write_mirror()
        self._mirror.close()
        self.key[:] = bytes(len(self.key))

    def _state(self) -> MirrorState:
        return MirrorState(self.head.counter, self.head.generation, self.head.digest(self.key))

    def _write_mirror(self) -> None:
        self._mirror.write(self._state())
        self._is_mirrored = True
