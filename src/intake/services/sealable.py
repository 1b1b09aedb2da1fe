"""The one rule what can be sealed as it is; the window and the command line ask it alike."""

from __future__ import annotations

from enum import StrEnum

from intake.domain.case import CaseStatus, CaseSummary
from intake.services import unfinished
from intake.services.session import VaultSession

_FINISHED = frozenset({CaseStatus.FINALISED, CaseStatus.WITHDRAWN})


class Obstacle(StrEnum):
    """Why a case cannot be sealed as it is."""

    TWO_VERSIONS = "two_versions"
    DRAFT = "draft"
    UNANSWERED = "unanswered"


def why_not_sealable(
    case: CaseSummary, *, unanswered: bool = False, drafts: bool = False
) -> Obstacle | None:
    """Return what keeps a case from being sealed, ``None`` when nothing does.

    Args:
        case: Its row in the list.
        unanswered: Something typed into it is no answer yet.
        drafts: Unfinished cases may be sealed as well; for travelling.
    """
    if case.two_versions:
        return Obstacle.TWO_VERSIONS
    if case.status not in _FINISHED and not (drafts and case.status is CaseStatus.DRAFT):
        return Obstacle.DRAFT
    return Obstacle.UNANSWERED if unanswered else None


def obstacles(
    session: VaultSession, *, drafts: bool
) -> tuple[tuple[CaseSummary, Obstacle | None], ...]:
    """Return every case of a vault with what keeps it from being sealed, newest change first.

    Args:
        session: The open vault.
        drafts: As ``why_not_sealable``.
    """
    return tuple(
        (
            each,
            why_not_sealable(
                each, unanswered=bool(unfinished.of_case(session, each.id)), drafts=drafts
            ),
        )
        for each in session.store.cases.summaries()
    )
