"""Everybody whom a name or a case's code leads to, and the gate for them; keeps names in memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from intake.domain.answers import AnswerSheet
from intake.domain.case import CaseFile
from intake.domain.ids import CaseId
from intake.domain.person import Identity, Person, Role, identity_of
from intake.redaction.leaks import LeakGate
from intake.services.relations import units
from intake.store.store import Store

_PERPETRATOR = "perpetrator_name"


def identities_of(file: CaseFile) -> tuple[Identity, ...]:
    """Return everybody who is named in a case: its persons, and perpetrators named in events."""
    return _identities(file.persons, [event.answers for event in file.events])


def _identities(persons: Iterable[Person], further: Iterable[AnswerSheet]) -> tuple[Identity, ...]:
    known = [identity_of(person) for person in persons]
    names = {name for identity in known for name in identity.names}
    named = dict.fromkeys(
        text for sheet in further if _PERPETRATOR in sheet for text in sheet[_PERPETRATOR].texts
    )
    # Without a code: nobody can be told apart who is only a name in an event.
    return (
        *known,
        *(Identity("", Role.PERPETRATOR, names=(n,)) for n in named if n not in names),
    )


class KnownPeople:
    """The people of a vault by case; reads again only the cases that have changed."""

    def __init__(self) -> None:
        self._read: dict[str, datetime] = {}
        self._people: dict[str, tuple[Identity, ...]] = {}
        self._everybody: LeakGate | None = None

    def everybody(self, store: Store) -> LeakGate:
        """Return a gate that takes every case of the vault for one that leaves.

        What it does not refuse, no bundle of this vault is refused for.
        """
        self._refresh(store)
        if self._everybody is None:
            self._everybody = LeakGate(self._people, {})
        return self._everybody

    def units(self, store: Store) -> Mapping[str, str]:
        """Return which cases of the vault count as one, by id; see ``relations.units``."""
        self._refresh(store)
        return units(self._people)

    def gate(self, store: Store, included: Iterable[CaseId]) -> LeakGate:
        """Return the gate for a bundle that holds these cases."""
        self._refresh(store)
        inside = set[str](included)
        own = {case_id: found for case_id, found in self._people.items() if case_id in inside}
        others = {case_id: f for case_id, f in self._people.items() if case_id not in inside}
        return LeakGate(own, others)

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


def _people_in(store: Store, case_id: CaseId) -> tuple[Identity, ...]:
    sheets: Mapping[str, AnswerSheet] = store.answers.of_case(case_id)
    named = _identities(store.persons.of(case_id, sheets), sheets.values())
    # A case's code leads to its people in this vault, and to what others wrote of the same case.
    code = Identity("", Role.OTHER, handles=(store.cases.get(case_id).code,))
    return (*named, code)
