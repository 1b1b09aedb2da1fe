"""A bundle opened from docs/bundle-format.md alone, with other libraries than our own."""

from __future__ import annotations

import base64
import csv
import hashlib
import hmac
import io
import json
import zipfile
from math import floor, log2
from pathlib import Path

import pyrage
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from intake.vault.passphrase import word_list
from tests.unit.export.containers import classical
from tests.unit.export.making import SEED, case_file, keyring, sealing, written


def test_it_opens_and_everything_in_it_is_as_the_page_says(tmp_path: Path) -> None:
    identity = pyrage.x25519.Identity.from_str(classical().secret_text().decode())
    bundle = written(tmp_path, seals=sealing(classical().recipient())).path
    archive = pyrage.decrypt(bundle.read_bytes(), [identity])

    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        members = {name: opened.read(name) for name in opened.namelist()}
    padding = members.pop("padding")
    assert not any(padding)
    bare = len(archive) - len(padding)
    step = 2 ** (floor(log2(bare)) - floor(log2(floor(log2(bare)))) - 1)
    assert len(archive) == -(-bare // step) * step

    manifest = json.loads(members["manifest.json"])
    signer = Ed25519PublicKey.from_public_bytes(base64.b64decode(manifest["signer"]))
    signer.verify(base64.b64decode(members["manifest.sig"]), members["manifest.json"])
    listed = [(file["path"], file["bytes"], file["sha256"]) for file in manifest["files"]]
    assert listed == [
        (name, len(content), hashlib.sha256(content).hexdigest())
        for name, content in list(members.items())[2:]
    ]

    case_id = case_file(1).case.id
    digest = hmac.new(SEED, f"interview\n{case_id}".encode(), hashlib.sha256).hexdigest()
    rows = list(csv.DictReader(io.StringIO(members["data/interviews.csv"].decode(), newline="")))
    assert "r" + digest[:15] in {row["id"] for row in rows}
    assert manifest["bundle_id"] == hmac.new(SEED, b"bundle", "sha256").hexdigest()[:32]


def test_the_six_words_are_those_that_the_page_tells_to_find() -> None:
    key = keyring().public_key("Office")
    document = json.loads(key.text)
    parts = [key.recipient.public]
    for label, public in sorted(document["signers"].items()):
        parts += [label.encode(), base64.b64decode(public)]
    digest = hashlib.sha256(b"\0".join(parts)).digest()
    stretched = hashlib.scrypt(
        digest, salt=b"intake fingerprint words 1", n=2**14, r=8, p=1, dklen=32
    )
    number = int.from_bytes(stretched, "big")
    words = []
    for _ in range(6):
        number, index = divmod(number, 7776)
        words.append(word_list()[index].decode())
    assert tuple(words) == key.words
