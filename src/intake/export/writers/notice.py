"""The letter that asks a recipient to delete a bundle; it tells nothing of whose account it is."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from intake.domain.text import inert
from intake.export.writers.method import GROUPS, PURPOSES
from intake.export.writers.words import Words

_WIDTH = 78  # characters of a line: what any program for mail shows whole
_RULE = "-" * _WIDTH


@dataclass(frozen=True, slots=True)
class Recalled:
    """A bundle that has to be deleted.

    Attributes:
        bundle_id: Its number.
        day: ISO day on which it was written.
        purpose: Name of the use, empty where it is not known.
        group: Name of the recipient group, likewise.
        to: Name of the recipient of the letter, empty where it is not known.
    """

    bundle_id: str
    day: str
    purpose: str = ""
    group: str = ""
    to: str = ""


def letter(recalled: Recalled, languages: Sequence[str], day: str) -> str:
    """Return the letter, once in each language.

    Args:
        recalled: The bundle.
        languages: Of ``words.LANGUAGES``.
        day: ISO day of the letter.
    """
    parts = ["\n".join(_lines(recalled, Words(each), day)) for each in languages]
    return f"\n\n{_RULE}\n\n".join(parts) + "\n"


def _lines(recalled: Recalled, words: Words, day: str) -> Iterator[str]:
    yield words("Please delete a bundle: consent was taken back")
    yield ""
    facts = [
        (words("Bundle"), recalled.bundle_id),
        (words("Written on"), recalled.day),
        (words("Purpose"), words(PURPOSES.get(recalled.purpose, ""))),
        (words("For"), words(GROUPS.get(recalled.group, ""))),
        (words("Recipient"), inert(recalled.to)),
        (words("Day of this letter"), day),
    ]
    yield from (f"{name}: {text}" for name, text in facts if text)
    yield from _asked(words)


def _asked(words: Words) -> Iterator[str]:
    yield ""
    yield from _wrapped(
        words(
            "Somebody in this bundle does not agree any more to what you have it for. Whoever "
            "gives an account may take it back at any time, and need not say why."
        )
    )
    yield ""
    yield words("Please delete for good:")
    yield from (line for each in _things(words) for line in _wrapped(each, "- "))
    yield ""
    yield from _wrapped(
        words("Where you keep a list of recalls, note the number: it must not be taken in again.")
    )
    yield ""
    yield from _wrapped(
        words(
            "Publish, quote and pass on nothing more of it. Whom you have given any of it: send "
            "them this letter. What is published already, tell us."
        )
    )
    yield ""
    yield from _wrapped(
        words(
            "The whole bundle has to go, not one line of it. This letter does not say who it is. "
            "Please do not try to find out: it can put a person in danger."
        )
    )
    yield ""
    yield from _wrapped(
        words("Answer when it is done, or tell us what could not be deleted, and why.")
    )


def _things(words: Words) -> tuple[str, ...]:
    return (
        words("The file of the bundle, and every copy of it: in mail, on sticks, in backups."),
        words("The folder where it was opened, and every table, chart or text made from it."),
        words(
            "Its part of every data set that it was united in: remove the folders that are named "
            "bundle= and its number, and unite the other bundles anew (intake bundle collate). "
            "What was worked out of the old data set goes, too."
        ),
    )


def _wrapped(text: str, first: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_on_hyphens=False,
        break_long_words=False,
    )
