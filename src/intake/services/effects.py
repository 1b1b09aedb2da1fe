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
from intake.disclosure.schemes import Scheme, published_schemes
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
    scheme: Scheme | None,
    cases: Sequence[RedactedCase],
    counts: Sequence[FieldCounts],
) -> tuple[FieldEffect, ...]:
    """Return what happens to each field; counts stand at the finest published levels.

    Args:
        fields: What the form says about them.
        scheme: The scheme of the rows; ``None`` when only counts leave.
        cases: The rows.
        counts: The counts.
    """
    rules = fields.rules if scheme is not None else fields.by_key.values()
    levels = scheme or published_schemes()[0]
    found = (_effect(rule, levels) for rule in rules)
    gone = partial(_is_gone, cases, {each.key for each in counts})
    return tuple(replace(f, effect="withheld") if gone(f) else f for f in found)


def _effect(rule: FieldRule, scheme: Scheme) -> FieldEffect:
    if rule.is_protected:
        return FieldEffect(rule.key, "withheld")
    if not rule.is_quasi:
        return FieldEffect(rule.key, "kept", CHOICES_ONLY if rule.is_open else "")
    level = scheme.level(rule.as_quasi_field())
    if level is Level.WITHHELD:
        return FieldEffect(rule.key, "withheld")
    return FieldEffect(rule.key, "kept" if level is Level.AS_IS else "generalised", level.value)


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
