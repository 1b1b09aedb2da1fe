"""The help says the same in every language, in plain paragraphs, and names no key."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from intake.gui.actions import TABLE, ActionId

HELP = Path(__file__).resolve().parents[3] / "resources" / "help"
LANGUAGES = ("en", "be", "ru")


def sections(language: str) -> list[tuple[str, list[str]]]:
    """Return the sections of a help text as (heading, paragraphs)."""
    text = (HELP / f"{language}.md").read_text("utf-8")
    title, *parts = re.split(r"^## ", text, flags=re.MULTILINE)
    assert re.fullmatch(r"# .+\n\n", title)
    found = []
    for part in parts:
        heading, _, body = part.partition("\n\n")
        found.append((heading, [paragraph.strip() for paragraph in body.strip().split("\n\n")]))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_sections_with_the_same_paragraphs(language: str) -> None:
    shape = [len(paragraphs) for _, paragraphs in sections(language)]
    assert shape == [len(paragraphs) for _, paragraphs in sections("en")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_is_plain_text_of_one_line_paragraphs(language: str) -> None:
    for heading, paragraphs in sections(language):
        for text in (heading, *paragraphs):
            assert text
            assert not re.search(r"[*_`#<>|\n]", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_names_one_key_the_one_for_panic(language: str) -> None:
    """Other keys stand in the sheet beside the text, which is made of the actions themselves."""
    text = (HELP / f"{language}.md").read_text("utf-8")
    named = set(re.findall(r"Ctrl|Alt|Esc|\bF\d{1,2}\b", text))
    assert named == {TABLE[ActionId.PANIC].shortcut}


@pytest.mark.parametrize("language", ["be", "ru"])
def test_headings_are_translated(language: str) -> None:
    translated = [heading for heading, _ in sections(language)]
    english = [heading for heading, _ in sections("en")]
    assert [a for a, b in zip(translated, english, strict=True) if a == b and a != "k"] == []
