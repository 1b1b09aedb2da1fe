"""Marks follow their words through every change of a text and never uncover what they covered."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.domain import alignment, carrying, rewriting
from intake.domain.carrying import carry_marks
from intake.domain.ids import MarkId
from intake.domain.marks import Decision, Mark, MarkKind, Paraphrase, new_mark

WORDS = tuple(
    first + second + third for first in "BDFG" for second in "aeiou" for third in ("kl", "mst", "r")
)
# A text with the place in the old text that each character came from; -1 where it was written.
Traced = list[tuple[str, int]]


def masked(start: int, end: int) -> Mark:
    return replace(new_mark(start, end, MarkKind.PERSON), decision=Decision.MASK)


def marked(text: str, *words: str, decision: Decision = Decision.MASK) -> tuple[Mark, ...]:
    """Return a mark over each of some words, where they stand first."""
    return tuple(
        replace(masked(text.index(word), text.index(word) + len(word)), decision=decision)
        for word in words
    )


def shown(marks: tuple[Mark, ...], text: str) -> list[tuple[str, str]]:
    return [(text[mark.start : mark.end], mark.decision.value) for mark in marks]


def after(old: str, new: str, *words: str) -> list[tuple[str, str]]:
    return shown(carry_marks(marked(old, *words), old, new), new)


# -- paraphrases --------------------------------------------------------------------------------

TOLD = Paraphrase("somebody came")


def told(old: str, new: str, words: str) -> list[tuple[str, str, bool]]:
    (mark,) = marked(old, words)
    carried = carry_marks((replace(mark, paraphrase=TOLD),), old, new)
    assert all(each.paraphrase in {None, TOLD} for each in carried)
    return [(new[m.start : m.end], m.decision.value, m.paraphrase is TOLD) for m in carried]


def test_a_paraphrase_moves_with_its_passage() -> None:
    old = "Rain. Zyt came at noon. Wind."
    found = told(old, f"More. {old}", "Zyt came at noon.")
    assert found == [("Zyt came at noon.", "mask", True)]


def test_a_changed_passage_keeps_its_paraphrase_for_a_new_decision() -> None:
    old = "Rain. Zyt came at noon. Wind."
    found = told(old, old.replace("at noon", "at midnight"), "Zyt came at noon.")
    assert found == [("Zyt came at midnight.", "pending", True)]


def test_a_passage_that_is_torn_apart_is_told_once() -> None:
    old = "Bekl Bir Dar Gomst Far Bimst"
    found = told(old, "Gomst Bimst Dar Bir Bekl Far", "Gomst Far")
    assert len(found) > 1
    assert all(decision == "pending" for _, decision, _ in found)
    assert sum(is_told for _, _, is_told in found) == 1


# -- examples -----------------------------------------------------------------------------------


def test_nothing_changes_when_the_text_is_the_same_or_nothing_is_marked() -> None:
    marks = (masked(0, 2),)
    assert carry_marks(marks, "ab", "ab") is marks
    assert carry_marks((), "ab", "abc") == ()


def test_a_mark_moves_with_its_text() -> None:
    assert after("saw Zyt there", "I saw Zyt there", "Zyt") == [("Zyt", "mask")]


@pytest.mark.parametrize(
    ("old", "new", "left"),
    [
        ("saw Zytka there", "saw Zytbka there", "Zytbka"),
        ("saw Zytka there", "saw Zyt there", "Zyt"),
        ("saw Zytka there", "saw Zy tka there", "Zy tka"),
        ("saw Zytka there", "saw Kowal there", "Kowal"),
        ("saw Zytka there", "saw Kowal Nowak there", "Kowal Nowak"),
        ("saw Zytka", "saw Kowal", "Kowal"),
        ("Zytka", "Kowal", "Kowal"),
    ],
)
def test_a_touched_mark_is_pending_over_what_stands_there_now(
    old: str, new: str, left: str
) -> None:
    assert after(old, new, "Zytka") == [(left, "pending")]


def test_words_in_place_of_a_mark_have_a_new_one() -> None:
    marks = marked("saw Zytka there", "Zytka")
    (carried,) = carry_marks(marks, "saw Zytka there", "saw Kowal there")
    assert carried.id != marks[0].id
    assert carried.kind is marks[0].kind


@pytest.mark.parametrize("new", ["saw there", "saw  there", "", "sawthere"])
def test_a_mark_whose_text_is_gone_goes(new: str) -> None:
    assert after("saw Zyt there", new, "Zyt") == []


@pytest.mark.parametrize(
    ("new", "left"),
    [
        ("saw Nobodyson there", "Nobodyson"),
        ("saw MacNobody there", "MacNobody"),
        ("saw Nobodyy there", "Nobodyy"),
        ("saw NNobody there", "NNobody"),
        ("saw Nobody1 there", "Nobody1"),
        ("saw Nobody\u0301 there", "Nobody\u0301"),
        ("saw Nobodythere", "Nobodythere"),
        ("sawNobody there", "sawNobody"),
    ],
)
def test_letters_against_an_edge_belong_to_the_mark(new: str, left: str) -> None:
    assert after("saw Nobody there", new, "Nobody") == [(left, "pending")]


@pytest.mark.parametrize(
    "new", ["saw Nobody, there", "saw (Nobody) there", "saw Nobody 's there", "saw a Nobody there"]
)
def test_what_is_written_behind_a_space_or_a_sign_does_not(new: str) -> None:
    assert after("saw Nobody there", new, "Nobody") == [("Nobody", "mask")]


def test_a_mark_inside_a_word_takes_in_only_what_was_written() -> None:
    assert after("sawKowalson", "sawKowalxxson", "Kowal") == [("Kowalxx", "pending")]
    assert after("sawKowalson", "sawxxKowalson", "Kowal") == [("xxKowal", "pending")]
    assert after("sawKowalson", "sawKowalon", "Kowal") == [("Kowal", "mask")]
    assert after("sawKowalson", "saKowalson", "Kowal") == [("Kowal", "mask")]


def test_several_changes_at_once() -> None:
    old, new = "Ala met Ola and Ula.", "Now Ala met with Ola, then Ula."
    assert after(old, new, "Ala", "Ola", "Ula") == [(w, "mask") for w in ("Ala", "Ola", "Ula")]


def test_a_moved_paragraph_takes_its_marks_along() -> None:
    first, second, third = "Ala saw it.", "Then came Ola.", "Ula left."
    for sign in ("\n", "\n\n"):
        old, new = sign.join((first, second, third)), sign.join((second, third, first))
        assert after(old, new, "Ala", "Ola", "Ula") == [(w, "mask") for w in ("Ola", "Ula", "Ala")]


def test_a_moved_sentence_takes_its_marks_along() -> None:
    first, second = "Ala saw it with her own eyes. ", "Then came Ola from the far village. "
    assert after(first + second + "End.", second + first + "End.", "Ala", "Ola") == [
        ("Ola", "mask"),
        ("Ala", "mask"),
    ]


def test_a_word_that_moved_alone_is_covered_where_it_stands_now() -> None:
    old, new = "saw Zyt there, and then it rained.", "saw there, and then it rained on Zyt."
    assert ("Zyt", "pending") in after(old, new, "Zyt")


def test_a_mark_that_was_torn_apart_is_covered_in_both_places() -> None:
    old = "They call her Ala Kowalska now.\nShe is well."
    new = "They call her Ala now.\nShe is well, Kowalska is."
    marks = marked(old, "Ala Kowalska")
    carried = carry_marks(marks, old, new)
    assert [text for text, _ in shown(carried, new)] == ["Ala", "Kowalska"]
    assert {mark.decision for mark in carried} == {Decision.PENDING}
    assert carried[0].id == marks[0].id != carried[1].id


def test_of_two_equal_words_a_new_one_is_covered_too() -> None:
    old, new = "Ala left. Then", "Ala went. Ala left. Then"
    assert sorted(after(old, new, "Ala")) == [("Ala", "mask"), ("Ala", "pending")]


def test_a_word_that_is_shown_is_asked_about_again_when_it_comes_twice() -> None:
    old, new = "Ala left. Then", "Ala went. Ala left. Then"
    carried = carry_marks(marked(old, "Ala", decision=Decision.KEEP), old, new)
    assert shown(carried, new) == [("Ala", "pending")] * 2


def test_of_two_equal_marks_one_stays_when_one_is_taken_out() -> None:
    old, new = "Ala Ala met", "Ala met"
    marks = masked(0, 3), masked(4, 7)
    assert shown(carry_marks(marks, old, new), new) == [("Ala", "mask")]
    kept = replace(marks[0], decision=Decision.KEEP), marks[1]
    assert sorted(shown(carry_marks(kept, old, new), new)) == [("Ala", "keep"), ("Ala", "pending")]


def test_a_page_in_place_of_a_word_is_covered_as_far_as_its_line() -> None:
    page = "\n".join(f"Line {n} of something else." for n in range(200))
    old = "One saw Zyt.\nTwo.\nThree saw Ola."
    new = "One saw " + page + " saw Ola."
    (text, decision), *_ = after(old, new, "Zyt")
    assert (text, decision) == ("Line 0 of something else.", "pending")
    assert after("a\n\nZyt saw.", "a\n\n" + page + ".", "Zyt") == [
        ("Line 0 of something else.", "pending"),
        ("Line 199 of something else.", "pending"),
    ]
    middle = "a Ala\nZyt\nOla b"
    assert ("Zyt", "pending") not in after(middle, "a " + page + " b", "Zyt")
    assert after(middle, "a " + page + " b", "Zyt") == []


def test_a_huge_line_in_place_of_another_is_covered() -> None:
    old, new = "Ala " + "x" * 30_000 + " Ola", "Ala " + "y" * 30_000 + " Ola"
    carried = carry_marks((masked(0, 3), masked(100, 200), masked(30_005, 30_008)), old, new)
    assert [(m.start, m.end) for m in carried] == [(0, 3), (4, 30_004), (30_005, 30_008)]


def test_a_long_mark_over_many_changes_stays_whole() -> None:
    words = [f"w{number}" for number in range(300)]
    old = " ".join(words)
    new = " ".join(f"x{number}" if number % 4 == 0 else word for number, word in enumerate(words))
    assert after(old, new, old) == [(new, "pending")]


def test_a_word_that_comes_too_often_names_nobody() -> None:
    old = "They met Ola of Minsk."
    new = "They met." + " So of all of it." * 200
    assert len(after(old, new, "Ola of Minsk")) < 10


# -- any edit -----------------------------------------------------------------------------------


def put_in(traced: Traced, place: int, typed: str) -> Traced:
    return [*traced[:place], *((letter, -1) for letter in typed), *traced[place:]]


def text_of(traced: Traced) -> str:
    return "".join(letter for letter, _ in traced)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Return a text in which every word stands once, so that it is known which one survived."""
    words = draw(st.permutations(WORDS))[: draw(st.integers(1, len(WORDS)))]
    signs = st.sampled_from((" ", " ", " ", ", ", ". ", "\n", "\n\n"))
    return "".join(word + draw(signs) for word in words)


@st.composite
def some_marks(draw: st.DrawFn, text: str) -> tuple[Mark, ...]:
    found = []
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, min(len(text), start + 25)))
        decision = draw(st.sampled_from(Decision))
        found.append(replace(masked(start, end), decision=decision))
    return tuple(sorted(found, key=lambda mark: (mark.start, mark.end)))


TYPED = st.text("xyz ,.\n", min_size=1, max_size=12)


@st.composite
def edited(draw: st.DrawFn, old: str, most: int = 4) -> Traced:
    """Return a text after some insertions, deletions and replacements anywhere in it."""
    traced: Traced = [(letter, place) for place, letter in enumerate(old)]
    for _ in range(draw(st.integers(1, most))):
        start = draw(st.integers(0, len(traced)))
        end = draw(st.integers(start, min(len(traced), start + draw(st.sampled_from((0, 3, 40))))))
        typed = draw(st.one_of(st.just(""), TYPED))
        traced = put_in([*traced[:start], *traced[end:]], start, typed)
    return traced


@st.composite
def reordered(draw: st.DrawFn, old: str) -> Traced:
    """Return a text after some paragraphs, or some words, moved and a little was typed."""
    traced: Traced = [(letter, place) for place, letter in enumerate(old)]
    for _ in range(draw(st.integers(1, 2))):
        sign = draw(st.sampled_from(("\n", " ")))
        edges = [0, *(n + 1 for n, (letter, _) in enumerate(traced) if letter == sign)]
        start, end = sorted((draw(st.sampled_from(edges)), draw(st.sampled_from(edges))))
        moved, rest = traced[start:end], [*traced[:start], *traced[end:]]
        edges = [0, *(n + 1 for n, (letter, _) in enumerate(rest) if letter == sign)]
        place = draw(st.sampled_from(edges))
        traced = [*rest[:place], *moved, *rest[place:]]
    if draw(st.booleans()):
        edges = [n for n, (letter, _) in enumerate(traced) if letter.isspace()]
        if edges:
            traced = put_in(traced, draw(st.sampled_from(edges)), " xyz xy")
    return traced


def faults(
    marks: tuple[Mark, ...], old: str, traced: Traced, carried: tuple[Mark, ...]
) -> list[str]:
    """Return what is wrong with marks that were carried to a text whose history is known."""
    found = []
    if list(carried) != sorted(carried, key=lambda mark: (mark.start, mark.end)):
        found.append("not sorted")
    if len({mark.id for mark in carried}) != len(carried):
        found.append("two marks with one id")
    if not all(0 <= mark.start < mark.end <= len(traced) for mark in carried):
        found.append("out of range")
    known = {mark.id: mark for mark in marks}
    new = text_of(traced)
    decided = [mark for mark in carried if mark.decision is not Decision.PENDING]
    if not all(is_as_decided(mark, known, old, new) for mark in decided):
        found.append("a decision over other words")
    return [*found, *uncovered(marks, traced, carried)]


def is_as_decided(mark: Mark, known: dict[MarkId, Mark], old: str, new: str) -> bool:
    was = known[mark.id]
    words = old[was.start : was.end]
    return was.decision is mark.decision and words == new[mark.start : mark.end]


def uncovered(marks: tuple[Mark, ...], traced: Traced, carried: tuple[Mark, ...]) -> Iterator[str]:
    """Yield the letters that were marked, survived and are marked no more, or shown now."""
    for place, (letter, origin) in enumerate(traced):
        over = decisions_over(marks, origin) if letter.isalnum() else set()
        now = decisions_over(carried, place) if over else set()
        if over and not now:
            yield f"{letter} at {place} is lost"
        if over - {Decision.KEEP} and not now - {Decision.KEEP}:
            yield f"{letter} at {place} is shown"


def decisions_over(marks: tuple[Mark, ...], place: int) -> set[Decision]:
    return {mark.decision for mark in marks if mark.start <= place < mark.end}


@settings(max_examples=300)
@given(st.data())
def test_what_survives_any_edits_is_covered(data: st.DataObject) -> None:
    old = data.draw(texts())
    marks = data.draw(some_marks(old))
    traced = data.draw(edited(old))
    assert faults(marks, old, traced, carry_marks(marks, old, text_of(traced))) == []


@settings(max_examples=300)
@given(st.data())
def test_what_was_moved_is_covered(data: st.DataObject) -> None:
    old = data.draw(texts())
    marks = data.draw(some_marks(old))
    traced = data.draw(reordered(old))
    assert faults(marks, old, traced, carry_marks(marks, old, text_of(traced))) == []


@settings(max_examples=400)
@given(st.text("ab \n", min_size=1, max_size=20), st.data())
def test_after_one_insertion_or_deletion_of_any_text_all_is_covered(
    old: str, data: st.DataObject
) -> None:
    marks = data.draw(some_marks(old))
    traced: Traced = [(letter, place) for place, letter in enumerate(old)]
    start = data.draw(st.integers(0, len(old)))
    if data.draw(st.booleans()):
        traced = put_in(traced, start, data.draw(st.text("ab \n", min_size=1, max_size=20)))
    else:
        del traced[start : data.draw(st.integers(start, len(old)))]
    assert faults(marks, old, traced, carry_marks(marks, old, text_of(traced))) == []


@settings(max_examples=200)
@given(st.data())
def test_marks_away_from_an_edit_keep_their_decision(data: st.DataObject) -> None:
    old = data.draw(texts())
    place = data.draw(st.sampled_from([n for n, letter in enumerate(old) if letter == " "] or [0]))
    new = old[:place] + " xyz" + old[place:]
    marks = tuple(masked(found.start(), found.end()) for found in alignment.WORD.finditer(old))
    assert shown(carry_marks(marks, old, new), new) == shown(marks, old) or place == 0


@given(st.text("abc ,\n", max_size=40), st.text("abc ,\n", max_size=40), st.data())
def test_any_two_texts_give_marks_that_fit(old: str, new: str, data: st.DataObject) -> None:
    marks = data.draw(some_marks(old)) if old else ()
    for mark in carry_marks(marks, old, new):
        assert 0 <= mark.start < mark.end <= len(new)
        if mark.decision is not Decision.PENDING:
            was = next(known for known in marks if known.id == mark.id)
            assert new[mark.start : mark.end] == old[was.start : was.end]


# -- what a mistake would do, and how much work it is ----------------------------------------------

# Old text, new text, marked words, and what is covered then.
HISTORIES: tuple[tuple[str, str, tuple[str, ...], tuple[tuple[str, str], ...]], ...] = (
    ("saw Nobody there", "saw Nobodyson there", ("Nobody",), (("Nobodyson", "pending"),)),
    ("saw Zytka there", "saw Zyt there", ("Zytka",), (("Zyt", "pending"),)),
    ("saw Zytka there", "saw Kowal there", ("Zytka",), (("Kowal", "pending"),)),
    ("Ala left.", "Ala went. Ala left.", ("Ala",), (("Ala", "mask"), ("Ala", "pending"))),
    ("see Ala\nOla saw", "Ola saw\nsee Ala", ("Ala",), (("Ala", "mask"),)),
    (
        "one saw Ola and went home early. Then it was over.",
        "Then it was over. one saw Ola and went home early.",
        ("Ola", "over"),
        (("Ola", "mask"), ("over", "mask")),
    ),
    ("so Zyt was. It rained on all.", "so was. It rained on Zyt.", ("Zyt",), (("Zyt", "pending"),)),
    ("a x Ola y b", "a z Ola w b", ("Ola",), (("Ola", "mask"),)),
    ("saw Zyt here", "saw here", ("Zyt",), ()),
    ("Ala Ala met", "Ala met", ("Ala",), (("Ala", "mask"),)),
    ("saw Ala K here", "saw Ala X here", ("Ala K",), (("Ala X", "pending"),)),
    ("saw Ala Kowal here", "saw Nowak here", ("Ala", "Kowal"), (("Nowak", "pending"),)),
    (
        "They call her Ala Kowalska now.\nShe is well.",
        "They call her Ala now.\nShe is well, Kowalska is.",
        ("Ala Kowalska",),
        (("Ala", "pending"), ("Kowalska", "pending")),
    ),
)


def missed() -> list[str]:
    """Return the histories after which other words are covered than should be."""
    return [
        new
        for old, new, words, expected in HISTORIES
        if sorted(after(old, new, *words)) != sorted(expected)
    ]


def nothing(*_: Any, **__: Any) -> tuple[()]:
    return ()


def slides_nowhere(
    _: rewriting.Rewriting, before: alignment.Block, after: alignment.Block
) -> tuple[alignment.Block, alignment.Block]:
    empty = alignment.Block(before.old, after.new, 0)
    return empty, empty


def as_it_is(*given: Any, **_: object) -> Any:
    return given[-1]


def of_one_text(old: str, new: str) -> tuple[alignment.Block, ...]:
    """Take the old places for the new ones."""
    size = min(len(old), len(new))
    return alignment.Block(0, 0, size), alignment.Block(len(old), len(new), 0)


def test_the_histories_end_as_they_should() -> None:
    assert missed() == []


@pytest.mark.parametrize(
    ("where", "name", "broken"),
    [
        (rewriting.Rewriting, "with_letters", as_it_is),
        (rewriting.Rewriting, "trimmed", as_it_is),
        (rewriting.Rewriting, "_slides", slides_nowhere),
        (rewriting.Rewriting, "_put_there", nothing),
        (rewriting.Rewriting, "_same_words", nothing),
        (rewriting.Rewriting, "left", nothing),
        (rewriting, "align", of_one_text),
        (alignment, "_standing_alone", lambda *_: []),
        (alignment, "_words_in_order", lambda *_: []),
        (carrying, "_without_doubles", lambda carried: [mark for mark, _ in carried]),
    ],
)
def test_a_mistake_would_be_noticed(
    monkeypatch: pytest.MonkeyPatch, where: object, name: str, broken: Callable[..., Any]
) -> None:
    monkeypatch.setattr(where, name, broken)
    assert missed()


def work(marks: tuple[Mark, ...], old: str, new: str) -> int:
    """Return how many lines run while marks are carried."""
    files = {alignment.__file__, rewriting.__file__, carrying.__file__}
    ran = 0

    def count(frame: FrameType, event: str, _: object) -> Any:
        nonlocal ran
        if frame.f_code.co_filename not in files:
            return None
        ran += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        carry_marks(marks, old, new)
    finally:
        sys.settrace(before)
    return ran


def scattered(count: int, least: int) -> list[int]:
    """Return numbers in an order that nothing can be guessed from, the same each time."""
    return [least + number * 7919 % count for number in range(count)]


def hard_texts(size: int) -> dict[str, tuple[str, str]]:
    """Return texts of about that size that are hard to compare."""
    words = [f"w{number}" for number in range(size // 6)]
    mixed = [words[place] for place in scattered(len(words), 0)]
    few = [f"v{number % 7}" for number in scattered(size // 3, 0)]
    return {
        "all words moved": (" ".join(words), " ".join(mixed)),
        "turned around": (" ".join(words), " ".join(words[::-1])),
        "all lines moved": ("\n".join(words), "\n".join(mixed)),
        "each second word changed": (
            " ".join(words),
            " ".join(word if n % 2 else f"x{n}" for n, word in enumerate(words)),
        ),
        "few words": (" ".join(few), " ".join(few[::-1])),
        "twice the spaces": (" ".join(words), "  ".join(words)),
        "no spaces": (" ".join(words), "".join(words)),
        "one letter": ("a" * size, "a" * (size // 2) + "b" + "a" * (size // 2)),
        "another letter": ("a" * size, "b" * size),
        "signs": (".," * (size // 2), ",;." * (size // 3)),
        "no words with spaces": (
            "".join(chr(0x4E00 + n) for n in scattered(size // 4, 0)) * 4,
            "".join(chr(0x4E00 + n) for n in range(size // 4)) * 4,
        ),
    }


@pytest.mark.parametrize("name", hard_texts(60))
def test_the_work_grows_no_faster_than_the_texts(name: str) -> None:
    counted = []
    for size in (3_000, 12_000):
        old, new = hard_texts(size)[name]
        step = len(old) // 300
        marks = tuple(masked(start, start + step // 2) for start in range(0, len(old) - step, step))
        counted.append(work(marks, old, new))
    assert counted[1] <= 5 * counted[0] + 1_000
    assert counted[1] <= 40 * 12_000


def test_many_marks_over_everything_are_not_looked_at_piece_by_piece() -> None:
    old, new = hard_texts(12_000)["each second word changed"]
    marks = tuple(masked(start, len(old) - start) for start in range(500))
    assert work(marks, old, new) <= 40 * 12_000


@pytest.mark.parametrize("name", ["no words with spaces", "all lines moved", "twice the spaces"])
def test_in_texts_that_are_too_long_to_compare_everything_marks_still_fit(name: str) -> None:
    old, new = hard_texts(100_000)[name]
    marks = tuple(masked(start, start + 20) for start in range(0, len(old) - 20, 100))
    carried = carry_marks(marks, old, new)
    assert carried
    assert all(0 <= mark.start < mark.end <= len(new) for mark in carried)


def test_a_letter_that_may_be_the_marked_one_is_covered_with_its_word() -> None:
    old, new = "Gomst Fekl, Bikl, Bimst", "Gomxst"
    start = old.index("ikl, Bim")
    (mark,) = carry_marks((masked(start, start + len("ikl, Bim")),), old, new)
    assert (new[mark.start : mark.end], mark.decision) == ("Gomxst", Decision.PENDING)
