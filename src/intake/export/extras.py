"""The tables of a bundle once more, in the forms that other programs ask for; no new facts.

Each is made of the verified tables while a bundle is opened, into a folder of its own.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from functools import partial
from itertools import islice
from typing import Any

from intake.errors import BundleDamagedError
from intake.export import esf
from intake.export.codebook_labels import labelled, with_labels
from intake.export.new_file import finish
from intake.export.new_folder import Write
from intake.export.parquet import ParquetFile, require_parquet
from intake.export.reading import FieldShape, TableShape, shapes_of
from intake.export.statistics_files import (
    SPSS,
    STATA,
    Column,
    Program,
    require_statistics,
    variable_names,
    write_table,
)
from intake.export.verify import BundleReport
from intake.export.writers.codebook import NAME as CODEBOOK
from intake.export.writers.tables import harmless
from intake.export.xlsx import Workbook

Tables = Iterator[tuple[TableShape, Iterator[Sequence[str]]]]

FOLDER = "extras"
_BATCH = 2_000  # rows
_TITLE = "title"
_NO_ATTRIBUTE = re.compile(r"[^a-z0-9_]", re.ASCII)
_ELSEWHERE = "[too long for a cell: it stands in the CSV file]"
_LABELS_NAME = "labels"
_LABELS = ("table", "variable", "column", "value", "label")
_LARGEST = 1 << 53  # the largest whole number up to which these programs hold each
# Hashtags of the Humanitarian Exchange Language 1.1 for the questions of the core form; each
# person who was interviewed is a respondent.
_HXL: Mapping[str, str] = {
    "id": "#meta+id",
    "interview_id": "#meta+id",
    "profile.age": "#respondee+age",
    "profile.sex": "#respondee+sex",
    "profile.region_of_origin": "#adm1+name+origin",
    "profile.targeted_group": "#respondee+group",
    "profile.education": "#respondee+education",
    "profile.occupation": "#respondee+occupation",
    "interview.interview_date": "#date+interview",
    "interview.interview_country": "#region+name+interview",
    "acts.act_type": "#event+type",
    "acts.act_date": "#date+event",
    "acts.act_place": "#adm1+name+event",
    "acts.institution": "#org+type+perpetrator",
    "displacement.left_on": "#date+departure",
    "displacement.reasons": "#cause+displacement",
    "displacement.first_country": "#region+name+arrival",
    "needs.need": "#sector+need",
    "people": "#affected+num",
    "value": "#meta+value",
    "field": "#meta+field",
}


class Extra(StrEnum):
    """A form in which tables can be had beside CSV."""

    ESF = "esf"
    HXL = "hxl"
    PARQUET = "parquet"
    SPSS = "spss"
    STATA = "stata"
    UWAZI = "uwazi"
    XLSX = "xlsx"


def require(extras: Iterable[Extra]) -> None:
    """Refuse what needs a package that is not installed.

    Raises:
        NoAnalysisError: A package is missing.
    """
    wanted = set(extras)
    if Extra.PARQUET in wanted:
        require_parquet()
    if wanted & _PROGRAMS.keys():
        require_statistics()


def shapes_for(extra: Extra, bundle: BundleReport) -> tuple[TableShape, ...]:
    """Return the tables of a verified bundle, with labels in its language where they are shown."""
    shapes = shapes_of(bundle.package)
    return with_labels(shapes, bundle.pages[CODEBOOK]) if extra in _PROGRAMS else shapes


def write_extra(extra: Extra, tables: Tables, write: Write) -> None:
    """Write all tables in one form.

    Args:
        extra: The form.
        tables: As ``reading.read_tables`` yields them, of the ``shapes_for`` this form.
        write: Gives the files.
    """
    _WRITERS[extra](tables, write)


def _write_xlsx(tables: Tables, write: Write) -> None:
    with write(f"{FOLDER}/bundle.xlsx") as target:
        with Workbook(target, _ELSEWHERE) as book:
            for shape, rows in tables:
                book.add(shape.name, shape.header, rows)
        finish(target)


def _write_parquet(tables: Tables, write: Write) -> None:
    for shape, rows in tables:
        numbers = {each.name for each in shape.fields if each.is_number}
        with (
            write(f"{FOLDER}/parquet/{shape.name}.parquet") as target,
            ParquetFile(target, shape.header, numbers) as file,
        ):
            while batch := list(islice(rows, _BATCH)):
                columns = [[cell or None for cell in cells] for cells in zip(*batch, strict=True)]
                try:
                    file.write(columns)
                except (ValueError, OverflowError):
                    raise BundleDamagedError(part=shape.path) from None
            file.close()
            finish(target)


def _write_hxl(tables: Tables, write: Write) -> None:
    for shape, rows in tables:
        with _csv_file(write, f"{FOLDER}/hxl/{shape.name}.csv") as lines:
            lines.writerow(shape.header)
            lines.writerow(map(hashtag, shape.fields))
            lines.writerows(rows)


def _write_esf(tables: Tables, write: Write) -> None:
    """Write a file an entity; what a bundle has nothing for is absent or has a header only."""
    for entity, records in esf.records_of(tables).items():
        if records or entity in esf.ALWAYS:
            header = esf.HEADERS[entity]
            with _csv_file(write, f"{FOLDER}/esf/{entity}.csv") as lines:
                lines.writerow(header)
                lines.writerows([record.get(name, "") for name in header] for record in records)


def _write_uwazi(tables: Tables, write: Write) -> None:
    """Write one line a person, labels for names, as the importer of Uwazi wants it.

    Raises:
        BundleDamagedError: The tables are not of the same people in the same order.
    """
    columns: dict[str, list[str]] = {}
    for shape, rows in tables:
        if not shape.has_people:
            continue
        cells = _turned(rows, len(shape.fields))
        if list(cells[0]) != columns.setdefault(_TITLE, list(cells[0])):
            raise BundleDamagedError(part=shape.path)
        for each, values in zip(shape.fields[1:], cells[1:], strict=True):
            if not each.is_reason:
                name = _free_name(each.title or each.name, columns)
                labels = dict(each.labels)  # once: there can be many
                columns[name] = ["|".join(labelled(labels, value)) for value in values]
    with _csv_file(write, f"{FOLDER}/uwazi/interviews.csv") as lines:
        lines.writerow(columns)
        lines.writerows(zip(*columns.values(), strict=True))


def _write_statistics(tables: Tables, write: Write, program: Program) -> None:
    """Write a file a table, and one of all labels in full: programs have little room for them."""
    folder = f"{FOLDER}/{program.name}"
    labels: list[tuple[str, ...]] = []
    for shape, rows in tables:
        if shape.name == _LABELS_NAME:
            raise BundleDamagedError(part=shape.path)
        names = variable_names(shape.header)
        cells = _turned(rows, len(names))
        columns = [_column(shape, *each) for each in zip(shape.fields, names, cells, strict=True)]
        write_table(program, f"{folder}/{shape.name}{program.ending}", columns, write, _ELSEWHERE)
        labels += _labels_of(shape, names)
    found = zip(_LABELS, _turned(labels, len(_LABELS)), strict=True)
    columns = [Column(name, "", cells) for name, cells in found]
    write_table(program, f"{folder}/{_LABELS_NAME}{program.ending}", columns, write, _ELSEWHERE)


def _turned(rows: Iterable[Sequence[str]], count: int) -> list[Sequence[str]]:
    """Return the columns of a table; empty ones when it has no rows."""
    return [*zip(*rows, strict=True)] or [()] * count


def _column(shape: TableShape, field: FieldShape, name: str, cells: Sequence[str]) -> Column:
    label = ": ".join(filter(None, [field.name if field.is_reason else "", field.title]))
    if not field.is_number:
        return Column(name, label, cells, dict(field.labels))
    try:
        numbers = [int(cell) if cell else None for cell in cells]
    except ValueError:
        raise BundleDamagedError(part=shape.path) from None
    if any(abs(number or 0) > _LARGEST for number in numbers):
        raise BundleDamagedError(part=shape.path)
    return Column(name, label, numbers, is_number=True)


def _labels_of(shape: TableShape, names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for field, name in zip(shape.fields, names, strict=True):
        yield shape.name, name, field.name, "", field.title
        for value, label in field.labels:
            yield shape.name, name, field.name, value, label


def _free_name(name: str, taken: Container[str]) -> str:
    shown = harmless(name)
    while shown in taken:
        shown += " *"
    return shown


@contextmanager
def _csv_file(write: Write, path: str) -> Iterator[Any]:
    """Yield what writes lines of a CSV file; the file is whole on the disk afterwards."""
    with write(path) as target:
        text = io.TextIOWrapper(target, encoding="utf-8", newline="", write_through=True)
        yield csv.writer(text)
        text.detach()
        finish(target)


def hashtag(field: FieldShape) -> str:
    """Return the hashtag of a column; every column has one."""
    known = _HXL.get(field.key, "")
    plain = _NO_ATTRIBUTE.sub("_", field.key.rpartition(".")[2].lower())
    tag = known or f"#meta+f_{plain}"
    return f"{tag}+reason" if field.is_reason else tag


_WRITERS: Mapping[Extra, Callable[[Tables, Write], None]] = {
    Extra.ESF: _write_esf,
    Extra.HXL: _write_hxl,
    Extra.PARQUET: _write_parquet,
    Extra.SPSS: partial(_write_statistics, program=SPSS),
    Extra.STATA: partial(_write_statistics, program=STATA),
    Extra.UWAZI: _write_uwazi,
    Extra.XLSX: _write_xlsx,
}
_PROGRAMS = {Extra.SPSS: SPSS, Extra.STATA: STATA}
