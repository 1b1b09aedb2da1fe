"""Holds every function, class and module to its size limit; it does not judge what they do.

A function counts from its ``def`` to its last line, docstring included.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from checks.sources import own_files, report

FUNCTION_LINES = 40
MODULE_LINES = 400
PUBLIC_METHODS = 20
MODULE_LIMITS = {Path("src/intake/gui/windows/main_window.py"): 250}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def too_large(path: Path, text: str) -> Iterator[str]:
    """Yield ``:line: finding`` for everything in ``text`` that is over its limit."""
    lines = len(text.splitlines())
    limit = MODULE_LIMITS.get(path, MODULE_LINES)
    if lines > limit:
        yield f":1: the module has {lines} lines; {limit} are allowed"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, Function):
            yield from _long_function(node)
        elif isinstance(node, ast.ClassDef):
            yield from _wide_class(node)


def _long_function(node: Function) -> Iterator[str]:
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    if lines > FUNCTION_LINES:
        yield f":{node.lineno}: {node.name} has {lines} lines; {FUNCTION_LINES} are allowed"


def _wide_class(node: ast.ClassDef) -> Iterator[str]:
    names = {
        item.name
        for item in node.body
        if isinstance(item, Function) and not item.name.startswith("_")
    }
    if len(names) > PUBLIC_METHODS:
        yield (
            f":{node.lineno}: {node.name} has {len(names)} public methods; "
            f"{PUBLIC_METHODS} are allowed"
        )


if __name__ == "__main__":
    here = Path.cwd()
    python = [path for path in own_files(here) if path.suffix == ".py"]
    sys.exit(report(here, python, too_large))
