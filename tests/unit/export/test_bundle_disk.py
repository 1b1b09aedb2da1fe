"""Writing a bundle to a disk that fails, or for a person who stops it: nothing is left."""

from __future__ import annotations

import io
import os
import resource
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import pytest

from intake.domain.progress import CancelToken
from intake.errors import (
    BundleDamagedError,
    CancelledError,
    DestinationExistsError,
    DiskFullError,
    ReadOnlyError,
)
from intake.export import bundle, new_file
from intake.export.bundle import write
from intake.export.container import ContainerWriter
from intake.export.recipients import Recipient
from intake.export.snapshot import RedactedCase
from tests.unit.export.making import (
    PLAIN,
    case_file,
    contents,
    open_gate,
    redacted,
    sealing,
    written,
)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_an_existing_file_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "bundle.age").write_text("mine")
    with pytest.raises(DestinationExistsError):
        written(tmp_path)
    assert (tmp_path / "bundle.age").read_text() == "mine"
    assert names(tmp_path) == ["bundle.age"]


@pytest.fixture
def small_disk() -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.usefixtures("small_disk")
def test_a_full_disk_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(DiskFullError):
        written(tmp_path)
    assert names(tmp_path) == []


def test_a_read_only_folder_is_named() -> None:
    with pytest.raises(ReadOnlyError):
        write(Path("/sys/bundle.age"), contents(), sealing(), open_gate)


def test_a_flaw_that_appears_on_the_disk_is_noticed_before_the_file_gets_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = new_file.finish

    def failing_disk(stream: io.BufferedRandom) -> None:
        stream.seek(-1000, os.SEEK_END)
        byte = stream.read(1)
        stream.seek(-1000, os.SEEK_END)
        stream.write(bytes([byte[0] ^ 1]))
        real(stream)

    monkeypatch.setattr(new_file, "finish", failing_disk)
    with pytest.raises(BundleDamagedError):
        written(tmp_path)
    assert names(tmp_path) == []


def test_another_whole_bundle_in_its_place_is_noticed_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a plain archive everything but the expected manifest would hold."""
    (tmp_path / "other").mkdir()
    other = written(tmp_path / "other", contents(2), seals=PLAIN).path.read_bytes()
    real = new_file.finish

    def swapping_disk(stream: io.BufferedRandom) -> None:
        stream.seek(0)
        stream.truncate()
        stream.write(other)
        real(stream)

    monkeypatch.setattr(new_file, "finish", swapping_disk)
    with pytest.raises(BundleDamagedError, match=r"manifest\.json"):
        written(tmp_path, seals=PLAIN)
    assert names(tmp_path) == ["other"]


def test_the_file_key_is_wiped_whatever_happens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = []

    class Remembering(ContainerWriter):
        def __init__(self, sink: BinaryIO, recipients: Sequence[Recipient]) -> None:
            super().__init__(sink, recipients)
            keys.append(self.file_key)

    monkeypatch.setattr(bundle, "ContainerWriter", Remembering)
    written(tmp_path)
    token = CancelToken()

    def stop_late(done: int, total: int) -> None:
        if done > total // 2:
            token.cancel()

    with pytest.raises(CancelledError):
        write(tmp_path / "b.age", contents(), sealing(), open_gate, stop_late, token)
    assert [key.is_wiped for key in keys] == [True, True]


# --- cancel and progress -------------------------------------------------------------------------


def test_progress_grows_to_the_end(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    write(
        tmp_path / "b.age",
        contents(),
        sealing(),
        open_gate,
        lambda done, total: told.append((done, total)),
    )
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1] > 0


def test_a_stop_at_any_moment_leaves_nothing(tmp_path: Path) -> None:
    moments = 0
    while True:
        token = CancelToken()
        left = iter(range(moments))

        def count(_done: int, _total: int, token: CancelToken = token, left: object = left) -> None:
            if next(left, None) is None:  # type: ignore[call-overload] # the iterator above
                token.cancel()

        try:
            write(tmp_path / "b.age", contents(1), sealing(), open_gate, count, token)
        except CancelledError:
            assert names(tmp_path) == []
            moments += 7
            continue
        break
    assert moments > 20


def test_a_stop_while_cases_are_taken_leaves_nothing(tmp_path: Path) -> None:
    token = CancelToken()

    def cases() -> Iterator[RedactedCase]:
        yield redacted(case_file(1))
        token.cancel()
        yield redacted(case_file(2))
        raise AssertionError("must have stopped")

    made = replace(contents(), cases=cases())
    with pytest.raises(CancelledError):
        write(tmp_path / "b.age", made, sealing(), open_gate, cancel=token)
    assert names(tmp_path) == []
