"""Everybody whom a name or a case's code leads to, and the gate for them; keeps names in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from functools import cache
from threading import Lock
from types import MappingProxyType

from intake.domain.answers import Answer, AnswerSheet
from intake.domain.case import CaseFile
from intake.domain.ids import CaseId
from intake.domain.person import Identity, IdentityKind, IdentityKinds, Person, Role, identity_of
from intake.forms.definition import Owner
from intake.forms.loader import core_form
from intake.redaction.leaks import LeakGate
from intake.redaction.pseudonyms import relation_of
from intake.services.ordinary import ordinary_words
from intake.services.other_names import other_names
from intake.services.relations import units
from intake.store.store import Store

_PARENT = "parent"


def identities_of(file: CaseFile) -> tuple[Identity, ...]:
    """Return everybody who is named in a case: its persons, and those named in other answers."""
    sheets = [
        file.case.answers,
        *(interview.answers for interview in file.interviews),
        *(event.answers for event in file.events),
    ]
    return _identities(file.persons, sheets)


@cache
def _kinds() -> IdentityKinds:
    return core_form().identity_kinds


@cache
def _fields_of_events() -> frozenset[str]:
    sections = core_form().sections
    return frozenset(q.name for s in sections if s.owner is Owner.EVENT for q in s.items)


def _identities(persons: Iterable[Person], further: Iterable[AnswerSheet]) -> tuple[Identity, ...]:
    persons = tuple(persons)
    known = [identity_of(each.code, each.role, each.answers, _kinds()) for each in persons]
    parents = tuple(
        name
        for person, identity in zip(persons, known, strict=True)
        if relation_of(person) == _PARENT
        for name in identity.names
    )
    known = [
        replace(each, parents=parents) if each.role is Role.INTERVIEWEE else each for each in known
    ]
    names = {name for identity in known for name in identity.names}
    return (*known, *dict.fromkeys(_strangers(further, names)))


def _strangers(sheets: Iterable[AnswerSheet], known: set[str]) -> Iterator[Identity]:
    """Yield who is named outside the persons; without a code, as nobody can be told apart."""
    for sheet in sheets:
        for name in [name for name in _kinds() if name in sheet]:
            role = Role.PERPETRATOR if name in _fields_of_events() else Role.OTHER
            for text in sheet[name].texts:
                if _kinds()[name] is not IdentityKind.NAME or text not in known:
                    yield identity_of("", role, {name: Answer(text)}, _kinds())


class _Everybody:
    """The gate for these people, made when it is asked for the first time."""

    def __init__(self, people: dict[str, tuple[Identity, ...]]) -> None:
        self._people = people
        self._made: LeakGate | None = None
        self._lock = Lock()

    def __call__(self) -> LeakGate:
        with self._lock:
            if self._made is None:
                self._made = LeakGate(self._people, {})
            return self._made


class KnownPeople:
    """The people of a vault by case; reads again only the cases that have changed."""

    def __init__(self) -> None:
        self._read: dict[str, datetime] = {}
        self._people: dict[str, tuple[Identity, ...]] = {}
        self._everybody: _Everybody | None = None

    def everybody(self, store: Store) -> Callable[[], LeakGate]:
        """Return what makes a gate that takes every case of the vault for one that leaves.

        What it does not refuse, no bundle of this vault is refused for. It takes a while with many
        cases and needs no store, so it can be made on any thread; it is made once.
        """
        self._refresh(store)
        if self._everybody is None:
            self._everybody = _Everybody(dict(self._people))
        return self._everybody

    def units(self, store: Store) -> Mapping[str, str]:
        """Return which cases of the vault count as one, by id; see ``relations.units``."""
        self._refresh(store)
        return units(self._people, other_names(store))

    def by_case(self, store: Store) -> Mapping[str, tuple[Identity, ...]]:
        """Return everybody in the vault by the id of their case."""
        self._refresh(store)
        return MappingProxyType(self._people)

    def gate(self, store: Store, included: Iterable[CaseId]) -> LeakGate:
        """Return the gate for a bundle that holds these cases."""
        self._refresh(store)
        inside = set[str](included)
        own = {case_id: found for case_id, found in self._people.items() if case_id in inside}
        others = {case_id: f for case_id, f in self._people.items() if case_id not in inside}
        return LeakGate(own, others, ordinary_words())

    def _refresh(self, store: Store) -> None:
        now = store.cases.changes()
        for case_id in self._people.keys() - now.keys():
            del self._people[case_id]
            del self._read[case_id]
            self._everybody = None
        for case_id, changed in now.items():
            if self._read.get(case_id) == changed:
                continue
            found = _people_in(store, case_id)
            if self._people.get(case_id) != found:
                self._people[case_id] = found
                self._everybody = None
            self._read[case_id] = changed


def named_in(store: Store, case_id: CaseId) -> tuple[tuple[Person, ...], tuple[Identity, ...]]:
    """Return the persons of a case and everybody who is named in it, without reading the rest."""
    sheets: Mapping[str, AnswerSheet] = store.answers.of_case(case_id)
    persons = store.persons.of(case_id, sheets)
    own = {person.id for person in persons}
    further = (sheet for owner, sheet in sheets.items() if owner not in own)
    return persons, _identities(persons, further)


def _people_in(store: Store, case_id: CaseId) -> tuple[Identity, ...]:
    _, named = named_in(store, case_id)
    # A case's code leads to its people in this vault, and to what others wrote of the same case.
    code = Identity("", Role.OTHER, handles=(store.cases.get(case_id).code,))
    return (*named, code)
