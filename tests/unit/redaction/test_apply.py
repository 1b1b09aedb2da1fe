"""Masking: nothing marked survives, what a person kept stays, nobody else makes the type."""

from __future__ import annotations

import copy
import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.ids import MarkId
from intake.domain.marks import Decision, Mark, MarkKind, Paraphrase
from intake.redaction.apply import RedactedText, redact

ALPHABET = "abcdefghij\u0430\u0439\U0001f986"


def mark(
    start: int, end: int, decision: Decision = Decision.PENDING, kind: MarkKind = MarkKind.PERSON
) -> Mark:
    return Mark(MarkId(f"{start}-{end}"), start, end, kind, decision)


def shown(_mark: Mark) -> str:
    return "[x]"


def test_pending_counts_as_masked_and_kept_stays() -> None:
    marks = [mark(0, 5), mark(10, 14, Decision.MASK), mark(6, 9, Decision.KEEP)]
    made = redact("Zorka and Pavl.", marks, shown)
    assert made.text == "[x] and [x]."
    assert made.pending == 1


def test_a_kept_mark_does_not_uncover_what_another_one_masks() -> None:
    made = redact("Zorka Gusak", [mark(0, 11), mark(6, 11, Decision.KEEP)], shown)
    assert made.text == "[x]"


def test_overlapping_marks_are_masked_together_under_the_widest_label() -> None:
    marks = [mark(4, 9, kind=MarkKind.PLACE), mark(0, 5), mark(8, 10)]
    made = redact("abcdefghijkl", marks, lambda m: f"[{m.kind}]")
    assert made.text == "[person]kl"
    later = [mark(0, 3), mark(2, 9, kind=MarkKind.PLACE)]
    assert redact("abcdefghijkl", later, lambda m: f"[{m.kind}]").text == "[place]jkl"


def test_neighbouring_marks_stay_two() -> None:
    made = redact("abcd", [mark(0, 2), mark(2, 4)], shown)
    assert made.text == "[x][x]"
    assert made.masked == {MarkKind.PERSON: 2}


def test_counts_are_by_kind() -> None:
    marks = [mark(0, 1), mark(2, 3, kind=MarkKind.DATE), mark(4, 5, kind=MarkKind.DATE)]
    assert redact("a b c", marks, shown).masked == {MarkKind.PERSON: 1, MarkKind.DATE: 2}


def test_the_window_learns_where_each_label_stands() -> None:
    marks = [mark(10, 14), mark(0, 5), mark(12, 15)]
    made = redact("Zorka met Pavl.", marks, lambda m: f"[{m.id}]")
    assert [(made.text[p.start : p.end], p.mark_id, p.source) for p in made.places] == [
        ("[0-5]", "0-5", (0, 5)),
        ("[10-14]", "10-14", (10, 15)),
    ]


def test_a_mark_of_another_text_is_refused() -> None:
    with pytest.raises(ValueError, match="beyond the text"):
        redact("short", [mark(3, 6)], shown)


@given(
    st.text(ALPHABET, min_size=1, max_size=40).flatmap(
        lambda text: st.tuples(
            st.just(text),
            st.lists(
                st.tuples(
                    st.integers(0, len(text) - 1), st.integers(1, 8), st.sampled_from(Decision)
                ),
                max_size=8,
            ),
        )
    )
)
def test_no_masked_character_survives_and_no_other_is_lost(
    case: tuple[str, list[tuple[int, int, Decision]]],
) -> None:
    text, spans = case
    numbered = "".join(f"{char}{index:02}" for index, char in enumerate(text))
    marks = [mark(s * 3, min(s + n, len(text)) * 3, d) for s, n, d in spans]
    masked = {i for m in marks if m.decision is not Decision.KEEP for i in range(m.start, m.end)}
    made = redact(numbered, marks, lambda _: "*").text
    kept = "".join(char for index, char in enumerate(numbered) if index not in masked)
    assert made.replace("*", "") == kept


def test_nobody_else_makes_redacted_text() -> None:
    with pytest.raises(TypeError, match="only redaction"):
        RedactedText("Zorka", {}, 0, (), object())
    made = redact("Zorka", [mark(0, 5)], shown)
    with pytest.raises((TypeError, ValueError)):
        dataclasses.replace(made, text="Zorka")  # type: ignore[call-arg]  # the point of the test
    with pytest.raises(dataclasses.FrozenInstanceError):
        made.text = "Zorka"  # type: ignore[misc]  # the point of the test
    assert copy.copy(made).text == "[x]"


def test_its_appearance_in_a_log_shows_no_text() -> None:
    assert "goose" not in repr(redact("goose", [], shown))


# -- paraphrases ----------------------------------------------------------------------------------

TOLD = Paraphrase("Somebody saw Zorka", (mark(13, 18, Decision.MASK),))


def passage(start: int, end: int, decision: Decision = Decision.MASK) -> Mark:
    return dataclasses.replace(mark(start, end, decision, MarkKind.OTHER), paraphrase=TOLD)


def test_a_decided_paraphrase_stands_for_its_passage_with_what_was_found_in_it_masked() -> None:
    made = redact("At noon Zorka left. Then rain.", [passage(0, 19)], shown)
    assert made.text == "Somebody saw [x] Then rain."
    assert made.masked == {MarkKind.OTHER: 1, MarkKind.PERSON: 1}
    assert [(p.start, p.end, p.source) for p in made.places] == [(0, 16, (0, 19))]
    assert made.pending == 0


def test_a_paraphrase_that_nobody_decided_shows_nothing() -> None:
    made = redact("Zorka left.", [passage(0, 6, Decision.PENDING)], shown)
    assert made.text == "[x]left."
    assert made.pending == 1


def test_a_passage_that_is_kept_reads_as_it_was_said() -> None:
    assert redact("Zorka left.", [passage(0, 6, Decision.KEEP)], shown).text == "Zorka left."


@pytest.mark.parametrize("beyond", [(8, 25), (0, 30), (25, 27), (0, 1)])
def test_a_paraphrase_uncovers_nothing_that_another_mark_masks(beyond: tuple[int, int]) -> None:
    text = "At noon Zorka left. Then rain."
    made = redact(text, [passage(2, 19), mark(*beyond), mark(8, 13, Decision.KEEP)], shown)
    hidden = set(range(2, 19)) | set(range(*beyond))
    left = [text[i] for i in range(len(text)) if i not in hidden]
    assert made.text.replace("Somebody saw [x]", "").replace("[x]", "") == "".join(left)


def test_the_widest_mark_of_a_union_says_what_is_shown() -> None:
    wide = [passage(3, 9), mark(0, 8)]
    assert redact("abcdefghijkl", wide, shown).text == "[x]jkl"
    narrow = [passage(0, 8), mark(6, 9)]
    assert redact("abcdefghijkl", narrow, shown).text == "Somebody saw [x]jkl"
