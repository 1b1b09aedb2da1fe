"""Bundles of the past: every one that was ever recorded opens with this version, byte for byte."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from intake.export.recipients import Identity, PassphraseIdentity
from intake.export.verify import Trust, open_to
from intake.vault.secret import Secret
from tests.unit.export.containers import VECTORS, classical, hybrid
from tests.unit.export.making import keyring
from tests.unit.export.recording import PASSPHRASE, record

RECORDED = VECTORS / "bundles"
TRUST = Trust({"office": keyring().public_key("Office")})
BUNDLES = sorted(RECORDED.glob("*/*.age"))


def identities(way: str) -> list[Identity]:
    ways: dict[str, list[Identity]] = {
        "hybrid": [hybrid()],
        "classical": [classical()],
        "passphrase": [PassphraseIdentity(Secret.from_text(PASSPHRASE))],
        "plain": [],
    }
    return ways[way]


def opened(bundle: Path, folder: Path) -> dict[str, str]:
    report = open_to(bundle, folder, identities(bundle.stem.rpartition("-")[2]), TRUST)
    assert report.signer == "office"
    members = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*.*")
        if path.is_file()
    }
    del members["manifest.json"], members["manifest.sig"]
    return members


def test_every_state_of_the_format_was_recorded() -> None:
    assert {path.name for path in RECORDED.iterdir()} >= {"1-bars", "2-drawn"}
    assert len(BUNDLES) >= 10


@pytest.mark.parametrize("bundle", BUNDLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_recorded_bundle_opens_and_holds_what_it_held(bundle: Path, tmp_path: Path) -> None:
    expected = json.loads((bundle.parent / "expected.json").read_text("utf-8"))
    assert opened(bundle, tmp_path / "out") == expected[bundle.stem]


def test_a_bundle_of_today_is_as_the_last_one_that_was_recorded(tmp_path: Path) -> None:
    """Who changes what stands in a bundle records it again: see recording.py."""
    record(tmp_path / "today")
    last = max(RECORDED.iterdir(), key=lambda path: int(path.name.partition("-")[0]))
    names = [folder / "expected.json" for folder in (tmp_path / "today", last)]
    assert names[0].read_text("utf-8") == names[1].read_text("utf-8")
