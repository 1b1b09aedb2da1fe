"""Keys that travel: public key files, analysts' key files, a vault's own keys; stores nothing else.

A vault signs with a key of its own for each recipient group, so that two groups who compare their
bundles cannot tell that both come from the same laptop.
"""

from __future__ import annotations

import base64
import hashlib
import io
import re
import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from intake.domain.consent import RecipientGroup
from intake.errors import (
    BundleDamagedError,
    DestinationExistsError,
    PublicHalfError,
    SecretHalfError,
)
from intake.export import canonical
from intake.export.container import ContainerWriter, is_container, open_container
from intake.export.new_file import open_existing, write_new
from intake.export.recipients import (
    KEY_BYTES,
    SCRYPT_WORK_FACTOR,
    HybridIdentity,
    OwnIdentity,
    PassphraseIdentity,
    PassphraseRecipient,
    PublicRecipient,
    hkdf,
    parse_identity,
    parse_recipient,
)
from intake.vault.passphrase import word_list
from intake.vault.secret import Secret

FORMAT = "intake-key/1"
ANY_GROUP = "any"
SIGNATURE_BYTES = 64
WORDS = 6

_SECRET_BEGINNINGS = (b"AGE-SECRET-KEY-", b"# ")
_MAX_KEY_FILE = 64 * 1024
_MAX_NAME = 80
_LABELS = frozenset(group.value for group in RecipientGroup)
_SIGNING_LABEL = b"intake signing key 1: "
_SIGNED = FORMAT.encode("ascii") + b"\n"
_FINGERPRINT_SALT = b"intake fingerprint words 1"
# Makes each guess of somebody who looks for a key with the same words 2**15 times as dear.
_FINGERPRINT_COST = 1 << 14
_KEYRING = struct.Struct(f"4s{KEY_BYTES}s{KEY_BYTES}s")
_KEYRING_MAGIC = b"IKR1"
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


class Signer:
    """Signs for one recipient group.

    Attributes:
        label: The group, or ``any`` for an analyst's key.
        public: The Ed25519 public key, 32 bytes.
    """

    def __init__(self, seed: Secret, label: str) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(seed.view())
        self.label = label
        self.public = self._key.public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        """Return the 64-byte signature."""
        return self._key.sign(message)


@dataclass(frozen=True, slots=True)
class PublicKey:
    """Somebody's public key: where to encrypt to, and whose signatures to believe.

    Attributes:
        name: What the owner calls it; proves nothing.
        signers: Ed25519 public keys by recipient group, or one under ``any``.
        text: The file's content, canonical, with the signatures of the key over itself.
    """

    name: str
    recipient: PublicRecipient
    signers: Mapping[str, bytes]
    text: str

    @property
    def words(self) -> tuple[str, ...]:
        """Six words over all of the key, to compare over another channel."""
        signers = [label.encode() + b"\0" + key for label, key in sorted(self.signers.items())]
        return _words(b"\0".join([self.recipient.public, *signers]))

    def bundle_words(self) -> dict[str, tuple[str, ...]]:
        """Return what an unknown signer is compared by: six words per recipient group."""
        return {label: signer_words(key) for label, key in sorted(self.signers.items())}

    def signs_with(self, public: bytes, group: str) -> bool:
        """Tell whether this key's owner signs bundles for ``group`` with ``public``."""
        return public in (self.signers.get(group), self.signers.get(ANY_GROUP))


class AnalystKey:
    """An analyst's secret key: an age identity, and a signing key that is derived from it."""

    def __init__(self, identity: OwnIdentity) -> None:
        self.identity = identity

    def signer(self) -> Signer:
        """Return what this analyst signs with."""
        with self.identity.derive(_SIGNING_LABEL + ANY_GROUP.encode()) as seed:
            return Signer(seed, ANY_GROUP)

    def public_key(self, name: str) -> PublicKey:
        """Return the public half under a name."""
        return _self_signed(name, self.identity.recipient(), [self.signer()])


class VaultKeyring:
    """A vault's own secret keys: a post-quantum identity, and a seed for signing keys."""

    def __init__(self, identity: HybridIdentity, identity_seed: Secret, signing: Secret) -> None:
        self.identity = identity
        self._identity_seed = identity_seed
        self._signing = signing

    @classmethod
    def generate(cls) -> VaultKeyring:
        """Return fresh keys."""
        return cls._of(Secret.random(KEY_BYTES), Secret.random(KEY_BYTES))

    @classmethod
    def from_bytes(cls, stored: Secret) -> VaultKeyring:
        """Return the keys that ``to_bytes`` wrote.

        Raises:
            BundleDamagedError: These are no such keys.
        """
        view = stored.view()
        if len(view) != _KEYRING.size or view[:4] != _KEYRING_MAGIC:
            raise BundleDamagedError(part="vault keys")
        return cls._of(Secret(bytearray(view[4:36])), Secret(bytearray(view[36:])))

    @classmethod
    def _of(cls, seed: Secret, signing: Secret) -> VaultKeyring:
        return cls(HybridIdentity(seed), seed, signing)

    def to_bytes(self) -> Secret:
        """Return 68 bytes for the vault to keep; the caller wipes them."""
        stored = bytearray(_KEYRING.size)
        seeds = (self._identity_seed.view(), self._signing.view())
        stored[:4] = _KEYRING_MAGIC
        stored[4:36], stored[36:] = seeds
        return Secret(stored)

    def signer(self, group: RecipientGroup) -> Signer:
        """Return what this vault signs with for one group.

        Raises:
            ValueError: ``any`` is no group to send to.
        """
        if group is RecipientGroup.ANY:
            raise ValueError("a signature is for one group")
        with hkdf(self._signing, None, _SIGNING_LABEL + group.value.encode()) as seed:
            return Signer(seed, group.value)

    def public_key(self, name: str, groups: Iterable[RecipientGroup] = ()) -> PublicKey:
        """Return the public half under a name.

        Args:
            name: What the owner calls it.
            groups: Groups whose bundles the holder of the file is to believe; empty for all. A
                holder of several can tell that they belong together.
        """
        chosen = sorted(set(groups)) or [g for g in RecipientGroup if g is not RecipientGroup.ANY]
        signers = [self.signer(group) for group in chosen]
        return _self_signed(name, self.identity.recipient(), signers)


def signer_words(public: bytes) -> tuple[str, ...]:
    """Return six words over one signing key: what an unknown signer is compared by."""
    return _words(public)


def parse_public_key(content: bytes) -> PublicKey:
    """Return the public key in a file's content.

    Raises:
        BundleDamagedError: It is no public key file, or its own signatures fail.
    """
    document = canonical.decode(content[: _MAX_KEY_FILE + 1], "public key")
    signatures = document.pop("signatures", None)
    try:
        name, recipient, signers = _fields_of(document)
        if not isinstance(signatures, dict) or signatures.keys() != signers.keys():
            raise ValueError("signatures")  # noqa: TRY301 (all flaws of a key end in one error)
        signed = _SIGNED + canonical.encode(document)
        for label, public in signers.items():
            signature = from_base64(signatures[label], SIGNATURE_BYTES)
            Ed25519PublicKey.from_public_bytes(public).verify(signature, signed)
    except (ValueError, InvalidSignature):
        raise BundleDamagedError(part="public key") from None
    document["signatures"] = signatures
    text = canonical.encode(document).decode("utf-8")
    return PublicKey(name, recipient, signers, text)


def read_public_key(path: Path) -> PublicKey:
    """Return the public key in a file.

    Raises:
        BundleDamagedError: It is no public key file.
        SecretHalfError: It is a secret key.
        UsageError: The file cannot be read.
    """
    content = _read_small(path)
    if content.startswith(_SECRET_BEGINNINGS) or is_container(io.BytesIO(content)):
        raise SecretHalfError(path=str(path))
    return parse_public_key(content)


def create_analyst_key(
    path: Path, passphrase: Secret, name: str = "", work_factor: int = SCRYPT_WORK_FACTOR
) -> PublicKey:
    """Write an analyst's key file and ``path.pub``; never overwrites.

    Args:
        path: The key file: an age identity that is encrypted with the passphrase, as ``age -p``
            does.
        passphrase: Protects the key file.
        name: Shown to those who get the public file; the file's name when empty.
        work_factor: Binary logarithm of scrypt's cost.

    Raises:
        DestinationExistsError: One of the two files exists.
        UnavailableError: The disk is full or read-only.
    """
    public_path = path.with_name(path.name + ".pub")
    if public_path.exists():
        raise DestinationExistsError(path=str(public_path))
    key = AnalystKey(HybridIdentity(Secret.random(KEY_BYTES)))
    public = key.public_key(name or path.stem)
    recipient = PassphraseRecipient(passphrase, work_factor)
    write_new(path, lambda sink: _write_identity(sink, key.identity, recipient))
    try:
        write_new(public_path, lambda sink: _write_all(sink, public.text.encode()))
    except BaseException:
        path.unlink()
        raise
    return public


def open_analyst_key(path: Path, passphrase: Secret | None = None) -> AnalystKey:
    """Read an analyst's key file, or an age identity file without a passphrase.

    Raises:
        WrongKeyError: The passphrase does not open it, or none was given.
        BundleDamagedError: It holds no identity.
        PublicHalfError: It is a public key file.
        UsageError: The file cannot be read.
    """
    source = io.BytesIO(_read_small(path))
    if source.getvalue().lstrip().startswith(b"{"):
        raise PublicHalfError(path=str(path))
    if is_container(source):
        identities = [] if passphrase is None else [PassphraseIdentity(passphrase)]
        content = bytearray(open_container(source, identities).read(_MAX_KEY_FILE))
    else:
        content = bytearray(source.getvalue())
    with Secret(content) as text:
        for line in bytearray(text.view()).splitlines():
            if line and not line.startswith(b"#"):
                return AnalystKey(parse_identity(line))
    raise BundleDamagedError(part="secret key")


def from_base64(text: object, length: int) -> bytes:
    """Return the bytes that canonical base64 stands for.

    Raises:
        ValueError: It is no text, not canonical, or of another length.
    """
    if not isinstance(text, str):
        raise ValueError("base64")  # noqa: TRY004 (a file's flaw, not a caller's)
    content = base64.b64decode(text.encode("ascii"), validate=True)
    if to_base64(content) != text or len(content) != length:
        raise ValueError("base64")
    return content


def to_base64(content: bytes) -> str:
    """Return standard base64 as text."""
    return base64.b64encode(content).decode("ascii")


def _fields_of(
    document: dict[str, Any],
) -> tuple[str, PublicRecipient, dict[str, bytes]]:
    name, recipient, signers = (document.get(key) for key in ("name", "recipient", "signers"))
    if document.keys() != {"format", "name", "recipient", "signers"} or not signers:
        raise ValueError("keys")
    if document["format"] != FORMAT or not isinstance(name, str) or name != _clean(name):
        raise ValueError("name")
    if not isinstance(recipient, str) or not isinstance(signers, dict):
        raise ValueError("shape")  # noqa: TRY004 (a file's flaw, not a caller's)
    if not signers.keys() <= _LABELS:
        raise ValueError("groups")
    keys = {label: from_base64(key, KEY_BYTES) for label, key in signers.items()}
    return name, parse_recipient(recipient), keys


def _self_signed(name: str, recipient: PublicRecipient, signers: list[Signer]) -> PublicKey:
    document: dict[str, canonical.Json] = {
        "format": FORMAT,
        "name": _clean(name),
        "recipient": str(recipient),
        "signers": {signer.label: to_base64(signer.public) for signer in signers},
    }
    signed = _SIGNED + canonical.encode(document)
    document["signatures"] = {s.label: to_base64(s.sign(signed)) for s in signers}
    return parse_public_key(canonical.encode(document))


def _clean(name: str) -> str:
    """Return a name that can be shown anywhere: one line, no controls, not too long."""
    plain = _UNPRINTABLE.sub("", name).encode("utf-8", "ignore").decode("utf-8")
    return " ".join(plain.split())[:_MAX_NAME].strip()


def _words(content: bytes) -> tuple[str, ...]:
    return _words_of_digest(hashlib.sha256(content).digest())


@lru_cache(maxsize=256)
def _words_of_digest(digest: bytes) -> tuple[str, ...]:
    stretched = Scrypt(_FINGERPRINT_SALT, KEY_BYTES, _FINGERPRINT_COST, 8, 1).derive(digest)
    number = int.from_bytes(stretched, "big")
    words = word_list()
    chosen = []
    for _ in range(WORDS):
        number, index = divmod(number, len(words))
        chosen.append(words[index].decode("ascii"))
    return tuple(chosen)


def _write_identity(sink: BinaryIO, identity: OwnIdentity, recipient: PassphraseRecipient) -> None:
    writer = ContainerWriter(sink, [recipient])
    with writer.file_key, Secret(identity.secret_text()) as secret:
        writer.write(f"# public key: {identity.recipient()}\n".encode())
        writer.write(secret.view())
        writer.write(b"\n")
        writer.finish()


def _write_all(sink: BinaryIO, content: bytes) -> None:
    sink.write(content)


def _read_small(path: Path) -> bytes:
    with open_existing(path) as source:
        content = source.read(_MAX_KEY_FILE + 1)
    if len(content) > _MAX_KEY_FILE:
        raise BundleDamagedError(part="key file")
    return content
