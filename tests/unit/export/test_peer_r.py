"""R reads every cell of our tables as it was written, with the command of the page for analysts."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from intake.domain.progress import CancelToken
from intake.export.bundle import BundleContents, make_files
from intake.export.writers.tables import write_statements
from intake.redaction.apply import redact
from tests.unit.export.making import case_file, redacted, varied

pytestmark = pytest.mark.peer  # apt-get install r-base-core

PAGE = (Path(__file__).parents[3] / "docs" / "analysis.md").read_text("utf-8")
CELL, ROW = "\x1f", "\x1e"  # never in a text of ours
TOLD = """
told <- function(rows) {
  out <- file("cells", open = "wb", encoding = "")
  for (row in seq_len(nrow(rows)))
    writeBin(charToRaw(enc2utf8(paste0(paste(ifelse(is.na(rows[row, ]), "", rows[row, ]),
      collapse = "\\x1f"), "\\x1e"))), out)
  close(out)
}
"""
WORDS = (
    'They said "nothing";\nthen, at six, =cmd|"/c calc"!A1 came.\\n Усё скончылася. قالوا لا شيء',
    "NA",
    "#1, 'two' and \\ three",
)


def run(folder: Path, program: str) -> str:
    """Run R in a folder, without anybody's settings."""
    if not shutil.which("Rscript"):
        pytest.fail("R is missing. Install it: apt-get install r-base-core")
    done = subprocess.run(
        ["Rscript", "--vanilla", "-"],
        input=program,
        cwd=folder,
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": str(folder)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def reading() -> str:
    """Return the command with which the page reads a table, for a table of any name."""
    (found,) = re.findall(r"people <- (read\.csv\(.*\))\n", PAGE)
    return str(found).replace("opened/data/interviews.csv", "table.csv")


def opened(folder: Path, made: BundleContents) -> dict[str, bytes]:
    """Lay the tables of a bundle out as the page has them."""
    tables = {
        each.name: each.content
        for each in make_files(made, CancelToken())[0]
        if each.name.endswith(".csv")
    }
    for name, content in tables.items():
        (folder / "opened" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "opened" / name).write_bytes(content)
    return tables


def test_r_answers_what_the_page_asks(tmp_path: Path) -> None:
    tables = opened(tmp_path, varied())
    (asked,) = re.findall(r"```r\n(people <- .*?)```", PAGE, re.DOTALL)
    told = run(tmp_path, asked)
    people = csv.DictReader(io.StringIO(tables["data/interviews.csv"].decode(), newline=""))
    women = sum(row["sex"] == "female" for row in people)
    assert re.search(rf"female.*\n\s*{women}\b", told), told


def test_r_reads_every_cell_as_it_was_written(tmp_path: Path) -> None:
    statements = write_statements(
        redacted(case_file(number), text=redact(text, [], str))
        for number, text in enumerate(WORDS, 1)
    )
    for content in (*opened(tmp_path, varied()).values(), statements.content):
        (tmp_path / "table.csv").write_bytes(content)
        run(tmp_path, f"{TOLD}told({reading()})")
        _, *expected = csv.reader(io.StringIO(content.decode("utf-8"), newline=""))
        cells = (tmp_path / "cells").read_bytes().decode("utf-8")
        assert [row.split(CELL) for row in cells.split(ROW)[:-1]] == expected
