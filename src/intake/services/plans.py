"""What an export is asked for, and what working it out tells; values only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from intake.domain.consent import RecipientGroup, Use
from intake.domain.ids import CaseId, StatementId
from intake.export.bundle import BundleContents
from intake.export.terms import Policy
from intake.export.writers.words import ENGLISH
from intake.export.writers.words import LANGUAGES as REPORT_LANGUAGES
from intake.redaction.leaks import LeakGate, OwnPeople
from intake.services.selection import Reason
from intake.services.series import Leaving
from intake.vault.secret import Secret

__all__ = [
    "CHOICES_ONLY",
    "REPORT_LANGUAGES",
    "ExportPlan",
    "ExportRequest",
    "FieldEffect",
    "Notice",
]

CHOICES_ONLY = "choices"


class Notice(StrEnum):
    """What this person and the reader of the report have to know; no sentence tells a number."""

    NOT_REVIEWED = (
        "No person has reviewed the statements in this bundle: every mark is a machine's."
    )
    STAYED_OUT = "Statements stayed out because no person reviewed their marks."
    KEPT_HERE = "Statements stayed out because this vault is set to let none leave."
    WOULD_HAVE_NAMED = "Statements stayed out because they would have named somebody."
    SMALL_GROUPS = "Groups of fewer than 5 people were allowed on purpose."
    BELOW_SETTING = "Groups smaller than this vault's setting were allowed on purpose."
    OTHER_THAN_BEFORE = "Statements stayed out because they have changed since an earlier bundle."
    ONLY_COUNTS = "Too few people are alike for rows: only counts leave."


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What is asked for.

    Attributes:
        recipients: Names of trusted keys or paths of public key files.
        passphrase: Encrypt with a passphrase instead of keys.
        unencrypted: Write the plain archive, said on purpose.
        case_ids: Only these cases; ``None`` for all.
        k: Smallest group of people alike; ``None`` for the vault's setting.
        accept_suggestions: Mask every proposal without a person's decision; statements stay out
            unless ``unreviewed_statements`` says otherwise.
        seed: 32 bytes for reproducible tests.
        language: What report and codebook are written in, one of ``REPORT_LANGUAGES``.
    """

    policy: Policy
    purpose: Use
    group: RecipientGroup
    recipients: tuple[str, ...] = ()
    passphrase: Secret | None = None
    unencrypted: bool = False
    case_ids: tuple[CaseId, ...] | None = None
    k: int | None = None
    accept_suggestions: bool = False
    unreviewed_statements: bool = False
    seed: bytes | None = field(default=None, repr=False)
    language: str = ENGLISH


@dataclass(frozen=True, slots=True)
class FieldEffect:
    """What happens to one field.

    Attributes:
        key: Section and name, ``profile.age``.
        effect: ``kept``, ``generalised`` or ``withheld``.
        rule: Level of the generalisation (``quarter``, ``parent`` ...), ``choices`` where words
            that are none of the form's choices stay, or empty; the finest of all classes.
        coarsest: The coarsest level, where classes differ: ``withheld`` where the field stays out
            of some.
    """

    key: str
    effect: str
    rule: str = ""
    coarsest: str = ""


@dataclass(frozen=True, slots=True)
class ExportPlan:
    """What would leave, made by the code that writes the bundle.

    Attributes:
        included: Cases that leave.
        k: Smallest group of people alike that this was worked out with.
        excluded: How many cases stay out, by reason.
        excluded_cases: Their codes by reason: for the person at this laptop only.
        leaving: The classes that leave, and those that never leave again.
        said: Commitments to the statements that leave, for the ledger.
        risk_before: Mean chance to be right about one person before (0..1).
        risk_after: The same in the bundle.
        class_sizes_before: Sizes of the groups of people alike, at the finest published scheme.
        class_sizes_after: The same in the bundle.
        statements: How many statements leave.
        pending_statements: Statements that block the export, and their undecided marks.
        waiting_statements: Statements that block it until a second person has looked at them.
        tables: The exact rows that would leave, by file name, header first.
        counts_only: Too few people for rows: only tables of counts leave.
        notices: Sentences of ``Notice``.
        contents: What will be written.
        gate: Looks for everybody in the vault; see ``leaks.gate_for``.
        quoted: For each statement, by its id in the bundle, the people of its case.
        kept_names: Words that leave because a person kept them though they may be the name of
            somebody of the case; for the person at this laptop only.
        state: Digest of the vault when this was worked out.
    """

    request: ExportRequest
    k: int
    included: tuple[CaseId, ...]
    excluded: Mapping[Reason, int]
    excluded_cases: Mapping[Reason, tuple[str, ...]] = field(repr=False)
    fields: tuple[FieldEffect, ...]
    leaving: Leaving = field(repr=False)
    said: Mapping[CaseId, Mapping[StatementId, str]] = field(repr=False)
    risk_before: float
    risk_after: float
    class_sizes_before: tuple[int, ...]
    class_sizes_after: tuple[int, ...]
    statements: int
    pending_statements: int
    pending_marks: int
    waiting_statements: int
    tables: Mapping[str, tuple[tuple[str, ...], ...]] = field(repr=False)
    counts_only: bool
    notices: tuple[str, ...]
    contents: BundleContents = field(repr=False)
    gate: LeakGate = field(repr=False)
    quoted: Mapping[str, OwnPeople] = field(repr=False)
    kept_names: tuple[str, ...] = field(repr=False)
    state: bytes = field(repr=False)

    @property
    def schemes(self) -> tuple[str, ...]:
        """Names of the generalisation schemes of the classes, fine to coarse."""
        return tuple(scheme.name for scheme in self.leaving.schemes)
