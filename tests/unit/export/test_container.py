"""The container: opened by those it is for, by nobody else, and only when nothing was changed."""

from __future__ import annotations

import io
import os
import tracemalloc

import pyrage
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.errors import (
    BundleDamagedError,
    TooLittleMemoryError,
    WrongFilePassphraseError,
    WrongKeyError,
)
from intake.export import age_header
from intake.export.age_header import Stanza, encode_header, unpadded_base64
from intake.export.container import (
    CHUNK,
    ContainerWriter,
    is_container,
    needs_passphrase,
    open_container,
    reopen_container,
)
from intake.export.recipients import (
    HybridIdentity,
    HybridRecipient,
    Identity,
    OwnIdentity,
    PassphraseIdentity,
    PassphraseRecipient,
    Recipient,
    X25519Identity,
    X25519Recipient,
    parse_identity,
    parse_recipient,
    unwrap,
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


# --- hostile headers -----------------------------------------------------------------------------

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
    "scrypt costs": V1 + stanza(b"scrypt", SALT, b"21") + MAC,
    "scrypt costs beyond number": V1 + stanza(b"scrypt", SALT, b"9" * 3000) + MAC,
    "scrypt zero": V1 + stanza(b"scrypt", SALT, b"0") + MAC,
    "scrypt leading zero": V1 + stanza(b"scrypt", SALT, b"08") + MAC,
    "scrypt sign": V1 + stanza(b"scrypt", SALT, b"+8") + MAC,
}


@pytest.mark.parametrize("name", HOSTILE_HEADERS)
def test_hostile_header_is_refused(name: str) -> None:
    identities = [identity for _, identity, _ in KINDS]
    with pytest.raises(BundleDamagedError):
        opened(HOSTILE_HEADERS[name], *identities)


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
    container = sealed(b"", KINDS[1][0])
    with pytest.raises(BundleDamagedError):
        opened(container[: header_length(container) + 15], KINDS[1][1])


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
        opened(V1 + stanza(b"scrypt", SALT, b"18") + MAC, KINDS[2][1])


def test_unknown_stanzas_beside_ones_own_are_passed_over() -> None:
    """A file from another age program may hold stanzas of kinds that came later."""
    recipient, identity, _ = KINDS[0]
    file_key = Secret.random(16)
    own = recipient.wrap(file_key)
    grease = Stanza("later", ("x",), b"y" * 48)
    assert unwrap([grease, own], [identity]) == file_key
    assert age_header.read_header(io.BytesIO(encode_header((grease, own)) + MAC[3:])).stanzas == (
        grease,
        own,
    )


# --- keys as text --------------------------------------------------------------------------------


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


# --- a peer in Python ----------------------------------------------------------------------------


def test_pyrage_opens_ours_and_we_open_pyrages_with_a_key() -> None:
    peer = pyrage.x25519.Identity.generate()
    recipient = parse_recipient(str(peer.to_public()))
    identity = parse_identity(str(peer).encode())
    for size in SIZES:
        plaintext = os.urandom(size)
        assert pyrage.decrypt(sealed(plaintext, recipient), [peer]) == plaintext
        assert opened(pyrage.encrypt(plaintext, [peer.to_public()]), identity) == plaintext


def test_pyrage_opens_ours_and_we_open_pyrages_with_a_passphrase() -> None:
    secret = Secret.from_text(PASSPHRASE)
    ours = sealed(b"from us", PassphraseRecipient(secret, FAST))
    assert pyrage.passphrase.decrypt(ours, PASSPHRASE) == b"from us"
    theirs = pyrage.passphrase.encrypt(b"from them", PASSPHRASE)
    assert opened(theirs, PassphraseIdentity(secret)) == b"from them"
