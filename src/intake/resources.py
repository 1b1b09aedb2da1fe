"""Finds the files shipped beside the code (icons, themes, forms); reads none of them."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
# An installed program carries its resources in the package; a checkout has them at its top.
_PLACES = (_PACKAGE / "_built", _PACKAGE.parent.parent / "resources")


def resource_path(*parts: str) -> Path:
    """Return the path of a shipped file or folder.

    Args:
        *parts: Path below the resources folder, ``("icons", "lock.svg")``.

    Raises:
        FileNotFoundError: Nothing of that name is shipped.
    """
    for place in _PLACES:
        path = place.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError("/".join(parts))
