"""What was decided once and for all, ready for a look at a statement; stores nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from intake.domain.ids import PersonId
from intake.domain.marks import Decision, Mark
from intake.domain.rulings import Ruling
from intake.redaction.source_text import words_of
from intake.redaction.vocabulary import ALWAYS, NO_WORDS, Phrase, Vocabulary

Words = tuple[str, ...]


def folded(words: str) -> Words:
    """Return what is equal for the same words, however they are written and set apart."""
    return words_of(words) or (words.strip(),)


@dataclass(frozen=True, slots=True)
class Standing:
    """The rulings of a vault and of one of its cases.

    Attributes:
        vocabulary: What the detectors are told.
        words: Decisions of the case by folded words.
        persons: Whose every mention in the case is masked.
    """

    vocabulary: Vocabulary = NO_WORDS
    words: Mapping[Words, Decision] = field(default_factory=dict)
    persons: frozenset[PersonId] = frozenset()

    def ruled(self, mark: Mark, words: str) -> Mark:
        """Return a fresh proposal with what was decided about such ones before.

        Args:
            mark: The proposal.
            words: What it stands over.
        """
        if mark.source == ALWAYS or mark.person_id in self.persons:
            return replace(mark, decision=Decision.MASK, ruled=True)
        decision = self.words.get(folded(words))
        return mark if decision is None else replace(mark, decision=decision, ruled=True)


NOTHING = Standing()


def standing(of_vault: Iterable[Ruling], of_case: Iterable[Ruling] = ()) -> Standing:
    """Return rulings as a look at a statement needs them; the newest about the same words holds."""
    general = {folded(ruling.words): ruling for ruling in of_vault}
    special = tuple(of_case)
    return Standing(
        Vocabulary(
            always=tuple(
                Phrase(each.words, each.kind)
                for each in general.values()
                if each.decision is Decision.MASK
            ),
            never=tuple(each.words for each in general.values() if each.decision is Decision.KEEP),
            again=tuple(
                Phrase(each.words, each.kind)
                for each in special
                if each.decision is Decision.PENDING
            ),
        ),
        {
            folded(each.words): each.decision
            for each in special
            if each.words and each.decision is not Decision.PENDING
        },
        frozenset(each.person_id for each in special if each.person_id is not None),
    )
