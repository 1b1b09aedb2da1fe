"""Redaction beside its peers: quality, speed, memory; each system in a process, in turns.

usage: python -m benchmarks.redaction [--narratives FILE] [--judgments FILE] [--names FILE]
                                      [--peers] [--rounds N] [--folds N] [--out FOLDER]

Without files only speed is measured, on the made-up cases that ship with the program. The formats
of the files, and what is measured on them, stand in ``docs/benchmarks.md``. The shipped model of
judgments was trained on judgments that anybody has, so on these the program is measured with models
that never saw what they are asked about, one for each fold. ``--out`` keeps what was found.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.redaction import folds, report, scores

ROOT = Path(__file__).parents[2]
SOURCE, PACKAGING = ROOT / "src", ROOT / "packaging"
BUILD = ROOT / "build" / "bench-redaction"
PEER_PYTHON = ROOT / "build" / "bench-peers" / "bin" / "python"
DEMO = ROOT / "resources" / "demo" / "interviews.jsonl"
Sets = dict[str, list[dict[str, Any]]]


class System(NamedTuple):
    """A system of the comparison.

    Attributes:
        module: What runs it in a process of its own.
        argument: What the module is told on its command line.
        has_models: It reads judgments with models that never saw them.
        is_told: It is told who the recorded people are.
        reads_judgments: Nobody is recorded there, so that being told makes no difference.
    """

    name: str
    module: str
    argument: str
    has_models: bool = False
    is_told: bool = True
    reads_judgments: bool = True


OURS = "benchmarks.redaction.intake_reads"
THEIRS = "benchmarks.redaction.peers_read"
SYSTEMS = (
    System("Intake strict", OURS, "strict", has_models=True),
    System("Intake balanced", OURS, "balanced", has_models=True),
    System(
        "Intake strict, told nobody",
        OURS,
        "strict",
        has_models=True,
        is_told=False,
        reads_judgments=False,
    ),
    System("Intake strict, no recognisers", OURS, "strict"),
    System("Intake propagation and patterns", OURS, "balanced"),
    System("capitals and digits", THEIRS, "capitals"),
    System("Presidio", THEIRS, "presidio"),
    System("Presidio, told the names", THEIRS, "presidio_told", reads_judgments=False),
    System("spaCy", THEIRS, "spacy"),
    System("scrubadub", THEIRS, "scrubadub"),
    System("slovnet", THEIRS, "slovnet", reads_judgments=False),
)
# What both find together: whether a recogniser of Russian would add to what there is.
JOINED = ("Intake strict", "Intake balanced"), "slovnet"


class Files(NamedTuple):
    """What the user has; a part that is missing is empty."""

    narratives: list[dict[str, Any]]
    judgments: list[dict[str, Any]]


def main() -> None:
    """Run all systems in turns and print the tables."""
    options = _options()
    files = Files(
        _lines(options.narratives) if options.narratives else [],
        json.loads(options.judgments.read_text("utf-8")) if options.judgments else [],
    )
    if options.judgments:
        _run([sys.executable, "-m", "benchmarks.redaction.folds"], [SOURCE, PACKAGING], "",
             str(options.judgments), str(BUILD / "models"), str(options.folds))  # fmt: skip
    bare = folds.without_models(BUILD / "bare")
    systems = [each for each in SYSTEMS if options.peers or each.module == OURS]
    answers: dict[str, list[dict[str, Any]]] = {each.name: [] for each in systems}
    for turn in range(options.rounds):
        for system in systems:
            print(f"turn {turn + 1} of {options.rounds}: {system.name}", file=sys.stderr)
            answers[system.name].append(_read(system, files, options, bare))
    figures = {name: _united(several) for name, several in answers.items()}
    print(report.of_costs(figures))
    if files.narratives:
        found = {name: each["sets"]["narratives"]["spans"] for name, each in figures.items()}
        found |= _joined(found)
        rated = {name: scores.narratives(files.narratives, spans) for name, spans in found.items()}
        print(report.of_narratives(rated))
        print(report.of_misses(files.narratives, found["Intake strict"]))
    if files.judgments:
        found = {
            name: each["sets"]["judgments"]["spans"]
            for name, each in figures.items()
            if "judgments" in each["sets"]
        }
        print(report.of_judgments(
            {name: scores.judgments(files.judgments, spans) for name, spans in found.items()}
        ))  # fmt: skip
    if options.names:
        print(_run([sys.executable, "-m", "benchmarks.redaction.names"], [SOURCE], "",
                   str(options.names)))  # fmt: skip
    if options.out:
        report.keep(options.out, figures)


def _joined(found: Mapping[str, scores.Answers]) -> dict[str, scores.Answers]:
    """Return what each of our systems finds together with the one that would be added to it."""
    ours, added = JOINED
    more = found.get(added)
    if more is None:
        return {}
    return {
        f"{name} and {added}": {key: [*spans, *more[key]] for key, spans in found[name].items()}
        for name in ours
    }


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--narratives", type=Path, help="accounts, one JSON document a line")
    parser.add_argument("--judgments", type=Path, help="Text Anonymization Benchmark, JSON")
    parser.add_argument("--names", type=Path, help="spellings of names, one name a line")
    parser.add_argument("--peers", action="store_true", help="the peers of peers.txt as well")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--out", type=Path, help="folder for what each system found")
    options = parser.parse_args()
    for path in filter(None, (options.narratives, options.judgments, options.names)):
        if not path.is_file():
            parser.error(f"{path} is not there")
    if options.peers and not PEER_PYTHON.exists():
        parser.error("the peers are not installed: make bench-redaction installs them")
    return options


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _read(system: System, files: Files, options: argparse.Namespace, bare: Path) -> dict[str, Any]:
    """Let a system read everything once; models of its own read each fold for itself."""
    texts = [_asked(each["doc_id"], "en", each["text"], []) for each in files.judgments]
    sets = _plain_sets(files, is_told=system.is_told)
    if not (texts and system.reads_judgments):
        return _child(system, sets, bare)
    if not system.has_models:
        return _child(system, sets | {"judgments": texts}, bare)
    answer = _child(system, sets, bare)
    parts: list[dict[str, Any]] = []
    for fold in range(options.folds):
        model = folds.model_of(options.judgments, BUILD / "models", fold, options.folds)
        source = folds.with_model(BUILD / "fold", model)
        part = {"judgments": folds.held_out(texts, fold, options.folds)}
        parts.append(_child(system, part, source, own_models=True)["sets"]["judgments"])
    spans = {name: found for part in parts for name, found in part["spans"].items()}
    speed = statistics.median(part["kB/s"] for part in parts)
    answer["sets"]["judgments"] = {"spans": spans, "kB/s": speed}
    return answer


def _plain_sets(files: Files, *, is_told: bool) -> Sets:
    demo = (
        _asked(f"demo-{place}", each["language"], each["statement"], [])
        for place, each in enumerate(_lines(DEMO))
        if each.get("statement")
    )
    told = [
        _asked(
            each["id"], each["lang"], each["text"], each.get("identities", []) if is_told else []
        )
        for each in files.narratives
    ]
    return {"demo": list(demo)} | ({"narratives": told} if told else {})


def _asked(name: str, lang: str, text: str, people: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return a document as a child is asked about it: nothing in it gives an answer away."""
    known = [{key: each.get(key) for key in ("name", "aliases", "phone")} for each in people]
    return {"id": name, "lang": lang, "text": text, "identities": known}


def _child(system: System, sets: Sets, source: Path, *, own_models: bool = False) -> dict[str, Any]:
    python = sys.executable if system.module == OURS else str(PEER_PYTHON)
    shipped = system.has_models and not own_models
    paths = [SOURCE if shipped else source] if system.module == OURS else []
    out = _run([python, "-m", system.module], paths, json.dumps(sets), system.argument)
    answer: dict[str, Any] = json.loads(out)
    return answer


def _run(command: Sequence[str], paths: Sequence[Path], told: str, *arguments: str) -> str:
    """Run a step in a process of its own and return what it prints."""
    path = os.pathsep.join(map(str, [*paths, ROOT]))
    environment = os.environ | {"PYTHONPATH": path, "PYTHONHASHSEED": "0"}
    done = subprocess.run(
        [*command, *arguments], input=told, stdout=subprocess.PIPE, env=environment,
        check=True, encoding="utf-8", cwd=ROOT,
    )  # fmt: skip
    return done.stdout


def _united(answers: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Return the medians of the turns' figures, and what was found, which is always the same."""
    first = answers[0]
    for name, each in first["sets"].items():
        each["kB/s"] = statistics.median(a["sets"][name]["kB/s"] for a in answers)
        if any(a["sets"][name]["spans"] != each["spans"] for a in answers):
            print(f"not the same in every turn: {name}", file=sys.stderr)
    medians = {key: statistics.median(a[key] for a in answers) for key in ("load s", "peak MiB")}
    return first | medians


if __name__ == "__main__":
    main()
