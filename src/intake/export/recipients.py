"""Who can open a container: age recipients and identities; wraps and unwraps file keys only.

Sources: the age v1 format (C2SP), its ``mlkem768x25519`` recipient, RFC 9180 (HPKE).
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes, hpke
from cryptography.hazmat.primitives.asymmetric import mlkem
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from intake.errors import BundleDamagedError, TooLittleMemoryError
from intake.export import bech32
from intake.export.age_header import Stanza, from_unpadded_base64, unpadded_base64
from intake.vault.passphrase import normalise
from intake.vault.secret import Secret

FILE_KEY_BYTES = 16
KEY_BYTES = 32

_WRAPPED_BYTES = FILE_KEY_BYTES + 16
_HYBRID_PREFIX = "age1pq"
_HYBRID_SECRET_PREFIX = "age-secret-key-pq-"  # noqa: S105 (a prefix of a format)
_X25519_PREFIX = "age"
_X25519_SECRET_PREFIX = "age-secret-key-"  # noqa: S105 (as above)
_HYBRID_LABEL = b"age-encryption.org/mlkem768x25519"
_X25519_LABEL = b"age-encryption.org/v1/X25519"
_SCRYPT_LABEL = b"age-encryption.org/v1/scrypt"
_MLKEM_SEED = 64
_MLKEM_PUBLIC = 1184
_HYBRID_PUBLIC = _MLKEM_PUBLIC + KEY_BYTES
_HYBRID_SHARE = 1088 + KEY_BYTES
_ZERO_NONCE = bytes(12)
_SUITE = hpke.Suite(hpke.KEM.MLKEM768_X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.CHACHA20_POLY1305)

# 2**18 takes 256 MiB and about a second, as age itself does. More is not spent at the word of an
# unknown file, though rage writes such files on a fast machine: the cost falls due before anything
# of a file is proven.
SCRYPT_WORK_FACTOR = 18
SCRYPT_MAX_WORK_FACTOR = SCRYPT_WORK_FACTOR
_SCRYPT_SALT = 16
_SCRYPT_BLOCK = 8
_WORK_FACTOR = re.compile(r"[1-9][0-9]?", re.ASCII)


class Recipient(Protocol):
    """Somebody a container is encrypted to."""

    kind: ClassVar[str]

    def wrap(self, file_key: Secret) -> Stanza:
        """Return the stanza from which only this recipient gets the file key."""


class Identity(Protocol):
    """Somebody who may open a container."""

    kind: ClassVar[str]

    def unwrap(self, stanza: Stanza) -> Secret | None:
        """Return the file key, or ``None`` when the stanza is for somebody else.

        Raises:
            BundleDamagedError: The stanza is malformed.
        """


@dataclass(frozen=True, slots=True)
class HybridRecipient:
    """Post-quantum recipient ``age1pq1...``: the ML-KEM-768 key, then the X25519 key."""

    kind: ClassVar[str] = "mlkem768x25519"
    public: bytes

    def __post_init__(self) -> None:
        if len(self.public) != _HYBRID_PUBLIC:
            raise ValueError("length of a hybrid key")
        self._key()  # ML-KEM refuses a key that is not reduced

    def __str__(self) -> str:
        """Return the bech32 form, 1,959 characters."""
        return bech32.encode(_HYBRID_PREFIX, self.public).decode("ascii")

    def wrap(self, file_key: Secret) -> Stanza:
        """Return the stanza of this recipient."""
        sealed = _SUITE.encrypt(file_key.view(), self._key(), _HYBRID_LABEL)
        share = unpadded_base64(sealed[:_HYBRID_SHARE])
        return Stanza(self.kind, (share,), sealed[_HYBRID_SHARE:])

    def _key(self) -> hpke.MLKEM768X25519PublicKey:
        return hpke.MLKEM768X25519PublicKey(
            mlkem.MLKEM768PublicKey.from_public_bytes(self.public[:_MLKEM_PUBLIC]),
            X25519PublicKey.from_public_bytes(self.public[_MLKEM_PUBLIC:]),
        )


@dataclass(frozen=True, slots=True)
class X25519Recipient:
    """Classical recipient ``age1...``, for partners with older tools."""

    kind: ClassVar[str] = "X25519"
    public: bytes

    def __post_init__(self) -> None:
        if len(self.public) != KEY_BYTES:
            raise ValueError("length of an X25519 key")

    def __str__(self) -> str:
        """Return the bech32 form."""
        return bech32.encode(_X25519_PREFIX, self.public).decode("ascii")

    def wrap(self, file_key: Secret) -> Stanza:
        """Return the stanza of this recipient.

        Raises:
            ValueError: The public key is a point of low order.
        """
        ephemeral = X25519PrivateKey.generate()
        share = ephemeral.public_key().public_bytes_raw()
        shared = ephemeral.exchange(X25519PublicKey.from_public_bytes(self.public))
        key = _hkdf(shared, share + self.public, _X25519_LABEL)
        return Stanza(self.kind, (unpadded_base64(share),), _seal_file_key(file_key, key))


@dataclass(frozen=True, slots=True)
class PassphraseRecipient:
    """Anybody who knows the passphrase; never beside another recipient.

    Attributes:
        work_factor: Binary logarithm of scrypt's cost.
    """

    kind: ClassVar[str] = "scrypt"
    passphrase: Secret
    work_factor: int = SCRYPT_WORK_FACTOR

    def wrap(self, file_key: Secret) -> Stanza:
        """Return the only stanza of a passphrase container."""
        salt = os.urandom(_SCRYPT_SALT)
        key = _scrypt(self.passphrase, salt, self.work_factor)
        arguments = (unpadded_base64(salt), str(self.work_factor))
        return Stanza(self.kind, arguments, _seal_file_key(file_key, key))


class HybridIdentity:
    """Secret half of a hybrid recipient: a 32-byte seed, expanded as in X-Wing."""

    kind: ClassVar[str] = HybridRecipient.kind

    def __init__(self, seed: Secret) -> None:
        if len(seed.view()) != KEY_BYTES:
            raise ValueError("length of a hybrid seed")
        self._seed = seed

    def secret_text(self) -> bytearray:
        """Return ``AGE-SECRET-KEY-PQ-1...``; the caller wipes it."""
        return _secret_text(_HYBRID_SECRET_PREFIX, self._seed)

    def recipient(self) -> HybridRecipient:
        """Return the public half."""
        post_quantum, classical = self._halves()
        public = post_quantum.public_key().public_bytes_raw()
        return HybridRecipient(public + classical.public_key().public_bytes_raw())

    def derive(self, label: bytes) -> Secret:
        """Return 32 bytes bound to this identity and a label, for another use than decryption."""
        return _derived(self._seed, label)

    def unwrap(self, stanza: Stanza) -> Secret | None:
        """Return the file key, or ``None`` when the stanza is for somebody else."""
        share = _only_argument(stanza, _HYBRID_SHARE)
        key = hpke.MLKEM768X25519PrivateKey(*self._halves())
        try:
            return Secret(bytearray(_SUITE.decrypt(share + stanza.body, key, _HYBRID_LABEL)))
        except (InvalidTag, ValueError):
            return None

    def _halves(self) -> tuple[mlkem.MLKEM768PrivateKey, X25519PrivateKey]:
        expanded = bytearray(hashlib.shake_256(self._seed.view()).digest(_MLKEM_SEED + KEY_BYTES))
        with Secret(expanded) as both:
            view = both.view()
            return (
                mlkem.MLKEM768PrivateKey.from_seed_bytes(view[:_MLKEM_SEED]),
                X25519PrivateKey.from_private_bytes(view[_MLKEM_SEED:]),
            )


class X25519Identity:
    """Secret half of an X25519 recipient."""

    kind: ClassVar[str] = X25519Recipient.kind

    def __init__(self, scalar: Secret) -> None:
        if len(scalar.view()) != KEY_BYTES:
            raise ValueError("length of an X25519 key")
        self._scalar = scalar

    def secret_text(self) -> bytearray:
        """Return ``AGE-SECRET-KEY-1...``; the caller wipes it."""
        return _secret_text(_X25519_SECRET_PREFIX, self._scalar)

    def recipient(self) -> X25519Recipient:
        """Return the public half."""
        key = X25519PrivateKey.from_private_bytes(self._scalar.view())
        return X25519Recipient(key.public_key().public_bytes_raw())

    def derive(self, label: bytes) -> Secret:
        """Return 32 bytes bound to this identity and a label, for another use than decryption."""
        return _derived(self._scalar, label)

    def unwrap(self, stanza: Stanza) -> Secret | None:
        """Return the file key, or ``None`` when the stanza is for somebody else."""
        share = _only_argument(stanza, KEY_BYTES)
        private = X25519PrivateKey.from_private_bytes(self._scalar.view())
        try:
            shared = private.exchange(X25519PublicKey.from_public_bytes(share))
        except ValueError:  # a share of low order: nobody's key
            raise BundleDamagedError(part="header") from None
        public = private.public_key().public_bytes_raw()
        return _open_file_key(stanza.body, _hkdf(shared, share + public, _X25519_LABEL))


class PassphraseIdentity:
    """A passphrase that may open a container."""

    kind: ClassVar[str] = PassphraseRecipient.kind

    def __init__(self, passphrase: Secret) -> None:
        self._passphrase = passphrase

    def unwrap(self, stanza: Stanza) -> Secret | None:
        """Return the file key, or ``None`` when the passphrase is another one."""
        if len(stanza.arguments) != 2:  # noqa: PLR2004 (salt and work factor)
            raise BundleDamagedError(part="header")
        salt = _decoded(stanza.arguments[0], _SCRYPT_SALT)
        if not _WORK_FACTOR.fullmatch(stanza.arguments[1]):
            raise BundleDamagedError(part="header")
        work_factor = int(stanza.arguments[1])
        if work_factor > SCRYPT_MAX_WORK_FACTOR:
            raise BundleDamagedError(part="work factor")
        _check_body(stanza)
        return _open_file_key(stanza.body, _scrypt(self._passphrase, salt, work_factor))


OwnIdentity = HybridIdentity | X25519Identity
PublicRecipient = HybridRecipient | X25519Recipient


def parse_recipient(text: str) -> PublicRecipient:
    """Return the recipient that ``age1...`` or ``age1pq1...`` stands for.

    Raises:
        BundleDamagedError: It is neither.
    """
    try:
        prefix, public = bech32.decode(text.encode("ascii"))
        if text.islower() and prefix == _HYBRID_PREFIX:
            return HybridRecipient(bytes(public))
        if text.islower() and prefix == _X25519_PREFIX:
            return X25519Recipient(bytes(public))
    except ValueError:
        pass
    raise BundleDamagedError(part="public key")


def parse_identity(text: bytes | bytearray) -> OwnIdentity:
    """Return the identity that ``AGE-SECRET-KEY-...`` stands for.

    Raises:
        BundleDamagedError: It is no such key.
    """
    try:
        prefix, secret = bech32.decode(text)
        if text.isupper() and prefix == _HYBRID_SECRET_PREFIX:
            return HybridIdentity(Secret(secret))
        if text.isupper() and prefix == _X25519_SECRET_PREFIX:
            return X25519Identity(Secret(secret))
    except ValueError:
        pass
    raise BundleDamagedError(part="secret key")


def check_recipients(recipients: Sequence[Recipient]) -> None:
    """Refuse what must never stand in one header.

    Raises:
        ValueError: Nobody, two kinds of recipients, or two passphrases.
    """
    kinds = {recipient.kind for recipient in recipients}
    if len(kinds) != 1:
        raise ValueError("a container has recipients of exactly one kind")
    if kinds == {PassphraseRecipient.kind} and len(recipients) > 1:
        raise ValueError("a container has at most one passphrase")


def unwrap(stanzas: Sequence[Stanza], identities: Sequence[Identity]) -> Secret | None:
    """Return the file key from the first stanza that one of the identities opens.

    Raises:
        BundleDamagedError: A stanza is malformed, or a passphrase stands beside another recipient.
    """
    if len(stanzas) > 1 and any(stanza.kind == PassphraseRecipient.kind for stanza in stanzas):
        raise BundleDamagedError(part="header")
    for identity in identities:
        for stanza in stanzas:
            if stanza.kind == identity.kind:
                _check_body(stanza)
                found = identity.unwrap(stanza)
                if found is not None:
                    return found
    return None


def hkdf(key: Secret, salt: bytes | None, label: bytes) -> Secret:
    """Return 32 bytes by HKDF-SHA256 over a secret."""
    derived = bytearray(KEY_BYTES)
    HKDF(hashes.SHA256(), KEY_BYTES, salt, label).derive_into(key.view(), derived)
    return Secret(derived)


def _hkdf(shared: bytes, salt: bytes, label: bytes) -> Secret:
    with Secret(bytearray(shared)) as secret:
        return hkdf(secret, salt, label)


def _derived(key: Secret, label: bytes) -> Secret:
    return hkdf(key, None, label)


def _scrypt(passphrase: Secret, salt: bytes, work_factor: int) -> Secret:
    cost = 1 << work_factor
    key = bytearray(KEY_BYTES)
    derivation = Scrypt(_SCRYPT_LABEL + salt, KEY_BYTES, cost, _SCRYPT_BLOCK, 1)
    try:
        with normalise(passphrase) as normal:
            derivation.derive_into(normal.view(), key)
    except MemoryError:
        raise TooLittleMemoryError(needed=128 * _SCRYPT_BLOCK * cost >> 20) from None
    return Secret(key)


def _seal_file_key(file_key: Secret, key: Secret) -> bytes:
    with key:
        return ChaCha20Poly1305(key.view()).encrypt(_ZERO_NONCE, file_key.view(), None)


def _open_file_key(body: bytes, key: Secret) -> Secret | None:
    file_key = bytearray(FILE_KEY_BYTES)
    with key:
        try:
            ChaCha20Poly1305(key.view()).decrypt_into(_ZERO_NONCE, body, None, file_key)
        except InvalidTag:
            return None
    return Secret(file_key)


def _secret_text(prefix: str, secret: Secret) -> bytearray:
    lowered = bech32.encode(prefix, bytearray(secret.view()))
    try:
        return lowered.upper()
    finally:
        lowered[:] = bytes(len(lowered))


def _check_body(stanza: Stanza) -> None:
    if len(stanza.body) != _WRAPPED_BYTES:
        raise BundleDamagedError(part="header")


def _only_argument(stanza: Stanza, length: int) -> bytes:
    if len(stanza.arguments) != 1:
        raise BundleDamagedError(part="header")
    return _decoded(stanza.arguments[0], length)


def _decoded(argument: str, length: int) -> bytes:
    try:
        decoded = from_unpadded_base64(argument.encode("ascii"))
    except ValueError:
        raise BundleDamagedError(part="header") from None
    if len(decoded) != length:
        raise BundleDamagedError(part="header")
    return decoded
