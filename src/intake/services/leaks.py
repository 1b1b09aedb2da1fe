"""The last look of an export: everybody in the vault against the finished bytes of a bundle."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from intake.export import manifest
from intake.export.bundle import Gate
from intake.export.fields import TABLES
from intake.export.layout import DATA, STATEMENT_COLUMNS, BundleFile
from intake.export.writers.codebook import NAME as CODEBOOK
from intake.export.writers.documents import DATAPACKAGE, PRIVACY
from intake.export.writers.report import NAME as REPORT
from intake.export.writers.tables import COUNTS, STATEMENTS
from intake.redaction.leaks import Finding, LeakGate, OwnPeople
from intake.redaction.matches import Trait

_STATEMENTS = f"{DATA}{STATEMENTS}.csv"
# People are called Privalov and Needham; the names that every bundle has tell of nobody.
_FIXED_NAMES = frozenset(
    (
        *(manifest.NAME, manifest.SIGNATURE_NAME, DATAPACKAGE, PRIVACY, CODEBOOK, REPORT),
        *(f"{DATA}{name}.csv" for name in (*TABLES, STATEMENTS, COUNTS)),
    )
)


def gate_for(gate: LeakGate, *, reviewed: bool, quoted: Mapping[str, OwnPeople]) -> Gate:
    """Return what looks at each file of a bundle.

    A common word that is also somebody's name was decided by the person who reviewed the
    statement it stands in; nowhere else, and in no text without review, does it pass. Each
    statement is read back from the finished file, and the people of its own case are looked for
    in it in every form.

    Args:
        gate: Everybody in the vault.
        reviewed: A person has reviewed the statements.
        quoted: For each statement, by its id in this bundle, the people of its case.
    """

    def look(file: BundleFile) -> Sequence[Finding]:
        is_our_name = file.name in _FIXED_NAMES
        found = gate.scan(file.name, file.content, skip=file.ours, is_our_name=is_our_name)
        is_statements = file.name == _STATEMENTS
        kept = [each for each in found if each.refuses or not (reviewed and is_statements)]
        return [*kept, *_by_their_own(file, quoted)] if is_statements else kept

    return look


def _by_their_own(file: BundleFile, quoted: Mapping[str, OwnPeople]) -> Iterator[Finding]:
    """Yield what names the people of its own case in each statement of the finished file."""
    text = file.content.decode("utf-8", "replace")
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    rows = csv.reader(io.StringIO(text, newline=""))
    line = 1
    for row in rows:
        start, line = line, rows.line_num + 1
        if tuple(row) == STATEMENT_COLUMNS:
            continue
        own = quoted.get(row[0]) if len(row) == len(STATEMENT_COLUMNS) else None
        if own is None:  # nobody knows whose it is
            yield Finding(file.name, start, Trait.NAME, "", refuses=True)
            continue
        yield from own.findings(file.name, start, row[-1])
