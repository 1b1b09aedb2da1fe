"""Of all that can be typed into a case nothing leaves but statements that were redacted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from intake.domain.answers import Answer
from intake.domain.case import WISH, CaseFile
from intake.domain.classes import DisclosureClass
from intake.domain.consent import RecipientGroup, Use
from intake.domain.languages import known_language
from intake.domain.marks import Decision
from intake.forms.definition import Owner, QuestionKind
from intake.forms.loader import core_form
from intake.services import exports, review
from intake.services.exports import ExportRequest, Policy
from intake.services.session import VaultSession
from tests.unit.services.making import case_file, review_everything

TYPED = "Zubrylina"
NUMBER = 987_123_654
NARRATIVES = {
    question.name
    for question in core_form().questions
    if question.disclosure is DisclosureClass.NARRATIVE
}
_NUMBERS = {QuestionKind.INTEGER, QuestionKind.NUMBER}


def _typed(owner: Owner, word: str, *, as_number: bool) -> Mapping[str, Answer]:
    """Return an answer in somebody's own words, or a number, to every question of an owner."""
    return {
        question.name: Answer(NUMBER if as_number and question.kind in _NUMBERS else word)
        for section in core_form().sections
        if section.owner is owner
        for question in section.items
        if question.name != WISH
    }


def _full(number: int, *, as_number: bool) -> CaseFile:
    """Return a case in which something is typed wherever something can be."""
    file = case_file(number, statement="They came early.")
    word = TYPED + "abcdef"[number]  # nobody is related

    def typed(owner: Owner) -> Mapping[str, Answer]:
        return _typed(owner, word, as_number=as_number)

    return replace(
        file,
        case=replace(file.case, project=word, answers=typed(Owner.CASE)),
        interviews=tuple(replace(i, answers=typed(Owner.INTERVIEW)) for i in file.interviews),
        events=tuple(replace(e, answers=typed(Owner.EVENT)) for e in file.events),
        persons=tuple(replace(p, answers=typed(Owner.PERSON)) for p in file.persons),
        statements=tuple(
            replace(s, text=f"Then {word} spoke." if s.question in NARRATIVES else word)
            for s in file.statements
        ),
    )


@pytest.mark.parametrize("as_number", [False, True])
@pytest.mark.parametrize("policy", Policy)
def test_nothing_that_was_typed_leaves(
    vault_session: VaultSession, tmp_path: Path, policy: Policy, *, as_number: bool
) -> None:
    files = [_full(number, as_number=as_number) for number in range(6)]
    vault_session.store.add_cases(files)
    review_everything(vault_session)
    asked = ExportRequest(policy, Use.ANALYSIS, RecipientGroup.ANALYSTS, unencrypted=True)
    receipt = exports.write(vault_session, exports.plan(vault_session, asked), tmp_path / "a.zip")
    with ZipFile(receipt.path) as archive:
        names = archive.namelist()
        content = b"".join(archive.read(name) for name in names)
    text = content.decode("utf-8", "replace").casefold()
    assert TYPED.casefold() not in text
    assert TYPED.casefold() not in " ".join(names).casefold()
    assert str(NUMBER) not in text
    codes = [file.case.code for file in files]
    assert not any(code.casefold() in text for code in codes)
    assert ("data/statements.csv" in names) is (policy is Policy.ANALYSIS)


def test_the_text_of_a_statement_leaves_only_as_a_narrative() -> None:
    assert sorted(NARRATIVES) == ["own_words", "translation", "version_for_sharing"]


def test_a_language_that_was_typed_is_no_language() -> None:
    assert known_language(TYPED) == ""


def test_a_version_for_sharing_is_looked_through_like_any_text(
    vault_session: VaultSession,
) -> None:
    file = _full(1, as_number=False)
    vault_session.store.add_cases([file])
    shared = next(s for s in file.statements if s.question == "version_for_sharing")
    marks = review.open_statement(vault_session, shared.id).marks
    assert [(mark.source, mark.decision) for mark in marks] == [("identity", Decision.PENDING)]
