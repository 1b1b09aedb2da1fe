"""Other programs that see what is typed, copied or named: display, clipboards, indexers."""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePath

from intake.services.surroundings.machine import (
    Machine,
    Surrounding,
    exists,
    good,
    listed,
    read_text,
    risk,
    unknown,
)

# Name of the process to name of the program. The kernel keeps 15 characters of the first.
_CLIPBOARDS = {
    "autocutsel": "Autocutsel",
    "clipcatd": "Clipcat",
    "cliphist": "cliphist",
    "clipit": "ClipIt",
    "clipman": "Clipman",
    "clipmenud": "clipmenu",
    "clipse": "clipse",
    "copyq": "CopyQ",
    "diodon": "Diodon",
    "gpaste-daemon": "GPaste",
    "greenclip": "greenclip",
    "klipper": "Klipper",
    "libclipman.so": "Clipman",
    "parcellite": "Parcellite",
    "plasmashell": "Klipper",
    "qlipper": "Qlipper",
    "xclipboard": "xclipboard",
    "xfce4-clipman": "Clipman",
}
_TRACKER = {
    "localsearch-3": "LocalSearch",
    "tracker-miner-fs": "Tracker",
    "tracker-miner-fs-3": "Tracker",
}
_BALOO = {"baloo_file": "Baloo", "baloo_file_extractor": "Baloo"}
_RECOLL = {"recollindex": "Recoll"}
_KERNEL_KEEPS = 15
_FIRST_WORDS = 3  # of a command: the program, or an interpreter, an option and the program
_IGNORED_BY_TRACKER = (".trackerignore", ".nomedia", ".git")
_BALOO_EXCLUDES = re.compile(r"^exclude folders(?:\[\$e\])?\s*=\s*(.*)$", re.MULTILINE)
_BALOO_OFF = re.compile(r"^Indexing-Enabled\s*=\s*false\s*$", re.MULTILINE | re.IGNORECASE)
_BALOO_HIDDEN = re.compile(r"^index hidden folders\s*=\s*true\s*$", re.MULTILINE | re.IGNORECASE)


def display(machine: Machine, shown_by: str) -> Surrounding:
    """Tell whether other programs in the same session can read keys and take pictures."""
    name = "display"
    in_wayland = bool(machine.environment.get("WAYLAND_DISPLAY"))
    if shown_by.startswith("wayland"):
        return good(name)
    if shown_by == "xcb":
        return risk(name, "through_wayland" if in_wayland else "")
    if in_wayland:
        return good(name)
    return risk(name) if machine.environment.get("DISPLAY") else unknown(name)


def clipboard_managers(machine: Machine) -> Surrounding:
    """Tell which running programs keep what is copied."""
    name = "clipboard_managers"
    running = _running(machine)
    if running is None:
        return unknown(name)
    found = _known(running, _CLIPBOARDS)
    return risk(name, names=found) if found else good(name)


def indexers(machine: Machine, vault: Path) -> Surrounding:
    """Tell which running indexers go through the folder of the vault."""
    name = "indexers"
    running = _running(machine)
    if running is None:
        return unknown(name)
    found: tuple[str, ...] = ()
    if _tracker_goes_into(machine, vault):
        found += _known(running, _TRACKER)
    if _baloo_goes_into(machine, vault):
        found += _known(running, _BALOO)
    if vault.is_relative_to(machine.home):
        found += _known(running, _RECOLL)
    return risk(name, names=found) if found else good(name)


def _running(machine: Machine) -> set[str] | None:
    """Return names of the person's processes; ``None`` in a sandbox that hides all others."""
    if exists(machine.at("/.flatpak-info")):
        return None
    processes = [each for each in listed(machine.at("/proc")) if each.name.isdigit()]
    if not processes:
        return None
    found: set[str] = set()
    for each in processes:
        if _is_own(each):
            words = (read_text(each / "cmdline") or "").split("\0")[:_FIRST_WORDS]
            found.add((read_text(each / "comm") or "").strip())
            found |= {PurePath(word).name for word in words}
    return found - {""}


def _is_own(process: Path) -> bool:
    try:
        return process.stat().st_uid == os.getuid()
    except OSError:  # it has ended meanwhile
        return False


def _known(running: set[str], programs: dict[str, str]) -> tuple[str, ...]:
    found = {
        program
        for process, program in programs.items()
        if process in running or process[:_KERNEL_KEEPS] in running
    }
    return tuple(sorted(found))


def _is_hidden(machine: Machine, vault: Path) -> bool:
    below = vault.relative_to(machine.home)
    return any(part.startswith(".") for part in below.parts)


def _tracker_goes_into(machine: Machine, vault: Path) -> bool:
    """Tell whether Tracker may: its list of folders is in a format of its own, so *may* it is."""
    if not vault.is_relative_to(machine.home) or _is_hidden(machine, vault):
        return False
    inside = [each for each in (vault, *vault.parents) if each.is_relative_to(machine.home)]
    marks = [machine.at(each / mark) for each in inside for mark in _IGNORED_BY_TRACKER]
    return not any(exists(mark) for mark in marks)


def _baloo_goes_into(machine: Machine, vault: Path) -> bool:
    if not vault.is_relative_to(machine.home):
        return False
    settings = read_text(machine.at_home(".config", "baloofilerc")) or ""
    if _BALOO_OFF.search(settings):
        return False
    if _is_hidden(machine, vault) and not _BALOO_HIDDEN.search(settings):
        return False
    excluded = _BALOO_EXCLUDES.search(settings)
    folders = excluded[1].split(",") if excluded else []
    home = str(machine.home)
    plain = [each.strip().replace("$HOME", home).rstrip("/") for each in folders]
    return not any(each and vault.is_relative_to(each) for each in plain)
