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
from intake.disclosure.lattice import GIVEN_UP, NO_WEIGHTS, Weights, published_axes
from intake.disclosure.schemes import Scheme, levels_of, published_schemes
from intake.domain.progress import CancelToken
from intake.export import bundle
from intake.export.bundle import BundleContents
from intake.export.counting import FieldCounts
from intake.export.fields import FieldPolicy, FieldRule
from intake.export.snapshot import RedactedCase
from intake.export.terms import Gap
from intake.services.plans import CHOICES_ONLY, FieldEffect, Why


def effects(
    fields: FieldPolicy,
    schemes: Sequence[Scheme],
    cases: Sequence[RedactedCase],
    counts: Sequence[FieldCounts],
    weights: Weights = NO_WEIGHTS,
) -> tuple[FieldEffect, ...]:
    """Return what happens to each field; counts stand at the finest published levels.

    Args:
        fields: What the form says about them.
        schemes: The schemes of the rows, fine to coarse; none when only counts leave.
        cases: The rows.
        counts: The counts.
        weights: What whoever exports would rather keep.
    """
    rules = fields.rules if schemes else fields.by_key.values()
    used = schemes or published_schemes()[:1]
    found = (_effect(rule, used, cases, _given_up(weights)) for rule in rules)
    gone = partial(_is_gone, cases, {each.key for each in counts if each.people})
    return tuple(_withheld(f) if gone(f) else f for f in found)


def _given_up(weights: Weights) -> frozenset[str]:
    axes = (axis for axis in published_axes() if weights.get(axis.name) == GIVEN_UP)
    return frozenset(field for axis in axes for field in axis.fields)


def _withheld(found: FieldEffect) -> FieldEffect:
    why = Why.EMPTY if found.why in {Why.WHOLE, Why.FORM} else found.why
    return replace(found, effect="withheld", coarsest="", why=why)


def _effect(
    rule: FieldRule,
    schemes: Sequence[Scheme],
    cases: Sequence[RedactedCase],
    given_up: AbstractSet[str],
) -> FieldEffect:
    if rule.is_protected:
        return FieldEffect(rule.key, "withheld", why=Why.PROTECTED)
    # Where a whole group shares an answer, or wishes it, the field stays out of that group.
    coarsest = Level.WITHHELD.value if any(rule.key not in c.cells for c in cases) else ""
    if not rule.is_quasi:
        why = Why.GROUP if coarsest else Why.WHOLE
        return FieldEffect(rule.key, "kept", CHOICES_ONLY if rule.is_open else "", coarsest, why)
    finest, *others = levels_of(schemes, rule.as_quasi_field())
    why = Why.GIVEN_UP if rule.key in given_up else Why.ALIKE
    if finest is Level.WITHHELD:
        return FieldEffect(rule.key, "withheld", why=why)
    coarsest = coarsest or (others[-1].value if others else "")
    if not coarsest and finest is rule.as_quasi_field().ladder[0]:
        why = Why.WHOLE if finest is Level.AS_IS else Why.FORM
    effect = "kept" if finest is Level.AS_IS and not others else "generalised"
    return FieldEffect(rule.key, effect, finest.value, coarsest, why)


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
