"""Tells how much memory is free now, so that a key derivation is refused before it fails."""

from __future__ import annotations

import sys

if sys.platform == "win32":
    from intake.vault.free_memory_windows import free_memory_kib
elif sys.platform == "darwin":
    from intake.vault.free_memory_macos import free_memory_kib
else:
    from intake.vault.free_memory_linux import free_memory_kib

__all__ = ["free_memory_kib"]
