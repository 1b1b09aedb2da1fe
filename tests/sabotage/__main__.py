"""Breaks the program in small ways, one at a time, and sees that the tests notice each.

``python -m tests.sabotage`` tries all patches of ``patches.toml``; with numbers behind it those
alone (from 1). It works on a copy of the tree. It fails when a patch no longer applies, when a test
that is named passes all the same, and when one fails without any patch.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.children import ROOT, environment

LIST = Path(__file__).with_name("patches.toml")
_COPIED = ("src", "tests", "packaging", "resources", "benchmarks")
_FAILED = re.compile(r"^(?:FAILED|ERROR) (\S+)", re.MULTILINE)
_LIMIT_S = 900  # a broken program may hang


@dataclass(frozen=True)
class Patch:
    """A way to break the program.

    Attributes:
        file: Below the tree.
        old: What stands there exactly once.
        new: What takes its place.
        tests: Node ids; each of them, or one of its parameters, must fail.
    """

    name: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]


def patches() -> tuple[Patch, ...]:
    """Return all patches."""
    listed = tomllib.loads(LIST.read_text("utf-8"))["patch"]
    return tuple(Patch(**{**each, "tests": tuple(each["tests"])}) for each in listed)


def broken(patch: Patch, root: Path = ROOT) -> str:
    """Return the content of the file with the patch applied.

    Raises:
        ValueError: What it replaces stands there never or more than once.
    """
    content = (root / patch.file).read_text("utf-8")
    if content.count(patch.old) != 1:
        raise ValueError(f"no longer applies: {patch.name}")
    return content.replace(patch.old, patch.new)


def copy_tree(target: Path) -> None:
    """Copy what the tests need."""
    left_out = shutil.ignore_patterns("__pycache__", "*.egg-info", "node_modules")
    for name in _COPIED:
        shutil.copytree(ROOT / name, target / name, ignore=left_out)
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, target)


def failures(tree: Path, tests: Sequence[str]) -> tuple[set[str], str]:
    """Run tests of a tree; return the node ids that failed, and what was said."""
    words = ["-q", "-rfE", "--tb=line", "-p", "no:cacheprovider", "-p", "no:randomly"]
    try:
        done = subprocess.run(
            [sys.executable, "-m", "pytest", *words, *tests],
            cwd=tree,
            env=environment(tree),
            capture_output=True,
            text=True,
            check=False,
            timeout=_LIMIT_S,
        )
    except subprocess.TimeoutExpired:  # who waits for the result sees that something is wrong
        return {test.partition("[")[0] for test in tests}, "the tests hang"
    said = done.stdout + done.stderr
    if done.returncode not in (0, 1):
        raise RuntimeError(f"the tests could not run:\n{said}")
    return {match[1].partition("[")[0] for match in _FAILED.finditer(said)}, said


def not_caught(tree: Path, patch: Patch) -> set[str]:
    """Apply a patch to a tree, run its tests, take it back; return the tests that did not fail."""
    file = tree / patch.file
    before = file.read_text("utf-8")
    _put(file, broken(patch, tree))
    try:
        failed, _ = failures(tree, patch.tests)
    finally:
        _put(file, before)
    return set(patch.tests) - failed


def _put(file: Path, content: str) -> None:
    """Write a module, and see to it that no compiled form of the other one is taken for it."""
    file.write_text(content, "utf-8")
    for compiled in (file.parent / "__pycache__").glob(f"{file.stem}.*.pyc"):
        compiled.unlink()


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    """Try the patches; return the exit code."""
    listed = patches()
    numbers = [int(word) for word in sys.argv[1:]] or list(range(1, len(listed) + 1))
    chosen = [listed[number - 1] for number in numbers]
    missed = 0
    with tempfile.TemporaryDirectory(prefix="intake-sabotage-") as folder:
        tree = Path(folder)
        copy_tree(tree)
        wanted = sorted({test for patch in chosen for test in patch.tests})
        failed, said = failures(tree, wanted)
        if failed:
            say(f"These fail without any patch: {sorted(failed)}\n{said}")
            return 1
        for number, patch in zip(numbers, chosen, strict=True):
            left = not_caught(tree, patch)
            missed += bool(left)
            say(f"{number:3} {'MISSED' if left else 'caught'}  {patch.name}")
            for test in sorted(left):
                say(f"       passes all the same: {test}")
    say(f"{len(chosen) - missed} of {len(chosen)} patches were caught.")
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
