"""The database library's own way to the disk, watched: writes are recorded, or made to fail.

The library is told to open files through a copy of its system layer in which opening hands out
files whose write, truncate and sync functions come here first. Everything else is the real thing.
``states_after_a_power_cut`` takes what was recorded and tells what a disk may hold afterwards.
"""

from __future__ import annotations

import ctypes
import os
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import CFUNCTYPE, POINTER, Structure, byref, c_char_p, c_int, c_int64, c_void_p, cast
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import sqlcipher3._sqlite3 as library

from intake.store import mirror as mirror_module

SECTOR = 512
# The name is handed on as a place in memory: the library goes on using it after the opening.
OPEN = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, c_void_p)
WRITE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
TRUNCATE = CFUNCTYPE(c_int, c_void_p, c_int64)
SYNC = CFUNCTYPE(c_int, c_void_p, c_int)


class FileMethods(Structure):
    """The functions of an open file."""

    _fields_ = [
        ("version", c_int),
        ("close", c_void_p),
        ("read", c_void_p),
        ("write", WRITE),
        ("truncate", TRUNCATE),
        ("sync", SYNC),
        ("others", c_void_p * 13),
    ]


class SystemLayer(Structure):
    """The functions through which the library reaches the system."""

    _fields_ = [
        ("version", c_int),
        ("file_size", c_int),
        ("longest_path", c_int),
        ("following", c_void_p),
        ("name", c_char_p),
        ("data", c_void_p),
        ("open", OPEN),
        ("others", c_void_p * 14),
    ]


@dataclass(frozen=True)
class Call:
    """One call that changes the disk; ``size`` is the new length of a truncated file."""

    kind: str
    name: str
    place: int = 0
    content: bytes = b""
    size: int = 0


@dataclass
class WatchedDisk:
    """What the library and the mirror did to the disk.

    Attributes:
        calls: Everything so far, in order; ``note`` adds marks of one's own.
        fail: Asked before each call with its kind; a code of the library makes the call fail.
    """

    calls: list[Call] = field(default_factory=list)
    fail: Callable[[str], int] = field(default=lambda _kind: 0)
    _names: dict[int, str] = field(default_factory=dict)
    _kept: list[object] = field(default_factory=list)

    def note(self, mark: str) -> None:
        """Record something that is no call, an acknowledgement for example."""
        self.calls.append(Call("note", mark))

    def _watch(self, file: int) -> None:
        """Hand the methods of an open file over to this object."""
        methods = cast(file, POINTER(POINTER(FileMethods)))
        original = methods.contents.contents
        watched = FileMethods.from_buffer_copy(original)
        write, truncate, sync = original.write, original.truncate, original.sync

        def on_write(handle: int, content: int, length: int, place: int) -> int:
            code = self.fail("write")
            if code:
                return code
            raw = ctypes.string_at(content, length)
            self.calls.append(Call("write", self._names[handle], place, raw))
            return int(write(handle, content, length, place))

        def on_truncate(handle: int, size: int) -> int:
            self.calls.append(Call("truncate", self._names[handle], size=size))
            return int(truncate(handle, size))

        def on_sync(handle: int, flags: int) -> int:
            code = self.fail("sync")
            if code:
                return code
            self.calls.append(Call("sync", self._names[handle]))
            return int(sync(handle, flags))

        watched.write, watched.truncate, watched.sync = (
            WRITE(on_write),
            TRUNCATE(on_truncate),
            SYNC(on_sync),
        )
        self._kept += [watched, write, truncate, sync]
        cast(file, POINTER(c_void_p))[0] = ctypes.addressof(watched)

    @contextmanager
    def installed(self) -> Iterator[None]:
        """Let the library open its files through this object."""
        code = ctypes.CDLL(library.__file__)
        code.sqlite3_vfs_find.restype = POINTER(SystemLayer)
        found = code.sqlite3_vfs_find(None)
        layer = SystemLayer.from_buffer_copy(found.contents)
        original = found.contents.open

        def on_open(
            _layer: int, name: int | None, file: int, flags: int, found_flags: int | None
        ) -> int:
            result = int(original(ctypes.addressof(found.contents), name, file, flags, found_flags))
            if result == 0 and name:
                self._names[file] = Path(os.fsdecode(ctypes.string_at(name))).name
                self._watch(file)
            return result

        layer.name, layer.open = b"watched", OPEN(on_open)
        self._kept += [layer, original]
        code.sqlite3_vfs_register(byref(layer), 1)
        try:
            with self._watching_the_mirror():
                yield
        finally:
            code.sqlite3_vfs_unregister(byref(layer))
            code.sqlite3_vfs_register(found, 1)

    @contextmanager
    def _watching_the_mirror(self) -> Iterator[None]:
        """Record what the mirror writes; its file is the only one written through ``os``."""
        write, sync = os.write, mirror_module._sync

        def on_write(descriptor: int, content: bytes) -> int:
            place = os.lseek(descriptor, 0, os.SEEK_CUR)
            self.calls.append(Call("write", "mirror", place, content))
            return write(descriptor, content)

        def on_sync(descriptor: int) -> None:
            self.calls.append(Call("sync", "mirror"))
            sync(descriptor)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(os, "write", on_write)
            patch.setattr(mirror_module, "_sync", on_sync)
            yield


def state_after_a_power_cut(
    before: dict[str, bytes], calls: list[Call], chance: random.Random
) -> dict[str, bytes]:
    """Return files as a disk may hold them when the power goes after the last of some calls.

    What was synced is there. Of what was not, each write is there, lost, or there in part, by whole
    sectors; a length that was not synced is the old or the new one.
    """
    files = {name: bytearray(content) for name, content in before.items()}
    pending: dict[str, list[Call]] = {}
    for call in calls:
        if call.kind == "sync":
            for earlier in pending.pop(call.name, []):
                _apply(files, earlier, len(earlier.content))
        elif call.kind != "note":
            pending.setdefault(call.name, []).append(call)
    for unsynced in pending.values():
        for call in unsynced:
            fate = chance.randrange(3)
            sectors = chance.randint(0, len(call.content) // SECTOR) * SECTOR
            if fate:
                _apply(files, call, len(call.content) if fate == 1 else sectors)
    return {name: bytes(content) for name, content in files.items()}


def _apply(files: dict[str, bytearray], call: Call, length: int) -> None:
    content = files.setdefault(call.name, bytearray())
    if call.kind == "truncate":
        del content[call.size :]
        return
    end = call.place + length
    if len(content) < end:
        content.extend(bytes(end - len(content)))
    content[call.place : end] = call.content[:length]
