"""The only thing that writers accept: what may leave of one case; reads no vault, writes no file.

Every cell comes from one of three places: the generalised row of disclosure control (all fields
that could single somebody out), the choices of the form (all others), or redacted text
(statements).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import InitVar, dataclass
from types import MappingProxyType
from typing import final

from intake.disclosure.hierarchies import OTHER, SEVERAL, WITHHELD
from intake.domain.answers import NOT_ASKED, Answer, AnswerSheet
from intake.domain.case import CaseFile
from intake.domain.consent import Consent, IdentityLevel, Use, level_for, wished_out
from intake.domain.languages import known_language
from intake.domain.person import Role
from intake.domain.statement import Statement
from intake.errors import ConsentMissingError, PendingReviewError
from intake.export.fields import EVENTS, THIRD_PARTIES, FieldPolicy, FieldRule
from intake.export.terms import Gap, Policy, Release
from intake.redaction.apply import RedactedText

_MAKER = object()
_MISSING = "missing:"
_PROJECT = "case.project"


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a table: the values in it, or why there are none.

    Every word comes from the form or from disclosure control, never from the case.
    """

    values: tuple[str, ...] = ()
    gap: Gap | None = None

    @property
    def text(self) -> str:
        """The values as one text; empty when there are none."""
        return ";".join(self.values)


_WITHHELD = Cell(gap=Gap.WITHHELD)


@dataclass(frozen=True, slots=True)
class RedactedStatement:
    """A statement as it may leave."""

    row_id: str
    question: str
    language: str
    text: RedactedText


@final
@dataclass(frozen=True, slots=True)
class RedactedCase:
    """What may leave of one case; only ``build`` can make one.

    Attributes:
        row_id: Random; the same in all tables of this bundle, another in the next.
        cells: By field key; a field of the policy that is absent is withheld.
        statements: Each with an id of its own, that has nothing to do with ``row_id``.
    """

    row_id: str
    cells: Mapping[str, Cell]
    statements: tuple[RedactedStatement, ...]
    maker: InitVar[object]

    def __post_init__(self, maker: object) -> None:
        if maker is not _MAKER:
            raise TypeError("only build makes a redacted case")
        object.__setattr__(self, "cells", MappingProxyType(dict(self.cells)))


def answers_of(case: CaseFile, fields: FieldPolicy) -> Mapping[str, Answer]:
    """Return the answers that disclosure control looks at, by field key, one per field.

    Of several interviews the first one that has an answer counts: so a later interview never
    changes what was released. The answers of several events become one set: a chain of dated acts
    would name its victim.
    """
    sheets = [case.case.answers, *(interview.answers for interview in case.interviews)]
    events = [event.answers for event in case.events]
    found = {
        key: _of_events(rule, events) if rule.table == EVENTS else _answer(case, rule, sheets)
        for key, rule in fields.by_key.items()
    }
    others = sum(person.role is not Role.INTERVIEWEE for person in case.persons)
    return MappingProxyType(found | {THIRD_PARTIES: Answer(others)})


def build(  # noqa: PLR0913 (all that may leave of a case is made here)
    case: CaseFile,
    release: Release,
    fields: FieldPolicy,
    generalised: Mapping[str, str],
    *,
    statements: Sequence[tuple[Statement, RedactedText]] = (),
    given: AbstractSet[str] | None = None,
    named: AbstractSet[str] = frozenset(),
    allow_pending: bool = False,
) -> RedactedCase:
    """Return what may leave of one case.

    Args:
        case: Everything recorded.
        release: Policy, purpose, recipient group, day and ids of the bundle.
        fields: What the form's disclosure classes allow.
        generalised: The case's generalised row by field key; a quasi-identifier that is absent is
            withheld.
        statements: Statements of this case with their redacted texts, for policy analysis.
        given: Keys of the fields that leave at most; ``None`` for all that may.
        named: Names of protected fields that this person's consent names.
        allow_pending: Take texts with marks that nobody has decided (they are masked).

    Raises:
        ConsentMissingError: Consent does not cover the purpose, or quotation of statements, or a
            wish in the person's own words is open.
        PendingReviewError: Marks are undecided.
    """
    _check_policy(release, quotes=bool(statements))
    if case.has_open_wish:
        raise ConsentMissingError
    _check_consent(case.consent, release, quotes=bool(statements))
    withheld = wished_out(case.consent, release.purpose)
    allowed = {
        rule.key
        for rule in fields.rules
        if not {rule.name, rule.key} & withheld and (rule.name in named or not rule.is_protected)
    }
    leaving = allowed if given is None else allowed & given
    cells = cells_of(answers_of(case, fields), fields, generalised, leaving)
    unquoted = names_of(wished_out(case.consent, Use.QUOTATION) | withheld)
    quoted = [
        _redacted(statement, text, release, allow_pending=allow_pending)
        for statement, text in _own(case, fields, statements)
        if statement.question not in unquoted
    ]
    return RedactedCase(release.ids.interview(case.case.id), cells, tuple(quoted), _MAKER)


def cells_of(
    answers: Mapping[str, Answer],
    fields: FieldPolicy,
    generalised: Mapping[str, str],
    given: AbstractSet[str],
) -> dict[str, Cell]:
    """Return the cells of the fields that leave, as they would be; asks for no consent.

    Args:
        answers: Those of the case, see ``answers_of``.
        fields: What the form's disclosure classes allow.
        generalised: As for ``build``.
        given: Keys of the fields.
    """
    rules = (rule for rule in fields.rules if rule.key in given)
    return {rule.key: _cell(rule, answers[rule.key], generalised) for rule in rules}


def _check_policy(release: Release, *, quotes: bool) -> None:
    if release.policy is Policy.STATISTICS or (quotes and release.policy is not Policy.ANALYSIS):
        raise ValueError("this policy carries no rows or no statements")


def _check_consent(consent: Consent | None, release: Release, *, quotes: bool) -> None:
    uses = {release.purpose, Use.QUOTATION} if quotes else {release.purpose}
    levels = [level_for(consent, use, release.group, release.day) for use in uses]
    if min(levels) < IdentityLevel.CODE:
        raise ConsentMissingError


def names_of(withheld: AbstractSet[str]) -> frozenset[str]:
    """Return the names of withheld fields, whether they were given with their section or not."""
    return frozenset(each.rpartition(".")[2] for each in withheld)


def _own(
    case: CaseFile, fields: FieldPolicy, statements: Sequence[tuple[Statement, RedactedText]]
) -> list[tuple[Statement, RedactedText]]:
    """Return the statements, once it is sure that they are this case's and narratives."""
    known = {statement.id for statement in case.statements}
    for statement, _ in statements:
        if statement.id not in known or statement.question not in fields.narratives:
            raise ValueError("a statement of another case, or no narrative")
    return list(statements)


def _redacted(
    statement: Statement, text: RedactedText, release: Release, *, allow_pending: bool
) -> RedactedStatement:
    if text.pending and not allow_pending:
        raise PendingReviewError(statements=1, marks=text.pending)
    row_id = release.ids.statement(statement.id)
    # A tag is text that somebody typed or sent: only a word of the program's own list leaves.
    language = known_language(statement.language)
    return RedactedStatement(row_id, statement.question, language, text)


def _of_events(rule: FieldRule, events: Sequence[AnswerSheet]) -> Answer:
    """Return the one answer to a field that a case has over its events."""
    given = [sheet.get(rule.name, NOT_ASKED) for sheet in events]
    texts = {text for answer in given for text in answer.texts} if len(given) > 1 else None
    return Answer(tuple(sorted(texts))) if texts else _first(given)


def _answer(case: CaseFile, rule: FieldRule, sheets: Sequence[AnswerSheet]) -> Answer:
    """Return the one answer to a field that a case has over its interviews."""
    given = [sheet.get(rule.name, NOT_ASKED) for sheet in sheets]
    if rule.key == _PROJECT and case.case.project:
        given.insert(0, Answer(case.case.project))
    return _first(given)


def _first(given: Sequence[Answer]) -> Answer:
    """Return the first answer that has a value, else the first reason why there is none."""
    answered = next((answer for answer in given if answer.missing is None), None)
    if answered is not None:
        return answered
    return next((answer for answer in given if answer != NOT_ASKED), NOT_ASKED)


def _cell(rule: FieldRule, answer: Answer, generalised: Mapping[str, str]) -> Cell:
    if rule.is_quasi or rule.key in generalised:
        return _placed(rule, _generalised_cell(generalised.get(rule.key, WITHHELD)))
    if answer.missing is not None:
        return Cell(gap=Gap(answer.missing.value))
    values = tuple(sorted(answer.texts)) if isinstance(answer.value, tuple) else answer.texts
    if not rule.choices and isinstance(answer.value, str | tuple):
        return _WITHHELD  # a number was expected: text in its place may be anything
    if rule.choices and not set(values) <= rule.choices.keys():
        return (
            _WITHHELD  # not an answer that the form gives, a project's own name for one: any text
        )
    return Cell(values)


def _placed(rule: FieldRule, cell: Cell) -> Cell:
    """Return the cell, withheld where a field of choices holds a word that is none of them."""
    known = {*rule.choices, *rule.parents.values(), *rule.parent_labels, OTHER, SEVERAL}
    return _WITHHELD if rule.choices and not known.issuperset(cell.values) else cell


def _generalised_cell(value: str) -> Cell:
    """Return the cell for a value as disclosure control writes it."""
    if value == WITHHELD:
        return _WITHHELD
    if value.startswith(_MISSING):
        return Cell(gap=Gap(value.removeprefix(_MISSING)))
    return Cell(tuple(value.split(";")))
