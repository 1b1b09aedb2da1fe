"""What of a text is proposed for masking: all detectors, and whatever the leak gate would find."""

from __future__ import annotations

import bisect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from intake.domain.ids import MarkId, PersonId, new_id
from intake.domain.marks import Decision, Mark, MarkKind
from intake.domain.person import Identity
from intake.domain.statement import Statement
from intake.redaction.leaks import LeakGate, OwnPeople, Place, kept_words
from intake.redaction.matches import Trait
from intake.redaction.suggest import Profile, Suggestion, suggest
from intake.redaction.vocabulary import Phrase
from intake.services.standing import NOTHING, Standing

# Source of a mark over words that no detector proposed but that name somebody in this vault.
VAULT = "vault"
BY_HAND = "person"

_KINDS = {
    Trait.NAME: MarkKind.PERSON,
    Trait.INITIALS: MarkKind.PERSON,
    Trait.PHONE: MarkKind.NUMBER,
    Trait.CODE: MarkKind.OTHER,
    Trait.BIRTH_DATE: MarkKind.DATE,
}
_Ids = Mapping[tuple[int, int], MarkId]


@dataclass(frozen=True, slots=True)
class Material:
    """All that a look at one statement needs, read at one moment; nothing of it is the store's.

    Attributes:
        statement: The statement as it stands.
        marks: Its marks.
        identities: Everybody who is named in the case.
        persons: Id of each person of the case by code.
        profile: How much the detectors propose.
        gate: Makes what the finished text will meet; asked only by a look at the whole text.
        standing: What was decided once and for all.
        whole: The text that the statement is a part of; empty when it is the whole.
    """

    statement: Statement
    marks: tuple[Mark, ...]
    identities: tuple[Identity, ...]
    persons: Mapping[str, PersonId]
    profile: Profile
    gate: Callable[[], LeakGate]
    standing: Standing = NOTHING
    whole: str = ""

    @property
    def text(self) -> str:
        """The text that the marks belong to."""
        return self.whole or self.statement.text


def propose(material: Material, *, everything: bool = False) -> tuple[Mark, ...]:
    """Return the marks of a statement after detectors and gate have looked at it. Pure, any thread.

    What a person decided or marked stays. Other proposals of an earlier look are replaced. A
    proposal that reaches beyond what is decided already is kept whole: masks unite. Words that the
    gate would refuse are proposed again even where somebody decided to keep them.

    Args:
        material: What to look at.
        everything: Propose also what the gate leaves to a person: nobody will look.
    """
    known = material.marks
    kept = [mark for mark in known if not _is_fleeting(mark)]
    ids = {(mark.start, mark.end): mark.id for mark in known if _is_fleeting(mark)}
    fresh = list(_suggested(material, _Cover(kept), ids))
    # What is kept open hides nothing from the gate.
    opened = [mark for mark in (*kept, *fresh) if mark.decision is Decision.KEEP]
    masked = _Cover(m for m in (*kept, *fresh) if m.decision is not Decision.KEEP)
    fresh += _named(_places(material, opened, everything=everything), masked, ids)
    return tuple(sorted((*kept, *fresh), key=lambda m: (m.start, m.end)))


def _is_fleeting(mark: Mark) -> bool:
    """Tell whether a mark is what the detectors said, and nobody about this place."""
    return mark.source != BY_HAND and (mark.decision is Decision.PENDING or mark.ruled)


def propose_in(material: Material, span: tuple[int, int]) -> tuple[Mark, ...]:
    """Return the marks of a statement and what the detectors find new in one part of its text.

    The part is read for itself, so that it costs no more than its length: nothing that is marked
    goes, and the look before the end of a review reads the whole text again.

    Args:
        material: What to look at.
        span: Start and end of the part, at the edges of paragraphs.
    """
    start, end = span
    whole = material.statement.text
    part = replace(
        material, statement=replace(material.statement, text=whole[start:end]), whole=whole
    )
    covered = _Cover(material.marks)
    found = (_moved(mark, start) for mark in _suggested(part, _Cover(()), {}))
    fresh = [mark for mark in found if not covered.holds(mark.start, mark.end)]
    return tuple(sorted((*material.marks, *fresh), key=lambda m: (m.start, m.end)))


def _moved(mark: Mark, by: int) -> Mark:
    return replace(mark, start=mark.start + by, end=mark.end + by)


def own_people(
    people: Sequence[Identity], text: str, marks: Iterable[Mark], case: str = ""
) -> OwnPeople:
    """Return the people of a case, to be looked for in a text of it with these decisions."""
    kept = ((mark.start, mark.end) for mark in marks if mark.decision is Decision.KEEP)
    return OwnPeople(tuple(people), kept_words(text, kept), case)


def uncovered(
    text: str, marks: Iterable[Mark], gate: LeakGate, own: OwnPeople
) -> tuple[tuple[int, int], ...]:
    """Return the places (start, end) that the gate would refuse once these marks are applied."""
    masked = _Cover(mark for mark in marks if mark.decision is not Decision.KEEP)
    return tuple(
        (place.start, place.end)
        for place in (*gate.places(text), *own.places(text))
        if place.refuses and not masked.holds(place.start, place.end)
    )


def _suggested(material: Material, decided: _Cover, ids: _Ids) -> Iterator[Mark]:
    statement, standing = material.statement, material.standing
    for found in suggest(
        statement.text,
        language=statement.language,
        identities=material.identities,
        profile=material.profile,
        vocabulary=replace(
            standing.vocabulary, again=(*standing.vocabulary.again, *_hidden(material))
        ),
    ):
        if not decided.holds(found.start, found.end):
            mark = _as_mark(found, material.persons, ids)
            yield standing.ruled(mark, statement.text[mark.start : mark.end])


def _hidden(material: Material) -> Iterator[Phrase]:
    """Yield the words that a person has hidden by hand: they may stand in other places as well."""
    for mark in material.marks:
        if mark.source == BY_HAND and mark.decision is Decision.MASK and mark.paraphrase is None:
            yield Phrase(material.text[mark.start : mark.end], mark.kind)


def _as_mark(found: Suggestion, by_code: Mapping[str, PersonId], ids: _Ids) -> Mark:
    return Mark(
        id=_id(ids, found.start, found.end),
        start=found.start,
        end=found.end,
        kind=found.kind,
        person_id=by_code.get(found.code or ""),
        source=found.source,
        score=found.score,
    )


def _places(material: Material, opened: Sequence[Mark], *, everything: bool) -> Iterator[Place]:
    """Yield what gate and vault find beside the detectors.

    Args:
        material: What to look at.
        opened: What is kept open; where only the vault thinks of somebody, that settles it.
        everything: Yield also what the gate leaves to a person.
    """
    text, gate = material.statement.text, material.gate()
    yield from (place for place in gate.places(text) if place.refuses or everything)
    if opened or material.profile is Profile.NONE:
        # The detectors propose the people of the case, but nothing that is kept open.
        own = own_people(material.identities, text, opened)
        yield from own.places(text)
    settled = _Cover(opened)
    yield from (place for place in gate.likely(text) if not settled.holds(place.start, place.end))


def _named(places: Iterable[Place], masked: _Cover, ids: _Ids) -> Iterator[Mark]:
    """Yield a mark for each place that the gate would find and that nothing masks yet."""
    found = {(place.start, place.end): _KINDS[place.kind] for place in places}
    for (start, end), kind in found.items():
        if not masked.holds(start, end):
            yield Mark(_id(ids, start, end), start, end, kind, source=VAULT)


def _id(ids: _Ids, start: int, end: int) -> MarkId:
    return ids.get((start, end)) or MarkId(new_id())


class _Cover:
    """What marks cover together."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        ordered = sorted((mark.start, mark.end) for mark in marks)
        self._starts = [start for start, _ in ordered]
        self._reached = list(accumulate((end for _, end in ordered), max))

    def holds(self, start: int, end: int) -> bool:
        """Tell whether one of the marks, or several without a gap, cover a whole stretch."""
        while start < end:
            place = bisect.bisect_right(self._starts, start) - 1
            if place < 0 or self._reached[place] <= start:
                return False
            start = self._reached[place]
        return True
