"""Turns texts, times and answers into columns and back, without losing a character."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from intake.domain.answers import Answer, Missing
from intake.store.connection import Scalar


def to_blob(text: str) -> bytes:
    """Return any text as bytes; lone surrogates and NUL pass through."""
    return text.encode("utf-8", "surrogatepass")


def from_blob(blob: Scalar) -> str:
    """Return the text that ``to_blob`` was given."""
    assert isinstance(blob, bytes)
    return blob.decode("utf-8", "surrogatepass")


def to_json(value: object) -> bytes:
    """Return a value as JSON bytes; lone surrogates pass through."""
    return to_blob(json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True))


def from_json(blob: Scalar) -> Any:  # noqa: ANN401 (JSON has no narrower type)
    """Return the value that ``to_json`` was given; tuples come back as lists."""
    return json.loads(from_blob(blob))


def to_time(moment: datetime) -> str:
    """Return a moment as text that sorts by time (UTC, always with microseconds)."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def from_time(text: Scalar) -> datetime:
    """Return the moment that ``to_time`` was given."""
    return datetime.fromisoformat(str(text))


def to_optional_time(moment: datetime | None) -> str | None:
    """Return a moment as text, ``None`` as ``None``."""
    return None if moment is None else to_time(moment)


def from_optional_time(text: Scalar) -> datetime | None:
    """Return the moment that ``to_optional_time`` was given."""
    return None if text is None else from_time(text)


def to_answer_columns(answer: Answer) -> dict[str, Scalar]:
    """Return the columns ``value`` and ``missing`` of an answer."""
    if answer.missing is not None:
        return {"value": None, "missing": answer.missing.value}
    return {"value": to_json(answer.value), "missing": None}


def from_answer_columns(value: Scalar, missing: Scalar) -> Answer:
    """Return the answer that ``to_answer_columns`` was given."""
    if missing is not None:
        return Answer(missing=Missing(str(missing)))
    found = from_json(value)
    return Answer(tuple(found) if isinstance(found, list) else found)
