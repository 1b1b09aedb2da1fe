"""Takes out of a damaged database what can be read, and puts it into a new one, guarded anew.

What decides whether somebody agreed is taken whole or not at all: of a case whose consents are not
all there, none is taken.
"""

from __future__ import annotations

from dataclasses import dataclass

from intake.domain.progress import CancelToken, ProgressCallback
from intake.store.connection import Row
from intake.store.mending import mend, without_lost
from intake.store.salvage import Reader, Salvage, Values
from intake.store.store import Store
from intake.store.tables import (
    AUDIT,
    BUNDLES,
    CASES,
    CONSENTS,
    OF_A_CASE,
    OWN_KEYS,
    PARCELS,
    RELEASES,
    RULINGS,
    SETTINGS,
    TRUSTED_KEYS,
    Table,
)
from intake.store.transaction import Part, Transaction

_ALL_PARTS = Part.ANSWERS | Part.TEXT | Part.REVIEW
_OF_THE_VAULT = (TRUSTED_KEYS, OWN_KEYS, SETTINGS, BUNDLES, RELEASES, RULINGS, PARCELS, AUDIT)
_PARTLY_OF_CASES = frozenset({RULINGS.name, AUDIT.name})
_ALL, _NO_CASE = "1", "case_id IS NULL"


@dataclass(frozen=True, slots=True)
class RescuedCase:
    """One case: ``lost`` names the tables of which something is missing; empty when it is whole."""

    code: str
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rescued:
    """What was taken over, and what was not.

    Attributes:
        whole: Codes of the cases of which everything was read.
        partial: Cases of which something is missing.
        gone: Codes of the cases that are lost; those whose code cannot be read are in ``nameless``.
        nameless: How many more cases there must have been.
        lost: Tables of the vault itself of which something is missing.
        unsaved: Newest writes of any kind that are missing with their log.
    """

    whole: tuple[str, ...]
    partial: tuple[RescuedCase, ...]
    gone: tuple[str, ...]
    nameless: int
    lost: tuple[str, ...]
    unsaved: int = 0

    @property
    def forgets(self) -> bool:
        """Whether the new vault does not know what the old one knew of cases that are gone.

        Which were erased, by what else those that are here are known, and where backups lie.
        """
        return SETTINGS.name in self.lost


def rescue(
    source: Salvage,
    target: Store,
    progress: ProgressCallback,
    cancel: CancelToken | None,
    *,
    form: str,
) -> Rescued:
    """Copy everything that can be read into a new store; see the module.

    Args:
        source: The damaged database.
        target: A new store with nothing in it.
        progress: Cases done, of how many.
        cancel: Asked after each case.
        form: Reference of the questionnaire, for interviews that are put back empty.

    Raises:
        CancelledError: Stopped.
        UnavailableError: Disk full.
    """
    reader = Reader(source)
    known = reader.cases()
    taken: list[RescuedCase] = []
    gone: list[str | None] = []
    handles = set()
    for done, (number, (_, code)) in enumerate(known.items(), start=1):
        values = reader.case(number)
        if values is None:
            gone.append(code)
        else:
            handles.add(values["handle"])
            lost = _take_case(reader, target, values, form)
            taken.append(RescuedCase(str(values["code"]), lost))
        progress(done, len(known))
        if cancel is not None:
            cancel.check()
    lost_of_vault = _take_vault(reader, target)
    unheard = max(0, len(reader.handles() - handles) - len(gone))
    return Rescued(
        whole=tuple(each.code for each in taken if not each.lost),
        partial=tuple(each for each in taken if each.lost),
        gone=tuple(code for code in gone if code is not None),
        nameless=gone.count(None) + unheard,
        lost=lost_of_vault,
    )


def _take_case(reader: Reader, target: Store, case: Values, form: str) -> tuple[str, ...]:
    """Copy one case; return the tables of which something is missing."""
    rows: dict[str, list[Values]] = {table.name: [] for table in OF_A_CASE}
    lost = []
    for table in reader.known(OF_A_CASE):
        rows[table.name], is_all = reader.of_case(table, str(case["id"]))
        if not is_all:
            lost.append(table.name)
    mend(case, rows, frozenset(lost), form)
    parts = _ALL_PARTS | (Part.CONSENT if rows[CONSENTS.name] else Part.CHANGED)
    with target.write() as tx:
        tx.insert(CASES, case | {"indexed": None, "consent_until": None, "withdrawn": 0})
        tx.made.add(str(case["id"]))
        tx.touch_case(str(case["id"]), parts)
        for table in OF_A_CASE:
            for values in rows[table.name]:
                _insert(tx, table, values)
    return tuple(lost)


def _take_vault(reader: Reader, target: Store) -> tuple[str, ...]:
    """Copy what belongs to no case; return the tables of which something is missing."""
    lost = []
    with target.write() as tx:
        for table in reader.known(_OF_THE_VAULT):
            condition = _NO_CASE if table.name in _PARTLY_OF_CASES else _ALL
            found, is_all = reader.from_both_ends(table, condition)
            if table is RELEASES:
                found = [each for each in found if tx.db.one(*_bundle(each))]
            if table is PARCELS:
                read, found = found, without_lost(tx, found)
                is_all = is_all and found == read
            if not is_all:
                lost.append(table.name)
            for values in found:
                _insert(tx, table, values)
    return tuple(lost)


def _bundle(release: Values) -> tuple[str, Row]:
    return "SELECT 1 FROM bundles WHERE bundle_id = ?", (release["bundle_id"],)


def _insert(tx: Transaction, table: Table, values: Values) -> None:
    if table is AUDIT:
        values = values | {"number": tx.head.entries + 1}
    tx.insert(table, values)
