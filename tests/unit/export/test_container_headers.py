"""Headers that somebody made to harm: refused, in bounded time and memory."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.errors import BundleDamagedError, TooLittleMemoryError, WrongKeyError
from intake.export import age_header
from intake.export.age_header import Stanza, encode_header, unpadded_base64
from intake.export.container import open_container
from intake.export.recipients import (
    SCRYPT_MAX_WORK_FACTOR,
    SCRYPT_WORK_FACTOR,
    Identity,
    PassphraseIdentity,
    unwrap,
)
from intake.vault.secret import Secret
from tests.unit.export.containers import classical, header_length, hybrid, opened, sealed

PASSPHRASE = Secret.from_text("made up words")
GOOD_BODY = unpadded_base64(bytes(32)).encode()
MAC = b"--- " + unpadded_base64(bytes(32)).encode() + b"\n"
V1 = b"age-encryption.org/v1\n"
HYBRID_SHARE = unpadded_base64(bytes(1120)).encode()
X_SHARE = unpadded_base64(b"\x09" + bytes(31)).encode()
SALT = unpadded_base64(bytes(16)).encode()


def stanza(*arguments: bytes, body: bytes = GOOD_BODY) -> bytes:
    return b" ".join((b"->", *arguments)) + b"\n" + body + b"\n"


HOSTILE_HEADERS = {
    "empty": b"",
    "another version": b"age-encryption.org/v2\n" + stanza(b"X25519", X_SHARE) + MAC,
    "no line end": b"age-encryption.org/v1",
    "carriage return": b"age-encryption.org/v1\r\n" + stanza(b"X25519", X_SHARE) + MAC,
    "no stanza": V1 + MAC,
    "no mac": V1 + stanza(b"X25519", X_SHARE),
    "short mac": V1 + stanza(b"X25519", X_SHARE) + b"--- AAAA\n",
    "mac without blank": V1 + stanza(b"X25519", X_SHARE) + b"---\n",
    "padded mac": V1 + stanza(b"X25519", X_SHARE) + MAC[:-1] + b"=\n",
    "no arrow": V1 + b"X25519 " + X_SHARE + b"\n" + GOOD_BODY + b"\n" + MAC,
    "arrow alone": V1 + b"->\n" + GOOD_BODY + b"\n" + MAC,
    "two blanks": V1 + stanza(b"X25519", b"", X_SHARE) + MAC,
    "control in argument": V1 + stanza(b"X25519", b"\x07") + MAC,
    "eighth bit in argument": V1 + stanza(b"X25519", b"\xc3\xa9") + MAC,
    "body not base64": V1 + stanza(b"X25519", X_SHARE, body=b"!" * 43) + MAC,
    "body not canonical": V1 + stanza(b"X25519", X_SHARE, body=GOOD_BODY[:-1] + b"B") + MAC,
    "body of impossible length": V1 + stanza(b"X25519", X_SHARE, body=b"A" * 41) + MAC,
    "body line too long": V1 + stanza(b"X25519", X_SHARE, body=b"A" * 68) + MAC,
    "endless body": V1 + stanza(b"X25519", X_SHARE, body=(b"A" * 64 + b"\n") * 9000) + MAC,
    "line too long": V1 + stanza(b"X25519", b"A" * 5000) + MAC,
    "too many stanzas": V1 + stanza(b"other") * 65 + MAC,
    "too long in all": V1 + stanza(b"other", b"A" * 4080) * 64 + MAC,
    "short x25519 body": V1 + stanza(b"X25519", X_SHARE, body=b"AAAA") + MAC,
    "short x25519 share": V1 + stanza(b"X25519", b"AAAA") + MAC,
    "x25519 share of low order": V1 + stanza(b"X25519", GOOD_BODY) + MAC,
    "x25519 without share": V1 + stanza(b"X25519") + MAC,
    "x25519 with two shares": V1 + stanza(b"X25519", X_SHARE, X_SHARE) + MAC,
    "x25519 share not base64": V1 + stanza(b"X25519", b"!" * 43) + MAC,
    "short hybrid body": V1 + stanza(b"mlkem768x25519", HYBRID_SHARE, body=b"AAAA") + MAC,
    "short hybrid share": V1 + stanza(b"mlkem768x25519", X_SHARE) + MAC,
    "hybrid without share": V1 + stanza(b"mlkem768x25519") + MAC,
    "scrypt beside a key": V1 + stanza(b"scrypt", SALT, b"8") + stanza(b"X25519", X_SHARE) + MAC,
    "scrypt twice": V1 + stanza(b"scrypt", SALT, b"8") * 2 + MAC,
    "scrypt without factor": V1 + stanza(b"scrypt", SALT) + MAC,
    "scrypt salt": V1 + stanza(b"scrypt", b"AAAA", b"8") + MAC,
    "scrypt body": V1 + stanza(b"scrypt", SALT, b"8", body=b"AAAA") + MAC,
    "scrypt costs over 256 MiB": V1 + stanza(b"scrypt", SALT, b"19") + MAC,
    "scrypt costs of a GiB": V1 + stanza(b"scrypt", SALT, b"20") + MAC,
    "scrypt costs beyond number": V1 + stanza(b"scrypt", SALT, b"9" * 3000) + MAC,
    "scrypt zero": V1 + stanza(b"scrypt", SALT, b"0") + MAC,
    "scrypt leading zero": V1 + stanza(b"scrypt", SALT, b"08") + MAC,
    "scrypt sign": V1 + stanza(b"scrypt", SALT, b"+8") + MAC,
}


@pytest.mark.parametrize("name", HOSTILE_HEADERS)
def test_hostile_header_is_refused(name: str) -> None:
    identities: list[Identity] = [hybrid(), classical(), PassphraseIdentity(PASSPHRASE)]
    with pytest.raises(BundleDamagedError):
        opened(HOSTILE_HEADERS[name], *identities)


def test_no_more_than_256_mib_are_spent_on_an_unknown_file() -> None:
    """128 bytes times a block of 8 times 2 to the power of the work factor."""
    assert 128 * 8 * 2**SCRYPT_MAX_WORK_FACTOR == 256 << 20
    assert SCRYPT_WORK_FACTOR <= SCRYPT_MAX_WORK_FACTOR


def test_endless_header_is_refused_after_a_bounded_read() -> None:
    stream = io.BytesIO(V1 + stanza(b"other", b"A" * 4000) * 1000)
    with pytest.raises(BundleDamagedError):
        open_container(stream, [])
    assert stream.tell() < 300_000


@given(st.binary(max_size=400))
@settings(max_examples=300)
def test_no_bytes_break_the_parser(noise: bytes) -> None:
    for start in (b"", V1, V1 + b"-> X25519 "):
        with pytest.raises((BundleDamagedError, WrongKeyError)):
            opened(start + noise, hybrid())


def test_a_file_without_payload_is_damaged() -> None:
    container = sealed(b"", classical().recipient())
    with pytest.raises(BundleDamagedError):
        opened(container[: header_length(container) + 15], classical())


def test_a_work_factor_that_does_not_fit_in_memory_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def exhausted(self: object, material: object, buffer: object) -> int:
        raise MemoryError

    monkeypatch.setattr(
        "intake.export.recipients.Scrypt",
        type("Scrypt", (), {"__init__": lambda self, *arguments: None, "derive_into": exhausted}),
    )
    with pytest.raises(TooLittleMemoryError):
        opened(V1 + stanza(b"scrypt", SALT, b"18") + MAC, PassphraseIdentity(PASSPHRASE))


def test_unknown_stanzas_beside_ones_own_are_passed_over() -> None:
    """A file from another age program may hold stanzas of kinds that came later."""
    identity = hybrid()
    file_key = Secret.random(16)
    own = identity.recipient().wrap(file_key)
    grease = Stanza("later", ("x",), b"y" * 48)
    assert unwrap([grease, own], [identity]) == file_key
    assert age_header.read_header(io.BytesIO(encode_header((grease, own)) + MAC[3:])).stanzas == (
        grease,
        own,
    )
