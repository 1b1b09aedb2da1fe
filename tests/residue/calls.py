"""Reads what strace wrote down: which sockets a program opened, and which files it changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

TRACED = (
    "network,open,openat,openat2,creat,rename,renameat,renameat2,unlink,unlinkat,rmdir,"
    "mkdir,mkdirat,link,linkat,symlink,symlinkat,mknod,mknodat,truncate,memfd_create"
)
_RESUMED = re.compile(r"^<\.\.\. (\w+) resumed>(.*)$")
_CALL = re.compile(r"^(\w+)\((.*)\)\s+= (-?\d+)")
_FOLDER = re.compile(r"(AT_FDCWD|-?\d+)<([^>]*)>, (?=\")")
_WORDS = re.compile(r'"((?:[^"\\]|\\.)*)"')
_WRITING = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_TMPFILE")
_ADDRESS = re.compile(r'sun_path=(@?)"([^"]*)"')
_CHANGING = frozenset(
    (
        *("creat", "rename", "renameat", "renameat2", "unlink", "unlinkat", "rmdir", "mkdir"),
        *("mkdirat", "link", "linkat", "symlink", "symlinkat", "mknod", "mknodat", "truncate"),
    )
)


@dataclass
class Calls:
    """What a program asked of the system.

    Attributes:
        sockets: Families of the sockets that it opened, ``AF_UNIX`` and others.
        addresses: Where it connected to, bound or sent; paths, or the raw words of a call.
        written: Files that it opened for writing, made, renamed or removed.
    """

    sockets: set[str] = field(default_factory=set)
    addresses: set[str] = field(default_factory=set)
    written: set[Path] = field(default_factory=set)


def read(log: Path) -> Calls:
    """Read the log of ``strace -f -y``."""
    calls = Calls()
    for name, words, result in _whole_calls(log):
        if name in ("socket", "socketpair"):
            calls.sockets.add(words.partition(",")[0])
        elif name in ("connect", "bind", "sendto", "sendmsg"):
            calls.addresses |= _addresses(name, words)
        elif result >= 0 and name != "memfd_create":
            calls.written |= set(_changed(name, words))
    return calls


def _addresses(name: str, words: str) -> set[str]:
    if "sa_family=" not in words:
        return set()
    local = _ADDRESS.search(words)
    if local is not None:
        return {local[1] + local[2]}
    return set() if "AF_UNIX" in words else {f"{name}({words})"}


def _changed(name: str, words: str) -> Iterator[Path]:
    if name.startswith("open") and not _WRITING.search(words):
        return
    if not name.startswith("open") and name not in _CHANGING:
        return
    folders = [match[2] for match in _FOLDER.finditer(words)]
    for number, path in enumerate(_WORDS.findall(words)):
        below = folders[min(number, len(folders) - 1)] if folders else "/"
        yield Path(below, path)


def _whole_calls(log: Path) -> Iterator[tuple[str, str, int]]:
    """Yield name, words and result of each call; those cut in two by others are put together."""
    begun: dict[str, str] = {}
    for line in log.read_text("utf-8", "replace").splitlines():
        process, _, rest = line.partition(" ")
        rest = rest.strip()
        if rest.endswith("<unfinished ...>"):
            begun[process] = rest.removesuffix("<unfinished ...>")
            continue
        resumed = _RESUMED.match(rest)
        if resumed is not None:
            rest = begun.pop(process, f"{resumed[1]}(") + resumed[2].lstrip()
        found = _CALL.match(rest)
        if found is not None:
            yield found[1], found[2], int(found[3])
