"""Finds everything that names the known people of a case in a text; knows no other people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

import re2

from intake.domain.marks import MarkKind
from intake.domain.person import Identity
from intake.redaction.detectors.dates import dates_in
from intake.redaction.detectors.dates_in_figures import apart
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
    weak_codes_of,
)
from intake.redaction.matches import Match, Trait, Way
from intake.redaction.names.index import NameIndex, is_word, with_pieces
from intake.redaction.names.pieces import ENDING, numbers_in_pieces
from intake.redaction.names.runs import SEVERAL
from intake.redaction.scanning import spans
from intake.redaction.source_text import SourceText, word_key
from intake.redaction.suggestion import Suggestion

# A statement is looked through paragraph by paragraph, while somebody types: making an index takes
# longer than reading a paragraph.
_INDEXES_KEPT = 4
_CODE_TOKENS = 8
_CODE_START = 4
_WIDEST_GAP = 2
_CODE_OF_LETTERS = 0.75
_CODE_IS_WORD = 0.25
_WEAK = 0.3
_LOCAL = re2.compile(r"\d{2,3}(?:(?: ?[-.,]? ?|\r?\n)\d{2,4}){1,2}")
# Below this a mention is not said to be one person's: in evidence a wrong name is worse than none.
_ATTRIBUTED = 0.4
_ATTRIBUTED_BY_SOUND = 0.55
_BY_SOUND = frozenset({Way.SOUND, Way.VARIANT, Way.PIECES})


class IdentityIndex:
    """Everything that names the given people, by key, so that a text is read once.

    Args:
        identities: The people; matches refer to them by index.
        inflected: Also find names whose ending differs.
        by_sound: Also find names in other spellings and forms; for the people of one case.
    """

    def __init__(
        self, identities: Sequence[Identity], *, inflected: bool = True, by_sound: bool = True
    ) -> None:
        self._phones: dict[str, set[tuple[str, int]]] = defaultdict(set)
        self._codes: dict[str, set[int]] = defaultdict(set)
        self._code_starts: set[str] = set()
        self._weak: dict[str, set[int]] = defaultdict(set)
        self._births: dict[tuple[int, int, int], set[int]] = defaultdict(set)
        people = [spelled_out(identity) for identity in identities]
        self._names = NameIndex(
            (
                (owner, name)
                for owner, person in enumerate(people)
                for name in (*person.names, *person.aliases)
            ),
            inflected=inflected,
            by_sound=by_sound,
            parents=(
                (owner, name) for owner, person in enumerate(people) for name in person.parents
            ),
        )
        for owner, person in enumerate(people):
            self._add(owner, person)

    def _add(self, owner: int, identity: Identity) -> None:
        for phone in identity.phones:
            digits = digits_of(phone)
            if len(digits) >= SHORTEST_PHONE:
                self._phones[digits[-ENDING:]].add((digits, owner))
        for key in codes_of(identity):
            self._codes[key].add(owner)
            self._code_starts.update(key[:length] for length in range(1, _CODE_START + 1))
        for key in weak_codes_of(identity):
            self._weak[key].add(owner)
        birth = full_date(identity.birth_date)
        if birth is not None:
            self._births[birth].add(owner)

    def find(self, source: SourceText) -> Iterator[Match]:
        """Return all matches in a text, names first.

        Within a trait they do not overlap, but for what was put together from pieces.
        """
        yield from self._names.find(source)
        if self._phones:
            yield from with_pieces(self._phone_numbers(source), self._phones_in_pieces(source))
        if self._codes:
            yield from self._code_words(source)
        if self._weak:
            yield from self._weak_codes(source)
        if self._births:
            yield from self._birth_dates(source)

    def _phone_numbers(self, source: SourceText) -> Iterator[Match]:
        known: dict[str, frozenset[int]] = {}
        for first, end in spans(PHONE_SHAPE, source.text):
            found = source.text[first:end].lstrip()
            owners = known.get(found)
            if owners is None:
                owners = known[found] = self._owners_of(found)
            start = end - len(found)
            if owners and stands_alone(source.text, start, end):
                yield Match(start, end, Trait.PHONE, SEVERAL, owners)

    def _owners_of(self, found: str) -> frozenset[int]:
        """Return whose number a candidate is, up to the end of any group of its digits."""
        return frozenset(
            owner
            for ending in digit_endings(found)
            for phone, owner in self._phones.get(ending[-ENDING:], ())
            if is_same_phone(phone, ending)
        )

    def _phones_in_pieces(self, source: SourceText) -> Iterator[Match]:
        """Return phone numbers with more between their digits than people write there."""
        for number in numbers_in_pieces(source.text, self._phones):
            owners = frozenset(
                owner
                for phone, owner in self._phones.get(number.digits[-ENDING:], ())
                if is_same_phone(phone, number.digits)
                and (
                    len(number.digits) >= min(len(phone), NATIONAL)
                    or _is_local(source.text, number.start, number.end)
                )
            )
            if owners and stands_alone(source.text, number.start, number.end):
                yield Match(number.start, number.end, Trait.PHONE, SEVERAL, owners)

    def _code_words(self, source: SourceText) -> Iterator[Match]:
        reached = -1
        for first in source.where(self._may_start_code):
            last, owners = self._longest_code(source, first) if first > reached else (first, None)
            if owners:
                reached = last
                start, end = source.tokens[first].start, source.tokens[last].end
                score = _code_score(source, start, end)
                yield Match(start, end, Trait.CODE, score, frozenset(owners))

    def _weak_codes(self, source: SourceText) -> Iterator[Match]:
        """Return what is too short to say much: a person decides about it."""
        for index in source.where(self._weak.__contains__):
            token = source.tokens[index]
            owners = frozenset(self._weak[token.key])
            yield Match(token.start, token.end, Trait.CODE, _WEAK, owners)

    def _may_start_code(self, key: str) -> bool:
        return code_key(key)[:_CODE_START] in self._code_starts

    def _longest_code(self, source: SourceText, first: int) -> tuple[int, set[int] | None]:
        """Return the last token and the people of the longest code that starts at a token."""
        tokens = source.tokens
        compact = code_key(tokens[first].key)
        found = first, self._codes.get(compact)
        for last in range(first + 1, min(first + _CODE_TOKENS, len(tokens))):
            if len(source.gap(tokens[last - 1], tokens[last])) > _WIDEST_GAP:
                break
            compact += code_key(tokens[last].key)
            if compact in self._codes:
                found = last, self._codes[compact]
        return found

    def _birth_dates(self, source: SourceText) -> Iterator[Match]:
        found = {(date.start, date.end): date for date in chain(apart(source), dates_in(source))}
        for date in found.values():
            if date.year is None or date.month is None:
                continue
            owners = self._births.get((date.year, date.month, date.day))
            if owners:
                yield Match(date.start, date.end, Trait.BIRTH_DATE, SEVERAL, frozenset(owners))


SOURCES: Mapping[Way, str] = {
    Way.WRITTEN: "identity",
    Way.ENDING: "identity_ending",
    Way.SOUND: "identity_sound",
    Way.VARIANT: "identity_variant",
    Way.PIECES: "identity_pieces",
}
_KINDS = {
    Trait.NAME: MarkKind.PERSON,
    Trait.INITIALS: MarkKind.PERSON,
    Trait.PHONE: MarkKind.NUMBER,
    Trait.CODE: MarkKind.OTHER,
    Trait.BIRTH_DATE: MarkKind.DATE,
}


@lru_cache(maxsize=_INDEXES_KEPT)
def index_of(identities: tuple[Identity, ...]) -> IdentityIndex:
    """Return the index of the people of a case, in every form; the last few are kept."""
    return IdentityIndex(identities)


def propagate(source: SourceText, identities: Sequence[Identity]) -> Iterator[Suggestion]:
    """Propose every mention of the given people; each stands for one person where that is clear."""
    for match in index_of(tuple(identities)).find(source):
        least = _ATTRIBUTED_BY_SOUND if match.way in _BY_SOUND else _ATTRIBUTED
        is_one = len(match.owners) == 1 and match.score >= least and match.is_told
        code = identities[next(iter(match.owners))].code if is_one else None
        kind = _KINDS[match.trait]
        yield Suggestion(match.start, match.end, kind, SOURCES[match.way], match.score, code)


def _is_local(text: str, start: int, end: int) -> bool:
    """Tell whether a local number is written as one, a sign or a line end between its groups."""
    before = text[max(0, start - _WIDEST_GAP) : start].rstrip(" -.,\n")
    return not before[-1:].isdigit() and _LOCAL.fullmatch(text[start:end]) is not None


def _code_score(source: SourceText, start: int, end: int) -> float:
    """Return how certain a code is: a handle that is a plain word tells little without its sign."""
    found = source.text[start:end]
    if source.text[max(0, start - 1) : start] == "@" or not found.isalpha():
        return SEVERAL
    return _CODE_IS_WORD if is_word(word_key(found), source.language) else _CODE_OF_LETTERS
