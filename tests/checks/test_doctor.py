"""The doctor names what is missing, and its list holds what Qt really asks the system for."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import PySide6

from doctor import LIBRARIES, advice, missing_packages

# Part of every Debian that runs Python, or of another library in the list.
GIVEN = (
    "ld-linux",
    "libc.",
    "libdl.",
    "libgcc_s.",
    "libm.",
    "libpthread.",
    "libresolv.",
    "libstdc++.",
    "libz.",
    "libzstd.",
)
BROUGHT = ("libQt6", "libpyside6", "libshiboken6", "libicu", "linux-vdso")


def needed_by(library: Path) -> set[str]:
    """Return what ``library`` itself asks the loader for."""
    dynamic = subprocess.run(
        ["readelf", "--dynamic", library], check=True, capture_output=True, text=True
    ).stdout
    return {line.split("[")[1][:-1] for line in dynamic.splitlines() if "(NEEDED)" in line}


def test_a_missing_library_is_named_by_its_package() -> None:
    libraries = {"libnowhere.so.9": "libnowhere9", "libc.so.6": "libc6"}
    assert missing_packages(libraries) == ["libnowhere9"]


def test_the_advice_can_be_pasted() -> None:
    assert advice(["libegl1", "libgl1"]).endswith("sudo apt-get install libegl1 libgl1")


def test_the_list_holds_all_that_the_window_asks_the_system_for() -> None:
    qt = Path(PySide6.__file__).parent / "Qt"
    parts = [
        *(qt / "lib" / f"libQt6{name}.so.6" for name in ("Gui", "Widgets", "XcbQpa", "Svg")),
        *(qt / "lib" / f"libQt6{name}.so.6" for name in ("Core", "DBus", "WaylandClient")),
        *(
            qt / "lib" / f"libQt6{name}.so.6" for name in ("Network", "Qml")
        ),  # lrelease asks for them
        qt / "plugins" / "platforms" / "libqxcb.so",
        qt / "plugins" / "platforms" / "libqwayland.so",
        qt / "plugins" / "platforms" / "libqoffscreen.so",
    ]
    needed = set().union(*map(needed_by, parts))
    asked = {name for name in needed if not name.startswith(GIVEN + BROUGHT)}
    assert asked <= LIBRARIES.keys()
    assert "libxcb-cursor.so.0" in asked


def test_the_checks_say_so_where_there_is_no_python(tmp_path: Path) -> None:
    for name in ("bash", "dirname"):
        (tmp_path / name).symlink_to(str(shutil.which(name)))
    run = Path(__file__).parents[2] / ".ci" / "run"
    done = subprocess.run(
        [tmp_path / "bash", run],
        env={"PATH": str(tmp_path)},
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert "none was found" in done.stderr
    assert "Traceback" not in done.stderr
