"""Whatever bytes a reader gets, it reads or refuses: in time, in little memory, and with one error.

The long form runs each reader for ``FUZZ_SECONDS`` (600 unless set), the short one for a moment.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from intake.errors import BundleDamagedError, IntakeError
from tests.children import ROOT, environment
from tests.fuzz import __main__ as fuzz
from tests.fuzz.mutations import mutated
from tests.fuzz.targets import TARGETS, Target

pytestmark = pytest.mark.no_cover


def run(target: str, seconds: float, folder: Path) -> dict[str, int]:
    """Run one reader in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz", target, str(seconds)],
        cwd=ROOT,
        env={**environment(), "FUZZ_FOLDER": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[:20_000]
    found: dict[str, int] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("target", TARGETS)
def test_a_reader_reads_or_refuses(target: str, tmp_path: Path) -> None:
    tally = run(target, 3, tmp_path)
    assert tally["inputs"] > tally["refused"] or tally["refused"] > 10


def test_a_parcel_that_is_right_is_taken_in_as_often_as_it_comes(tmp_path: Path) -> None:
    reader = TARGETS["parcel"]
    (tmp_path / "input").mkdir()
    right, *nearly, _ = reader.seeds(tmp_path)
    for _ in range(2):
        reader.read(right, tmp_path / "input")
        (tmp_path / "input" / "parcel").unlink()
    for each in nearly:
        with pytest.raises(BundleDamagedError):
            reader.read(each, tmp_path / "input")
        (tmp_path / "input" / "parcel").unlink()


@pytest.mark.slow
@pytest.mark.parametrize("target", TARGETS)
def test_a_reader_reads_or_refuses_for_long(target: str, tmp_path: Path) -> None:
    run(target, float(os.environ.get("FUZZ_SECONDS", "600")), tmp_path)


# -- that a finding would be one ------------------------------------------------------------------


def _nothing(_folder: Path) -> list[bytes]:
    return [b"seed"]


def _crash(content: bytes, _folder: Path) -> None:
    if content != b"seed":
        raise KeyError(content)


def _hang(content: bytes, _folder: Path) -> None:
    while content != b"seed":
        pass


def _hang_and_catch(content: bytes, _folder: Path) -> None:
    try:
        _hang(content, _folder)
    except Exception:  # noqa: BLE001 (a reader that takes every error for a refusal)
        return


_KEPT: list[bytearray] = []


def _grow(content: bytes, _folder: Path) -> None:
    if content != b"seed":
        _KEPT.append(bytearray(b"x") * (fuzz.MOST_MIB << 20))


@pytest.mark.parametrize(
    ("read", "finding"),
    [
        (_crash, KeyError),
        (_hang, fuzz.TooLongError),
        (_hang_and_catch, fuzz.TooLongError),
        (_grow, fuzz.GrownError),
    ],
)
def test_a_reader_that_crashes_hangs_or_grows_is_caught(
    read: object, finding: type[BaseException], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What hangs is ended soon; what grows has its time.
    monkeypatch.setattr(fuzz, "LIMIT_S", 30.0 if finding is fuzz.GrownError else 0.05)
    assert callable(read)
    with pytest.raises(finding):
        fuzz.run(Target(read, _nothing), tmp_path, 60, random.Random(1))
    _KEPT.clear()


def test_a_refusal_is_no_finding(tmp_path: Path) -> None:
    def refuse(_content: bytes, _folder: Path) -> None:
        raise IntakeError

    tally = fuzz.run(Target(refuse, _nothing), tmp_path, 0.05, random.Random(1))
    assert tally.inputs == tally.refused > 0


def test_the_same_seed_gives_the_same_inputs() -> None:
    one, two = ([mutated([b"abc", b"12"], random.Random(7)) for _ in range(50)] for _ in range(2))
    assert one == two
