"""Free memory on Linux, where a container may allow less than the machine has."""

from __future__ import annotations

from pathlib import Path

_MEMINFO = Path("/proc/meminfo")
_CGROUP = Path("/sys/fs/cgroup")


def free_memory_kib(meminfo: Path = _MEMINFO, cgroup: Path = _CGROUP) -> int | None:
    """Return the memory that can be had without swapping, in KiB, or ``None`` if nobody tells.

    Args:
        meminfo: The kernel's account of memory.
        cgroup: Folder with the limits of the container, if there are any.
    """
    found = [kib for kib in (_machine_kib(meminfo), _container_kib(cgroup)) if kib is not None]
    return min(found, default=None)


def _machine_kib(meminfo: Path) -> int | None:
    try:
        lines = meminfo.read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    values = [line.split() for line in lines if line.startswith("MemAvailable:")]
    return int(values[0][1]) if values else None


def _container_kib(cgroup: Path) -> int | None:
    try:
        limit = (cgroup / "memory.max").read_text(encoding="ascii").strip()
        used = (cgroup / "memory.current").read_text(encoding="ascii").strip()
    except OSError:
        return None
    return None if limit == "max" else max(0, int(limit) - int(used)) // 1024
