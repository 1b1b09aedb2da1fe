"""Finds code in ``src`` that nothing in ``src`` calls, with vulture; tests do not keep code alive.

Members of enums and fields of value types are data, not code, and are not looked at. What only a
framework calls stands in ``called_from_outside.toml`` with its reason.
"""

from __future__ import annotations

import os
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import vulture

HERE = Path(__file__).parent
CODE = frozenset({"class", "function", "import", "method", "property", "unreachable_code"})


def dead_code(roots: Iterable[Path], allowed: dict[str, str]) -> Iterator[str]:
    """Yield one line for each unused name under ``roots`` and each needless or bare allowance.

    Args:
        roots: Folders of Python sources.
        allowed: Name -> reason why it is called from outside.
    """
    search = vulture.Vulture()
    search.scavenge([str(root) for root in roots])
    unused = [item for item in search.get_unused_code() if _is_code(item)]
    for item in unused:
        if item.name not in allowed:
            place = os.path.relpath(item.filename)
            yield f"{place}:{item.first_lineno}: unused {item.typ} {item.name}"
    for name, reason in allowed.items():
        if name not in {item.name for item in unused}:
            yield f"{name}: allowed to be unused, but it is used or gone"
        if not reason.strip():
            yield f"{name}: allowed to be unused without a reason"


def _is_code(item: vulture.core.Item) -> bool:
    if item.typ in CODE:
        return True
    line = Path(item.filename).read_text(encoding="utf-8").splitlines()[item.first_lineno - 1]
    return bool(item.typ == "variable" and line.startswith(item.name))


def main() -> int:
    """Print what is dead in ``src``; return 1 if anything is."""
    listed = tomllib.loads((HERE / "called_from_outside.toml").read_text(encoding="utf-8"))
    allowed = {name: reason for reason, names in listed.items() for name in names}
    found = list(dead_code([Path("src")], allowed))
    for line in found:
        print(line, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
