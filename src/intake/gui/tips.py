"""Tooltips of texts that others have written: shown as they are, never as HTML."""

from __future__ import annotations

import html


def plain_tip(text: str) -> str:
    """Return what a tooltip shows as this very text.

    A text with a tag in it would be taken for HTML, and the pictures that it names be read: files
    of this machine, or on Windows of another one that hears of it.
    """
    return f"<p>{html.escape(text)}</p>" if "<" in text else text
