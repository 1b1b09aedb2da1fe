"""Words of everyday language: what the questionnaire and the word list are written with."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from intake.forms.definition import Texts
from intake.forms.loader import core_form
from intake.redaction.source_text import words_of
from intake.vault.passphrase import word_list


@cache
def ordinary_words() -> frozenset[str]:
    """Return words that are no sign of anybody where they stand alone, as the gate folds them."""
    generator = (word.decode("ascii") for word in word_list())
    form = (text for texts in _texts() for text in texts.by_language.values())
    return frozenset(key for text in (*generator, *form) for key in words_of(text))


def _texts() -> Iterator[Texts]:
    form = core_form()
    for section in form.sections:
        yield from (section.label, section.hint)
    for question in form.questions:
        yield from (question.label, question.hint)
    for choices in form.choices.values():
        yield from (choice.label for choice in choices.choices)
