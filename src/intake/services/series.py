"""Classes over a series of bundles: which leave again as they left, which are of new people.

A class leaves whole and as it was, or not at all. When somebody in it cannot leave just now, it
stays; when what left of somebody has changed, or consent does not cover any more what has left, it
is over: its people never leave again.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from enum import Enum, auto

from intake.disclosure.classes import Candidate, NewClass, certain
from intake.disclosure.forming import Former
from intake.disclosure.hierarchies import Level
from intake.disclosure.k_anonymity import Row
from intake.disclosure.lattice import Weights, by_axis, known_schemes, lattice
from intake.disclosure.schemes import Generaliser, Record, Scheme
from intake.domain.answers import Missing
from intake.domain.case import CaseFile
from intake.domain.classes import DisclosureClass
from intake.domain.consent import IdentityLevel, RecipientGroup, Use
from intake.domain.ids import CaseId
from intake.domain.progress import CancelToken
from intake.export.fields import FieldPolicy
from intake.export.snapshot import Cell, answers_of, cells_of
from intake.export.terms import Policy
from intake.services.frozen import commit_to_row, new_key
from intake.services.selection import Reason, Selection, Terms
from intake.services.session import VaultSession
from intake.store.release_classes import ReleasedClass

_MISSING = "missing:"
_NUMBER_BYTES = 16
Pair = tuple[Use, RecipientGroup]


@dataclass(frozen=True, slots=True)
class LeavingClass:
    """A class that leaves in a bundle.

    Attributes:
        ledger: What the ledger knows of it, or will.
        scheme: The levels of its rows.
        rows: The generalised row of each case.
        is_new: It leaves for the first time.
    """

    ledger: ReleasedClass
    scheme: Scheme
    rows: Mapping[CaseId, Row]
    is_new: bool


@dataclass(frozen=True, slots=True)
class Leaving:
    """The classes of one bundle.

    Attributes:
        over: Numbers of the classes that never leave again from this bundle on.
    """

    classes: tuple[LeavingClass, ...] = ()
    over: tuple[str, ...] = ()

    @property
    def standing(self) -> tuple[str, ...]:
        """Numbers of the classes that leave again."""
        return tuple(each.ledger.class_id for each in self.classes if not each.is_new)

    @property
    def new(self) -> tuple[ReleasedClass, ...]:
        """The classes that leave for the first time."""
        return tuple(each.ledger for each in self.classes if each.is_new)

    @property
    def schemes(self) -> tuple[Scheme, ...]:
        """The schemes of the classes, each once, in the order of the published lists."""
        used = {each.scheme.name for each in self.classes}
        return tuple(scheme for name, scheme in known_schemes().items() if name in used)


class _Verdict(Enum):
    LEAVES = auto()
    STAYS = auto()  # this time
    TOO_FEW = auto()
    OVER = auto()


# Under which reason the members are told whom nothing else keeps here.
_SAID = {
    _Verdict.STAYS: Reason.GROUP_STAYS,
    _Verdict.TOO_FEW: Reason.UNDER_K,
    _Verdict.OVER: Reason.RELEASED_BEFORE,
}


class Series:
    """Works out the classes of one bundle.

    Args:
        session: The open vault.
        ledger: The classes that stand.
        terms: What consent is held against.
        fields: What the form's disclosure classes allow.
        chosen: Who may leave; whoever cannot after all is left out of it.
        k: Least number of unrelated people in a class.

    Attributes:
        former: Forms the classes of new people.
    """

    def __init__(
        self,
        session: VaultSession,
        ledger: Sequence[ReleasedClass],
        terms: Terms,
        fields: FieldPolicy,
        chosen: Selection,
        *,
        k: int,
    ) -> None:
        self._ledger = ledger
        self._terms = terms
        self._fields = fields
        self._chosen = chosen
        self._k = k
        self._seen_in = _bundles_by_case(session)
        self._pairs = _pairs_by_bundle(session)
        self._schemes = known_schemes()
        self._rows: dict[str, Mapping[CaseId, Row]] = {}
        self.former = Former((), by_axis(fields.quasi), k)
        self._records: dict[CaseId, Record] = {}
        self._generaliser = Generaliser(fields.quasi)

    def standing(self) -> Leaving:
        """Return the classes of the ledger that leave again, and leave out everybody else in it."""
        found: list[LeavingClass] = []
        over: list[str] = []
        passing = {file.case.id: file for file in self._chosen.files}
        for each in self._ledger:
            verdict = self._judge(each, passing)
            if verdict is _Verdict.LEAVES:
                scheme = self._schemes[each.scheme]
                found.append(LeavingClass(each, scheme, self._rows[each.class_id], is_new=False))
                continue
            if verdict is _Verdict.OVER:
                over.append(each.class_id)
            for case_id in each.members.keys() & passing.keys():
                self._chosen.leave_out(_SAID[verdict], passing.pop(case_id).case.code)
        self._chosen.files = list(passing.values())
        return Leaving(tuple(found), tuple(over))

    def with_new(
        self, leaving: Leaving, weights: Weights, cancel: CancelToken | None = None
    ) -> Leaving:
        """Add classes of people of whom nothing has left.

        Whoever waits for more people alike is left out, unless there is no class at all.

        Args:
            leaving: The classes that leave again.
            weights: What matters to whoever exports; only new classes follow it.
            cancel: Lets somebody stop it.
        """
        known = {case for each in leaving.classes for case in each.rows}
        new = {f.case.id: f for f in self._chosen.files if f.case.id not in known}
        candidates = [self._candidate(file) for file in new.values()]
        self.former = Former(candidates, by_axis(self._fields.quasi), self._k)
        formed = self.former.form(lattice(weights), cancel)
        made = tuple(self._made(each, new) for each in formed.classes)
        if not (made or leaving.classes):
            return leaving
        waiting = frozenset(formed.waiting)
        for handle in formed.waiting:
            self._chosen.leave_out(Reason.UNDER_K, new[CaseId(handle)].case.code)
        self._chosen.files = [f for f in self._chosen.files if f.case.id not in waiting]
        return Leaving((*leaving.classes, *made), leaving.over)

    # -- classes of the ledger ----------------------------------------------------------------

    def _judge(self, each: ReleasedClass, passing: Mapping[CaseId, CaseFile]) -> _Verdict:
        if any(self._seen_in.get(case) != frozenset(each.bundles) for case in each.members):
            return _Verdict.OVER  # somebody has left elsewhere as well
        known = {**self._chosen.stayed, **passing}
        files = [known[case] for case in each.members if case in known]
        pairs = {self._pairs[bundle] for bundle in each.bundles}
        if not all(self._covers(file, pair, each.given) for file in files for pair in pairs):
            return _Verdict.OVER
        now = (self._terms.purpose, self._terms.group)
        if not each.members.keys() <= passing.keys():
            return _Verdict.STAYS
        if not all(self._covers(file, now, each.given) for file in files):
            return _Verdict.STAYS
        people = len({self._chosen.units[case] for case in each.members})
        if people < self._k or self._tells_of_somebody(each, files):
            return _Verdict.TOO_FEW
        return _Verdict.LEAVES if self._is_as_it_left(each, files) else _Verdict.OVER

    def _tells_of_somebody(self, each: ReleasedClass, files: Iterable[CaseFile]) -> bool:
        """Tell whether an answer is certain since people in the class are known to be related."""
        members = (
            (self._chosen.units[file.case.id], self._sensitive(file, each.given)) for file in files
        )
        return bool(certain(members))

    def _covers(self, file: CaseFile, pair: Pair, given: Iterable[str]) -> bool:
        """Tell whether consent lets these fields leave for a purpose and a group."""
        terms = replace(self._terms, policy=Policy.RECORDS, purpose=pair[0], group=pair[1])
        # A wish in own words keeps a class here until it is settled, and decides nothing for good.
        consent = replace(file.consent, withhold_note="") if file.consent is not None else None
        is_let = terms.level(consent) >= IdentityLevel.CODE
        return is_let and self._wished(file, pair[0]).isdisjoint(given)

    def _is_as_it_left(self, each: ReleasedClass, files: Iterable[CaseFile]) -> bool:
        scheme = self._schemes.get(each.scheme)
        if scheme is None:
            return False
        rows = {}
        for file in files:
            row = rows[file.case.id] = self._generaliser.row(self.record(file), scheme)
            cells = self._cells(file, row, each.given)
            if commit_to_row(each.key, cells, each.given) != each.members[file.case.id]:
                return False
        self._rows[each.class_id] = rows
        return True

    def _cells(self, file: CaseFile, row: Row, given: AbstractSet[str]) -> Mapping[str, Cell]:
        return cells_of(self.record(file).answers, self._fields, row.values, given)

    # -- new classes --------------------------------------------------------------------------

    def record(self, file: CaseFile) -> Record:
        """Return what disclosure control looks at."""
        case_id = file.case.id
        if case_id not in self._records:
            answers = answers_of(file, self._fields)
            self._records[case_id] = Record(case_id, self._chosen.units[case_id], answers)
        return self._records[case_id]

    def wished(self, file: CaseFile) -> frozenset[str]:
        """Return the keys of the fields that a person wants to stay out of this bundle."""
        return self._wished(file, self._terms.purpose)

    def _wished(self, file: CaseFile, use: Use) -> frozenset[str]:
        wishes = self._terms.wishes(file.consent, use)
        rules = self._fields.by_key.values()
        return frozenset(rule.key for rule in rules if {rule.key, rule.name} & wishes)

    def _candidate(self, file: CaseFile) -> Candidate:
        wished = self.wished(file)
        given = self._fields.by_key.keys() - wished
        pairs = sorted(set(self._pairs.values()))
        terms = json.dumps([sorted(wished), [self._covers(file, pair, given) for pair in pairs]])
        return Candidate(self.record(file), terms, self._sensitive(file, given))

    def _sensitive(self, file: CaseFile, given: AbstractSet[str]) -> dict[str, frozenset[str]]:
        record = self.record(file)
        return {
            rule.key: _told(record, rule.key)
            for rule in self._fields.rules
            if rule.disclosure is DisclosureClass.SENSITIVE and rule.key in given
        }

    def _made(self, new: NewClass, files: Mapping[CaseId, CaseFile]) -> LeavingClass:
        rows = {CaseId(row.handle): row for row in new.rows}
        wished = self.wished(files[next(iter(rows))])  # the same for all
        given = frozenset(
            rule.key
            for rule in self._fields.rules
            if rule.key not in wished | new.withheld
            and not rule.is_protected
            and not (rule.is_quasi and new.scheme.level(rule.as_quasi_field()) is Level.WITHHELD)
        )
        key = new_key()
        members = {
            case: commit_to_row(key, self._cells(files[case], row, given), given)
            for case, row in rows.items()
        }
        number = secrets.token_hex(_NUMBER_BYTES)
        ledger = ReleasedClass(number, new.scheme.name, given, key, members)
        return LeavingClass(ledger, new.scheme, rows, is_new=True)


def _told(record: Record, key: str) -> frozenset[str]:
    """Return the answers to a question; to decline one, or not to know, is an answer, too."""
    answer = record.answers[key]
    if answer.missing is None:
        return frozenset(answer.texts)
    is_said = answer.missing is not Missing.NOT_ASKED
    return frozenset({_MISSING + answer.missing.value} if is_said else ())


def _bundles_by_case(session: VaultSession) -> dict[CaseId, frozenset[str]]:
    found: dict[CaseId, set[str]] = {}
    for bundle_id, case_id in session.store.classes.appearances():
        found.setdefault(case_id, set()).add(bundle_id)
    return {case_id: frozenset(bundles) for case_id, bundles in found.items()}


def _pairs_by_bundle(session: VaultSession) -> dict[str, Pair]:
    """Return the purpose and the group of each bundle in which some class stands."""
    stood = {bundle for each in session.store.classes.standing() for bundle in each.bundles}
    return {
        each.bundle_id: (Use(each.body["purpose"]), RecipientGroup(each.body["group"]))
        for each in session.store.releases.all()
        if each.bundle_id in stood
    }
