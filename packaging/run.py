"""Opens the window from a checkout; without a display it does the main job on made-up cases.

Called by ``make run`` with the Python of the environment. It installs nothing. The translations are
built in both cases: who has no display here may open the window of this checkout later.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from doctor import advice, missing_packages

DEMO = Path("build/demo")
INTAKE = [sys.executable, "-P", "-m", "intake"]
WITHOUT_DISPLAY = """
There is no display here, so the main job ran without a window; see above for the bundle.
To open the bundle as the analyst would:

{opening}

For the window, run `make run` in a desktop session of this machine.\
"""


def has_display() -> bool:
    """Tell whether Qt will find a place to draw."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in names)


def opening_command() -> str:
    """Return a command, ready to copy, that opens the bundle of the demo into a new folder."""
    words = [
        *(str(Path(sys.executable).with_name("intake")), "bundle", "open"),
        *(str(DEMO / "bundle.age"), str(DEMO / "opened")),
        *("--key", str(DEMO / "analyst-key.txt")),
        *("--passphrase-file", str(DEMO / "passphrase.txt"), "--signer", "any"),
    ]
    return shlex.join(words)


def build_resources(*, needed: bool) -> None:
    """Build the translations and other resources beside the sources.

    Args:
        needed: Stop when it fails. Otherwise it may: without the system libraries that are missing
            Qt's compiler does not run, and neither does the window.
    """
    command = ["make", "--silent", "resources"]
    subprocess.run(command, check=needed, capture_output=not needed)


def main() -> int:
    """Open the window or run the demo; return the exit code."""
    missing = missing_packages() if sys.platform == "linux" else []
    if has_display():
        if missing:
            print(advice(missing), file=sys.stderr)
            return 1
        build_resources(needed=True)
        os.execv(INTAKE[0], INTAKE)
    build_resources(needed=not missing)
    shutil.rmtree(DEMO, ignore_errors=True)
    DEMO.parent.mkdir(exist_ok=True)
    code = subprocess.run([*INTAKE, "demo", str(DEMO)], check=False).returncode
    if code == 0:
        print(WITHOUT_DISPLAY.format(opening=opening_command()))
        if missing:
            print(advice(missing))
    return code


if __name__ == "__main__":
    sys.exit(main())
