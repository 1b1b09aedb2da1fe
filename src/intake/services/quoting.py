"""Statements as they would leave: which of a case's texts, and how each is redacted."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from intake.domain.case import CaseFile
from intake.domain.ids import StatementId
from intake.domain.marks import Decision, Mark, MarkKind
from intake.domain.statement import Statement
from intake.export.snapshot import names_of
from intake.redaction.apply import RedactedText, redact
from intake.redaction.leaks import LeakGate, OwnPeople
from intake.redaction.pseudonyms import Pseudonyms
from intake.redaction.source_text import SourceText
from intake.redaction.suggest import Profile
from intake.redaction.vocabulary import NO_WORDS, Vocabulary
from intake.services.people import identities_of
from intake.services.proposals import Material, own_people, propose
from intake.services.standing import Standing

_FOR_SHARING = "version_for_sharing"
# The net that holds what no detector knows is made of capitals. Other scripts slip through it.
_WITH_CAPITALS = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN"})
_LETTERS = frozenset({"Lu", "Ll", "Lt", "Lo"})
# Stands for everything in a text where the words of the usual labels name somebody themselves.
_WORDLESS = "[…]"


@dataclass(slots=True)
class Quoting:
    """Redacts statements for one bundle and counts what was done.

    Attributes:
        labels: Pseudonyms of the bundle, one for each person in it.
        profile: ``none`` lets no statement leave.
        gate: What the finished file will meet.
        always: The vault's list of words that are always masked.
        looked_at: Tells whether a second person has seen a text as it is; ``None`` where the vault
            does not ask for that.
        unreviewed: Texts that nobody reviewed may leave, with every proposal masked.
        is_verbatim: Tells whether a text is as it left before, where it has left.
        unsure: Reviewed texts that name somebody all the same: their review opens again.
        pending_statements: Texts that stand in the way because nobody has reviewed them.
        pending_marks: Undecided marks in them.
        waiting: Texts that stand in the way because no second person has looked at them.
        kept_here: Texts that stay because of ``profile``.
        changed: Texts that stay because they have left before in another form.
        left_out: Texts that nobody reviewed and that no mask makes safe for certain.
        masked: Masked stretches by kind.
        kept_names: Words that may be somebody's name and that a person decided to keep.
        quoted: For each statement that leaves the people of its case, and what was kept in it.
    """

    labels: Pseudonyms
    profile: Profile
    gate: LeakGate
    always: Vocabulary = NO_WORDS
    looked_at: Callable[[CaseFile, Statement], bool] | None = None
    unreviewed: bool = False
    is_verbatim: Callable[[CaseFile, Statement, RedactedText], bool] = lambda *_: True
    unsure: list[StatementId] = field(default_factory=list)
    pending_statements: int = 0
    pending_marks: int = 0
    waiting: int = 0
    kept_here: int = 0
    left_out: int = 0
    changed: int = 0
    masked: Counter[MarkKind] = field(default_factory=Counter)
    kept_names: set[str] = field(default_factory=set)
    quoted: dict[StatementId, OwnPeople] = field(default_factory=dict, repr=False)

    def redacted(
        self,
        file: CaseFile,
        withheld: AbstractSet[str] = frozenset(),
        only: AbstractSet[StatementId] | None = None,
    ) -> Sequence[tuple[Statement, RedactedText]]:
        """Return the texts of a case that may be quoted, redacted.

        A version for sharing, where there is one, stands for all other texts of the case.

        Args:
            file: The case.
            withheld: Names or keys of the fields that stay out on the person's wish.
            only: Texts of this case that have left before, where any has: no other one leaves.
        """
        texts = quotable(file)
        if self.profile is Profile.NONE:
            self.kept_here += len(texts)
            return ()
        known = [each for each in texts if only is None or each.id in only]
        self.changed += len(texts) - len(known)
        names = names_of(withheld)
        return tuple(
            (statement, text)
            for statement in known
            if statement.question not in names
            and (text := self._redacted(file, statement)) is not None
        )

    def _redacted(self, file: CaseFile, statement: Statement) -> RedactedText | None:
        known = file.marks.get(statement.id, ())
        if self.unreviewed and self.looked_at:
            self.waiting += 1  # nobody can have seen what is masked as it leaves
            return None
        if self.unreviewed and not _has_capitals(statement.text):
            self.left_out += 1
            return None
        if self.unreviewed:
            # Nobody looks at the text: the net is as close as it can be.
            marks = propose(self._material(file, statement), everything=True)
            marks = tuple(replace(mark, paraphrase=None) for mark in marks)
        else:
            pending = sum(mark.decision is Decision.PENDING for mark in known)
            if pending or not statement.is_reviewed:
                self.pending_statements += 1
                self.pending_marks += pending
                return None
            marks = known
        if self.looked_at and not self.looked_at(file, statement):
            self.waiting += 1
            return None
        own = own_people(identities_of(file), statement.text, marks, file.case.id)
        for text in self._ways(statement.text, marks):
            if not names_somebody(text.text, own, self.gate, self.always, unread=self.unreviewed):
                if not self.is_verbatim(file, statement, text):
                    self.changed += 1
                    return None
                self.masked.update(text.masked)
                self.quoted[statement.id] = own
                self.kept_names.update(own.kept_in(text.text))
                return text
        if self.unreviewed:
            self.left_out += 1
        else:
            self.unsure.append(statement.id)
        return None

    def _material(self, file: CaseFile, statement: Statement) -> Material:
        """Return what a look needs; what was decided to be kept holds only where somebody looks."""
        return Material(
            statement=statement,
            marks=tuple(
                mark
                for mark in file.marks.get(statement.id, ())
                if mark.decision is not Decision.KEEP
            ),
            identities=identities_of(file),
            persons={person.code: person.id for person in file.persons},
            profile=Profile.STRICT,
            gate=lambda: self.gate,
            standing=Standing(self.always),
        )

    def _ways(self, text: str, marks: Sequence[Mark]) -> Iterator[RedactedText]:
        yield redact(text, marks, self.labels.label)
        yield redact(text, marks, lambda _: _WORDLESS)


def names_somebody(
    text: str, own: OwnPeople, gate: LeakGate, always: Vocabulary, *, unread: bool = False
) -> bool:
    """Tell whether a text as it would leave still names somebody.

    Args:
        text: The finished text.
        own: The people of its case.
        gate: Everybody else.
        always: The vault's list of words that are always masked.
        unread: Nobody has read it, so that what the gate only warns of counts as well.
    """
    if any(always.find(SourceText(text))):
        return True
    found = gate.scan("", text.encode("utf-8", "replace"))
    if any(each.refuses or unread for each in found):
        return True
    return any(own.findings("", 1, text))


def quotable(file: CaseFile) -> list[Statement]:
    """Return the texts of a case that leave, if any does: a version for sharing stands for all."""
    texts = [found for found in file.statements if found.text.strip()]
    return [found for found in texts if found.question == _FOR_SHARING] or texts


def _has_capitals(text: str) -> bool:
    """Tell whether every letter belongs to a script in which names are written with capitals."""
    plain = unicodedata.normalize("NFKC", "".join(set(text)))
    letters = (char for char in plain if unicodedata.category(char) in _LETTERS)
    return all(unicodedata.name(char, "").split(" ")[0] in _WITH_CAPITALS for char in letters)


def counts_by_kind(masked: Mapping[MarkKind, int]) -> dict[str, int]:
    """Return masked stretches by the name of their kind."""
    return {kind.value: number for kind, number in sorted(masked.items())}
