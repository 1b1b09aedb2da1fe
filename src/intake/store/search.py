"""Search over everything that is recorded: words folded once, snippets out of the original text.

A case is one row of the index: the set of its words. What counts as a word, and how it is folded,
is decided here alone, for texts and queries alike, so that no query has a syntax that could fail.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from intake.domain.folding import fold, fold_with_offsets
from intake.domain.ids import CaseId
from intake.store.codec import from_answer_columns, from_blob, from_json
from intake.store.connection import Database
from intake.store.transaction import Part, Transaction

SNIPPET_LENGTH = 160
_LEAD = 50  # characters shown before the first hit
_WORD = re.compile(r"[^\W_]+")
_LONGEST_WORD = 64
_MOST_WORDS = 32
_MOST_MATCHES = 64
_CHUNK = 256
# Words that name somebody are indexed a second time behind this character of the private area, so
# that hits in names and codes come first.
_NAMING = "\ue000"
_INDEXED = Part.ANSWERS | Part.TEXT | Part.CONSENT


class Place(StrEnum):
    """Where a hit was found."""

    CODE = "code"
    PERSON = "person"
    STATEMENT = "statement"
    ANSWER = "answer"
    CONSENT = "consent"


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A case that was found, with the stretch of text that shows why.

    Attributes:
        record_id: The case, person, interview, event or statement that holds the text.
        question: Field name of the text, or empty for the case code.
        snippet: A stretch of the original text.
        ranges: Where the words stand in ``snippet``: (start, end) in code points.
        cut_before: The text begins before the snippet.
        cut_after: The text goes on behind the snippet.
    """

    case_id: CaseId
    code: str
    place: Place
    record_id: str
    question: str
    snippet: str
    ranges: tuple[tuple[int, int], ...]
    cut_before: bool = False
    cut_after: bool = False


@dataclass(frozen=True, slots=True)
class _Source:
    place: Place
    record_id: str
    question: str
    text: str


class SearchIndex:
    """The search index of a store.

    Args:
        write: Opens a transaction; needed to catch up before a search.
    """

    def __init__(
        self, db: Database, write: Callable[[], AbstractContextManager[Transaction]]
    ) -> None:
        self._db = db
        self._write = write

    def find(self, query: str, limit: int = 50) -> tuple[SearchHit, ...]:
        """Return the cases that hold every word of a query, with snippets.

        The last word also matches as the beginning of a word. Hits in names and codes come first,
        then newer cases before older ones. Any text is a legal query; words beyond the 32nd are
        not looked at.
        """
        words = query_words(query)
        if not words or limit < 1:
            return ()
        self.catch_up()
        numbers = self._numbers(words, limit)
        return tuple(self._hit(number, words) for number in numbers)

    def condition(self, query: str) -> tuple[str, str] | None:
        """Return an SQL condition on ``cases.number`` and its value; ``None`` without a word."""
        words = query_words(query)
        if not words:
            return None
        self.catch_up()
        return "number IN (SELECT rowid FROM search WHERE search MATCH ?)", _expression(words)

    def catch_up(self) -> None:
        """Index what changed since it was last indexed; inside a write this waits for later."""
        if self._db.in_transaction:
            return
        if self._db.one("SELECT 1 FROM search_stale LIMIT 1") is None:
            return
        with self._write() as tx:
            for (number,) in self._db.rows("SELECT number FROM search_stale"):
                assert isinstance(number, int)
                self._store(tx, number, fresh=False)
            tx.db.execute("DELETE FROM search_stale")

    def follow(self, tx: Transaction) -> None:
        """Index new cases at once, and note old ones to be indexed before the next search.

        Taking old words out of the index costs tens of milliseconds, too much for every pause in
        typing; a new case has none.
        """
        for case_id, parts in tx.parts.items():
            number = tx.case_key(case_id).number
            if case_id in tx.made:
                self._store(tx, number, fresh=True)
            elif parts & _INDEXED:
                tx.db.execute("INSERT OR IGNORE INTO search_stale VALUES (?)", (number,))

    def remove(self, tx: Transaction, number: int) -> None:
        """Take a case out of the index, its words with it."""
        tx.db.execute("DELETE FROM search WHERE rowid = ?", (number,))
        tx.db.execute("DELETE FROM search_stale WHERE number = ?", (number,))

    def _store(self, tx: Transaction, number: int, *, fresh: bool) -> None:
        row = self._db.one("SELECT id FROM cases WHERE number = ?", (number,))
        assert row is not None
        words: set[str] = set()
        for source in _sources(self._db, str(row[0])):
            found = words_of(source.text)
            words.update(found)
            if source.place in {Place.CODE, Place.PERSON}:
                words.update(_NAMING + word for word in found)
        text = " ".join(sorted(words))
        if fresh:
            tx.db.execute("INSERT INTO search (rowid, words) VALUES (?, ?)", (number, text))
        else:
            tx.db.execute("UPDATE search SET words = ? WHERE rowid = ?", (text, number))

    def _numbers(self, words: tuple[str, ...], limit: int) -> list[int]:
        statement = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?"
        naming = tuple(_NAMING + word for word in words)
        found = self._db.rows(statement, (_expression(naming), limit))
        if len(found) < limit:
            found += self._db.rows(statement, (_expression(words), limit))
        return list(dict.fromkeys(int(str(number)) for (number,) in found))[:limit]

    def _hit(self, number: int, words: tuple[str, ...]) -> SearchHit:
        row = self._db.one("SELECT id, code FROM cases WHERE number = ?", (number,))
        assert row is not None
        pattern = _pattern(words)
        best: SearchHit | None = None
        most = 0
        for source in _sources(self._db, str(row[0])):
            text = _FoldedText(source.text)
            spans, distinct = _best_window(text, pattern)
            if distinct > most:
                most = distinct
                best = _cut(CaseId(str(row[0])), str(row[1]), source, text, spans)
        assert best is not None
        return best


def words_of(text: str) -> list[str]:
    """Return the folded words of a text in order, each cut to 64 characters."""
    return [word[:_LONGEST_WORD] for word in _WORD.findall(fold(text))]


def query_words(query: str) -> tuple[str, ...]:
    """Return the words of a query, each once; the last one stays last."""
    words = words_of(query)[:_MOST_WORDS]
    if not words:
        return ()
    *others, last = words
    return (*dict.fromkeys(word for word in others if word != last), last)


def _expression(words: tuple[str, ...]) -> str:
    """Return the words as an expression of the index; words hold no quotes and no operators."""
    return " AND ".join(f'"{word}"' for word in words) + " *"


def _sources(db: Database, case_id: str) -> Iterator[_Source]:
    """Yield every text of a case; where hits are equally good, the earlier one is shown."""
    header = db.one("SELECT code, project FROM cases WHERE id = ?", (case_id,))
    assert header is not None
    yield _Source(Place.CODE, case_id, "", str(header[0]))
    later: list[_Source] = [_Source(Place.ANSWER, case_id, "project", str(header[1]))]
    answers = db.rows(
        "SELECT owner, owner_kind, question, value FROM answers"
        " WHERE case_id = ? AND value IS NOT NULL ORDER BY owner, question",
        (case_id,),
    )
    for owner, kind, question, value in answers:
        place = Place.PERSON if kind == "person" else Place.ANSWER
        for text in from_answer_columns(value, None).texts:
            source = _Source(place, str(owner), str(question), text)
            if place is Place.PERSON:
                yield source
            else:
                later.append(source)
    statements = db.rows(
        "SELECT id, question, text FROM statements WHERE case_id = ? ORDER BY ordinal", (case_id,)
    )
    for statement_id, question, draft in statements:
        yield _Source(Place.STATEMENT, str(statement_id), str(question), from_blob(draft))
    yield from later
    body = db.value(
        "SELECT body FROM consents WHERE case_id = ? ORDER BY version DESC LIMIT 1", (case_id,)
    )
    if body is not None:
        consent = from_json(body)
        yield _Source(Place.CONSENT, case_id, "withhold_note", consent["withhold_note"])
        for use in consent["uses"].values():
            yield _Source(Place.CONSENT, case_id, "conditions", use["conditions"])


class _FoldedText:
    """A text folded piece by piece, with the way back to where a character came from."""

    def __init__(self, text: str) -> None:
        self.original = text
        self._pieces = [text[start : start + _CHUNK] for start in range(0, len(text), _CHUNK)]
        folded = [fold(piece) for piece in self._pieces]
        self._starts = list(accumulate((len(piece) for piece in folded), initial=0))
        self.text = "".join(folded)

    def origin(self, place: int) -> int:
        """Return where the folded character at ``place`` came from."""
        index = bisect_right(self._starts, place) - 1
        folded = fold_with_offsets(self._pieces[index])
        return index * _CHUNK + folded.origins[place - self._starts[index]]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return a stretch of folded text as one of the original, trailing marks included."""
        first, last = self.origin(start), self.origin(end - 1) + 1
        while last < len(self.original) and not fold(self.original[last]):
            last += 1
        return first, last


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    *whole, last = words
    alternatives = [f"{re.escape(last)}[^\\W_]*", *(f"{re.escape(w)}(?![^\\W_])" for w in whole)]
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(alternatives)})")


def _best_window(text: _FoldedText, pattern: re.Pattern[str]) -> tuple[list[tuple[int, int]], int]:
    """Return the matches in the stretch with the most different words, and how many those are."""
    matches: list[re.Match[str]] = []
    for match in pattern.finditer(text.text):
        matches.append(match)
        if len(matches) == _MOST_MATCHES:
            break
    best: list[re.Match[str]] = []
    most = 0
    for index, first in enumerate(matches):
        room = first.start() + SNIPPET_LENGTH - _LEAD
        inside = [match for match in matches[index:] if match.end() <= room] or [first]
        distinct = len({match.group() for match in inside})
        if distinct > most:
            best, most = inside, distinct
    return [text.span(match.start(), match.end()) for match in best], most


def _cut(
    case_id: CaseId, code: str, source: _Source, text: _FoldedText, spans: Iterable[tuple[int, int]]
) -> SearchHit:
    known = list(spans)
    start = max(0, known[0][0] - _LEAD)
    end = min(len(text.original), start + SNIPPET_LENGTH)
    ranges = tuple((a - start, min(b, end) - start) for a, b in known if a < end)
    return SearchHit(
        case_id=case_id,
        code=code,
        place=source.place,
        record_id=source.record_id,
        question=source.question,
        snippet=source.text[start:end],
        ranges=ranges,
        cut_before=start > 0,
        cut_after=end < len(source.text),
    )
