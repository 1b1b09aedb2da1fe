"""The check of an open vault: names what is wrong, what is not, and what to do for each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from intake.domain.progress import CancelToken, ProgressCallback, ignore_progress
from intake.errors import DamagedError
from intake.services.session import VaultSession
from intake.store.walk import Finding
from intake.vault import folder
from intake.vault.folder import HEADER_NAMES

PARTS = ("header", "database", "search", "chain", "mirror")
ONE_COPY_DAMAGED = "one copy is damaged"
NO_COPY = "no copy is whole"
NOT_LOOKED_AT = "not looked at, for the database is damaged"

# What was found where nothing is wrong.
WHOLE = {
    "header": "both copies are whole",
    "database": "every page and every index is whole",
    "search": "the index has the words of the cases",
    "chain": "every record is the one that was written last",
    "mirror": "it was compared with the database when the vault was opened",
}
# What to do where something is wrong.
ADVICE = {
    ONE_COPY_DAMAGED: "Close the vault and open it again: the whole copy replaces the other one.",
    NO_COPY: "Keep the vault open and make a backup now: once it is closed, nothing opens it.",
    "database": (
        "Record nothing more in it. Restore the newest good backup; what is not in a backup can "
        "be rescued into a new vault, as far as it can be read."
    ),
    "search": (
        "The cases are not touched by this, but searches may miss some. "
        "A rescue into a new vault makes the index anew."
    ),
    "chain": (
        "Records were changed, removed or put back, and not by this program. Let nothing leave. "
        "Restore the newest good backup, and show the vault to whoever looks after your security."
    ),
    "mirror": "Take another backup: this one was put together out of several, or is damaged.",
    NOT_LOOKED_AT: "Check the vault that you restore or rescue.",
}


@dataclass(frozen=True, slots=True)
class Said:
    """Something that was found, as a text of this module or of the store, and what it counts.

    Attributes:
        text: With places for the other two where it has any.
        count: How many.
        table: Which table of the vault.
    """

    text: str
    count: int = 0
    table: str = ""

    def __str__(self) -> str:
        """Return it in English."""
        return self.text.format(count=self.count, table=self.table)


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One line of a check.

    Attributes:
        part: header, database, search, chain or mirror.
        good: Nothing is wrong with it.
        found: What was found.
        advice: What to do; empty where nothing is wrong.
    """

    part: str
    good: bool
    found: tuple[Said, ...] = ()
    advice: str = ""

    @property
    def detail(self) -> str:
        """What was found, in English."""
        return "; ".join(map(str, self.found))

    def as_document(self) -> dict[str, object]:
        """Return the line for a JSON document."""
        return {
            "part": self.part,
            "good": self.good,
            "detail": self.detail,
            "advice": self.advice,
        }


Wrong = dict[str, list[Said]]  # what is wrong with each part


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Result of a vault check."""

    lines: tuple[CheckLine, ...]

    @property
    def good(self) -> bool:
        """Whether nothing is wrong."""
        return all(line.good for line in self.lines)


def check(
    session: VaultSession,
    progress: ProgressCallback = ignore_progress,
    cancel: CancelToken | None = None,
) -> CheckReport:
    """Check header, database, search index, chain and mirror of an open vault.

    Raises:
        CancelledError: Stopped.
    """
    wrong: Wrong = {part: [] for part in PARTS}
    wrong["header"] += _header_flaws(session.path)
    note(wrong, session.store.check(progress, cancel))
    return report(wrong, skipped=("search", "chain") if wrong["database"] else ())


def note(wrong: Wrong, findings: Iterable[Finding]) -> None:
    """Add what the store has found to what is wrong with each part."""
    for each in findings:
        wrong[each.part].append(Said(each.flaw, each.count, each.table))


def report(wrong: Wrong, skipped: tuple[str, ...] = ()) -> CheckReport:
    """Return the report of a check, with what to do.

    Args:
        wrong: What is wrong with each part.
        skipped: Parts that could not be looked at unless something is known of them.
    """
    lines = []
    for part, found in wrong.items():
        told = found or ([Said(NOT_LOOKED_AT)] if part in skipped else [])
        advice = ADVICE.get(told[0].text, ADVICE.get(part, "")) if told else ""
        lines.append(CheckLine(part, not told, tuple(told) or (Said(WHOLE[part]),), advice))
    return CheckReport(tuple(lines))


def _header_flaws(path: Path) -> list[Said]:
    try:
        copies = folder.describe(path).intact_copies
    except DamagedError:
        return [Said(NO_COPY)]
    return [Said(ONE_COPY_DAMAGED)] if copies < len(HEADER_NAMES) else []
