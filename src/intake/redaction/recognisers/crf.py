"""Sequence models (conditional random fields) that were trained before: from words to kinds."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Protocol

import pycrfsuite

from intake.domain.marks import MarkKind
from intake.redaction.lists import is_function_word
from intake.redaction.lists import words as words_of
from intake.redaction.recognisers.features import Word
from intake.redaction.suggestion import Suggestion

KINDS: Mapping[str, MarkKind] = {
    "PERSON": MarkKind.PERSON,
    "LOC": MarkKind.PLACE,
    "ORG": MarkKind.ORGANISATION,
    "DATETIME": MarkKind.DATE,
    "CODE": MarkKind.NUMBER,
    "QUANTITY": MarkKind.NUMBER,
    "DEM": MarkKind.OTHER,
    "MISC": MarkKind.OTHER,
}
_Found = tuple[Word, str, float]  # a word, its likeliest label, and how likely any label is
_MANIFEST = "models.json"
# Scores at which a suggestion is made in the profiles ``balanced`` and ``strict``.
_BALANCED, _STRICT, _MOST = 0.5, 0.2, 0.95


@dataclass(frozen=True, slots=True)
class Use:
    """How a model is used on one kind of text.

    Attributes:
        model: Name of the model.
        source: Under which name its suggestions go.
        sure: Least probability of a suggestion in ``balanced``.
        likely: Least probability of a suggestion in ``strict``.
        labels: What the model says that counts.
        reads_names: Only names count: they begin and end with a capital, and those of countries
            and public institutions are passed over.
    """

    model: str
    source: str
    sure: float
    likely: float
    labels: frozenset[str]
    reads_names: bool = True


class _Tagger(Protocol):
    """What is used of a model that was read; not to be shared between threads."""

    def set(self, rows: Sequence[list[str]], /) -> None: ...

    def labels(self) -> list[str]: ...

    def marginal(self, label: str, index: int, /) -> float: ...


class _Opened(threading.local):
    """The models that a thread has opened, by name, each with the bytes that it points into.

    A model keeps the words it was given until they are asked about, so that two threads with one
    model would hear of each other's words.
    """

    def __init__(self) -> None:
        self.models: dict[str, tuple[_Tagger, bytes]] = {}


_OPENED = _Opened()


def is_available(model: str) -> bool:
    """Tell whether a model can be used: its file is there, and as it was when it shipped."""
    return _content(model) is not None


def suggestions(
    use: Use, words: Sequence[Word], rows: Sequence[list[str]], *, ignores_case: bool = False
) -> Iterator[Suggestion]:
    """Yield what a model takes for identifying in one paragraph; nothing without the model.

    Args:
        use: Which model, and from which probability on.
        words: The words of the paragraph.
        rows: Their features.
        ignores_case: The writer uses no capitals: they are asked of no name.
    """
    tagger = _model(use.model)
    if tagger is None:
        return
    tagger.set(rows)
    labels = [label for label in tagger.labels() if label in use.labels]
    found = [(word, *_best(tagger, labels, index)) for index, word in enumerate(words)]
    # What ``balanced`` proposes is not drawn out to words that only ``strict`` would propose.
    for least in (use.sure, use.likely):
        for run in _runs(use, found, least):
            yield from _closed(use, run, ignores_case=ignores_case)


def _runs(use: Use, found: Sequence[_Found], least: float) -> Iterator[list[_Found]]:
    """Yield the stretches of words that are likely enough; none goes over a public name."""
    run: list[_Found] = []
    for each in found:
        word, _, probability = each
        if probability < least or (use.reads_names and _is_public(word.key)):
            if run:
                yield run
            run = []
        else:
            run.append(each)
    if run:
        yield run


def _is_public(key: str) -> bool:
    return key in words_of("public_names") or key in words_of("capitals")


def _best(tagger: _Tagger, labels: Sequence[str], index: int) -> tuple[str, float]:
    """Return the likeliest label of a word, and how likely it is that it has any of them."""
    chances = {label: tagger.marginal(label, index) for label in labels}
    return max(chances, key=lambda label: chances[label]), sum(chances.values())


def _closed(use: Use, run: Sequence[_Found], *, ignores_case: bool) -> Iterator[Suggestion]:
    asks = use.reads_names and not ignores_case
    named = _trimmed([found for found in run if found[0].token], asks_capitals=asks)
    if not named:
        return
    label = max(named, key=lambda each: each[2])[1]
    score = _score(use, min(probability for _, _, probability in named))
    yield Suggestion(named[0][0].start, named[-1][0].end, KINDS[label], use.source, score)


def _trimmed(run: list[_Found], *, asks_capitals: bool) -> list[_Found]:
    """Return a run without the words at its edges that are no part of a name."""
    while run and not _may_end(run[0][0], asks_capitals=asks_capitals):
        run = run[1:]
    while run and not _may_end(run[-1][0], asks_capitals=asks_capitals):
        run = run[:-1]
    return run


def _may_end(word: Word, *, asks_capitals: bool) -> bool:
    if is_function_word(word.key, ""):
        return False  # its capital, if it has one, is the sentence's
    is_capital = word.token is not None and word.token.is_capital
    return is_capital or not asks_capitals or any(char.isdecimal() for char in word.key)


def _score(use: Use, probability: float) -> float:
    """Return a probability on the scale of all detectors, which the profiles cut."""
    if probability >= use.sure:
        return _BALANCED + (_MOST - _BALANCED) * (probability - use.sure) / (1 - use.sure)
    return _STRICT + (_BALANCED - _STRICT) * (probability - use.likely) / (use.sure - use.likely)


def _model(name: str) -> _Tagger | None:
    """Return the model for this thread; ``None`` when it is not there or changed."""
    content = _content(name)
    if content is None:
        return None
    tagger, opened = _OPENED.models.get(name, (None, None))
    if tagger is None or opened is not content:
        tagger = pycrfsuite.Tagger()
        tagger.open_inmemory(content)
        _OPENED.models[name] = tagger, content
    return tagger


@cache
def _content(name: str) -> bytes | None:
    """Return the bytes of a model, read when it is first needed, if they are those that shipped."""
    folder = resources.files(__package__) / "models"
    try:
        digest = json.loads((folder / _MANIFEST).read_text("utf-8"))[name]["sha256"]
        content = (folder / f"{name}.crf").read_bytes()
    except (OSError, KeyError, ValueError):
        return None
    return content if hashlib.sha256(content).hexdigest() == digest else None
