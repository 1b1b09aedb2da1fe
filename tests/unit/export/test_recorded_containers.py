"""Files of the past: what peers and earlier versions of the program wrote can still be opened."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import pytest

from intake.export.recipients import PassphraseIdentity, parse_identity
from intake.export.verify import Trust, open_to
from intake.vault.secret import Secret
from tests.unit.export.containers import VECTORS, opened
from tests.unit.export.making import keyring

# Identities repeat the byte 1, the signer's vault keys are those of the made-up office.
RECORDED: dict[str, Any] = json.loads((VECTORS / "recorded.json").read_text())


@pytest.mark.parametrize("name", RECORDED["containers"])
def test_a_recorded_file_of_a_peer_opens(name: str) -> None:
    identities = [
        *(parse_identity(key["identity"].encode()) for key in RECORDED["keys"].values()),
        PassphraseIdentity(Secret.from_text(RECORDED["passphrase"])),
    ]
    content = base64.b64decode(RECORDED["containers"][name])
    assert opened(content, *identities) == RECORDED["plain"].encode()


@pytest.mark.parametrize("kind", RECORDED["keys"])
def test_a_recorded_identity_still_has_its_recipient(kind: str) -> None:
    key = RECORDED["keys"][kind]
    identity = parse_identity(key["identity"].encode())
    assert str(identity.recipient()) == key["recipient"]


def test_a_recorded_bundle_of_format_1_opens(tmp_path: Path) -> None:
    path = tmp_path / "bundle.age"
    path.write_bytes(base64.b64decode(RECORDED["bundle"]))
    identity = parse_identity(RECORDED["keys"]["hybrid"]["identity"].encode())
    trust = Trust({"office": keyring().public_key("Office")})
    report = open_to(path, tmp_path / "out", [identity], trust)
    assert report.signer == "office"
    statements = (tmp_path / "out" / "data" / "statements.csv").read_text("utf-8")
    assert "I was told to leave by [P1]." in statements
