"""What was decided in a review, so that it can be taken back step by step."""

from __future__ import annotations

from dataclasses import dataclass, field

from intake.domain.ids import MarkId, StatementId
from intake.domain.marks import Mark

Elsewhere = dict[StatementId, tuple[Mark, ...]]


@dataclass(frozen=True, slots=True)
class Step:
    """One step.

    Attributes:
        before: The marks of the statement that it changed, as they were; the one in focus first.
        elsewhere: The marks of other statements that it changed, as they were; filled when the
            store has changed them.
        added: The mark that was made by hand, if one was.
    """

    before: tuple[Mark, ...] = ()
    elsewhere: Elsewhere = field(default_factory=dict)
    added: MarkId | None = None


class History:
    """Steps, the newest last."""

    def __init__(self) -> None:
        self._steps: list[Step] = []

    def __len__(self) -> int:
        return len(self._steps)

    def add(self, step: Step) -> None:
        """Note a step."""
        self._steps.append(step)

    def pop(self) -> Step | None:
        """Return the newest step and forget it; ``None`` when there is none."""
        return self._steps.pop() if self._steps else None

    def clear(self) -> None:
        """Forget everything."""
        self._steps.clear()
