"""Free memory on Windows."""

from __future__ import annotations

import ctypes
import sys

assert sys.platform == "win32"


class _MemoryStatus(ctypes.Structure):
    """MEMORYSTATUSEX; sizes in bytes."""

    _fields_ = (
        ("length", ctypes.c_uint32),
        ("load", ctypes.c_uint32),
        ("physical", ctypes.c_uint64),
        ("physical_free", ctypes.c_uint64),
        ("page_file", ctypes.c_uint64),
        ("page_file_free", ctypes.c_uint64),
        ("virtual", ctypes.c_uint64),
        ("virtual_free", ctypes.c_uint64),
        ("extended_free", ctypes.c_uint64),
    )


def free_memory_kib() -> int | None:
    """Return the free physical memory in KiB, or ``None`` if the system does not tell."""
    status = _MemoryStatus(length=ctypes.sizeof(_MemoryStatus))
    if not ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status)):
        return None
    return int(status.physical_free) // 1024
