"""The two halves of a key are told apart by whoever takes the wrong one."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.errors import PublicHalfError, SecretHalfError
from intake.export.keys import open_analyst_key, read_public_key


def test_a_secret_key_is_no_key_to_write_for(tmp_path: Path) -> None:
    file = tmp_path / "made-up"
    file.write_text("AGE-SECRET-KEY-1MADEUP", "utf-8")
    with pytest.raises(SecretHalfError):
        read_public_key(file)


def test_a_public_key_opens_nothing(tmp_path: Path) -> None:
    file = tmp_path / "made-up.pub"
    file.write_text('{"format": "made up"}', "utf-8")
    with pytest.raises(PublicHalfError):
        open_analyst_key(file)
