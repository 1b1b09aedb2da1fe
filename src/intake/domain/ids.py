"""Identifiers of records: random, meaningless, and of distinct types."""

from __future__ import annotations

import secrets
from typing import NewType

CaseId = NewType("CaseId", str)
InterviewId = NewType("InterviewId", str)
PersonId = NewType("PersonId", str)
EventId = NewType("EventId", str)
StatementId = NewType("StatementId", str)
RevisionId = NewType("RevisionId", str)
MarkId = NewType("MarkId", str)
RulingId = NewType("RulingId", str)

# The owner of an answer sheet: a case, an interview, a person or an event.
OwnerId = CaseId | InterviewId | PersonId | EventId

_ID_BYTES = 16
_CODE_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # hard to confuse by eye
_CODE_LENGTH = 7


def new_id() -> str:
    """Return a fresh random identifier: 32 lower-case hex digits (128 bits)."""
    return secrets.token_hex(_ID_BYTES)


def check_character(body: str) -> str:
    """Return the check character of a case code body.

    A weighted sum modulo 31 (prime, weights 1..n): any single wrong character and any swap of two
    neighbours changes it.

    Args:
        body: Characters of the code alphabet, without separators.
    """
    prime = 31
    total = sum(weight * _CODE_ALPHABET.index(char) for weight, char in enumerate(body, start=2))
    return _CODE_ALPHABET[total % prime]


def new_case_code() -> str:
    """Return a random case code such as ``K7M2-Q9XT``: seven random characters and a check one."""
    body = "".join(secrets.choice(_CODE_ALPHABET[:31]) for _ in range(_CODE_LENGTH))
    full = body + check_character(body)
    return f"{full[:4]}-{full[4:]}"


def is_case_code(text: str) -> bool:
    """Tell whether ``text`` is a well-formed case code with the right check character."""
    compact = text.replace("-", "").upper()
    if len(compact) != _CODE_LENGTH + 1 or any(char not in _CODE_ALPHABET for char in compact):
        return False
    return check_character(compact[:-1]) == compact[-1]
