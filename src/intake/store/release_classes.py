"""Classes that have left: who stood together in which bundle, and commitments to what left of them.

A class is known as long as it stands. When it is over, because somebody in it has changed, is
gone, or has taken consent back, its note goes: then nothing tells any more who stood together, so
that nobody can guess from the others what a sealed person was like.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from intake.domain.ids import CaseId, StatementId
from intake.store.connection import Database
from intake.store.ledger_notes import Body, add_note, notes, rewrite_notes
from intake.store.transaction import Transaction

_CLASS, _STOOD, _SAID = "class:", "stood:", "said:"
_MEMBERS = "by_handle"


@dataclass(frozen=True, slots=True)
class ReleasedClass:
    """People who have left together and look alike.

    Attributes:
        class_id: Random.
        scheme: Name of the scheme under which they left.
        given: Keys of the fields that left; all others are withheld for good.
        key: Secret of the commitments, hex.
        members: A commitment for each case to exactly what left of it, hex.
        bundles: The bundles in which the class stood, sorted by id; empty before it has left.
    """

    class_id: str
    scheme: str
    given: frozenset[str]
    key: str = field(repr=False)
    members: Mapping[CaseId, str]
    bundles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClassesOfBundle:
    """What a bundle changes in the ledger of classes.

    Attributes:
        new: Classes that leave for the first time.
        standing: Numbers of the classes that leave again.
        over: Numbers of the classes that never leave again.
        said: Commitments to the statements in the bundle, by case.
    """

    new: tuple[ReleasedClass, ...] = ()
    standing: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    said: Mapping[CaseId, Mapping[StatementId, str]] = field(default_factory=dict)


class ReleaseClassRepository:
    """The classes of the ledger; knows cases by their random handle only."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def record(self, tx: Transaction, bundle_id: str, changes: ClassesOfBundle) -> None:
        """Record what a bundle changes, in the write that records the bundle itself.

        Raises:
            KeyError: There is no such case.
        """
        for class_id in changes.over:
            self._end(tx, class_id)
        for each in changes.new:
            members = {tx.case_key(case).handle: told for case, told in each.members.items()}
            body: Body = {
                "scheme": each.scheme,
                "given": sorted(each.given),
                "key": each.key,
                _MEMBERS: members,
            }
            add_note(tx, _CLASS + each.class_id, body)
        standing = sorted((*changes.standing, *(each.class_id for each in changes.new)))
        if standing:
            add_note(tx, _STOOD + bundle_id, {"classes": standing})
        said = {tx.case_key(case).handle: dict(told) for case, told in changes.said.items()}
        if said:
            add_note(tx, _SAID + bundle_id, {_MEMBERS: said})

    def standing(self) -> tuple[ReleasedClass, ...]:
        """Return the classes that have left in some bundle and are not over, sorted by number."""
        stood: dict[str, list[str]] = {}
        left = self._left()
        for bundle_id, body in notes(self._db, _STOOD):
            for class_id in body["classes"] if bundle_id in left else ():
                stood.setdefault(str(class_id), []).append(bundle_id)
        cases = self._cases()
        return tuple(
            ReleasedClass(
                class_id,
                body["scheme"],
                frozenset(body["given"]),
                body["key"],
                {cases[handle]: told for handle, told in body[_MEMBERS].items()},
                tuple(stood[class_id]),
            )
            for class_id, body in notes(self._db, _CLASS)
            if class_id in stood and body[_MEMBERS].keys() <= cases.keys()
        )

    def said(self) -> dict[CaseId, dict[StatementId, frozenset[str]]]:
        """Return the commitments to statements that have left, by case and statement."""
        left, cases = self._left(), self._cases()
        found: dict[CaseId, dict[StatementId, frozenset[str]]] = {}
        for bundle_id, body in notes(self._db, _SAID):
            for handle, told in body[_MEMBERS].items() if bundle_id in left else ():
                known = found.setdefault(cases[handle], {}) if handle in cases else {}
                for statement_id, commitment in told.items():
                    before = known.get(StatementId(statement_id), frozenset())
                    known[StatementId(statement_id)] = before | {str(commitment)}
        return found

    def quoting(self, case_id: CaseId, bundles: Iterable[str]) -> frozenset[str]:
        """Return those of some bundles that a statement of a case stands in."""
        row = self._db.one("SELECT handle FROM cases WHERE id = ?", (case_id,))
        handle = "" if row is None else str(row[0])
        return frozenset(
            bundle_id
            for bundle_id in bundles
            for _, body in notes(self._db, _SAID + bundle_id)
            if body[_MEMBERS].get(handle)
        )

    def appearances(self) -> tuple[tuple[str, CaseId], ...]:
        """Return (bundle, case) for all cases here that have left, in the order of the bundles."""
        rows = self._db.rows(
            """
            SELECT releases.bundle_id, cases.id FROM releases
            JOIN cases ON cases.handle = releases.handle
            JOIN bundles ON bundles.bundle_id = releases.bundle_id
            ORDER BY bundles.made, bundles.bundle_id, cases.id
            """
        )
        left = self._left()
        return tuple(
            (str(bundle_id), CaseId(str(case_id)))
            for bundle_id, case_id in rows
            if bundle_id in left
        )

    def forget(self, tx: Transaction, case_id: CaseId) -> None:
        """End the class of a case that goes, and remove what the ledger holds of its statements."""
        handle = tx.case_key(case_id).handle
        self._rewrite(tx, _CLASS, lambda body: {} if handle in body[_MEMBERS] else None)
        self._forget_said(tx, {handle})

    def abandon(self, tx: Transaction, bundle_id: str) -> None:
        """End the classes that stood in no bundle but one that has not left after all."""
        stood = {name: frozenset(body["classes"]) for name, body in notes(self._db, _STOOD)}
        others = frozenset[str]().union(*(stood[name] for name in stood if name != bundle_id))
        for each in stood.get(bundle_id, frozenset()) - others:
            self._end(tx, each)

    def _end(self, tx: Transaction, class_id: str) -> None:
        handles: set[str] = set()
        for found, body in notes(self._db, _CLASS):
            if found == class_id:
                handles.update(body[_MEMBERS])
        self._rewrite(tx, _CLASS + class_id, lambda _: {})
        self._forget_said(tx, handles)

    def _forget_said(self, tx: Transaction, handles: set[str]) -> None:
        def without(body: Body) -> Body | None:
            if handles.isdisjoint(body[_MEMBERS]):
                return None
            rest = {each: told for each, told in body[_MEMBERS].items() if each not in handles}
            return {**body, _MEMBERS: rest} if rest else {}

        self._rewrite(tx, _SAID, without)

    def _rewrite(self, tx: Transaction, prefix: str, change: Callable[[Body], Body | None]) -> None:
        rewrite_notes(tx, self._db, prefix, change)

    def _left(self) -> frozenset[str]:
        """Return the bundles that have left: not those of which only their row stands here."""
        rows: Iterable[tuple[object, ...]] = self._db.rows(
            """
            SELECT bundle_id FROM bundles WHERE instr(bundle_id, ':') = 0
            AND 'abandoned:' || bundle_id NOT IN (SELECT notes.bundle_id FROM bundles AS notes)
            """
        )
        return frozenset(str(bundle_id) for (bundle_id,) in rows)

    def _cases(self) -> dict[str, CaseId]:
        rows = self._db.rows("SELECT handle, id FROM cases")
        return {str(handle): CaseId(str(case_id)) for handle, case_id in rows}
