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


def test_a_text_is_read_behind_its_escapes_and_mended() -> None:
    assert [reading.text for reading in readings("plain words")] == []
    texts = [reading.text for reading in readings("&#1043; у с а к о в с к и й")]
    assert texts == ["Г у с а к о в с к и й", "Гусаковский"]
