"""Writes one table as a file of SPSS or of Stata; needs the packages for analysis.

The library writes to a path. So the file is made here first, for its owner only, in a folder that
goes again when anything fails; the time of writing, which the library puts in, is taken out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from intake.errors import UnavailableError
from intake.export.analysis_packages import required
from intake.export.layout import REASON
from intake.export.new_file import finish
from intake.export.new_folder import Write

LONGEST_NAME = 32  # characters that both programs take

_NO_NAME = re.compile(r"[^A-Za-z0-9_]", re.ASCII)
# Words of either program's own language.
_RESERVED = re.compile(
    r"all|and|by|eq|ge|gt|le|lt|ne|not|or|to|with|byte|double|float|if|in|int|long|using|strl"
    r"|str[0-9]+"
)
_NO_TEXT = re.compile("[\0\ud800-\udfff]")
_CUT = "…"
_HEAD = 512  # bytes in which the time stands
_ROOM = 1 << 20  # bytes


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        label: What it is called; empty for nothing.
        cells: Texts, or whole numbers and ``None``.
        labels: What its values mean.
    """

    name: str
    label: str
    cells: Sequence[str | int | None]
    labels: Mapping[str, str] = field(default_factory=dict)
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Program:
    """A program for statistics, and what a file of it holds.

    Attributes:
        longest_cell: In bytes of UTF-8.
        longest_label: Of a column, as ``size`` counts.
        size: Counts what the program counts in a label.
        time: Finds when a file was written, as a group.
        no_time: The same number of bytes, for no time at all.
    """

    name: str
    ending: str
    longest_cell: int
    longest_label: int
    size: Callable[[str], int]
    time: re.Pattern[bytes]
    no_time: bytes


def _size(text: str) -> int:
    return len(text.encode())


SPSS = Program(
    "spss",
    ".sav",
    longest_cell=32_767,
    longest_label=255,
    size=_size,
    time=re.compile(rb"\$FL2.{88}([ 0-9]{2} [A-Z][a-z]{2} [0-9]{2}[0-9:]{8})", re.DOTALL),
    no_time=b"01 Jan 8000:00:00",
)
STATA = Program(
    "stata",
    ".dta",
    longest_cell=2_000_000_000,
    longest_label=80,
    size=len,
    time=re.compile(rb"<timestamp>\x11([ 0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{5})</timestamp>"),
    no_time=b"01 Jan 1980 00:00",
)
_LONGEST_VALUE_LABEL = 120  # bytes that SPSS shows
_LONGEST_LABELLED = 120  # bytes of a value that SPSS gives a label
_STATA_14 = 14  # writes the form 118, which all later ones read


def require_statistics() -> None:
    """Refuse where the packages that write these files are not installed.

    Raises:
        NoAnalysisError: They are not.
    """
    required("pandas")
    required("pyreadstat")


def variable_names(names: Sequence[str]) -> list[str]:
    """Return names that both programs take, one for each, the same whenever it is asked.

    Letters of other scripts become underscores; a name that is too long keeps its ``_reason``.
    """
    taken: set[str] = set()
    made = []
    for name in names:
        ending = REASON if name.endswith(REASON) else ""
        stem = _NO_NAME.sub("_", name.removesuffix(ending))
        if not stem[:1].isalpha():
            stem = f"v{stem}"
        if _RESERVED.fullmatch((stem + ending).lower()):
            stem += "_"
        found, number = _fitted(stem, ending), 1
        while found.lower() in taken:
            number += 1
            found = _fitted(stem, f"{ending}_{number}")
        taken.add(found.lower())
        made.append(found)
    return made


def _fitted(stem: str, ending: str) -> str:
    return stem[: LONGEST_NAME - len(ending)] + ending


def write_table(
    program: Program, path: str, columns: Sequence[Column], write: Write, elsewhere: str
) -> None:
    """Write a table as a new file.

    Args:
        program: Who will read it.
        path: Of the file, below the folder of ``write``.
        columns: All of one length, with names of ``variable_names``.
        write: Gives the file.
        elsewhere: What stands in a cell whose text is too long for one.

    Raises:
        UnavailableError: It cannot be written.
    """
    with write(path) as new:
        # Absolute: the library takes ``~`` for a home. Closed: Windows gives it no open file.
        place = Path(new.name).absolute()
    _fill(program, place, [_held(program, each, elsewhere) for each in columns])
    with place.open("r+b") as written:
        found = program.time.search(written.read(_HEAD))
        if found is None:
            raise UnavailableError(reason="pyreadstat writes another form of file")
        written.seek(found.start(1))
        written.write(program.no_time)
        finish(written)


def _fill(program: Program, place: Path, columns: Sequence[Column]) -> None:
    library = required("pyreadstat")
    table = required("pandas").DataFrame({each.name: _series(each) for each in columns})
    labels = [each.label or None for each in columns]
    try:
        if program is STATA:
            library.write_dta(table, place, column_labels=labels, version=_STATA_14)
        else:
            library.write_sav(
                table,
                place,
                column_labels=labels,
                row_compress=True,
                variable_value_labels={each.name: each.labels for each in columns if each.labels},
                variable_format={each.name: "F8.0" for each in columns if each.is_number},
            )
    except (library.ReadstatError, library.PyreadstatError) as error:
        _say_if_full(place)
        raise UnavailableError(reason="pyreadstat does not write this table") from error


def _say_if_full(place: Path) -> None:
    """Let the system say what is wrong with the disk; the library does not."""
    with place.open("ab") as written:
        written.write(bytes(_ROOM))
        finish(written)


def _series(column: Column) -> Any:  # noqa: ANN401 (the package carries no types)
    kind = "Int64" if column.is_number else "string"
    return required("pandas").Series(list(column.cells), dtype=kind)


def _held(program: Program, column: Column, elsewhere: str) -> Column:
    """Return a column of which nothing is cut later on."""
    label = shortened(column.label, program.longest_label, program.size)
    if column.is_number:
        return replace(column, label=label)
    texts = [_clean(str(cell)) for cell in column.cells]
    sizes = list(map(_size, texts))
    cells = [
        elsewhere if size > program.longest_cell else text
        for text, size in zip(texts, sizes, strict=True)
    ]
    return replace(column, label=label, cells=cells, labels=_held_labels(column.labels, cells))


def _held_labels(labels: Mapping[str, str], cells: Iterable[str]) -> dict[str, str]:
    """Return the labels of values that the column has room for: the library counts characters."""
    short = {
        value: label for value, label in labels.items() if 0 < _size(value) <= _LONGEST_LABELLED
    }
    room = max(
        [_size(cell) for cell in cells] + [_size(value) for value in short if value.isascii()],
        default=0,
    )
    return {
        value: shortened(label, _LONGEST_VALUE_LABEL, _size)
        for value, label in short.items()
        if _size(value) <= room
    }


def _clean(text: str) -> str:
    return _NO_TEXT.sub("\ufffd", text)


def shortened(text: str, most: int, size: Callable[[str], int]) -> str:
    """Return a label in full, or as much of it as there is room for, and a sign that it goes on."""
    text = _clean(text)
    if size(text) <= most:
        return text
    text = text[:most]
    while size(text + _CUT) > most:
        text = text[:-1]
    return text + _CUT
