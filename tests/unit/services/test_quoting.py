"""A statement leaves with every name masked and every mark decided, or it stays."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from intake.domain.case import CaseFile
from intake.domain.marks import Decision, Mark, MarkKind, new_mark
from intake.domain.person import Identity, Role
from intake.redaction.leaks import LeakGate
from intake.redaction.pseudonyms import Pseudonyms
from intake.redaction.suggest import Profile
from intake.redaction.vocabulary import Phrase, Vocabulary
from intake.services.people import identities_of
from intake.services.quoting import Quoting, counts_by_kind
from tests.unit.services.making import case_file, name_of

SEED = bytes(range(32))
STRANGER = Identity("P1", Role.WITNESS, names=("Zmicier Bublikevich",))
NAME = name_of(1)


def _quoting(file: CaseFile, *others: Identity, **changes: Any) -> Quoting:
    gate = LeakGate({"own": identities_of(file), "other": others}, {})
    return Quoting(Pseudonyms(SEED, file.persons), Profile.STRICT, gate, **changes)


def _texts(quoting: Quoting, file: CaseFile, withheld: frozenset[str] = frozenset()) -> list[str]:
    return [text.text for _, text in quoting.redacted(file, withheld)]


def _reviewed(file: CaseFile, *words: str, decision: Decision = Decision.MASK) -> CaseFile:
    """Return the case after a review that marked these words."""
    statements = []
    marks: dict[str, tuple[Mark, ...]] = {}
    for each in file.statements:
        statements.append(replace(each, reviewed_digest=each.digest) if each.text else each)
        marks[each.id] = tuple(_mark(each.text, word, decision) for word in words if each.text)
    return replace(file, statements=tuple(statements), marks=marks)


def _mark(text: str, word: str, decision: Decision) -> Mark:
    start = text.index(word)
    return replace(
        new_mark(start, start + len(word), MarkKind.PERSON), decision=decision, source="strict"
    )


def _with_texts(**texts: str) -> CaseFile:
    file = case_file(1)
    return replace(
        file,
        statements=tuple(
            replace(each, text=texts.get(each.question, "")) for each in file.statements
        ),
    )


# -- with a review --------------------------------------------------------------------------------


def test_a_reviewed_text_leaves_as_it_was_decided() -> None:
    file = _reviewed(case_file(1), NAME)
    quoting = _quoting(file)
    assert _texts(quoting, file) == ["They came early. [person] was not told why."]
    assert counts_by_kind(quoting.masked) == {"person": 1}
    assert (quoting.pending_statements, quoting.unsure) == (0, [])


def test_a_text_without_review_waits() -> None:
    file = case_file(1)
    quoting = _quoting(file)
    assert _texts(quoting, file) == []
    assert (quoting.pending_statements, quoting.pending_marks) == (1, 0)


def test_one_undecided_mark_is_enough_to_wait() -> None:
    file = _reviewed(case_file(1), NAME, "early", decision=Decision.PENDING)
    quoting = _quoting(file)
    assert _texts(quoting, file) == []
    assert (quoting.pending_statements, quoting.pending_marks) == (1, 2)


def test_a_text_that_changed_after_its_review_waits() -> None:
    file = _reviewed(case_file(1), NAME)
    changed = tuple(
        replace(each, text=each.text + " More.") if each.text else each for each in file.statements
    )
    quoting = _quoting(file)
    assert _texts(quoting, replace(file, statements=changed)) == []
    assert quoting.pending_statements == 1


def test_a_reviewed_text_that_names_somebody_all_the_same_is_unsure() -> None:
    file = _reviewed(case_file(1, statement=f"{NAME} met Bublikevich."), NAME)
    quoting = _quoting(file, STRANGER)
    assert _texts(quoting, file) == []
    assert quoting.unsure == [next(each.id for each in file.statements if each.text)]
    assert not quoting.masked


def test_a_common_word_that_a_person_kept_may_leave() -> None:
    text = "her faith was all she had"
    file = _reviewed(case_file(1, statement=text))
    assert _texts(_quoting(file, Identity("P1", Role.OTHER, names=("Faith Lampa",))), file) == [
        text
    ]


def test_a_name_in_another_form_that_nobody_decided_about_opens_the_review_again() -> None:
    file = _reviewed(
        case_file(1, statement=f"{NAME} left. Then Сукнабвичу and Z. S. called."), NAME
    )
    quoting = _quoting(file)
    assert _texts(quoting, file) == []
    assert quoting.unsure == [next(each.id for each in file.statements if each.text)]
    assert quoting.quoted == {}


def test_what_may_be_somebody_leaves_where_a_person_decided_so() -> None:
    file = _reviewed(case_file(1, statement="Then Z. S. called."), "Z. S", decision=Decision.KEEP)
    quoting = _quoting(file)
    assert _texts(quoting, file) == ["Then Z. S. called."]
    assert [own.kept for own in quoting.quoted.values()] == [{"z", "s"}]
    assert quoting.kept_names == {"Z. S"}


# -- without a review -----------------------------------------------------------------------------


def test_unreviewed_everything_that_anything_finds_is_masked() -> None:
    text = "They came. bublikevich was there, and her faith. He rang twice."
    file = case_file(1, statement=text)
    others = (STRANGER, Identity("P2", Role.OTHER, names=("Faith Lampa",)))
    (made,) = _texts(_quoting(file, *others, unreviewed=True), file)
    assert "bublikevich" not in made
    assert "faith" not in made
    assert "They came." in made


def test_unreviewed_texts_are_strict_whatever_the_vault_s_profile() -> None:
    file = case_file(1, statement="Then we saw Abvestka Nevyadomaya in the yard.")
    balanced = _quoting(file, unreviewed=True)
    balanced.profile = Profile.BALANCED
    assert "Abvestka" not in _texts(balanced, file)[0]


@pytest.mark.parametrize(
    "text", ["من رضا هستم", "She said: שלום", "ის მოვიდა", "我们来了", "They came. 田中 too."]
)
def test_unreviewed_a_script_without_capitals_stays_here(text: str) -> None:
    file = case_file(1, statement=text)
    quoting = _quoting(file, unreviewed=True)
    assert _texts(quoting, file) == []
    assert quoting.left_out == 1
    reviewed = _reviewed(file)
    assert _texts(_quoting(reviewed), reviewed) == [text]


@pytest.mark.parametrize("text", ["Яны прыйшлі рана.", "Вони прийшли о п\u02bcятій, 3º.", "№ 5 й"])
def test_unreviewed_scripts_with_capitals_leave(text: str) -> None:
    file = case_file(1, statement=text)
    assert len(_texts(_quoting(file, unreviewed=True), file)) == 1


def test_where_the_label_itself_is_a_name_it_has_no_words() -> None:
    file = _reviewed(case_file(1), NAME)
    quoting = _quoting(file, Identity("P1", Role.OTHER, names=("Anna Person",)))
    assert _texts(quoting, file) == ["They came early. […] was not told why."]


def test_unreviewed_a_name_behind_an_escape_is_hidden_with_it() -> None:
    stranger = Identity("P1", Role.OTHER, names=("Anna Bublihus",))  # no ending tells a surname
    file = case_file(1, statement="They asked for &#66;ublihus there.")
    quoting = _quoting(file, stranger, unreviewed=True)
    assert _texts(quoting, file) == ["They asked for [withheld] there."]
    assert (quoting.left_out, quoting.unsure) == (0, [])


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("база", "Нас отвезли на базу."),
        ("القصر", "ثم ذهبنا بالقصر"),
        ("北京饭店", "他们把我带到北京饭店旁边的房子。"),
        ("Kubik", "We met at &#75;ubik."),
        ("Kubik", "We met at K u b i k house."),
        ("Kubik", "See #kubikhouse."),
    ],
)
def test_a_listed_word_in_any_form_opens_the_review_again(words: str, text: str) -> None:
    file = _reviewed(_with_texts(own_words=text))
    assert len(_texts(_quoting(file), file)) == 1
    quoting = _quoting(file, always=Vocabulary(always=(Phrase(words, MarkKind.PLACE),)))
    assert _texts(quoting, file) == []
    assert len(quoting.unsure) == 1


# -- which texts ----------------------------------------------------------------------------------


def test_the_profile_none_lets_no_statement_leave() -> None:
    file = _reviewed(case_file(1), NAME)
    quoting = _quoting(file)
    quoting.profile = Profile.NONE
    assert _texts(quoting, file) == []
    assert quoting.pending_statements == 0


def test_a_version_for_sharing_stands_for_all_other_texts() -> None:
    file = _reviewed(
        _with_texts(own_words="Mine.", translation="Theirs.", version_for_sharing="S.")
    )
    assert _texts(_quoting(file), file) == ["S."]


def test_without_one_every_text_with_words_leaves() -> None:
    file = _reviewed(_with_texts(own_words="Mine.", translation="Theirs.", version_for_sharing=" "))
    assert _texts(_quoting(file), file) == ["Mine.", "Theirs."]


def test_a_version_for_sharing_that_waits_is_not_replaced_by_another_text() -> None:
    ready = _reviewed(_with_texts(own_words="Mine.", version_for_sharing="Shared."))
    waiting = replace(
        ready,
        statements=tuple(
            replace(each, reviewed_digest=None) if each.question == "version_for_sharing" else each
            for each in ready.statements
        ),
    )
    quoting = _quoting(waiting)
    assert _texts(quoting, waiting) == []
    assert quoting.pending_statements == 1


@pytest.mark.parametrize("withheld", ["version_for_sharing", "own_words"])
def test_a_text_that_the_person_withholds_neither_leaves_nor_waits(withheld: str) -> None:
    file = _with_texts(own_words="Mine.", version_for_sharing="Shared.")
    quoting = _quoting(file)
    assert _texts(quoting, file, frozenset({withheld, "version_for_sharing"})) == []
    assert quoting.pending_statements == 0


def test_two_people_never_share_a_pseudonym_within_a_bundle() -> None:
    files = [case_file(number) for number in (1, 2)]
    people = [person for file in files for person in file.persons]
    everybody = {str(at): identities_of(file) for at, file in enumerate(files)}
    gate = LeakGate(everybody, {})
    quoting = Quoting(Pseudonyms(SEED, people), Profile.STRICT, gate, unreviewed=True)
    labels = [_texts(quoting, file)[0].partition("[")[2].partition("]")[0] for file in files]
    assert all(label.endswith(", interviewee") for label in labels)
    assert labels[0] != labels[1]
