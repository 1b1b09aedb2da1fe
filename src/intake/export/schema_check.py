"""Holds a JSON document against one of the shipped schemas; says where, never what it found."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError, best_match

from intake.errors import BundleDamagedError


@cache
def schema(name: str) -> Mapping[str, Any]:
    """Return a shipped schema by name: ``interchange``, ``manifest`` ..."""
    text = files(__package__).joinpath("schemas", f"{name}.json").read_text("utf-8")
    document: dict[str, Any] = json.loads(text)
    return document


@cache
def _validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(schema(name))


def first_flaw(name: str, document: object) -> ValidationError | None:
    """Return the most telling way in which a document breaks a schema, or ``None``."""
    flaw: ValidationError | None = best_match(_validator(name).iter_errors(document))
    return flaw


def check_schema(name: str, document: object, part: str) -> None:
    """Refuse a document that breaks a schema.

    Args:
        name: Name of the schema.
        document: The parsed document.
        part: What to name in the error.

    Raises:
        BundleDamagedError: It does.
    """
    if not _validator(name).is_valid(document):
        raise BundleDamagedError(part=part)
