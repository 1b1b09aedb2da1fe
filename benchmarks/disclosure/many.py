"""Many invented cases: time and memory to put them into classes, and how soon a weight answers.

usage: python -m benchmarks.disclosure.many [--cases 100000] [--preview 1000]

The answers follow the shipped form: the first choices are given most often, so that some people
look alike. Reading them out of a vault is not measured here.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import time
from collections.abc import Iterator

from intake.disclosure.classes import Candidate
from intake.disclosure.forming import Former
from intake.disclosure.lattice import MOST, by_axis, lattice, published_axes
from intake.disclosure.schemes import Record
from intake.domain.answers import NOT_ASKED, Answer
from intake.domain.classes import Generalisation
from intake.export.fields import FieldPolicy, FieldRule
from intake.services.interviews import form
from intake.services.series import Leaving
from intake.services.trials import Trials

K = 5
_PLACES = ("Minsk", "Hrodna", "Brest", "Homel", "Mahilou", "Vitebsk", "Lida", "Warszawa")
_MISSED = 0.1


def people(number: int, fields: FieldPolicy, seed: int = 3) -> Iterator[Candidate]:
    """Yield invented people."""
    draw = random.Random(seed)
    rules = [rule for rule in fields.rules if rule.is_quasi]
    for place in range(number):
        answers = {rule.key: _answer(draw, rule) for rule in rules}
        yield Candidate(Record(str(place), f"unit {place * 9 // 10}", answers), "", {})


def _answer(draw: random.Random, rule: FieldRule) -> Answer:
    if draw.random() < _MISSED:
        return NOT_ASKED
    if rule.choices:
        names = list(rule.choices)
        return Answer((names[min(int(draw.expovariate(0.5)), len(names) - 1)],))
    if rule.generalise is Generalisation.QUARTER:
        return Answer(f"{draw.randint(2020, 2023)}-{draw.randint(1, 12):02}")
    if rule.generalise is Generalisation.BANDS:
        return Answer(min(90, int(draw.gammavariate(3, 12))))
    return Answer(_PLACES[min(int(draw.expovariate(0.5)), len(_PLACES) - 1)])


def form_many(number: int, fields: FieldPolicy) -> None:
    """Put many people into classes once, and print time and peak memory."""
    candidates = list(people(number, fields))
    before = _peak()
    began, spent = time.perf_counter(), time.process_time()
    formed = Former(candidates, by_axis(fields.quasi), K).form(lattice())
    took, spent = time.perf_counter() - began, time.process_time() - spent
    inside = sum(len(each.rows) for each in formed.classes)
    print(
        f"{number} cases: {took:.1f} s ({spent:.1f} s of the processor), {inside} in "
        f"{len(formed.classes)} classes, peak {_peak():.0f} MiB, {before:.0f} of them the cases"
    )


def preview(number: int, fields: FieldPolicy) -> None:
    """Move weights as somebody would, step by step, and print how soon each answers."""
    former = Former(list(people(number, fields)), by_axis(fields.quasi), K)
    trials = Trials(former, Leaving(), fields.quasi)
    trials.of({})  # the plan itself
    draw = random.Random(5)
    weights = {axis.name: 2 for axis in published_axes()}
    took, spent = [], []
    for _ in range(300):
        weights[draw.choice(list(weights))] = draw.randint(0, MOST)
        weights["when"] = max(1, weights["when"])
        began, busy = time.perf_counter(), time.process_time()
        trials.of(weights)
        took.append(1000 * (time.perf_counter() - began))
        spent.append(1000 * (time.process_time() - busy))
    for name, found in (("", took), (" of the processor", spent)):
        p99 = statistics.quantiles(found, n=100)[-1]
        print(
            f"preview of {number} cases: median {statistics.median(found):.0f} ms{name}, "
            f"p99 {p99:.0f} ms, most {max(found):.0f} ms of {len(found)}"
        )


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--preview", type=int, default=1_000)
    options = parser.parse_args()
    fields = FieldPolicy.of(form())
    preview(options.preview, fields)
    form_many(options.cases, fields)


if __name__ == "__main__":
    main()
