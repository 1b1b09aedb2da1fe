"""The day it is, for consents, withdrawals and recalls: the one at this place."""

from __future__ import annotations

from datetime import UTC, datetime


def today() -> str:
    """Return the day that it is here, ISO."""
    return datetime.now(UTC).astimezone().date().isoformat()
