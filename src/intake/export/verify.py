"""Checks a bundle of anybody, and opens it into a fresh folder; trusts only what it is told to.

Nothing is written before every digest, the signature, all schemas and the very end of the file have
been checked; then the file is read a second time and written under names from a short list. A
page that our own writer could not have made is refused, whoever signed it: browsers obey pages.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from intake.domain.progress import CancelToken
from intake.errors import (
    BundleDamagedError,
    NotAcceptedError,
    UnknownSignerError,
)
from intake.export import canonical, manifest
from intake.export.archive import MemberReader, Readable, read_archive
from intake.export.container import is_container, needs_passphrase, open_container
from intake.export.keys import PublicKey, signer_words
from intake.export.layout import DATA
from intake.export.manifest import FileEntry, Manifest
from intake.export.new_file import finish, open_existing
from intake.export.new_folder import Write, filled, require_new
from intake.export.recipients import HybridIdentity, Identity, X25519Identity
from intake.export.schema_check import check_schema
from intake.export.writers.codebook import NAME as CODEBOOK
from intake.export.writers.documents import DATAPACKAGE, PRIVACY
from intake.export.writers.html import is_ours
from intake.export.writers.report import NAME as REPORT
from intake.export.writers.tables import write_statements

_MAX_MANIFEST = 1 << 20
_MAX_SIGNATURE = 200
_MAX_DOCUMENT = 16 << 20
_ALWAYS = (DATAPACKAGE, PRIVACY, REPORT, CODEBOOK)
_TABLE = re.compile(r"data/[a-z_]{1,40}\.csv", re.ASCII)
_NO_STATEMENTS = write_statements(())


@dataclass(frozen=True, slots=True)
class Trust:
    """Whose signatures count.

    Attributes:
        keys: Pinned public keys by the name they were pinned under.
        anybody: An unknown signer is accepted, said on purpose.
    """

    keys: Mapping[str, PublicKey] = field(default_factory=dict)
    anybody: bool = False


NOBODY = Trust()


@dataclass(frozen=True, slots=True)
class Opening:
    """Who opens bundles, and whose signatures count."""

    identities: Sequence[Identity] = ()
    trust: Trust = NOBODY


@dataclass(frozen=True, slots=True)
class BundleReport:
    """What a bundle says of itself, after everything in it was checked.

    Attributes:
        signer: Name under which the signer's key is pinned; ``None`` when it is not.
        words: Six words over the signing key.
        encrypted: The file was a container, not the plain archive.
        package: The data package, which describes every column.
        pages: Report and codebook by name.
    """

    manifest: Manifest
    privacy: Mapping[str, Any]
    signer: str | None
    words: tuple[str, ...]
    encrypted: bool
    package: Mapping[str, Any] = field(repr=False)
    pages: Mapping[str, bytes] = field(repr=False)

    @property
    def trusted(self) -> bool:
        """Whether the signer's key is pinned."""
        return self.signer is not None

    @property
    def statements(self) -> bool:
        """Whether there is any statement inside; the manifest's ``reviewed`` speaks of these."""
        empty = _NO_STATEMENTS
        return any(f.path == empty.name and f.size > empty.size for f in self.manifest.files)


def verify(
    path: Path,
    identities: Sequence[Identity] = (),
    trust: Trust = NOBODY,
    cancel: CancelToken | None = None,
) -> BundleReport:
    """Check a bundle without writing anything.

    Args:
        path: A bundle, encrypted or plain.
        identities: Who may open it; keys and passphrases.
        trust: Whose signatures count.
        cancel: Lets somebody stop it.

    Raises:
        BundleDamagedError: Changed, truncated, foreign or hostile.
        NotAcceptedError: It names readers, and is not encrypted to the one who opens it.
        UnknownSignerError: Nobody whom ``trust`` names has signed it.
        WrongKeyError: It is encrypted to somebody else.
        UsageError: The file cannot be read.
    """
    with open_existing(path) as source:
        return _verify(source, identities, trust, cancel or CancelToken())


def open_to(
    path: Path,
    folder: Path,
    identities: Sequence[Identity] = (),
    trust: Trust = NOBODY,
    cancel: CancelToken | None = None,
    *,
    also: Callable[[Write, BundleReport], None] | None = None,
) -> BundleReport:
    """Check a bundle, then write its files into a folder that is new or empty.

    Args:
        path: As for ``verify``, and so are the others.
        folder: Where the files go.
        identities: Who may open it.
        trust: Whose signatures count.
        cancel: Lets somebody stop it.
        also: Writes more into the folder, from what was verified; what it raises undoes all.

    Raises:
        DestinationExistsError: The folder holds something, or is no folder.
        UnavailableError: The disk is full or read-only; what was written is removed.
        BundleDamagedError: As ``verify``, and so are the others.
    """
    cancel = cancel or CancelToken()
    require_new(folder)
    with open_existing(path) as source:
        report = _verify(source, identities, trust, cancel)
        source.seek(0)
        with filled(folder) as write:
            reader = archive_of(source, identities)
            again = check_contents(reader, cancel, write)
            if again.manifest != report.manifest:
                raise BundleDamagedError(part=manifest.NAME)
            if also is not None:
                also(write, report)
    return report


def bundle_needs_passphrase(path: Path) -> bool:
    """Tell whether a bundle is encrypted to a passphrase.

    Raises:
        BundleDamagedError: It is a container with a damaged header.
        UsageError: The file cannot be read.
    """
    with open_existing(path) as source:
        return is_container(source) and needs_passphrase(source)


@dataclass(frozen=True, slots=True)
class Contents:
    """What the members of an archive hold once they were checked."""

    manifest: Manifest
    privacy: Mapping[str, Any]
    package: Mapping[str, Any]
    pages: Mapping[str, bytes]


def check_contents(stream: Readable, cancel: CancelToken, write: Write | None = None) -> Contents:
    """Check every member of a bundle's archive against its signed manifest.

    Args:
        stream: The archive.
        cancel: Asked at every chunk.
        write: Gives a file to write each member to; what was written counts only when this
            function returns.

    Raises:
        BundleDamagedError: Anything is not as signed.
    """
    members = _Members(stream, cancel, write)
    content = members.take(manifest.NAME, _MAX_MANIFEST)
    signature = members.take(manifest.SIGNATURE_NAME, _MAX_SIGNATURE)
    found = manifest.parse_manifest(content, signature)
    documents = {}
    for entry in found.files:
        keeps = entry.path in _ALWAYS
        documents[entry.path] = members.take_signed(entry, keeps=keeps)
    members.end()
    _check_layout(found)
    for name in (REPORT, CODEBOOK):
        if not is_ours(documents[name]):
            raise BundleDamagedError(part=name)
    package = canonical.decode(documents[DATAPACKAGE], DATAPACKAGE)
    _check_datapackage(package, found)
    privacy = canonical.decode(documents[PRIVACY], PRIVACY)
    check_schema("privacy", privacy, PRIVACY)
    if (privacy["bundle_id"], privacy["k"]) != (found.bundle_id, found.k):
        raise BundleDamagedError(part=PRIVACY)
    pages = {name: documents[name] for name in (REPORT, CODEBOOK)}
    return Contents(found, privacy, package, pages)


class _Members:
    """The members of an archive, taken in the order in which they must stand."""

    def __init__(self, stream: Readable, cancel: CancelToken, write: Write | None) -> None:
        self._members = read_archive(stream)
        self._cancel = cancel
        self._write = write

    def take(self, name: str, limit: int) -> bytes:
        member = self._next(name)
        if member.entry.size > limit:
            raise BundleDamagedError(part=name)
        return b"".join(self._copied(member))

    def take_signed(self, entry: FileEntry, *, keeps: bool) -> bytes:
        """Return the content of a member that is as the manifest says, or nothing unless kept."""
        member = self._next(entry.path)
        if member.entry.size != entry.size or (keeps and entry.size > _MAX_DOCUMENT):
            raise BundleDamagedError(part=entry.path)
        digest = hashlib.sha256()
        kept = []
        for chunk in self._copied(member):
            digest.update(chunk)
            if keeps:
                kept.append(chunk)
        if digest.hexdigest() != entry.sha256:
            raise BundleDamagedError(part=entry.path)
        return b"".join(kept)

    def end(self) -> None:
        if next(self._members, None) is not None:
            raise BundleDamagedError(part="archive")

    def _next(self, name: str) -> MemberReader:
        member = next(self._members, None)
        if member is None or member.entry.name != name:
            raise BundleDamagedError(part=name)
        return member

    def _copied(self, member: MemberReader) -> Iterator[bytes]:
        if self._write is None:
            for chunk in member.chunks():
                self._cancel.check()
                yield chunk
            return
        with self._write(member.entry.name) as target:
            for chunk in member.chunks():
                self._cancel.check()
                target.write(chunk)
                yield chunk
            finish(target)


def _verify(
    source: BinaryIO, identities: Sequence[Identity], trust: Trust, cancel: CancelToken
) -> BundleReport:
    encrypted = is_container(source)
    contents = check_contents(archive_of(source, identities), cancel)
    _check_addressed(contents.manifest, identities, encrypted=encrypted)
    found = contents.manifest
    signer = next(
        (name for name, key in trust.keys.items() if key.signs_with(found.signer, found.group)),
        None,
    )
    words = signer_words(found.signer)
    if signer is None and not trust.anybody:
        raise UnknownSignerError(words=" ".join(words))
    return BundleReport(
        found, contents.privacy, signer, words, encrypted, contents.package, contents.pages
    )


def archive_of(source: BinaryIO, identities: Sequence[Identity]) -> Readable:
    """Return the archive in a bundle, decrypted where it is encrypted.

    Raises:
        BundleDamagedError: It is a container with a damaged header.
        WrongKeyError: It is encrypted to somebody else.
    """
    return open_container(source, identities) if is_container(source) else source


def _check_addressed(found: Manifest, identities: Sequence[Identity], *, encrypted: bool) -> None:
    """Refuse a bundle for named readers that did not come encrypted to one of them.

    Somebody has passed it on then, opened or sealed again, to whom nobody consented.
    """
    keys = [each for each in identities if isinstance(each, HybridIdentity | X25519Identity)]
    own = {manifest.fingerprint(key.recipient()) for key in keys}
    if found.recipients and not (encrypted and own & set(found.recipients)):
        raise NotAcceptedError(
            what="The sender made this bundle for readers whom it names, and its encryption to "
            "them was taken off or put on again. Ask the sender for the file itself, and open it "
            "with the key that it was made for."
        )


def _check_layout(found: Manifest) -> None:
    paths = [entry.path for entry in found.files]
    others = [path for path in paths if path not in _ALWAYS]
    complete = set(_ALWAYS) <= set(paths) and others
    if not complete or not all(_TABLE.fullmatch(path) for path in others):
        raise BundleDamagedError(part=manifest.NAME)


def _check_datapackage(document: dict[str, Any], found: Manifest) -> None:
    check_schema("datapackage", document, DATAPACKAGE)
    described = {
        (resource["path"], resource["bytes"], resource["hash"].removeprefix("sha256:"))
        for resource in document["resources"]
    }
    tables = {(f.path, f.size, f.sha256) for f in found.files if f.path not in _ALWAYS}
    is_whole = described == tables and len(document["resources"]) == len(tables)
    if document["id"] != found.bundle_id or not is_whole:
        raise BundleDamagedError(part=DATAPACKAGE)
    for resource in document["resources"]:
        # Another table's name would make its rows those of the other for whoever goes by names.
        if resource["path"] != f"{DATA}{resource['name']}.csv":
            raise BundleDamagedError(part=resource["path"])
