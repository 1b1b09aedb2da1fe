"""Refuses catalogues that are incomplete, out of date, or whose placeholders differ.

A translation must keep every ``{name}`` and ``%n``, have an access key where the English text has
one, begin and end with the same white space, and hold no invisible control characters.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator

import catalogues
from catalogues import COMPLETE, ENGLISH, PLURAL_FORMS, Catalogue, Message

_PLACEHOLDER = re.compile(r"\{\w*\}|%n")
_ACCESS_KEY = re.compile(r"&(?=\w)")


def faults_of(message: Message, texts: tuple[str, ...], language: str) -> Iterator[str]:
    """Yield what is wrong with one translation."""
    if message.plural and len(texts) != PLURAL_FORMS.get(language, len(texts)):
        yield f"{len(texts)} plural forms in place of {PLURAL_FORMS[language]}"
    for text in texts:
        if sorted(_PLACEHOLDER.findall(text)) != sorted(_PLACEHOLDER.findall(message.source)):
            yield f"placeholders differ: {text!r}"
        if bool(_ACCESS_KEY.search(text)) != bool(_ACCESS_KEY.search(message.source)):
            yield f"access key missing or added: {text!r}"
        if _edges(text) != _edges(message.source):
            yield f"white space at the ends differs: {text!r}"
        if any(unicodedata.category(char) in ("Cc", "Cf") for char in text if char != "\n"):
            yield f"invisible control character: {text!r}"


def faults(catalogue: Catalogue, wanted: list[Message]) -> Iterator[str]:
    """Yield what is wrong with a catalogue."""
    for message in wanted:
        texts = catalogue.texts.get(message)
        if texts is None:
            yield f"{message.context}: not translated: {message.source!r}"
            continue
        for fault in faults_of(message, texts, catalogue.language):
            yield f"{message.context}: {message.source!r}: {fault}"
    for message in sorted(set(catalogue.texts) - set(wanted)):
        yield f"{message.context}: not in the sources any more: {message.source!r}"


def main() -> int:
    """Check all catalogues; tell what is wrong and return 1 when something is."""
    found = []
    for part in catalogues.CATALOGUES:
        for language in sorted({ENGLISH, *COMPLETE, *catalogues.languages()}):
            path = catalogues.catalogue_path(part, language)
            wanted = catalogues.wanted(part, language)
            found += [
                f"{path.name}: {fault}" for fault in faults(catalogues.read(path, language), wanted)
            ]
    for line in found:
        print(line, file=sys.stderr)
    if found:
        print("Run packaging/update_translations.py, then translate.", file=sys.stderr)
    return bool(found)


def _edges(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


if __name__ == "__main__":
    raise SystemExit(main())
