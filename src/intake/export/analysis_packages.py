"""Finds the packages that only analysts have, by name: without them the program is whole."""

from __future__ import annotations

import importlib
from typing import Any

from intake.errors import NoAnalysisError


def required(module: str) -> Any:  # noqa: ANN401 (the packages carry no types)
    """Return a module of a package for analysis.

    Raises:
        NoAnalysisError: The package is not installed.
    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise NoAnalysisError(package=module.partition(".")[0]) from error
