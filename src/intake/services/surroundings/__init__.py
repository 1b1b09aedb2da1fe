"""What the system around the program does for or against a vault; it changes none of it."""

from __future__ import annotations

from pathlib import Path

from intake.services.surroundings.disks import disk_encryption, swap, vault_place
from intake.services.surroundings.machine import Finding, Machine, Surrounding, unknown
from intake.services.surroundings.memory import freed_memory, hibernation
from intake.services.surroundings.programs import clipboard_managers, display, indexers
from intake.services.surroundings.sync_folders import sync_folder

__all__ = ["Finding", "Machine", "Surrounding", "look"]

NOT_WRITTEN = "not_written"
_LINUX_ONLY = (
    "disk_encryption",
    "vault_place",
    "swap",
    "hibernation",
    "freed_memory",
    "display",
    "clipboard_managers",
    "indexers",
)


def look(machine: Machine, vault: Path, shown_by: str = "") -> tuple[Surrounding, ...]:
    """Return what is found, one for each thing that is looked for, always in the same order.

    It reads ``/proc``, ``/sys``, settings of the person's programs and names of folders. It starts
    no program and writes nothing.

    Args:
        machine: Where to look.
        vault: The folder of the vault, absolute, without symbolic links.
        shown_by: What shows the window: Qt's name for it, or empty without a window.
    """
    if machine.system != "linux":
        told = [unknown(name, NOT_WRITTEN) for name in _LINUX_ONLY]
        return (*told[:2], sync_folder(machine, vault), *told[2:])
    return (
        disk_encryption(machine, vault),
        vault_place(machine, vault),
        sync_folder(machine, vault),
        swap(machine),
        hibernation(machine),
        freed_memory(machine),
        display(machine, shown_by),
        clipboard_managers(machine),
        indexers(machine, vault),
    )
