"""Takes a page of ours apart, for a window that shows no HTML; reads no page of anybody else."""

from __future__ import annotations

import html
from dataclasses import dataclass
from enum import Enum
from html.parser import HTMLParser

from intake.errors import BundleDamagedError
from intake.export.writers.html import is_ours


class Kind(Enum):
    """What a text on a page is."""

    TITLE = "h1"
    HEADING = "h2"
    SMALL_HEADING = "h3"
    LEAD = "lead"
    WARNING = "warning"
    PARAGRAPH = "p"
    ITEM = "li"
    QUOTE = "blockquote"


@dataclass(frozen=True, slots=True)
class Passage:
    """A heading, a paragraph or an item of a list."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, with the drawing beside it where there is one.

    Attributes:
        header: Names of the columns; empty without.
        rows: The cells.
        drawing: SVG of ours without any colour, or empty.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    drawing: str = ""


Block = Passage | Grid


def blocks_of(name: str, content: bytes) -> tuple[Block, ...]:
    """Return what stands on a page, in order.

    Raises:
        BundleDamagedError: It is none that this program could have written.
    """
    if not is_ours(content):
        raise BundleDamagedError(part=name)
    reader = _Reader()
    text = content.decode("utf-8")
    reader.feed(text[text.index("<body>") :])
    reader.close()
    return tuple(reader.blocks)


class _Reader(HTMLParser):
    """Collects blocks out of the few tags that a page of ours has."""

    _KINDS = {kind.value: kind for kind in Kind}  # noqa: RUF012 (never changed)

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self._text: list[str] | None = None
        self._kind = Kind.PARAGRAPH
        self._is_quoted = False
        self._header: list[str] = []
        self._rows: list[tuple[str, ...]] = []
        self._row: list[str] = []
        self._is_head = False
        self._drawing: list[str] = []
        self._is_drawn = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin something."""
        if tag == "svg" or self._is_drawn:
            self._is_drawn = True
            self._drawing.append(self.get_starttag_text() or "")
        elif tag in self._KINDS and tag != Kind.QUOTE.value:
            given = dict(attrs).get("class") or ""
            self._kind = self._KINDS.get(given, self._KINDS[tag])
            self._text = []
        elif tag in {"th", "td"}:
            self._text = []
        elif tag == Kind.QUOTE.value:
            self._is_quoted = True
        elif tag == "table":
            self._header, self._rows = [], []
        elif tag == "tr":
            self._row = []
        elif tag == "thead":
            self._is_head = True

    def handle_endtag(self, tag: str) -> None:
        """End it."""
        if self._is_drawn:
            self._drawing.append(f"</{tag}>")
            self._is_drawn = tag != "svg"
        elif tag in {"th", "td"}:
            self._row.append(self._take())
        elif tag == "tr":
            self._end_row()
        elif tag == "thead":
            self._is_head = False
        elif tag == "table":
            drawing, self._drawing = "".join(self._drawing), []
            self.blocks.append(Grid(tuple(self._header), tuple(self._rows), drawing))
        elif tag == Kind.QUOTE.value:
            self._is_quoted = False
        elif tag in self._KINDS:
            kind = Kind.QUOTE if self._is_quoted else self._kind
            self.blocks.append(Passage(kind, self._take()))

    def handle_data(self, data: str) -> None:
        """Take the words between two tags."""
        if self._is_drawn:
            self._drawing.append(html.escape(data))
        elif self._text is not None:
            self._text.append(data)

    def _take(self) -> str:
        text, self._text = "".join(self._text or ()), None
        return text

    def _end_row(self) -> None:
        row, self._row = self._row, []
        if self._is_head:
            self._header = row
        else:
            # Older pages have their bars in a cell without words.
            self._rows.append(tuple(cell for cell in row if cell or len(row) != 3))  # noqa: PLR2004 (label, bar, number)
