"""What is proposed covers detectors and gate, and respects what a person has decided."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.case import CaseFile
from intake.domain.ids import MarkId
from intake.domain.marks import Decision, Mark, MarkKind, new_mark
from intake.domain.person import Identity, Role
from intake.domain.statement import Statement
from intake.redaction.leaks import LeakGate, OwnPeople
from intake.redaction.suggest import Profile
from intake.services.people import identities_of
from intake.services.proposals import VAULT, Material, _Cover, propose, uncovered
from tests.unit.services.making import case_file

TEXT = "They came early. Zubrava Suknobvich was asleep; bublikevich rang +375 29 000 00 17."
STRANGER = Identity("P1", Role.WITNESS, names=("Zmicier Bublikevich",), phones=("+375290000017",))
FILE = case_file(1, statement=TEXT)
GATE = LeakGate({"own": identities_of(FILE), "other": [STRANGER]}, {})
EMPTY = LeakGate({}, {})
OWN = OwnPeople(())


def _statement(file: CaseFile = FILE) -> Statement:
    return next(each for each in file.statements if each.text)


def _with_marks(*marks: Mark) -> CaseFile:
    return replace(FILE, marks={_statement().id: marks})


def _words(marks: tuple[Mark, ...], text: str = TEXT) -> list[str]:
    return [text[mark.start : mark.end] for mark in marks]


def _proposed(
    file: CaseFile = FILE,
    profile: Profile = Profile.NONE,
    gate: LeakGate = GATE,
    *,
    everything: bool = False,
) -> tuple[Mark, ...]:
    statement = _statement(file)
    persons = {person.code: person.id for person in file.persons}
    known = file.marks.get(statement.id, ())
    seen = Material(statement, known, identities_of(file), persons, profile, lambda: gate)
    return propose(seen, everything=everything)


def _over(words: str, **changes: object) -> Mark:
    start = TEXT.index(words)
    return replace(new_mark(start, start + len(words), MarkKind.OTHER), **changes)  # type: ignore[arg-type] # fields of a mark


def test_the_gate_s_findings_are_proposed_where_no_detector_looks() -> None:
    marks = _proposed()
    assert _words(marks) == ["Zubrava Suknobvich", "bublikevich", "+375 29 000 00 17"]
    assert [mark.kind for mark in marks] == [MarkKind.PERSON, MarkKind.PERSON, MarkKind.NUMBER]
    assert {mark.source for mark in marks} == {VAULT}
    assert {mark.decision for mark in marks} == {Decision.PENDING}


def test_what_a_detector_covers_is_proposed_once() -> None:
    marks = _proposed(profile=Profile.STRICT)
    assert _words(marks).count("Zubrava Suknobvich") == 1
    named = next(mark for mark in marks if TEXT[mark.start] == "Z")
    assert (named.source, named.person_id) == ("identity", FILE.persons[0].id)


def test_nobody_known_and_nothing_proposed_leaves_no_mark() -> None:
    assert _proposed(replace(FILE, persons=()), gate=EMPTY) == ()


def test_what_the_people_of_the_case_are_told_by_is_proposed_where_no_detector_looks() -> None:
    text = "They came early and Suknobwicz was asleep."
    file = case_file(1, statement=text)
    marks = _proposed(file, gate=EMPTY)
    assert [(text[m.start : m.end], m.source) for m in marks] == [("Suknobwicz", VAULT)]
    kept = tuple(replace(mark, decision=Decision.KEEP) for mark in marks)
    again = _proposed(replace(file, marks={_statement(file).id: kept}), gate=EMPTY)
    assert [m.decision for m in again] == [Decision.KEEP, Decision.PENDING], "a surname"


def test_what_may_be_somebody_of_the_case_is_a_person_s_decision() -> None:
    text = "They came early. Z. S. was asleep."
    file = case_file(1, statement=text)
    (mark,) = _proposed(file, gate=EMPTY)
    kept = replace(mark, decision=Decision.KEEP)
    again = _proposed(replace(file, marks={_statement(file).id: (kept,)}), gate=EMPTY)
    assert again == (kept,)


@pytest.mark.parametrize("decision", [Decision.MASK, Decision.KEEP])
def test_decided_marks_stay_as_they_are(decision: Decision) -> None:
    mark = _over("early", decision=decision, source="strict")
    assert mark in _proposed(_with_marks(mark))


def test_a_mark_by_hand_stays_even_undecided() -> None:
    mark = _over("early")
    assert mark in _proposed(_with_marks(mark))


def test_undecided_proposals_of_an_earlier_look_are_replaced() -> None:
    gone = _over("early", source="strict")
    again = _over("bublikevich", source=VAULT)
    marks = _proposed(_with_marks(gone, again))
    assert gone not in marks
    assert again.id in {mark.id for mark in marks}


def test_a_decision_to_keep_does_not_stand_against_the_gate() -> None:
    kept = _over("bublikevich", decision=Decision.KEEP, source="strict")
    marks = _proposed(_with_marks(kept))
    assert [m.decision for m in marks if TEXT[m.start] == "b"] == [Decision.KEEP, Decision.PENDING]


def test_a_decision_to_keep_stands_against_a_detector() -> None:
    kept = _over("They", decision=Decision.KEEP, source="strict")
    marks = _proposed(_with_marks(kept), Profile.STRICT, EMPTY)
    assert [mark for mark in marks if TEXT[mark.start] == "T"] == [kept]


def test_a_proposal_that_reaches_further_than_a_mark_is_whole() -> None:
    part = _over("Zubrava", decision=Decision.MASK, source="identity")
    marks = _proposed(_with_marks(part))
    assert "Zubrava Suknobvich" in _words(marks)


def test_a_rare_name_of_another_case_is_proposed_in_another_alphabet_and_may_be_kept() -> None:
    far = Identity("P1", Role.WITNESS, names=("Зміцер Бублікевіч",))
    gate = LeakGate({}, {"far": [far]})
    text = "They came early and Bublikewicz was asleep."
    file = case_file(1, statement=text)
    assert gate.places(text) == ()
    (mark,) = _proposed(file, gate=gate)
    assert (text[mark.start : mark.end], mark.source) == ("Bublikewicz", VAULT)
    kept = replace(mark, decision=Decision.KEEP)
    again = _proposed(replace(file, marks={_statement(file).id: (kept,)}), gate=gate)
    assert again == (kept,)


def test_nobody_may_show_who_is_told_by_sound_in_their_own_statement() -> None:
    text = "Then Suknobwicz slept."
    own = OwnPeople(identities_of(FILE))
    assert uncovered(text, (), EMPTY, own) == ((5, 15),)
    assert uncovered(text, (), EMPTY, OWN) == ()


def test_marks_side_by_side_cover_together() -> None:
    halves = (
        _over("Zubrava", decision=Decision.MASK),
        _over(" Suknobvich", decision=Decision.MASK),
    )
    assert "Zubrava Suknobvich" not in _words(_proposed(_with_marks(*halves)))


def test_common_words_are_proposed_only_where_nobody_will_look() -> None:
    text = "her faith was strong"
    file = case_file(1, statement=text)
    gate = LeakGate({"own": [Identity("P1", Role.OTHER, names=("Faith Lampa",))]}, {})
    assert _proposed(file, gate=gate) == ()
    assert _words(_proposed(file, gate=gate, everything=True), text) == ["faith"]


def test_the_places_that_would_be_refused_are_those_that_nothing_masks() -> None:
    marks = _proposed()
    assert uncovered(TEXT, marks, GATE, OWN) == ()
    shown = [replace(mark, decision=Decision.KEEP) for mark in marks[:1]] + list(marks[1:])
    assert uncovered(TEXT, shown, GATE, OWN) == ((marks[0].start, marks[0].end),)
    assert len(uncovered(TEXT, (), GATE, OWN)) == 3


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 8)), max_size=8),
    st.integers(0, 30),
    st.integers(1, 10),
)
def test_what_marks_hold_together_is_every_character(
    spans: list[tuple[int, int]], start: int, size: int
) -> None:
    marks = [Mark(MarkId("m"), at, at + length, MarkKind.OTHER) for at, length in spans]
    covered = {place for mark in marks for place in range(mark.start, mark.end)}
    expected = set(range(start, start + size)) <= covered
    assert _Cover(marks).holds(start, start + size) == expected
