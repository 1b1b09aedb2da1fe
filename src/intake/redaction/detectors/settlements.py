"""Finds settlements by the gazetteer, and any by the noun beside its name; knows no streets."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from functools import cached_property
from typing import NamedTuple

from intake.domain.marks import MarkKind
from intake.redaction.gazetteer.forms import bases_of
from intake.redaction.gazetteer.table import Gazetteer, Size, gazetteer
from intake.redaction.lists import LANGUAGES, is_function_word, named, words
from intake.redaction.source_text import SourceText, Token
from intake.redaction.strict_rule import is_opening
from intake.redaction.suggestion import Suggestion

OF_MANY = 0.4  # how sure a capital is: so many live there that only ``strict`` hides it
_MOST_WORDS = 4
_SHORTEST_FORM = 5
_SHORTEST_OPENING = 5
_SHORTEST_UNCASED = 4
_LONGEST_AFTER_SK = 6
_JOINTS = frozenset({" ", "-", "‑", "–", "\u00a0"})
_GAPS = frozenset({" ", "\u00a0", " «", ' "', " „", " “"})
_UNCASED = "\u0530"  # from here on alphabets without capitals
_OTHER_LANGUAGES = ("de", "ka", "fa", "ar")
_ADJECTIVE = ("ск", "цк", "зк", "ськ", "цьк", "зьк", "sk", "ck")


class Cue(IntEnum):
    """What the word before a name says about it."""

    NONE = 0
    ANY = 1  # a word that stands before places, and before people
    PLACE = 2  # a word that stands before places


def find_settlements(source: SourceText) -> Iterator[Suggestion]:
    """Return the settlements, regions and districts of a text."""
    reader = _Reader(source, gazetteer())
    yield from reader.known()
    for index in source.standing(named("place_nouns", "before").holds):
        yield from reader.behind_noun(index)
    for index in source.standing(named("place_nouns", "short").holds):
        yield from reader.behind_noun(index, is_short=True)
    for index in source.standing(named("place_nouns", "of").holds):
        yield from reader.behind_of(index)
    for use in ("called", "behind"):
        for index in source.standing(named("place_nouns", use).holds):
            yield from reader.before_noun(index)
    for index in source.standing(named("place_nouns", "ahead").holds):
        yield from reader.behind_region(index)


class _Named(NamedTuple):
    """Names of the table that a word may be, and what longer ones begin with."""

    names: tuple[str, ...]
    begun: tuple[str, ...]


class _Reader:
    """Reads the words around a name."""

    def __init__(self, source: SourceText, known: Gazetteer) -> None:
        self._source = source
        self._tokens = source.tokens
        self._keys = source.keys
        self._known = known
        self._seen: dict[str, _Named] = {}
        self._longer: dict[tuple[tuple[str, ...], str], tuple[str, tuple[str, ...]]] = {}
        languages: tuple[str, ...] = (source.language,)
        if source.language not in (*LANGUAGES, *_OTHER_LANGUAGES):
            languages = (*LANGUAGES, *_OTHER_LANGUAGES)
        self._cues = {
            kind: named("place_cues", *(f"{kind}-{each}" for each in languages))
            for kind in ("in", "by")
        }

    @cached_property
    def _joins(self) -> list[bool]:
        return self._source.joined(_JOINTS.__contains__)

    def known(self) -> Iterator[Suggestion]:
        """Propose what the table holds."""
        reached, joins = -1, False
        for index in self._source.where(self._may_begin):
            if index <= reached:
                continue
            if not (self._joins[index] or self._may_stand(index)):
                continue
            last, score = self._longest(index, reached if joins else -1)
            if score:
                reached, joins = last, True
                yield self._hit(index, last, score)

    def behind_noun(self, index: int, *, is_short: bool = False) -> Iterator[Suggestion]:
        """Propose the capitalised words behind "деревня" or "г."."""
        noun = self._tokens[index]
        if noun.is_capital and is_short:
            return
        if is_short and index and self._tokens[index - 1].key[-1].isdecimal():
            return  # the year before it, not the town behind
        if self._gap(index) not in ({". ", ".", ".\u00a0"} if is_short else _GAPS):
            return
        yield from self._names(index + 1)

    def behind_of(self, index: int) -> Iterator[Suggestion]:
        """Propose the capitalised words behind "village of"."""
        if self._gap(index) == self._gap(index + 1) == " " and self._tokens[index + 1].key == "of":
            yield from self._names(index + 2)

    def before_noun(self, index: int) -> Iterator[Suggestion]:
        """Propose "Гродненская область" and "Lida district" with the noun."""
        first = index
        while index - first < _MOST_WORDS and self._gap(first - 1) in _JOINTS:
            if not self._names_region(first - 1):
                break
            first -= 1
        if first < index:
            yield self._hit(first, index, 0.6)

    def behind_region(self, index: int) -> Iterator[Suggestion]:
        """Propose "powiat hajnowski" and "gmina Narew" with the noun."""
        if self._gap(index) != " ":
            return
        token = self._tokens[index + 1]
        if (self._is_proper(token) and token.is_capital) or _is_adjective(token.key):
            yield self._hit(index, index + 1, 0.6)

    def _names(self, first: int) -> Iterator[Suggestion]:
        """Propose the capitalised words from ``first`` on, if that is one."""
        last = first
        while last - first < _MOST_WORDS:
            token = self._tokens[last]
            if not (token.is_capital and self._is_proper(token)):
                break
            last += 1
            if self._gap(last - 1) not in _JOINTS:
                break
        if last > first:
            yield self._hit(first, last - 1, 0.85)

    def _names_region(self, index: int) -> bool:
        token = self._tokens[index]
        if not token.is_capital or not self._is_proper(token):
            return False
        if _is_adjective(token.key):
            return True
        return token.key.isascii() and not self._source.starts_sentence(token)

    def _is_proper(self, token: Token) -> bool:
        """Tell whether a word may be a name: it is no number, small word or public name."""
        return (
            token.key.isalpha()
            and token.key not in words("public_names")
            and not is_function_word(token.key, self._source.language)
        )

    def _may_begin(self, key: str) -> bool:
        """Tell whether a folded word may be the first of a name in the table."""
        if key not in self._source.loud_keys and key[0] < _UNCASED:
            return False
        return any(self._named(key))

    def _may_stand(self, index: int) -> bool:
        """Tell whether a word may be a name by itself, whatever stands before it."""
        token = self._tokens[index]
        if not self._is_proper(token) or len(token.key) < _shortest(token):
            return False
        return token.key in words("capitals") or bool(self._named(token.key).names)

    def _longest(self, index: int, before: int) -> tuple[int, float]:
        """Return the last word of the longest name that begins at a word, and how sure it is.

        ``before`` is the last word of the name before it.
        """
        best = index, 0.0
        cue = None
        if self._may_stand(index):
            cue = self._cue(index, before)
            best = index, self._score_of_one(index, cue)
        begun = self._named(self._keys[index]).begun
        last = index
        while begun and self._joins[last]:
            last += 1
            found, begun = self._continued(begun, self._keys[last])
            if found and self._counts(index, last):
                cue = self._cue(index, before) if cue is None else cue
                is_person = found in self._known.people
                best = last, 0.4 + 0.1 * cue if is_person else 0.75
        return best

    def _named(self, key: str) -> _Named:
        """Return what of the table a folded word may be."""
        found = self._seen.get(key)
        if found is None:
            bases = bases_of(key)
            names = tuple(base for base in bases if base in self._known.settings)
            begun = tuple(base for base in bases if base in self._known.starts)
            found = self._seen[key] = _Named(names, begun)
        return found

    def _continued(self, begun: tuple[str, ...], key: str) -> tuple[str, tuple[str, ...]]:
        """Return the name that a word ends, if any, and what it continues."""
        found = self._longer.get((begun, key))
        if found is None:
            names = [f"{start} {base}" for start in begun for base in bases_of(key)]
            ended = next((name for name in names if name in self._known.settings), "")
            still = tuple(name for name in names if name in self._known.starts)
            found = self._longer[begun, key] = ended, still
        return found

    def _counts(self, first: int, last: int) -> bool:
        """Tell whether the first and the last word of a name are written as names are."""
        return self._source.ignores_case or all(
            token.is_capital or token.key[0] >= _UNCASED
            for token in (self._tokens[first], self._tokens[last])
        )

    def _score_of_one(self, index: int, cue: Cue) -> float:
        """Return how sure it is that a word that may stand alone is a settlement here."""
        token = self._tokens[index]
        if token.key in words("capitals"):
            return OF_MANY if token.is_capital else 0.0
        names = self._named(token.key).names
        is_exact = token.key in names[:1]
        if not names or (not is_exact and len(token.key) < _SHORTEST_FORM - 1):
            return 0.0
        is_doubtful = any(map(self._is_doubtful, names))
        if any(name in self._known.people for name in names):
            return 0.55 if cue is Cue.PLACE and token.is_capital else 0.0
        if not token.is_capital and token.key[0] < _UNCASED:
            return 0.55 if cue and not is_doubtful and len(token.key) > _SHORTEST_OPENING else 0.0
        if cue:
            return 0.6 if is_doubtful or not is_exact else 0.8
        if token.is_capital and self._source.starts_sentence(token):
            is_plain = is_opening(self._source, token) or len(token.key) < _SHORTEST_OPENING
            return 0.6 if is_exact and not is_doubtful and not is_plain else 0.0
        if is_doubtful:
            return 0.3
        # Where there are no capitals, endings show how a word is used, and small words do not.
        return 0.7 if is_exact else 0.6 if token.key[0] >= _UNCASED else 0.4

    def _is_doubtful(self, name: str) -> bool:
        """Tell whether a name is a word, or so short or rare that it may be one nobody listed."""
        if name[0] < _UNCASED:
            return name in self._known.words
        sizes = {setting.size for setting in self._known.settings[name]}
        return len(name) < _SHORTEST_FORM or sizes == {Size.VILLAGE}

    def _cue(self, index: int, before: int) -> Cue:
        """Return what stands before a word; ``before`` is the last word of the name before it."""
        if 0 <= before < index and self._lists(before, index):
            return Cue.PLACE
        gap = self._gap(index - 1)
        if not index or gap not in _GAPS | {". ", "."}:
            return Cue.NONE
        key = self._keys[index - 1]
        if "." in gap:
            is_short = not self._tokens[index - 1].is_capital and any(
                key in named("place_nouns", use) for use in ("short", "brief")
            )
            is_year = index > 1 and self._keys[index - 2][-1].isdecimal()
            return Cue.PLACE if is_short and not is_year else Cue.NONE
        if key == "of" and index > 1 and self._tokens[index - 2].key in named("place_nouns", "of"):
            return Cue.PLACE
        if key in named("place_nouns", "before") or self._is_cue(key, "in"):
            return Cue.PLACE
        return Cue.ANY if self._is_cue(key, "by") else Cue.NONE

    def _is_cue(self, key: str, kind: str) -> bool:
        return self._cues[kind].holds(key)

    def _lists(self, before: int, index: int) -> bool:
        """Tell whether a comma or a small word like "and" joins two names of a list."""
        if index - before == 1:
            return self._gap(before) in {", ", "، ", " — ", " - "}
        joint = self._tokens[before + 1].key
        return (
            index - before == 2  # noqa: PLR2004 (one word between them)
            and self._gap(before) in {" ", ", "}
            and self._gap(before + 1) == " "
            and joint in named("place_cues", "and")
        )

    def _gap(self, left: int) -> str:
        return self._source.gaps[left]

    def _hit(self, first: int, last: int, score: float) -> Suggestion:
        start, end = self._tokens[first].start, self._tokens[last].end
        return Suggestion(start, end, MarkKind.PLACE, "place", score)


def _shortest(token: Token) -> int:
    return _SHORTEST_UNCASED if token.key[0] >= _UNCASED else 3


def _is_adjective(key: str) -> bool:
    """Tell whether a folded word ends like an adjective that is made of a name."""
    return any(ending in key[-_LONGEST_AFTER_SK:] for ending in _ADJECTIVE)
