"""CSV files: read back as they were meant, in random order, and dead in a spreadsheet program."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.answers import Answer
from intake.domain.text import inert
from intake.export.counting import FieldCounts
from intake.export.layout import BundleFile, Composer, our_file, tables_of
from intake.export.snapshot import _MAKER, RedactedCase, build
from intake.export.writers.tables import (
    harmless,
    write_counts,
    write_statements,
    write_tables,
)
from intake.redaction.apply import redact
from tests.unit.export.containers import VECTORS
from tests.unit.export.making import (
    FIELDS,
    STATEMENT,
    case_file,
    consent,
    masked,
    redacted,
    release,
)

FORMULAS: list[str] = json.loads((VECTORS / "formulas.json").read_text())
CASES = [redacted(case_file(n)) for n in range(1, 6)]
TABLES = tables_of(FIELDS, CASES)
TRIGGERS = "=+-@\u2212"


def rows_of(file: BundleFile, delimiter: str = ",") -> list[list[str]]:
    text = file.content.decode("utf-8")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))


def is_formula(cell: str) -> bool:
    """Tell whether a cell starts a formula behind blanks and quotes; not written as the code is."""
    while cell and (unicodedata.category(cell[0])[0] in "ZC" or cell[0] == '"'):
        cell = cell[1:]
    return unicodedata.normalize("NFKC", cell[:1]).startswith(tuple(TRIGGERS))


def is_alive(cell: str) -> bool:
    return cell[:1] in {"\t", "\r", "\n"} or is_formula(cell)


def with_text(text: str) -> RedactedCase:
    return redacted(case_file(), text=redact(text, [], lambda _mark: ""))


def test_there_are_sixty_formulas() -> None:
    assert len(set(FORMULAS)) >= 60


@pytest.mark.parametrize("formula", FORMULAS, ids=ascii)
def test_no_formula_survives_in_any_text_field(formula: str) -> None:
    case = case_file()
    odd = replace(case, case=replace(case.case, project=formula))
    odd = replace(odd, statements=(replace(case.statements[0], language=formula),))
    text = redact(formula, [], lambda _mark: "")
    made = build(
        odd,
        release(),
        FIELDS,
        {"profile.sex": formula, "profile.targeted_group": formula},
        statements=[(odd.statements[0], text)],
    )
    files = [*write_tables(TABLES, [made]), write_statements([made])]
    files.append(write_counts([FieldCounts("profile.sex", ((formula, 5),))]))
    for file in files:
        for row in rows_of(file):
            assert not any(is_alive(cell) for cell in row)


def test_only_words_of_our_own_are_hidden_from_the_gate() -> None:
    made = CASES[0]
    for language, is_ours in (("be", True), ("", True), ("Pestrak", False)):
        statement = replace(made.statements[0], language=language)
        file = write_statements([replace(made, statements=(statement,), maker=_MAKER)])
        shown = b"".join(file.content[start:end] for start, end in file.ours)
        assert (f",{language}," in shown.decode()) == is_ours
        assert STATEMENT[:10] not in shown.decode()


@pytest.mark.parametrize("formula", FORMULAS, ids=ascii)
@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_no_formula_survives_where_another_separator_is_used(formula: str, delimiter: str) -> None:
    """A program set to another country splits our cells; the parts must be harmless too."""
    content = write_statements([with_text(f"before{delimiter}{formula}")]).content.decode()
    for line in content.splitlines()[1:]:
        for part in line.split(delimiter):
            assert not is_formula(part)


@given(st.text())
def test_making_text_harmless_adds_apostrophes_and_nothing_else(text: str) -> None:
    made = harmless(text)
    assert not is_alive(made)
    kept = iter(made)
    assert all(char in kept for char in inert(text) if char not in "\n\ufeff")
    assert len(made.replace("'", "")) <= len(text)


@pytest.mark.parametrize(
    "text", ["", "an account", "he said - and left", "1-2", "a=b", "me@x", "a, -b", "[P1] = x"]
)
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert harmless(text) == text


def test_a_long_run_of_blanks_takes_no_longer_than_any_text() -> None:
    assert harmless("\t" * 500_000 + "=1").endswith("\t'=1")


AWKWARD = [
    'she said "no"',
    "two\nlines",
    "comma, here",
    " blank at both ends ",
    "\u0416\u0438\u0437\u043d\u044c \u05e9\u05dc\u05d5\u05dd \U0001f54a\ufe0f",
    "\u200fmarks of direction\u200e",
    "x" * 100_000,
    "",
]


@pytest.mark.parametrize("text", AWKWARD, ids=range(len(AWKWARD)))
def test_awkward_text_comes_back_as_it_was(text: str) -> None:
    rows = rows_of(write_statements([with_text(text)]))
    assert rows[1][3] == text


@pytest.mark.parametrize("text", ["nul\0here", "half \ud800 a character"])
def test_what_is_no_text_becomes_a_replacement_character(text: str) -> None:
    rows = rows_of(write_statements([with_text(text)]))
    assert "\ufffd" in rows[1][3]
    assert "\0" not in rows[1][3]


@pytest.mark.parametrize("command", ["\x1b]0;x\x07", "\x9b2J", "\b\b", "\x7f", "\u202e", "\u2066"])
def test_no_cell_holds_what_a_terminal_or_a_window_obeys(command: str) -> None:
    for file in (
        write_statements([with_text(f"before{command}behind")]),
        write_counts([FieldCounts("profile.sex", ((f"a{command}b", 7),))]),
    ):
        content = file.content.decode()
        assert "\ufffd" in content
        assert all(char in "\r\n" or char.isprintable() for char in content)


def test_every_table_has_one_row_per_interviewee_in_the_order_of_random_ids() -> None:
    for table, file in zip(TABLES, write_tables(TABLES, CASES[::-1]), strict=True):
        header, *rows = rows_of(file)
        assert file.name == f"data/{table.name}.csv"
        assert tuple(header) == table.header
        assert [row[0] for row in rows] == sorted(case.row_id for case in CASES)


def test_the_order_of_cases_changes_no_byte() -> None:
    assert write_tables(TABLES, CASES) == write_tables(TABLES, CASES[::-1])
    assert write_statements(CASES) == write_statements(CASES[::-1])


def test_a_missing_value_stands_as_a_reason_beside_an_empty_cell() -> None:
    header, row = rows_of(write_tables(TABLES, CASES[:1])[0])
    cells = dict(zip(header, row, strict=True))
    assert (cells["religion"], cells["religion_reason"]) == ("", "declined")
    assert (cells["sex"], cells["sex_reason"]) == ("female", "")
    assert (cells["third_parties"], cells["third_parties_reason"]) == ("", "withheld")


def test_a_withheld_field_keeps_its_columns() -> None:
    uses = dict(consent().uses)
    uses = {use: replace(each, withhold=frozenset({"sex"})) for use, each in uses.items()}
    made = redacted(replace(case_file(), consent=consent(uses=uses)))
    header, row = rows_of(write_tables(TABLES, [made])[0])
    cells = dict(zip(header, row, strict=True))
    assert (cells["sex"], cells["sex_reason"]) == ("", "withheld")


def test_nothing_leads_from_a_statement_to_a_row() -> None:
    rows = [row for file in write_tables(TABLES, CASES) for row in rows_of(file)[1:]]
    statements = rows_of(write_statements(CASES))
    assert statements[0] == ["id", "question", "language", "text"]
    ids = {row[0] for row in rows}
    assert not ids & {cell for row in statements for cell in row}
    by_row = sorted(CASES, key=lambda case: case.row_id)
    by_statement = sorted(CASES, key=lambda case: case.statements[0].row_id)
    assert by_row != by_statement


def test_only_words_of_a_case_are_left_for_the_leak_gate() -> None:
    made = with_text("words of a case")
    file = write_statements([made])
    others = bytearray(file.content)
    for start, end in file.ours:
        others[start:end] = bytes(end - start)
    assert bytes(others).replace(b"\0", b"") == b"words of a case"
    case = case_file()
    own = redacted(replace(case, case=replace(case.case, project="Our words")))
    table = write_tables(TABLES, [own])[0]
    left = bytearray(table.content)
    for start, end in table.ours:
        left[start:end] = bytes(end - start)
    assert bytes(left).replace(b"\0", b"") == b""
    assert b"Our words" not in table.content


def test_counts_hide_what_is_hidden() -> None:
    file = write_counts([FieldCounts("profile.sex", (("female", 7), ("male", None)))])
    assert rows_of(file) == [
        ["field", "value", "people", "people_reason"],
        ["profile.sex", "female", "7", ""],
        ["profile.sex", "male", "", "withheld"],
    ]


def test_a_column_of_a_foreign_form_never_takes_the_name_of_ours() -> None:
    rules = [
        replace(rule, name=name)
        for rule, name in zip(
            FIELDS.table("interviews"), ["id", "x", "x_reason", "y"], strict=False
        )
    ]
    fields = replace(FIELDS, rules=tuple(rules))
    header = tables_of(fields, [])[0].header
    assert len(set(header)) == len(header)
    assert header[:3] == ("id", "id_", "id__reason")


def test_a_protected_field_has_a_column_only_where_somebody_named_it() -> None:
    named = build(
        case_file(),
        release(),
        FIELDS,
        {"interview.interview_country": "Caucasus"},
        named={"interview_country"},
    )
    assert "interview_country" in tables_of(FIELDS, [*CASES, named])[0].header
    assert "interview_country" not in TABLES[0].header


def test_a_composer_joins_neighbours_and_knows_where_the_case_speaks() -> None:
    composer = Composer()
    for text, ours in (("a", True), ("", True), ("b", True), ("\u0436", False), ("c", True)):
        composer.add(text, ours=ours)
    assert composer.finish("x") == BundleFile("x", "ab\u0436c".encode(), ((0, 2), (4, 5)))
    assert our_file("x", b"") == BundleFile("x", b"", ())


def test_a_cell_of_a_missing_statement_text_is_not_made_up() -> None:
    none = redacted(case_file(need=Answer(("health",))), text=masked())
    assert none.cells["needs.need"].text == "health"
