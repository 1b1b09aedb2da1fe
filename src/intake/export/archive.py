"""The deterministic archive inside a bundle: a stored ZIP in one exact form; no compression.

The reader accepts only what the writer could have written: every header is rebuilt from the members
and compared. So there is nothing to interpret in a hostile file, and no size to trust.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from intake.errors import BundleDamagedError

CHUNK = 64 * 1024
PADDING = "padding"

_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_CENTRAL = struct.Struct("<4sHHHHHHIIIHHHHHII")
_END = struct.Struct("<4sHHHHIIH")
_LOCAL_MAGIC = b"PK\x03\x04"
_CENTRAL_MAGIC = b"PK\x01\x02"
_VERSION = 10  # what a stored member needs
_MADE_BY = 3 << 8 | _VERSION  # Unix, so that the mode below means something
_DAY = 1 << 5 | 1  # 1980-01-01, the first day ZIP knows
_MODE = 0o100600 << 16
_MAX_SIZE = (1 << 32) - 1  # without the 64-bit extension

_SEGMENT = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,62}[A-Za-z0-9_-]|[A-Za-z0-9_]", re.ASCII)
_MAX_DEPTH = 3
_RESERVED = frozenset(
    ["con", "prn", "aux", "nul"] + [f"{port}{n}" for port in ("com", "lpt") for n in range(10)]
)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a reader accepts before it stops.

    Attributes:
        members: Most members, padding not counted.
        member_bytes: Largest member.
        total_bytes: Largest archive.
    """

    members: int = 64
    member_bytes: int = 1 << 30
    total_bytes: int = 2 << 30


DEFAULT_LIMITS = Limits()


class Source(Protocol):
    """A member to be written; its chunks are asked for twice (checksum, then content)."""

    @property
    def name(self) -> str:
        """Path inside the archive, with ``/``."""

    @property
    def size(self) -> int:
        """Length in bytes."""

    def chunks(self) -> Iterator[bytes]:
        """Yield the content; the same bytes each time."""


@dataclass(frozen=True, slots=True)
class BytesSource:
    """A member that is held in memory."""

    name: str
    content: bytes

    @property
    def size(self) -> int:
        """Length in bytes."""
        return len(self.content)

    def chunks(self) -> Iterator[bytes]:
        """Yield the content in pieces of ``CHUNK`` bytes."""
        view = memoryview(self.content)
        for start in range(0, len(view), CHUNK):
            yield bytes(view[start : start + CHUNK])


@dataclass(frozen=True, slots=True)
class _ZeroSource:
    """Padding: zero bytes that hide the true length."""

    name: str
    size: int

    def chunks(self) -> Iterator[bytes]:
        """Yield zeros."""
        for start in range(0, self.size, CHUNK):
            yield bytes(min(CHUNK, self.size - start))


@dataclass(frozen=True, slots=True)
class Entry:
    """A member's line in the archive's directory."""

    name: str
    size: int
    crc: int


def padme(length: int) -> int:
    """Return the padded length (Padmé): leaks at most log log of it, at most 12 % longer."""
    exponent = length.bit_length() - 1
    if exponent < 1:
        return length
    low_bits = exponent - exponent.bit_length()
    mask = (1 << low_bits) - 1
    return length + mask & ~mask


def write_archive(sources: Iterable[Source], write: Callable[[bytes], object]) -> int:
    """Write members in the given order, then padding, then the directory.

    Args:
        sources: Members; the same order and content give the same bytes.
        write: Takes the archive piece by piece.

    Returns:
        Length of the archive in bytes.

    Raises:
        ValueError: A name that the reader would refuse, a duplicate, or over 4 GiB.
    """
    members = list(sources)
    check_names([source.name for source in members])
    bare = _length([*members, _ZeroSource(PADDING, 0)])
    total = padme(bare)
    if total > _MAX_SIZE:
        raise ValueError("archive over 4 GiB")
    entries = []
    for source in [*members, _ZeroSource(PADDING, total - bare)]:
        entry = Entry(source.name, source.size, _checksum(source))
        entries.append(entry)
        write(_local_header(entry))
        for chunk in source.chunks():
            write(chunk)
    write(_directory(entries))
    return total


def check_names(names: Iterable[str]) -> None:
    """Refuse names that could mean anything but a plain file below the target folder.

    Raises:
        ValueError: Traversal, absolute, drive, reserved, non-ASCII, duplicate, or a file that is
            also a folder.
    """
    seen: set[str] = {PADDING}
    folders: set[str] = set()
    for name in names:
        segments = name.split("/")
        plain = all(_SEGMENT.fullmatch(part) for part in segments)
        reserved = any(part.split(".")[0].lower() in _RESERVED for part in segments)
        if not plain or reserved or len(segments) > _MAX_DEPTH or name.lower() in seen:
            raise ValueError("name")
        seen.add(name.lower())
        folders.update("/".join(segments[:depth]).lower() for depth in range(1, len(segments)))
    if folders & seen:
        raise ValueError("name")


class Readable(Protocol):
    """Anything that gives bytes in order."""

    def read(self, size: int, /) -> bytes:
        """Return up to ``size`` bytes; empty at the end."""


class MemberReader:
    """The content of one member, to be read before the next one is asked for."""

    def __init__(self, entry: Entry, stream: Readable) -> None:
        self.entry = entry
        self._stream = stream
        self._left = entry.size
        self._crc = 0

    def chunks(self) -> Iterator[bytes]:
        """Yield what is left of the content.

        Raises:
            BundleDamagedError: The archive ends early or the checksum is wrong.
        """
        while self._left:
            chunk = _read_exactly(self._stream, min(CHUNK, self._left))
            self._left -= len(chunk)
            self._crc = zlib.crc32(chunk, self._crc)
            yield chunk
        if self._crc != self.entry.crc:
            raise BundleDamagedError(part="archive")


def read_archive(stream: Readable, limits: Limits = DEFAULT_LIMITS) -> Iterator[MemberReader]:
    """Yield the members in order; checks the directory and the very end after the last one.

    Nothing of the archive may be used before the iteration has ended without an error.

    Raises:
        BundleDamagedError: Anything that ``write_archive`` would not have written, or over limits.
    """
    entries: list[Entry] = []
    total = 0
    while True:
        entry = _read_local(stream)
        entries.append(entry)
        total += entry.size
        if len(entries) > limits.members + 1 or total > limits.total_bytes:
            raise BundleDamagedError(part="archive")
        if entry.size > limits.member_bytes:
            raise BundleDamagedError(part="archive")
        member = MemberReader(entry, stream)
        if entry.name == PADDING:
            _check_padding(member)
            break
        _check_entries(entries)
        yield member
        for _ in member.chunks():  # whatever the caller left unread
            pass
    _check_end(stream, entries)


def _length(sources: Iterable[Source]) -> int:
    each = (_LOCAL.size + _CENTRAL.size + 2 * len(source.name) + source.size for source in sources)
    return sum(each) + _END.size


def _checksum(source: Source) -> int:
    crc = length = 0
    for chunk in source.chunks():
        crc = zlib.crc32(chunk, crc)
        length += len(chunk)
    if length != source.size:
        raise ValueError("member changed its length")
    return crc


def _local_header(entry: Entry) -> bytes:
    name = entry.name.encode("ascii")
    sizes = (entry.crc, entry.size, entry.size)
    return _LOCAL.pack(_LOCAL_MAGIC, _VERSION, 0, 0, 0, _DAY, *sizes, len(name), 0) + name


def _directory(entries: list[Entry]) -> bytes:
    parts = []
    offset = 0
    for entry in entries:
        name = entry.name.encode("ascii")
        sizes = (entry.crc, entry.size, entry.size, len(name), 0, 0, 0, 0, _MODE, offset)
        head = (_CENTRAL_MAGIC, _MADE_BY, _VERSION, 0, 0, 0, _DAY)
        parts.append(_CENTRAL.pack(*head, *sizes) + name)
        offset += _LOCAL.size + len(name) + entry.size
    directory = b"".join(parts)
    count = len(entries)
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(directory), offset, 0)
    return directory + end


def _read_exactly(stream: Readable, size: int) -> bytes:
    chunk = stream.read(size)
    if len(chunk) != size:
        raise BundleDamagedError(part="archive")
    return chunk


def _read_local(stream: Readable) -> Entry:
    header = _read_exactly(stream, _LOCAL.size)
    fields = _LOCAL.unpack(header)
    crc, size, name_length = fields[6], fields[8], fields[9]
    name = _read_exactly(stream, name_length)
    try:
        entry = Entry(name.decode("ascii"), size, crc)
    except UnicodeDecodeError:
        raise BundleDamagedError(part="archive") from None
    if _local_header(entry) != header + name:
        raise BundleDamagedError(part="archive")
    return entry


def _check_entries(entries: list[Entry]) -> None:
    try:
        check_names(entry.name for entry in entries)
    except ValueError:
        raise BundleDamagedError(part="archive") from None


def _check_padding(member: MemberReader) -> None:
    for chunk in member.chunks():
        if any(chunk):
            raise BundleDamagedError(part="archive")


def _check_end(stream: Readable, entries: list[Entry]) -> None:
    expected = _directory(entries)
    found = stream.read(len(expected))
    sizes = [_ZeroSource(entry.name, entry.size) for entry in entries]
    bare = _length([*sizes[:-1], _ZeroSource(PADDING, 0)])
    if found != expected or stream.read(1) or _length(sizes) != padme(bare):
        raise BundleDamagedError(part="archive")
