"""The signed table of contents of a bundle: canonical, without anything that identifies."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from intake.errors import BundleDamagedError, NewerFormatError
from intake.export import canonical
from intake.export.archive import check_names
from intake.export.facts import Facts
from intake.export.keys import SIGNATURE_BYTES, Signer, from_base64, to_base64
from intake.export.layout import BundleFile
from intake.export.recipients import KEY_BYTES, PublicRecipient
from intake.export.schema_check import check_schema

NAME = "manifest.json"
SIGNATURE_NAME = "manifest.sig"
FORMAT = "intake-bundle/1"

_VERSION = 1
_FORMAT = re.compile(r"intake-bundle/([1-9][0-9]{0,3})", re.ASCII)


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One file of the bundle."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a bundle says of itself.

    Attributes:
        recipients: SHA-256 of each recipient's public key, hex, sorted; empty for a passphrase.
        signer: The Ed25519 key that signed it.
        withheld: How many cases stayed out, as it may be said, by reason.
    """

    bundle_id: str
    month: str
    policy: str
    purpose: str
    group: str
    k: int
    reviewed: bool
    recipients: tuple[str, ...]
    signer: bytes
    withheld: Mapping[str, str]
    files: tuple[FileEntry, ...]

    def to_bytes(self) -> bytes:
        """Return the canonical form that is signed."""
        document: dict[str, canonical.Json] = {
            "format": FORMAT,
            "bundle_id": self.bundle_id,
            "month": self.month,
            "policy": self.policy,
            "purpose": self.purpose,
            "recipient_group": self.group,
            "k": self.k,
            "reviewed": self.reviewed,
            "recipients": list(self.recipients),
            "signer": to_base64(self.signer),
            "withheld": dict(self.withheld),
            "files": [{"path": f.path, "bytes": f.size, "sha256": f.sha256} for f in self.files],
        }
        return canonical.encode(document)


def make_manifest(
    facts: Facts, files: Iterable[BundleFile], recipients: Sequence[PublicRecipient], signer: Signer
) -> Manifest:
    """Return the manifest over finished files."""
    release = facts.release
    return Manifest(
        bundle_id=facts.bundle_id,
        month=facts.month,
        policy=release.policy.value,
        purpose=release.purpose.value,
        group=release.group.value,
        k=facts.figures.k,
        reviewed=facts.reviewed,
        recipients=tuple(sorted(fingerprint(recipient) for recipient in recipients)),
        signer=signer.public,
        withheld=facts.withheld_as_said(),
        files=tuple(
            FileEntry(file.name, file.size, hashlib.sha256(file.content).hexdigest())
            for file in files
        ),
    )


def fingerprint(recipient: PublicRecipient) -> str:
    """Return the SHA-256 of a public key as hex."""
    return hashlib.sha256(recipient.public).hexdigest()


def sign(manifest: bytes, signer: Signer) -> bytes:
    """Return the content of ``manifest.sig``: one line of base64."""
    return to_base64(signer.sign(manifest)).encode("ascii") + b"\n"


def parse_manifest(content: bytes, signature: bytes) -> Manifest:
    """Return the manifest once its own signature holds; whether to trust the signer is not asked.

    Raises:
        BundleDamagedError: It is malformed, not canonical, or not signed by the key that it names.
        NewerFormatError: A later version of the program wrote it.
    """
    document = canonical.decode(content, NAME)
    _check_format(document.get("format"))
    check_schema("manifest", document, NAME)
    if canonical.encode(document) != content:
        raise BundleDamagedError(part=NAME)
    manifest = _from_checked(document)
    try:
        signed = from_base64(signature.decode("ascii").removesuffix("\n"), SIGNATURE_BYTES)
        Ed25519PublicKey.from_public_bytes(manifest.signer).verify(signed, content)
    except (ValueError, InvalidSignature):
        raise BundleDamagedError(part="signature") from None
    return manifest


def _check_format(found: object) -> None:
    match = _FORMAT.fullmatch(found) if isinstance(found, str) else None
    if match is not None and int(match[1]) > _VERSION:
        raise NewerFormatError(found=int(match[1]), known=_VERSION)


def _from_checked(document: dict[str, Any]) -> Manifest:
    """Return the manifest in a document whose schema was checked."""
    files = tuple(
        FileEntry(entry["path"], entry["bytes"], entry["sha256"]) for entry in document["files"]
    )
    try:
        check_names(entry.path for entry in files)
        signer = from_base64(document["signer"], KEY_BYTES)
    except ValueError:
        raise BundleDamagedError(part=NAME) from None
    return Manifest(
        bundle_id=document["bundle_id"],
        month=document["month"],
        policy=document["policy"],
        purpose=document["purpose"],
        group=document["recipient_group"],
        k=document["k"],
        reviewed=document["reviewed"],
        recipients=tuple(document["recipients"]),
        signer=signer,
        withheld=document["withheld"],
        files=files,
    )
