"""Parcels: a whole case, or the recall of one, sealed for colleagues and the office.

What a parcel says is not interpreted here: rows go in and come out. Whether its signer is trusted
is for the caller to decide, before anything of it is used.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from intake.domain.parcel import CaseRows, Value
from intake.errors import BundleDamagedError, NewerFormatError, WrongKeyError
from intake.export import canonical
from intake.export.archive import BytesSource, Limits, read_archive, write_archive
from intake.export.container import (
    ContainerReader,
    ContainerWriter,
    open_container,
    reopen_container,
)
from intake.export.keys import SIGNATURE_BYTES, Signer, from_base64, to_base64
from intake.export.manifest import fingerprint
from intake.export.new_file import LastWord, open_existing, write_new
from intake.export.recipients import KEY_BYTES, OwnIdentity, PublicRecipient

_FIRST, _VERSION = 1, 2
_FIRST_FORMAT, FORMAT = f"intake-parcel/{_FIRST}", f"intake-parcel/{_VERSION}"
# A case of a thousand pages with a hundred revisions of them; a larger one is made to harm.
LARGEST = 64 * 1024 * 1024
_MOST_VALUES = 2_500_000  # more than rows of such a case have
_CASE, _RECALL, _MANIFEST, _SIGNATURE = "case.json", "recall.json", "manifest.json", "manifest.sig"
_LIMITS = Limits(members=3, member_bytes=LARGEST, total_bytes=2 * LARGEST)
_MAX_MANIFEST, _MAX_SIGNATURE = 64 * 1024, 200
_FORMAT = re.compile(r"intake-parcel/([1-9][0-9]{0,3})", re.ASCII)
_ID = re.compile(r"[0-9a-f]{32}", re.ASCII)
_MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])", re.ASCII)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_BYTES = "base64"  # the one key of an object that stands for bytes
_MOST_OF_BODY, LONGEST_OF_BODY = 20, 200
MOST_RELEASES = MOST_NAMES = 1_000
Believe = Callable[[bytes], object]


def _anybody(_signer: bytes) -> None:
    """Believe whoever has signed; the caller looks later."""


@dataclass(frozen=True, slots=True)
class LeftIn:
    """A bundle in which the case left before it was sealed, as the ledger has it."""

    bundle_id: str
    month: str
    made: str
    body: Mapping[str, Any] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Parcel:
    """A whole case.

    Attributes:
        parcel_id: Random; names the case between vaults.
        month: ``YYYY-MM`` of the sealing.
        schema: Version of the store's schema that the rows are of.
        rows: Everything of the case, by table.
        releases: The bundles that it left in, oldest first; no bundle twice.
        known_as: By what else the case is known: ids in vaults that it was in before under others,
            and notes of the parcels that it came in there, so that a recall follows it.
    """

    parcel_id: str
    month: str
    schema: int
    rows: CaseRows = field(repr=False)
    releases: tuple[LeftIn, ...] = ()
    known_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recall:
    """Word that the person of a sealed case took consent back.

    Attributes:
        parcel_id: The parcel that held the case.
        month: ``YYYY-MM`` of the sealing.
        day: ISO day of the withdrawal.
        erase: The person wants the case erased.
    """

    parcel_id: str
    month: str
    day: str
    erase: bool


@dataclass(frozen=True, slots=True)
class OpenedParcel:
    """What came in a file, under a signature that holds.

    Attributes:
        signer: The Ed25519 public key, 32 bytes; whose it is must be known from elsewhere.
    """

    content: Parcel | Recall
    signer: bytes


def write_parcel(
    path: Path,
    content: Parcel | Recall,
    recipients: Sequence[PublicRecipient],
    signer: Signer,
    last_word: LastWord | None = None,
) -> None:
    """Write a parcel, and read it back from the disk before it gets its name; never overwrites.

    The sender is no recipient: what is compared is opened with the key of this one file, which is
    wiped at the end.

    Args:
        path: The new file.
        content: What is sent.
        recipients: Keys of colleagues or the office, at least one.
        signer: A signing key of this vault.
        last_word: Asked when the file is whole and proven and only its name is missing.

    Raises:
        ValueError: The case is larger than a parcel holds.
        UnavailableError: It exists, the disk is full or read-only.
        UsageError: The folder does not exist.
        BundleDamagedError: What is on the disk is not what was written; nothing is left.
    """
    name, document = _document_of(content)
    held = canonical.encode(document)
    if len(held) > LARGEST:
        raise ValueError("larger than a parcel holds")
    manifest = canonical.encode(_manifest(content, name, held, recipients, signer))
    signed = _signed(format_of(content), manifest)
    signature = to_base64(signer.sign(signed)).encode("ascii") + b"\n"
    members = [
        BytesSource(_MANIFEST, manifest),
        BytesSource(_SIGNATURE, signature),
        BytesSource(name, held),
    ]
    writers: list[ContainerWriter] = []

    def write(sink: BinaryIO) -> None:
        writers.append(ContainerWriter(sink, recipients))
        write_archive(members, writers[0].write)
        writers[0].finish()

    def check(written: BinaryIO) -> None:
        with writers[0].file_key as key:
            newest = 0 if isinstance(content, Recall) else content.schema
            opened = _read(reopen_container(written, key), newest)
        if opened.content != content or opened.signer != signer.public:
            raise BundleDamagedError(part="parcel")

    try:
        write_new(path, write, check, last_word)
    finally:
        for writer in writers:
            writer.file_key.wipe()


def read_parcel(
    path: Path, identity: OwnIdentity, believe: Believe = _anybody, *, newest: int
) -> OpenedParcel:
    """Return what is in a parcel, its signature checked.

    Args:
        path: The file.
        identity: The key that it must be encrypted to and addressed to.
        newest: Newest schema version whose rows the caller understands.
        believe: Told the signer's key once the signature holds and before anything else is read;
            raises to refuse it.

    Raises:
        WrongKeyError: It is for somebody else, or was sent on by somebody it was for.
        BundleDamagedError: Changed, cut off, hostile, or no parcel.
        NewerFormatError: A later version of the program wrote it.
        UsageError: The file cannot be read.
    """
    with open_existing(path) as source:
        own = fingerprint(identity.recipient())
        return _read(open_container(source, [identity]), newest, own, believe)


def _read(
    reader: ContainerReader,
    newest: int,
    addressee: str | None = None,
    believe: Believe = _anybody,
) -> OpenedParcel:
    held = dict(_members(reader))
    manifest = _checked_manifest(held.get(_MANIFEST, b""), held.get(_SIGNATURE, b""))
    believe(from_base64(manifest["signer"], KEY_BYTES))
    name, entry = _one_file(manifest)
    content = held.get(name, b"")
    if len(held) != 3 or hashlib.sha256(content).hexdigest() != entry:  # noqa: PLR2004 (manifest, signature, content)
        raise BundleDamagedError(part="parcel")
    if addressee is not None and addressee not in manifest["recipients"]:
        raise WrongKeyError
    document = canonical.decode(content, name, _MOST_VALUES)
    try:
        if name == _CASE:
            _require_known(document["schema"], newest)
        found = _parcel(document, manifest) if name == _CASE else _recall(document, manifest)
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
        raise BundleDamagedError(part=name) from None
    return OpenedParcel(found, from_base64(manifest["signer"], KEY_BYTES))


def _require_known(found: object, newest: int) -> None:
    """Refuse what a later program wrote before any of it is looked at."""
    if type(found) is not int:
        raise ValueError("version")
    if found > newest:
        raise NewerFormatError(found=found, known=newest)


def _members(reader: ContainerReader) -> Iterator[tuple[str, bytes]]:
    limits = {_MANIFEST: _MAX_MANIFEST, _SIGNATURE: _MAX_SIGNATURE}
    for member in read_archive(reader, _LIMITS):
        name = member.entry.name
        if member.entry.size > limits.get(name, LARGEST):
            raise BundleDamagedError(part="archive")
        content = b"".join(member.chunks())
        if name == _MANIFEST:  # it comes first: later formats may have more members, and larger
            _format_of(canonical.decode(content, _MANIFEST))
        yield name, content


def _manifest(
    content: Parcel | Recall,
    name: str,
    held: bytes,
    recipients: Sequence[PublicRecipient],
    signer: Signer,
) -> dict[str, canonical.Json]:
    addressed: list[canonical.Json] = [*sorted(fingerprint(each) for each in recipients)]
    return {
        "format": format_of(content),
        "parcel_id": content.parcel_id,
        "month": content.month,
        "recipients": addressed,
        "signer": to_base64(signer.public),
        "files": [{"path": name, "sha256": hashlib.sha256(held).hexdigest()}],
    }


def format_of(content: Parcel | Recall) -> str:
    """Return the name of the format that something is written in.

    A recall is what it was in the first version: an older program must heed it.
    """
    return _FIRST_FORMAT if isinstance(content, Recall) else FORMAT


def _signed(written_format: str, manifest: bytes) -> bytes:
    return written_format.encode("ascii") + b"\n" + manifest


def _format_of(manifest: Mapping[str, Any]) -> str | None:
    """Return the format that a manifest names, or ``None`` when that is none of a parcel.

    Raises:
        NewerFormatError: A later program wrote it.
    """
    said = manifest.get("format")
    match = _FORMAT.fullmatch(said) if isinstance(said, str) else None
    if match is None:
        return None
    _require_known(int(match[1]), _VERSION)
    return match[0]


def _checked_manifest(content: bytes, signature: bytes) -> dict[str, Any]:
    """Return the manifest, proven to be signed by the key that it names."""
    document = canonical.decode(content, _MANIFEST)
    said = _format_of(document)
    try:
        keys = {"format", "parcel_id", "month", "recipients", "signer", "files"}
        if said is None or document.keys() != keys or not isinstance(document["recipients"], list):
            raise ValueError("manifest")  # noqa: TRY301 (all flaws of a file end in one error)
        public = from_base64(document["signer"], KEY_BYTES)
        signed = from_base64(signature.decode("ascii").removesuffix("\n"), SIGNATURE_BYTES)
        Ed25519PublicKey.from_public_bytes(public).verify(signed, _signed(said, content))
        _require(document["parcel_id"], _ID)
        _require(document["month"], _MONTH)
    except (ValueError, InvalidSignature):
        raise BundleDamagedError(part="signature") from None
    return document


def _one_file(manifest: Mapping[str, Any]) -> tuple[str, str]:
    match manifest["files"]:
        case [{"path": str(path), "sha256": str(digest)}] if path in {_CASE, _RECALL}:
            return path, digest
        case _:
            raise BundleDamagedError(part=_MANIFEST)


def _document_of(content: Parcel | Recall) -> tuple[str, dict[str, canonical.Json]]:
    if isinstance(content, Recall):
        return _RECALL, {"day": content.day, "erase": content.erase}
    releases: list[canonical.Json] = [
        {"bundle_id": r.bundle_id, "month": r.month, "made": r.made, "body": dict(r.body)}
        for r in content.releases
    ]
    tables: dict[str, canonical.Json] = {
        name: [{column: _written(value) for column, value in row.items()} for row in rows]
        for name, rows in content.rows.items()
    }
    names: list[canonical.Json] = [*content.known_as]
    return _CASE, {
        "schema": content.schema,
        "tables": tables,
        "releases": releases,
        "known_as": names,
    }


def _parcel(document: dict[str, Any], manifest: Mapping[str, Any]) -> Parcel:
    is_first = manifest["format"] == _FIRST_FORMAT  # which had no other names of a case
    later = set() if is_first else {"known_as"}
    _require_keys(document, {"schema", "tables", "releases"} | later)
    releases, names = document["releases"], document.get("known_as", [])
    if not isinstance(names, list):
        raise TypeError("names")
    if len(releases) > MOST_RELEASES or len(names) > MOST_NAMES:
        raise ValueError("size")
    left_in = tuple(map(_left_in, releases))
    if len({each.bundle_id for each in left_in}) < len(left_in):
        raise ValueError("release")
    return Parcel(
        parcel_id=manifest["parcel_id"],
        month=manifest["month"],
        schema=document["schema"],
        rows={
            str(name): tuple({c: _value(v) for c, v in row.items()} for row in rows)
            for name, rows in document["tables"].items()
        },
        releases=left_in,
        known_as=tuple(_require(each, _ID) for each in names),
    )


def _left_in(entry: dict[str, Any]) -> LeftIn:
    _require_keys(entry, {"bundle_id", "month", "made", "body"})
    bundle_id, made, body = entry["bundle_id"], entry["made"], entry["body"]
    if not (isinstance(bundle_id, str) and isinstance(made, str) and isinstance(body, dict)):
        raise TypeError("release")
    if len(body) > _MOST_OF_BODY or any(len(str(each)) > LONGEST_OF_BODY for each in body.items()):
        raise ValueError("release")
    month = _require(entry["month"], _MONTH)
    return LeftIn(_require(bundle_id, _ID), month, made, body)


def _recall(document: dict[str, Any], manifest: Mapping[str, Any]) -> Recall:
    _require_keys(document, {"day", "erase"})
    if not isinstance(document["erase"], bool):
        raise TypeError("erase")
    day = _require(document["day"], _DAY)
    return Recall(manifest["parcel_id"], manifest["month"], day, document["erase"])


def _written(value: Value) -> canonical.Json:
    return {_BYTES: base64.b64encode(value).decode("ascii")} if isinstance(value, bytes) else value


def _value(found: object) -> Value:
    if isinstance(found, dict):
        _require_keys(found, {_BYTES})
        return base64.b64decode(found[_BYTES], validate=True)
    if found is None or (isinstance(found, str | int) and not isinstance(found, bool)):
        return found
    raise ValueError("value")


def _require(found: object, pattern: re.Pattern[str]) -> str:
    if not isinstance(found, str) or pattern.fullmatch(found) is None:
        raise ValueError("text")
    return found


def _require_keys(found: Mapping[str, object], keys: set[str]) -> None:
    if found.keys() != keys:
        raise ValueError("keys")
