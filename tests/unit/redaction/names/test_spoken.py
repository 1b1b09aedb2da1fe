"""A recorded name is heard in other spellings, languages and short forms, in few other words."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from intake.domain.person import Identity, Role
from intake.redaction.leaks import OwnPeople
from intake.redaction.matches import Match, Way
from intake.redaction.names import spoken
from intake.redaction.names.classes import variants_of
from intake.redaction.names.spoken import SpokenNames
from intake.redaction.propagation import IdentityIndex, propagate
from intake.redaction.source_text import SourceText

NATALLIA = Identity("P1", Role.INTERVIEWEE, names=("Наталля Гусятнік",))
MIKALAJ = Identity("P2", Role.RELATIVE, names=("Mikałaj Žabčyk", "sergeant Mikałaj"))
PEOPLE = (NATALLIA, MIKALAJ)


def heard(word: str, *names: str) -> Way | None:
    known = SpokenNames()
    for name in names or ("Наталля Гусятнік", "Mikałaj Žabčyk"):
        known.add(0, name)
    found = known.hear(word)
    return None if found is None else found.way


def matches(text: str, people: tuple[Identity, ...] = PEOPLE, language: str = "") -> list[Match]:
    return list(IdentityIndex(people).find(SourceText(text, language)))


@pytest.mark.parametrize(
    ("word", "way"),
    [
        ("Natallia", Way.SOUND),
        ("Наталье", Way.SOUND),
        ("Natalią", Way.SOUND),
        ("Gusyatnik", Way.SOUND),
        ("Husiatnikiem", Way.SOUND),
        ("Гусятниковой", Way.SOUND),
        ("Жабчиком", Way.SOUND),
        ("Zabcyk", Way.SOUND),
        ("Żabczykowi", Way.SOUND),
        ("Gusyotnyk", Way.SOUND),
        ("Hussiatnok", Way.SOUND),
        ("Huljatnek", Way.SOUND),
        ("Николай", Way.VARIANT),
        ("Микола", Way.SOUND),
        ("Наташа", Way.VARIANT),
        ("Наташенька", Way.VARIANT),
        ("Коляну", Way.VARIANT),
        ("Наталка", Way.SOUND),
        ("Наталь", Way.SOUND),
    ],
)
def test_a_name_is_heard_in_other_spellings_languages_and_short_forms(word: str, way: Way) -> None:
    assert heard(word) is way


@pytest.mark.parametrize(
    ("recorded", "word"),
    [
        ("Гусецкі", "Гусетский"),
        ("Гусетский", "Гусецкага"),
        ("Гусетський", "Гусецкаму"),
        ("Гусецкая", "Гусетської"),
        ("Husietski", "Гусецкай"),
    ],
)
def test_an_adjective_of_a_surname_is_heard_in_all_its_languages(recorded: str, word: str) -> None:
    assert heard(word, recorded) is Way.SOUND


@pytest.mark.parametrize(
    "word", ["Гусли", "Нутрия", "Жаба", "Milk", "Gustav", "Natural", "Sergeant", "Нитка", "Я"]
)
def test_other_words_are_not_heard_as_a_name(word: str) -> None:
    assert heard(word) is None


def test_few_words_of_a_language_sound_like_somebody() -> None:
    """The words of the program's own lists are common words: hardly any may be taken for a name."""
    from importlib import resources

    lists = resources.files("intake.redaction.lists")
    text = " ".join(
        lists.joinpath(f"{name}.txt").read_text("utf-8")
        for name in ("function_ru", "function_be", "function_en", "form_words", "titles", "kin")
    )
    common = {word.rstrip("*") for word in text.split() if word.isalpha() and len(word) > 2}
    taken = {word for word in common if heard(word) is not None}
    assert len(common) > 700
    assert len(taken) <= len(common) // 100


def test_a_different_threshold_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spoken, "_LIKENESS_OF_OTHERS", 0.4)
    assert heard("Gustavik") is not None


def test_many_recorded_names_are_not_compared_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    assert heard("Huljatnek") is Way.SOUND
    monkeypatch.setattr(spoken, "_MOST_COMPARED", 0)
    assert heard("Huljatnek") is None
    assert heard("Husjatnik") is Way.SOUND


def test_a_name_without_vowels_is_compared_by_its_consonants() -> None:
    assert heard("Muhammad", "محمد") is Way.SOUND
    assert heard("محمد", "Muhammad") is Way.SOUND
    assert heard("محسن", "Muhammad") is None


def test_a_person_is_told_only_where_it_is_sure_enough() -> None:
    told = {
        text: next(iter(propagate(SourceText(text), PEOPLE))).code
        for text in ("So Natallia left.", "So Gusyatnik left.", "they say natasha left. And")
    }
    assert list(told.values()) == ["P1", "P1", None]


@pytest.mark.parametrize("text", ["Żona Felicja left.", "So the Żona left.", "Жонка пайшла."])
def test_an_everyday_word_is_nobody_s_name_for_its_sound(text: str) -> None:
    assert matches(text, (Identity("P1", Role.OTHER, names=("Jan Gusyatnik",)),)) == []


def test_at_the_start_of_a_sentence_a_sound_is_less_certain() -> None:
    middle, start = "Then Mikolai left", "Mikolai left then"
    assert matches(middle)[0].score > matches(start)[0].score > 0.4


def test_in_small_letters_a_sound_counts_little_unless_nobody_uses_capitals() -> None:
    (small,) = matches("Then mikola left. And he")
    assert small.score < 0.5
    (loud,) = matches("then mikola left. and he")
    assert loud.score > 0.5


def test_words_beside_each_other_are_certain() -> None:
    (match,) = matches("Then Mikolay Zhabchyk left")
    assert match.score > 0.9
    assert match.owners == {1}


def test_a_common_word_is_left_to_a_person() -> None:
    rose = Identity("P3", Role.OTHER, names=("Ружа Вада",))
    (match,) = matches("Then Ruza left with a ruza", (rose,))[:1]
    assert match.score <= 0.5


def test_two_short_parts_of_one_name_make_it() -> None:
    short = Identity("P4", Role.OTHER, names=("Fu Gy",))
    for text in ("Then Fu Gy left", "Then fu gy left. And", "Gy Fu left"):
        (match,) = matches(text, (short,))
        assert match.score > 0.7
    assert [m.score for m in matches("Then Gy left", (short,))] == [0.5]
    assert [m.score for m in matches("then gy left. and later", (short,))] == [0.3]
    assert matches("Then gy left. And fu", (short,)) == []
    assert matches("Then gy; ... fu left. And", (short,)) == []


def test_a_short_part_that_is_a_common_word_is_no_name_alone() -> None:
    common = Identity("P4", Role.OTHER, names=("De Ли U",))
    for text in ("He saw De there", "Она знает, Ли там", "He saw U there"):
        assert [m.score for m in matches(text, (common,))] == [0.3]
    assert matches("она знает ли. и потом", (common,)) == []


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Ольга Швец", "не было Шевца", "Шевца"),
        ("Юрий Жнец", "не было Женца", "Женца"),
        ("Юрій Кінь", "бачили Коня", "Коня"),
        ("Павел Заяц", "не было Зайца", "Зайца"),
        ("Лев Орёл", "видели Льва", "Льва"),
        ("Лев Орёл", "видели Орла", "Орла"),
        ("Ян Кот", "пошли с Яном", "Яном"),
        ("Айгүл Кубикбай", "Олар Айгүлдермен кетті.", "Айгүлдермен"),
        ("Зубрава Лампа", "ήρθε η Ζυβραβα", "Ζυβραβα"),
        ("Зубрава Лампа", "ήρθε η Ζουμπράβα", "Ζουμπράβα"),
        ("Зубрава Лампа", "ראיתי את זובראבה", "זובראבה"),
        ("Зубрава Лампа", "رأيت زوبرافا", "زوبرافا"),
    ],
)
def test_a_name_is_found_with_a_vowel_gone_and_in_other_alphabets(
    name: str, text: str, found: str
) -> None:
    people = (Identity("P1", Role.OTHER, names=(name,)),)
    certain = [hit for hit in matches(text, people) if hit.score >= 0.5]
    assert [text[hit.start : hit.end] for hit in certain] == [found]
    places = OwnPeople(people).places(text)
    assert [text[place.start : place.end] for place in places] == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("we wrote #freegusyatnik there", "freegusyatnik"),
        ("警察把鹅一带走了", "鹅一"),
        ("鹅一和鹅一", "鹅一"),
    ],
)
def test_names_are_found_inside_longer_words(text: str, found: str) -> None:
    people = (Identity("P5", Role.OTHER, names=("Zorka Gusyatnik", "鹅一")),)
    for match in matches(text, people):
        assert text[match.start : match.end] == found
        assert match.way is Way.PIECES
    assert matches(text, people)


@pytest.mark.parametrize(
    "account",
    ["@z_husiatnik1", "#СвободуГусятнику", "zhusiatnik@example.org", "@shusiatnik"],
)
def test_an_account_that_is_made_of_a_name_is_found_whole(account: str) -> None:
    text = f"so we wrote to {account}, they say"
    found = {i for m in matches(text) for i in range(m.start, m.end)}
    start = text.index(account.strip("@#").split("@")[0])
    assert found.issuperset(range(start, start + len(account.strip("@#").split("@")[0])))


@pytest.mark.parametrize("text", ["we wrote to @gus there", "so we met @ the gate", "#wolność"])
def test_an_account_without_somebody_s_name_names_nobody(text: str) -> None:
    assert matches(text) == []


def test_of_a_whole_vault_accounts_are_not_heard() -> None:
    index = IdentityIndex(PEOPLE, by_sound=False)
    assert list(index.find(SourceText("we wrote #freegusyatnik there"))) == []


def test_inside_words_that_grow_when_folded_the_whole_word_counts() -> None:
    text = "㈱鹅一㈱"
    people = (Identity("P5", Role.OTHER, names=("鹅一",)),)
    for match in matches("x鹅一㍿", people):
        assert match.end > match.start
    assert matches(text, people)


@pytest.mark.parametrize(
    ("key", "holds"),
    [("наталля", {"наташа", "natalia"}), ("mikola", {"микола"}), ("gusiatnik", set())],
)
def test_the_table_holds_languages_and_short_forms(key: str, holds: set[str]) -> None:
    assert holds <= variants_of(key)


def test_the_table_holds_no_empty_forms() -> None:
    from intake.redaction.names.classes import _table

    rows, places = _table()
    assert len(rows) > 800
    assert all(len(row) > 1 for row in rows)
    assert isinstance(places, Mapping)
    assert "" not in places
