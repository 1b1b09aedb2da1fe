"""The measures: narratives with known people, and judgments in the manner of their benchmark.

Narratives: a span counts as hidden when every letter, mark and digit of it is covered; spaces and
punctuation carry no identity. What a reader may hide or leave alone (``neutral``) is charged to
nobody. Judgments: an entity counts as hidden when all its mentions that are to be hidden are; small
words, titles and punctuation in a mention need not be. A hidden word counts as right only if it
lies within one mention that is to be hidden.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

Spans = Sequence[Sequence[int]]
Answers = Mapping[str, Spans]
Scores = dict[str, float | None]

_WORD = re.compile(r"\w+")
_NO_IDENTITY = frozenset(" \t\n,.-–;:/&()[]'’“”\"")
_TITLES = "mr mrs ms no nr about"
_ARTICLES = "a an the this that these those each every some any all both another either neither no"
_PREPOSITIONS = (
    "after against at before between by during for from in into near of on over per since through "
    "till to toward towards under until upon via with within"
)
_JOINING = "and but nor not or yet"
_SMALL_WORDS = frozenset(
    word for row in (_TITLES, _ARTICLES, _PREPOSITIONS, _JOINING) for word in row.split()
)


class Tally:
    """Hits and totals by the name of a measure."""

    def __init__(self) -> None:
        self._hits: dict[str, int] = defaultdict(int)
        self._totals: dict[str, int] = defaultdict(int)

    def add(self, measure: str, hits: int, total: int = 1) -> None:
        """Count hits out of a total."""
        self._hits[measure] += hits
        self._totals[measure] += total

    def shares(self, measures: Iterable[str]) -> Scores:
        """Return the share of hits for each measure; ``None`` where there was nothing to count."""
        return {
            each: self._hits[each] / self._totals[each] if self._totals[each] else None
            for each in measures
        }


# --- narratives ---------------------------------------------------------------------------------

NARRATIVE_MEASURES = ("direct", "quasi", "identity", "precision", "clean")


def narratives(documents: Sequence[Mapping[str, Any]], answers: Answers) -> dict[str, Scores]:
    """Return the scores of all documents together (``all``) and by language."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for document in documents:
        for group in ("all", document["lang"]):
            _count_narrative(tallies[group], document, answers[document["id"]])
    return {group: _rated(tally) for group, tally in tallies.items()}


def _rated(tally: Tally) -> Scores:
    """Return the shares; who proposes nothing where something is to be hidden gets no precision."""
    shares = tally.shares(NARRATIVE_MEASURES)
    if shares["precision"] is None and (shares["direct"], shares["quasi"]) != (None, None):
        shares["precision"] = 0.0
    return shares


def _count_narrative(tally: Tally, document: Mapping[str, Any], spans: Spans) -> None:
    text = document["text"]
    gold = document["spans"]
    covered = _telling(text, spans)
    wanted = _telling(text, [(each["start"], each["end"]) for each in gold])
    charged = covered - (_telling(text, document.get("neutral", ())) - wanted)
    tally.add("precision", len(wanted & covered), len(charged))
    for each in gold:
        hidden = _telling(text, [(each["start"], each["end"])]) <= covered
        tally.add("direct" if each["direct"] else "quasi", hidden)
    for person in document.get("identities", ()):
        for mention in person["mentions"]:
            tally.add("identity", _telling(text, [mention]) <= covered)
    if not gold:
        tally.add("clean", not charged)


def missed(document: Mapping[str, Any], spans: Spans) -> Iterator[tuple[str, str, bool]]:
    """Yield kind, text and directness of each span that is not hidden."""
    text = document["text"]
    covered = _telling(text, spans)
    for each in document["spans"]:
        if not _telling(text, [(each["start"], each["end"])]) <= covered:
            yield each["kind"], text[each["start"] : each["end"]], each["direct"]


def _telling(text: str, spans: Iterable[Sequence[int]]) -> set[int]:
    """Return the places of letters, marks and digits within the spans."""
    return {
        place
        for start, end in spans
        for place in range(max(start, 0), min(end, len(text)))
        if unicodedata.category(text[place])[0] in "LMN"
    }


# --- judgments ----------------------------------------------------------------------------------

JUDGMENT_MEASURES = ("ER_di", "ER_qi", "token recall", "precision", "direct leak")


class _Mention(NamedTuple):
    start: int
    end: int
    is_secret: bool


class _Entity(NamedTuple):
    annotator: str
    is_direct: bool
    mentions: list[_Mention]

    @property
    def is_secret(self) -> bool:
        return any(mention.is_secret for mention in self.mentions)


def judgments(documents: Sequence[Mapping[str, Any]], answers: Answers) -> Scores:
    """Return the scores of judgments, over all documents and annotators together."""
    tally = Tally()
    for document in documents:
        secrets = [each for each in _entities(document) if each.is_secret]
        spans = answers[document["doc_id"]]
        leaks = _count_entities(tally, document["text"], secrets, spans)
        if leaks is not None:
            tally.add("direct leak", leaks)
        annotators = max(1, len({each.annotator for each in _entities(document)}))
        _count_precision(tally, document["text"], secrets, spans, annotators)
    return tally.shares(JUDGMENT_MEASURES)


def _entities(document: Mapping[str, Any]) -> list[_Entity]:
    found: dict[tuple[str, str], _Entity] = {}
    for annotator, made in document["annotations"].items():
        for each in made["entity_mentions"]:
            kind = each["identifier_type"]
            entity = found.setdefault(
                (annotator, each["entity_id"]), _Entity(annotator, kind == "DIRECT", [])
            )
            mention = _Mention(each["start_offset"], each["end_offset"], kind != "NO_MASK")
            entity.mentions.append(mention)
    return list(found.values())


def _count_entities(
    tally: Tally, text: str, secrets: Sequence[_Entity], spans: Spans
) -> bool | None:
    """Count entities and words; return whether a direct one leaks, ``None`` if there is none."""
    is_hidden = _hidden_in(text, spans)
    direct: list[bool] = []
    for entity in secrets:
        hidden = all(is_hidden(m.start, m.end) for m in entity.mentions if m.is_secret)
        tally.add("ER_di" if entity.is_direct else "ER_qi", hidden)
        for mention in entity.mentions:
            for word in _WORD.finditer(text, mention.start, mention.end):
                tally.add("token recall", is_hidden(word.start(), word.end()))
        if entity.is_direct:
            direct.append(hidden)
    return not all(direct) if direct else None


def _hidden_in(text: str, spans: Spans) -> Callable[[int, int], bool]:
    open_places = set(range(len(text)))
    for start, end in spans:
        open_places.difference_update(range(start, end))
    for word in _WORD.finditer(text):
        if word.group().lower() in _SMALL_WORDS:
            open_places.difference_update(range(word.start(), word.end()))
    told = {place for place in open_places if text[place] not in _NO_IDENTITY}
    return lambda start, end: told.isdisjoint(range(start, end))


def _count_precision(
    tally: Tally, text: str, secrets: Sequence[_Entity], spans: Spans, annotators: int
) -> None:
    mentions = [
        (mention.start, mention.end, entity.annotator)
        for entity in secrets
        for mention in entity.mentions
        if mention.is_secret
    ]
    for start, end in spans:
        near = [each for each in mentions if each[0] < end and start < each[1]]
        for word in _WORD.finditer(text, start, end):
            agreeing = {a for s, e, a in near if s <= word.start() and word.end() <= e}
            tally.add("precision", len(agreeing), annotators)
