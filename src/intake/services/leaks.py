"""The leak gate of an export: everybody in the vault against the finished bytes of a bundle."""

from __future__ import annotations

from collections.abc import Sequence

from intake.domain.ids import CaseId
from intake.domain.person import Identity, identity_of
from intake.export.bundle import Gate
from intake.export.layout import BundleFile
from intake.redaction.leaks import Finding, LeakGate
from intake.services.session import VaultSession

_STATEMENTS = "data/statements.csv"


def gate_for(session: VaultSession, included: Sequence[CaseId], *, reviewed: bool) -> Gate:
    """Return the gate for a bundle with these cases.

    A common word that is also somebody's name was decided by the person who reviewed the
    statement it stands in; nowhere else, and in no text without review, does it pass.
    """
    inside = set(included)
    own: dict[str, list[Identity]] = {}
    others: dict[str, list[Identity]] = {}
    for case_id in session.store.cases.ids():
        people = [identity_of(person) for person in session.store.persons.of(case_id)]
        (own if case_id in inside else others)[case_id] = people
    gate = LeakGate(own, others)

    def look(file: BundleFile) -> Sequence[Finding]:
        found = gate.scan(file.name, file.content, skip=file.ours)
        is_decided = reviewed and file.name == _STATEMENTS
        return [each for each in found if each.refuses or not is_decided]

    return look
