"""Reasons for marks in words: short for a column, whole for a tooltip and a screen reader."""

from __future__ import annotations

from intake.gui.i18n import noop, translate
from intake.redaction.names.declensions import Case, Gender
from intake.redaction.reasons import Cue, Inflection, Manner, Part, Reason, Script

PART_WORDS = {
    Part.FULL_NAME: noop("reasons", "full name"),
    Part.SURNAME: noop("reasons", "surname"),
    Part.GIVEN_NAME: noop("reasons", "given name"),
    Part.PATRONYMIC: noop("reasons", "patronymic"),
    Part.GIVEN_AND_PATRONYMIC: noop("reasons", "given name and patronymic"),
    Part.SURNAME_AND_INITIALS: noop("reasons", "surname and initials"),
    Part.INITIALS: noop("reasons", "initials"),
    Part.NAME: noop("reasons", "name"),
    Part.ALIAS: noop("reasons", "nickname"),
    Part.PHONE: noop("reasons", "telephone number"),
    Part.EMAIL: noop("reasons", "e-mail address"),
    Part.HANDLE: noop("reasons", "user name"),
    Part.DOCUMENT: noop("reasons", "number of a document"),
    Part.BIRTH_DATE: noop("reasons", "date of birth"),
    Part.MENTIONED: noop("reasons", "mentioned in the record"),
}
CASE_WORDS = {
    Case.NOMINATIVE: noop("reasons", "nominative"),
    Case.GENITIVE: noop("reasons", "genitive"),
    Case.DATIVE: noop("reasons", "dative"),
    Case.ACCUSATIVE: noop("reasons", "accusative"),
    Case.INSTRUMENTAL: noop("reasons", "instrumental"),
    Case.LOCATIVE: noop("reasons", "locative"),
    Case.VOCATIVE: noop("reasons", "vocative"),
}
SCRIPT_WORDS = {
    Script.LATIN: noop("reasons", "in Latin letters"),
    Script.CYRILLIC: noop("reasons", "in Cyrillic letters"),
    Script.ARABIC: noop("reasons", "in Arabic letters"),
    Script.HEBREW: noop("reasons", "in Hebrew letters"),
    Script.GEORGIAN: noop("reasons", "in Georgian letters"),
    Script.ARMENIAN: noop("reasons", "in Armenian letters"),
    Script.GREEK: noop("reasons", "in Greek letters"),
}
GENDER_WORDS = {
    Gender.WOMAN: noop("reasons", "the form for a woman"),
    Gender.MAN: noop("reasons", "the form for a man"),
}
CUE_WORDS = {
    Cue.TITLE: noop("reasons", "behind a title"),
    Cue.SENTENCE_START: noop("reasons", "at the start of a sentence"),
}
_SHORT = {
    Manner.RECORDED: noop("reasons", "as recorded"),
    Manner.ENDING: noop("reasons", "another ending"),
    Manner.SPELLING: noop("reasons", "another spelling"),
    Manner.OTHER_FORM: noop("reasons", "another form"),
    Manner.INSIDE: noop("reasons", "inside a longer word"),
    Manner.SPLIT: noop("reasons", "cut or spaced out"),
}
_FULL = {
    Manner.RECORDED: noop("reasons", "It is written as it is recorded."),
    Manner.ENDING: noop("reasons", "Its ending is not the recorded one."),
    Manner.SPELLING: noop("reasons", "It is spelled otherwise than recorded."),
    Manner.OTHER_FORM: noop(
        "reasons", "It is another form of the recorded name: short, fond, or of another language."
    ),
    Manner.INSIDE: noop("reasons", "It stands inside a longer word."),
    Manner.SPLIT: noop("reasons", "It is cut or spaced out."),
}
# More cases than these say little in a column.
_MOST_CASES = 2


def in_short(reason: Reason) -> str:
    """Return a reason for the column, ``P2: surname, instrumental``; empty without a part."""
    if reason.part is None:
        return ""
    who = _or(list(reason.codes))
    if not reason.is_sure:
        who = translate("reasons", "perhaps {who}").format(who=who)
    part = translate("reasons", PART_WORDS[reason.part])
    how = _how(reason)
    if not how:
        return translate("reasons", "{who}: {part}").format(who=who, part=part)
    told = translate("reasons", "{who}: {part}, {how}")
    return told.format(who=who, part=part, how=how)


def in_full(reason: Reason) -> str:
    """Return all that a reason says, in sentences; empty without a part."""
    if reason.part is None:
        return ""
    part = translate("reasons", PART_WORDS[reason.part])
    sure = translate("reasons", "This leads to {who}: {part}.")
    perhaps = translate("reasons", "This may lead to {who}: {part}.")
    first = sure if reason.is_sure else perhaps
    told = [first.format(who=_or(list(reason.codes)), part=part)]
    if reason.script is not None and reason.recorded is not None:
        told.append(
            translate("reasons", "Written {script}; recorded {recorded}.").format(
                script=translate("reasons", SCRIPT_WORDS[reason.script]),
                recorded=translate("reasons", SCRIPT_WORDS[reason.recorded]),
            )
        )
    if reason.manner in _FULL:
        told.append(translate("reasons", _FULL[reason.manner]))
    told += [_sentence(inflection) for inflection in reason.inflections]
    return " ".join(told)


def with_cue(words: str, cue: Cue | None) -> str:
    """Return a general reason with what stands before the words."""
    if cue is None or not words:
        return words
    told = translate("reasons", "{reason}, {cue}")
    return told.format(reason=words, cue=translate("reasons", CUE_WORDS[cue]))


def _how(reason: Reason) -> str:
    """Return how it was recognised, in few words."""
    if reason.manner is Manner.ENDING and reason.inflections:
        first, *other = [_few(inflection) for inflection in reason.inflections]
        told = translate("reasons", "{cases}, or {form}")
        return told.format(cases=first, form=other[0]) if other else first
    if reason.script is not None:
        return translate("reasons", SCRIPT_WORDS[reason.script])
    return translate("reasons", _SHORT[reason.manner]) if reason.manner in _SHORT else ""


def _few(inflection: Inflection) -> str:
    if inflection.form_for is not None:
        return translate("reasons", GENDER_WORDS[inflection.form_for])
    if len(inflection.cases) > _MOST_CASES:
        return translate("reasons", _SHORT[Manner.ENDING])
    return _cases(inflection)


def _sentence(inflection: Inflection) -> str:
    if inflection.form_for is None:
        return translate("reasons", "Case: {cases}.").format(cases=_cases(inflection))
    form = translate("reasons", GENDER_WORDS[inflection.form_for])
    if inflection.cases == (Case.NOMINATIVE,):
        return translate("reasons", "It can be {form}.").format(form=form)
    told = translate("reasons", "It can be {form} ({cases}).")
    return told.format(form=form, cases=_cases(inflection))


def _cases(inflection: Inflection) -> str:
    return _or([translate("reasons", CASE_WORDS[case]) for case in inflection.cases])


def _or(choices: list[str]) -> str:
    """Return choices in a row, ``a, b or c``."""
    *first, last = choices
    if not first:
        return last
    return translate("reasons", "{first} or {last}").format(first=", ".join(first), last=last)
