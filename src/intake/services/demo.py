"""The made-up cases: a throw-away vault, and the main job from end to end without a window."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from intake.domain.progress import ProgressCallback, ignore_progress
from intake.services.bundles import VerifyReport
from intake.services.exports import Receipt
from intake.services.session import VaultSession


@dataclass(frozen=True, slots=True)
class DemoResult:
    """Where the demo left its files."""

    vault: Path
    passphrase_file: Path
    analyst_key: Path
    bundle: Path
    receipt: Receipt
    verified: VerifyReport


def throw_away_vault(folder: Path, progress: ProgressCallback = ignore_progress) -> VaultSession:
    """Create a vault with the made-up cases in an empty folder and leave it open."""
    raise NotImplementedError


def run(folder: Path, progress: ProgressCallback = ignore_progress) -> DemoResult:
    """Do the main job in ``folder``: made-up interviews, review, bundle, verification."""
    raise NotImplementedError
