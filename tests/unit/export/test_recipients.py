"""Keys as text: what age gives them, and nothing else."""

from __future__ import annotations

import pytest

from intake.errors import BundleDamagedError
from intake.export.recipients import (
    HybridIdentity,
    HybridRecipient,
    OwnIdentity,
    X25519Identity,
    X25519Recipient,
    parse_identity,
    parse_recipient,
)
from intake.vault.secret import Secret
from tests.unit.export.containers import classical, hybrid


def test_keys_have_the_length_and_prefix_that_age_gives_them() -> None:
    assert len(str(hybrid().recipient())) == 1959
    assert str(hybrid().recipient()).startswith("age1pq1")
    assert hybrid().secret_text().startswith(b"AGE-SECRET-KEY-PQ-1")
    assert str(classical().recipient()).startswith("age1")
    assert classical().secret_text().startswith(b"AGE-SECRET-KEY-1")


@pytest.mark.parametrize("identity", [hybrid(), classical()], ids=["hybrid", "classical"])
def test_keys_survive_their_text(identity: OwnIdentity) -> None:
    text = identity.secret_text()
    again = parse_identity(text)
    assert type(again) is type(identity)
    assert again.secret_text() == text
    assert parse_recipient(str(identity.recipient())) == identity.recipient()


@pytest.mark.parametrize("maker", [HybridIdentity, X25519Identity])
def test_derived_keys_differ_by_label_and_identity(maker: type[OwnIdentity]) -> None:
    keys = [
        maker(Secret(bytes([fill]) * 32)).derive(label) for fill in (1, 2) for label in (b"a", b"b")
    ]
    assert len({bytes(key.view()) for key in keys}) == 4


BAD_KEYS = [
    "",
    "age1",
    "age1pq1qqqqqq",
    str(classical().recipient()).upper(),
    str(classical().recipient())[:-1],
    str(classical().recipient())[:-1] + "b",
    str(classical().recipient()).replace("age1", "agé1"),
    "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
]


@pytest.mark.parametrize("text", BAD_KEYS)
def test_what_is_no_public_key_is_refused(text: str) -> None:
    with pytest.raises(BundleDamagedError):
        parse_recipient(text)


def test_a_public_key_with_a_flaw_is_refused() -> None:
    flawed = b"\xff" * 1184 + bytes(32)
    for maker, public in (
        (HybridRecipient, flawed),
        (HybridRecipient, bytes(1215)),
        (X25519Recipient, bytes(31)),
    ):
        with pytest.raises(ValueError, match=r"."):
            maker(public)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        bytes(classical().secret_text().lower()),
        bytes(hybrid().secret_text()[:-1]) + b"Q",
        str(classical().recipient()).upper().encode(),
    ],
)
def test_what_is_no_secret_key_is_refused(text: bytes) -> None:
    with pytest.raises(BundleDamagedError):
        parse_identity(text)


@pytest.mark.parametrize("maker", [HybridIdentity, X25519Identity])
def test_a_secret_of_another_length_is_refused(
    maker: type[OwnIdentity],
) -> None:
    with pytest.raises(ValueError, match="length"):
        maker(Secret(bytes(31)))


def test_a_public_key_of_low_order_is_never_written_to() -> None:
    with pytest.raises(ValueError, match=r"."):
        X25519Recipient(bytes(32)).wrap(Secret.random(16))
