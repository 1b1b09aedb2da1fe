"""Releases: which case left in which bundle; knows cases by their random handle only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from intake.domain.changes import Noun
from intake.domain.ids import CaseId
from intake.store.codec import from_json, from_time, to_json, to_time
from intake.store.connection import Database
from intake.store.tables import BUNDLES, RELEASES
from intake.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Release:
    """A bundle that was written.

    Attributes:
        month: ``YYYY-MM``.
        made: When it was written (UTC).
        body: What the ledger keeps of it (policy, purpose, recipients, seed ...), any JSON object.
        cases: How many cases left in it.
    """

    bundle_id: str
    month: str
    made: datetime
    body: dict[str, Any]
    cases: int


class ReleaseRepository:
    """The bundles that left this vault; nothing of them can be changed or removed."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def record(
        self,
        tx: Transaction,
        bundle_id: str,
        month: str,
        case_ids: Iterable[CaseId],
        body: dict[str, Any],
    ) -> None:
        """Record a bundle and the cases that left in it.

        Raises:
            KeyError: There is no such case.
        """
        tx.insert(
            BUNDLES,
            {
                "bundle_id": bundle_id,
                "month": month,
                "made": to_time(tx.at),
                "body": to_json(body),
            },
        )
        # Sorted by handle, so that the order of the chain says nothing about the cases.
        for handle in sorted(tx.case_key(case_id).handle for case_id in case_ids):
            tx.insert(RELEASES, {"bundle_id": bundle_id, "handle": handle, "month": month})
        tx.touch(Noun.RELEASE, bundle_id)

    def all(self) -> tuple[Release, ...]:
        """Return every bundle, oldest first."""
        rows = self._db.rows(
            "SELECT bundle_id, month, made, body,"
            " (SELECT count(*) FROM releases WHERE releases.bundle_id = bundles.bundle_id)"
            " FROM bundles ORDER BY made, bundle_id"
        )
        return tuple(
            Release(str(bundle_id), str(month), from_time(made), from_json(body), int(str(cases)))
            for bundle_id, month, made, body, cases in rows
        )

    def knows(self, bundle_id: str) -> bool:
        """Tell whether a bundle of this id has left."""
        row = self._db.one("SELECT 1 FROM bundles WHERE bundle_id = ?", (bundle_id,))
        return row is not None

    def bundles_of(self, case_id: CaseId) -> tuple[str, ...]:
        """Return the ids of the bundles that hold a case, oldest first: what to recall."""
        rows = self._db.rows(
            """
            SELECT bundles.bundle_id FROM cases
            JOIN releases ON releases.handle = cases.handle
            JOIN bundles ON bundles.bundle_id = releases.bundle_id
            WHERE cases.id = ? ORDER BY bundles.made, bundles.bundle_id
            """,
            (case_id,),
        )
        return tuple(str(bundle_id) for (bundle_id,) in rows)

    def released_cases(self) -> frozenset[CaseId]:
        """Return the cases in this vault that have left in some bundle."""
        rows = self._db.stream(
            "SELECT DISTINCT cases.id FROM releases JOIN cases ON cases.handle = releases.handle"
        )
        return frozenset(CaseId(str(case_id)) for (case_id,) in rows)
