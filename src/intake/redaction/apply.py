"""Turns a text and its marks into redacted text; the only place that can make one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import InitVar, dataclass, field
from types import MappingProxyType
from typing import final

from intake.domain.ids import MarkId
from intake.domain.marks import Decision, Mark, MarkKind

_MAKER = object()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a label stands.

    Attributes:
        start: In the redacted text, in code points.
        end: Behind it.
        mark_id: The widest of the marks that the label stands for.
        source: What it stands for in the original, ``original[source[0]:source[1]]``.
    """

    start: int
    end: int
    mark_id: MarkId
    source: tuple[int, int]


@final
@dataclass(frozen=True, slots=True)
class RedactedText:
    """Text in which everything marked is masked; only :func:`redact` can make one.

    Attributes:
        text: The text that may leave.
        masked: How many stretches were masked, by kind; those in paraphrases and the passages that
            these stand for included.
        pending: How many marks nobody had decided.
        places: For the window alone, where each label stands in ``text``, in order. It tells the
            order of what was masked and must not be written to a bundle.
    """

    text: str = field(repr=False)
    masked: Mapping[MarkKind, int]
    pending: int
    places: tuple[Place, ...] = field(repr=False)
    maker: InitVar[object]

    def __post_init__(self, maker: object) -> None:
        if maker is not _MAKER:
            raise TypeError("only redaction makes redacted text")


def redact(text: str, marks: Iterable[Mark], label: Callable[[Mark], str]) -> RedactedText:
    """Mask every mark that is not decided to be kept.

    A pending mark counts as masked. Where marks overlap their union is masked: a mark that is kept
    does not uncover what another one masks. The label of a union is that of its widest mark, or its
    paraphrase, once that is decided, with labels in place of what was found in it.

    Args:
        text: The original.
        marks: Marks of this very text, in any order.
        label: What to show instead of a mark (:meth:`Pseudonyms.label`).

    Raises:
        ValueError: A mark reaches beyond the text: it belongs to another one.
    """
    masking = [mark for mark in marks if mark.decision is not Decision.KEEP]
    if any(mark.end > len(text) for mark in masking):
        raise ValueError("a mark reaches beyond the text")
    parts: list[str] = []
    counts: Counter[MarkKind] = Counter()
    places: list[Place] = []
    reached = written = 0
    for start, end, mark in _unions(masking):
        shown = _shown(mark, label, counts)
        parts += [text[reached:start], shown]
        written += start - reached
        places.append(Place(written, written + len(shown), mark.id, (start, end)))
        written += len(shown)
        counts[mark.kind] += 1
        reached = end
    parts.append(text[reached:])
    pending = sum(mark.decision is Decision.PENDING for mark in masking)
    masked = MappingProxyType(dict(counts))
    return RedactedText("".join(parts), masked, pending, tuple(places), _MAKER)


def _shown(mark: Mark, label: Callable[[Mark], str], counts: Counter[MarkKind]) -> str:
    """Return what stands for a mark, and count what is masked in its paraphrase."""
    if mark.paraphrase is None or mark.decision is not Decision.MASK:
        return label(mark)
    told = redact(mark.paraphrase.text, mark.paraphrase.marks, label)
    counts.update(told.masked)
    return told.text


def _unions(marks: list[Mark]) -> list[tuple[int, int, Mark]]:
    """Return (start, end, widest mark) of each stretch that marks cover."""
    united: list[tuple[int, int, Mark]] = []
    for mark in sorted(marks, key=lambda each: (each.start, -each.end)):
        if not united or mark.start >= united[-1][1]:
            united.append((mark.start, mark.end, mark))
            continue
        start, end, widest = united[-1]
        wider = mark if mark.end - mark.start > widest.end - widest.start else widest
        united[-1] = (start, max(end, mark.end), wider)
    return united
