"""Lists the project's own text files for the checkers; it does not judge them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

Checker = Callable[[Path, str], Iterable[str]]
TEXT = frozenset(
    [
        ".cfg",
        ".cff",
        ".css",
        ".csv",
        ".desktop",
        ".html",
        ".in",
        ".json",
        ".jsonl",
        ".md",
        ".mk",
        ".py",
        ".pyi",
        ".qss",
        ".service",
        ".sh",
        ".spec",
        ".sql",
        ".svg",
        ".toml",
        ".ts",
        ".txt",
        ".xml",
        ".yaml",
        ".yml",
    ]
)
TEXT_NAMES = frozenset({"Makefile", "run", "rules", "control", "copyright"})


def own_files(root: Path) -> list[Path]:
    """Return the text files under ``root`` that git knows or would add, sorted.

    Raises:
        subprocess.CalledProcessError: ``root`` is not in a git checkout.
    """
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    paths = (root / name for name in sorted(set(listed.split("\0"))) if name)
    return [
        path
        for path in paths
        if path.is_file() and (path.suffix in TEXT or path.name in TEXT_NAMES)
    ]


def report(root: Path, files: Iterable[Path], check: Checker) -> int:
    """Run ``check`` over ``files``, print what it finds, and return how the process should end."""
    found = [
        f"{path.relative_to(root)}{finding}"
        for path in files
        for finding in check(path.relative_to(root), path.read_text(encoding="utf-8"))
    ]
    for line in found:
        print(line, file=sys.stderr)
    return 1 if found else 0
