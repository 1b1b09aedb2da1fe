"""Files are read without surprises, and what goes wrong is told in plain words."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from intake.errors import DiskFullError, ReadOnlyError, UnavailableError
from intake.vault import disk


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFullError),
        (errno.EDQUOT, DiskFullError),
        (errno.EROFS, ReadOnlyError),
        (errno.EACCES, ReadOnlyError),
        (errno.EPERM, ReadOnlyError),
        (errno.EIO, UnavailableError),
    ],
)
def test_each_error_of_the_system_has_its_sentence(
    number: int, kind: type[UnavailableError]
) -> None:
    with pytest.raises(UnavailableError) as caught, disk.disk_errors():
        raise OSError(number, "x")
    assert type(caught.value) is kind


def test_only_the_first_bytes_are_read(tmp_path: Path) -> None:
    path = tmp_path / "long"
    path.write_bytes(b"abc" * 1000)
    assert disk.read_start(path, 5) == b"abcab"


def test_a_read_that_returns_little_is_continued(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"abcdef")
    real = os.read
    monkeypatch.setattr(os, "read", lambda number, _size: real(number, 1))
    assert disk.read_start(path, 100) == b"abcdef"


def test_what_is_no_file_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "link").symlink_to("file")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    before = len(list(Path("/proc/self/fd").iterdir()))
    for name in ("link", "pipe", "folder"):
        assert disk.read_start(tmp_path / name, 5) is None
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_a_missing_file_is_left_to_the_caller(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        disk.read_start(tmp_path / "absent", 5)


def test_a_new_file_is_private_and_never_over_another(tmp_path: Path) -> None:
    path = tmp_path / "new"
    disk.write_new(path, b"content")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(FileExistsError):
        disk.write_new(path, b"other")
    assert path.read_bytes() == b"content"


def test_a_new_file_does_not_go_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "target")
    with pytest.raises(FileExistsError):
        disk.write_new(tmp_path / "link", b"x")
    assert not (tmp_path / "target").exists()


def test_what_an_interrupted_replacement_left_does_not_stand_in_the_way(tmp_path: Path) -> None:
    path = tmp_path / "file"
    disk.leftover(path).write_bytes(b"half")
    disk.replace_file(path, b"whole")
    assert path.read_bytes() == b"whole"
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_a_file_that_cannot_be_discarded_is_left(tmp_path: Path) -> None:
    disk.discard(tmp_path / "absent")
    disk.discard(tmp_path)
    assert tmp_path.exists()


def test_what_was_replaced_is_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "header.0"
    path.write_bytes(b"old" * 1000)
    with path.open("rb") as old:
        disk.replace_file(path, b"new")
        assert path.read_bytes() == b"new"
        assert b"old" not in old.read()


def test_what_somebody_linked_stays_as_it_was(tmp_path: Path) -> None:
    path, link = tmp_path / "header.0", tmp_path / "theirs"
    path.write_bytes(b"old")
    link.hardlink_to(path)
    disk.replace_file(path, b"new")
    assert (path.read_bytes(), link.read_bytes()) == (b"new", b"old")


def test_a_file_that_cannot_be_overwritten_is_replaced_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "header.0"
    path.write_bytes(b"old")

    def failing(*_: object) -> int:
        raise OSError

    monkeypatch.setattr(os, "pwrite", failing)
    disk.replace_file(path, b"new")
    assert path.read_bytes() == b"new"
