"""The vault as a folder: its file names, and create, open and change its header.

Whoever calls these functions holds the folder's ``VaultLock``. Passphrases are given as they were
typed or read; they are normalised here, and the caller wipes them. The database and everything
else in the folder belong to others.
"""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from intake.errors import (
    DestinationExistsError,
    IntakeError,
    NoFolderError,
    VaultDamagedError,
)
from intake.vault import header as header_format
from intake.vault import kdf, twins
from intake.vault.disk import discard, disk_errors, leftover, sync_folder
from intake.vault.header import FORMAT, SLOTS, Header
from intake.vault.instance_lock import VaultLock
from intake.vault.kdf import KdfCosts
from intake.vault.keyslots import VaultKeys, header_mac_key
from intake.vault.recovery import RecoveryKey
from intake.vault.secret import Secret
from intake.vault.twins import Copy, Twin
from intake.vault.unlocking import Unlocked, in_memory, new_key, require_opens, unlock

__all__ = [
    "DATABASE_JOURNAL_NAME",
    "DATABASE_LOG_NAME",
    "DATABASE_NAME",
    "HEADER_NAMES",
    "MIRROR_NAME",
    "Opened",
    "Twin",
    "VaultInfo",
    "VaultLock",
    "belongs_to",
    "change_passphrase",
    "copy_headers",
    "create_headers",
    "describe",
    "look_into_headers",
    "open_headers",
    "replace_recovery",
]

HEADER_NAMES = twins.NAMES
DATABASE_NAME = twins.DATABASE_NAME
DATABASE_LOG_NAME = "vault.db-wal"
DATABASE_JOURNAL_NAME = "vault.db-journal"  # for a moment, while a database is made or copied
MIRROR_NAME = "mirror"

_PRIVATE_FOLDER = 0o700


@dataclass(frozen=True, slots=True)
class VaultInfo:
    """What can be told about a vault without a secret.

    Attributes:
        format_version: Format of the header.
        costs: Costs of the key derivation.
        intact_copies: How many of the two copies of the header are whole.
        vault_id: 16 random bytes, the same for the life of the vault.
        generation: Of the newest copy of the header.
    """

    format_version: int
    costs: KdfCosts
    intact_copies: int
    vault_id: bytes
    generation: int


@dataclass(frozen=True, slots=True)
class Opened:
    """An opened header.

    Attributes:
        keys: Keys of the vault; the caller wipes them.
        generation: Generation of the copy that was opened; the database keeps it too.
        vault_id: 16 bytes, the same for the life of the vault.
        twin: State of the other copy.
    """

    keys: VaultKeys
    generation: int
    vault_id: bytes
    twin: Twin = Twin.INTACT

    @property
    def healed(self) -> bool:
        """Whether the other copy was damaged or older, and has been replaced."""
        return self.twin is Twin.HEALED


def describe(folder: Path) -> VaultInfo:
    """Return what can be told without a secret; nobody vouches for it.

    Raises:
        IntakeError: As ``open_headers``, but for wrong secrets.
    """
    copies = twins.read_copies(folder)
    newest = copies[0].header
    return VaultInfo(FORMAT, newest.costs, len(copies), newest.vault_id, newest.generation)


def belongs_to(folder: Path, header_macs: Iterable[Secret]) -> bool:
    """Tell whether every intact copy of a header was written by a vault with one of these keys.

    Args:
        folder: A vault or a backup.
        header_macs: Keys of the check code (``VaultKeys.header_mac``); not wiped.

    Raises:
        IntakeError: As ``describe``.
    """
    copies = twins.read_copies(folder)
    keys = tuple(header_macs)
    return all(any(header_format.is_genuine(copy.content, key) for key in keys) for copy in copies)


def create_headers(
    folder: Path,
    passphrase: Secret,
    recovery: RecoveryKey,
    costs: KdfCosts,
    *,
    successor_of: Opened | None = None,
) -> Opened:
    """Create the header of a new vault, proven to open with both secrets before it is written.

    Args:
        folder: Must not exist, or be empty; the folder above it must exist.
        passphrase: As typed; whether it is strong enough is up to the caller.
        recovery: The key that the person has typed back; not wiped.
        costs: Costs of the key derivation, out of ``kdf.calibrate``.
        successor_of: For a full re-key: the new header, with keys of its own, goes on with the id
            and the generation of this one.

    Raises:
        DestinationExistsError: There is something at ``folder``.
        UsageError: There is no folder above it, or the passphrase is not UTF-8.
        HostileHeaderError: Costs outside their limits.
        UnavailableError: Read-only or full disk, too little memory.
    """
    _require_room(folder)
    header = _blank_header(costs, successor_of)
    at, spare_at = secrets.SystemRandom().sample(range(SLOTS), 2)
    with (
        Secret.random(kdf.KEY_BYTES) as root,
        header_mac_key(root) as mac_key,
        new_key(passphrase, header) as key,
        new_key(recovery, header) as spare,
    ):
        header = header.with_slot(at, key.wrap(root, header, at))
        header = header.with_slot(spare_at, spare.wrap(root, header, spare_at))
        content = header_format.write(header, mac_key)
        for one in (key, spare):
            require_opens(in_memory(content), one, root, mac_key)
        _make_folder(folder, content)
        return Opened(VaultKeys.from_root(root), header.generation, header.vault_id)


def open_headers(
    folder: Path, *, passphrase: Secret | None = None, recovery: RecoveryKey | None = None
) -> Opened:
    """Open a vault's header with one secret, and heal the other copy if it needs it.

    The intact copy with the highest generation that the secret opens is taken. At rest both copies
    are the same and one key derivation is run; a twin with another salt costs a second one.

    Args:
        folder: The vault.
        passphrase: As typed; either this or ``recovery``.
        recovery: The recovery key; not wiped.

    Raises:
        VaultMissingError: There is no vault.
        NotAVaultError: There is something else.
        VaultEmptyError, VaultTruncatedError: Both copies are.
        NewerFormatError: A newer program wrote it.
        HostileHeaderError: No copy is intact, or it asks for costs outside the limits.
        VaultDamagedError: The secret is right, but the keyed check code is not.
        WrongPassphraseError, WrongRecoveryKeyError: The secret opens no slot.
        UnavailableError: Too little memory, or the files cannot be read.
    """
    copies = twins.read_copies(folder)
    with unlock(copies, _either(passphrase, recovery)) as unlocked:
        twin = twins.heal(folder, unlocked.copy, copies, unlocked.mac_key)
        keys = VaultKeys.from_root(unlocked.root)
        header = unlocked.copy.header
    for name in HEADER_NAMES:
        discard(leftover(folder / name))
    return Opened(keys, header.generation, header.vault_id, twin)


def look_into_headers(
    folder: Path, *, passphrase: Secret | None = None, recovery: RecoveryKey | None = None
) -> Opened:
    """Open a vault's header as ``open_headers`` does, and change nothing on the disk.

    Returns:
        The keys; ``twin`` is ``Twin.DAMAGED`` when the other copy is anything but the same.

    Raises:
        IntakeError: As ``open_headers``.
    """
    copies = twins.read_copies(folder)
    with unlock(copies, _either(passphrase, recovery)) as unlocked:
        keys = VaultKeys.from_root(unlocked.root)
        header = unlocked.copy.header
    same = len(copies) == len(HEADER_NAMES) and copies[0].content == copies[1].content
    twin = Twin.INTACT if same else Twin.DAMAGED
    return Opened(keys, header.generation, header.vault_id, twin)


def _either(passphrase: Secret | None, recovery: RecoveryKey | None) -> Secret | RecoveryKey:
    secret = passphrase if passphrase is not None else recovery
    if secret is None or (passphrase is not None and recovery is not None):
        raise ValueError("give either the passphrase or the recovery key")
    return secret


def change_passphrase(
    folder: Path, old: Secret | RecoveryKey, new: Secret, costs: KdfCosts | None = None
) -> int:
    """Wrap the vault's root key under a new passphrase, with a new salt.

    With the old passphrase the recovery key stays valid. With the recovery key every other slot is
    emptied, for nobody can tell which one the forgotten passphrase opened.

    Args:
        folder: The vault.
        old: The passphrase so far as typed, or the recovery key; not wiped.
        new: The new passphrase as typed; whether it is strong enough is up to the caller.
        costs: Costs of the key derivation; calibrated to this machine when ``None``.

    Returns:
        The new generation of the header.

    Raises:
        IntakeError: As ``open_headers``, or read-only or full disk. After an error the vault opens
            with the old secret, the new one, or both; with the old one for sure until the second
            copy is replaced, which needs no further space.
    """
    copies = twins.read_copies(folder)
    with unlock(copies, old) as unlocked:
        costs = costs or kdf.calibrate()
        header, index = unlocked.copy.header, unlocked.index
        if isinstance(old, RecoveryKey):
            header, index = header.with_only(index), _other_slot(index)
        header = replace(header, costs=costs, salt=os.urandom(kdf.SALT_BYTES))
        return _rewrap(folder, copies, unlocked, header, index, new)


def replace_recovery(folder: Path, passphrase: Secret, new: RecoveryKey) -> int:
    """Put a new recovery key in the place of the old one, which opens nothing afterwards.

    Args:
        folder: The vault.
        passphrase: As typed.
        new: The key that the person has typed back; not wiped.

    Returns:
        The new generation of the header.

    Raises:
        IntakeError: As ``change_passphrase``.
    """
    copies = twins.read_copies(folder)
    with unlock(copies, passphrase) as unlocked:
        header = unlocked.copy.header.with_only(unlocked.index)
        return _rewrap(folder, copies, unlocked, header, _other_slot(unlocked.index), new)


def copy_headers(folder: Path, destination: Path, keys: VaultKeys) -> int:
    """Write the vault's header into the folder of a backup, which has none yet.

    Args:
        folder: The vault.
        destination: Folder of the backup.
        keys: Keys of the open vault; only a copy that they vouch for is taken.

    Returns:
        The generation of the copy.

    Raises:
        VaultDamagedError: No copy belongs to these keys.
        DestinationExistsError: There is a header already.
        IntakeError: As ``open_headers``, or read-only or full disk.
    """
    for copy in twins.read_copies(folder):
        if header_format.is_genuine(copy.content, keys.header_mac):
            twins.write_first(destination, copy.content)
            return copy.header.generation
    raise VaultDamagedError(part="header")


def _blank_header(costs: KdfCosts, successor_of: Opened | None) -> Header:
    header = Header.blank(costs)
    if successor_of is None:
        return header
    generation = successor_of.generation + 1
    return replace(header, vault_id=successor_of.vault_id, generation=generation)


def _require_room(folder: Path) -> None:
    """Check early, before a key is derived, that a vault can be created at ``folder``."""
    if not folder.parent.is_dir():
        raise NoFolderError(path=str(folder.parent))
    if folder.is_dir():
        with disk_errors():
            occupied = any(folder.iterdir())
    else:
        occupied = os.path.lexists(folder)
    if occupied:
        raise DestinationExistsError(path=str(folder))


def _make_folder(folder: Path, content: bytes) -> None:
    """Create the folder, open to its owner only, with both copies of the header, or nothing."""
    is_new = not folder.exists()
    try:
        with disk_errors():
            folder.mkdir(mode=_PRIVATE_FOLDER, exist_ok=True)
            folder.chmod(_PRIVATE_FOLDER)
            sync_folder(folder.parent)
        twins.write_first(folder, content)
    except IntakeError:
        if is_new:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise


def _rewrap(
    folder: Path,
    copies: tuple[Copy, ...],
    unlocked: Unlocked,
    header: Header,
    index: int,
    secret: Secret | RecoveryKey,
) -> int:
    """Write ``header`` with slot ``index`` opening with ``secret``; return its generation."""
    root, mac_key = unlocked.root, unlocked.mac_key
    generations = [
        copy.header.generation for copy in copies if header_format.is_genuine(copy.content, mac_key)
    ]
    header = replace(header, generation=max(generations) + 1)
    with new_key(secret, header) as key:
        header = header.with_slot(index, key.wrap(root, header, index))
        content = header_format.write(header, mac_key)

        def prove(copy: Copy) -> None:
            require_opens(copy, key, root, mac_key)

        prove(in_memory(content))
        twins.replace(folder, content, prove, last=unlocked.copy.name)
    return header.generation


def _other_slot(index: int) -> int:
    """Return the number of any slot but one."""
    return secrets.choice([at for at in range(SLOTS) if at != index])
