"""Judges answers against their questions, and says which questions are asked; stores nothing.

A problem's reason is plain English without a word of the answer; windows show the form's own
message or translate by ``kind``.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from difflib import get_close_matches
from enum import StrEnum

from intake.domain.answers import NOT_ASKED, Answer, Missing, Value
from intake.domain.edtf import parse as parse_date
from intake.forms.definition import (
    NO_TEXT,
    FormDefinition,
    Owner,
    Question,
    QuestionKind,
    Section,
    Texts,
)
from intake.forms.expressions import Context, evaluate

MOST_NAMED = 60  # choices that a message names: all of any list but the countries
_NEAREST = 10  # choices of a longer list that it names
LONGEST_LINE = 500
LONGEST_TEXT = 20_000
MOST_TEXTS = 100
LARGEST_NUMBER = 10**9

_NOT_ANSWERED_HERE = frozenset({QuestionKind.NOTE, QuestionKind.IMAGE, QuestionKind.NARRATIVE})
_LONG = frozenset({QuestionKind.LONG_TEXT})


class ProblemKind(StrEnum):
    """What is wrong with an answer."""

    WRONG_TYPE = "wrong_type"
    UNKNOWN_CHOICE = "unknown_choice"
    BAD_DATE = "bad_date"
    TOO_LONG = "too_long"
    BAD_CHARACTERS = "bad_characters"
    CONSTRAINT = "constraint"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with an answer.

    Attributes:
        reason: What to correct, in plain English.
        message: The form's own words for it; empty without any.
    """

    kind: ProblemKind
    reason: str
    message: Texts = NO_TEXT


def validate(question: Question, answer: Answer, context: Context) -> tuple[Problem, ...]:
    """Return what is wrong with an answer; nothing for one that is missing.

    Args:
        question: What was asked.
        answer: What was answered.
        context: Other answers and the day; its own answer is not looked at.
    """
    if answer.value is None:
        return ()
    problem = _fault(question, answer.value)
    if problem is not None:
        return (problem,)
    if question.constraint is None:
        return ()
    held = evaluate(question.constraint, Context(context.answers, context.today, answer))
    if held is not False:
        return ()
    reason = question.constraint_message.get("en") or "the answer lies outside what is possible"
    return (Problem(ProblemKind.CONSTRAINT, reason, question.constraint_message),)


def is_relevant(item: Question | Section, context: Context) -> bool:
    """Return whether a question or section is asked; not while what decides it is unanswered."""
    return item.relevant is None or evaluate(item.relevant, context) is True


def calculate(question: Question, context: Context) -> Answer | None:
    """Return the answer that a calculation gives; ``None`` without one or while it is empty."""
    if question.calculation is None:
        return None
    value = evaluate(question.calculation, context)
    if value is None or value == "":
        return None
    if isinstance(value, date):
        return Answer(value.isoformat())
    return Answer(value)


def check_answer(
    form: FormDefinition, section: str, name: str, raw: object, *, today: date | None = None
) -> Answer:
    """Return the answer that a value of the interchange stands for.

    Args:
        form: The questionnaire.
        section: Name of the section that the answer belongs to (``acts``, ``identity`` ...); empty
            for the answers of an interview.
        name: Field name.
        raw: A value out of JSON; ``{"missing": "declined"}`` for no answer. An empty list means
            that nothing was recorded.
        today: The current day, for constraints that look at it.

    Raises:
        ValueError: The key is unknown or the value does not fit; the message names the key and
            never repeats the value.
    """
    question = _question_for(form, section, name)
    if raw == []:
        return NOT_ASKED
    answer = _missing(name, raw) if isinstance(raw, dict) else _answer(question, raw)
    context = Context({}, today or datetime.now(UTC).date())
    problems = validate(question, answer, context)
    if problems:
        raise _refusal(name, problems[0].reason)
    return answer


def _refusal(name: str, reason: str) -> ValueError:
    return ValueError(f"{name}: {reason.rstrip('.')}")


def _question_for(form: FormDefinition, section: str, name: str) -> Question:
    places: Iterable[Section] = form.sections
    if section:
        places = [place for place in places if place.name == section]
    else:
        places = [place for place in places if place.owner is Owner.INTERVIEW]
    for place in places:
        for question in place.items:
            if question.name == name and question.kind not in _NOT_ANSWERED_HERE:
                return question
    raise _refusal(name, "there is no such question here")


def _missing(name: str, raw: dict[object, object]) -> Answer:
    reason = raw.get("missing")
    if set(raw) != {"missing"} or not isinstance(reason, str) or reason not in set(Missing):
        known = ", ".join(Missing)
        raise _refusal(name, f"a missing answer is an object with missing: one of {known}")
    return Answer(missing=Missing(reason))


def _answer(question: Question, raw: object) -> Answer:
    """Return the answer in the form in which it is stored; what does not fit stays as it is."""
    value = _plain(question, raw)
    if value is None or value == "":
        raise _refusal(question.name, "no value; leave the key out, or give an object with missing")
    return Answer(value)


def _plain(question: Question, raw: object) -> Value | None:
    if isinstance(raw, list):
        if not all(isinstance(item, str) for item in raw):
            raise _refusal(question.name, "a list holds texts only")
        stripped = tuple(str(item).strip() for item in raw)
        return stripped if _takes_several(question) or len(stripped) != 1 else stripped[0]
    if isinstance(raw, str):
        text = raw.strip()
        return (text,) if text and _takes_several(question) else text
    if isinstance(raw, float) and question.kind is QuestionKind.INTEGER and raw.is_integer():
        return int(raw)
    if isinstance(raw, bool) or not isinstance(raw, int | float | None):
        raise _refusal(question.name, "this kind of value is not used here")
    return raw


def _takes_several(question: Question) -> bool:
    return question.kind is QuestionKind.SELECT_MULTIPLE or question.accepts_several


def _fault(question: Question, value: Value) -> Problem | None:
    if question.kind in _NOT_ANSWERED_HERE:
        return Problem(ProblemKind.WRONG_TYPE, "this is not answered here")
    if question.kind in {QuestionKind.INTEGER, QuestionKind.NUMBER}:
        return _number_fault(question, value)
    if isinstance(value, tuple) != _takes_several(question):
        several = "several values" if _takes_several(question) else "one value"
        return Problem(ProblemKind.WRONG_TYPE, f"this question takes {several}")
    texts = value if isinstance(value, tuple) else (value,)
    if len(texts) > MOST_TEXTS or len(set(texts)) < len(texts):
        return Problem(ProblemKind.WRONG_TYPE, "values stand there twice, or there are too many")
    faults = (_text_fault(question, text) for text in texts)
    return next((fault for fault in faults if fault is not None), None)


def _number_fault(question: Question, value: Value) -> Problem | None:
    whole = question.kind is QuestionKind.INTEGER
    if isinstance(value, bool) or not isinstance(value, int if whole else int | float):
        needed = "a whole number" if whole else "a number"
        return Problem(ProblemKind.WRONG_TYPE, f"this question takes {needed}")
    # The size first: a whole number of hundreds of digits is no float that could be finite.
    if abs(value) > LARGEST_NUMBER or math.isnan(value):
        return Problem(ProblemKind.WRONG_TYPE, "the number is too large")
    return None


def _text_fault(question: Question, text: object) -> Problem | None:
    if not isinstance(text, str) or not text:
        return Problem(ProblemKind.WRONG_TYPE, "this question takes text")
    longest = LONGEST_TEXT if question.kind in _LONG else LONGEST_LINE
    if len(text) > longest:
        return Problem(ProblemKind.TOO_LONG, f"the text is longer than {longest} characters")
    if any(_is_unsuitable(char) for char in text):
        return Problem(ProblemKind.BAD_CHARACTERS, "the text holds control characters")
    if question.choice_list and not question.accepts_new_choices:
        if text not in question.choices.by_name:
            known = some_of(question.choices.by_name, text)
            reason = f"not in the list {question.choice_list}; choose one of {known}"
            return Problem(ProblemKind.UNKNOWN_CHOICE, reason)
    elif question.kind is QuestionKind.DATE:
        return _date_fault(text)
    return None


def some_of(names: Iterable[str], meant: object = "") -> str:
    """Return a list in words: all of it, or of a long one the nearest names and how many more.

    Args:
        names: The choices.
        meant: What was written in place of one; it is never repeated.
    """
    every = list(names)
    if len(every) <= MOST_NAMED:
        return ", ".join(every)
    near = get_close_matches(str(meant)[:LONGEST_LINE], every, n=_NEAREST, cutoff=0.5)
    shown = [*near, *(name for name in every if name not in near)][:_NEAREST]
    return f"{', '.join(shown)} and {len(every) - len(shown)} more"


def _is_unsuitable(char: str) -> bool:
    """Tell whether a character cannot be stored or shown: controls, halves of surrogate pairs."""
    return (char < " " and char not in "\t\r\n") or char == "\x7f" or "\ud800" <= char <= "\udfff"


def _date_fault(text: str) -> Problem | None:
    try:
        parse_date(text)
    except ValueError as error:
        return Problem(ProblemKind.BAD_DATE, str(error))
    return None
