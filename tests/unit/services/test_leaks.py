"""The last look: what a person decided in a reviewed statement passes there and nowhere else."""

from __future__ import annotations

import csv
import io

import pytest

from intake.domain.person import Identity, Role
from intake.export.layout import STATEMENT_COLUMNS, BundleFile
from intake.redaction.leaks import LeakGate, OwnPeople
from intake.services.leaks import gate_for

STATEMENTS, ROWS = "data/statements.csv", "data/interviews.csv"
NAMED = {"case": [Identity("P1", Role.INTERVIEWEE, names=("Heather Lampavich",))]}
WORD, NAME = b"they walked in the heather then", b"then Heather Lampavich spoke"
ROW = "s1"
OWN = (Identity("P1", Role.INTERVIEWEE, names=("Зорка Гусятнік",)), *NAMED["case"])


def statements(*texts: str, row: str = ROW) -> bytes:
    file = io.StringIO(newline="")
    csv.writer(file).writerows([STATEMENT_COLUMNS, *((row, "own_words", "en", t) for t in texts)])
    return file.getvalue().encode()


def found(name: str, content: bytes, *, reviewed: bool) -> list[bool]:
    people = {ROW: OwnPeople(tuple(NAMED["case"]), case="case")}
    look = gate_for(LeakGate(NAMED, {}), reviewed=reviewed, quoted=people)
    return [each.refuses for each in look(BundleFile(name, content))]


def seen(content: bytes, *kept: str) -> list[tuple[int, str]]:
    """Return line and case of what only the statement's own people can tell."""
    people = {ROW: OwnPeople(OWN, frozenset(kept), "case")}
    look = gate_for(LeakGate({}, {}), reviewed=True, quoted=people)
    return [(each.line, each.case) for each in look(BundleFile(STATEMENTS, content))]


@pytest.mark.parametrize("reviewed", [True, False])
@pytest.mark.parametrize("name", [STATEMENTS, ROWS])
def test_a_name_is_found_wherever_it_stands(name: str, *, reviewed: bool) -> None:
    assert True in found(name, statements(NAME.decode()), reviewed=reviewed)


@pytest.mark.parametrize(
    ("name", "reviewed", "passes"),
    [(STATEMENTS, True, True), (STATEMENTS, False, False), (ROWS, True, False)],
)
def test_what_is_left_to_a_person_passes_where_one_has_looked(
    name: str, *, reviewed: bool, passes: bool
) -> None:
    assert LeakGate(NAMED, {}).scan(name, WORD), "the word is doubtful"
    content = statements(WORD.decode())
    assert (found(name, content, reviewed=reviewed) == []) is passes


def test_what_is_our_own_is_not_looked_at() -> None:
    look = gate_for(LeakGate(NAMED, {}), reviewed=False, quoted={})
    at = NAME.index(b"Heather")
    ours = ((at, at + len(b"Heather Lampavich")),)
    assert look(BundleFile(ROWS, NAME))
    assert look(BundleFile(ROWS, NAME, ours=ours)) == []


@pytest.mark.parametrize(
    "words",
    [
        "Then Husiatnik came.",
        "Potem Gusiatnikowi kazali.",
        "Тогда Гусятниковой сказали.",
        "Then Zorka H. Husiatnik came.",
        "Then Z. H. came.",
        "Then #freeHusiatnik was written.",
        "Then Husi&#97;tnik came.",
    ],
)
def test_a_statement_s_own_people_are_found_in_every_form(words: str) -> None:
    assert set(seen(statements("Nobody came.", words))) == {(3, "case")}
    assert seen(statements("Nobody came.")) == []


def test_the_line_is_that_of_the_words_in_the_finished_file() -> None:
    content = statements('They said "stay"\r\nand left.', "One line.", "Two\nThen Husiatnik came.")
    lines = content.decode().split("\n")
    assert [lines[line - 1] for line, _ in seen(content)] == ['Then Husiatnik came."\r']


def test_what_may_be_somebody_passes_where_a_person_kept_the_very_words() -> None:
    content = statements("Then Z. H. came.")
    assert seen(content)
    assert seen(content, "z", "h") == []
    assert seen(content, "z")
    surname = statements("Then Husiatnik came.")
    assert seen(surname, "husiatnik"), "nobody can decide that a surname is nobody's"


@pytest.mark.parametrize("content", [statements("Nobody.", row="s2"), b"Nobody came."])
def test_a_statement_of_which_nobody_knows_whose_it_is_refuses(content: bytes) -> None:
    assert len(seen(content)) == 1


def test_a_statement_of_any_length_is_read() -> None:
    assert seen(statements("Nobody came. " * 20_000 + "Then Husiatnik came.")) == [(2, "case")]
