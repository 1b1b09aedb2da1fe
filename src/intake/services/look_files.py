"""A second look by file: ask a colleague, look and sign in another vault, take the answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from intake.domain.audit import Action
from intake.domain.case import CaseFile
from intake.domain.changes import Changes
from intake.domain.consent import RecipientGroup, Use
from intake.domain.ids import CaseId, StatementId
from intake.domain.second_look import Look
from intake.domain.statement import Statement
from intake.errors import (
    NotAcceptedError,
    PendingReviewError,
    RefusedError,
    TooLongError,
    UnknownSignerError,
    UsageError,
)
from intake.export import looks
from intake.export.fields import FieldPolicy
from intake.export.keys import PublicKey, parse_public_key, signer_words, to_base64
from intake.export.looks import LONGEST_CHANGE, MOST_TEXTS, Answer, Request, Shown
from intake.export.snapshot import names_of
from intake.export.terms import Policy
from intake.redaction.suggest import Profile
from intake.services import looking, review, rulings, second_look, settings, team
from intake.services.days import today
from intake.services.interviews import form
from intake.services.people import identities_of
from intake.services.proposals import own_people
from intake.services.quoting import names_somebody, quotable
from intake.services.selection import Terms, field_names
from intake.services.session import VaultSession

# What was sent and has changed since is a case at most; more is an answer to something else.
MOST_OUTDATED = 20


@dataclass(frozen=True, slots=True)
class Change:
    """What a colleague wants changed before a statement leaves."""

    statement_id: StatementId
    code: str
    question: str
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What was written for a colleague.

    Attributes:
        statements: How many statements are in the request.
        left_out: How many stayed out: the person has not agreed to be quoted, or somebody is named.
    """

    statements: int
    left_out: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class AnswerTaken:
    """What an answer brought.

    Attributes:
        by: Name of the key that signed.
        looked: Statements that may leave as they are.
        wanted: What is to be changed, statement by statement.
        outdated: Texts of the answer that would leave otherwise by now.
        overruled: Texts that it lets through and that somebody wanted changed before.
    """

    by: str
    looked: tuple[StatementId, ...]
    wanted: tuple[Change, ...]
    outdated: int
    overruled: int
    changes: Changes


def ask(session: VaultSession, statement_ids: Sequence[StatementId], name: str, out: Path) -> Asked:
    """Write what would leave of some statements into a file for one colleague.

    Of what an export would leave out, for want of consent for one, nothing is written.

    Args:
        session: The open vault.
        statement_ids: Statements whose review is finished.
        name: Under which the colleague's key is pinned.
        out: The new file.

    Raises:
        RollbackError: The vault was put back.
        PendingReviewError: A review is not finished, or more is found than was decided.
        RefusedError: None of them may be quoted, or nothing may leave this vault.
        UsageError: No such colleague, no statement, too many or too long.
        UnavailableError: The file exists, or cannot be written.
    """
    store = session.store
    store.refuse_rollback()
    key = second_look.colleagues(session).get(name)
    if key is None:
        raise UsageError(what="No key of another vault is trusted under this name.")
    if not statement_ids:
        raise UsageError(what="Choose statements whose review is finished.")
    if len(statement_ids) > MOST_TEXTS:
        raise UsageError(what="These are too many statements for one request.")
    if settings.load(session).redaction_profile == Profile.NONE:
        raise RefusedError(reason="this vault is set to let no statement leave")
    found = [_ready(session, statement_id) for statement_id in statement_ids]
    texts = {each: shown for each, shown in zip(statement_ids, found, strict=True) if shown}
    if not texts:
        raise RefusedError(reason="nobody here has agreed to be quoted, or a text names somebody")
    if not looks.can_be_shown(tuple(texts.values())):
        raise UsageError(what="These texts are too long for one request. Ask for fewer at once.")
    own = parse_public_key(team.own_key(session).text.encode())
    request = Request(own.recipient, min(key.signers), tuple(texts.values()))
    # What leaves is on record first: a request that then cannot be written is one entry too many.
    with store.write() as tx:
        for statement_id in texts:
            tx.audit(Action.SECOND_LOOK_ASKED, statement_id)
    looks.write_request(out, request, key.recipient)
    return Asked(len(texts), len(statement_ids) - len(texts), tx.changes)


def _ready(session: VaultSession, statement_id: StatementId) -> Shown | None:
    """Return what would leave of a statement, after detectors and gate have looked once more.

    Returns:
        What a colleague is shown, or ``None`` where an export would leave it out as well.
    """
    case_id = session.store.statements.case_of(statement_id)
    looking.look(session, statement_id)
    file = session.store.cases.file(case_id)
    statement = next(each for each in file.statements if each.id == statement_id)
    shown = second_look.shown_of(file, statement)
    if shown is None:
        raise PendingReviewError(statements=1, marks=0)
    marks = file.marks.get(statement_id, ())
    own = own_people(identities_of(file), statement.text, marks, case_id)
    gate = session.people.everybody(session.store)()
    named = names_somebody(shown.text, own, gate, rulings.always_of(session))
    return shown if not named and _may_be_quoted(file, statement) else None


def _may_be_quoted(file: CaseFile, statement: Statement) -> bool:
    """Tell whether a person has agreed today that somebody is given this text.

    For which group it will leave is not known yet: whoever may be given no text by anybody's
    leave is shown to no colleague.
    """
    consent = file.consent
    if consent is None or consent.withdrawn is not None or file.has_open_wish:
        return False
    known, day = field_names(FieldPolicy.of(form())), today()
    terms = [
        Terms(Policy.ANALYSIS, Use.QUOTATION, group, day, known)
        for group in RecipientGroup
        if group is not RecipientGroup.ANY
    ]
    withheld = names_of(terms[0].wishes(consent, Use.QUOTATION))
    leaves = statement in quotable(file) and statement.question not in withheld
    return leaves and any(each.may_quote(consent) for each in terms)


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
        raise UsageError(what="There is no text with this number in the request.")
    if any(len(text) > LONGEST_CHANGE for text in said.values()):
        raise TooLongError(most=LONGEST_CHANGE)
    with team.keyring(session) as own:
        signer = own.signer(RecipientGroup(request.signer))
    looks.write_answer(out, request, said, signer)


def take(session: VaultSession, path: Path) -> AnswerTaken:
    """Record what a colleague's answer says.

    Raises:
        UnknownSignerError: No trusted key signed it.
        NotAcceptedError: This vault signed it itself, or more than ``MOST_OUTDATED`` of its texts
            do not stand here.
        WrongKeyError: It is for another vault.
        BundleDamagedError: It is damaged, or no answer.
        UsageError: The file cannot be read.
    """
    with team.keyring(session) as own:
        answer = looks.read_answer(path, [own.identity])
    name = _name_of(session, answer)
    asked = _by_digest(session)
    objected = [asked[digest] for digest in answer.changes if digest in asked]
    passed = [asked[digest] for digest in answer.looked if digest in asked]
    outdated = len(answer.looked) + len(answer.changes) - len(passed) - len(objected)
    if outdated > MOST_OUTDATED:
        raise NotAcceptedError(
            what="Too much of this answer is about texts that do not stand here. Ask again."
        )
    looked = [each for each in passed if not _is_objected(session, each)]
    signer = to_base64(answer.signer)
    with session.store.write() as tx:
        for each in looked:
            digest = each.shown.digest
            look = Look(each.statement_id, digest, signer, name, tx.at, answer.evidence)
            second_look.record(session, tx, each.case_id, look)
        for each in objected:
            look = Look(each.statement_id, each.shown.digest, signer, "", tx.at, objects=True)
            second_look.record(session, tx, each.case_id, look)
    wanted = tuple(
        Change(each.statement_id, each.code, each.shown.question, answer.changes[each.shown.digest])
        for each in objected
    )
    ids = tuple(each.statement_id for each in looked)
    return AnswerTaken(name, ids, wanted, outdated, len(passed) - len(looked), tx.changes)


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


def _is_objected(session: VaultSession, each: _Reviewed) -> bool:
    return second_look.is_objected(session, each.statement_id, each.shown.digest)


def _is_of(key: PublicKey, answer: Answer) -> bool:
    return answer.signer in key.signers.values()


class _Reviewed(NamedTuple):
    """A statement whose review is finished."""

    statement_id: StatementId
    case_id: CaseId
    code: str
    shown: Shown


def _by_digest(session: VaultSession) -> dict[bytes, _Reviewed]:
    """Return every statement whose review is finished, by the digest of what would leave."""
    queue = review.queue(session, only_open=False)
    reviewed = {item.statement_id: item.case_id for item in queue if item.is_reviewed}
    found: dict[bytes, _Reviewed] = {}
    # A case is read once, however many of its statements were reviewed.
    for file in session.store.cases.files(dict.fromkeys(reviewed.values())):
        for statement in file.statements:
            shown = second_look.shown_of(file, statement) if statement.id in reviewed else None
            if shown is not None:
                found[shown.digest] = _Reviewed(statement.id, file.case.id, file.case.code, shown)
    return found
