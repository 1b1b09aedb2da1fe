"""Keys: the vault's own, those pinned of others, and analysts' key files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from intake.domain.audit import Action
from intake.domain.changes import Changes
from intake.errors import TooLongError, UsageError
from intake.export.keys import (
    ANY_GROUP,
    VaultKeyring,
    create_analyst_key,
    parse_public_key,
    read_public_key,
)
from intake.export.keys import PublicKey as FileKey
from intake.export.new_file import write_new
from intake.export.recipients import SCRYPT_WORK_FACTOR
from intake.services.session import VaultSession
from intake.store.store import Store
from intake.store.transaction import Transaction
from intake.vault.passphrase import require_strength
from intake.vault.secret import Secret

_KEYRING = "keyring"
_OWN_NAME = "Intake"
_LOOK_ROUND = "look_round"
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A public key as people see it: a name, six fingerprint words, the text of its file."""

    name: str
    words: str
    text: str


@dataclass(frozen=True, slots=True)
class Looked:
    """A key that was read and is not trusted yet, beside what is known here.

    Attributes:
        key: What the file holds.
        known_as: Names under which this very key is trusted already.
        instead_of: Keys that are trusted under its owner's name and are others: a changed key.
        alike: Other trusted keys that call themselves as this one does.
    """

    key: PublicKey
    known_as: tuple[str, ...] = ()
    instead_of: tuple[PublicKey, ...] = ()
    alike: tuple[PublicKey, ...] = ()


def own_key(session: VaultSession, *, name: str = "") -> PublicKey:
    """Return this vault's public key."""
    with keyring(session) as own:
        return _shown(own.public_key(name or session.name or _OWN_NAME))


def bundle_words(key: PublicKey) -> dict[str, str]:
    """Return the six words that a reader of a bundle sees for its signer, by recipient group."""
    by_group = parse_public_key(key.text.encode()).bundle_words()
    return {group: " ".join(words) for group, words in by_group.items()}


def make_keyring(session: VaultSession) -> None:
    """Make the vault's own secret keys, unless it has them."""
    if session.store.keys.own_public(_KEYRING) is not None:
        return
    with VaultKeyring.generate().to_bytes() as made, session.store.write() as tx:
        secret = bytearray(made.view())
        session.store.keys.set_own(tx, _KEYRING, secret, "")
        memoryview(secret)[:] = bytes(len(secret))


@contextmanager
def keyring(session: VaultSession) -> Iterator[VaultKeyring]:
    """Yield the vault's own secret keys."""
    make_keyring(session)
    stored = session.store.keys.own_secret(_KEYRING)
    assert stored is not None
    with Secret(stored) as content:
        yield VaultKeyring.from_bytes(content)


def trusted_keys(session: VaultSession) -> tuple[PublicKey, ...]:
    """Return the pinned keys by name."""
    return tuple(
        PublicKey(pinned.name, pinned.fingerprint, pinned.public)
        for pinned in session.store.keys.trusted()
    )


def read_key(key_file: Path) -> PublicKey:
    """Return the public key in a file, to be looked at before anybody trusts it.

    Raises:
        UsageError: There is no such file.
        BundleDamagedError: The file is no public key file or its own signature fails.
    """
    return _shown(read_public_key(key_file))


def look_at(session: VaultSession, key_file: Path) -> Looked:
    """Return the public key in a file, and whether it is known here.

    Raises:
        UsageError: As ``read_key``.
        BundleDamagedError: As ``read_key``.
    """
    key = read_key(key_file)
    known = (each.name for each in trusted_keys(session) if each.words == key.words)
    return Looked(key, tuple(known))


def compare(session: VaultSession, key: PublicKey, called: str) -> Looked:
    """Return a key that was read, beside the trusted keys whose place it would take.

    Args:
        session: The open vault.
        key: What was read.
        called: Whose it is, as the person at this laptop says.
    """
    others = [each for each in trusted_keys(session) if each.words != key.words]
    instead = tuple(each for each in others if _goes_by(each, called))
    alike = (each for each in others if each not in instead and _goes_by(each, key.name))
    return Looked(key, instead_of=instead, alike=tuple(alike))


def _goes_by(pinned: PublicKey, name: str) -> bool:
    """Tell whether a trusted key has a name, here or by its own file."""
    own = parse_public_key(pinned.text.encode()).name
    wanted = name.strip().casefold()
    return wanted not in {"", _OWN_NAME.casefold()} and wanted in {
        pinned.name.casefold(),
        own.casefold(),
    }


def forget(session: VaultSession, name: str) -> Changes:
    """Trust a key no longer; the log keeps that there was one.

    Raises:
        UsageError: No key is trusted under this name.
    """
    if session.store.keys.get(name) is None:
        raise UsageError(what="No key is trusted under this name.")
    with session.store.write(Action.KEY_FORGOTTEN) as tx:
        session.store.keys.forget(tx, name)
    return tx.changes


def pin(session: VaultSession, name: str, key: PublicKey) -> tuple[PublicKey, Changes]:
    """Trust a key that was read under a name.

    Raises:
        UsageError: The name cannot be shown or is pinned to another key already.
    """
    name = name.strip()
    if not name or not name.isprintable():
        raise UsageError(what="Choose a name of plain characters.")
    if len(name) > _LONGEST_NAME:
        raise TooLongError(most=_LONGEST_NAME)
    pinned = session.store.keys.get(name)
    if pinned is not None and pinned.public != key.text:
        raise UsageError(
            what="This name has another key already. A changed key can be an attack: "
            "ask its owner in person, then choose a new name."
        )
    round_now = look_round(session)
    signs = signs_elsewhere(session, parse_public_key(key.text.encode()))
    with session.store.write(Action.KEY_TRUSTED) as tx:
        session.store.keys.trust(tx, name, key.text, key.words)
        if signs:
            session.store.settings.set(tx, _LOOK_ROUND, round_now + 1)
    return PublicKey(name, key.words, key.text), tx.changes


def signs_elsewhere(session: VaultSession, key: FileKey) -> bool:
    """Tell whether a key is one of another vault; an analyst's opens bundles and signs nothing."""
    own = parse_public_key(own_key(session).text.encode()).signers.values()
    return ANY_GROUP not in key.signers and not set(own) & set(key.signers.values())


def look_round(session: VaultSession) -> int:
    """Return how often a colleague's key was trusted here: earlier confirmations have ended.

    They stay ended when the key is forgotten, which the keys that stand here now cannot tell.
    """
    found = session.store.settings.get(_LOOK_ROUND)
    return found if isinstance(found, int) else 0


def end_confirmations(store: Store, tx: Transaction) -> None:
    """Let no confirmation of before count: nobody knows any more how often a key was trusted."""
    store.settings.set(tx, _LOOK_ROUND, store.looks.newest_round() + 1)


def trust(session: VaultSession, name: str, key_file: Path) -> tuple[PublicKey, Changes]:
    """Pin the public key in a file under a name.

    Raises:
        UsageError: As ``pin``, or there is no such file.
        BundleDamagedError: As ``read_key``.
    """
    return pin(session, name, read_key(key_file))


def create_key(path: Path, passphrase: Secret, work_factor: int = SCRYPT_WORK_FACTOR) -> PublicKey:
    """Write an analyst's key file and its public part ``path.pub``; never overwrites.

    Args:
        path: The key file.
        passphrase: Protects it; wiped by the caller.
        work_factor: Binary logarithm of what each guess of the passphrase costs.

    Raises:
        WeakPassphraseError: Below the strength floor.
        DestinationExistsError: One of the two files exists.
    """
    require_strength(passphrase)
    return _shown(create_analyst_key(path, passphrase, work_factor=work_factor))


def save_public_key(key: PublicKey, path: Path) -> None:
    """Write the file of a public key; never overwrites.

    Raises:
        DestinationExistsError: There is something at ``path``.
        UnavailableError: The disk is full or read-only.
        UsageError: There is no such folder.
    """
    write_new(path, lambda file: _write(file, key.text.encode()))


def _write(file: BinaryIO, content: bytes) -> None:
    file.write(content)


def _shown(key: FileKey) -> PublicKey:
    return PublicKey(key.name, " ".join(key.words), key.text)
