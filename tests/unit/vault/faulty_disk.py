"""A disk that fails, a power that goes, and what the disk may hold afterwards.

Real files are written; the calls of ``os`` that change the disk are watched, and one of them fails.
``possible_states`` takes the recorded calls and tells what a disk may hold when the power goes:
content that was not synced is there, half there or not there, and so is each change of a name until
the folder was synced.
"""

from __future__ import annotations

import errno
import itertools
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

WATCHED = ("open", "write", "fsync", "replace", "unlink", "ftruncate")
FOLDER = "."


class PowerCutError(BaseException):
    """The power is gone; no clean-up runs any more."""


@dataclass
class Call:
    """One call that changes the disk: ``content`` is what is written, ``to`` the new name."""

    kind: str
    name: str
    content: bytes = b""
    to: str = ""


@dataclass
class FaultyDisk:
    """Watches one folder.

    Attributes:
        folder: Calls elsewhere are left alone.
        fail_at: Index of the call that fails, counted from 0.
        number: Number of the system's error, or ``None`` for a power cut.
        torn: Half of the content is written before a write fails.
    """

    folder: Path
    fail_at: int = -1
    number: int | None = None
    torn: bool = False
    calls: list[Call] = field(default_factory=list)
    _names: dict[int, str] = field(default_factory=dict)
    _fresh: set[str] = field(default_factory=set)

    def _step(self, call: Call) -> bool:
        """Record a call; return whether it fails."""
        self.calls.append(call)
        index = len(self.calls) - 1
        if self.fail_at >= 0 and index > self.fail_at and self.number is None:
            raise PowerCutError
        return index == self.fail_at

    def _fail(self) -> None:
        if self.number is None:
            raise PowerCutError
        raise OSError(self.number, os.strerror(self.number))

    def _is_here(self, path: object) -> bool:
        return Path(str(path)).parent == self.folder

    @contextmanager
    def installed(self) -> Iterator[FaultyDisk]:
        """Watch the calls of ``os`` while the context lasts."""
        real = {name: getattr(os, name) for name in WATCHED}
        with pytest.MonkeyPatch.context() as patch:
            for name in WATCHED:
                patch.setattr(os, name, self._wrapped(name, real[name]))
            yield self

    def _wrapped(self, kind: str, real: Any) -> Any:
        return {
            "open": self._open,
            "write": self._write,
            "fsync": self._fsync,
            "replace": self._replace,
            "unlink": self._unlink,
            "ftruncate": self._ftruncate,
        }[kind](real)

    def _open(self, real: Any) -> Any:
        def call(path: Any, flags: int, *rest: Any, **named: Any) -> int:
            if (
                flags & os.O_CREAT
                and self._is_here(path)
                and self._step(Call("create", Path(path).name))
            ):
                self._fail()
            number: int = real(path, flags, *rest, **named)
            self._names.pop(number, None)
            if Path(path) == self.folder:
                self._names[number] = FOLDER
            elif self._is_here(path):
                self._names[number] = Path(path).name
                if flags & os.O_CREAT:
                    self._fresh.add(Path(path).name)
            return number

        return call

    def _write(self, real: Any) -> Any:
        def call(number: int, content: Any) -> int:
            if number not in self._names:
                return int(real(number, content))
            name = self._names[number]
            kind = "write" if name in self._fresh else "overwrite"
            if self._step(Call(kind, name, bytes(content))):
                if self.torn:
                    real(number, content[: len(content) // 2])
                self._fail()
            return int(real(number, content))

        return call

    def _ftruncate(self, real: Any) -> Any:
        def call(number: int, size: int) -> None:
            if number in self._names and self._step(Call("truncate", self._names[number])):
                self._fail()
            real(number, size)

        return call

    def _fsync(self, real: Any) -> Any:
        def call(number: int) -> None:
            if number in self._names and self._step(Call("fsync", self._names[number])):
                self._fail()
            real(number)

        return call

    def _replace(self, real: Any) -> Any:
        def call(source: Any, target: Any) -> None:
            if self._step(Call("replace", Path(source).name, to=Path(target).name)):
                self._fail()
            real(source, target)

        return call

    def _unlink(self, real: Any) -> Any:
        def call(path: Any, **named: Any) -> None:
            if (
                self._is_here(path)
                and Path(path).exists()
                and self._step(Call("unlink", Path(path).name))
            ):
                self._fail()
            real(path, **named)

        return call


@dataclass
class _Inode:
    """One file: what a program reads, and what the disk may hold of it."""

    content: bytes
    possible: tuple[bytes, ...] = ()

    def variants(self) -> tuple[bytes, ...]:
        return self.possible or (self.content,)

    def write(self, more: bytes) -> None:
        self.content += more
        self.possible = (self.content, self.content[: len(self.content) // 2], b"")

    def overwrite(self, new: bytes) -> None:
        """In place: the disk holds any state of before, the new one, or the first half of it."""
        torn = new[: len(new) // 2] + self.content[len(new) // 2 :]
        before, self.content = self.variants(), new + self.content[len(new) :]
        self.possible = (*before, torn, self.content)

    def truncate(self) -> None:
        before, self.content = self.variants(), b""
        self.possible = (*before, b"")

    def sync(self) -> None:
        self.possible = ()


State = tuple[tuple[str, bytes], ...]


def possible_states(before: dict[str, bytes], calls: list[Call]) -> set[State]:
    """Return every content that the folder may have when the power goes after any of ``calls``."""
    states: set[State] = set()
    for count in range(len(calls) + 1):
        states |= states_after(before, calls[:count])
    return states


def states_after(before: dict[str, bytes], calls: list[Call]) -> set[State]:
    durable = {name: _Inode(content) for name, content in before.items()}
    seen = dict(durable)  # as a running program sees the folder
    pending: list[tuple[Call, _Inode]] = []
    for call in calls:
        if call.kind == "fsync" and call.name == FOLDER:
            durable, pending = dict(seen), []
        elif call.kind == "fsync":
            seen[call.name].sync()
        elif call.kind == "write":
            seen[call.name].write(call.content)
        elif call.kind == "overwrite":
            seen[call.name].overwrite(call.content)
        elif call.kind == "truncate":
            seen[call.name].truncate()
        else:
            inode = _Inode(b"", (b"",)) if call.kind == "create" else seen[call.name]
            pending.append((call, inode))
            _apply(seen, call, inode)
    states: set[State] = set()
    for chosen in itertools.product((False, True), repeat=len(pending)):
        names = dict(durable)
        for use, (call, inode) in zip(chosen, pending, strict=True):
            if use:
                _apply(names, call, inode)
        contents = [[(name, each) for each in inode.variants()] for name, inode in names.items()]
        states |= {tuple(sorted(state)) for state in itertools.product(*contents)}
    return states


def _apply(names: dict[str, _Inode], call: Call, inode: _Inode) -> None:
    if call.kind == "create":
        names[call.name] = inode
    elif call.kind == "unlink":
        names.pop(call.name, None)
    else:
        names.pop(call.name, None)
        names[call.to] = inode


ERRORS = {"full": errno.ENOSPC, "input/output": errno.EIO, "read-only": errno.EROFS}
