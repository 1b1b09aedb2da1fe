"""Bundles in a row, out of people who are alike; for tests."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path
from typing import Any

from intake.domain.answers import Answer
from intake.domain.consent import RecipientGroup, Use
from intake.domain.ids import CaseId
from intake.services import cases, exports, interviews
from intake.services.exports import ExportPlan, ExportRequest, Policy
from intake.services.session import VaultSession
from tests.unit.services.making import (
    case_file,
    document,
)

RELIGIONS = ("orthodox", "none", "muslim")
_FILES = itertools.count()


def alike(number: int, **changes: Any) -> dict[str, Any]:
    """Return somebody who is like all others, but for one sensitive answer."""
    answers = {**document()["answers"], "religion": RELIGIONS[number % 3]}
    return document(number, **{"answers": answers, **changes})


def _request(policy: Policy = Policy.RECORDS, **changes: Any) -> ExportRequest:
    made = ExportRequest(policy, Use.ANALYSIS, RecipientGroup.ANALYSTS, unencrypted=True)
    return replace(made, **changes)


def plan(session: VaultSession, policy: Policy = Policy.RECORDS, **changes: Any) -> ExportPlan:
    """Work out a bundle of records for analysts."""
    return exports.plan(session, _request(policy, **changes))


def leave(
    session: VaultSession, folder: Path, policy: Policy = Policy.RECORDS, **changes: Any
) -> ExportPlan:
    """Write a bundle into a new file of a folder, and return what was worked out."""
    planned = plan(session, policy, **changes)
    exports.write(session, planned, folder / f"bundle{next(_FILES)}.zip")
    return planned


def rows(planned: ExportPlan, table: str = "interviews") -> list[tuple[str, ...]]:
    """Return the rows of a table without their random numbers."""
    return sorted(row[1:] for row in planned.tables[f"data/{table}.csv"][1:])


def classes(planned: ExportPlan) -> tuple[int, int, int]:
    """Return how many classes leave again, leave anew, and are over."""
    leaving = planned.leaving
    return len(leaving.standing), len(leaving.new), len(leaving.over)


def answer(session: VaultSession, case_id: CaseId, name: str, value: Any) -> None:
    """Record an answer of an interview."""
    interview = cases.case_file(session, case_id).interviews[0].id
    interviews.save_answer(session, case_id, interview, name, Answer(value))


def consents(session: VaultSession, case_id: CaseId, given: dict[str, Any]) -> None:
    """Record another consent."""
    recorded = case_file(consent=given).consent
    assert recorded is not None
    with session.store.write() as tx:
        session.store.consents.save(tx, case_id, recorded)


def ids(session: VaultSession) -> list[CaseId]:
    """Return all cases, in the order of the vault."""
    return list(session.store.cases.ids())
