"""Values that several tests of the domain need."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest


@pytest.fixture
def moment() -> datetime:
    """Return one fixed moment."""
    return datetime(2022, 5, 26, 12, 0, tzinfo=UTC)
