"""The summary of a case inside its own row, so that the list of cases is one query."""

from __future__ import annotations

from datetime import timedelta

from intake.domain.consent import Use, rules_out
from intake.domain.ids import CaseId
from intake.domain.statement import text_digest
from intake.domain.text import settle
from intake.store.codec import from_answer_columns, from_json, from_time, to_blob, to_time
from intake.store.connection import Database, Scalar
from intake.store.consents import ConsentRepository
from intake.store.tables import CASES
from intake.store.transaction import Part, Transaction

EMPTY_DIGEST = text_digest("")
PREVIEW_LENGTH = 100
_PREVIEW_BYTES = 6 * PREVIEW_LENGTH  # room for white space that is folded into one
# While somebody types, the time of change in the list is renewed once a minute.
_FRESH = timedelta(minutes=1)
_INDEXED = Part.ANSWERS | Part.TEXT | Part.CONSENT
# Column of the summary, and the answer that it shows.
_SHOWN = {
    "group_name": "targeted_group",
    "country": "interview_country",
    "interviewer": "interviewer_code",
    "language": "interview_language",
    "interview_date": "interview_date",
}


def refresh(tx: Transaction) -> None:
    """Work out anew what the transaction may have changed in the summaries of its cases."""
    for case_id, parts in tx.parts.items():
        values: dict[str, Scalar] = {}
        if Part.ANSWERS in parts:
            values |= _from_answers(tx.db, case_id)
        if Part.TEXT in parts:
            values["preview"] = _preview(tx.db, case_id)
        if parts & (Part.TEXT | Part.REVIEW | Part.CONSENT):
            values["needs_review"] = _needs_review(tx.db, case_id)
        if Part.CONSENT in parts:
            values |= _from_consent(tx.db, case_id)
        if parts & _INDEXED:
            values["indexed"] = None  # the words in the search index are no longer the case's
        if case_id not in tx.made:
            values["changed"] = to_time(tx.at)
        tx.change(CASES, (case_id,), values)


def _from_answers(db: Database, case_id: str) -> dict[str, Scalar]:
    shown = dict.fromkeys(_SHOWN, "")
    names = {question: column for column, question in _SHOWN.items()}
    rows = db.rows(
        f"""
        SELECT a.question, a.value, a.missing
        FROM answers AS a JOIN interviews AS i ON i.id = a.owner
        WHERE a.case_id = ? AND a.question IN ({", ".join("?" for _ in names)})
        ORDER BY i.ordinal DESC
        """,  # noqa: S608 (only places for values are inserted)
        (case_id, *names),
    )
    for question, value, missing in rows:  # the first interview comes last and stays
        texts = from_answer_columns(value, missing).texts
        if texts:
            shown[names[str(question)]] = settle(texts[0])
    if not shown["language"]:
        first = db.value(
            "SELECT language FROM statements WHERE case_id = ? AND language <> ''"
            " ORDER BY ordinal LIMIT 1",
            (case_id,),
        )
        shown["language"] = str(first or "")
    return dict(shown)


def _preview(db: Database, case_id: str) -> str:
    start = db.value(
        "SELECT substr(text, 1, ?) FROM statements WHERE case_id = ? AND digest <> ?"
        " ORDER BY ordinal LIMIT 1",
        (_PREVIEW_BYTES, case_id, EMPTY_DIGEST),
    )
    return _shortened(start) if isinstance(start, bytes) else ""


def _shortened(start: bytes) -> str:
    # The cut may fall inside a character; what cannot be decoded is left out of a preview.
    return " ".join(start.decode("utf-8", "ignore").split())[:PREVIEW_LENGTH]


def is_shown(tx: Transaction, case_id: str, text: str) -> bool:
    """Tell whether a case's row says of a draft what is to be said, so that it can stay.

    Autosave comes here every few seconds, and each page that is not written counts.
    """
    row = tx.db.one(
        "SELECT preview, needs_review, changed, indexed FROM cases WHERE id = ?", (case_id,)
    )
    assert row is not None
    preview, needs_review, changed, indexed = row
    return (
        bool(text)
        and indexed is None
        and bool(needs_review) is _may_be_quoted(tx.db, case_id)
        and tx.at - from_time(changed) < _FRESH
        and preview == _shortened(to_blob(text[:_PREVIEW_BYTES])[:_PREVIEW_BYTES])
    )


def _needs_review(db: Database, case_id: str) -> int:
    found = db.value(
        """
        SELECT EXISTS (SELECT 1 FROM statements WHERE case_id = ?1 AND digest <> ?2
                       AND digest IS NOT reviewed_digest)
            OR EXISTS (SELECT 1 FROM marks LEFT JOIN statements ON statements.id = statement_id
                       WHERE marks.case_id = ?1 AND (pending > 0 OR
                       total > 0 AND marks.digest IS NOT statements.digest))
        """,
        (case_id, EMPTY_DIGEST),
    )
    return int(bool(found) and _may_be_quoted(db, case_id))


def _may_be_quoted(db: Database, case_id: str) -> bool:
    """Tell whether a review is of use: no statement leaves of who lets nobody quote it."""
    return not rules_out(ConsentRepository(db).current(CaseId(case_id)), Use.QUOTATION)


def _from_consent(db: Database, case_id: str) -> dict[str, Scalar]:
    body = db.value(
        "SELECT body FROM consents WHERE case_id = ? ORDER BY version DESC LIMIT 1", (case_id,)
    )
    if body is None:  # nobody has recorded any yet, or a rescue has lost it
        return {"consent_until": None, "withdrawn": 0}
    consent = from_json(body)
    ends = [use["until"] for use in consent["uses"].values() if use["until"] is not None]
    return {
        "consent_until": min(ends, default=None),
        "withdrawn": int(consent["withdrawn"] is not None),
    }
