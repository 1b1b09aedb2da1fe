"""The last look of an export: everybody in the vault against the finished bytes of a bundle."""

from __future__ import annotations

from collections.abc import Sequence

from intake.export import manifest
from intake.export.bundle import Gate
from intake.export.fields import TABLES
from intake.export.layout import DATA, BundleFile
from intake.export.writers.codebook import NAME as CODEBOOK
from intake.export.writers.documents import DATAPACKAGE, PRIVACY
from intake.export.writers.report import NAME as REPORT
from intake.export.writers.tables import COUNTS, STATEMENTS
from intake.redaction.leaks import Finding, LeakGate

_STATEMENTS = f"{DATA}{STATEMENTS}.csv"
# People are called Privalov and Needham; the names that every bundle has tell of nobody.
_FIXED_NAMES = frozenset(
    (
        *(manifest.NAME, manifest.SIGNATURE_NAME, DATAPACKAGE, PRIVACY, CODEBOOK, REPORT),
        *(f"{DATA}{name}.csv" for name in (*TABLES, STATEMENTS, COUNTS)),
    )
)


def gate_for(gate: LeakGate, *, reviewed: bool) -> Gate:
    """Return what looks at each file of a bundle.

    A common word that is also somebody's name was decided by the person who reviewed the
    statement it stands in; nowhere else, and in no text without review, does it pass.
    """

    def look(file: BundleFile) -> Sequence[Finding]:
        is_our_name = file.name in _FIXED_NAMES
        found = gate.scan(file.name, file.content, skip=file.ours, is_our_name=is_our_name)
        is_decided = reviewed and file.name == _STATEMENTS
        return [each for each in found if each.refuses or not is_decided]

    return look
