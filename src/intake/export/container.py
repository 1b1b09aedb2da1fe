"""The container around a bundle or parcel: an age v1 file, written and read in bounded memory.

What it does not do: say what is inside, or who signed it.
"""

from __future__ import annotations

import hmac
import io
import os
from collections.abc import Sequence
from typing import BinaryIO, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from intake.errors import BundleDamagedError, WrongFilePassphraseError, WrongKeyError
from intake.export.age_header import (
    VERSION_LINE,
    Header,
    encode_header,
    read_header,
    unpadded_base64,
)
from intake.export.recipients import (
    FILE_KEY_BYTES,
    Identity,
    PassphraseRecipient,
    Recipient,
    check_recipients,
    hkdf,
    unwrap,
)
from intake.vault.secret import Secret

CHUNK = 64 * 1024

_TAG = 16
_SEALED_CHUNK = CHUNK + _TAG
_NONCE = 16
_LAST = b"\x01"
_MORE = b"\x00"
_COUNTER = 11


class Source(Protocol):
    """Anything that gives bytes in order, also by lines; short reads only at the end."""

    def read(self, size: int, /) -> bytes:
        """Return up to ``size`` bytes."""

    def readline(self, limit: int, /) -> bytes:
        """Return up to ``limit`` bytes, up to and with the next line end."""


class ContainerWriter:
    """Encrypts what is written to it; nothing is complete before ``finish``.

    Attributes:
        file_key: Opens this one container; the caller verifies with it, then wipes it.
    """

    def __init__(self, sink: BinaryIO, recipients: Sequence[Recipient]) -> None:
        check_recipients(recipients)
        self.file_key = Secret.random(FILE_KEY_BYTES)
        self._sink = sink
        signed = encode_header(tuple(each.wrap(self.file_key) for each in recipients))
        nonce = os.urandom(_NONCE)
        sink.write(signed + b" " + unpadded_base64(_mac(self.file_key, signed)).encode() + b"\n")
        sink.write(nonce)
        self._stream = _Stream(self.file_key, nonce)
        self._pending = bytearray()

    def write(self, plaintext: bytes | bytearray | memoryview) -> None:
        """Encrypt more plaintext."""
        self._pending += plaintext
        while len(self._pending) > CHUNK:  # the last chunk is known only when the end is
            self._sink.write(self._stream.seal(self._pending[:CHUNK], last=False))
            del self._pending[:CHUNK]

    def finish(self) -> None:
        """Write the last chunk."""
        self._sink.write(self._stream.seal(self._pending, last=True))
        self._pending.clear()


class ContainerReader:
    """Decrypts a container in order; every byte it gives is authenticated.

    What it gave is genuine but may be cut off until ``read`` has returned the end.
    """

    def __init__(self, source: Source, file_key: Secret) -> None:
        nonce = source.read(_NONCE)
        if len(nonce) != _NONCE:
            raise BundleDamagedError(part="container")
        self._source = source
        self._stream = _Stream(file_key, nonce)
        self._sealed = source.read(_SEALED_CHUNK)
        self._plain = io.BytesIO()
        self._done = False
        self._first = True

    def read(self, size: int, /) -> bytes:
        """Return exactly ``size`` bytes, fewer only at the end.

        Raises:
            BundleDamagedError: Changed, cut off or with something behind the end.
        """
        parts = []
        while size:
            part = self._plain.read(size)
            if not part:
                if self._done:
                    break
                self._next_chunk()
                continue
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    def _next_chunk(self) -> None:
        sealed = self._sealed
        self._sealed = self._source.read(_SEALED_CHUNK) if len(sealed) == _SEALED_CHUNK else b""
        self._done = not self._sealed
        plain = self._stream.open(sealed, last=self._done)
        if not plain and not self._first:
            raise BundleDamagedError(part="container")
        self._first = False
        self._plain = io.BytesIO(plain)


class _Stream:
    """STREAM with ChaCha20-Poly1305: an 11-byte counter and a flag for the last chunk."""

    def __init__(self, file_key: Secret, nonce: bytes) -> None:
        with hkdf(file_key, nonce, b"payload") as key:
            self._cipher = ChaCha20Poly1305(key.view())
        self._number = 0

    def seal(self, plaintext: bytes | bytearray, *, last: bool) -> bytes:
        return self._cipher.encrypt(self._nonce(last=last), plaintext, None)

    def open(self, sealed: bytes, *, last: bool) -> bytes:
        try:
            return self._cipher.decrypt(self._nonce(last=last), sealed, None)
        except InvalidTag:
            raise BundleDamagedError(part="container") from None

    def _nonce(self, *, last: bool) -> bytes:
        nonce = self._number.to_bytes(_COUNTER, "big") + (_LAST if last else _MORE)
        self._number += 1
        return nonce


def is_container(source: BinaryIO) -> bool:
    """Tell whether the stream starts like a container; leaves it where it was."""
    start = source.tell()
    found = source.read(len(VERSION_LINE))
    source.seek(start)
    return found == VERSION_LINE


def needs_passphrase(source: BinaryIO) -> bool:
    """Tell whether a container is encrypted to a passphrase; leaves the stream where it was.

    Raises:
        BundleDamagedError: The header is damaged.
    """
    start = source.tell()
    header = read_header(source)
    source.seek(start)
    return _is_for_passphrase(header)


def open_container(source: Source, identities: Sequence[Identity]) -> ContainerReader:
    """Open a container for one of the identities.

    Raises:
        WrongKeyError: It is encrypted to somebody else, or to another passphrase.
        BundleDamagedError: The header is damaged.
    """
    header = read_header(source)
    file_key = unwrap(header.stanzas, identities)
    if file_key is None:
        raise WrongFilePassphraseError if _is_for_passphrase(header) else WrongKeyError
    with file_key:
        return _checked(source, header, file_key)


def reopen_container(source: Source, file_key: Secret) -> ContainerReader:
    """Open a container with the file key that its writer kept.

    Raises:
        BundleDamagedError: The header is not the one that was written.
    """
    return _checked(source, read_header(source), file_key)


def _is_for_passphrase(header: Header) -> bool:
    return any(stanza.kind == PassphraseRecipient.kind for stanza in header.stanzas)


def _checked(source: Source, header: Header, file_key: Secret) -> ContainerReader:
    if not hmac.compare_digest(_mac(file_key, header.signed), header.mac):
        raise BundleDamagedError(part="header")
    return ContainerReader(source, file_key)


def _mac(file_key: Secret, signed: bytes) -> bytes:
    with hkdf(file_key, None, b"header") as key:
        return hmac.digest(key.view(), signed, "sha256")
