"""Whether the vault is whole and of one moment: looked at when it opens, in the background, whole.

The mirror tells whether the vault's own row is the newest one. Whether everything else belongs to
that row only a walk over all of it can tell: somebody may have put back all pages but one.
"""

from __future__ import annotations

from intake.domain.progress import CancelToken, ProgressCallback, ignore_progress
from intake.errors import IntakeError, RollbackError, VaultDamagedError
from intake.store.chain import TOMBSTONE, Entry, link_of
from intake.store.check import check_guarded, walk_chain
from intake.store.connection import Database, Scalar
from intake.store.migrations import version_of
from intake.store.tables import BUNDLES, CONSENTS, DIGEST_BYTES, RELEASES, Guard, guarded
from intake.store.walk import Finding, Flaw, Salts, Walk, row_named
from intake.store.writer import Writer

# What an opening looks at, whatever the size of the vault: a few milliseconds.
_NEWEST_LINKS = 300
_NEWEST_DECIDING = 100
_ENTRIES_LOOKED_THROUGH = 5_000
# The chain may have so many entries for a walk that a person waits for: about a second.
_FEW = 2_000

_DECIDING = (CONSENTS.name, BUNDLES.name, RELEASES.name)
CHAIN = "chain"  # noted where some rows are older than others
DAMAGED = "damaged"  # noted where a page cannot be read: disks do that by themselves


class Soundness:
    """Looks whether every row is the one that was written last; notes in the vault when not.

    Args:
        db: The open database.
        writer: Its writer.
    """

    def __init__(self, db: Database, writer: Writer) -> None:
        self._db = db
        self._writer = writer
        self._sound_at: bytes | None = None
        self._is_over = False

    def look_at_newest(self) -> None:
        """Look at the newest links, and at the newest rows that decide; what an opening can afford.

        What cannot be read is left to the walk: a damaged page keeps nobody from reading the rest.
        """
        if self._writer.head.rollback is not None:
            return
        try:
            is_sound = self._are_links_sound() and self._are_decisions_sound()
        except VaultDamagedError:
            return
        if not is_sound:
            self._writer.note_rollback(CHAIN)

    def require(
        self, progress: ProgressCallback = ignore_progress, cancel: CancelToken | None = None
    ) -> None:
        """Refuse to go on unless the whole vault is what was written last.

        It costs nothing when nothing was written since the last time.

        Raises:
            RollbackError: It was put back, wholly or in part; noted, so that it stays refused.
            VaultDamagedError: A page cannot be read; noted as well.
            CancelledError: Stopped.
        """
        self._refuse_noted()
        if self._sound_at != self._state():
            self._insist(self._find(progress, cancel))
            self._sound_at = self._state()

    def require_for_settling(self) -> None:
        """Refuse to end the state of a vault that is of several moments at once.

        Nobody can catch up what has no order: a backup can be restored, and caught up.

        Raises:
            VaultDamagedError: Some rows are older than others.
        """
        found = self._find(ignore_progress, None)
        if found:
            raise VaultDamagedError(part=found[0].part)

    def walk_on(self, seconds: float) -> bool:
        """Go on with the walk of this opening for a moment; return whether it is over.

        The vault may be written between two calls. What is found is noted: ``Store.rollback``.
        """
        if self._is_over:
            return True
        if self._writer.walk is None:
            self._writer.walk = Walk(self._db, self._writer.key, version_of(self._db))
        walk = self._writer.walk
        if not walk.advance(seconds):
            return False
        self._writer.walk = None
        self._is_over = True
        if walk.findings and self._writer.head.rollback is None:
            self._writer.note_rollback(_note(walk.findings))
        return True

    @property
    def is_cheap(self) -> bool:
        """Whether to look at everything takes about a second at most."""
        return self._writer.head.entries <= _FEW

    def _find(self, progress: ProgressCallback, cancel: CancelToken | None) -> tuple[Finding, ...]:
        found = check_guarded(self._db, cancel)
        return found or walk_chain(self._db, self._writer.key, progress, cancel)

    def _insist(self, found: tuple[Finding, ...]) -> None:
        if found:
            self._writer.note_rollback(_note(found))
            self._refuse_noted()

    def _refuse_noted(self) -> None:
        if self._writer.head.rollback is not None:
            raise refusal(self._writer.head.rollback)

    def _state(self) -> bytes:
        return self._writer.head.digest(self._writer.key)

    def _are_links_sound(self) -> bool:
        """Recompute the newest links, up to the one that the vault's own row knows."""
        head = self._writer.head
        first = max(0, head.entries - _NEWEST_LINKS)
        rows = self._db.rows(
            "SELECT number, handle, kind, row, digest, link FROM chain WHERE number >= ?"
            " ORDER BY number",
            (first,),
        )
        number, link = 0, bytes(DIGEST_BYTES)
        if first:
            if not rows:
                return False
            number, *_, link = rows.pop(0)  # type: ignore[assignment]  # the table is STRICT
        for *fields, stored in rows:
            entry = Entry(*fields)  # type: ignore[arg-type]  # the table is STRICT
            number, link = number + 1, link_of(self._writer.key, link, entry)
            if (stored, entry.number) != (link, number):
                return False
        return (number, link) == (head.entries, head.link)

    def _are_decisions_sound(self) -> bool:
        """Hold the newest consents, withdrawals and releases against their entries."""
        kinds = (*_DECIDING, TOMBSTONE)
        rows = self._db.rows(
            "SELECT handle, kind, row, digest FROM chain"  # noqa: S608 (only places are put in)
            f" WHERE number > ? AND kind IN ({', '.join('?' for _ in kinds)})"
            " ORDER BY number DESC LIMIT ?",
            (self._writer.head.entries - _ENTRIES_LOOKED_THROUGH, *kinds, _NEWEST_DECIDING),
        )
        erased: set[Scalar] = set()
        seen: set[tuple[Scalar, Scalar]] = set()
        for handle, kind, name, digest in rows:
            if kind == TOMBSTONE:
                erased.add(handle)
            elif handle not in erased and (kind, name) not in seen:
                seen.add((kind, name))
                if not self._is_there(str(kind), str(name), digest):
                    return False
        return True

    def _is_there(self, kind: str, name: str, digest: Scalar) -> bool:
        tables = guarded(version_of(self._db), Guard.CHAINED)
        table = next(table for table in tables if table.name == kind)
        row = row_named(self._db, table, name)
        if row is None or table.digest(row, Salts(self._db).of(table, row)) != digest:
            return False
        if kind != CONSENTS.name:
            return True
        # As the program asks for it: by another index than the one that has just found the row.
        place = tuple(row[table.columns.index(column)] for column in ("case_id", "version"))
        found = self._db.value("SELECT id FROM consents WHERE case_id = ? AND version = ?", place)
        return found == name


def refusal(noted: str) -> IntakeError:
    """Return the error that says what is noted in a vault as its ``rollback``."""
    if noted == DAMAGED:
        return VaultDamagedError(part="database")
    return RollbackError(part=noted)


def _note(found: tuple[Finding, ...]) -> str:
    """Return what to note: damage is nobody's doing, and nothing can be caught up after it."""
    return DAMAGED if any(each.flaw is Flaw.UNREADABLE for each in found) else CHAIN
