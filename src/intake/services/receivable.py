"""Tells, before a case goes for good, whether another vault would take its parcel in."""

from __future__ import annotations

from intake.domain.ids import CaseId
from intake.errors import RefusedError, UsageError
from intake.services.believing import DAMAGED, require_case, require_readable
from intake.services.session import VaultSession


def require_receivable(session: VaultSession, case_id: CaseId) -> None:
    """Look at a case as whoever receives it will; a vault that was rescued in part may not fit.

    Raises:
        RefusedError: Nobody could take it in.
    """
    store = session.store
    code = store.cases.get(case_id).code
    try:
        rows = store.parcels.rows_of(case_id)
        require_case(rows)
        if not all(each["form"] for each in rows["interviews"]):
            raise ValueError("form")
        require_readable(session, case_id)
    except UsageError:
        raise RefusedError(
            reason=f"case {code} was recorded with a questionnaire that is not here, and no other "
            "vault could take it in; update the program, or leave this case out"
        ) from None
    except DAMAGED:
        raise RefusedError(
            reason=f"case {code} does not fit together, and no other vault could take it in; "
            "rescue this vault into a new one and seal it there"
        ) from None
