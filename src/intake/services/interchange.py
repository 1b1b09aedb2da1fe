"""Reads the interchange: one case a line, checked whole before anything of it is stored."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from intake.domain.case import CaseFile
from intake.errors import WHOLE_LINE, InputFileError, UnreadableFileError
from intake.export.schema_check import first_flaw
from intake.forms.definition import FormDefinition
from intake.forms.validation import some_of
from intake.services.interchange_case import CaseMaker, FlawError, written_code
from intake.services.interchange_size import require_bounded

LONGEST_LINE = 64 * 1024 * 1024
# No case comes near these; a file made to harm could ask for all memory there is.
_MOST_VALUES = 100_000
_MOST_MARKS = 2_000_000  # brackets and commas, those inside of texts among them
_DEEPEST = 20
_KEY_SHOWN = 60
_CHUNK = 1024 * 1024


class InterchangeReader:
    """Turns lines into case files.

    Args:
        form: The questionnaire that answers are held against.
        taken: Case codes that exist; grows with each case read.
    """

    def __init__(self, form: FormDefinition, taken: frozenset[str]) -> None:
        self._maker = CaseMaker(form, {written_code(code) for code in taken})
        self._line = 0

    def read(self, path: Path) -> Iterator[CaseFile]:
        """Yield the cases of a file.

        Raises:
            InputFileError: A line is wrong: its number, the key, and what to do.
            UsageError: The file cannot be read.
        """
        is_blank = True
        for raw in _lines(path):
            self._line += 1
            if raw.strip():
                is_blank = False
                try:
                    yield self._maker.case(_parse(raw, is_first=self._line == 1))
                except FlawError as flaw:
                    raise self._refuse(flaw.key, flaw.reason) from None
        if is_blank:
            self._line = 1
            raise self._refuse(WHOLE_LINE, "there is no case in this file")

    def _refuse(self, key: str, reason: str) -> InputFileError:
        # A key is somebody's text, too: nothing that a terminal or a window could trip over.
        shown = "".join(char if char.isprintable() else "\ufffd" for char in key[:_KEY_SHOWN])
        return InputFileError(line=self._line, key=shown, reason=reason)


def count_lines(path: Path) -> int:
    """Return how many lines a file has, for progress; 0 when it cannot be told."""
    ends, last = 0, b""
    try:
        if not path.is_file():
            return 0  # a pipe can be read once
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                ends, last = ends + chunk.count(b"\n"), chunk[-1:]
    except OSError as error:
        raise _unreadable(path) from error
    return ends + (last not in {b"", b"\n"})


def _lines(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            while raw := file.readline(LONGEST_LINE + 1):
                yield raw
    except OSError as error:
        raise _unreadable(path) from error


def _unreadable(path: Path) -> UnreadableFileError:
    return UnreadableFileError(path=str(path))


def _parse(raw: bytes, *, is_first: bool) -> dict[str, Any]:
    if len(raw) > LONGEST_LINE:
        raise FlawError(WHOLE_LINE, "it is longer than 64 MiB")
    if sum(raw.count(mark) for mark in (b"{", b"[", b",")) > _MOST_MARKS:
        raise FlawError(WHOLE_LINE, "it holds too many values")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        raise FlawError(WHOLE_LINE, "it is not UTF-8 text") from None
    try:
        document = json.loads(
            text.removeprefix("\ufeff") if is_first else text, object_pairs_hook=_without_twins
        )
    except (ValueError, RecursionError):
        raise FlawError(WHOLE_LINE, "this is not one JSON object") from None
    if not isinstance(document, dict):
        raise FlawError(WHOLE_LINE, "this is not one JSON object")
    _require_plain(document)
    flaw = first_flaw("interchange", document)
    if flaw is not None:
        key = _path(flaw.absolute_path) or WHOLE_LINE
        raise FlawError(*_told(key, flaw.validator, flaw.schema, flaw.instance))
    require_bounded(document)
    _require_days(document.get("consent", {}))
    return document


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    document = dict(pairs)
    if len(document) != len(pairs):
        twin = Counter(key for key, _ in pairs).most_common(1)[0][0]
        raise FlawError(twin, "this key is there twice")
    return document


def _require_plain(document: dict[str, Any]) -> None:
    """Refuse a document that is too deep or too large, before anything goes through it in turn."""
    level: list[Any] = [document]
    seen = 0
    for _ in range(_DEEPEST):
        following: list[Any] = []
        for value in level:
            if isinstance(value, dict):
                following.extend(value.values())
            elif isinstance(value, list):
                following.extend(value)
        seen += len(following)
        if seen > _MOST_VALUES:
            raise FlawError(WHOLE_LINE, "it holds too many values")
        if not following:
            return
        level = following
    raise FlawError(WHOLE_LINE, "it is nested too deep")


def _path(steps: Iterable[str | int]) -> str:
    """Return ``persons[2].sex``; places are counted from 0, as in JSON."""
    return "".join(f"[{s}]" if isinstance(s, int) else f".{s}" for s in steps).removeprefix(".")


def _told(key: str, rule: object, schema: object, instance: object) -> tuple[str, str]:
    """Return key and reason of a flaw, without a word of the value."""
    known: dict[str, Any] = schema if isinstance(schema, dict) else {}
    there = set(instance) if isinstance(instance, dict) else set()

    def below(name: str) -> str:
        return name if key == WHOLE_LINE else f"{key}.{name}"

    if rule == "additionalProperties" and there:
        return below(min(there - set(known.get("properties", {})))), "this key is not known"
    if rule == "required":
        return below(min(set(known.get("required", ())) - there)), "this key is missing"
    if key == WHOLE_LINE and rule == "anyOf":
        return "statement", "a case needs a statement or answers"
    if rule == "enum":
        return key, f"choose one of {some_of(map(str, known.get('enum', ())), instance)}"
    if rule in {"maxLength", "maxItems"}:
        things = " characters" if rule == "maxLength" else ""
        return key, f"no more than {known.get(str(rule))}{things} fit here"
    return key, "this is not the kind of value that belongs here"


def _require_days(consent: dict[str, Any]) -> None:
    """Refuse what looks like a day and is none: consent is held against it."""
    withdrawn = consent.get("withdrawn")
    days = {
        "consent.given": consent.get("given"),
        "consent.withdrawn": withdrawn.get("day") if isinstance(withdrawn, dict) else withdrawn,
    }
    for use, granted in consent.get("uses", {}).items():
        for limit in ("until", "embargo"):
            days[f"consent.uses.{use}.{limit}"] = granted.get(limit)
    for key, day in days.items():
        if day is not None:
            try:
                date.fromisoformat(day)
            except ValueError:
                raise FlawError(key, "there is no such day") from None
