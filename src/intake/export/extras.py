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
from itertools import islice
from typing import Any

from intake.errors import BundleDamagedError
from intake.export.new_file import finish
from intake.export.new_folder import Write
from intake.export.parquet import ParquetFile, require_parquet
from intake.export.reading import FieldShape, TableShape
from intake.export.writers.tables import harmless
from intake.export.xlsx import Workbook

Tables = Iterator[tuple[TableShape, Iterator[Sequence[str]]]]

FOLDER = "extras"
_BATCH = 2_000  # rows
_TITLE = "title"
_NO_ATTRIBUTE = re.compile(r"[^a-z0-9_]", re.ASCII)
_ELSEWHERE = "[too long for a cell: it stands in the CSV file]"
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

    HXL = "hxl"
    PARQUET = "parquet"
    UWAZI = "uwazi"
    XLSX = "xlsx"


def require(extras: Iterable[Extra]) -> None:
    """Refuse what needs a package that is not installed.

    Raises:
        NoAnalysisError: A package is missing.
    """
    if Extra.PARQUET in set(extras):
        require_parquet()


def write_extra(extra: Extra, tables: Tables, write: Write) -> None:
    """Write all tables in one form.

    Args:
        extra: The form.
        tables: As ``reading.read_tables`` yields them.
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


def _write_uwazi(tables: Tables, write: Write) -> None:
    """Write one line a person, labels for names, as the importer of Uwazi wants it."""
    columns: dict[str, list[str]] = {}
    for shape, rows in tables:
        if not shape.has_people:
            continue
        cells = list(zip(*rows, strict=True)) or [()] * len(shape.fields)
        columns.setdefault(_TITLE, list(cells[0]))
        for each, values in zip(shape.fields[1:], cells[1:], strict=True):
            if not each.is_reason:
                name = _free_name(each.title or each.name, columns)
                columns[name] = [_labelled(each, value) for value in values]
    with _csv_file(write, f"{FOLDER}/uwazi/interviews.csv") as lines:
        lines.writerow(columns)
        lines.writerows(zip(*columns.values(), strict=True))


def _labelled(field: FieldShape, value: str) -> str:
    labels = dict(field.labels)
    return "|".join(harmless(labels.get(word, word)) for word in value.split(";"))


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
    Extra.HXL: _write_hxl,
    Extra.PARQUET: _write_parquet,
    Extra.UWAZI: _write_uwazi,
    Extra.XLSX: _write_xlsx,
}
