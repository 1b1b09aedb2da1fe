"""Takes back whose mention a name is where the words beside it speak of somebody else.

Proposes nothing and leaves out nothing: a given name before another surname is still hidden, but
in evidence a wrong person is worse than none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from intake.domain.marks import MarkKind
from intake.domain.person import Identity
from intake.redaction.lists import is_ordinary, words
from intake.redaction.names.classes import is_given_name
from intake.redaction.names.declensions import NamePart
from intake.redaction.names.index import same_stem
from intake.redaction.names.initials import is_initial
from intake.redaction.names.parts import is_patronymic, name_words
from intake.redaction.names.roles import roles_in
from intake.redaction.people.surnames import is_surname, may_be_surname, may_open_as_surname
from intake.redaction.source_text import SourceText, Token, word_key
from intake.redaction.suggestion import Suggestion

_SHORTEST = 3
_POSSESSIVE = ("'s", "’s")
_SPACES = " \u00a0"
_INDEXED = 1 << 10


class _Recorded(NamedTuple):
    """What is known of somebody's names.

    Attributes:
        is_whole: A given name and a surname are recorded, whichever is which.
        surnames: The folded words that certainly are the surname.
    """

    is_whole: bool
    surnames: frozenset[str]


def attributed(
    source: SourceText,
    found: Iterable[Suggestion],
    mentions: Sequence[Suggestion],
    identities: Sequence[Identity],
) -> list[Suggestion]:
    """Return what was found, without a person where each mention in it is somebody else's name.

    Args:
        source: The text.
        found: What is proposed; every stretch stays.
        mentions: What propagation has found.
        identities: The people it was looking for.
    """
    names: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for identity in identities:
        names[identity.code] += (*identity.names, *identity.aliases)
    told = sorted(hit for hit in mentions if hit.code is not None)
    foreign = {
        hit
        for hit in told
        if hit.kind is MarkKind.PERSON and _is_foreign(source, hit, names[hit.code or ""])
    }
    if not foreign:
        return list(found)
    ends = _reached(told)
    return [
        hit._replace(code=None) if _is_only(foreign, _inside(told, ends, hit)) else hit
        for hit in found
    ]


def _is_only(foreign: set[Suggestion], inside: Iterator[Suggestion]) -> bool:
    met = [each in foreign for each in inside]
    return bool(met) and all(met)


def _inside(
    told: Sequence[Suggestion], ends: Sequence[int], hit: Suggestion
) -> Iterator[Suggestion]:
    """Yield the mentions of the same person that share something with a stretch."""
    for each in told[bisect_left(ends, hit.start + 1) :]:
        if each.start >= hit.end:
            return
        if each.code == hit.code and each.end > hit.start:
            yield each


def _reached(told: Iterable[Suggestion]) -> list[int]:
    reached, ends = 0, []
    for each in told:
        reached = max(reached, each.end)
        ends.append(reached)
    return ends


@lru_cache(maxsize=_INDEXED)
def _recorded(names: tuple[str, ...]) -> _Recorded:
    surnames = {
        word_key(word.text)
        for name in names
        for word in roles_in(name)
        if word.part is NamePart.SURNAME
    }
    return _Recorded(any(len(name_words(name)) > 1 for name in names), frozenset(surnames))


def _is_foreign(source: SourceText, hit: Suggestion, names: tuple[str, ...]) -> bool:
    """Tell whether a mention has no surname of its person and stands beside another one."""
    recorded = _recorded(names)
    mentioned = source.tokens_in(hit.start, hit.end)
    if not (recorded.is_whole and mentioned) or _has_surname(source, mentioned, recorded):
        return False
    last = source.ends.get(hit.end)
    if last is None or mentioned[0].start != hit.start:
        return False  # cut, or inside a longer word
    return _is_followed(source, last) or _is_preceded(source, last + 1 - len(mentioned))


def _has_surname(source: SourceText, mentioned: Iterable[Token], recorded: _Recorded) -> bool:
    parts = [
        token.key
        for token in mentioned
        if not (is_initial(source, token) or is_patronymic(token.key))
    ]
    others = [key for key in parts if not is_given_name(key)]
    if any(same_stem(name, key) or name == key for key in others for name in recorded.surnames):
        return True
    return not parts or (len(parts) > 1 and bool(others))


def _is_followed(source: SourceText, last: int) -> bool:
    """Tell whether a surname follows, behind further given names and initials."""
    tokens = source.tokens
    for before, token in zip(tokens[last:], tokens[last + 1 :], strict=False):
        if not _are_beside(source, before, token) or _is_possessive(source, before):
            return False
        if not (is_given_name(token.key) or is_initial(source, token)):
            return _is_loud(source, token) or is_surname(token.key)
    return False


def _is_preceded(source: SourceText, first: int) -> bool:
    """Tell whether a surname stands before; a sentence's first word must end like one only."""
    if first == 0:
        return False
    before, name = source.tokens[first - 1], source.tokens[first]
    if not _are_beside(source, before, name) or _is_possessive(source, before):
        return False
    if is_given_name(before.key) or not (_is_loud(source, before) or is_surname(before.key)):
        return False
    if source.starts_sentence(before):
        return may_open_as_surname(before.key)
    return may_be_surname(before.key)


def _is_loud(source: SourceText, token: Token) -> bool:
    """Tell whether a capital says that a word is a name."""
    if not token.is_capital or source.ignores_case or len(token.key) < _SHORTEST:
        return False
    is_common = is_ordinary(token.key, source.language) or token.key in words("public_names")
    return token.key.isalpha() and not is_common


def _are_beside(source: SourceText, left: Token, right: Token) -> bool:
    gap = source.gap(left, right)
    bare = gap.removeprefix(".") if is_initial(source, left) else gap
    return bool(gap) and not bare.strip(_SPACES)


def _is_possessive(source: SourceText, token: Token) -> bool:
    return source.text[token.start : token.end].endswith(_POSSESSIVE)
