"""The last look at finished files: does anything in them name somebody; never shows what."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from intake.domain.person import Identity
from intake.redaction.escapes import unescaped
from intake.redaction.free_text import spelled_out
from intake.redaction.lists import is_function_word, words
from intake.redaction.matches import Match, Trait, Way
from intake.redaction.names.classes import variants_of
from intake.redaction.names.parts import NameReader
from intake.redaction.names.rare import FullName, RareNames
from intake.redaction.propagation import IdentityIndex, index_of
from intake.redaction.source_text import SourceText, words_of

CaseIdentities = Mapping[str, Sequence[Identity]]

# A match that is less certain than this is an ending that fits by chance, or a common word.
_CERTAIN = 0.6
# The same of what was found by its sound; and below this nobody is asked for a decision.
_SURELY_HEARD, _DOUBTFUL = 0.75, 0.5
_AS_SPELLED = frozenset({Way.WRITTEN, Way.ENDING})
_LONGEST_KEPT = 100_000
_ACCOUNT_SIGNS = frozenset("@/")
_Told = tuple[Match, frozenset[str], bool]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a file names somebody; where it is, never what it is.

    Attributes:
        file: Name of the file.
        line: From 1; 0 when the name of the file itself is meant.
        kind: What of a person was found.
        case: Handle of the person's case.
        refuses: Nothing may leave while it is there; otherwise a person decides about it.
    """

    file: str
    line: int
    kind: Trait
    case: str
    refuses: bool


@dataclass(frozen=True, slots=True)
class Place:
    """``text[start:end]`` (code points) names somebody; ``kind``, ``refuses`` as in a finding."""

    start: int
    end: int
    kind: Trait
    refuses: bool


class LeakGate:
    """Looks through finished files for the people of the vault.

    Of the cases that are in the bundle every form of every identifier counts; of other cases only
    what names one person for certain (full name, surname that is no common word, phone, e-mail,
    document, handle, exact birth day). A single common word of the own cases is left to a person.

    Args:
        own: Identities of the cases that are in the bundle, by case handle.
        others: Identities of further cases of the vault, by case handle.
        ordinary: Folded words that are no sign of anybody: where an account of another case is one
            of these and stands there without its sign, it says nothing.
    """

    def __init__(
        self,
        own: CaseIdentities,
        others: CaseIdentities,
        ordinary: AbstractSet[str] = frozenset(),
    ) -> None:
        self._ordinary = ordinary
        rest = {case: people for case, people in others.items() if case not in own}
        self._own_people = _flat(own)
        self._other_people = [(case, _specific(person)) for case, person in _flat(rest)]
        self._own = IdentityIndex([p for _, p in self._own_people], by_sound=False)
        self._others = IdentityIndex(
            [p for _, p in self._other_people], inflected=False, by_sound=False
        )
        reader = NameReader([person for _, person in (*self._own_people, *self._other_people)])
        self._surnames = [_surnames(reader, person) for _, person in self._other_people]

    def scan(
        self,
        name: str,
        content: bytes,
        *,
        skip: Sequence[tuple[int, int]] = (),
        is_our_name: bool = False,
    ) -> tuple[Finding, ...]:
        """Return what names somebody in one file, without repetition.

        Args:
            name: The file's name inside the bundle; it is looked through as well.
            content: The finished bytes, UTF-8 text.
            skip: Byte ranges (start, end) whose text does not come from a case: labels of the
                codebook, choice names, generalised places. A hit wholly inside one is no hit.
            is_our_name: The name of the file is one that every bundle has.
        """
        text = content.decode("utf-8", "replace")
        ours = _in_code_points(content, skip)
        found = [*self._look(name, text, ours)]
        plain, ours = _unescaped_apart(text, ours)
        if plain != text:
            found += self._look(name, plain, ours)
        if not is_our_name:
            found += [replace(each, line=0) for each in self._look(name, name, ())]
        return tuple(dict.fromkeys(found))

    def places(self, text: str) -> tuple[Place, ...]:
        """Return where a text names somebody: what a review must offer before the gate sees it.

        What only escapes of JSON or HTML hide has no place; ``scan`` finds it all the same.
        """
        hits = self._hits(_read(text))
        return tuple(
            dict.fromkeys(
                Place(match.start, match.end, match.trait, refuses) for match, _, refuses in hits
            )
        )

    def likely(self, text: str) -> tuple[Place, ...]:
        """Return where a text may name somebody of any case in another spelling.

        For a review to offer: it refuses nothing, as it can be somebody else.
        """
        found = self._rare.find(_read(text))
        return tuple(dict.fromkeys(Place(m.start, m.end, m.trait, refuses=False) for m in found))

    @cached_property
    def _rare(self) -> RareNames:
        people = (*self._own_people, *self._other_people)
        reader = NameReader([person for _, person in people])
        return RareNames(
            FullName(case, name, surname)
            for case, person in people
            for name in (*person.names, *person.aliases)
            if (surname := reader.surname(name)) is not None
        )

    def _look(self, name: str, text: str, skip: Sequence[tuple[int, int]]) -> Iterator[Finding]:
        breaks = [index for index, char in enumerate(text) if char == "\n"]
        for match, case, refuses in self._hits(_read(text), skip):
            line = bisect.bisect_left(breaks, match.start) + 1
            yield Finding(name, line, match.trait, case, refuses)

    def _hits(
        self, source: SourceText, skip: Sequence[tuple[int, int]] = ()
    ) -> Iterator[tuple[Match, str, bool]]:
        """Yield each match with the case of a person whom it names, and whether it refuses."""
        for match in self._own.find(source):
            if _is_inside(match, skip):
                continue
            refuses = match.score >= _CERTAIN and match.trait is not Trait.INITIALS
            for owner in sorted(match.owners):
                yield match, self._own_people[owner][0], refuses
        for match in self._others.find(source):
            if _is_inside(match, skip):
                continue
            keys = frozenset(words_of(source.text[match.start : match.end]))
            for owner in sorted(match.owners):
                certain = self._names_for_certain(source, match, keys, owner)
                if certain is not None:
                    yield match, self._other_people[owner][0], certain

    def _names_for_certain(
        self, source: SourceText, match: Match, keys: frozenset[str], owner: int
    ) -> bool | None:
        """Tell whether a match names a person of another case; ``None`` when it says nothing.

        Args:
            source: The text.
            match: A place in it.
            keys: The folded words there.
            owner: Of whom, by index, something may stand there.
        """
        if match.trait is Trait.INITIALS:
            return None
        if match.trait is Trait.CODE and len(keys) == 1 and keys <= self._ordinary:
            is_signed = source.text[max(0, match.start - 1) : match.start] in _ACCOUNT_SIGNS
            return True if is_signed else None
        if match.trait is not Trait.NAME:
            return True
        surname = next((s for s in self._surnames[owner] if keys.issuperset(s)), None)
        if surname is None:
            return None
        if len(keys) > len(surname):
            return True
        if all(_is_word(key) for key in surname):
            return None
        return source.ignores_case or not source.text[match.start : match.end].islower()


@dataclass(frozen=True, slots=True)
class OwnPeople:
    """The people of one case, looked for in a statement of this very case: in every form.

    The gate goes by spelling and endings, since among thousands somebody sounds like any word. In
    their own statement a few people are told by sound, in every language and by what is said for
    short as well. What only may be one of them passes where a person has decided to keep it.

    Attributes:
        people: Everybody in the case.
        kept: Folded words of the statement that a person decided to keep.
        case: Handle of the case, for findings.
    """

    people: tuple[Identity, ...]
    kept: frozenset[str] = frozenset()
    case: str = ""

    def places(self, text: str) -> tuple[Place, ...]:
        """Return where a text names somebody, or may do so and nobody has decided about it."""
        return tuple(dict.fromkeys(self._places(text)))

    def kept_in(self, text: str) -> Iterator[str]:
        """Yield the words of a finished text that may name somebody and that were kept."""
        shown = set(self.places(text))
        for place in replace(self, kept=frozenset()).places(text):
            if place not in shown:
                yield " ".join(text[place.start : place.end].split())

    def findings(self, file: str, line: int, text: str) -> Iterator[Finding]:
        """Yield what names somebody in a finished text that starts on a line of a file."""
        for each in dict.fromkeys((text, unescaped(text))):
            for place in self.places(each):
                at = line + each.count("\n", 0, place.start)
                yield Finding(file, at, place.kind, self.case, refuses=True)

    def _places(self, text: str) -> Iterator[Place]:
        for match, keys, is_certain in _told_in(text, self.people):
            if is_certain or not self.kept.issuperset(keys):
                yield Place(match.start, match.end, match.trait, is_certain)


def kept_words(text: str, spans: Iterable[tuple[int, int]]) -> frozenset[str]:
    """Return the folded words of the stretches (start, end) that a person decided to keep."""
    return frozenset(key for start, end in spans for key in words_of(text[start:end]))


def _is_certain(source: SourceText, match: Match) -> bool:
    """Tell whether nobody else can be meant; a given name in another form is many people's."""
    if match.trait is Trait.INITIALS or not match.owners:
        return False
    if match.way in _AS_SPELLED:
        return match.score >= _CERTAIN
    keys = words_of(source.text[match.start : match.end])
    return match.score >= _SURELY_HEARD and not (len(keys) == 1 and variants_of(keys[0]))


def _told_in(text: str, people: tuple[Identity, ...]) -> tuple[_Told, ...]:
    """Return where a text tells of these people, with its words, and whether for certain."""
    look = _told_in_once if len(text) <= _LONGEST_KEPT else _told_in_once.__wrapped__
    return look(text, people)


@lru_cache(maxsize=2)
def _told_in_once(text: str, people: tuple[Identity, ...]) -> tuple[_Told, ...]:
    source = _read(text)
    return tuple(
        (
            match,
            frozenset(words_of(source.text[match.start : match.end])),
            _is_certain(source, match),
        )
        for match in index_of(people).find(source)
        if match.score >= _DOUBTFUL
    )


def _read(text: str) -> SourceText:
    """Return a text with its words; those of a statement are asked for several times in a row."""
    return _read_once(text) if len(text) <= _LONGEST_KEPT else SourceText(text)


@lru_cache(maxsize=2)
def _read_once(text: str) -> SourceText:
    return SourceText(text)


def _is_word(key: str) -> bool:
    return key in words("names_that_are_words") or is_function_word(key, "")


def _flat(cases: CaseIdentities) -> list[tuple[str, Identity]]:
    return [(case, spelled_out(person)) for case, people in cases.items() for person in people]


def _specific(person: Identity) -> Identity:
    """Return the person without what many people share: aliases of one word."""
    return replace(person, aliases=tuple(a for a in person.aliases if len(words_of(a)) > 1))


def _surnames(reader: NameReader, person: Identity) -> tuple[tuple[str, ...], ...]:
    found = (reader.surname(name) for name in (*person.names, *person.aliases))
    return tuple(surname for surname in found if surname is not None)


def _is_inside(match: Match, ranges: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a match lies wholly inside one of the sorted ranges."""
    place = bisect.bisect_right(ranges, match.start, key=lambda each: each[0]) - 1
    return place >= 0 and ranges[place][0] <= match.start and match.end <= ranges[place][1]


def _in_code_points(content: bytes, ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return sorted byte ranges as ranges of code points."""
    edges = sorted({edge for pair in ranges for edge in pair})
    places: dict[int, int] = {}
    counted, reached = 0, 0
    for edge in edges:
        counted += len(content[reached:edge].decode("utf-8", "replace"))
        reached = edge
        places[edge] = counted
    return sorted((places[start], places[end]) for start, end in ranges)


def _unescaped_apart(
    text: str, ranges: Sequence[tuple[int, int]]
) -> tuple[str, list[tuple[int, int]]]:
    """Resolve escapes of what comes from a case, and return where the rest stands then."""
    parts: list[str] = []
    kept: list[tuple[int, int]] = []
    reached = written = 0
    for start, end in ranges:
        if end <= reached:
            continue
        free = unescaped(text[reached : max(reached, start)])
        ours = text[max(reached, start) : end]
        kept.append((written + len(free), written + len(free) + len(ours)))
        parts += [free, ours]
        reached, written = end, kept[-1][1]
    return "".join((*parts, unescaped(text[reached:]))), kept
