"""Finds everything that names the known people of a case in a text; knows no other people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from intake.domain.marks import MarkKind
from intake.domain.person import Identity
from intake.redaction.detectors.dates import dates_in
from intake.redaction.detectors.edges import stands_alone
from intake.redaction.detectors.phones import PHONE_SHAPE
from intake.redaction.free_text import spelled_out
from intake.redaction.identity_keys import (
    NATIONAL,
    SHORTEST_PHONE,
    code_key,
    codes_of,
    digit_endings,
    digits_of,
    full_date,
    is_same_phone,
)
from intake.redaction.lists import is_function_word, words
from intake.redaction.name_parts import name_words
from intake.redaction.pieces import ENDING, START, numbers_in_pieces, words_in_pieces
from intake.redaction.source_text import SourceText, Token, word_key
from intake.redaction.suggestion import Suggestion


class Trait(StrEnum):
    """What of a person was found."""

    NAME = "name"
    INITIALS = "initials"
    PHONE = "phone"
    CODE = "code"  # e-mail, handle or document
    BIRTH_DATE = "birth_date"


@dataclass(frozen=True, slots=True)
class Match:
    """``text[start:end]`` names one of ``owners`` (indexes into the identities given)."""

    start: int
    end: int
    trait: Trait
    score: float
    owners: frozenset[int]


class _Part(NamedTuple):
    key: str
    owners: frozenset[int]


_SHORTEST_PART = 3
_STEM = 4
_LONG_STEM = 5
_LONGEST_ENDING = 3
_CODE_TOKENS = 8
_CODE_START = 4
_NAME_GAPS = frozenset(" \t\u00a0.,-–‑")
_WIDEST_NAME_GAP = 2
_LONGEST_INITIAL = 2
_SHORTEST_IN_PIECES = 5
_DIGITS = "0123456789"

# Scores. A "word" is a name part that is also a common word.
_SEVERAL = 0.99
_EXACT = 0.95
_WORD = 0.8
_WORD_AT_START = 0.5
_WORD_SMALL = 0.25
_STEMMED = 0.75
_STEMMED_SHORT = 0.55
_STEMMED_SMALL = 0.4


class _Hit(NamedTuple):
    owners: frozenset[int]
    score: float


class _Run:
    """Words of a name that stand together and can be one person's."""

    def __init__(self, token: Token, hit: _Hit) -> None:
        self.first = self.last = token
        self.owners = hit.owners
        self._score = hit.score
        self._words = 1

    def takes(self, source: SourceText, token: Token, hit: _Hit) -> bool:
        """Take in the next word if it stands close by and names the same people."""
        common = self.owners & hit.owners
        if not common or not _is_near(source, self.last, token):
            return False
        self.last, self.owners = token, common
        self._score = max(self._score, hit.score)
        self._words += 1
        return True

    def match(self, source: SourceText) -> Match:
        """Return what was found; together words are more certain, at a sentence's start less."""
        score = self._score
        if self._words > 1 and score >= _STEMMED:
            score = _SEVERAL
        elif score == _WORD and source.starts_sentence(self.first):
            score = _WORD_AT_START
        start, end = self.first.start, self.last.end
        return Match(start, end, Trait.NAME, score, self.owners)


class IdentityIndex:
    """Everything that names the given people, by key, so that a text is read once.

    Args:
        identities: The people; matches refer to them by index.
        inflected: Also find names whose ending differs.
    """

    def __init__(self, identities: Sequence[Identity], *, inflected: bool = True) -> None:
        self._parts: dict[str, set[int]] = defaultdict(set)
        self._short: dict[str, set[int]] = defaultdict(set)
        self._stems: dict[str, list[_Part]] = defaultdict(list)
        self._initials: dict[frozenset[str], set[int]] = defaultdict(set)
        self._phones: dict[str, set[tuple[str, int]]] = defaultdict(set)
        self._codes: dict[str, set[int]] = defaultdict(set)
        self._code_starts: set[str] = set()
        self._births: dict[tuple[int, int, int], set[int]] = defaultdict(set)
        self._inflected = inflected
        for owner, identity in enumerate(identities):
            self._add(owner, spelled_out(identity))
        self._starts = {key[:START] for key in self._parts}
        for key, owners in self._parts.items():
            if inflected and len(key) >= _STEM:
                self._stems[key[:_STEM]].append(_Part(key, frozenset(owners)))

    def _add(self, owner: int, identity: Identity) -> None:
        for name in (*identity.names, *identity.aliases):
            keys = name_words(name)
            for key in keys:
                small = len(key) < _SHORTEST_PART
                (self._short if small else self._parts)[key].add(owner)
            if len(keys) > 1:  # written as one word
                self._parts["".join(keys)].add(owner)
                self._parts["".join(reversed(keys))].add(owner)
            letters = frozenset(key[0] for key in keys)
            for pair in _pairs(letters):
                self._initials[pair].add(owner)
        for phone in identity.phones:
            digits = digits_of(phone)
            if len(digits) >= SHORTEST_PHONE:
                self._phones[digits[-ENDING:]].add((digits, owner))
        for key in codes_of(identity):
            self._codes[key].add(owner)
            self._code_starts.update(key[:length] for length in range(1, _CODE_START + 1))
        birth = full_date(identity.birth_date)
        if birth is not None:
            self._births[birth].add(owner)

    def find(self, source: SourceText) -> Iterator[Match]:
        """Return all matches in a text, names first.

        Within a trait they do not overlap, but for what was put together from pieces.
        """
        yield from _with(self._names(source), self._names_in_pieces(source))
        if self._initials:
            yield from self._initial_pairs(source)
        if self._phones:
            yield from _with(self._phone_numbers(source), self._phones_in_pieces(source))
        if self._codes:
            yield from self._code_words(source)
        if self._births:
            yield from self._birth_dates(source)

    def _names(self, source: SourceText) -> Iterator[Match]:
        run: _Run | None = None
        cache: dict[tuple[str, bool], _Hit | None] = {}
        for index in source.where(self._may_name):
            token = source.tokens[index]
            state = (token.key, token.is_capital)
            if state not in cache:
                cache[state] = self._look_up(token, source)
            hit = cache[state] or self._beside(token, run, source)
            if run is not None and not (hit and run.takes(source, token, hit)):
                yield run.match(source)
                run = None
            if hit is not None and run is None:
                run = _Run(token, hit)
        if run is not None:
            yield run.match(source)

    def _names_in_pieces(self, source: SourceText) -> Iterator[Match]:
        """Return names that a line end, a hyphen or spaces between the letters hide."""
        for token in words_in_pieces(source, self._parts, self._starts):
            hit = self._look_up(token, source) if len(token.key) >= _SHORTEST_IN_PIECES else None
            if hit is not None and hit.score >= _STEMMED:
                yield Match(token.start, token.end, Trait.NAME, hit.score, hit.owners)

    def _may_name(self, key: str) -> bool:
        """Tell whether a word can be part of a match, so that all others are passed over."""
        return (
            key in self._parts
            or key in self._short
            or key[:_STEM] in self._stems
            or len(key) == 1
            or key.removesuffix("s") in self._parts
            or key.rstrip(_DIGITS) in self._parts
        )

    def _look_up(self, token: Token, source: SourceText) -> _Hit | None:
        keys = (token.key, token.key.removesuffix("s"), token.key.rstrip(_DIGITS))
        owners = next((found for key in keys if (found := self._parts.get(key))), None)
        if owners:
            if not _is_word(token.key, source.language):
                return _Hit(frozenset(owners), _EXACT)
            return _Hit(frozenset(owners), _WORD if token.is_capital else _WORD_SMALL)
        if len(token.key) < _STEM or is_function_word(token.key, source.language):
            return None
        near = self._stems.get(token.key[:_STEM], ())
        stemmed = [part for part in near if _same_stem(part.key, token.key)]
        if not stemmed:
            return None
        owners = set[int]().union(*(part.owners for part in stemmed))
        if not (token.is_capital or source.ignores_case):
            return _Hit(frozenset(owners), _STEMMED_SMALL)
        long = any(token.key.startswith(part.key[:_LONG_STEM]) for part in stemmed)
        return _Hit(frozenset(owners), _STEMMED if long else _STEMMED_SHORT)

    def _beside(self, token: Token, run: _Run | None, source: SourceText) -> _Hit | None:
        """Return a short name part or an initial that stands behind a match of its person."""
        if run is None or not token.is_capital or not _is_near(source, run.last, token):
            return None
        if token.key in self._short:
            return _Hit(frozenset(self._short[token.key]), _EXACT)
        is_initial = len(token.key) == 1 and source.text[token.end : token.end + 1] == "."
        return _Hit(run.owners, _STEMMED) if is_initial else None

    def _initial_pairs(self, source: SourceText) -> Iterator[Match]:
        singles = [t for t in source.tokens if len(t.key) == 1 and t.is_capital]
        for left, right in pairwise(singles):
            owners = self._initials.get(frozenset(left.key + right.key))
            gap = source.gap(left, right)
            dotted = gap.startswith(".") and source.text[right.end : right.end + 1] == "."
            if owners and dotted and gap.strip(" \u00a0.") == "" and len(gap) <= _WIDEST_NAME_GAP:
                yield Match(left.start, right.end, Trait.INITIALS, _WORD, frozenset(owners))

    def _phone_numbers(self, source: SourceText) -> Iterator[Match]:
        for match in PHONE_SHAPE.finditer(source.text):
            start, end = match.span()
            start += len(match[0]) - len(match[0].lstrip())
            if not stands_alone(source.text, start, end):
                continue
            owners = frozenset(
                owner
                for ending in digit_endings(match[0])
                for phone, owner in self._phones.get(ending[-ENDING:], ())
                if is_same_phone(phone, ending)
            )
            if owners:
                yield Match(start, end, Trait.PHONE, _SEVERAL, owners)

    def _phones_in_pieces(self, source: SourceText) -> Iterator[Match]:
        """Return phone numbers with more between their digits than people write there."""
        for number in numbers_in_pieces(source.text, self._phones):
            owners = frozenset(
                owner
                for phone, owner in self._phones.get(number.digits[-ENDING:], ())
                if len(number.digits) >= min(len(phone), NATIONAL)
                and is_same_phone(phone, number.digits)
            )
            if owners and stands_alone(source.text, number.start, number.end):
                yield Match(number.start, number.end, Trait.PHONE, _SEVERAL, owners)

    def _code_words(self, source: SourceText) -> Iterator[Match]:
        reached = -1
        for first in source.where(self._may_start_code):
            last, owners = self._longest_code(source, first) if first > reached else (first, None)
            if owners:
                reached = last
                start, end = source.tokens[first].start, source.tokens[last].end
                score = _code_score(source, start, end)
                yield Match(start, end, Trait.CODE, score, frozenset(owners))

    def _may_start_code(self, key: str) -> bool:
        return code_key(key)[:_CODE_START] in self._code_starts

    def _longest_code(self, source: SourceText, first: int) -> tuple[int, set[int] | None]:
        """Return the last token and the people of the longest code that starts at a token."""
        tokens = source.tokens
        compact = code_key(tokens[first].key)
        found = first, self._codes.get(compact)
        for last in range(first + 1, min(first + _CODE_TOKENS, len(tokens))):
            if len(source.gap(tokens[last - 1], tokens[last])) > _WIDEST_NAME_GAP:
                break
            compact += code_key(tokens[last].key)
            if compact in self._codes:
                found = last, self._codes[compact]
        return found

    def _birth_dates(self, source: SourceText) -> Iterator[Match]:
        for date in dates_in(source):
            if date.year is None or date.month is None:
                continue
            owners = self._births.get((date.year, date.month, date.day))
            if owners:
                yield Match(date.start, date.end, Trait.BIRTH_DATE, _SEVERAL, frozenset(owners))


_KINDS = {
    Trait.NAME: MarkKind.PERSON,
    Trait.INITIALS: MarkKind.PERSON,
    Trait.PHONE: MarkKind.NUMBER,
    Trait.CODE: MarkKind.OTHER,
    Trait.BIRTH_DATE: MarkKind.DATE,
}


def propagate(source: SourceText, identities: Sequence[Identity]) -> Iterator[Suggestion]:
    """Propose every mention of the given people; each stands for one person where that is clear."""
    for match in IdentityIndex(identities).find(source):
        code = identities[next(iter(match.owners))].code if len(match.owners) == 1 else None
        kind = _KINDS[match.trait]
        yield Suggestion(match.start, match.end, kind, "identity", match.score, code)


def _is_near(source: SourceText, left: Token, right: Token) -> bool:
    gap = source.gap(left, right)
    if "." in gap and len(left.key) > _LONGEST_INITIAL:
        return False  # a full stop, not the point behind an initial
    return len(gap) <= _WIDEST_NAME_GAP and all(char in _NAME_GAPS for char in gap)


def _is_word(key: str, language: str) -> bool:
    return key in words("names_that_are_words") or is_function_word(key, language)


def _same_stem(name: str, word: str) -> bool:
    """Tell whether two words differ only in an ending of at most three letters."""
    shared = 0
    for left, right in zip(name, word, strict=False):
        if left != right:
            break
        shared += 1
    return shared >= _STEM and max(len(name), len(word)) - shared <= _LONGEST_ENDING


def _with(matches: Iterator[Match], pieces: Iterator[Match]) -> Iterator[Match]:
    """Yield the matches, and what was put together from pieces and reaches beyond them."""
    known = list(matches)
    yield from known
    for match in sorted(pieces, key=lambda each: each.start - each.end):
        if not any(each.start <= match.start and match.end <= each.end for each in known):
            known.append(match)
            yield match


def _pairs(letters: frozenset[str]) -> Iterator[frozenset[str]]:
    return (frozenset((left, right)) for left in letters for right in letters if left != right)


def _code_score(source: SourceText, start: int, end: int) -> float:
    """Return how certain a code is: a handle that is a plain word tells little without its sign."""
    found = source.text[start:end]
    if source.text[max(0, start - 1) : start] == "@" or not found.isalpha():
        return _SEVERAL
    return _WORD_SMALL if _is_word(word_key(found), source.language) else _STEMMED
