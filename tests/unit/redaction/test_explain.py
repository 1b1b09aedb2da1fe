"""Explain: what of a person a mark is and how it was recognised, and silence where nobody knows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.ids import MarkId, PersonId
from intake.domain.marks import Mark, MarkKind
from intake.domain.person import Identity, Role
from intake.redaction.explain import Explainer
from intake.redaction.names.declensions import Case, Gender
from intake.redaction.propagation import SOURCES, propagate
from intake.redaction.reasons import Cue, Inflection, Manner, Part, Reason, Script
from intake.redaction.source_text import SourceText
from intake.redaction.suggest import merge

N, G, D = Case.NOMINATIVE, Case.GENITIVE, Case.DATIVE
A, I, L = Case.ACCUSATIVE, Case.INSTRUMENTAL, Case.LOCATIVE  # noqa: E741 (as in grammars)
MAN, WOMAN = Gender.MAN, Gender.WOMAN
P2 = PersonId("p2")


def person(*names: str) -> Identity:
    return Identity("P2", Role.WITNESS, names)


HERO = Identity(
    "P2",
    Role.WITNESS,
    names=("Иван Никонович Выдумкин",),
    aliases=("Дядя Гусь",),
    phones=("+375 29 111 22 33",),
    emails=("lampa.zubr@example.org",),
    handles=("@chajnik_77",),
    documents=("MP7654321",),
    birth_date="1980-02-03",
    others=("сосед Кряква",),
)


def why(
    part: Part,
    manner: Manner | None = None,
    inflections: tuple[Inflection, ...] = (),
    script: Script | None = None,
    recorded: Script | None = None,
) -> Reason:
    """Return a sure reason about P2."""
    return Reason(
        part,
        ("P2",),
        manner=manner,
        inflections=inflections,
        script=script,
        recorded=recorded,
    )


def mark(start: int, end: int, source: str, person_id: PersonId | None = P2) -> Mark:
    return Mark(MarkId("m"), start, end, MarkKind.OTHER, person_id=person_id, source=source)


def reason(words: str, identity: Identity, language: str) -> Reason:
    """Return the reason for the one mark that propagation proposes in a sentence."""
    text = f"tut {words} tut"
    (found,) = merge(propagate(SourceText(text, language), [identity]))
    explainer = Explainer(text, language, {P2: identity})
    return explainer.reason(mark(found.start, found.end, found.source))


@pytest.mark.parametrize(
    ("words", "part", "manner"),
    [
        ("Иван Никонович Выдумкин", Part.FULL_NAME, Manner.RECORDED),
        ("Выдумкин Иван", Part.FULL_NAME, Manner.RECORDED),
        ("Выдумкин", Part.SURNAME, Manner.RECORDED),
        ("Иван", Part.GIVEN_NAME, Manner.RECORDED),
        ("Никонович", Part.PATRONYMIC, Manner.RECORDED),
        ("Иван Никонович", Part.GIVEN_AND_PATRONYMIC, Manner.RECORDED),
        ("Никонович Выдумкин", Part.NAME, Manner.RECORDED),
        ("Выдумкин И. Н.", Part.SURNAME_AND_INITIALS, Manner.RECORDED),
        ("И. Н.", Part.INITIALS, Manner.RECORDED),
        ("Выдумкин Ж.", Part.SURNAME, Manner.RECORDED),
        ("Гусь", Part.ALIAS, Manner.RECORDED),
        ("Кряква", Part.MENTIONED, Manner.RECORDED),
        ("В ы д у м к и н", Part.SURNAME, Manner.SPLIT),
        ("Выдум-\nкин", Part.SURNAME, Manner.SPLIT),
        ("СвободуВыдумкину", Part.SURNAME, Manner.INSIDE),
        ("+375 29 1112233", Part.PHONE, None),
        ("lampa.zubr@example.org", Part.EMAIL, None),
        ("chajnik_77", Part.HANDLE, None),
        ("MP 7654321", Part.DOCUMENT, None),
        ("3 февраля 1980 года", Part.BIRTH_DATE, None),
    ],
)
def test_each_part_of_a_person_is_named(words: str, part: Part, manner: Manner | None) -> None:
    assert reason(words, HERO, "ru") == why(part, manner)


@pytest.mark.parametrize(
    ("name", "language", "words", "part", "cases"),
    [
        ("Иван Никонович Выдумкин", "ru", "Выдумкиным", Part.SURNAME, (I,)),
        ("Иван Никонович Выдумкин", "ru", "Никоновичем", Part.PATRONYMIC, (I,)),
        ("Иван Никонович Выдумкин", "ru", "Иваном", Part.GIVEN_NAME, (I,)),
        ("Иван Никонович Выдумкин", "ru", "Иваном Никоновичем Выдумкиным", Part.FULL_NAME, (I,)),
        ("Мария Выдумкина", "ru", "Марией Выдумкиной", Part.FULL_NAME, (I,)),
        ("Мария Выдумкина", "ru", "Выдумкиной", Part.SURNAME, (G, D, I, L)),
        ("Мария Лампук", "ru", "Марию Лампук", Part.FULL_NAME, (A,)),
        ("Марыя Вымыслова", "be", "Марыяй Вымысловай", Part.FULL_NAME, (I,)),
        ("Алег Вымыслоў", "be", "Вымысловым", Part.SURNAME, (I,)),
        ("Алег Небывальскі", "be", "Небывальскага", Part.SURNAME, (G, A)),
        ("Оксана Вигадська", "uk", "Вигадською", Part.SURNAME, (I,)),
        ("Олександр Вигаденко", "uk", "Вигаденка", Part.SURNAME, (G, A)),
        ("Олександр Вигадніс", "uk", "Олександром Вигадносом", Part.FULL_NAME, (I,)),
        ("Александр Выгаденко", "be", "Выгаденкам", Part.SURNAME, (I,)),
        ("Jan Zmyślański", "pl", "Janem Zmyślańskim", Part.FULL_NAME, (I,)),
        ("Maria Zmyślańska", "pl", "Zmyślańską", Part.SURNAME, (A, I)),
        ("Лялька Лампа", "ru", "Лампой", Part.NAME, (I,)),
        ("Лялька Лампа", "ru", "Лялькой Лампой", Part.FULL_NAME, (I,)),
    ],
)
def test_a_case_is_told_by_the_ending(
    name: str, language: str, words: str, part: Part, cases: tuple[Case, ...]
) -> None:
    expected = why(part, Manner.ENDING, (Inflection(cases),))
    assert reason(words, person(name), language) == expected


@pytest.mark.parametrize(
    ("name", "language", "word", "expected"),
    [
        ("Иван Выдумкин", "ru", "Выдумкина", (Inflection((G, A)), Inflection((N,), WOMAN))),
        ("Иван Выдумкин", "ru", "Выдумкиной", (Inflection((G, D, I, L), WOMAN),)),
        ("Мария Выдумкина", "ru", "Выдумкин", (Inflection((N,), MAN),)),
        ("Мария Выдумкина", "ru", "Выдумкиным", (Inflection((I,), MAN),)),
        ("Алег Вымыслоў", "be", "Вымыслова", (Inflection((G, A)), Inflection((N,), WOMAN))),
        ("Марыя Вымыслова", "be", "Вымыслоў", (Inflection((N,), MAN),)),
        ("Олександр Вигадський", "uk", "Вигадська", (Inflection((N,), WOMAN),)),
        ("Maria Zmyślańska", "pl", "Zmyślańskiego", (Inflection((G, A), MAN),)),
        ("Ivan Vydumkin", "en", "Vydumkina", (Inflection((N,), WOMAN),)),
    ],
)
def test_the_form_for_the_other_gender_is_told(
    name: str, language: str, word: str, expected: tuple[Inflection, ...]
) -> None:
    assert reason(word, person(name), language) == why(Part.SURNAME, Manner.ENDING, expected)


def test_no_case_is_claimed_where_the_words_do_not_agree() -> None:
    found = reason("Иваном Выдумкина", person("Иван Выдумкин"), "ru")
    assert found == why(Part.FULL_NAME, Manner.ENDING)


def test_no_case_is_claimed_for_an_ending_that_no_grammar_knows() -> None:
    assert reason("Выдумкинос", HERO, "ru") == why(Part.SURNAME, Manner.ENDING)


def test_the_english_possessive_is_no_case() -> None:
    assert reason("Vydumkin's", person("Ivan Vydumkin"), "en").manner is Manner.RECORDED


def test_a_surname_has_no_short_form() -> None:
    assert reason("Тоша", person("Мария Никоновна Антон"), "ru") == Reason()


def test_a_name_without_its_accents_is_as_recorded() -> None:
    found = reason("Zmyslanski", person("Jan Zmyślański"), "pl")
    assert found == why(Part.SURNAME, Manner.RECORDED)


@pytest.mark.parametrize(
    ("name", "language", "word", "expected"),
    [
        (
            "Ivan Vydumkin",
            "ru",
            "Выдумкин",
            why(Part.SURNAME, Manner.SCRIPT, (), Script.CYRILLIC, Script.LATIN),
        ),
        (
            "Иван Выдумкин",
            "en",
            "Vydumkin",
            why(Part.SURNAME, Manner.SCRIPT, (), Script.LATIN, Script.CYRILLIC),
        ),
        (
            "Maria Vydumskaya",
            "ru",
            "Выдумскую",
            why(Part.SURNAME, Manner.SCRIPT, (Inflection((A,)),), Script.CYRILLIC, Script.LATIN),
        ),
        ("Алег Вымыслоў", "ru", "Вимыслов", why(Part.SURNAME, Manner.SPELLING)),
        (
            "Мария Выдумкина",
            "ru",
            "Машу",
            why(Part.GIVEN_NAME, Manner.OTHER_FORM, (Inflection((A,)),)),
        ),
        ("Мария Выдумкина", "ru", "Маша", why(Part.GIVEN_NAME, Manner.OTHER_FORM)),
        (
            "Иван Выдумкин",
            "ru",
            "Ване",
            why(Part.GIVEN_NAME, Manner.OTHER_FORM, (Inflection((D, L)),)),
        ),
    ],
)
def test_another_form_is_told_from_another_spelling_and_another_alphabet(
    name: str, language: str, word: str, expected: Reason
) -> None:
    assert reason(word, person(name), language) == expected


def test_a_word_that_is_two_parts_of_a_person_is_a_name() -> None:
    twice = person("Мария Лампова", "Лампова Выдумкина")
    assert reason("Мария", twice, "ru").part is Part.GIVEN_NAME
    both = Identity("P2", Role.WITNESS, ("Мария Выдумкина",), aliases=("Выдумкина",))
    assert reason("Выдумкина", both, "ru").part is Part.SURNAME
    order = person("Мария Адамова", "Адамова Никоновна Зубрава")
    assert reason("Адамова", order, "ru").part is Part.NAME


def test_records_of_one_part_that_differ_claim_no_case() -> None:
    both = person("Мария Выдумкин", "Мария Выдумкина")
    assert reason("Выдумкиной", both, "ru").inflections == ()


@pytest.mark.parametrize("source", sorted(SOURCES.values()))
def test_nothing_is_said_of_words_that_are_not_the_persons(source: str) -> None:
    text = "Иван Лампин"
    explainer = Explainer(text, "ru", {P2: HERO})
    assert explainer.reason(mark(0, len(text), source)) == Reason()
    assert explainer.reason(mark(0, 4, source, PersonId("p9"))) == Reason()


@pytest.mark.parametrize(
    ("names", "word", "expected"),
    [
        (
            ("Мария Выдумкина", "Иван Лампин"),
            "Выдумкину",
            Reason(
                Part.SURNAME,
                ("P0",),
                is_sure=False,
                manner=Manner.ENDING,
                inflections=(Inflection((A,)), Inflection((D,), MAN)),
            ),
        ),
        (
            ("Мария Выдумкина", "Анна Выдумкина"),
            "Выдумкина",
            Reason(Part.SURNAME, ("P0", "P1"), is_sure=False, manner=Manner.RECORDED),
        ),
        (
            ("Мария Выдумкина", "Иван Выдумкин"),
            "Выдумкина",
            Reason(Part.SURNAME, ("P0", "P1"), is_sure=False),
        ),
        (
            ("Мария Адамова", "Адам Выдумкин"),
            "Адамова",
            Reason(Part.NAME, ("P0", "P1"), is_sure=False),
        ),
        (("Мария Выдумкина",) * 4, "Выдумкина", Reason()),
        (("Иван Лампин",), "Выдумкина", Reason()),
    ],
)
def test_whoever_it_may_be_is_told_where_it_is_nobodys_alone(
    names: tuple[str, ...], word: str, expected: Reason
) -> None:
    known = {
        PersonId(str(i)): Identity(f"P{i}", Role.OTHER, (name,)) for i, name in enumerate(names)
    }
    explainer = Explainer(word, "ru", known)
    assert explainer.reason(mark(0, len(word), "identity", None)) == expected


@pytest.mark.parametrize(
    ("before", "cue"),
    [
        ("", Cue.SENTENCE_START),
        ("Ушли. ", Cue.SENTENCE_START),
        ("видел ", None),
        ("видел майора ", Cue.TITLE),
        ("майор, а потом и ", None),
        ("майор – это ли не ", None),
        ("майор    ", None),
        ("lampa" * 60 + " ", None),
        ("lampa", None),
    ],
)
def test_what_stands_before_a_word_is_told(before: str, cue: Cue | None) -> None:
    text = f"{before}Лампин ушёл"
    start = len(before)
    explainer = Explainer(text, "ru", {P2: HERO})
    assert explainer.reason(mark(start, start + 6, "strict", None)) == Reason(cue=cue)


STEMS = st.sampled_from(["Выдумкин", "Лампов", "Небывальск", "Зубр", "Гусын", "Zmyślon", "Lampiak"])
ENDINGS = st.sampled_from(["", "а", "у", "ым", "ой", "ая", "ий", "ому", "ego", "ą", "em", "owa"])
GIVEN = st.sampled_from(["Иван", "Мария", "Олександр", "Марыя", "Jan", "Zofia"])


@given(STEMS, ENDINGS, GIVEN, STEMS, ENDINGS, st.sampled_from(["ru", "be", "uk", "pl", "en", ""]))
def test_no_part_is_named_that_is_not_the_persons(
    stem: str, ending: str, given_name: str, other: str, other_ending: str, language: str
) -> None:
    """Whatever is marked, a surname is claimed only over what was found of the surname."""
    identity = person(f"{given_name} {stem}{ending}")
    surname = Identity("P2", Role.WITNESS, (stem + ending,))
    first = Identity("P2", Role.WITNESS, (given_name,))
    text = f"{given_name} {other}{other_ending} {stem} {other} {given_name}"
    explainer = Explainer(text, language, {P2: identity})
    bounds = [0, *(i for i, char in enumerate(text) if char == " "), len(text)]
    for start, end in ((s, e) for s in bounds for e in bounds if s < e):
        part = explainer.reason(mark(start, end, "identity_ending")).part
        words = SourceText(text[start:end], language)
        if part in (Part.SURNAME, Part.FULL_NAME):
            assert list(propagate(words, [surname]))
        if part in (Part.GIVEN_NAME, Part.FULL_NAME):
            assert list(propagate(words, [first]))
        assert part in (None, Part.SURNAME, Part.FULL_NAME, Part.GIVEN_NAME, Part.NAME)


@given(st.text(min_size=1, max_size=40), st.sampled_from(["ru", "pl", ""]))
def test_any_text_has_a_reason(text: str, language: str) -> None:
    explainer = Explainer(text, language, {P2: HERO})
    for source in ("identity", "strict"):
        assert isinstance(explainer.reason(mark(0, len(text), source)), Reason)
