"""Keys that travel: self-signed, strict, compared by six words, and protected where secret."""

from __future__ import annotations

import json
from pathlib import Path

import pyrage
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.consent import RecipientGroup
from intake.errors import BundleDamagedError, DestinationExistsError, UsageError, WrongKeyError
from intake.export.keys import (
    AnalystKey,
    PublicKey,
    VaultKeyring,
    create_analyst_key,
    open_analyst_key,
    parse_public_key,
    read_public_key,
    signer_words,
    to_base64,
)
from intake.export.recipients import parse_recipient
from intake.vault.passphrase import word_list
from intake.vault.secret import Secret
from tests.unit.export.containers import FAST, classical, hybrid, opened, sealed

PASSPHRASE = "six made up words for tests"


def keyring(fill: int = 5) -> VaultKeyring:
    return VaultKeyring.from_bytes(Secret(b"IKR1" + bytes([fill]) * 32 + bytes([fill + 1]) * 32))


PUBLIC = keyring().public_key("Made-up office")


def changed(key: PublicKey, **changes: object) -> bytes:
    return json.dumps(json.loads(key.text) | changes).encode()


def test_a_public_key_survives_its_file(tmp_path: Path) -> None:
    path = tmp_path / "office.pub"
    path.write_text(PUBLIC.text)
    again = read_public_key(path)
    assert again == PUBLIC
    assert again.words == PUBLIC.words


def test_its_layout_may_change_on_the_way_but_not_its_content() -> None:
    pretty = json.dumps(json.loads(PUBLIC.text), indent=4).encode()
    assert parse_public_key(pretty) == PUBLIC


@pytest.mark.parametrize("field", ["name", "recipient", "signers", "format"])
def test_a_changed_field_breaks_the_signature(field: str) -> None:
    other = json.loads(keyring(9).public_key("Another").text)[field]
    replacement = "intake-key/2" if field == "format" else other
    with pytest.raises(BundleDamagedError, match="public key"):
        parse_public_key(changed(PUBLIC, **{field: replacement}))


ONE = AnalystKey(hybrid()).public_key("Analyst")
DOCUMENT = json.loads(ONE.text)
BAD_FILES = {
    "empty": b"",
    "no json": b"age1",
    "not utf-8": b"\xff{}",
    "a list": b"[]",
    "deep": b"[" * 100_000,
    "number that is none": b'{"name": NaN}',
    "duplicate key": b'{"name": "a", "name": "b"}',
    "no signatures": json.dumps({k: v for k, v in DOCUMENT.items() if k != "signatures"}).encode(),
    "signatures are a list": changed(ONE, signatures=[]),
    "signature of another group": changed(ONE, signatures={"un": DOCUMENT["signatures"]["any"]}),
    "short signature": changed(ONE, signatures={"any": to_base64(bytes(63))}),
    "signature is a number": changed(ONE, signatures={"any": 1}),
    "signature is not base64": changed(ONE, signatures={"any": "é"}),
    "signature is not canonical": changed(ONE, signatures={"any": "A" * 85 + "B=="}),
    "one more key": changed(ONE, more=1),
    "no signers": changed(ONE, signers={}, signatures={}),
    "signers are a list": changed(ONE, signers=[1]),
    "unknown group": changed(ONE, signers={"x": DOCUMENT["signers"]["any"]}),
    "recipient is a number": changed(ONE, recipient=1),
    "recipient is none": changed(ONE, recipient="age1"),
    "name is a number": changed(ONE, name=1),
    "name with a line end": changed(ONE, name="a\nb"),
    "name that turns the line": changed(ONE, name="a\u202eb"),
    "name too long": changed(ONE, name="x" * 81),
    "name with half a character": changed(ONE, name="\ud800"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_what_is_no_public_key_file_is_refused(name: str) -> None:
    with pytest.raises(BundleDamagedError, match="public key"):
        parse_public_key(BAD_FILES[name])


@given(st.text())
def test_any_name_becomes_one_that_the_reader_takes(name: str) -> None:
    key = AnalystKey(hybrid()).public_key(name)
    assert parse_public_key(key.text.encode()) == key


def test_each_signing_key_proves_that_its_owner_made_the_file() -> None:
    document = json.loads(PUBLIC.text)
    assert document["signatures"].keys() == document["signers"].keys()
    document["signatures"]["un"] = document["signatures"]["team"]
    with pytest.raises(BundleDamagedError):
        parse_public_key(json.dumps(document).encode())


def test_a_vault_signs_with_another_key_for_each_group() -> None:
    groups = [group for group in RecipientGroup if group is not RecipientGroup.ANY]
    assert set(PUBLIC.signers) == {group.value for group in groups}
    assert len(set(PUBLIC.signers.values())) == len(groups)
    for group in groups:
        signer = keyring().signer(group)
        assert PUBLIC.signs_with(signer.public, group.value)
        others = set(groups) - {group}
        assert not any(PUBLIC.signs_with(signer.public, other.value) for other in others)


def test_a_public_file_for_one_group_does_not_name_the_others() -> None:
    key = keyring().public_key("Office", [RecipientGroup.UN])
    assert set(key.signers) == {"un"}
    with pytest.raises(ValueError, match="one group"):
        keyring().signer(RecipientGroup.ANY)


def test_an_analysts_signature_counts_for_any_group() -> None:
    key = AnalystKey(hybrid())
    assert key.public_key("a").signs_with(key.signer().public, "un")


def test_a_signature_verifies_as_plain_ed25519() -> None:
    signer = keyring().signer(RecipientGroup.UN)
    Ed25519PublicKey.from_public_bytes(signer.public).verify(signer.sign(b"text"), b"text")


def test_the_keyring_survives_its_bytes_and_two_are_never_the_same() -> None:
    fresh = VaultKeyring.generate()
    again = VaultKeyring.from_bytes(fresh.to_bytes())
    assert again.public_key("x") == fresh.public_key("x")
    assert VaultKeyring.generate().public_key("x") != fresh.public_key("x")


@pytest.mark.parametrize("stored", [b"", b"IKR1" + bytes(63), b"IKR2" + bytes(64)])
def test_foreign_bytes_are_no_keyring(stored: bytes) -> None:
    with pytest.raises(BundleDamagedError, match="vault keys"):
        VaultKeyring.from_bytes(Secret(stored))


def test_words_are_six_from_the_list_and_the_same_in_every_version() -> None:
    known = {word.decode() for word in word_list()}
    assert len(PUBLIC.words) == 6
    assert set(PUBLIC.words) <= known
    assert PUBLIC.words == tuple(WORDS_OF_PUBLIC.split())
    assert signer_words(PUBLIC.signers["un"]) == tuple(WORDS_OF_SIGNER.split())


WORDS_OF_PUBLIC = "spin milliner asparagus refill plank thistle"
WORDS_OF_SIGNER = "weaken busy suffice bizarre fragment roommate"


def test_the_words_for_a_bundle_are_known_beforehand_and_differ_by_group() -> None:
    words = PUBLIC.bundle_words()
    assert words["un"] == signer_words(keyring().signer(RecipientGroup.UN).public)
    assert len(set(words.values())) == len(PUBLIC.signers)


def test_words_depend_on_the_recipient_and_on_every_signing_key() -> None:
    same_signers = {
        PublicKey("x", classical(fill).recipient(), PUBLIC.signers, "").words for fill in (1, 2)
    }
    fewer = {label: key for label, key in PUBLIC.signers.items() if label != "un"}
    swapped = dict(PUBLIC.signers) | {"un": PUBLIC.signers["team"], "team": PUBLIC.signers["un"]}
    same_recipient = {
        PublicKey("x", PUBLIC.recipient, signers, "").words for signers in (fewer, swapped)
    }
    assert len({PUBLIC.words, *same_signers, *same_recipient}) == 5


def test_an_analysts_key_file_opens_with_its_passphrase_only(tmp_path: Path) -> None:
    path = tmp_path / "analyst.key"
    public = create_analyst_key(path, Secret.from_text(PASSPHRASE), work_factor=FAST)
    key = open_analyst_key(path, Secret.from_text(PASSPHRASE))
    assert key.public_key("analyst") == public == read_public_key(tmp_path / "analyst.key.pub")
    assert opened(sealed(b"x", public.recipient), key.identity) == b"x"
    for wrong in (None, Secret.from_text("another")):
        with pytest.raises(WrongKeyError):
            open_analyst_key(path, wrong)
    assert path.stat().st_mode & 0o077 == 0


def test_an_analysts_key_file_is_an_identity_file_as_age_writes_it(tmp_path: Path) -> None:
    path = tmp_path / "analyst.key"
    public = create_analyst_key(path, Secret.from_text(PASSPHRASE), work_factor=FAST)
    text = pyrage.passphrase.decrypt(path.read_bytes(), PASSPHRASE).decode()
    comment, secret, end = text.split("\n")
    assert comment == f"# public key: {public.recipient}"
    assert secret.startswith("AGE-SECRET-KEY-PQ-1")
    assert end == ""


def test_an_identity_file_of_another_program_works_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "key.txt"
    identity = pyrage.x25519.Identity.generate()
    path.write_text(f"# created by another program\n\n{identity}\n")
    key = open_analyst_key(path)
    assert key.identity.recipient() == parse_recipient(str(identity.to_public()))


@pytest.mark.parametrize("content", [b"", b"# nothing\n", b"AGE-SECRET-KEY-1X\n", b"\xff" * 70_000])
def test_a_file_without_identity_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "key.txt"
    path.write_bytes(content)
    with pytest.raises(BundleDamagedError):
        open_analyst_key(path)


def test_a_missing_file_or_a_folder_is_named(tmp_path: Path) -> None:
    for path in (tmp_path / "absent", tmp_path):
        with pytest.raises(UsageError, match=path.name):
            read_public_key(path)


def test_no_key_file_is_ever_overwritten_and_none_is_left_alone(tmp_path: Path) -> None:
    first, second = tmp_path / "a.key", tmp_path / "b.key"
    first.write_text("mine")
    (tmp_path / "b.key.pub").write_text("mine")
    for path in (first, second):
        with pytest.raises(DestinationExistsError):
            create_analyst_key(path, Secret.from_text(PASSPHRASE), work_factor=FAST)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.key", "b.key.pub"]
    assert first.read_text() == "mine"


def test_a_key_file_without_its_public_half_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.key"
    real = Path.exists

    def appears_later(self: Path) -> bool:
        if self.suffix == ".pub":
            self.write_text("somebody was faster")
            return False
        return real(self)

    monkeypatch.setattr(Path, "exists", appears_later)
    with pytest.raises(DestinationExistsError):
        create_analyst_key(path, Secret.from_text(PASSPHRASE), work_factor=FAST)
    assert [p.name for p in tmp_path.iterdir()] == ["a.key.pub"]


def test_secret_keys_never_show_themselves() -> None:
    shown = repr(keyring()) + repr(AnalystKey(hybrid())) + repr(keyring().signer(RecipientGroup.UN))
    assert "AGE" not in shown
    assert "\\x05" not in shown
