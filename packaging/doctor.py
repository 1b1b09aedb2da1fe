"""Says which system libraries the window lacks on this machine, and how Debian calls them.

It installs nothing. The list holds what PySide6 asks the system for: to draw on X11 and Wayland,
and, in a checkout, to compile the translations.
usage: python packaging/doctor.py            (exit code 0: nothing is missing)
       python packaging/doctor.py --names    the packages only, for scripts
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Mapping

# Library, as the loader knows it -> package, as Debian 12 and Ubuntu 22.04 or newer know it.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}


def missing_packages(libraries: Mapping[str, str] = LIBRARIES) -> list[str]:
    """Return the Debian packages of the ``libraries`` that cannot be loaded here, sorted."""
    return sorted({package for library, package in libraries.items() if not _loads(library)})


def advice(packages: list[str]) -> str:
    """Return the sentence that tells a person how to install ``packages``."""
    line = "sudo apt-get install " + " ".join(packages)
    return (
        f"The window needs system libraries that are missing here. On Debian or Ubuntu:\n  {line}"
    )


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def main(arguments: list[str]) -> int:
    """Print what is missing; return 1 if anything is and nobody asked for names."""
    if arguments == ["--names"]:
        print(*missing_packages())
        return 0
    if sys.platform != "linux":
        print("Nothing to look for: on this system PySide6 brings all it needs.")
        return 0
    packages = missing_packages()
    print(advice(packages) if packages else "The window has all the system libraries it needs.")
    return 1 if packages else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
