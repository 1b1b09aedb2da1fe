"""The benchmark of redaction counts what its page says; the people in these texts are geese."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.redaction import child, scores

TEXT = "Mr Zorik Gander, 61, met Swan in Gooseham. Gander left."


def span(words: str, nth: int = 0) -> tuple[int, int]:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


def narrative(**others: Any) -> dict[str, Any]:
    start, end = span("Zorik Gander,")
    place, place_end = span("Gooseham")
    gold = [
        {"start": start, "end": end, "kind": "PERSON", "direct": True},
        {"start": place, "end": place_end, "kind": "PLACE", "direct": False},
    ]
    known = [{"name": "Zorik Gander", "mentions": [[start, end], list(span("Gander", 1))]}]
    return {"id": "n", "lang": "en", "text": TEXT, "spans": gold, "identities": known} | others


def rated(document: dict[str, Any], *found: tuple[int, int]) -> scores.Scores:
    return scores.narratives([document], {"n": found})["all"]


def test_a_span_is_hidden_when_its_letters_are() -> None:
    score = rated(narrative(), span("Zorik"), span("Gander"))
    assert (score["direct"], score["quasi"], score["identity"]) == (1.0, 0.0, 0.5)
    assert (score["precision"], score["clean"]) == (1.0, None)
    assert rated(narrative(), span("Zorik"))["direct"] == 0.0
    assert list(scores.missed(narrative(), [span("Zorik Gander")])) == [
        ("PLACE", "Gooseham", False)
    ]


def test_what_may_be_hidden_or_left_is_charged_to_nobody() -> None:
    age = narrative(neutral=[span("61")])
    assert rated(age, span("Gooseham"), span("61"))["precision"] == 1.0
    assert rated(narrative(), span("Gooseham"), span("61"))["precision"] == pytest.approx(0.8)


def test_a_text_without_gold_is_to_be_left_alone() -> None:
    empty = narrative(spans=[], identities=[], neutral=[span("61")])
    assert [rated(empty)["clean"], rated(empty, span("61"))["clean"]] == [1.0, 1.0]
    assert rated(empty, span("Swan"))["clean"] == 0.0


def judgment() -> dict[str, Any]:
    def mention(entity: str, place: tuple[int, int], kind: str) -> dict[str, Any]:
        start, end = place
        return {
            "entity_id": entity,
            "start_offset": start,
            "end_offset": end,
            "identifier_type": kind,
        }

    mentions = [
        mention("goose", span("Mr Zorik Gander"), "DIRECT"),
        mention("goose", span("Gander", 1), "DIRECT"),
        mention("place", span("in Gooseham"), "QUASI"),
        mention("swan", span("Swan"), "NO_MASK"),
    ]
    return {
        "doc_id": "j",
        "text": TEXT,
        "annotations": {"one": {"entity_mentions": mentions}},
    }


def judged(*found: tuple[int, int]) -> scores.Scores:
    return scores.judgments([judgment()], {"j": found})


def test_an_entity_is_hidden_when_all_its_mentions_are() -> None:
    score = judged(span("Zorik Gander"), span("Gooseham"))
    assert (score["ER_di"], score["ER_qi"], score["direct leak"]) == (0.0, 1.0, 1.0)
    score = judged(span("Zorik Gander"), span("Gander", 1), span("Swan"))
    assert (score["ER_di"], score["ER_qi"], score["direct leak"]) == (1.0, 0.0, 0.0)
    assert score["token recall"] == pytest.approx(5 / 6)
    assert score["precision"] == pytest.approx(3 / 4)


def test_spans_that_overlap_are_one() -> None:
    assert child.united([(4, 9), (0, 2), (5, 6), (8, 12), (3, 3)]) == [(0, 2), (4, 12)]


def test_a_system_is_asked_for_spans_and_speed() -> None:
    read = child.reading(lambda each: [(0, len(each["text"]))], [{"id": "n", "text": TEXT}])
    assert read["spans"] == {"n": [(0, len(TEXT))]}
    assert read["kB/s"] > 0
