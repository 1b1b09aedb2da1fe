"""What the page for analysts tells to type can be typed."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import duckdb
import pytest

from tests.unit.export.uniting import bundle, counted, unite

PAGE = (Path(__file__).parents[2] / "docs" / "analysis.md").read_text("utf-8")
QUESTIONS = [
    question
    for block in re.findall(r"```sql\n-- duckdb\n(.*?)```", PAGE, re.DOTALL)
    for question in re.split(r";\n", block)
    if question.strip()
]


def test_there_are_questions() -> None:
    assert len(QUESTIONS) == 2


@pytest.mark.parametrize("question", QUESTIONS, ids=range(len(QUESTIONS)))
def test_duckdb_answers_what_the_page_asks(
    question: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unite(tmp_path, bundle(tmp_path, 1), bundle(tmp_path, 2, 8), counted(tmp_path, 3))
    shutil.move(tmp_path / "all", tmp_path / "united")
    monkeypatch.chdir(tmp_path)
    ((_, rows),) = duckdb.execute(question).fetchall()
    assert rows in {6, 8, 14}
