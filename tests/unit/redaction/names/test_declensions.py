"""Declensions: which cases a form can stand in, in four languages and for both genders."""

from __future__ import annotations

import pytest

from intake.redaction.names.declensions import Case, Gender, NamePart, plain, readings_of

N, G, D = Case.NOMINATIVE, Case.GENITIVE, Case.DATIVE
A, I, L, V = Case.ACCUSATIVE, Case.INSTRUMENTAL, Case.LOCATIVE, Case.VOCATIVE  # noqa: E741 (as in grammars)
MAN, WOMAN = Gender.MAN, Gender.WOMAN


def cases(
    word: str, language: str, lemma: str, gender: Gender, part: NamePart = NamePart.SURNAME
) -> set[Case]:
    """Return the cases of a name that a word can be, in the first languages that know it."""
    for readings in readings_of(plain(word), language):
        found = {
            each.case
            for each in readings
            if each.lemma == plain(lemma) and each.gender in (None, gender) and each.part is part
        }
        if found:
            return found
    return set()


@pytest.mark.parametrize(
    ("language", "gender", "lemma", "forms"),
    [
        ("ru", MAN, "Выдумкин", {"а": {G, A}, "у": {D}, "ым": {I}, "е": {L}}),
        ("ru", WOMAN, "Выдумкина", {"Выдумкиной": {G, D, I, L}, "Выдумкину": {A}}),
        ("ru", MAN, "Лампов", {"а": {G, A}, "у": {D}, "ым": {I}, "е": {L}}),
        ("ru", WOMAN, "Лампова", {"Ламповой": {G, D, I, L}, "Лампову": {A}}),
        ("ru", MAN, "Небывальский", {"Небывальского": {G, A}, "Небывальским": {I}}),
        ("ru", WOMAN, "Небывальская", {"Небывальской": {G, D, I, L}, "Небывальскую": {A}}),
        ("ru", MAN, "Небываль", {"Небываля": {G, A}, "Небывалю": {D}, "Небывалем": {I}}),
        ("ru", WOMAN, "Зубрава", {"Зубраве": {D, L}, "Зубраву": {A}, "Зубравой": {I}}),
        ("ru", MAN, "Лампец", {"Лампца": {G, A}, "Лампцу": {D}, "Лампцем": {I}}),
        ("be", MAN, "Вымыслоў", {"Вымыслова": {G, A}, "Вымыслову": {D}, "Вымысловым": {I}}),
        ("be", WOMAN, "Вымыслова", {"Вымысловай": {G, D, I, L}, "Вымыслову": {A}}),
        ("be", MAN, "Лямпін", {"а": {G, A}, "у": {D, L}, "ым": {I}, "е": {L}}),
        ("be", WOMAN, "Лямпіна", {"Лямпінай": {G, D, I, L}, "Лямпіну": {A}}),
        ("be", MAN, "Небывальскі", {"Небывальскага": {G, A}, "Небывальскаму": {D}}),
        ("be", WOMAN, "Небывальская", {"Небывальскай": {G, D, I, L}, "Небывальскую": {A}}),
        ("be", MAN, "Вымыслевіч", {"а": {G, A}, "у": {D, L}, "ам": {I}, "ы": {L}}),
        ("be", MAN, "Лямпенка", {"Лямпенкі": {G}, "Лямпенку": {D, A, L}, "Лямпенкам": {I}}),
        ("be", WOMAN, "Лялька", {"Ляльцы": {D, L}, "Ляльку": {A}, "Лялькай": {I}}),
        ("uk", MAN, "Вигадьков", {"а": {G, A}, "им": {I}}),
        ("uk", WOMAN, "Вигадькова", {"Вигадькової": {G}, "Вигадьковій": {D, L}}),
        ("uk", MAN, "Вигадський", {"Вигадського": {G, A}, "Вигадському": {D, L}}),
        ("uk", WOMAN, "Вигадська", {"Вигадської": {G}, "Вигадську": {A}, "Вигадською": {I}}),
        ("uk", MAN, "Вигаденко", {"Вигаденка": {G, A}, "Вигаденкові": {D, L}}),
        ("uk", MAN, "Вигаденко", {"Вигаденком": {I}, "Вигаденку": {D, L, V}}),
        ("uk", WOMAN, "Лялька", {"Ляльці": {D, L}, "Лялькою": {I}, "Лялько": {V}}),
        ("pl", MAN, "Zmyślański", {"Zmyślańskiego": {G, A}, "Zmyślańskim": {I, L}}),
        ("pl", WOMAN, "Zmyślańska", {"Zmyślańskiej": {G, D, L}, "Zmyślańską": {A, I}}),
        ("pl", MAN, "Zmyślony", {"Zmyślonego": {G, A}, "Zmyślonemu": {D}}),
        ("pl", WOMAN, "Zmyślona", {"Zmyślonej": {G, D, L}, "Zmyśloną": {A, I}}),
        ("pl", MAN, "Lampiak", {"a": {G, A}, "owi": {D}, "iem": {I}, "u": {L, V, D}}),
        ("pl", MAN, "Lampek", {"Lampka": {G, A}, "Lampkowi": {D}, "Lampkiem": {I}}),
        ("pl", WOMAN, "Lampka", {"Lampki": {G}, "Lampce": {D, L}, "Lampkę": {A}, "Lampką": {I}}),
    ],
)
def test_a_surname_is_declined(
    language: str, gender: Gender, lemma: str, forms: dict[str, set[Case]]
) -> None:
    for form, expected in forms.items():
        word = form if form[0].isupper() else lemma + form
        assert cases(word, language, lemma, gender) == expected, word
    assert N in cases(lemma, language, lemma, gender)


@pytest.mark.parametrize(
    ("language", "part", "lemma", "form", "expected"),
    [
        ("ru", NamePart.PATRONYMIC, "Никонович", "Никоновичем", {I}),
        ("ru", NamePart.PATRONYMIC, "Никоновна", "Никоновне", {D, L}),
        ("be", NamePart.PATRONYMIC, "Ніканавіч", "Ніканавічам", {I}),
        ("uk", NamePart.PATRONYMIC, "Никонівна", "Никонівною", {I}),
        ("ru", NamePart.GIVEN_NAME, "Пётр", "Петра", {G, A}),
        ("ru", NamePart.GIVEN_NAME, "Юрий", "Юрии", {L}),
        ("uk", NamePart.GIVEN_NAME, "Федір", "Федором", {I}),
        ("pl", NamePart.GIVEN_NAME, "Jerzy", "Jerzemu", {D}),
        ("pl", NamePart.GIVEN_NAME, "Zofia", "Zofią", {I}),
    ],
)
def test_given_names_and_patronymics_are_declined(
    language: str, part: NamePart, lemma: str, form: str, expected: set[Case]
) -> None:
    found = set().union(*(cases(form, language, lemma, gender, part) for gender in Gender))
    assert found == expected


@pytest.mark.parametrize(
    ("language", "word", "other", "gender"),
    [
        ("ru", "Выдумкина", "Выдумкин", WOMAN),
        ("ru", "Небывальский", "Небывальская", MAN),
        ("be", "Вымыслоў", "Вымыслова", MAN),
        ("uk", "Вигадська", "Вигадський", WOMAN),
        ("pl", "Zmyślona", "Zmyślony", WOMAN),
        ("pl", "Lampiakowa", "Lampiak", WOMAN),
        ("en", "Vydumkina", "Vydumkin", WOMAN),
        ("en", "Niebyvalsky", "Niebyvalskaya", MAN),
    ],
)
def test_a_pair_is_known_by_both_its_forms(
    language: str, word: str, other: str, gender: Gender
) -> None:
    readings = [each for tier in readings_of(plain(word), language) for each in tier]
    assert {each.gender for each in readings if each.pair == plain(other)} == {gender}


def test_nothing_in_latin_letters_has_cases_in_a_language_without_them() -> None:
    (readings,) = readings_of("vydumkina", "en")
    assert {each.case for each in readings} == {N}


def test_a_language_that_does_not_know_a_form_gives_way_to_its_neighbours() -> None:
    assert cases("Выдумкиной", "be", "Выдумкина", WOMAN) == {G, D, I, L}
    assert cases("Выдумкиной", "en", "Выдумкина", WOMAN) == {G, D, I, L}
    assert cases("Zmyślonego", "", "Zmyślony", MAN) == {G, A}


@pytest.mark.parametrize("word", ["", "x", "გელა", "علي"])
def test_a_word_that_no_pattern_fits_has_no_readings(word: str) -> None:
    assert all(not readings for readings in readings_of(word, "ru"))


@pytest.mark.parametrize(
    ("word", "letters"),
    [("Лук'я́нь-Ёж", "лукяньеж"), ("Вы\u00adдумкин", "выдумкин"), ("Łąka", "łąka"), ("Ў7", "ў")],
)
def test_only_small_letters_are_compared(word: str, letters: str) -> None:
    assert plain(word) == letters
