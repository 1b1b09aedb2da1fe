"""Records what a program does to the disk below one folder, as the kernel sees it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.children import ROOT as TREE
from tests.children import environment, require
from tests.power.disk import ROOT, Cut, Disk, Name, New, Said, Step, Sync, Write

_TRACED = (
    "open,openat,close,dup,dup2,dup3,fcntl,lseek,write,pwrite64,writev,pwritev,ftruncate,truncate,"
    "fsync,fdatasync,rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat,rmdir,"
    "copy_file_range,sendfile,fallocate"
)
_LONGEST = str(1 << 26)  # bytes of one write that are written down
_LINE = re.compile(r"\d+ +(\w+)\((.*)\) += (\d+)(?: .*)?")
_BY_NUMBER = re.compile(r"/proc/self/fd/(\d+)")
_STANDARD_OUTPUT = 1
_HERE = "AT_FDCWD"


@dataclass
class _Opened:
    """A node that the program has open: where it writes next, and whether always at the end."""

    node: int
    position: int = 0
    appends: bool = False


def recorded(folder: Path, module: str, *words: str) -> tuple[Disk, list[Step]]:
    """Run a module of the tests and return a folder as it was, and what was done to it.

    What the module prints is among the steps. The folder holds what the steps make of it, or this
    fails: a call that nobody knows here would go unnoticed otherwise.
    """
    require("strace")
    before = Disk()
    before.read(folder)
    log = folder.with_name(f"{folder.name}.calls")
    command = ["strace", "-f", "-qq", "-xx", "-s", _LONGEST, "-e", f"trace={_TRACED}", "-o"]
    done = subprocess.run(
        [*command, str(log), sys.executable, "-B", "-m", module, *words],
        cwd=TREE,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    watcher = _Watcher(folder.resolve(), before.copy())
    for call, arguments, result in _calls(log):
        watcher.see(call, arguments, result)
    log.unlink()
    after = Disk()
    after.read(folder)
    assert watcher.live.tree() == after.tree(), "a call that changed the disk was not understood"
    return before, watcher.steps


def _calls(log: Path) -> Iterator[tuple[str, list[str], int]]:
    """Yield the calls that succeeded; strings stand in them as hexadecimal digits."""
    halves: dict[str, str] = {}
    with log.open(encoding="ascii") as lines:
        for line in lines:
            text = line.rstrip("\n")
            process = text.split(maxsplit=1)[0]
            if text.endswith("<unfinished ...>"):  # another thread came between
                halves[process] = text.removesuffix("<unfinished ...>")
                continue
            if " resumed>" in text:
                text = halves.pop(process) + text.split(" resumed>", 1)[1]
            found = _LINE.fullmatch(text)
            if found is not None:
                yield found[1], found[2].split(", "), int(found[3])


def _bytes(quoted: str) -> bytes:
    assert quoted.endswith('"'), "a string was cut short"
    return bytes.fromhex(quoted.strip('"').replace("\\x", ""))


class _Watcher:
    """Follows the calls of one process, and what they make of a folder."""

    def __init__(self, root: Path, live: Disk) -> None:
        self.steps: list[Step] = []
        self.live = live
        self._root = str(root)
        self._open: dict[int, _Opened] = {}
        self._nodes = len(live.folders) + len(live.files)

    def see(self, call: str, arguments: list[str], result: int) -> None:
        """Take a call that succeeded."""
        {
            "openat": self._openat,
            "close": self._close,
            "dup": self._duplicate,
            "dup2": self._duplicate,
            "dup3": self._duplicate,
            "fcntl": self._fcntl,
            "lseek": self._lseek,
            "write": self._write,
            "pwrite64": self._pwrite,
            "ftruncate": self._truncate,
            "fsync": self._sync,
            "fdatasync": self._sync,
            "rename": self._rename,
            "link": self._link,
            "linkat": self._link,
            "unlink": self._remove,
            "unlinkat": self._remove,
            "rmdir": self._remove,
            "mkdir": self._mkdir,
        }.get(call, self._unknown)(arguments, result)

    def _unknown(self, _arguments: list[str], _result: int) -> None:
        """Leave out what nobody uses below the folder; the comparison at the end would tell."""

    def _do(self, step: Step) -> None:
        self.live.apply(step)
        self.steps.append(step)

    def _make(self, *, is_folder: bool) -> int:
        node = self._nodes
        self._nodes += 1
        self._do(New(node, is_folder))
        return node

    def _entry(self, start: str, quoted: str) -> tuple[int, str] | None:
        """Return folder and name that a path means; ``None`` for one elsewhere."""
        path = os.fsdecode(_bytes(quoted))
        if path.startswith("/"):
            path = os.path.normpath(path)
            if not path.startswith(f"{self._root}/"):
                return None
            node, rest = ROOT, path[len(self._root) + 1 :]
        elif start.isdigit() and int(start) in self._open:
            node, rest = self._open[int(start)].node, path
        else:
            return None
        *above, name = rest.split("/")
        for each in above:
            node = self.live.folders[node][each]
        return node, name

    def _found(self, entry: tuple[int, str]) -> int | None:
        return self.live.folders[entry[0]].get(entry[1])

    def _openat(self, arguments: list[str], result: int) -> None:
        start, quoted, flags = arguments[:3]
        self._open.pop(result, None)
        if os.path.normpath(os.fsdecode(_bytes(quoted))) == self._root:
            node: int | None = ROOT
        else:
            entry = self._entry(start, quoted)
            if entry is None:
                return
            node = self._found(entry)
            if node is None and "O_CREAT" in flags:
                node = self._make(is_folder=False)
                self._do(Name(((*entry, node),)))
        assert node is not None
        if "O_TMPFILE" in flags:
            node = self._make(is_folder=False)
        if "O_TRUNC" in flags:
            self._do(Cut(node, 0))
        self._open[result] = _Opened(node, appends="O_APPEND" in flags)

    def _close(self, arguments: list[str], _result: int) -> None:
        self._open.pop(int(arguments[0]), None)

    def _duplicate(self, arguments: list[str], result: int) -> None:
        self._open.pop(result, None)
        if int(arguments[0]) in self._open:
            self._open[result] = self._open[int(arguments[0])]

    def _fcntl(self, arguments: list[str], result: int) -> None:
        if arguments[1].startswith("F_DUPFD"):
            self._duplicate(arguments, result)

    def _lseek(self, arguments: list[str], result: int) -> None:
        opened = self._open.get(int(arguments[0]))
        if opened is not None:
            opened.position = result

    def _write(self, arguments: list[str], result: int) -> None:
        number = int(arguments[0])
        opened = self._open.get(number)
        if opened is not None:
            if opened.appends:
                opened.position = len(self.live.files[opened.node])
            self._do(Write(opened.node, opened.position, _bytes(arguments[1])[:result]))
            opened.position += result
        elif number == _STANDARD_OUTPUT:
            self.steps += [Said(each) for each in _bytes(arguments[1]).decode().split()]

    def _pwrite(self, arguments: list[str], result: int) -> None:
        opened = self._open.get(int(arguments[0]))
        if opened is not None:
            place = int(arguments[3])
            self._do(Write(opened.node, place, _bytes(arguments[1])[:result]))

    def _truncate(self, arguments: list[str], _result: int) -> None:
        opened = self._open.get(int(arguments[0]))
        if opened is not None:
            self._do(Cut(opened.node, int(arguments[1])))

    def _sync(self, arguments: list[str], _result: int) -> None:
        opened = self._open.get(int(arguments[0]))
        if opened is not None:
            self._do(Sync(opened.node))

    def _rename(self, arguments: list[str], _result: int) -> None:
        old, new = (self._entry(_HERE, quoted) for quoted in arguments)
        assert (old is None) == (new is None), "a file came from elsewhere"
        if old is not None and new is not None:
            node = self._found(old)
            assert node is not None
            self._do(Name(((*old, None), (*new, node))))

    def _link(self, arguments: list[str], _result: int) -> None:
        if arguments[0].startswith('"'):
            arguments = [_HERE, arguments[0], _HERE, arguments[1]]
        source, quoted, start, target = arguments[:4]
        entry = self._entry(start, target)
        if entry is None:
            return
        number = _BY_NUMBER.fullmatch(os.fsdecode(_bytes(quoted)))
        old = None if number else self._entry(source, quoted)
        node = self._open[int(number[1])].node if number else self._found(old) if old else None
        assert node is not None, "a file came from elsewhere"
        self._do(Name(((*entry, node),)))

    def _remove(self, arguments: list[str], _result: int) -> None:
        start = _HERE if arguments[0].startswith('"') else arguments.pop(0)
        entry = self._entry(start, arguments[0])
        if entry is not None:
            self._do(Name(((*entry, None),)))

    def _mkdir(self, arguments: list[str], _result: int) -> None:
        entry = self._entry(_HERE, arguments[0])
        if entry is not None:
            node = self._make(is_folder=True)
            self._do(Name(((*entry, node),)))
