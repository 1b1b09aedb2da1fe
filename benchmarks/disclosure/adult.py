"""Anonymity of a census-like table beside anjana, with pycanon as the judge of both.

usage: python -m benchmarks.disclosure.adult [--rows 30162] [--k 5] [--peers]

The table is made up: as many rows as the Adult data has, the six quasi-identifiers of anjana's own
example, and shares of the answers that are about those of its documentation. Both sides get the
same hierarchies, and begin with the rows in memory. Loss is the normalised certainty penalty over
the six, and a row that stays out has lost all. Seconds are those of the processor.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import subprocess
import time
from collections.abc import Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from intake.disclosure.classes import Candidate, Formed
from intake.disclosure.forming import Former
from intake.disclosure.hierarchies import Level, QuasiField, Scale, generalise
from intake.disclosure.k_anonymity import Row, diversity
from intake.disclosure.lattice import Axis, Rung, nodes_of, ordered
from intake.disclosure.measures import closeness
from intake.disclosure.schemes import Record, Scheme
from intake.domain.answers import Answer
from intake.domain.classes import Generalisation

ROOT = Path(__file__).parents[2]
PEER_PYTHON = ROOT / "build" / "bench-disclosure" / "bin" / "python"
WORK = ROOT / "build" / "bench-adult"
SENSITIVE = ("workclass", "income")

_SHARES: Mapping[str, Mapping[str, float]] = {
    "education": {
        "HS-grad": 326,
        "Some-college": 221,
        "Bachelors": 167,
        "Masters": 54,
        "Assoc-voc": 43,
        "11th": 35,
        "Assoc-acdm": 33,
        "10th": 27,
        "7th-8th": 18,
        "Prof-school": 18,
        "9th": 15,
        "12th": 13,
        "Doctorate": 12,
        "5th-6th": 9.5,
        "1st-4th": 5,
        "Preschool": 1.5,
    },
    "marital": {
        "Married-civ": 466,
        "Never-married": 322,
        "Divorced": 140,
        "Separated": 31,
        "Widowed": 27,
        "Married-absent": 12,
        "Married-AF": 0.7,
    },
    "occupation": {
        "Prof-specialty": 134,
        "Craft-repair": 134,
        "Exec-managerial": 132,
        "Adm-clerical": 123,
        "Sales": 119,
        "Other-service": 106,
        "Machine-op": 65,
        "Transport": 52,
        "Handlers": 45,
        "Farming": 33,
        "Tech-support": 30,
        "Protective": 21,
        "House-serv": 5,
        "Armed-Forces": 0.3,
    },
    "country": {
        "United-States": 912,
        "Mexico": 20,
        **{f"country {number}": 24 / number for number in range(3, 42)},
    },
    "sex": {"Male": 676, "Female": 324},
    "workclass": {
        "Private": 739,
        "Self-emp-not-inc": 83,
        "Local-gov": 69,
        "State-gov": 42,
        "Self-emp-inc": 36,
        "Federal-gov": 31,
        "Without-pay": 0.5,
    },
    "income": {"<=50K": 751, ">50K": 249},
}
_PARENTS: Mapping[str, Mapping[str, str]] = {
    "education": {
        **dict.fromkeys(("Preschool", "1st-4th", "5th-6th", "7th-8th"), "elementary"),
        **dict.fromkeys(("9th", "10th", "11th", "12th", "HS-grad"), "secondary"),
        **dict.fromkeys(("Some-college", "Assoc-voc", "Assoc-acdm"), "college"),
        **dict.fromkeys(("Bachelors", "Masters", "Doctorate", "Prof-school"), "university"),
    },
    "marital": {
        **dict.fromkeys(("Married-civ", "Married-AF"), "with spouse"),
        **dict.fromkeys(("Divorced", "Separated", "Widowed", "Married-absent"), "was married"),
        "Never-married": "alone",
    },
    "occupation": {
        **dict.fromkeys(("Prof-specialty", "Exec-managerial", "Tech-support"), "expert"),
        **dict.fromkeys(("Adm-clerical", "Sales", "Protective", "Armed-Forces"), "office"),
        **dict.fromkeys(("Craft-repair", "Machine-op", "Transport", "Handlers"), "manual"),
        **dict.fromkeys(("Other-service", "Farming", "House-serv"), "service"),
    },
    "country": {
        **dict.fromkeys(("United-States", "country 3"), "north"),
        **{f"country {number}": "abcd"[number % 4] for number in range(4, 42)},
        "Mexico": "a",
    },
}
QUASI = (
    QuasiField("age", Generalisation.BANDS, scale=Scale.AGE),
    *(QuasiField(name, Generalisation.PARENT, parents) for name, parents in _PARENTS.items()),
    QuasiField("sex", Generalisation.NONE),
)
NAMES = tuple(field.name for field in QUASI)
# Levels with what they cost, the same for every table.
_RUNGS: Mapping[str, Sequence[tuple[Level, float]]] = {
    "age": [
        (Level.BAND_NARROW, 0.06),
        (Level.BAND_WIDE, 0.13),
        (Level.BAND_BROAD, 0.3),
        (Level.WITHHELD, 1),
    ],
    **{name: [(Level.AS_IS, 0), (Level.PARENT, 0.3), (Level.WITHHELD, 1)] for name in _PARENTS},
    "sex": [(Level.AS_IS, 0), (Level.WITHHELD, 1)],
}

_PEERS = {
    "anjana0": "anjana, nobody may stay out",
    "anjana5": "anjana, 5 % may stay out",
    "shown5": "the same with the hierarchies of its documentation",
}
Table = list[dict[str, str]]


def table_of(rows: int, seed: int = 7) -> Table:
    """Return a made-up table of texts, the age in years."""
    draw = random.Random(seed)
    drawn = {
        name: draw.choices(list(shares), list(shares.values()), k=rows)
        for name, shares in _SHARES.items()
    }
    ages = [min(90, 17 + int(draw.gammavariate(2.6, 8.5))) for _ in range(rows)]
    return [
        {"age": str(age), **{name: column[n] for name, column in drawn.items()}}
        for n, age in enumerate(ages)
    ]


def schemes() -> tuple[Scheme, ...]:
    """Return every combination of levels, cheapest first."""
    axes = tuple(
        Axis(name, tuple(Rung(str(n + 1), cost, {name: at}) for n, (at, cost) in enumerate(rungs)))
        for name, rungs in _RUNGS.items()
    )
    return ordered(nodes_of(axes), axes, {})


def candidates_of(table: Table) -> list[Candidate]:
    """Return the rows as the program has them when it has read its cases."""
    return [
        Candidate(
            Record(
                str(number),
                str(number),
                {
                    **{name: Answer(row[name]) for name in NAMES[1:]},
                    "age": Answer(int(row["age"])),
                },
            ),
            "",
            {},
        )
        for number, row in enumerate(table)
    ]


def anonymised(candidates: Sequence[Candidate], k: int) -> Formed:
    """Put the rows into classes."""
    return Former(candidates, [[field] for field in QUASI], k).form(schemes())


def hierarchies() -> dict[str, list[list[str]]]:
    """Return for each quasi-identifier its levels, all with one entry for each answer."""
    found: dict[str, list[list[str]]] = {}
    for field in QUASI:
        values = (
            [str(age) for age in range(17, 91)] if field.name == "age" else [*_SHARES[field.name]]
        )
        records = [Answer(int(v) if field.name == "age" else v) for v in values]
        levels = [values]
        for level, _ in _RUNGS[field.name]:
            if level is not Level.AS_IS:
                levels.append([_text(answer, field, level) for answer in records])
        found[field.name] = levels
    return found


def _text(answer: Answer, field: QuasiField, level: Level) -> str:
    return "*" if level is Level.WITHHELD else generalise(answer, field, level)


def loss_of(rows: Sequence[Mapping[str, str]], all_rows: int) -> float:
    """Return the normalised certainty penalty of generalised rows, by the hierarchies alone."""
    alike: dict[tuple[str, str], int] = {}
    sizes: dict[str, int] = {}
    for name, levels in hierarchies().items():
        sizes[name] = len(levels[0])
        for level in levels:
            for text in set(level):
                alike[name, text] = max(alike.get((name, text), 0), level.count(text))
    lost = sum((alike[name, row[name]] - 1) / (sizes[name] - 1) for row in rows for name in NAMES)
    return (lost / len(NAMES) + all_rows - len(rows)) / all_rows


def released(found: Formed, table: Table) -> list[dict[str, str]]:
    """Return the rows that leave, with what is sensitive."""
    rows = chain.from_iterable(each.rows for each in found.classes)
    return [
        {
            **{name: row.values.get(name, "*") for name in NAMES},
            **{name: table[int(row.handle)][name] for name in SENSITIVE},
        }
        for row in rows
    ]


def figures(rows: Sequence[Mapping[str, str]]) -> dict[str, float]:
    """Return k, l and t of rows as the program works them out."""
    made = [Row(str(n), str(n), row) for n, row in enumerate(rows)]
    told = {str(n): {name: row[name] for name in SENSITIVE} for n, row in enumerate(rows)}
    sizes: dict[tuple[str, ...], int] = {}
    for row in rows:
        key = tuple(row[name] for name in NAMES)
        sizes[key] = sizes.get(key, 0) + 1
    return {
        "k": min(sizes.values()),
        "l": diversity(made, NAMES, told) or 0,
        "t": round(closeness(made, NAMES, told) or 0.0, 6),
    }


def write(path: Path, rows: Sequence[Mapping[str, str]]) -> None:
    """Write rows as CSV."""
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, [*NAMES, *SENSITIVE])
        out.writeheader()
        out.writerows(rows)


def peer(what: str, k: int) -> dict[str, Any]:
    """Let a peer run in its own environment and return what it measured."""
    command = [str(PEER_PYTHON), "-m", "benchmarks.disclosure.adult_peers", what, str(WORK), str(k)]
    done = subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=30_162)
    parser.add_argument("--k", type=int, default=5)
    parser.add_argument("--peers", action="store_true", help="anjana and pycanon as well")
    options = parser.parse_args()
    if options.peers and not PEER_PYTHON.exists():
        parser.error("the peers are not installed: make bench-disclosure installs them")
    table = table_of(options.rows)
    candidates = candidates_of(table)
    began = time.process_time()
    found = anonymised(candidates, options.k)
    took = time.process_time() - began
    rows = released(found, table)
    print(
        f"Intake: {took:.2f} s, loss {loss_of(rows, len(table)):.4f}, "
        f"{len(table) - len(rows)} rows stay out, {len(found.classes)} classes, {figures(rows)}"
    )
    if not options.peers:
        return
    WORK.mkdir(parents=True, exist_ok=True)
    write(WORK / "table.csv", table)
    write(WORK / "ours.csv", rows)
    (WORK / "hierarchies.json").write_text(json.dumps(hierarchies()), "utf-8")
    print(f"pycanon of these rows: {peer('judge', options.k)}", flush=True)
    for what, name in _PEERS.items():
        told = peer(what, options.k)
        with (WORK / f"{what}.csv").open(encoding="utf-8", newline="") as file:
            theirs = list(csv.DictReader(file))
        print(
            f"{name}: {told['seconds']:.1f} s, loss {loss_of(theirs, len(table)):.4f}, "
            f"{len(table) - len(theirs)} rows stay out, {figures(theirs)}",
            flush=True,
        )


if __name__ == "__main__":
    main()
