"""Changes headers as an accident or a forger would."""

from __future__ import annotations

import hashlib
from pathlib import Path


def flip(path: Path, at: int) -> None:
    """Flip one bit of the byte at ``at``."""
    content = bytearray(path.read_bytes())
    content[at] ^= 1 << at % 8
    path.write_bytes(content)


def forged(content: bytes, at: int, new: bytes) -> bytes:
    """Return a header with ``new`` at ``at`` and a digest that fits; the keyed code does not."""
    changed = content[:at] + new + content[at + len(new) : -32]
    return changed + hashlib.sha256(changed).digest()
