"""An analyst without Intake: another age program, a ZIP reader, CSV, and the codebook alone."""

from __future__ import annotations

import base64
import csv
import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from intake.export.layout import BundleFile
from tests.unit.export.containers import hybrid
from tests.unit.export.making import written
from tests.unit.export.test_documents import Reader
from tests.unit.export.test_peer_age_encryption import Ask, ask
from tests.unit.export.test_peer_libreoffice import COMMA, office, read_by_office, rows_in

__all__ = ["ask", "office"]

pytestmark = pytest.mark.peer  # npm and LibreOffice


@pytest.fixture
def members(ask: Ask, tmp_path: Path) -> Mapping[str, bytes]:
    """Return what the npm package age-encryption and a ZIP reader find in a bundle of ours."""
    sealed = base64.b64encode(written(tmp_path).path.read_bytes()).decode()
    identity = hybrid().secret_text().decode()
    (answer,) = ask([{"do": "decrypt", "file": sealed, "identity": identity}])
    with zipfile.ZipFile(io.BytesIO(base64.b64decode(answer["plain"]))) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def test_every_column_and_every_word_is_in_the_codebook(members: Mapping[str, bytes]) -> None:
    codebook = Reader(BundleFile("codebook.html", members["codebook.html"])).text
    for name, content in members.items():
        if not name.endswith(".csv"):
            continue
        assert name in codebook
        rows = list(csv.DictReader(io.StringIO(content.decode(), newline="")))
        for column in rows[0]:
            assert column.removesuffix("_reason") in codebook
            if column.endswith("_reason"):
                assert all(row[column] in codebook for row in rows)


def test_the_office_shows_the_people_that_python_reads(
    office: Path, members: Mapping[str, bytes]
) -> None:
    content = members["data/interviews.csv"]
    expected = list(csv.reader(io.StringIO(content.decode(), newline="")))
    shown = [row for row in rows_in(read_by_office(office, content, COMMA)) if any(row)]
    assert [row[: len(expected[0])] for row in shown] == expected
