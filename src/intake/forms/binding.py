"""Reads the expressions of a form and holds them against its questions; evaluates none."""

from __future__ import annotations

from dataclasses import replace

from intake.forms.definition import Owner, Question, QuestionKind, Section
from intake.forms.expressions import Expression, ExpressionError, parse
from intake.forms.sheets import Row
from intake.forms.terms import Kind, Scope, Term, resolve

# A section or question as built so far, with the row that its expressions stand in.
Draft = tuple[tuple[Section, Row], list[tuple[Question, Row]]]

_KINDS = {
    QuestionKind.TEXT: Kind.TEXT,
    QuestionKind.LONG_TEXT: Kind.TEXT,
    QuestionKind.PERSON: Kind.TEXT,
    QuestionKind.PLACE: Kind.TEXT,
    QuestionKind.CODE: Kind.TEXT,
    QuestionKind.INTEGER: Kind.NUMBER,
    QuestionKind.NUMBER: Kind.NUMBER,
    QuestionKind.DATE: Kind.DATE,
    QuestionKind.SELECT_ONE: Kind.CHOICE,
    QuestionKind.SELECT_MULTIPLE: Kind.CHOICES,
}


def bind_expressions(drafts: list[Draft]) -> tuple[Section, ...]:
    """Return the sections with their expressions.

    A question may name those of its own section and those of the interview; a calculation only
    those that stand before it, so that no calculation waits for itself.

    Raises:
        FormError: An expression cannot be read or does not fit the questions it names.
    """
    interview: dict[str, Term] = {}
    for (section, _), items in drafts:
        if section.owner is Owner.INTERVIEW and not section.repeats:
            interview.update(_terms(items))
    before: set[str] = set()
    bound = []
    for (section, begin), items in drafts:
        scope = interview | _terms(items)
        here = set(before)
        questions = []
        for question, row in items:
            questions.append(_bind_question(question, row, scope, here))
            here.add(question.name)
        if section.owner is Owner.INTERVIEW and not section.repeats:
            before = here
        relevant = _bind(begin, "relevant", interview, None, Kind.TRUTH)
        bound.append(replace(section, relevant=relevant, items=tuple(questions)))
    return tuple(bound)


def _bind_question(question: Question, row: Row, scope: Scope, before: set[str]) -> Question:
    own = _term(question)
    earlier = {name: term for name, term in scope.items() if name in before}
    return replace(
        question,
        relevant=_bind(row, "relevant", scope, None, Kind.TRUTH),
        constraint=_bind(row, "constraint", scope, own, Kind.TRUTH),
        calculation=_bind(row, "calculation", earlier, None, own.kind if own else Kind.TEXT),
    )


def _bind(row: Row, column: str, scope: Scope, own: Term | None, wanted: Kind) -> Expression | None:
    text = row.get(column)
    if not text:
        return None
    try:
        return resolve(parse(text), scope, own, wanted)
    except ExpressionError as error:
        raise row.error(column, str(error)) from None


def _terms(items: list[tuple[Question, Row]]) -> dict[str, Term]:
    found = {question.name: _term(question) for question, _ in items}
    return {name: term for name, term in found.items() if term is not None}


def _term(question: Question) -> Term | None:
    """Return what a question's name stands for; ``None`` for what no expression may name."""
    kind = _KINDS.get(question.kind)
    if kind is None or question.accepts_several:
        return None
    if not question.choice_list or question.accepts_new_choices:
        return Term(kind)
    return Term(kind, frozenset(question.choices.by_name))
