"""What a bundle says of itself: the figures of disclosure control, and what a reader must know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from intake.disclosure.counts import THRESHOLD
from intake.disclosure.k_anonymity import DEFAULT_K, Partition, diversity
from intake.disclosure.measures import closeness, discernibility, imprecision, mean_loss
from intake.disclosure.schemes import levels_of
from intake.domain.ids import CaseId
from intake.export.facts import Figures, span
from intake.export.fields import FieldPolicy
from intake.export.snapshot import RedactedCase
from intake.export.terms import Policy
from intake.services.diversity import sensitive_answers
from intake.services.plans import ExportRequest, Notice
from intake.services.preflight import GIVEN
from intake.services.quoting import Quoting, counts_by_kind
from intake.services.selection import Reason, Selection
from intake.services.series import Leaving


@dataclass(frozen=True, slots=True)
class People:
    """How many people have to be alike.

    Attributes:
        k: What is asked for here.
        usual: What the vault is set to.
    """

    k: int
    usual: int


def figures_of(
    leaving: Leaving,
    released: Mapping[CaseId, RedactedCase],
    seen: Partition,
    chosen: Selection,
    fields: FieldPolicy,
    *,
    people: People,
    quoting: Quoting | None,
) -> Figures:
    """Return the figures of a bundle, but for its loss and weights.

    Args:
        leaving: Its classes.
        released: What leaves of each case.
        seen: The classes as somebody sees them.
        chosen: Who leaves and who stays.
        fields: What the form's disclosure classes allow.
        people: How many have to be alike.
        quoting: What was done to statements; ``None`` where there are no rows.
    """
    quasi = {rule.key: rule.as_quasi_field() for rule in fields.rules if rule.is_quasi}
    suppressed = len(chosen.excluded.get(Reason.UNDER_K, ()))
    told = sensitive_answers(released, fields)
    names = [*quasi, GIVEN]
    alike = _alike(seen, names)
    return Figures(
        k=people.k,
        diversity=diversity(seen.kept, names, told),
        closeness=closeness(seen.kept, names, told),
        global_risk=len(alike) / max(1, sum(alike)),
        discernibility=discernibility(alike),
        suppressed_share=_share(suppressed, len(released)),
        scheme=span([scheme.name for scheme in leaving.schemes]),
        suppressed_rows=suppressed,
        redactions=counts_by_kind(quoting.masked) if quoting else {},
        levels={
            key: span([level.value for level in levels_of(leaving.schemes, each)])
            for key, each in quasi.items()
            if leaving.schemes
        },
        standing_classes=len(leaving.standing),
        new_classes=len(leaving.new),
        ended_classes=len(leaving.over),
    )


def _alike(seen: Partition, names: Sequence[str]) -> list[int]:
    """Return how many rows each group of rows alike has, as whoever reads them counts.

    Counted in unrelated people they would tell in which groups there are relatives, and how many:
    relations are worked out of phones, addresses and documents, which never leave. Counted by
    class they would tell that people alike have agreed to different things.
    """
    return list(
        Counter(tuple(row.values.get(name, "") for name in names) for row in seen.kept).values()
    )


def loss_in(leaving: Leaving, fields: FieldPolicy) -> float:
    """Return the loss over the rows of a bundle, which tells nothing that they do not.

    Args:
        leaving: Its classes.
        fields: What the form's disclosure classes allow.
    """
    found = []
    for each in leaving.classes:
        values = next(iter(each.rows.values())).values  # the same for all
        given = {name: value for name, value in values.items() if name in each.ledger.given}
        found.append((imprecision(each.scheme, given, fields.quasi), len(each.rows)))
    return mean_loss(found)


def _share(suppressed: int, rows: int) -> float | None:
    """Return the share that stayed out, as it may be said: worked out of a number in fives."""
    said = suppressed - suppressed % THRESHOLD
    return said / (said + rows) if said else None


def notices_of(
    request: ExportRequest,
    people: People,
    quoting: Quoting | None,
    *,
    is_unquoted: bool,
    counts_only: bool,
) -> tuple[str, ...]:
    """Return what this person and the reader of the report have to know.

    Args:
        request: What was asked for.
        people: How many have to be alike.
        quoting: What was done to statements; ``None`` where there are no rows.
        is_unquoted: Statements stayed out because nobody reviewed them.
        counts_only: There are no rows.
    """
    told = {
        Notice.NOT_REVIEWED: request.unreviewed_statements and request.policy is Policy.ANALYSIS,
        Notice.STAYED_OUT: is_unquoted,
        Notice.KEPT_HERE: quoting is not None and quoting.kept_here > 0,
        Notice.WOULD_HAVE_NAMED: quoting is not None and quoting.left_out > 0,
        Notice.OTHER_THAN_BEFORE: quoting is not None and quoting.changed > 0,
        Notice.SMALL_GROUPS: people.k < DEFAULT_K,
        Notice.BELOW_SETTING: people.k < people.usual,
        Notice.ONLY_COUNTS: counts_only and request.policy is not Policy.STATISTICS,
    }
    return tuple(notice.value for notice, is_so in told.items() if is_so)
