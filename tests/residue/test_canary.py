"""A marker goes through a whole session; afterwards it is nowhere but inside of the vault.

Every way of looking has a version of the program beside it that leaks there and is caught.
"""

from __future__ import annotations

import base64
import time
from pathlib import Path

import pytest

from tests.residue.conftest import Place, commands, later_commands, run_commands, session
from tests.residue.traces import files_below, in_files, in_memory, spellings

pytestmark = pytest.mark.no_cover

# Where programs leave things; of what others keep there, only what changed meanwhile is read.
SHARED = tuple(map(Path, ("/tmp", "/var/tmp", "/run", "/dev/shm")))


def traces(place: Place, home: Path, since: float) -> list[str]:
    """Return where on the disk the words stand, without what the person brought."""
    own = files_below(place.folder, home, without=(place.given,))
    shared = files_below(*SHARED, since=since, without=(place.given,))
    return sorted(set(in_files([*own, *shared], place.words)))


@pytest.fixture
def begun(place: Place) -> float:
    """Prepare the vault; return since when the disk is watched (seconds of the epoch)."""
    since = time.time() - 2
    run_commands(place, commands(place))
    return since


def test_the_words_of_a_session_are_nowhere_but_in_the_vault(
    place: Place, begun: float, home: Path
) -> None:
    with session(place) as running:
        assert in_memory(running.pid, place.words) == set()
        running.order()
        running.wait_for("typing")
        assert in_memory(running.pid, place.words) != set(), "else the look at memory is blind"
    said = run_commands(place, later_commands(place))
    assert place.words not in said
    assert {path.name for path in place.out.iterdir()} == {"bundle.age", "counts.age"}
    assert traces(place, home, begun) == []


@pytest.mark.parametrize(
    "leak",
    [
        "temporary file",
        pytest.param("recent list", marks=pytest.mark.slow),
        pytest.param("log", marks=pytest.mark.slow),
    ],
)
def test_a_session_that_leaves_the_words_on_the_disk_is_caught(
    place: Place, begun: float, home: Path, leak: str
) -> None:
    with session(place, leak=leak):
        pass
    found = traces(place, home, begun)
    assert found
    for line in found:
        path = Path(line.rpartition(": ")[0])
        if place.folder not in path.parents:
            path.unlink()


def test_a_session_whose_process_lives_on_is_caught(place: Place, begun: float) -> None:
    with session(place, leak="process") as running:
        assert {"UTF-8", "UTF-16 LE"} & in_memory(running.pid, place.words)


@pytest.mark.parametrize("before", [b"", b"x", b"xy", b"xyz"])
def test_every_writing_is_recognised_wherever_it_begins(before: bytes) -> None:
    words = "zqabcdefghijklmnopqrstuvwx"
    encoded = base64.b64encode(before + words.encode() + b"!?")
    assert any(each in encoded for name, each in spellings(words).items() if "base64" in name)
