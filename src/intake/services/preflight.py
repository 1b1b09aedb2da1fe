"""The attack before a bundle is written: over all bundles that have left, and the planned one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from intake.disclosure.attack import Sighting, betrayed
from intake.disclosure.k_anonymity import Partition, Row, partition
from intake.domain.classes import DisclosureClass
from intake.domain.ids import CaseId
from intake.errors import SeriesError
from intake.export.fields import FieldPolicy
from intake.export.snapshot import Cell, RedactedCase
from intake.export.terms import Gap
from intake.services.frozen import commit_to_row
from intake.services.selection import Selection
from intake.services.series import Leaving
from intake.services.session import VaultSession

GIVEN = "given"  # which fields leave in a class; no key of a field, as these have a dot
_PLANNED = "planned"
_MOST_CODES = 20


def rows_of(
    leaving: Leaving, cases: Mapping[CaseId, RedactedCase], chosen: Selection, fields: FieldPolicy
) -> tuple[Row, ...]:
    """Return what everybody in the bundle looks like, out of the very cells that would leave."""
    quasi = [rule.key for rule in fields.rules if rule.is_quasi]
    rows = []
    for each in leaving.classes:
        given = ";".join(sorted(each.ledger.given))
        for case_id in each.rows:
            cells = cases[case_id].cells
            values = {key: _shown(cells[key]) for key in quasi if key in cells}
            rows.append(Row(case_id, chosen.units[case_id], {**values, GIVEN: given}))
    return tuple(rows)


def _shown(cell: Cell) -> str:
    return "" if cell.gap is Gap.WITHHELD else cell.text or f"{cell.gap}"


def require_nobody_betrayed(
    session: VaultSession,
    leaving: Leaving,
    cases: Mapping[CaseId, RedactedCase],
    chosen: Selection,
    fields: FieldPolicy,
    k: int,
) -> Partition:
    """Attack the bundle as it would be; return its classes as somebody sees them.

    Args:
        session: The open vault.
        leaving: The classes of the bundle.
        cases: What leaves of each case.
        chosen: Who may leave, with the units of related people.
        fields: What the form's disclosure classes allow.
        k: Least number of candidates.

    Raises:
        SeriesError: Somebody would have fewer than k candidates, or a sensitive answer be certain.
    """
    rows = rows_of(leaving, cases, chosen, fields)
    names = [*(rule.key for rule in fields.rules if rule.is_quasi), GIVEN]
    seen = partition(rows, names, k)
    alone = {row.handle: 0 for row in seen.suppressed}
    planned = [
        Sighting(
            person=case_id,
            unit=chosen.units[case_id],
            bundle=_PLANNED,
            look=each.ledger.class_id,
            version=commit_to_row(each.ledger.key, cases[case_id].cells, each.ledger.given),
            answers=_sensitive(cases[case_id], fields),
        )
        for each in leaving.classes
        for case_id in each.rows
    ]
    found = {**alone, **betrayed(_earlier(session, chosen), planned, k)}
    if found:
        codes = sorted(session.store.cases.get(CaseId(person)).code for person in found)
        more = max(1, k - min(found.values()))
        shown = ", ".join(codes[:_MOST_CODES]) + (" …" if len(codes) > _MOST_CODES else "")
        raise SeriesError(people=len(found), k=k, more=more, codes=shown)
    return seen


def _earlier(session: VaultSession, chosen: Selection) -> Sequence[Sighting]:
    """Return who stood in which bundle; of whoever left without a class nothing is known alike."""
    stood = {
        (bundle, case_id): (each.class_id, version)
        for each in session.store.classes.standing()
        for case_id, version in each.members.items()
        for bundle in each.bundles
    }
    sightings = []
    for bundle, case_id in session.store.classes.appearances():
        look, version = stood.get((bundle, case_id), (f"alone {case_id}", ""))
        sightings.append(Sighting(case_id, chosen.units[case_id], bundle, look, version))
    return sightings


def _sensitive(case: RedactedCase, fields: FieldPolicy) -> dict[str, frozenset[str]]:
    told = {}
    for rule in fields.rules:
        cell = case.cells.get(rule.key)
        if rule.disclosure is not DisclosureClass.SENSITIVE or cell is None:
            continue
        gap = () if cell.gap in {None, Gap.WITHHELD, Gap.NOT_ASKED} else (f"{cell.gap}",)
        told[rule.key] = frozenset(cell.values or gap)
    return told
