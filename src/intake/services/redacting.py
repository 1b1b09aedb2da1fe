"""Redaction of texts without a vault: what ``intake redact`` offers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from intake.domain.ids import MarkId, PersonId
from intake.domain.marks import Mark
from intake.domain.person import Identity, Role
from intake.errors import InputFileError, UsageError
from intake.redaction.apply import redact
from intake.redaction.pseudonyms import KIND_LABELS
from intake.redaction.suggest import Profile, Suggestion, suggest

__all__ = ["Profile", "Redacted", "read_identities", "redact_bytes", "redact_lines", "redact_text"]

_LONGEST_LINE = 16 * 1024 * 1024
_KEYS = frozenset(
    {"name", "names", "aliases", "phone", "phones", "email", "emails"}
    | {"handles", "documents", "birth_date"}
)


@dataclass(frozen=True, slots=True)
class Redacted:
    """A redacted text and what was done to it."""

    text: str
    suggestions: tuple[Suggestion, ...]

    def as_document(self) -> dict[str, Any]:
        """Return text and spans as the command line prints them."""
        return {
            "text": self.text,
            "spans": [
                {
                    "start": found.start,
                    "end": found.end,
                    "kind": found.kind.value,
                    "replacement": _replacement(found),
                    "source": found.source,
                    "score": round(found.score, 3),
                }
                for found in self.suggestions
            ],
        }


def redact_text(
    text: str, language: str, profile: Profile, identities: Sequence[Identity] = ()
) -> Redacted:
    """Redact one text: every suggestion is masked.

    Raises:
        UsageError: The profile lets no statement leave.
    """
    if profile is Profile.NONE:
        raise UsageError(what="The profile none lets no text leave. Choose strict or balanced.")
    found = suggest(text, language=language, identities=identities, profile=profile)
    marks = [_as_mark(index, each) for index, each in enumerate(found)]
    shown = {mark.id: _replacement(each) for mark, each in zip(marks, found, strict=True)}
    return Redacted(redact(text, marks, lambda mark: shown[mark.id]).text, found)


def redact_bytes(
    content: bytes, language: str, profile: Profile, identities: Sequence[Identity] = ()
) -> Redacted:
    """Redact a text in UTF-8.

    Raises:
        InputFileError: It is not UTF-8.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise InputFileError(line=line, key="text", reason="this is not UTF-8 text") from None
    return redact_text(text, language, profile, identities)


def redact_lines(
    file: BinaryIO, language: str, profile: Profile, identities: Sequence[Identity] = ()
) -> Iterator[str]:
    """Redact a file of JSON documents, one a line; yields lines in the same order.

    A line holds ``id``, ``text`` and perhaps ``lang`` and ``identities``.

    Raises:
        InputFileError: A line is wrong; it names line, key and reason.
    """
    number = 0
    while raw := file.readline(_LONGEST_LINE + 1):
        number += 1
        if not raw.strip():
            continue
        if len(raw) > _LONGEST_LINE:
            raise InputFileError(line=number, key="line", reason="the line is too long")
        document = _document(raw, number)
        own = _identities(document.get("identities", []), number, first=len(identities) + 1)
        people = [*identities, *own]
        result = redact_text(document["text"], document.get("lang") or language, profile, people)
        answer = {"id": document["id"], **result.as_document()}
        yield json.dumps(answer, ensure_ascii=True)


def read_identities(path: Path) -> tuple[Identity, ...]:
    """Return the people in a JSON file: a list of names, aliases and phones.

    Raises:
        UsageError: The file cannot be read.
        InputFileError: It is no such list.
    """
    try:
        content = json.loads(path.read_bytes())
    except OSError as error:
        raise UsageError(what=f"The file {path} cannot be read. Check its path.") from error
    except (ValueError, RecursionError):
        raise InputFileError(line=1, key="identities", reason="this is not JSON") from None
    return _identities(content, 1, first=1)


def _document(raw: bytes, number: int) -> dict[str, Any]:
    try:
        document = json.loads(raw)
    except (ValueError, RecursionError):
        raise InputFileError(line=number, key="line", reason="this is not JSON") from None
    if not isinstance(document, dict):
        raise InputFileError(line=number, key="line", reason="this is not a JSON object")
    for key in ("id", "text"):
        if not isinstance(document.get(key), str):
            raise InputFileError(line=number, key=key, reason="a text is needed here")
    if not isinstance(document.get("lang") or "", str):
        raise InputFileError(line=number, key="lang", reason="a language code is needed here")
    return document


def _identities(content: object, number: int, *, first: int) -> tuple[Identity, ...]:
    if not isinstance(content, list):
        raise InputFileError(line=number, key="identities", reason="a list is needed here")
    return tuple(
        _identity(entry, place, number) for place, entry in enumerate(content, start=first)
    )


def _identity(entry: object, place: int, number: int) -> Identity:
    if not isinstance(entry, dict):
        raise InputFileError(line=number, key="identities", reason="objects are needed here")

    def texts(*keys: str) -> tuple[str, ...]:
        found: list[str] = []
        for key in keys:
            value = entry.get(key) or []
            values = [value] if isinstance(value, str) else value
            if not isinstance(values, list) or not all(isinstance(v, str) for v in values):
                raise InputFileError(line=number, key=key, reason="texts are needed here")
            found += values
        return tuple(found)

    identity = Identity(
        code=f"P{place}",
        role=Role.OTHER,
        names=texts("name", "names"),
        aliases=texts("aliases"),
        phones=texts("phone", "phones"),
        emails=texts("email", "emails"),
        handles=texts("handles"),
        documents=texts("documents"),
        birth_date=next(iter(texts("birth_date")), None),
    )
    if entry and not entry.keys() & _KEYS:  # a slip of the pen would leave somebody unprotected
        raise InputFileError(line=number, key="identities", reason="give name, aliases or phone")
    return identity


def _as_mark(index: int, found: Suggestion) -> Mark:
    person = PersonId(found.code) if found.code is not None else None
    return Mark(MarkId(str(index)), found.start, found.end, found.kind, person_id=person)


def _replacement(found: Suggestion) -> str:
    if found.code is not None:  # a file of identities says of nobody what they are
        return f"[{found.code}, {Role.OTHER}]"
    return KIND_LABELS[found.kind]
