"""The two copies of the header on disk: read, chosen, healed, replaced one after the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from intake.errors import (
    DamagedError,
    DestinationExistsError,
    HeadersMissingError,
    HostileHeaderError,
    IntakeError,
    NewerFormatError,
    NotAVaultError,
    UnavailableError,
    VaultDamagedError,
    VaultEmptyError,
    VaultMissingError,
    VaultTruncatedError,
)
from intake.vault import header as header_format
from intake.vault.disk import discard, disk_errors, read_start, replace_file, sync_folder, write_new
from intake.vault.header import HEADER_BYTES, Header
from intake.vault.secret import Secret

NAMES = ("header.0", "header.1")
DATABASE_NAME = "vault.db"

# What to tell when no copy is intact: the state that says most about what happened comes first.
_TELLING = (
    UnavailableError,
    HostileHeaderError,
    VaultDamagedError,
    VaultTruncatedError,
    VaultEmptyError,
    NotAVaultError,
)


class Twin(Enum):
    """State of the copy that was not opened."""

    INTACT = "intact"
    HEALED = "healed"  # it was damaged, forged or older, and has been replaced
    DAMAGED = "damaged"  # it could not be replaced: the disk is full or read-only
    NEWER = "newer"  # a change of secrets was interrupted; the new secret opens it


@dataclass(frozen=True, slots=True)
class Copy:
    """An intact copy of the header; nobody has checked its keyed code yet.

    Attributes:
        name: Name of the file.
        content: The 16 KiB.
        header: What they say.
    """

    name: str
    content: bytes
    header: Header


def read_copies(folder: Path) -> tuple[Copy, ...]:
    """Return the intact copies, the highest generation first; at least one.

    Raises:
        VaultMissingError: No copy is there.
        HeadersMissingError: The database is, without them.
        NotAVaultError: They are other files, or ``folder`` is no folder.
        VaultEmptyError: They have no content.
        VaultTruncatedError: They are too short.
        NewerFormatError: A newer program wrote one of them.
        HostileHeaderError: They are damaged, or say what no header says.
        UnavailableError: They cannot be read.
    """
    if folder.exists() and not folder.is_dir():
        raise NotAVaultError(path=str(folder))
    copies, errors = [], []
    for name in NAMES:
        try:
            copies.append(_read(folder, name))
        except NewerFormatError:
            raise  # the intact twin of an older format must not be taken for the vault's state
        except IntakeError as error:
            errors.append(error)
    if not copies:
        raise _most_telling(folder, errors)
    return tuple(sorted(copies, key=lambda copy: copy.header.generation, reverse=True))


def _read(folder: Path, name: str) -> Copy:
    path = folder / name
    try:
        content = read_start(path, HEADER_BYTES + 1)
    except FileNotFoundError:
        raise VaultMissingError(path=str(folder)) from None
    except OSError:
        raise UnavailableError(reason=f"{name} cannot be read") from None
    if content is None:
        raise NotAVaultError(path=str(folder))
    return Copy(name, content, header_format.parse(content, path))


def _most_telling(folder: Path, errors: list[IntakeError]) -> IntakeError:
    for kind in _TELLING:
        for error in errors:
            if isinstance(error, kind):
                damaged = isinstance(error, VaultDamagedError)
                return HostileHeaderError(part="no copy is intact") if damaged else error
    lost = (folder / DATABASE_NAME).exists()
    return (HeadersMissingError if lost else VaultMissingError)(path=str(folder))


def write_first(folder: Path, content: bytes) -> None:
    """Write both copies of a new vault's header, where there must be none.

    On an error nothing of it is left.

    Raises:
        DestinationExistsError: There is a header already.
        UnavailableError: Read-only or full disk.
    """
    written: list[Path] = []
    try:
        with disk_errors():
            for name in NAMES:
                write_new(folder / name, content)
                written.append(folder / name)
            sync_folder(folder)
    except FileExistsError:
        _discard_all(written)
        raise DestinationExistsError(path=str(folder)) from None
    except UnavailableError:
        _discard_all(written)
        raise


def _discard_all(written: list[Path]) -> None:
    for path in written:
        discard(path)


def replace(folder: Path, content: bytes, prove: Callable[[Copy], None], *, last: str) -> None:
    """Replace both copies, one after the other, and prove each on what the disk gives back.

    Args:
        folder: The vault.
        content: The new 16 KiB.
        prove: Opens the copy that was read back, as its owner will; raises if that fails.
        last: Name of the copy that stays as it is until the other one has been proven.

    Raises:
        UnavailableError: Read-only or full disk. If the first copy was replaced by then, the vault
            opens with the old secret and with the new one.
        VaultDamagedError: The disk gave back something else than was written.
    """
    for name in sorted(NAMES, key=lambda each: each == last):
        with disk_errors():
            replace_file(folder / name, content)
        try:
            copy = _read(folder, name)
        except DamagedError:
            raise VaultDamagedError(part=f"{name} after writing") from None
        if copy.content != content:
            raise VaultDamagedError(part=f"{name} after writing")
        prove(copy)


def heal(folder: Path, good: Copy, copies: tuple[Copy, ...], mac_key: Secret) -> Twin:
    """Replace a damaged, forged or older twin of a copy that has been opened.

    A genuine twin of a higher generation stays: a change of secrets was interrupted, and whoever
    opens the vault with the new secret finishes it.

    Args:
        folder: The vault.
        good: The copy that was opened and whose keyed code is right.
        copies: All intact copies.
        mac_key: Key of the check code; not wiped.
    """
    for other in copies:
        if other.name == good.name:
            continue
        if other.content == good.content:
            return Twin.INTACT
        newer = other.header.generation > good.header.generation
        if newer and header_format.is_genuine(other.content, mac_key):
            return Twin.NEWER
    (twin,) = (name for name in NAMES if name != good.name)
    try:
        with disk_errors():
            replace_file(folder / twin, good.content)
    except UnavailableError:
        return Twin.DAMAGED  # the vault opens all the same; the next opening tries again
    return Twin.HEALED
