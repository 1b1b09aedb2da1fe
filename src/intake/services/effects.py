"""Tells what a bundle does to each fact, out of what would be written; decides nothing."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import partial

from intake.disclosure.hierarchies import Level
from intake.disclosure.k_anonymity import Row
from intake.disclosure.schemes import Scheme, levels_of, published_schemes
from intake.domain.progress import CancelToken
from intake.export import bundle
from intake.export.bundle import BundleContents
from intake.export.counting import FieldCounts
from intake.export.fields import FieldPolicy, FieldRule
from intake.export.snapshot import RedactedCase
from intake.export.terms import Gap
from intake.services.plans import CHOICES_ONLY, FieldEffect


def effects(
    fields: FieldPolicy,
    schemes: Sequence[Scheme],
    cases: Sequence[RedactedCase],
    counts: Sequence[FieldCounts],
) -> tuple[FieldEffect, ...]:
    """Return what happens to each field; counts stand at the finest published levels.

    Args:
        fields: What the form says about them.
        schemes: The schemes of the rows, fine to coarse; none when only counts leave.
        cases: The rows.
        counts: The counts.
    """
    rules = fields.rules if schemes else fields.by_key.values()
    used = schemes or published_schemes()[:1]
    found = (_effect(rule, used, cases) for rule in rules)
    gone = partial(_is_gone, cases, {each.key for each in counts})
    return tuple(replace(f, effect="withheld", coarsest="") if gone(f) else f for f in found)


def _effect(
    rule: FieldRule, schemes: Sequence[Scheme], cases: Sequence[RedactedCase]
) -> FieldEffect:
    if rule.is_protected:
        return FieldEffect(rule.key, "withheld")
    # Where a whole group shares an answer, or wishes it, the field stays out of that group.
    coarsest = Level.WITHHELD.value if any(rule.key not in c.cells for c in cases) else ""
    if not rule.is_quasi:
        return FieldEffect(rule.key, "kept", CHOICES_ONLY if rule.is_open else "", coarsest)
    finest, *others = levels_of(schemes, rule.as_quasi_field())
    if finest is Level.WITHHELD:
        return FieldEffect(rule.key, "withheld")
    coarsest = coarsest or (others[-1].value if others else "")
    effect = "kept" if finest is Level.AS_IS and not others else "generalised"
    return FieldEffect(rule.key, effect, finest.value, coarsest)


def _is_gone(cases: Sequence[RedactedCase], counted: AbstractSet[str], effect: FieldEffect) -> bool:
    """Tell whether nothing of a field is in the bundle, whatever its rule would let through."""
    if not cases:
        return effect.rule == CHOICES_ONLY and effect.key not in counted
    cells = [case.cells.get(effect.key) for case in cases]
    return all(cell is None or cell.gap is Gap.WITHHELD for cell in cells)


def class_sizes(rows: Sequence[Row]) -> tuple[int, ...]:
    """Return how many rows are alike, class by class."""
    return tuple(Counter(tuple(sorted(row.values.items())) for row in rows).values())


def preview(contents: BundleContents) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the tables out of the very bytes that would be written."""
    files, _ = bundle.make_files(contents, CancelToken())
    return {
        file.name: tuple(
            tuple(row) for row in csv.reader(io.StringIO(file.content.decode("utf-8-sig")))
        )
        for file in files
        if file.name.endswith(".csv")
    }
