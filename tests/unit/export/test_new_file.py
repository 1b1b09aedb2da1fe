"""A new file appears whole under its name, or nothing does; what was there stays."""

from __future__ import annotations

import errno
import fcntl
import os
import resource
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

import pytest

from intake.errors import (
    BundleDamagedError,
    CancelledError,
    DestinationExistsError,
    DiskFullError,
    IntakeError,
    ReadOnlyError,
    UnavailableError,
    UsageError,
)
from intake.export import new_file
from intake.export.new_file import write_new


@pytest.fixture(autouse=True, params=["without a name", "with a name of ours"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Let each test run as on a file system that knows files without a name, and as on FAT."""
    if request.param == "with a name of ours":
        real, nameless = os.open, os.O_TMPFILE

        def refuses(path: str | Path, flags: int, *more: object, **named: object) -> int:
            if flags & nameless == nameless:
                raise OSError(errno.EOPNOTSUPP, "no such files here")
            return real(path, flags, *more, **named)  # type: ignore[arg-type]  # handed through

        monkeypatch.setattr(os, "open", refuses)
    return str(request.param)


def content(sink: BinaryIO) -> None:
    sink.write(b"content")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_file_is_there_whole_and_for_its_owner_only(tmp_path: Path) -> None:
    write_new(tmp_path / "new", content)
    assert (tmp_path / "new").read_bytes() == b"content"
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o600
    assert names(tmp_path) == ["new"]


def test_it_has_no_name_until_it_was_read_back(tmp_path: Path) -> None:
    seen = []

    def check(written: BinaryIO) -> None:
        seen.append((written.read(), (tmp_path / "new").exists()))

    write_new(tmp_path / "new", content, check)
    assert seen == [(b"content", False)]


@pytest.mark.parametrize(
    "error", [BundleDamagedError(part="x"), CancelledError(), KeyboardInterrupt()]
)
@pytest.mark.parametrize("when", ["writing", "checking"])
def test_an_interruption_leaves_nothing(tmp_path: Path, error: BaseException, when: str) -> None:
    def fail(_stream: BinaryIO) -> None:
        raise error

    write, check = (fail, None) if when == "writing" else (content, fail)
    with pytest.raises(type(error)):
        write_new(tmp_path / "new", write, check)
    assert names(tmp_path) == []


@pytest.mark.parametrize("refuses", [False, True])
def test_the_last_word_is_asked_when_only_the_name_is_missing(
    tmp_path: Path,
    refuses: bool,  # noqa: FBT001 (both answers)
) -> None:
    asked: list[str] = []

    def last_word() -> None:
        new = tmp_path / "new"
        asked.append(new.read_text() if new.exists() else "")
        if refuses:
            raise CancelledError

    if refuses:
        with pytest.raises(CancelledError):
            write_new(tmp_path / "new", content, before_naming=last_word)
    else:
        write_new(tmp_path / "new", content, before_naming=last_word)
    assert asked == [""], "nothing of the content is to be seen before"
    assert names(tmp_path) == ([] if refuses else ["new"])


def test_the_last_word_is_taken_back_only_where_the_name_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def last_word() -> Callable[[], None]:
        said.append("given")
        return lambda: said.append("taken back")

    def fails(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, "fails")

    write_new(tmp_path / "one", content, before_naming=last_word)
    assert said == ["given"]
    with pytest.raises(UnavailableError, match="too long"):
        write_new(tmp_path / ("n" * 300), content, before_naming=last_word)
    assert said == ["given"], "such a name is found out before"
    monkeypatch.setattr(Path, "replace", fails)
    monkeypatch.setattr(os, "link", fails)
    with pytest.raises(UnavailableError):
        write_new(tmp_path / "two", content, before_naming=last_word)
    assert said == ["given", "given", "taken back"]
    assert names(tmp_path) == ["one"]


def test_signals_wait_for_nobody_in_another_thread(tmp_path: Path) -> None:
    before = signal.getsignal(signal.SIGINT)
    thread = threading.Thread(target=write_new, args=(tmp_path / "new", content))
    thread.start()
    thread.join()
    assert names(tmp_path) == ["new"]
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.parametrize("kind", ["file", "folder", "dangling link"])
def test_what_exists_is_never_overwritten(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "there"
    if kind == "file":
        path.write_text("mine")
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to(tmp_path / "nowhere")
    with pytest.raises(DestinationExistsError, match="there"):
        write_new(path, content)
    assert names(tmp_path) == ["there"]


def test_a_file_that_appears_meanwhile_is_never_overwritten(tmp_path: Path) -> None:
    def slow(sink: BinaryIO) -> None:
        content(sink)
        (tmp_path / "new").write_text("somebody was faster")

    with pytest.raises(DestinationExistsError):
        write_new(tmp_path / "new", slow)
    assert (tmp_path / "new").read_text() == "somebody was faster"
    assert names(tmp_path) == ["new"]


@pytest.fixture
def small_disk() -> Iterator[None]:
    """Let no file of this process grow beyond 1,000 bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.usefixtures("small_disk")
def test_a_full_disk_is_named_and_nothing_left(tmp_path: Path) -> None:
    def large(sink: BinaryIO) -> None:
        sink.write(bytes(5000))

    with pytest.raises(DiskFullError):
        write_new(tmp_path / "new", large)
    assert names(tmp_path) == []


def test_a_folder_that_takes_no_files_is_read_only() -> None:
    with pytest.raises(ReadOnlyError):
        write_new(Path("/sys/new"), content)


@pytest.mark.parametrize("folder", ["absent", "a file"])
def test_a_missing_folder_is_named(tmp_path: Path, folder: str) -> None:
    (tmp_path / "a file").write_text("")
    with pytest.raises(UsageError, match=folder):
        write_new(tmp_path / folder / "new", content)


def test_content_and_name_are_brought_to_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced = []
    real = os.fsync

    def remembering(number: int) -> None:
        synced.append((os.fstat(number).st_ino, (tmp_path / "new").exists()))
        real(number)

    monkeypatch.setattr(os, "fsync", remembering)
    write_new(tmp_path / "new", content)
    inode, folder = ((tmp_path / name).stat().st_ino for name in ("new", ""))
    assert synced == [(inode, False), (folder, True)]


@pytest.mark.parametrize("number", [5, None])
def test_any_other_trouble_of_the_disk_says_what_the_system_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int | None
) -> None:
    def fails(self: Path, target: Path) -> None:
        raise OSError(number, "trouble") if number else OSError

    monkeypatch.setattr(Path, "replace", fails)
    monkeypatch.setattr(os, "link", lambda *_, **__: fails(tmp_path, tmp_path))
    with pytest.raises(UnavailableError, match="Input/output error") as caught:
        write_new(tmp_path / "new", content)
    assert type(caught.value) is UnavailableError
    assert names(tmp_path) == []


def test_a_system_without_cache_advice_or_open_folders_writes_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows."""
    real = os.open

    def opens_no_folder(path: Path, flags: int, mode: int = 0o777) -> int:
        if Path(path).is_dir():
            raise PermissionError
        return real(path, flags, mode)

    monkeypatch.delattr(os, "posix_fadvise")
    monkeypatch.delattr(os, "O_TMPFILE")
    monkeypatch.setitem(sys.modules, "fcntl", None)
    monkeypatch.setattr(os, "open", opens_no_folder)
    write_new(tmp_path / "new", content)
    assert names(tmp_path) == ["new"]


def test_every_error_here_is_for_people(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match=r"\[A04\]"):
        write_new(tmp_path, content)


_KILLED = """
import os, signal, sys
from pathlib import Path
from intake.export.new_file import write_new

if sys.argv[2] == "named":
    del os.O_TMPFILE

def write(sink):
    sink.write(b"somebody's account" * 10_000)
    sink.flush()
    os.kill(os.getpid(), signal.SIGKILL)

write_new(Path(sys.argv[1]), write)
"""


def _be_killed(path: Path, how: str) -> None:
    command = [sys.executable, "-c", _KILLED, str(path), how]
    done = subprocess.run(command, check=False)
    assert done.returncode == -signal.SIGKILL


def test_a_killed_process_leaves_nothing(tmp_path: Path) -> None:
    """Where the file system of the tests knows files without a name, as those of Linux do."""
    _be_killed(tmp_path / "new", "nameless")
    assert names(tmp_path) == []


def test_what_a_killed_process_left_goes_with_the_next_writing(tmp_path: Path) -> None:
    _be_killed(tmp_path / "new", "named")
    (left,) = names(tmp_path)
    assert left.startswith(".intake-")
    write_new(tmp_path / "other", content)
    assert names(tmp_path) == ["other"]


def test_a_part_that_somebody_is_still_writing_stays(tmp_path: Path) -> None:
    part = tmp_path / ".intake-0123456789abcdef.part"
    seen = []

    def slow(sink: BinaryIO) -> None:
        write_new(tmp_path / "inner", content)
        seen.extend(names(tmp_path))
        content(sink)

    part.touch()
    with part.open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        write_new(tmp_path / "outer", slow)
        assert part.name in names(tmp_path)
    write_new(tmp_path / "last", content)
    assert names(tmp_path) == ["inner", "last", "outer"]
    assert {"inner", part.name} <= set(seen)


def test_only_parts_of_ours_are_removed(tmp_path: Path) -> None:
    others = [".intake-.part", ".intake-0123456789abcdeg.part", "x.part", ".0123456789abcdef.part"]
    for name in others:
        (tmp_path / name).write_text("mine")
    (tmp_path / ".intake-1111111111111111.part").symlink_to(tmp_path / "x.part")
    (tmp_path / ".intake-2222222222222222.part").mkdir()
    before = names(tmp_path)
    write_new(tmp_path / "new", content)
    assert names(tmp_path) == sorted([*before, "new"])


def test_a_system_that_does_not_show_open_files_uses_a_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(new_file, "_NUMBERED", tmp_path / "none")
    seen = []

    def check(_: BinaryIO) -> None:
        seen.extend(names(tmp_path))

    write_new(tmp_path / "new", content, check)
    assert len(seen) == 1
    assert names(tmp_path) == ["new"]
