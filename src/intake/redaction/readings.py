"""Other ways to read a text that hides something: behind its escapes, and mended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from intake.redaction.escapes import escapes_in
from intake.redaction.mended import Mended, mended
from intake.redaction.source_text import scannable
from intake.redaction.suggestion import Suggestion

_Escapes = Sequence[tuple[int, int, str]]


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a text.

    Attributes:
        steps: What was made of it, the last step first.
        escapes: Where the text itself has escapes, and what each stands for.
    """

    steps: tuple[Mended, ...]
    escapes: _Escapes

    @property
    def text(self) -> str:
        """What is read."""
        return self.steps[0].text

    def back(self, hit: Suggestion) -> Suggestion:
        """Return what was found at its place in the text itself; no escape is left in halves."""
        for step in self.steps:
            hit = step.back(hit)
        end = max((end for start, end, _ in self.escapes if start < hit.end < end), default=hit.end)
        return hit._replace(end=end)


def readings(text: str) -> Iterator[Reading]:
    """Yield the ways to read a text beside the plain one; most texts have none.

    Args:
        text: Without lone surrogates, as ``SourceText`` holds it.
    """
    escapes = tuple(escapes_in(text))
    behind: tuple[Mended, ...] = ()
    if escapes:
        plain = Mended(text)
        plain.cut_out(escapes)
        behind = (plain,)
        yield Reading(behind, escapes)
    # Half a pair of surrogates is what JSON makes of each half of a picture.
    whole = mended(scannable(behind[0].text) if behind else text)
    if whole is not None:
        yield Reading((whole, *behind), escapes)
