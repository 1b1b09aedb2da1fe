"""A page that stands alone: own style, no script, nothing fetched, every text escaped.

It also tells such a page from any other: what this writer could not have written is never shown.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from intake.domain.text import inert
from intake.export.layout import BundleFile, Composer
from intake.export.writers.frames import FRAMES, Frame, frame_for
from intake.export.writers.words import ENGLISH

# Every tag of a page, as it is written: no other attribute, address or style.
_PLAIN_TAGS = ("h1", "h2", "h3", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td")
_DRAWN_TAGS = ("figure", "svg", "rect", "text")
_TAGS = frozenset(
    (
        *(f"<{name}>" for name in _PLAIN_TAGS),
        *(f"</{name}>" for name in (*_PLAIN_TAGS, *_DRAWN_TAGS, "span", "blockquote")),
        "<figure>",
        "<blockquote>",
        '<p class="lead">',
        '<p class="warning" role="note">',
        '<table class="chart">',
        '<th scope="col">',
        '<th scope="row">',
        '<td class="number">',
        '<td aria-hidden="true">',
    )
)
# Charts: bars beside a table in older bundles, drawn ones of whole numbers in those of today.
_DRAWN = re.compile(
    r'<span class="bar" style="width:[0-9]{1,3}\.[0-9]%">'
    r'|<svg viewBox="0 0 [0-9]{1,4} [0-9]{1,4}" aria-hidden="true">'
    r'|<rect (?:class="hidden" )?x="[0-9]{1,4}" y="[0-9]{1,4}"'
    r' width="[0-9]{1,4}" height="[0-9]{1,4}">'
    r'|<text x="[0-9]{1,4}" y="[0-9]{1,4}"(?: text-anchor="(?:end|middle)")?>',
    re.ASCII,
)
_TAG = re.compile("(<[^<>]*>)")
_DEEPEST = 8  # a bar in a cell of a row of a table is the deepest of ours


def escape(text: str) -> str:
    """Return text that HTML shows as it is."""
    return html.escape(inert(text), quote=True)


def is_ours(content: bytes) -> bool:
    """Tell whether a page is one that ``Page`` could have made: our frame, our tags, plain text."""
    try:
        page = content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return any(_stands_in(frame, page) for frame in FRAMES)


def _stands_in(frame: Frame, page: str) -> bool:
    title, middle, body = page.removeprefix(frame.before_title).partition(frame.behind_title)
    if not (page.startswith(frame.before_title) and middle and body.endswith(frame.end)):
        return False
    parts = _TAG.split(body.removesuffix(frame.end))
    texts, tags = [title, *parts[::2]], parts[1::2]
    return (
        all(tag in _TAGS or _DRAWN.fullmatch(tag) for tag in tags)
        and _are_paired(tags)
        and all(_is_plain(text) for text in texts)
    )


def _are_paired(tags: Sequence[str]) -> bool:
    """Tell whether each tag is ended in its turn, as ``Page`` does, and none lies deep inside."""
    under_way = list[str]()
    for tag in tags:
        name = tag.strip("</>").partition(" ")[0]
        if not tag.startswith("</"):
            under_way.append(name)
        elif not under_way or under_way.pop() != name:
            return False
        if len(under_way) > _DEEPEST:
            return False
    return not under_way


def _is_plain(text: str) -> bool:
    return escape(html.unescape(text)) == text


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a drawing: markup of ours, or a text.

    Attributes:
        ours: No word of it comes from a case.
    """

    text: str
    ours: bool = True
    is_markup: bool = False


class Page:
    """Collects a page; texts given to it are plain text, never HTML.

    Args:
        title: Stands in the window's title and on top of the page.
        lead: One sentence under it.
        language: What it is written in, one of ``LANGUAGES``.
    """

    def __init__(self, title: str, lead: str, language: str = ENGLISH) -> None:
        self._composer = Composer()
        self._frame = frame_for(language)
        self._raw(self._frame.before_title + escape(title) + self._frame.behind_title)
        self._raw(f'<h1>{escape(title)}</h1>\n<p class="lead">{escape(lead)}</p>\n')

    def heading(self, text: str, level: int = 2) -> None:
        """Add a heading."""
        self._raw(f"<h{level}>{escape(text)}</h{level}>\n")

    def paragraph(self, text: str) -> None:
        """Add a paragraph."""
        self._raw(f"<p>{escape(text)}</p>\n")

    def warning(self, text: str) -> None:
        """Add a paragraph that nobody overlooks."""
        self._raw(f'<p class="warning" role="note">{escape(text)}</p>\n')

    def items(self, texts: Iterable[str]) -> None:
        """Add a list."""
        self._raw("<ul>\n" + "".join(f"<li>{escape(text)}</li>\n" for text in texts) + "</ul>\n")

    def table(self, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Add a table whose first column names the rows; without a header when there is none."""
        self._raw("<table>\n")
        if header:
            names = "".join(f'<th scope="col">{escape(text)}</th>' for text in header)
            self._raw(f"<thead><tr>{names}</tr></thead>\n")
        self._raw("<tbody>\n")
        for first, *others in rows:
            cells = "".join(f"<td>{escape(text)}</td>" for text in others)
            self._raw(f'<tr><th scope="row">{escape(first)}</th>{cells}</tr>\n')
        self._raw("</tbody>\n</table>\n")

    def quote(self, text: str) -> None:
        """Add a paragraph that is meant to be taken over word for word."""
        self._raw(f"<blockquote>\n<p>{escape(text)}</p>\n</blockquote>\n")

    def figure(
        self, drawing: Sequence[Piece], header: tuple[str, str], rows: Sequence[tuple[Piece, str]]
    ) -> None:
        """Add a drawing, hidden from screen readers, and the table that says the same.

        Args:
            drawing: Markup and texts in order.
            header: Names of the two columns.
            rows: (label, what is told of it).
        """
        self._raw("<figure>\n")
        for piece in drawing:
            self._piece(piece)
        names = "".join(f'<th scope="col">{escape(text)}</th>' for text in header)
        self._raw(f"<table>\n<thead><tr>{names}</tr></thead>\n<tbody>\n")
        for label, told in rows:
            self._raw('<tr><th scope="row">')
            self._piece(label)
            self._raw(f'</th><td class="number">{escape(told)}</td></tr>\n')
        self._raw("</tbody>\n</table>\n</figure>\n")

    def _piece(self, piece: Piece) -> None:
        self._composer.add(piece.text if piece.is_markup else escape(piece.text), ours=piece.ours)

    def finish(self, name: str) -> BundleFile:
        """Return the page as a file."""
        self._raw(self._frame.end)
        return self._composer.finish(name)

    def _raw(self, markup: str) -> None:
        self._composer.add(markup, ours=True)
