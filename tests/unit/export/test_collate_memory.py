"""Uniting many bundles takes hardly more memory than uniting few."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.export.uniting import bundle, copies

PEOPLE = 400
MOST_MORE = 40 << 10  # KiB
SCRIPT = """
import resource, sys
from pathlib import Path
from intake.export.collate import collate
from intake.export.verify import Opening, Trust
folder, count = Path(sys.argv[1]), int(sys.argv[2])
paths = [folder / f"copy-{number}.zip" for number in range(count)]
found = collate(folder / f"all-{count}", paths, Opening((), Trust(anybody=True)))
assert found.risk.rows == count * int(sys.argv[3])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def peak(folder: Path, count: int) -> int:
    """Return the most memory that uniting so many bundles took, in KiB."""
    command = [sys.executable, "-c", SCRIPT, str(folder), str(count), str(PEOPLE)]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("many")
    copies(folder, bundle(folder, 1, PEOPLE), 60)
    return folder


def test_memory_does_not_grow_with_the_number_of_bundles(many: Path) -> None:
    assert peak(many, 60) - peak(many, 6) < MOST_MORE
