"""The recognisers with weights, chosen by the language of each paragraph; one interface for all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from intake.redaction.lists import LANGUAGES, words
from intake.redaction.people.given import Given, given
from intake.redaction.people.surnames import may_be_surname
from intake.redaction.recognisers import crf
from intake.redaction.recognisers.crf import Use
from intake.redaction.recognisers.features import sequences
from intake.redaction.recognisers.languages import languages_of
from intake.redaction.source_text import SourceText, Token, word_key
from intake.redaction.suggestion import Suggestion

_NAMES = frozenset({"PERSON", "LOC", "ORG"})
JUDGMENT = Use("judgments_en", "judgment", 0.1, 0.03, frozenset(crf.KINDS), reads_names=False)
# Testimony is not what the English model was trained on: only names count, and only likely ones.
ENGLISH = Use("judgments_en", "names_en", 0.3, 0.15, _NAMES | {"CODE"})
# Trained on Belarusian; its neighbours' names look alike, and nothing better may be shipped.
CYRILLIC = Use("names_be", "names_be", 0.3, 0.1, _NAMES)
BY_LANGUAGE: Mapping[str, Use] = MappingProxyType(
    {"en": ENGLISH, "be": CYRILLIC, "ru": CYRILLIC, "uk": CYRILLIC}
)
# A decision of a court is long; a witness who speaks of courts is not.
_FEWEST_WORDS = 160
_ONE_IN = 40
_SURE_OPENING, _DOUBTFUL = 0.8, 0.4


def recognise(source: SourceText) -> Iterator[Suggestion]:
    """Return what the models take for identifying, paragraph by paragraph."""
    if source.language not in {"", *LANGUAGES}:
        return  # its small words would pass for those of a language that is read
    is_judgment = _reads_like_a_judgment(source)
    for paragraph, rows in sequences(source):
        keys = [word.key for word in paragraph if word.token is not None]
        text = source.text[paragraph[0].start : paragraph[-1].end]
        languages = languages_of(text, keys) or frozenset({source.language})
        chosen = {BY_LANGUAGE[each] for each in languages if each in BY_LANGUAGE}
        if is_judgment and ENGLISH in chosen:
            chosen.add(JUDGMENT)
        for use in sorted(chosen, key=lambda each: each.source):
            for hit in crf.suggestions(use, paragraph, rows, ignores_case=source.ignores_case):
                yield _doubted(source, hit) if use.reads_names else hit


def _doubted(source: SourceText, hit: Suggestion) -> Suggestion:
    """Return a name less sure where one word has its capital from the sentence that it opens."""
    word = source.text[hit.start : hit.end]
    if hit.score >= _SURE_OPENING or not word.isalpha():
        return hit
    token = Token(hit.start, hit.end, word_key(word), is_capital=True)
    if not source.starts_sentence(token) or may_be_surname(token.key):
        return hit
    return hit if given(token.key) is Given.NAME else hit._replace(score=_DOUBTFUL)


def without_model(language: str) -> bool:
    """Tell whether nothing but patterns and the strict rule reads statements of a language."""
    use = BY_LANGUAGE.get(language)
    return use is None or not crf.is_available(use.model)


def _reads_like_a_judgment(source: SourceText) -> bool:
    """Tell whether a text is a court's decision rather than somebody's account."""
    found = sum(token.key in words("judgment_words") for token in source.tokens)
    return len(source.tokens) >= _FEWEST_WORDS and found * _ONE_IN >= len(source.tokens)
