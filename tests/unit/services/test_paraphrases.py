"""A version for sharing of a passage leaves in its place, with everything found in it hidden."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from intake.domain.answers import Answer
from intake.domain.ids import MarkId, StatementId
from intake.domain.marks import Decision, Mark, MarkKind, Paraphrase, new_mark
from intake.domain.person import Role
from intake.errors import PendingReviewError, UsageError
from intake.redaction.leaks import LeakGate
from intake.redaction.pseudonyms import Pseudonyms
from intake.redaction.suggest import Profile
from intake.services import (
    cases,
    interviews,
    looking,
    paraphrases,
    records,
    review,
    rulings,
    search,
    settings,
)
from intake.services.paraphrases import LONGEST
from intake.services.people import identities_of
from intake.services.quoting import Quoting
from intake.services.retelling import found
from intake.services.review import Was
from intake.services.session import VaultSession

PASSAGE = "My neighbour Zubrava Lampa, who sells tickets at the circus, hid me for three nights."
TEXT = f"They came early. {PASSAGE} Then I went away."
SPAN = (TEXT.index(PASSAGE), TEXT.index(PASSAGE) + len(PASSAGE))
TOLD = "Somebody who lived close by helped me for a while."


@pytest.fixture
def statement_id(vault_session: VaultSession) -> StatementId:
    """Return a statement in which the interviewee's neighbour is named."""
    file = interviews.begin(vault_session, language="en").file
    person, _ = records.add_person(vault_session, file.case.id, Role.OTHER)
    names = Answer(("Zubrava Lampa",))
    interviews.save_answer(vault_session, file.case.id, person.id, "names", names)
    found = next(s.id for s in file.statements if s.question == "own_words")
    interviews.save_draft(vault_session, found, TEXT, 0)
    return found


def _shown(session: VaultSession, statement_id: StatementId) -> str:
    return review.preview(review.state(session, statement_id)).text


def _marks(session: VaultSession, statement_id: StatementId) -> tuple[Mark, ...]:
    return review.state(session, statement_id).marks


def _hide_all(session: VaultSession, statement_id: StatementId) -> None:
    ids = tuple(mark.id for mark in review.open_statement(session, statement_id).marks)
    review.decide(session, statement_id, ids, Decision.MASK)


def _found(session: VaultSession, statement_id: StatementId, text: str) -> list[str]:
    seen = looking.material(session, statement_id)
    hidden = paraphrases.found_in(seen, SPAN, text)
    return [text[mark.start : mark.end] for mark in hidden]


def test_a_clean_paraphrase_leaves_in_place_of_the_passage(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    review.open_statement(vault_session, statement_id)
    mark, saved = paraphrases.write(vault_session, statement_id, SPAN, f"\n {TOLD} ")
    assert (mark.decision, mark.kind) == (Decision.MASK, MarkKind.OTHER)
    assert mark.paraphrase == Paraphrase(TOLD)
    assert saved.changes.nouns
    _hide_all(vault_session, statement_id)
    assert _shown(vault_session, statement_id) == f"They came early. {TOLD} Then I went away."


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Zubrava hid me.", ["Zubrava"]),
        ("I hid with Z. Lampa.", ["Z. Lampa"]),
        ("lampa hid me.", ["lampa"]),
        ("Call +375 29 123 45 67.", ["+375 29 123 45 67"]),
        ("I hid with Mikita Vymyslau.", ["Mikita Vymyslau"]),
        ("[P2, other] hid me, not [P77, parent].", ["[P2, other]", "[P77, parent]"]),
    ],
)
def test_what_names_somebody_in_a_paraphrase_is_found_and_hidden(
    vault_session: VaultSession, statement_id: StatementId, text: str, hidden: list[str]
) -> None:
    review.open_statement(vault_session, statement_id)
    assert _found(vault_session, statement_id, text) == hidden
    paraphrases.write(vault_session, statement_id, SPAN, text)
    _hide_all(vault_session, statement_id)
    shown = _shown(vault_session, statement_id)
    assert not any(f" {words}" in shown for words in hidden if words != "[P2, other]")
    review.complete(vault_session, statement_id)


def test_a_label_in_a_paraphrase_stands_for_the_person(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    paraphrases.write(vault_session, statement_id, SPAN, "[P2, anything] hid me.")
    (mark,) = (m for m in _marks(vault_session, statement_id) if m.paraphrase)
    assert mark.paraphrase is not None
    file = cases.case_file(vault_session, review.state(vault_session, statement_id).case_id)
    assert [m.person_id for m in mark.paraphrase.marks] == [file.persons[1].id]
    labels = Pseudonyms(bytes(range(16)), file.persons)
    assert labels.label(mark.paraphrase.marks[0]) != "[P2, other]"


def test_words_marked_by_hand_in_the_statement_are_hidden_in_a_paraphrase(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    start = TEXT.index("sells tickets")
    review.add_mark(vault_session, statement_id, (start, start + 13), MarkKind.OTHER)
    assert _found(vault_session, statement_id, "She sells  Tickets.") == ["sells  Tickets"]
    (mark,) = _marks(vault_session, statement_id)
    review.decide(vault_session, statement_id, (mark.id,), Decision.KEEP)
    assert _found(vault_session, statement_id, "She sells tickets.") == []


def test_who_is_named_across_the_edge_of_a_paraphrase_is_found(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    at = TEXT.index("Then")
    interviews.save_draft(vault_session, statement_id, f"{TEXT[:at]}Lampa{TEXT[at + 4 :]}", 0)
    text = "I thank dear old zubrava"
    assert _found(vault_session, statement_id, text) == ["zubrava"]


@pytest.mark.parametrize("place", ["before", "behind"])
def test_a_long_phrase_is_found_across_the_edge_of_a_paraphrase(
    vault_session: VaultSession, statement_id: StatementId, place: str
) -> None:
    away = "society of makers of lamps and kites and of lenders of ladders by the old "
    phrase, span, text = f"{away}kiln", (len(away), len(away) + 5), "kiln here"
    before, behind = away, "."
    if place == "behind":
        phrase, span, text = f"kiln {away.strip()}", (5, 10), "the kiln"
        before, behind = "They ", f" {away.strip()}."
    interviews.save_draft(vault_session, statement_id, f"{before}house{behind}", 0)
    rulings.add(vault_session, phrase, Decision.MASK, MarkKind.OTHER)
    seen = looking.material(vault_session, statement_id)
    assert seen.statement.text[slice(*span)] == "house"
    hidden = [text[mark.start : mark.end] for mark in found(seen, span, text)]
    assert hidden == ["kiln"]


def test_marks_inside_the_passage_are_decided_with_it_and_others_are_not(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    known = review.open_statement(vault_session, statement_id).marks
    date = Mark(MarkId("beyond"), 0, SPAN[0] + 3, MarkKind.OTHER)
    with vault_session.store.write() as tx:
        vault_session.store.marks.replace(tx, statement_id, (date, *known))
    paraphrases.write(vault_session, statement_id, SPAN, TOLD)
    pending = [m.id for m in _marks(vault_session, statement_id) if m.decision is Decision.PENDING]
    assert pending == ["beyond"]


def test_a_mark_can_get_a_paraphrase_and_lose_it(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    named = next(m for m in review.open_statement(vault_session, statement_id).marks if m.person_id)
    paraphrases.write(vault_session, statement_id, named.id, "a friend")
    assert "neighbour a friend, who" in _shown(vault_session, statement_id)
    assert named.id in {m.id for m in review.open_statement(vault_session, statement_id).marks}
    paraphrases.write(vault_session, statement_id, (named.start, named.end), " ")
    assert "neighbour [P2, other], who" in _shown(vault_session, statement_id)


def test_undo_brings_back_the_paraphrase_that_was_there(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    mark, _ = paraphrases.write(vault_session, statement_id, SPAN, TOLD)
    before = {statement_id: (Was.of(mark, TEXT),)}
    paraphrases.write(vault_session, statement_id, mark.id, "Something else.")
    with vault_session.store.write() as tx:
        review.put_back(vault_session, tx, before)
    assert TOLD in _shown(vault_session, statement_id)


def test_another_paraphrase_ends_the_review_and_the_same_does_not(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    mark, _ = paraphrases.write(vault_session, statement_id, SPAN, TOLD)
    _hide_all(vault_session, statement_id)
    review.complete(vault_session, statement_id)
    paraphrases.write(vault_session, statement_id, mark.id, TOLD)
    assert review.state(vault_session, statement_id).statement.is_reviewed
    paraphrases.write(vault_session, statement_id, mark.id, "Somebody helped me.")
    assert not review.state(vault_session, statement_id).statement.is_reviewed


def test_a_changed_passage_keeps_its_paraphrase_undecided_and_the_review_waits_for_it(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    paraphrases.write(vault_session, statement_id, SPAN, TOLD)
    _hide_all(vault_session, statement_id)
    changed = TEXT.replace("three nights", "four nights")
    interviews.save_draft(vault_session, statement_id, changed, 0)
    (mark,) = (m for m in _marks(vault_session, statement_id) if m.paraphrase)
    assert (mark.decision, mark.paraphrase) == (Decision.PENDING, Paraphrase(TOLD))
    assert TOLD not in _shown(vault_session, statement_id)
    with pytest.raises(PendingReviewError):
        review.complete(vault_session, statement_id)


def test_somebody_recorded_later_is_hidden_and_the_paraphrase_decided_again(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    paraphrases.write(vault_session, statement_id, SPAN, "The old swan hid me.")
    _hide_all(vault_session, statement_id)
    case_id = review.state(vault_session, statement_id).case_id
    person, _ = records.add_person(vault_session, case_id, Role.OTHER)
    interviews.save_answer(vault_session, case_id, person.id, "names", Answer(("Swan",)))
    with pytest.raises(PendingReviewError):
        review.complete(vault_session, statement_id)
    _hide_all(vault_session, statement_id)
    assert "swan" not in _shown(vault_session, statement_id)
    records.remove_person(vault_session, person.id)
    _hide_all(vault_session, statement_id)
    assert "swan" not in _shown(vault_session, statement_id)
    review.complete(vault_session, statement_id)


def test_what_was_hidden_stays_hidden_under_a_profile_that_finds_less(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    paraphrases.write(vault_session, statement_id, SPAN, "I hid near Kvadrat then.")
    before = _marks(vault_session, statement_id)
    settings.save(vault_session, settings.Settings(redaction_profile="balanced"))
    again = review.open_statement(vault_session, statement_id).marks
    assert [m for m in again if m.paraphrase] == [m for m in before if m.paraphrase]
    assert "Kvadrat" not in _shown(vault_session, statement_id)


def test_a_vault_that_proposes_nothing_looks_strictly_at_a_paraphrase(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    settings.save(vault_session, settings.Settings(redaction_profile="none"))
    assert _found(vault_session, statement_id, "I hid near Kvadrat then.") == ["Kvadrat"]


@pytest.mark.parametrize("place", [(3, 3), (-1, 4), (5, 10_000), MarkId("gone")])
def test_a_passage_that_is_not_there_is_refused(
    vault_session: VaultSession, statement_id: StatementId, place: MarkId | tuple[int, int]
) -> None:
    with pytest.raises(UsageError):
        paraphrases.write(vault_session, statement_id, place, TOLD)


def test_a_paraphrase_has_a_longest_length(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    with pytest.raises(UsageError):
        _found(vault_session, statement_id, "a" * (LONGEST + 1))
    paraphrases.write(vault_session, statement_id, SPAN, "a" * LONGEST)


def test_the_search_does_not_know_a_paraphrase(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    paraphrases.write(vault_session, statement_id, SPAN, "A kindly quagga helped.")
    assert search.search(vault_session, "circus")
    assert not search.search(vault_session, "quagga")


# -- in a bundle ------------------------------------------------------------------------------


def _quoted(
    session: VaultSession,
    statement_id: StatementId,
    change: Callable[[Mark], Mark] = lambda mark: mark,
    *,
    unreviewed: bool = False,
) -> tuple[Quoting, list[str]]:
    file = cases.case_file(session, review.state(session, statement_id).case_id)
    marks = tuple(change(mark) for mark in file.marks[statement_id])
    file = replace(file, marks={**file.marks, statement_id: marks})
    gate = LeakGate({"own": identities_of(file)}, {})
    labels = Pseudonyms(bytes(range(16)), file.persons)
    quoting = Quoting(labels, Profile.STRICT, gate, unreviewed=unreviewed)
    return quoting, [text.text for _, text in quoting.redacted(file)]


def _finish(session: VaultSession, statement_id: StatementId, told: str) -> None:
    paraphrases.write(session, statement_id, SPAN, told)
    _hide_all(session, statement_id)
    review.complete(session, statement_id)


def test_a_reviewed_paraphrase_leaves_and_is_counted(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    _finish(vault_session, statement_id, "Lampa helped me, and so did others.")
    quoting, texts = _quoted(vault_session, statement_id)
    assert len(texts) == 1
    assert "helped me, and so did others." in texts[0]
    assert "Lampa" not in texts[0]
    assert quoting.masked == {MarkKind.OTHER: 1, MarkKind.PERSON: 1}


def test_a_text_that_nobody_reviewed_leaves_without_paraphrases(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    paraphrases.write(vault_session, statement_id, SPAN, TOLD)
    _, texts = _quoted(vault_session, statement_id, unreviewed=True)
    assert texts == ["They came early. [withheld] Then I went away."]


def test_a_paraphrase_that_nothing_was_found_in_meets_the_gate(
    vault_session: VaultSession, statement_id: StatementId
) -> None:
    _finish(vault_session, statement_id, "Lampa helped me.")

    def unseen(mark: Mark) -> Mark:
        told = mark.paraphrase
        return replace(mark, paraphrase=Paraphrase(told.text)) if told else mark

    quoting, texts = _quoted(vault_session, statement_id, unseen)
    assert texts == []
    assert quoting.unsure == [statement_id]


def test_a_new_mark_has_no_paraphrase() -> None:
    assert new_mark(0, 3, MarkKind.PLACE).paraphrase is None
