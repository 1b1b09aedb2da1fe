"""What names somebody in a text that stands for a passage; reads like a statement's, and closer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import re2

from intake.domain.ids import MarkId
from intake.domain.marks import Decision, Mark, MarkKind, Paraphrase, new_mark
from intake.redaction.lists import is_function_word
from intake.redaction.source_text import SourceText, Token
from intake.redaction.suggest import Profile
from intake.services.proposals import Material, propose

# A label that somebody typed or copied out of a preview: it stands for a person of the case.
REFERENCE = "reference"
# Words of a paraphrase that are marked in the statement.
ECHO = "echo"

# So much of the statement is read with a paraphrase, before it and behind it: who is named across
# its edge is found, and a long statement makes writing no slower.
_AROUND = 400
_SHORTEST_ECHO = 3
_LABEL = re2.compile(r"\[\s*(P[0-9]{1,6})\b[^\[\]]{0,80}\]")

Span = tuple[int, int]


def looked_at(seen: Material, marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Return marks after another look at their paraphrases.

    What was hidden in one stays hidden. Where a look finds more, the paraphrase is to be decided
    again.
    """
    if not any(mark.paraphrase for mark in marks):
        return marks
    now = replace(seen, marks=marks)
    return tuple(_looked_at(now, mark) for mark in marks)


def _looked_at(seen: Material, mark: Mark) -> Mark:
    if mark.paraphrase is None:
        return mark
    told = mark.paraphrase
    united = tuple(_united((*told.marks, *found(seen, (mark.start, mark.end), told.text))))
    if _spans(united) == _spans(told.marks):
        return mark
    return replace(mark, decision=Decision.PENDING, paraphrase=Paraphrase(told.text, united))


def _spans(marks: Iterable[Mark]) -> list[Span]:
    return [(mark.start, mark.end) for mark in marks]


def found(seen: Material, span: Span, text: str) -> tuple[Mark, ...]:
    """Return what is hidden in a text in place of a passage, sorted and without overlaps."""
    if seen.profile is Profile.NONE:  # the setting may change, and nobody reviews again
        seen = replace(seen, profile=Profile.STRICT)
    return tuple(
        _united(
            (
                *_references(seen, text),
                *_at(seen, text),
                *_found_between(seen, span, text),
                *_echoes(seen, text),
            )
        )
    )


def _at(seen: Material, text: str) -> tuple[Mark, ...]:
    """Return what detectors and gate find in a text, as if it were the statement's."""
    alone = replace(seen, statement=replace(seen.statement, text=text), marks=())
    return propose(alone, everything=True)


def _found_between(seen: Material, span: Span, text: str) -> Iterator[Mark]:
    """Yield what is found in a text when it is read with what stands around it."""
    before = seen.statement.text[max(0, span[0] - _AROUND) : span[0]]
    behind = seen.statement.text[span[1] : span[1] + _AROUND]
    end = len(before) + len(text)
    for mark in _at(seen, f"{before}{text}{behind}"):
        start, stop = max(mark.start, len(before)), min(mark.end, end)
        if start < stop:
            yield replace(mark, start=start - len(before), end=stop - len(before))


def _references(seen: Material, text: str) -> Iterator[Mark]:
    """Yield labels of the case's people: in a bundle other numbers stand for them."""
    for label in _LABEL.finditer(text):
        made = new_mark(label.start(), label.end(), MarkKind.PERSON)
        yield replace(made, source=REFERENCE, person_id=seen.persons.get(label.group(1)))


def _echoes(seen: Material, text: str) -> Iterator[Mark]:
    """Yield the words of a text that are marked, and not kept, in the statement itself."""
    source = SourceText(text, seen.statement.language)
    places: dict[str, list[int]] = {}
    for index, token in enumerate(source.tokens):
        places.setdefault(token.key, []).append(index)
    for mark in seen.marks:
        if mark.paraphrase is not None or mark.decision is Decision.KEEP:
            continue
        marked = SourceText(seen.statement.text[mark.start : mark.end], source.language)
        keys = [token.key for token in marked.tokens]
        for first in places.get(keys[0], ()) if keys else ():
            run = source.tokens[first : first + len(keys)]
            if [token.key for token in run] == keys:
                yield _echo(mark, run[0].start, run[-1].end)
        for word in marked.tokens:
            if _tells(word, source.language):
                for index in places.get(word.key, ()):
                    yield _echo(mark, source.tokens[index].start, source.tokens[index].end)


def _tells(word: Token, language: str) -> bool:
    """Tell whether one word of a marked stretch is enough to name somebody."""
    long_enough = len(word.key) >= _SHORTEST_ECHO
    return long_enough and word.is_capital and not is_function_word(word.key, language)


def _echo(mark: Mark, start: int, end: int) -> Mark:
    return replace(mark, start=start, end=end, source=ECHO)


def _united(marks: Iterable[Mark]) -> Iterator[Mark]:
    """Yield stretches without overlaps, all hidden; who it is stays, else the widest tells."""
    group: list[Mark] = []
    for mark in sorted(marks, key=lambda each: (each.start, -each.end)):
        if group and mark.start >= max(each.end for each in group):
            yield _one(group)
            group = []
        group.append(mark)
    if group:
        yield _one(group)


def _one(group: list[Mark]) -> Mark:
    best = max(group, key=lambda mark: (mark.person_id is not None, mark.end - mark.start))
    start, end = group[0].start, max(mark.end for mark in group)
    # The same look names a stretch alike: nothing is stored anew that is stored already.
    return Mark(
        id=MarkId(f"{start}-{end}"),
        start=start,
        end=end,
        kind=best.kind,
        decision=Decision.MASK,
        person_id=best.person_id,
        source=best.source,
        score=best.score,
    )
