"""The models are read when they are whole, chosen by language, and cut by the profile."""

from __future__ import annotations

import hashlib
import json
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib import resources
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.marks import MarkKind
from intake.redaction import recognisers
from intake.redaction.recognisers import crf, recognise, without_model
from intake.redaction.recognisers.features import sequences
from intake.redaction.recognisers.languages import languages_of
from intake.redaction.source_text import SourceText, words_of
from intake.redaction.suggest import suggest
from intake.redaction.suggestion import Profile, Suggestion

MODELS = resources.files("intake.redaction.recognisers") / "models"
ACCOUNT = "Учора мы сустрэлі Зорку Гусаковіч у Гусіным Броде. Яна нічога не сказала і пайшла."
JUDGMENT = (
    "The case originated in an application lodged with the Court by the applicant. "
    "The applicant was born in 1961 and lives in Gooseham. The Court dismissed the appeal. "
) * 6


def found(text: str, profile: Profile = Profile.BALANCED, language: str = "") -> set[str]:
    hits = suggest(text, language=language, profile=profile)
    return {text[hit.start : hit.end] for hit in hits}


def test_every_model_that_is_used_ships_with_its_digest() -> None:
    manifest = json.loads((MODELS / "models.json").read_text("utf-8"))
    used = {use.model for use in recognisers.BY_LANGUAGE.values()} | {recognisers.JUDGMENT.model}
    assert used == set(manifest)
    for name, about in manifest.items():
        content = (MODELS / f"{name}.crf").read_bytes()
        assert hashlib.sha256(content).hexdigest() == about["sha256"]
        assert crf.is_available(name)
        assert len(content) < 4_000_000


def test_names_are_recognised_in_the_language_of_the_paragraph() -> None:
    hits = list(recognise(SourceText(ACCOUNT)))
    assert "Гусаковіч" in {ACCOUNT[hit.start : hit.end] for hit in hits if hit.score >= 0.5}
    assert "Зорку Гусаковіч" in {ACCOUNT[hit.start : hit.end] for hit in hits}
    assert {hit.source for hit in hits} == {"names_be"}


def test_a_paragraph_of_two_languages_is_read_by_both() -> None:
    mixed = f"{ACCOUNT} And then we said that she was with them and they were all there."
    assert {hit.source for hit in recognise(SourceText(mixed))} >= {"names_be"}


def test_only_the_decision_of_a_court_is_read_as_one() -> None:
    sources = {hit.source for hit in recognise(SourceText(JUDGMENT, "en"))}
    assert "judgment" in sources
    account = "I was born in 1961 and lived in Gooseham. They came at night. " * 8
    assert "judgment" not in {hit.source for hit in recognise(SourceText(account, "en"))}
    assert "judgment" not in {hit.source for hit in recognise(SourceText(JUDGMENT[:120], "en"))}


def test_years_are_hidden_in_judgments_and_kept_in_accounts() -> None:
    assert any("1961" in words for words in found(JUDGMENT, language="en"))
    account = "I was born in 1961 and lived by the sea. They came at night. " * 8
    assert not any("1961" in words for words in found(account, language="en"))


def test_a_language_without_a_model_says_so() -> None:
    assert [without_model(each) for each in ("en", "be", "ru", "uk")] == [False] * 4
    assert [without_model(each) for each in ("pl", "ka", "fa", "")] == [True] * 4


def test_the_balanced_profile_takes_only_what_is_likely() -> None:
    scores = [hit.score for hit in recognise(SourceText(JUDGMENT + ACCOUNT))]
    assert all(0.2 <= score <= 0.95 for score in scores)
    assert len(found(ACCOUNT, Profile.STRICT)) >= len(found(ACCOUNT))


def test_what_is_sure_is_not_drawn_out_to_what_is_only_likely() -> None:
    words, rows = next(sequences(SourceText("Goose met Heron near Gander", "en")))
    use = recognisers.ENGLISH
    chances = [use.sure, use.likely, use.sure, 0.0, use.likely]
    found = [(word, "PERSON", chance) for word, chance in zip(words, chances, strict=True)]
    assert [[each[0].text for each in run] for run in crf._runs(use, found, use.sure)] == [
        ["Goose"],
        ["Heron"],
    ]
    assert [[each[0].text for each in run] for run in crf._runs(use, found, use.likely)] == [
        ["Goose", "met", "Heron"],
        ["Gander"],
    ]
    assert len(rows) == len(words)


@pytest.mark.parametrize("probability", [0.1, 0.2, 0.3, 0.6, 1.0])
def test_a_higher_probability_is_a_higher_score(probability: float) -> None:
    use = recognisers.CYRILLIC
    assert crf._score(use, probability) < crf._score(use, probability + 0.01)
    assert crf._score(use, use.likely) == pytest.approx(0.2)
    assert crf._score(use, use.sure) == pytest.approx(0.5)


@pytest.mark.parametrize("fault", ["changed", "missing", "unlisted"])
def test_a_model_that_is_not_whole_is_left_alone(
    fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "models"
    folder.mkdir()
    content = (MODELS / "names_be.crf").read_bytes()
    manifest = json.loads((MODELS / "models.json").read_text("utf-8"))
    if fault == "unlisted":
        del manifest["names_be"]
    (folder / "models.json").write_text(json.dumps(manifest), "utf-8")
    if fault != "missing":
        (folder / "names_be.crf").write_bytes(content[:-1] if fault == "changed" else content)
    monkeypatch.setattr(crf, "resources", SimpleNamespace(files=lambda _: tmp_path))
    crf._content.cache_clear()
    try:
        assert not crf.is_available("names_be")
        assert without_model("be")
        assert list(recognise(SourceText(ACCOUNT))) == []
        assert "Зорку Гусаковіч" in found(ACCOUNT, Profile.STRICT)  # the strict rule carries it
    finally:
        crf._content.cache_clear()


@given(st.text(max_size=80))
def test_whatever_the_text_paragraphs_hold_its_words_in_order(text: str) -> None:
    source = SourceText(text)
    reached = 0
    held = []
    for paragraph, rows in sequences(source):
        assert len(paragraph) == len(rows)
        for word in paragraph:
            assert reached <= word.start < word.end <= len(source.text)
            reached = word.end
            held += [word.token] if word.token else []
    assert tuple(held) == source.tokens


@given(st.text(max_size=60))
def test_whatever_the_text_suggestions_lie_inside_it(text: str) -> None:
    for hit in recognise(SourceText(text, "be")):
        assert 0 <= hit.start < hit.end <= len(text)
        assert isinstance(hit.kind, MarkKind)


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("They said that he was not there", {"en"}),
        ("Они сказали, что его там не было", {"ru"}),
        ("Яны сказалі, што яго там не было ўжо", {"be"}),
        ("Вони сказали, що його там не було, ї", {"uk"}),
        ("Powiedzieli, że go tam nie było", {"pl"}),
        ("გამარჯობა", set()),
        ("", set()),
    ],
)
def test_a_language_is_told_by_letters_and_small_words(text: str, languages: set[str]) -> None:
    assert languages_of(text, list(words_of(text))) >= languages
    if not languages:
        assert languages_of(text, list(words_of(text))) == set()


def test_neighbours_are_not_taken_for_one_another() -> None:
    russian = "Они сказали, что его там не было, и мы ушли"
    belarusian = "Яны сказалі, што яго там ужо не было, і мы пайшлі ў лес"
    assert "be" not in languages_of(russian, list(words_of(russian)))
    assert "ru" not in languages_of(belarusian, list(words_of(belarusian)))


@pytest.mark.parametrize(
    ("text", "asks", "left"),
    [
        ("Then Zorka and", True, "Zorka"),
        ("the grey Zorka Gander went", True, "Zorka Gander"),
        ("grey Zorka swam", False, "grey Zorka swam"),
        ("block 7 there", True, "7"),
        ("and so", True, ""),
    ],
)
def test_a_recognised_stretch_ends_in_words_that_can_be_of_a_name(
    text: str, *, asks: bool, left: str
) -> None:
    ((paragraph, _),) = sequences(SourceText(text))
    run = crf._trimmed([(word, "PERSON", 0.9) for word in paragraph], asks_capitals=asks)
    assert " ".join(word.text for word, _, _ in run) == left


def test_two_threads_hear_nothing_of_each_others_words() -> None:
    texts = [ACCOUNT, "Ніхто нічога не чуў. " * 40, f"{ACCOUNT} {ACCOUNT}"]
    alone = [list(recognise(SourceText(text))) for text in texts]
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(3) as threads:
            together = list(threads.map(_recognised, texts * 30))
    finally:
        sys.setswitchinterval(before)
    assert together == alone * 30


def _recognised(text: str) -> list[Suggestion]:
    return list(recognise(SourceText(text)))


def test_a_word_whose_capital_is_the_sentences_is_no_sure_name() -> None:
    opening = [
        hit for hit in recognise(SourceText("Рэкамендацыя гусей была простай.")) if hit.start == 0
    ]
    assert all(hit.score < 0.5 for hit in opening)
    assert "Зорка Гусаковіч" in found("Зорка Гусаковіч прыйшла да нас.", Profile.BALANCED)


def test_capitals_of_countries_are_hidden_by_the_strict_profile_alone() -> None:
    text = "Мы доўга жылі каля Гомеля, потым у Мінску."
    assert "Мінску" in found(text, Profile.STRICT)
    assert "Мінску" not in found(text, Profile.BALANCED)
