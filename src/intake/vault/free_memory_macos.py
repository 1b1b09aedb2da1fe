"""Free memory on macOS."""

from __future__ import annotations

import ctypes
import sys

assert sys.platform == "darwin"


def free_memory_kib() -> int | None:
    """Return the memory that the system calls available, in KiB, or ``None`` if it does not tell.

    macOS gives it as a percentage of what is installed.
    """
    percent = _number(b"kern.memorystatus_level", ctypes.c_uint32(0))
    installed = _number(b"hw.memsize", ctypes.c_uint64(0))
    if percent is None or installed is None:
        return None
    return installed * percent // 100 // 1024


def _number(name: bytes, value: ctypes.c_uint32 | ctypes.c_uint64) -> int | None:
    size = ctypes.c_size_t(ctypes.sizeof(value))
    found = ctypes.CDLL(None).sysctlbyname(name, ctypes.byref(value), ctypes.byref(size), None, 0)
    return value.value if found == 0 else None
