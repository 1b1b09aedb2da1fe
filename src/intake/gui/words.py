"""Names of the domain's values in the interface language; labels of choices come from the form."""

from __future__ import annotations

from PySide6.QtCore import QDate, QDateTime, QLocale, Qt

from intake.domain.case import CaseStatus, CaseSummary
from intake.forms.definition import FormDefinition, QuestionKind
from intake.gui.i18n import translate

_COUNTRIES = "country"  # the list whose names are the codes of countries
_MONTH_LENGTH = len("2022-05")


def status_word(status: CaseStatus) -> str:
    """Return where a case stands, as a word."""
    words = {
        CaseStatus.DRAFT: translate("Words", "Draft"),
        CaseStatus.FINALISED: translate("Words", "Finalised"),
        CaseStatus.SEALED: translate("Words", "Sealed"),
        CaseStatus.WITHDRAWN: translate("Words", "Withdrawn"),
    }
    return words[status]


def partly_word(summary: CaseSummary) -> str:
    """Return that some uses of a case were taken back and others stand; empty when it is not so."""
    is_whole = summary.status in (CaseStatus.WITHDRAWN, CaseStatus.SEALED)
    if not summary.withdrawn or is_whole:
        return ""
    return translate("Words", "Partly withdrawn")


def versions_word(summary: CaseSummary) -> str:
    """Return that another version of a case waits for a decision; empty when it is not so."""
    return translate("Words", "Two versions") if summary.two_versions else ""


def day_word(at: QDateTime) -> str:
    """Return a moment as briefly as a list needs: the time today, else the day."""
    local = at.toLocalTime()
    if local.date() == QDate.currentDate():
        return QLocale().toString(local.time(), "HH:mm")
    if local.date().year() == QDate.currentDate().year():
        return QLocale().toString(local.date(), "d MMM")
    return QLocale().toString(local.date(), "d MMM yyyy")


def month_word(month: str) -> str:
    """Return ``2022-05`` as a name of the month with the year; other texts as they are."""
    day = QDate.fromString(f"{month}-01", Qt.DateFormat.ISODate)
    if len(month) != _MONTH_LENGTH or not day.isValid():
        return month
    return f"{QLocale().standaloneMonthName(day.month())} {day.year()}"


def iso_day_word(day: str) -> str:
    """Return an ISO day written out; partial EDTF dates as they are."""
    date = QDate.fromString(day, Qt.DateFormat.ISODate)
    return day_in_words(date) if date.isValid() else day


def day_in_words(day: QDate) -> str:
    """Return a day written out, the same wherever days are told."""
    return QLocale().toString(day, "d MMMM yyyy")


class ChoiceWords:
    """Labels of stored choice names, once the questionnaire has been read.

    Args:
        language: Interface language.
    """

    def __init__(self, language: str = "en") -> None:
        self.language = language
        self._form: FormDefinition | None = None

    def use(self, form: FormDefinition) -> None:
        """Take the labels of this questionnaire."""
        self._form = form

    @property
    def form(self) -> FormDefinition | None:
        """The questionnaire, once it has been read."""
        return self._form

    def question(self, name: str) -> str:
        """Return the label of a question, empty for what is none."""
        if self._form is None:
            return ""
        try:
            asked = self._form.question(name)
        except KeyError:
            return ""
        return asked.label.get(self.language)

    def word(self, question: str, name: str) -> str:
        """Return the label of a choice, or the name itself while there is none."""
        if self._form is None or not name:
            return name
        try:
            asked = self._form.question(question)
        except KeyError:
            return name
        choices = asked.choices
        if asked.kind is QuestionKind.PLACE:
            choices = self._form.choices.get(_COUNTRIES, choices)
        choice = choices.by_name.get(name)
        return (choice.label.get(self.language) if choice else "") or name
