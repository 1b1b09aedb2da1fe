"""Says why a mark stands where it does: what of a person it is, and how that was recognised.

Claims nothing that it cannot show, and proposes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from intake.domain.ids import PersonId
from intake.domain.marks import Mark
from intake.domain.person import Identity
from intake.redaction.lists import words
from intake.redaction.matches import Match, Trait, Way
from intake.redaction.names.declensions import Case, NamePart
from intake.redaction.names.differences import ALL_CASES, Comparison, Difference
from intake.redaction.names.roles import NamedWord, gender_of, roles_in
from intake.redaction.propagation import SOURCES, IdentityIndex
from intake.redaction.reasons import Cue, Inflection, Manner, Part, Reason
from intake.redaction.source_text import SourceText, Token, word_key

_PARTS: Mapping[NamePart | None, Part] = {
    NamePart.SURNAME: Part.SURNAME,
    NamePart.GIVEN_NAME: Part.GIVEN_NAME,
    NamePart.PATRONYMIC: Part.PATRONYMIC,
    None: Part.NAME,
}
# What several words are together.
_TOGETHER = {
    frozenset({Part.SURNAME, Part.GIVEN_NAME}): Part.FULL_NAME,
    frozenset({Part.SURNAME, Part.GIVEN_NAME, Part.PATRONYMIC}): Part.FULL_NAME,
    frozenset({Part.GIVEN_NAME, Part.PATRONYMIC}): Part.GIVEN_AND_PATRONYMIC,
    frozenset({Part.SURNAME, Part.INITIALS}): Part.SURNAME_AND_INITIALS,
}
# Less telling than any other part that the same words are.
_VAGUE = (Part.NAME, Part.ALIAS, Part.MENTIONED)
_WITHOUT_FORMS = (Part.SURNAME, Part.PATRONYMIC)
_MOST_CHOICES = 3
_BEFORE = 200
_WIDEST_GAP = 2


@dataclass(frozen=True, slots=True)
class _Fact:
    """Something recorded about a person.

    Attributes:
        word: The word of a name or alias that it is; ``None`` for anything else.
        name: To which of the names it belongs; -1 for none.
    """

    part: Part
    alone: Identity
    word: NamedWord | None = None
    name: int = -1


@dataclass(frozen=True, slots=True)
class _Sight:
    """What one word of a mark is of the person; it stands for one of the facts."""

    part: Part
    difference: Difference
    facts: frozenset[int] = frozenset()


class Explainer:
    """Reasons for the marks of one statement.

    Args:
        text: The statement.
        language: Its language as a BCP 47 tag, empty when not known.
        identities: Whom marks may stand for.
    """

    def __init__(self, text: str, language: str, identities: Mapping[PersonId, Identity]) -> None:
        self._text = text
        self._language = language
        self._identities = identities
        self._people: dict[PersonId, _Person] = {}

    def reason(self, mark: Mark) -> Reason:
        """Return why a mark stands where it does; a bare one when nothing more can be said."""
        if mark.source not in SOURCES.values():
            return Reason(cue=self._cue(mark.start))
        source = SourceText(self._text[mark.start : mark.end], self._language)
        if mark.person_id is None:
            return self._perhaps(source)
        if mark.person_id not in self._identities:
            return Reason()
        return self._person(mark.person_id).reason(source)

    def _person(self, person_id: PersonId) -> _Person:
        if person_id not in self._people:
            self._people[person_id] = _Person(self._identities[person_id])
        return self._people[person_id]

    def _perhaps(self, source: SourceText) -> Reason:
        """Return whose words those may be that stand for no one person; bare when too many fit."""
        each = [self._person(person_id).reason(source) for person_id in self._identities]
        found = [reason for reason in each if reason.part is not None]
        if not 0 < len(found) <= _MOST_CHOICES:
            return Reason()
        codes = tuple(code for reason in found for code in reason.codes)
        alike = [replace(reason, codes=codes, is_sure=False) for reason in found]
        if all(reason == alike[0] for reason in alike):
            return alike[0]
        parts = {reason.part for reason in found}
        return Reason(parts.pop() if len(parts) == 1 else Part.NAME, codes, is_sure=False)

    def _cue(self, start: int) -> Cue | None:
        """Return what stands before a place, without reading the whole text."""
        first = max(0, start - _BEFORE)
        source = SourceText(self._text[first:start] + "x", self._language)
        *before, here = source.tokens
        if here.start != start - first:
            return None  # in the middle of a word
        if before and before[-1].key in words("titles"):
            return Cue.TITLE if len(source.gap(before[-1], here)) <= _WIDEST_GAP else None
        return Cue.SENTENCE_START if source.starts_sentence(here) else None


class _Person:
    """What is recorded about one person, each fact to be found by itself."""

    def __init__(self, identity: Identity) -> None:
        self._codes = (identity.code,)
        self._facts = tuple(_facts_of(identity))
        self._index = IdentityIndex([fact.alone for fact in self._facts])
        named = [word for name in identity.names for word in roles_in(name)]
        self._gender = gender_of(named)
        self._letters = {word_key(word.text)[0] for word in named}

    def reason(self, source: SourceText) -> Reason:
        """Return what of this person a text is that holds nothing else."""
        matches = list(self._index.find(source))
        names = [match for match in matches if match.trait is Trait.NAME]
        longest = max((match.end - match.start for match in names), default=0)
        others = [m for m in matches if m.trait is not Trait.NAME and m.end - m.start > longest]
        if others:
            return Reason(self._common(_owners(others)), self._codes)
        sights = self._sights(source, names)
        return self._together(sights) if sights else Reason()

    def _sights(self, source: SourceText, matches: Sequence[Match]) -> list[_Sight]:
        """Return what each word is; nothing at all when one of them is not the person's.

        An initial that is not may be that of a name that nobody recorded: it says nothing.
        """
        found: list[_Sight] = []
        reached = 0
        for token in source.tokens:
            if token.start < reached:
                continue
            here = [match for match in matches if match.start <= token.start < match.end]
            sight = self._in_pieces(token, here) or self._sight(source, token, here)
            if sight is None and len(token.key) > 1:
                return []
            if sight is None:
                continue
            found.append(sight)
            if sight.difference.manner is Manner.SPLIT:
                reached = max(match.end for match in here)
        return found

    def _in_pieces(self, token: Token, matches: Sequence[Match]) -> _Sight | None:
        pieces = [match for match in matches if match.way is Way.PIECES]
        if not pieces:
            return None
        is_split = any(match.end > token.end for match in pieces)
        difference = Difference(Manner.SPLIT if is_split else Manner.INSIDE)
        return _Sight(self._common(_owners(pieces)), difference, _owners(pieces))

    def _sight(self, source: SourceText, token: Token, matches: Sequence[Match]) -> _Sight | None:
        if len(token.key) == 1:
            is_own = token.key in self._letters
            as_it_is = Difference(Manner.RECORDED, ALL_CASES)
            return _Sight(Part.INITIALS, as_it_is) if is_own else None
        if not matches:
            return None
        written = source.text[token.start : token.end]
        compared = {
            owner: Comparison(word, self._gender, source.language).difference(written, match.way)
            for match in matches
            for owner in sorted(match.owners)
            if (word := self._facts[owner].word) is not None
        }
        if not compared:
            return _Sight(Part.MENTIONED, Difference(Manner.RECORDED), _owners(matches))
        least = min(difference.manner for difference in compared.values())
        alike = frozenset(o for o, found in compared.items() if found.manner is least)
        part = self._common(alike)
        if least is Manner.OTHER_FORM and part in _WITHOUT_FORMS:
            return None  # a short form of a surname is somebody else's given name
        agreed = [compared[owner] for owner in sorted(alike) if self._facts[owner].part is part]
        return _Sight(part, _agreed(agreed) if agreed else Difference(least), alike)

    def _common(self, owners: Iterable[int]) -> Part:
        """Return what all of some facts are; where they differ, a name."""
        parts = {self._facts[owner].part for owner in owners}
        telling = parts.difference(_VAGUE) or parts
        return telling.pop() if len(telling) == 1 else Part.NAME

    def _together(self, sights: Sequence[_Sight]) -> Reason:
        """Return what the words of a mark are together."""
        farthest = max((s.difference for s in sights), key=lambda found: found.manner)
        inflections = tuple(_inflections([sight.difference for sight in sights]))
        return Reason(
            self._part(sights),
            self._codes,
            manner=farthest.manner,
            inflections=inflections,
            script=farthest.script,
            recorded=farthest.recorded,
        )

    def _part(self, sights: Sequence[_Sight]) -> Part:
        parts = frozenset(sight.part for sight in sights)
        if len(sights) > 1 and self._is_whole_name(sights):
            return Part.FULL_NAME
        if len(parts) == 1:
            return next(iter(parts))
        return _TOGETHER.get(parts, Part.NAME)

    def _is_whole_name(self, sights: Sequence[_Sight]) -> bool:
        """Tell whether the words are all those of one recorded name."""
        seen = frozenset(fact for sight in sights for fact in sight.facts)
        names = {fact.name for fact in self._facts if fact.name >= 0}
        return any(
            {place for place, fact in enumerate(self._facts) if fact.name == name} <= seen
            for name in names
        )


def _owners(matches: Iterable[Match]) -> frozenset[int]:
    return frozenset(owner for match in matches for owner in match.owners)


def _agreed(differences: Sequence[Difference]) -> Difference:
    """Return what comparisons with records of the same part say, where they say the same."""
    first = differences[0]
    return first if all(found == first for found in differences) else Difference(first.manner)


def _inflections(differences: Sequence[Difference]) -> Iterator[Inflection]:
    """Yield how the endings can be understood: words that stand together share their case."""
    common = reduce(frozenset.__and__, (difference.cases for difference in differences))
    if common and Case.NOMINATIVE not in common:
        yield Inflection(tuple(case for case in Case if case in common))
    other_form = differences[0].other_form
    if len(differences) == 1 and other_form is not None and Case.NOMINATIVE not in common:
        yield other_form


def _facts_of(identity: Identity) -> Iterator[_Fact]:
    """Yield all that is recorded of a person, each with a record of nothing but that."""
    nobody = Identity(identity.code, identity.role)
    for place, name in enumerate(identity.names):
        for word in roles_in(name):
            yield _Fact(_PARTS[word.part], replace(nobody, names=(word.text,)), word, place)
    for alias in identity.aliases:
        for word in roles_in(alias):
            named = NamedWord(word.text, None)
            yield _Fact(Part.ALIAS, replace(nobody, aliases=(word.text,)), named)
    yield from _codes_of(identity, nobody)
    yield from (
        _Fact(Part.MENTIONED, replace(nobody, others=(other,))) for other in identity.others
    )
    if identity.birth_date:
        yield _Fact(Part.BIRTH_DATE, replace(nobody, birth_date=identity.birth_date))


def _codes_of(identity: Identity, nobody: Identity) -> Iterator[_Fact]:
    for phone in identity.phones:
        yield _Fact(Part.PHONE, replace(nobody, phones=(phone,)))
    for email in identity.emails:
        yield _Fact(Part.EMAIL, replace(nobody, emails=(email,)))
    for handle in identity.handles:
        yield _Fact(Part.HANDLE, replace(nobody, handles=(handle,)))
    for document in identity.documents:
        yield _Fact(Part.DOCUMENT, replace(nobody, documents=(document,)))
