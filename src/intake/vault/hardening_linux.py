"""Protections of the Linux kernel for this process."""

from __future__ import annotations

import ctypes
import os
import resource

from intake.vault.protection import Protection, attempt, not_available

# <linux/prctl.h>
_GET_DUMPABLE, _SET_DUMPABLE = 3, 4
_SET_NO_NEW_PRIVS, _GET_NO_NEW_PRIVS = 38, 39


def system_protections() -> tuple[Protection, ...]:
    """Switch on what the kernel has; return what became of each."""
    return (
        attempt("no_core_file", _no_core_file),
        attempt("no_memory_access", _not_dumpable),
        attempt("no_new_privileges", _no_new_privileges),
        # Neither X11 nor Wayland lets a window keep itself out of pictures.
        not_available("no_screen_pictures"),
    )


def _no_core_file() -> bool:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)


def _not_dumpable() -> bool:
    """Keep debuggers of the same person out, and core dumps that are piped to a program.

    The size limit alone is ignored for those.
    """
    _prctl(_SET_DUMPABLE, 0)
    return _prctl(_GET_DUMPABLE) == 0


def _no_new_privileges() -> bool:
    _prctl(_SET_NO_NEW_PRIVS, 1)
    return _prctl(_GET_NO_NEW_PRIVS) == 1


def _prctl(option: int, value: int = 0) -> int:
    """Call the kernel.

    Raises:
        OSError: It refuses.
    """
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    result = prctl(option, *(ctypes.c_ulong(each) for each in (value, 0, 0, 0)))
    if result < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return int(result)
