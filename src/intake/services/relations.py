"""Which cases count as one: same people or family, told by what is recorded of them alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from intake.domain.folding import fold
from intake.domain.person import Identity, Role
from intake.redaction.identity_keys import digits_of
from intake.redaction.name_parts import name_words

# A witness, an official or an interpreter stands in many cases without being of the family.
_FAMILY = frozenset({Role.INTERVIEWEE, Role.RELATIVE})
_FULL_NAME = 2
_SHORTEST_PHONE = 7
_NATIONAL = 9
_SHORTEST_CODE = 4

_Key = tuple[str, str]


def units(cases: Mapping[str, Sequence[Identity]]) -> dict[str, str]:
    """Return for each case the name of the unit that it belongs to: that of one of its cases.

    Cases are one unit when interviewees or relatives in them share a phone, an address, a handle or
    a document, or interviewees a full name, directly or by way of others. Two strangers of the same
    full name count as one as well: that keeps back more, never less. Names of relatives join
    nobody, or in a large vault everybody would be related to everybody.

    Args:
        cases: Everybody in each case, by the case's id.
    """
    leads: dict[str, str] = {case: case for case in cases}
    owners: dict[_Key, str] = {}
    for case in sorted(cases):
        for key in _keys(cases[case]):
            other = owners.setdefault(key, case)
            first, second = sorted((_lead(leads, case), _lead(leads, other)))
            leads[second] = first
    return {case: _lead(leads, case) for case in cases}


def traits(people: Sequence[Identity]) -> frozenset[tuple[str, str]]:
    """Return what joins a case to others: kind and settled text of names, phones and codes."""
    return frozenset(_keys(people))


def _lead(leads: dict[str, str], case: str) -> str:
    while leads[case] != case:
        leads[case] = leads[leads[case]]
        case = leads[case]
    return case


def _keys(people: Sequence[Identity]) -> Iterator[_Key]:
    for person in people:
        if person.role not in _FAMILY:
            continue
        for name in person.names if person.role is Role.INTERVIEWEE else ():
            words = name_words(name)
            if len(words) >= _FULL_NAME:
                yield "name", " ".join(sorted(words))
        for phone in person.phones:
            digits = digits_of(phone)
            if len(digits) >= _SHORTEST_PHONE:
                yield "phone", digits[-_NATIONAL:]
        for code in (*person.emails, *person.handles, *person.documents):
            compact = "".join(char for char in fold(code) if char.isalnum())
            if len(compact) >= _SHORTEST_CODE:
                yield "code", compact
