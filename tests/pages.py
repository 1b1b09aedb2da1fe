"""Reads pages of an encrypted database by hand, as somebody does who has the disk and a key."""

from __future__ import annotations

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

TAIL_BYTES = 80  # of each page: what it was encrypted with, and its authentication
_SALT_BYTES = _INITIAL_BYTES = 16


def plain_page(page: bytes, key: bytes, *, is_first: bool = False) -> bytes:
    """Return what a page holds in clear, without its tail; nothing is authenticated.

    Args:
        page: As it lies on the disk.
        key: Of the database, 32 bytes.
        is_first: It begins with the salt of the file, which is left out.
    """
    body, tail = page[_SALT_BYTES if is_first else 0 : -TAIL_BYTES], page[-TAIL_BYTES:]
    return Cipher(AES(key), CBC(tail[:_INITIAL_BYTES])).decryptor().update(body)
