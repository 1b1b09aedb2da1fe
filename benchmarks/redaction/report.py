"""The tables of the comparison as Markdown, and what was found as files; measures nothing."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.redaction import scores
from benchmarks.redaction.scores import Answers, Scores

Figures = Mapping[str, Mapping[str, Any]]


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def share(value: float | None) -> str:
    """Return a share with three digits, without the zero that all of them have."""
    return "–" if value is None else f"{value:.3f}".removeprefix("0")


def of_costs(figures: Figures) -> str:
    """Return speed, load time and memory of every system."""
    sets = list(next(iter(figures.values()))["sets"])
    head = ["system", *(f"{each}, kB/s" for each in sets), "load, s", "peak, MiB"]
    return table(
        head,
        (
            [
                name,
                *(_speed(each["sets"].get(one)) for one in sets),
                f"{each['load s']:.2f}",
                f"{each['peak MiB']:.0f}",
            ]
            for name, each in figures.items()
        ),
    )


def _speed(read: Mapping[str, Any] | None) -> str:
    return "–" if read is None else f"{read['kB/s']:,.0f}"


def of_narratives(rated: Mapping[str, Mapping[str, Scores]]) -> str:
    """Return the measures over all narratives, then recall of direct identifiers by language."""
    measures = scores.NARRATIVE_MEASURES
    overall = table(
        ["system", *measures],
        ([name, *(share(by["all"][each]) for each in measures)] for name, by in rated.items()),
    )
    languages = [each for each in next(iter(rated.values())) if each != "all"]
    parts = [overall]
    for measure in ("direct", "identity", "precision"):
        rows = (
            [name, *(share(by[each][measure]) for each in languages)] for name, by in rated.items()
        )
        parts.append(table([f"{measure}, by language", *languages], rows))
    return "\n".join(parts)


def of_judgments(rated: Mapping[str, Scores]) -> str:
    """Return the measures over all judgments."""
    measures = scores.JUDGMENT_MEASURES
    return table(
        ["system", *measures],
        ([name, *(share(by[each]) for each in measures)] for name, by in rated.items()),
    )


def of_misses(documents: Sequence[Mapping[str, Any]], answers: Answers) -> str:
    """Return which spans of the narratives the strict profile leaves readable, by language."""
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    texts: dict[str, list[str]] = defaultdict(list)
    for document in documents:
        for kind, text, is_direct in scores.missed(document, answers[document["id"]]):
            kinds[document["lang"]][f"{kind} {'direct' if is_direct else 'quasi'}"] += 1
            texts[document["lang"]].append(text)
    rows = (
        [
            lang,
            ", ".join(f"{kind} {count}" for kind, count in sorted(kinds[lang].items())),
            "; ".join(texts[lang]),
        ]
        for lang in kinds
    )
    return table(["left readable by Intake strict", "kinds", "texts"], rows)


def keep(folder: Path, figures: Figures) -> None:
    """Write what each system found, for other scorers: one line a text, or one object of all."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, each in figures.items():
        stem = name.lower().replace(",", "").replace(" ", "-")
        for one, answer in each["sets"].items():
            spans = answer["spans"]
            if one == "judgments":
                (folder / f"{stem}-{one}.json").write_text(json.dumps(spans), "utf-8")
                continue
            lines = (
                {"id": key, "spans": [{"start": start, "end": end} for start, end in found]}
                for key, found in spans.items()
            )
            text = "".join(json.dumps(line) + "\n" for line in lines)
            (folder / f"{stem}-{one}.jsonl").write_text(text, "utf-8")
