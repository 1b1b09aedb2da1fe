"""A second person's look at what would leave: who has to look, and whether somebody has."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from intake.domain.audit import Action
from intake.domain.case import CaseFile
from intake.domain.changes import Changes
from intake.domain.ids import CaseId, StatementId
from intake.domain.languages import known_language
from intake.domain.marks import Decision
from intake.domain.second_look import Look, decided_digest
from intake.domain.statement import Statement
from intake.domain.text import inert
from intake.errors import RefusedError, TooLongError, UsageError
from intake.export.keys import PublicKey, parse_public_key, to_base64
from intake.export.looks import Shown
from intake.services import review, settings, team
from intake.services.review import ReviewState
from intake.services.session import VaultSession
from intake.store.statements import QueuedStatement
from intake.store.transaction import Transaction

LONGEST_CODE = 80
_INTERVIEWER = "interviewer_code"


class Stage(StrEnum):
    """How far a statement is.

    Nothing is asked, no review is finished, nobody has looked, somebody wants a change, done.
    """

    NOT_ASKED = "not_asked"
    NOT_REVIEWED = "not_reviewed"
    WAITS = "waits"
    OBJECTED = "objected"
    LOOKED_AT = "looked_at"


@dataclass(frozen=True, slots=True)
class Status:
    """What the review page says about the second look.

    Attributes:
        by: Who looked; empty when nobody has.
        colleagues: Names of those who can sign; empty where a second person confirms here.
        shown: What a second person looks at; ``None`` unless the review is finished.
    """

    stage: Stage
    by: str = ""
    colleagues: tuple[str, ...] = ()
    shown: Shown | None = None


def is_asked(session: VaultSession) -> bool:
    """Tell whether this vault lets statements leave only after a second look."""
    return settings.load(session).second_look


def colleagues(session: VaultSession) -> dict[str, PublicKey]:
    """Return who can sign a look, by the name of their pinned key.

    These are keys of other vaults. An analyst's key opens bundles and signs nothing here.
    """
    keys = {
        pinned.name: parse_public_key(pinned.public.encode())
        for pinned in session.store.keys.trusted()
    }
    return {name: key for name, key in keys.items() if team.signs_elsewhere(session, key)}


def shown_of(file: CaseFile, statement: Statement) -> Shown | None:
    """Return what a second person looks at, or ``None`` unless the review is finished.

    Args:
        file: The case as it is stored.
        statement: One of its statements.
    """
    marks = file.marks.get(statement.id, ())
    pending = any(mark.decision is Decision.PENDING for mark in marks)
    if pending or not statement.is_reviewed:
        return None
    state = ReviewState(file.case.id, file.case.code, statement, marks, file.persons)
    return Shown(
        decided=decided_digest(statement, marks),
        question=statement.question,
        language=known_language(statement.language),
        text=inert(review.preview(state).text),
    )


def status(session: VaultSession, statement_id: StatementId) -> Status:
    """Return how far a statement is."""
    if not is_asked(session):
        return Status(Stage.NOT_ASKED)
    known = colleagues(session)
    shown = _shown_now(session, statement_id)
    if shown is None:
        return Status(Stage.NOT_REVIEWED, colleagues=tuple(known))
    stage, by = _stage(session, statement_id, shown, _signers(known))
    return Status(stage, by, tuple(known), shown)


def stages(session: VaultSession, items: Iterable[QueuedStatement]) -> dict[StatementId, Status]:
    """Return how far statements of the queue are; none where this vault asks for no second look.

    Where nobody has signed anything, what a second person would see is not worked out.
    """
    if not is_asked(session):
        return {}
    signers = _signers(colleagues(session))
    return {item.statement_id: _status_of(session, item, signers) for item in items}


def _status_of(session: VaultSession, item: QueuedStatement, signers: frozenset[str]) -> Status:
    if item.pending or not item.is_reviewed:
        return Status(Stage.NOT_REVIEWED)
    if not session.store.looks.of(item.statement_id):
        return Status(Stage.WAITS)
    shown = _shown_now(session, item.statement_id)
    if shown is None:
        return Status(Stage.NOT_REVIEWED)
    return Status(*_stage(session, item.statement_id, shown, signers))


def checker(session: VaultSession) -> Callable[[CaseFile, Statement], bool] | None:
    """Return what tells whether a statement was looked at as it would leave now.

    Returns:
        The test, or ``None`` where this vault asks for no second look.
    """
    if not is_asked(session):
        return None
    signers = _signers(colleagues(session))

    def is_looked_at(file: CaseFile, statement: Statement) -> bool:
        shown = shown_of(file, statement)
        if shown is None:
            return False
        return _stage(session, statement.id, shown, signers)[0] is Stage.LOOKED_AT

    return is_looked_at


def waiting(session: VaultSession, case_id: CaseId) -> tuple[StatementId, ...]:
    """Return the statements of a case whose review is finished and that nobody has looked at."""
    if not is_asked(session):
        return ()
    signers = _signers(colleagues(session))
    file = session.store.cases.file(case_id)
    texts = [(each.id, shown_of(file, each)) for each in file.statements if each.text.strip()]
    return tuple(
        statement_id
        for statement_id, shown in texts
        if shown is not None and _stage(session, statement_id, shown, signers)[0] is Stage.WAITS
    )


def confirm(session: VaultSession, statement_id: StatementId, by: str, digest: bytes) -> Changes:
    """Record in this vault that a second person has looked at what would leave.

    Args:
        session: The open vault.
        statement_id: The statement.
        by: The person's code; never a name.
        digest: Of what was shown to the person.

    Raises:
        RefusedError: A colleague's key is pinned here, so the look has to be signed; or what would
            leave is something else by now.
        UsageError: The code cannot be shown, or is that of an interviewer, or nobody can tell
            because no interviewer's code is set.
    """
    by = by.strip()
    if not by or not by.isprintable():
        raise UsageError(what="Give the code of the person who looked, in plain characters.")
    if len(by) > LONGEST_CODE:
        raise TooLongError(most=LONGEST_CODE)
    interviewers = _interviewers(session, statement_id)
    if not interviewers:
        raise UsageError(
            what="First set the interviewer's code, in Settings or in the interview: only then can "
            "anybody tell that somebody else has looked."
        )
    if _same_code(by) in interviewers:
        raise UsageError(
            what="This is the code of an interviewer of this case or vault. Somebody else looks."
        )
    if colleagues(session):
        raise RefusedError(reason="a colleague's key is trusted here, so a second look is signed")
    shown = _shown_now(session, statement_id)
    if shown is None or shown.digest != digest:
        raise RefusedError(reason="what would leave has changed; look at it again")
    store = session.store
    with store.write() as tx:
        look = Look(statement_id, shown.digest, "", by, tx.at, round=team.look_round(session))
        record(session, tx, store.statements.case_of(statement_id), look)
    return tx.changes


def _interviewers(session: VaultSession, statement_id: StatementId) -> frozenset[str]:
    """Return whose codes are no second person's for a statement."""
    file = session.store.cases.file(session.store.statements.case_of(statement_id))
    sheets = (file.case.answers, *(interview.answers for interview in file.interviews))
    answered = (sheet[_INTERVIEWER].texts for sheet in sheets if _INTERVIEWER in sheet)
    codes = [
        settings.load(session).interviewer_code,
        *(code for texts in answered for code in texts),
    ]
    return frozenset(filter(None, map(_same_code, codes)))


def _same_code(code: str) -> str:
    """Return what is equal for one code, however somebody types it."""
    return " ".join(unicodedata.normalize("NFKC", code).casefold().split())


def record(session: VaultSession, tx: Transaction, case_id: CaseId, look: Look) -> None:
    """Store a look or an objection, and put it on record, unless the same signer gave it before."""
    if session.store.looks.add(tx, case_id, look):
        action = Action.SECOND_LOOK_OBJECTED if look.objects else Action.SECOND_LOOK
        tx.audit(action, look.statement_id)


def is_objected(session: VaultSession, statement_id: StatementId, digest: bytes) -> bool:
    """Tell whether somebody wants a change in exactly this: no look undoes that, old or new."""
    looks = session.store.looks.of(statement_id)
    return any(look.objects and look.digest == digest for look in looks)


def _shown_now(session: VaultSession, statement_id: StatementId) -> Shown | None:
    file = session.store.cases.file(session.store.statements.case_of(statement_id))
    return shown_of(file, next(each for each in file.statements if each.id == statement_id))


def _signers(known: dict[str, PublicKey]) -> frozenset[str]:
    """Return whose signatures count; empty where a confirmation in this vault does."""
    return frozenset(to_base64(key) for each in known.values() for key in each.signers.values())


def _stage(
    session: VaultSession, statement_id: StatementId, shown: Shown, signers: frozenset[str]
) -> tuple[Stage, str]:
    """Return how far a reviewed statement is, and who looked."""
    if is_objected(session, statement_id, shown.digest):
        return Stage.OBJECTED, ""
    here = team.look_round(session)
    for look in session.store.looks.of(statement_id):
        counts = look.signer in signers if signers else not look.signer and look.round == here
        if counts and look.digest == shown.digest:
            return Stage.LOOKED_AT, look.by
    return Stage.WAITS, ""
