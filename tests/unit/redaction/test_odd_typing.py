"""Names, dates and numbers as people type, dictate and paste them are found where they stand."""

from __future__ import annotations

import pytest

from intake.domain.person import Identity, Role
from intake.redaction.readings import readings
from intake.redaction.suggest import suggest
from intake.redaction.suggestion import Profile

GANDER = Identity(
    "P1",
    Role.INTERVIEWEE,
    names=("Глеб Гусаковский",),
    birth_date="1987-03-14",
    phones=("+375 29 613 84 27",),
)


def hidden(text: str, language: str, *people: Identity, profile: Profile = Profile.STRICT) -> str:
    """Return a text with a bar for each letter that is proposed to be hidden."""
    found = suggest(text, language=language, identities=people, profile=profile)
    shown = list(text)
    for hit in found:
        shown[hit.start : hit.end] = "█" * (hit.end - hit.start)
    return "".join(shown)


@pytest.mark.parametrize(
    ("name", "language", "text", "words"),
    [
        (
            "Zmicier Husakou",
            "en",
            "I saw dmitry gusakov near the gate. They left.",
            "dmitry gusakov",
        ),
        ("Natallia Husiatnik", "en", "Then gusyatnik came. She sat.", "gusyatnik"),
        ("Katarzyna Gołąb", "pl", "Był z kasią gołębiem tam. Potem nic.", "kasią gołębiem"),
        ("Вера Гусак", "ru", "Говорили про веру гусак долго.", "веру гусак"),
        ("Вера Гусак", "ru", "Говорили гусак веру долго.", "гусак веру"),
        ("Вера Гусак", "ru", "Говорили Гусак Веру долго.", "Гусак Веру"),
        ("Юлія Гусаковська", "uk", "Потім юля пішла. Усе.", "юля"),
        ("Lech Gusiewicz-Wójcik", "pl", "Potem W&oacute;jcik przyszedł.", "W&oacute;jcik"),
        ("Дар'я Дем'янчук", "uk", "Потім Дем&#039;янчук прийшла.", "Дем&#039;янчук"),
        ("Глеб Гусаковский", "ru", "Там видели гуса- ковского вчера.", "гуса- ковского"),
        ("Глеб Гусаковский", "ru", "Там видели Гусаков-\n\nского вчера.", "Гусаков-\n\nского"),
        ("Глеб Гусаковский", "ru", "> Там видели Гусаков-\n> ского вчера.", "Гусаков-\n> ского"),
    ],
)
def test_a_recorded_name_is_hidden_however_it_is_typed(
    name: str, language: str, text: str, words: str
) -> None:
    person = Identity("P1", Role.INTERVIEWEE, names=(name,))
    shown = hidden(text, language, person)
    assert words in text
    start = text.index(words)
    assert set(shown[start : start + len(words)]) <= {"█", " ", "\n", ">", "-"}, shown


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("ru", "Он родился 14 03 1987 в городе.", "14 03 1987"),
        ("ru", "Дата: 14 03 87, записал.", "14 03 87"),
        ("ru", "Дата: 14,3,1987 записал.", "14,3,1987"),
        ("en", "He was born march 14, 1987 there. We left.", "march 14, 1987"),
        ("en", "It was on fourteenth of march 1987 there. We left.", "fourteenth of march 1987"),
        ("ru", "Родился марта 14, 1987. Всё.", "марта 14, 1987"),
        (
            "ru",
            "Родился четырнадцатого третьего восемьдесят седьмого года.",
            "четырнадцатого третьего восемьдесят седьмого",
        ),
        (
            "ru",
            "Родился четырнадцатого третьего восемьдесят седьмого.",
            "четырнадцатого третьего восемьдесят седьмого",
        ),
        (
            "pl",
            "Urodzony czternastego trzeciego osiemdziesiątego siódmego.",
            "czternastego trzeciego osiemdziesiątego siódmego",
        ),
        ("en", "Born on the fourteenth of the third eighty seven there.", "eighty seven"),
        (
            "ru",
            "Родился четырнадцатого ноль третьего восемьдесят седьмого.",
            "восемьдесят седьмого",
        ),
        ("ru", "Родился 14—03—1987 там.", "14—03—1987"),
        ("en", "Born 14\\03\\1987 there.", "14\\03\\1987"),
        ("ru", "Звоните 613 84\n27 вечером.", "613 84\n27"),
        ("ru", "Звоните 613,84,27 вечером.", "613,84,27"),
    ],
)
def test_the_birth_date_and_the_number_are_hidden_however_they_are_written(
    language: str, text: str, words: str
) -> None:
    assert words not in hidden(text, language, GANDER)
    assert "█" * len(words) in hidden(text, language, GANDER)


def test_figures_that_are_no_date_stay() -> None:
    text = "It took 14 03 87 steps, and rooms 5, 6, 87 were full."
    other = Identity("P1", Role.INTERVIEWEE, names=("Глеб Гусаковский",), birth_date="1990-01-01")
    assert hidden(text, "en", other, profile=Profile.BALANCED) == text


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("be", "Прыйшлі дваццаць сёмага другога дваццаць другога.", "дваццаць сёмага другога"),
        ("uk", "Прийшли двадцять сьомого другого двадцятого.", "двадцять сьомого другого"),
        ("pl", "Przyszli dziewiątego drugiego osiemdziesiątego.", "dziewiątego drugiego"),
    ],
)
def test_a_day_in_three_ordinals_needs_no_word_for_the_year(
    language: str, text: str, words: str
) -> None:
    assert words not in hidden(text, language, profile=Profile.BALANCED)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Вывели первого, второго, двадцатого из списка."),
        ("ru", "Вывели первого второго третьего из списка."),
        ("pl", "Wezwali pierwszego drugiego trzeciego z kolejki."),
    ],
)
def test_those_who_are_counted_are_no_date(language: str, text: str) -> None:
    assert hidden(text, language, profile=Profile.BALANCED) == text


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        (
            "ru",
            "Жил на улице Гусиной, дом двенадцать, квартира семь.",
            "дом двенадцать, квартира семь",
        ),
        (
            "ru",
            "улица гусиная двадцать пять квартира семь, там",
            "гусиная двадцать пять квартира семь",
        ),
        ("pl", "Mieszkam przy ulicy Gęsiej dwanaście mieszkania siedem.", "Gęsiej dwanaście"),
        ("uk", "Там вулиця Гусяча дванадцять, квартира сім.", "Гусяча дванадцять, квартира сім"),
        ("en", "I live at twelve Gander Street, flat seven.", "twelve Gander Street, flat seven"),
        ("en", "We live at forty-two Gander Street there.", "forty-two Gander Street"),
        ("en", "We live in Gander Street twenty-one.", "Gander Street twenty-one"),
        ("ru", "Там улица Гусиная один, квартира два.", "Гусиная один, квартира два"),
    ],
)
def test_the_number_of_a_house_is_hidden_in_words_too(language: str, text: str, words: str) -> None:
    assert words not in hidden(text, language, profile=Profile.BALANCED)
    assert "█" * len(words) in hidden(text, language, profile=Profile.BALANCED)


def test_what_is_counted_behind_a_street_is_no_house() -> None:
    shown = hidden("On Gander Street, one of us fell. On Gander Street two men stood.", "en")
    assert "one of us fell" in shown
    assert "two men stood" in shown


@pytest.mark.parametrize("between", [", ", ",", " - ", ". "])
def test_a_name_that_is_spelled_is_hidden(between: str) -> None:
    spelled = between.join("Гусаковский")
    assert spelled not in hidden(f"Пишется так: {spelled} там.", "ru", GANDER)
    assert "█" * len(spelled) in hidden(f"Пишется так: {spelled} там.", "ru", GANDER)


def test_a_birth_date_may_be_recorded_as_people_write_it() -> None:
    person = Identity("P1", Role.INTERVIEWEE, birth_date="14.03.1987")
    assert "1987" not in hidden("Born on 1987-03-14 there.", "en", person)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ru", "Потом сергей гусяковенко пришёл. Мы ушли.", "гусяковенко"),
        ("en", "Then gusyakovenko came in. We left.", "gusyakovenko"),
    ],
)
def test_a_small_word_of_no_language_is_looked_at_in_every_text(
    language: str, text: str, name: str
) -> None:
    assert name not in hidden(text, language)
    assert name in hidden(text, language, profile=Profile.BALANCED)


@pytest.mark.parametrize(
    ("name", "language", "text", "word"),
    [
        ("Гліб Субота", "uk", "Потім били суботу довго.", "суботу"),
        ("Зоя Середа", "uk", "Потім середу забрали.", "середу"),
        ("Kinga Sobota", "pl", "Potem pobili sobotę.", "sobotę"),
        ("Нонна Майор", "ru", "Потом увели майора одного.", "майора"),
    ],
)
def test_who_is_called_like_a_day_or_a_rank_is_found_in_every_form(
    name: str, language: str, text: str, word: str
) -> None:
    person = Identity("P1", Role.INTERVIEWEE, names=(name,))
    assert word not in hidden(text, language, person)
    assert word in hidden(text, language, GANDER)


@pytest.mark.parametrize("text", [r"\ud83d\ude00 Гусаковский", r"a\ud83d Гусаковский", r"\ud800"])
def test_half_a_picture_that_was_pasted_as_json_is_read_like_any_sign(text: str) -> None:
    shown = hidden(text, "ru", GANDER)
    assert "Гусаковский" not in shown
    assert [reading.text for reading in readings(text)]


def test_what_happened_to_somebody_stays_where_no_dictionary_has_the_word() -> None:
    text = "омоновцы били нас дубинками и шокером в автозаке, сокамерник молчал в карцере."
    assert hidden(text, "ru") == text


def test_a_text_is_read_behind_its_escapes_and_mended() -> None:
    assert [reading.text for reading in readings("plain words")] == []
    texts = [reading.text for reading in readings("&#1043; у с а к о в с к и й")]
    assert texts == ["Г у с а к о в с к и й", "Гусаковский"]
