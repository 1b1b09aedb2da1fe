"""What a second person looks at before a statement leaves, as a digest that nothing else has."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from intake.domain.ids import StatementId
from intake.domain.marks import Mark
from intake.domain.statement import Statement

DIGEST_BYTES = 32
# Each digest says of what it is, so that none can be taken for another.
_DECIDED = b"intake second look 1: decided\0"
_SHOWN = b"intake second look 1: shown\0"


@dataclass(frozen=True, slots=True)
class Look:
    """That somebody looked at exactly what would leave of a statement, or objects to it.

    Attributes:
        digest: ``shown_digest`` of what was looked at, 32 bytes.
        signer: The Ed25519 key that signed it, base64; empty for a confirmation in this vault.
        by: Who it was: the name of the key here, or the code that somebody gave; empty for an
            objection.
        at: When it was recorded here (UTC).
        answer: What was signed, digests alone, with its signature; empty for a confirmation here
            and for an objection.
        objects: Whether this may not leave as it is.
        round: For a confirmation in this vault how often a colleague's key was trusted before: one
            of an earlier round counts for nothing. 0 for what is signed.
    """

    statement_id: StatementId
    digest: bytes
    signer: str
    by: str
    at: datetime
    answer: bytes = b""
    objects: bool = False
    round: int = 0


def decided_digest(statement: Statement, marks: Iterable[Mark]) -> bytes:
    """Return 32 bytes over a text and everything that was decided about it.

    The statement's random id is part of it: whoever has only the digest can try no text.
    """
    told = [statement.id, statement.digest, statement.question, statement.language]
    # As JSON, where two marks differ in None and in text.
    return _digest(_DECIDED, [told, sorted((_fields(m) for m in marks), key=json.dumps)])


def shown_digest(decided: bytes, question: str, language: str, text: str) -> bytes:
    """Return 32 bytes over what a second person sees, tied to what was decided.

    Args:
        decided: ``decided_digest``.
        question: Name of the narrative.
        language: BCP 47 tag, or empty.
        text: The redacted text as it is shown.
    """
    return _digest(_SHOWN, [decided.hex(), question, language, text])


def _fields(mark: Mark) -> list[object]:
    told = mark.paraphrase
    return [
        mark.start,
        mark.end,
        mark.kind.value,
        mark.decision.value,
        mark.person_id,
        None if told is None else [told.text, [_fields(found) for found in told.marks]],
    ]


def _digest(marker: bytes, content: list[object]) -> bytes:
    # ASCII and lists alone: one way to write each content.
    plain = json.dumps(content, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    return hashlib.blake2b(marker + plain, digest_size=DIGEST_BYTES).digest()
