"""Reads the tables of a bundle that was verified, row by row; keeps no row and writes nothing."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from intake.domain.progress import CancelToken
from intake.errors import BundleDamagedError
from intake.export import manifest
from intake.export.archive import PADDING, MemberReader, read_archive
from intake.export.layout import ID, INTERVIEW_ID, REASON
from intake.export.manifest import FileEntry, Manifest
from intake.export.new_file import open_existing
from intake.export.recipients import Identity
from intake.export.verify import archive_of
from intake.export.writers.tables import COUNTS, STATEMENTS

LONGEST_CELL = 1 << 24  # characters
_QUASI = frozenset({"quasi", "quasi_sensitive"})


@dataclass(frozen=True, slots=True)
class FieldShape:
    """One column as the data package describes it.

    Attributes:
        key: Section and name of the question (``profile.age``); the column's name where there is
            none.
        is_reason: It says why the column before it has no value.
        labels: (value, label) of the choices.
    """

    name: str
    key: str
    is_reason: bool
    is_number: bool
    disclosure: str
    title: str
    labels: tuple[tuple[str, str], ...]

    @property
    def is_quasi(self) -> bool:
        """Whether it could single somebody out."""
        return self.disclosure in _QUASI


@dataclass(frozen=True, slots=True)
class TableShape:
    """One table as the data package describes it."""

    name: str
    path: str
    fields: tuple[FieldShape, ...]

    @property
    def header(self) -> tuple[str, ...]:
        """Names of the columns."""
        return tuple(field.name for field in self.fields)

    @property
    def has_people(self) -> bool:
        """Whether each row is one interviewee."""
        named = self.name not in {STATEMENTS, COUNTS}
        return named and bool(self.fields) and self.fields[0].name in {ID, INTERVIEW_ID}


def shapes_of(package: Mapping[str, Any]) -> tuple[TableShape, ...]:
    """Return the tables of a data package whose schema was checked."""
    return tuple(
        TableShape(each["name"], each["path"], tuple(_fields(each["schema"]["fields"])))
        for each in package["resources"]
    )


def _fields(fields: Sequence[Mapping[str, Any]]) -> Iterator[FieldShape]:
    before = FieldShape("", "", False, False, "", "", ())  # noqa: FBT003 (stands for nothing)
    for field in fields:
        name = field["name"]
        is_reason = bool(before.name) and name == before.name + REASON
        shape = FieldShape(
            name,
            before.key if is_reason else field.get("intake:field", name),
            is_reason,
            field["type"] == "integer",
            field.get("intake:disclosure", ""),
            field.get("title", ""),
            tuple((each["value"], each["label"]) for each in field.get("categories", ())),
        )
        yield shape
        before = shape


def read_tables(
    path: Path,
    verified: Manifest,
    shapes: Sequence[TableShape],
    identities: Sequence[Identity],
    cancel: CancelToken,
) -> Iterator[tuple[TableShape, Iterator[Sequence[str]]]]:
    """Yield each table with its rows, without the header; nothing counts before the end is reached.

    The file is read again, so everything is held against what was verified: the digest of every
    file, header and length of every row.

    Args:
        path: The bundle.
        verified: What ``verify`` has found in it.
        shapes: Its tables.
        identities: Who may open it.
        cancel: Asked at every chunk.

    Raises:
        BundleDamagedError: The file is another one now, or a table is none.
    """
    by_path = {shape.path: shape for shape in shapes}
    with open_existing(path) as source:
        members = read_archive(archive_of(source, identities))
        _same(_next(members, manifest.NAME), verified.to_bytes(), cancel)
        _next(members, manifest.SIGNATURE_NAME)
        for entry in verified.files:
            member = _next(members, entry.path)
            chunks = _checked(member, entry, cancel)
            shape = by_path.get(entry.path)
            if shape is not None:
                yield shape, _rows(shape, chunks)
            for _ in chunks:  # what nobody has read is checked all the same
                pass
        if next(members, None) is not None:
            raise BundleDamagedError(part=PADDING)


def _next(members: Iterator[MemberReader], name: str) -> MemberReader:
    member = next(members, None)
    if member is None or member.entry.name != name:
        raise BundleDamagedError(part=name)
    return member


def _same(member: MemberReader, content: bytes, cancel: CancelToken) -> None:
    entry = FileEntry(member.entry.name, len(content), hashlib.sha256(content).hexdigest())
    for _ in _checked(member, entry, cancel):
        pass


def _checked(member: MemberReader, entry: FileEntry, cancel: CancelToken) -> Iterator[bytes]:
    if member.entry.size != entry.size:
        raise BundleDamagedError(part=entry.path)
    digest = hashlib.sha256()
    for chunk in member.chunks():
        cancel.check()
        digest.update(chunk)
        yield chunk
    if digest.hexdigest() != entry.sha256:
        raise BundleDamagedError(part=entry.path)


class _Chunks(io.RawIOBase):
    """Chunks as a stream."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        super().__init__()
        self._chunks = chunks
        self._left = b""

    def readable(self) -> bool:
        """Return that it can be read."""
        return True

    def readinto(self, buffer: Any, /) -> int:  # noqa: ANN401 (what can be written into has no type)
        """Fill a buffer."""
        if not self._left:
            self._left = next(self._chunks, b"")
        taken = self._left[: len(buffer)]
        buffer[: len(taken)] = taken
        self._left = self._left[len(taken) :]
        return len(taken)


def _rows(shape: TableShape, chunks: Iterator[bytes]) -> Iterator[Sequence[str]]:
    csv.field_size_limit(LONGEST_CELL)
    text = io.TextIOWrapper(io.BufferedReader(_Chunks(chunks)), encoding="utf-8", newline="")
    header = shape.header
    try:
        reader = csv.reader(text, strict=True)
        if tuple(next(reader, ())) != header:
            raise BundleDamagedError(part=shape.path)
        for row in reader:
            if len(row) != len(header):
                raise BundleDamagedError(part=shape.path)
            yield row
    except (csv.Error, UnicodeDecodeError):
        raise BundleDamagedError(part=shape.path) from None
