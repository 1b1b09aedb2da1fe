"""The parts that a form's expression is made of, and what each is worth; reads no text.

What is not answered stays empty on its way up: a comparison with nothing is nothing, ``and`` and
``or`` decide only where the other side does not matter, and only ``coalesce`` and a comparison with
the empty text ``''`` see an empty answer. Evaluating takes time in proportion to the expression and
to the answers that it names.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from intake.domain.answers import Answer, AnswerSheet
from intake.domain.edtf import parse as parse_date

Value = str | int | float | bool | date | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression may look at.

    Attributes:
        answers: Answers by field name: those of the same record, then those of the interview.
        today: The current day.
        own: The answer that a constraint judges (``.``).
    """

    answers: AnswerSheet
    today: date
    own: Answer | None = None


@dataclass(frozen=True, slots=True)
class Literal:
    """A fixed value."""

    value: Value

    def evaluate(self, _context: Context) -> Value:
        """Return the value."""
        return self.value


@dataclass(frozen=True, slots=True)
class Reference:
    """The answer to a question, or the answer at hand.

    Attributes:
        name: Field name; empty for the answer at hand.
        is_date: The answer is a date; known once the expression was held against its form.
    """

    name: str
    is_date: bool = False

    def evaluate(self, context: Context) -> Value:
        """Return the answer; a date as its earliest day, nothing when it is missing."""
        answer = context.answers.get(self.name) if self.name else context.own
        if answer is None or answer.value is None:
            return None
        return first_day(answer.value) if self.is_date else answer.value


@dataclass(frozen=True, slots=True)
class Today:
    """The current day."""

    def evaluate(self, context: Context) -> Value:
        """Return the current day."""
        return context.today


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two values held against each other."""

    sign: str
    left: Node
    right: Node

    def evaluate(self, context: Context) -> Value:
        """Return whether it holds; nothing when either side is empty or they do not compare."""
        left, right = self.left.evaluate(context), self.right.evaluate(context)
        if "" in (left, right) and self.sign in {"=", "!="}:
            return (left in {None, ""} and right in {None, ""}) == (self.sign == "=")
        return _compare(self.sign, left, right)


@dataclass(frozen=True, slots=True)
class Every:
    """``and``: holds when all parts hold."""

    parts: tuple[Node, ...]

    def evaluate(self, context: Context) -> Value:
        """Return whether all hold; false as soon as one is false, else nothing if one is empty."""
        values = [part.evaluate(context) for part in self.parts]
        if any(value is False for value in values):
            return False
        return True if all(value is True for value in values) else None


@dataclass(frozen=True, slots=True)
class Some:
    """``or``: holds when one part holds."""

    parts: tuple[Node, ...]

    def evaluate(self, context: Context) -> Value:
        """Return whether one holds; true as soon as one is true, else nothing if one is empty."""
        values = [part.evaluate(context) for part in self.parts]
        if any(value is True for value in values):
            return True
        return False if all(value is False for value in values) else None


@dataclass(frozen=True, slots=True)
class Call:
    """One of the functions in ``FUNCTIONS``."""

    function: str
    arguments: tuple[Node, ...]

    def evaluate(self, context: Context) -> Value:
        """Return what the function gives; nothing when a value it needs is empty."""
        values = [argument.evaluate(context) for argument in self.arguments]
        if self.function == "coalesce":
            return next((value for value in values if value is not None), None)
        if self.function == "if":
            return _choose(*values)
        if any(value is None for value in values):
            return None
        return _SIMPLE[self.function](*values)


@dataclass(frozen=True, slots=True)
class Match:
    """``regex``: the whole text fits a pattern (RE2: time in proportion to the text)."""

    subject: Node
    pattern: str
    compiled: Any = field(repr=False, compare=False)

    def evaluate(self, context: Context) -> Value:
        """Return whether the whole text fits; nothing when it is empty or no text."""
        subject = self.subject.evaluate(context)
        if not isinstance(subject, str):
            return None
        return self.compiled.fullmatch(subject) is not None


Node = Literal | Reference | Today | Comparison | Every | Some | Call | Match


def walk(node: Node) -> Iterator[Node]:
    """Yield a node and all nodes below it."""
    yield node
    for below in _below(node):
        yield from walk(below)


def _below(node: Node) -> tuple[Node, ...]:
    if isinstance(node, Comparison):
        return (node.left, node.right)
    if isinstance(node, Every | Some):
        return node.parts
    if isinstance(node, Call):
        return node.arguments
    return (node.subject,) if isinstance(node, Match) else ()


def first_day(value: object) -> date | None:
    """Return the earliest day of a date as stored; nothing when it is open or no date."""
    if not isinstance(value, str):
        return None
    try:
        return parse_date(value).earliest
    except ValueError:
        return None


_ORDER: Mapping[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def _compare(sign: str, left: Value, right: Value) -> bool | None:
    orders = sign not in {"=", "!="}
    if isinstance(left, date) or isinstance(right, date) or (orders and isinstance(left, str)):
        left = left if isinstance(left, date) else first_day(left)
        right = right if isinstance(right, date) else first_day(right)
    if left is None or right is None or isinstance(left, tuple) or isinstance(right, tuple):
        return None
    if _family(left) is not _family(right) or (orders and isinstance(left, bool)):
        return None
    return _ORDER[sign](left, right)


def _family(value: Value) -> type:
    return float if isinstance(value, int) and not isinstance(value, bool) else type(value)


def _choose(condition: Value, if_true: Value, if_false: Value) -> Value:
    if not isinstance(condition, bool):
        return None
    return if_true if condition else if_false


def _chosen(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),)


def _not(value: Value) -> Value:
    return not value if isinstance(value, bool) else None


_SIMPLE: Mapping[str, Callable[..., Value]] = {
    "not": _not,
    "selected": lambda chosen, name: name in _chosen(chosen),
    "count-selected": lambda chosen: len(_chosen(chosen)),
    "string-length": lambda text: len(str(text)),
}
