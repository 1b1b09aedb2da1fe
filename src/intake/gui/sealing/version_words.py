"""Where two versions of a case differ, in words: places and values of a case's document."""

from __future__ import annotations

from intake.domain.case import CaseStatus
from intake.gui.i18n import noop, translate
from intake.gui.interview import consent_words
from intake.gui.words import ChoiceWords, iso_day_word, status_word

_NOWHERE = frozenset({"answers", "uses"})
_PLACES = {
    "persons": noop("Conflict", "Person"),
    "role": noop("Conflict", "role"),
    "events": noop("Conflict", "Event"),
    "victims": noop("Conflict", "victims"),
    "perpetrators": noop("Conflict", "perpetrators"),
    "missing": noop("Conflict", "why there is no answer"),
    "statements": noop("Conflict", "Statement"),
    "text": noop("Conflict", "text"),
    "final": noop("Conflict", "finished"),
    "reviewed": noop("Conflict", "reviewed"),
    "language": noop("Conflict", "language"),
    "field": noop("Conflict", "question"),
    "status": noop("Conflict", "Status"),
    "project": noop("Conflict", "Project"),
    "never_name": noop("Conflict", "May never be named"),
    "consent": noop("Conflict", "Consent"),
    "given": noop("Conflict", "given on"),
    "confirmed": noop("Conflict", "confirmed on"),
    "how": noop("Conflict", "how"),
    "decided_by": noop("Conflict", "who decided"),
    "text_version": noop("Conflict", "version of the text"),
    "acts": noop("Conflict", "what is allowed in the interview"),
    "level": noop("Conflict", "how far"),
    "recipients": noop("Conflict", "to whom"),
    "until": noop("Conflict", "until"),
    "embargo": noop("Conflict", "not before"),
    "withhold": noop("Conflict", "left out"),
    "conditions": noop("Conflict", "conditions"),
    "conditions_met": noop("Conflict", "conditions are met"),
    "withhold_note": noop("Conflict", "what else is left out"),
    "withdrawn": noop("Conflict", "taken back"),
    "day": noop("Conflict", "on"),
    "what": noop("Conflict", "for what"),
    "erase": noop("Conflict", "the case is to be erased"),
}
_USES = {use.value: text for use, text in consent_words.USES.items()}
_VALUES: dict[str, dict[str, str]] = {
    "how": {way.value: text for way, text in consent_words.WAYS.items()},
    "decided_by": {each.value: text for each, text in consent_words.DECIDERS.items()},
    "acts": {act.value: text for act, text in consent_words.ACTS.items()},
    "level": {level.label: text for level, text in consent_words.LEVELS.items()},
    "recipients": {group.value: text for group, text in consent_words.GROUPS.items()},
    "what": _USES,
}
_DAYS = frozenset({"given", "confirmed", "until", "embargo", "day"})


def place_words(place: str, words: ChoiceWords) -> str:
    """Return a place in the words of the questionnaire and of consent.

    Args:
        place: As ``parcels.Difference`` has it, ``persons.P1.answers.age``.
        words: Labels of the questionnaire.
    """
    told = (_part(part, words) for part in place.split(".") if part not in _NOWHERE)
    return "  \u203a  ".join(told)


def _part(part: str, words: ChoiceWords) -> str:
    if part in _PLACES:
        return translate("Conflict", _PLACES[part])
    if part in _USES:
        return consent_words.word(_USES[part])
    return words.question(part) or part


def value_words(place: str, text: str, words: ChoiceWords) -> str:
    """Return a value in words, as far as it is a choice, a day, or yes or no."""
    question = place.rpartition(".")[2]
    if not text:
        return translate("Conflict", "nothing")
    if place == "status":
        return status_word(CaseStatus(text))
    if text in {"True", "False"}:
        return translate("Conflict", "yes") if text == "True" else translate("Conflict", "no")
    if question in _DAYS:
        return iso_day_word(text)
    known = _VALUES.get(question, {})
    choices = text.split(", ")
    if known:
        return ", ".join(consent_words.word(known.get(each, each)) for each in choices)
    return ", ".join(words.word(question, each) for each in choices)
