"""What a bundle would cost under other weights, worked out at once and without the vault.

A plan has read all it needs. So whoever moves a weight sees what comes of it before anything is
worked out for good; nothing that is shown here leaves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from intake.disclosure.forming import Former
from intake.disclosure.hierarchies import Level, QuasiField
from intake.disclosure.lattice import Weights, lattice, published_axes
from intake.disclosure.measures import Losses, mean_loss
from intake.disclosure.schemes import Scheme
from intake.domain.progress import CancelToken
from intake.services.series import Leaving

DETAILS = "details"
_Class = tuple[Scheme, Mapping[str, str], int]  # with the values of its rows, and their number


@dataclass(frozen=True, slots=True)
class AxisEffect:
    """What becomes of facts that are made coarse together.

    Attributes:
        name: The axis.
        people: (level of its first field, rows that have it), fine to coarse; of the details
            ``as_is``, ``parents`` for made coarse, or ``withheld``.
    """

    name: str
    people: tuple[tuple[Level, int], ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """What would come of some weights.

    Attributes:
        sizes: Rows of each class that would leave.
        waiting: Rows that would stay out because too few look alike.
        loss: Normalised certainty penalty over all rows; one that stays out has lost everything.
        risk: Mean chance to be right about one row.
        axes: What becomes of the facts, in the order of the published list.
    """

    weights: Mapping[str, int]
    sizes: tuple[int, ...]
    waiting: int
    loss: float
    risk: float
    axes: tuple[AxisEffect, ...]

    @property
    def leaving(self) -> int:
        """How many rows would leave."""
        return sum(self.sizes)


class Trials:
    """Tries weights on the people of one plan.

    Args:
        former: Forms classes of those of whom nothing has left.
        standing: The classes that leave again whatever is wished.
        quasi: All fields that could single somebody out.
    """

    def __init__(self, former: Former, standing: Leaving, quasi: Sequence[QuasiField]) -> None:
        self._former = former
        self._losses = Losses(former.columns.fields, quasi)
        self._standing = _classes(standing)

    def of(self, weights: Weights, cancel: CancelToken | None = None) -> Trial:
        """Try some weights.

        Raises:
            CancelledError: Stopped: other weights are asked for meanwhile.
            ValueError: Everything is given up, or an axis is unknown.
        """
        formed = self._former.form(lattice(weights), cancel)
        made = ((each.scheme, each.rows[0].values, len(each.rows)) for each in formed.classes)
        return self._told(weights, [*self._standing, *made], len(formed.waiting))

    def of_plan(self, weights: Weights, leaving: Leaving, waiting: int) -> Trial:
        """Return what has come of the weights of the plan itself.

        Args:
            weights: Of the plan.
            leaving: All classes in it.
            waiting: Rows that stay out of it because too few look alike.
        """
        return self._told(weights, _classes(leaving), waiting)

    def _told(self, weights: Weights, classes: Sequence[_Class], waiting: int) -> Trial:
        losses = [(self._losses.of(scheme, values), rows) for scheme, values, rows in classes]
        sizes = tuple(rows for _, _, rows in classes)
        return Trial(
            weights=dict(weights),
            sizes=sizes,
            waiting=waiting,
            loss=mean_loss(losses, waiting),
            risk=len(sizes) / max(1, sum(sizes)),
            axes=axis_effects((scheme, rows) for scheme, _, rows in classes),
        )


def _classes(leaving: Leaving) -> list[_Class]:
    return [
        (each.scheme, next(iter(each.rows.values())).values, len(each.rows))
        for each in leaving.classes
    ]


def axis_effects(classes: Iterable[tuple[Scheme, int]]) -> tuple[AxisEffect, ...]:
    """Return what becomes of the facts of each axis.

    Args:
        classes: (scheme, rows) of each class.
    """
    of_schemes: Counter[str] = Counter()
    schemes: dict[str, Scheme] = {}
    for scheme, rows in classes:
        of_schemes[scheme.name] += rows
        schemes[scheme.name] = scheme
    effects = []
    for axis in published_axes():
        people: Counter[Level] = Counter()
        for name, rows in of_schemes.items():
            levels = [schemes[name].levels.get(field, Level.WITHHELD) for field in axis.fields]
            people[_told(axis.name, levels)] += rows
        effects.append(AxisEffect(axis.name, tuple((at, people[at]) for at in Level if people[at])))
    return tuple(effects)


def _told(axis: str, levels: Sequence[Level]) -> Level:
    if axis != DETAILS:
        return levels[0]
    if set(levels) == {Level.WITHHELD}:
        return Level.WITHHELD
    return Level.AS_IS if levels.count(Level.AS_IS) > len(levels) / 3 else Level.PARENTS
