"""Unites bundles into one data set for analysis."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from intake.domain.progress import CancelToken, ProgressCallback, ignore_progress
from intake.errors import UsageError
from intake.export import collate
from intake.export.collate import Collation, risk_document
from intake.services.bundles import Means, opened_with

__all__ = ["Collation", "as_document", "unite"]


def unite(
    folder: Path,
    paths: Sequence[Path],
    means: Means,
    progress: ProgressCallback = ignore_progress,
    cancel: CancelToken | None = None,
    *,
    began: Callable[[Path], None] = lambda _path: None,
) -> Collation:
    """Verify bundles and unite them in a new or empty folder; on any error nothing is left.

    Args:
        folder: Where the data set goes; it is not encrypted.
        paths: The bundles.
        means: What opens all of them.
        progress: Told (done, total).
        cancel: Lets somebody stop it.
        began: Told each file that is looked at.

    Raises:
        UsageError: No bundle is named.
        IntakeError: As ``bundles.verify``.
    """
    if not paths:
        raise UsageError(what="Name the bundles to unite.")
    with opened_with(means) as opening:
        return collate.collate(folder, paths, opening, progress, cancel, began=began)


def as_document(found: Collation) -> dict[str, Any]:
    """Return what was united as the command line prints it."""
    return {
        "bundles": list(found.bundles),
        "repeated": [str(path) for path in found.repeated],
        "tables": found.tables,
        "risk": risk_document(found.risk),
    }
