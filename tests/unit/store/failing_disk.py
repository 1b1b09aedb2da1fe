"""The database library's own way to the disk, watched: any write or wait can be made to fail.

The library is told to open files through a copy of its system layer in which opening hands out
files whose write and sync functions come here first. Everything else is the real thing.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import CFUNCTYPE, POINTER, Structure, byref, c_char_p, c_int, c_int64, c_void_p, cast
from dataclasses import dataclass, field

import sqlcipher3._sqlite3 as library

# The name is handed on as a place in memory: the library goes on using it after the opening.
OPEN = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, c_void_p)
WRITE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
SYNC = CFUNCTYPE(c_int, c_void_p, c_int)


class FileMethods(Structure):
    """The functions of an open file."""

    _fields_ = [
        ("version", c_int),
        ("close", c_void_p),
        ("read", c_void_p),
        ("write", WRITE),
        ("truncate", c_void_p),
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


@dataclass
class FailingDisk:
    """What stands between the library and the disk.

    Attributes:
        fail: Asked before each call with its kind; a code of the library makes the call fail.
    """

    fail: Callable[[str], int] = field(default=lambda _kind: 0)
    _kept: list[object] = field(default_factory=list)

    def _watch(self, file: int) -> None:
        """Hand the methods of an open file over to this object."""
        methods = cast(file, POINTER(POINTER(FileMethods)))
        original = methods.contents.contents
        watched = FileMethods.from_buffer_copy(original)
        write, sync = original.write, original.sync

        def on_write(handle: int, content: int, length: int, place: int) -> int:
            return self.fail("write") or int(write(handle, content, length, place))

        def on_sync(handle: int, flags: int) -> int:
            return self.fail("sync") or int(sync(handle, flags))

        watched.write, watched.sync = WRITE(on_write), SYNC(on_sync)
        self._kept += [watched, write, sync]
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
                self._watch(file)
            return result

        layer.name, layer.open = b"watched", OPEN(on_open)
        self._kept += [layer, original]
        code.sqlite3_vfs_register(byref(layer), 1)
        try:
            yield
        finally:
            code.sqlite3_vfs_unregister(byref(layer))
            code.sqlite3_vfs_register(found, 1)
