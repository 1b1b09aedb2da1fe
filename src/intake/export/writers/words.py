"""The words of the report and the codebook in every language of the window; English is the source.

It translates what the program says, never what people said.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

ENGLISH = "en"
LANGUAGES = (ENGLISH, "be", "ru")

_FOLDER = Path(__file__).resolve().parent / "languages"


class Words:
    """Says things in one language.

    Args:
        language: One of ``LANGUAGES``.
    """

    def __init__(self, language: str = ENGLISH) -> None:
        if language not in LANGUAGES:
            raise ValueError("a language that the report is not written in")
        self.language = language
        self._texts = texts_in(language)

    def __call__(self, text: str, **values: object) -> str:
        """Return an English text in this language, with values in the places that it names."""
        found = self._texts.get(text, text)
        return found.format(**values) if values else found


@cache
def texts_in(language: str) -> Mapping[str, str]:
    """Return what each English text is in a language; nothing for English itself."""
    if language == ENGLISH:
        return {}
    found: dict[str, str] = json.loads((_FOLDER / f"{language}.json").read_text("utf-8"))
    return found
