"""The two files of a second look: what is asked to be looked at, and the signed answer.

Both are age containers: the request for the colleague's key, the answer for the key that the
request names. Whoever signs sees texts that redaction has made, and signs digests of them.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from intake.domain.consent import RecipientGroup
from intake.domain.languages import known_language
from intake.domain.second_look import DIGEST_BYTES, shown_digest
from intake.domain.text import inert
from intake.errors import BundleDamagedError
from intake.export import canonical
from intake.export.container import ContainerWriter, open_container
from intake.export.keys import SIGNATURE_BYTES, Signer, from_base64, to_base64
from intake.export.new_file import open_existing, write_new
from intake.export.recipients import KEY_BYTES, Identity, PublicRecipient, parse_recipient

REQUEST, ANSWER = "intake-look-request/1", "intake-look/1"
MOST_TEXTS = 200
LONGEST_CHANGE = 2_000
LONGEST_TEXT = 200_000
LARGEST_TEXTS = 2 * 1024 * 1024
MOST_LINES = 20_000
_LINE_ENDS = re.compile("[\n\u2028\u2029]")
# Far above what a case holds; a file made to harm is refused before it is read whole.
_LARGEST_REQUEST = 16 * 1024 * 1024
_LARGEST_ANSWER = 1024 * 1024
_SIGNED = ANSWER.encode("ascii") + b"\n"
_TOLD = ANSWER.encode("ascii") + b" told\n"
_SALT_BYTES = 32
# Whoever makes two requests with the same digits has 2**64 to try.
_SEEN_DIGITS = 32
_BODY = frozenset({"format", "signer", "passed", "objected", "changes"})
_FIELD = re.compile(r"[a-z][a-z0-9_]{0,63}", re.ASCII)
_LABELS = frozenset(g.value for g in RecipientGroup if g is not RecipientGroup.ANY)


@dataclass(frozen=True, slots=True)
class Shown:
    """One text to look at.

    Attributes:
        decided: ``decided_digest`` of the statement, 32 bytes.
        question: Name of the narrative.
        language: BCP 47 tag, or empty.
        text: The redacted text.
    """

    decided: bytes
    question: str
    language: str
    text: str = field(repr=False)

    @property
    def digest(self) -> bytes:
        """What is signed for this text, 32 bytes."""
        return shown_digest(self.decided, self.question, self.language, self.text)


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody is asked to look at.

    Attributes:
        answer_to: Whom the answer is encrypted to.
        signer: The recipient group whose signing key the asker has of the colleague.
    """

    answer_to: PublicRecipient
    signer: str
    texts: tuple[Shown, ...]

    @property
    def seen(self) -> str:
        """32 hexadecimal digits that name exactly this request, for whoever has read it."""
        return hashlib.sha256(canonical.encode(_document_of(self))).hexdigest()[:_SEEN_DIGITS]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the colleague says, under a signature that holds.

    Attributes:
        looked: Digests of the texts that may leave as they are.
        changes: Digests of the others, each with what is to be changed.
        signer: The Ed25519 public key, 32 bytes; whose it is must be known from elsewhere.
        evidence: What was signed, with its signature: digests alone, no text of anybody.
    """

    looked: tuple[bytes, ...]
    changes: dict[bytes, str] = field(repr=False)
    signer: bytes
    evidence: bytes = field(repr=False)


def write_request(path: Path, request: Request, recipient: PublicRecipient) -> None:
    """Write a request for one colleague; never overwrites.

    Raises:
        UnavailableError: It exists, the disk is full or read-only.
        UsageError: The folder does not exist.
    """
    _write(path, canonical.encode(_document_of(request)), recipient)


def _document_of(request: Request) -> dict[str, canonical.Json]:
    texts: list[canonical.Json] = [
        {
            "decided": to_base64(each.decided),
            "field": each.question,
            "language": each.language,
            "text": each.text,
        }
        for each in request.texts
    ]
    return {
        "format": REQUEST,
        "answer_to": str(request.answer_to),
        "signer": request.signer,
        "texts": texts,
    }


def read_request(path: Path, identities: Sequence[Identity]) -> Request:
    """Return a request that is encrypted to one of the identities.

    Raises:
        WrongKeyError: It is for somebody else.
        BundleDamagedError: It is damaged, too large, or no request.
        UsageError: The file cannot be read.
    """
    document = canonical.decode(_read(path, identities, _LARGEST_REQUEST), "request")
    try:
        _require_keys(document, {"format", "answer_to", "signer", "texts"}, REQUEST)
        texts = tuple(_shown(each) for each in _list_of(document["texts"]))
        if not can_be_shown(texts):
            raise ValueError("size")  # noqa: TRY301 (all flaws of a file end in one error)
        signer = document["signer"]
        if signer not in _LABELS or not isinstance(document["answer_to"], str):
            raise ValueError("signer")  # noqa: TRY301 (all flaws of a file end in one error)
        return Request(parse_recipient(document["answer_to"]), signer, texts)
    except (ValueError, TypeError, KeyError):
        raise BundleDamagedError(part="request") from None


def write_answer(path: Path, request: Request, changes: dict[int, str], signer: Signer) -> None:
    """Sign the texts of a request and write the answer; never overwrites.

    Args:
        path: The new file.
        request: What was looked at.
        changes: What is to be changed, by the text's place from 0; all others are signed as they
            are.
        signer: The colleague's signing key.

    Raises:
        UnavailableError: It exists, the disk is full or read-only.
        UsageError: The folder does not exist.
    """
    said = {request.texts[place].digest: inert(text) for place, text in changes.items()}
    passed = dict.fromkeys(each.digest for each in request.texts if each.digest not in said)
    told: dict[str, canonical.Json] = {
        "salt": to_base64(secrets.token_bytes(_SALT_BYTES)),
        "texts": list(said.values()),
    }
    body: dict[str, canonical.Json] = {
        "format": ANSWER,
        "signer": to_base64(signer.public),
        "passed": [to_base64(digest) for digest in passed],
        "objected": [to_base64(digest) for digest in said],
        "changes": _told_digest(told),
    }
    signature = signer.sign(_SIGNED + canonical.encode(body))
    document = {**body, "signature": to_base64(signature), "told": told}
    _write(path, canonical.encode(document), request.answer_to)


def _told_digest(told: dict[str, Any]) -> str:
    """Return what binds the texts of an answer to its signed body.

    The salt goes with the texts and is kept nowhere: without it nobody can try texts on the digest.
    """
    return to_base64(hashlib.sha256(_TOLD + canonical.encode(told)).digest())


def read_answer(path: Path, identities: Sequence[Identity]) -> Answer:
    """Return an answer that is encrypted to one of the identities, its signature checked.

    Raises:
        WrongKeyError: It is for somebody else.
        BundleDamagedError: It is damaged, too large, no answer, or the signature fails.
        UsageError: The file cannot be read.
    """
    return parse_answer(_read(path, identities, _LARGEST_ANSWER))


def parse_answer(content: bytes) -> Answer:
    """Return the answer in a document, its signature checked.

    Raises:
        BundleDamagedError: It is no answer, or the signature fails.
    """
    document = canonical.decode(content, "answer")
    try:
        _require_keys(document, {*_BODY, "signature", "told"}, ANSWER)
        told = document.pop("told")
        evidence = canonical.encode(document)
        public, passed, objected = _signed_in(document)
        changes = dict(zip(objected, _told(told, document["changes"]), strict=True))
    except (ValueError, TypeError, KeyError, RecursionError, InvalidSignature):
        raise BundleDamagedError(part="answer") from None
    return Answer(passed, changes, public, evidence)


def signed_by(evidence: bytes) -> tuple[bytes, frozenset[bytes]]:
    """Return who signed the evidence of an answer, and the digests that may leave as they are.

    Raises:
        BundleDamagedError: It is no evidence, or the signature fails.
    """
    document = canonical.decode(evidence, "answer")
    try:
        _require_keys(document, {*_BODY, "signature"}, ANSWER)
        public, passed, _ = _signed_in(document)
    except (ValueError, TypeError, KeyError, RecursionError, InvalidSignature):
        raise BundleDamagedError(part="answer") from None
    return public, frozenset(passed)


def _signed_in(document: dict[str, Any]) -> tuple[bytes, tuple[bytes, ...], tuple[bytes, ...]]:
    """Return signer, passed and objected digests of a signed body; its signature is taken out."""
    signature = from_base64(document.pop("signature"), SIGNATURE_BYTES)
    public = from_base64(document["signer"], KEY_BYTES)
    signed = _SIGNED + canonical.encode(document)
    Ed25519PublicKey.from_public_bytes(public).verify(signature, signed)
    passed, objected = (_digests(document[key]) for key in ("passed", "objected"))
    if not 0 < len({*passed, *objected}) == len(passed) + len(objected) <= MOST_TEXTS:
        raise ValueError("digests")
    return public, passed, objected


def can_be_shown(texts: Sequence[Shown]) -> bool:
    """Tell whether a person can read these texts, and a window hold them.

    Each has at most ``LONGEST_TEXT`` bytes, all have ``LARGEST_TEXTS`` and ``MOST_LINES``.
    """
    sizes = [len(each.text.encode("utf-8")) for each in texts]
    lines = sum(len(_LINE_ENDS.findall(each.text)) for each in texts)
    fits = max(sizes, default=0) <= LONGEST_TEXT and sum(sizes) <= LARGEST_TEXTS
    return fits and lines <= MOST_LINES


def _require_keys(document: dict[str, Any], keys: set[str], kind: str) -> None:
    if document.keys() != keys or document["format"] != kind:
        raise ValueError("keys")


def _list_of(value: object) -> list[dict[str, Any]]:
    if not isinstance(value, list) or not 0 < len(value) <= MOST_TEXTS:
        raise ValueError("texts")
    if not all(isinstance(each, dict) for each in value):
        raise ValueError("texts")
    return value


def _shown(document: dict[str, Any]) -> Shown:
    if document.keys() != {"decided", "field", "language", "text"}:
        raise ValueError("keys")
    name, language, text = (document[key] for key in ("field", "language", "text"))
    if not all(isinstance(each, str) for each in (name, language, text)):
        raise ValueError("kind")
    if text != inert(text) or not _FIELD.fullmatch(name):
        raise ValueError("text")
    if language != known_language(language):
        raise ValueError("language")
    return Shown(from_base64(document["decided"], DIGEST_BYTES), name, language, text)


def _digests(value: object) -> tuple[bytes, ...]:
    if not isinstance(value, list) or len(value) > MOST_TEXTS:
        raise ValueError("digests")
    return tuple(from_base64(each, DIGEST_BYTES) for each in value)


def _told(told: object, digest: object) -> list[str]:
    if not isinstance(told, dict) or told.keys() != {"salt", "texts"}:
        raise ValueError("keys")
    texts = told["texts"]
    from_base64(told["salt"], _SALT_BYTES)
    if not isinstance(texts, list) or _told_digest(told) != digest:
        raise ValueError("told")
    if any(len(text) > LONGEST_CHANGE or text != inert(text) for text in texts):
        raise ValueError("change")
    return texts


def _write(path: Path, content: bytes, recipient: PublicRecipient) -> None:
    def fill(sink: BinaryIO) -> None:
        writer = ContainerWriter(sink, [recipient])
        with writer.file_key:
            writer.write(content)
            writer.finish()

    write_new(path, fill)


def _read(path: Path, identities: Sequence[Identity], most: int) -> bytes:
    with open_existing(path) as source:
        content = open_container(source, identities).read(most + 1)
    if len(content) > most:
        raise BundleDamagedError(part="size")
    return content
