"""Answers and the four ways in which an answer can be missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

Value = str | int | float | tuple[str, ...]


class Missing(StrEnum):
    """Why there is no answer; four different facts that must not be confused."""

    NOT_ASKED = "not_asked"
    UNKNOWN = "unknown"
    DECLINED = "declined"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: either a value or the reason why there is none.

    Attributes:
        value: Text, an EDTF level 1 date, a choice name (``str``), a number, or several choice
            names or texts (``tuple``); ``None`` when missing.
        missing: The reason when there is no value.
    """

    value: Value | None = None
    missing: Missing | None = None

    def __post_init__(self) -> None:
        if (self.value is None) == (self.missing is None):
            raise ValueError("an answer has either a value or a reason why it is missing")

    @property
    def texts(self) -> tuple[str, ...]:
        """The value as a tuple of texts; empty when missing."""
        if self.value is None:
            return ()
        if isinstance(self.value, tuple):
            return self.value
        return (str(self.value),)


AnswerSheet = Mapping[str, Answer]
NOT_ASKED = Answer(missing=Missing.NOT_ASKED)
