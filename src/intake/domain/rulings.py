"""Rulings: what a person decided once for every place where the same words or person occur."""

from __future__ import annotations

from dataclasses import dataclass

from intake.domain.ids import CaseId, PersonId, RulingId
from intake.domain.marks import Decision, MarkKind


@dataclass(frozen=True, slots=True)
class Ruling:
    """One standing decision, about words or about everything that stands for one person.

    Attributes:
        decision: ``MASK`` or ``KEEP``; a person is only ever masked. Words of a case may be
            ``PENDING``: somebody hid them once, and they are proposed wherever they stand again.
        words: The words as they were written; empty when a person is meant.
        kind: What the words are.
        case_id: The case it holds in; ``None`` for the whole vault.
        person_id: The person whose every mention is meant.
    """

    id: RulingId
    decision: Decision
    words: str = ""
    kind: MarkKind = MarkKind.OTHER
    case_id: CaseId | None = None
    person_id: PersonId | None = None

    def __post_init__(self) -> None:
        if self.decision is Decision.PENDING and self.case_id is None:
            raise ValueError("a ruling of the vault decides")
        if bool(self.words.strip()) == (self.person_id is not None):
            raise ValueError("a ruling is about words or about a person")
        if self.person_id is not None and (
            self.case_id is None or self.decision is not Decision.MASK
        ):
            raise ValueError("a person is masked, and in one case")
