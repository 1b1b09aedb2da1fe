"""One decision reaches every place where the same words or person are, now and later."""

from __future__ import annotations

import pytest

from intake.domain.answers import Answer
from intake.domain.case import CaseFile
from intake.domain.ids import MarkId, PersonId, StatementId
from intake.domain.marks import Decision, Mark, MarkKind
from intake.errors import RefusedError, UsageError
from intake.services import cases, everywhere, interviews, review, rulings
from intake.services.everywhere import Reach, Taken
from intake.services.review import Was
from intake.services.session import VaultSession

MASK, KEEP, PENDING = Decision.MASK, Decision.KEEP, Decision.PENDING
NAME = "Zubrava Lampa"
TEXT = f"They came early. {NAME} was asleep near Kubik, and {NAME} was taken away."
OTHER = f"There was {NAME} again, and Kubik, too."


@pytest.fixture
def file(vault_session: VaultSession) -> CaseFile:
    """Return a case whose two statements name its interviewee."""
    made = interviews.begin(vault_session, language="en").file
    interviews.save_answer(
        vault_session, made.case.id, made.persons[0].id, "names", Answer((NAME,))
    )
    for question, text in (("own_words", TEXT), ("translation", OTHER)):
        interviews.save_draft(vault_session, statement(made, question), text, 0)
    return cases.case_file(vault_session, made.case.id)


def statement(file: CaseFile, question: str = "own_words") -> StatementId:
    return next(each.id for each in file.statements if each.question == question)


def mark_over(session: VaultSession, place: StatementId, words: str) -> Mark:
    state = review.state(session, place)
    text = state.statement.text
    return next(m for m in state.marks if text[m.start : m.end] == words)


def decisions(session: VaultSession, place: StatementId, words: str) -> list[Decision]:
    state = review.open_statement(session, place)
    text = state.statement.text
    return [m.decision for m in state.marks if text[m.start : m.end] == words]


def person(file: CaseFile) -> PersonId:
    return file.persons[0].id


def test_it_is_known_how_far_a_decision_reaches(
    vault_session: VaultSession, file: CaseFile
) -> None:
    here, there = statement(file), statement(file, "translation")
    review.open_statement(vault_session, here)
    name = mark_over(vault_session, here, NAME)
    assert everywhere.reach(vault_session, here, name.id) == Reach(1, 2, is_for_list=True)
    review.open_statement(vault_session, there)
    assert everywhere.reach(vault_session, here, name.id) == Reach(2, 3, is_for_list=True)
    place = mark_over(vault_session, here, "Kubik")
    assert everywhere.reach(vault_session, here, place.id) == Reach(1, 0, is_for_list=True)
    assert everywhere.reach(vault_session, here, MarkId("none")) == Reach(0, 0)


def test_words_are_decided_in_every_statement_and_in_those_looked_at_later(
    vault_session: VaultSession, file: CaseFile
) -> None:
    here, there = statement(file), statement(file, "translation")
    review.open_statement(vault_session, here)
    mark = mark_over(vault_session, here, "Kubik")
    everywhere.decide_words(vault_session, here, mark.id, KEEP, Taken())
    assert decisions(vault_session, here, "Kubik") == [KEEP]
    assert decisions(vault_session, there, "Kubik") == [KEEP], "it was looked at only now"
    everywhere.decide_words(vault_session, here, mark.id, MASK, Taken())
    assert decisions(vault_session, there, "Kubik") == [MASK]
    assert len(vault_session.store.rulings.of_case(file.case.id)) == 1, "the newest holds"


def test_a_case_says_nothing_about_another_one(vault_session: VaultSession, file: CaseFile) -> None:
    here = statement(file)
    review.open_statement(vault_session, here)
    mark = mark_over(vault_session, here, "Kubik")
    everywhere.decide_words(vault_session, here, mark.id, KEEP, Taken())
    another = interviews.begin(vault_session, language="en").file
    interviews.save_draft(vault_session, statement(another), "We met Kubik there.", 0)
    assert decisions(vault_session, statement(another), "Kubik") == [PENDING]


def test_everything_of_one_person_is_hidden_at_once_and_later(
    vault_session: VaultSession, file: CaseFile
) -> None:
    here, there = statement(file), statement(file, "translation")
    review.open_statement(vault_session, here)
    everywhere.mask_person(vault_session, here, person(file), Taken())
    assert decisions(vault_session, here, NAME) == [MASK, MASK]
    assert decisions(vault_session, there, NAME) == [MASK]
    assert decisions(vault_session, here, "Kubik") == [PENDING]


def test_words_on_the_list_of_the_vault_hold_in_every_case(
    vault_session: VaultSession, file: CaseFile
) -> None:
    here = statement(file)
    another = statement(interviews.begin(vault_session, language="en").file)
    interviews.save_draft(vault_session, another, "We met Kubik, by the Kubiks.", 0)
    review.open_statement(vault_session, here)
    mark = mark_over(vault_session, here, "Kubik")
    everywhere.decide_words(vault_session, here, mark.id, MASK, Taken(), in_vault=True)
    assert decisions(vault_session, another, "Kubik") == [MASK]
    assert decisions(vault_session, another, "Kubiks") == [MASK], "other endings, too"
    everywhere.decide_words(vault_session, here, mark.id, KEEP, Taken(), in_vault=True)
    (ruling,) = rulings.of_vault(vault_session)
    assert (ruling.words, ruling.decision) == ("Kubik", KEEP)
    assert decisions(vault_session, another, "Kubik") == [], "never a name: not even proposed"


def test_who_is_recorded_cannot_be_kept_by_any_list(
    vault_session: VaultSession, file: CaseFile
) -> None:
    here = statement(file)
    before = review.open_statement(vault_session, here).marks
    mark = mark_over(vault_session, here, NAME)
    for in_vault in (False, True):
        with pytest.raises(RefusedError, match="stay hidden"):
            everywhere.decide_words(vault_session, here, mark.id, KEEP, Taken(), in_vault=in_vault)
    assert review.state(vault_session, here).marks == before
    assert rulings.of_vault(vault_session) == ()
    assert vault_session.store.rulings.of_case(file.case.id) == ()
    rulings.add(vault_session, NAME, KEEP, MarkKind.PERSON)
    assert decisions(vault_session, here, NAME) == [PENDING, PENDING]


def test_a_name_recorded_after_it_was_kept_comes_up_again(
    vault_session: VaultSession, file: CaseFile
) -> None:
    here, there = statement(file), statement(file, "translation")
    review.open_statement(vault_session, here)
    mark = mark_over(vault_session, here, "Kubik")
    everywhere.decide_words(vault_session, here, mark.id, KEEP, Taken(), in_vault=True)
    everywhere.decide_words(vault_session, here, mark.id, KEEP, Taken())
    names = Answer((NAME, "Kubik Lampa"))
    interviews.save_answer(vault_session, file.case.id, person(file), "names", names)
    assert PENDING in decisions(vault_session, here, "Kubik")
    assert PENDING in decisions(vault_session, there, "Kubik")


def test_a_wide_decision_is_taken_back_wholly(vault_session: VaultSession, file: CaseFile) -> None:
    here, there = statement(file), statement(file, "translation")
    before = {place: review.open_statement(vault_session, place).marks for place in (here, there)}
    mark = mark_over(vault_session, here, "Kubik")
    first = Taken()
    everywhere.decide_words(vault_session, here, mark.id, KEEP, first)
    kept = {place: review.state(vault_session, place).marks for place in (here, there)}
    second = Taken()
    everywhere.decide_words(vault_session, here, mark.id, MASK, second)
    everywhere.take_back(vault_session, {}, second)
    assert {place: review.state(vault_session, place).marks for place in kept} == kept
    (ruling,) = vault_session.store.rulings.of_case(file.case.id)
    assert ruling.decision is KEEP
    everywhere.take_back(vault_session, {here: (Was.of(mark, TEXT),)}, first)
    assert {place: review.state(vault_session, place).marks for place in before} == before
    assert vault_session.store.rulings.of_case(file.case.id) == ()


def test_what_the_list_always_hides_goes_with_the_list(
    vault_session: VaultSession, file: CaseFile
) -> None:
    here = statement(file)
    rulings.add(vault_session, "asleep", MASK, MarkKind.OTHER)
    assert decisions(vault_session, here, "asleep") == [MASK]
    rulings.remove(vault_session, rulings.of_vault(vault_session)[0].id)
    assert decisions(vault_session, here, "asleep") == []


def test_a_mark_that_is_gone_decides_nothing(vault_session: VaultSession, file: CaseFile) -> None:
    with pytest.raises(UsageError, match="has changed"):
        everywhere.decide_words(vault_session, statement(file), MarkId("none"), MASK, Taken())


@pytest.mark.parametrize("words", ["", "  ", "a", "!!!", "x" * 201])
def test_a_list_takes_only_words_that_can_be_looked_for(
    vault_session: VaultSession, words: str
) -> None:
    with pytest.raises(UsageError):
        rulings.add(vault_session, words, MASK, MarkKind.OTHER)
    assert rulings.of_vault(vault_session) == ()


def test_what_was_taken_off_a_list_can_be_put_back(vault_session: VaultSession) -> None:
    rulings.add(vault_session, " Kubik   Bridge ", KEEP, MarkKind.PLACE)
    (ruling,) = rulings.of_vault(vault_session)
    assert ruling.words == "Kubik Bridge"
    rulings.remove(vault_session, ruling.id)
    rulings.remove(vault_session, ruling.id)
    assert rulings.of_vault(vault_session) == ()
    rulings.restore(vault_session, ruling)
    assert rulings.of_vault(vault_session) == (ruling,)


def test_the_rulings_of_a_case_go_with_it(vault_session: VaultSession, file: CaseFile) -> None:
    here = statement(file)
    review.open_statement(vault_session, here)
    mark = mark_over(vault_session, here, "Kubik")
    everywhere.decide_words(vault_session, here, mark.id, KEEP, Taken())
    cases.erase(vault_session, file.case.id)
    assert vault_session.store.rulings.of_case(file.case.id) == ()
    assert vault_session.store.check() == ()


def test_words_too_short_for_a_list_are_decided_in_the_case(
    vault_session: VaultSession, file: CaseFile
) -> None:
    here = statement(file)
    interviews.save_draft(vault_session, here, "In cell 7, then in cell 7 again.", 0)
    span = (8, 9)
    made = [review.add_mark(vault_session, here, at, MarkKind.NUMBER)[0] for at in (span, (24, 25))]
    assert everywhere.reach(vault_session, here, made[0].id) == Reach(1, 0)
    everywhere.decide_words(vault_session, here, made[0].id, KEEP, Taken())
    assert decisions(vault_session, here, "7") == [KEEP, KEEP]
    with pytest.raises(UsageError, match="two letters"):
        everywhere.decide_words(vault_session, here, made[0].id, KEEP, Taken(), in_vault=True)


def test_the_same_words_are_the_same_however_they_are_set_apart(
    vault_session: VaultSession, file: CaseFile
) -> None:
    here = statement(file)
    text = "They met at Kubik Bridge, near the Kubik-Bridge and Kub\u00adik\nBridge."
    interviews.save_draft(vault_session, here, text, 0)
    at = [(12, 24), (35, 47), (52, 65)]
    made = [review.add_mark(vault_session, here, span, MarkKind.PLACE)[0] for span in at]
    assert everywhere.reach(vault_session, here, made[0].id).words == 2
    everywhere.decide_words(vault_session, here, made[0].id, KEEP, Taken())
    marks = {mark.id: mark for mark in review.state(vault_session, here).marks}
    assert [marks[mark.id].decision for mark in made] == [KEEP] * 3


def test_what_followed_from_a_decision_goes_with_it(
    vault_session: VaultSession, file: CaseFile
) -> None:
    here, there = statement(file), statement(file, "translation")
    review.open_statement(vault_session, here)
    mark = mark_over(vault_session, here, "Kubik")
    taken = Taken()
    everywhere.decide_words(vault_session, here, mark.id, KEEP, taken)
    assert decisions(vault_session, there, "Kubik") == [KEEP]
    everywhere.take_back(vault_session, {}, taken)
    assert decisions(vault_session, there, "Kubik") == [PENDING]


def test_what_a_person_says_about_one_place_outlives_the_decision_for_all(
    vault_session: VaultSession, file: CaseFile
) -> None:
    here, there = statement(file), statement(file, "translation")
    review.open_statement(vault_session, here)
    mark = mark_over(vault_session, here, "Kubik")
    taken = Taken()
    everywhere.decide_words(vault_session, here, mark.id, MASK, taken)
    assert decisions(vault_session, there, "Kubik") == [MASK]
    review.decide(vault_session, there, (mark_over(vault_session, there, "Kubik").id,), KEEP)
    everywhere.take_back(vault_session, {}, taken)
    assert decisions(vault_session, there, "Kubik") == [KEEP]
