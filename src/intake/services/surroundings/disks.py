"""Whether what lies beneath the vault and the swap is encrypted, and on what kind of disk it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from intake.services.surroundings.machine import (
    Machine,
    Surrounding,
    exists,
    good,
    listed,
    risk,
    unknown,
)

# Kinds of file systems, by what their name says about where the bytes end up.
_IN_MEMORY = frozenset({"ramfs", "tmpfs"})
_ENCRYPTING = frozenset({"ecryptfs", "fuse.cryfs", "fuse.encfs", "fuse.gocryptfs", "fuse.securefs"})
_NETWORK = frozenset(
    {
        "9p",
        "afs",
        "ceph",
        "cifs",
        "davfs",
        "fuse.davfs2",
        "fuse.glusterfs",
        "fuse.gvfsd-fuse",
        "fuse.rclone",
        "fuse.sshfs",
        "nfs",
        "nfs4",
        "smb3",
        "smbfs",
    }
)
# They may encrypt by themselves, or hide what is beneath them.
_OPAQUE = frozenset({"aufs", "bcachefs", "overlay", "virtiofs", "zfs"})
# Beside these there are kinds that only prove that nothing was changed.
_ENCRYPTED = tuple(
    f"CRYPT-{kind}" for kind in ("LUKS", "PLAIN", "TCRYPT", "BITLK", "LOOPAES", "FVAULT2", "TEMP")
)
_ESCAPED = re.compile(r"\\([0-7]{3})")
_DEEPEST = 8  # layers of devices; a ring of them would never end


@dataclass(frozen=True, slots=True)
class Mount:
    """A file system and where it is seen."""

    point: Path
    kind: str
    source: str
    number: str


def mounts(machine: Machine) -> list[Mount]:
    """Return what is mounted, as ``/proc/self/mountinfo`` says; nothing when it says nothing."""
    found = []
    for line in (machine.read("/proc/self/mountinfo") or "").splitlines():
        left, _, right = line.partition(" - ")
        before, after = left.split(), right.split()
        if len(before) > 4 and len(after) > 1:  # noqa: PLR2004 (fields of proc(5))
            point = Path(_plain(before[4]))
            found.append(Mount(point, after[0], _plain(after[1]), before[2]))
    return found


def mount_of(machine: Machine, path: Path) -> Mount | None:
    """Return the file system that holds a path; of two at one place the later one is seen."""
    holding = [each for each in mounts(machine) if path.is_relative_to(each.point)]
    depth = max((len(each.point.parts) for each in holding), default=0)
    return next((x for x in reversed(holding) if len(x.point.parts) == depth), None)


def is_encrypted(machine: Machine, path: Path) -> bool | None:
    """Tell whether a path lies on an encrypted disk; ``None`` when it cannot be told."""
    mount = mount_of(machine, path)
    if mount is None or mount.kind in _OPAQUE or mount.kind in _NETWORK:
        return None
    if mount.kind in _ENCRYPTING or mount.kind in _IN_MEMORY:
        return True
    device = device_of(machine, mount.source, mount.number)
    return None if device is None else _is_crypt(machine, device)


def device_of(machine: Machine, source: str, number: str = "") -> Path | None:
    """Return the folder of a device below ``/sys``.

    Args:
        machine: Where to look.
        source: ``/dev/sda2`` or ``/dev/mapper/name``.
        number: ``8:2``, for a source that is no name of a device.
    """
    blocks = machine.at("/sys/class/block")
    name = source.removeprefix("/dev/mapper/").removeprefix("/dev/")
    if source.startswith("/dev/"):
        if "/" not in name and exists(blocks / name):
            return (blocks / name).resolve()
        for each in listed(blocks):
            if (_line(each / "dm/name") or "") == name:
                return each.resolve()
    numbered = machine.at(f"/sys/dev/block/{number}")
    return numbered.resolve() if number and exists(numbered) else None


def disk_encryption(machine: Machine, vault: Path) -> Surrounding:
    """Tell whether the disk beneath the vault is encrypted."""
    name = "disk_encryption"
    encrypted = is_encrypted(machine, vault)
    if encrypted is None:
        return unknown(name)
    return good(name) if encrypted else risk(name)


def vault_place(machine: Machine, vault: Path) -> Surrounding:
    """Tell whether the vault lies on a disk that is built in."""
    name = "vault_place"
    mount = mount_of(machine, vault)
    if mount is None:
        return unknown(name)
    if mount.kind in _NETWORK:
        return risk(name, "network")
    device = device_of(machine, mount.source, mount.number)
    if device is None:
        return good(name, "memory") if mount.kind in _IN_MEMORY else unknown(name)
    return risk(name, "removable") if _is_removable(device) else good(name)


def swaps(machine: Machine) -> dict[str, bool | None] | None:
    """Return each place for swap that is no memory, and whether it is encrypted.

    ``None`` when it cannot be told whether there is any.
    """
    text = machine.read("/proc/swaps")
    if text is None:
        return None
    found: dict[str, bool | None] = {}
    for line in text.splitlines()[1:]:
        words = line.split()
        if not words:
            continue
        place = _plain(words[0])
        device = device_of(machine, place)
        if device is not None and device.name.startswith("zram"):
            backing = _line(device / "backing_dev") or "none"
            if backing != "none":
                below = device_of(machine, backing)
                found[place] = None if below is None else _is_crypt(machine, below)
        elif device is not None:
            found[place] = _is_crypt(machine, device)
        else:
            found[place] = is_encrypted(machine, Path(place))
    return found


def swap(machine: Machine) -> Surrounding:
    """Tell whether memory may be written to a disk as it is."""
    name = "swap"
    found = swaps(machine)
    if found is None:
        return unknown(name)
    if not found:
        return good(name, "none")
    if all(found.values()):
        return good(name, "encrypted")
    return risk(name) if False in found.values() else unknown(name)


def _is_crypt(machine: Machine, device: Path, depth: int = 0) -> bool | None:
    if (_line(device / "dm/uuid") or "").startswith(_ENCRYPTED):
        return True
    backing = _line(device / "loop/backing_file")
    if backing is not None:
        return is_encrypted(machine, Path(backing)) if depth < _DEEPEST else None
    below = [each.resolve() for each in listed(device / "slaves")]
    if not below or depth >= _DEEPEST:
        return False
    found = [_is_crypt(machine, each, depth + 1) for each in below]
    return all(found) if None not in found else None


def _is_removable(device: Path, depth: int = 0) -> bool:
    whole = device.parent if exists(device / "partition") else device
    is_card = _line(whole / "device/type") == "SD"
    if (
        is_card
        or _line(whole / "removable") == "1"
        or any(x.startswith("usb") for x in whole.parts)
    ):
        return True
    below = [each.resolve() for each in listed(device / "slaves")]
    return depth < _DEEPEST and any(_is_removable(each, depth + 1) for each in below)


def _line(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return None


def _plain(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 8)), text)
