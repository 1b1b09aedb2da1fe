"""Starts the stand-alone program: PyInstaller cannot enter through a package's ``__main__``."""

import sys

from intake.__main__ import main

sys.exit(main())
