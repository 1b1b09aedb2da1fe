"""The question before a case is finalised: what is missing; it finalises nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from PySide6.QtWidgets import QWidget

from intake.domain.case import CaseFile
from intake.forms.definition import FormDefinition
from intake.gui.i18n import translate
from intake.gui.interview.progress import Progress, applies, progress
from intake.gui.interview.unfinished import belongs_to
from intake.gui.interview.views import CaseView
from intake.gui.widgets.labels import Label
from intake.gui.widgets.sheet import Sheet
from intake.gui.words import ChoiceWords

_TOLD_APART = ("case", "consent", "statement")


def missing_parts(
    file: CaseFile, form: FormDefinition, language: str, unfinished: Collection[str] = ()
) -> tuple[str, ...]:
    """Return what a case lacks, a sentence each; empty when nothing is missing.

    Args:
        file: The case as stored.
        form: The questionnaire.
        language: Interface language.
        unfinished: Places of what was typed and cannot be saved as it is.
    """
    parts = []
    unsaved = [
        section.label.get(language) or section.name
        for section in form.sections
        if any(belongs_to(place, section) for place in unfinished)
    ]
    if unsaved:
        text = translate("Finalising", "Something there cannot be saved as written: {sections}.")
        parts.append(text.format(sections=", ".join(unsaved)))
    if file.consent is None or file.consent.given is None:
        parts.append(
            translate("Finalising", "No consent is recorded. Nothing of this case may leave.")
        )
    elif not file.consent.confirmed:
        parts.append(translate("Finalising", "Consent was not asked again at the end."))
    told = [statement for statement in file.statements if statement.text.strip()]
    if not told:
        parts.append(translate("Finalising", "No account is written down."))
    elif not all(statement.final for statement in told):
        parts.append(
            translate("Finalising", "The statement is not finalised; it will be, with the case.")
        )
    open_sections = _open_sections(CaseView(file, form, language))
    if open_sections:
        text = translate("Finalising", "Not done yet: {sections}.")
        parts.append(text.format(sections=", ".join(open_sections)))
    return tuple(parts)


def _open_sections(view: CaseView) -> list[str]:
    found = []
    for section in view.form.sections:
        if section.kind in _TOLD_APART or not applies(section, view):
            continue
        if progress(section, view) is not Progress.DONE:
            found.append(section.label.get(view.language) or section.name)
    return found


def ask_finalising(
    over: QWidget,
    found: tuple[CaseFile, Mapping[str, str]],
    *,
    words: ChoiceWords,
    go_on: Callable[[], object],
) -> None:
    """Ask whether a case is finalised as it is; go on at once when nothing is missing.

    Args:
        over: A widget of the window to cover.
        found: The case as stored, and what was typed into it and is no answer yet.
        words: Hold the questionnaire and the interface language.
        go_on: Finalises the case.
    """
    file, unfinished = found
    if words.form is None:
        parts: tuple[str, ...] = ()
    else:
        parts = missing_parts(file, words.form, words.language, unfinished)
    if not parts:
        go_on()
        return
    sheet = Sheet(
        over,
        translate("Finalising", "Finalise {code} as it is?").format(code=file.case.code),
        translate("Finalising", "Something is missing. You can reopen the case later."),
        affirmative=translate("Finalising", "Finalise all the same"),
        cancel=translate("Finalising", "Go back"),
    )
    for part in parts:
        sheet.body.addWidget(Label(f"\u2013 {part}"))
    sheet.accepted.connect(go_on)
    sheet.open()
