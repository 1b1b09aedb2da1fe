"""JSON in one exact form, so that a digest or signature means the content; reads strictly."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, NoReturn

from intake.errors import BundleDamagedError

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


# JSON escapes control characters below the blank; a terminal obeys these as well.
_COMMANDS = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
# Two of these escapes make a character beyond the first 65,536; one alone is no text.
_HALVES = re.compile(rb"\\u[dD][89a-fA-F]")


def encode(document: Mapping[str, Json]) -> bytes:
    """Return UTF-8 JSON with sorted keys, no blanks and one line end.

    Raises:
        ValueError: A number that is not finite.
    """
    text = json.dumps(
        document, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
    )
    return _COMMANDS.sub(_escaped, text).encode("utf-8") + b"\n"


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def decode(content: bytes, part: str, most: int | None = None) -> dict[str, Any]:
    """Return the object in ``content``; any layout, but no duplicate keys.

    Args:
        content: UTF-8 JSON.
        part: What to name in the error.
        most: Values that it may have: what takes a few bytes here takes many in memory. Commas and
            brackets in texts count too.

    Raises:
        BundleDamagedError: It is no JSON object, or has too many values.
    """
    if most is not None and sum(map(content.count, (b",", b"[", b"{"))) > most:
        raise BundleDamagedError(part=part)
    try:
        text = content.decode("utf-8")
        document = json.loads(text, object_pairs_hook=_unique, parse_constant=_refuse)
        if _HALVES.search(content):
            json.dumps(document, ensure_ascii=False).encode("utf-8")  # fails for half a character
    except (ValueError, RecursionError):  # the second one for deep nesting
        raise BundleDamagedError(part=part) from None
    if not isinstance(document, dict):
        raise BundleDamagedError(part=part)
    return document


def _unique(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    document = dict(pairs)
    if len(document) != len(pairs):
        raise ValueError("duplicate key")
    return document


def _refuse(_constant: str) -> NoReturn:
    raise ValueError("not a number")
