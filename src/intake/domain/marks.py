"""Marks: stretches of a statement that name or point to somebody, and what was decided."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum

from intake.domain.ids import MarkId, PersonId, new_id


class MarkKind(StrEnum):
    """What a mark stands for."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    DATE = "date"
    NUMBER = "number"
    OTHER = "other"


class Decision(StrEnum):
    """What a person decided; pending counts as masked in every preview."""

    PENDING = "pending"
    MASK = "mask"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text, ``text[start:end]`` in code points.

    Attributes:
        person_id: The known person, when the mark stands for one.
        source: ``person`` when made by hand, else the detector's name.
        score: Certainty of the detector between 0 and 1.
    """

    id: MarkId
    start: int
    end: int
    kind: MarkKind
    decision: Decision = Decision.PENDING
    person_id: PersonId | None = None
    source: str = "person"
    score: float = 1.0

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError("a mark covers at least one character")


def new_mark(start: int, end: int, kind: MarkKind) -> Mark:
    """Return a pending mark with a fresh id over ``text[start:end]``."""
    return Mark(MarkId(new_id()), start, end, kind)


# difflib is quadratic on long texts without anchors; the equal head and tail are cut off first, and
# what is still longer than this is treated as replaced (its marks go back to pending or away).
_DIFF_LIMIT = 20_000


def carry_marks(marks: tuple[Mark, ...], old: str, new: str) -> tuple[Mark, ...]:
    """Carry marks from an old text to a new one.

    A mark whose text is unchanged moves with it. A mark whose text was touched goes back to pending
    over what is left of it (never narrower than what it covered), and one whose text is gone goes.

    Args:
        marks: Marks of ``old``.
        old: Text before the change.
        new: Text after the change.

    Returns:
        Marks of ``new``, sorted by start.
    """
    if old == new:
        return marks
    blocks = _matching_blocks(old, new)
    carried = (_carry(mark, blocks, len(new)) for mark in marks)
    return tuple(sorted((m for m in carried if m is not None), key=lambda m: (m.start, m.end)))


def _matching_blocks(old: str, new: str) -> list[tuple[int, int, int]]:
    """Return (old start, new start, length) of equal stretches, in order."""
    shortest = min(len(old), len(new))
    head = next((i for i in range(shortest) if old[i] != new[i]), shortest)
    room = shortest - head
    tail = next((i for i in range(room) if old[-1 - i] != new[-1 - i]), room)
    middle_old, middle_new = old[head : len(old) - tail], new[head : len(new) - tail]
    blocks = [(0, 0, head)]
    if middle_old and middle_new and max(len(middle_old), len(middle_new)) <= _DIFF_LIMIT:
        matcher = SequenceMatcher(None, middle_old, middle_new, autojunk=False)
        blocks += [(head + a, head + b, size) for a, b, size in matcher.get_matching_blocks()]
    blocks.append((len(old) - tail, len(new) - tail, tail))
    return [block for block in blocks if block[2]]


def _carry(mark: Mark, blocks: list[tuple[int, int, int]], length: int) -> Mark | None:
    for old_start, new_start, size in blocks:
        if old_start <= mark.start and mark.end <= old_start + size:
            shift = new_start - old_start
            return replace(mark, start=mark.start + shift, end=mark.end + shift)
    touched = [b for b in blocks if b[0] < mark.end and mark.start < b[0] + b[2]]
    if not touched:
        return None
    first, last = touched[0], touched[-1]
    start = first[1] + max(0, mark.start - first[0])
    end = last[1] + min(last[2], mark.end - last[0])
    # New text typed at either edge of a touched mark may be the rest of a name: take it in.
    before = max((b[1] + b[2] for b in blocks if b[0] + b[2] <= mark.start), default=0)
    after = min((b[1] for b in blocks if b[0] >= mark.end), default=length)
    start = min(start, before) if mark.start < first[0] else start
    end = max(end, after) if mark.end > last[0] + last[2] else end
    return replace(mark, start=start, end=end, decision=Decision.PENDING)
