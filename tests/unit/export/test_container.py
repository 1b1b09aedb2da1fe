"""The container: opened by those it is for, by nobody else, and only when nothing was changed."""

from __future__ import annotations

import io
import os
import tracemalloc

import pyrage
import pytest

from intake.errors import (
    BundleDamagedError,
    WrongFilePassphraseError,
    WrongKeyError,
)
from intake.export.container import (
    CHUNK,
    ContainerWriter,
    is_container,
    needs_passphrase,
    open_container,
    reopen_container,
)
from intake.export.recipients import (
    Identity,
    PassphraseIdentity,
    PassphraseRecipient,
    Recipient,
    parse_identity,
    parse_recipient,
)
from intake.vault.secret import Secret
from tests.unit.export.containers import (
    FAST,
    classical,
    flipped,
    header_length,
    hybrid,
    opened,
    sealed,
)

PASSPHRASE = "six made up words for tests"
KINDS: list[tuple[Recipient, Identity, Identity]] = [
    (hybrid().recipient(), hybrid(), hybrid(2)),
    (classical().recipient(), classical(), classical(2)),
    (
        PassphraseRecipient(Secret.from_text(PASSPHRASE), FAST),
        PassphraseIdentity(Secret.from_text(PASSPHRASE)),
        PassphraseIdentity(Secret.from_text("another")),
    ),
]
each_kind = pytest.mark.parametrize(
    ("recipient", "identity", "stranger"), KINDS, ids=[kind[0].kind for kind in KINDS]
)
SIZES = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 5]


@each_kind
@pytest.mark.parametrize("size", SIZES)
def test_what_was_sealed_comes_back_for_its_recipient(
    recipient: Recipient, identity: Identity, stranger: Identity, size: int
) -> None:
    plaintext = os.urandom(size)
    assert opened(sealed(plaintext, recipient), stranger, identity) == plaintext


@each_kind
def test_nobody_else_opens_it(recipient: Recipient, identity: Identity, stranger: Identity) -> None:
    container = sealed(b"secret", recipient)
    others = [other for kind in KINDS for other in kind[1:] if other is not identity]
    for identities in ([], [stranger], others):
        with pytest.raises(WrongKeyError) as caught:
            opened(container, *identities)
        assert caught.value.exit_code == 5


def test_a_wrong_passphrase_is_told_from_a_wrong_key() -> None:
    with pytest.raises(WrongFilePassphraseError):
        opened(sealed(b"", KINDS[2][0]), KINDS[2][2])
    for stranger in (KINDS[0][2], KINDS[2][1]):
        with pytest.raises(WrongKeyError) as caught:
            opened(sealed(b"", KINDS[0][0]), stranger)
        assert type(caught.value) is WrongKeyError


def test_each_of_several_recipients_opens_it() -> None:
    identities = [hybrid(n) for n in (1, 2, 3)]
    container = sealed(b"for three", *(identity.recipient() for identity in identities))
    assert {opened(container, identity) for identity in identities} == {b"for three"}


@pytest.mark.parametrize(
    "recipients",
    [
        (),
        (KINDS[0][0], KINDS[1][0]),
        (KINDS[1][0], KINDS[2][0]),
        (KINDS[2][0], KINDS[2][0]),
    ],
    ids=["nobody", "old beside new", "key beside passphrase", "two passphrases"],
)
def test_recipients_of_two_kinds_never_stand_in_one_file(recipients: tuple[Recipient, ...]) -> None:
    sink = io.BytesIO()
    with pytest.raises(ValueError, match="container has"):
        ContainerWriter(sink, recipients)
    assert sink.getvalue() == b""


@each_kind
def test_the_header_names_one_kind_only(
    recipient: Recipient, identity: Identity, stranger: Identity
) -> None:
    lines = sealed(b"", recipient).split(b"\n")
    assert [line.split()[1] for line in lines if line.startswith(b"-> ")] == [
        recipient.kind.encode()
    ]


def test_two_containers_of_the_same_content_share_nothing() -> None:
    first, second = (sealed(b"same", KINDS[0][0]) for _ in range(2))
    cut = header_length(first)
    assert first[cut:] != second[cut:]
    assert first[:cut] != second[:cut]


@each_kind
def test_every_flipped_byte_behind_the_header_is_damage(
    recipient: Recipient, identity: Identity, stranger: Identity
) -> None:
    container = sealed(b"a short account", recipient)
    for position in range(header_length(container), len(container)):
        with pytest.raises(BundleDamagedError):
            opened(flipped(container, position), identity)


@pytest.mark.parametrize("kind", [0, 1], ids=["mlkem768x25519", "X25519"])
def test_every_flipped_byte_of_the_header_is_noticed(kind: int) -> None:
    recipient, identity, _ = KINDS[kind]
    container = sealed(b"a short account", recipient)
    step = 7 if kind == 0 else 1
    for position in range(0, header_length(container), step):
        with pytest.raises((BundleDamagedError, WrongKeyError)):
            opened(flipped(container, position), identity)


def test_a_changed_mac_or_a_stanza_put_beside_is_damage() -> None:
    recipient, identity, _ = KINDS[0]
    container = sealed(b"x", recipient)
    mac = container.index(b"\n--- ") + 5
    changed = b"A" if container[mac : mac + 1] != b"A" else b"B"
    with pytest.raises(BundleDamagedError):
        opened(container[:mac] + changed + container[mac + 1 :], identity)
    with pytest.raises(BundleDamagedError):
        opened(container.replace(b"\n--- ", b"\n-> foreign\n\n--- "), identity)


def test_cut_at_every_chunk_and_around_it_is_damage() -> None:
    recipient, identity, _ = KINDS[0]
    container = sealed(bytes(3 * CHUNK + 100), recipient)
    start = header_length(container)
    borders = [start, start + 16, *(start + 16 + n * (CHUNK + 16) for n in range(1, 4))]
    cuts = {border + shift for border in borders for shift in (-1, 0, 1, 15, 16, 17)}
    for cut in sorted(cut for cut in cuts if cut < len(container)):
        with pytest.raises(BundleDamagedError):
            opened(container[:cut], identity)
    assert len(cuts) > 20


def test_chunks_cannot_change_places_or_be_left_out() -> None:
    recipient, identity, _ = KINDS[0]
    container = sealed(os.urandom(3 * CHUNK), recipient)
    start = header_length(container) + 16
    size = CHUNK + 16
    head = container[:start]
    one, two, three = (container[start + n * size : start + (n + 1) * size] for n in range(3))
    for body in (two + one + three, one + three, two + three, one + two, one + two + three + three):
        with pytest.raises(BundleDamagedError):
            opened(head + body, identity)


@pytest.mark.parametrize("tail", [b"\0", b"appended", bytes(CHUNK + 16)])
@pytest.mark.parametrize("size", [3, CHUNK])
def test_anything_appended_is_damage(size: int, tail: bytes) -> None:
    recipient, identity, _ = KINDS[1]
    with pytest.raises(BundleDamagedError):
        opened(sealed(bytes(size), recipient) + tail, identity)


def test_an_empty_last_chunk_behind_a_full_one_is_damage() -> None:
    recipient, identity, _ = KINDS[1]
    sink = io.BytesIO()
    writer = ContainerWriter(sink, [recipient])
    sink.write(writer._stream.seal(bytes(CHUNK), last=False))
    sink.write(writer._stream.seal(b"", last=True))
    with pytest.raises(BundleDamagedError):
        opened(sink.getvalue(), identity)


def test_the_writers_file_key_verifies_what_only_somebody_else_can_open() -> None:
    sink = io.BytesIO()
    writer = ContainerWriter(sink, [KINDS[0][0]])
    writer.write(b"for another")
    writer.finish()
    reader = reopen_container(io.BytesIO(sink.getvalue()), writer.file_key)
    assert reader.read(100) == b"for another"
    with pytest.raises(BundleDamagedError):
        reopen_container(io.BytesIO(sealed(b"", KINDS[0][0])), writer.file_key)


def test_reading_in_small_steps_gives_the_same_bytes() -> None:
    recipient, identity, _ = KINDS[1]
    plaintext = os.urandom(CHUNK + 999)
    reader = open_container(io.BytesIO(sealed(plaintext, recipient)), [identity])
    parts = []
    while part := reader.read(1000):
        parts.append(part)
    assert b"".join(parts) == plaintext
    assert reader.read(1) == b""


def test_a_large_container_is_written_and_read_in_little_memory() -> None:
    recipient = KINDS[1][0]

    class Hollow(io.RawIOBase):
        length = 0

        def write(self, piece: bytes) -> int:  # type: ignore[override] # narrower on purpose
            self.length += len(piece)
            return len(piece)

    tracemalloc.start()
    sink = Hollow()
    writer = ContainerWriter(sink, [recipient])  # type: ignore[arg-type] # only write is used
    for _ in range(200):
        writer.write(bytes(CHUNK))
    writer.finish()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert sink.length > 200 * CHUNK
    assert peak < 2 << 20


def test_it_tells_containers_and_passphrases_without_moving_the_stream() -> None:
    key, phrase = (io.BytesIO(sealed(b"", KINDS[n][0])) for n in (0, 2))
    plain = io.BytesIO(b"PK\x03\x04")
    assert [is_container(stream) for stream in (key, phrase, plain)] == [True, True, False]
    assert [needs_passphrase(stream) for stream in (key, phrase)] == [False, True]
    assert [stream.tell() for stream in (key, phrase, plain)] == [0, 0, 0]


# --- a peer in Python ----------------------------------------------------------------------------


def test_pyrage_opens_ours_and_we_open_pyrages_with_a_key() -> None:
    peer = pyrage.x25519.Identity.generate()
    recipient = parse_recipient(str(peer.to_public()))
    identity = parse_identity(str(peer).encode())
    for size in SIZES:
        plaintext = os.urandom(size)
        assert pyrage.decrypt(sealed(plaintext, recipient), [peer]) == plaintext
        assert opened(pyrage.encrypt(plaintext, [peer.to_public()]), identity) == plaintext


def test_pyrage_opens_ours_with_a_passphrase() -> None:
    """It chooses the costs of its own files by the machine, often beyond what we spend."""
    secret = Secret.from_text(PASSPHRASE)
    ours = sealed(b"from us", PassphraseRecipient(secret, FAST))
    assert pyrage.passphrase.decrypt(ours, PASSPHRASE) == b"from us"
