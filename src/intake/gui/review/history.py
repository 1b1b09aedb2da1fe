"""What was decided in a review, so that it can be taken back step by step."""

from __future__ import annotations

from dataclasses import dataclass, field

from intake.domain.ids import MarkId
from intake.services.everywhere import Taken
from intake.services.review import Was


@dataclass(frozen=True, slots=True)
class Step:
    """One step.

    Attributes:
        before: The marks of the statement that it changed, as they were; the one in focus first.
        elsewhere: What else it changed; filled when the store has changed it.
        added: The mark that was made by hand, if one was; it goes when the step is taken back.
    """

    before: tuple[Was, ...] = ()
    elsewhere: Taken = field(default_factory=Taken)
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

    def drop(self, refused: Step) -> None:
        """Forget a step that was never made; the others stay."""
        self._steps = [step for step in self._steps if step is not refused]

    def pop(self) -> Step | None:
        """Return the newest step and forget it; ``None`` when there is none."""
        return self._steps.pop() if self._steps else None

    def clear(self) -> None:
        """Forget everything."""
        self._steps.clear()
