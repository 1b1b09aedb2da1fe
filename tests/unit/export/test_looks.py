"""The files of a second look: what was written is read, everything else is refused in time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.consent import RecipientGroup
from intake.errors import (
    BundleDamagedError,
    DestinationExistsError,
    IntakeError,
    UnreadableFileError,
    WrongKeyError,
)
from intake.export import canonical, looks
from intake.export.keys import SIGNATURE_BYTES, VaultKeyring, from_base64, to_base64
from intake.export.looks import MOST_TEXTS, Answer, Request, Shown
from intake.vault.secret import Secret
from tests.unit.export.containers import flipped, hybrid, sealed

TEXTS = (
    Shown(bytes(32), "own_words", "be", "They came for [P2, parent]."),
    Shown(bytes([7]) * 32, "version_for_sharing", "", "Another\ntext \U0001f986."),
)
REQUEST = Request(hybrid(2).recipient(), "team", TEXTS)


def keyring(fill: int = 3) -> VaultKeyring:
    return VaultKeyring.from_bytes(Secret(bytearray(b"IKR1" + bytes([fill]) * 64)))


SIGNER = keyring().signer(RecipientGroup.TEAM)


def request_file(folder: Path, request: Request = REQUEST) -> Path:
    path = folder / "request"
    looks.write_request(path, request, hybrid(1).recipient())
    return path


def answer_file(folder: Path, changes: dict[int, str] | None = None, name: str = "answer") -> Path:
    path = folder / name
    looks.write_answer(path, REQUEST, changes or {}, SIGNER)
    return path


def read_answer(path: Path) -> Answer:
    return looks.read_answer(path, [hybrid(2)])


def test_a_request_is_read_by_whom_it_is_for_alone(tmp_path: Path) -> None:
    path = request_file(tmp_path)
    assert looks.read_request(path, [hybrid(1)]) == REQUEST
    with pytest.raises(WrongKeyError):
        looks.read_request(path, [hybrid(4)])
    assert b"parent" not in path.read_bytes()


def test_an_answer_says_what_may_leave_and_what_not_and_holds_no_text(tmp_path: Path) -> None:
    answer = read_answer(answer_file(tmp_path, {1: "the duck\ngives it away"}))
    assert answer.looked == (TEXTS[0].digest,)
    assert answer.changes == {TEXTS[1].digest: "the duck\ngives it away"}
    assert answer.signer == SIGNER.public


def test_what_is_kept_of_an_answer_is_digests_alone_under_a_signature_that_holds(
    tmp_path: Path,
) -> None:
    evidence = read_answer(answer_file(tmp_path, {1: "the duck gives it away"})).evidence
    assert b"duck" not in evidence
    document = canonical.decode(evidence, "evidence")
    signature = from_base64(document.pop("signature"), SIGNATURE_BYTES)
    public = Ed25519PublicKey.from_public_bytes(SIGNER.public)
    public.verify(signature, looks._SIGNED + canonical.encode(document))
    assert document.pop("passed") == [to_base64(TEXTS[0].digest)]
    assert document.pop("objected") == [to_base64(TEXTS[1].digest)]
    assert document.keys() == {"format", "signer", "changes"}
    again = read_answer(answer_file(tmp_path, {1: "the duck gives it away"}, "again")).evidence
    assert document["changes"] != canonical.decode(again, "evidence")["changes"]


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    request_file(tmp_path)
    with pytest.raises(DestinationExistsError):
        request_file(tmp_path)


@pytest.mark.parametrize(
    "other",
    [
        replace(TEXTS[0], decided=bytes([1]) * 32),
        replace(TEXTS[0], question="translation"),
        replace(TEXTS[0], language="ru"),
        replace(TEXTS[0], text="They came for [P2, parent]"),
    ],
)
def test_the_digest_is_of_all_that_is_shown(other: Shown) -> None:
    assert other.digest != TEXTS[0].digest


def test_the_digits_of_a_request_name_all_of_it(tmp_path: Path) -> None:
    assert looks.read_request(request_file(tmp_path), [hybrid(1)]).seen == REQUEST.seen
    others = (
        replace(REQUEST, signer="un"),
        replace(REQUEST, answer_to=hybrid(3).recipient()),
        replace(REQUEST, texts=TEXTS[:1]),
        replace(REQUEST, texts=(TEXTS[0], replace(TEXTS[1], decided=bytes(32)))),
    )
    assert len({REQUEST.seen, *(each.seen for each in others)}) == 5


# -- hostile files ----------------------------------------------------------------------------


def plain_request(**changes: Any) -> dict[str, Any]:
    texts = [{"decided": "A" * 43 + "=", "field": "own_words", "language": "be", "text": "x"}]
    made: dict[str, Any] = {
        "format": looks.REQUEST,
        "answer_to": str(hybrid(2).recipient()),
        "signer": "team",
        "texts": texts,
    }
    return {**made, **changes}


def one_text(**changes: Any) -> dict[str, Any]:
    return plain_request(texts=[{**plain_request()["texts"][0], **changes}])


ONE, OTHER = "A" * 43 + "=", "B" * 42 + "A="
SALT = "A" * 43 + "="


def signed_answer(texts: object = (), salt: object = SALT, **changes: Any) -> dict[str, Any]:
    told: dict[str, Any] = {"salt": salt, "texts": texts}
    document = {
        "format": looks.ANSWER,
        "signer": to_base64(SIGNER.public),
        "passed": [ONE],
        "objected": [],
        "changes": looks._told_digest(told),
        **changes,
    }
    signature = SIGNER.sign(looks._SIGNED + canonical.encode(document))
    return {**document, "signature": to_base64(signature), "told": told}


def objected(*texts: object) -> dict[str, Any]:
    return signed_answer(texts=list(texts), objected=[OTHER])


def write(folder: Path, content: bytes, *, to: int) -> Path:
    path = folder / "hostile"
    path.write_bytes(sealed(content, hybrid(to).recipient()))
    return path


def test_the_plain_documents_of_these_tests_are_good(tmp_path: Path) -> None:
    path = write(tmp_path, canonical.encode(plain_request()), to=1)
    assert len(looks.read_request(path, [hybrid(1)]).texts) == 1
    assert len(looks.parse_answer(canonical.encode(signed_answer())).looked) == 1
    assert list(looks.parse_answer(canonical.encode(objected("x"))).changes.values()) == ["x"]


@pytest.mark.parametrize(
    "document",
    [
        plain_request(format=looks.ANSWER),
        plain_request(extra=1),
        plain_request(answer_to="age1nothing"),
        plain_request(answer_to=3),
        plain_request(signer="any"),
        plain_request(signer=["team"]),
        plain_request(texts=[]),
        plain_request(texts={}),
        plain_request(texts=["text"]),
        plain_request(texts=plain_request()["texts"] * (MOST_TEXTS + 1)),
        one_text(decided="AAAA"),
        one_text(decided=None),
        one_text(field="Own words"),
        one_text(field=None),
        one_text(language="be-tarask"),
        one_text(language=3),
        one_text(text="turned \u202e around"),
        one_text(text="\x1b[2J"),
        one_text(text=None),
        one_text(more=""),
    ],
)
def test_a_request_that_is_none_is_refused(tmp_path: Path, document: dict[str, Any]) -> None:
    path = write(tmp_path, canonical.encode(document), to=1)
    with pytest.raises(BundleDamagedError):
        looks.read_request(path, [hybrid(1)])


@pytest.mark.parametrize(
    ("texts", "fits"),
    [
        (["x" * 200_000], True),
        (["x" * 200_001], False),
        (["\u0416" * 100_001], False),
        (["x" * 190_000] * 11, True),
        (["x" * 190_000] * 12, False),
        (["\n" * 10_000] * 2, True),
        (["\n" * 10_000, "\n" * 10_001], False),
        (["\n" * 10_000, "\u2029" * 10_001], False),
    ],
)
def test_a_request_that_nobody_can_read_is_refused(
    tmp_path: Path, texts: list[str], *, fits: bool
) -> None:
    made = [{**plain_request()["texts"][0], "text": text} for text in texts]
    path = write(tmp_path, canonical.encode(plain_request(texts=made)), to=1)
    if fits:
        assert len(looks.read_request(path, [hybrid(1)]).texts) == len(texts)
        return
    with pytest.raises(BundleDamagedError) as caught:
        looks.read_request(path, [hybrid(1)])
    assert caught.value.exit_code == 3


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b'{"format":"\\ud800"}',
        b'{"a":1,"a":1}',
        b"[" * 100_000,
        b'{"n":' + b"9" * 10_000 + b"}",
        b"\xff\xfe",
    ],
)
def test_what_is_no_document_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(BundleDamagedError):
        looks.read_request(write(tmp_path, content, to=1), [hybrid(1)])
    with pytest.raises(BundleDamagedError):
        looks.parse_answer(content)


@pytest.mark.parametrize(
    "document",
    [
        signed_answer(format=looks.REQUEST),
        signed_answer(extra=1),
        signed_answer(passed=[]),
        signed_answer(passed={}),
        signed_answer(passed=["AAAA"]),
        signed_answer(passed=[None]),
        signed_answer(passed=[ONE, ONE]),
        signed_answer(passed=[ONE] * (MOST_TEXTS + 1)),
        signed_answer(passed=[to_base64(bytes([n]) * 32) for n in range(MOST_TEXTS + 1)]),
        signed_answer(objected=[OTHER]),
        signed_answer(objected=[ONE], texts=["both fine and not"]),
        signed_answer(texts=["about nothing"]),
        signed_answer(texts={}),
        signed_answer(texts=None),
        signed_answer(salt="AAAA"),
        signed_answer(salt=None),
        signed_answer(changes=ONE),
        signed_answer(changes=None),
        objected("x" * 2001),
        objected("\x1b[2J"),
        objected(1),
        objected("one", "more"),
        {**objected("x"), "told": {"salt": SALT, "texts": ["another"]}},
        {**objected("x"), "told": {"salt": SALT, "texts": ["x"], "more": ""}},
        {**objected("x"), "told": ["x"]},
        signed_answer(signer="AAAA"),
        signed_answer(signer="/" * 43 + "="),
        {**signed_answer(), "signature": "A" * 86 + "=="},
        {**signed_answer(), "signature": None},
        {**signed_answer(), "passed": [OTHER]},
        {k: v for k, v in signed_answer().items() if k != "signature"},
    ],
)
def test_an_answer_that_is_none_is_refused(document: dict[str, Any]) -> None:
    with pytest.raises(BundleDamagedError):
        looks.parse_answer(canonical.encode(document))


@pytest.mark.parametrize("read", [looks.read_request, looks.read_answer])
def test_a_file_that_is_too_large_is_refused(
    tmp_path: Path, read: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looks, "_LARGEST_REQUEST", 1000)
    monkeypatch.setattr(looks, "_LARGEST_ANSWER", 1000)
    path = write(tmp_path, canonical.encode(one_text(text="x" * 1000)), to=1)
    with pytest.raises(BundleDamagedError, match="size"):
        read(path, [hybrid(1)])


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError):
        looks.read_request(tmp_path / "nothing", [hybrid(1)])


def test_a_signature_of_another_kind_of_file_is_none_of_an_answer() -> None:
    whole = signed_answer()
    document = {k: v for k, v in whole.items() if k not in {"signature", "told"}}
    for before in (b"", b"intake-key/1\n", b"intake-look/2\n"):
        signature = SIGNER.sign(before + canonical.encode(document))
        content = canonical.encode({**whole, "signature": to_base64(signature)})
        with pytest.raises(BundleDamagedError):
            looks.parse_answer(content)


def test_every_flipped_byte_of_an_answer_is_noticed(tmp_path: Path) -> None:
    content = answer_file(tmp_path).read_bytes()
    damaged = tmp_path / "damaged"
    for position in range(0, len(content), 3):
        damaged.write_bytes(flipped(content, position))
        with pytest.raises(IntakeError) as caught:
            read_answer(damaged)
        assert caught.value.exit_code in {3, 5}


def test_every_shorter_answer_is_noticed(tmp_path: Path) -> None:
    content = answer_file(tmp_path).read_bytes()
    damaged = tmp_path / "damaged"
    for length in range(0, len(content), 7):
        damaged.write_bytes(content[:length])
        with pytest.raises(IntakeError) as caught:
            read_answer(damaged)
        assert caught.value.exit_code in {3, 5}


@given(st.binary(max_size=300))
def test_any_bytes_are_refused_as_damage(content: bytes) -> None:
    with pytest.raises(BundleDamagedError):
        looks.parse_answer(content)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=9),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["format", "signer", "texts", "signature", "passed", "salt"]),
                inner,
                max_size=4,
            )
        ),
        max_leaves=8,
    )
)
def test_any_document_is_refused_as_damage(value: Any) -> None:
    for key in ("passed", "objected", "told", "changes", "signer", "signature", "format"):
        if value == signed_answer()[key]:
            continue
        content = canonical.encode({**signed_answer(), key: value})
        with pytest.raises(BundleDamagedError):
            looks.parse_answer(content)
