"""Gives columns and choices the labels that the codebook of a bundle has, in its language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from intake.export.pages import Grid, Kind, blocks_of
from intake.export.reading import FieldShape, TableShape
from intake.export.terms import Gap
from intake.export.writers.codebook import NAME, label_in
from intake.export.writers.tables import harmless

_PAIR = 2  # cells of a row: what stands in the table, and what it means


@dataclass(slots=True)
class _Column:
    title: str = ""
    labels: dict[str, str] = field(default_factory=dict)


def with_labels(shapes: Sequence[TableShape], codebook: bytes) -> tuple[TableShape, ...]:
    """Return tables whose columns say what the codebook says; else what they said before.

    Args:
        shapes: The tables, with labels in English.
        codebook: The page of the same bundle, as it was verified.

    Raises:
        BundleDamagedError: It is no page of ours.
    """
    found = _read(codebook)
    return tuple(replace(shape, fields=tuple(_labelled(shape, found))) for shape in shapes)


def labelled(labels: Mapping[str, str], value: str) -> tuple[str, ...]:
    """Return the values of a cell with labels in place of names, so that no program obeys one."""
    return tuple(harmless(labels.get(word, word)) for word in value.split(";"))


def _read(codebook: bytes) -> Mapping[tuple[str, str], _Column]:
    """Return what is said by path of the table and name of the column; reasons have no names."""
    at = ("", "")
    found = {at: _Column()}
    for block in blocks_of(NAME, codebook):
        if isinstance(block, Grid):
            found[at].labels.update({row[0]: row[1] for row in block.rows if len(row) == _PAIR})
        elif block.kind is Kind.HEADING:
            at = (block.text, "")
        elif block.kind is Kind.SMALL_HEADING:
            at = (at[0], block.text)
        elif block.kind is Kind.PARAGRAPH and at[1] and not found[at].title:
            found[at].title = label_in(block.text)
        found.setdefault(at, _Column())
    return found


def _labelled(shape: TableShape, found: Mapping[tuple[str, str], _Column]) -> Iterator[FieldShape]:
    nothing = _Column()
    told = next((each.labels for (_, name), each in found.items() if each.labels and not name), {})
    reasons = tuple((gap.value, told[gap.value]) for gap in Gap if gap.value in told)
    title = ""
    for each in shape.fields:
        if each.is_reason:
            yield replace(each, title=title, labels=reasons)
            continue
        said = found.get((shape.path, each.name), nothing)
        title = said.title or each.title
        labels = {value: said.labels.get(value, label) for value, label in each.labels}
        yield replace(each, title=title, labels=tuple(labels.items()))
