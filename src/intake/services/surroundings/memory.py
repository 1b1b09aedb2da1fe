"""What the kernel does with memory: hibernation, and pages that a process has given back."""

from __future__ import annotations

import gzip
import re
import zlib

from intake.services.surroundings.disks import swaps
from intake.services.surroundings.machine import (
    Machine,
    Surrounding,
    good,
    listed,
    read_text,
    risk,
    unknown,
)

_TARGETS = ("hibernate", "hybrid-sleep", "suspend-then-hibernate")
_ALLOWED = re.compile(r"^\s*AllowHibernation\s*=\s*(\S*)\s*$", re.IGNORECASE | re.MULTILINE)
_NO = frozenset({"no", "false", "off", "0", "n", "f"})
# In the order in which systemd takes them: of two files of one name the first folder's counts.
_FOLDERS = ("/etc", "/run", "/usr/local/lib", "/usr/lib")
_BUILT_IN = "CONFIG_INIT_ON_FREE_DEFAULT_ON=y"
_LONGEST_CONFIG = 4 << 20  # bytes; a kernel's settings are a tenth of that


def hibernation(machine: Machine) -> Surrounding:
    """Tell whether the whole memory may be written to the disk while the machine is off."""
    name = "hibernation"
    states = machine.read("/sys/power/state")
    if states is None:
        return unknown(name)
    modes = machine.read("/sys/power/disk")
    if "disk" not in states.split() or modes is None or "[disabled]" in modes:
        return good(name, "impossible")
    if _is_switched_off(machine):
        return good(name, "switched_off")
    found = swaps(machine)
    if found is not None and not found:
        return good(name, "no_swap")
    return risk(name, "encrypted" if found and all(found.values()) else "")


def freed_memory(machine: Machine) -> Surrounding:
    """Tell whether the kernel overwrites memory that a process gives back: ``init_on_free``."""
    name = "freed_memory"
    chosen = re.findall(r"\binit_on_free=(\S+)", machine.read("/proc/cmdline") or "")
    if chosen:
        return good(name) if chosen[-1].lower() in ("1", "y", "on") else risk(name)
    config = _kernel_config(machine)
    if config is None:
        return unknown(name)
    return good(name) if _BUILT_IN in config.splitlines() else risk(name)


def _is_switched_off(machine: Machine) -> bool:
    """Tell whether whoever looks after the laptop has switched hibernation off."""
    said = [word for text in _sleep_settings(machine) for word in _ALLOWED.findall(text)]
    if said and said[-1].lower() in _NO:
        return True
    units = [machine.at(f"/etc/systemd/system/{each}.target") for each in _TARGETS]
    return all(unit.is_symlink() and str(unit.readlink()) == "/dev/null" for unit in units)


def _sleep_settings(machine: Machine) -> list[str]:
    """Return the settings of systemd for sleep, in the order in which the last one counts."""
    main = [machine.read(f"{each}/systemd/sleep.conf") for each in _FOLDERS]
    parts: dict[str, str] = {}
    for each in _FOLDERS:
        for path in listed(machine.at(f"{each}/systemd/sleep.conf.d")):
            if path.suffix == ".conf":
                parts.setdefault(path.name, read_text(path) or "")
    first = next((text for text in main if text is not None), "")
    return [first, *(parts[name] for name in sorted(parts))]


def _kernel_config(machine: Machine) -> str | None:
    release = (machine.read("/proc/sys/kernel/osrelease") or "").strip()
    text = machine.read(f"/boot/config-{release}") if release else None
    if text is not None:
        return text
    try:
        with gzip.open(machine.at("/proc/config.gz")) as file:
            return file.read(_LONGEST_CONFIG).decode("utf-8", errors="replace")
    except (OSError, EOFError, zlib.error):
        return None
