"""Finds the files shipped beside the code (icons, themes, forms); reads none of them."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent
_BUILT = _PACKAGE / "_built"


def resource_path(*parts: str) -> Path:
    """Return the path of a shipped file or folder.

    A checkout is looked at first, so that nobody works with yesterday's copies; an installed
    program has only what was built into its package.

    Args:
        *parts: Path below the resources folder, ``("icons", "lock.svg")``.

    Raises:
        FileNotFoundError: Nothing of that name is shipped.
    """
    for place in _places():
        path = place.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError("/".join(parts))


def _places() -> tuple[Path, ...]:
    if (_CHECKOUT / "pyproject.toml").is_file():
        return (_CHECKOUT / "resources", _BUILT)
    return (_BUILT,)
