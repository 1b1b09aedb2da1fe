"""Facts about one bundle that its report, ``PRIVACY.json`` and manifest tell; no case data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from intake.disclosure.counts import say, threshold_for
from intake.export.terms import Release

# Every bundle names all of them, so that which ones are named says nothing.
WITHHELD_REASONS = (
    "no_consent",
    "withdrawn",
    "expired",
    "not_finalised",
    "released_before",
    "under_k",
)


_TO = ".."


def span(names: Sequence[str]) -> str:
    """Return one name, or the first and the last as ``fine..coarse``; empty without any."""
    ends = dict.fromkeys((names[0], names[-1])) if names else ()
    return _TO.join(ends)


def ends_of(names: str) -> tuple[str, ...]:
    """Return the names that ``span`` was given: one, or the first and the last."""
    return tuple(names.split(_TO))


@dataclass(frozen=True, slots=True)
class Figures:
    """What disclosure control and redaction did, and what risk is left.

    Attributes:
        k: Least number of unrelated people who look alike.
        diversity: Least number of different answers to a sensitive question in a class (l);
            ``None`` where no sensitive answer leaves in a row.
        closeness: How far the sensitive answers of a class are from those of all rows (t, 0..1);
            ``None`` where no sensitive answer leaves in a row.
        global_risk: Mean chance to tell which row is a person's, 0..1; relatives are not counted as
            one here, for it would tell of them.
        information_loss: 0 (nothing generalised) to 1 (nothing left), over the rows that leave, and
            out of what stands in them: with what does not, it would tell of that.
        discernibility: Sum over the rows that leave of how many look like each.
        suppressed_share: Rows left out, rounded down to fives, among all, 0..1; ``None`` where
            they are fewer than 5.
        weights: How much it mattered to keep which facts, where that was said.
        scheme: Name of the published generalisation scheme, or a ``span`` of them.
        suppressed_rows: Rows left out because too few people looked like them.
        people_under_k: People in this bundle whose candidates, over it and all bundles before, are
            fewer than k: 0 or no bundle.
        redactions: Masked stretches by kind.
        levels: How coarse each field is, by field key: a level, or a ``span`` of them.
        standing_classes: Classes that stand as they did in an earlier bundle.
        new_classes: Classes that leave for the first time.
        ended_classes: Classes that were found never to leave again when this was worked out.
    """

    k: int
    diversity: int | None = None
    closeness: float | None = None
    global_risk: float = 0.0
    information_loss: float = 0.0
    discernibility: int = 0
    suppressed_share: float | None = None
    weights: Mapping[str, int] = field(default_factory=dict)
    scheme: str = ""
    suppressed_rows: int = 0
    people_under_k: int = 0
    redactions: Mapping[str, int] = field(default_factory=dict)
    levels: Mapping[str, str] = field(default_factory=dict)
    standing_classes: int = 0
    new_classes: int = 0
    ended_classes: int = 0

    @property
    def count_threshold(self) -> int:
        """The smallest number of people that a table or a chart tells."""
        return threshold_for(self.k)


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything about a bundle but its rows.

    Attributes:
        reviewed: A person decided about every mark and read every statement.
        withheld: How many cases stayed out, by reason (``WITHHELD_REASONS``).
        counts_only: Too few people for rows.
        notes: Sentences for the report, in order; no case data.
        language: What report and codebook are written in.
    """

    release: Release
    figures: Figures
    reviewed: bool
    withheld: Mapping[str, int] = field(default_factory=dict)
    counts_only: bool = False
    notes: tuple[str, ...] = ()
    language: str = "en"

    @property
    def bundle_id(self) -> str:
        """The bundle's random id."""
        return self.release.ids.bundle()

    @property
    def month(self) -> str:
        """``YYYY-MM``; the day would tell more than anybody needs."""
        return self.release.day[:7]

    def withheld_as_said(self) -> dict[str, str]:
        """Return how many cases stayed out, as it may be said: in fives, and none below 5.

        Raises:
            ValueError: A reason that the manifest does not know.
        """
        if not self.withheld.keys() <= set(WITHHELD_REASONS):
            raise ValueError("a reason that the manifest does not know")
        return {reason: say(self.withheld.get(reason, 0)) for reason in WITHHELD_REASONS}
