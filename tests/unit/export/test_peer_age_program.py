"""The age program (Debian's 1.1.1 or later) opens our containers, and we open its."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from intake.export.container import CHUNK
from intake.export.recipients import OwnIdentity, parse_identity
from tests.unit.export.containers import opened, sealed

SIZES = [0, 7, CHUNK, CHUNK + 1]


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    if not shutil.which("age") or not shutil.which("age-keygen"):
        pytest.fail("The program age is missing. Install it: apt-get install age")
    path = tmp_path / "key.txt"
    subprocess.run(["age-keygen", "-o", path], check=True, capture_output=True)
    return path


@pytest.fixture
def identity(key_file: Path) -> OwnIdentity:
    return parse_identity(key_file.read_bytes().splitlines()[-1])


@pytest.mark.parametrize("size", SIZES)
def test_it_opens_ours(key_file: Path, identity: OwnIdentity, size: int) -> None:
    plaintext = os.urandom(size)
    command = ["age", "--decrypt", "-i", str(key_file)]
    ours = sealed(plaintext, identity.recipient())
    assert subprocess.run(command, input=ours, check=True, capture_output=True).stdout == plaintext


@pytest.mark.parametrize("size", SIZES)
def test_we_open_its(identity: OwnIdentity, size: int) -> None:
    plaintext = os.urandom(size)
    command = ["age", "--encrypt", "-r", str(identity.recipient())]
    its = subprocess.run(command, input=plaintext, check=True, capture_output=True).stdout
    assert opened(its, identity) == plaintext
