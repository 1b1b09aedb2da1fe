"""How a word of a text differs from a recorded word of a name; decides about no text."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from intake.redaction.matches import Way
from intake.redaction.names.classes import variants_of
from intake.redaction.names.declensions import Case, Gender, NamePart, Reading, plain, readings_of
from intake.redaction.names.roles import NamedWord
from intake.redaction.names.sounds import sounds_of
from intake.redaction.reasons import Inflection, Manner, Script
from intake.redaction.source_text import word_key

ALL_CASES = frozenset(Case)
# Surnames that end so stay as they are, and a woman's with a consonant; more is counted than is
# true, so that no case is claimed that a neighbouring word alone would suggest.
_UNINFLECTED = (*"оуюэеєиії", "их", "ых", *"oeu")
_VOWELS = frozenset("аеиоуыэюяіїєaeiouyąęó")
_POSSESSIVE = ("'s", "’s", "ʼs")
_NOTHING = frozenset[Case]()
_SCRIPTS = frozenset(script.value for script in Script)


@dataclass(frozen=True, slots=True)
class Difference:
    """How a word differs from a recorded one.

    Attributes:
        cases: The cases that it can be, the nominative among them; empty when nobody can tell.
        other_form: What it can be as the form for the other gender.
        script: Its alphabet, where it is another than the recorded one.
        recorded: The recorded alphabet, likewise.
    """

    manner: Manner
    cases: frozenset[Case] = _NOTHING
    other_form: Inflection | None = None
    script: Script | None = None
    recorded: Script | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Compares words with one word of a person's name.

    Attributes:
        known: The recorded word.
        gender: Of the person, where the names show it.
        language: Of the text.
    """

    known: NamedWord
    gender: Gender | None
    language: str

    def difference(self, written: str, way: Way) -> Difference:
        """Return how a word that was found in one way differs.

        Args:
            written: The word as it stands in the text.
            way: How it was found.
        """
        word = written.removesuffix(next((s for s in _POSSESSIVE if written.endswith(s)), ""))
        small, known = plain(word), plain(self.known.text)
        cases, other_form = self._inflection(small, known)
        if small == known:
            return Difference(Manner.RECORDED, cases | self._uninflected(small))
        if cases or other_form is not None:
            return Difference(Manner.ENDING, cases, other_form)
        if word_key(word) == word_key(self.known.text):
            return Difference(Manner.RECORDED)
        if way is Way.ENDING:
            return Difference(Manner.ENDING)
        return self._other_word(word, small, way)

    def _other_word(self, word: str, small: str, way: Way) -> Difference:
        """Return how a word differs that is not just the recorded one with an ending."""
        script, recorded = _script_of(word), _script_of(self.known.text)
        if script is None or recorded is None or script is recorded:
            script = recorded = None
        sounds = sounds_of(self.known.text)
        forms = frozenset(plain(form) for form in variants_of(self.known.text))
        cases = self._cases(small, forms.__contains__)
        if way is Way.VARIANT or ((cases or small in forms) and not sounds & sounds_of(word)):
            known = _NOTHING if small in forms else cases
            return Difference(Manner.OTHER_FORM, known, None, script, recorded)
        cases = self._cases(small, lambda lemma: bool(sounds & sounds_of(lemma)))
        known = _NOTHING if small in forms else cases
        manner = Manner.SPELLING if script is None else Manner.SCRIPT
        return Difference(manner, known, None, script, recorded)

    def _inflection(self, small: str, known: str) -> tuple[frozenset[Case], Inflection | None]:
        """Return the cases of the recorded word that a word can be, and of its counterpart."""
        for readings in readings_of(small, self.language):
            mine = [reading for reading in readings if self._is_possible(reading)]
            cases = frozenset(reading.case for reading in mine if reading.lemma == known)
            other = {r.case for r in readings if r.pair == known and self._is_of_part(r)}
            gender = next((r.gender for r in readings if r.pair == known), None)
            if cases or other:
                ordered = tuple(case for case in Case if case in other)
                return cases, Inflection(ordered, gender) if other else None
        return _NOTHING, None

    def _cases(self, small: str, is_same: Callable[[str], bool]) -> frozenset[Case]:
        """Return the cases of a form of the name; none where it may be the name itself."""
        for readings in readings_of(small, self.language):
            cases = frozenset(r.case for r in readings if self._is_possible(r) and is_same(r.lemma))
            if cases:
                return _NOTHING if Case.NOMINATIVE in cases else cases
        return _NOTHING

    def _is_of_part(self, reading: Reading) -> bool:
        return self.known.part in (None, reading.part)

    def _is_possible(self, reading: Reading) -> bool:
        known = None in (self.gender, reading.gender)
        return self._is_of_part(reading) and (known or reading.gender is self.gender)

    def _uninflected(self, small: str) -> frozenset[Case]:
        """Return the cases that a recorded word can stand in as it is."""
        if self.known.part in (NamePart.GIVEN_NAME, NamePart.PATRONYMIC):
            return frozenset({Case.NOMINATIVE})
        stays = small.endswith(_UNINFLECTED)
        is_womans = small[-1:] not in _VOWELS and self.gender is not Gender.MAN
        return ALL_CASES if stays or is_womans else frozenset({Case.NOMINATIVE})


def _script_of(word: str) -> Script | None:
    """Return the alphabet of the first letter that is of one of ours."""
    names = (unicodedata.name(char, "").split(" ")[0] for char in word if char.isalpha())
    return next((Script(name) for name in names if name in _SCRIPTS), None)
