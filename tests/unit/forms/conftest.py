from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

KIND = "bind::intake:kind"
CLASS = "bind::intake:disclosure"
GENERALISE = "bind::intake:generalise"
LABEL = "label::English (en)"

SURVEY = [
    {"type": "begin_group", "name": "profile", LABEL: "Profile"},
    {"type": "text", "name": "nickname", LABEL: "Nickname", CLASS: "direct"},
    {"type": "integer", "name": "age", LABEL: "Age", CLASS: "quasi", GENERALISE: "bands"},
    {"type": "select_one colour", "name": "colour", LABEL: "Colour", CLASS: "plain"},
    {
        "type": "select_multiple fruit",
        "name": "fruits",
        LABEL: "Fruits",
        CLASS: "sensitive",
        GENERALISE: "parent",
    },
    {"type": "text", "name": "since", KIND: "edtf", LABEL: "Since", CLASS: "quasi"},
    {"type": "end_group"},
    {"type": "begin_repeat", "name": "visits", KIND: "event", LABEL: "Visits"},
    {"type": "text", "name": "where", KIND: "place", LABEL: "Where", CLASS: "quasi"},
    {"type": "end_repeat"},
]
CHOICES = [
    {"list_name": "colour", "name": "red", LABEL: "Red"},
    {"list_name": "colour", "name": "blue", LABEL: "Blue"},
    {"list_name": "fruit", "name": "apple", "parent": "pome", LABEL: "Apple"},
    {"list_name": "fruit", "name": "plum", "parent": "stone", LABEL: "Plum"},
    {"list_name": "fruit_group", "name": "pome", LABEL: "Pome"},
    {"list_name": "fruit_group", "name": "stone", LABEL: "Stone"},
]
SETTINGS = [
    {
        "form_title": "Small",
        "form_id": "small",
        "version": "2",
        "namespaces": 'intake="urn:intake:form:1"',
    }
]
Rows = list[dict[str, str]]
WriteForm = Callable[..., Path]


def columns(rows: Rows) -> list[str]:
    return list(dict.fromkeys(column for row in rows for column in row))


@pytest.fixture
def write_form(tmp_path: Path) -> WriteForm:
    """Return a function that writes a small form, whole sheets replaced where they are given."""

    def write(**sheets: Rows) -> Path:
        all_sheets = {"survey": SURVEY, "choices": CHOICES, "settings": SETTINGS} | sheets
        for name, rows in all_sheets.items():
            with (tmp_path / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
                writer = csv.DictWriter(file, columns(rows))
                writer.writeheader()
                writer.writerows(rows)
        return tmp_path

    return write
