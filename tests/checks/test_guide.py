"""The user guide names only what is there: buttons, keys, codes and pages."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from intake import errors
from intake.gui.actions import TABLE
from intake.gui.interview.steps import make_steps
from intake.gui.pages.export import _TITLES as EXPORT_TITLES
from intake.services import interviews

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "user-guide.md").read_text("utf-8")
DOCS = [*sorted(ROOT.glob("docs/**/*.md")), ROOT / "README.md"]
# In bold because it matters, not because it is written on a button.
STRESSED = {
    "vault",
    "bundle",
    "draft",
    "marks",
    "P1",
    "Ctrl+L",
    "Who must be told",
    "was put back to an earlier state",
}
QUOTED = re.compile(r"\*\*([^*]+)\*\*")


def strings() -> set[str]:
    """Return every text of the window, without access keys and as one line."""
    found = set()
    for file in (ROOT / "src" / "intake" / "gui").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value.replace("&", ""))
    return found


def named() -> Iterator[str]:
    """Yield what the guide calls by name: in bold, and not a heading of a sentence."""
    for text in QUOTED.findall(GUIDE):
        if not text.endswith((".", "?", ":")) and text not in STRESSED and "=" not in text:
            shown = text.replace("14:02", "{time}")
            yield re.sub(r"\d+ other places", "%n other place(s)", shown)


def test_every_button_that_the_guide_names_is_in_the_window() -> None:
    texts = strings() | {text.rstrip(":") for text in strings()}
    texts |= {section.label.get("en") for section in interviews.form().sections}
    assert [name for name in named() if name not in texts] == []


def steps_under(heading: str) -> list[str]:
    """Return the names of the numbered steps of one chapter of the guide."""
    chapter = GUIDE.partition(heading)[2].partition("\n## ")[0]
    return re.findall(r"^\d+\. \*\*(.+?)\.\*\*", chapter, re.MULTILINE)


def test_the_steps_of_a_new_vault_are_those_of_the_window() -> None:
    assert steps_under("## 1. First start") == [
        "Create a vault",
        "Choose a passphrase",
        "Decide about the last resort",
        "Write down the recovery key",
        "Type the recovery key back",
    ]
    assert set(steps_under("## 1. First start")) <= strings()


def test_the_pages_of_an_export_are_called_as_in_the_window() -> None:
    called = [f"Export: {name[0].lower()}{name[1:]}" for name in steps_under("## 7. Export")]
    assert called == list(EXPORT_TITLES)


@pytest.mark.usefixtures("qapp")
def test_the_sections_of_an_interview_are_called_as_in_the_window() -> None:
    titles = [step.title("en") for step in make_steps(interviews.form())]
    assert steps_under("## 4. The interview") == titles


def test_every_key_that_the_guide_names_is_bound() -> None:
    known = {spec.shortcut for spec in TABLE.values()}
    keys = re.findall(r"\b(?:Ctrl\+\w+|F[1-9]\d?)\b", GUIDE)
    assert len(keys) > 5
    assert set(keys) <= known
    table = re.findall(r"^\| ([A-Z0-9 ,to]+) \| ", GUIDE, re.MULTILINE)
    for row in table:
        letters = set(re.findall(r"\b[A-Z0-9]\b", row))
        assert letters <= known, row


def test_every_code_that_the_guide_explains_exists() -> None:
    codes = {
        kind.code
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, errors.IntakeError)
    }
    told = set(re.findall(r"\b[A-Z]\d\d\b", GUIDE)) - {spec.shortcut for spec in TABLE.values()}
    assert told
    assert told <= codes


@pytest.mark.parametrize("page", DOCS, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8")):
        if target.startswith("http"):
            continue
        name, _, anchor = target.partition("#")
        file = (page.parent / name) if name else page
        assert file.exists(), target
        if anchor:
            titles = re.findall(r"^#+ (.*)$", file.read_text("utf-8"), re.MULTILINE)
            assert anchor in {_anchor(title) for title in titles}, target


def _anchor(title: str) -> str:
    return re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")
