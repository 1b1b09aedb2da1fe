"""The archive: one exact form, written the same each time, and refused in any other."""

from __future__ import annotations

import io
import json
import struct
import tracemalloc
import zipfile
import zlib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.errors import BundleDamagedError
from intake.export.archive import (
    CHUNK,
    PADDING,
    BytesSource,
    Limits,
    Source,
    check_names,
    padme,
    read_archive,
    write_archive,
)
from tests.unit.export.containers import VECTORS

HOSTILE_PATHS: list[str] = json.loads((VECTORS / "hostile_paths.json").read_text())


def archive_of(*members: tuple[str, bytes]) -> bytes:
    sink = io.BytesIO()
    write_archive([BytesSource(name, content) for name, content in members], sink.write)
    return sink.getvalue()


def contents_of(archive: bytes, limits: Limits = Limits()) -> dict[str, bytes]:  # noqa: B008 (frozen)
    stream = io.BytesIO(archive)
    return {m.entry.name: b"".join(m.chunks()) for m in read_archive(stream, limits)}


MEMBERS = (("manifest.json", b"{}"), ("data/interviews.csv", b"id\n1\n"), ("empty", b""))
ARCHIVE = archive_of(*MEMBERS)


class RawArchive:
    """Builds what a ZIP program with ill will would write: any name, mode, method or size."""

    def __init__(self) -> None:
        self.body = b""
        self.directory = b""
        self.count = 0

    def add(
        self,
        name: bytes,
        content: bytes,
        *,
        mode: int = 0o100600,
        method: int = 0,
        claimed: int | None = None,
        extra: bytes = b"",
    ) -> RawArchive:
        size = len(content) if claimed is None else claimed
        crc = zlib.crc32(content)
        offset = len(self.body)
        common = (10, 0, method, 0, 33, crc, size, size, len(name), len(extra))
        self.body += struct.pack("<4sHHHHHIIIHH", b"PK\x03\x04", *common) + name + extra + content
        tail = (0, 0, 0, mode << 16, offset)
        central = (3 << 8 | 10, *common, *tail)
        self.directory += struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\x01\x02", *central) + name + extra
        self.count += 1
        return self

    def pad(self) -> RawArchive:
        bare = len(self.body) + len(self.directory) + 30 + 46 + 2 * len(PADDING) + 22
        return self.add(PADDING.encode(), bytes(padme(bare) - bare))

    def bytes(self) -> bytes:
        end = (0, 0, self.count, self.count, len(self.directory), len(self.body), 0)
        return self.body + self.directory + struct.pack("<4sHHHHIIH", b"PK\x05\x06", *end)


def test_the_raw_builder_of_these_tests_writes_the_accepted_form() -> None:
    raw = RawArchive()
    for name, content in MEMBERS:
        raw.add(name.encode(), content)
    assert raw.pad().bytes() == ARCHIVE


def test_members_come_back_in_order_and_unchanged() -> None:
    assert list(contents_of(ARCHIVE).items()) == list(MEMBERS)


def test_same_members_give_same_bytes_and_another_order_gives_others() -> None:
    assert archive_of(*MEMBERS) == ARCHIVE
    assert archive_of(*reversed(MEMBERS)) != ARCHIVE


def test_any_zip_program_can_open_it_and_finds_no_time_owner_or_comment() -> None:
    with zipfile.ZipFile(io.BytesIO(ARCHIVE)) as opened:
        assert opened.testzip() is None
        assert opened.comment == b""
        infos = opened.infolist()
    assert [info.filename for info in infos] == [name for name, _ in MEMBERS] + [PADDING]
    for info in infos:
        assert info.date_time == (1980, 1, 1, 0, 0, 0)
        assert info.compress_type == zipfile.ZIP_STORED
        assert (info.extra, info.comment, info.external_attr >> 16) == (b"", b"", 0o100600)


@given(st.integers(0, 300_000))
def test_padding_hides_the_length_at_a_cost_of_at_most_twelve_percent(length: int) -> None:
    archive = archive_of(("data", bytes(length)))
    assert len(archive) == padme(len(archive))
    assert len(archive) <= 1.12 * (length + 400)


def test_lengths_that_differ_by_little_are_the_same_after_padding() -> None:
    assert len({len(archive_of(("data", bytes(n)))) for n in range(50_000, 50_200)}) <= 2


@pytest.mark.parametrize(
    ("length", "padded"), [(0, 0), (1, 1), (9, 10), (1000, 1024), (1025, 1088)]
)
def test_padme_has_the_published_values(length: int, padded: int) -> None:
    assert padme(length) == padded


def test_an_empty_archive_is_an_archive() -> None:
    assert contents_of(archive_of()) == {}


def test_content_over_one_chunk_comes_back() -> None:
    content = bytes(range(256)) * (CHUNK // 100)
    assert contents_of(archive_of(("big", content))) == {"big": content}


def test_a_member_left_unread_is_still_checked() -> None:
    damaged = bytearray(ARCHIVE)
    damaged[ARCHIVE.index(b"{}")] ^= 1
    with pytest.raises(BundleDamagedError):
        list(read_archive(io.BytesIO(bytes(damaged))))


def test_every_flipped_byte_is_refused() -> None:
    for position in range(len(ARCHIVE)):
        damaged = bytearray(ARCHIVE)
        damaged[position] ^= 0x40
        with pytest.raises(BundleDamagedError):
            contents_of(bytes(damaged))


def test_every_truncation_is_refused() -> None:
    for length in range(len(ARCHIVE)):
        with pytest.raises(BundleDamagedError):
            contents_of(ARCHIVE[:length])


@pytest.mark.parametrize("tail", [b"\0", b"PK", ARCHIVE])
def test_anything_behind_the_end_is_refused(tail: bytes) -> None:
    with pytest.raises(BundleDamagedError):
        contents_of(ARCHIVE + tail)


def test_there_are_two_hundred_hostile_paths_and_none_is_repeated() -> None:
    assert len(set(HOSTILE_PATHS)) == len(HOSTILE_PATHS) >= 200


@pytest.mark.parametrize("path", HOSTILE_PATHS, ids=ascii)
def test_hostile_path_is_refused_by_reader_and_writer(path: str) -> None:
    raw = RawArchive().add(path.encode("utf-8", "surrogatepass"), b"x").pad().bytes()
    with pytest.raises(BundleDamagedError):
        contents_of(raw)
    with pytest.raises(ValueError, match="name"):
        write_archive([BytesSource(path, b"x")], io.BytesIO().write)


@pytest.mark.parametrize(
    "names",
    [
        ("a", "a"),
        ("a", "A"),
        ("data/x", "DATA/X"),
        ("data", "data/x"),
        ("a/b/c", "a/b"),
        (PADDING,),
    ],
)
def test_names_that_collide_are_refused(names: tuple[str, ...]) -> None:
    raw = RawArchive()
    for name in names:
        raw.add(name.encode(), b"")
    with pytest.raises(BundleDamagedError):
        contents_of(raw.pad().bytes())
    with pytest.raises(ValueError, match="name"):
        check_names(names)


@pytest.mark.parametrize("mode", [0o120777, 0o040755, 0o100755, 0o020666, 0])
def test_links_folders_devices_and_foreign_modes_are_refused(mode: int) -> None:
    with pytest.raises(BundleDamagedError):
        contents_of(RawArchive().add(b"link", b"/etc/passwd", mode=mode).pad().bytes())


def test_compressed_members_are_refused_before_anything_is_inflated() -> None:
    bomb = zlib.compress(bytes(1 << 24))
    with pytest.raises(BundleDamagedError):
        contents_of(RawArchive().add(b"bomb", bomb, method=8).pad().bytes())


def test_extra_fields_are_refused() -> None:
    with pytest.raises(BundleDamagedError):
        contents_of(RawArchive().add(b"a", b"x", extra=b"\x55\x54\0\0").pad().bytes())


def test_a_claimed_size_beyond_the_content_is_refused_without_being_reserved() -> None:
    raw = RawArchive().add(b"a", b"x", claimed=(1 << 30) - 1).bytes()
    tracemalloc.start()
    with pytest.raises(BundleDamagedError):
        contents_of(raw)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4 << 20


def test_a_million_members_are_refused_after_a_few() -> None:
    one = RawArchive().add(b"a", b"")
    endless = (one.body.replace(b"a", f"m{n:07}".encode()) for n in range(10**6))
    header = struct.pack("<4sHHHHHIIIHH", b"PK\x03\x04", 10, 0, 0, 0, 33, 0, 0, 0, 8, 0)

    class Endless(io.RawIOBase):
        taken = 0

        def read(self, size: int = -1) -> bytes:
            self.taken += 1
            return header if size == len(header) else next(endless)[-8:]

    stream = Endless()
    with pytest.raises(BundleDamagedError):
        for _ in read_archive(stream):
            pass
    assert stream.taken < 1000


@pytest.mark.parametrize(
    "limits", [Limits(members=2), Limits(member_bytes=4), Limits(total_bytes=6)]
)
def test_limits_hold(limits: Limits) -> None:
    with pytest.raises(BundleDamagedError):
        contents_of(ARCHIVE, limits)


def test_limits_that_just_fit_let_it_pass() -> None:
    padding = len(ARCHIVE)
    assert contents_of(ARCHIVE, Limits(members=3, member_bytes=5 + padding)) == dict(MEMBERS)


def test_padding_that_carries_something_is_refused() -> None:
    raw = RawArchive().add(b"a", bytes(1000)).pad()
    hidden = raw.bytes().replace(b"padding" + bytes(8), b"paddingsecret  ", 1)
    with pytest.raises(BundleDamagedError):
        contents_of(hidden)
    message = RawArchive().add(b"a", bytes(1000)).add(b"padding", b"not zero")
    with pytest.raises(BundleDamagedError):
        contents_of(message.bytes())


def test_padding_in_the_middle_twice_absent_or_of_another_length_is_refused() -> None:
    middle = RawArchive().add(b"padding", b"").add(b"a", b"x")
    twice = RawArchive().add(b"a", b"x").add(b"padding", b"").pad()
    absent = RawArchive().add(b"a", b"x")
    longer = RawArchive().add(b"a", b"x").add(b"padding", bytes(300))
    for raw in (middle, twice, absent, longer):
        with pytest.raises(BundleDamagedError):
            contents_of(raw.bytes())


def test_a_wrong_checksum_is_refused() -> None:
    raw = RawArchive().add(b"a", b"x").pad().bytes()
    crc = struct.pack("<I", zlib.crc32(b"x"))
    with pytest.raises(BundleDamagedError):
        contents_of(raw.replace(crc, struct.pack("<I", 7)))


class Shrinking:
    """A member that does not keep its word."""

    name = "shrinking"
    size = 10

    def chunks(self) -> Iterator[bytes]:
        yield b"short"


class Huge:
    """A member that no archive without the 64-bit extension can hold."""

    name = "huge"
    size = 1 << 32

    def chunks(self) -> Iterator[bytes]:
        raise AssertionError("must be refused before it is read")


@pytest.mark.parametrize("source", [Shrinking(), Huge()], ids=["shrinking", "huge"])
def test_a_source_that_changes_or_is_too_large_is_refused(source: Source) -> None:
    with pytest.raises(ValueError, match=r"length|4 GiB"):
        write_archive([source], io.BytesIO().write)
