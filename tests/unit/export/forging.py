"""Bundles as somebody with ill will, and perhaps with a trusted key, would make them."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from intake.domain.consent import RecipientGroup
from intake.errors import (
    IntakeError,
)
from intake.export import canonical
from intake.export.archive import BytesSource, write_archive
from intake.export.keys import Signer, to_base64
from intake.export.recipients import Identity
from intake.export.verify import Trust, open_to
from tests.unit.export.making import keyring

SIGNER = keyring().signer(RecipientGroup.ANALYSTS)
OFFICE = Trust({"another": keyring(9).public_key("x"), "office": keyring().public_key("Office")})
ANYBODY = Trust(anybody=True)


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def saved(folder: Path, content: bytes) -> Path:
    path = folder / "bundle.age"
    path.write_bytes(content)
    return path


def members_of(archive: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(archive)) as opened_zip:
        found = {info.filename: opened_zip.read(info) for info in opened_zip.infolist()}
    del found["padding"]
    return found


def archive_of(members: Mapping[str, bytes]) -> bytes:
    sink = io.BytesIO()
    write_archive([BytesSource(name, content) for name, content in members.items()], sink.write)
    return sink.getvalue()


@dataclass
class Forger:
    """Signs whatever it likes with a trusted key: what a colleague turned hostile could send."""

    members: dict[str, bytes]
    signer: Signer = SIGNER

    @property
    def manifest(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.members["manifest.json"])
        return found

    def change(self, **changes: object) -> bytes:
        """Return the bundle with other words in its manifest, signed anew."""
        return self.sealed(self.manifest | changes)

    def replace(self, name: str, content: bytes) -> bytes:
        """Return the bundle with another file, listed and signed as it should be."""
        self.members[name] = content
        listed = self.manifest
        for entry in listed["files"]:
            if entry["path"] == name:
                entry |= {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        return self.sealed(listed)

    def sealed(self, manifest: dict[str, Any]) -> bytes:
        content = canonical.encode(manifest)
        self.members["manifest.json"] = content
        self.members["manifest.sig"] = to_base64(self.signer.sign(content)).encode() + b"\n"
        return archive_of(self.members)


def exit_code_of(path: Path, *identities: Identity) -> int:
    with pytest.raises(IntakeError) as caught:
        open_to(path, path.parent / "out", identities, OFFICE)
    assert not (path.parent / "out").exists()
    return caught.value.exit_code
