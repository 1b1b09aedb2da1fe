"""Bundles of others: verify, open, and tell what they say of themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from intake.domain.progress import CancelToken, ProgressCallback, ignore_progress
from intake.errors import (
    NoKeyGivenError,
    NotAcceptedError,
    OtherSignerError,
    UnknownSignerError,
    UsageError,
    WrongFilePassphraseError,
    WrongKeyError,
)
from intake.export import verify as checking
from intake.export.codebook_labels import with_labels
from intake.export.extras import Extra, require, shapes_for, write_extra
from intake.export.keys import PublicKey, open_analyst_key, parse_public_key, read_public_key
from intake.export.new_folder import Write
from intake.export.pages import Block, Grid, Kind, Passage, blocks_of
from intake.export.reading import TableShape, read_tables, shapes_of
from intake.export.recipients import Identity, PassphraseIdentity
from intake.export.verify import BundleReport, Opening, Trust
from intake.export.writers.codebook import NAME as CODEBOOK
from intake.services import team
from intake.services.session import VaultSession
from intake.vault.secret import Secret

__all__ = [
    "ANY_SIGNER",
    "Block",
    "Extra",
    "Grid",
    "Kind",
    "Looked",
    "Means",
    "Passage",
    "ShownTable",
    "VerifyReport",
    "look",
    "needs_passphrase",
    "open_bundle",
    "opened_with",
    "verify",
]

ANY_SIGNER = "any"
MOST_ROWS = 5_000  # that a window shows
MOST_CHARACTERS = 1 << 24  # of a table, likewise


@dataclass(frozen=True, slots=True)
class Means:
    """What a person has to open a bundle with, and whom they trust.

    Attributes:
        session: Open vault whose key may open it and whose trusted keys count.
        key_file: An analyst's key file; ``passphrase`` opens it.
        passphrase: Passphrase of the key file, or of the bundle itself.
        signer: Path of a public key file that is trusted for this call, or ``any``.
    """

    session: VaultSession | None = None
    key_file: Path | None = None
    passphrase: Secret | None = None
    signer: str | None = None


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """What a bundle says of itself, after all digests and its signature were checked.

    Attributes:
        statements: There are statements inside.
        reviewed: A person reviewed them; says nothing where there are none.
    """

    bundle_id: str
    signer: str
    signer_words: str
    trusted: bool
    encrypted: bool
    policy: str
    purpose: str
    group: str
    month: str
    k: int
    files: tuple[tuple[str, int], ...]
    withheld: Mapping[str, str]
    statements: bool
    reviewed: bool

    def as_document(self) -> dict[str, Any]:
        """Return the report as the command line prints it."""
        return {
            "bundle_id": self.bundle_id,
            "signer": self.signer,
            "signer_words": self.signer_words,
            "trusted": self.trusted,
            "encrypted": self.encrypted,
            "policy": self.policy,
            "purpose": self.purpose,
            "recipient_group": self.group,
            "month": self.month,
            "k": self.k,
            "files": [{"path": name, "bytes": size} for name, size in self.files],
            "withheld": dict(self.withheld),
            "statements": self.statements,
            "reviewed": self.reviewed,
        }


def needs_passphrase(path: Path) -> bool:
    """Tell whether a bundle is encrypted with a passphrase.

    Raises:
        BundleDamagedError: It is a container with a damaged header.
        UsageError: The file cannot be read.
    """
    return checking.bundle_needs_passphrase(path)


def verify(path: Path, means: Means) -> VerifyReport:
    """Check a bundle without writing anything.

    Raises:
        BundleDamagedError: Changed, truncated, foreign or hostile.
        UnknownSignerError: Nobody who is trusted has signed it.
        WrongKeyError: It is encrypted to somebody else.
    """
    with opened_with(means) as opening:
        return _shown(checking.verify(path, opening.identities, opening.trust))


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table of a bundle, as much of it as a window shows.

    Attributes:
        columns: Names in the file.
        titles: What the columns hold, in words where the bundle says it.
        rows: The first rows.
        count: How many there are.
    """

    columns: tuple[str, ...]
    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = field(repr=False)
    count: int


@dataclass(frozen=True, slots=True)
class Looked:
    """A verified bundle to look at; it is in the memory of this process and nowhere else.

    Attributes:
        pages: What stands in report and codebook, by name.
        tables: By name.
    """

    report: VerifyReport
    pages: Mapping[str, tuple[Block, ...]] = field(repr=False)
    tables: Mapping[str, ShownTable] = field(repr=False)


def look(
    path: Path,
    means: Means,
    progress: ProgressCallback = ignore_progress,
    cancel: CancelToken | None = None,
) -> Looked:
    """Verify a bundle and read it into memory; writes nothing.

    Args:
        path: The bundle.
        means: What opens it.
        progress: Told (done, total) readings.
        cancel: Lets somebody stop it.

    Raises:
        IntakeError: As ``verify``.
        CancelledError: Stopped.
    """
    cancel = cancel or CancelToken()
    with opened_with(means) as opening:
        report = checking.verify(path, opening.identities, opening.trust, cancel)
        progress(1, 2)
        shapes = with_labels(shapes_of(report.package), report.pages[CODEBOOK])
        tables = {
            shape.name: _shown_table(shape, rows)
            for shape, rows in read_tables(
                path, report.manifest, shapes, opening.identities, cancel
            )
        }
    pages = {name: blocks_of(name, content) for name, content in report.pages.items()}
    return Looked(_shown(report), pages, tables)


def _shown_table(shape: TableShape, rows: Iterator[Sequence[str]]) -> ShownTable:
    first = []
    count = size = 0
    for count, row in enumerate(rows, start=1):
        size += sum(map(len, row))
        if count <= MOST_ROWS and size <= MOST_CHARACTERS:
            first.append(tuple(row))
    titles = tuple("" if each.is_reason else each.title for each in shape.fields)
    return ShownTable(shape.header, titles, tuple(first), count)


def open_bundle(
    path: Path, directory: Path, means: Means, extras: Sequence[Extra] = ()
) -> VerifyReport:
    """Verify a bundle, then write its files into a new or empty folder.

    Args:
        path: The bundle.
        directory: Where the files go.
        means: What opens it.
        extras: Forms in which the tables are written once more, for other programs.

    Raises:
        DestinationExistsError: The folder holds something.
        NoAnalysisError: A package that an extra needs is not installed.
        IntakeError: As ``verify``.
    """
    require(extras)
    with opened_with(means) as opening:

        def also(write: Write, verified: BundleReport) -> None:
            cancel = CancelToken()
            for extra in extras:
                shapes = shapes_for(extra, verified)
                tables = read_tables(path, verified.manifest, shapes, opening.identities, cancel)
                write_extra(extra, tables, write)

        report = checking.open_to(path, directory, opening.identities, opening.trust, also=also)
        return _shown(report)


@contextmanager
def opened_with(means: Means) -> Iterator[Opening]:
    """Yield what opens bundles and whose signatures count, for as long as they are read.

    Raises:
        WrongKeyError: The passphrase does not open the key file.
        UsageError: A key file cannot be read.
    """
    with ExitStack() as stack:
        identities = _identities(means, stack)
        with _told(means):
            yield Opening(identities, _trust(means))


def _identities(means: Means, stack: ExitStack) -> list[Identity]:
    if means.session is not None:
        return [stack.enter_context(team.keyring(means.session)).identity]
    if means.key_file is not None:
        return [open_analyst_key(means.key_file, means.passphrase).identity]
    if means.passphrase is not None:
        return [PassphraseIdentity(means.passphrase)]
    return []


@contextmanager
def _told(means: Means) -> Iterator[None]:
    """Tell apart what was not given from what was given and does not fit."""
    try:
        yield
    except WrongFilePassphraseError:
        raise
    except WrongKeyError:
        if means.session is None and means.key_file is None:  # a passphrase alone opens no key
            raise NoKeyGivenError from None
        raise
    except UnknownSignerError as error:
        if means.signer is None:
            raise
        raise OtherSignerError(**error.parameters) from None


def _trust(means: Means) -> Trust:
    keys: dict[str, PublicKey] = {}
    if means.session is not None:
        for pinned in means.session.store.keys.trusted():
            keys[pinned.name] = parse_public_key(pinned.public.encode())
        own = team.own_key(means.session)
        keys.setdefault(own.name, parse_public_key(own.text.encode()))
    if means.signer is not None and means.signer != ANY_SIGNER:
        file = Path(means.signer)
        if not file.exists():
            raise UsageError(what=f"There is no key file {file}. Give its path, or 'any'.")
        key = read_public_key(file)
        # The report tells who signed by this name: it must not become another person's.
        if file.stem in keys and keys[file.stem].words != key.words:
            raise NotAcceptedError(
                what=f"The name {file.stem} is pinned to another key in this vault; the key in "
                f"this file has the words {' '.join(key.words)}. A changed key can be an attack: "
                "ask its owner in person. If it is somebody else's, give the file another name."
            )
        keys[file.stem] = key
    return Trust(keys, anybody=means.signer == ANY_SIGNER)


def _shown(report: BundleReport) -> VerifyReport:
    found = report.manifest
    return VerifyReport(
        bundle_id=found.bundle_id,
        signer=report.signer or "",
        signer_words=" ".join(report.words),
        trusted=report.trusted,
        encrypted=report.encrypted,
        policy=found.policy,
        purpose=found.purpose,
        group=found.group,
        month=found.month,
        k=found.k,
        files=tuple((entry.path, entry.size) for entry in found.files),
        withheld=found.withheld,
        statements=report.statements,
        reviewed=found.reviewed,
    )
