"""Finds the names of known people in a text, in every spelling that counts; knows no others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from intake.redaction.known import LANGUAGES, is_known, is_lettered
from intake.redaction.lists import is_function_word, is_ordinary, words
from intake.redaction.matches import Match, Trait, Way
from intake.redaction.names.initials import Initials, is_initial
from intake.redaction.names.parts import name_words
from intake.redaction.names.patronymics import Patronymics
from intake.redaction.names.pieces import START, words_in_pieces
from intake.redaction.names.runs import (
    STEMMED_SHORT,
    WORD,
    WORD_AT_START,
    Hit,
    Run,
    is_near,
)
from intake.redaction.names.spoken import SpokenNames
from intake.redaction.names.unspaced import UnspacedNames
from intake.redaction.source_text import SourceText, Token

# Scores. A "word" is a name part that is also a common word.
EXACT = 0.95
STEMMED = 0.75
_WORD_SMALL = 0.25
_STEMMED_SMALL = 0.4
_SHORT_ALONE, _SHORT_CAPITAL = 0.3, 0.5
_FATHERED = 0.6
_SOMEBODY_S = 0.5
_FATHER = 0.45

_SHORTEST_PART = 3
_STEM = 4
_LONG_STEM = 5
_LONGEST_ENDING = 3
_SHORTEST_IN_PIECES = 5
_DIGITS = "0123456789"
# Parts of names that stand in thousands of others.
_PARTICLES = frozenset(("al", "el", "ul", "le", "la", "de", "di", "da", "du", "do"))


class _Part(NamedTuple):
    key: str
    owners: frozenset[int]


class NameIndex:
    """The names of people by key, so that a text is read once.

    Args:
        names: For each person, by index, all recorded names.
        inflected: Also find names whose ending differs.
        by_sound: Also find other spellings and forms, and names inside longer words. For the people
            of one case: of thousands, somebody sounds like any word.
        parents: For people, by index, the names of a parent, of which their patronymic is made.
    """

    def __init__(
        self,
        names: Iterable[tuple[int, str]],
        *,
        inflected: bool = True,
        by_sound: bool = True,
        parents: Iterable[tuple[int, str]] = (),
    ) -> None:
        self._parts: dict[str, set[int]] = defaultdict(set)
        self._short: dict[str, set[int]] = defaultdict(set)
        self._stems: set[str] = set()
        self._stemmed: dict[str, list[_Part]] = defaultdict(list)
        self._initials = Initials(is_wide=by_sound)
        self._spoken = SpokenNames() if by_sound else None
        self._fathers = Patronymics()
        self._unspaced = UnspacedNames(is_wide=by_sound)
        for owner, name in names:
            self._add(owner, name)
        for owner, name in parents:
            self._fathers.add_parent(owner, name)
        self._starts = {key[:START] for key in self._parts}
        for key, owners in self._parts.items():
            if inflected and len(key) >= _STEM:
                self._stems.add(key[:_STEM])
                part = _Part(key, frozenset(owners))
                for stem in long_stems(key):
                    self._stemmed[stem].append(part)

    def _add(self, owner: int, name: str) -> None:
        keys = name_words(name)
        for key in keys:
            small = len(key) < _SHORTEST_PART
            (self._short if small else self._parts)[key].add(owner)
            self._unspaced.add(owner, key)
        if len(keys) > 1:  # written as one word
            self._parts["".join(keys)].add(owner)
            self._parts["".join(reversed(keys))].add(owner)
        if self._spoken is not None:
            self._spoken.add(owner, name)
            self._fathers.add(owner, name)
        self._initials.add(owner, keys)

    def find(self, source: SourceText) -> Iterator[Match]:
        """Return all names in a text; what was put together from pieces may overlap the rest."""
        yield from with_pieces(self._names(source), self._in_pieces(source))
        yield from self._initials.find(source)

    def _names(self, source: SourceText) -> Iterator[Match]:
        run: Run | None = None
        reached = 0
        cache: dict[tuple[str, bool], Hit | None] = {}
        for index in self._suspects(source):
            token = source.tokens[index]
            state = (source.text[token.start : token.end], token.is_capital)
            if state not in cache:
                cache[state] = self._look_up(token, source)
            hit = self._short_pair(index, source) or cache[state]
            hit = self._beside(token, run, source, hit) or hit
            if run is not None and not (hit and run.takes(source, token, hit)):
                self._take_small(run, source, reached)
                yield run.match(source)
                reached, run = run.last.end, None
            # What the name before it has taken in begins none.
            if hit is not None and run is None and token.start >= reached:
                run = Run(token, hit)
                run.reach_back(source, self._initials, reached)
        if run is not None:
            self._take_small(run, source, reached)
            yield run.match(source)

    def _take_small(self, run: Run, source: SourceText, reached: int) -> None:
        """Take in the word on each side that is the same person's, though it is a common one.

        "про веру ковальчук": beside her surname it is a name, whatever else it may be.
        """
        if self._spoken is None:
            return
        tokens = source.tokens
        first, last = source.ends[run.first.end], source.ends[run.last.end]
        if first > 0 and tokens[first - 1].start >= reached:
            before = tokens[first - 1]
            if is_near(source, before, run.first) and self._is_of(before, run.owners, source):
                run.first = before
        if last + 1 < len(tokens):
            behind = tokens[last + 1]
            if is_near(source, run.last, behind) and self._is_of(behind, run.owners, source):
                run.last = behind

    def _is_of(self, token: Token, owners: frozenset[int], source: SourceText) -> bool:
        if len(token.key) < _SHORTEST_PART or is_function_word(token.key, source.language):
            return False
        written = self._parts.get(token.key, set())
        ended = self._with_ending(token, counts=True)
        heard = None if self._spoken is None else self._spoken.hear(_written(source, token))
        named = (written, ended.owners if ended else (), heard.owners if heard else ())
        return any(owners.intersection(each) for each in named)

    def _in_pieces(self, source: SourceText) -> Iterator[Match]:
        """Return names that a line end, a hyphen, spaces or a longer word hide."""
        for piece in words_in_pieces(source, self._parts, self._starts):
            token = piece._replace(is_capital=True)  # in pieces a name is a name without one
            hit = self._look_up(token, source) if len(token.key) >= _SHORTEST_IN_PIECES else None
            if hit is not None and hit.score >= STEMMED:
                yield Match(token.start, token.end, Trait.NAME, hit.score, hit.owners, Way.PIECES)
        yield from self._unspaced.find(source)

    def _may_name(self, key: str) -> bool:
        """Tell whether a word can be part of a match, so that all others are passed over."""
        return (
            key in self._parts
            or key in self._short
            or key[:_STEM] in self._stems
            or len(key) == 1
            or key.removesuffix("s") in self._parts
            or key.rstrip(_DIGITS) in self._parts
            or (self._spoken is not None and self._spoken.is_variant(key))
        )

    def _suspects(self, source: SourceText) -> list[int]:
        """Return the indexes of the tokens to look up.

        To be heard, a word must be capitalised, or none of any language: telephones begin
        sentences with a capital, and leave names small.
        """
        if self._spoken is None:
            return source.where(self._may_name)
        loud = source.loud_keys
        return source.where(lambda key: key in loud or self._may_name(key) or _is_no_word(key))

    def _look_up(self, token: Token, source: SourceText) -> Hit | None:
        exact = self._as_written(token, source)
        if exact is not None:
            return exact
        counts = token.is_capital or source.ignores_case
        if is_ordinary(token.key):  # a wife is no Jan, however she sounds
            return self._as_another_form(token, counts=counts)
        hits = [
            self._with_ending(token, counts=counts),
            self._as_spoken(token, source, counts=counts),
        ]
        found = [hit for hit in hits if hit is not None]
        fathered = self._as_fathered(token, source)
        if fathered is not None and fathered.score > _FATHER:
            # A patronymic holds the name of the father, and is not his.
            found = [hit for hit in found if hit.owners & fathered.owners]
        if fathered is not None:
            found.append(fathered)
        return max(found, key=lambda hit: hit.score, default=None)

    def _as_written(self, token: Token, source: SourceText) -> Hit | None:
        keys = (token.key, token.key.removesuffix("s"), token.key.rstrip(_DIGITS))
        owners = next((found for key in keys if (found := self._parts.get(key))), None)
        if not owners and token.key in self._short and (token.is_capital or source.ignores_case):
            return self._short_alone(token, source.language)
        if not owners:
            return None
        if not is_word(token.key, source.language):
            return Hit(frozenset(owners), EXACT)
        return Hit(frozenset(owners), WORD if token.is_capital else _WORD_SMALL)

    def _short_alone(self, token: Token, language: str) -> Hit | None:
        """Return whose name a word of one or two letters is, with no other part beside it."""
        known = is_word(token.key, language) or token.key in _PARTICLES
        if not token.is_capital:
            return None if known else Hit(frozenset(self._short[token.key]), _SHORT_ALONE)
        tells = len(token.key) == _SHORTEST_PART - 1 and not known
        score = _SHORT_CAPITAL if tells else _SHORT_ALONE
        return Hit(frozenset(self._short[token.key]), score)

    def _as_another_form(self, token: Token, *, counts: bool) -> Hit | None:
        """Return whose name an everyday word is a form of: of somebody who is called by one."""
        called = [part.owners for part in self._alike(token.key) if is_ordinary(part.key)]
        if not called:
            return None
        score = WORD_AT_START if counts else _WORD_SMALL
        return Hit(frozenset[int]().union(*called), score, Way.ENDING)

    def _alike(self, key: str) -> list[_Part]:
        """Return the parts of names that differ from a word only in an ending."""
        near = (self._stemmed.get(stem, ()) for stem in long_stems(key))
        return list(dict.fromkeys(part for parts in near for part in parts))

    def _with_ending(self, token: Token, *, counts: bool) -> Hit | None:
        stemmed = self._alike(token.key)
        if not stemmed:
            return None
        owners = frozenset[int]().union(*(part.owners for part in stemmed))
        if not counts:
            return Hit(owners, _STEMMED_SMALL, Way.ENDING)
        long = any(token.key.startswith(part.key[:_LONG_STEM]) for part in stemmed)
        return Hit(owners, STEMMED if long else STEMMED_SHORT, Way.ENDING)

    def _as_spoken(self, token: Token, source: SourceText, *, counts: bool) -> Hit | None:
        if self._spoken is None:
            return None
        if not (counts or len(token.key) >= _STEM or self._spoken.is_variant(token.key)):
            return None
        heard = self._spoken.hear(_written(source, token))
        if heard is None:
            return None
        also_small = token.is_capital and token.key in source.lower_keys
        if also_small or is_word(token.key, source.language):
            return Hit(heard.owners, WORD_AT_START if counts else _WORD_SMALL, heard.way)
        return Hit(heard.owners, heard.score if counts else _STEMMED_SMALL, heard.way)

    def _as_fathered(self, token: Token, source: SourceText) -> Hit | None:
        """Return whose patronymic a word is; the name of a father is nobody's of the case."""
        if self._spoken is None or token.key not in source.loud_keys:
            return None
        found = self._fathers.hear(_written(source, token))
        if found is None or is_word(token.key, source.language):
            return None
        if found.is_given and token.key in source.lower_keys:
            return None
        alone = _FATHER if found.is_given else _SOMEBODY_S
        return Hit(found.owners, _FATHERED if found.owners else alone, Way.VARIANT)

    def _beside(
        self, token: Token, run: Run | None, source: SourceText, alone: Hit | None
    ) -> Hit | None:
        """Return a short name part, initial or patronymic behind a match of its person.

        Args:
            token: The word.
            run: The match before it.
            source: The text.
            alone: What the word is by itself.
        """
        tells = token.is_capital or source.ignores_case
        if run is None or not tells or not is_near(source, run.last, token):
            return None
        if token.key in self._short:
            return Hit(frozenset(self._short[token.key]), EXACT)
        if self._parts.get(token.key):
            return None
        if is_initial(source, token):
            fits = self._initials.fits(token.key, run.owners)
            return Hit(run.owners, STEMMED, is_told=fits, is_initial=True)
        if self._spoken is None or (alone is not None and alone.owners):
            return None
        fits = self._fathers.fits(source.text[token.start : token.end], run.owners)
        return Hit(run.owners, STEMMED_SHORT, Way.VARIANT) if fits else None

    def _short_pair(self, index: int, source: SourceText) -> Hit | None:
        """Return a short part beside another one of the same person: two make a name."""
        token = source.tokens[index]
        mine = self._short.get(token.key)
        if not mine:
            return None
        for near in source.tokens[max(0, index - 1) : index + 2]:
            common = mine & self._short.get(near.key, set())
            if near.key != token.key and common:
                left, right = sorted((near, token))
                if is_near(source, left, right):
                    return Hit(frozenset(common), STEMMED)
        return None


def _written(source: SourceText, token: Token) -> str:
    return source.text[token.start : token.end]


def _is_no_word(key: str) -> bool:
    return len(key) >= _STEM and is_lettered(key) and not is_known(key, LANGUAGES)


def is_word(key: str, language: str) -> bool:
    """Tell whether a folded word is a common one beside being somebody's name."""
    return key in words("names_that_are_words") or is_function_word(key, language)


def with_pieces(matches: Iterable[Match], pieces: Iterable[Match]) -> Iterator[Match]:
    """Yield the matches, and what was put together from pieces and reaches beyond them.

    Of all that start at or before a place the one that reaches furthest decides whether a piece is
    inside another match, so one pass in the order of the text is enough.
    """
    known = [(match, False) for match in matches]
    known += [(match, True) for match in pieces]
    reached = 0
    for match, is_piece in sorted(known, key=lambda each: (each[0].start, -each[0].end, each[1])):
        if not is_piece or match.end > reached:
            yield match
        # What only sounds like a name hides nothing that is sure.
        if is_piece or match.score >= STEMMED or match.way not in {Way.SOUND, Way.VARIANT}:
            reached = max(reached, match.end)


def long_stems(word: str) -> Iterator[str]:
    """Yield the beginnings of a word without an ending: words that share one have ``same_stem``."""
    for length in range(max(_STEM, len(word) - _LONGEST_ENDING), len(word) + 1):
        yield word[:length]


def same_stem(name: str, word: str) -> bool:
    """Tell whether two words differ only in an ending of at most three letters."""
    shared = 0
    for left, right in zip(name, word, strict=False):
        if left != right:
            break
        shared += 1
    return shared >= _STEM and max(len(name), len(word)) - shared <= _LONGEST_ENDING
