"""Where two versions differ is told in the interface language, never by the names of fields."""

from __future__ import annotations

from intake.domain.consent import Withdrawal
from intake.domain.ids import CaseId
from intake.gui.i18n import Interpreter
from intake.gui.sealing.version_words import place_words, value_words
from intake.gui.words import ChoiceWords
from intake.services import cases
from intake.services.documents import as_document
from intake.services.interviews import form
from intake.services.parcels import _places
from intake.services.session import VaultSession


def labels(language: str = "en") -> ChoiceWords:
    words = ChoiceWords(language)
    words.use(form())
    return words


def test_every_place_of_a_case_has_words(
    interpreter: Interpreter, session: VaultSession, case_ids: tuple[CaseId, ...]
) -> None:
    interpreter.speak("be")
    words = labels("be")
    cases.withdraw(session, case_ids[0], Withdrawal(day="2026-11-30", erase=True))
    for case_id in case_ids:
        for place, _ in _places(as_document(session.store.cases.file(case_id))):
            if place.endswith("code"):  # the same in both, or another one by necessity
                continue
            parts = place_words(place, words).split("  \u203a  ")
            assert not [part for part in parts if part.isascii() and part.islower()], place


def test_values_are_told_as_people_say_them(interpreter: Interpreter) -> None:
    words = labels()
    assert value_words("consent.withdrawn.day", "2026-11-30", words) == "30 November 2026"
    assert value_words("consent.uses.analysis.level", "code", words) == "As a record without a name"
    assert value_words("consent.uses.analysis.recipients", "un, team", words) == (
        "United Nations, our team"
    )
    assert value_words("consent.withdrawn.what", "", words) == "nothing"
    interpreter.speak("be")
    assert value_words("consent.withdrawn.erase", "True", words) == "так"
    assert place_words("consent.withdrawn.day", words) == "Згода  \u203a  адклікана  \u203a  калі"
