"""Answers as words: labels of choices, dates written out, lists joined."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from intake.domain.answers import Answer
from intake.domain.edtf import parse as parse_edtf
from intake.forms.definition import Question, QuestionKind
from intake.gui.questions.dates import describe


def answer_words(question: Question, answer: Answer | None, language: str) -> str:
    """Return an answer as it is read aloud; empty when there is none.

    Args:
        question: What was asked.
        answer: What was answered.
        language: Language of the choices' labels.
    """
    if answer is None or answer.value is None:
        return ""
    if isinstance(answer.value, int | float):
        return QLocale().toString(answer.value)
    return ", ".join(_words(question, text, language) for text in answer.texts)


def choice_label(question: Question, name: str, language: str) -> str:
    """Return the label of a choice; the name itself for words of the team's own."""
    choice = question.choices.by_name.get(name)
    return (choice.label.get(language) if choice is not None else "") or name


def _words(question: Question, text: str, language: str) -> str:
    if question.kind is not QuestionKind.DATE:
        return choice_label(question, text, language)
    try:
        return describe(parse_edtf(text))
    except ValueError:
        return text
