"""Protections of Windows for this process."""

from __future__ import annotations

import ctypes
import sys

from intake.vault.protection import Protection, attempt, not_available

assert sys.platform == "win32"

_NO_CRITICAL_ERROR_BOX, _NO_FAULT_REPORT = 0x0001, 0x0002
_PROTECTED_DACL = 0x80000004  # this object's own list of rights, not inherited
_PROCESS_OBJECT = 6


def system_protections() -> tuple[Protection, ...]:
    """Switch on what the system has; return what became of each."""
    return (
        attempt("no_core_file", _no_fault_report),
        attempt("no_memory_access", _deny_other_processes),
        not_available("no_new_privileges"),
        not_available("no_screen_pictures"),
    )


def _no_fault_report() -> bool:
    """Keep Windows from writing the memory of a crashed process into an error report."""
    wanted = _NO_CRITICAL_ERROR_BOX | _NO_FAULT_REPORT
    ctypes.windll.kernel32.SetErrorMode(wanted)
    return bool(ctypes.windll.kernel32.GetErrorMode() & wanted == wanted)


def _deny_other_processes() -> bool:
    """Give nobody the right to open this process, by an empty list of rights."""
    acl = (ctypes.c_ubyte * 8)(2, 0, 8, 0, 0, 0, 0, 0)  # revision 2, 8 bytes long, no entries
    advapi, kernel = ctypes.windll.advapi32, ctypes.windll.kernel32
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    code = advapi.SetSecurityInfo(
        ctypes.c_void_p(kernel.GetCurrentProcess()),
        _PROCESS_OBJECT,
        ctypes.c_uint32(_PROTECTED_DACL),
        None,
        None,
        ctypes.byref(acl),
        None,
    )
    if code != 0:
        raise OSError(code, "SetSecurityInfo")
    return True
