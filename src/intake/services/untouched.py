"""Takes back a case that was begun by mistake; one that holds anything at all is left alone."""

from __future__ import annotations

from intake.domain.audit import Action
from intake.domain.case import CaseFile, CaseStatus
from intake.domain.changes import Changes
from intake.domain.ids import CaseId
from intake.services import unfinished
from intake.services.session import VaultSession

_FILLED_IN = frozenset({"interview_date", "interviewer_code"})


def is_untouched(file: CaseFile) -> bool:
    """Tell whether a case holds nothing but what it was begun with."""
    interview, person = file.interviews[0], file.persons[0]
    begun_on = file.case.created.astimezone().date().isoformat()
    date = interview.answers.get("interview_date")
    return (
        file.case.status is CaseStatus.DRAFT
        and file.consent is None
        and not file.case.never_name
        and not file.case.answers
        and len(file.interviews) == len(file.persons) == 1
        and not file.events
        and not person.answers
        and interview.stopped is None
        and interview.answers.keys() <= _FILLED_IN
        and (date is None or date.texts == (begun_on,))
        and not any(found.text.strip() or found.final for found in file.statements)
    )


def forget_untouched(session: VaultSession, case_id: CaseId) -> Changes | None:
    """Remove a case into which nothing was typed; a salted tombstone stays in the chain.

    Returns:
        What changed; ``None`` when the case holds something and stays.
    """
    store = session.store
    file = store.cases.file(case_id)
    if not is_untouched(file) or any(store.statements.revisions(s.id) for s in file.statements):
        return None
    if unfinished.of_case(session, case_id):
        return None
    with store.write(Action.CASE_ERASED) as tx:
        store.cases.erase(tx, case_id)
    return tx.changes
