"""Hardens the process at its start and tells how that went; it cannot undo any of it.

``harden_process`` is the first thing the program does, before anything secret is in memory.
"""

from __future__ import annotations

import os
import sys

from intake.vault.protection import Protection, ProtectionState, attempt

if sys.platform == "win32":
    from intake.vault.hardening_windows import system_protections
elif sys.platform == "darwin":
    from intake.vault.hardening_macos import system_protections
else:
    from intake.vault.hardening_linux import system_protections

__all__ = ["Protection", "ProtectionState", "harden_process", "protections"]

_OWNER_ONLY = 0o077
_HARMLESS = frozenset({"socket.gethostname"})

_results: list[Protection] = []


def harden_process() -> tuple[Protection, ...]:
    """Switch on every protection that this system has, once; return what became of each."""
    if not _results:
        _results.extend(
            [
                attempt("umask", _private_files),
                *system_protections(),
                attempt("no_network", _refuse_network),
            ]
        )
    return protections()


def protections() -> tuple[Protection, ...]:
    """Return what became of each protection; empty before ``harden_process``."""
    return tuple(_results)


def _private_files() -> bool:
    """Make new files and folders readable for their owner only."""
    os.umask(_OWNER_ONLY)
    return os.umask(_OWNER_ONLY) == _OWNER_ONLY


def _refuse_network() -> bool:
    """Refuse every socket, from now on and for all Python code; Qt opens those of the desktop."""
    sys.addaudithook(_refuse_network_event)
    try:
        sys.audit("socket.gethostbyname", "")
    except PermissionError:
        return True
    return False


def _refuse_network_event(event: str, details: tuple[object, ...]) -> None:  # noqa: ARG001 (a hook gets both)
    """Raise for every use of a socket; a hook must be quick, it sees every event there is."""
    if event.startswith("socket.") and event not in _HARMLESS:
        raise PermissionError("there is no network in this program")
