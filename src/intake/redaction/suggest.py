"""Proposes what to mask in a text, in one pass over all detectors; people decide."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from intake.domain.marks import MarkKind
from intake.domain.person import Identity
from intake.redaction import strict_rule
from intake.redaction.attribution import attributed
from intake.redaction.detectors import DETECTORS
from intake.redaction.lists import is_function_word, words
from intake.redaction.namesakes import namesakes
from intake.redaction.propagation import propagate
from intake.redaction.readings import readings
from intake.redaction.recognisers import JUDGMENT, recognise
from intake.redaction.source_text import SourceText, Token
from intake.redaction.strangers import without_plain_words
from intake.redaction.suggestion import Profile, Suggestion
from intake.redaction.vocabulary import AGAIN, ALWAYS, NO_WORDS, Vocabulary

__all__ = ["Profile", "Suggestion", "suggest"]

# What is less certain than this is not proposed.
_THRESHOLDS = {Profile.STRICT: 0.2, Profile.BALANCED: 0.5}
_REPEATED_LEAST = 3
_REPEATED_KINDS = frozenset(
    {MarkKind.PERSON, MarkKind.PLACE, MarkKind.ORGANISATION, MarkKind.OTHER, MarkKind.NUMBER}
)


def suggest(
    text: str,
    *,
    language: str = "",
    identities: Sequence[Identity] = (),
    profile: Profile = Profile.STRICT,
    vocabulary: Vocabulary = NO_WORDS,
) -> tuple[Suggestion, ...]:
    """Propose stretches to mask, sorted and without overlaps.

    Args:
        text: The original.
        language: BCP 47 tag, or empty when not known.
        identities: The people of the case; every mention of them is proposed.
        profile: How much is proposed.
        vocabulary: Words that are always masked, or never.

    Returns:
        Suggestions in code points of ``text``; empty for ``Profile.NONE``.
    """
    if profile is Profile.NONE:
        return ()
    source = SourceText(text, language)
    found = _proposed(source, identities, profile, vocabulary)
    plain = source.text
    del source  # of a long text the words of one reading are enough to hold
    for reading in readings(plain):
        again = _proposed(SourceText(reading.text, language), identities, profile, vocabulary)
        found = merge([*found, *map(reading.back, again)])
    return tuple(found)


def _proposed(
    source: SourceText, identities: Sequence[Identity], profile: Profile, vocabulary: Vocabulary
) -> list[Suggestion]:
    least = _THRESHOLDS[profile]
    people = tuple(propagate(source, identities))
    patterns = [*people, *vocabulary.find(source), *_patterns(source)]
    # What is not proposed widens nothing and hides nothing that a net finds; a doubtful person
    # lends it who it is.
    found = merge(hit for hit in patterns if hit.score >= least or hit.code is not None)
    for net in (_recognised(source), strict_rule.find(source)):
        # A wide stretch of something must not swallow the mention of a person that lies in it.
        proposed = [hit for hit in found if hit.score >= least]
        caught = (hit for hit in net if hit.score >= least)
        found = merge([*found, *_uncovered(source, caught, proposed)])
    sure = merge(hit for hit in found if hit.score >= least)
    sure = merge([*sure, *namesakes(source, sure, least)])
    sure = attributed(source, sure, people, identities)
    everything = merge([*sure, *_repeated(source, sure)])
    named = [hit for hit in people if hit.score >= least]
    return [
        hit
        for hit in everything
        if hit.source in {ALWAYS, AGAIN}
        or not vocabulary.spares(source.text[hit.start : hit.end])
        or any(other.start < hit.end and hit.start < other.end for other in named)
    ]


def merge(found: Iterable[Suggestion]) -> list[Suggestion]:
    """Unite overlapping suggestions; the longest gives the kind."""
    merged: list[Suggestion] = []
    for hit in sorted(found, key=lambda each: (each.start, -each.end)):
        if not merged or hit.start >= merged[-1].end:
            merged.append(hit)
            continue
        before = merged[-1]
        best = _better(before, hit)
        merged[-1] = best._replace(
            start=before.start,
            end=max(before.end, hit.end),
            score=max(before.score, hit.score),
        )
    return merged


def _ends_word(char: str) -> bool:
    return char.isalnum() or unicodedata.combining(char) > 0


def _better(one: Suggestion, other: Suggestion) -> Suggestion:
    """Return the one that tells more about the stretch both are about."""
    if one.kind is other.kind is MarkKind.PERSON and (one.code is None) != (other.code is None):
        return other if one.code is None else one
    return max(one, other, key=lambda hit: (hit.end - hit.start, hit.code is not None, hit.score))


def _patterns(source: SourceText) -> Iterator[Suggestion]:
    for detector in DETECTORS.values():
        yield from detector(source)


def _recognised(source: SourceText) -> Iterator[Suggestion]:
    """Yield what the models find; what a judgment says of somebody is kept as it stands."""
    for hit in recognise(source):
        if hit.source == JUDGMENT.source:
            yield hit
        else:
            yield from without_plain_words(source, hit)


def _uncovered(
    source: SourceText, hits: Iterable[Suggestion], found: Sequence[Suggestion]
) -> Iterator[Suggestion]:
    """Return what the safety net adds: the words of its hits that nothing else covers."""
    place = 0
    for hit in sorted(hits, key=lambda each: each.start):
        start = hit.start
        while place < len(found) and found[place].end <= start:
            place += 1
        for other in found[place : place + hit.end - hit.start]:
            if other.start >= hit.end:
                break
            yield from _trimmed(source, hit, start, other.start)
            start = max(start, other.end)
        yield from _trimmed(source, hit, start, hit.end)


def _trimmed(source: SourceText, hit: Suggestion, start: int, end: int) -> Iterator[Suggestion]:
    """Return the hit over ``text[start:end]`` without spaces and points at its edges, if any."""
    while start < end and not source.text[start].isalnum():
        start += 1
    while start < end and not _ends_word(source.text[end - 1]):
        end -= 1
    if start < end:
        yield hit._replace(start=start, end=end)


def _repeated(source: SourceText, sure: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """Propose again, wherever it stands, each word that is proposed somewhere."""
    chosen: dict[str, Suggestion] = {}
    covered = list(_with_suggestion(source, sure))
    for token, hit in covered:
        if hit is not None and hit.kind in _REPEATED_KINDS and _is_telling(source, token):
            known = chosen.get(token.key)
            if known is None or (hit.code is not None, hit.score) > (
                known.code is not None,
                known.score,
            ):
                chosen[token.key] = hit
    for token, hit in covered:
        first = chosen.get(token.key)
        if hit is None and first is not None and _is_telling(source, token):
            yield first._replace(start=token.start, end=token.end)


def _with_suggestion(
    source: SourceText, sure: Sequence[Suggestion]
) -> Iterator[tuple[Token, Suggestion | None]]:
    place = 0
    for token in source.tokens:
        while place < len(sure) and sure[place].end <= token.start:
            place += 1
        inside = place < len(sure) and sure[place].start < token.end
        yield token, sure[place] if inside else None


def _is_telling(source: SourceText, token: Token) -> bool:
    if len(token.key) < _REPEATED_LEAST or token.key in words("public_names"):
        return False
    if any(char.isdecimal() for char in token.key):
        return len(token.key) > _REPEATED_LEAST and not strict_rule.is_year(token.key)
    tells = token.is_capital or source.ignores_case
    return tells and not is_function_word(token.key, source.language)
