"""Protections of macOS for this process."""

from __future__ import annotations

import ctypes
import os
import resource
import sys

from intake.vault.protection import Protection, attempt, not_available

assert sys.platform == "darwin"

_DENY_ATTACH = 31  # <sys/ptrace.h>


def system_protections() -> tuple[Protection, ...]:
    """Switch on what the system has; return what became of each."""
    return (
        attempt("no_core_file", _no_core_file),
        attempt("no_memory_access", _deny_debuggers),
        not_available("no_new_privileges"),
        not_available("no_screen_pictures"),
    )


def _no_core_file() -> bool:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)


def _deny_debuggers() -> bool:
    if ctypes.CDLL(None, use_errno=True).ptrace(_DENY_ATTACH, 0, None, 0) != 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return True
