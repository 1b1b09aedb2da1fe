"""What of a text is proposed for masking: all detectors, and whatever the leak gate would find."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate

from intake.domain.case import CaseFile
from intake.domain.ids import MarkId, PersonId, new_id
from intake.domain.marks import Decision, Mark, MarkKind
from intake.domain.statement import Statement
from intake.redaction.leaks import LeakGate
from intake.redaction.matches import Trait
from intake.redaction.suggest import Profile, Suggestion, suggest
from intake.services.people import identities_of

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


def with_suggestions(
    file: CaseFile,
    statement: Statement,
    profile: Profile,
    gate: LeakGate,
    *,
    everything: bool = False,
) -> tuple[Mark, ...]:
    """Return the marks of a statement after detectors and gate have looked at it again.

    What a person decided or marked stays. Undecided proposals of an earlier look are replaced. A
    proposal that reaches beyond what is decided already is kept whole: masks unite. Words that the
    gate would refuse are proposed again even where somebody decided to keep them.

    Args:
        file: The case.
        statement: One of its statements.
        profile: How much the detectors propose.
        gate: What the finished text will meet.
        everything: Propose also what the gate leaves to a person: nobody will look.
    """
    known = file.marks.get(statement.id, ())
    kept = [m for m in known if m.decision is not Decision.PENDING or m.source == BY_HAND]
    ids = {
        (m.start, m.end): m.id
        for m in known
        if m.decision is Decision.PENDING and m.source != BY_HAND
    }
    fresh = list(_suggested(file, statement, profile, _Cover(kept), ids))
    # What is kept open hides nothing from the gate.
    masked = _Cover([m for m in kept if m.decision is not Decision.KEEP] + fresh)
    fresh += _named(statement.text, gate, masked, ids, everything=everything)
    return tuple(sorted((*kept, *fresh), key=lambda m: (m.start, m.end)))


def uncovered(text: str, marks: Iterable[Mark], gate: LeakGate) -> tuple[tuple[int, int], ...]:
    """Return the places (start, end) that the gate would refuse once these marks are applied."""
    masked = _Cover(mark for mark in marks if mark.decision is not Decision.KEEP)
    return tuple(
        (place.start, place.end)
        for place in gate.places(text)
        if place.refuses and not masked.holds(place.start, place.end)
    )


def _suggested(
    file: CaseFile, statement: Statement, profile: Profile, decided: _Cover, ids: _Ids
) -> Iterator[Mark]:
    by_code = {person.code: person.id for person in file.persons}
    for found in suggest(
        statement.text,
        language=statement.language,
        identities=identities_of(file),
        profile=profile,
    ):
        if not decided.holds(found.start, found.end):
            yield _as_mark(found, by_code, ids)


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


def _named(
    text: str, gate: LeakGate, masked: _Cover, ids: _Ids, *, everything: bool
) -> Iterator[Mark]:
    """Yield a mark for each place that the gate would find and that nothing masks yet."""
    found = {
        (place.start, place.end): _KINDS[place.kind]
        for place in gate.places(text)
        if place.refuses or everything
    }
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
