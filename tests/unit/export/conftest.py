"""Bundles for all modules, and which peers of the container are tested: in CI all of them."""

from __future__ import annotations

import os
import shutil

import pytest

from tests.unit.export.forging import Forger, members_of
from tests.unit.export.making import PLAIN, written

_PEERS = {
    "test_peer_age_program.py": ("age", "age-keygen"),
    "test_peer_age_encryption.py": ("node", "npm"),
}
# The package reads recorded files of every peer in any case (test_recorded_containers.py).
collect_ignore = [
    module
    for module, programs in _PEERS.items()
    if "CI" not in os.environ and not all(shutil.which(program) for program in programs)
]


@pytest.fixture(scope="session")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return a bundle as it is written, decrypted: its plain archive."""
    return written(tmp_path_factory.mktemp("good"), seals=PLAIN).path.read_bytes()


@pytest.fixture(scope="session")
def encrypted(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return a bundle that is encrypted to the made-up analyst."""
    return written(tmp_path_factory.mktemp("encrypted")).path.read_bytes()


@pytest.fixture
def forger(good: bytes) -> Forger:
    """Return somebody who signs changed bundles with a trusted key."""
    return Forger(members_of(good))
