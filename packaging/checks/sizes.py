"""Holds every function, class and module to its size limit; it does not judge what they do.

A function counts from its ``def`` to its last line without its docstring: the limit is for what a
reader must keep in mind, and public functions are to say their shapes, units and errors. Test
modules may be longer: they are lists of independent promises.
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
TEST_MODULE_LINES = 600
MODULE_LIMITS = {Path("src/intake/gui/windows/main_window.py"): 250}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def too_large(path: Path, text: str) -> Iterator[str]:
    """Yield ``:line: finding`` for everything in ``text`` that is over its limit."""
    lines = len(text.splitlines())
    usual = TEST_MODULE_LINES if path.parts[:1] == ("tests",) else MODULE_LINES
    limit = MODULE_LIMITS.get(path, usual)
    if lines > limit:
        yield f":1: the module has {lines} lines; {limit} are allowed"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, Function):
            yield from _long_function(node)
        elif isinstance(node, ast.ClassDef):
            yield from _wide_class(node)


def _long_function(node: Function) -> Iterator[str]:
    lines = (node.end_lineno or node.lineno) - node.lineno + 1 - _docstring_lines(node)
    if lines > FUNCTION_LINES:
        yield f":{node.lineno}: {node.name} has {lines} lines; {FUNCTION_LINES} are allowed"


def _docstring_lines(node: Function) -> int:
    first = node.body[0]
    if ast.get_docstring(node, clean=False) is None:
        return 0
    return (first.end_lineno or first.lineno) - first.lineno + 1


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
