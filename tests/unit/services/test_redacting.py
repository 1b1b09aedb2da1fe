"""Redaction without a vault: what the command line offers, by the function."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.errors import InputFileError, UsageError
from intake.services import redacting
from intake.services.redacting import Profile, read_identities, redact_lines, redact_text

TEXT = "Zubrava Lampavich came on 12 March 2021."


def lines(*documents: object) -> io.BytesIO:
    return io.BytesIO(b"".join(json.dumps(each).encode() + b"\n" for each in documents))


def answers(*documents: object, **settings: Any) -> Iterator[dict[str, Any]]:
    found = redact_lines(lines(*documents), "en", Profile.STRICT, **settings)
    return map(json.loads, found)


@given(st.text(alphabet=st.characters(codec=None), max_size=200))
def test_spans_rebuild_the_text_whatever_it_holds(text: str) -> None:
    found = redact_text(text, "en", Profile.STRICT).as_document()
    rebuilt, behind = "", 0
    for span in found["spans"]:
        assert behind <= span["start"] < span["end"] <= len(text)
        assert 0 <= span["score"] <= 1
        rebuilt += text[behind : span["start"]] + span["replacement"]
        behind = span["end"]
    assert rebuilt + text[behind:] == found["text"]


def test_a_profile_that_lets_no_text_leave_is_no_way_to_redact() -> None:
    with pytest.raises(UsageError):
        redact_text(TEXT, "en", Profile.NONE)


def test_known_people_are_told_apart_by_their_place_in_the_list() -> None:
    people = [{"name": "Zubrava Lampavich"}, {"names": ["Kerosynth Dyvan"]}]
    (found,) = answers({"id": "a", "text": f"{TEXT} Dyvan saw it.", "identities": people})
    labels = {span["replacement"] for span in found["spans"] if span["kind"] == "person"}
    assert labels == {"[P1, other]", "[P2, other]"}


def test_people_of_a_line_follow_those_of_the_whole_file(tmp_path: Path) -> None:
    file = tmp_path / "people.json"
    file.write_text(json.dumps([{"name": "Zubrava Lampavich"}]))
    known = read_identities(file)
    assert [each.code for each in known] == ["P1"]
    line = {"id": "a", "text": f"{TEXT} Dyvan saw it.", "identities": [{"name": "Kero Dyvan"}]}
    (found,) = answers(line, identities=known)
    labels = [span["replacement"] for span in found["spans"] if span["kind"] == "person"]
    assert labels == ["[P1, other]", "[P2, other]"]


def test_every_kind_of_identifier_is_taken(tmp_path: Path) -> None:
    person = {
        "name": "Zubrava Lampavich",
        "aliases": "zuba",
        "phones": ["+375290000017"],
        "emails": ["zuba@example.org"],
        "handles": ["zubaq"],
        "documents": ["MP0000001"],
        "birth_date": "1984-03-05",
    }
    file = tmp_path / "people.json"
    file.write_text(json.dumps([person, {}]))
    found, empty = read_identities(file)
    assert found.aliases == ("zuba",)
    assert found.phones == ("+375290000017",)
    assert found.emails == ("zuba@example.org",)
    assert (found.handles, found.documents) == (("zubaq",), ("MP0000001",))
    assert found.birth_date == "1984-03-05"
    assert empty.names == ()


def test_a_line_that_is_too_long_is_refused_before_it_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(redacting, "_LONGEST_LINE", 50)
    with pytest.raises(InputFileError, match="Line 2: the line is too long"):
        list(answers({"id": "a", "text": "a"}, {"id": "b", "text": "b" * 50}))


def test_a_line_without_a_language_has_that_of_the_call() -> None:
    (found,) = answers({"id": "a", "text": TEXT, "lang": None})
    assert "Lampavich" not in found["text"]


def test_blank_lines_count_and_say_nothing() -> None:
    source = io.BytesIO(b'\n  \n{"id": "a", "text": "a"}\n{')
    found = redact_lines(source, "en", Profile.STRICT)
    assert json.loads(next(found))["id"] == "a"
    with pytest.raises(InputFileError, match="Line 4:"):
        next(found)


def test_a_leading_byte_order_mark_is_no_text() -> None:
    assert (
        redacting.redact_bytes(b"\xef\xbb\xbfso it was", "en", Profile.STRICT).text == "so it was"
    )
