"""A second look by file: ask a colleague, look and sign in another vault, take the answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from intake.domain.audit import Action
from intake.domain.changes import Changes
from intake.domain.consent import RecipientGroup
from intake.domain.ids import StatementId
from intake.domain.second_look import Look
from intake.errors import (
    NotAcceptedError,
    PendingReviewError,
    RefusedError,
    UnknownSignerError,
    UsageError,
)
from intake.export import looks
from intake.export.keys import PublicKey, parse_public_key, signer_words, to_base64
from intake.export.looks import LONGEST_CHANGE, MOST_TEXTS, Answer, Request, Shown
from intake.redaction.suggest import Profile
from intake.services import review, second_look, settings, team
from intake.services.session import VaultSession


@dataclass(frozen=True, slots=True)
class Change:
    """What a colleague wants changed before a statement leaves."""

    statement_id: StatementId
    code: str
    question: str
    text: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What an answer brought.

    Attributes:
        by: Name of the key that signed.
        looked: Statements that may leave as they are.
        wanted: What is to be changed, statement by statement.
        outdated: Texts of the answer that would leave otherwise by now.
    """

    by: str
    looked: tuple[StatementId, ...]
    wanted: tuple[Change, ...]
    outdated: int
    changes: Changes


def ask(
    session: VaultSession, statement_ids: Sequence[StatementId], name: str, out: Path
) -> Changes:
    """Write what would leave of some statements into a file for one colleague.

    Args:
        session: The open vault.
        statement_ids: Statements whose review is finished.
        name: Under which the colleague's key is pinned.
        out: The new file.

    Raises:
        RollbackError: The vault was put back.
        PendingReviewError: A review is not finished, or more is found than was decided.
        RefusedError: A case was withdrawn, or nothing may leave this vault.
        UsageError: No such colleague, no statement, or too many.
        UnavailableError: The file exists, or cannot be written.
    """
    store = session.store
    store.refuse_rollback()
    key = second_look.colleagues(session).get(name)
    if key is None:
        raise UsageError(what="No key of another vault is trusted under this name.")
    if not 0 < len(statement_ids) <= MOST_TEXTS:
        raise UsageError(what=f"Choose 1 to {MOST_TEXTS} statements whose review is finished.")
    texts = tuple(_ready(session, statement_id) for statement_id in statement_ids)
    own = parse_public_key(team.own_key(session).text.encode())
    request = Request(own.recipient, min(key.signers), texts)
    # What leaves is on record first: a request that then cannot be written is one entry too many.
    with store.write(Action.SECOND_LOOK_ASKED, statement_ids[0]) as tx:
        for statement_id in statement_ids[1:]:
            tx.audit(Action.SECOND_LOOK_ASKED, statement_id)
    looks.write_request(out, request, key.recipient)
    return tx.changes


def _ready(session: VaultSession, statement_id: StatementId) -> Shown:
    """Return what would leave of a statement, after detectors and gate have looked once more."""
    if settings.load(session).redaction_profile == Profile.NONE:
        raise RefusedError(reason="this vault is set to let no statement leave")
    consent = session.store.consents.current(session.store.statements.case_of(statement_id))
    if consent is not None and consent.withdrawn is not None:
        raise RefusedError(reason="the person has withdrawn, so nobody else is shown the text")
    shown = second_look.shown_of(review.open_statement(session, statement_id))
    if shown is None:
        raise PendingReviewError(statements=1, marks=0)
    gate = session.people.everybody(session.store)()
    if any(found.refuses for found in gate.scan("", shown.text.encode())):
        raise RefusedError(reason="what would leave still names somebody; review it again")
    return shown


def read_request(session: VaultSession, path: Path) -> Request:
    """Return what a colleague asks this vault's people to look at.

    Raises:
        WrongKeyError: It is for another vault.
        BundleDamagedError: It is damaged, or no request.
        UsageError: The file cannot be read.
    """
    with team.keyring(session) as own:
        return looks.read_request(path, [own.identity])


def sign(session: VaultSession, request: Request, changes: Mapping[int, str], out: Path) -> None:
    """Sign what was looked at and write the answer.

    Args:
        session: The open vault of whoever looked.
        request: What was looked at.
        changes: What is to be changed, by the text's place from 0; the others may leave.
        out: The new file.

    Raises:
        UsageError: There is no such text, or too much is said about it.
        UnavailableError: The file exists, or cannot be written.
    """
    said = {place: text.strip() for place, text in changes.items() if text.strip()}
    if not said.keys() <= set(range(len(request.texts))):
        raise UsageError(what=f"There are {len(request.texts)} texts in this request.")
    if any(len(text) > LONGEST_CHANGE for text in said.values()):
        raise UsageError(what=f"Say what to change in at most {LONGEST_CHANGE} characters.")
    with team.keyring(session) as own:
        signer = own.signer(RecipientGroup(request.signer))
    looks.write_answer(out, request, said, signer)


def take(session: VaultSession, path: Path) -> Taken:
    """Record what a colleague's answer says.

    Raises:
        UnknownSignerError: No trusted key signed it.
        NotAcceptedError: This vault signed it itself.
        WrongKeyError: It is for another vault.
        BundleDamagedError: It is damaged, or no answer.
        UsageError: The file cannot be read.
    """
    with team.keyring(session) as own:
        answer = looks.read_answer(path, [own.identity])
    name = _name_of(session, answer)
    store = session.store
    asked = _by_digest(session)
    looked = [asked[digest] for digest in answer.looked if digest in asked]
    with store.write(*_first(looked)) as tx:
        for statement_id, shown in looked:
            look = Look(
                statement_id, shown.digest, to_base64(answer.signer), name, tx.at, answer.content
            )
            store.looks.add(tx, store.statements.case_of(statement_id), look)
        for statement_id, _ in looked[1:]:
            tx.audit(Action.SECOND_LOOK, statement_id)
    wanted = tuple(
        _change(session, *asked[digest], text)
        for digest, text in answer.changes.items()
        if digest in asked
    )
    outdated = len(answer.looked) + len(answer.changes) - len(looked) - len(wanted)
    return Taken(name, tuple(found for found, _ in looked), wanted, outdated, tx.changes)


def _first(looked: list[tuple[StatementId, Shown]]) -> tuple[Action, str] | tuple[()]:
    return (Action.SECOND_LOOK, looked[0][0]) if looked else ()


def _change(session: VaultSession, statement_id: StatementId, shown: Shown, text: str) -> Change:
    case = session.store.cases.get(session.store.statements.case_of(statement_id))
    return Change(statement_id, case.code, shown.question, text)


def _name_of(session: VaultSession, answer: Answer) -> str:
    """Return under which name the key is pinned that signed an answer."""
    found = next(
        (name for name, key in second_look.colleagues(session).items() if _is_of(key, answer)), None
    )
    if found is not None:
        return found
    if _is_of(parse_public_key(team.own_key(session).text.encode()), answer):
        raise NotAcceptedError(what="This vault signed the answer itself. Somebody else has to.")
    raise UnknownSignerError(words=" ".join(signer_words(answer.signer)))


def _is_of(key: PublicKey, answer: Answer) -> bool:
    return answer.signer in key.signers.values()


def _by_digest(session: VaultSession) -> dict[bytes, tuple[StatementId, Shown]]:
    """Return every statement whose review is finished, by the digest of what would leave."""
    found: dict[bytes, tuple[StatementId, Shown]] = {}
    for item in review.queue(session, only_open=False):
        if item.is_reviewed:
            shown = second_look.shown_of(review.state(session, item.statement_id))
            if shown is not None:
                found[shown.digest] = item.statement_id, shown
    return found
