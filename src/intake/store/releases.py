"""Releases: which case left in which bundle; knows cases by their random handle only."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
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


# Notes in the ledger, which is only ever added to: a colon is in no number of a bundle.
_ABANDONED, _ERASED, _LEFT = "abandoned:", "erased:", "left:"
_LEDGER = "ledger"  # no id of a case
NOBODY: Mapping[CaseId, Iterable[str]] = MappingProxyType({})
_STANDS = """
    instr(bundles.bundle_id, ':') = 0
    AND 'abandoned:' || bundles.bundle_id NOT IN (SELECT notes.bundle_id FROM bundles AS notes)
"""


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
        traces: Mapping[CaseId, Iterable[str]] = NOBODY,
    ) -> None:
        """Record a bundle, the cases that left in it, and by what their people are known again.

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
        kept = {tx.case_key(case_id).handle: sorted(each) for case_id, each in traces.items()}
        if any(kept.values()):
            self._note(tx, _LEFT + bundle_id, {"by_handle": kept})
        tx.touch(Noun.RELEASE, bundle_id)

    def abandon(self, tx: Transaction, bundle_id: str) -> None:
        """Record that a bundle of the ledger has not left after all; its cases may leave again."""
        self._note(tx, _ABANDONED + bundle_id, {})
        tx.touch(Noun.RELEASE, bundle_id)

    def keep_traces(self, tx: Transaction, traces: Iterable[str]) -> None:
        """Keep keyed digests by which somebody who has left and was erased is known again."""
        self._note(tx, _ERASED + secrets.token_hex(16), {"traces": sorted(traces)})

    def has_undivided(self, case_id: CaseId) -> bool:
        """Tell whether a note of who left with a case does not say which digest is of whom.

        Vaults of before version 5 kept them like that.
        """
        return bool(self._undivided(case_id))

    def forget_traces(
        self, tx: Transaction, case_id: CaseId, known: Mapping[CaseId, Iterable[str]] = NOBODY
    ) -> None:
        """Remove from the ledger by what the people of a case that is sealed are known again.

        Args:
            tx: The open write.
            case_id: The case.
            known: If ``has_undivided``: by what the people of every case here that has left are
                known. What is of none of them goes, too: it could be of the case that is sealed.
        """
        digests = {tx.case_key(each).handle: {*found} for each, found in known.items()}
        for key, body in self._undivided(case_id):
            kept = {handle: sorted(found & {*body["traces"]}) for handle, found in digests.items()}
            self._replace_note(tx, key, {handle: found for handle, found in kept.items() if found})
        handle = tx.case_key(case_id).handle
        self._rewrite(tx, lambda kept: _without(kept, handle))

    def pass_on_traces(self, tx: Transaction, gone: CaseId, kept: CaseId) -> None:
        """Let by what the people of a case are known again stand for another version of it."""
        old, new = tx.case_key(gone).handle, tx.case_key(kept).handle
        self._rewrite(tx, lambda kept: _under(kept, old, new))

    def _rewrite(
        self,
        tx: Transaction,
        change: Callable[[dict[str, list[str]]], dict[str, list[str]] | None],
    ) -> None:
        """Replace the notes of who left that a function changes; it returns ``None`` otherwise.

        What the chain keeps of a note as it was says nothing: its salt is gone with it.
        """
        for key, body in self._notes():
            changed = change(body.get("by_handle", {}))
            if changed is not None:
                self._replace_note(tx, key, changed)

    def _replace_note(self, tx: Transaction, key: str, kept: Mapping[str, list[str]]) -> None:
        tx.run("INSERT INTO erasing VALUES (?)", (_LEDGER,))
        tx.delete(BUNDLES, (key,))
        self._note(tx, key, {"by_handle": kept})
        tx.run("DELETE FROM erasing")

    def _notes(self) -> list[tuple[str, dict[str, Any]]]:
        """Return the notes of who left in a bundle, by their keys."""
        rows = self._db.rows(
            "SELECT bundle_id, body FROM bundles WHERE bundle_id LIKE ?", (_LEFT + "%",)
        )
        return [(str(key), from_json(body)) for key, body in rows]

    def _undivided(self, case_id: CaseId) -> list[tuple[str, dict[str, Any]]]:
        found = self._db.rows(
            "SELECT bundle_id FROM releases JOIN cases USING (handle) WHERE cases.id = ?",
            (case_id,),
        )
        left_in = {_LEFT + str(bundle_id) for (bundle_id,) in found}
        return [(key, body) for key, body in self._notes() if "traces" in body and key in left_in]

    def adopt(self, tx: Transaction, case_id: CaseId, releases: Iterable[Release]) -> None:
        """Enter the bundles in which a case left before it came here, and that it was in them.

        Those in which it is known to have left already are passed over.
        """
        handle = tx.case_key(case_id).handle
        for each in releases:
            entered = "SELECT 1 FROM releases WHERE bundle_id = ? AND handle = ?"
            if self._db.one(entered, (each.bundle_id, handle)) is not None:
                continue
            if not self.knows(each.bundle_id):
                tx.insert(
                    BUNDLES,
                    {
                        "bundle_id": each.bundle_id,
                        "month": each.month,
                        "made": to_time(each.made),
                        "body": to_json(each.body),
                    },
                )
            row = {"bundle_id": each.bundle_id, "handle": handle, "month": each.month}
            tx.insert(RELEASES, row)
            tx.touch(Noun.RELEASE, each.bundle_id)

    def _note(self, tx: Transaction, key: str, body: dict[str, Any]) -> None:
        # The month only: the day of an erasure goes with the case.
        made = tx.at.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        month = to_time(made)[:7]
        tx.insert(
            BUNDLES,
            {
                "bundle_id": key,
                "month": month,
                "made": to_time(made),
                "body": to_json({**body, "salt": secrets.token_hex(16)}),
            },
        )

    def traces(self) -> frozenset[str]:
        """Return all digests in the ledger, but those of bundles that have not left after all."""
        return frozenset(trace for each in self.traces_by_bundle().values() for trace in each)

    def traces_by_bundle(self) -> dict[str, frozenset[str]]:
        """Return the digests in the ledger by the bundle that their people left in.

        Those of people who were erased stand under an empty name: no bundle is known of them.
        """
        rows = self._db.rows(
            """
            SELECT bundle_id, body FROM bundles WHERE bundle_id LIKE ? OR (bundle_id LIKE ? AND
            replace(bundle_id, ?, ?) NOT IN (SELECT notes.bundle_id FROM bundles AS notes))
            """,
            (_ERASED + "%", _LEFT + "%", _LEFT, _ABANDONED),
        )
        found: dict[str, frozenset[str]] = {}
        for key, body in rows:
            kind, _, bundle_id = str(key).rpartition(":")
            name = bundle_id if f"{kind}:" == _LEFT else ""
            found[name] = found.get(name, frozenset()) | frozenset(_traces_in(from_json(body)))
        return found

    def all(self) -> tuple[Release, ...]:
        """Return every bundle that left, oldest first."""
        rows = self._db.rows(
            f"""
            SELECT bundle_id, month, made, body,
                (SELECT count(*) FROM releases WHERE releases.bundle_id = bundles.bundle_id)
            FROM bundles WHERE {_STANDS} ORDER BY made, bundle_id
            """  # noqa: S608 (a constant of this module)
        )
        return tuple(
            Release(str(bundle_id), str(month), from_time(made), from_json(body), int(str(cases)))
            for bundle_id, month, made, body, cases in rows
        )

    def knows(self, bundle_id: str) -> bool:
        """Tell whether a bundle of this id has left, or was about to."""
        row = self._db.one("SELECT 1 FROM bundles WHERE bundle_id = ?", (bundle_id,))
        return row is not None

    def bundles_of(self, case_id: CaseId) -> tuple[str, ...]:
        """Return the ids of the bundles that hold a case, oldest first: what to recall."""
        rows = self._db.rows(
            f"""
            SELECT bundles.bundle_id FROM cases
            JOIN releases ON releases.handle = cases.handle
            JOIN bundles ON bundles.bundle_id = releases.bundle_id
            WHERE cases.id = ? AND {_STANDS} ORDER BY bundles.made, bundles.bundle_id
            """,  # noqa: S608 (a constant of this module)
            (case_id,),
        )
        return tuple(str(bundle_id) for (bundle_id,) in rows)

    def released_cases(self) -> frozenset[CaseId]:
        """Return the cases in this vault that have left in some bundle."""
        rows = self._db.stream(
            f"""
            SELECT DISTINCT cases.id FROM releases
            JOIN cases ON cases.handle = releases.handle
            JOIN bundles ON bundles.bundle_id = releases.bundle_id WHERE {_STANDS}
            """  # noqa: S608 (a constant of this module)
        )
        return frozenset(CaseId(str(case_id)) for (case_id,) in rows)


def _traces_in(body: dict[str, Any]) -> Iterator[str]:
    yield from body.get("traces", ())  # of somebody who was erased, or of a bundle before version 5
    for traces in body.get("by_handle", {}).values():
        yield from traces


def _without(kept: dict[str, list[str]], handle: str) -> dict[str, list[str]] | None:
    return {each: kept[each] for each in kept if each != handle} if handle in kept else None


def _under(kept: dict[str, list[str]], old: str, new: str) -> dict[str, list[str]] | None:
    if old not in kept:
        return None
    rest = {each: kept[each] for each in kept if each != old}
    return {**rest, new: sorted({*kept.get(new, ()), *kept[old]})}
