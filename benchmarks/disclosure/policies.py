"""Release policies: the program's, the control, and rules that are broken on purpose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.disclosure.world import (
    QUASI,
    RECIPIENTS,
    Bundle,
    Person,
    Released,
    record_of,
)
from intake.disclosure.classes import Candidate
from intake.disclosure.forming import Former
from intake.disclosure.k_anonymity import Row
from intake.disclosure.schemes import Scheme, generalised

SABOTAGES = ("changed", "recipient", "joined")


@dataclass
class _Class:
    """A class of the ledger, with the answers that it left with."""

    members: tuple[Person, ...]
    rows: tuple[Row, ...]
    scheme: Scheme
    withheld: frozenset[str]
    terms: str
    left_with: dict[int, Mapping[str, str]]
    is_retired: bool = False


def _candidate(person: Person, quarter: int, purposes: Sequence[str]) -> Candidate:
    told = person.told(quarter)
    sensitive = {name: frozenset({value}) for name, value in told.items()}
    terms = "+".join(each for each in purposes if each in person.purposes)
    return Candidate(record_of(person), terms, sensitive)


def kept(
    people: Sequence[Person],
    k: int,
    schemes: Sequence[Scheme],
    *,
    sabotage: str = "",
) -> tuple[Bundle, ...]:
    """Release classes that stay as they are, as the program does.

    Args:
        people: The world.
        k: Least size of a class.
        schemes: From fine to coarse.
        sabotage: A rule that is broken on purpose: ``changed`` rows leave corrected, classes are
            formed for each ``recipient``, or ``joined`` by newcomers.
    """
    bundles: list[Bundle] = []
    ledgers: dict[str, list[_Class]] = defaultdict(list)
    for quarter in range(1 + max(person.quarter for person in people)):
        for recipient, purpose in RECIPIENTS.items():
            name = recipient if sabotage == "recipient" else "all"
            asked = (purpose,) if sabotage == "recipient" else tuple(RECIPIENTS.values())
            ledger = ledgers[name]
            _retire(ledger, quarter, keeps_changed=sabotage == "changed")
            known = {person.number for each in ledger for person in each.members}
            new = [p for p in people if p.is_there(quarter) and p.number not in known]
            if sabotage == "joined":
                new = _join(ledger, new, quarter)
            _form(ledger, new, quarter, asked, schemes, k)
            rows = [row for each in ledger for row in _leaving(each, purpose, quarter)]
            bundles.append(Bundle(recipient, quarter, tuple(rows)))
    return tuple(bundles)


def _retire(ledger: Iterable[_Class], quarter: int, *, keeps_changed: bool) -> None:
    for each in ledger:
        gone = any(not person.is_there(quarter) for person in each.members)
        changed = any(
            person.told(quarter) != each.left_with[person.number] for person in each.members
        )
        each.is_retired |= (gone or changed) and not keeps_changed


def _form(
    ledger: list[_Class],
    new: Sequence[Person],
    quarter: int,
    purposes: Sequence[str],
    schemes: Sequence[Scheme],
    k: int,
) -> None:
    by_handle = {str(person.number): person for person in new}
    wanted = [p for p in new if set(purposes) & set(p.purposes)]
    candidates = [_candidate(person, quarter, purposes) for person in wanted]
    for each in Former(candidates, [QUASI], k).form(schemes).classes:
        members = tuple(by_handle[row.handle] for row in each.rows)
        terms = "+".join(p for p in purposes if p in members[0].purposes)
        left_with = {person.number: person.told(quarter) for person in members}
        made = _Class(members, each.rows, each.scheme, each.withheld, terms, left_with)
        ledger.append(made)


def _join(ledger: Iterable[_Class], new: Sequence[Person], quarter: int) -> list[Person]:
    """Put newcomers into classes that they fit: the sabotage that ``new classes of k`` forbids."""
    alone = []
    for person in new:
        for each in ledger:
            row = generalised(record_of(person), QUASI, each.scheme)
            is_alike = row.values == each.rows[0].values and not each.is_retired
            if (
                is_alike
                and each.terms == _candidate(person, quarter, tuple(RECIPIENTS.values())).terms
            ):
                each.members += (person,)
                each.rows += (row,)
                each.left_with[person.number] = person.told(quarter)
                break
        else:
            alone.append(person)
    return alone


def _leaving(each: _Class, purpose: str, quarter: int) -> Iterator[Released]:
    if each.is_retired or purpose not in each.terms.split("+"):
        return
    for person, row in zip(each.members, each.rows, strict=True):
        if person.is_there(quarter):
            told = {n: v for n, v in person.told(quarter).items() if n not in each.withheld}
            yield Released(person, tuple(row.values.items()), each.scheme, told)


def afresh(people: Sequence[Person], k: int, schemes: Sequence[Scheme]) -> tuple[Bundle, ...]:
    """Release everybody in each bundle, anonymised by itself: the control."""
    bundles = []
    for quarter in range(1 + max(person.quarter for person in people)):
        for recipient, purpose in RECIPIENTS.items():
            there = [p for p in people if p.is_there(quarter) and purpose in p.purposes]
            by_handle = {str(person.number): person for person in there}
            candidates = [_candidate(person, quarter, (purpose,)) for person in there]
            rows = tuple(
                Released(
                    by_handle[row.handle],
                    tuple(row.values.items()),
                    each.scheme,
                    by_handle[row.handle].told(quarter),
                )
                for each in Former(candidates, [QUASI], k).form(schemes).classes
                for row in each.rows
            )
            bundles.append(Bundle(recipient, quarter, rows))
    return tuple(bundles)
