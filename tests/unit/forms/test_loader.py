from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl  # type: ignore[import-untyped] # comes with pyxform, without types
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake.domain.classes import DisclosureClass, Generalisation
from intake.errors import FormError
from intake.forms import sheets
from intake.forms.definition import Owner, QuestionKind
from intake.forms.loader import load_form
from tests.unit.forms.conftest import (
    CHOICES,
    CLASS,
    GENERALISE,
    KIND,
    LABEL,
    SETTINGS,
    SURVEY,
    Rows,
    WriteForm,
    columns,
)

QUESTION = {"type": "text", "name": "more", LABEL: "More", CLASS: "plain"}


def changed(rows: Rows, number: int, **cells: str) -> Rows:
    """Return the rows with cells of the spreadsheet's row ``number`` replaced."""
    copy = [dict(row) for row in rows]
    copy[number - 2] |= cells
    return copy


def inserted(rows: Rows, number: int, *new: dict[str, str]) -> Rows:
    return [*rows[: number - 2], *new, *rows[number - 2 :]]


def test_a_form_is_read_as_it_stands(write_form: WriteForm) -> None:
    form = load_form(write_form())
    assert (form.name, form.version, form.reference) == ("small", "2", "small/2")
    assert (form.title, form.languages) == ("Small", ("en",))
    assert [section.name for section in form.sections] == ["profile", "visits"]
    assert [section.repeats for section in form.sections] == [False, True]
    assert [section.owner for section in form.sections] == [Owner.INTERVIEW, Owner.EVENT]
    kinds = {question.name: question.kind for question in form.questions}
    assert kinds == {
        "nickname": QuestionKind.TEXT,
        "age": QuestionKind.INTEGER,
        "colour": QuestionKind.SELECT_ONE,
        "fruits": QuestionKind.SELECT_MULTIPLE,
        "since": QuestionKind.DATE,
        "where": QuestionKind.PLACE,
    }
    fruits = form.question("fruits")
    assert (fruits.disclosure, fruits.generalise) == (
        DisclosureClass.SENSITIVE,
        Generalisation.PARENT,
    )
    assert fruits.choices is form.choices[fruits.choice_list]
    assert fruits.choices.by_name["plum"].parent == "stone"
    assert fruits.choices.group_list == "fruit_group"
    assert form.question("colour").choices.group_list == ""


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ({"type": "decimal"}, QuestionKind.NUMBER),
        ({"type": "date"}, QuestionKind.DATE),
        ({"type": "image"}, QuestionKind.IMAGE),
        ({"type": "note"}, QuestionKind.NOTE),
        ({"type": "note", KIND: "consent"}, QuestionKind.NOTE),
        ({"type": "text", KIND: "person"}, QuestionKind.PERSON),
        ({"type": "text", KIND: "narrative"}, QuestionKind.NARRATIVE),
        ({"type": "text", KIND: "code"}, QuestionKind.CODE),
        ({"type": "text", "appearance": "multiline"}, QuestionKind.LONG_TEXT),
        ({"type": "select_one colour", "appearance": "autocomplete"}, QuestionKind.SELECT_ONE),
    ],
)
def test_each_type_and_kind_gives_a_kind_of_question(
    write_form: WriteForm, row: dict[str, str], kind: QuestionKind
) -> None:
    form = load_form(write_form(survey=inserted(SURVEY, 3, QUESTION | row)))
    assert form.question("more").kind is kind


def test_sections_can_be_begun_with_a_blank_as_well(write_form: WriteForm) -> None:
    rows = changed(SURVEY, 2, type="begin group")
    form = load_form(write_form(survey=changed(rows, 8, type="end group")))
    assert [section.repeats for section in form.sections] == [False, True]


def test_translations_stand_under_the_code_of_their_language(write_form: WriteForm) -> None:
    rows = [row | {"label::Беларуская (be)": "Так", "hint": "Plain"} for row in SURVEY]
    form = load_form(write_form(survey=rows, settings=[SETTINGS[0] | {"default_language": "(ru)"}]))
    question = form.question("age")
    assert form.languages == ("en", "be", "ru")
    assert question.label.by_language == {"en": "Age", "be": "Так"}
    assert question.hint.by_language == {"ru": "Plain"}


def test_a_column_of_remarks_and_empty_rows_are_passed_over(write_form: WriteForm) -> None:
    rows = inserted([row | {"# remark": "for the team"} for row in SURVEY], 4, {"name": ""})
    assert len(load_form(write_form(survey=rows)).questions) == 6


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("relevant", "${age} > 3"),
        ("relevant", "selected(${fruits}, 'plum')"),
        ("relevant", "${colour} = 'red'"),
        ("relevant", "${colour} = ${nickname}"),
        ("relevant", "${colour} = ''"),
        ("relevant", "${since} < today()"),
        ("relevant", "${since} >= '2020-08'"),
        ("relevant", "'2020-08' < ${since}"),
        ("relevant", "${since} = ''"),
        ("relevant", "string-length(${nickname}) > 3 or count-selected(${fruits}) = 2"),
        ("relevant", "coalesce(${age} > 3, true())"),
        ("relevant", "if(${age} > 3, true(), ${colour} = 'red')"),
        ("relevant", "coalesce(${colour}, ${nickname}) = 'x'"),
        ("constraint", "regex(., '[a-z]+')"),
        ("constraint", "string-length(.) < 10"),
        ("calculation", "${colour}"),
        ("calculation", "if(${age} > 3, 'old', 'new')"),
    ],
)
def test_an_expression_that_fits_its_questions_is_taken(
    write_form: WriteForm, column: str, text: str
) -> None:
    rows = inserted(SURVEY, 8, QUESTION | {column: text})
    expression = getattr(load_form(write_form(survey=rows)).question("more"), column)
    assert expression.text == text


@pytest.mark.parametrize(
    ("column", "text", "reason"),
    [
        ("relevant", "${agee} > 3", r"no question \$\{agee\} that can be named here"),
        ("relevant", "${where} = 'x'", r"no question \$\{where\} that can be named here"),
        ("relevant", "${age}", "this gives a number; needed is yes or no"),
        ("relevant", ". = 'x'", "only in a constraint"),
        ("relevant", "${age} = 'x'", "a number cannot be compared with text"),
        ("relevant", "${nickname} > 'x'", "text has no order"),
        ("relevant", "${colour} = 'green'", "no choice 'green'"),
        ("relevant", "'green' != ${colour}", "no choice 'green'"),
        ("relevant", "${fruits} = 'plum'", r"asked about with selected\(\)"),
        ("relevant", "selected(${fruits}, 'pear')", "no choice 'pear'"),
        ("relevant", "selected(${age}, '3')", "asks about choices, not a number"),
        ("relevant", "selected(${fruits}, ${nickname})", "name of a choice in quotes"),
        ("relevant", "count-selected(${colour}) = 1", "needed is several choices, not one choice"),
        ("relevant", "string-length(${age}) = 1", "needed is one choice or text, not a number"),
        ("relevant", "regex(${age}, '3')", "needed is one choice or text, not a number"),
        ("relevant", "not(${nickname})", "needed is yes or no, not text"),
        ("relevant", "${age} and true()", "needed is yes or no, not a number"),
        ("relevant", "if(${age}, true(), false())", "needed is yes or no, not a number"),
        ("relevant", "if(true(), 1, 'x') = 1", "of different kinds"),
        ("relevant", "coalesce(${age}, 'x') = 1", "of different kinds"),
        ("relevant", "${since} > 'spring'", "the text compared with a date is no date"),
        ("relevant", "${since} > 2020", "a date cannot be compared with a number"),
        ("relevant", "true() > false()", "yes or no has no order"),
        ("relevant", "1 = ", "ends too early"),
        ("constraint", ". > 3", "text cannot be compared with a number"),
        ("constraint", "'text'", "this gives text; needed is yes or no"),
        ("calculation", "${age}", "this gives a number; needed is text"),
        ("calculation", "${more}", r"no question \$\{more\} that can be named here"),
        ("calculation", "${later}", r"no question \$\{later\} that can be named here"),
    ],
)
def test_an_expression_that_does_not_fit_is_refused_at_its_cell(
    write_form: WriteForm, column: str, text: str, reason: str
) -> None:
    later = QUESTION | {"name": "later"}
    rows = inserted(SURVEY, 8, QUESTION | {column: text}, later)
    with pytest.raises(FormError, match=reason) as caught:
        load_form(write_form(survey=rows))
    where = {key: caught.value.parameters[key] for key in ("sheet", "row", "column")}
    assert where == {"sheet": "survey", "row": 8, "column": column}


def test_questions_of_a_repeat_see_their_own_section_and_the_interview(
    write_form: WriteForm,
) -> None:
    new = QUESTION | {"relevant": "${where} = 'x' and ${age} > 3", "calculation": "${where}"}
    assert load_form(write_form(survey=inserted(SURVEY, 11, new))).question("more").relevant


def test_a_section_can_depend_on_the_interview_only(write_form: WriteForm) -> None:
    rows = changed(SURVEY, 9, relevant="${age} > 3")
    assert load_form(write_form(survey=rows)).section("visits").relevant is not None
    with pytest.raises(FormError, match="sheet survey, row 9, column relevant"):
        load_form(write_form(survey=changed(SURVEY, 9, relevant="${where} = 'x'")))


@pytest.mark.parametrize("row", [{"appearance": "several"}, {"type": "note"}])
def test_what_no_expression_can_judge_cannot_be_named(
    write_form: WriteForm, row: dict[str, str]
) -> None:
    new = QUESTION | row
    user = QUESTION | {"name": "user", "relevant": "${more} = 'x'"}
    with pytest.raises(FormError, match="column relevant: there is no question"):
        load_form(write_form(survey=inserted(SURVEY, 3, new, user)))
    with pytest.raises(FormError, match="column constraint: a dot stands"):
        load_form(write_form(survey=inserted(SURVEY, 3, new | {"constraint": ". = 'x'"})))


def test_a_list_that_grows_can_be_compared_with_any_name(write_form: WriteForm) -> None:
    rows = changed(SURVEY, 5, appearance="open")
    new = QUESTION | {"relevant": "${colour} = 'green'"}
    form = load_form(write_form(survey=inserted(rows, 8, new)))
    assert form.question("colour").accepts_new_choices


def survey(row: int, **cells: str) -> Callable[[], dict[str, Rows]]:
    return lambda: {"survey": changed(SURVEY, row, **cells)}


def choices(row: int, **cells: str) -> Callable[[], dict[str, Rows]]:
    return lambda: {"choices": changed(CHOICES, row, **cells)}


def only_settings(**cells: str) -> Callable[[], dict[str, Rows]]:
    return lambda: {"settings": [SETTINGS[0] | cells]}


def without(rows: Rows, column: str) -> Rows:
    return [{key: cell for key, cell in row.items() if key != column} for row in rows]


@pytest.mark.parametrize(
    ("broken", "place", "reason"),
    [
        (survey(4, type=""), "survey, row 4, column type", "does not know this type"),
        (survey(4, type="geopoint"), "survey, row 4, column type", "does not know this type"),
        (survey(4, type="text colour"), "survey, row 4, column type", "does not know this type"),
        (survey(5, type="select_one"), "survey, row 5, column type", "does not know this type"),
        (
            survey(5, type="select_one colour or_other"),
            "survey, row 5, column type",
            "does not know this type",
        ),
        (survey(5, type="select_one shade"), "survey, row 5, column type", "no list shade"),
        (survey(4, name=""), "survey, row 4, column name", "needed is a name"),
        (survey(4, name="The age"), "survey, row 4, column name", "needed is a name"),
        (survey(4, name="nickname"), "survey, row 4, column name", "another question"),
        (survey(9, name="profile"), "survey, row 9, column name", "another section"),
        (survey(4, **{LABEL: ""}), "survey, row 4, column label", "needs a label"),
        (survey(4, **{CLASS: ""}), f"survey, row 4, column {CLASS}", "needs a disclosure class"),
        (survey(4, **{CLASS: "secret"}), f"survey, row 4, column {CLASS}", "no such disclosure"),
        (survey(2, **{CLASS: "plain"}), f"survey, row 2, column {CLASS}", "only a question"),
        (survey(2, **{GENERALISE: "other"}), f"row 2, column {GENERALISE}", "only a question"),
        (survey(4, **{GENERALISE: "half"}), f"row 4, column {GENERALISE}", "no such way"),
        (survey(3, **{GENERALISE: "bands"}), f"row 3, column {GENERALISE}", "cannot be general"),
        (survey(4, **{GENERALISE: "quarter"}), f"row 4, column {GENERALISE}", "cannot be general"),
        (survey(4, **{GENERALISE: "region"}), f"row 4, column {GENERALISE}", "cannot be general"),
        (survey(4, **{GENERALISE: "other"}), f"row 4, column {GENERALISE}", "cannot be general"),
        (survey(5, **{GENERALISE: "parent"}), f"row 5, column {GENERALISE}", "has a parent"),
        (survey(4, **{KIND: "person"}), f"survey, row 4, column {KIND}", "has no such kind"),
        (survey(3, **{KIND: "planet"}), f"survey, row 3, column {KIND}", "has no such kind"),
        (survey(2, **{KIND: "planet"}), f"survey, row 2, column {KIND}", "has no such kind"),
        (survey(4, required="maybe"), "survey, row 4, column required", "write yes"),
        (survey(3, type="begin_group"), "survey, row 3, column type", "inside another"),
        (survey(3, type="begin_repeat"), "survey, row 3, column type", "inside another"),
        (survey(8, type="end_repeat"), "survey, row 8, column type", "not begun so"),
        (survey(2, type="note"), "survey, row 2, column type", "between begin_group"),
        (survey(11, type="text"), "survey, row 9, column type", "has no end"),
        (lambda: {"survey": [*SURVEY, SURVEY[6]]}, "survey, row 12, column type", "not begun so"),
        (lambda: {"survey": [QUESTION | {"type": ""}]}, "row 2, column type", "does not know"),
        (lambda: {"survey": without(SURVEY, CLASS)}, f"column {CLASS}", "is missing"),
        (lambda: {"survey": without(SURVEY, "type")}, "survey, row 1, column type", "is missing"),
        (survey(4, **{"bind::intake:color": "x"}), "column bind::intake:color", "does not know"),
        (survey(4, **{"intake:disclosure": "x"}), "column intake:disclosure", "does not know"),
        (survey(4, choice_filter="x"), "row 1, column choice_filter", "does not know this column"),
        (survey(4, condition="x"), "row 1, column condition", "does not know this column"),
        (survey(4, **{"label::Russian": "x"}), "column label::Russian", "with its code"),
        (survey(4, **{LABEL: "a\u202eb"}), f"row 4, column {LABEL}", "change its direction"),
        (survey(4, **{LABEL: "a\x07b"}), f"row 4, column {LABEL}", "control characters"),
        (survey(4, **{LABEL: "a" * 4001}), f"row 4, column {LABEL}", "longer than 4000"),
        (survey(4, **{LABEL: "Is ${age} right?"}), f"row 4, column {LABEL}", "name an answer"),
        (choices(3, name="red"), "choices, row 3, column name", "twice"),
        (choices(3, name="dark blue"), "choices, row 3, column name", "needed is a name"),
        (choices(3, list_name=""), "choices, row 3, column list_name", "needed is a name"),
        (choices(3, **{LABEL: ""}), "choices, row 3, column label", "needs a label"),
        (choices(4, parent="berry"), "choices, row 4, column parent", "in the list fruit_group"),
        (choices(3, parent="red"), "choices, row 3, column parent", "in the list colour_group"),
        (choices(3, filter="x"), "choices, row 1, column filter", "does not know this column"),
        (choices(3, hint="x"), "choices, row 1, column hint", "does not know this column"),
        (only_settings(namespaces=""), "settings, row 2, column namespaces", "must declare"),
        (
            only_settings(namespaces='intake="urn:other"'),
            "settings, row 2, column namespaces",
            "must declare",
        ),
        (
            lambda: {"settings": without(SETTINGS, "namespaces")},
            "settings, row 1, column namespaces",
            "is missing",
        ),
        (only_settings(version=""), "settings, row 2, column version", "short name"),
        (only_settings(form_id="my form"), "settings, row 2, column form_id", "short name"),
        (
            only_settings(submission_url="https://example.org"),
            "settings, row 1, column submission_url",
            "does not know this column",
        ),
        (lambda: {"settings": SETTINGS * 2}, "settings, row 1, column -", "exactly one row"),
    ],
)
def test_a_broken_form_is_refused_with_sheet_row_and_column(
    write_form: WriteForm, broken: Callable[[], dict[str, Rows]], place: str, reason: str
) -> None:
    with pytest.raises(FormError) as caught:
        load_form(write_form(**broken()))
    message = str(caught.value)
    assert place in message
    assert reason in message
    assert caught.value.exit_code == 3


def test_a_form_without_sections_is_refused(write_form: WriteForm) -> None:
    folder = write_form(survey=SURVEY[:1])
    text = (folder / "survey.csv").read_text(encoding="utf-8").splitlines()[0]
    (folder / "survey.csv").write_text(f"{text},{CLASS}\n", encoding="utf-8")
    with pytest.raises(FormError, match="the form has no section"):
        load_form(folder)


def test_what_only_other_programs_would_refuse_is_refused_with_their_words(
    write_form: WriteForm,
) -> None:
    with pytest.raises(FormError, match=r"sheet survey, row 9, column -: .*Repeat names") as caught:
        load_form(write_form(survey=changed(SURVEY, 9, name="data")))
    assert caught.value.__cause__ is not None


def test_a_form_that_breaks_another_program_is_refused(
    write_form: WriteForm, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr("pyxform.builder.create_survey_element_from_dict", broken)
    with pytest.raises(FormError, match="other programs cannot read this form"):
        load_form(write_form())


@pytest.mark.parametrize("sheet", ["survey", "choices", "settings"])
def test_a_missing_or_empty_sheet_is_named(write_form: WriteForm, sheet: str) -> None:
    folder = write_form()
    (folder / f"{sheet}.csv").write_text("\n", encoding="utf-8")
    with pytest.raises(FormError, match=f"sheet {sheet}, row 1, .* no header"):
        load_form(folder)
    (folder / f"{sheet}.csv").unlink()
    with pytest.raises(FormError, match=rf"sheet {sheet}, row 1, .* no file {sheet}\.csv"):
        load_form(folder)


def test_a_sheet_saved_with_a_byte_order_mark_is_read(write_form: WriteForm) -> None:
    folder = write_form()
    path = folder / "survey.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert len(load_form(folder).questions) == 6


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"list_name,name\ncolour,\xff\n", "row 2, column -: this is not UTF-8"),
        (b'list_name,name\ncolour,"red\n', "row 2, column -: this row is not well-formed"),
        (b"list_name,name\ncolour,red,blue\n", "row 2, column -: the row has more cells"),
        (b"list_name,,name\ncolour,x,red\n", "row 2, column -: a cell stands under a column"),
        (b"list_name,name,name\n", "row 1, column name: the column stands there twice"),
        (b"a" * (sheets.MOST_BYTES + 1), "row 1, column -: the file is too large"),
        (b"name\n" + b"x\n" * 10_001, "row 10002, column -: a form has at most 10000 rows"),
        (b",".join(b"c%d" % n for n in range(65)), "row 1, column -: the sheet has more than 64"),
        # How it is refused depends on whether another reader has raised Python's own limit before.
        (b"name\n" + b"y" * 200_000, "row 2, column "),
    ],
)
def test_a_hostile_sheet_is_refused_within_bounds(
    write_form: WriteForm, content: bytes, reason: str
) -> None:
    folder = write_form()
    (folder / "choices.csv").write_bytes(content)
    with pytest.raises(FormError, match=re.escape(f"sheet choices, {reason}")):
        load_form(folder)


def workbook(path: Path, **tables: Rows) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in (
        {"survey": SURVEY, "choices": CHOICES, "settings": SETTINGS} | tables
    ).items():
        sheet = book.create_sheet(name)
        sheet.append(columns(rows))
        for row in rows:
            sheet.append([row.get(column) for column in columns(rows)])
    book.save(path)
    return path


def test_a_workbook_gives_the_same_form_as_its_sheets(
    write_form: WriteForm, tmp_path: Path
) -> None:
    assert load_form(workbook(tmp_path / "form.xlsx")) == load_form(write_form())


def test_an_error_in_a_workbook_has_its_place(tmp_path: Path) -> None:
    path = workbook(tmp_path / "form.xlsx", survey=changed(SURVEY, 4, type="geopoint"))
    with pytest.raises(FormError, match="sheet survey, row 4, column type"):
        load_form(path)


def test_a_workbook_with_sheets_that_would_be_passed_over_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "form.xlsx", entities=[{"dataset": "people"}])
    with pytest.raises(FormError, match=r"sheet entities, .* does not know this sheet"):
        load_form(path)


def test_a_workbook_without_a_sheet_names_it(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    book = openpyxl.Workbook()
    book.active.title = "survey"
    book.active.append(["type"])
    book.save(path)
    with pytest.raises(FormError, match="sheet choices, row 1"):
        load_form(path)


def archive(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no .xlsx workbook"),
        (b"PK\x03\x04 not really", "no .xlsx workbook"),
        # The directory says that a part begins before the file does.
        (archive({"x.xml": b"<x/>"})[9:], "no .xlsx workbook"),
        (b"type,name\n", "no .xlsx workbook"),
        (b"x" * (sheets.MOST_BYTES + 1), "too large"),
        (archive({"a.xml": b" " * (sheets.MOST_UNPACKED_BYTES + 1)}), "too large"),
        (archive({f"{n}.xml": b"" for n in range(sheets.MOST_PARTS + 1)}), "too large"),
        (archive({"a.xml": b"<!DOCTYPE lolz [<!ENTITY lol 'lol'>]>"}), "declarations"),
        (archive({"a.xml": b"<a/>"}), "cannot be read"),
        (archive({"[Content_Types].xml": b"<a"}), "cannot be read"),
    ],
)
def test_a_hostile_workbook_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(content)
    with pytest.raises(FormError, match=reason):
        load_form(path)


def test_a_workbook_that_is_not_there_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(FormError, match="the form cannot be opened"):
        load_form(tmp_path / "form.xlsx")


CELLS = st.one_of(
    st.sampled_from(
        ["", "text", "note", "begin_group", "end_group", "begin_repeat", "select_one colour"]
    ),
    st.text(max_size=12),
    st.sampled_from(["${age}", "${age} > 3", "a::b", "name", "()", "${", "-", "yes", "plain"]),
)


@given(
    st.integers(2, 11),
    st.sampled_from([*columns(SURVEY), "relevant", "constraint", "required", "appearance"]),
    CELLS,
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_any_cell_is_taken_or_refused_as_a_form_error(
    write_form: WriteForm, row: int, column: str, cell: str
) -> None:
    try:
        folder = write_form(survey=changed(SURVEY, row, **{column: cell}))
    except UnicodeEncodeError:
        return
    refused = None
    try:
        load_form(folder)
    except FormError as error:
        refused = error.parameters["sheet"]
    assert refused in {None, "survey"}
