"""Search over everything that is recorded: words folded once, snippets out of the original text.

A case is one row of the index: the set of its words. What counts as a word, and how it is folded,
is decided here alone, for texts and queries alike, so that no query has a syntax that could fail.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from intake.domain.folding import Folded, fold, fold_with_offsets
from intake.domain.ids import CaseId
from intake.errors import UnavailableError
from intake.store.codec import from_answer_columns, from_blob, from_json
from intake.store.connection import Database
from intake.store.tables import CASES, DIGEST_BYTES
from intake.store.transaction import Transaction

SNIPPET_LENGTH = 160
_LEAD = 50  # characters shown before the first hit
_WORD = re.compile(r"[^\W_]+")
_LONGEST_WORD = 64
_MOST_WORDS = 32
_MOST_MATCHES = 32
_CHUNK = 256
_MARGIN = 16
# Words that name somebody are indexed a second time behind this character of the private area, so
# that hits in names and codes come first.
_NAMING = "\ue000"


_Header = tuple[str, str, str]  # of a case: id, code, project


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
        headers = self._headers(numbers)
        looked_for = _Query.of(words)
        return tuple(self._hit(headers[number], looked_for) for number in numbers)

    def condition(self, query: str) -> tuple[str, str] | None:
        """Return an SQL condition on ``cases.number`` and its value; ``None`` without a word."""
        words = query_words(query)
        if not words:
            return None
        self.catch_up()
        return "number IN (SELECT rowid FROM search WHERE search MATCH ?)", _expression(words)

    def catch_up(self) -> None:
        """Index what changed since it was last indexed; inside a write this waits for later.

        A search does so by itself. To do it while nobody waits, as when a case is closed, takes the
        delay away from the next search.
        """
        if self._db.in_transaction:
            return
        rows = self._db.rows("SELECT number FROM cases WHERE indexed IS NULL")
        if not rows:
            return
        with self._write() as tx:
            for (number,) in rows:
                assert isinstance(number, int)
                self._store(tx, number)

    def follow(self, tx: Transaction) -> None:
        """Index the new cases of a transaction; those that changed wait for the next search.

        Taking old words out of the index costs tens of milliseconds, too much for every pause in
        typing; a new case has none.
        """
        for case_id in tx.made:
            self._store(tx, tx.case_key(case_id).number)

    def remove(self, tx: Transaction, number: int) -> None:
        """Take a case out of the index, its words with it."""
        tx.run("DELETE FROM search WHERE rowid = ?", (number,))

    def _store(self, tx: Transaction, number: int) -> None:
        header = self._headers([number])[number]
        words: set[str] = set()
        for source in _sources(self._db, header):
            found = words_of(source.text)
            words.update(found)
            if source.place in {Place.CODE, Place.PERSON}:
                words.update(_NAMING + word for word in found)
        text = " ".join(sorted(words))
        if self._db.one("SELECT 1 FROM search WHERE rowid = ?", (number,)) is None:
            tx.run("INSERT INTO search (rowid, words) VALUES (?, ?)", (number, text))
        else:
            tx.run("UPDATE search SET words = ? WHERE rowid = ?", (text, number))
        tx.change(CASES, (header[0],), {"indexed": words_digest(text)})

    def _numbers(self, words: tuple[str, ...], limit: int) -> list[int]:
        statement = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?"
        naming = tuple(_NAMING + word for word in words)
        found = self._db.rows(statement, (_expression(naming), limit))
        if len(found) < limit:
            found += self._db.rows(statement, (_expression(words), limit))
        return list(dict.fromkeys(int(str(number)) for (number,) in found))[:limit]

    def _headers(self, numbers: Sequence[int]) -> dict[int, _Header]:
        """Return id, code and project of cases by their numbers."""
        wanted = ",".join(map(str, numbers))
        rows = self._db.rows(
            f"SELECT number, id, code, project FROM cases WHERE number IN ({wanted})"  # noqa: S608 (whole numbers)
        )
        return {int(str(row[0])): (str(row[1]), str(row[2]), str(row[3])) for row in rows}

    def _hit(self, header: _Header, query: _Query) -> SearchHit:
        # Inside a write the index may know words that are gone already: the code stands for them.
        best = _Source(Place.CODE, header[0], "", header[1]), _Stretch(end=len(header[1]))
        for source in _sources(self._db, header):
            stretch = _look(source.text, query)
            if stretch.distinct > best[1].distinct:
                best = source, stretch
                if stretch.distinct >= query.count:
                    break
        return _hit(header, *best)


def assert_forgetting(db: Database) -> None:
    """Refuse to go on unless the index forgets the words of deleted texts.

    Raises:
        UnavailableError: The setting is not in force.
    """
    if db.value("SELECT v FROM search_config WHERE k = 'secure-delete'") != 1:
        raise UnavailableError(reason="the search index would keep deleted words")


def words_of(text: str) -> list[str]:
    """Return the folded words of a text in order, each cut to 64 characters."""
    return [word[:_LONGEST_WORD] for word in _WORD.findall(fold(text))]


def words_digest(text: str) -> bytes:
    """Return the digest by which a case's row knows its words in the index."""
    return hashlib.blake2b(text.encode(), digest_size=DIGEST_BYTES).digest()


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


def _sources(db: Database, header: _Header) -> Iterator[_Source]:
    """Yield every text of a case, those first that tell a reader most; nothing is read ahead."""
    case_id, code, project = header
    yield _Source(Place.CODE, case_id, "", code)
    yield from _answers(db, case_id, Place.PERSON)
    statements = db.rows(
        "SELECT id, question, text FROM statements WHERE case_id = ? ORDER BY ordinal", (case_id,)
    )
    for statement_id, question, draft in statements:
        yield _Source(Place.STATEMENT, str(statement_id), str(question), from_blob(draft))
    yield _Source(Place.ANSWER, case_id, "project", project)
    yield from _answers(db, case_id, Place.ANSWER)
    body = db.value(
        "SELECT body FROM consents WHERE case_id = ? ORDER BY version DESC LIMIT 1", (case_id,)
    )
    if body is not None:
        consent = from_json(body)
        yield _Source(Place.CONSENT, case_id, "withhold_note", consent["withhold_note"])
        for use in consent["uses"].values():
            yield _Source(Place.CONSENT, case_id, "conditions", use["conditions"])


_ANSWERS = {
    Place.PERSON: """
        SELECT owner, question, value FROM persons JOIN answers ON owner = persons.id
        WHERE persons.case_id = ? AND value IS NOT NULL
    """,
    Place.ANSWER: """
        SELECT owner, question, value FROM answers
        WHERE case_id = ? AND value IS NOT NULL AND owner_kind <> 'person'
    """,
}


def _answers(db: Database, case_id: str, place: Place) -> Iterator[_Source]:
    rows = db.rows(_ANSWERS[place], (case_id,))
    for owner, question, value in rows:
        for text in from_answer_columns(value, None).texts:
            yield _Source(place, str(owner), str(question), text)


@dataclass(frozen=True, slots=True)
class _Query:
    """The words of a query as patterns over folded text.

    Each pattern begins with the letters of its word, which lets a long text be skimmed; that no
    letter stands before them is looked at afterwards.
    """

    patterns: tuple[re.Pattern[str], ...]

    @classmethod
    def of(cls, words: tuple[str, ...]) -> _Query:
        *whole, last = (re.escape(word) for word in words)
        written = [
            f"{last}(?<![^\\W_]{last})[^\\W_]*",
            *(f"{word}(?<![^\\W_]{word})(?![^\\W_])" for word in whole),
        ]
        return cls(tuple(re.compile(each) for each in written))

    @property
    def count(self) -> int:
        """How many different words are looked for."""
        return len(self.patterns)

    def matches(self, text: str) -> list[re.Match[str]]:
        """Return the first places of each word that occurs, in the order of the text."""
        found = [m for each in self.patterns for m in islice(each.finditer(text), _MOST_MATCHES)]
        return sorted(found, key=re.Match.start)

    def best_stretch(self, matches: Sequence[re.Match[str]]) -> tuple[int, int]:
        """Return where the stretch with the most different words begins, and their number."""
        best, most = 0, 0
        for index, first in enumerate(matches):
            room = first.start() + SNIPPET_LENGTH - _LEAD
            inside = [first, *(m for m in matches[index + 1 :] if m.end() <= room)]
            distinct = len({match.re for match in inside})
            if distinct > most:
                best, most = first.start(), distinct
            if most >= self.count:
                break
        return best, most


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A stretch of a text that is worth showing: how many words of the query, and where."""

    distinct: int = 0
    start: int = 0
    end: int = 0
    spans: tuple[tuple[int, int], ...] = ()


_NOTHING = _Stretch()


def _look(text: str, query: _Query) -> _Stretch:
    """Return the stretch with the most different words of the query.

    Most words stand in the text in lower case already. Only where they do not, a long text is
    folded whole, which takes a millisecond; offsets are worked out for the stretch that is shown.
    """
    lowered = text.lower()
    if len(lowered) == len(text):
        matches = query.matches(lowered)
        if len({match.re for match in matches}) == query.count:
            stretch = _shown(text, *query.best_stretch(matches), query)
            if stretch.spans:  # a mark behind the word can make it another word
                return stretch
    first, distinct = query.best_stretch(query.matches(fold(text)))
    return _shown(text, _origin(text, first), distinct, query) if distinct else _NOTHING


def _shown(text: str, first: int, distinct: int, query: _Query) -> _Stretch:
    """Return the stretch to be shown for a hit at ``first``, with every hit in it."""
    start = max(0, first - _LEAD)
    end = min(len(text), start + SNIPPET_LENGTH)
    # With a margin, so that a word that the stretch cuts is not taken for a whole one.
    before = max(0, start - _MARGIN)
    folded = fold_with_offsets(text[before : end + _MARGIN])
    spans = (_span(text, before, folded, match) for match in query.matches(folded.text))
    # One place can be the beginning of the last word and another word of the query: shown once.
    inside = tuple(dict.fromkeys((a, b) for a, b in spans if start <= a < end))
    # A hit that the stretch cuts is shown in part only when it is the first one.
    inside = tuple(s for s in inside if s[1] <= end) or tuple((a, end) for a, _ in inside[:1])
    if inside:
        start, end = _at_words(text, (start, end), (inside[0][0], inside[-1][1]))
    return _Stretch(distinct, start, end, inside)


def _at_words(text: str, stretch: tuple[int, int], kept: tuple[int, int]) -> tuple[int, int]:
    """Move the ends of a stretch inwards until they cut no word; what is kept stays inside."""
    (start, end), (first, last) = stretch, kept
    if start > 0 and not text[start - 1].isspace():
        start = next((at + 1 for at in range(start, first) if text[at].isspace()), start)
    if end < len(text) and not text[end].isspace():
        end = next((at for at in range(end - 1, last - 1, -1) if text[at].isspace()), end)
    return start, end


def _origin(text: str, place: int) -> int:
    """Return where the character at ``place`` of the folded text came from; it must be there."""
    if len(fold(text[:place])) == place:  # no character before it folds to none or several
        return place
    start = 0
    while place >= (length := len(fold(text[start : start + _CHUNK]))):
        place -= length
        start += _CHUNK
    return start + fold_with_offsets(text[start : start + _CHUNK]).origins[place]


def _span(text: str, first: int, folded: Folded, match: re.Match[str]) -> tuple[int, int]:
    """Return a match in the folded stretch as one of the text, the last letter's marks included."""
    start = first + folded.origins[match.start()]
    end = first + folded.origins[match.end() - 1] + 1
    while end < len(text) and not fold(text[end]):
        end += 1
    return start, end


def _hit(header: _Header, source: _Source, stretch: _Stretch) -> SearchHit:
    return SearchHit(
        case_id=CaseId(header[0]),
        code=header[1],
        place=source.place,
        record_id=source.record_id,
        question=source.question,
        snippet=source.text[stretch.start : stretch.end],
        ranges=tuple((a - stretch.start, b - stretch.start) for a, b in stretch.spans),
        cut_before=stretch.start > 0,
        cut_after=stretch.end < len(source.text),
    )
