"""Judges at opening whether database, mirror and header belong together; reads no file."""

from __future__ import annotations

from dataclasses import dataclass

from intake.store.chain import Head
from intake.store.mirror import Slots


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found.

    Attributes:
        rollback: Which part is older than the rest or unreadable: ``database``, ``mirror`` or
            ``header``; ``None`` when all is well.
        heal: The last commit is not in the mirror yet, or a header change is not confirmed yet:
            both are what a crash leaves behind.
    """

    rollback: str | None = None
    heal: bool = False


def judge(head: Head, key: bytearray, slots: Slots, header_generation: int) -> Verdict:
    """Compare counter, head and header generation.

    The mirror is written after each commit, so that the database may be one commit ahead, with the
    slot of that commit old or torn. Everything else did not happen by itself.
    """
    newest = max((s for s in slots if s is not None), key=lambda s: s.counter, default=None)
    if newest is None:
        return Verdict("mirror")
    if newest.counter > head.counter:
        return Verdict("database")
    if newest.counter == head.counter:
        if newest.head != head.digest(key):
            return Verdict("database")
        if None in slots:
            return Verdict("mirror")
    elif newest.head != head.previous:
        return Verdict("mirror")
    ahead = newest.counter < head.counter
    if header_generation == head.generation:
        return Verdict(heal=ahead)
    if header_generation < head.generation:
        return Verdict("header")
    if head.announced is not None and header_generation <= head.announced:
        return Verdict(heal=True)
    return Verdict("database")
