"""Holds an expression against the questions it names, before anybody answers; evaluates nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from intake.forms.expressions import Expression, ExpressionError
from intake.forms.nodes import (
    Call,
    Comparison,
    Every,
    Literal,
    Match,
    Node,
    Reference,
    Some,
    Today,
    first_day,
)


class Kind(StrEnum):
    """What kind of value an expression gives, in words for an error."""

    TEXT = "text"
    NUMBER = "a number"
    DATE = "a date"
    CHOICE = "one choice"
    CHOICES = "several choices"
    TRUTH = "yes or no"


@dataclass(frozen=True, slots=True)
class Term:
    """What a name stands for.

    Attributes:
        choices: Names that can be chosen; ``None`` when any text can be.
    """

    kind: Kind
    choices: frozenset[str] | None = None


Scope = Mapping[str, Term]

_TEXTS = {Kind.TEXT, Kind.CHOICE}
_NO_TERM = Term(Kind.TEXT)


def resolve(expression: Expression, scope: Scope, own: Term | None, wanted: Kind) -> Expression:
    """Return the expression with its dates made known, once everything in it fits.

    Args:
        expression: As it was read.
        scope: Questions that may be named.
        own: What ``.`` stands for; ``None`` where it means nothing.
        wanted: What the whole must give.

    Raises:
        ExpressionError: A name is unknown, a choice does not exist, or kinds do not fit.
    """
    root, term = _Resolver(scope, own).node(expression.root)
    if term.kind is not wanted and not {term.kind, wanted} <= _TEXTS:
        raise ExpressionError(f"this gives {term.kind}; needed is {wanted}")
    return replace(expression, root=root)


class _Resolver:
    """Finds the kind of each node from below."""

    def __init__(self, scope: Scope, own: Term | None) -> None:
        self._scope = scope
        self._own = own

    def node(self, node: Node) -> tuple[Node, Term]:
        if isinstance(node, Literal):
            return node, Term(_kind_of(node))
        if isinstance(node, Today):
            return node, Term(Kind.DATE)
        if isinstance(node, Reference):
            return self._reference(node)
        if isinstance(node, Comparison):
            return self._comparison(node), Term(Kind.TRUTH)
        if isinstance(node, Every | Some):
            parts = tuple(self._of_kind(part, {Kind.TRUTH}, "and, or") for part in node.parts)
            return replace(node, parts=parts), Term(Kind.TRUTH)
        if isinstance(node, Match):
            subject = self._of_kind(node.subject, _TEXTS, "regex()")
            return replace(node, subject=subject), Term(Kind.TRUTH)
        return self._call(node)

    def _reference(self, node: Reference) -> tuple[Node, Term]:
        if not node.name and self._own is None:
            raise ExpressionError("a dot stands for the answer only in a constraint")
        term = self._scope.get(node.name) if node.name else self._own
        if term is None:
            raise ExpressionError(f"there is no question ${{{node.name}}} that can be named here")
        return replace(node, is_date=term.kind is Kind.DATE), term

    def _of_kind(self, node: Node, kinds: set[Kind], place: str) -> Node:
        resolved, term = self.node(node)
        if term.kind not in kinds:
            needed = " or ".join(sorted(kinds))
            raise ExpressionError(f"{place}: needed is {needed}, not {term.kind}")
        return resolved

    def _comparison(self, node: Comparison) -> Node:
        (left, left_term), (right, right_term) = self.node(node.left), self.node(node.right)
        left, left_term = _as_date(left, left_term, right_term)
        right, right_term = _as_date(right, right_term, left_term)
        kinds = {left_term.kind, right_term.kind}
        if Kind.CHOICES in kinds:
            raise ExpressionError("several choices are asked about with selected()")
        if _is_empty_text(left) or _is_empty_text(right):
            return replace(node, left=left, right=right)
        if len(kinds) > 1 and not kinds <= _TEXTS:
            raise ExpressionError(f"{left_term.kind} cannot be compared with {right_term.kind}")
        if node.sign not in {"=", "!="} and not kinds <= {Kind.NUMBER, Kind.DATE}:
            raise ExpressionError(f"{left_term.kind} has no order; use = or !=")
        _check_choice(left_term, right)
        _check_choice(right_term, left)
        return replace(node, left=left, right=right)

    def _call(self, node: Call) -> tuple[Node, Term]:
        if node.function == "if":
            return self._if(node)
        if node.function == "coalesce":
            resolved = [self.node(argument) for argument in node.arguments]
            arguments = tuple(argument for argument, _ in resolved)
            return replace(node, arguments=arguments), _common([term for _, term in resolved])
        if node.function == "selected":
            return self._selected(node), Term(Kind.TRUTH)
        kinds, result = _SIGNATURES[node.function]
        only = self._of_kind(node.arguments[0], kinds, f"{node.function}()")
        return replace(node, arguments=(only,)), Term(result)

    def _if(self, node: Call) -> tuple[Node, Term]:
        condition = self._of_kind(node.arguments[0], {Kind.TRUTH}, "if()")
        (first, first_term), (second, second_term) = map(self.node, node.arguments[1:])
        term = _common([first_term, second_term])
        return replace(node, arguments=(condition, first, second)), term

    def _selected(self, node: Call) -> Node:
        chosen, term = self.node(node.arguments[0])
        name = node.arguments[1]
        if term.kind not in {Kind.CHOICE, Kind.CHOICES}:
            raise ExpressionError(f"selected() asks about choices, not {term.kind}")
        if not isinstance(name, Literal) or not isinstance(name.value, str):
            raise ExpressionError("selected() takes the name of a choice in quotes")
        _check_choice(term, name)
        return replace(node, arguments=(chosen, name))


_SIGNATURES: Mapping[str, tuple[set[Kind], Kind]] = {
    "not": ({Kind.TRUTH}, Kind.TRUTH),
    "count-selected": ({Kind.CHOICES}, Kind.NUMBER),
    "string-length": (_TEXTS, Kind.NUMBER),
}


def _kind_of(node: Literal) -> Kind:
    if isinstance(node.value, bool):
        return Kind.TRUTH
    if isinstance(node.value, int | float):
        return Kind.NUMBER
    return Kind.DATE if isinstance(node.value, date) else Kind.TEXT


def _as_date(node: Node, term: Term, other: Term) -> tuple[Node, Term]:
    """Read a quoted text as a date where it stands beside one."""
    if other.kind is not Kind.DATE or not isinstance(node, Literal) or term.kind is not Kind.TEXT:
        return node, term
    if node.value == "":
        return node, term
    day = first_day(node.value)
    if day is None:
        raise ExpressionError("the text compared with a date is no date")
    return Literal(day), Term(Kind.DATE)


def _is_empty_text(node: Node) -> bool:
    return isinstance(node, Literal) and node.value == ""


def _check_choice(term: Term, node: Node) -> None:
    if term.choices is None or not isinstance(node, Literal) or node.value in term.choices:
        return
    raise ExpressionError(f"there is no choice '{node.value}' in the list of this question")


def _common(terms: list[Term]) -> Term:
    kinds = {term.kind for term in terms}
    if len(kinds) == 1:
        return Term(kinds.pop())
    if kinds <= _TEXTS:
        return _NO_TERM
    raise ExpressionError("the values to choose between are of different kinds")
