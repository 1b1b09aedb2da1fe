"""Pages of ours taken apart: all that is said, in order, and nothing of anybody else's pages."""

from __future__ import annotations

import html
import re

import pytest

from intake.errors import BundleDamagedError
from intake.export.layout import BundleFile
from intake.export.pages import Grid, Kind, Passage, blocks_of
from intake.export.writers.charts import Bar, add_chart
from intake.export.writers.html import Page
from intake.export.writers.words import Words
from tests.unit.export.forging import members_of
from tests.unit.export.test_documents import ANALYSIS, EACH
from tests.unit.export.test_recorded_bundles import RECORDED


def page() -> Page:
    made = Page("A <title>", "The lead")
    made.heading("First & last")
    made.heading("Small", level=3)
    made.paragraph("Plain")
    made.warning("Beware")
    made.items(["one", "two"])
    made.quote("Take this")
    made.table(("H1", "H2"), [("a", "b"), ("c", "d")])
    made.table((), [("x", "y")])
    add_chart(made, Words(), [Bar("Lawyers <b>", 7)])
    return made


def test_everything_on_a_page_comes_back_in_order() -> None:
    *blocks, chart = blocks_of("report.html", page().finish("report.html").content)
    assert blocks == [
        Passage(Kind.TITLE, "A <title>"),
        Passage(Kind.LEAD, "The lead"),
        Passage(Kind.HEADING, "First & last"),
        Passage(Kind.SMALL_HEADING, "Small"),
        Passage(Kind.PARAGRAPH, "Plain"),
        Passage(Kind.WARNING, "Beware"),
        Passage(Kind.ITEM, "one"),
        Passage(Kind.ITEM, "two"),
        Passage(Kind.QUOTE, "Take this"),
        Grid(("H1", "H2"), (("a", "b"), ("c", "d"))),
        Grid((), (("x", "y"),)),
    ]
    assert isinstance(chart, Grid)
    assert (chart.header, chart.rows) == (("Answer", "People"), (("Lawyers <b>", "7"),))
    assert chart.drawing.startswith('<svg viewBox="0 0 320 ')
    assert chart.drawing.endswith("</svg>")
    assert "Lawyers &lt;b&gt;" in chart.drawing


@EACH
@pytest.mark.parametrize("name", ["report.html", "codebook.html"])
def test_no_word_of_a_page_is_lost(files: dict[str, BundleFile], name: str) -> None:
    content = files[name].content.decode()
    body = content[content.index("<body>") :]
    words = re.sub(r"\s+", "", html.unescape(re.sub("<[^>]*>", "", body)))
    told = ""
    for block in blocks_of(name, files[name].content):
        if isinstance(block, Passage):
            told += block.text
        else:
            told += re.sub("<[^>]*>", "", block.drawing)
            told += "".join(block.header) + "".join(cell for row in block.rows for cell in row)
    assert re.sub(r"\s+", "", html.unescape(told)) == words


def test_pages_of_older_bundles_come_back_without_their_bars() -> None:
    archive = (RECORDED / "1-bars" / "statistics-plain.age").read_bytes()
    blocks = blocks_of("report.html", members_of(archive)["report.html"])
    assert Grid((), (("Female", "7"), ("Male", "hidden"))) in blocks


@pytest.mark.parametrize("change", [(b"<p>", b"<p><b>"), (b"</body>", b"")])
def test_a_page_of_somebody_else_is_refused(change: tuple[bytes, bytes]) -> None:
    content = ANALYSIS["report.html"].content.replace(*change)
    with pytest.raises(BundleDamagedError, match=r"report\.html"):
        blocks_of("report.html", content)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<tr>", b""),
        (b"</tr>", b""),
        (b"</table>", b"</table></table>"),
        (b"<p>Plain</p>", b"<p>Plain</h1>"),
        (b"<p>Plain</p>", b"<ul>" * 9 + b"</ul>" * 9),
    ],
)
def test_tags_that_are_not_ended_in_their_turn_are_not_ours(old: bytes, new: bytes) -> None:
    content = page().finish("report.html").content
    assert content.count(old) >= 1
    with pytest.raises(BundleDamagedError):
        blocks_of("report.html", content.replace(old, new, 1))


def test_rows_that_end_again_and_again_do_not_repeat_what_stood_before_them() -> None:
    whole = page().finish("report.html").content
    nested = whole.replace(b"<tr>", b"<tr><tr><tr>").replace(b"</tr>", b"</tr></tr></tr>")
    grids = [block for block in blocks_of("report.html", nested) if isinstance(block, Grid)]
    cells = [cell for grid in grids for row in grid.rows for cell in row]
    assert sorted(cells) == sorted(["a", "b", "c", "d", "x", "y", "Lawyers <b>", "7"])
