"""The domain's values keep their promises."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.answers import NOT_ASKED, Answer, Missing
from intake.domain.changes import Changes, Noun
from intake.domain.classes import DisclosureClass
from intake.domain.ids import (
    InterviewId,
    StatementId,
    check_character,
    is_case_code,
    new_case_code,
    new_id,
)
from intake.domain.person import IdentityKind, Role, identity_of
from intake.domain.progress import CancelToken, ignore_progress
from intake.domain.statement import Statement, text_digest
from intake.errors import CancelledError, DamagedError, IntakeError, VaultMissingError


def test_an_answer_has_either_a_value_or_a_reason() -> None:
    with pytest.raises(ValueError, match="either"):
        Answer()
    with pytest.raises(ValueError, match="either"):
        Answer("x", Missing.DECLINED)


def test_texts_of_answers() -> None:
    assert Answer("a").texts == ("a",)
    assert Answer(3).texts == ("3",)
    assert Answer(("a", "b")).texts == ("a", "b")
    assert NOT_ASKED.texts == ()


def test_ids_are_random_and_well_formed() -> None:
    assert len(new_id()) == 32
    assert new_id() != new_id()


def test_a_new_case_code_is_valid() -> None:
    for _ in range(200):
        assert is_case_code(new_case_code())


@given(st.data())
def test_one_wrong_character_in_a_code_is_noticed(data: st.DataObject) -> None:
    code = new_case_code().replace("-", "")
    place = data.draw(st.integers(0, 6))
    other = data.draw(st.sampled_from("23456789ABCDEFGHJKLMNPQRSTUVWXY"))
    wrong = code[:place] + other + code[place + 1 :]
    assert is_case_code(wrong) == (wrong == code)


@given(st.integers(0, 5))
def test_two_swapped_neighbours_in_a_code_are_noticed(place: int) -> None:
    code = new_case_code().replace("-", "")
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert is_case_code(swapped) == (swapped == code)


@pytest.mark.parametrize("text", ["", "ABCD", "IIII-IIII", "2345-67891"])
def test_what_is_no_code_is_told(text: str) -> None:
    assert not is_case_code(text)


def test_check_character_is_stable() -> None:
    assert check_character("2345678") == check_character("2345678")


def test_classes_that_never_leave() -> None:
    assert {c for c in DisclosureClass if c.never_leaves} == {
        DisclosureClass.DIRECT,
        DisclosureClass.INTERNAL,
    }
    assert {c for c in DisclosureClass if c.is_quasi} == {
        DisclosureClass.QUASI,
        DisclosureClass.QUASI_SENSITIVE,
    }


def test_identity_gathers_every_naming_field() -> None:
    answers = {
        "full": Answer(("Zyta Probna",)),
        "second": Answer("Probnauna"),
        "known_as": Answer(("Zytka",)),
        "calls": Answer(("+000",)),
        "writes": Answer(("z@example.org",)),
        "accounts": Answer(("@zyt",)),
        "papers": Answer(("XX0",)),
        "born": Answer(("1990", "1991")),
        "contact": Answer("Ask Jadzia"),
        "colour": Answer("Zialiony"),
    }
    kinds = dict(zip(answers, (IdentityKind.NAME, *IdentityKind), strict=False))
    found = identity_of("P1", Role.INTERVIEWEE, answers, kinds)
    assert (found.code, found.role) == ("P1", Role.INTERVIEWEE)
    assert found.names == ("Zyta Probna", "Probnauna")
    assert (found.aliases, found.phones) == (("Zytka",), ("+000",))
    assert (found.emails, found.handles) == (("z@example.org",), ("@zyt",))
    assert (found.documents, found.birth_date) == (("XX0",), "1990")
    assert found.others == ("1991", "Ask Jadzia")
    assert "Zialiony" not in str(found)


def test_identity_of_a_person_without_answers_is_empty() -> None:
    found = identity_of("P2", Role.OTHER, {}, dict.fromkeys(("names",), IdentityKind.NAME))
    assert (found.names, found.others, found.birth_date) == ((), (), None)


def test_a_review_holds_for_one_text_only() -> None:
    digest = text_digest("one")
    reviewed = Statement(
        StatementId("s"), InterviewId("i"), "q", text="one", reviewed_digest=digest
    )
    assert reviewed.is_reviewed
    changed_text = Statement(
        StatementId("s"), InterviewId("i"), "q", text="two", reviewed_digest=digest
    )
    assert not changed_text.is_reviewed


def test_any_text_has_a_digest() -> None:
    assert text_digest("\ud800") != text_digest("?")


def test_changes_unite() -> None:
    both = Changes(frozenset({Noun.CASE}), frozenset("a")) | Changes(
        frozenset({Noun.MARK}), frozenset("b")
    )
    assert both == Changes(frozenset({Noun.CASE, Noun.MARK}), frozenset({"a", "b"}))


def test_cancel_raises_at_the_next_safe_point() -> None:
    token = CancelToken()
    token.check()
    ignore_progress(1, 2)
    token.cancel()
    with pytest.raises(CancelledError):
        token.check()


def _subclasses(kind: type[IntakeError]) -> list[type[IntakeError]]:
    found = []
    for sub in kind.__subclasses__():
        found += [sub, *_subclasses(sub)]
    return found


def test_error_codes_are_unique() -> None:
    kinds: list[type[IntakeError]] = [IntakeError, *_subclasses(IntakeError)]
    codes = [kind.code for kind in kinds]
    assert len(codes) == len(set(codes))


def test_an_error_says_what_and_its_code() -> None:
    error = VaultMissingError(path="somewhere")
    assert str(error) == (
        "There is no vault at somewhere. Check the path; nothing was created. [F01]"
    )
    assert issubclass(VaultMissingError, DamagedError)
    assert error.exit_code == 3
