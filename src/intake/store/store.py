"""The store of an open vault: opens and guards the database, hands out one repository per noun."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from pathlib import Path

from intake.domain.audit import Action
from intake.domain.case import CaseFile
from intake.domain.changes import Changes
from intake.domain.progress import CancelToken, ProgressCallback, ignore_progress
from intake.domain.statement import RevisionReason
from intake.errors import VaultDamagedError
from intake.store import summaries
from intake.store.answers import AnswerRepository
from intake.store.audit import AuditRepository
from intake.store.backup import CopyFiles, copy_verified
from intake.store.cases import CaseRepository
from intake.store.chain import Head, first_head, read_head
from intake.store.check import check_database
from intake.store.codec import to_time
from intake.store.connection import Database, remove_database
from intake.store.consents import ConsentRepository
from intake.store.events import EventRepository
from intake.store.interviews import InterviewRepository
from intake.store.keys import KeyRepository
from intake.store.looks import LookRepository
from intake.store.marks import MarkRepository
from intake.store.migrations import NEWEST, upgrade, version_of
from intake.store.mirror import Mirror, MirrorState, open_mirror
from intake.store.parcels import ParcelRepository
from intake.store.persons import PersonRepository
from intake.store.release_classes import ReleaseClassRepository
from intake.store.releases import ReleaseRepository
from intake.store.rulings import RulingRepository
from intake.store.search import SearchIndex, assert_forgetting
from intake.store.settings import SettingRepository
from intake.store.soundness import Soundness, refusal
from intake.store.statements import StatementRepository
from intake.store.tables import DIGEST_BYTES
from intake.store.transaction import Transaction
from intake.store.walk import Finding
from intake.store.writer import Writer

_BATCH = 100  # cases between two reports of progress


class Store:
    """An open vault's database; used on the thread that opened it only.

    Every write goes through ``write``; repositories are attributes named after their nouns.
    """

    def __init__(self, db: Database, writer: Writer) -> None:
        self._db = db
        self._writer = writer
        self._is_open = True
        self.soundness = Soundness(db, writer)
        self.search = SearchIndex(db, self.write)
        writer.finishers = [summaries.refresh, self.search.follow]
        self.answers = AnswerRepository(db)
        self.interviews = InterviewRepository(db, self.answers)
        self.persons = PersonRepository(db, self.answers)
        self.events = EventRepository(db, self.answers)
        self.statements = StatementRepository(db)
        self.marks = MarkRepository(db)
        self.looks = LookRepository(db)
        self.consents = ConsentRepository(db)
        self.audit = AuditRepository(db)
        self.keys = KeyRepository(db)
        self.settings = SettingRepository(db)
        self.releases = ReleaseRepository(db)
        self.classes = ReleaseClassRepository(db)
        self.rulings = RulingRepository(db)
        self.parcels = ParcelRepository(db)
        self.cases = CaseRepository(
            db,
            self.search,
            answers=self.answers,
            interviews=self.interviews,
            persons=self.persons,
            events=self.events,
            statements=self.statements,
            marks=self.marks,
            consents=self.consents,
        )

    @classmethod
    def create(
        cls,
        path: Path,
        *,
        db_key: bytearray,
        chain_key: bytearray,
        mirror_path: Path,
        vault_id: bytes,
        header_generation: int,
    ) -> Store:
        """Create database and mirror, which must not exist yet, and leave the store open.

        Args:
            path: File of the database.
            db_key: 32 bytes; wiped by the caller.
            chain_key: 32 bytes; wiped by the caller, the store wipes its own copy at close.
            mirror_path: File of the mirror.
            vault_id: Random bytes that name the vault.
            header_generation: Generation of the header just written.

        Raises:
            DestinationExistsError: One of the files exists.
            UnavailableError: Read-only or full disk.
        """
        head = first_head(vault_id, header_generation)
        state = MirrorState(head.counter, head.generation, head.digest(chain_key))
        mirror = Mirror.create(mirror_path, chain_key, vault_id, state)
        try:
            db = Database.create(path, db_key)
        except BaseException:
            mirror.close()
            mirror_path.unlink()
            raise
        store = cls(db, Writer(db, mirror, chain_key, head))
        try:
            store._begin()
        except BaseException:
            store.close()
            remove_database(path)
            mirror_path.unlink()
            raise
        return store

    def _begin(self, version: int | None = None) -> None:
        """Make the tables and the vault's own row; of the newest version if none is named."""
        head = self._writer.head
        with self.write(Action.VAULT_CREATED) as tx:
            upgrade(tx, version)
            self._db.execute(
                "INSERT INTO vault (one, vault_id, created, generation, counter, previous,"
                " entries, link, live) VALUES (1, ?, ?, ?, 0, ?, 0, ?, ?)",
                (head.vault_id, to_time(tx.at), head.generation, *[bytes(DIGEST_BYTES)] * 3),
            )

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        db_key: bytearray,
        chain_key: bytearray,
        mirror_path: Path,
        vault_id: bytes,
        header_generation: int,
        before_migration: Callable[[Store], None],
    ) -> Store:
        """Open a vault's database; nothing is created and nothing is overwritten.

        A vault that was put back to an earlier state opens too, and says so in ``rollback``.

        Args:
            path: File of the database.
            db_key: 32 bytes; wiped by the caller.
            chain_key: 32 bytes; wiped by the caller, the store wipes its own copy at close.
            mirror_path: File of the mirror.
            vault_id: The vault's name, from the header.
            header_generation: Generation of the header that verified.
            before_migration: Called with the store before its schema is brought up to date; makes
                a backup, and stops the migration by raising.

        Raises:
            DamagedError: Missing, empty, cut short, foreign, damaged, or of a newer program.
            InUseError: Somebody has it open.
            UnavailableError: Read-only or full disk.
        """
        db = Database.open(path, db_key)
        try:
            head = _head_of(db, vault_id)
            mirror, slots = open_mirror(mirror_path, chain_key, vault_id)
        except BaseException:
            db.close()
            raise
        store = cls(db, Writer(db, mirror, chain_key, head))
        try:
            store._writer.attach(slots, header_generation)
            store.soundness.look_at_newest()
            if version_of(db) < NEWEST:
                before_migration(store)
                with store.write() as tx:
                    upgrade(tx)
        except BaseException:
            store.close()
            raise
        return store

    def write(
        self, action: Action | None = None, subject: str = ""
    ) -> AbstractContextManager[Transaction]:
        """Open the one kind of write there is: all or nothing, guarded, on the disk at the end.

        Repositories write through the transaction. When the block ends, summaries, search index,
        chain and audit event follow, then COMMIT, then the mirror. Whatever is raised inside undoes
        everything. ``changes`` of the transaction is complete after the block.

        Args:
            action: Goes to the audit log; ``None`` for autosave, which has no entry.
            subject: Record id or count for the audit log, never text of a case.

        Raises:
            UnavailableError: Disk full, read-only or not answering; nothing was written.
            UsageError: A text for a field of codes holds half of a character.
        """
        return self._writer.write(action, subject)

    def add_cases(
        self,
        files: Iterable[CaseFile],
        *,
        total: int = 0,
        progress: ProgressCallback = ignore_progress,
        cancel: CancelToken | None = None,
    ) -> Changes:
        """Store new cases in one write, each statement with its first revision.

        Args:
            files: Whole case files; may be produced one by one.
            total: How many there are, for progress; 0 when not known.
            progress: Called every 100 cases.
            cancel: Asked after every case.

        Raises:
            CancelledError: Stopped; no case was stored.
        """
        done = 0
        with self.write() as tx:
            for file in files:
                self.cases.add_file(tx, file)
                for statement in file.statements:
                    self.statements.freeze(tx, statement.id, RevisionReason.IMPORTED)
                done += 1
                if done % _BATCH == 0:
                    progress(done, total)
                if cancel is not None:
                    cancel.check()
            tx.audit(Action.CASE_IMPORTED, str(done))
        progress(done, total or done)
        return tx.changes

    @property
    def is_open(self) -> bool:
        """Whether it has not been closed yet."""
        return self._is_open

    @property
    def rollback(self) -> str | None:
        """Why the vault counts as put back to an earlier state, or ``None``.

        ``database``, ``mirror``, ``header`` or ``chain`` (some rows, while others are newer) is the
        part that is older than the rest or unreadable; ``damaged`` when a page cannot be read;
        else what was given to ``mark_rolled_back``. The store can be read and written
        all the same; ``refuse_rollback`` is for what must not happen then.
        """
        return self._writer.head.rollback

    def refuse_rollback(self) -> None:
        """Refuse what must not happen in a vault that was put back; an export for one.

        Raises:
            RollbackError: The vault was put back and this has not been settled.
            VaultDamagedError: A page of it cannot be read.
        """
        if self.rollback is not None:
            raise refusal(self.rollback)

    def mark_rolled_back(self, part: str) -> None:
        """Treat the vault as put back to an earlier state, after a restore for example."""
        with self.write() as tx:
            tx.alter_head(rollback=part)

    def settle_rollback(self) -> None:
        """End the rollback state: what happened since has been caught up.

        Raises:
            VaultDamagedError: Some rows are older than others; only a backup helps.
        """
        self.soundness.require_for_settling()
        with self.write(Action.RESTORED) as tx:
            tx.alter_head(rollback=None)

    @property
    def generation(self) -> int:
        """Generation of the header that the database belongs to."""
        return self._writer.head.generation

    @property
    def is_change_announced(self) -> bool:
        """Whether a change of the header was begun, and nobody has confirmed it since."""
        return self._writer.head.announced is not None

    def announce_generation(self, highest: int) -> None:
        """Say before a change of the header up to which generation it may go.

        A crash during the change then leaves a header that is known to be legal.
        """
        with self.write() as tx:
            tx.alter_head(announced=highest)

    def confirm_generation(self, generation: int) -> None:
        """Say after a change of the header which generation is in force."""
        with self.write() as tx:
            tx.alter_head(generation=generation, announced=None)

    def state_digest(self) -> bytes:
        """Return the digest that stands for the whole vault as it is (32 bytes, keyed)."""
        return self._writer.head.digest(self._writer.key)

    def checkpoint(self) -> None:
        """Write the log back into the file and empty it; when a case is closed and when idle."""
        self._db.checkpoint()

    def check(
        self, progress: ProgressCallback = ignore_progress, cancel: CancelToken | None = None
    ) -> tuple[Finding, ...]:
        """Check pages, structure, search index and chain as they are on the disk.

        Raises:
            CancelledError: Stopped.
        """
        return check_database(self._db, self._writer.key, progress, cancel)

    def backup_to(
        self,
        path: Path,
        *,
        db_key: bytearray,
        mirror_path: Path,
        chain_key: bytearray | None = None,
        note: str | None = None,
        progress: ProgressCallback = ignore_progress,
        cancel: CancelToken | None = None,
    ) -> None:
        """Write a copy of the database with a mirror of its own, opened and checked afterwards.

        Args:
            path: File of the copy; must not exist.
            db_key: Key of the copy, 32 bytes; the database's own for a backup.
            mirror_path: Mirror of the copy; must not exist.
            chain_key: Chain key of the copy when the vault is moved to new keys; ``None`` keeps it.
            note: What the copy says as its ``rollback`` when it is opened: a copy that stays
                behind while the vault goes on is an earlier state. ``None`` says nothing.
            progress: Progress of the check.
            cancel: Asked during the check.

        Raises:
            DestinationExistsError: One of the files exists.
            VaultDamagedError: The copy fails a check; nothing is left of it.
            UnavailableError: Disk full or read-only; nothing is left.
            CancelledError: Stopped; nothing is left.
        """
        key = self._writer.key
        copy = CopyFiles(path, mirror_path, db_key, key if chain_key is None else chain_key, note)
        copy_verified(self._db, key, copy, progress, cancel)

    def close(self) -> None:
        """Write the log back, close the files, wipe the store's key; a second call does nothing."""
        self._db.assert_thread()
        if not self._is_open:
            return
        self._is_open = False
        self._writer.close()
        self._db.close()

    def close_without_checkpoint(self) -> None:
        """Let go at once and leave the log as it is; for a process that is about to end."""
        self._db.assert_thread()
        if not self._is_open:
            return
        self._is_open = False
        self._writer.close()
        self._db.abandon()


def _head_of(db: Database, vault_id: bytes) -> Head:
    """Return the vault's own row of a database that is this vault's."""
    if version_of(db) == 0:
        raise VaultDamagedError(part="database")
    assert_forgetting(db)
    head = read_head(db)
    if head.vault_id != vault_id:
        raise VaultDamagedError(part="vault id")
    return head
