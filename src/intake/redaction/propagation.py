"""Finds everything that names the known people of a case in a text; knows no other people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from intake.domain.marks import MarkKind
from intake.domain.person import Identity
from intake.redaction.detectors.dates import dates_in
from intake.redaction.detectors.edges import stands_alone
from intake.redaction.detectors.phones import PHONE_SHAPE
from intake.redaction.lists import is_function_word, words
from intake.redaction.source_text import SourceText, Token, words_of
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
    """``text[start:end]`` names one of ``owners`` (indexes into the identities given).

    Attributes:
        words: How many words of a name were found together.
    """

    start: int
    end: int
    trait: Trait
    score: float
    owners: frozenset[int]
    words: int = 1


class _Part(NamedTuple):
    key: str
    owners: frozenset[int]


_SHORTEST_PART = 3
_STEM = 4
_LONGEST_ENDING = 3
_PHONE_TAIL = 7
_SHORTEST_PHONE = 5
_SHORTEST_CODE = 4
_CODE_TOKENS = 8
_SPECIFIC_DIGITS = 6
_NATIONAL = 9
_NAME_GAPS = frozenset(" \t\u00a0.,-–‑\n")
_WIDEST_NAME_GAP = 2

_EXACT, _EXACT_WORD, _STEMMED, _STEMMED_SMALL = 0.95, 0.8, 0.75, 0.4
_WORD_AT_START, _WORD_SMALL, _SEVERAL = 0.5, 0.25, 0.99


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
        self._births: dict[tuple[int, int, int], set[int]] = defaultdict(set)
        self._inflected = inflected
        for owner, identity in enumerate(identities):
            self._add(owner, identity)
        for key, owners in self._parts.items():
            if inflected and len(key) >= _STEM:
                self._stems[key[:_STEM]].append(_Part(key, frozenset(owners)))

    def _add(self, owner: int, identity: Identity) -> None:
        for name in (*identity.names, *identity.aliases):
            keys = words_of(name)
            for key in keys:
                small = len(key) < _SHORTEST_PART
                (self._short if small else self._parts)[key].add(owner)
            letters = frozenset(key[0] for key in keys)
            for pair in _pairs(letters):
                self._initials[pair].add(owner)
        for phone in identity.phones:
            digits = _digits(phone)
            if len(digits) >= _SHORTEST_PHONE:
                self._phones[digits[-_PHONE_TAIL:]].add((digits, owner))
        for key in _keys_of_codes(identity):
            self._codes[key].add(owner)
        birth = _full_date(identity.birth_date)
        if birth is not None:
            self._births[birth].add(owner)

    def find(self, source: SourceText) -> Iterator[Match]:
        """Return all matches in a text, names first; they do not overlap within a trait."""
        yield from self._names(source)
        if self._initials:
            yield from self._initial_pairs(source)
        if self._phones:
            yield from self._phone_numbers(source)
        if self._codes:
            yield from self._code_words(source)
        if self._births:
            yield from self._birth_dates(source)

    def _names(self, source: SourceText) -> Iterator[Match]:
        run: list[tuple[Token, frozenset[int], float]] = []
        cache: dict[tuple[str, bool], tuple[frozenset[int], float] | None] = {}
        for token in source.tokens:
            state = (token.key, token.is_capital)
            if state not in cache:
                cache[state] = self._look_up(token, source)
            hit = cache[state] or self._beside(token, run, source)
            if hit is None:
                if run:
                    yield _close(run, source)
                    run = []
                continue
            owners, score = hit
            common = _common(run) & owners
            if run and not (common and _is_near(source, run[-1][0], token)):
                yield _close(run, source)
                run = []
            run.append((token, owners, score))
        if run:
            yield _close(run, source)

    def _look_up(self, token: Token, source: SourceText) -> tuple[frozenset[int], float] | None:
        owners = self._parts.get(token.key) or self._parts.get(_without_possessive(token.key))
        if owners:
            if not _is_word(token.key, source.language):
                return frozenset(owners), _EXACT
            return frozenset(owners), _EXACT_WORD if token.is_capital else _WORD_SMALL
        if not self._inflected or len(token.key) < _STEM:
            return None
        stemmed = [
            part
            for part in self._stems.get(token.key[:_STEM], ())
            if _same_stem(part.key, token.key)
        ]
        if not stemmed or is_function_word(token.key, source.language):
            return None
        certain = token.is_capital or source.ignores_case
        found = frozenset[int]().union(*(part.owners for part in stemmed))
        return found, _STEMMED if certain else _STEMMED_SMALL

    def _beside(
        self, token: Token, run: list[tuple[Token, frozenset[int], float]], source: SourceText
    ) -> tuple[frozenset[int], float] | None:
        """Return a short name part or an initial that stands behind a match of its person."""
        if not run or not token.is_capital or not _is_near(source, run[-1][0], token):
            return None
        if token.key in self._short:
            return frozenset(self._short[token.key]), _EXACT
        is_initial = len(token.key) == 1 and source.text[token.end : token.end + 1] == "."
        return (_common(run), _STEMMED) if is_initial else None

    def _initial_pairs(self, source: SourceText) -> Iterator[Match]:
        singles = [t for t in source.tokens if len(t.key) == 1 and t.is_capital]
        for left, right in pairwise(singles):
            owners = self._initials.get(frozenset(left.key + right.key))
            gap = source.gap(left, right)
            dotted = gap.startswith(".") and source.text[right.end : right.end + 1] == "."
            if owners and dotted and gap.strip(" \u00a0.") == "" and len(gap) <= _WIDEST_NAME_GAP:
                yield Match(
                    left.start, right.end, Trait.INITIALS, _EXACT_WORD, frozenset(owners), 2
                )

    def _phone_numbers(self, source: SourceText) -> Iterator[Match]:
        for match in PHONE_SHAPE.finditer(source.text):
            start, end = match.span()
            start += len(match[0]) - len(match[0].lstrip())
            if not stands_alone(source.text, start, end):
                continue
            owners = frozenset(
                owner
                for ending in _endings(match[0])
                for phone, owner in self._phones.get(ending[-_PHONE_TAIL:], ())
                if _is_same_phone(phone, ending)
            )
            if owners:
                yield Match(start, end, Trait.PHONE, _SEVERAL, owners)

    def _code_words(self, source: SourceText) -> Iterator[Match]:
        tokens = source.tokens
        reached = -1
        for first in range(len(tokens)):
            if first <= reached:
                continue
            compact = ""
            best: tuple[int, set[int]] | None = None
            for last in range(first, min(first + _CODE_TOKENS, len(tokens))):
                if (
                    last > first
                    and len(source.gap(tokens[last - 1], tokens[last])) > _WIDEST_NAME_GAP
                ):
                    break
                compact += _code_key(tokens[last].key)
                if compact in self._codes:
                    best = (last, self._codes[compact])
            if best is not None:
                reached = best[0]
                start, end = tokens[first].start, tokens[reached].end
                yield Match(start, end, Trait.CODE, _SEVERAL, frozenset(best[1]))

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
        code, label = None, ""
        if len(match.owners) == 1:
            identity = identities[next(iter(match.owners))]
            code, label = identity.code, f"{identity.code}, {identity.role.value}"
        kind = _KINDS[match.trait]
        yield Suggestion(match.start, match.end, kind, "identity", match.score, code, label)


def _close(run: list[tuple[Token, frozenset[int], float]], source: SourceText) -> Match:
    start, end = run[0][0].start, run[-1][0].end
    score = max(part[2] for part in run)
    if len(run) > 1 and score >= _STEMMED:
        score = _SEVERAL
    elif score == _EXACT_WORD and source.starts_sentence(run[0][0]):
        score = _WORD_AT_START
    return Match(start, end, Trait.NAME, score, _common(run), len(run))


def _common(run: Iterable[tuple[Token, frozenset[int], float]]) -> frozenset[int]:
    sets = [part[1] for part in run]
    return frozenset.intersection(*sets) if sets else frozenset()


def _is_near(source: SourceText, left: Token, right: Token) -> bool:
    gap = source.gap(left, right)
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


def _without_possessive(key: str) -> str:
    return key.removesuffix("s")


def _pairs(letters: frozenset[str]) -> Iterator[frozenset[str]]:
    return (frozenset((left, right)) for left in letters for right in letters if left != right)


def _digits(text: str) -> str:
    return "".join(str(int(char)) for char in text if char.isdecimal())


# Letters that look alike in both alphabets are typed for one another in document numbers.
_LOOKALIKES = str.maketrans("авекмнорстухіјѕ", "abekmhopctyxijs")


def _code_key(key: str) -> str:
    return key.translate(_LOOKALIKES)


def _keys_of_codes(identity: Identity) -> Iterator[str]:
    """Return the keys under which e-mails, handles and documents of a person are found."""
    for code in (*identity.emails, *identity.handles):
        whole = _compact(code)
        if len(whole) >= _SHORTEST_CODE:
            yield whole
    for email in identity.emails:
        local = _compact(email.split("@")[0])
        if len(local) > _SHORTEST_CODE:
            yield local
    for document in identity.documents:
        yield from _document_keys(document)


def _document_keys(document: str) -> Iterator[str]:
    """Return all of a document's text and each stretch of it that is specific by its digits."""
    parts = [_code_key(word) for word in words_of(document)]
    for first in range(len(parts)):
        for last in range(first + 1, len(parts) + 1):
            key = "".join(parts[first:last])
            digits = sum(char.isdigit() for char in key)
            needed = _SPECIFIC_DIGITS if digits == len(key) else _SHORTEST_CODE
            if digits >= needed:
                yield key


def _compact(text: str) -> str:
    return "".join(_code_key(word) for word in words_of(text))


def _endings(found: str) -> Iterator[str]:
    """Return the digits of a candidate up to the end of each group of digits."""
    digits = ""
    for index, char in enumerate(found):
        if char.isdecimal():
            digits += str(int(char))
            following = found[index + 1 : index + 2]
            if len(digits) >= _SHORTEST_PHONE and not following.isdecimal():
                yield digits


def _is_same_phone(known: str, found: str) -> bool:
    """Tell whether two numbers agree as far as both go, apart from what stands before the area."""
    reach = min(len(known), len(found), _NATIONAL)
    return known[-reach:] == found[-reach:]


def _full_date(text: str | None) -> tuple[int, int, int] | None:
    """Return (year, month, day) of an EDTF date that names a day, else ``None``."""
    parts = (text or "").rstrip("?~%").split("-")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):  # noqa: PLR2004 (year, month, day)
        return None
    year, month, day = (int(part) for part in parts)
    return year, month, day
