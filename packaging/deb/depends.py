"""Prints what the Debian package depends on: the system libraries that the program asks for.

It fails when the program asks for a library whose package nobody has named.
usage: python packaging/deb/depends.py PROGRAM_FOLDER
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from doctor import LIBRARIES

PACKAGES = LIBRARIES | {
    "ld-linux-x86-64.so.2": "libc6 (>= 2.34)",
    "ld-linux-aarch64.so.1": "libc6 (>= 2.34)",
    "libc.so.6": "libc6 (>= 2.34)",
    "libdl.so.2": "libc6 (>= 2.34)",
    "libgcc_s.so.1": "libgcc-s1",
    "libm.so.6": "libc6 (>= 2.34)",
    "libpthread.so.0": "libc6 (>= 2.34)",
    "librt.so.1": "libc6 (>= 2.34)",
    "libstdc++.so.6": "libstdc++6",
    "libutil.so.1": "libc6 (>= 2.34)",
    "libuuid.so.1": "libuuid1",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
# Newer Debian and Ubuntu call the same library by another name.
RENAMED = {"libglib2.0-0": "libglib2.0-0 | libglib2.0-0t64"}


def asked_for(program: Path) -> set[str]:
    """Return the libraries that the files below ``program`` ask the loader for and do not carry."""
    files = [path for path in program.rglob("*") if path.is_file() and _is_elf(path)]
    headers = subprocess.run(
        ["readelf", "--dynamic", "--wide", *files], check=True, capture_output=True, text=True
    ).stdout
    needed = {line.split("[")[1][:-1] for line in headers.splitlines() if "(NEEDED)" in line}
    return needed - {path.name for path in files}


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def main(program: Path) -> int:
    """Print the value of the field ``Depends``; return 1 if a library has no known package."""
    needed = asked_for(program)
    if unknown := sorted(needed - PACKAGES.keys()):
        print(f"no package is named for: {' '.join(unknown)}", file=sys.stderr)
        return 1
    packages = sorted({PACKAGES[library] for library in needed})
    print(", ".join(RENAMED.get(package, package) for package in packages))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
