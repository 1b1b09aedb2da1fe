"""How many people gave which answer, for a bundle of counts: only words of form and ladders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from intake.disclosure.counts import THRESHOLD, threshold_for
from intake.disclosure.hierarchies import OTHER, SEVERAL, WITHHELD
from intake.disclosure.k_anonymity import Row
from intake.disclosure.schemes import Generaliser, Record, published_schemes
from intake.domain.answers import NOT_ASKED, Answer
from intake.export.counting import FieldCounts, count_answers
from intake.export.fields import FieldPolicy, FieldRule

_MISSING = "missing:"


def tally(
    records: Sequence[Record],
    fields: FieldPolicy,
    wishes: Mapping[str, AbstractSet[str]],
    k: int = THRESHOLD,
) -> tuple[FieldCounts, ...]:
    """Count every field that may be counted, with small numbers hidden.

    Args:
        records: One for each person.
        fields: What the form's disclosure classes allow.
        wishes: Keys of the fields that a person wants to stay out, by handle of the record.
        k: How many people have to be alike; a number never tells of fewer, nor of fewer than 5.
    """
    finest = published_schemes()[0]
    generaliser = Generaliser(fields.quasi)
    rows = [generaliser.row(record, finest) for record in records]
    counts = []
    for key, rule in fields.by_key.items():
        if rule.is_protected:
            continue
        people: dict[str, tuple[str, ...]] = {}
        for record, row in zip(records, rows, strict=True):
            values = () if key in wishes[record.handle] else _values(rule, record, row)
            # Related people count once for each answer that one of them gave.
            together = (*people.get(record.unit, ()), *values)
            people[record.unit] = tuple(dict.fromkeys(together))
        if any(people.values()):
            counts.append(count_answers(key, people, threshold_for(k)))
    return tuple(counts)


def _values(rule: FieldRule, record: Record, row: Row) -> tuple[str, ...]:
    if rule.is_quasi:
        return _placed(rule, row.values.get(rule.key, WITHHELD))
    return _answered(rule, record.answers.get(rule.key, NOT_ASKED))


def _placed(rule: FieldRule, value: str) -> tuple[str, ...]:
    """Return the values of a generalised cell that are words of the form or of a ladder."""
    if value == WITHHELD or value.startswith(_MISSING):
        return ()
    known = {*rule.choices, *rule.parent_labels, OTHER, SEVERAL}
    return tuple(each for each in value.split(";") if not rule.choices or each in known)


def _answered(rule: FieldRule, answer: Answer) -> tuple[str, ...]:
    """Return the choices that were made, or the number; never a word that somebody typed."""
    if rule.choices:
        return tuple(text for text in answer.texts if text in rule.choices)
    return answer.texts if isinstance(answer.value, int | float) else ()
