"""Made-up cases leave nothing behind, and what is removed is theirs alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from intake.errors import UnavailableError
from intake.services.throw_away import ThrowAwayFolder, remove_remnants


def remnant(parent: Path) -> Path:
    """Return what a process leaves that is killed while it shows made-up cases."""
    code = (
        "import os, sys; from pathlib import Path;"
        "from intake.services.throw_away import ThrowAwayFolder;"
        "made = ThrowAwayFolder(Path(sys.argv[1])); made.vault.mkdir();"
        "(made.vault / 'vault.db').write_bytes(b'x'); print(made.path.name, flush=True);"
        "os.kill(os.getpid(), 9)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(parent)], capture_output=True, text=True, check=False
    )
    return parent / done.stdout.strip()


def test_a_folder_is_there_until_it_is_removed(tmp_path: Path) -> None:
    folder = ThrowAwayFolder(tmp_path)
    folder.vault.mkdir()
    (folder.vault / "file").write_text("made up")
    folder.remove()
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_process_left_is_removed_and_what_is_used_stays(tmp_path: Path) -> None:
    left = remnant(tmp_path)
    assert left.is_dir()
    used = ThrowAwayFolder(tmp_path)
    remove_remnants([tmp_path / "missing", tmp_path])
    assert list(tmp_path.iterdir()) == [used.path]
    used.remove()


@pytest.mark.parametrize("kind", ["name", "no marker", "other marker", "more", "link", "file"])
def test_nothing_that_somebody_else_put_there_is_removed(tmp_path: Path, kind: str) -> None:
    place = remnant(tmp_path)
    marker = place / "made-up-cases"
    if kind == "name":
        place = place.rename(tmp_path / "intake-demo-of-ours")
    elif kind == "no marker":
        marker.unlink()
    elif kind == "other marker":
        marker.write_bytes(b"\xff")
    elif kind == "more":
        (place / "photos").mkdir()
    elif kind == "link":
        hidden = place.rename(tmp_path / "elsewhere")
        place.symlink_to(hidden)
    else:
        (tmp_path / "intake-demo-00000000").write_text("a file of that name")
        place.rename(tmp_path / "elsewhere")
    before = sorted(path.name for path in tmp_path.rglob("*"))
    remove_remnants([tmp_path])
    assert sorted(path.name for path in tmp_path.rglob("*")) == before


def test_a_place_where_nothing_can_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UnavailableError):
        ThrowAwayFolder(tmp_path / "file")
