"""Tables for SPSS and Stata: the cells of the CSV files, read back by two readers; nothing cut."""

from __future__ import annotations

import importlib
import json
import os
import re
import resource
import signal
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pyreadstat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.errors import (
    BundleDamagedError,
    DiskFullError,
    NoAnalysisError,
    UnavailableError,
)
from intake.export import canonical
from intake.export.bundle import BundleContents, write
from intake.export.codebook_labels import with_labels
from intake.export.extras import Extra
from intake.export.fields import FieldPolicy
from intake.export.new_folder import filled
from intake.export.reading import shapes_of
from intake.export.statistics_files import (
    SPSS,
    STATA,
    Column,
    Program,
    shortened,
    variable_names,
    write_table,
)
from intake.export.terms import Gap
from intake.export.verify import Trust, verify
from intake.export.writers.html import Page
from intake.forms.definition import Texts
from intake.services import bundles
from tests.unit.export.forging import Forger, members_of
from tests.unit.export.making import (
    FIELDS,
    PLAIN,
    case_file,
    facts,
    open_gate,
    redacted,
    release,
)
from tests.unit.export.test_collate import with_table
from tests.unit.export.test_extras import ANYBODY, rows_of
from tests.unit.export.uniting import bundle, counted

BOTH = [Extra.SPSS, Extra.STATA]
ELSEWHERE = "[too long for a cell: it stands in the CSV file]"
BY_EXTRA = {Extra.SPSS: SPSS, Extra.STATA: STATA}


def opened(tmp_path: Path, path: Path, *extras: Extra) -> Path:
    bundles.open_bundle(path, tmp_path / "out", ANYBODY, extras or BOTH)
    return tmp_path / "out" / "extras"


def read(path: Path) -> tuple[list[list[Any]], Any]:
    """Return the names and the rows of a file, and what is said about them."""
    if path.suffix == ".sav":
        table, said = pyreadstat.read_sav(path)
    else:
        table, said = pyreadstat.read_dta(path)
    return [list(table.columns), *table.to_numpy().tolist()], said


def read_by_pandas(path: Path) -> tuple[list[list[Any]], Mapping[str, str], str]:
    with pd.io.stata.StataReader(path) as reader:
        table = reader.read()
        rows = [list(table.columns), *table.to_numpy().tolist()]
        return rows, reader.variable_labels(), reader.time_stamp


def with_statements(tmp_path: Path, *texts: str) -> Path:
    """Write a bundle whose statements say this."""
    forger = Forger(members_of(bundle(tmp_path, 1).read_bytes()))
    package = json.loads(forger.members["datapackage.json"])
    lines = [f's{number},own_words,be,"{text}"' for number, text in enumerate(texts)]
    content = "\r\n".join(["id,question,language,text", *lines, ""]).encode()
    path = tmp_path / "said.zip"
    path.write_bytes(with_table(forger, package, "data/statements.csv", content))
    return path


def in_belarusian(tmp_path: Path) -> Path:
    """Write a bundle whose report is Belarusian; one question and one choice have such a label."""
    sections = []
    for section in FIELDS.form.sections:
        items = []
        for each in section.items:
            label = each.label
            if each.name == "sex":
                label = Texts({"en": "Sex", "be": "Пол. Class: які ёсць"})
                choices = [
                    replace(one, label=Texts({"en": "Woman", "be": "Жанчына"}))
                    if one.name == "female"
                    else one
                    for one in each.choices.choices
                ]
                each = replace(each, choices=replace(each.choices, choices=tuple(choices)))  # noqa: PLW2901 (the same question)
            items.append(replace(each, label=label))
        sections.append(replace(section, items=tuple(items)))
    fields = FieldPolicy.of(replace(FIELDS.form, sections=tuple(sections)))
    made_for = release()
    cases = [redacted(case_file(number), made_for) for number in range(1, 7)]
    path = tmp_path / "be.zip"
    write(path, BundleContents(facts(made_for, language="be"), fields, cases), PLAIN, open_gate)
    return path


def written(tmp_path: Path, program: Program, *columns: Column) -> Path:
    """Write one table and return where it is."""
    with filled(tmp_path / "made") as new:
        write_table(program, f"table{program.ending}", columns, new, ELSEWHERE)
    return tmp_path / "made" / f"table{program.ending}"


@pytest.mark.parametrize("extra", BOTH)
@pytest.mark.parametrize("make", [bundle, counted])
def test_every_cell_of_every_table_is_in_it(
    tmp_path: Path, extra: Extra, make: Callable[[Path, int], Path]
) -> None:
    folder = opened(tmp_path, make(tmp_path, 1), extra) / extra.value
    tables = sorted((tmp_path / "out" / "data").glob("*.csv"))
    ending = BY_EXTRA[extra].ending
    assert sorted(path.stem for path in folder.iterdir()) == sorted(
        ["labels", *(path.stem for path in tables)]
    )
    for path in tables:
        made = folder / f"{path.stem}{ending}"
        expected = [
            [float(cell) if cell.isdigit() and make is counted else cell for cell in row]
            for row in rows_of(path)
        ]
        found = [[read(made)[0]], *([[read_by_pandas(made)[0]]] if extra is Extra.STATA else [])]
        for (rows,) in found:
            assert [["" if pd.isna(cell) else cell for cell in row] for row in rows] == expected


@pytest.mark.parametrize("extra", BOTH)
def test_texts_of_any_script_come_back_as_they_were(tmp_path: Path, extra: Extra) -> None:
    texts = ["Мне сказалі з'ехаць, ўвечары", "قالوا لي أن أغادر مُحَمَّد", "'=1+1", "ж" * 9_000, "🕊"]
    folder = opened(tmp_path, with_statements(tmp_path, *texts), extra) / extra.value
    made = folder / f"statements{BY_EXTRA[extra].ending}"
    assert [row[3] for row in read(made)[0][1:]] == texts
    if extra is Extra.STATA:
        assert [row[3] for row in read_by_pandas(made)[0][1:]] == texts


def test_a_text_is_never_cut_in_silence(tmp_path: Path) -> None:
    texts = ["ж" * 16_383, "ж" * 16_384, "я" * 100_000]
    folder = opened(tmp_path, with_statements(tmp_path, *texts))
    for_spss = [row[3] for row in read(folder / "spss" / "statements.sav")[0][1:]]
    assert for_spss == [texts[0], ELSEWHERE, ELSEWHERE]
    made = folder / "stata" / "statements.dta"
    assert [row[3] for row in read(made)[0][1:]] == texts
    assert [row[3] for row in read_by_pandas(made)[0][1:]] == texts


@pytest.mark.parametrize("program", [SPSS, STATA])
def test_what_would_end_a_text_does_not(tmp_path: Path, program: Program) -> None:
    cells = ["before\0behind", "half \ud800", "x" * 3_000 + "\0y"]
    rows = read(written(tmp_path, program, Column("a", "one\0two", cells)))
    assert [row[0] for row in rows[0][1:]] == [
        re.sub("[\0\ud800]", "\ufffd", each) for each in cells
    ]
    assert rows[1].column_labels == ["one\ufffdtwo"]


def test_columns_and_choices_have_labels_in_the_language_of_the_report(tmp_path: Path) -> None:
    folder = opened(tmp_path, in_belarusian(tmp_path))
    _, said = read(folder / "spss" / "interviews.sav")
    assert said.column_names_to_labels["sex"] == "Пол. Class: які ёсць"
    assert said.column_names_to_labels["sex_reason"] == "sex_reason: Пол. Class: які ёсць"
    assert said.variable_value_labels["sex"]["female"] == "Жанчына"
    assert said.variable_value_labels["sex"]["male"] == "Male"
    assert set(said.variable_value_labels["sex_reason"]) == set(Gap)
    assert said.variable_value_labels["sex_reason"]["declined"] == "Чалавек не хоча казаць."
    made = folder / "stata" / "interviews.dta"
    assert read_by_pandas(made)[1]["sex"] == "Пол. Class: які ёсць"
    assert read(made)[1].variable_value_labels == {}
    for each in (folder / "spss" / "labels.sav", folder / "stata" / "labels.dta"):
        rows = read(each)[0]
        assert rows[0] == ["table", "variable", "column", "value", "label"]
        assert ["interviews", "sex", "sex", "", "Пол. Class: які ёсць"] in rows
        assert ["interviews", "sex", "sex", "female", "Жанчына"] in rows


def test_without_a_word_in_the_codebook_the_labels_of_the_package_stay(tmp_path: Path) -> None:
    path = bundle(tmp_path, 1)
    report = verify(path, trust=Trust(anybody=True))
    shapes = shapes_of(report.package)
    page = Page("t", "l", "en")
    page.heading("data/interviews.csv")
    page.heading("sex", level=3)
    page.paragraph("Nothing of a kind that is known")
    said = with_labels(shapes, page.finish("codebook.html").content)
    assert [each.title for each in said[0].fields if not each.is_reason] == [
        each.title for each in shapes[0].fields if not each.is_reason
    ]
    assert [each.labels for each in said[0].fields] == [each.labels for each in shapes[0].fields]


@pytest.mark.parametrize("extra", BOTH)
def test_long_names_and_labels_are_whole_in_the_list_of_labels(
    tmp_path: Path, extra: Extra
) -> None:
    forger = Forger(members_of(bundle(tmp_path, 1).read_bytes()))
    package = json.loads(forger.members["datapackage.json"])
    interviews = next(each for each in package["resources"] if each["name"] == "interviews")
    fields = interviews["schema"]["fields"]
    name, title = "вельмі доўгая назва " + "z" * 60, "شرح " * 100
    fields[1] |= {"name": name, "title": title}
    fields[2] |= {"name": f"{name}_reason"}
    header = ",".join(each["name"] for each in fields)
    content = (header + "\r\n" + "," * (len(fields) - 1) + "\r\n").encode()
    path = tmp_path / "long.zip"
    path.write_bytes(with_table(forger, package, "data/interviews.csv", content))
    folder, ending = opened(tmp_path, path, extra) / extra.value, BY_EXTRA[extra].ending
    (names, _), said = read(folder / f"interviews{ending}")
    assert names[1:3] == variable_names([name, f"{name}_reason"])
    label = said.column_labels[1]
    assert label.endswith("…")
    assert title.startswith(label[:-1])
    assert len(label) == 80 if extra is Extra.STATA else 250 < len(label.encode()) <= 255
    assert ["interviews", names[1], name, "", title.rstrip() if extra is Extra.SPSS else title] in (
        read(folder / f"labels{ending}")[0]
    )


@given(st.lists(st.one_of(st.text(max_size=50), st.sampled_from(["if", "Long", "str8", "a" * 40]))))
def test_names_are_such_that_both_programs_take_them(names: Sequence[str]) -> None:
    made = variable_names(names)
    assert made == variable_names(names)
    assert len({each.lower() for each in made}) == len(names)
    for each in made:
        assert re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,31}", each, re.ASCII)
        assert each.lower() not in {"if", "long", "str8", "all", "with"}


def test_plain_names_stay_and_a_reason_stays_one() -> None:
    plain = ["id", "sex", "sex_reason", "left_on"]
    assert variable_names(plain) == plain
    long = "a" * 40
    assert variable_names([long, f"{long}_reason", f"{long}b", f"{long}b_reason", "пол", "8"]) == [
        "a" * 32,
        "a" * 25 + "_reason",
        "a" * 30 + "_2",
        "a" * 23 + "_reason_2",
        "v___",
        "v8",
    ]


@pytest.mark.parametrize("program", [SPSS, STATA])
def test_names_of_any_kind_can_be_written(tmp_path: Path, program: Program) -> None:
    words = (
        "all and by eq ge gt le lt ne not or to with byte double float if in int long using strl"
    )
    names = variable_names([*words.split(), "str9", "Str9", "_n", "_all", "_", "ЖЖ", "", "a" * 40])
    rows, _ = read(written(tmp_path, program, *(Column(name, "", ["x"]) for name in names)))
    assert rows[0] == names


def test_values_have_labels_where_there_is_room_for_them(tmp_path: Path) -> None:
    labels = {"no": "Не", "так": "Так", "вельмі_доўга": "x", "": "empty", "z" * 121: "x"}
    column = Column("a", "", ["no", "так"], labels | {"yes": "ы" * 200})
    _, said = read(written(tmp_path, SPSS, column))
    assert said.variable_value_labels["a"] == {
        "no": "Не",
        "так": "Так",
        "yes": "ы" * 58 + "…",
    }


def test_a_label_is_shortened_only_when_it_must_be() -> None:
    assert shortened("x" * 80, 80, len) == "x" * 80
    assert shortened("x" * 81, 80, len) == "x" * 79 + "…"


@pytest.mark.parametrize("program", [SPSS, STATA])
def test_numbers_are_numbers_also_where_there_are_none(tmp_path: Path, program: Program) -> None:
    cells = [1 << 53, None, 0]
    rows, _ = read(written(tmp_path, program, Column("n", "", cells, is_number=True)))
    assert rows[1] == [float(1 << 53)]
    assert pd.isna(rows[2][0])
    assert rows[3] == [0.0]
    (tmp_path / "more").mkdir()
    no_rows = [Column("n", "", [], is_number=True), Column("t", "", [])]
    rows, _ = read(written(tmp_path / "more", program, *no_rows))
    assert rows == [["n", "t"]]


@pytest.mark.parametrize("extra", BOTH)
@pytest.mark.parametrize("said", ["many", str((1 << 53) + 1), "9" * 5_000])
def test_a_number_that_is_none_undoes_everything(tmp_path: Path, extra: Extra, said: str) -> None:
    forger = Forger(members_of(counted(tmp_path, 1).read_bytes()))
    package = json.loads(forger.members["datapackage.json"])
    content = f"field,value,people,people_reason\r\nprofile.sex,female,{said},\r\n".encode()
    path = tmp_path / "lie.zip"
    path.write_bytes(with_table(forger, package, "data/counts.csv", content))
    with pytest.raises(BundleDamagedError, match="counts"):
        opened(tmp_path, path, extra)
    assert not (tmp_path / "out").exists()


def test_a_table_that_calls_itself_labels_undoes_everything(tmp_path: Path) -> None:
    forger = Forger(members_of(bundle(tmp_path, 1).read_bytes()))
    was, path = "data/needs.csv", tmp_path / "lie.zip"
    named = {was: "data/labels.csv"}
    forger.members = {named.get(name, name): content for name, content in forger.members.items()}
    package = json.loads(forger.members["datapackage.json"])
    for each in package["resources"]:
        if each["path"] == was:
            each |= {"path": named[was], "name": "labels"}
    manifest = forger.manifest
    for entry in manifest["files"]:
        entry["path"] = named.get(entry["path"], entry["path"])
    forger.members["manifest.json"] = canonical.encode(manifest)
    path.write_bytes(forger.replace("datapackage.json", canonical.encode(package)))
    with pytest.raises(BundleDamagedError, match="labels"):
        opened(tmp_path, path, Extra.STATA)
    assert not (tmp_path / "out").exists()
    bundles.open_bundle(path, tmp_path / "out", ANYBODY)  # it is whole without that form


def test_the_same_bundle_gives_the_same_bytes_without_any_time(tmp_path: Path) -> None:
    path = bundle(tmp_path, 1)
    for name in ("a", "b"):
        bundles.open_bundle(path, tmp_path / name, ANYBODY, BOTH)
    files = sorted((tmp_path / "a" / "extras").glob("*/*"))
    assert len(files) == 12
    folders = [tmp_path / name / "extras" for name in ("a", "b")]
    found = [[each.read_bytes() for each in sorted(folder.glob("*/*"))] for folder in folders]
    assert found[0] == found[1]
    assert {each[92:109] for each in found[0] if each.startswith(b"$FL2")} == {b"01 Jan 8000:00:00"}
    stata = [each for each in files if each.suffix == ".dta"]
    assert {read_by_pandas(each)[2] for each in stata} == {"01 Jan 1980 00:00"}
    for each in files:
        assert f"{read(each)[1].creation_time:%Y-%m-%d %H:%M}" == "1980-01-01 00:00"


def test_only_the_owner_can_read_them(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        folder = opened(tmp_path, bundle(tmp_path, 1))
    finally:
        os.umask(before)
    assert {path.stat().st_mode & 0o777 for path in folder.glob("*/*")} == {0o600}


def test_a_folder_with_a_name_like_a_home_is_that_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = bundle(tmp_path, 1)
    monkeypatch.chdir(tmp_path)
    bundles.open_bundle(path, Path("~"), ANYBODY, [Extra.STATA])
    assert len([*(tmp_path / "~" / "extras" / "stata").iterdir()]) == 6


@pytest.mark.parametrize("extra", BOTH)
@pytest.mark.parametrize("package", ["pandas", "pyreadstat"])
def test_what_needs_a_package_says_so_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, extra: Extra, package: str
) -> None:
    path, there = bundle(tmp_path, 1), importlib.import_module

    def absent(name: str) -> object:
        if name == package:
            raise ImportError(name)
        return there(name)

    monkeypatch.setattr(importlib, "import_module", absent)
    with pytest.raises(NoAnalysisError, match=rf"{package}.*case-intake\[analysis\]"):
        opened(tmp_path, path, Extra.XLSX, extra)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("extra", BOTH)
def test_a_full_disk_says_so_and_nothing_is_left(tmp_path: Path, extra: Extra) -> None:
    texts = [f"{number} {'ж' * 8_000}" for number in range(50)]
    path = with_statements(tmp_path, *texts)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    # The CSV file of the statements is as long as that, and a file of either program longer.
    limit = max(len(each) for each in members_of(path.read_bytes()).values()) + 200
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        with pytest.raises(DiskFullError):
            opened(tmp_path, path, extra)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("program", [SPSS, STATA])
def test_what_the_library_does_not_write_is_told_and_nothing_is_left(
    tmp_path: Path, program: Program
) -> None:
    with pytest.raises(UnavailableError, match="does not write this table"):
        written(tmp_path, program, Column("1", "", ["x"]))
    other = replace(program, time=re.compile(b"never"))
    with pytest.raises(UnavailableError, match="another form"):
        written(tmp_path, other, Column("a", "", ["x"]))
    assert not (tmp_path / "made").exists()
