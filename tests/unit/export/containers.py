"""Containers made for tests, and identities that are known to everybody."""

from __future__ import annotations

import io
from pathlib import Path

from intake.export.container import ContainerWriter, open_container
from intake.export.recipients import HybridIdentity, Identity, Recipient, X25519Identity
from intake.vault.secret import Secret

VECTORS = Path(__file__).parents[2] / "vectors" / "export"
FAST = 8  # binary logarithm of scrypt's cost in tests


def hybrid(fill: int = 1) -> HybridIdentity:
    """Return the post-quantum identity whose seed repeats one byte."""
    return HybridIdentity(Secret(bytes([fill]) * 32))


def classical(fill: int = 1) -> X25519Identity:
    """Return the X25519 identity whose key repeats one byte."""
    return X25519Identity(Secret(bytes([fill]) * 32))


def sealed(plaintext: bytes, *recipients: Recipient) -> bytes:
    """Return a container."""
    sink = io.BytesIO()
    writer = ContainerWriter(sink, recipients)
    writer.write(plaintext)
    writer.finish()
    writer.file_key.wipe()
    return sink.getvalue()


def opened(container: bytes, *identities: Identity) -> bytes:
    """Return what is in a container."""
    return open_container(io.BytesIO(container), identities).read(1 << 30)


def header_length(container: bytes) -> int:
    """Return the length of the text in front of the payload's nonce."""
    return container.index(b"\n", container.index(b"\n--- ") + 1) + 1


def flipped(content: bytes, position: int) -> bytes:
    """Return the content with one bit changed."""
    damaged = bytearray(content)
    damaged[position] ^= 1
    return bytes(damaged)
