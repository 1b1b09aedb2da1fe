"""A page that stands alone: own style, no script, nothing fetched, every text escaped.

It also tells such a page from any other: what this writer could not have written is never shown.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

from intake.domain.text import inert
from intake.export.layout import BundleFile, Composer

_STYLE = """
:root { color-scheme: light dark; --ink: #1d2730; --soft: #5a6772; --line: #d5dce2;
  --paper: #fff; --field: #f3f6f8; --bar: #2f6f8f; --warn: #8a4b00; --warn-field: #fff4e0; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e9ed; --soft: #a3b0ba; --line: #3a454e;
  --paper: #14191d; --field: #1e252b; --bar: #6fb3d2; --warn: #ffc878; --warn-field: #33270f; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2.5rem 1.5rem 4rem; max-width: 50rem; color: var(--ink);
  background: var(--paper); font: 1.0625rem/1.6 system-ui, "Noto Sans", "Segoe UI", sans-serif; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .5rem; }
h3 { font-size: 1.0625rem; margin: 1.5rem 0 .25rem; }
p, li { max-width: 42rem; }
.lead { color: var(--soft); margin-top: 0; }
.warning { border-left: .3rem solid var(--warn); background: var(--warn-field); color: var(--warn);
  padding: .75rem 1rem; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; font-size: .95rem; }
th, td { text-align: start; vertical-align: top; padding: .35rem .75rem .35rem 0;
  border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { color: var(--soft); font-weight: 600; }
th[scope=row] { font-weight: 400; }
.number { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }
.bar { display: block; height: .8rem; margin-top: .4rem; background: var(--bar);
  border-radius: .15rem; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.chart td:nth-child(2) { width: 45%; }
code { font-family: ui-monospace, "Noto Sans Mono", monospace; font-size: .9em; }
@media print { body { padding: 0; max-width: none; font-size: 10.5pt; }
  h2, h3 { break-after: avoid; }
  tr, .warning { break-inside: avoid; } }
""".strip()
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_BEFORE_TITLE = (
    '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    '<meta name="referrer" content="no-referrer">\n<title>'
)
_BEHIND_TITLE = f"</title>\n<style>\n{_STYLE}\n</style>\n</head>\n<body>\n"
_END = "</body>\n</html>\n"
# Every tag that stands between the two, as it is written: no other attribute, address or style.
_PLAIN_TAGS = ("h1", "h2", "h3", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td")
_TAGS = frozenset(
    (
        *(f"<{name}>" for name in _PLAIN_TAGS),
        *(f"</{name}>" for name in (*_PLAIN_TAGS, "span")),
        '<p class="lead">',
        '<p class="warning" role="note">',
        '<table class="chart">',
        '<th scope="col">',
        '<th scope="row">',
        '<td class="number">',
        '<td aria-hidden="true">',
    )
)
_BAR = re.compile(r'<span class="bar" style="width:[0-9]{1,3}\.[0-9]%">', re.ASCII)
_TAG = re.compile("(<[^<>]*>)")


def escape(text: str) -> str:
    """Return text that HTML shows as it is."""
    return html.escape(inert(text), quote=True)


def is_ours(content: bytes) -> bool:
    """Tell whether a page is one that ``Page`` could have made: our frame, our tags, plain text."""
    try:
        page = content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    title, middle, body = page.removeprefix(_BEFORE_TITLE).partition(_BEHIND_TITLE)
    if not (page.startswith(_BEFORE_TITLE) and middle and body.endswith(_END)):
        return False
    parts = _TAG.split(body.removesuffix(_END))
    texts, tags = [title, *parts[::2]], parts[1::2]
    return all(_is_plain(text) for text in texts) and all(
        tag in _TAGS or _BAR.fullmatch(tag) for tag in tags
    )


def _is_plain(text: str) -> bool:
    return escape(html.unescape(text)) == text


class Page:
    """Collects a page; texts given to it are plain text, never HTML.

    Args:
        title: Stands in the window's title and on top of the page.
        lead: One sentence under it.
    """

    def __init__(self, title: str, lead: str) -> None:
        self._composer = Composer()
        self._raw(_BEFORE_TITLE + escape(title) + _BEHIND_TITLE)
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

    def chart(self, rows: Sequence[tuple[str, int | None, bool]]) -> None:
        """Add horizontal bars.

        Args:
            rows: (label, number or ``None`` where it is hidden, whether the label is ours).
        """
        longest = max((number or 0 for _, number, _ in rows), default=0) or 1
        self._raw('<table class="chart">\n<tbody>\n')
        for label, number, ours in rows:
            self._raw('<tr><th scope="row">')
            self._composer.add(escape(label), ours=ours)
            shown = "hidden" if number is None else str(number)
            width = round(100 * (number or 0) / longest, 1)
            bar = f'<span class="bar" style="width:{width}%"></span>' if number else ""
            self._raw(
                f'</th><td aria-hidden="true">{bar}</td><td class="number">{shown}</td></tr>\n'
            )
        self._raw("</tbody>\n</table>\n")

    def finish(self, name: str) -> BundleFile:
        """Return the page as a file."""
        self._raw(_END)
        return self._composer.finish(name)

    def _raw(self, markup: str) -> None:
        self._composer.add(markup, ours=True)
