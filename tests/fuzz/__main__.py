"""Feeds one reader with changed inputs for a while: ``python -m tests.fuzz TARGET [SECONDS]``.

A finding is any error but a refusal, something taken that is not what the bytes say, a seed that is
not taken or not refused as it has to be, more than ``LIMIT_S`` seconds of work on one input, or
more memory than ``MOST_MIB`` above what the start took. The input is printed, and the exit code
is 1. The seed of chance is printed too: with it as the third word the same inputs come again.
"""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from types import FrameType

from tests.fuzz.mutations import mutated
from tests.fuzz.targets import TARGETS, Target

MOST_MIB = 256
LIMIT_S = float(os.environ.get("FUZZ_LIMIT", "1"))
_SHOWN = 2000


class TooLongError(BaseException):
    """One input took longer than the limit; no reader catches it."""


class GrownError(BaseException):
    """The process needs more memory than is allowed."""


class SeedError(BaseException):
    """An input that has to be taken was refused, or the other way round."""


@dataclass
class Tally:
    """What came of a run: inputs, those refused, seeds, the longest (seconds), memory (MiB)."""

    inputs: int = 0
    seeds: int = 0
    refused: int = 0
    slowest: float = 0.0
    grown_mib: int = 0


def peak_mib() -> int:
    """Return the most memory that this process has had, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """End the block once it has worked for so many seconds; waiting for others does not count."""

    def end(_number: int, _frame: FrameType | None) -> None:
        raise TooLongError

    before = signal.signal(signal.SIGPROF, end)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def feed(target: Target, content: bytes, place: Path, tally: Tally) -> bool:
    """Let a reader read one input in an empty folder; return whether it was taken.

    Raises:
        TooLongError: It took longer than the limit.
        BaseException: It raised what is no refusal.
    """
    place.mkdir()
    begun = time.process_time()
    is_taken = True
    try:
        with limited(LIMIT_S):
            target.read(content, place)
    except target.refusals:
        is_taken = False
        tally.refused += 1
    finally:
        shutil.rmtree(place)
    spent = time.process_time() - begun
    tally.inputs += 1
    tally.slowest = max(tally.slowest, spent)
    if spent > LIMIT_S:  # in one call below Python, which no signal ends
        raise TooLongError
    return is_taken


def run(target: Target, folder: Path, seconds: float, chance: random.Random) -> Tally:
    """Feed a reader until the time is over; what it has to take and to refuse comes first.

    Raises:
        SeedError: A seed was not taken, or not refused, as it has to be.
        BaseException: A finding.
    """
    place = folder / "input"
    with unlimited():  # the reader loads what it needs
        seeds = sown(target, folder, place)
    tally = Tally(seeds=len(seeds))
    before = peak_mib()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        content = mutated(seeds, chance)
        try:
            feed(target, content, place, tally)
            tally.grown_mib = max(tally.grown_mib, peak_mib() - before)
            if tally.grown_mib > MOST_MIB:
                raise GrownError  # noqa: TRY301 (told as every other finding is)
        except BaseException:
            tell(content)
            raise
    return tally


def sown(target: Target, folder: Path, place: Path) -> list[bytes]:
    """Return the seeds of a target, each of which was taken or refused as it has to be.

    Raises:
        SeedError: One was not.
    """
    seeds = []
    for wanted, made in ((True, target.right(folder)), (False, target.nearly(folder))):
        for seed in made:
            if feed(target, seed, place, Tally()) is not wanted:
                tell(seed)
                raise SeedError("refused" if wanted else "taken")
            seeds.append(seed)
    return seeds


@contextmanager
def unlimited() -> Iterator[None]:
    """Let what is loaded for the first time take its time."""
    global LIMIT_S  # noqa: PLW0603 (one process, one target)
    before, LIMIT_S = LIMIT_S, 60.0
    try:
        yield
    finally:
        LIMIT_S = before


def tell(content: bytes) -> None:
    """Print the input of a finding, whole in hex and its beginning to read."""
    sys.stderr.write(f"input: {content[:_SHOWN]!r}\nhex: {content.hex()}\n")


def main() -> int:
    """Run one target; print its tally as JSON."""
    name, *more = sys.argv[1:]
    seconds = float(more[0]) if more else 10.0
    seed = int(more[1]) if len(more) > 1 else random.SystemRandom().randrange(1 << 32)
    folder = Path(os.environ.get("FUZZ_FOLDER", "/tmp")) / f"intake-fuzz-{os.getpid()}"
    folder.mkdir()
    try:
        tally = run(TARGETS[name], folder, seconds, random.Random(seed))
    except BaseException:  # noqa: BLE001 (told, with the seed, and the exit code says it)
        sys.stderr.write(f"{name}, seed {seed}:\n{traceback.format_exc()}")
        return 1
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    sys.stdout.write(json.dumps({"target": name, "seed": seed, **asdict(tally)}) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
