"""Whatever bytes a reader gets, it reads or refuses: in time, in little memory, and with one error.

The long form runs each reader for ``FUZZ_SECONDS`` (600 unless set), the short one for a moment.
"""

from __future__ import annotations

import io
import json
import os
import random
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from intake.domain import edtf
from intake.domain.person import Identity, Role
from intake.errors import BundleDamagedError, IntakeError
from intake.export import looks, manifest
from intake.export.pages import Kind, Passage
from intake.forms import expressions
from intake.services import questionnaires
from intake.services.session import VaultSession
from intake.vault import folder, header, recovery
from tests.children import ROOT, environment
from tests.fuzz import __main__ as fuzz
from tests.fuzz import parcel_reader
from tests.fuzz.mutations import mutated
from tests.fuzz.targets import TARGETS, Target
from tests.unit.export.test_looks import REQUEST, keyring
from tests.unit.services.making import document, fill

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
    assert tally["seeds"] >= 2, "each was taken, or refused, as it has to be"
    assert tally["inputs"] >= tally["refused"] > 0


def test_a_parcel_that_is_right_is_taken_in_as_often_as_it_comes(tmp_path: Path) -> None:
    reader = TARGETS["parcel"]
    (right,) = reader.right(tmp_path)
    for _ in range(2):
        assert fuzz.feed(reader, right, tmp_path / "input", fuzz.Tally())


# -- that what is held against the bytes can fail -------------------------------------------------

Careless = Callable[..., object]


def _of_another(made: object, **changes: object) -> Careless:
    """Return a reader that says something else than what it has read."""

    def careless(*given: Any, **named: Any) -> object:
        found = made(*given, **named)  # type: ignore[operator]  # a reader
        return replace(found, **changes)

    return careless


def _nothing_checked(*_given: object, **_named: object) -> None:
    """Take whatever comes."""


_NOBODY = Identity(code="P1", role=Role.OTHER)
_FOR_ANOTHER = replace(REQUEST, signer="analysts")
CARELESS: dict[str, tuple[str, Careless]] = {
    "header": ("intake.vault.header.parse", _of_another(header.parse, generation=123_456)),
    "forged_header": (
        "intake.vault.folder.describe",
        _of_another(folder.describe, generation=123_456),
    ),
    "container": ("tests.fuzz.targets.open_container", lambda *_: io.BytesIO(b"another")),
    "archive": ("tests.fuzz.targets.read_archive", lambda _stream: iter(())),
    "bundle": ("tests.fuzz.targets.check_contents", _nothing_checked),
    "manifest": (
        "tests.fuzz.targets.parse_manifest",
        _of_another(manifest.parse_manifest, k=99),
    ),
    "interchange": ("tests.fuzz.targets.count_lines", lambda _path: 99),
    "identities": ("intake.services.redacting.read_identities", lambda _path: (_NOBODY,)),
    "form": ("intake.services.questionnaires.check", _of_another(questionnaires.check, internal=9)),
    "workbook": (
        "intake.services.questionnaires.check",
        _of_another(questionnaires.check, languages=()),
    ),
    "expression": (
        "tests.fuzz.targets.parse_expression",
        _of_another(expressions.parse, names=frozenset({"another"})),
    ),
    "date": ("intake.domain.edtf.parse", _of_another(edtf.parse, text="2020")),
    "look_request": ("intake.export.looks.read_request", lambda *_: _FOR_ANOTHER),
    "look_answer": (
        "intake.export.looks.parse_answer",
        _of_another(looks.parse_answer, changes={}),
    ),
    "parcel": ("intake.services.parcels.receive", lambda *_: None),
    "key": ("intake.export.keys.read_public_key", lambda _path: keyring(4).public_key("Office")),
    "page": (
        "tests.fuzz.bundle_reader.blocks_of",
        lambda *_: (Passage(Kind.PARAGRAPH, "what nobody wrote"),),
    ),
    "table": ("tests.fuzz.bundle_reader._rows", lambda *_: iter([["another"]])),
    "recovery_key": ("intake.vault.recovery.parse", lambda _text: recovery.RecoveryKey.new()),
}


def test_each_reader_has_a_careless_one() -> None:
    assert CARELESS.keys() == TARGETS.keys()


@pytest.mark.parametrize("target", CARELESS)
def test_a_reader_that_says_something_else_is_caught(
    target: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = TARGETS[target]
    right = reader.right(tmp_path)
    other = b"" if target == "bundle" else right[0]
    monkeypatch.setattr(*CARELESS[target])
    with pytest.raises(AssertionError):
        fuzz.feed(reader, other, tmp_path / "input", fuzz.Tally())
    if target == "parcel":
        monkeypatch.undo()
        parcel_reader.Office.close()


def test_a_parcel_that_is_refused_and_leaves_something_is_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = TARGETS["parcel"]
    reader.right(tmp_path)

    def leave(session: VaultSession, _path: Path) -> None:
        fill(session, document(2))
        raise BundleDamagedError(part="case")

    monkeypatch.setattr("intake.services.parcels.receive", leave)
    with pytest.raises(AssertionError, match="leaves nothing"):
        fuzz.feed(reader, b"{}", tmp_path / "input", fuzz.Tally())
    parcel_reader.Office.close()


def test_seeds_that_are_not_taken_or_not_refused_as_they_have_to_be_are_caught(
    tmp_path: Path,
) -> None:
    def refuse(_content: bytes, _folder: Path) -> None:
        raise IntakeError

    with pytest.raises(fuzz.SeedError, match="refused"):
        fuzz.run(Target(refuse, _nothing, _none), tmp_path, 0, random.Random(1))
    with pytest.raises(fuzz.SeedError, match="taken"):
        fuzz.run(Target(_nothing_checked, _nothing, _nothing), tmp_path, 0, random.Random(1))


@pytest.mark.slow
@pytest.mark.parametrize("target", TARGETS)
def test_a_reader_reads_or_refuses_for_long(target: str, tmp_path: Path) -> None:
    run(target, float(os.environ.get("FUZZ_SECONDS", "600")), tmp_path)


# -- that a finding would be one ------------------------------------------------------------------


def _nothing(_folder: Path) -> list[bytes]:
    return [b"seed"]


def _none(_folder: Path) -> list[bytes]:
    return []


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
        fuzz.run(Target(read, _nothing, _none), tmp_path, 60, random.Random(1))
    _KEPT.clear()


def test_a_refusal_is_no_finding(tmp_path: Path) -> None:
    def refuse(content: bytes, _folder: Path) -> None:
        if content != b"seed":
            raise IntakeError

    tally = fuzz.run(Target(refuse, _nothing, _none), tmp_path, 0.05, random.Random(1))
    assert 0 < tally.refused <= tally.inputs


def test_the_same_seed_gives_the_same_inputs() -> None:
    one, two = ([mutated([b"abc", b"12"], random.Random(7)) for _ in range(50)] for _ in range(2))
    assert one == two
