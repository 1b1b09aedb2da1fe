"""The simulated disk forgets what nobody waited for, and keeps the rest; no call is overlooked."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.power.disk import (
    ROOT,
    SECTOR,
    Cut,
    Disk,
    Name,
    New,
    Said,
    Step,
    Sync,
    Write,
    after_a_power_cut,
    moments,
)
from tests.power.recorder import recorded

pytestmark = pytest.mark.no_cover

FILE, OTHER, FOLDER = 1, 2, 3
OLD, NEW = b"o" * 2 * SECTOR, b"n" * 2 * SECTOR


def states(*steps: Step, disk: Disk | None = None) -> list[dict[str, object]]:
    """Return every state in which 300 power cuts leave a disk after these steps."""
    found: list[dict[str, object]] = []
    chance = random.Random(1)
    for _ in range(300):
        tree = after_a_power_cut(disk or with_file(), steps, chance).tree()
        if tree not in found:
            found.append(tree)
    return found


def with_file() -> Disk:
    return Disk({ROOT: {"a": FILE}}, {FILE: bytearray(OLD)})


def test_what_nobody_waited_for_is_there_or_not_or_in_part() -> None:
    torn = NEW[:SECTOR] + OLD[SECTOR:]
    found = states(Write(FILE, 0, NEW))
    assert len(found) == 3
    assert all(state in found for state in ({"a": OLD}, {"a": NEW}, {"a": torn}))
    assert states(Write(FILE, 0, NEW), Sync(FILE)) == [{"a": NEW}]
    assert {len(bytes(state["a"])) for state in states(Cut(FILE, 1))} == {1, len(OLD)}  # type: ignore[call-overload]  # a file
    assert states(Cut(FILE, 2 * len(OLD)), Sync(FILE)) == [{"a": OLD + bytes(len(OLD))}]


def test_a_name_is_on_the_disk_when_somebody_waited_for_its_folder() -> None:
    removed = Name(((ROOT, "a", None),))
    assert sorted(map(len, states(removed))) == [0, 1]
    assert sorted(map(len, states(removed, Sync(FILE)))) == [0, 1]
    assert states(removed, Sync(ROOT)) == [{}]


def test_a_renaming_is_never_half_done() -> None:
    made = (New(OTHER, is_folder=False), Write(OTHER, 0, NEW), Sync(OTHER))
    named = Name(((ROOT, "b", OTHER),))
    replaced = Name(((ROOT, "b", None), (ROOT, "a", OTHER)))
    found = states(*made, named, Sync(ROOT), replaced)
    assert len(found) == 2
    assert {"a": OLD, "b": NEW} in found
    assert {"a": NEW} in found


def test_with_a_renaming_from_another_folder_comes_what_made_the_name() -> None:
    disk = with_file()
    disk.folders[ROOT]["into"] = FOLDER
    disk.folders[FOLDER] = {}
    named = Name(((ROOT, "b", OTHER),))
    moved = Name(((ROOT, "b", None), (FOLDER, "b", OTHER)))
    steps = (New(OTHER, is_folder=False), named, moved, Sync(FOLDER), Said("moved"))
    assert states(*steps, disk=disk) == [{"a": OLD, "into": {"b": b""}}]


def test_a_row_of_writes_is_one_moment_of_many() -> None:
    steps: list[Step] = [Sync(FILE), *[Write(FILE, 0, NEW)] * 100, Sync(FILE)]
    found = moments(steps, 300, random.Random(1))
    assert set(found) >= {0, 101, len(steps)}
    assert max(found) == len(steps)
    assert sum(1 < each < 101 for each in found) < 200


EVERYTHING = """
import os, shutil
os.chdir({place!r})
here = os.getcwd() + "/"
os.makedirs(here + "one/two")
number = os.open(here + "one/two/file", os.O_CREAT | os.O_RDWR)
os.write(number, b"abc"); os.lseek(number, 1, 0); os.write(number, b"x")
other = os.dup(number); os.write(other, b"end"); os.pwrite(other, b"!", 9)
os.ftruncate(number, 12); os.fsync(number); os.fdatasync(other); os.close(other); os.close(number)
with open(here + "before", "ab") as file: file.write(b"more")
with open(here + "gone", "w") as file: file.write("soon")
os.link(here + "gone", here + "linked"); os.replace(here + "gone", here + "one/moved")
number = os.open(here, os.O_TMPFILE | os.O_RDWR); os.write(number, b"nameless")
folder = os.open(here, os.O_RDONLY)
os.link("/proc/self/fd/%d" % number, "named", dst_dir_fd=folder, follow_symlinks=True)
os.fsync(folder)
os.makedirs(here + "tree/deep"); open(here + "tree/deep/leaf", "w").close()
shutil.rmtree(here + "tree"); os.rename(here + "one", here + "first"); os.unlink(here + "linked")
print("done", flush=True)
"""


def run(folder: Path, code: str) -> tuple[Disk, list[Step]]:
    return recorded(folder, "timeit", "-n1", "-r1", code)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "place"
    folder.mkdir()
    (folder / "before").write_bytes(b"here ")
    return folder


def test_every_call_that_the_program_uses_is_understood(place: Path) -> None:
    before, steps = run(place, EVERYTHING.format(place=str(place)))
    assert before.tree() == {"before": b"here "}
    whole = before.copy()
    for step in steps:
        whole.apply(step)
    whole.put(place)
    assert (place / "before").read_bytes() == b"here more"
    assert (place / "named").read_bytes() == b"nameless"
    assert (place / "first" / "two" / "file").read_bytes() == b"axend\0\0\0\0!\0\0"
    assert (place / "first" / "moved").read_bytes() == b"soon"
    assert Said("done") in steps


def test_a_call_that_nobody_understood_is_noticed(place: Path) -> None:
    with pytest.raises(AssertionError, match="not understood"):
        run(place, f"import os; os.truncate({str(place / 'before')!r}, 1)")
