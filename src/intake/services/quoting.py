"""Statements as they would leave: which of a case's texts, and how each is redacted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from intake.domain.case import CaseFile
from intake.domain.marks import Decision, Mark, MarkKind
from intake.domain.statement import Statement
from intake.redaction.apply import RedactedText, redact
from intake.redaction.pseudonyms import Pseudonyms
from intake.redaction.suggest import Profile
from intake.services.review import with_suggestions

_FOR_SHARING = "version_for_sharing"


@dataclass(slots=True)
class Quoting:
    """Redacts statements for one bundle and counts what was done.

    Attributes:
        seed: Of the bundle; pseudonyms come from it.
        profile: How much is proposed where nobody has reviewed.
        unreviewed: Texts that nobody reviewed may leave, with every proposal masked.
        pending_statements: Texts that stand in the way because nobody has reviewed them.
        pending_marks: Undecided marks in them.
        masked: Masked stretches by kind.
    """

    seed: bytes
    profile: Profile
    unreviewed: bool = False
    pending_statements: int = 0
    pending_marks: int = 0
    masked: Counter[MarkKind] = field(default_factory=Counter)

    def redacted(self, file: CaseFile) -> Sequence[tuple[Statement, RedactedText]]:
        """Return the texts of a case that may be quoted, redacted.

        A version for sharing, where there is one, stands for all other texts of the case.
        """
        if self.profile is Profile.NONE:
            return ()
        texts = [found for found in file.statements if found.text.strip()]
        shared = [found for found in texts if found.question == _FOR_SHARING] or texts
        roles = {person.id: person.role for person in file.persons}
        labels = Pseudonyms(self.seed, roles)
        made = []
        for statement in shared:
            marks = self._marks(file, statement)
            if marks is None:
                continue
            text = redact(statement.text, marks, labels.label)
            self.masked.update(text.masked)
            made.append((statement, text))
        return made

    def _marks(self, file: CaseFile, statement: Statement) -> tuple[Mark, ...] | None:
        known = file.marks.get(statement.id, ())
        if self.unreviewed:
            return with_suggestions(file, statement, known, self.profile)
        pending = sum(mark.decision is Decision.PENDING for mark in known)
        if statement.is_reviewed and not pending:
            return known
        self.pending_statements += 1
        self.pending_marks += pending
        return None


def counts_by_kind(masked: Mapping[MarkKind, int]) -> dict[str, int]:
    """Return masked stretches by the name of their kind."""
    return {kind.value: number for kind, number in sorted(masked.items())}
