"""The vault format a second time, from ``docs/vault-format.md`` and other libraries only."""

from __future__ import annotations

import hashlib
import hmac
import struct
import unicodedata

from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

ALPHABET = "0123456789ACDEFGHJKMNPQRSTUVWXYZ"


def normal(typed: bytes) -> bytes:
    for end in (b"\r\n", b"\n"):
        if typed.endswith(end):
            typed = typed[: -len(end)]
            break
    return unicodedata.normalize("NFC", typed.decode()).encode()


def stretched(passphrase: bytes, salt: bytes, memory_kib: int, time: int, lanes: int) -> bytes:
    return hash_secret_raw(passphrase, salt, time, memory_kib, lanes, 32, Type.ID)


def subkey(key: bytes, label: str, salt: bytes | None = None) -> bytes:
    return HKDF(hashes.SHA512(), 32, salt, b"intake vault 1: " + label.encode()).derive(key)


def slot(
    kind: str,
    secret: bytes,
    root: bytes,
    index: int,
    *,
    vault_id: bytes,
    kdf: bytes,
    nonce: bytes,
) -> bytes:
    key = subkey(secret, f"{kind} slot {index}", vault_id)
    bound = b"INTAKEVH" + b"\x00\x01" + vault_id + bytes([index]) + f"{kind} slot".encode()
    if kind == "passphrase":
        bound += kdf
    return nonce + ChaCha20Poly1305(key).encrypt(nonce, root, bound)


def kdf_fields(memory_kib: int, time: int, lanes: int, salt: bytes) -> bytes:
    return struct.pack(">HIII", 1, memory_kib, time, lanes) + salt


def header(kdf: bytes, vault_id: bytes, generation: int, slots: list[bytes], root: bytes) -> bytes:
    head = b"INTAKEVH" + b"\x00\x01" + kdf + vault_id + struct.pack(">Q", generation) + bytes(48)
    body = head + b"".join(slots)
    body += bytes(16_320 - len(body))
    body += hmac.digest(subkey(root, "header check code"), body, "sha256")
    return body + hashlib.sha256(body).digest()


def recovery_text(bits: bytes) -> str:
    """Return the 36 characters of a recovery key."""
    number = int.from_bytes(bits)
    return checked_text([number >> (150 - 10 * index) & 1023 for index in range(16)])


def sheet_text(bits: bytes, slope: bytes, split_id: bytes, sheet: int) -> str:
    """Return the 40 characters of a sheet, by logarithms to the base 3 in GF(256)."""
    power = [1]
    while len(power) < 255:
        doubled = power[-1] << 1 if power[-1] < 128 else (power[-1] << 1) ^ 0x11B
        power.append(doubled ^ power[-1])
    log = {value: exponent for exponent, value in enumerate(power)}
    part = bytes(
        constant if not rise else constant ^ power[(log[rise] + log[sheet]) % 255]
        for constant, rise in zip(bits, slope, strict=True)
    )
    number = int.from_bytes(part)
    head = [sheet * 256 + split_id[0], split_id[1]]
    return checked_text(head + [number >> (150 - 10 * index) & 1023 for index in range(16)])


def checked_text(symbols: list[int]) -> str:
    """Return symbols with their check, by powers of x from a table instead of multiplication."""
    power = [1]
    while len(power) < 1023:
        power.append(power[-1] << 1 if power[-1] < 512 else (power[-1] << 1) ^ 0x409)
    log = {value: exponent for exponent, value in enumerate(power)}

    def times(left: int, right: int) -> int:
        return 0 if 0 in (left, right) else power[(log[left] + log[right]) % 1023]

    plain = weighted = 0
    for index, symbol in enumerate(symbols):
        plain ^= symbol
        weighted ^= times(power[index], symbol)
    first, second = power[len(symbols)], power[len(symbols) + 1]
    last = times(weighted ^ times(first, plain), power[-log[first ^ second] % 1023])
    whole = [*symbols, plain ^ last, last]
    return "".join(ALPHABET[symbol >> 5] + ALPHABET[symbol & 31] for symbol in whole)
