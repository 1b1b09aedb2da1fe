"""The made-up cases: a vault that goes away, and the main job that leaves no half of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.errors import DestinationExistsError, InputFileError, UnavailableError
from intake.services import bundles, cases, demo, review, vaults
from intake.vault.secret import Secret
from tests.unit.services.making import no_room_beyond


def test_the_throw_away_vault_is_full_and_open(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    session = demo.throw_away_vault(tmp_path / "demo", lambda *step: seen.append(step))
    assert session.name == demo.NAME
    assert len(cases.list_cases(session)) == 32
    assert seen[-1] == (32, 32)
    session.close()


def test_a_throw_away_vault_that_cannot_be_filled_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text("{")
    monkeypatch.setattr(demo, "resource_path", lambda *_: bad)
    with pytest.raises(InputFileError):
        demo.throw_away_vault(tmp_path / "demo")
    with pytest.raises(DestinationExistsError):
        demo.throw_away_vault(tmp_path / "demo")
    vaults.info(tmp_path / "demo")


def test_the_main_job_is_done_step_by_step(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    result = demo.run(tmp_path / "new" / "demo", lambda *step: seen.append(step))
    assert seen == [(number, 5) for number in range(1, 6)]
    assert result.verified.trusted
    assert result.verified.reviewed
    assert result.verified.bundle_id == result.receipt.bundle_id
    assert result.reviewed > 0
    assert result.passphrase_file.stat().st_mode & 0o077 == 0
    with Secret(bytearray(result.passphrase_file.read_bytes())) as passphrase:
        session = vaults.unlock(result.vault, passphrase)
        try:
            assert review.queue(session) == ()
            with pytest.raises(DestinationExistsError):
                demo.run(result.vault)
        finally:
            session.close()
        means = bundles.Means(key_file=result.analyst_key, passphrase=passphrase, signer="any")
        assert bundles.verify(result.bundle, means).files


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "mine"
    file.write_text("mine")
    for place in (tmp_path, file):
        with pytest.raises(DestinationExistsError):
            demo.run(place)
    assert file.read_text() == "mine"


def test_a_full_disk_leaves_nothing(tmp_path: Path) -> None:
    with no_room_beyond(20_000), pytest.raises(UnavailableError):
        demo.run(tmp_path / "demo")
    assert list((tmp_path / "demo").iterdir()) == []
