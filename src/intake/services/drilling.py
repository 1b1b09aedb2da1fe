"""The restore drill: proves that a backup opens, where it lies and without changing it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from intake.domain.progress import CancelToken, ProgressCallback, ignore_progress
from intake.services import vaults
from intake.services.backups import require_one
from intake.services.checking import ONE_COPY_DAMAGED, CheckLine, Said, Wrong, note, report
from intake.services.rescuing import look_into
from intake.store.reading import Looked, Place, look
from intake.vault.folder import DATABASE_LOG_NAME, DATABASE_NAME, MIRROR_NAME, Twin
from intake.vault.secret import Secret

MIXED = "parts of it are of different moments"
PARTS = ("header", "database", "chain", "mirror")


class Unverified(StrEnum):
    """What a drill cannot tell, each for a reason."""

    SEARCH = "search"  # checking it writes; it is made anew from the cases
    RECOVERY = "recovery"  # the other secret was not typed
    PASSPHRASE = "passphrase"  # noqa: S105 (the name of what was not tried)
    LOG = "log"  # the newest writes lie in a file that only a restore reads
    UPDATE = "update"  # an older program wrote it; the first opening brings it up to date
    REST = "rest"  # a damaged database is not walked


@dataclass(frozen=True, slots=True)
class DrillReport:
    """What a drill found.

    Attributes:
        lines: A line for header, database, chain and mirror.
        cases: How many cases are in it, counted after the walk.
        newest: When something was last done in it; what came later is not in this backup.
        unverified: What nobody has looked at.
    """

    lines: tuple[CheckLine, ...]
    cases: int
    newest: datetime | None
    unverified: tuple[Unverified, ...] = field(default=())

    @property
    def good(self) -> bool:
        """Whether the backup opens and nothing that was looked at is wrong."""
        return all(line.good for line in self.lines)


def drill(
    backup: Path,
    secret: Secret,
    progress: ProgressCallback = ignore_progress,
    cancel: CancelToken | None = None,
    *,
    with_recovery: bool = False,
) -> DrillReport:
    """Open a backup where it lies, check all that can be checked, and change nothing.

    Args:
        backup: One backup; the drive may be write-protected.
        secret: Passphrase of the day of the backup, or the recovery key; wiped by the caller.
        progress: Progress of the walk over every record.
        cancel: Asked during the walk.
        with_recovery: The secret is the recovery key, or two sheets of it.

    Raises:
        UsageError: It is the folder in which several backups stand.
        DamagedError: The header or the file of the database is not whole: it does not open.
        WrongSecretError: The secret does not open it.
        CancelledError: Stopped.
    """
    require_one(backup)
    opened = look_into(backup, secret, with_recovery=with_recovery)
    place = Place(backup / DATABASE_NAME, backup / MIRROR_NAME, opened.vault_id, opened.generation)
    with (
        opened.keys,
        vaults.raw(opened.keys.database) as db_key,
        vaults.raw(opened.keys.chain) as chain_key,
    ):
        looked = look(place, db_key, chain_key, progress, cancel)
    return DrillReport(
        lines=_lines(opened.twin, looked, has_log=_has_log(backup)),
        cases=looked.cases,
        newest=looked.newest,
        unverified=_unverified(backup, looked, with_recovery=with_recovery),
    )


def _lines(twin: Twin, looked: Looked, *, has_log: bool) -> tuple[CheckLine, ...]:
    wrong: Wrong = {part: [] for part in PARTS}
    if twin is not Twin.INTACT:
        wrong["header"].append(Said(ONE_COPY_DAMAGED))
    note(wrong, looked.findings)
    skipped = ("chain", "mirror") if wrong["database"] else ()
    if looked.rollback is not None:
        wrong["mirror"].append(Said(MIXED))
    if has_log and not wrong["database"]:  # what the log holds may be all that differs
        del wrong["mirror"]
    return report(wrong, skipped=skipped).lines


def _has_log(backup: Path) -> bool:
    log = backup / DATABASE_LOG_NAME
    return log.is_file() and log.stat().st_size > 0


def _unverified(backup: Path, looked: Looked, *, with_recovery: bool) -> tuple[Unverified, ...]:
    other = Unverified.PASSPHRASE if with_recovery else Unverified.RECOVERY
    found = {
        Unverified.SEARCH: True,
        other: True,
        Unverified.LOG: _has_log(backup),
        Unverified.UPDATE: looked.is_older_format,
        Unverified.REST: any(finding.part == "database" for finding in looked.findings),
    }
    return tuple(each for each, is_so in found.items() if is_so)
