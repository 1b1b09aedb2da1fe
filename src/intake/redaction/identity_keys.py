"""Turns phones, codes and dates of a recorded person into keys that do not depend on spelling."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from intake.domain.person import Identity
from intake.redaction.lists import is_function_word
from intake.redaction.source_text import LATIN_FOR_CYRILLIC, words_of
from intake.redaction.strict_rule import is_year

SHORTEST_PHONE = 5
_SHORTEST_CODE = 4
_SHORTEST_WEAK = 3
_SPECIFIC_DIGITS = 6
NATIONAL = 9


def digits_of(text: str) -> str:
    """Return the decimal digits of a text in ASCII."""
    if text.isascii() and text.isdecimal():
        return text
    return "".join(str(int(char)) for char in text if char.isdecimal())


def code_key(key: str) -> str:
    """Return the folded word with Cyrillic letters that look Latin as Latin ones."""
    return key.translate(LATIN_FOR_CYRILLIC)


def codes_of(identity: Identity) -> Iterator[str]:
    """Return the keys under which e-mails, handles and documents of a person are found."""
    yield from _whole((*identity.emails, *identity.handles))
    for email in identity.emails:
        local = _compact(email.split("@")[0])
        if len(local) > _SHORTEST_CODE:
            yield local
    for document in identity.documents:
        yield from _document_keys(document)


def weak_codes_of(identity: Identity) -> Iterator[str]:
    """Return the folded phones, handles and documents that are too short to be looked for alone."""
    for code in (*identity.handles, *identity.documents, *identity.phones):
        whole = _compact(code)
        is_short = len(whole) <= _SHORTEST_CODE or (whole.isdecimal() and len(whole) <= NATIONAL)
        tells = len(whole) >= _SHORTEST_WEAK and not is_year(whole)
        if is_short and tells and not is_function_word(whole, ""):
            yield whole


def whole_codes(identity: Identity) -> Iterator[str]:
    """Return the keys of e-mails, handles and documents of a person, each by all of its text."""
    yield from _whole((*identity.emails, *identity.handles, *identity.documents))


def _whole(codes: Iterable[str]) -> Iterator[str]:
    for code in codes:
        whole = _compact(code)
        if len(whole) >= _SHORTEST_CODE and not is_year(whole):
            yield whole


def _document_keys(document: str) -> Iterator[str]:
    """Return all of a document's text and each stretch of it that is specific by its digits."""
    parts = [code_key(word) for word in words_of(document)]
    for first in range(len(parts)):
        for last in range(first + 1, len(parts) + 1):
            key = "".join(parts[first:last])
            digits = sum(char.isdigit() for char in key)
            needed = _SPECIFIC_DIGITS if digits == len(key) else _SHORTEST_CODE
            if digits >= needed:
                yield key


def _compact(text: str) -> str:
    return "".join(code_key(word) for word in words_of(text))


def digit_endings(found: str) -> Iterator[str]:
    """Return the digits of a candidate up to the end of each group of digits."""
    digits = ""
    for index, char in enumerate(found):
        if char.isdecimal():
            digits += str(int(char))
            following = found[index + 1 : index + 2]
            if len(digits) >= SHORTEST_PHONE and not following.isdecimal():
                yield digits


def is_same_phone(known: str, found: str) -> bool:
    """Tell whether two numbers agree as far as both go, apart from what stands before the area."""
    reach = min(len(known), len(found), NATIONAL)
    return known[-reach:] == found[-reach:]


def full_date(text: str | None) -> tuple[int, int, int] | None:
    """Return (year, month, day) of an EDTF date that names a day, else ``None``.

    What people write instead, ``14.03.1987``, is taken for what they mean.
    """
    plain = (text or "").rstrip("?~%")
    parts = plain.split(".")[::-1] if "." in plain else plain.split("-")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):  # noqa: PLR2004 (year, month, day)
        return None
    year, month, day = (int(part) for part in parts)
    return year, month, day
