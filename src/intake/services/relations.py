"""Which cases count as one: same people or family, told by what is recorded of them alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from types import MappingProxyType

from intake.domain.person import Identity, Role
from intake.redaction.identity_keys import (
    NATIONAL,
    SHORTEST_PHONE,
    digits_of,
    is_same_phone,
    whole_codes,
)
from intake.redaction.names.parts import name_words

# A witness, an official or an interpreter stands in many cases without being of the family.
_FAMILY = frozenset({Role.INTERVIEWEE, Role.RELATIVE})
_FULL_NAME = 2

_PHONE, _PHONE_END = "phone", "phone end"
_Key = tuple[str, str]


def units(
    cases: Mapping[str, Sequence[Identity]],
    other_names: Mapping[str, Iterable[str]] = MappingProxyType({}),
) -> dict[str, str]:
    """Return for each case the name of the unit that it belongs to: that of one of its cases.

    Cases are one unit when interviewees or relatives in them share a phone, an address, a handle or
    a document (what redaction takes for the same), or interviewees a full name, directly or by way
    of others. Two strangers of the same full name count as one as well: that keeps back more, never
    less. Names of relatives join nobody, or in a large vault everybody would be related to
    everybody. Versions of one case are one unit, though nobody may be named in them.

    Args:
        cases: Everybody in each case, by the case's id.
        other_names: By what else a case is known; whoever shares one is a version of it.
    """
    leads: dict[str, str] = {case: case for case in cases}
    owners: dict[_Key, str] = {}
    for case in sorted(cases):
        for key in _keys(cases[case]):
            _join(leads, case, owners.setdefault(key, case))
    for one, other in (*_same_phones(owners), *_versions(cases, other_names)):
        _join(leads, one, other)
    return {case: _lead(leads, case) for case in cases}


def _versions(
    cases: Iterable[str], other_names: Mapping[str, Iterable[str]]
) -> Iterator[tuple[str, str]]:
    owners = {case: case for case in cases}
    for case in sorted(other_names.keys() & owners.keys()):
        yield from ((case, owners.setdefault(name, case)) for name in other_names[case])


def _join(leads: dict[str, str], one: str, other: str) -> None:
    first, second = sorted((_lead(leads, one), _lead(leads, other)))
    leads[second] = first


def marks_of(people: Sequence[Identity]) -> frozenset[tuple[str, str]]:
    """Return by what a case is known again: kind and settled text of names, phones and codes.

    A case of the same people shares one of these with what ``recognised_by`` returns for it. Phones
    are the same as far as both go, so that the endings of each count on one side or the other.
    """
    found = frozenset(_keys(people))
    return found | {(_PHONE_END, end) for end in _endings(found)}


def recognised_by(people: Sequence[Identity]) -> frozenset[tuple[str, str]]:
    """Return what ``marks_of`` holds, in part, of whoever is related to these people."""
    found = frozenset(_keys(people))
    whole = {(_PHONE_END, digits) for kind, digits in found if kind == _PHONE}
    return found | whole | {(_PHONE, end) for end in _endings(found)}


def _endings(keys: Iterable[_Key]) -> Iterator[str]:
    """Yield the endings of phones that are shorter than the phone and can be one."""
    for kind, digits in keys:
        if kind == _PHONE:
            yield from (digits[-length:] for length in range(SHORTEST_PHONE, len(digits)))


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
            if len(digits) >= SHORTEST_PHONE:
                yield _PHONE, digits[-NATIONAL:]
        for code in whole_codes(person):
            yield "code", code


def _same_phones(owners: Mapping[_Key, str]) -> Iterator[tuple[str, str]]:
    """Yield cases whose phones differ in what stands before the area alone."""
    alike: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for (kind, digits), case in owners.items():
        if kind == _PHONE:
            alike[digits[-SHORTEST_PHONE:]].append((digits, case))
    for phones in alike.values():
        for (one, first), (other, second) in combinations(phones, 2):
            if is_same_phone(one, other):
                yield first, second
