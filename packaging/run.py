"""Opens the window from a checkout; without a display it does the main job on made-up cases.

Called by ``make run`` with the Python of the environment. It installs nothing. The translations,
which only the window needs, are built before it opens.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from doctor import advice, missing_packages

DEMO = Path("build/demo")
INTAKE = [sys.executable, "-m", "intake"]
WITHOUT_DISPLAY = """
There is no display here, so the main job ran without a window; see above for the bundle.
For the window, run `make run` in a desktop session, or over `ssh -X`.\
"""


def has_display() -> bool:
    """Tell whether Qt will find a place to draw."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in names)


def main() -> int:
    """Open the window or run the demo; return the exit code."""
    missing = missing_packages() if sys.platform == "linux" else []
    if has_display():
        if missing:
            print(advice(missing), file=sys.stderr)
            return 1
        subprocess.run(["make", "--silent", "resources"], check=True)
        os.execv(INTAKE[0], INTAKE)
    shutil.rmtree(DEMO, ignore_errors=True)
    DEMO.parent.mkdir(exist_ok=True)
    code = subprocess.run([*INTAKE, "demo", str(DEMO)], check=False).returncode
    if code == 0:
        print(WITHOUT_DISPLAY)
        if missing:
            print(advice(missing))
    return code


if __name__ == "__main__":
    sys.exit(main())
