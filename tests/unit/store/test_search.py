"""Everything that was recorded is found, shown where it stands, and no query is an error."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from intake.domain.answers import Answer
from intake.domain.case import CaseFile
from intake.domain.consent import Consent, IdentityLevel, Use, UseConsent
from intake.domain.folding import fold
from intake.domain.ids import StatementId, new_id
from intake.domain.statement import Statement
from intake.store.search import SNIPPET_LENGTH, Place, SearchHit, query_words, words_of
from intake.store.store import Store
from tests.unit.store.making import Vault, full_case, small_case


def found_text(hit: SearchHit) -> list[str]:
    return [hit.snippet[start:end] for start, end in hit.ranges]


def only(hits: tuple[SearchHit, ...]) -> SearchHit:
    [hit] = hits
    return hit


def add(store: Store, text: str = "", *, city: str = "") -> CaseFile:
    answers = {"interview_city": Answer(city)} if city else {}
    file = small_case(text, answers=answers)
    store.add_cases([file])
    return file


def save(store: Store, file: CaseFile, text: str) -> None:
    with store.write() as tx:
        store.statements.save_draft(tx, file.statements[0].id, text, 0)


@pytest.mark.parametrize(
    ("query", "place", "question", "shown"),
    [
        ("чарнавода", Place.STATEMENT, "own_words", ["Чарнавода"]),
        ("Zaranka", Place.PERSON, "names", ["Zaranka"]),
        ("raid", Place.ANSWER, "act_type", ["raid"]),
        ("INT-7", Place.ANSWER, "interviewer_code", ["INT", "7"]),
        ("38", Place.ANSWER, "age", ["38"]),
        ("second", Place.ANSWER, "tags", ["second"]),
        ("Made-up project", Place.ANSWER, "project", ["Made", "up", "project"]),
        ("workshop", Place.CONSENT, "withhold_note", ["workshop"]),
        ("ask again", Place.CONSENT, "conditions", ["ask", "again"]),
    ],
)
def test_every_kind_of_text_is_found_where_it_stands(
    store: Store, query: str, place: Place, question: str, shown: list[str]
) -> None:
    file = full_case()
    store.add_cases([small_case("нешта іншае"), file])
    hit = only(store.search.find(query))
    assert (hit.case_id, hit.code) == (file.case.id, file.case.code)
    assert (hit.place, hit.question) == (place, question)
    assert found_text(hit) == shown


def test_a_case_is_found_by_its_code_in_any_case_and_with_or_without_the_dash(
    store: Store,
) -> None:
    file = small_case(code="K7M2-Q9XT")
    store.add_cases([file, small_case(code="ABCD-2345")])
    for query in ("K7M2-Q9XT", "k7m2 q9xt", "q9x"):
        hit = only(store.search.find(query))
        assert (hit.place, hit.record_id, hit.snippet) == (Place.CODE, file.case.id, "K7M2-Q9XT")


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Ёлка каля дома", "елка"),
        ("Елка", "ёлка"),
        ("miasto Łódź", "lodz"),
        ("miasto Lodz", "ŁÓDŹ"),
        ("اسمه مُحَمَّد", "محمد"),
        ("Ўладзь", "уладзь"),
        ("straße", "STRASSE"),
        ("Cafe\u0301", "café"),
        ("ﬁnal", "final"),
    ],
)
def test_letter_variants_are_found(store: Store, text: str, query: str) -> None:
    add(store, text)
    hit = only(store.search.find(query))
    assert hit.snippet == text
    assert fold("".join(found_text(hit))) == fold(query)


def test_marks_behind_a_letter_belong_to_the_highlight(store: Store) -> None:
    add(store, "see cafe\u0301\u0327 there")
    assert found_text(only(store.search.find("cafe"))) == ["cafe\u0301\u0327"]


def test_a_mark_inside_a_word_does_not_end_it(store: Store) -> None:
    add(store, "e\u0301cole and ecole")
    assert found_text(only(store.search.find("ecole"))) == ["e\u0301cole", "ecole"]
    add(store, "ka\u0301t but not kat alone")
    assert found_text(store.search.find("kat kat")[0]) == ["ka\u0301t", "kat"]


def test_the_last_word_matches_as_the_beginning_of_a_word_the_others_whole(store: Store) -> None:
    add(store, "самалётам прыляцелі")
    assert found_text(only(store.search.find("самал"))) == ["самалётам"]
    assert found_text(only(store.search.find("с"))) == ["самалётам"]
    assert found_text(only(store.search.find("самалётам пры"))) == ["самалётам", "прыляцелі"]
    assert store.search.find("самал прыляцелі") == ()
    assert store.search.find("лётам") == ()


def test_every_word_must_be_there_but_not_in_one_place(store: Store) -> None:
    both = add(store, "мы ехалі", city="Батумі")
    add(store, "мы ехалі")
    add(store, "", city="Батумі")
    assert only(store.search.find("батумі ехалі")).case_id == both.case.id
    assert {hit.case_id for hit in store.search.find("ехалі")} != {both.case.id}


def test_names_and_codes_come_first_then_newer_cases(store: Store) -> None:
    told = [add(store, f"бачыла Зарянку {number}") for number in range(3)]
    file = small_case()
    named = replace(
        file, persons=(replace(file.persons[0], answers={"names": Answer(("Зарянка",))}),)
    )
    store.add_cases([named])
    newest = add(store, "пра зарянку")
    ids = [hit.case_id for hit in store.search.find("зарянк")]
    assert ids == [
        named.case.id,
        newest.case.id,
        *(file.case.id for file in reversed(told)),
    ]
    assert [hit.case_id for hit in store.search.find("зарянк", 2)] == ids[:2]
    assert [hit.case_id for hit in store.search.find("зарянк", 1)] == ids[:1]
    assert store.search.find("зарянк", 0) == ()


@pytest.mark.parametrize(
    "query",
    [
        "",
        " ",
        '"',
        '""',
        "'",
        "*",
        "слова*",
        '"слова" OR',
        "слова AND",
        "NOT слова",
        "NEAR(слова слова, 2)",
        "words:слова",
        "^слова",
        "слова -слова",
        "{words} : слова",
        "слова + слова",
        "(((",
        "😀",
        "слова 😀",
        "\x00",
        "сло\x00ва",
        "\ud800",
        "\ue000слова",
        "слова; DROP TABLE cases",
        "слова " * 500,
        "ж" * 100_000,
        "%",
        "_",
        "\u202eслова",
    ],
)
def test_any_text_is_a_query_and_nothing_in_it_is_syntax(store: Store, query: str) -> None:
    file = add(store, "адны слова тут")
    hits = store.search.find(query)
    words = query_words(query)
    is_there = bool(words) and all(word in words_of("адны слова тут") for word in words)
    assert [hit.case_id for hit in hits] == ([file.case.id] if is_there else [])


def test_more_words_than_the_limit_are_not_looked_at(store: Store) -> None:
    text = " ".join(f"слова{number}" for number in range(40))
    add(store, text)
    assert only(store.search.find(f"{text} другое")).case_id


WORDS = st.text(
    st.characters(categories=("L", "N"), exclude_characters="ـ"), min_size=1, max_size=12
)
ANY = st.text(st.characters(), max_size=80)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80)
@given(before=ANY, word=WORDS, after=ANY)
@example(before="", word="½", after="")
@example(before="ж" * 300, word="İstanbul", after="\u0307")
@example(before="\u0300", word="ß", after="\ud800")
def test_every_word_that_was_typed_is_found_and_its_highlight_folds_to_it(
    store: Store, before: str, word: str, after: str
) -> None:
    assume(words_of(word))
    if store.cases.count() == 0:
        add(store)
    [case_id] = store.cases.ids()
    text = f"{before} {word} {after}"
    with store.write() as tx:
        store.statements.save_draft(tx, store.statements.of(case_id)[0].id, text, 0)
    hit = only(store.search.find(word))
    assert hit.snippet in text or hit.place is Place.CODE
    wanted = words_of(word)
    shown = [fold(piece) for piece in found_text(hit)]
    assert shown
    assert all(any(one.startswith(w) or w in one for w in wanted) for one in shown)


@settings(max_examples=200)
@given(ANY)
def test_words_are_the_same_for_texts_that_fold_alike(text: str) -> None:
    assert words_of(text) == words_of(unicodedata.normalize("NFC", fold(text)))


def test_a_snippet_shows_the_stretch_with_the_most_words_in_the_original_letters(
    store: Store,
) -> None:
    filler = "нешта зусім іншае і доўгае " * 30
    text = f"{filler} Ёлка стаяла адна. {filler} Ёлка і Заяц! {filler}"
    add(store, text)
    hit = only(store.search.find("заяц елк"))
    assert found_text(hit) == ["Ёлка", "Заяц"]
    assert f" {hit.snippet} " in text, "no word is cut"
    assert SNIPPET_LENGTH - 20 < len(hit.snippet) <= SNIPPET_LENGTH
    assert hit.cut_before
    assert hit.cut_after


def test_a_snippet_at_the_edge_says_where_the_text_is_cut(store: Store) -> None:
    add(store, "пачатак " + "слова " * 100 + "канец")
    first, last = only(store.search.find("пачатак")), only(store.search.find("канец"))
    assert (first.cut_before, first.cut_after, first.ranges) == (False, True, ((0, 7),))
    assert (last.cut_before, last.cut_after) == (True, False)
    assert found_text(last) == ["канец"]


def test_a_word_that_only_folding_finds_is_shown_deep_in_a_long_text(store: Store) -> None:
    text = "Łąka źdźbło " * 200 + "Zażółć gęślą jaźń " + "Łąka źdźbło " * 200
    add(store, text)
    hit = only(store.search.find("gesla jazn"))
    assert found_text(hit) == ["gęślą", "jaźń"]
    assert hit.snippet in text


def test_a_word_that_only_looks_like_a_hit_in_lower_case_is_not_shown(store: Store) -> None:
    text = "e\u0301kat " + "нешта " * 60 + "ka\u0301t"
    add(store, text)
    hit = only(store.search.find("kat"))
    assert found_text(hit) == ["ka\u0301t"]


def test_the_rest_of_a_word_that_the_snippet_cuts_is_no_hit(store: Store) -> None:
    add(store, "абвкат " + "x" * 45 + " кат")
    hit = only(store.search.find("кат"))
    assert hit.snippet == "x" * 45 + " кат", "and it is not shown"
    assert hit.ranges == ((46, 49),)


def test_a_hit_at_the_end_of_a_snippet_is_whole_or_left_out(store: Store) -> None:
    file = add(store)
    for shift in range(12):
        text = "мора " + "я" * (142 + shift) + " мораплаўства і яшчэ"
        save(store, file, text)
        hit = only(store.search.find("мор"))
        assert f"{hit.snippet} " in text
        assert set(found_text(hit)) <= {"мора", "мораплаўства"}


def test_a_place_that_answers_two_words_of_the_query_is_shown_once(store: Store) -> None:
    add(store, "маладзік маладая")
    hit = only(store.search.find("маладзік мал"))
    assert found_text(hit) == ["маладзік", "маладая"]


def test_two_forms_of_one_word_are_not_worth_more_than_two_words(store: Store) -> None:
    add(store, "мост мосты масты " + "нешта " * 60 + "вада і мост")
    assert found_text(only(store.search.find("вада мост"))) == ["вада", "мост"]


def test_a_text_that_changes_its_length_when_folded_is_shown_rightly(store: Store) -> None:
    text = "İİİ ßßß ﬃ " * 100 + "тут"
    add(store, text)
    hit = only(store.search.find("тут"))
    assert found_text(hit) == ["тут"]
    assert hit.snippet == text[-len(hit.snippet) :]


def test_a_word_longer_than_a_snippet_is_cut_with_it(store: Store) -> None:
    add(store, "a " * 60 + "z" * 500)
    hit = only(store.search.find("zzz"))
    assert len(hit.snippet) == SNIPPET_LENGTH
    assert set("".join(found_text(hit))) == {"z"}


def test_a_long_word_is_found_by_its_beginning_and_whole(store: Store) -> None:
    add(store, "x" * 100)
    assert store.search.find("x" * 10)
    assert store.search.find("x" * 100)


def test_a_change_is_found_at_once_and_what_is_gone_is_not(store: Store) -> None:
    file = add(store, "першы тэкст")
    assert store.search.find("першы")
    save(store, file, "другі тэкст")
    assert store.search.find("першы") == ()
    assert only(store.search.find("другі")).snippet == "другі тэкст"
    with store.write() as tx:
        store.answers.set(tx, file.interviews[0].id, "interview_city", Answer("Вільня"))
    assert store.search.find("вільня")
    with store.write() as tx:
        store.answers.set(tx, file.interviews[0].id, "interview_city", None)
    assert store.search.find("вільня") == ()
    consent = Consent(uses={Use.MEDIA: UseConsent(IdentityLevel.CODE, conditions="з маскай")})
    with store.write() as tx:
        store.consents.save(tx, file.case.id, consent)
    assert only(store.search.find("маскай")).place is Place.CONSENT
    assert store.check() == ()


def test_words_beyond_the_preview_are_found_after_an_earlier_search_too(store: Store) -> None:
    file = add(store, "слова " * 100)
    save(store, file, "слова " * 101)
    assert store.search.find("слова")
    save(store, file, "слова " * 101 + "новае")
    assert store.search.find("новае")


def test_what_was_typed_before_a_crash_is_found_after_it(vault: Vault) -> None:
    store = vault.create()
    file = add(store, "")
    save(store, file, "напісана перад крахам")
    store.close()
    store = vault.open()
    assert store.search.find("крахам")
    store.close()


def test_inside_a_write_the_index_is_as_it_was_before(store: Store) -> None:
    file = add(store, "першы")
    with store.write() as tx:
        store.statements.save_draft(tx, file.statements[0].id, "другі", 0)
        assert store.search.find("другі") == ()
        hit = only(store.search.find("першы"))
        assert (hit.place, hit.snippet, hit.ranges) == (Place.CODE, file.case.code, ())
        store.search.catch_up()
    assert store.search.find("другі")


def test_catching_up_ahead_leaves_nothing_to_do_for_the_search(store: Store) -> None:
    file = add(store, "першы")
    save(store, file, "другі")
    store.search.catch_up()
    counter = store.state_digest()
    store.search.catch_up()
    assert store.search.find("другі")
    assert store.state_digest() == counter


def test_a_search_changes_nothing_in_the_list(store: Store) -> None:
    file = add(store, "першы")
    save(store, file, "другі")
    before = store.cases.summaries()
    store.search.find("другі")
    assert store.cases.summaries() == before


def test_the_words_of_a_deleted_text_are_not_kept_in_the_index(store: Store) -> None:
    file = add(store, "унікальнаеслова")
    save(store, file, "іншае")
    store.search.catch_up()
    content = b"".join(
        value
        for row in store._db.rows("SELECT block FROM search_data")
        for value in row
        if isinstance(value, bytes)
    )
    assert "іншае".encode() in content
    assert "унікальнаеслова".encode() not in content


def test_several_statements_are_all_searched(store: Store) -> None:
    file = small_case("першы тэкст")
    other = Statement(StatementId(new_id()), file.interviews[0].id, "translation", "en", "a text")
    store.add_cases([replace(file, statements=(*file.statements, other))])
    hit = only(store.search.find("text"))
    assert (hit.record_id, hit.question) == (other.id, "translation")


def test_a_query_of_the_same_word_twice_is_one_word(store: Store) -> None:
    assert query_words("слова Слова СЛОВА іншае слова") == ("іншае", "слова")
    assert query_words("...") == ()


def test_the_index_stays_whole_when_many_cases_changed_at_once(store: Store) -> None:
    # With detail=none, SQLite 3.53 leaves checksums behind that do not fit.
    files = [add(store) for _case in range(30)]
    for number, file in enumerate(files):
        words = " ".join(f"{chr(97 + (number * 7 + at) % 26)}{at}word" for at in range(60))
        save(store, file, words)
    store.search.find("word")
    assert store.check() == ()
