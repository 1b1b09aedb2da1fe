"""Writes a bundle: files, leak gate, signature, archive, container, disk, and all of it read back.

One pass; nothing is left when a step fails. Which cases may leave was decided before.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from intake.domain.progress import CancelToken, ProgressCallback, ignore_progress
from intake.errors import BundleDamagedError, LeakFoundError, NothingToReleaseError
from intake.export import manifest
from intake.export.archive import Readable, write_archive
from intake.export.container import ContainerWriter, reopen_container
from intake.export.counting import FieldCounts
from intake.export.facts import Facts
from intake.export.fields import FieldPolicy
from intake.export.keys import Signer
from intake.export.layout import BundleFile, our_file, tables_of
from intake.export.new_file import LastWord, write_new
from intake.export.recipients import (
    HybridRecipient,
    PublicRecipient,
    Recipient,
    X25519Recipient,
    check_recipients,
)
from intake.export.snapshot import RedactedCase
from intake.export.terms import Policy
from intake.export.verify import check_contents
from intake.export.writers.codebook import write_codebook
from intake.export.writers.documents import write_datapackage, write_privacy
from intake.export.writers.report import write_report
from intake.export.writers.tables import write_counts, write_statements, write_tables
from intake.redaction.leaks import Finding
from intake.vault.secret import Secret

_PLACES_NAMED = 10

# Looks at one finished file and returns what names somebody. Whatever it returns refuses the
# bundle: findings that a person has decided about are for the caller to take out.
Gate = Callable[[BundleFile], Sequence[Finding]]


@dataclass(frozen=True, slots=True)
class BundleContents:
    """What goes into a bundle.

    Attributes:
        cases: Taken once, in any order; none for policy statistics.
        counts: Tables of counts, for policy statistics or when there are too few people for rows.
    """

    facts: Facts
    fields: FieldPolicy
    cases: Iterable[RedactedCase] = ()
    counts: tuple[FieldCounts, ...] = ()


@dataclass(frozen=True, slots=True)
class Sealing:
    """Who signs, and who can open.

    Attributes:
        recipients: All of one kind.
        unencrypted: Write the plain archive, said on purpose.
    """

    signer: Signer
    recipients: tuple[Recipient, ...] = ()
    unencrypted: bool = False

    def __post_init__(self) -> None:
        if self.unencrypted and self.recipients:
            raise ValueError("encrypted or not")
        if not self.unencrypted:
            check_recipients(self.recipients)


@dataclass(frozen=True, slots=True)
class BundleReceipt:
    """A bundle that was written and read back.

    Attributes:
        sha256: Of the file on the disk, hex.
        size: Of the file on the disk, bytes.
        files: Paths inside.
        cases: How many cases' rows are in it.
    """

    path: Path
    sha256: str
    size: int
    bundle_id: str
    files: tuple[str, ...]
    cases: int


def write(
    path: Path,
    contents: BundleContents,
    sealing: Sealing,
    gate: Gate,
    progress: ProgressCallback = ignore_progress,
    cancel: CancelToken | None = None,
    *,
    before_naming: LastWord | None = None,
) -> BundleReceipt:
    """Write a bundle to a path that does not exist.

    Args:
        path: Where it goes.
        contents: What leaves.
        sealing: Signer and recipients.
        gate: Looks at every finished file.
        progress: Told (done, total) bytes over gate, writing and reading back.
        cancel: Lets somebody stop it.
        before_naming: Called when the bundle is proven and only its name is missing, for the
            ledger: what has left must be known, even if the power fails now. What it returns is
            called when the name cannot be given: nothing has left then.

    Raises:
        LeakFoundError: A finished file names somebody.
        NothingToReleaseError: There are neither rows nor counts.
        UnavailableError: It exists, the disk is full or read-only.
        CancelledError: Stopped. After any error nothing is left.
    """
    cancel = cancel or CancelToken()
    files, cases = make_files(contents, cancel)
    signed = _signed(contents.facts, files, sealing)
    meter = _Meter(progress, cancel, 3 * sum(file.size for file in signed))
    _pass_gate(signed, gate, meter)
    output = _Output(signed, sealing, meter)

    def last_word() -> Callable[[], None] | None:
        cancel.check()
        return before_naming() if before_naming is not None else None

    try:
        write_new(path, output.write, output.check, last_word)
    finally:
        output.forget()
    names = tuple(file.name for file in signed)
    bundle_id = contents.facts.bundle_id
    return BundleReceipt(path, output.sha256, output.size, bundle_id, names, cases)


def make_files(contents: BundleContents, cancel: CancelToken) -> tuple[list[BundleFile], int]:
    """Return the finished files without manifest, and how many cases are in them.

    The preview of an export shows these very bytes.

    Raises:
        NothingToReleaseError: There are neither rows nor counts.
        ValueError: Rows under policy statistics, or statements under another than analysis.
    """
    facts, fields = contents.facts, contents.fields
    cases = []
    for case in contents.cases:
        cancel.check()
        cases.append(case)
    if not cases and not contents.counts:
        raise NothingToReleaseError
    policy = facts.release.policy
    if cases and policy is Policy.STATISTICS:
        raise ValueError("statistics carry no rows")
    tables = tables_of(fields, cases) if cases else ()
    data = write_tables(tables, cases)
    if cases and policy is Policy.ANALYSIS:
        data.append(write_statements(cases))
    if contents.counts:
        data.append(write_counts(contents.counts))
    documents = [
        write_datapackage(facts, tables, data),
        write_privacy(facts, statements=any(case.statements for case in cases)),
        write_report(facts, fields, tables, cases, contents.counts),
        write_codebook(facts, tables),
    ]
    return [*documents, *data], len(cases)


def _signed(facts: Facts, files: Sequence[BundleFile], sealing: Sealing) -> list[BundleFile]:
    """Return the files in the order of the archive: manifest, signature, documents, tables."""
    if sealing.signer.label not in {facts.release.group.value, "any"}:
        raise ValueError("the signing key is for another group")
    public: list[PublicRecipient] = [
        each for each in sealing.recipients if isinstance(each, HybridRecipient | X25519Recipient)
    ]
    content = manifest.make_manifest(facts, files, public, sealing.signer).to_bytes()
    signature = manifest.sign(content, sealing.signer)
    return [
        our_file(manifest.NAME, content),
        our_file(manifest.SIGNATURE_NAME, signature),
        *files,
    ]


class _Meter:
    """Counts bytes, tells progress, and stops when asked."""

    def __init__(self, progress: ProgressCallback, cancel: CancelToken, total: int) -> None:
        self._progress = progress
        self.cancel = cancel
        self._total = total
        self._done = 0

    def add(self, size: int) -> None:
        self.cancel.check()
        self._done = min(self._done + size, self._total)
        self._progress(self._done, self._total)


def _pass_gate(files: Sequence[BundleFile], gate: Gate, meter: _Meter) -> None:
    findings: list[Finding] = []
    for file in files:
        findings += gate(file)
        meter.add(file.size)
    places = list(dict.fromkeys(f"{each.file} line {each.line}" for each in findings))
    if places:
        more = len(places) - _PLACES_NAMED
        named = ", ".join(places[:_PLACES_NAMED]) + (f" and {more} more" if more > 0 else "")
        raise LeakFoundError(places=named)


class _Output:
    """Writes the signed files to a stream and reads them back.

    Attributes:
        sha256: Of everything that was read back.
        size: The same.
    """

    def __init__(self, files: Sequence[BundleFile], sealing: Sealing, meter: _Meter) -> None:
        self._files = files
        self._sealing = sealing
        self._meter = meter
        self._file_key = Secret(b"")
        self.sha256 = ""
        self.size = 0

    def write(self, sink: BinaryIO) -> None:
        if self._sealing.unencrypted:
            self._archive(sink.write)
            return
        writer = ContainerWriter(sink, self._sealing.recipients)
        self._file_key = writer.file_key
        self._archive(writer.write)
        writer.finish()

    def check(self, written: BinaryIO) -> None:
        """Read everything back and compare it with what was meant; then forget the key."""
        source = _Counted(written, self._meter)
        reader: Readable = source
        with self._file_key as file_key:
            if not self._sealing.unencrypted:
                reader = reopen_container(source, file_key)
            found = check_contents(reader, self._meter.cancel)
        if found.manifest.to_bytes() != self._files[0].content:
            raise BundleDamagedError(part=manifest.NAME)
        self.sha256, self.size = source.digest.hexdigest(), source.size

    def forget(self) -> None:
        """Wipe the file key."""
        self._file_key.wipe()

    def _archive(self, write: Callable[[bytes], object]) -> None:
        def metered(piece: bytes) -> None:
            write(piece)
            self._meter.add(len(piece))

        write_archive(self._files, metered)


class _Counted:
    """A stream whose bytes are digested and counted as they are read."""

    def __init__(self, source: BinaryIO, meter: _Meter) -> None:
        self._source = source
        self._meter = meter
        self.digest = hashlib.sha256()
        self.size = 0

    def read(self, size: int, /) -> bytes:
        return self._seen(self._source.read(size))

    def readline(self, limit: int, /) -> bytes:
        return self._seen(self._source.readline(limit))

    def _seen(self, piece: bytes) -> bytes:
        self.digest.update(piece)
        self.size += len(piece)
        self._meter.add(len(piece))
        return piece
