"""Statements: the draft that autosave overwrites, and the revisions that never change."""

from __future__ import annotations

from dataclasses import dataclass

from intake.domain.changes import Noun
from intake.domain.ids import CaseId, InterviewId, RevisionId, StatementId, new_id
from intake.domain.statement import Revision, RevisionReason, Statement, text_digest
from intake.store.codec import from_blob, from_time, to_blob, to_time
from intake.store.connection import Database, Row, Scalar
from intake.store.summaries import EMPTY_DIGEST, is_shown
from intake.store.tables import REVISIONS, STATEMENTS
from intake.store.transaction import Part, Transaction

_SELECT = """
    SELECT id, interview_id, question, language, text, caret, reviewed_digest, final
    FROM statements
"""
_REVISION = "SELECT id, statement_id, number, text, reason, created FROM revisions"


@dataclass(frozen=True, slots=True)
class QueuedStatement:
    """One statement as the review page lists it.

    Attributes:
        pending: Undecided marks.
        total: All marks.
        is_reviewed: The text as it stands was reviewed.
    """

    case_id: CaseId
    statement_id: StatementId
    code: str
    question: str
    language: str
    pending: int
    total: int
    is_reviewed: bool


class StatementRepository:
    """Drafts and revisions of statements."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, tx: Transaction, statement: Statement) -> None:
        """Store a new statement, behind those of the case that are there.

        Raises:
            KeyError: There is no such interview.
        """
        found = tx.owner_of(statement.interview_id)
        if found is None:
            raise KeyError(statement.interview_id)
        case_id = found[0]
        ordinal = self._db.value(
            "SELECT coalesce(max(ordinal), 0) + 1 FROM statements WHERE case_id = ?", (case_id,)
        )
        tx.insert(
            STATEMENTS,
            {
                "id": statement.id,
                "case_id": case_id,
                "interview_id": statement.interview_id,
                "ordinal": ordinal,
                "question": statement.question,
                "language": statement.language,
                "caret": statement.caret,
                "digest": statement.digest,
                "reviewed_digest": statement.reviewed_digest,
                "final": int(statement.final),
                "changed": to_time(tx.at),
                "text": to_blob(statement.text),
            },
        )
        tx.touch(Noun.STATEMENT, statement.id)
        tx.touch_case(case_id, Part.TEXT)

    def save_draft(self, tx: Transaction, statement_id: StatementId, text: str, caret: int) -> None:
        """Overwrite the draft of a statement; ``caret`` in code points.

        A review of another text ends: it does not come back with the words, for the marks that it
        stood on may be gone. The time of change in the list follows at most a minute later.

        Raises:
            KeyError: There is no such statement.
        """
        values: dict[str, Scalar] = {
            "caret": caret,
            "digest": text_digest(text),
            "changed": to_time(tx.at),
            "text": to_blob(text),
        }
        others = tx.change(STATEMENTS, (statement_id,), values)
        case_id = str(others["case_id"])
        tx.touch(Noun.STATEMENT, statement_id)
        if others["reviewed_digest"] not in {None, values["digest"]}:
            tx.change(STATEMENTS, (statement_id,), {"reviewed_digest": None})
        if is_shown(tx, case_id, text):
            tx.touch(Noun.CASE, case_id)
        else:
            tx.touch_case(case_id, Part.TEXT)

    def set_language(self, tx: Transaction, statement_id: StatementId, language: str) -> None:
        """Set the language of a statement (BCP 47)."""
        self._change(tx, statement_id, {"language": language}, Part.ANSWERS)

    def set_final(self, tx: Transaction, statement_id: StatementId, *, final: bool) -> None:
        """Finalise a statement or reopen it; freezing a revision is a step of its own."""
        self._change(tx, statement_id, {"final": int(final)}, Part.CHANGED)

    def set_reviewed(self, tx: Transaction, statement_id: StatementId, digest: str | None) -> None:
        """Set the digest of the text that was reviewed for sharing."""
        self._change(tx, statement_id, {"reviewed_digest": digest}, Part.REVIEW)

    @staticmethod
    def _change(
        tx: Transaction, statement_id: StatementId, values: dict[str, Scalar], parts: Part
    ) -> None:
        others = tx.change(STATEMENTS, (statement_id,), values)
        tx.touch(Noun.STATEMENT, statement_id)
        tx.touch_case(str(others["case_id"]), parts)

    def freeze(
        self, tx: Transaction, statement_id: StatementId, reason: RevisionReason
    ) -> Revision | None:
        """Freeze the draft as a revision; ``None`` when the newest one has the same text.

        Raises:
            KeyError: There is no such statement.
        """
        statement = self.get(statement_id)
        newest = self.newest_revision(statement_id)
        if newest is None and not statement.text:
            return None
        if newest is not None and newest.text == statement.text:
            return None
        revision = Revision(
            id=RevisionId(new_id()),
            statement_id=statement_id,
            number=1 if newest is None else newest.number + 1,
            text=statement.text,
            reason=reason,
            created=tx.at,
        )
        self.add_revision(tx, revision)
        return revision

    def add_revision(self, tx: Transaction, revision: Revision) -> None:
        """Store a revision as it is, one of a case that came from elsewhere for example.

        Raises:
            KeyError: There is no such statement.
        """
        case_id = self.case_of(revision.statement_id)
        tx.insert(
            REVISIONS,
            {
                "id": revision.id,
                "case_id": case_id,
                "statement_id": revision.statement_id,
                "number": revision.number,
                "reason": revision.reason.value,
                "created": to_time(revision.created),
                "text": to_blob(revision.text),
            },
        )
        tx.touch(Noun.STATEMENT, revision.statement_id)
        tx.touch_case(case_id)

    def get(self, statement_id: StatementId) -> Statement:
        """Return a statement with its draft.

        Raises:
            KeyError: There is no such statement.
        """
        row = self._db.one(f"{_SELECT} WHERE id = ?", (statement_id,))
        if row is None:
            raise KeyError(statement_id)
        return _statement(row)

    def of(self, case_id: CaseId) -> tuple[Statement, ...]:
        """Return the statements of a case in the order in which they were added."""
        rows = self._db.rows(f"{_SELECT} WHERE case_id = ? ORDER BY ordinal", (case_id,))
        return tuple(_statement(row) for row in rows)

    def case_of(self, statement_id: StatementId) -> CaseId:
        """Return the case of a statement.

        Raises:
            KeyError: There is no such statement.
        """
        found = self._db.value("SELECT case_id FROM statements WHERE id = ?", (statement_id,))
        if found is None:
            raise KeyError(statement_id)
        return CaseId(str(found))

    def revisions(self, statement_id: StatementId) -> tuple[Revision, ...]:
        """Return all revisions of a statement, oldest first."""
        rows = self._db.rows(f"{_REVISION} WHERE statement_id = ? ORDER BY number", (statement_id,))
        return tuple(_revision(row) for row in rows)

    def newest_revision(self, statement_id: StatementId) -> Revision | None:
        """Return the newest revision of a statement, or ``None``."""
        row = self._db.one(
            f"{_REVISION} WHERE statement_id = ? ORDER BY number DESC LIMIT 1", (statement_id,)
        )
        return None if row is None else _revision(row)

    def review_queue(self, *, only_open: bool = True) -> tuple[QueuedStatement, ...]:
        """Return statements with text, most undecided marks first; ``only_open`` needs review.

        What nobody may quote needs none; it is listed only where its review was finished.
        """
        where = "cases.needs_review = 1 AND" if only_open else ""
        rows = self._db.stream(
            f"""
            SELECT cases.id, s.id, cases.code, s.question, s.language,
                   coalesce(iif(marks.digest = s.digest, marks.pending, marks.total), 0)
                       AS undecided,
                   coalesce(marks.total, 0),
                   s.reviewed_digest IS s.digest, cases.needs_review
            FROM cases JOIN statements AS s ON s.case_id = cases.id
            LEFT JOIN marks ON marks.statement_id = s.id
            WHERE {where} s.digest <> ?
            ORDER BY undecided DESC, cases.number DESC, s.ordinal
            """,  # noqa: S608 (the condition is one of two constants)
            (EMPTY_DIGEST,),
        )
        queue = ((_queued(row[:-1]), bool(row[-1])) for row in rows)
        return tuple(item for item, needed in queue if _belongs(item, only_open, needed))


def _statement(row: Row) -> Statement:
    statement_id, interview_id, question, language, text, caret, reviewed, final = row
    assert isinstance(caret, int)
    return Statement(
        id=StatementId(str(statement_id)),
        interview_id=InterviewId(str(interview_id)),
        question=str(question),
        language=str(language),
        text=from_blob(text),
        caret=caret,
        reviewed_digest=None if reviewed is None else str(reviewed),
        final=bool(final),
    )


def _revision(row: Row) -> Revision:
    revision_id, statement_id, number, text, reason, created = row
    assert isinstance(number, int)
    return Revision(
        id=RevisionId(str(revision_id)),
        statement_id=StatementId(str(statement_id)),
        number=number,
        text=from_blob(text),
        reason=RevisionReason(str(reason)),
        created=from_time(created),
    )


def _belongs(item: QueuedStatement, only_open: bool, needed: bool) -> bool:  # noqa: FBT001 (two facts beside the item)
    is_open = item.pending > 0 or not item.is_reviewed
    return needed if is_open else not only_open


def _queued(row: Row) -> QueuedStatement:
    case_id, statement_id, code, question, language, pending, total, is_reviewed = row
    assert isinstance(pending, int)
    assert isinstance(total, int)
    return QueuedStatement(
        case_id=CaseId(str(case_id)),
        statement_id=StatementId(str(statement_id)),
        code=str(code),
        question=str(question),
        language=str(language),
        pending=pending,
        total=total,
        is_reviewed=bool(is_reviewed),
    )
