"""The frames that a page of ours can stand in, those of earlier versions included; no content.

A reader refuses a page in any other frame. Whoever changes one makes bundles of the past
unreadable: add a frame instead.
"""

from __future__ import annotations

from dataclasses import dataclass

from intake.export.writers.words import ENGLISH, LANGUAGES

_STYLE_1 = """
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
# What charts are drawn with, and a print of the dark page that is not dark.
_STYLE_2 = (
    _STYLE_1
    + """
figure { margin: .5rem 0 2rem; display: grid; grid-template-columns: minmax(0, 4fr) minmax(0, 3fr);
  gap: .5rem 2rem; align-items: start; break-inside: avoid; }
figure table { margin: 0; font-size: .875rem; }
figure th + th { text-align: end; white-space: nowrap; }
svg { width: 100%; height: auto; }
svg text { fill: var(--ink); font: 12px system-ui, "Noto Sans", "Segoe UI", sans-serif; }
svg rect { fill: var(--bar); }
svg .hidden { fill: none; stroke: var(--soft); stroke-dasharray: 3 2; }
blockquote { margin: .5rem 0 1rem; padding: 0 0 0 1rem;
  border-inline-start: .2rem solid var(--bar); }
@media (max-width: 36rem) { figure { grid-template-columns: minmax(0, 1fr); } }
@media print { :root { color-scheme: light; --ink: #000; --soft: #444; --line: #999; --paper: #fff;
  --field: #fff; --bar: #2f6f8f; --warn: #5c3200; --warn-field: #fff; } }
""".rstrip()
)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_END = "</body>\n</html>\n"


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around title and content of a page."""

    before_title: str
    behind_title: str
    end: str = _END


def _frame(style: str, language: str) -> Frame:
    before = (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<title>'
    )
    return Frame(before, f"</title>\n<style>\n{style}\n</style>\n</head>\n<body>\n")


def frame_for(language: str) -> Frame:
    """Return the frame that pages are written in today."""
    return _frame(_STYLE_2, language)


# Every frame that a page may stand in: of today, and of all versions before.
FRAMES = (*(frame_for(language) for language in LANGUAGES), _frame(_STYLE_1, ENGLISH))
