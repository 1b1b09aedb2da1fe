"""The small language of ``relevant``, ``constraint`` and ``calculation``; runs no code of a form's.

A grammar reads the text once into nodes (``nodes.py`` says what they are worth); length, depth and
patterns are bounded, so a hostile form costs no more than a long one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast

import re2
from lark import Lark, Token, Transformer, v_args
from lark.exceptions import UnexpectedInput, UnexpectedToken

from intake.forms.nodes import (
    Call,
    Comparison,
    Context,
    Every,
    Literal,
    Match,
    Node,
    Reference,
    Some,
    Today,
    Value,
    first_day,
    walk,
)

__all__ = ["Context", "Expression", "ExpressionError", "Value", "evaluate", "parse"]

LONGEST = 2000
DEEPEST = 32
_PATTERN_MEMORY = 1 << 20

_GRAMMAR = r"""
?start: disjunction
?disjunction: conjunction ("or" conjunction)*
?conjunction: comparison ("and" comparison)*
?comparison: operand [COMPARE operand]
?operand: NUMBER -> number
        | STRING -> text
        | REFERENCE -> reference
        | "." -> own
        | FUNCTION "(" [disjunction ("," disjunction)*] ")" -> call
        | "(" disjunction ")"
COMPARE: "!=" | "<=" | ">=" | "=" | "<" | ">"
NUMBER: /-?[0-9]+(\.[0-9]+)?/
STRING: /'[^']*'|"[^"]*"/
REFERENCE: /\$\{[A-Za-z_][A-Za-z0-9_.-]*\}/
FUNCTION: /[a-z][a-z-]*(?=\s*\()/
%ignore /\s+/
"""


class ExpressionError(ValueError):
    """An expression cannot be read or does not fit the questions it names; says why, plainly."""


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression that has been read.

    Attributes:
        text: As it stands in the form.
        names: Field names that it looks at.
    """

    text: str
    root: Node
    names: frozenset[str]


def parse(text: str) -> Expression:
    """Read an expression.

    Raises:
        ExpressionError: It is none, too long or too deep; the message says where.
    """
    if len(text) > LONGEST:
        raise ExpressionError(f"the expression is longer than {LONGEST} characters")
    if _depth(text) > DEEPEST:
        raise ExpressionError(f"the expression has more than {DEEPEST} brackets inside each other")
    try:
        root = cast("Node", _PARSER.parse(text))  # the transformer makes nodes instead of trees
    except UnexpectedInput as error:
        raise ExpressionError(_where(error)) from None
    names = frozenset(node.name for node in walk(root) if isinstance(node, Reference) and node.name)
    return Expression(text, root, names)


def evaluate(expression: Expression, context: Context) -> Value:
    """Return the value of an expression; ``None`` when answers that it needs are missing."""
    return expression.root.evaluate(context)


# Function name to the fewest and the most values that it takes.
FUNCTIONS: Mapping[str, tuple[int, int]] = {
    "not": (1, 1),
    "selected": (2, 2),
    "count-selected": (1, 1),
    "string-length": (1, 1),
    "coalesce": (2, 8),
    "if": (3, 3),
    "regex": (2, 2),
    "date": (1, 1),
    "today": (0, 0),
    "true": (0, 0),
    "false": (0, 0),
}


@v_args(inline=True)
class _Builder(Transformer[Token, Node]):
    """Makes nodes while the text is read, so that no tree is walked afterwards."""

    def number(self, token: Token) -> Node:
        return Literal(float(token) if "." in token else int(token))

    def text(self, token: Token) -> Node:
        return Literal(str(token)[1:-1])

    def reference(self, token: Token) -> Node:
        return Reference(str(token)[2:-1])

    def own(self) -> Node:
        return Reference("")

    def comparison(self, left: Node, sign: Token | None, right: Node | None) -> Node:
        return left if sign is None or right is None else Comparison(str(sign), left, right)

    def conjunction(self, *parts: Node) -> Node:
        return Every(parts)

    def disjunction(self, *parts: Node) -> Node:
        return Some(parts)

    def call(self, token: Token, *arguments: Node | None) -> Node:
        return _call(str(token), tuple(node for node in arguments if node is not None))


def _call(function: str, arguments: tuple[Node, ...]) -> Node:
    if function not in FUNCTIONS:
        raise ExpressionError(f"there is no function {function}()")
    fewest, most = FUNCTIONS[function]
    if not fewest <= len(arguments) <= most:
        raise ExpressionError(f"{function}() takes {_count(fewest, most)}, not {len(arguments)}")
    if function == "today":
        return Today()
    if function in {"true", "false"}:
        return Literal(function == "true")
    if function == "date":
        return Literal(_fixed_day(arguments[0]))
    if function == "regex":
        return _match(*arguments)
    return Call(function, arguments)


def _count(fewest: int, most: int) -> str:
    number = str(most) if fewest == most else f"{fewest} to {most}"
    return "1 value" if number == "1" else f"{number} values"


def _fixed_day(node: Node) -> date:
    day = first_day(node.value) if isinstance(node, Literal) else None
    if day is None:
        raise ExpressionError("date() takes a date in quotes, such as '2020-08-09'")
    return day


def _match(subject: Node, pattern: Node) -> Node:
    if not (isinstance(pattern, Literal) and isinstance(pattern.value, str)):
        raise ExpressionError("regex() takes its pattern in quotes")
    options = re2.Options()
    options.log_errors = False
    options.max_mem = _PATTERN_MEMORY
    try:
        compiled = re2.compile(pattern.value, options)
    except re2.error:
        raise ExpressionError("the pattern of regex() cannot be read") from None
    return Match(subject, pattern.value, compiled)


def _depth(text: str) -> int:
    """Return how many brackets stand inside each other, quoted text left out."""
    deepest = depth = 0
    quote = ""
    for char in text:
        if quote:
            quote = "" if char == quote else quote
        elif char in "'\"":
            quote = char
        elif char == "(":
            depth += 1
            deepest = max(deepest, depth)
        elif char == ")":
            depth -= 1
    return deepest


def _where(error: UnexpectedInput) -> str:
    if isinstance(error, UnexpectedToken) and error.token.type == "$END":
        return "the expression ends too early"
    line = f" of line {error.line}" if error.line > 1 else ""
    return f"the expression cannot be read at character {error.column}{line}"


_PARSER = Lark(_GRAMMAR, parser="lalr", transformer=_Builder(), maybe_placeholders=True)
